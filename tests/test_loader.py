"""A graph on disk as an rdflib Graph."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, Literal, URIRef

from dossier_graph import Build, DossierGraphError, load
from dossier_graph.graph.vocabulary import BASE

DG = rdflib.Namespace(f"{BASE}ontology#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ID = rdflib.Namespace(f"{BASE}id/")


@pytest.fixture(scope="module")
def graph(example: Build) -> rdflib.Graph:
    return load(example.turtle)


def test_the_graph_is_the_one_that_rdflib_reads_itself(graph: rdflib.Graph, example: Build) -> None:
    assert type(graph) is rdflib.Graph
    assert set(graph) == set(rdflib.Graph().parse(example.turtle))


def test_a_plain_string_is_found_as_it_is_written(graph: rdflib.Graph) -> None:
    named = Literal("2024-06-kamerbrief-rooo.txt")
    assert list(graph.subjects(DG.bestandsnaam, named)) == [ID["kst-19637-3258"]]
    assert (None, DG.kenmerk, Literal("6048852")) in graph


def test_words_in_a_language_and_numbers_and_days_are_what_python_knows(graph: rdflib.Graph) -> None:
    assert (ID["dossier-19637"], rdflib.RDFS.label, Literal("Dossier 19 637", lang="nl")) in graph
    days = {day.toPython().isoformat() for day in graph.objects(None, DG.begin) if isinstance(day, Literal)}
    assert "2024-07-02" in days
    ends = [end.toPython() for end in graph.objects(None, OA.end) if isinstance(end, Literal)]
    assert len(ends) > 80
    assert {type(end) for end in ends} == {int}


def test_prefixes_of_the_house_are_known_in_queries_and_in_what_is_written(graph: rdflib.Graph) -> None:
    rows = graph.query("SELECT ?motie { ?motie a dg:Motie ; dg:inDossier id:dossier-36600-XX }")
    assert [row["motie"] for row in rows if isinstance(row, rdflib.query.ResultRow)] == [ID["kst-36600-XX-22"]]
    assert "@prefix dg: <https://w3id.org/dossier-graph/ontology#>" in graph.serialize(format="turtle")


def test_a_path_may_be_words(example: Build) -> None:
    assert len(load(str(example.turtle))) > 1000


def test_other_formats_of_rdf_are_read_too(graph: rdflib.Graph, tmp_path: Path) -> None:
    for suffix, name in ((".nt", "nt"), (".rdf", "xml"), (".jsonld", "json-ld")):
        path = tmp_path / f"graaf{suffix}"
        graph.serialize(path, format=name, encoding="utf-8")
        assert set(load(path)) == set(graph), suffix


def test_nameless_things_of_others_stay_nameless(tmp_path: Path) -> None:
    path = tmp_path / "ander.ttl"
    path.write_text("<http://voorbeeld.nl/a> <http://voorbeeld.nl/b> [ a <http://voorbeeld.nl/C> ] .", encoding="utf-8")
    graph = load(path)
    (nameless,) = graph.objects(URIRef("http://voorbeeld.nl/a"))
    assert isinstance(nameless, rdflib.BNode)
    assert (nameless, RDF.type, URIRef("http://voorbeeld.nl/C")) in graph


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("nergens.ttl", None, "There is no graph at"),
        ("brief.txt", "Zie Kamerstuk 19 637, nr. 3171.", "is not a graph file by its name"),
        ("kapot.ttl", "Zie Kamerstuk 19 637, nr. 3171.", "line 1: not Turtle"),
        (
            "nieuw.ttl",
            "VERSION '1.2'\n<urn:a> <urn:b> <<( <urn:c> <urn:d> <urn:e> )>> .",
            "a triple about a triple is no rdflib term",
        ),
    ],
)
def test_what_is_no_graph_is_told_in_one_line(tmp_path: Path, name: str, text: str | None, message: str) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(DossierGraphError, match=message) as raised:
        load(path)
    assert "\n" not in str(raised.value)
