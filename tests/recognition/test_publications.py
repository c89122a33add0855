"""Official journals, and identifiers written out."""

from __future__ import annotations

import pytest
from recognised import citations

FORMS = {
    "Stb. 2024, 12": ("staatsblad", "stb-2024-12"),
    "Stb. 2023, nr. 101": ("staatsblad", "stb-2023-101"),
    "Staatsblad 2021, 549": ("staatsblad", "stb-2021-549"),
    "Stb 2024 12": ("staatsblad", "stb-2024-12"),
    "Stcrt. 2022, 9469": ("staatscourant", "stcrt-2022-9469"),
    "Staatscourant 2022, nr. 9154": ("staatscourant", "stcrt-2022-9154"),
    "Trb. 2022, 60": ("tractatenblad", "trb-2022-60"),
    "stb-2021-549": ("staatsblad", "stb-2021-549"),
    "stcrt-2022-9469": ("staatscourant", "stcrt-2022-9469"),
    "2022Z04076": ("kamervraag", "kv-tk-2022Z04076"),
    "2024D50856": ("kamerstuk", "nds-tk-2024D50856"),
    "kst-36600-XX-22": ("kamerstuk", "kst-36600-XX-22"),
    "kst-21501-07-1750": ("kamerstuk", "kst-21501-07-1750"),
    "kst-33802-C": ("kamerstuk", "kst-33802-C"),
    "h-tk-20222023-84-12": ("handelingen", "h-tk-20222023-84-12"),
    "kv-tk-2024Z18792": ("kamervraag", "kv-tk-2024Z18792"),
    "blg-1184123": ("bijlage", "blg-1184123"),
    "kst-1259252": ("kamerstuk", "kst-1259252"),
}


@pytest.mark.parametrize("place", ["Zie {}.", "Zie ({}).", "Dat is, volgens {}, zo.", "Zie {} en verder."])
@pytest.mark.parametrize(("words", "expected"), FORMS.items())
def test_journals_and_identifiers_are_read_as_they_are_written(
    words: str, expected: tuple[str, str], place: str
) -> None:
    text = place.format(words)
    assert [(one.kind, one.id, text[one.start : one.end]) for one in citations(text)] == [(*expected, words)]


def test_each_of_two_journals_is_read() -> None:
    assert [one.id for one in citations("Zie Stb. 1951, 593 en Stb. 2024, 12.")] == ["stb-1951-593", "stb-2024-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Het Staatsblad van morgen.",
        "Stb. staat voor Staatsblad.",
        "De code is A2022Z04076B.",
        "Het bestand kst-36045.",
        "Zie www.voorbeeld/kst-36045-113a.",
    ],
)
def test_what_only_looks_like_a_publication_is_none(text: str) -> None:
    assert citations(text, "staatsblad", "staatscourant", "kamerstuk", "kamervraag") == []


@pytest.mark.parametrize(
    ("identifier", "words", "dossiers"),
    [
        ("kst-36600-XX-22", "Kamerstuk 36 600 XX, nr. 22", ("36600-XX",)),
        ("kst-21501-02-466", "Kamerstuk 21 501-02, nr. 466", ("21501-02",)),
        ("kst-36045-12", "Kamerstuk 36 045, nr. 12", ("36045",)),
        ("kst-33802-C", "Kamerstukken I 33 802, C", ("33802",)),
    ],
)
def test_an_identifier_has_the_dossier_that_it_has_in_words(
    identifier: str, words: str, dossiers: tuple[str, ...]
) -> None:
    for text in (f"Zie {identifier}.", f"Zie {words}."):
        assert [(one.id, one.dossiers) for one in citations(text)] == [(identifier, dossiers)]


def test_the_identifier_of_the_first_days_has_no_dossier() -> None:
    assert [one.dossiers for one in citations("Zie kst-1259252.")] == [()]


def test_identifiers_on_lines_of_their_own_are_citations() -> None:
    found = citations("Wij noemen:\n\nkst-36045-113\nkst-36045-114\n\nDat was het.")
    assert [one.id for one in found] == ["kst-36045-113", "kst-36045-114"]
