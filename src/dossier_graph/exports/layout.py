"""Where each thing stands in the picture: papers along the time axis, what they cite in lanes above and below.

All arithmetic is on integers, so that the same graph gives the same positions on every machine.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier_graph.exports.picture import PictureEdge, PictureNode

__all__ = ["Band", "bands", "in_order", "place"]

# One cell holds a thing and two lines of label, in the units of the canvas.
_COLUMN = 170
_ROW = 84
_PAPER_ROW = 120  # the names of the papers that were read come first
_GAP = 32  # above each lane, for its title
_STACK = 4  # papers of one day stand below each other, at most this many

_READ = "Stukken in dit dossier"
_LANES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("Ambten en organisaties", "Offices and organisations",
     frozenset({"Ambt", "Commissie", "Fractie", "Ministerie", "Organisatie"})),
    ("Personen", "People", frozenset({"Persoon"})),
    (_READ, "Papers in this dossier", frozenset()),
    ("Moties, toezeggingen en vragen", "Motions, commitments and questions",
     frozenset({"Amendement", "Debat", "Handeling", "Kamervraag", "Motie", "Toezegging"})),
    ("Kamerstukken en brieven", "Parliamentary papers and letters",
     frozenset({"Beslisnota", "Brief", "Kamerstuk", "Verslag"})),
    ("Rapporten en bijlagen", "Reports and enclosures", frozenset({"Bijlage", "Rapport"})),
    ("Regelingen en uitspraken", "Legislation and case law",
     frozenset({"Artikel", "Besluit", "EUBesluit", "EURichtlijn", "EUVerordening", "MinisterieleRegeling", "Regeling",
                "Uitspraak", "Wet"})),
    ("Dossiers en overige", "Dossiers and other", frozenset()),
)  # fmt: skip
_READ_LANE = next(number for number, lane in enumerate(_LANES) if lane[0] == _READ)
_LANE_OF = {kind: number for number, (_, _, kinds) in enumerate(_LANES) for kind in kinds}


@dataclass(frozen=True, slots=True)
class Band:
    """One lane of the picture, from `top` to `bottom` in the units of the canvas."""

    label_nl: str
    label_en: str
    top: int
    bottom: int


def place(nodes: Iterable[PictureNode], edges: Iterable[PictureEdge]) -> dict[str, tuple[int, int]]:
    """Return the position of each node by its id, x to the right and y downwards.

    Papers that were read stand in the order of their dates, wider apart the more time lies between them, in turns a
    row lower where there are many, so that there is room for their names; a paper with an inferred date comes behind
    those that print that date, and papers without a date come last. Other things stand in the lane of their kind, as
    near as room allows to what they are connected with; no two share a cell.
    """
    lanes = _lanes(nodes)
    neighbours = _neighbours(edges)
    columns = _columns(lanes.get(_READ_LANE, []))
    width = _width(lanes, columns)
    across = _papers_across(columns, width)
    # Twice: the second time each thing also knows where its neighbours in the other lanes came to stand.
    for _ in range(2):
        for number in sorted(lanes, key=lambda number: (abs(number - _READ_LANE), number)):
            if number != _READ_LANE:
                # Lanes are shifted against each other, so that a line to a far lane passes beside what lies between.
                shift = (number * 2 % 5 - 2) * _COLUMN // 6
                across.update(_lane_across(lanes[number], neighbours, across, width, shift))
    return _stacked(lanes, columns, across, width)


def in_order(papers: Iterable[PictureNode]) -> list[PictureNode]:
    """Return papers by date, the inferred (which is a lower bound) behind the printed and the undated last."""
    return sorted(
        papers,
        key=lambda paper: (
            not paper.date, paper.date, bool(paper.date_inferred_from), paper.kind, paper.label, paper.id
        ),
    )  # fmt: skip


def bands(nodes: Iterable[PictureNode], positions: Mapping[str, tuple[int, int]]) -> tuple[Band, ...]:
    """Return the lanes that hold something, from the top down."""
    found = []
    for number, members in sorted(_lanes(nodes).items()):
        heights = [positions[node.id][1] for node in members]
        dutch, english, _ = _LANES[number]
        # A label hangs below its node, so the cell reaches further down than up.
        found.append(
            Band(dutch, english, min(heights) - _GAP, max(heights) + (_PAPER_ROW if number == _READ_LANE else _ROW))
        )
    return tuple(found)


def _lanes(nodes: Iterable[PictureNode]) -> dict[int, list[PictureNode]]:
    lanes: dict[int, list[PictureNode]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: (node.kind, node.label, node.id)):
        lanes[_READ_LANE if node.was_read else _LANE_OF.get(node.kind, len(_LANES) - 1)].append(node)
    return dict(lanes)


def _neighbours(edges: Iterable[PictureEdge]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for source, target in sorted({(edge.source, edge.target) for edge in edges}):
        found[source].append(target)
        found[target].append(source)
    return found


def _width(lanes: Mapping[int, Sequence[PictureNode]], columns: Sequence[Sequence[PictureNode]]) -> int:
    """Return the least width that gives each column its room and makes the picture a little wider than high."""
    across = max(len(columns), 2)
    while True:
        width = across * _COLUMN
        height = sum(
            (1 + max(_paper_rows(columns).values())) * _PAPER_ROW
            if number == _READ_LANE
            else _rows(len(members), width) * _ROW
            for number, members in lanes.items()
        )
        if 4 * width >= 5 * (height + len(lanes) * _GAP):
            return width
        across += 1


def _columns(papers: Sequence[PictureNode]) -> list[list[PictureNode]]:
    """Group the papers that were read by date, the inferred behind the printed and the undated last."""
    columns: list[list[PictureNode]] = []
    for _, group in groupby(in_order(papers), key=lambda paper: (paper.date, bool(paper.date_inferred_from))):
        day = list(group)
        columns += [day[start : start + _STACK] for start in range(0, len(day), _STACK)]
    return columns


def _paper_rows(columns: Sequence[Sequence[PictureNode]]) -> dict[str, int]:
    """Return the row of each paper in its lane; of many columns, neighbours take turns over two, three or four rows."""
    turns = 1 + (len(columns) > 3) + (len(columns) > 5) + (len(columns) > 8)
    return {paper.id: number % turns + row for number, column in enumerate(columns) for row, paper in enumerate(column)}


def _papers_across(columns: Sequence[Sequence[PictureNode]], width: int) -> dict[str, int]:
    """Place the columns halfway between even spacing and true time: bursts stay readable, silences stay visible."""
    days = [_day(column[0].date) for column in columns]
    dated = [day for day in days if day]
    first, span = (min(dated), max(dated) - min(dated)) if dated else (0, 0)
    undated = len(days) - len(dated)
    room = width - undated * _COLUMN
    wanted = []
    for place_in_row, day in enumerate(days):
        even = place_in_row * width // max(len(columns) - 1, 1) if len(columns) > 1 else width // 2
        in_time = (day - first) * room // span if day and span else even
        wanted.append((even + in_time) // 2 if day else even)
    spread = _spread(wanted, _COLUMN, width)
    return {paper.id: x for column, x in zip(columns, spread, strict=True) for paper in column}


def _day(iso: str) -> int:
    """Return the number of a day, 0 for what is no date."""
    try:
        return datetime.date.fromisoformat(f"{iso}-01"[:10]).toordinal()
    except ValueError:
        return 0


def _lane_across(
    members: Sequence[PictureNode],
    neighbours: Mapping[str, Sequence[str]],
    across: Mapping[str, int],
    width: int,
    shift: int,
) -> dict[str, int]:
    wanted = []
    for node in members:
        near = [across[other] for other in neighbours.get(node.id, ()) if other in across]
        wanted.append(((sum(near) // len(near) if near else width // 2) + shift, node.kind, node.label, node.id))
    wanted.sort()
    spread = _spread([x for x, *_ in wanted], -(-_COLUMN // _rows(len(wanted), width)), width)
    return {key: x for (*_, key), x in zip(wanted, spread, strict=True)}


def _rows(count: int, width: int) -> int:
    """Return over how many rows a lane takes turns, with a third of each row to spare."""
    return max(1, -(-4 * (count - 1) * _COLUMN // (3 * width)))


def _spread(wanted: Sequence[int], step: int, width: int) -> list[int]:
    """Move ascending values as little as possible until neighbours are `step` apart, inside 0 … `width` where they fit.

    Isotonic regression by pooling: values that are too near each other become one block around their common mean.

    >>> _spread([50, 50, 50, 400], 100, 500)
    [0, 100, 200, 400]
    """
    blocks: list[tuple[int, int]] = []  # sum and number of the values less their distance from the first
    for place_in_row, value in enumerate(wanted):
        total, count = value - place_in_row * step, 1
        while blocks and blocks[-1][0] * count > total * blocks[-1][1]:
            earlier = blocks.pop()
            total, count = total + earlier[0], count + earlier[1]
        blocks.append((total, count))
    last = max(0, width - (len(wanted) - 1) * step)
    starts = [min(max(total // count, 0), last) for total, count in blocks for _ in range(count)]
    return [start + place_in_row * step for place_in_row, start in enumerate(starts)]


def _stacked(
    lanes: Mapping[int, Sequence[PictureNode]],
    columns: Sequence[Sequence[PictureNode]],
    across: Mapping[str, int],
    width: int,
) -> dict[str, tuple[int, int]]:
    positions: dict[str, tuple[int, int]] = {}
    top = 0
    for number in sorted(lanes):
        if number == _READ_LANE:
            row_of = _paper_rows(columns)
        else:
            rows = _rows(len(lanes[number]), width)
            ordered = sorted(lanes[number], key=lambda node: (across[node.id], node.kind, node.label, node.id))
            row_of = {node.id: turn % rows for turn, node in enumerate(ordered)}
        step = _PAPER_ROW if number == _READ_LANE else _ROW
        positions |= {key: (across[key], top + row * step) for key, row in row_of.items()}
        top += (max(row_of.values()) + 1) * step + _GAP
    return positions
