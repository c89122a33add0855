"""Lines of the pages of a PDF to the blocks of an outline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from dossier_graph.model import Role
from dossier_graph.reading.mending import join_lines
from dossier_graph.reading.outline import Block, BlockBuilder
from dossier_graph.reading.pdf.columns import Column, read_columns
from dossier_graph.reading.pdf.glyphs import Page
from dossier_graph.reading.pdf.lines import Line
from dossier_graph.reading.pdf.notes import Note, Notes, take_notes
from dossier_graph.reading.pdf.paragraphs import LETTER_LABEL, Paragraph, read_paragraphs
from dossier_graph.reading.pdf.running import find_running
from dossier_graph.reading.pdf.setting import read_setting

__all__ = ["read_blocks"]

_HYPHENED = regex.compile(r"(?<!\p{L})\p{L}++(?:-\p{L}++)+")
_LEVEL = 0.3  # of the size: what stands on one baseline is no further apart
_CLOSE = 1.5  # of the size: lines of one label in the margin are no further apart
_ASCENT, _DESCENT = 0.8, 0.25  # of the size: how far letters reach above and below the baseline


def read_blocks(read: Sequence[tuple[Page, Sequence[Line]]]) -> Iterator[Block]:
    """Yield the blocks of pages, given with their lines, in reading order; notes come last."""
    running = find_running(read)
    around: dict[int, _Around] = {}
    columns: list[tuple[int, Column]] = []
    for place, (page, lines) in enumerate(read):
        sheet = read_columns([line for index, line in enumerate(lines) if (place, index) not in running], page.width)
        columns += [(page.number, column) for column in sheet.columns]
        edges = [line for index, line in enumerate(lines) if (place, index) in running]
        around[page.number] = _Around(
            tuple(line for line in edges if line.base > page.height / 2),
            sheet.beside,
            tuple(line for line in edges if line.base <= page.height / 2),
        )
    setting = read_setting(columns)
    notes = take_notes(columns, setting.size)
    paragraphs = read_paragraphs(columns, setting)
    writer = _Writer({page.number: page.height for page, _ in read}, notes, _hyphened(read))

    reached = 0
    for paragraph in paragraphs:
        # where a paragraph goes on over a page end, what stands there comes behind it
        while reached < paragraph.lines[0].page:
            yield from writer.foot(around.get(reached, _NOTHING))
            reached += 1
            yield from writer.head(around.get(reached, _NOTHING))
        yield writer.paragraph(paragraph)
    for number in range(reached, max(around) + 1):
        yield from writer.foot(around.get(number, _NOTHING))
        yield from writer.head(around.get(number + 1, _NOTHING))
    for note in notes.notes:
        yield writer.note(note)


@dataclass(frozen=True, slots=True)
class _Around:
    """The lines around the text of a page."""

    head: tuple[Line, ...] = ()
    beside: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()


_NOTHING = _Around()


def _hyphened(read: Iterable[tuple[Page, Sequence[Line]]]) -> frozenset[str]:
    """Return the words that a paper writes with a hyphen where no line ends."""
    found: set[str] = set()
    for _, lines in read:
        for line in lines:
            if "-" in line.text:
                found.update(word.casefold() for word in _HYPHENED.findall(line.text))
    return frozenset(found)


class _Writer:
    """Writes lines as blocks."""

    def __init__(self, heights: dict[int, float], notes: Notes, hyphened: frozenset[str]) -> None:
        self._heights = heights
        self._notes = notes
        self._hyphened = hyphened
        self._beside: set[str] = set()  # what stood in the margin of a page

    def head(self, around: _Around) -> Iterator[Block]:
        """Yield the head of a page, then its margin, which letters repeat on every page."""
        for line in around.head:
            yield self._block(Role.RUNNING, [line])
        groups = [(" ".join(line.text for line in lines), lines) for lines in _labels(around.beside)]
        for words, lines in groups:
            yield self._block(Role.RUNNING if words in self._beside else Role.MARGIN, lines)
        self._beside.update(words for words, _ in groups)

    def foot(self, around: _Around) -> Iterator[Block]:
        """Yield the foot of a page."""
        for line in around.foot:
            yield self._block(Role.RUNNING, [line])

    def paragraph(self, paragraph: Paragraph) -> Block:
        """Return the block of a paragraph."""
        builder = BlockBuilder(paragraph.role, paragraph.level, self._place(paragraph.lines))
        for place, cell in enumerate(paragraph.cells or [paragraph.lines]):
            if place:
                builder.add(" | " if paragraph.role is Role.ROW else " ")
            self._write(builder, cell)
        return builder.build()

    def note(self, note: Note) -> Block:
        """Return the block of a note."""
        builder = BlockBuilder(Role.NOTE, place=self._place(note.lines), key=note.key, label=note.label)
        self._write(builder, note.lines, len(note.printed))
        return builder.build()

    def _block(self, role: Role, lines: Sequence[Line]) -> Block:
        builder = BlockBuilder(role, place=self._place(lines))
        self._write(builder, lines)
        return builder.build()

    def _place(self, lines: Sequence[Line]) -> str:
        page = lines[0].page
        here = [line for line in lines if line.page == page]
        left, right = min(line.left for line in here), max(line.right for line in here)
        top = self._heights[page] - max(line.base + _ASCENT * line.size for line in here)
        bottom = self._heights[page] - min(line.base - _DESCENT * line.size for line in here)
        box = max(0, round(left)), max(0, round(top)), round(right - left), round(bottom - top)
        return f"page={page}&viewrect={','.join(map(str, box))}"

    def _write(self, builder: BlockBuilder, lines: Sequence[Line], skip: int = 0) -> None:
        """Write lines, but for the first characters, which are the number of a note."""
        for place, line in enumerate(lines):
            builder.page(line.page)
            if not skip and not self._notes.on(line):
                builder.add(
                    join_lines(line.text, lines[place + 1].text, self._hyphened)
                    if place + 1 < len(lines)
                    else line.text
                )
                continue
            for number, word in enumerate(line.words):
                if word.spaced and number:
                    builder.add(" ")
                at, skip = min(skip, len(word.text)), max(0, skip - len(word.text))
                for mark in self._notes.of(line, number):
                    builder.add(word.text[at : mark.start])
                    builder.mark(word.text[mark.start : mark.end], mark.key)
                    at = mark.end
                text = word.text[at:]
                if number + 1 == len(line.words) and place + 1 < len(lines):
                    text = join_lines(text, lines[place + 1].text, self._hyphened)
                builder.add(text)


def _labels(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield lines of a margin: together what stands on one baseline, and what goes on below in bold type."""
    group: list[Line] = []
    for line in lines:
        if group:
            gap = group[-1].base - line.base
            bold = line.bold and group[-1].bold and 0 < gap < _CLOSE * line.size and not LETTER_LABEL.match(line.text)
            if not line.turned and (abs(gap) < _LEVEL * line.size or bold):
                group.append(line)
                continue
            yield group
        group = [line]
    if group:
        yield group
