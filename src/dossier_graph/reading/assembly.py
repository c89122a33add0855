"""Blocks of a paper, one behind the other, to its text with the places of everything in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dossier_graph.model import Footnote, OfficialLink, Paragraph, Role
from dossier_graph.reading.outline import Block, Outline

__all__ = ["Assembled", "assemble"]

_APART = {Role.RUNNING}
_CLOSE = {Role.ITEM, Role.ROW, Role.MARGIN, Role.RUNNING, Role.LINE}  # a blank line stands between others


@dataclass(slots=True)
class Assembled:
    """The text of a paper with the ranges of what it is made of, in the order of the text."""

    text: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)
    pages: list[tuple[int, int]] = field(default_factory=list)
    links: list[OfficialLink] = field(default_factory=list)
    places: list[tuple[int, str]] = field(default_factory=list)


def assemble(outline: Outline) -> Assembled:
    r"""Return the text of a paper: its blocks in reading order, its notes behind them, each with its number in front.

    >>> from dossier_graph.reading.outline import Marker
    >>> body = Block(Role.PARAGRAPH, "Zie de motie1.", markers=(Marker(12, 13, "a"),))
    >>> note = Block(Role.NOTE, "Kamerstuk 19 637, nr. 12.", key="a", label="1")
    >>> made = assemble(Outline("HTML", (note, body)))
    >>> made.text
    'Zie de motie1.\n\n1 Kamerstuk 19 637, nr. 12.\n'
    >>> made.footnotes[0].marker, made.text[made.footnotes[0].note_start :]
    ('1', '1 Kamerstuk 19 637, nr. 12.\n')
    """
    made = Assembled()
    parts: list[str] = []
    length = 0
    markers: list[tuple[int, int, str]] = []
    notes: dict[str, list[tuple[int, int]]] = {}
    body = [block for block in outline.blocks if block.role is not Role.NOTE and block.text]
    last: Block | None = None
    for block in (*body, *(block for block in outline.blocks if block.role is Role.NOTE)):
        if last is not None:
            parts.append("\n" if last.role in _CLOSE and block.role is last.role else "\n\n")
            length += len(parts[-1])
        last = block
        start = length
        label = f"{block.label} " if block.role is Role.NOTE and block.label else ""
        parts += [label, block.text]
        length += len(label) + len(block.text)
        inner = start + len(label)
        made.paragraphs.append(Paragraph(block.role, start, length, block.level))
        if block.role in _APART:
            made.apart.append((start, length))
        if block.role is Role.NOTE:
            notes.setdefault(block.key, []).append((start, length))
        markers += [(inner + one.start, inner + one.end, one.key) for one in block.markers]
        made.links += [replace(one, start=inner + one.start, end=inner + one.end) for one in block.links]
        for offset, page in block.pages:
            if not made.pages or made.pages[-1][1] != page:
                made.pages.append((inner + offset if offset else start, page))
        if block.place or made.places:  # a block without a place has not that of the one before it
            made.places.append((start, block.place))
    made.text = "".join([*parts, "\n" if parts else ""])
    made.footnotes = [
        Footnote(made.text[start:end], start, end, *place)
        for start, end, key in markers
        for place in notes.get(key, ())[:1]
    ]
    return made
