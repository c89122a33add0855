"""The paragraphs, tables, boxes of a manuscript to the blocks of an outline, each with its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.manuscript import (
    BREAK,
    PAGE_BREAK,
    Box,
    Flow,
    Grid,
    Manuscript,
    Note,
    Passage,
    Piece,
    passages,
    words,
)
from dossier_graph.reading.outline import Block, BlockBuilder, Outline
from dossier_graph.reading.pages import find_imprints
from dossier_graph.reading.typed_notes import RAISED, tie_typed_notes

__all__ = ["compose"]

_FULL_LINE = 60  # characters; a line that is shorter was ended on purpose
_SMALL_WORD = regex.compile(r"\p{Ll}\p{L}*\s")
_LONGEST_LINE = 90  # of an address or a signature
_LONGEST_LABEL = 40
_LONGEST_MARGIN = 400  # what stands beside a text is no longer than this; a frame around text is
_HEAD = 40  # blocks in which a letter shows its letterhead
_LINES = {Role.PARAGRAPH, Role.LINE, Role.MARGIN}
_CLAUSE_ENDS = ".?!;:…"
# Labels of a letterhead, as ministries print them.
_LABELS = (
    r"Datum|Betreft|Onderwerp|(?:Ons|Uw|Onze|Ons\ )?\s?(?:[Kk]enmerk|[Rr]eferentie)|Uw\ brief(?:\ van)?|Bijlagen?"
    r"|Contactpersoon|Projectnaam|Dossier(?:nummer)?|Doorkiesnummer|Telefoon(?:nummer)?|Registratienummer|Auteur"
    r"|Aan|Van|Deadline|Directie|Afdeling|Kopie(?:\ aan)?|E-mail(?:adres)?"
)
_LABEL = regex.compile(rf"(?i:{_LABELS})\s?:?")
_LABELLED = regex.compile(
    r"(?:Datum|Betreft|Onderwerp|(?:Ons|Uw) kenmerk|Kenmerk|Bijlagen?)\s?(?::|$)|> ?Retouradres\b"
)
_MASTHEAD = regex.compile(
    r"(?i)(?:Tweede|Eerste) Kamer der Staten-Generaal(?: \d)?|Vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}(?: .{0,80})?"
)
_OFFICE = regex.compile(
    r"(?i)(?:mede\s)?(?:namens\s)?de\s(?:vice-?)?(?:minister|staatssecretaris|voorzitter|griffier)\b"
)
_PAGE_NUMBER = regex.compile(
    r"(?i)[-–| ]*+(?:(?:pagina|blad|page|p\.)\s?)?+(?:\d{1,4}(?!\d))?+(?:\s?(?:van|of|/)\s?(?:\d{1,4})?)?+[-–| ]*"
)


def compose(manuscript: Manuscript) -> Outline:
    """Return the outline of a manuscript: its letterhead, its text, what is printed on its pages, its notes.

    >>> body = (Passage((Piece("De minister van Financiën,"),)), Passage((Piece("W. Jansen"),)))
    >>> [(block.role.value, block.text) for block in compose(Manuscript("DOCX", body)).blocks]
    [('line', 'De minister van Financiën,'), ('line', 'W. Jansen')]
    """
    composer = _Composer(paged=manuscript.paged)
    composer.flow(manuscript.letterhead, Role.MARGIN)
    head = [block for block in composer.take() if not _PAGE_NUMBER.fullmatch(block.text)]
    composer.flow(manuscript.body)
    body = tie_typed_notes(_grouped(_settled(composer.take())))
    composer.page = 0
    running: dict[str, Block] = {}
    for flow in manuscript.running:
        composer.flow(flow, Role.RUNNING)
        for block in composer.take():
            if not _PAGE_NUMBER.fullmatch(block.text):
                running.setdefault(block.text, block)
    pages = _pages_of_markers(body)
    notes = [_note(note, pages.get(note.key, 0)) for note in manuscript.notes]
    return Outline(
        manuscript.format,
        (*head, *body, *running.values(), *notes),
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
        for one in _continued(flow):
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
            self._joined(Role.HEADING, ((passage,),), level=passage.level)
            return
        label = passage.label
        for line in _lines(passage.pieces):
            one = replace(passage, pieces=tuple(line), label=label)
            self._joined(role or (Role.ITEM if passage.item else Role.PARAGRAPH), ((one,),))
            label = ""

    def _joined(self, role: Role, cells: Sequence[Sequence[Passage]], joint: str = " | ", level: int = 0) -> None:
        """Make one block of the paragraphs of cells, those of one cell with a space between them."""
        place = next((passage.place for cell in cells for passage in cell), "")
        builder = BlockBuilder(role, level, place)
        if self.page:
            builder.page(self.page)
        for cell in cells:
            between = "" if builder.empty else joint
            for passage in cell:
                if not passage.label and not _length(passage):
                    self._pieces(None, passage.pieces)
                    continue
                builder.add(between or " ")
                between = ""
                if passage.label:
                    builder.add(f"{passage.label} ")
                self._pieces(builder, passage.pieces)
        if not builder.empty:
            self._blocks.append(builder.build())

    def _pieces(self, builder: BlockBuilder | None, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if piece == PAGE_BREAK:
                self.page += bool(self.page)
                if builder is not None and self.page:
                    builder.page(self.page)
            elif builder is None:
                continue
            elif piece.key:
                builder.mark(piece.text, piece.key)
            elif piece.raised and (digits := piece.text.strip()).isdecimal():
                builder.mark(digits, RAISED + digits)
                if piece.text[-1].isspace():
                    builder.add(" ")
            else:
                builder.add(piece.text)

    def _grid(self, grid: Grid, role: Role | None) -> None:
        rows = [[cell for cell in row if any(map(_length, passages(cell)))] for row in grid.rows]
        rows = [row for row in rows if row]
        if role is None and _is_letterhead(rows):
            role = Role.MARGIN
        if role is None and (columns := _signatures(grid)):
            for column in columns:
                self.flow(column)
            return
        if role is None and _is_data(rows, ruled=grid.ruled):
            for row in rows:
                self._joined(Role.ROW, [tuple(passages(cell)) for cell in row])
            return
        for row in rows:
            self._layout_row(row, role)

    def _layout_row(self, row: Sequence[Flow], role: Role | None) -> None:
        """Make the blocks of a row that only sets things beside each other: a number or label and what it is of."""
        first, *rest = row
        label = [one for one in passages(first) if _length(one)]
        if not rest or len(label) > 1 or _length(label[0]) > _LONGEST_LABEL:
            for cell in row:
                self.flow(cell, role)
            return
        value, *more = rest
        inner = [one for one in passages(value) if _length(one)]
        if role is not None and sum(map(_length, inner)) <= _LONGEST_MARGIN:
            self._joined(role, [label, inner], " ")
        else:
            self._joined(role or Role.PARAGRAPH, [label, inner[:1]], " ")
            self.flow(tuple(inner[1:]), role)
        for cell in more:
            self.flow(cell, role)


def _continued(flow: Flow) -> Iterator[Passage | Grid | Box]:
    """Yield a flow with one paragraph for those that their author ended in the middle of a sentence."""
    parts: list[Piece] = []
    first: Passage | None = None
    before = ""
    for one in flow:
        plain = isinstance(one, Passage) and not one.level and not one.item
        after = words(one.pieces) if isinstance(one, Passage) else ""
        if plain and first is not None and isinstance(one, Passage) and _sentence_runs_on(before, after):
            parts += [BREAK, *one.pieces]
        else:
            if first is not None:
                yield replace(first, pieces=tuple(parts))
            first = None
            if plain and isinstance(one, Passage):
                first, parts = one, list(one.pieces)
            else:
                yield one
        before = after
    if first is not None:
        yield replace(first, pieces=tuple(parts))


def _sentence_runs_on(before: str, after: str) -> bool:
    return len(before) >= _FULL_LINE and before[-1].isalpha() and bool(_SMALL_WORD.match(after))


def _length(passage: Passage) -> int:
    return len(words(passage.pieces))


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the lines of a paragraph that its author ended on purpose: an address, a signature, a label.

    A break in running text, behind a full line or before a small letter, is a space.
    """
    line: list[Piece] = []
    before: str | None = None
    for row in _rows(pieces):
        after = words(row)
        if before is None or (before and after and _runs_on(before, after)):
            line += [Piece(" "), *row]
        else:
            yield line
            line = row
        before = after
    yield line


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in pieces:
        if piece == BREAK:
            yield row
            row = []
        else:
            row.append(piece)
    yield row


def _runs_on(before: str, after: str) -> bool:
    return after[0].islower() or (len(before) >= _FULL_LINE and before[-1] not in _CLAUSE_ENDS)


def _cell_words(cell: Flow) -> str:
    return " ".join(filter(None, (words(one.pieces) for one in passages(cell))))


def _is_letterhead(rows: Sequence[Sequence[Flow]]) -> bool:
    """Tell whether a table is a letterhead: two of its rows begin with the labels of one, or the only one does."""
    labelled = sum(1 for row in rows if len(row) > 1 and _LABEL.fullmatch(_cell_words(row[0])[: _LONGEST_LABEL + 1]))
    return labelled > 1 or (labelled == len(rows) == 1)


def _is_data(rows: Sequence[Sequence[Flow]], *, ruled: bool) -> bool:
    """Tell whether a table holds data: most of its rows fill more than one cell, fewer where lines are drawn in it."""
    filled = sum(1 for row in rows if len(row) > 1)
    return filled > 0 and filled * 2 >= len(rows) if ruled else filled > 1 and filled * 4 >= len(rows) * 3


def _signatures(grid: Grid) -> list[Flow]:
    """Return the columns of a table in which offices sign side by side, each with its name; none of another table."""
    cells = [_cell_words(cell) for row in grid.rows for cell in row]
    offices = sum(1 for cell in cells if _OFFICE.match(cell))
    if not offices or any(len(cell) > 2 * _LONGEST_LINE for cell in cells):
        return []
    width = max(map(len, grid.rows))
    return [tuple(one for row in grid.rows if len(row) > at for one in row[at]) for at in range(width)]


def _settled(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those of a letterhead or masthead in the margin that paragraphs of the text hold."""
    settled: list[Block] = []
    value = False
    for place, block in enumerate(blocks):
        label = None
        if place < _HEAD and block.role in {Role.PARAGRAPH, Role.LINE}:
            label = _LABELLED.match(block.text)
            if label or (value and len(block.text) <= 2 * _LONGEST_LINE) or _MASTHEAD.fullmatch(block.text):
                block = replace(block, role=Role.MARGIN)
        if block.role in _LINES and find_imprints(block.text):
            block = replace(block, role=Role.RUNNING)
        value = bool(label) and label is not None and label.end() == len(block.text)
        settled.append(block)
    return settled


def _grouped(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those as lines that stand together as short lines: an address, an office and its name."""
    short = [_is_line(block) for block in blocks]
    beside = zip([False, *short], short, [*short[1:], False], strict=False)
    return [
        replace(block, role=Role.LINE) if here and (before or after) else block
        for block, (before, here, after) in zip(blocks, beside, strict=True)
    ]


def _is_line(block: Block) -> bool:
    text = block.text
    if block.role is not Role.PARAGRAPH or len(text) > _LONGEST_LINE or not text:
        return False
    return not text[0].islower() and text[-1] not in _CLAUSE_ENDS


def _pages_of_markers(blocks: Sequence[Block]) -> dict[str, int]:
    """Return the page on which the marker of each note stands, where pages are known."""
    found: dict[str, int] = {}
    for block in blocks:
        for marker in block.markers:
            for offset, page in block.pages:
                if offset <= marker.start:
                    found[marker.key] = page
    return found


def _note(note: Note, page: int) -> Block:
    builder = BlockBuilder(Role.NOTE, key=note.key, label=note.label)
    if page:
        builder.page(page)
    for passage in passages(note.flow):
        builder.place = builder.place or passage.place
        builder.add(f" {passage.label} ")
        for piece in passage.pieces:
            builder.add(" " if piece in (BREAK, PAGE_BREAK) else piece.text)
        builder.add(" ")
    made = builder.build()
    if note.typed and made.text.startswith(note.label):
        made = replace(made, text=made.text[len(note.label) :].lstrip())
    return made
