"""Periods as papers write them, and the months they mean."""

from __future__ import annotations

from datetime import date

import pytest

from dossier_graph.periods import find_periods

OWN_DAY = date(2024, 10, 3)


def read(text: str, reference: date | None = OWN_DAY) -> list[tuple[str | None, str]]:
    return [(period.resolve(reference), text[period.start : period.end]) for period in find_periods(text)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("voorjaar 2025", "2025-03/2025-05"),
        ("voorjaar van 2025", "2025-03/2025-05"),
        ("najaar 2024", "2024-09/2024-11"),
        ("zomer van dit jaar", "2024-06/2024-08"),
        ("winter van 2024", "2024-12/2025-02"),
        ("eerste kwartaal van 2025", "2025-01/2025-03"),
        ("vierde kwartaal 2024", "2024-10/2024-12"),
        ("tweede kwartaal van volgend jaar", "2025-04/2025-06"),
        ("derde kwartaal van vorig jaar", "2023-07/2023-09"),
        ("Q1 2025", "2025-01/2025-03"),
        ("Q4-2025", "2025-10/2025-12"),
        ("2025-Q2", "2025-04/2025-06"),
        ("eerste helft van 2023", "2023-01/2023-06"),
        ("tweede helft van dit jaar", "2024-07/2024-12"),
        ("na het zomerreces", "2024-09/.."),
        ("voor het zomerreces van 2025", "../2025-06"),
        ("vóór het komende zomerreces", "../2024-06"),
        ("vergaderjaar 2023–2024", "2023-09-19/2024-09-16"),
        ("vergaderjaar 2024/25", "2024-09-17/2025-09-15"),
    ],
)
@pytest.mark.parametrize("place", ["in het {} is dat klaar", "({})", "{}"])
def test_a_period_is_an_interval(place: str, words: str, iso: str) -> None:
    assert read(place.format(words)) == [(iso, words)]


@pytest.mark.parametrize(
    "text",
    [
        "in het voorjaar",
        "een kwartaal later",
        "de helft van 2025 mensen",
        "het zomerreces is lang",
        "Q7 2025",
        "Q1",
        "FQ1 2025",
    ],
)
def test_what_names_no_period_of_a_year_is_none(text: str) -> None:
    assert read(text) == []


def test_a_period_without_a_year_is_open_when_the_paper_has_no_day() -> None:
    assert read("na het zomerreces", None) == [(None, "na het zomerreces")]
