"""Things and statements as triples: what a linked-data tool finds in the graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from dossier_graph.catalogue import read_catalogue
from dossier_graph.graph.triples import iri, to_triples
from dossier_graph.graph.vocabulary import BASE, DCTERMS, DG, OA, OWL, RDF, RDFS, XSD
from dossier_graph.model import Evidence, Statement, Thing

MINISTRY = "https://identifier.overheid.nl/tooi/id/ministerie/mnre1058"
LETTER = "stuk-00112233aabbccdd"
CITED = "kst-36045-170"
WORDS = Evidence(
    paper=LETTER,
    start=40,
    end=65,
    quote="Kamerstuk 36 045, nr. 170",
    prefix="Zie hierover ",
    suffix=", dat ik u zond.",
    rule="kamerstuk",
    confidence=1.0,
    page=3,
    footnote="2",
)
CITES = Statement(LETTER, "verwijstNaar", CITED, WORDS)


def node(local: str, base: str = BASE) -> NamedNode:
    return NamedNode(f"{base}id/{local}")


def written(things: Iterable[Thing], statements: Iterable[Statement], base: str = BASE) -> set[Triple]:
    return set(to_triples(things, statements, base))


def about(triples: Iterable[Triple], subject: NamedNode) -> set[tuple[NamedNode, object]]:
    return {(triple.predicate, triple.object) for triple in triples if triple.subject == subject}


def the(triples: Iterable[Triple], predicate: NamedNode, object_: object) -> NamedNode:
    """Return the one thing of which this is said."""
    (found,) = {triple.subject for triple in triples if (triple.predicate, triple.object) == (predicate, object_)}
    assert isinstance(found, NamedNode)
    return found


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        ("Brief", {"Brief", "Document"}),
        ("Kamerstuk", {"Kamerstuk", "Document"}),
        ("Document", {"Document"}),
        ("Wet", {"Wet", "Regeling"}),
        ("EURichtlijn", {"EURichtlijn", "Regeling"}),
        ("Artikel", {"Artikel"}),
        ("Dossier", {"Dossier"}),
        ("Persoon", {"Persoon"}),
    ],
)
def test_a_thing_is_found_by_its_class_and_by_those_above_it(kind: str, classes: set[str]) -> None:
    triples = written([Thing("x", (kind,), "X")], [])
    assert {triple.object for triple in triples if triple.predicate == RDF["type"]} == {DG[name] for name in classes}


def test_a_kamerstuk_that_is_a_motie_is_both() -> None:
    triples = written([Thing("kst-36600-XX-22", ("Motie", "Kamerstuk"), "Motie over zorgkosten")], [])
    types = {triple.object for triple in triples if triple.predicate == RDF["type"]}
    assert types == {DG["Motie"], DG["Kamerstuk"], DG["Document"]}


def test_a_thing_has_its_names_page_and_facts() -> None:
    thing = Thing(
        "kst-19637-3171",
        ("Brief", "Kamerstuk"),
        "Kamerstuk 19 637, nr. 3171",
        "Parliamentary paper 19 637, no. 3171",
        page="https://zoek.officielebekendmakingen.nl/kst-19637-3171.html",
        attributes={
            "dcterms:title": ("Opvang in «hotels»",),
            "dcterms:date": (date(2023, 11, 3),),
            "dg:bestandsnaam": ("brief.txt", "kopie.txt"),
            "dg:datumAfgeleidUit": ("het jongste ‘jl.’",),
        },
    )
    said = about(written([thing], []), node("kst-19637-3171"))
    assert {pair for pair in said if pair[0] != RDF["type"]} == {
        (RDFS["label"], Literal("Kamerstuk 19 637, nr. 3171", language="nl")),
        (RDFS["label"], Literal("Parliamentary paper 19 637, no. 3171", language="en")),
        (RDFS["seeAlso"], NamedNode("https://zoek.officielebekendmakingen.nl/kst-19637-3171.html")),
        (DCTERMS["title"], Literal("Opvang in «hotels»", language="nl")),
        (DCTERMS["date"], Literal("2023-11-03", datatype=XSD["date"])),
        (DG["bestandsnaam"], Literal("brief.txt")),
        (DG["bestandsnaam"], Literal("kopie.txt")),
        (DG["datumAfgeleidUit"], Literal("het jongste ‘jl.’", language="nl")),
    }


def test_a_paper_of_a_month_has_that_month_for_its_date() -> None:
    triples = written([Thing("x", ("Brief",), "X", attributes={"dcterms:date": ("2024-06",)})], [])
    assert (DCTERMS["date"], Literal("2024-06", datatype=XSD["gYearMonth"])) in about(triples, node("x"))


def test_an_article_is_part_of_its_regeling_and_keeps_its_own_name() -> None:
    article = Thing("BWBR0011823#artikel=28", ("Artikel",), "Artikel 28 Vw 2000", part_of="BWBR0011823")
    triples = written([article], [])
    assert Triple(node("BWBR0011823#artikel=28"), DCTERMS["isPartOf"], node("BWBR0011823")) in triples


def test_what_has_another_iri_elsewhere_is_the_same_as_that() -> None:
    eli = "http://data.europa.eu/eli/dir/2001/55/oj"
    triples = written([Thing("x", ("EURichtlijn",), "Richtlijn 2001/55/EG", same_as=eli)], [])
    assert (OWL["sameAs"], NamedNode(eli)) in about(triples, node("x"))


def test_what_was_not_traced_says_why() -> None:
    triples = written([Thing("motie-jansen", ("Motie",), "Motie Jansen", unresolved="geen nummer bekend")], [])
    assert (DG["onopgelost"], Literal("geen nummer bekend", language="nl")) in about(triples, node("motie-jansen"))


def test_what_others_have_named_keeps_their_name() -> None:
    ministry = Thing(MINISTRY, ("Ministerie",), "Ministerie van Justitie en Veiligheid")
    triples = written([ministry], [Statement(LETTER, "verantwoordelijkMinisterie", MINISTRY)], "https://example.org/")
    assert Triple(NamedNode(MINISTRY), RDF["type"], DG["Ministerie"]) in triples
    responsible = DG["verantwoordelijkMinisterie"]
    assert Triple(node(LETTER, "https://example.org/"), responsible, NamedNode(MINISTRY)) in triples


def test_a_citation_stands_as_a_plain_triple_and_with_the_words_it_rests_on() -> None:
    triples = written([], [CITES])
    assert Triple(node(LETTER), DG["verwijstNaar"], node(CITED)) in triples

    claim = the(triples, RDF["type"], DG["Citatie"])
    passage = node(f"passage-{LETTER}-40-65")
    assert claim.value.startswith(f"{BASE}id/citatie-")
    assert about(triples, claim) == {
        (RDF["type"], DG["Citatie"]),
        (RDF["type"], DG["Bewering"]),
        (RDF["subject"], node(LETTER)),
        (RDF["predicate"], DG["verwijstNaar"]),
        (RDF["object"], node(CITED)),
        (DG["afgeleidUit"], passage),
        (DG["regel"], Literal("kamerstuk")),
        (DG["zekerheid"], Literal("1.0", datatype=XSD["decimal"])),
    }
    quote, position = node(f"passage-{LETTER}-40-65-citaat"), node(f"passage-{LETTER}-40-65-positie")
    assert about(triples, passage) == {
        (RDF["type"], DG["Passage"]),
        (OA["hasSource"], node(LETTER)),
        (OA["hasSelector"], quote),
        (OA["hasSelector"], position),
        (DG["pagina"], Literal("3", datatype=XSD["integer"])),
        (DG["voetnoot"], Literal("2")),
    }
    assert about(triples, quote) == {
        (RDF["type"], OA["TextQuoteSelector"]),
        (OA["exact"], Literal("Kamerstuk 36 045, nr. 170")),
        (OA["prefix"], Literal("Zie hierover ")),
        (OA["suffix"], Literal(", dat ik u zond.")),
    }
    assert about(triples, position) == {
        (RDF["type"], OA["TextPositionSelector"]),
        (OA["start"], Literal("40", datatype=XSD["nonNegativeInteger"])),
        (OA["end"], Literal("65", datatype=XSD["nonNegativeInteger"])),
    }


@pytest.mark.parametrize(
    ("relation", "citation"),
    [
        ("verwijstNaar", True),
        ("reactieOp", True),
        ("uitvoeringVan", True),
        ("heeftBijlage", True),
        ("kondigtWijzigingAan", True),
        ("ondertekendDoor", False),
        ("medeNamens", False),
        ("gedaanAan", False),
        ("uitgevoerdDoor", False),
    ],
)
def test_only_what_points_at_papers_and_laws_is_a_citation(relation: str, citation: bool) -> None:
    triples = written([], [Statement(LETTER, relation, "x", WORDS)])
    claim = the(triples, RDF["predicate"], DG[relation])
    types = {object_ for predicate, object_ in about(triples, claim) if predicate == RDF["type"]}
    assert types == ({DG["Citatie"], DG["Bewering"]} if citation else {DG["Bewering"]})


def test_what_rests_on_a_register_has_no_passage() -> None:
    triples = written([], [Statement("persoon-x", "bekleedt", "ambt-y")])
    assert triples == {Triple(node("persoon-x"), DG["bekleedt"], node("ambt-y"))}


@pytest.mark.parametrize(
    ("place", "scheme"),
    [
        ("page=3&viewrect=72,120,451,14", "http://tools.ietf.org/rfc/rfc3778"),
        ("line=12", "http://tools.ietf.org/rfc/rfc5147"),
        ("paragraph=4", None),
    ],
)
def test_a_passage_of_a_file_with_places_leads_back_into_the_file(place: str, scheme: str | None) -> None:
    triples = written([], [replace(CITES, evidence=replace(WORDS, place=place))])
    fragment = node(f"passage-{LETTER}-40-65-plaats")
    assert Triple(node(f"passage-{LETTER}-40-65"), OA["hasSelector"], fragment) in triples
    assert about(triples, fragment) == {
        (RDF["type"], OA["FragmentSelector"]),
        (RDF["value"], Literal(place)),
        *([(DCTERMS["conformsTo"], NamedNode(scheme))] if scheme else []),
    }


def test_two_places_give_two_claims_and_one_edge() -> None:
    elsewhere = Evidence(LETTER, 900, 925, WORDS.quote, "", "", "kamerstuk", 1.0)
    triples = written([], [CITES, Statement(LETTER, "verwijstNaar", CITED, elsewhere)])
    assert sum(triple.object == DG["Citatie"] for triple in triples) == 2
    assert sum(triple.predicate == DG["verwijstNaar"] for triple in triples) == 1


def test_one_passage_that_names_two_papers_gives_two_claims() -> None:
    triples = written([], [CITES, Statement(LETTER, "verwijstNaar", "kst-36045-171", WORDS)])
    assert sum(triple.object == DG["Citatie"] for triple in triples) == 2
    assert sum(triple.object == DG["Passage"] for triple in triples) == 1


def test_another_base_renames_the_things_and_nothing_else() -> None:
    things = [Thing(LETTER, ("Brief",), "Brief"), Thing(CITED, ("Kamerstuk",), "Kamerstuk 36 045, nr. 170")]
    base = "https://example.org/mijn/"
    ours, theirs = written(things, [CITES]), written(things, [CITES], base)
    renamed = {str(triple).replace(f"<{BASE}id/", f"<{base}id/") for triple in ours}
    assert {str(triple) for triple in theirs} == renamed
    assert Triple(node(LETTER, base), DG["verwijstNaar"], node(CITED, base)) in theirs


@pytest.mark.parametrize(
    "key",
    ["kst-19637-3171", "BWBR0011823#artikel=4&lid=2", 'rapport-100% "zeker"', "url-<b>", "brief met blanco", "é\u2028"],
)
def test_any_key_is_an_iri_of_its_own(key: str) -> None:
    made = iri(key)
    assert made.value.startswith(f"{BASE}id/")
    assert not set(made.value) & set(' "<>{}|\\^`\u2028')
    assert made != iri(key + "x")


def test_terms_of_a_graph_are_terms_of_the_catalogue() -> None:
    catalogue = read_catalogue()
    known = {*catalogue.classes, *catalogue.relations, *catalogue.attributes}
    thing = Thing("x", ("Brief",), "X", unresolved="y", attributes={"dg:kenmerk": ("z",), "dg:bestandsnaam": ("b",)})
    used = {
        term.value.removeprefix(DG.iri)
        for triple in written([thing], [CITES, Statement("x", "ondertekendDoor", "p", WORDS)])
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, NamedNode) and term.value.startswith(DG.iri)
    }
    assert used - known == set()
    assert {"Brief", "Citatie", "Passage", "onopgelost", "zekerheid", "voetnoot", "ondertekendDoor"} <= used


def test_a_term_that_is_in_no_catalogue_is_not_written() -> None:
    with pytest.raises(KeyError):
        written([Thing("x", ("Bief",), "X")], [])
