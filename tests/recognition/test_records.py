"""The records of `extract`: their fields, their order, their contexts."""

from __future__ import annotations

import json

import pytest
from recognised import recognise

from dossier_graph.recognition.records import context_of, records

TEXT = (
    "Den Haag, 27 november 2023\n\nEen eerste zin. Zie Kamerstukken II 2022/23, 36 045, nrs. 1–3, p. 4 daarvoor."
    " Een laatste zin.1\n\n1 Zie de brief.\n\fDe Minister van Defensie,\nR.P. Brekelmans\n"
)


def test_each_record_has_the_fields_of_the_contract() -> None:
    document, mentions = recognise(TEXT, "map/brief.txt")
    date, citation, footnote, responsibility = records(document, mentions)
    at = TEXT.index("Kamerstukken")
    quote = "Kamerstukken II 2022/23, 36 045, nrs. 1–3"
    low = TEXT.index("Zie Kamer")
    assert citation == {
        "document": "map/brief.txt",
        "type": "citation",
        "kind": "kamerstuk",
        "id": "kst-36045-1",
        "start": at,
        "end": at + len(quote),
        "quote": quote,
        "relation": "verwijstNaar",
        "rule": "kamerstuk",
        "confidence": 1.0,
        "page": 1,
        "footnote": None,
        "context": [low, TEXT.index(" Een laatste")],
        "pinpoint": "p. 4",
        "also": ["kst-36045-2", "kst-36045-3"],
        "dossiers": ["36045"],
        "anaphor": False,
    }
    assert date == {
        "document": "map/brief.txt",
        "type": "date",
        "iso": "2023-11-27",
        "start": 10,
        "end": 26,
        "quote": "27 november 2023",
    }
    assert footnote["type"] == "footnote"
    assert (footnote["marker"], TEXT[footnote["note_start"] : footnote["note_end"]]) == ("1", "1 Zie de brief.")
    assert responsibility["type"] == "responsibility"
    assert (responsibility["agent"], responsibility["office"]) == ("R.P. Brekelmans", "Minister van Defensie")
    assert responsibility["page"] == 2


def test_records_are_in_reading_order_and_plain_json() -> None:
    found = list(records(*recognise(TEXT)))
    assert [record["start"] for record in found] == sorted(record["start"] for record in found)
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("Eerst. Nu X hier. Dan.", "Nu X hier."),
        ("Kop\n\nNu X hier\n\nDan", "Nu X hier"),
        ("Eerst? Nu X hier! Dan.", "Nu X hier!"),
        ("Nu X", "Nu X"),
        ("Eerst.\fNu X hier.", "Nu X hier."),
    ],
)
def test_the_context_is_the_sentence(text: str, context: str) -> None:
    at = text.index("X")
    low, high = context_of(text, at, at + 1)
    assert text[low:high] == context


def test_the_context_of_endless_text_is_bounded() -> None:
    text = "x" * 2000
    assert context_of(text, 1000, 1001) == (700, 1301)
