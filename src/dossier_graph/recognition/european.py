"""EU acts by number and case law by ECLI: Richtlijn 2001/55/EG → 32001L0055, COM(2021) 559 → 52021PC0559.

A CELEX number is the sector (3 legislation, 5 preparatory), the year, a letter for the kind and the number in four
digits. Until 2014 directives and decisions are numbered year/number, regulations number/year; since 2015 all of them
year/number.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser

__all__ = ["RECOGNISERS"]

_LETTERS = {"richtlijn": "L", "verordening": "R", "besluit": "D", "beschikking": "D", "kaderbesluit": "F"}
_ACT = regex.compile(
    r"""
    (?<!\w)
    (?P<kind> (?:gedelegeerde?\s|uitvoerings|kader)? (?:richtlijn|verordening|besluit|beschikking) ) (?:en)?
    \s (?:nr\.?\s)?
    (?: \((?P<union>EU|EG|EEG|Euratom|GBVB|EU,\sEuratom)\) \s? (?:nr\.?\s?)? )?
    (?P<one>\d{1,4}) \s?/\s? (?P<two>\d{1,4})
    (?: / (?P<treaty>EU|EG|EEG|EGA|Euratom|JBZ|GBVB) )?
    (?![\w/])
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_OLD_NUMBER = regex.compile(r"(?<![\w/])(?P<year>\d{2}|(?:19|20)\d\d)/(?P<number>\d{1,4})/(?:EEG|EG|EU|JBZ|GBVB)(?!\w)")
_PREPARATORY = {"com": "PC", "swd": "SC", "sec": "SC", "join": "JC"}
_COMMISSION = regex.compile(
    r"""
    (?<!\w) (?P<series>COM|SWD|JOIN|SEC) \s?
    (?: \( (?P<bracketed>(?:19|20)\d\d) \) | / (?P<slashed>(?:19|20)\d\d) / )
    \s? ,? \s? (?P<number>\d{1,4}) (?: \s? (?:final|definitief|def\.) )? (?!\d)
    """,
    regex.VERBOSE,
)
_ECLI = regex.compile(
    r"""
    (?<!\w) ECLI \s?:\s?
    (?P<rest> [A-Z]{2} \s?:\s? [A-Z]{1,7} \s?:\s?                   # country and court
              \d{4} \s?:\s? [A-Z0-9.]{1,25}[A-Z0-9] )              # year and number
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TWO_DIGIT_CENTURY = 58  # the treaties are of 1957: 58/… is 1958, 03/… is 2003


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return 1900 + year if year >= _TWO_DIGIT_CENTURY else 2000 + year


def _celex(letter: str, one: str, two: str) -> str | None:
    """Return the CELEX number of an act whose numbers are written one/two, None where neither is a year."""
    year_last = letter == "R" and not (len(one) == 4 and 2015 <= int(one) <= 2099)
    year, number = (two, one) if year_last else (one, two)
    if len(year) not in {2, 4} or not 1957 < _full_year(year) < 2100:
        return None
    return f"3{_full_year(year)}{letter}{int(number):04d}"


def _read_act(text: str, at: int) -> Iterator[Mention]:
    for start in range(max(0, at - 20), at + 1):
        if start == 0 or not text[start - 1].isalnum():
            found = _ACT.match(text, start, start + REACH)
            if found and found.start("one") >= at:
                break
    else:
        return
    if not (found["union"] or found["treaty"]):
        return  # "besluit 2022/13" of a minister is none of the Union
    kind = found["kind"].casefold()
    letter = next(letter for name, letter in reversed(_LETTERS.items()) if kind.endswith(name))
    letter = "F" if kind.startswith("kader") else letter
    celex = _celex(letter, found["one"], found["two"])
    if celex:
        yield Mention("eu", celex, found.start(), found.end(), "eu-nummer")


def _read_old_number(text: str, at: int) -> Iterator[Mention]:
    """Read "83/189/EEG" without the kind of act: almost always a directive, and taken for one."""
    for start in range(max(0, at - 9), at):
        found = _OLD_NUMBER.match(text, start, start + REACH)
        if found and found.end() > at:
            celex = _celex("L", found["year"], found["number"])
            if celex:
                yield Mention("eu", celex, start, found.end(), "eu-nummer zonder soort", confidence=0.9)
            return


def _read_commission(text: str, at: int) -> Iterator[Mention]:
    found = _COMMISSION.match(text, at, at + REACH)
    if found:
        year = found["bracketed"] or found["slashed"]
        code = _PREPARATORY[found["series"].lower()]
        yield Mention("eu", f"5{year}{code}{int(found['number']):04d}", at, found.end(), "commissiestuk")


def _read_ecli(text: str, at: int) -> Iterator[Mention]:
    found = _ECLI.match(text, at, at + REACH)
    if found:
        parts = "".join(found["rest"].split())
        yield Mention("ecli", f"ECLI:{parts.upper()}", at, found.end(), "ecli")


RECOGNISERS = (
    Recogniser("eu-nummer", ("richtlijn", "verordening", "besluit", "beschikking"), _read_act),
    Recogniser("eu-nummer zonder soort", ("/eeg", "/eg", "/eu", "/jbz", "/gbvb"), _read_old_number),
    Recogniser("commissiestuk", ("com(", "com (", "com/", "swd", "join(", "join (", "sec(", "sec ("), _read_commission),
    Recogniser("ecli", ("ecli",), _read_ecli),
)
