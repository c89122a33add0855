"""Moties and amendementen by their movers."""

from __future__ import annotations

import pytest
from recognised import citations, duties

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
    "motie van het lid Inge van Dijk": ("Inge van Dijk",),
    "motie van de leden Podt, Tjeerd de Groot en Kat (allen D66)": ("Podt", "Tjeerd de Groot", "Kat"),
    "motie-Remco Dijkstra c.s.": ("Remco Dijkstra",),
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
        "Motie\nDe voorzitter dankt het lid.",
        "Zonder emotie Van Gogh bekijken.",
        "De promotie Jansen ging niet door.",
    ],
)
def test_a_motie_that_nobody_can_find_is_no_citation(text: str) -> None:
    assert citations(text, "motie", "amendement") == []


def test_a_motie_named_by_its_number_alone_is_one() -> None:
    text = "De motie (Kamerstuk 36 045, nr. 14) is klaar."
    assert [(one.kind, one.id) for one in citations(text)] == [("motie", "kst-36045-14"), ("kamerstuk", "kst-36045-14")]


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Zij krijgt nr. 12 (36045).", "kst-36045-12"),
        ("Zij krijgt nr. 12 (36600-XX).", "kst-36600-XX-12"),
        ("Zij krijgt nr. 12 (21 501-07).", "kst-21501-07-12"),
        ("Zij krijgt nr. 12, was nr. 3 (36045).", "kst-36045-12"),
        ("Naar mij blijkt, wordt de indiening voldoende ondersteund. Zij krijgt nr. 12 (36045).", "kst-36045-12"),
    ],
)
def test_a_motie_moved_in_a_debate_has_its_movers_and_the_number_it_is_given(words: str, id_: str) -> None:
    text = (
        f"De voorzitter:\nDeze motie is voorgesteld door de leden Podt en Tjeerd de Groot.\n{words}\nDe heer Ceder:\n"
    )
    (motie,) = citations(text, "motie")
    assert (motie.id, motie.movers) == (id_, ("Podt", "Tjeerd de Groot"))
    assert text[motie.start : motie.end] == "motie is voorgesteld door de leden Podt en Tjeerd de Groot"
    assert [(one.agent, one.target) for one in duties(text, "ingediendDoor")] == [
        ("Podt", id_),
        ("Tjeerd de Groot", id_),
    ]


def test_a_motie_that_is_given_no_number_in_the_debate_does_not_take_that_of_the_next() -> None:
    text = (
        "Deze motie is voorgesteld door het lid Podt.\n\nMotie\nDe Kamer,\n\n"
        "Deze motie is voorgesteld door het lid Ceder.\nZij krijgt nr. 12 (36045).\n"
    )
    assert [(one.movers, one.id) for one in citations(text, "motie")] == [(("Ceder",), "kst-36045-12")]


@pytest.mark.parametrize(
    "goes_on",
    [
        "Tevens meld ik dit.",
        "Dit is klaar.",
        "de Nederlandse regering vroeg.",
        "van Volt.",
        "van de SP.",
        "GroenLinks.",
    ],
)
def test_what_stands_behind_a_name_with_a_capital_is_not_always_part_of_it(goes_on: str) -> None:
    (motie,) = citations(f"Dat is de motie van het lid Podt {goes_on}", "motie")
    assert motie.movers == ("Podt",)


@pytest.mark.parametrize("party", ["de SP", "D66", "GroenLinks-PvdA"])
def test_a_party_moves_no_motie(party: str) -> None:
    text = f"De motie van {party} is klaar."
    assert citations(text) == []
    assert duties(text, "ingediendDoor") == []
