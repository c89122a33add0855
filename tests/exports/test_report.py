"""report.json: what it says of a build, and that docs/report.md describes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dossier_graph import Build, __version__, build

DESCRIPTION = Path(__file__).parents[2] / "docs" / "report.md"

LETTER = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 november 2023

Onderwerp: Plekken voor de winter

In Kamerstuk 36 045, nr. 170 en Kamerstuk 19 637, nr. 3171 staat hoeveel plekken er zijn.1
Het rapport «Winters zonder dak boven het hoofd» gaat als bijlage mee.
Zie ook Kamerstuk 36 045, nr. 170.

De Staatssecretaris van Justitie en Veiligheid,
E. van der Burg

1 Zie www.voorbeeld.nl/plekken.
"""
# An office that no register has, and a day that has to be inferred.
NOTE = """\
Beslisnota bij de brief over de winter

Op 28 juni jl. is overlegd, na het besluit van 1 mei 2023.

De Minister van Kabouters en Elfen,
K. Kabouter
"""

# its publisher linked the wrong paper
PUBLISHED = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><kamerstuk><stuk><algemeen><vrije-tekst><tekst>
<al>Hierover schreef ik u in Kamerstuk <extref doc="kst-36394-3">36 394, nr. 4</extref>.</al>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    papers = tmp_path_factory.mktemp("stukken")
    (papers / "brief.txt").write_text(LETTER, encoding="utf-8")
    (papers / "nota.md").write_text(NOTE, encoding="utf-8")
    (papers / "stuk.xml").write_text(PUBLISHED, encoding="utf-8")
    (papers / "oud.rtf").write_bytes(b"{\\rtf1 brief}")
    return build(papers, papers.with_name("uit"))


@pytest.fixture
def report(built: Build) -> dict[str, Any]:
    return built.report


def test_the_file_holds_the_report_as_readable_json(built: Build) -> None:
    text = built.report_file.read_text(encoding="utf-8")
    assert json.loads(text) == built.report
    assert "«Winters" not in text  # quotes of what was traced are in the graph
    assert text.endswith("}\n")
    assert text.startswith('{\n  "schema": 1,\n')


def test_a_paper_is_described_as_it_describes_itself(report: dict[str, Any]) -> None:
    brief, nota, stuk = map(dict, report["papers"])
    assert stuk["format"] == "XML"
    assert Path(brief.pop("file")).name == "brief.txt"
    assert brief.pop("id").startswith("stuk-")
    assert brief.pop("citations") >= 3
    assert brief == {
        "format": "text",
        "kind": "Brief",
        "title": "Plekken voor de winter",
        "date": "2023-11-03",
        "date_inferred_from": None,
        "responsibilities": 1,
        "footnotes": 1,
        "remarks": [],
    }
    assert nota["date"] == "2023-06-28"
    assert "28 juni jl." in nota["date_inferred_from"]


def test_what_was_found_is_counted_over_all_papers(report: dict[str, Any]) -> None:
    assert report["version"] == __version__
    assert report["mentions"]["kamerstuk"] == 4
    assert report["responsibilities"]["ondertekendDoor"] == 2
    assert sum(report["mentions"].values()) == sum(paper["citations"] for paper in report["papers"])
    assert sum(report["responsibilities"].values()) == sum(paper["responsibilities"] for paper in report["papers"])


def test_only_who_was_found_in_the_register_is_an_office_holder(report: dict[str, Any]) -> None:
    assert report["office_holders"] == ["Eric van der Burg"]


def test_what_stayed_open_says_why(report: dict[str, Any]) -> None:
    reasons = {one["id"]: one["reason"] for one in report["unresolved"]}
    assert (
        reasons["rapport-winters-zonder-dak-boven-het-hoofd"] == "alleen met woorden genoemd, zonder officieel nummer"
    )
    assert "persoon-k-kabouter" in reasons
    assert not [id_ for id_ in reasons if id_.startswith(("kst-", "dossier-", "stuk-"))]
    (place,) = report["open_mentions"]
    assert Path(place["document"]).name == "nota.md"
    assert place["quote"] == "Minister van Kabouters en Elfen,\nK. Kabouter"
    assert place["reason"]


def test_what_stayed_open_stands_in_order(example: Build) -> None:
    ids = [one["id"] for one in example.report["unresolved"]]
    assert len(ids) > 10
    assert ids == sorted(set(ids))


def test_what_was_not_read_is_listed_with_the_reason(report: dict[str, Any]) -> None:
    (one,) = report["not_read"]
    assert Path(one["name"]).name == "oud.rtf"
    assert one["reason"] == "is RTF; open it in Word or LibreOffice and save it as DOCX"


def test_a_link_that_leads_elsewhere_than_the_words_do_is_listed(report: dict[str, Any]) -> None:
    (one,) = map(dict, report["differences"])
    assert Path(one.pop("document")).name == "stuk.xml"
    assert one == {"quote": "36 394, nr. 4", "official": "kst-36394-3", "recognised": "kst-36394-4"}


# --- the report and its description ----------------------------------------------------------------------------------

_COUNTED = {"mentions", "responsibilities"}  # objects whose names are data


def described() -> dict[str, str]:
    rows = re.findall(r"(?m)^\| `([^`]+)` \| ([^|]+?) \| ([^|]+?) \|$", DESCRIPTION.read_text(encoding="utf-8"))
    assert all(meaning.endswith(".") for _, _, meaning in rows)
    assert len({field for field, _, _ in rows}) == len(rows)
    return {field: kind for field, kind, _ in rows}


def fields(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield the fields of a report as the description names them, with their values."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for name, inner in value.items():
            step = "*" if path in _COUNTED else name
            yield from fields(inner, f"{path}.{step}" if path else step)
    elif isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict):
                for name, below in inner.items():
                    yield from fields(below, f"{path}[].{name}")


def is_of(kind: str, value: object) -> bool:
    match kind:
        case "integer":
            return type(value) is int
        case "string":
            return isinstance(value, str)
        case "string or null":
            return value is None or isinstance(value, str)
        case "object":
            return isinstance(value, dict)
        case "array of objects":
            return isinstance(value, list) and all(isinstance(one, dict) for one in value)
        case "array of strings":
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
    raise AssertionError(f"no type of JSON: {kind}")


def test_the_description_names_every_field_and_no_other(report: dict[str, Any]) -> None:
    assert sorted({field for field, _ in fields(report)}) == sorted(described())


def test_every_value_is_of_the_type_that_is_described(report: dict[str, Any], example: Build) -> None:
    kinds = described()
    for field, value in (*fields(report), *fields(example.report)):
        assert is_of(kinds[field], value), (field, value)


def test_every_kind_that_occurs_is_in_the_description(example: Build) -> None:
    text = DESCRIPTION.read_text(encoding="utf-8")
    named = {*example.report["mentions"], *example.report["responsibilities"]}
    named |= {paper["kind"] for paper in example.report["papers"]}
    assert {name for name in named if f"`{name}`" not in text} == set()
