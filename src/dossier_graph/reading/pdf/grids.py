"""Where the cells of the rows of a table stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from dossier_graph.reading.pdf.columns import Row
from dossier_graph.reading.pdf.lines import Line

__all__ = ["ALIGNED", "Grid", "find_grids", "hangs", "words_begin"]

ALIGNED = 3  # points: lines of one cell begin that near
_APART = 0.6  # of the size: no space between words is that wide
_NUMBER = regex.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L})[.)]?|[•▪●○◦‣·*–—-]")


@dataclass(slots=True)
class _Place:
    """Where lines of a cell begin: at `left`, or at `words` behind a number; the widest ends at `right`."""

    left: float
    words: float
    right: float


class Grid:
    """Rows one behind the other whose cells begin at the same places, in points."""

    def __init__(self, row: Row) -> None:
        self._places = [_Place(line.left, words_begin(line), line.right) for line in row]
        self._lefts = [place.left for place in self._places]

    def takes(self, row: Row) -> bool:
        """Tell whether a row is one of the grid, whose cells are then at least as wide as its lines."""
        found = [self._place(line.left) for line in row]
        if None in found or len(set(found)) < len(found):
            return False
        for number, line in zip(found, row, strict=True):
            if number is not None and number + 1 < len(self._lefts) and line.right > self._lefts[number + 1]:
                return False
        for number, line in zip(found, row, strict=True):
            if number is not None:
                place = self._places[number]
                place.right, place.words = max(place.right, line.right), max(place.words, words_begin(line))
        return True

    def edge(self, left: float) -> float | None:
        """Return where the widest line ends of those that begin at a place."""
        number = self._place(left)
        return None if number is None else self._places[number].right

    def _place(self, left: float) -> int | None:
        number = bisect_right(self._lefts, left + ALIGNED) - 1
        if number < 0:
            return None
        place = self._places[number]
        return number if min(abs(place.left - left), abs(place.words - left)) <= ALIGNED else None


def find_grids(rows: Sequence[Row]) -> list[Grid | None]:
    """Return the grid in which each row stands; a row of one line that goes on with no cell is in none."""
    grids: list[Grid | None] = []
    grid: Grid | None = None
    for row in rows:
        if grid is None or not grid.takes(row):
            grid = Grid(row) if len(row) > 1 else None
        grids.append(grid)
    return grids


def words_begin(line: Line) -> float:
    """Return where the words of a line begin: behind the number that stands apart in front of them, if one does."""
    words = line.words
    return words[1].left if len(words) > 1 and hangs(line) and _NUMBER.fullmatch(words[0].text) else line.left


def hangs(line: Line) -> bool:
    """Tell whether the first word of a line, a number, stands apart from the next one."""
    return line.words[1].left - line.words[0].right > _APART * line.size
