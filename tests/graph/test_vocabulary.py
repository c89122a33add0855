"""Names of terms and IRIs of things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

import dossier_graph
from dossier_graph.catalogue import read_catalogue
from dossier_graph.data import ontology_folder
from dossier_graph.graph.vocabulary import BASE, DCTERMS, DG, PREFIXES, thing


def test_a_term_is_its_namespace_and_its_name() -> None:
    assert DG["Brief"] == NamedNode("https://w3id.org/dossier-graph/ontology#Brief")
    assert DCTERMS.term("isPartOf") == NamedNode("http://purl.org/dc/terms/isPartOf")


def test_prefixes_are_those_of_the_ontology() -> None:
    ontology = (ontology_folder() / "dossier.ttl").read_text(encoding="utf-8")
    declared = dict(re.findall(r"^@prefix ([a-z-]+): +<([^>]+)>", ontology, re.MULTILINE))
    assert declared == {**PREFIXES, "eli-dl": declared["eli-dl"], "vann": declared["vann"]}


def test_every_term_of_ours_that_the_code_names_is_in_the_ontology() -> None:
    catalogue = read_catalogue()
    defined = {*catalogue.classes, *catalogue.relations, *catalogue.attributes, "kleur"}
    for module in Path(dossier_graph.__file__).parent.rglob("*.py"):
        named = re.findall(r"""\bDG(?:\[|\.term\()["'](\w+)["']""", module.read_text(encoding="utf-8"))
        assert set(named) <= defined, module.name


@pytest.mark.parametrize(
    ("local", "iri"),
    [
        ("kst-19637-3171", "kst-19637-3171"),
        ("kst-36600-XX-22", "kst-36600-XX-22"),
        ("BWBR0011823#artikel=4&lid=2", "BWBR0011823#artikel=4&lid=2"),
        ("ECLI:NL:RVS:2024:32", "ECLI:NL:RVS:2024:32"),
        ("persoon-dilan-yeşilgöz-zegerius", "persoon-dilan-yeşilgöz-zegerius"),
        ("rapport/deel 2", "rapport/deel%202"),
        ("rapport-«opvang»", "rapport-%C2%ABopvang%C2%BB"),
        ('a"b<c>d', "a%22b%3Cc%3Ed"),
        ("50%25", "50%2525"),
        ("wie-betaalt?", "wie-betaalt%3F"),
        ("a#b#c", "a#b%23c"),
        ("a\u202eb\u00a0c", "a%E2%80%AEb%C2%A0c"),
        ("\ud800", "%ED%A0%80"),
    ],
)
def test_a_thing_is_named_after_its_identifier(local: str, iri: str) -> None:
    assert thing(local).value == f"https://w3id.org/dossier-graph/id/{iri}"


def test_another_base_moves_things_and_leaves_terms() -> None:
    assert thing("kst-19637-3171", base="https://voorbeeld.nl/").value == "https://voorbeeld.nl/id/kst-19637-3171"
    assert DG["Brief"].value.startswith(BASE)


@given(st.text(), st.text())
def test_different_names_give_different_valid_iris(one: str, other: str) -> None:
    assert (thing(one) == thing(other)) == (one == other)
    assert re.fullmatch(r"[^\x00-\x20<>\"{}|\\^`]*", thing(one).value)
