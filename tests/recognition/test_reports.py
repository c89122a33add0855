"""Reports by title."""

from __future__ import annotations

import pytest
from recognised import citations, duties

FORMS = {
    "rapport «Steeds de juiste maat»": ("rapport:steeds-de-juiste-maat", None),
    "rapport ‘Opvang van ontheemden in gemeenten’": ("rapport:opvang-van-ontheemden-in-gemeenten", None),
    "rapport “Opvang van ontheemden in gemeenten”": ("rapport:opvang-van-ontheemden-in-gemeenten", None),
    "rapport van AEF «Opvang van ontheemden»": ("rapport:opvang-van-ontheemden", "AEF"),
    "WODC-onderzoek «Komen en gaan»": ("rapport:komen-en-gaan", "WODC"),
    "onderzoek *Tijdelijk thuis in Nederland* van het WODC": ("rapport:tijdelijk-thuis-in-nederland", "WODC"),
    "advies getiteld “Zorgen voor later” van de Raad voor Volksgezondheid": (
        "rapport:zorgen-voor-later",
        "Raad voor Volksgezondheid",
    ),
    "rapport Opvang van ontheemden in gemeenten": ("rapport:opvang-van-ontheemden-in-gemeenten", None),
    "AEF rapport Onderzoek naar de kwaliteit van opvang": ("rapport:onderzoek-naar-de-kwaliteit-van-opvang", "AEF"),
}


@pytest.mark.parametrize(("words", "expected"), FORMS.items())
def test_a_report_is_known_by_its_title_and_its_maker(words: str, expected: tuple[str, str | None]) -> None:
    text = f"Het {words} is er."
    (report,) = citations(text, "rapport")
    assert (report.id, text[report.start : report.end]) == (expected[0], words)
    makers = [(duty.agent, duty.target) for duty in duties(text, "uitgevoerdDoor")]
    assert makers == ([(expected[1], expected[0])] if expected[1] else [])


def test_a_title_may_go_on_below() -> None:
    text = "Het rapport «Steeds de\njuiste maat-\nvoering» is er."
    (report,) = citations(text, "rapport")
    assert report.title == "Steeds de juiste maatvoering"
    assert text[report.start : report.end] == "rapport «Steeds de\njuiste maat-\nvoering»"


@pytest.mark.parametrize(
    "text",
    [
        "Wij kennen het «waiting dilemma» en de «lange wacht».",
        "Hij zei: «Dit is echt niet goed.»",
        "Het rapport is klaar. Het Rapport volgt.",
        "Er is geen onderzoek ‘gedaan’.",
        "Het ‘nieuwe’ normaal en 'oude' gewoonten.",
        "Zonder sluiten: het rapport «Steeds de juiste maat",
    ],
)
def test_other_quotations_are_no_titles(text: str) -> None:
    assert citations(text, "rapport") == []
