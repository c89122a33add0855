"""Papers with their mentions marked."""

from __future__ import annotations

import re
from typing import Any

from dossier_graph.exports.marked import marked_page


def citation(start: int, end: int, kind: str = "kamerstuk", id_: str | None = "kst-1-1") -> dict[str, Any]:
    return {"type": "citation", "kind": kind, "id": id_, "start": start, "end": end, "rule": "r"}


def marks(page: str) -> list[tuple[str, str]]:
    return re.findall(r'<mark class="([^"]+)" title="[^"]*">([^<]*)</mark>', page)


def test_each_mention_is_marked_in_the_colour_of_its_kind() -> None:
    page = marked_page([("a.txt", "Zie Kamerstuk 1 en wet 2.", [citation(4, 15), citation(19, 24, "wet", "BWBR1")])])
    assert marks(page) == [("kamerstuk", "Kamerstuk 1"), ("wet", "wet 2")]
    assert "mark.kamerstuk {" in page
    assert "mark.wet {" in page


def test_a_mention_inside_another_is_marked_as_itself() -> None:
    page = marked_page([("a.txt", "Bijlage bij Kamerstuk 1.", [citation(0, 23, "bijlage"), citation(12, 23)])])
    assert marks(page) == [("bijlage", "Bijlage bij "), ("kamerstuk", "Kamerstuk 1")]


def test_what_stays_open_shows() -> None:
    page = marked_page([("a.txt", "de Wpg", [citation(3, 6, "wet", None)])])
    assert marks(page) == [("wet open", "Wpg")]
    assert "niet herleid" in page


def test_all_kinds_of_records_are_counted_in_the_legend() -> None:
    records: list[dict[str, Any]] = [
        citation(0, 1),
        {"type": "date", "iso": "2024-06", "start": 1, "end": 2},
        {"type": "footnote", "marker": "1", "start": 2, "end": 3},
        {"type": "responsibility", "relation": "ondertekendDoor", "agent": "A", "start": 3, "end": 4},
    ]
    page = marked_page([("a.txt", "abcd", records), ("b.txt", "abcd", records)])
    assert len(re.findall(r"<li>.*?</small> 2</li>", page)) == 4


def test_nothing_from_a_paper_is_markup() -> None:
    text = '<img src=x onerror="alert(1)"></pre><script>alert(2)</script>'
    hostile = citation(0, len(text), "url", '"><script>alert(3)</script>')
    page = marked_page([('<b>"name"</b>', text, [hostile])])
    assert "<script" not in page
    assert "<img" not in page
    assert "<b>" not in page
    assert "default-src 'none'" in page


def test_every_kind_of_the_contract_has_a_name() -> None:
    kinds = re.findall(
        r"\w+",
        "kamerstuk dossier motie amendement brief beslisnota bijlage rapport handelingen aanhangsel kamervraag wet "
        "regeling eu ecli staatsblad staatscourant tractatenblad url",
    )
    records = [citation(place, place + 1, kind) for place, kind in enumerate(kinds)]
    page = marked_page([("a.txt", "x" * len(kinds), records)])
    assert [kind for kind, _ in marks(page)] == kinds
