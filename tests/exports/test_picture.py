"""What the page is given of a graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from dossier_graph.exports.picture import Picture, PictureEdge, PictureNode, draw

_GRAPH = Path(__file__).with_name("opvang.ttl")
_ID = "https://w3id.org/dossier-graph/id/"


def _draw(turtle: str) -> Picture:
    store = Store()
    store.load(input=turtle, format=RdfFormat.TURTLE)
    return draw(store)


@pytest.fixture(scope="module")
def picture() -> Picture:
    return _draw(_GRAPH.read_text(encoding="utf-8"))


def _node(picture: Picture, name: str) -> PictureNode:
    return next(node for node in picture.nodes if node.id == _ID + name)


def _edge(picture: Picture, source: str, relation: str, target: str) -> PictureEdge:
    wanted = (_ID + source, relation, target if "://" in target else _ID + target)
    return next(edge for edge in picture.edges if (edge.source, edge.relation, edge.target) == wanted)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("stuk-aaaa000000000001", "Brief"),
        ("stuk-aaaa000000000002", "Beslisnota"),
        ("kst-19637-3171", "Kamerstuk"),
        ("kst-36600-XX-22", "Motie"),
        ("BWBR0011823", "Wet"),
        ("rapport-kwaliteit-van-de-opvang", "Rapport"),
        ("url-0123456789abcdef", "Document"),
        ("ambt-minister-am", "Ambt"),
        ("toezegging-1", "Toezegging"),
    ],
)
def test_a_thing_is_shown_as_the_most_telling_of_its_classes(picture: Picture, name: str, kind: str) -> None:
    assert _node(picture, name).kind == kind


def test_evidence_articles_and_terms_of_office_are_no_nodes(picture: Picture) -> None:
    assert {node.kind for node in picture.nodes} == {term.name for term in picture.kinds}
    assert not {"Artikel", "Ambtsperiode", "Bewering", "Citatie", "Passage"} & {node.kind for node in picture.nodes}


def test_an_edge_carries_every_place_it_rests_on_in_the_order_of_the_paper(picture: Picture) -> None:
    edge = _edge(picture, "stuk-aaaa000000000001", "verwijstNaar", "kst-19637-3171")
    assert [evidence.quote for evidence in edge.evidences] == [
        "Kamerstuk 19637, nr. 3171",
        "Kamerstuk 19 637, nr. 3171",
    ]
    last = edge.evidences[-1]
    assert (last.prefix, last.suffix) == ("zoals eerder gemeld (", ") blijft de raming")
    assert (last.page, last.footnote, last.rule, last.certainty) == (3, "2", "kamerstuk", "1")
    assert last.paper == _ID + "stuk-aaaa000000000001"


def test_a_cited_article_leads_to_its_regeling_and_is_named_with_the_words(picture: Picture) -> None:
    edge = _edge(picture, "stuk-aaaa000000000001", "verwijstNaar", "BWBR0011823")
    assert [(evidence.pinpoint, evidence.quote) for evidence in edge.evidences] == [
        ("artikel 28", "artikel 28 Vw 2000")
    ]


def test_a_term_of_office_is_shown_as_the_office_with_its_holder_and_period(picture: Picture) -> None:
    edge = _edge(picture, "stuk-aaaa000000000001", "inHoedanigheidVan", "ambt-minister-am")
    assert edge.notes == ("M.H.M. Faber-van de Klashorst · vanaf 2 juli 2024 tot 3 juni 2025",)
    assert edge.evidences[0].quote == "De Minister van Asiel en Migratie"
    held = _edge(picture, "persoon-faber", "bekleedt", "ambt-minister-am")
    assert held.notes == edge.notes


def test_a_letter_says_who_signed_it_in_which_office(picture: Picture) -> None:
    facts = {fact.label_nl: fact.value for fact in _node(picture, "stuk-aaaa000000000001").facts}
    assert facts["Ondertekend door"] == (
        "M.H.M. Faber-van de Klashorst, Minister van Asiel en Migratie (vanaf 2 juli 2024 tot 3 juni 2025)"
    )
    assert facts["Kenmerk"] == "6048852"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("persoon-faber", "Minister van Asiel en Migratie · vanaf 2 juli 2024 tot 3 juni 2025"),
        ("ambt-minister-am", "M.H.M. Faber-van de Klashorst · vanaf 2 juli 2024 tot 3 juni 2025"),
    ],
)
def test_a_person_and_an_office_say_when(picture: Picture, name: str, value: str) -> None:
    assert [fact.value for fact in _node(picture, name).facts] == [value]


_MEMBER = """
@prefix dg: <https://w3id.org/dossier-graph/ontology#> .
@prefix id: <https://w3id.org/dossier-graph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
id:persoon-podt a dg:Persoon ; rdfs:label "Anne-Marijke Podt"@nl ; dg:bekleedt id:ambt-lid .
id:ambt-lid a dg:Ambt ; rdfs:label "Kamerlid"@nl .
id:ambt-minister a dg:Ambt ; rdfs:label "Minister van Asiel en Migratie"@nl .
id:fractie-d66 a dg:Fractie ; rdfs:label "D66"@nl .
id:ambtsperiode-podt a dg:Ambtsperiode ; rdfs:label "Podt, Kamerlid"@nl ;
    dg:heeftLid id:persoon-podt ; dg:voorAmbt id:ambt-lid ; dg:bij id:fractie-d66 ;
    dg:begin "2023-12-06"^^xsd:date ; dg:twijfel "geen eigen data" .
id:richtlijn a dg:EURichtlijn ; rdfs:label "Richtlijn tijdelijke bescherming"@nl ; skos:altLabel "RTB" .
id:url-1 a dg:Document ; rdfs:label "https://example.org/rapporten"@nl ; dg:adres "https://example.org/rapporten/2023" .
"""


def test_a_member_is_shown_with_fractie_and_doubt_apart_from_the_period() -> None:
    picture = _draw(_MEMBER)
    facts = {node.label: node.facts for node in picture.nodes if node.facts}
    (held,) = facts["Anne-Marijke Podt"]
    assert (held.value, held.doubt) == ("Kamerlid · D66 · vanaf 6 december 2023", "geen eigen data")
    (seat,) = facts["Kamerlid"]
    assert (seat.value, seat.doubt) == ("Anne-Marijke Podt · D66 · vanaf 6 december 2023", "geen eigen data")
    assert _edge(picture, "persoon-podt", "bij", "fractie-d66")
    assert not any("geen eigen data" in note for edge in picture.edges for note in edge.notes)


def test_the_office_of_members_is_told_from_other_offices() -> None:
    assert {node.label: node.is_seat for node in _draw(_MEMBER).nodes if node.kind == "Ambt"} == {
        "Kamerlid": True,
        "Minister van Asiel en Migratie": False,
    }


def test_other_names_are_given_and_a_cut_address_says_that_it_is_cut() -> None:
    picture = _draw(_MEMBER)
    assert _node(picture, "richtlijn").also == ("RTB",)
    assert [(fact.label_nl, fact.value) for fact in _node(picture, "richtlijn").facts] == [("Ook", "RTB")]
    assert _node(picture, "url-1").label == "https://example.org/rapporten…"


def test_what_was_inferred_or_left_open_is_said(picture: Picture) -> None:
    nota = _node(picture, "stuk-aaaa000000000002")
    assert (nota.date, nota.date_inferred_from) == ("2024-11-19", "jongste datum met ‘jl.’: 19 november jl.")
    assert _node(picture, "rapport-kwaliteit-van-de-opvang").unresolved == "geen officieel nummer bekend"


def test_opposite_edges_are_both_kept(picture: Picture) -> None:
    assert _edge(picture, "stuk-aaaa000000000001", "verwijstNaar", "stuk-aaaa000000000002")
    assert _edge(picture, "stuk-aaaa000000000002", "verwijstNaar", "stuk-aaaa000000000001")


def test_the_order_of_the_file_does_not_matter(picture: Picture) -> None:
    store = Store()
    store.load(input=_GRAPH.read_text(encoding="utf-8"), format=RdfFormat.TURTLE)
    lines = sorted(str(store.dump(format=RdfFormat.N_QUADS), "utf-8").splitlines(), reverse=True)  # type: ignore[arg-type]
    other = Store()
    other.load(input="\n".join(lines), format=RdfFormat.N_QUADS)
    assert draw(other) == picture


def test_an_empty_graph_gives_an_empty_picture() -> None:
    assert _draw("") == Picture((), (), (), ())
