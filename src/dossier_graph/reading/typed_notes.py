"""Notes whose numbers an author typed: paragraphs below the text that markers in it lead to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.outline import Block, Marker, shifted

__all__ = ["RAISED", "tie_typed_notes"]

# The key of a marker that may be one: digits that the author raised above the line, followed by these digits.
RAISED = "raised "

# A paragraph that may be a note, in the style of its number: "[1] …", "1) …", or "1 …" with the number raised.
_NOTE = regex.compile(r"(?P<label>\[(?P<number>[1-9][0-9]{0,2})\]|(?P<number>[1-9][0-9]{0,2})\))\s*+(?=\S)")
_RAISED_NUMBER = regex.compile(rf"{RAISED}(?P<number>[1-9][0-9]{{0,2}})")
# Words that may be the marker of one, and brackets. "1)" stands behind a word, its quotation mark or full stop, or
# before a mark that ends a clause; in "hierbij 1) de kosten, 2) de baten" it counts what follows. The digits of "CO2",
# "A2", "2.2", "Artikel 1" belong to what stands in front of them.
_MARKER = regex.compile(
    r"""
      (?P<marker>
        \[[1-9][0-9]{0,2}\]
      | (?<= \p{L}\p{Ll} | (?: ^ | \s ) \p{Ll} | [»”"’')\]?!;] | (?<! (?<![0-9]{3}) [0-9] ) [.,:] )
        [1-9][0-9]{0,2}\) (?= [\s.,;:?!] | $ )
      | (?<= \s ) (?<! \b (?i: artikel | lid | paragraaf | hoofdstuk | bijlage | tabel | figuur | vraag | punt | deel
                              | onderdeel | nr\. | nummer | fase | stap | variant | optie ) \s )
        [1-9][0-9]{0,2}\) (?= [.,;:?!] | \s[1-9][0-9]{0,2}\)(?:[\s.,;:?!]|$) | $ )
      )
    | [()]
    """,
    regex.VERBOSE,
)
_PROSE = {Role.PARAGRAPH, Role.ITEM, Role.LINE, Role.ROW, Role.HEADING}
_NOTES = {Role.PARAGRAPH, Role.ITEM, Role.LINE}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A block that may be a note: which block, what its markers look like, its number, where its words begin."""

    place: int
    label: str
    number: int
    end: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words stand that may be a marker."""

    block: int
    start: int
    end: int


def tie_typed_notes(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those as notes that a marker of the same number and style stands above.

    Notes count up from 1, and can begin again below further questions; a run of numbers most of which have no marker
    is a list. All markers of a note since the last note of its number lead to it. Raised digits that lead to no note
    ("m2") are words like any.

    >>> made = tie_typed_notes([Block(Role.PARAGRAPH, "Kent u het bericht?[1]"), Block(Role.PARAGRAPH, "[1] NOS.")])
    >>> made[0].markers[0].key == made[1].key, made[1].role.value, made[1].text, made[1].label
    (True, 'note', 'NOS.', '[1]')
    """
    candidates = list(_candidates(blocks))
    if not candidates:
        return [_settled(block, (), None) for block in blocks]
    wanted = {one.label for one in candidates}
    markers: dict[str, list[_Place]] = {}  # by what is written
    for place, block in enumerate(blocks):
        for written, start, end in _markers(block) if block.role in _PROSE else ():
            if written in wanted:
                markers.setdefault(written, []).append(_Place(place, start, end))
    tied: dict[int, list[Marker]] = {}
    notes: dict[int, tuple[str, str, int]] = {}
    led: dict[str, int] = {}  # how many markers of a label lead to notes so far
    for run in _runs(candidates):
        leading = [_leading(one, markers.get(one.label, ()), led.get(one.label, 0)) for one in run]
        if 2 * sum(1 for low, high in leading if low < high) <= len(run):
            continue
        for one, (low, high) in zip(run, leading, strict=True):
            if low == high:
                continue
            key = f"typed {len(notes) + 1}"
            notes[one.place] = (key, one.label.removeprefix(RAISED), one.end)
            for marker in markers[one.label][low:high]:
                tied.setdefault(marker.block, []).append(Marker(marker.start, marker.end, key))
            led[one.label] = high
    return [_settled(block, tied.get(place, ()), notes.get(place)) for place, block in enumerate(blocks)]


def _candidates(blocks: Sequence[Block]) -> Iterator[_Candidate]:
    for place, block in enumerate(blocks):
        if block.role not in _NOTES:
            continue
        first = block.markers[0] if block.markers else None
        if (
            first
            and first.start == 0
            and first.end < len(block.text)
            and (found := _RAISED_NUMBER.fullmatch(first.key))
        ):
            yield _Candidate(place, first.key, int(found["number"]), first.end)
        elif found := _NOTE.match(block.text):
            yield _Candidate(place, found["label"], int(found["number"]), found.end())


def _runs(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Yield the candidates that count up from 1 in one style, in the order in which the runs begin."""
    runs: list[list[_Candidate]] = []
    last: dict[str, list[_Candidate]] = {}  # the run that goes on, by the style of its numbers
    for one in candidates:
        style = one.label.replace(str(one.number), "")
        if one.number == 1:
            last[style] = [one]
            runs.append(last[style])
        elif style in last and last[style][-1].number == one.number - 1:
            last[style].append(one)
    return iter(runs)


def _leading(note: _Candidate, markers: Sequence[_Place], led: int) -> tuple[int, int]:
    """Return which of the markers of its label lead to a note, as the first and the one behind the last.

    They are those above it that lead to no note before it; of raised digits the last of them, as others can be powers.
    """
    high = max(led, bisect_left(markers, note.place, key=lambda one: one.block))
    return (max(led, high - 1) if note.label.startswith(RAISED) else led), high


def _markers(block: Block) -> Iterator[tuple[str, int, int]]:
    for one in block.markers:
        if one.key.startswith(RAISED) and one.start:
            yield one.key, one.start, one.end
    depth = 0  # brackets that are open
    for found in _MARKER.finditer(block.text):
        written = found["marker"] or ""
        if written and found.start() and (written[0] == "[" or not depth):
            yield written, found.start(), found.end()
        elif found[0] == "(":
            depth += 1
        elif found[0].endswith(")"):
            depth = max(0, depth - 1)


def _settled(block: Block, tied: Sequence[Marker], note: tuple[str, str, int] | None) -> Block:
    markers = [one for one in block.markers if not one.key.startswith(RAISED)]
    if note is None:
        if not tied and len(markers) == len(block.markers):
            return block
        return replace(block, markers=tuple(sorted((*markers, *tied), key=lambda one: one.start)))
    key, label, end = note
    text = block.text[end:].lstrip()
    made = shifted(replace(block, markers=tuple(markers)), len(text) - len(block.text))
    return replace(made, role=Role.NOTE, text=text, key=key, label=label)
