"""Notes whose numbers an author typed: paragraphs below the text that markers in it lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.outline import Block, Marker

__all__ = ["RAISED", "tie_typed_notes"]

# The key of a marker that may be one: digits that the author raised above the line, followed by these digits.
RAISED = "raised "

# A paragraph that may be a note, in the style of its number: "[1] …", "1) …", or "1 …" with the number raised.
_NOTE = regex.compile(r"(?P<label>\[(?P<number>[1-9]\d{0,2})\]|(?P<number>[1-9]\d{0,2})\))\s*+(?=\S)")
# Words that may be the marker of one. "1)" stands behind a word, its quotation mark or full stop, or before a mark
# that ends a clause; in "hierbij 1) de kosten, 2) de baten" it counts what follows.
_MARKER = regex.compile(
    r"""
      \[[1-9]\d{0,2}\]
    | (?<= [\p{L}»”"’')\]?!.,;:] ) [1-9]\d{0,2}\) (?= [\s.,;:?!] | $ )
    | (?<= \s ) [1-9]\d{0,2}\) (?= [.,;:?!] | \s[1-9]\d{0,2}\)(?:[\s.,;:?!]|$) | $ )
    """,
    regex.VERBOSE,
)
_PROSE = {Role.PARAGRAPH, Role.ITEM, Role.LINE, Role.ROW, Role.HEADING}
_NOTES = {Role.PARAGRAPH, Role.ITEM, Role.LINE}


def tie_typed_notes(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those as notes that a marker of the same number and style stands above.

    A number can count again from 1 below further questions: a note belongs to the last such marker above it that has
    no note yet. Raised digits that lead to no note ("m2") are words like any.

    >>> made = tie_typed_notes([Block(Role.PARAGRAPH, "Kent u het bericht?[1]"), Block(Role.PARAGRAPH, "[1] NOS.")])
    >>> made[0].markers[0].key == made[1].key, made[1].role.value, made[1].text, made[1].label
    (True, 'note', 'NOS.', '[1]')
    """
    open_markers: dict[str, tuple[int, int, int]] = {}  # what is written → block, start, end
    tied: dict[int, list[Marker]] = {}
    notes: dict[int, tuple[str, str, int]] = {}
    for place, block in enumerate(blocks):
        label, end = _label(block)
        if label in open_markers:
            where, start, stop = open_markers.pop(label)
            key = f"typed {len(notes) + 1}"
            tied.setdefault(where, []).append(Marker(start, stop, key))
            notes[place] = (key, label.removeprefix(RAISED), end)
        elif block.role in _PROSE:
            for written, start, stop in _markers(block):
                open_markers[written] = (place, start, stop)
    return [_settled(block, tied.get(place, ()), notes.get(place)) for place, block in enumerate(blocks)]


def _label(block: Block) -> tuple[str, int]:
    """Return what the markers of a block look like if it is a note, with the end of it; empty if it is none."""
    if block.role not in _NOTES:
        return "", 0
    first = block.markers[0] if block.markers else None
    if first and first.start == 0 and first.key.startswith(RAISED) and first.end < len(block.text):
        return first.key, first.end
    found = _NOTE.match(block.text)
    return (found["label"], found.end()) if found else ("", 0)


def _markers(block: Block) -> list[tuple[str, int, int]]:
    raised = [(one.key, one.start, one.end) for one in block.markers if one.key.startswith(RAISED) and one.start]
    return raised + [(one[0], one.start(), one.end()) for one in _MARKER.finditer(block.text, 1)]


def _settled(block: Block, tied: Sequence[Marker], note: tuple[str, str, int] | None) -> Block:
    markers = [one for one in block.markers if not one.key.startswith(RAISED)]
    if note is None:
        if not tied and len(markers) == len(block.markers):
            return block
        return replace(block, markers=tuple(sorted((*markers, *tied), key=lambda one: one.start)))
    key, label, end = note
    text = block.text[end:].lstrip()
    cut = len(block.text) - len(text)
    return replace(
        block,
        role=Role.NOTE,
        text=text,
        key=key,
        label=label,
        markers=tuple(replace(one, start=one.start - cut, end=one.end - cut) for one in markers if one.start >= cut),
        links=tuple(replace(one, start=one.start - cut, end=one.end - cut) for one in block.links if one.start >= cut),
        pages=_moved(block.pages, cut),
    )


def _moved(pages: Sequence[tuple[int, int]], cut: int) -> tuple[tuple[int, int], ...]:
    moved = {max(0, offset - cut): page for offset, page in pages}
    return tuple(sorted(moved.items()))
