"""The publisher's record beside a paper, in both of its forms."""

from __future__ import annotations

from datetime import date

import pytest

from dossier_graph.model import PaperDate
from dossier_graph.reading.markup.metadata import dossier_number, read_metadata, state
from dossier_graph.reading.outline import Stated
from dossier_graph.reading.text import UnreadablePaperError

PLAIN = """<?xml version="1.0" encoding="UTF-8"?>
<metadata_gegevens>
<metadata name="DC.title" scheme="" content="Veilig fietsen; Motie; Motie van het lid Jansen over paden"/>
<metadata name="OVERHEIDop.documenttitel" scheme="" content="Motie van het lid Jansen over paden"/>
<metadata name="OVERHEIDop.dossiernummer" scheme="" content="12345"/>
<metadata name="OVERHEIDop.dossiertitel" scheme="" content="Veilig fietsen"/>
<metadata name="OVERHEIDop.ondernummer" scheme="" content="6"/>
<metadata name="DCTERMS.available" scheme="DCTERMS.W3CDTF" content="2021-07-08"/>
<metadata name="DCTERMS.issued" scheme="DCTERMS.W3CDTF" content="2021-07-06"/>
<metadata name="DC.type" scheme="OVERHEIDop.KamerstukTypen" content="Motie"/>
<metadata name="DC.type" scheme="OVERHEIDop.Parlementair" content="Kamerstuk"/>
<metadata name="DC.identifier" scheme="OVERHEIDop.ParlID" content="kst-12345-6"/>
</metadata_gegevens>"""
OWMS = """<?xml version="1.0" encoding="windows-1252"?>
<!-- gemaakt -->
<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/" xmlns:overheidop="http://standaarden.overheid.nl/oep/meta/">
   <owmskern>
      <dcterms:identifier>kst-12345-6</dcterms:identifier>
      <dcterms:title>Veilig fietsen; Motie; Motie van het lid Jansen over paden</dcterms:title>
      <dcterms:type scheme="OVERHEIDop.KamerstukTypen">Motie</dcterms:type>
      <dcterms:type scheme="OVERHEIDop.Parlementair">Kamerstuk</dcterms:type>
      <dcterms.modified>2021-07-08</dcterms.modified>
   </owmskern>
   <owmsmantel><dcterms:available>2021-07-08</dcterms:available><dcterms:issued>2021-07-06</dcterms:issued></owmsmantel>
   <oep>
      <overheidop:documenttitel>Motie van het lid Jansen over paden</overheidop:documenttitel>
      <overheidop:dossiernummer>12345</overheidop:dossiernummer>
      <overheidop:dossiertitel>Veilig fietsen</overheidop:dossiertitel>
   </oep>
</owms-metadata>"""


@pytest.mark.parametrize("record", [PLAIN.encode(), OWMS.encode("cp1252")])
def test_both_forms_of_a_record_say_the_same(record: bytes) -> None:
    assert read_metadata(record) == Stated(
        kind="Motie",
        title="Motie van het lid Jansen over paden",
        date=PaperDate(date(2021, 7, 6)),
        number="kst-12345-6",
        dossiers=("12345",),
        dossier_title="Veilig fietsen",
    )


@pytest.mark.parametrize(
    ("kind", "types"),
    [
        ("Brief", ["Brief regering", "Kamerstuk"]),
        ("Amendement", ["Amendement", "Kamerstuk"]),
        ("Verslag", ["Verslag van een commissiedebat", "Kamerstuk"]),
        ("Verslag", ["Lijst van vragen en antwoorden"]),
        ("Kamervraag", ["Antwoord", "Aanhangsel van de Handelingen"]),
        ("Kamervraag", ["Schriftelijke vragen", "Kamervragen zonder Antwoord"]),
        ("Handeling", ["Hamerstukken", "Handeling"]),
        (None, ["Overig", "Kamerstuk"]),
    ],
)
def test_the_kind_follows_from_the_types(kind: str | None, types: list[str]) -> None:
    assert state(("DC.type", one) for one in types).kind == kind


def test_an_enclosure_that_calls_itself_so_is_a_beslisnota() -> None:
    assert state([("DC.type", "Bijlage"), ("DC.title", "Beslisnota bij de brief over paden")]).kind == "Beslisnota"
    assert state([("DC.type", "Bijlage"), ("DC.title", "Rapport over paden")]).kind is None


@pytest.mark.parametrize(
    ("day", "terms"),
    [
        (date(2021, 9, 1), [("OVERHEIDop.datumOndertekening", "2021-09-01"), ("DCTERMS.issued", "2021-09-03")]),
        (date(2021, 6, 10), [("DC.type", "Handeling"), ("OVERHEIDop.datumVergadering", "2021-06-10")]),
        (date(2021, 6, 21), [("OVERHEIDop.datumIndiening", "2021-06-03"), ("OVERHEIDop.datumOntvangst", "2021-06-21")]),
        (date(2021, 7, 6), [("DC.type", "Kamerstuk"), ("DCTERMS.issued", "2021-07-06")]),
        (None, [("DC.type", "Verkeersbesluiten"), ("DCTERMS.issued", "2021-07-06")]),
        (None, [("DC.type", "Kamerstuk"), ("DCTERMS.available", "2021-07-06")]),
        (None, [("DC.type", "Kamerstuk"), ("DCTERMS.issued", "zomer 2021")]),
    ],
)
def test_the_day_is_that_of_the_act_and_not_of_its_publication(day: date | None, terms: list[tuple[str, str]]) -> None:
    stated = state(terms).date
    assert (stated and stated.day) == day


def test_terms_of_other_vocabularies_say_nothing() -> None:
    assert state([("og:title", "Kamerbrief"), ("description", "x"), ("twitter.title", "x")]) == Stated()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("36 600 XX", "36600-XX"),
        ("36600-VII", "36600-VII"),
        ("36 600 M", "36600-M"),
        ("21 501-07", "21501-07"),
        ("34 356 (R2064)", "34356"),
        ("12345", "12345"),
        ("geen", None),
    ],
)
def test_a_dossier_is_written_as_in_identifiers(written: str, number: str | None) -> None:
    assert dossier_number(written) == number


def test_xml_of_another_kind_is_named() -> None:
    with pytest.raises(UnreadablePaperError, match=r"is XML that holds no metadata of a paper \(kamerstuk\); name a"):
        read_metadata(b"<kamerstuk/>")
