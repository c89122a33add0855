"""What a table is for: to hold data, to set a letterhead, to set signatures side by side, or to set a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import regex

from dossier_graph.reading.letterhead import is_label
from dossier_graph.reading.office.manuscript import TAB, Box, Flow, Grid, Passage, columns, passages, words

__all__ = ["filled", "holds_data", "holds_letterhead", "signature_columns", "tabulated"]

_LONGEST_SIGNATURE = 180
_OFFICE = regex.compile(
    r"(?i)(?:mede\s)?(?:namens\s)?de\s(?:vice-?)?(?:minister|staatssecretaris|voorzitter|griffier)\b.{3,}"
)
_INITIALS = regex.compile(r"(?:mr\.|drs\.|dr\.|ir\.|prof\.|ing\.|\s)*+\p{Lu}\.")


def filled(grid: Grid) -> list[list[Flow]]:
    """Return the rows of a table with those of their cells that hold words."""
    rows = [[cell for cell in row if _cell_words(cell)] for row in grid.rows]
    return [row for row in rows if row]


def holds_letterhead(rows: Sequence[Sequence[Flow]]) -> bool:
    """Tell whether a table sets a letterhead: two of its rows begin with the labels of one, or its only row does."""
    labelled = sum(1 for row in rows if len(row) > 1 and is_label(_cell_words(row[0])))
    return labelled > 1 or labelled == len(rows) == 1


def holds_data(rows: Sequence[Sequence[Flow]], *, ruled: bool) -> bool:
    """Tell whether a table holds data: most of its rows fill more than one cell, half of them where it is ruled."""
    beside = sum(1 for row in rows if len(row) > 1)
    if ruled:
        return beside > 0 and beside * 2 >= len(rows)
    return beside > 1 and beside * 4 >= len(rows) * 3


def signature_columns(grid: Grid) -> list[Flow]:
    """Return the columns of a table in which offices sign, each with its name below it; none of another table."""
    width = max(map(len, grid.rows), default=0)
    beside = [[row[at] for row in grid.rows if len(row) > at] for at in range(width)]
    said = [[written for cell in column if (written := _cell_words(cell))] for column in beside]
    if not any(map(_is_signed, said)) or any(len(cell) > _LONGEST_SIGNATURE for column in said for cell in column):
        return []
    return [tuple(one for cell in column for one in cell) for column in beside]


def tabulated(flow: Iterable[Passage | Grid | Box]) -> Iterator[Passage | Grid | Box]:
    """Yield a flow with paragraphs as a table in which offices are set side by side with tabs, names below them.

    >>> from dossier_graph.reading.office.manuscript import Piece
    >>> offices = Passage((Piece("De minister van Financiën,"), TAB, Piece("De staatssecretaris van Defensie,")))
    >>> names = Passage((Piece("W. Jansen"), TAB, Piece("K. de Boer")))
    >>> len(next(tabulated((offices, names))).rows)
    2
    """
    rows: list[tuple[Flow, ...]] = []
    for one in flow:
        cells = columns(one.pieces) if isinstance(one, Passage) and (rows or TAB in one.pieces) else []
        if isinstance(one, Passage) and (
            (rows and len(cells) in (0, len(rows[0]))) or sum(1 for cell in cells if _OFFICE.match(words(cell))) > 1
        ):
            rows.append(tuple((replace(one, pieces=tuple(cell)),) for cell in cells) or ((one,),))
            continue
        if rows:
            yield Grid(tuple(rows))
            rows = []
        yield one
    if rows:
        yield Grid(tuple(rows))


def _is_signed(column: Sequence[str]) -> bool:
    """Tell whether a column of a table is an office, and the name of who holds it."""
    at = next((at for at, cell in enumerate(column) if _OFFICE.match(cell)), None)
    return at is not None and (
        column[at].endswith(",") or any(_INITIALS.match(cell) for cell in column[at + 1 : at + 3])
    )


def _cell_words(cell: Flow) -> str:
    return " ".join(filter(None, (words(one.pieces) for one in passages(cell))))
