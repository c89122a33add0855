"""Moties and amendementen by their movers."""

from __future__ import annotations

import pytest
from recognised import citations

FORMS = {
    "motie Boomsma en Van Zanten": ("Boomsma", "Van Zanten"),
    "motie-Omtzigt c.s.": ("Omtzigt",),
    "motie van het lid Podt c.s.": ("Podt",),
    "motie van het lid Podt": ("Podt",),
    "motie van de leden Podt, Ceder en Van der Plas": ("Podt", "Ceder", "Van der Plas"),
    "motie van Podt (D66), Boomsma (CDA) en Ceder": ("Podt", "Boomsma", "Ceder"),
    "motie van 3 mei 2024 van het lid Podt": ("Podt",),
    "motie De Vries en Den Haan": ("De Vries", "Den Haan"),
    "motie van Kamerlid Van ’t Hof": ("Van ’t Hof",),
    "motie van mevrouw Podt en de heer Boomsma": ("Podt", "Boomsma"),
    "motie Van Baarle-Dassen": ("Van Baarle", "Dassen"),
    "amendement Klaver-Westerveld": ("Klaver", "Westerveld"),
    "amendement van het lid Klaver c.s.": ("Klaver",),
    "motie van het lid Faber-van de Klashorst": ("Faber-van de Klashorst",),
}


@pytest.mark.parametrize("place", ["De {} is klaar.", "Wij namen de {} over.", "Zie de {}, die klaar is.", "(de {})"])
@pytest.mark.parametrize(("words", "movers"), FORMS.items())
def test_the_movers_are_those_the_text_names(words: str, movers: tuple[str, ...], place: str) -> None:
    text = place.format(words)
    (motie,) = citations(text)
    kind = "amendement" if words.startswith("amendement") else "motie"
    assert (motie.kind, motie.movers, text[motie.start : motie.end]) == (kind, movers, words)
    assert motie.id is None


@pytest.mark.parametrize("space", ["\n", "\u00a0", "  "])
@pytest.mark.parametrize(("words", "movers"), FORMS.items())
def test_names_may_go_on_below(words: str, movers: tuple[str, ...], space: str) -> None:
    (motie,) = citations(f"De {words.replace(' ', space)} is klaar.")
    assert motie.movers == movers


def test_a_double_surname_that_the_text_gives_to_one_member_is_one_mover() -> None:
    text = "Het lid Faber-van de Klashorst sprak. De motie Faber-van de Klashorst is klaar."
    assert [one.movers for one in citations(text, "motie")] == [("Faber-van de Klashorst",)]


def test_each_of_several_moties_in_one_sentence_has_its_own_movers_and_number() -> None:
    text = (
        "De moties van de leden Podt en Ceder (Kamerstuk 36 045, nr. 1) en van het lid Boomsma"
        " (Kamerstuk 36 045, nr. 2) zijn klaar."
    )
    assert [(one.movers, one.id) for one in citations(text, "motie")] == [
        (("Podt", "Ceder"), "kst-36045-1"),
        (("Boomsma",), "kst-36045-2"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "De motie is in stemming gebracht.",
        "De moties van de Kamer zijn klaar.",
        "Een motie De Kamer die dat wil.",
        "De motie Kamer der Staten-Generaal.",
        "Zonder emotie Van Gogh bekijken.",
        "De promotie Jansen ging niet door.",
    ],
)
def test_a_motie_that_nobody_can_find_is_no_citation(text: str) -> None:
    assert citations(text, "motie", "amendement") == []


def test_a_motie_named_by_its_number_alone_is_one() -> None:
    text = "De motie (Kamerstuk 36 045, nr. 14) is klaar."
    assert [(one.kind, one.id) for one in citations(text)] == [("motie", "kst-36045-14"), ("kamerstuk", "kst-36045-14")]
