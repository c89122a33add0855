"""A paper as its format gives it: blocks of text in reading order, each with what the format says about it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace

from dossier_graph.model import OfficialLink, PaperDate, Role
from dossier_graph.reading.mending import mend

__all__ = ["NOTHING_STATED", "Block", "BlockBuilder", "Marker", "Outline", "Stated", "shifted"]

# What nobody sees: marks of typesetting, turns of the direction of writing, and control characters, which could steer
# the terminal that a text is printed on. Half a character, which no encoding has, is shown as one that is missing.
_UNSEEN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffe")),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    **{code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}


@dataclass(frozen=True, slots=True)
class Marker:
    """The number of a note in the words of a block: text[start:end], and the key of the note it leads to."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item, a row of a table, a note, or a line that belongs to the page: one line of text.

    `level` is that of a heading, from 1. `pages` are the pages the words stand on, as (offset, page), the first at
    offset 0; empty for a format without pages. `place` is where the block stands in the file, as a fragment
    ("line=12", "paragraph=4", "page=3&viewrect=72,120,451,14"). `key` and `label` are those of a note: what markers
    lead to it, and its number as printed.
    """

    role: Role
    text: str
    level: int = 0
    markers: tuple[Marker, ...] = ()
    links: tuple[OfficialLink, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    place: str = ""
    key: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a format or the metadata beside a file says about the paper; what it does not say is None or empty."""

    kind: str | None = None
    title: str | None = None
    date: PaperDate | None = None
    number: str | None = None
    reference: str | None = None
    dossiers: tuple[str, ...] = ()
    dossier_title: str | None = None


NOTHING_STATED = Stated()


@dataclass(frozen=True, slots=True)
class Outline:
    """A paper as its format gives it.

    `format` is its name as readers know it ("PDF", "DOCX", "ODT", "HTML", "XML"). `remarks` are clauses in English
    for the report: what could not be read of it ("2 of 9 pages have no text").
    """

    format: str
    blocks: tuple[Block, ...]
    stated: Stated = NOTHING_STATED
    remarks: tuple[str, ...] = ()


def shifted(block: Block, by: int) -> Block:
    """Return a block whose markers, links and pages stand some characters further on, or back where `by` is negative.

    What then stands before the words is left out; a link that begins there begins with the words.

    >>> block = Block(Role.PARAGRAPH, "Zie nr. 12.", links=(OfficialLink(4, 10, "kst-19637-12"),))
    >>> shifted(block, 3).links[0], shifted(block, -10).links
    (OfficialLink(start=7, end=13, id='kst-19637-12'), ())
    """
    pages = {max(0, offset + by) if offset else 0: page for offset, page in block.pages}
    moved = [replace(one, start=max(0, one.start + by), end=one.end + by) for one in block.links]
    return replace(
        block,
        markers=tuple(
            replace(one, start=one.start + by, end=one.end + by) for one in block.markers if one.start + by >= 0
        ),
        links=tuple(one for one in moved if one.start < one.end),
        pages=tuple(sorted(pages.items())),
    )


@dataclass(slots=True)
class BlockBuilder:
    r"""Collects the words of one block: any white space becomes one space, none at its ends, unseen marks are left out.

    >>> block = BlockBuilder(Role.PARAGRAPH)
    >>> block.add("Zie de brief")
    >>> block.mark("2", "noot-2")
    >>> block.add(" \n van mei. ")
    >>> made = block.build()
    >>> made.text, made.markers[0].start
    ('Zie de brief2 van mei.', 12)
    """

    role: Role
    level: int = 0
    place: str = ""
    key: str = ""
    label: str = ""
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _space: bool = False
    _markers: list[Marker] = field(default_factory=list)
    _links: list[OfficialLink] = field(default_factory=list)
    _pages: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Append words."""
        words = mend(words.translate(_UNSEEN))
        inner = " ".join(words.split())
        if not inner:
            self._space = self._space or bool(words)
            return
        if self._length and (self._space or words[0].isspace()):
            self._append(" ")
        elif self._length and unicodedata.combining(inner[0]):  # an accent that its letter was parted from
            last = self._parts.pop()
            self._length -= len(last)
            inner = unicodedata.normalize("NFC", last + inner)
        self._append(inner)
        self._space = words[-1].isspace()

    def mark(self, label: str, key: str) -> None:
        """Append the marker of a note, glued to the words before it."""
        self._space = False
        start = self._length
        self._append(_one_line(label))
        self._markers.append(Marker(start, self._length, key))

    def open_link(self) -> tuple[int, int]:
        """Return where words begin that the format ties to an official identifier, for `close_link`."""
        return self._length, len(self._parts)

    def close_link(self, opened: tuple[int, int], identifier: str) -> None:
        """Tie the words, and markers, that were appended since a link was opened."""
        start, part = opened
        start += part < len(self._parts) and self._parts[part] == " "
        if start < self._length:
            self._links.append(OfficialLink(start, self._length, identifier))

    def page(self, number: int) -> None:
        """Note that the words from here on stand on this page."""
        if not self._pages or self._pages[-1][1] != number:
            self._pages.append((self._length, number))

    @property
    def empty(self) -> bool:
        """Whether no words were added yet."""
        return not self._length

    def build(self) -> Block:
        """Return the block."""
        return Block(
            self.role,
            self._text(),
            self.level,
            tuple(self._markers),
            tuple(self._links),
            tuple(self._pages),
            self.place,
            self.key,
            _one_line(self.label),
        )

    def _text(self) -> str:
        if len(self._parts) > 1:
            self._parts[:] = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def _append(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)


def _one_line(label: str) -> str:
    """Return the number of a note without anything that could break its line."""
    return " ".join(label.translate(_UNSEEN).split())
