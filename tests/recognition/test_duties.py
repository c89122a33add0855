"""Who made, ordered, moved or was promised something."""

from __future__ import annotations

import pytest
from recognised import duties

REPORT = "Het rapport «Steeds de juiste maat» is er. "


@pytest.mark.parametrize(
    ("words", "relation", "agent"),
    [
        ("Het is uitgevoerd door AEF.", "uitgevoerdDoor", "AEF"),
        ("Het is opgesteld door het onderzoeksbureau Significant Public.", "uitgevoerdDoor", "Significant Public"),
        ("Het is gedaan in opdracht van het Ministerie van Defensie.", "inOpdrachtVan", "Ministerie van Defensie"),
        ("Het is er op verzoek van de Minister van Defensie.", "inOpdrachtVan", "Minister van Defensie"),
    ],
)
def test_a_report_has_who_made_and_who_ordered_it(words: str, relation: str, agent: str) -> None:
    text = REPORT + words
    (found,) = duties(text)
    assert (found.relation, found.agent, found.target) == (relation, agent, "rapport:steeds-de-juiste-maat")
    assert text[found.start : found.end].endswith(agent)
    (apart,) = duties(words)
    assert (apart.agent, apart.target) == (agent, None)
    assert apart.confidence < found.confidence


@pytest.mark.parametrize(
    "words",
    [
        "Dat is gedaan door het Hof.",
        "De uitspraak is gedaan door het Hof van Justitie.",
        "Het advies is gedaan door de Afdeling.",
        "Dat is opgesteld door de Afdeling advisering van de Raad van State.",
        "Dat is gedaan door de Rechtbank Den Haag.",
    ],
)
def test_a_court_makes_no_report(words: str) -> None:
    assert duties(REPORT + words) == []
    assert duties(words) == []


@pytest.mark.parametrize("maker", ["Hofstra", "Afdeling Onderzoek van Rotterdam"])
def test_a_maker_may_be_called_almost_as_a_court(maker: str) -> None:
    assert [one.agent for one in duties(f"{REPORT}Het is opgesteld door {maker}.")] == [maker]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Dat is de toezegging aan het lid Podt (D66).", [("Podt", "D66")]),
        ("Dat is toegezegd aan de leden Podt en Ceder.", [("Podt", None), ("Ceder", None)]),
        ("Dat was een toezegging gedaan aan het Kamerlid Van der Plas (BBB).", [("Van der Plas", "BBB")]),
        (
            "Er waren toezeggingen aan uw Kamer: op verzoek van het lid Podt (D66), ook voor het lid Ceder (CU).",
            [("Podt", "D66"), ("Ceder", "CU")],
        ),
        ("Dat is de toezegging aan het lid Michon Derkzen (VVD).", [("Michon Derkzen", "VVD")]),
        ("Dat is de toezegging aan het lid Michon Derkzen over opvang.", [("Michon Derkzen", None)]),
        ("Dat is de toezegging aan het lid Kat Tevens meld ik dit.", [("Kat", None)]),
        (
            "Dat is toegezegd aan de leden Van Weyenberg, Romke de Jong en Kat (allen D66).",
            [("Van Weyenberg", "D66"), ("Romke de Jong", "D66"), ("Kat", "D66")],
        ),
        ("Het lid Podt vroeg om een toezegging.", []),
        ("De toezegging volgt.", []),
    ],
)
def test_a_promise_has_the_members_it_was_made_to(text: str, members: list[tuple[str, str | None]]) -> None:
    assert [(one.agent, one.party) for one in duties(text, "gedaanAan")] == members


def test_a_motie_has_its_movers_with_its_number() -> None:
    text = "De motie Podt en Ceder (36 045, nr. 12) is klaar. De motie-Boomsma ook."
    assert sorted((one.agent, one.target) for one in duties(text, "ingediendDoor")) == [
        ("Boomsma", "motie Boomsma"),
        ("Ceder", "kst-36045-12"),
        ("Podt", "kst-36045-12"),
    ]


def test_each_promise_is_given_once_however_often_they_are_announced() -> None:
    text = "Er zijn toezeggingen aan uw Kamer: het lid Podt, toezeggingen aan uw Kamer: het lid Ceder."
    assert [one.agent for one in duties(text, "gedaanAan")] == ["Podt", "Ceder"]
