"""The paragraphs, tables, boxes of a manuscript to the blocks of an outline, each with its role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.letterhead import is_label, is_page_number, set_apart
from dossier_graph.reading.office.line_breaks import as_lines, continued, lines
from dossier_graph.reading.office.manuscript import (
    BREAK,
    PAGE_BREAK,
    TAB,
    Flow,
    Grid,
    Manuscript,
    Note,
    Passage,
    Piece,
    columns,
    passages,
    words,
)
from dossier_graph.reading.office.table_layout import filled, holds_data, holds_letterhead, signature_columns, tabulated
from dossier_graph.reading.outline import Block, BlockBuilder, Marker, Outline
from dossier_graph.reading.typed_notes import RAISED, tie_typed_notes

__all__ = ["compose"]

_BULLET = regex.compile(r"[-–—•·▪*]\s")  # that an author typed in front of an item
_HEAD = 40  # blocks in which a paper shows its letterhead
_LONGEST_LABEL = 40  # of what stands in front of something in a table, as its number does
_LONGEST_MARGIN = 400  # what stands beside a text is no longer than this; a frame around text is


def compose(manuscript: Manuscript) -> Outline:
    """Return the outline of a manuscript: its letterhead, its text, what is printed on its pages, its notes.

    >>> body = (Passage((Piece("De minister van Financiën,"),)), Passage((Piece("W. Jansen"),)))
    >>> [(block.role.value, block.text) for block in compose(Manuscript("DOCX", body)).blocks]
    [('line', 'De minister van Financiën,'), ('line', 'W. Jansen')]
    """
    composer = _Composer(paged=manuscript.paged)
    composer.flow(manuscript.letterhead, Role.MARGIN)
    head = [block for block in composer.take() if not is_page_number(block.text)]
    composer.flow(manuscript.body)
    body = tie_typed_notes(as_lines(set_apart(composer.take())))
    composer.page = 0
    # behind the text, where its first lines are those of the paper
    running = {block.text: block for block in body if block.role is Role.RUNNING}
    for flow in manuscript.running:
        composer.flow(flow, Role.RUNNING)
        for block in composer.take():
            if not is_page_number(block.text):
                running.setdefault(block.text, block)
    marked = _places_of_markers((*head, *body))
    return Outline(
        manuscript.format,
        (
            *head,
            *(block for block in body if block.role is not Role.RUNNING),
            *running.values(),
            *(_note(note, *marked.get(note.key, ("", 0))) for note in manuscript.notes),
        ),
        manuscript.stated,
        manuscript.remarks,
    )


class _Composer:
    """Makes blocks of what it is given, in order; counts the pages where `paged`."""

    def __init__(self, *, paged: bool) -> None:
        self._blocks: list[Block] = []
        self.page = int(paged)  # 0 where pages are unknown

    def take(self) -> list[Block]:
        """Return the blocks made since the last time."""
        blocks, self._blocks = self._blocks, []
        return blocks

    def flow(self, flow: Flow, role: Role | None = None) -> None:
        """Make the blocks of a flow; all have the role where one is given."""
        for one in tabulated(continued(flow)):
            if isinstance(one, Passage):
                self._passage(one, role)
            elif isinstance(one, Grid):
                self._grid(one, role)
            elif role is None and max(map(_length, passages(one.flow)), default=0) <= _LONGEST_MARGIN:
                self.flow(one.flow, Role.MARGIN)
            else:
                self.flow(one.flow, role)

    def _passage(self, passage: Passage, role: Role | None) -> None:
        if passage.level and role is None:
            self._block(Role.HEADING, [[passage]], level=passage.level)
            return
        if role is None:
            in_list = passage.item or _BULLET.match(words(passage.pieces))
            role = Role.ITEM if in_list else Role.PARAGRAPH
        if role is Role.PARAGRAPH and TAB in passage.pieces and len(self._blocks) < _HEAD:
            first = next(iter(columns(passage.pieces)), [])  # none in a paragraph of tabs alone
            role = Role.MARGIN if is_label(words(first)) else role
        if BREAK not in passage.pieces:
            self._block(role, [[passage]])
            return
        label = passage.label
        for line in lines(passage.pieces):
            self._block(role, [[replace(passage, pieces=tuple(line), label=label)]])
            label = ""

    def _grid(self, grid: Grid, role: Role | None) -> None:
        rows = filled(grid)
        if role is None and holds_letterhead(rows):
            role = Role.MARGIN
        if role is None and (signatures := signature_columns(grid)):
            for column in signatures:
                self.flow(column)
        elif role is None and holds_data(rows, ruled=grid.ruled):
            for row in grid.rows:
                self._block(Role.ROW, [tuple(passages(cell)) for cell in row])
        else:
            for row in grid.rows:
                self._layout_row(row, role)

    def _layout_row(self, row: Sequence[Flow], role: Role | None) -> None:
        """Make the blocks of a row that only sets things beside each other: a number or label with what it is of."""
        cells = [tuple(passages(cell)) for cell in row]
        held = [at for at, cell in enumerate(cells) if any(map(_length, cell))]
        if len(held) < 2 or not _is_label(cells[held[0]]):
            for cell in row:
                self.flow(cell, role)
            return
        value = cells[held[1]]
        if role is not None and sum(map(_length, value)) <= _LONGEST_MARGIN:
            self._block(role, cells[: held[1] + 1], joint=" ")
        else:
            first = next(at for at, one in enumerate(value) if _length(one))
            self._block(role or Role.PARAGRAPH, [*cells[: held[1]], value[: first + 1]], joint=" ")
            self.flow(value[first + 1 :], role)
        for cell in row[held[1] + 1 :]:
            self.flow(cell, role)

    def _block(self, role: Role, cells: Sequence[Sequence[Passage]], joint: str = " | ", level: int = 0) -> None:
        """Make one block of the paragraphs of cells, those of one cell with a space between them."""
        builder = BlockBuilder(role, level)
        raised: list[Marker] = []
        for cell in cells:
            between = "" if builder.empty else joint
            for passage in cell:
                if passage.label or _length(passage):
                    builder.place = builder.place or passage.place
                    builder.add(between or " ")
                    between = ""
                label = [Piece(f"{passage.label} ")] if passage.label else []
                raised += self._pieces(builder, (*label, *passage.pieces))
        if not builder.empty:
            made = builder.build()
            markers = sorted((*made.markers, *raised), key=lambda one: one.start)
            self._blocks.append(replace(made, markers=tuple(markers)) if raised else made)

    def _pieces(self, builder: BlockBuilder, pieces: Iterable[Piece]) -> Iterator[Marker]:
        """Add pieces; yield the digits that were raised above the line, and may be markers."""
        for piece in pieces:
            if piece == PAGE_BREAK:
                self.page += bool(self.page)
                continue
            words_of = piece.text.strip()
            if self.page and words_of:
                builder.page(self.page)
            if piece.key:
                builder.mark(piece.text, piece.key)
                continue
            builder.add(piece.text)
            if piece.raised and words_of.isdecimal():
                end, _ = builder.open_link()  # how far the words go
                yield Marker(end - len(words_of), end, RAISED + words_of)


def _length(passage: Passage) -> int:
    return len(words(passage.pieces))


def _is_label(cell: Sequence[Passage]) -> bool:
    lengths = [length for one in cell if (length := _length(one))]
    return len(lengths) == 1 and lengths[0] <= _LONGEST_LABEL


def _places_of_markers(blocks: Sequence[Block]) -> dict[str, tuple[str, int]]:
    """Return where the marker of each note stands: its place in the file, its page or 0 where pages are unknown."""
    found: dict[str, tuple[str, int]] = {}
    for block in blocks:
        for marker in block.markers:
            at = bisect_right(block.pages, marker.start, key=lambda one: one[0])
            page = block.pages[max(0, at - 1)][1] if block.pages else 0
            found.setdefault(marker.key, (block.place, page))
    return found


def _note(note: Note, place: str, page: int) -> Block:
    """Return the block of a note: it stands where its marker does, if it is in a part of the file of its own."""
    own = next((one.place for one in passages(note.flow) if one.place), "")
    builder = BlockBuilder(Role.NOTE, place=own or place, key=note.key, label=note.label)
    if page:
        builder.page(page)
    for passage in passages(note.flow):
        builder.add(f" {passage.label} ")
        for piece in passage.pieces:
            builder.add(" " if piece in (BREAK, PAGE_BREAK) else piece.text)
        builder.add(" ")
    made = builder.build()
    if note.typed and made.text.startswith(note.label):
        return replace(made, text=made.text[len(note.label) :].lstrip())
    return made
