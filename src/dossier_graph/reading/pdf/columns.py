"""Lines of a page in reading order: columns, rows, and what stands beside the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import median

from dossier_graph.reading.pdf.lines import NEXT_LINE, RAISED, SMALL_TYPE, Line, joined

__all__ = ["Column", "Row", "Sheet", "read_columns"]

_NARROWEST_GUTTER = 5  # points
_MOST_GUTTERS = 12
_WIDEST = 14_400  # points: no page is wider
_CROSSED = 10  # one line in so many may cross a gutter: a heading over two columns
_NARROWEST_COLUMN = 0.18  # of the width of the page
_FULL = 0.7  # of the width of a column: a line of running text is that wide
_LONG = 20  # characters; shorter lines are labels, numbers and cells
_FEWEST_GAPS = 3
_LEVEL = 2  # points between the baselines of cells of one row
_SHARED_GAPS = 0.8  # of the gaps of a column: those of a table
_WIDE_GAP = 1.25  # of the usual distance of lines
_WIDE_LINE = 0.5  # of the width of what stands between two gutters: lines that wide tell where text begins
_MANY_CELLS = 3
_OFTEN = 0.5  # of the rows
_MOVED_IN = 3  # times the size: how far the first line of a paragraph is moved in at most
_STRETCHED = 3  # times the size: no line is stretched further
_EVEN = 1.6  # times the narrowest: gaps of a line that was stretched are no wider
_SAME_BASE = 0.3  # of the size: how far the baselines of a label and of what it labels are apart

Row = tuple[Line, ...]


@dataclass(slots=True)
class Column:
    """Rows in reading order that share their left and right edge, in points; a row of running text has one line."""

    left: float
    right: float
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in reading order: its columns, and the lines beside them from top to bottom."""

    columns: tuple[Column, ...]
    beside: tuple[Line, ...]


@dataclass(slots=True)
class _Region:
    """What stands between two gutters."""

    left: float
    right: float
    lines: list[Line] = field(default_factory=list)

    @property
    def letters(self) -> int:
        return sum(len(line.text) for line in self.lines)

    def flows(self, page_width: float, most: int) -> bool:
        """Tell whether running text is set here: lines as wide as the region, and a fair part of the page."""
        if not self.lines:
            return False
        low, high = min(line.left for line in self.lines), max(line.right for line in self.lines)
        full = sum(
            1 for line in self.lines if line.right - line.left >= _FULL * (high - low) and len(line.text) >= _LONG
        )
        return (
            high - low >= _NARROWEST_COLUMN * page_width
            and full >= 3
            and 4 * full >= len(self.lines)
            and 5 * self.letters >= most
        )


def read_columns(lines: Sequence[Line], width: float) -> Sheet:
    """Return the lines of a page of that width in reading order."""
    upright = [line for line in lines if not line.turned]
    turned = [line for line in lines if line.turned]
    regions, across = _regions(upright, width)
    most = max((region.letters for region in regions), default=0)
    flowing = [region.flows(width, most) for region in regions]
    if not any(flowing):
        main = max(range(len(regions)), key=lambda place: regions[place].letters, default=-1)
        flowing = [place == main for place in range(len(regions))]
    if sum(flowing) > 1 and _is_table([region for region, flows in zip(regions, flowing, strict=True) if flows]):
        return Sheet((_column(upright),), tuple(turned))
    columns: list[_Region] = []
    beside: list[Line] = []
    waiting: list[Line] = []  # labels to the left of the next column
    notes: list[Line] = []
    for region, flows in zip(regions, flowing, strict=True):
        if flows:
            columns.append(_Region(region.left, region.right, waiting + region.lines))
            waiting = []
        elif columns and _is_margin(region, columns[-1]):
            beside.extend(region.lines)
        elif columns:
            columns[-1].lines.extend(region.lines)
        else:
            left, labels = _margin_notes(region.lines)
            notes.extend(left)
            waiting.extend(labels)
    if len(columns) < 2:
        rest = [*waiting, *across, *(line for column in columns for line in column.lines)]
        made = [_column(rest)] if rest else []
    else:
        columns[-1].lines.extend(waiting)
        made = _bands(columns, across)
    if notes:
        made.append(_column(notes))
    beside.sort(key=lambda line: (-line.base, line.left))
    return Sheet(tuple(made), tuple(beside + turned))


def _regions(lines: Sequence[Line], width: float) -> tuple[list[_Region], list[Line]]:
    """Return what stands between the gutters of a page, and the lines that cross a gutter."""
    count = max(1, min(int(width), _WIDEST) + 1)  # a gutter is looked for point by point
    edges = [0] * (count + 1)
    for line in lines:
        edges[max(0, min(count - 1, int(line.left)))] += 1
        edges[max(0, min(count - 1, int(line.right))) + 1] -= 1
    covered = list(accumulate(edges[:count]))
    # a strip that no line crosses, or one that few do between two parts that many lines cover
    strips = list(_strips(covered, 0))
    strips += [
        strip
        for strip in _strips(covered, len(lines) // _CROSSED)
        if not any(low < strip[1] and strip[0] < high for low, high in strips[: _MOST_GUTTERS + 1])
    ]
    gutters = sorted((low + high) / 2 for low, high in strips)
    if len(gutters) > _MOST_GUTTERS:  # a table all over the page
        gutters = []
    bounds = [float("-inf"), *gutters, float("inf")]
    regions = [_Region(low, high) for low, high in pairwise(bounds)]
    across: list[Line] = []
    for line in lines:
        region = regions[bisect_right(gutters, line.left)]
        (region.lines if line.right <= region.right else across).append(line)
    return [region for region in regions if region.lines], across


def _strips(covered: Sequence[int], allowed: int) -> Iterator[tuple[int, int]]:
    """Yield the strips of a page that at most so many lines cross, between others."""
    used = [place for place, lines in enumerate(covered) if lines > allowed]
    for before, after in pairwise(used):
        if after - before > _NARROWEST_GUTTER:
            yield before + 1, after


def _margin_notes(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the notes to the left of the text, as older Kamerstukken have them, then the other lines there."""
    notes: list[Line] = []
    labels: list[Line] = []
    last: Line | None = None  # of a note
    for line in sorted(lines, key=lambda one: -one.base):
        numbered = line.words[0].raised >= RAISED and line.words[0].text.isdecimal()
        if numbered or (last is not None and last.base - line.base <= NEXT_LINE * last.size):
            notes.append(line)
            last = line
        else:
            labels.append(line)
            last = None
    return notes, labels


def _is_margin(region: _Region, column: _Region) -> bool:
    """Tell whether what stands to the right of a column is a margin, not the last cells of its rows."""
    if median(line.size for line in region.lines) < SMALL_TYPE * median(line.size for line in column.lines):
        return True
    bases = {round(line.base) for line in column.lines}
    level = sum(1 for line in region.lines if {round(line.base) + step for step in (-1, 0, 1)} & bases)
    return 2 * level < len(region.lines)


def _is_table(columns: Sequence[_Region]) -> bool:
    """Tell whether columns are those of a table: below a gap in one, a line begins at the same height as beside it."""
    for left, right in pairwise([_below_gaps(column.lines) for column in columns]):
        shared = at = 0
        for base in left:
            while at < len(right) and right[at] < base - _LEVEL:
                at += 1
            shared += at < len(right) and right[at] <= base + _LEVEL
        fewest = min(len(left), len(right))
        if fewest < _FEWEST_GAPS or shared < _SHARED_GAPS * fewest:
            return False
    return True


def _below_gaps(lines: Sequence[Line]) -> list[float]:
    """Return the baselines below the gaps in a column that are wider than the usual one, from the foot of the page."""
    steps = [(low, high) for low, high in pairwise(sorted(line.base for line in lines)) if high - low > _LEVEL]
    usual = sorted(high - low for low, high in steps)[len(steps) // 4] if steps else 0.0
    return [low for low, high in steps if high - low > _WIDE_GAP * usual]


def _bands(columns: Sequence[_Region], across: Iterable[Line]) -> list[Column]:
    """Return the columns between the lines that go across them, from the top of the page to its foot."""
    heads = sorted(across, key=lambda line: -line.base)
    left = [sorted(column.lines, key=lambda line: -line.base) for column in columns]
    at = [0] * len(columns)
    made: list[Column] = []
    place = 0
    while place <= len(heads):
        low = heads[place].base if place < len(heads) else float("-inf")
        for number, lines in enumerate(left):
            start = at[number]
            while at[number] < len(lines) and lines[at[number]].base > low:
                at[number] += 1
            if at[number] > start:
                made.append(_column(lines[start : at[number]], lines))
        group: list[Line] = []
        while place < len(heads) and heads[place].base == low:
            group.append(heads[place])
            place += 1
        if group:
            made.append(_column(group))
        else:
            place += 1
    return made


def _column(lines: Sequence[Line], like: Sequence[Line] | None = None) -> Column:
    """Return lines as a column, whose edges are those of the lines `like` where they are given."""
    rows = _rows(lines)
    measured = like or lines
    low, high = min(line.left for line in measured), max(line.right for line in measured)
    if _OFTEN * len(rows) <= sum(1 for row in rows if len(row) >= _MANY_CELLS):
        return Column(low, high, rows)
    long = [line for line in measured if len(line.text) >= _LONG] or list(measured)
    wide = [line for line in long if line.right - line.left >= _WIDE_LINE * (high - low)] or long
    lefts: Counter[int] = Counter()
    for line in wide:
        lefts[round(line.left)] += len(line.text)
    best = max(lefts, key=lambda one: (lefts[one - 1] + lefts[one] + lefts[one + 1], -one))
    left = min(line.left for line in wide if abs(round(line.left) - best) <= 1)
    right = max(line.right for line in long)
    return Column(left, right, [(joined(row),) if _is_stretched(row, left, right) else row for row in rows])


def _is_stretched(row: Row, left: float, right: float) -> bool:
    """Tell whether a row is a line of text that was stretched to the width of its column."""
    size = row[0].size
    if len(row) < 2 or abs(row[0].left - left) > _MOVED_IN * size or abs(row[-1].right - right) > size:
        return False
    words = [word for line in row for word in line.words]
    starts = {id(line.words[0]) for line in row}
    gaps = [word.left - last.right for last, word in pairwise(words) if word.spaced or id(word) in starts]
    return len(gaps) > 1 and max(gaps) < min(_EVEN * min(gaps), _STRETCHED * size)


def _rows(lines: Iterable[Line]) -> list[Row]:
    """Return lines on one baseline as rows, from top to bottom."""
    rows: list[list[Line]] = []
    base = 0.0
    for line in sorted(lines, key=lambda one: -one.base):
        reach = _SAME_BASE * min(line.size, rows[-1][0].size) if rows else 0.0
        if rows and base - line.base <= reach:
            rows[-1].append(line)
        else:
            rows.append([line])
            base = line.base
    return [tuple(sorted(row, key=lambda one: one.left)) for row in rows]
