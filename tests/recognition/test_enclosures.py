"""Enclosures as a letter lists them."""

from __future__ import annotations

import pytest
from recognised import citations


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Er zijn drie bijlagen: 1. De beslisnota; 2. Het verslag; 3. De monitor taal.",
            ["beslisnota", "verslag", "monitor taal"],
        ),
        (
            "Bij deze brief gaan de volgende bijlagen: 1. Een nota, 2. Een lijst en 3. Een kaart. Dat is alles.",
            ["nota", "lijst", "kaart"],
        ),
        ("Er zijn twee bijlagen:\n1. De nota\n2. De lijst\n\nMeer niet.", ["nota", "lijst"]),
        ("Bijlage 3 – De uitvoeringstoets van de IND is bijgevoegd.", ["uitvoeringstoets van de IND"]),
        ("Bijlage 2: Overzicht van de moties bevat meer.", ["Overzicht van de moties"]),
        ("De bijlagen zijn dik. 1. Dit is een lijst.", []),
        ("Bijlagen: geen.", []),
        ("Er zijn bijlagen: 2. De tweede.", []),
    ],
)
def test_each_item_of_the_list_is_an_enclosure_without_its_article(text: str, items: list[str]) -> None:
    found = citations(text, "bijlage")
    assert [text[one.start : one.end] for one in found] == items
    assert {one.relation for one in found} <= {"heeftBijlage"}


def test_enclosures_have_their_number() -> None:
    text = "Er zijn drie bijlagen: 1. De beslisnota; 2. Het verslag; 3. De monitor taal. Zie bijlage 4 – De kaart."
    assert [(one.number, one.title) for one in citations(text, "bijlage")] == [
        (1, "beslisnota"),
        (2, "verslag"),
        (3, "monitor taal"),
        (4, "kaart"),
    ]


def test_an_enclosure_that_is_a_report_of_the_same_letter_is_that_report() -> None:
    text = "Het rapport «Steeds de juiste maat» is er. Bijlagen: 1. De nota; 2. Stuk Steeds de juiste maat."
    assert [one.id for one in citations(text, "bijlage")] == [None, "rapport:steeds-de-juiste-maat"]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("bijlage bij Kamerstuk 36 045, nr. 12", "kst-36045-12#bijlage"),
        ("Bijlage 2 bij Kamerstuk 36 045, nr. 12", "kst-36045-12#bijlage-2"),
    ],
)
def test_an_enclosure_of_a_kamerstuk_is_named_after_it(words: str, id_: str) -> None:
    text = f"Zie de {words} hiervoor."
    found = [(one.kind, one.id, text[one.start : one.end]) for one in citations(text)]
    assert found == [("bijlage", id_, words), ("kamerstuk", "kst-36045-12", "Kamerstuk 36 045, nr. 12")]
