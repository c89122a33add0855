"""The ontology says what the design promised, and the catalogue says what the ontology says."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from math import dist

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from dossier_graph.catalogue import AttributeTerm, ClassTerm, RelationTerm, Term, read_catalogue
from dossier_graph.data import ontology_folder
from dossier_graph.graph.vocabulary import BASE, DG, OWL, RDF, RDFS, SCHEMA

# class: the classes directly above it
CLASSES = {
    "Document": "foaf:Document eli:Work prov:Entity",
    "Kamerstuk": "Document",
    "Brief": "Document",
    "Beslisnota": "Document",
    "Motie": "Document",
    "Amendement": "Document",
    "Kamervraag": "Document",
    "Verslag": "Document",
    "Handeling": "Document",
    "Rapport": "Document",
    "Bijlage": "Document",
    "Uitspraak": "Document",
    "Regeling": "eli:LegalResource",
    "Wet": "Regeling",
    "Besluit": "Regeling",
    "MinisterieleRegeling": "Regeling",
    "EURichtlijn": "Regeling",
    "EUVerordening": "Regeling",
    "EUBesluit": "Regeling",
    "Artikel": "eli:LegalResourceSubdivision",
    "Dossier": "eli:ComplexWork",
    "Toezegging": "prov:Entity",
    "Debat": "prov:Activity",
    "Persoon": "foaf:Person",
    "Ambt": "org:Post",
    "Ambtsperiode": "org:Membership",
    "Fractie": "org:Organization",
    "Ministerie": "org:Organization",
    "Commissie": "org:Organization",
    "Organisatie": "org:Organization",
    "Bewering": "rdf:Statement",
    "Citatie": "Bewering cito:Citation",
    "Passage": "oa:SpecificResource",
}

# relation: the relations directly above it
RELATIONS = {
    "verwijstNaar": "cito:cites dcterms:references",
    "reactieOp": "cito:repliesTo",
    "uitvoeringVan": "prov:wasInfluencedBy",
    "toelichtingOp": "cito:documents",
    "heeftBijlage": "eli:has_annex",
    "bijlageVan": "eli:is_annex_of",
    "vervolgOp": "dcterms:relation",
    "inDossier": "dcterms:isPartOf",
    "kondigtWijzigingAan": "dcterms:references",
    "wijzigt": "eli:amends",
    "vervangt": "dcterms:replaces",
    "implementeert": "eli:transposes",
    "ondertekendDoor": "prov:wasAttributedTo dcterms:creator",
    "inHoedanigheidVan": "dcterms:relation",
    "medeNamens": "dcterms:relation",
    "verantwoordelijkMinisterie": "prov:wasAttributedTo",
    "ingediendDoor": "prov:wasAttributedTo dcterms:creator",
    "gesteldDoor": "prov:wasAttributedTo dcterms:creator",
    "inOpdrachtVan": "dcterms:contributor",
    "uitgevoerdDoor": "dcterms:creator",
    "gedaanAan": "",
    "gedaanDoor": "",
    "gedaanIn": "",
    "heeftLid": "org:member",
    "voorAmbt": "dcterms:relation",
    "bij": "org:organization",
    "bekleedt": "org:holds",
    "afgeleidUit": "prov:wasDerivedFrom",
}

# attribute: the datatype of its values
ATTRIBUTES = {
    "bestandsnaam": "xsd:string",
    "kenmerk": "xsd:string",
    "datumAfgeleidUit": "rdf:langString",
    "adres": "xsd:string",
    "onopgelost": "rdf:langString",
    "begin": "xsd:date",
    "einde": "xsd:date",
    "twijfel": "xsd:string",
    "regel": "xsd:string",
    "zekerheid": "xsd:decimal",
    "pagina": "xsd:integer",
    "voetnoot": "xsd:string",
}

# classes that stand side by side in the picture
NEIGHBOURS = {"Brief", "Kamerstuk", "Motie", "Rapport", "Regeling", "Wet", "Persoon", "Ambt", "Dossier", "Beslisnota"}
# classes that explain an edge and are no node
UNDRAWN = {"Bewering", "Citatie", "Passage"}

ONTOLOGY = ontology_folder() / "dossier.ttl"
CATALOGUE = read_catalogue()
COLOURED: list[ClassTerm | RelationTerm] = [*CATALOGUE.classes.values(), *CATALOGUE.relations.values()]
TERMS: list[Term] = [*COLOURED, *CATALOGUE.attributes.values()]


def name(term: object) -> str:
    assert isinstance(term, Term)
    return term.name


def quads() -> list[Quad]:
    return list(parse(path=ONTOLOGY, format=RdfFormat.TURTLE))


def written(names: tuple[str, ...]) -> str:
    """The way the tables above write supers and datatypes."""
    graph = rdflib.Graph().parse(ONTOLOGY)
    return " ".join(graph.namespace_manager.curie(each) if ":" in each else each for each in names)


def test_every_class_of_the_design_stands_under_what_the_design_says() -> None:
    assert {each.name: written(each.supers) for each in CATALOGUE.classes.values()} == CLASSES


def test_every_relation_of_the_design_stands_under_what_the_design_says() -> None:
    assert {each.name: written(each.supers) for each in CATALOGUE.relations.values()} == RELATIONS


def test_every_attribute_of_a_built_graph_has_its_datatype() -> None:
    assert {each.name: written((each.datatype,)) for each in CATALOGUE.attributes.values()} == ATTRIBUTES


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_a_term_is_explained_in_dutch_and_english(term: Term) -> None:
    assert term.iri == f"{DG.iri}{term.name}"
    assert term.label_nl
    assert term.label_en
    for definition in (term.definition_nl, term.definition_en):
        assert definition.endswith(".")
        assert len(definition) > 20
    assert term.definition_nl != term.definition_en


@pytest.mark.parametrize("term", CATALOGUE.classes.values(), ids=name)
def test_a_class_is_labelled_with_a_capital(term: ClassTerm) -> None:
    assert term.label_nl[0].isupper()
    assert term.label_en[0].isupper()


@pytest.mark.parametrize("term", CATALOGUE.relations.values(), ids=name)
def test_a_relation_is_labelled_as_the_middle_of_a_sentence(term: RelationTerm) -> None:
    assert term.label_nl == term.label_nl.lower()
    assert term.label_en == term.label_en.lower()


@pytest.mark.parametrize("term", [*CATALOGUE.relations.values(), *CATALOGUE.attributes.values()], ids=name)
def test_a_property_says_what_it_stands_between(term: RelationTerm | AttributeTerm) -> None:
    assert term.domain
    assert set(term.domain) <= CLASSES.keys()
    if isinstance(term, RelationTerm):
        assert term.range
        assert set(term.range) <= CLASSES.keys()


def test_several_domains_or_ranges_never_lead_to_inference() -> None:
    stated = Counter((quad.subject, quad.predicate) for quad in quads())
    for subject, predicate in list(stated):
        for strict, loose in (("domain", "domainIncludes"), ("range", "rangeIncludes")):
            if predicate == RDFS[strict]:
                assert stated[subject, RDFS[strict]] == 1
                assert stated[subject, SCHEMA[loose]] == 0


def test_inverse_relations_name_each_other() -> None:
    pairs = {each.name: each.inverse for each in CATALOGUE.relations.values() if each.inverse}
    assert pairs == {"heeftBijlage": "bijlageVan", "bijlageVan": "heeftBijlage"}


def test_every_term_of_ours_that_the_ontology_uses_is_defined_there() -> None:
    defined = {quad.subject for quad in quads() if quad.predicate == RDF["type"]}
    named = {node for quad in quads() for node in (quad.predicate, quad.object) if isinstance(node, NamedNode)}
    assert {node for node in named if node.value.startswith(DG.iri)} <= defined
    assert DG["kleur"] in defined


def test_the_ontology_has_an_iri_a_version_a_title_and_a_licence() -> None:
    graph = rdflib.Graph().parse(ONTOLOGY)
    ontology = rdflib.URIRef(f"{BASE}ontology")
    assert (ontology, rdflib.RDF.type, rdflib.OWL.Ontology) in graph
    assert graph.value(ontology, rdflib.OWL.versionIRI)
    assert {getattr(title, "language", None) for title in graph.objects(ontology, rdflib.DCTERMS.title)} == {"nl", "en"}
    assert graph.value(ontology, rdflib.DCTERMS.license) == rdflib.URIRef("https://www.apache.org/licenses/LICENSE-2.0")


def test_rdflib_and_pyoxigraph_read_the_same_triples() -> None:
    by_rdflib = rdflib.Graph().parse(ONTOLOGY).serialize(format="nt", encoding="utf-8")
    assert set(parse(by_rdflib, RdfFormat.N_TRIPLES)) == set(quads())


def test_there_are_no_blank_nodes() -> None:
    assert not [quad for quad in quads() if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_a_term_is_a_class_or_a_property_of_one_kind() -> None:
    kinds = {OWL["Class"], OWL["ObjectProperty"], OWL["DatatypeProperty"], OWL["AnnotationProperty"]}
    types = [quad.subject for quad in quads() if quad.predicate == RDF["type"] and quad.object in kinds]
    assert len(types) == len(set(types)) == len(TERMS) + 1


@pytest.mark.parametrize("term", COLOURED, ids=name)
def test_a_term_that_is_drawn_has_a_colour(term: ClassTerm | RelationTerm) -> None:
    assert re.fullmatch(r"#[0-9a-f]{6}", term.colour)


def test_no_two_classes_have_the_same_colour() -> None:
    assert len({each.colour for each in CATALOGUE.classes.values()}) == len(CATALOGUE.classes)


@pytest.mark.parametrize("sight", ["normal", "protanopia", "deuteranopia", "tritanopia"])
def test_colour_blind_readers_tell_the_nodes_apart(sight: str) -> None:
    seen = {each.name: perceived(each.colour, sight) for each in CATALOGUE.classes.values() if each.name not in UNDRAWN}
    for one, other in combinations(seen, 2):
        apart = 0.09 if {one, other} <= NEIGHBOURS else 0.035
        assert dist(seen[one], seen[other]) > apart, (one, other)


@pytest.mark.parametrize("term", CATALOGUE.relations.values(), ids=name)
def test_an_edge_stands_out_on_a_white_page(term: RelationTerm) -> None:
    luminance = times(((0.2126, 0.7152, 0.0722),), linear(term.colour))[0]
    assert 1.05 / (luminance + 0.05) >= 3  # WCAG 2.2, success criterion 1.4.11


def test_ancestors_come_nearest_first_and_leave_out_other_vocabularies() -> None:
    assert CATALOGUE.ancestors("Wet") == ("Regeling",)
    assert CATALOGUE.ancestors("Motie") == ("Document",)
    assert CATALOGUE.ancestors("Persoon") == ()
    with pytest.raises(KeyError):
        CATALOGUE.ancestors("Wetsvoorstel")


def test_the_catalogue_is_read_once() -> None:
    assert read_catalogue() is CATALOGUE


Matrix = tuple[tuple[float, float, float], ...]

# Machado, Oliveira, Fernandes 2009, severity 1.0
SIGHT: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
# Oklab, Ottosson 2020: a difference of 0.02 is just visible
TO_LMS: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.793617785, -0.0040720468),
    (1.9779984951, -2.428592205, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.808675766),
)


def linear(colour: str) -> list[float]:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]


def times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def perceived(colour: str, sight: str) -> list[float]:
    seen = [min(max(each, 0.0), 1.0) for each in times(SIGHT[sight], linear(colour))]
    return times(TO_LAB, [each ** (1 / 3) for each in times(TO_LMS, seen)])
