"""Against papers annotated by hand: the figures that recognition must reach."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.shared

_EXTRACT = f"{sys.executable} -m dossier_graph extract"
# What must be reached, as (row, column): precision, recall and F1 are the last three figures of a row.
_WANTED = {
    ("identified/kamerstuk", "F1"): 0.95,
    ("FOOTNOTES", "F1"): 0.95,
    ("DATES", "F1"): 0.95,
    ("IDENTIFIED", "precision"): 0.97,
}
_COLUMNS = {"precision": -3, "recall": -2, "F1": -1}


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, list[float]]:
    """Return the rows of the scorer that goes with the annotations, by name."""
    command = [sys.executable, str(shared / "tools" / "score.py"), "--cmd", _EXTRACT]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    rows = (line.split() for line in run.stdout.splitlines())
    return {row[0]: [float(figure) for figure in row[1:]] for row in rows if len(row) == 7}


@pytest.mark.parametrize(("row", "column"), _WANTED)
def test_recognition_agrees_with_the_annotators(figures: dict[str, list[float]], row: str, column: str) -> None:
    assert figures[row][_COLUMNS[column]] >= _WANTED[row, column]
