"""How readings are measured against annotations."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dossier_graph.cli import main
from dossier_graph.scoring import GoldError, GoldPaper, measure, read_gold

SIGNED = {"relation": "signs", "person_or_role": "E. van der Burg", "target": "brief", "disputed": False}


def cited(
    start: int, end: int, kind: str = "kamerstuk", id_: str | None = "kst-19637-3171", **more: Any
) -> dict[str, Any]:
    return {"kind": kind, "id": id_, "start": start, "end": end, "role": "cites", "quote": "…", **more}


def record(
    start: int, end: int, kind: str = "kamerstuk", id_: str | None = "kst-19637-3171", **more: Any
) -> dict[str, Any]:
    return {"type": "citation", "kind": kind, "id": id_, "start": start, "end": end, "quote": "…", **more}


def counts(gold: dict[str, list[dict[str, Any]]], *records: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    lists: dict[str, list[dict[str, Any]]] = {"citations": [], "responsibility": [], "dates": [], "footnotes": []}
    paper = GoldPaper("brief", Path("brief.txt"), {**lists, **gold})
    found = measure([(paper, records)]).counts
    return {label: (count.right, count.missed, count.spurious) for label, count in found.items()}


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        (cited(0, 20), record(0, 20), {"identified/kamerstuk": (1, 0, 0)}),
        (cited(0, 20), record(10, 20), {"identified/kamerstuk": (1, 0, 0)}),
        (cited(0, 20), record(11, 20), {"identified/kamerstuk": (0, 1, 1)}),
        (cited(0, 20), record(0, 20, id_="kst-19637-1"), {"identified/kamerstuk": (0, 1, 1)}),
        (cited(0, 20, alt_ids=["kst-1-1"]), record(0, 20, id_="kst-1-1"), {"identified/kamerstuk": (1, 0, 0)}),
        (cited(0, 20), record(0, 20, id_=None), {"identified/kamerstuk": (0, 1, 0)}),
        (cited(0, 20, disputed=True), record(5, 9), {}),
        (cited(0, 20, "rapport", "rapport:x"), record(0, 20, "rapport", "rapport:y"), {"named/other": (1, 0, 0)}),
        (cited(0, 20, "rapport", "rapport:x"), record(0, 20, "url", "https://x.nl"), {"named/other": (0, 1, 0)}),
    ],
)
def test_a_citation_counts_by_its_id_or_by_its_place(
    gold: dict[str, Any], found: dict[str, Any], expected: dict[str, tuple[int, int, int]]
) -> None:
    assert counts({"citations": [gold]}, found) == expected


def test_a_name_agrees_without_its_office_and_its_accents() -> None:
    said = {"type": "responsibility", "relation": "ondertekendDoor", "agent": "Van der Burg", "start": 0, "end": 1}
    assert counts({"responsibility": [SIGNED]}, said) == {"responsible/ondertekendDoor": (1, 0, 0)}
    assert counts({"responsibility": [SIGNED]}, {**said, "agent": "Faber"}) == {
        "responsible/ondertekendDoor": (0, 1, 1)
    }


def test_an_annotation_without_its_paper_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "een.json").write_text(json.dumps({"citations": [], "source_file": "weg.txt"}))
    with pytest.raises(GoldError, match=r"weg\.txt is not there"):
        list(read_gold(tmp_path / "gold"))
    result = CliRunner().invoke(main, ["score", str(tmp_path / "gold")])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("content", ["{", "[]", '{"questions": []}'])
def test_what_is_no_annotation_gives_no_score(tmp_path: Path, content: str) -> None:
    (tmp_path / "een.json").write_text(content)
    result = CliRunner().invoke(main, ["score", str(tmp_path)])
    assert result.exit_code != 0
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.shared
def test_the_figures_are_those_of_the_shared_scorer(shared: Path) -> None:
    command = f"{sys.executable} -m dossier_graph extract"
    theirs = subprocess.run(
        [sys.executable, str(shared / "tools" / "score.py"), "--cmd", command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    ours = CliRunner().invoke(main, ["score", str(shared / "gold")]).stdout

    def figures(table: str) -> dict[str, list[str]]:
        rows = (
            line.replace("(macro)", "(mean)").split() for line in table.splitlines() if line.count(".") or "/" in line
        )
        return {row[0]: row[1:] for row in rows}

    assert figures(ours) == figures(theirs)
