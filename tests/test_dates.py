"""Dates as papers write them, and the days they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.dates import find_dates, in_dutch, infer_day, vergaderjaar_start

OWN_DAY = date(2023, 11, 27)  # a Monday


def read(text: str, reference: date | None = OWN_DAY) -> list[tuple[str | None, str]]:
    return [(written.resolve(reference), text[written.start : written.end]) for written in find_dates(text)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("7 juli 2023", "2023-07-07"),
        ("07 juli 2023", "2023-07-07"),
        ("7 Juli 2023", "2023-07-07"),
        ("31 december 1999", "1999-12-31"),
        ("juni 2024", "2024-06"),
        ("07-07-2023", "2023-07-07"),
        ("7-7-2023", "2023-07-07"),
        ("07/07/2023", "2023-07-07"),
        ("07.07.2023", "2023-07-07"),
        # the last such day on or before the paper's own
        ("28 juni jl.", "2023-06-28"),
        ("28 juni jl", "2023-06-28"),
        ("28 juni jongstleden", "2023-06-28"),
        ("20 december jl.", "2022-12-20"),
        ("27 november jl.", "2023-11-27"),
        ("juni jl.", "2023-06"),
        # the first such day after it
        ("4 maart a.s.", "2024-03-04"),
        ("4 maart aanstaande", "2024-03-04"),
        ("4 december a.s.", "2023-12-04"),
        # the nearest such day
        ("4 december", "2023-12-04"),
        ("4 oktober", "2023-10-04"),
        ("11 september", "2023-09-11"),
        # as papers in English have them
        ("25 October 2024", "2024-10-25"),
        ("May 2023", "2023-05"),
        # leap years
        ("29 februari 2024", "2024-02-29"),
        ("29 februari jl.", "2020-02-29"),
        # no such day
        ("31 november 2023", None),
        ("29 februari 2023", None),
        ("31 april jl.", None),
        ("31-11-2023", None),
    ],
)
@pytest.mark.parametrize("place", ["{}", "op {} was het zover", "(d.d. {})", "«{}»", "Sinds {}, en verder"])
def test_a_date_is_read_and_resolved(place: str, words: str, iso: str | None) -> None:
    assert read(place.format(words)) == [(iso, words)]


@pytest.mark.parametrize("cut_off", ["2", "20", "202"])
def test_the_beginning_of_a_year_is_no_year(cut_off: str) -> None:
    assert read(f"Voorgesteld 23 februari {cut_off}") == [("2024-02-23", "23 februari")]


@pytest.mark.parametrize(
    ("text", "iso", "words"),
    [
        ("vrijdag 31 januari", "2025-01-31", "31 januari"),
        ("dinsdag 31 januari", "2023-01-31", "31 januari"),
        ("maandag 27 november jl.", "2023-11-27", "27 november jl."),
        ("vrijdag 7 juli 2023", "2023-07-07", "7 juli 2023"),
    ],
)
def test_a_weekday_settles_the_year_and_is_no_part_of_the_date(text: str, iso: str, words: str) -> None:
    assert read(text) == [(iso, words)]


def test_a_date_whose_last_space_was_lost_is_read() -> None:
    assert read("op 18 november2024 was het") == [("2024-11-18", "18 november2024")]


@pytest.mark.parametrize(
    "text",
    [
        "in May komt er meer",
        "25 October",
        "in mei komt er meer",
        "de maart van de tijd",
        "12.500 mei",
        "vergaderjaar 2023–2024",
        "070-1234567",
        "31-12-20234",
        "versie 1.2.2023.4",
        "13-13-2023",
        "0 januari",
        "mei2023",
        "meikever 2023",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert [iso for iso, _ in read(text) if iso] == []


def test_without_the_papers_own_day_only_full_dates_are_resolved() -> None:
    assert read("7 juli 2023, 28 juni jl., 4 maart", None) == [
        ("2023-07-07", "7 juli 2023"),
        (None, "28 juni jl."),
        (None, "4 maart"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the year that lies close behind the dates named
        ("Op 19 november jl. was het; besluit van 2 november 2023.", (date(2023, 11, 19), "19 november jl.")),
        # the last of several is the one before the longest gap
        ("Op 19 november jl. en 3 februari jl.; het besluit van 2 januari 2024.", (date(2024, 2, 3), "3 februari jl.")),
        # days to come are no evidence
        ("Op 3 maart jl. was er overleg; het gaat in per 1 juli 2026; besluit van 2 februari 2025.",
         (date(2025, 3, 3), "3 maart jl.")),
        # a day in an address must lie before it
        ("Op 3 maart jl.; zie www.a.nl/2025/02/01/b; wet van 1 mei 2019.", (date(2025, 3, 3), "3 maart jl.")),
        # nothing to go by
        ("Op 3 maart jl. was er overleg.", None),
        ("Het besluit van 2 februari 2025.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_of_a_paper_follows_from_its_latest_jl(text: str, expected: tuple[date, str] | None) -> None:
    assert infer_day(text) == expected


def test_a_vergaderjaar_that_is_cited_has_begun() -> None:
    assert infer_day("Op 3 maart jl.", [vergaderjaar_start(2023)]) == (date(2024, 3, 3), "3 maart jl.")


@pytest.mark.parametrize(
    ("year", "day"), [(2022, date(2022, 9, 20)), (2023, date(2023, 9, 19)), (2024, date(2024, 9, 17))]
)
def test_the_vergaderjaar_begins_on_the_third_tuesday_of_september(year: int, day: date) -> None:
    assert vergaderjaar_start(year) == day


@pytest.mark.parametrize(
    ("iso", "words"), [("2025-01-09", "9 januari 2025"), ("2024-06", "juni 2024"), ("voorjaar", "voorjaar")]
)
def test_a_date_is_written_as_a_dutch_paper_does(iso: str, words: str) -> None:
    assert in_dutch(iso) == words


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_written_in_dutch_is_read_as_that_day(day: date) -> None:
    words = in_dutch(day.isoformat())
    assert read(words, None) == [(day.isoformat(), words)]


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_jl_is_never_after_the_paper_and_within_a_year(day: date, own: date) -> None:
    words = f"{in_dutch(day.isoformat())[:-5]} jl."
    ((iso, _),) = read(words, own)
    if (day.month, day.day) != (2, 29):
        assert iso is not None
        assert 0 <= (own - date.fromisoformat(iso)).days < 366


def test_a_day_and_a_month_in_figures_count_behind_dd() -> None:
    assert read("het debat d.d. 31/01 en de maat 31/01") == [("2024-01-31", "31/01")]


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        # the paper is of shortly after the last full date, which the "jl." day is a little before
        (
            "Op uw brief van 5 juli 2024 antwoord ik dat het op 11 juni jl. gereed was.",
            date(2024, 6, 11),
            "11 juni jl.",
        ),
        ("Uw brief van 5 juli 2024; op 20 november jl. was dat zo.", date(2024, 11, 20), "20 november jl."),
    ],
)
def test_the_year_of_a_jl_day_agrees_with_the_full_dates_around_it(text: str, day: date, words: str) -> None:
    assert infer_day(text) == (day, words)
