"""The citation and responsibility graph of Dutch parliamentary dossiers.

Three lines make a graph of a folder of papers and open it as an rdflib Graph:

    from dossier_graph import build, load
    build("papers/", "out/")
    graph = load("out/dossier.ttl")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dossier_graph._version import __version__

if TYPE_CHECKING:
    from dossier_graph.builder import Build, build
    from dossier_graph.errors import DossierGraphError
    from dossier_graph.loader import load
    from dossier_graph.pipeline import read_papers

__all__ = ["Build", "DossierGraphError", "__version__", "build", "load", "read_papers"]

_WHERE = {
    "Build": "builder",
    "DossierGraphError": "errors",
    "build": "builder",
    "load": "loader",
    "read_papers": "pipeline",
}


def __getattr__(name: str) -> Any:
    # a command that needs rdflib pays for its import, the others do not
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(f"dossier_graph.{_WHERE[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
