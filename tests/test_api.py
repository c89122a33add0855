"""What `import dossier_graph` offers: three lines make a graph, and nothing is done before they are asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dossier_graph

THREE_LINES = """\
from dossier_graph import build, load
build("stukken/", "uit/")
graph = load("uit/dossier.ttl")
"""
ASKED = """
from rdflib import Graph, Literal
assert type(graph) is Graph
(paper,) = graph.subjects(object=Literal("brief.txt"))
print(paper)
"""


def run(code: str, where: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=where, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    return done.stdout


def test_three_lines_make_a_graph_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "stukken").mkdir()
    (tmp_path / "stukken" / "brief.txt").write_text("Zie Kamerstuk 19 637, nr. 3171.", encoding="utf-8")
    assert run(THREE_LINES + ASKED, tmp_path).startswith("https://w3id.org/dossier-graph/id/stuk-")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == ["dossier.ttl", "network.html", "report.json"]


def test_the_three_lines_are_those_of_the_documentation() -> None:
    lines = [line.strip() for line in (dossier_graph.__doc__ or "").splitlines()]
    assert lines[lines.index("from dossier_graph import build, load") :][:3] == [
        "from dossier_graph import build, load",
        'build("papers/", "out/")',
        'graph = load("out/dossier.ttl")',
    ]


def test_every_name_that_is_offered_is_there() -> None:
    assert dossier_graph.__all__ == sorted(dossier_graph.__all__)
    for name in dossier_graph.__all__:
        assert getattr(dossier_graph, name) is not None
    with pytest.raises(AttributeError, match="'bould'"):
        dossier_graph.bould  # noqa: B018


def test_importing_loads_nothing_heavy(tmp_path: Path) -> None:
    heavy = {"rdflib", "pyoxigraph", "pyvis", "networkx", "regex"}
    assert run(f"import dossier_graph, sys; print(sorted({heavy} & set(sys.modules)))", tmp_path).strip() == "[]"


def test_what_is_wrong_is_a_value_error_of_the_package() -> None:
    assert issubclass(dossier_graph.DossierGraphError, ValueError)
    with pytest.raises(dossier_graph.DossierGraphError, match="does not exist"):
        dossier_graph.build("nergens/", "uit/")
