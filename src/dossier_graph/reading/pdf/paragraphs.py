"""Rows of a PDF to paragraphs, headings, items and lines: what goes on from line to line and from page to page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from dossier_graph.model import Role
from dossier_graph.reading.pdf.columns import Column, Row
from dossier_graph.reading.pdf.grids import ALIGNED, Grid, find_grids, hangs, words_begin
from dossier_graph.reading.pdf.lines import Line
from dossier_graph.reading.pdf.setting import SAME_SIZE, Setting

__all__ = ["LETTER_LABEL", "Paragraph", "read_paragraphs"]

# What letterheads of ministries have above a value.
LETTER_LABEL = regex.compile(
    r"(?:Ons|Onze|Uw|Kenmerk|Datum|Bijlage|Contact|Kopie|Auteur|Behandeld|Betreft|Onderwerp)\b"
)
_WIDER = 1.28  # of the distance between lines: a wider gap parts paragraphs
_WIDENED = 1.6  # of the distance between lines: raised and lowered characters widen it so far within a sentence
_INDENT = 0.8  # of the size: how far the first line of a paragraph is moved in
_SLACK = 0.6  # of the size: a word that would have fitted by less did not fit
_BULLET = regex.compile(r"[•▪●○◦‣·*–—-]|o")
_DASHES = "-–—*"
_NUMBERED = regex.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[ivxIVX]{1,5}[.)]|\(?\p{L}[.)]|\(\d{1,3}\))")
_LABEL = regex.compile(rf"{_BULLET.pattern}|{_NUMBERED.pattern}")
_INITIAL = regex.compile(r"\p{Lu}\.|o")
_SECTION = regex.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s")
_ENDED = regex.compile(r"[.!?:;…][\"”’»')\]]*$")
_SENTENCE = regex.compile(r"[.!?;][\"”’»')\]]*$")
_PAUSE = regex.compile(r"[.!?:;,…][\"”’»')\]]*$")
_GOES_ON = regex.compile(r"\p{Ll}|\(")
# What a number goes on with: "36 045, nr." in front of "12.".
_NUMBER_OF = regex.compile(r"(?i)(?<!\p{L})(?:nrs?|no|artt?|p|pp|blz|vgl|jo)\.$")
_OFFICE = regex.compile(r"(?i)(?:namens )?(?:de |het )?(?:vice)?(?:minister|staatssecretaris|voorzitter|griffier)\b")
_LABEL_LENGTH = 25  # characters
_LETTERHEAD = 0.85  # of the size of the text: that of a letterhead beside it
_VALUE_BELOW = 2.2  # times the size: a value stands so far below its label at most
_LABEL_ALONE = 12  # points: a label that has nothing beside it ends so far from the text at least
_WIDE_CELL = 10  # times the size: cells that wide hold running text
_HUGE = 2  # times the size of the text
_HEADING_LENGTH = 250  # characters
_NEARLY_FULL = 0.7  # of the width of the column
_MOST_SIGN = 4  # side by side
_SIGNED_ROWS = 8  # offices and names, some of them over two lines
_ROOM_TO_SIGN = 9  # times the size: how far a name stands below an office at most
_NEW_OFFICE = 1.9  # times the size: an office that far below others is that of the next one who signs
_ROOM_BESIDE = 12  # points: a name begins that near to where its office does
_BLANK = 0.3  # of the size: the space between words
_LARGE = 1.12  # times the size of the text: the smallest heading in large type
_SHORT = 0.75  # of the width of the column: lines that long are set line by line


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together. `level` is that of a heading; `cells` are the lines of each cell of a row."""

    role: Role
    lines: list[Line]
    level: int = 0
    cells: list[list[Line]] = field(default_factory=list)


def read_paragraphs(columns: Sequence[tuple[int, Column]], setting: Setting) -> list[Paragraph]:
    """Return the paragraphs of columns that are in reading order."""
    builder = _Builder(setting)
    for _, column in columns:
        builder.column(column)
    made = builder.close()
    _rank_headings(made)
    return made


class _Builder:
    """Takes rows one behind the other, and tells whether each goes on with what came before it."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.made: list[Paragraph] = []
        self.open: Paragraph | None = None
        self.edge = 0.0
        self.left = 0.0
        self.within = (0.0, 0.0)  # the edges of the column in which the open paragraph began
        self.jumped = False  # a column or a page began since the last row
        self.jumped_edge = 0.0
        self.table: list[float] = []  # where the cells of the last row begin
        self.words: list[float] = []  # where their words begin, behind a number
        self.grid: Grid | None = None  # in which the row stands
        self.flowed = False  # running text has begun
        self.halted: Paragraph | None = None  # the last one whose sentence has not ended
        self.resumed = False  # the open paragraph was made before

    def column(self, column: Column) -> None:
        """Take the rows of a column."""
        last_edge = self.edge
        self.left, self.edge = column.left, self.setting.edge(column)
        self.jumped, self.jumped_edge = True, last_edge
        rows = column.rows
        grids = find_grids(rows)
        place = 0
        while place < len(rows):
            self.grid = grids[place]
            under = _under_labels(rows, place)
            if under > place:
                self._values(rows[place:under])
                place = under
                continue
            beside = _side_by_side(rows, place)
            if beside > place:
                self._signatures(rows[place:beside])
                place = beside
                continue
            self._row(rows[place])
            self.jumped = False
            place += 1

    def close(self) -> list[Paragraph]:
        """Return what was made."""
        self._end()
        return self.made

    def _row(self, row: Row) -> None:
        """Take what stands on one baseline: labels to the left of the column, then text or cells."""
        reach = self.left - (1 if len(row) > 1 else _LABEL_ALONE)
        labels = [line for line in row if line.right < reach]
        cells = list(row[len(labels) :])
        if labels and cells and not (len(cells) == 1 and self._in_sentence(cells[0], labels[0])):
            self._end()
        if labels:  # in front of what stands beside it, and of a paragraph that has not ended
            self.made.append(Paragraph(Role.MARGIN, labels))
        if len(cells) > 1:
            self._cells(cells)
        elif cells:
            self._line(cells[0])

    def _cells(self, cells: Sequence[Line]) -> None:
        """Take the cells of a row, which may go on with those above them."""
        below = [self._cell_above(line) for line in cells]
        if self.open is not None and None not in below:
            places = [place or 0 for place in below]
            if all(map(self._wraps, places, cells)) and (
                all(map(self._fills, places, cells)) or any(map(self._in_cell, places, cells))
            ):
                for place, line in zip(places, cells, strict=True):
                    self._append(place, line)
                return
        self._end()
        label = len(cells) == 2 and len(cells[0].text) <= _LABEL_LENGTH and cells[0].text[:1].isalpha()
        beside = label and (cells[0].text.endswith(":") or not self.flowed)
        self.open = Paragraph(Role.MARGIN if beside else Role.ROW, list(cells), 0, [[cell] for cell in cells])
        self.table = [cell.left for cell in cells]
        self.words = [words_begin(cell) for cell in cells]

    def _cell_above(self, line: Line) -> int | None:
        """Return the place of the cell that a line can go on with: it stands close below the last row."""
        row = self.open
        if row is None or not row.cells or self.jumped:
            return None
        if row.lines[-1].base - line.base > _WIDER * self.setting.distance(line.size):
            return None
        place = bisect_right(self.table, line.left + ALIGNED) - 1
        if place < 0:
            return None
        near = min(abs(self.table[place] - line.left), abs(self.words[place] - line.left))
        return place if near <= ALIGNED else None

    def _wraps(self, cell: int, line: Line) -> bool:
        """Tell whether a line goes on with the cell above it: its first word did not fit there."""
        last = self._last_of(cell)
        if last is None:
            return False
        if self._fills(cell, line):
            return True
        edge = self.grid.edge(self.table[cell]) if self.grid is not None else None
        wide = edge is not None and edge - self.table[cell] >= _WIDE_CELL * line.size
        return edge is not None and (wide or _in_sentence(last, line)) and _is_full(last, line, edge)

    def _fills(self, cell: int, line: Line) -> bool:
        """Tell whether the first word of a line did not fit between the cell above it and the next cell."""
        last = self._last_of(cell)
        if last is None:
            return False
        end = self.table[cell + 1] - _BLANK * line.size if cell + 1 < len(self.table) else self.edge
        return _is_full(last, line, end)

    def _in_cell(self, cell: int, line: Line) -> bool:
        """Tell whether a line goes on with the sentence in a cell of running text."""
        last = self._last_of(cell)
        if last is None or self.open is None or self.open.cells[cell][0].text[:1].islower():
            return False  # where cells begin with small letters, one says nothing
        return _in_sentence(last, line) and last.right - last.left >= _WIDE_CELL * line.size

    def _last_of(self, cell: int) -> Line | None:
        row = self.open
        return row.cells[cell][-1] if row is not None and row.cells and row.cells[cell] else None

    def _append(self, cell: int, line: Line) -> None:
        if self.open is not None:
            self.open.cells[cell].append(line)
            self.open.lines.append(line)

    def _line(self, line: Line) -> None:
        """Take a line of text."""
        cell = self._cell_above(line)
        if cell or (cell == 0 and self._wraps(0, line) and line.right < self.table[1]):
            self._append(cell, line)
        elif self.open is not None and not self.open.cells and self._goes_on(self.open, line):
            self.open.lines.append(line)
        else:
            self._end()
            if self.halted is not None and self._resumes(self.halted, line):
                self.open, self.resumed = self.halted, True
                self.open.lines.append(line)
            else:
                self.open, self.within = Paragraph(Role.PARAGRAPH, [line]), (self.left, self.edge)

    def _goes_on(self, paragraph: Paragraph, line: Line) -> bool:
        """Tell whether a line goes on with a paragraph."""
        last = paragraph.lines[-1]
        if abs(last.size - line.size) > SAME_SIZE * max(line.size, last.size):
            return False
        begins = _begins_item(line)
        if self._changes_style(paragraph, line, begins):
            return False
        cut = last.text[-1] == "-" and last.text[-2:-1].isalnum()
        if self.jumped:
            if begins:
                return False
            if cut:
                return True
            if _SENTENCE.search(last.text) or last.text.endswith(":"):
                return False
            return _is_full(last, line, self.jumped_edge) or (line.text[:1].islower() and not last.text.endswith(","))
        if not 0 < last.base - line.base <= self._reach(paragraph, line):
            return False
        if cut:
            return True
        if not _is_full(last, line, self.edge):
            # some programs break lines a little earlier than they had to
            wide = last.right - self.left > _NEARLY_FULL * (self.edge - self.left)
            return wide and bool(_GOES_ON.match(line.text)) and not _PAUSE.search(last.text)
        return not (begins and _is_item(paragraph, line)) and not _moved_in(paragraph, line)

    def _in_sentence(self, line: Line, label: Line) -> bool:
        """Tell whether a line goes on with a sentence, so that what stands beside it is no label of its own."""
        last = self.open
        if last is None or last.cells or _PAUSE.search(last.lines[-1].text):
            return False
        aside = label.size < _LETTERHEAD * line.size
        return (aside or line.text[:1].islower()) and self._goes_on(last, line)

    def _changes_style(self, paragraph: Paragraph, line: Line, begins: bool) -> bool:
        """Tell whether a heading ends in front of a line, or begins with it."""
        last = paragraph.lines[-1]
        if last.bold != line.bold:
            return begins or not line.text[:1].islower() or bool(_ENDED.search(last.text))
        headed = last.italic and paragraph.lines[0].italic and not line.italic
        return headed and (begins or line.text[:1].isupper())

    def _reach(self, paragraph: Paragraph, line: Line) -> float:
        """Return how far below the last line of a paragraph its next line stands at most."""
        distance = self.setting.distance(line.size)
        lines = paragraph.lines
        if len(lines) > 1 and lines[-2].page == lines[-1].page and lines[-2].base > lines[-1].base:
            distance = max(distance, lines[-2].base - lines[-1].base)
        last = lines[-1]
        unended = _in_sentence(last, line) and _is_full(last, line, self.edge)
        return (_WIDENED if unended else _WIDER) * distance

    def _values(self, rows: Sequence[Row]) -> None:
        """Take labels of a letter side by side, each with the values below it."""
        self._end()
        lefts = [label.left for label in rows[0]]
        blocks: list[list[Line]] = [[] for _ in lefts]
        for row in rows:
            for cell in row:
                blocks[bisect_right(lefts, cell.left + ALIGNED) - 1].append(cell)
        self.made += [Paragraph(Role.MARGIN, block, 0, [[line] for line in block]) for block in blocks]

    def _signatures(self, rows: Sequence[Row]) -> None:
        """Take the blocks of several who sign side by side, each from top to bottom."""
        self._end()
        lefts = [cell.left for cell in rows[0]]
        blocks: list[list[Line]] = [[] for _ in lefts]
        for row in rows:
            for cell in row:
                blocks[min(range(len(lefts)), key=lambda place: abs(lefts[place] - cell.left))].append(cell)
        edges = self.left, self.edge
        for place, block in enumerate(blocks):
            self.left = lefts[place]
            self.edge = lefts[place + 1] - rows[0][0].size if place + 1 < len(lefts) else edges[1]
            for line in block:
                self._line(line)
            self._end()
        self.left, self.edge = edges

    def _end(self) -> None:
        if self.open is None:
            return
        paragraph, self.open = self.open, None
        if not self.resumed:
            if paragraph.role is Role.PARAGRAPH:
                paragraph.role = self._role(paragraph)
            self.made.append(paragraph)
        self.resumed = False
        self.flowed = self.flowed or paragraph.role is Role.PARAGRAPH
        if paragraph.role is Role.HEADING:
            self.halted = None
        elif paragraph.role in {Role.PARAGRAPH, Role.ITEM} and self._is_text(paragraph.lines[-1]):
            self.halted = None if _PAUSE.search(paragraph.lines[-1].text) else paragraph

    def _is_text(self, line: Line) -> bool:
        """Tell whether a line is set in the type of the text, as captions and figures are not."""
        return abs(line.size - self.setting.size) <= SAME_SIZE * self.setting.size

    def _resumes(self, halted: Paragraph, line: Line) -> bool:
        """Tell whether a line goes on with a paragraph in which a figure or a table was put."""
        last = halted.lines[-1]
        if self.made[-1] is halted or line.page - last.page > 1 or abs(line.left - self.left) > line.size:
            return False
        if not line.text[:1].islower() or _begins_item(line) or line.bold != last.bold or not self._is_text(line):
            return False
        return _is_full(last, line, self.within[1])

    def _role(self, paragraph: Paragraph) -> Role:
        lines = paragraph.lines
        first, last = lines[0], lines[-1]
        text = " ".join(line.text for line in lines)
        if len(text) <= 2 and first.size > _HUGE * self.setting.size:
            return Role.MARGIN  # the number of the chamber in the letterhead
        # a heading has no full stop, a text in larger type than that of the others has
        large = first.size > _LARGE * self.setting.size and not (len(lines) > 1 and text.endswith("."))
        styled = all(line.bold for line in lines) or large
        if styled and len(text) <= _HEADING_LENGTH and any(map(str.isalpha, text)) and not text.endswith((",", ";")):
            return Role.HEADING
        if _begins_item(first) and len(first.words) > 1:
            return Role.ITEM
        left, edge = self.within
        short = last.right - left < _SHORT * (edge - left)
        if len(lines) == 1 and short and not _SENTENCE.search(text):
            return Role.LINE
        return Role.PARAGRAPH


def _is_full(last: Line, line: Line, edge: float) -> bool:
    """Tell whether the first word of a line did not fit on the line above it."""
    right = line.words[0].right
    for word in line.words[1:]:
        if word.spaced:
            break
        right = word.right
    needed = right - line.left + _BLANK * line.size
    return last.right + needed > edge - _SLACK * line.size


def _in_sentence(last: Line, line: Line) -> bool:
    """Tell whether a line goes on with the sentence of the line above it."""
    return line.text[:1].islower() and not _ENDED.search(last.text)


def _moved_in(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether a line begins elsewhere than those of the paragraph above it."""
    lines = paragraph.lines
    last = lines[-1]
    indent = _INDENT * line.size
    if _LABEL.fullmatch(lines[0].words[0].text):
        # what goes on with an item hangs below its words, or stands below its number, or further to the left when
        # the first line is moved in
        return (
            line.left < lines[0].left - indent
            and (len(lines) > 1 or bool(_SENTENCE.search(last.text)))
            and (line.left < last.left - indent)
        )
    if len(lines) == 1 or last.page != line.page or lines[-2].page != last.page:
        return line.left > last.left + indent
    return abs(line.left - last.left) > indent


def _is_item(paragraph: Paragraph, line: Line) -> bool:
    """Tell whether a number or a dash at the beginning of a line, below a full one, begins an item."""
    mark, first = line.words[0].text, paragraph.lines[0].words[0].text
    if _NUMBER_OF.search(paragraph.lines[-1].text):
        return False
    if mark not in _DASHES and mark[-1] != ".":
        return True
    return bool(_ENDED.search(paragraph.lines[-1].text)) or hangs(line) or first == mark


def _begins_item(line: Line) -> bool:
    """Tell whether a line begins with the number or the bullet of an item."""
    first = line.words[0].text
    if len(line.words) < 2:
        return _BULLET.fullmatch(first) is not None
    if not line.words[1].spaced or not _LABEL.fullmatch(first) or (first[-1].isalnum() and first != "o"):
        return False
    # "A. de Vries" is a name
    return not _INITIAL.fullmatch(first) or hangs(line)


def _side_by_side(rows: Sequence[Row], place: int) -> int:
    """Return where the block ends in which several sign side by side, or `place` when none begins there."""
    row = rows[place]
    if not 2 <= len(row) <= _MOST_SIGN or not all(_OFFICE.match(cell.text) for cell in row):
        return place
    end = place + 1
    lefts = [cell.left for cell in row]
    while end < len(rows) and end < place + _SIGNED_ROWS:
        if not all(min(abs(left - cell.left) for left in lefts) <= _ROOM_BESIDE for cell in rows[end]):
            break
        room = rows[end - 1][0].base - rows[end][0].base
        if room > _ROOM_TO_SIGN * row[0].size:
            break
        if len(rows[end]) == 1 and _OFFICE.match(rows[end][0].text) and room > _NEW_OFFICE * row[0].size:
            break  # one who signs below the others
        end += 1
    return end


def _under_labels(rows: Sequence[Row], place: int) -> int:
    """Return where the values end below labels of a letter side by side, or `place` when no labels stand there."""
    labels = rows[place]
    if len(labels) < 2 or not all(len(one.text) <= _LABEL_LENGTH and LETTER_LABEL.match(one.text) for one in labels):
        return place
    lefts = [label.left for label in labels]
    end = place + 1
    while end < len(rows) and len(rows[end]) > 1:
        near = [bisect_right(lefts, cell.left + ALIGNED) - 1 for cell in rows[end]]
        aligned = all(
            at >= 0 and abs(lefts[at] - cell.left) <= ALIGNED for at, cell in zip(near, rows[end], strict=True)
        )
        below = rows[end - 1][0].base - rows[end][0].base
        if not aligned or below > _VALUE_BELOW * labels[0].size or LETTER_LABEL.match(rows[end][0].text):
            break
        end += 1
    return end if end > place + 1 else place


def _rank_headings(paragraphs: Sequence[Paragraph]) -> None:
    """Give headings their levels: by the parts of their number, else by size."""
    headings = [paragraph for paragraph in paragraphs if paragraph.role is Role.HEADING]
    styles = sorted({round(paragraph.lines[0].size * 2) for paragraph in headings}, reverse=True)
    for paragraph in headings:
        number = _SECTION.match(paragraph.lines[0].text)
        depth = number["number"].count(".") if number else 0
        paragraph.level = min(6, styles.index(round(paragraph.lines[0].size * 2)) + 1 + depth)
