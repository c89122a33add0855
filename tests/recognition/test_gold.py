"""Against papers annotated by hand: the figures that recognition must reach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

_COMMAND = [sys.executable, "-m", "dossier_graph"]
# What must be reached, as (row, column).
_WANTED = {
    ("IDENTIFIED", "F1"): 0.97,
    ("IDENTIFIED", "precision"): 0.98,
    ("NAMED", "F1"): 0.75,
    ("DATES", "F1"): 0.95,
    ("FOOTNOTES", "F1"): 0.95,
    ("RELATION", "F1"): 0.75,
}
_OF_A_KIND = 0.95
_FEW = 10  # of fewer items of a kind one may go wrong
# Where the columns stand, counted from the end: the mean over the relations has no precision and no recall.
_COLUMNS = {"precision": -3, "F1": -1}
_RIGHT, _MISSED, _SPURIOUS = range(3)


def _printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def _rows(printed: str) -> dict[str, list[str]]:
    """Return the figures of a table as they are printed, by the name of the row."""
    rows = (line.replace("(macro)", "").replace("(mean)", "").split() for line in printed.splitlines())
    return {row[0]: row[1:] for row in rows if len(row) > 3}


@pytest.fixture(scope="module")
def printed(shared: Path) -> dict[str, list[str]]:
    """Return the rows of the scorer that goes with the annotations."""
    scorer = str(shared / "tools" / "score.py")
    return _rows(
        _printed(sys.executable, scorer, "--gold", str(shared / "gold"), "--cmd", " ".join([*_COMMAND, "extract"]))
    )


@pytest.fixture(scope="module")
def figures(printed: dict[str, list[str]]) -> dict[str, list[float]]:
    return {
        name: [float(figure) for figure in row if figure.replace(".", "").isdigit()] for name, row in printed.items()
    }


@pytest.mark.parametrize(("row", "column"), _WANTED)
def test_recognition_agrees_with_the_annotators(figures: dict[str, list[float]], row: str, column: str) -> None:
    assert figures[row][_COLUMNS[column]] >= _WANTED[row, column]


def test_no_kind_of_citation_is_read_worse_than_the_rest(figures: dict[str, list[float]]) -> None:
    kinds = {row: counts for row, counts in figures.items() if row.startswith("identified/")}
    assert kinds
    weak = {}
    for kind, counts in kinds.items():
        many = counts[_RIGHT] + counts[_MISSED] >= _FEW
        # what is found at the wrong place is both missed and spurious: that is one error
        errors = max(counts[_MISSED], counts[_SPURIOUS])
        if counts[_COLUMNS["F1"]] < _OF_A_KIND if many else errors > 1:
            weak[kind] = counts
    assert weak == {}


def test_the_score_command_gives_the_figures_of_the_scorer(shared: Path, printed: dict[str, list[str]]) -> None:
    own = _rows(_printed(*_COMMAND, "score", str(shared / "gold")))
    assert own == printed
