"""The network page as a file: closed, harmless, the same every time."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from dossier_graph.exports.network import network_page
from dossier_graph.exports.picture import Evidence, Fact, Picture, PictureEdge, PictureNode, PictureTerm, draw

_HERE = Path(__file__).parent


def _page(name: str, title: str = "Opvang") -> str:
    store = Store()
    store.load(path=_HERE / name, format=RdfFormat.TURTLE)
    return network_page(draw(store), title)


@pytest.fixture(scope="module")
def page() -> str:
    return _page("opvang.ttl")


@pytest.fixture(scope="module")
def hostile() -> str:
    return _page("hostile.ttl", '<img src=x onerror=alert(0)> "titel"\n</title>')


class _Markup(HTMLParser):
    """The elements of a page with their attributes, and the text of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.raw:
            self._inside = tag
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.raw[self._inside][-1] += data

    def policy(self) -> dict[str, list[str]]:
        content = next(a["content"] for _, a in self.elements if a.get("http-equiv") == "Content-Security-Policy")
        assert content is not None
        return {words[0]: words[1:] for words in (part.split() for part in content.split(";"))}


def _data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    for name in ("nodes", "edges", "evidences"):
        columns, rows = data[name]["columns"], data[name]["rows"]
        data[name] = [dict(zip(columns, row, strict=True)) for row in rows]
    for number, edge in enumerate(data["edges"]):
        edge["evidences"] = [one for one in data["evidences"] if one["edge"] == number]
    return data


def _one_node(**properties: Any) -> dict[str, Any]:
    node = PictureNode(**({"id": "x", "kind": "Wet", "label": "Wet"} | properties))
    shown: dict[str, Any] = _data(
        network_page(Picture((node,), (), (PictureTerm("Wet", "Wet", "Act", "#112233"),), ()), "")
    )
    node_shown: dict[str, Any] = shown["nodes"][0]
    return node_shown


@pytest.mark.parametrize("name", ["opvang.ttl", "hostile.ttl"])
def test_no_element_loads_anything(name: str) -> None:
    markup = _Markup(_page(name))
    loading = {"src", "href", "srcset", "action", "data", "poster", "background", "ping", "style"}
    assert not [(tag, attrs) for tag, attrs in markup.elements if loading & attrs.keys()]
    assert not {tag for tag, _ in markup.elements} & {"link", "img", "iframe", "object", "embed", "base", "form"}
    assert not [attrs for _, attrs in markup.elements if any(attribute.startswith("on") for attribute in attrs)]
    assert not re.search(r"@import|url\(", markup.raw["style"][0])


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(page: str) -> None:
    markup = _Markup(page)
    policy = markup.policy()

    def hashes(texts: list[str]) -> list[str]:
        return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts]

    assert policy["default-src"] == policy["connect-src"] == ["'none'"]
    assert policy["script-src"] == hashes(markup.raw["script"][1:])
    assert policy["style-src"] == hashes(markup.raw["style"])
    assert "unsafe" not in str(policy)


def test_text_from_papers_never_becomes_markup(page: str, hostile: str) -> None:
    assert [tag for tag, _ in _Markup(hostile).elements] == [tag for tag, _ in _Markup(page).elements]
    data = re.search(r'id="data">(.*?)</script>', hostile, re.DOTALL)
    assert data
    assert not set(data[1]) & set("<>&\u2028\u2029")


def test_hostile_text_arrives_unchanged(hostile: str) -> None:
    nodes = {node["id"].rpartition("/")[2]: node for node in _data(hostile)["nodes"]}
    assert nodes["stuk-1"]["label"] == "<img src=x onerror=alert(1)>"
    assert "</script><script>alert(2)</script>" in nodes["stuk-1"]["titles"]
    assert ["Kenmerk", "Reference", "regel\u2028scheiding\u2029 ]]> <!-- {{ 7*7 }} ${title}", ""] in nodes["stuk-1"][
        "facts"
    ]
    assert nodes["stuk-2"]["label"] == "Brief \"met\" 'aanhalingstekens' & \\ href"


def test_the_title_stands_escaped_in_one_heading(hostile: str) -> None:
    title = html.escape('<img src=x onerror=alert(0)> "titel" </title>')
    assert re.findall(r"<h1>(.*?)</h1>", hostile) == [title]
    assert f"<title>{title}</title>" in hostile


@pytest.mark.parametrize(
    "link",
    [
        "https://zoek.officielebekendmakingen.nl/kst-19637-3171.html",
        "https://wetten.overheid.nl/BWBR0011823",
        "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32001L0055",
        "https://identifier.overheid.nl/tooi/id/ministerie/mnre1162",
    ],
)
def test_an_official_page_is_linked(link: str) -> None:
    assert _one_node(link=link)["link"] == link


@pytest.mark.parametrize(
    "link",
    [
        "http://wetten.overheid.nl/BWBR0011823",
        "javascript:alert(1)//https://wetten.overheid.nl/",
        "https://wetten.overheid.nl.evil.example/",
        "https://wetten.overheid.nl@evil.example/",
        "https://wetten.overheid.nl:8443/",
        "https://evil.example/wetten.overheid.nl",
        "https://evil.example\\@wetten.overheid.nl/",
        " https://wetten.overheid.nl/",
        "https://wetten.overheid.nl/a b",
        "https://wetten.overheid.nl/\n",
        "data:text/html,x",
        "//wetten.overheid.nl/",
        "",
    ],
)
def test_any_other_address_is_not_linked(link: str) -> None:
    assert _one_node(link=link)["link"] == ""


def test_facts_and_dates_are_written_for_the_panel() -> None:
    facts = (Fact("Nummer", "Number", "kst-1-2"), Fact("Ambtsperiode", "Term of office", "tot 2025", "geen eigen data"))
    node = _one_node(date="2025-01-09", facts=facts)
    assert node["date"] == "9 januari 2025"
    assert node["facts"] == [
        ["Nummer", "Number", "kst-1-2", ""],
        ["Ambtsperiode", "Term of office", "tot 2025", "geen eigen data"],
    ]


@pytest.mark.parametrize(
    ("date", "inferred_from", "text", "short"),
    [
        ("2025-01-31", "", "31 januari 2025", "31 jan 2025"),
        ("2023-11-19", "19 november jl.", "na 19 november 2023", "na 19 nov 2023"),
        ("2024-03", "", "maart 2024", "mrt 2024"),
        ("", "", "zonder datum", "zonder datum"),
    ],
)
def test_an_inferred_date_is_shown_as_a_lower_bound(date: str, inferred_from: str, text: str, short: str) -> None:
    paper = PictureNode("x", "Brief", "Brief", date=date, date_inferred_from=inferred_from, was_read=True)
    shown = _data(network_page(Picture((paper,), (), (PictureTerm("Brief", "Brief", "Letter", "#112233"),), ()), ""))
    assert [(column["text"], column["short"]) for column in shown["axis"]] == [(text, short)]
    assert shown["nodes"][0]["date"] == (text if date else "")


@pytest.mark.parametrize(
    ("prefix", "shown"),
    [
        (".\n10 Adviesraad ", "10 Adviesraad "),
        (" naar de ", "naar de "),
        ("), zie (", "zie ("),
        (". ", ""),
        ("(‘de ", "(‘de "),
    ],
)
def test_the_words_before_a_quote_do_not_begin_with_the_end_of_another_sentence(prefix: str, shown: str) -> None:
    nodes = tuple(PictureNode(id=name, kind="Wet", label=name) for name in "ab")
    evidence = Evidence("de wet", prefix, " is", "a", None, "", "", "", "1")
    edge = PictureEdge("a", "verwijstNaar", "b", (evidence,))
    terms = ((PictureTerm("Wet", "Wet", "Act", "#112233"),), (PictureTerm("verwijstNaar", "v", "v", "#445566"),))
    data = _data(network_page(Picture(nodes, (edge,), *terms), ""))
    assert data["edges"][0]["evidences"][0]["prefix"] == shown


def test_opposite_edges_are_both_drawn_and_bend_apart() -> None:
    nodes = tuple(PictureNode(id=name, kind="Wet", label=name) for name in "ab")
    edges = (PictureEdge("a", "verwijstNaar", "b"), PictureEdge("b", "verwijstNaar", "a"))
    kinds, relations = (
        (PictureTerm("Wet", "Wet", "Act", "#112233"),),
        (PictureTerm("verwijstNaar", "v", "v", "#445566"),),
    )
    page = network_page(Picture(nodes, edges, kinds, relations), "")
    found = re.search(r"edges = new vis\.DataSet\((\[.*?\])\);", page)
    assert found
    drawn = json.loads(found[1])
    assert [(edge["from"], edge["to"]) for edge in drawn] == [(0, 1), (1, 0)]
    assert len({json.dumps(edge["smooth"]) for edge in drawn}) == 2
    assert all(edge["arrows"] == "to" for edge in drawn)


def test_an_empty_graph_gives_a_page() -> None:
    assert _data(network_page(Picture((), (), (), ()), "Leeg"))["nodes"] == []


def test_the_same_graph_gives_the_same_bytes_under_every_hash_seed(page: str) -> None:
    program = (
        "import sys; from pyoxigraph import RdfFormat, Store\n"
        "from dossier_graph.exports.network import network_page\n"
        "from dossier_graph.exports.picture import draw\n"
        "store = Store(); store.load(path=sys.argv[1], format=RdfFormat.TURTLE)\n"
        "sys.stdout.buffer.write(network_page(draw(store), 'Opvang').encode())\n"
    )
    source = str(Path(__file__).parents[2] / "src")
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": source, "LC_ALL": "C"}
        done = subprocess.run(
            [sys.executable, "-c", program, str(_HERE / "opvang.ttl")], capture_output=True, check=True, env=environment
        )
        assert done.stdout == page.encode()
