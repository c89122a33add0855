"""Periods as Dutch papers write them: seasons, quarters, halves of a year, recesses, vergaderjaren."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from dossier_graph.dates import in_small_letters, vergaderjaar_start

__all__ = ["PERIOD_WORDS", "WrittenPeriod", "find_periods"]

# Months of a period, counted from January of its year; winter goes on into the next.
_SEASONS = {
    "voorjaar": (3, 5),
    "lente": (3, 5),
    "zomer": (6, 8),
    "najaar": (9, 11),
    "herfst": (9, 11),
    "winter": (12, 14),
}
_QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
_YEAR = r"(?:\s(?:van\s)?(?:(?P<year>(?:19|20)\d\d)(?!\d)|(?P<near>(?:dit|volgend|vorig|komend)\sjaar)))"
_VERGADERJAAR = r"vergaderjaar \s (?P<sitting> (?:19|20)\d\d ) \s? [-–/] \s? (?:(?:19|20)\d\d | \d\d) (?!\d)"
_FLAGS = regex.VERBOSE | regex.IGNORECASE
_SITTING = re.compile(_VERGADERJAAR, re.VERBOSE | re.IGNORECASE)  # most periods: every paper is headed by one
_PERIOD = regex.compile(
    rf"""
    (?<![\p{{L}}-])
    (?: (?P<season> {"|".join(_SEASONS)} ) {_YEAR}
      | (?P<quarter> eerste | tweede | derde | vierde | laatste ) \s kwartaal {_YEAR}
      | Q(?P<q>[1-4]) \s? -? (?P<qyear> (?:19|20)\d\d ) (?!\d)
      | (?P<yearq> (?:19|20)\d\d ) [-\s]? Q(?P<qq>[1-4]) (?!\d)
      | (?P<half> eerste | tweede ) \s (?:helft | halfjaar) {_YEAR}
      | {_VERGADERJAAR}
      | (?P<side> na | voor | vóór ) \s het \s (?:aanstaande\s|komende\s)? zomerreces {_YEAR}?
    )
    """,
    _FLAGS,
)
PERIOD_WORDS = (*_SEASONS, "kwartaal", "helft", "halfjaar", "vergaderjaar", "q1", "q2", "q3", "q4")
_ANCHORS = AhoCorasick(PERIOD_WORDS, implementation=Implementation.DFA)
_RECESS = (7, 8)  # the months of the summer recess


class WrittenPeriod(NamedTuple):
    """A period as written; `year` is None where it must be told from the paper's own, `shift` the years from there."""

    start: int
    end: int
    months: tuple[int | None, int | None] = (None, None)
    year: int | None = None
    shift: int = 0
    sitting: bool = False

    def resolve(self, reference: date | None) -> str | None:
        """Return the period as an interval of ISO 8601, None when its year cannot be told.

        Seasons are those of the weather (spring is March to May); what lies before or after a recess is open on one
        side; a vergaderjaar begins on the third Tuesday of September and ends on the day before the next.

        >>> [one.resolve(None) for one in find_periods("in het voorjaar van 2025 en in Q1 2026")]
        ['2025-03/2025-05', '2026-01/2026-03']
        """
        year = self.year if self.year is not None else reference.year + self.shift if reference else None
        if year is None:
            return None
        if self.sitting:
            return _vergaderjaar(year)
        return "/".join(".." if month is None else _month(year, month) for month in self.months)


@lru_cache(maxsize=64)  # most papers name one, and all the same few
def _vergaderjaar(year: int) -> str:
    return f"{vergaderjaar_start(year)}/{vergaderjaar_start(year + 1) - timedelta(days=1)}"


def _month(year: int, month: int) -> str:
    return f"{year + (month - 1) // 12}-{(month - 1) % 12 + 1:02d}"


def find_periods(text: str, words: Iterable[tuple[int, int]] | None = None) -> Iterator[WrittenPeriod]:
    """Yield the periods of a running text in reading order.

    `words` are the places of PERIOD_WORDS, where these have been looked for already.

    >>> text = "voor het zomerreces, vergaderjaar 2023–2024"
    >>> [text[one.start : one.end] for one in find_periods(text)]
    ['voor het zomerreces', 'vergaderjaar 2023–2024']
    """
    if words is None:
        words = ((low, high) for _, low, high in _ANCHORS.find_matches_as_indexes(in_small_letters(text)))
    end = 0
    for low, high in words:
        if low < end:
            continue
        before = text[low - 1 : low]
        sitting = _SITTING.match(text, low, high + _REACH_ON) if not (before.isalpha() or before == "-") else None
        if sitting:
            end = sitting.end()
            yield WrittenPeriod(low, end, year=int(sitting["sitting"]), sitting=True)
            continue
        found = _PERIOD.match(text, low, high + _REACH_ON)  # most periods begin with their word
        if found is None:
            around = _PERIOD.finditer(text, max(end, low - _REACH_BACK), high + _REACH_ON)
            found = next((one for one in around if one.start() < high and low < one.end()), None)
        if found:
            end = found.end()
            yield _written(found)


_REACH_BACK = 40
_REACH_ON = 30
_SHIFTS = {"dit": 0, "volgend": 1, "komend": 1, "vorig": -1}


def _written(found: regex.Match[str]) -> WrittenPeriod:
    said = found.groupdict()
    if said["sitting"]:
        return WrittenPeriod(found.start(), found.end(), year=int(found["sitting"]), sitting=True)
    year = next((int(said[name]) for name in ("year", "qyear", "yearq") if said[name]), None)
    shift = _SHIFTS[said["near"].split()[0].casefold()] if said["near"] else 0
    months: tuple[int | None, int | None] = (None, None)
    if said["season"]:
        months = _SEASONS[said["season"].casefold()]
    elif quarter := (_QUARTERS[said["quarter"].casefold()] if said["quarter"] else int(said["q"] or said["qq"] or 0)):
        months = (3 * quarter - 2, 3 * quarter)
    elif said["half"]:
        months = (1, 6) if said["half"].casefold() == "eerste" else (7, 12)
    elif said["side"]:
        months = (_RECESS[1] + 1, None) if said["side"].casefold() == "na" else (None, _RECESS[0] - 1)
    return WrittenPeriod(found.start(), found.end(), months, year, shift)
