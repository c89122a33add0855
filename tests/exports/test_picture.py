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
