"""Where things stand in the picture."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.exports.layout import bands, place
from dossier_graph.exports.picture import PictureEdge, PictureNode

_KINDS = ["Kamerstuk", "Motie", "Rapport", "Wet", "Persoon", "Ambt", "Ministerie", "Dossier", "Toezegging", "Onbekend"]


def _paper(name: str, date: str) -> PictureNode:
    return PictureNode(id=name, kind="Brief", label=name, date=date, was_read=True)


def _thing(name: str, kind: str) -> PictureNode:
    return PictureNode(id=name, kind=kind, label=name)


def test_papers_stand_in_the_order_of_their_dates_and_the_undated_last() -> None:
    papers = [_paper("c", "2024-01-01"), _paper("d", ""), _paper("a", "2022-05-01"), _paper("b", "2022-06-01")]
    positions = place(papers, [])
    assert sorted(positions, key=lambda name: positions[name][0]) == ["a", "b", "c", "d"]


def test_papers_of_one_day_stand_below_each_other() -> None:
    positions = place([_paper("brief", "2024-01-01"), _paper("nota", "2024-01-01"), _paper("later", "2025-01-01")], [])
    assert positions["brief"][0] == positions["nota"][0] < positions["later"][0]
    assert positions["brief"][1] != positions["nota"][1]


def test_a_paper_of_an_inferred_day_stands_behind_those_that_print_it() -> None:
    after = PictureNode(
        id="a", kind="Brief", label="a", date="2024-01-01", date_inferred_from="1 jan. jl.", was_read=True
    )
    positions = place([after, _paper("b", "2024-01-01"), _paper("c", "2024-01-02")], [])
    assert positions["b"][0] < positions["a"][0] < positions["c"][0]


def test_neighbours_of_many_papers_stand_in_different_rows_so_that_their_names_fit() -> None:
    papers = [_paper(f"p{number:02}", f"2024-{number:02}-01") for number in range(1, 13)]
    positions = place(papers, [])
    rows = [positions[paper.id][1] for paper in papers]
    for start in range(len(rows) - 3):
        assert len(set(rows[start : start + 4])) == 4


def test_more_time_between_papers_is_more_room_between_them() -> None:
    positions = place([_paper("a", "2020-01-01"), _paper("b", "2020-02-01"), _paper("c", "2025-01-01")], [])
    assert positions["b"][0] - positions["a"][0] <= positions["c"][0] - positions["b"][0]


def test_a_cited_thing_stands_near_the_paper_that_cites_it() -> None:
    papers = [_paper("early", "2020-01-01"), _paper("late", "2025-01-01")]
    things = [_thing("first", "Kamerstuk"), _thing("last", "Kamerstuk")]
    edges = [PictureEdge("early", "verwijstNaar", "first"), PictureEdge("late", "verwijstNaar", "last")]
    positions = place([*papers, *things], edges)
    assert positions["first"][0] < positions["last"][0]


def test_each_kind_stands_in_its_own_lane() -> None:
    nodes = [
        _paper("brief", "2024-01-01"),
        _thing("persoon", "Persoon"),
        _thing("wet", "Wet"),
        _thing("motie", "Motie"),
    ]
    positions = place(nodes, [])
    assert [band.label_nl for band in bands(nodes, positions)] == [
        "Personen",
        "Stukken in dit dossier",
        "Moties, toezeggingen en vragen",
        "Regelingen en uitspraken",
    ]
    for above, below in combinations(bands(nodes, positions), 2):
        assert above.bottom <= below.top


@pytest.mark.parametrize("count", [0, 1, 2])
def test_hardly_anything_can_be_placed_too(count: int) -> None:
    assert len(place([_thing(str(number), "Wet") for number in range(count)], [])) == count


_nodes = st.lists(
    st.tuples(
        st.sampled_from([*_KINDS, ""]), st.sampled_from(["2022-01-01", "2022-01-02", "2024-05", "", "2025-12-31"])
    ),
    max_size=60,
).map(
    lambda drawn: [
        _thing(f"n{number}", kind) if kind else _paper(f"n{number}", date) for number, (kind, date) in enumerate(drawn)
    ]
)


@given(nodes=_nodes, pairs=st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=80))
def test_positions_are_whole_apart_and_independent_of_order(
    nodes: list[PictureNode], pairs: list[tuple[int, int]]
) -> None:
    edges = [
        PictureEdge(nodes[source].id, "verwijstNaar", nodes[target].id)
        for source, target in pairs
        if max(source, target) < len(nodes)
    ]
    positions = place(nodes, edges)
    assert positions.keys() == {node.id for node in nodes}
    assert all(type(value) is int for position in positions.values() for value in position)
    for (x, y), (other_x, other_y) in combinations(positions.values(), 2):
        assert abs(x - other_x) >= 150 or abs(y - other_y) >= 60
    assert place(nodes[::-1], edges[::-1]) == positions
