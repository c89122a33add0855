"""Turtle: what is written is what others read, and the same triples are the same bytes."""

from __future__ import annotations

import random
import re
from typing import TypeAlias

import pyoxigraph
import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from dossier_graph.exports.turtle import write_turtle
from dossier_graph.graph.vocabulary import BASE, DCTERMS, DG, PREFIXES, RDF, RDFS, XSD, thing

WITH_ID = {**PREFIXES, "id": f"{BASE}id/"}
ODD = (
    "",
    '"',
    '"""',
    "\\",
    "\\u0041",
    "eind\\",
    "regel\nregel\r\n",
    "\t\f\b\v",
    "\x00",
    "\x01\x1b[31m\x7f\x85",
    "\u2028\u2029",
    "\ufeff",
    "\ufffe\uffff",
    "🇺🇦 opvang",
    "e\u0301é",
    "‘jl.’ «citaat»",
    "<http://example.org/> a dg:Brief .",
    "@nl",
    "^^xsd:date",
    " # geen commentaar",
)

# A term as both libraries see it: an IRI, or the words, language and datatype of a literal.
_Term: TypeAlias = tuple[str, ...]

_texts = (
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.sampled_from(ODD)
    | st.sampled_from(ODD).map(lambda s: f"a{s}b")
)
_locals = st.text(st.sampled_from("abzAZ019.-_#=&/~%:é€,;!'()*+$@"), max_size=12) | _texts
_iris = st.one_of(
    st.builds(lambda prefix, name: NamedNode(WITH_ID[prefix] + name), st.sampled_from(sorted(WITH_ID)),
              st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.~-]{0,8}", fullmatch=True)),
    st.builds(thing, _locals),
    st.sampled_from([DG[""], RDF["type"], NamedNode("urn:x"), NamedNode("https://voorbeeld.nl/é?vraag=1&b#deel")]),
)  # fmt: skip
_numbers = st.sampled_from(
    ["1", "-1", "+7", "007", "1.0", "-0", "0.00000001", "0.000001", "-.5", "5.", "1.0E3", "NaN", "één", "", "1 ", "1\n"]
)
_literals = st.one_of(
    _texts.map(Literal),
    st.builds(
        lambda words, tag: Literal(words, language=tag), _texts, st.sampled_from(["nl", "en", "nl-be", "fy-latn"])
    ),
    st.builds(
        lambda words, name: Literal(words, datatype=XSD[name]),
        _numbers,
        st.sampled_from(["integer", "decimal", "double", "nonNegativeInteger", "string"]),
    ),
    st.builds(
        lambda words, iri: Literal(words, datatype=iri), _texts, _iris.filter(lambda iri: iri.value[:4] == "http")
    ),
    st.sampled_from([Literal("2025-01-09", datatype=XSD["date"]), Literal("true", datatype=XSD["boolean"])]),
)
_triples = st.sets(st.builds(Triple, _iris, _iris, _iris | _literals), max_size=12)


@pytest.fixture(scope="module", autouse=True)
def _as_written() -> object:
    """Let rdflib keep the words of a literal: it else reads "007" as "7"."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", False)
        yield


def written(term: object) -> _Term:
    if isinstance(term, NamedNode):
        return (term.value,)
    assert isinstance(term, Literal)
    return (term.value, term.language or "", term.datatype.value)


def read_by_rdflib(turtle: str) -> set[tuple[_Term, ...]]:
    def seen(term: rdflib.term.Node) -> _Term:
        if isinstance(term, rdflib.Literal):
            datatype = rdflib.RDF.langString if term.language else term.datatype or rdflib.XSD.string
            return (str(term), (term.language or "").lower(), str(datatype))
        assert isinstance(term, rdflib.URIRef)
        return (str(term),)

    graph = rdflib.Graph().parse(data=turtle.encode(), format="turtle")
    return {tuple(map(seen, triple)) for triple in graph}


def read_by_pyoxigraph(turtle: str) -> set[tuple[_Term, ...]]:
    quads = pyoxigraph.parse(turtle.encode(), format=RdfFormat.TURTLE)
    return {(written(quad.subject), written(quad.predicate), written(quad.object)) for quad in quads}


@given(_triples)
@example({Triple(thing("x"), DG["citaat"], Literal(words)) for words in ODD})
@example({Triple(thing("x"), RDFS["label"], Literal(words, language="nl")) for words in ODD})
@example({Triple(thing(words), RDF["type"], thing(words)) for words in ODD})
def test_both_libraries_read_the_triples_that_were_written(triples: set[Triple]) -> None:
    turtle = write_turtle(triples, WITH_ID)
    expected = {(written(t.subject), written(t.predicate), written(t.object)) for t in triples}
    assert read_by_pyoxigraph(turtle) == expected
    assert read_by_rdflib(turtle) == expected


@given(st.lists(st.builds(Triple, _iris, _iris, _iris | _literals), max_size=12), st.randoms())
def test_the_order_of_the_input_does_not_show(triples: list[Triple], chance: random.Random) -> None:
    turtle = write_turtle(triples, WITH_ID)
    shuffled = [*triples, *triples]
    chance.shuffle(shuffled)
    assert write_turtle(shuffled, WITH_ID) == turtle


@given(_triples)
def test_exactly_the_prefixes_that_are_used_are_declared(triples: set[Triple]) -> None:
    turtle = write_turtle(triples, WITH_ID)
    declared = re.findall(r"(?m)^@prefix ([a-z]+): <", turtle)
    bare = re.sub(r'(?m)^@prefix .*$|<[^>]*>|"(?:[^"\\]|\\.)*"', "", turtle)
    assert declared == sorted(set(re.findall(r"(?<![@\w-])([a-z]+):", bare)))


@given(_triples)
def test_no_line_holds_a_character_that_steers_a_screen(triples: set[Triple]) -> None:
    turtle = write_turtle(triples, WITH_ID)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", turtle)


def test_subjects_and_predicates_stand_in_order_and_the_class_first() -> None:
    turtle = write_turtle(
        [
            Triple(thing("kst-2-1"), DCTERMS["title"], Literal("Tweede", language="nl")),
            Triple(thing("kst-2-1"), RDF["type"], DG["Kamerstuk"]),
            Triple(thing("kst-2-1"), DG["inDossier"], thing("dossier-2")),
            Triple(thing("kst-1-1"), DG["verwijstNaar"], thing("kst-2-1")),
            Triple(thing("kst-1-1"), DG["verwijstNaar"], thing("kst-1-0")),
            Triple(thing("kst-1-1"), DG["pagina"], Literal("3", datatype=XSD["integer"])),
            Triple(thing("BWBR0011823#artikel=28"), RDF["type"], DG["Artikel"]),
        ],
        WITH_ID,
    )
    assert (
        turtle
        == """\
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix dg: <https://w3id.org/dossier-graph/ontology#> .
@prefix id: <https://w3id.org/dossier-graph/id/> .

<https://w3id.org/dossier-graph/id/BWBR0011823#artikel=28> a dg:Artikel .

id:kst-1-1 dg:pagina 3 ;
    dg:verwijstNaar id:kst-1-0, id:kst-2-1 .

id:kst-2-1 a dg:Kamerstuk ;
    dcterms:title "Tweede"@nl ;
    dg:inDossier id:dossier-2 .
"""
    )


def test_long_lists_of_objects_stand_below_each_other() -> None:
    cited = [thing(f"kst-{number}-1000") for number in range(12345, 12355)]
    turtle = write_turtle([Triple(thing("x"), DG["verwijstNaar"], one) for one in cited], WITH_ID)
    assert max(map(len, turtle.splitlines())) < 80


def test_no_triples_are_no_words() -> None:
    assert write_turtle([]) == ""


def test_an_answer_with_a_nameless_thing_is_written_too() -> None:
    turtle = write_turtle([Triple(BlankNode("b0"), DG["bij"], BlankNode("b1"))])
    (quad,) = pyoxigraph.parse(turtle.encode(), format=RdfFormat.TURTLE)
    assert isinstance(quad.subject, BlankNode)
    assert isinstance(quad.object, BlankNode)
    assert quad.subject != quad.object
