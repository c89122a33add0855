"""Letters by kind, subject and date."""

from __future__ import annotations

import pytest
from recognised import citations

from dossier_graph.slugs import slug

HEAD = "Den Haag, 27 november 2023\n\n"
FORMS = {
    "brief van 3 november jl.": "brief:brief-2023-11-03",
    "brief van 3 november 2023": "brief:brief-2023-11-03",
    "brief van 03-05-2023": "brief:brief-2023-05-03",
    "brief d.d. 3 mei 2023": "brief:brief-2023-05-03",
    "Verzamelbrief opvang Oekraïne van juni 2024": "brief:verzamelbrief-opvang-oekraine-2024-06",
    "brief van de Minister van Defensie d.d. 1 mei 2022": "brief:brief-2022-05-01",
    "brief van mijn ambtsvoorganger van 3 mei 2023": "brief:brief-2023-05-03",
    "brief van uw ambtsvoorganger van 12 april 2024": "brief:brief-2024-04-12",
    "tweede voortgangsbrief van 3 mei 2023": "brief:tweede-voortgangsbrief-2023-05-03",
    # a month is too little to tell which letter, a name without a date as well
    "Kamerbrief van begin juni 2023": None,
    "Verzamelbrief opvang Oekraïne": None,
}


@pytest.mark.parametrize("place", ["Zie de {} daarover.", "Bij {} meldde ik dat.", "Ik verwijs (zie de {})"])
@pytest.mark.parametrize(("words", "id_"), FORMS.items())
def test_a_letter_is_known_by_its_kind_and_day(words: str, id_: str | None, place: str) -> None:
    text = HEAD + place.format(words)
    found = [(one.id, text[one.start : one.end]) for one in citations(text, "brief")]
    assert found == [(id_, words)]


def test_a_letter_may_be_named_over_a_line_end() -> None:
    text = f"{HEAD}Zie de Verzamel-\nbrief opvang\nOekraïne van juni 2024."
    assert [one.id for one in citations(text, "brief")] == ["brief:verzamelbrief-opvang-oekraine-2024-06"]


@pytest.mark.parametrize(
    "text",
    ["Zie de brief.", "De briefwisseling van 3 mei 2023.", "Het briefgeheim van 3 mei.", "Een brief aan u."],
)
def test_a_letter_that_nobody_can_find_is_no_citation(text: str) -> None:
    assert citations(HEAD + text, "brief") == []


def test_the_subject_of_a_letter_goes_on_to_its_number() -> None:
    text = "Zie de Kamerbrief Toekomst van de opvang in gemeenten (Kamerstuk 36 045, nr. 13)."
    (letter,) = citations(text, "brief")
    assert text[letter.start : letter.end] == "Kamerbrief Toekomst van de opvang in gemeenten"
    assert letter.id == "kst-36045-13"


def test_what_a_letter_calls_itself_is_no_reference_to_another() -> None:
    (own,) = citations("In deze Verzamelbrief opvang Oekraïne leest u meer.", "brief")
    assert own.anaphor


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Verzamelbrief opvang Oekraïne", "verzamelbrief-opvang-oekraine"), ("  «A» & b/2 ", "a-b-2"), ("", "")],
)
def test_a_slug_is_small_letters_and_digits(words: str, expected: str) -> None:
    assert slug(words) == expected
