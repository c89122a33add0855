"""Dates as Dutch papers write them, and the days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import itemgetter
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, Implementation

__all__ = [
    "DATE",
    "DATE_WORDS",
    "DAY",
    "MONTH",
    "YEAR",
    "WrittenDate",
    "find_dates",
    "in_dutch",
    "in_small_letters",
    "infer_day",
    "vergaderjaar_start",
]

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_WEEKDAYS = {
    day: number
    for number, day in enumerate(("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"))
}
# Patterns for what has a date in it, without white space of their own: "januari", "7 juli", "7 juli 2023".
MONTH = f"(?:{'|'.join(_MONTHS)})"
DAY = rf"\d{{1,2}}\s{MONTH}"
YEAR = r"(?:\s?(?:19|20)\d\d(?!\d)|\s(?:jl\.?(?!\w)|jongstleden))"
DATE = rf"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s)?{DAY}{YEAR}?"

# A date is looked for at the name of its month, or at a year behind a hyphen, slash or point.
_LONGEST_BEHIND = 20  # " jongstleden", " aanstaande"
# Papers quote dates in English too; a month that is spelt the same, or is a word of its own, needs no second name.
_ENGLISH = {"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10}
_MONTH_NUMBERS = {**{name: number for number, name in enumerate(_MONTHS, start=1)}, **_ENGLISH}
_SHORT_DATE = "d.d."
DATE_WORDS = (*_MONTH_NUMBERS, _SHORT_DATE, *(f"{mark}{century}" for mark in "-/." for century in ("19", "20")))
_ANCHORS = AhoCorasick(DATE_WORDS, implementation=Implementation.DFA)
_DAY_BEFORE = re.compile(r"(?<![\d.,])([12]\d|3[01]|0?[1-9])\.?\s$")
_BEHIND_MONTH = regex.compile(
    r"""
    (?: \s? (?P<year>(?:19|20)\d\d) (?!\d)                               # "18 november2024" has lost a space
      | \s (?P<past>jl\.? | jongstleden) (?!\w)
      | \s (?P<coming>a\.s\.? | aanstaande) (?!\w)
    )?
    (?!\w)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_CENTURIES = ("19", "20")
_ENDS = " .,;:)\n"  # no letter or digit, as most dates end
_LONGEST_BEFORE = len(" donderdag 31. ")
_LONGEST_DAY = len("31. \n")
_YEAR = re.compile(r"\d{4}")
_GOES_ON = re.compile(r"[\d/-]|\.\d")
_BEFORE_YEAR = regex.compile(
    r"(?<![\d./-])(?P<day>[12]\d|3[01]|0?[1-9])(?P<sep>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=sep)$"
)
_DAY_AND_MONTH = regex.compile(
    r"d\.d\.\s(?P<date>(?P<day>[12]\d|3[01]|0?[1-9])[-–/](?P<month>1[0-2]|0?[1-9]))(?![\d/–-]|\.\d)"
)
# Words before a date that put it after the paper's own day, or on either side of it.
_AHEAD = regex.compile(
    r"""
    \b (?: per | met\ ingang\ van | ingaande | vanaf            # from then on
        | tot | t/m | tot\ en\ met | uiterlijk | vóór | voor    # until then
        | na | begin | medio | eind | verwacht | d\.d\.
    ) \s $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ADDRESS_DATE = regex.compile(r"/(20\d\d)/\s?(0[1-9]|1[0-2])/\s?([0-3]\d)(?=/)")


class WrittenDate(NamedTuple):
    """A date as written: what is not said (day, year, weekday as 0 = Monday) is None.

    `past` is true for "jl.", `coming` for "a.s."; `start` and `end` leave the weekday out.
    """

    start: int
    end: int
    month: int
    day: int | None = None
    year: int | None = None
    weekday: int | None = None
    past: bool = False
    coming: bool = False

    def resolve(self, reference: date | None) -> str | None:
        """Return the date as ISO 8601 (YYYY-MM-DD, or YYYY-MM without a day), None when the year cannot be told.

        `reference` is the paper's own day. "jl." is the last such day on or before it, "a.s." the first after it; a
        weekday settles the year; without either the nearest such day is meant.

        >>> next(find_dates("19 november jl.")).resolve(date(2023, 11, 27))
        '2023-11-19'
        """
        if self.year is not None:
            found = self._in(self.year)
            return None if found is None else self._written(found)
        if reference is None:
            return None
        days = [day for year in range(reference.year - 6, reference.year + 7) if (day := self._in(year)) is not None]
        if self.past:
            days = [day for day in days if day <= reference]
            return self._written(days[-1]) if days else None
        if self.coming:
            days = [day for day in days if day > reference]
            return self._written(days[0]) if days else None
        if self.weekday is not None:
            days = [day for day in days if day.weekday() == self.weekday] or days
        return self._written(min(days, key=lambda day: abs(day - reference))) if days else None

    def _in(self, year: int) -> date | None:
        try:
            return date(year, self.month, self.day or 1)
        except ValueError:  # 31 november, 29 februari
            return None

    def _written(self, day: date) -> str:
        return day.isoformat() if self.day else day.isoformat()[:7]


def in_small_letters(text: str) -> str:
    """Return a text in small letters, every character in its place."""
    return text.lower() if text.isascii() else text.replace("İ", "i").lower()


def find_dates(text: str, words: Iterable[tuple[int, int]] | None = None) -> Iterator[WrittenDate]:
    """Yield the dates of a running text in reading order; a month alone counts only with a year, "jl." or a day.

    `words` are the places of DATE_WORDS, where these have been looked for already.

    >>> [text_date.resolve(None) for text_date in find_dates("op 7 juli 2023 en in juni 2024, in mei")]
    ['2023-07-07', '2024-06']
    """
    if words is None:
        anchors = _ANCHORS.find_matches_as_indexes(in_small_letters(text), overlapping=True)
        words = ((at, end) for _, at, end in anchors)
    dates: list[WrittenDate] = []
    for at, end in words:
        if text[at] in "-/.":
            found = _numeric(text, at + 1)
        elif text[at + 1] == ".":
            found = _short(text, at)
        else:
            found = _with_month(text, at, end)
        if found:
            dates.append(found)
    dates.sort(key=itemgetter(0))
    return iter(dates)


def _with_month(text: str, at: int, end: int) -> WrittenDate | None:
    """Return the date that has the name text[at:end] of a month in it."""
    if text[at - 1 : at].isalnum() or text[end : end + 1].isalpha():
        return None
    name = in_small_letters(text[at:end])
    behind = _behind_month(text, end)
    if behind is None or name not in _MONTH_NUMBERS:  # "àpril" is none
        return None
    stop, year, past, coming = behind
    start, day, weekday = _before_month(text, at)
    if not (day or year or past or coming) or (name in _ENGLISH and not year):
        return None
    if day is None and text[end : end + 1].isdigit():  # "mei2023" is no word of a sentence
        return None
    return WrittenDate(start, stop, _MONTH_NUMBERS[name], day, int(year) if year else None, weekday, past, coming)


def _behind_month(text: str, at: int) -> tuple[int, str | None, bool, bool] | None:
    """Return what stands behind the name of a month: where the date ends, its year, and whether it is past or coming.

    None means that what stands there makes it no month.
    """
    year, stop = text[at + 1 : at + 5], at + 5
    if (
        text[at : at + 1] == " "
        and year.isdecimal()
        and len(year) == 4
        and year.startswith(_CENTURIES)
        and not text[stop : stop + 1].strip(_ENDS)
    ):
        return stop, year, False, False  # "november 2024." needs no pattern
    found = _BEHIND_MONTH.match(text, at, at + _LONGEST_BEHIND)
    return found and (found.end(), found["year"], found["past"] is not None, found["coming"] is not None)


def _before_month(text: str, at: int) -> tuple[int, int | None, int | None]:
    """Return what stands before the name of a month: where the date begins, its day and its weekday (0 = Monday)."""
    if not text[at - 1 : at].isspace():
        return at, None, None
    low = max(0, at - _LONGEST_BEFORE)
    found = _DAY_BEFORE.search(text, max(0, at - _LONGEST_DAY), at)
    if found:
        at = found.start()
    words, weekday = text[low:at], None
    if words[-4:-1].lower() == "dag":  # as all weekdays end
        weekday = _WEEKDAYS.get(words[:-1].rpartition(" ")[2].lower())
    return at, int(found[1]) if found else None, weekday


def _short(text: str, at: int) -> WrittenDate | None:
    """Return the day and month of "d.d. 3/11"."""
    found = _DAY_AND_MONTH.match(text, at)
    return WrittenDate(*found.span("date"), int(found["month"]), int(found["day"])) if found else None


def _numeric(text: str, at: int) -> WrittenDate | None:
    """Return the date in numbers whose year begins at an offset."""
    if not text[at - 2 : at - 1].isdigit():
        return None
    year = _YEAR.match(text, at)
    before = _BEFORE_YEAR.search(text, max(0, at - 7), at)
    if year is None or before is None or _GOES_ON.match(text, year.end()):
        return None
    return WrittenDate(before.start("day"), year.end(), int(before["month"]), int(before["day"]), int(year[0]))


def in_dutch(iso: str) -> str:
    """Write an ISO 8601 day or month as a Dutch paper does; what is neither stays as it is.

    >>> in_dutch("2025-01-09"), in_dutch("2024-06")
    ('9 januari 2025', 'juni 2024')
    """
    try:
        day = date.fromisoformat((iso + "-01")[:10])
    except ValueError:
        return iso
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return month if len(iso) == 7 else f"{day.day} {month}"


def vergaderjaar_start(year: int) -> date:
    """Return the first day of the vergaderjaar that begins in `year`: the third Tuesday of September (Grondwet 65).

    >>> vergaderjaar_start(2024)
    datetime.date(2024, 9, 17)
    """
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def infer_day(text: str, at_least: Iterable[date] = ()) -> tuple[date, str] | None:
    """Infer the day of a paper that prints none: (the earliest day it can be of, the words it follows from).

    The latest "jl." day is the earliest day the paper can be of. Its year is the one that best agrees with the full
    dates in the text: those not announced by "per", "tot", "vanaf" … should lie before it or shortly after it, and one
    of them not long before. Days in web addresses, and those in `at_least` (the beginning of a cited vergaderjaar),
    must lie before it. A paper without "jl.", or without any full date, gives None.

    >>> infer_day("Op 30 juni jl. en 20 maart jl.; het besluit van 2 april 2025; vanaf 1 juli 2026.")
    (datetime.date(2025, 6, 30), '30 juni jl.')
    """
    dates = list(find_dates(text))
    past = [written for written in dates if written.past and written.day]
    if not past:
        return None
    must = [*at_least, *_days_in_addresses(text)]
    should = [
        date.fromisoformat(iso if len(iso) == 10 else iso + "-01")
        for written in dates
        if (iso := written.resolve(None))
        and written.weekday is None
        and not _AHEAD.search(text[max(0, written.start - 16) : written.start])
    ]
    if not must and not should:
        return None
    latest = _latest_of_year(past)
    earliest = max(must, default=date.min)
    years = {day.year + more for day in (*must, *should) for more in (0, 1)}
    days = [date.fromisoformat(iso) for year in sorted(years) if (iso := latest.resolve(date(year, 12, 31)))]
    fitting = [day for day in days if day >= earliest]
    if not fitting:
        return None
    return min(fitting, key=lambda day: _strain(day, [*must, *should])), text[latest.start : latest.end]


_SOON = 31  # days by which the paper itself may be later than the last "jl." day in it


def _days_in_addresses(text: str) -> Iterator[date]:
    for found in _ADDRESS_DATE.finditer(text):
        try:
            yield date(*map(int, found.groups()))
        except ValueError:
            continue


def _strain(day: date, named: list[date]) -> int:
    """Return how ill a day fits the days that a text names: the gap to the nearest, and a season for each to come."""
    soon = day + timedelta(days=_SOON)
    gap = min((abs((day - before).days) for before in named if before <= soon), default=366)
    return gap + 120 * sum(1 for later in named if later > soon)


def _latest_of_year(past: list[WrittenDate]) -> WrittenDate:
    """Return which of some days of the year came last, when all lie within one year: that before the longest gap."""

    def place(written: WrittenDate) -> int:
        return written.month * 31 + (written.day or 0)

    ordered = sorted({place(written): written for written in past}.items())
    gaps = [
        ((ordered[(index + 1) % len(ordered)][0] - here - 1) % 372, written)
        for index, (here, written) in enumerate(ordered)
    ]
    return max(gaps, key=lambda gap: gap[0])[1]
