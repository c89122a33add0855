"""Regelingen by name and abbreviation, with their articles."""

from __future__ import annotations

import pytest
from recognised import citations

from dossier_graph.recognition.lexicon import Lexicon, Name
from dossier_graph.recognition.names import find_names

# The words of the citation, its id, the other articles it names.
FORMS = {
    "Vreemdelingenwet 2000": ("BWBR0011823", ()),
    "Vw 2000": ("BWBR0011823", ()),
    "wet verplaatsing bevolking": ("BWBR0002098", ()),
    "Richtlijn Tijdelijke Bescherming": ("32001L0055", ()),
    "RTB": ("32001L0055", ()),
    # with an article
    "Artikel 21, derde lid, RTB": ("32001L0055#artikel=21&lid=3", ()),
    "artikel 2c van de Wet verplaatsing bevolking": ("BWBR0002098#artikel=2c", ()),
    "art. 3.1a Vb 2000": ("BWBR0011825#artikel=3.1a", ()),
    "artikel 4 Vw": ("BWBR0011823#artikel=4", ()),
    "artikel 5, tweede lid, onderdeel b, van de Zorgverzekeringswet": (
        "BWBR0018450#artikel=5&lid=2&onderdeel=b",
        (),
    ),
    "artikel 8, aanhef en onder f, Vw 2000": ("BWBR0011823#artikel=8&onderdeel=f", ()),
    "artikel 8, lid 2, van de huidige Omgevingswet": ("BWBR0037885#artikel=8&lid=2", ()),
    # with several
    "artikelen 1 en 28 Vw 2000": ("BWBR0011823#artikel=1", ("BWBR0011823#artikel=28",)),
    "artikel 5 of 6 van de Omgevingswet": ("BWBR0037885#artikel=5", ("BWBR0037885#artikel=6",)),
    "artikelen 1, 3 t/m 5 Vw 2000": (
        "BWBR0011823#artikel=1",
        ("BWBR0011823#artikel=3", "BWBR0011823#artikel=4", "BWBR0011823#artikel=5"),
    ),
}


@pytest.mark.parametrize("place", ["Volgens {} mag dat.", "Dat mag ({}).", "Zie de {}, die geldt.", "Zie {}."])
@pytest.mark.parametrize(("words", "expected"), FORMS.items())
def test_a_regeling_is_found_with_its_article_as_one_citation(
    words: str, expected: tuple[str, tuple[str, ...]], place: str
) -> None:
    text = place.format(words)
    assert [(one.id, one.also, text[one.start : one.end]) for one in citations(text)] == [(*expected, words)]


@pytest.mark.parametrize("space", ["\n", "\u00a0", "  "])
@pytest.mark.parametrize(("words", "expected"), FORMS.items())
def test_names_and_articles_may_go_on_below(words: str, expected: tuple[str, tuple[str, ...]], space: str) -> None:
    assert [(one.id, one.also) for one in citations(f"Zie {words.replace(' ', space)} hiervoor.")] == [expected]


def test_a_name_cut_at_the_line_end_is_found() -> None:
    text = "Volgens de Vreemdelingen-\nwet 2000 mag dat."
    assert [(one.id, text[one.start : one.end]) for one in citations(text)] == [
        ("BWBR0011823", "Vreemdelingen-\nwet 2000")
    ]


def test_a_name_and_its_abbreviation_in_brackets_are_two_citations() -> None:
    text = "Volgens de Zorgverzekeringswet (Zvw) mag dat; de Zvw is streng."
    assert [text[one.start : one.end] for one in citations(text)] == ["Zorgverzekeringswet", "Zvw", "Zvw"]


def test_an_abbreviation_inside_a_compound_counts() -> None:
    text = "De RTB+1 en de RTB-lijst."
    assert [text[one.start : one.end] for one in citations(text)] == ["RTB", "RTB"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Volgens de Wpg mag dat.", [None]),
        ("De Wet publieke gezondheid (hierna: Wpg) geldt; de Wpg is streng.", ["BWBR0024705"] * 3),
        (
            "De Wet politiegegevens (Wpg) geldt; artikel 3 Wpg is streng.",
            ["BWBR0022463"] * 2 + ["BWBR0022463#artikel=3"],
        ),
        ("Artikel 3 Ow is streng.", [None]),
        ("De Opiumwet (Ow) geldt; de Ow is streng.", ["BWBR0001941"] * 3),
    ],
)
def test_an_abbreviation_of_two_wetten_is_open_until_the_text_explains_it(text: str, ids: list[str | None]) -> None:
    assert [one.id for one in citations(text)] == ids


@pytest.mark.parametrize(
    "explanation",
    [
        "RovO",
        "hierna: RovO",
        "hierna RovO",
        "verder: ‘RovO’",
        "hierna te noemen: RovO",
        "hierna: de RovO",
        "afgekort RovO",
    ],
)
def test_a_regeling_that_no_register_knows_is_known_from_where_the_text_explains_it(explanation: str) -> None:
    text = f"De Regeling opvang vlinders Oekraïne ({explanation}) geldt; artikel 4 RovO is streng."
    slug = "regeling:regeling-opvang-vlinders-oekraine"
    assert [(one.id, text[one.start : one.end]) for one in citations(text)] == [
        (slug, "Regeling opvang vlinders Oekraïne"),
        (slug, "RovO"),
        (f"{slug}#artikel=4", "artikel 4 RovO"),
    ]


def test_what_the_text_explains_holds_in_that_text_alone() -> None:
    assert citations("De Regeling opvang vlinders Oekraïne (RovO) geldt.") != []
    assert citations("De RovO geldt.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Een Ow of een Vw zegt niets.",
        "De avg is geen afkorting, de rtb ook niet.",
        "De URTB, RTBX en Zvwet bestaan niet.",
        "Zie voorbeeld/RTB of x_RTB.",
        "Het besluit is van de Verenigde Naties (VN) en de VN weten het.",
        "Artikel 5 is streng, en de artikelen 6 en 7 ook.",
    ],
)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert citations(text) == []


def test_the_longest_name_wins() -> None:
    lexicon = Lexicon([Name("Wet a", "1", "wet", "Wet a"), Name("Wet a en b", "2", "wet", "Wet a en b")])
    assert [one.id for one in find_names("De Wet a en b en de Wet a.", lexicon)] == ["2", "1"]


TITLES = (
    ("Besluit a", "BWBR0000001", "regeling"),
    ("Besluit a b c d", "BWBR0000002", "regeling"),
    ("Besluit a b c d e", "BWBR0000003", "regeling"),
    ("Kieswet", "BWBR0004627", "wet"),
    ("Regeling mondzorg", "BWBR0000004", "regeling"),
    ("Regeling mondzorg", "BWBR0000005", "regeling"),
    ("Wet van 3 december 1964", "BWBR0000006", "wet"),
    ("Besluit van 4 mei 1999, houdende regels over honden en katten in gebouwen van…", "BWBR0000007", "regeling"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zie de Kieswet.", [("Kieswet", "BWBR0004627")]),
        ("Zie de kieswet.", [("kieswet", "BWBR0004627")]),
        ("Zie deKieswet.", [("Kieswet", "BWBR0004627")]),
        ("Zie de oudeKieswet.", []),
        ("Zie het Besluit a.", [("Besluit a", "BWBR0000001")]),
        ("Zie het besluit a.", []),
        ("Zie het Besluit a b c.", [("Besluit a", "BWBR0000001")]),
        ("Zie het besluit A b c d en f.", [("besluit A b c d", "BWBR0000002")]),
        ("Zie het Besluit a b c d e.", [("Besluit a b c d e", "BWBR0000003")]),
        ("Zie het Besluit a b c d ex.", [("Besluit a b c d", "BWBR0000002")]),
        ("Zie de Regeling mondzorg.", [("Regeling mondzorg", None)]),
        ("Zie de Wet van 3 december 1964 (Stb. 461).", [("Wet van 3 december 1964", "BWBR0000006")]),
        ("Zie de Wet van 3 december 1965.", []),
        (
            "Het Besluit van 4 mei 1999, houdende regels over honden en katten in gebouwen van de Staat (Stb. 1).",
            [("Besluit van 4 mei 1999, houdende regels over honden en katten in gebouwen van de Staat", "BWBR0000007")],
        ),
        ("Het Besluit van 4 mei 1999, houdende regels over honden.", []),
    ],
)
def test_a_title_of_the_long_list_is_found_by_its_words(text: str, found: list[tuple[str, str | None]]) -> None:
    hits = Lexicon([], TITLES).find(text)
    assert [(text[start:end], name.id) for start, end, name in hits] == found


def test_apostrophes_and_dashes_of_titles_may_differ() -> None:
    lexicon = Lexicon([], [("Wet veiligheidsregio's 2010–2011", "BWBR0027466", "wet")])
    assert [name.id for _, _, name in lexicon.find("de Wet veiligheidsregio’s 2010-2011")] == ["BWBR0027466"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Zie Zvw, artikel 3, eerste lid.", ["BWBR0018450#artikel=3&lid=1"]),
        ("Zie de Zvw (artikel 3).", ["BWBR0018450#artikel=3"]),
        # the article is that of the name behind it
        ("Zie de Zvw, artikel 3 van de Omgevingswet.", ["BWBR0018450", "BWBR0037885#artikel=3"]),
        ("Zie de Zvw, artikel 3 van de statuten.", ["BWBR0018450"]),
        # with members
        ("artikel 4, eerste en tweede lid, Vw 2000", ["BWBR0011823#artikel=4&lid=1"]),
        ("de artikelen 3 en 4, derde lid, van de Zvw", ["BWBR0018450#artikel=3"]),
    ],
)
def test_an_article_may_stand_behind_the_name_or_have_several_members(text: str, ids: list[str]) -> None:
    assert [one.id for one in citations(text)] == ids


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("De Zvw geldt. Die wet is streng.", [("Die wet", "BWBR0018450")]),
        ("De Zvw geldt. Volgens artikel 4 van die wet mag dat.", [("artikel 4 van die wet", "BWBR0018450#artikel=4")]),
        ("Artikel 5 Zvw is streng, en dat artikel blijft.", [("dat artikel", "BWBR0018450#artikel=5")]),
        ("De Zvw geldt. In artikel 7 staat dat.", [("artikel 7", "BWBR0018450#artikel=7")]),
        # what can mean two things, or is too far away, means nothing
        ("De Zvw en de Omgevingswet gelden. Die wet is streng.", []),
        ("De Zvw geldt.\n\nDie wet is streng.", []),
        ("De RTB geldt. Die wet is streng.", []),
        ("De Zvw geldt. In artikel 7 van het verdrag staat dat.", []),
    ],
)
def test_what_was_just_named_is_known_when_it_is_named_by_its_kind(text: str, again: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.id) for one in citations(text) if one.anaphor] == again


def test_an_abbreviation_of_two_wetten_means_the_one_named_in_full() -> None:
    found = citations("De Wpg is streng. De Wet publieke gezondheid geldt.")
    assert [one.id for one in found] == ["BWBR0024705", "BWBR0024705"]
