"""A graph on disk as a plain rdflib Graph."""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph
import rdflib

from dossier_graph.errors import DossierGraphError
from dossier_graph.queries.engine import read_graph

__all__ = ["load"]


def load(path: str | os.PathLike[str]) -> rdflib.Graph:
    """Return a graph file as an rdflib Graph, with the prefixes dossier-graph uses.

    The file is parsed by pyoxigraph, several times faster than rdflib does; the terms are rdflib's own, so that
    `Literal("x")` finds what was written as "x".

    Raises:
        DossierGraphError: the file is not there, is no RDF, or holds triples about triples, which rdflib has not.

    """
    from dossier_graph.graph.vocabulary import BASE, PREFIXES

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, iri in {**PREFIXES, "id": f"{BASE}id/"}.items():
        graph.bind(prefix, iri)
    for quad in read_graph(Path(path)):
        graph.add((_node(quad.subject), rdflib.URIRef(quad.predicate.value), _term(quad.object)))
    return graph


def _node(term: object) -> rdflib.URIRef | rdflib.BNode:
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.BlankNode):
        return rdflib.BNode(term.value)
    raise DossierGraphError(f"a triple about a triple is no rdflib term, leave it out of the graph: {term}")


def _term(term: object) -> rdflib.term.Node:
    if not isinstance(term, pyoxigraph.Literal):
        return _node(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    plain = term.datatype.value == rdflib.XSD.string.toPython()
    return (
        rdflib.Literal(term.value) if plain else rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    )
