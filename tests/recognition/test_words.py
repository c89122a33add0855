"""Papers, debates, decisions and reports that are named in words."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from recognised import recognise


@dataclass(frozen=True)
class Cited:
    """A citation with its words."""

    kind: str
    id: str | None
    quote: str
    footnote: str | None


def citations(text: str) -> list[Cited]:
    document, mentions = recognise(text)
    return [Cited(one.kind, one.id, document.text[one.start : one.end], one.footnote) for one in mentions.citations]


DEBATES = [
    ("In het commissiedebat over Oekraïne op 20 maart jl. vroeg", "commissiedebat over Oekraïne op 20 maart jl."),
    ("Bij het Tweeminuten-debat jeugd van 4 juni 2024 is", "Tweeminuten-debat jeugd van 4 juni 2024"),
    ("na het plenair debat over wonen op 3 mei 2023 heeft", "plenair debat over wonen op 3 mei 2023"),
    ("het notaoverleg d.d. 12 juni 2023 ging", "notaoverleg d.d. 12 juni 2023"),
    ("het AO van 9 mei 2012 ging", "AO van 9 mei 2012"),
]
DECISIONS = [
    ("Hoge Raad 26 april 1996, NJ 1996, 728 leert", "Hoge Raad 26 april 1996, NJ 1996, 728", "rechtspraak:NJ-1996-728"),
    ("zie NJ 1996, 728.", "NJ 1996, 728", "rechtspraak:NJ-1996-728"),
    (
        "Raad van State, 28 mei 2014, zaaknummer 201309595/1/A3 oordeelt",
        "Raad van State, 28 mei 2014, zaaknummer 201309595/1/A3",
        "rechtspraak:RvS-201309595/1/A3",
    ),
    (
        "Rechtbank Amsterdam, 8 augustus 2014, zaaknummer AWW-13_7725.",
        "Rechtbank Amsterdam, 8 augustus 2014, zaaknummer AWW-13_7725",
        "rechtspraak:Rb-Amsterdam-AWW-13_7725",
    ),
    (
        "Gerechtshof Den Haag 3 mei 2021, nr. 200.123.456/01.",
        "Gerechtshof Den Haag 3 mei 2021, nr. 200.123.456/01",
        "rechtspraak:Hof-Den-Haag-200.123.456/01",
    ),
    ("HR 12 mei 2020, zaaknr. 19/01234.", "HR 12 mei 2020, zaaknr. 19/01234", "rechtspraak:HR-19/01234"),
    ("HvJ EU 12 mei 2020, zaak C-12/19.", "HvJ EU 12 mei 2020, zaak C-12/19", "rechtspraak:HvJ-C-12/19"),
    ("ABRvS 2 april 2025 stelt", "ABRvS 2 april 2025", None),
    ("LJN: BV1234 is oud", "LJN: BV1234", "rechtspraak:LJN-BV1234"),
    ("(zaaknummer 201309595/1/A3)", "zaaknummer 201309595/1/A3", "rechtspraak:zaak-201309595/1/A3"),
]
REPORTS = [
    ("Het advies van de Gezondheidsraad is helder.", "advies van de Gezondheidsraad"),
    ("Uit onderzoek van AEF blijkt", "onderzoek van AEF"),
    ("Het Rechtsstaatrapport van de Europese Commissie noemt", "Rechtsstaatrapport van de Europese Commissie"),
    ("in advies nummer 168 van 1 november 1989 staat", "advies nummer 168 van 1 november 1989"),
    ("Het Integraal Zorgakkoord loopt door.", "Integraal Zorgakkoord"),
    ("In het Klimaatakkoord van 2019 staat", "Klimaatakkoord van 2019"),
    ("De Klimaat- en Energieverkenning 2024 raamt", "Klimaat- en Energieverkenning 2024"),
    ("conform de Code Interbestuurlijke Verhoudingen overlegt", "Code Interbestuurlijke Verhoudingen"),
    ("Het RIVM (2022) berekende dat", "RIVM (2022)"),
]


@pytest.mark.parametrize(("text", "quote"), DEBATES)
def test_a_debate_is_found_by_its_kind_and_date(text: str, quote: str) -> None:
    assert [(one.kind, one.quote) for one in citations(text)] == [("handelingen", quote)]


@pytest.mark.parametrize(("text", "quote", "id_"), DECISIONS)
def test_a_decision_is_found_without_an_ecli(text: str, quote: str, id_: str | None) -> None:
    assert [(one.kind, one.id, one.quote) for one in citations(text)] == [("ecli", id_, quote)]


@pytest.mark.parametrize(("text", "quote"), REPORTS)
def test_a_report_or_agreement_is_found_by_name_or_maker(text: str, quote: str) -> None:
    assert [(one.kind, one.quote) for one in citations(text)] == [("rapport", quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Het debat gaat door.",
        "Het onderzoek van de Kamer loopt.",
        "De overeenkomst is getekend.",
        "Op de agenda staat de opvang.",
        "de rechtbank sprak hem vrij",
        "Zij woont in Nederland (2022 was een goed jaar).",
    ],
)
def test_common_words_name_no_paper(text: str) -> None:
    assert citations(text) == []


def test_an_abbreviation_that_the_text_explains_names_the_agreement_again() -> None:
    found = citations("Het Integraal Zorgakkoord (IZA) loopt. In het IZA staat meer.")
    assert [(one.quote, one.id) for one in found] == [
        ("Integraal Zorgakkoord", "rapport:integraal-zorgakkoord"),
        ("IZA", "rapport:integraal-zorgakkoord"),
        ("IZA", "rapport:integraal-zorgakkoord"),
    ]


def test_a_title_is_found_again_without_its_quotation_marks() -> None:
    found = citations("Het rapport «Zicht op opvang» is af. Volgens Zicht op opvang gaat het goed.")
    assert [one.quote for one in found] == ["rapport «Zicht op opvang»", "Zicht op opvang"]
    assert len({one.id for one in found}) == 1


@pytest.mark.parametrize(
    ("note", "quotes"),
    [
        (
            "Adviesraad Migratie, 2023; De Gruyter et al., 2024.",
            ["Adviesraad Migratie, 2023", "De Gruyter et al., 2024"],
        ),
        (
            "Planbureau voor de Leefomgeving, Verkenning wonen 2024, Den Haag: 2024, p.18.",
            ["Planbureau voor de Leefomgeving, Verkenning wonen 2024, Den Haag: 2024"],
        ),
        ("Dit aantal is van 2023, zonder de kinderen die later kwamen en nog zijn geteld.", []),
    ],
)
def test_a_note_can_cite_as_a_list_of_literature_does(note: str, quotes: list[str]) -> None:
    found = citations(f"Het is onderzocht.1 Meer volgt.\n\n1 {note}\n")
    assert [one.quote for one in found] == quotes
    assert all(one.footnote == "1" for one in found)


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Dat staat in de beleidsreactie.1 Meer volgt.", "brief", "beleidsreactie"),
        ("Volgens de memorie van toelichting1 is dat zo.", "kamerstuk", "memorie van toelichting"),
        ("Per brief1 is dat gemeld.", "brief", "brief"),
    ],
)
def test_a_paper_named_by_what_it_is_has_the_number_of_its_note(text: str, kind: str, quote: str) -> None:
    found = citations(f"{text}\n\n1 Kamerstuk 19 637, nr. 3171.\n")
    assert [(one.kind, one.id, one.quote) for one in found if one.footnote is None] == [(kind, "kst-19637-3171", quote)]


@pytest.mark.parametrize(
    "text", ["De memorie van toelichting zegt niets.", "De brief volgt.", "Er komt een beleidsreactie."]
)
def test_without_a_note_such_words_name_nothing(text: str) -> None:
    assert citations(text) == []


def test_a_decision_known_by_court_and_day_alone_has_these_for_a_title() -> None:
    (found,) = recognise("De Rechtbank Den Haag, 2 april 2025 stelt dat.")[1].citations
    assert (found.id, found.title) == (None, "Rechtbank Den Haag 2 april 2025")
