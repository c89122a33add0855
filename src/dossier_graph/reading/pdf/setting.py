"""How the text of a PDF is set: its size, the distance of its lines, its right edge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dossier_graph.reading.pdf.columns import Column
from dossier_graph.reading.pdf.lines import RAISED, Line

__all__ = ["SAME_SIZE", "Setting", "read_setting"]

SAME_SIZE = 0.08  # of the size: how much sizes differ within one text
_LONG = 30  # characters; lines that long tell where the right edge of the text is
_NEAR = 8  # points: columns whose left edges are that near are one
_OUTLIERS = 0.98  # of the lines end further to the left than the edge of the text, but for a few that stick out
_CLOSEST, _WIDEST = 0.9, 2.6  # times the size: the distance of lines lies in between


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paper is set: the size of its text, the distance of lines by size, the right edge by the left one."""

    size: float
    leading: dict[float, float]
    edges: dict[int, float]

    def distance(self, size: float) -> float:
        """Return how far the baselines of lines in some size are apart, in points."""
        return self.leading.get(_step(size), 1.22 * size)

    def edge(self, column: Column) -> float:
        """Return the right edge of a column, in points: that of the widest lines with this left edge in the paper."""
        place = round(column.left / _NEAR)
        return max([column.right, *(self.edges.get(place + step, 0.0) for step in (-1, 0, 1))])


def read_setting(columns: Iterable[tuple[int, Column]]) -> Setting:
    """Return how a paper is set."""
    sizes: Counter[float] = Counter()
    exact: defaultdict[float, Counter[float]] = defaultdict(Counter)
    steps: defaultdict[float, Counter[float]] = defaultdict(Counter)
    rights: defaultdict[int, list[float]] = defaultdict(list)
    kept = list(columns)
    for _, column in kept:
        last: Line | None = None
        notes = False  # the notes of the page have begun
        for row in column.rows:
            line = row[0]
            notes = notes or line.words[0].raised >= RAISED
            running = len(row) == 1 and not notes
            for cell in row:
                sizes[_step(cell.size)] += len(cell.text) if running else 0
                exact[_step(cell.size)][cell.size] += len(cell.text)
            if last is not None and _step(last.size) == _step(line.size) and abs(last.left - line.left) < 3:
                steps[_step(line.size)][round(last.base - line.base, 1)] += 1
            last = line
    if not sizes.total():  # a paper of nothing but tables or notes
        sizes.update({step: counted.total() for step, counted in exact.items()})
    most = max(sizes, key=lambda one: (sizes[one], one), default=0.0)
    size = max(exact[most], key=lambda one: (exact[most][one], one), default=10.0)
    for _, column in kept:
        for row in column.rows:
            if len(row) == 1 and len(row[0].text) >= _LONG and abs(row[0].size - size) < SAME_SIZE * size:
                rights[round(column.left / _NEAR)].append(row[0].right)
    leading = {}
    for one, counted in steps.items():
        step = max(counted, key=lambda step: (counted[step - 0.1] + counted[step] + counted[step + 0.1], -step))
        if _CLOSEST * one <= step <= _WIDEST * one:
            leading[one] = step
    edges = {place: sorted(found)[int(_OUTLIERS * (len(found) - 1))] for place, found in rights.items()}
    return Setting(size, leading, edges)


def _step(size: float) -> float:
    """Return a size to the half point: those of one type differ a little in scans."""
    return round(2 * size) / 2
