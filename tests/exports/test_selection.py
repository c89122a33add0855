"""What is drawn of a large picture, and what the page says of the rest."""

from __future__ import annotations

from collections import Counter

import pytest

from dossier_graph.exports.picture import Picture, PictureEdge, PictureNode, PictureTerm
from dossier_graph.exports.selection import MOST_DRAWN, MOST_HELD, select

TERM = ("Brief", "Kamerstuk")


def picture(papers: int, things: int) -> Picture:
    """Return papers a day apart, each of which cites one thing; thing 0 is cited by half of them."""
    read = [
        PictureNode(f"brief-{i:05}", "Brief", f"Brief {i}", date=f"{2000 + i // 365}-01-{1 + i % 28:02}", was_read=True)
        for i in range(papers)
    ]
    cited = [PictureNode(f"kst-{i:05}", "Kamerstuk", f"Kamerstuk {i}") for i in range(things)]
    edges = [
        PictureEdge(paper.id, "verwijstNaar", cited[0 if i % 2 else i % things].id)
        for i, paper in enumerate(read)
        if things
    ]
    kinds = tuple(PictureTerm(name, name, name, "#112233") for name in TERM)
    cites = PictureTerm("verwijstNaar", "verwijst naar", "cites", "#112233")
    return Picture((*read, *cited), tuple(edges), kinds, (cites,))


def test_a_small_picture_is_drawn_as_it_is() -> None:
    small = picture(500, 500)
    assert select(small) == small


@pytest.mark.parametrize(
    ("papers", "things", "read"), [(3000, 3000, 500), (3000, 100, 900), (20, 5000, 20), (3000, 0, 1000)]
)
def test_papers_have_half_of_a_large_picture_or_what_things_leave(papers: int, things: int, read: int) -> None:
    drawn = select(picture(papers, things)).nodes[:MOST_DRAWN]
    assert len(drawn) == MOST_DRAWN
    assert sum(node.was_read for node in drawn) == read


def test_the_papers_drawn_are_of_all_times() -> None:
    drawn = select(picture(3650, 3000)).nodes[:MOST_DRAWN]
    years = Counter(node.date[:4] for node in drawn if node.was_read)
    assert sorted(years) == [str(year) for year in range(2000, 2010)]
    assert max(years.values()) - min(years.values()) <= 1


def test_what_is_most_connected_is_drawn_and_all_relations_among_it() -> None:
    whole = picture(3000, 3000)
    held = select(whole)
    drawn = {node.id for node in held.nodes[:MOST_DRAWN]}
    assert "kst-00000" in drawn
    among = [edge for edge in whole.edges if edge.source in drawn and edge.target in drawn]
    assert sorted(edge.source for edge in held.edges[: len(among)]) == sorted(edge.source for edge in among)
    assert set(held.nodes) == set(whole.nodes)
    assert set(held.edges) == set(whole.edges)


def test_a_page_holds_no_more_things_than_a_browser_reads_in_time() -> None:
    held = select(picture(MOST_HELD, 5000))
    ids = {node.id for node in held.nodes}
    assert MOST_HELD <= len(ids) <= MOST_HELD + MOST_DRAWN
    assert all(edge.source in ids and edge.target in ids for edge in held.edges)
