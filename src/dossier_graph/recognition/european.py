"""EU acts by number and case law by ECLI: Richtlijn 2001/55/EG → 32001L0055, COM(2021) 559 → 52021PC0559.

A CELEX number is the sector (3 legislation, 5 preparatory), the year, a letter for the kind and the number in four
digits. Until 2014 directives and decisions are numbered year/number, regulations number/year; since 2015 all of them
year/number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser

__all__ = ["RECOGNISERS"]

# Papers quote the English names as well.
_LETTERS = {"richtlijn": "L", "directive": "L", "verordening": "R", "regulation": "R", "besluit": "D", "decision": "D",
            "beschikking": "D", "kaderbesluit": "F"}  # fmt: skip
_NUMBER = r"""
    (?: \((?P<union>EU|EG|EEG|EC|EEC|Euratom|GBVB|CFSP|EU,\sEuratom)\) \s? (?:n[or]\.?\s?)? )?
    (?P<one>\d{1,4}) \s?/\s? (?P<two>\d{1,4})
    (?: / (?P<treaty>EU|EG|EEG|EC|EEC|EGA|Euratom|JBZ|JHA|GBVB|CFSP) )?
    (?![\w/])
"""
_ACT = re.compile(
    rf"""
    (?<!\w)
    (?P<kind> (?:gedelegeerde?\s|uitvoerings|kader|delegated\s|implementing\s)?
              (?:richtlijn|verordening|besluit|beschikking|directive|regulation|decision) ) (?:en|s)?
    \s? (?:n[or]\.?\s?)? {_NUMBER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEXT = re.compile(rf"(?: ,\s | \s(?:en|of|and)\s ) (?:n[or]\.?\s)? (?P<words> {_NUMBER} )", re.VERBOSE | re.IGNORECASE)
_OLD_NUMBER = re.compile(
    r"(?<![\w/])(?P<year>\d{2}|(?:19|20)\d\d)/(?P<number>\d{1,4})/(?:EEG|EG|EU|EC|EEC|JBZ|GBVB)(?!\w)"
)
_NUMBER_REACH = 60  # characters from the kind of an act to the slash in its number
_PREPARATORY = {"com": "PC", "swd": "SC", "sec": "SC", "join": "JC"}
_COMMISSION = re.compile(
    r"""
    (?<!\w) (?P<series>COM|SWD|JOIN|SEC|C(?=\s?\((?:19|20)\d\d\)\s?\d)) \s?
    (?: \( (?P<bracketed>(?:19|20)\d\d) \) | / (?P<slashed>(?:19|20)\d\d) / )
    \s? ,? \s? (?P<number>\d{1,4}) (?: \s? (?:final|definitief|def\.) )? (?!\d)
    """,
    re.VERBOSE,
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
    if text.find("/", at, at + _NUMBER_REACH) < 0:
        return
    for start in range(max(0, at - 20), at + 1):
        if start == 0 or not text[start - 1].isalnum():
            found = _ACT.match(text, start, start + REACH)
            if found and found.start("one") >= at:
                break
    else:
        return
    kind = found["kind"].casefold()
    if not (found["union"] or found["treaty"] or (kind == "directive" and len(found["one"]) == 4)):
        return  # "besluit 2022/13" of a minister is none of the Union
    letter = next(letter for name, letter in reversed(_LETTERS.items()) if kind.endswith(name))
    letter = "F" if kind.startswith("kader") else letter
    start = found.start()
    while found:
        celex = _celex(letter, found["one"], found["two"])
        if celex:
            yield Mention("eu", celex, start, found.end(), "eu-nummer")
        # "Verordeningen (EU) nr. 260/2012 en (EU) 2021/1230": one kind for several
        found = _NEXT.match(text, found.end(), found.end() + REACH)
        if found is None or not (found["union"] or found["treaty"]):
            return
        start = found.start("words")


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
        year, number = found["bracketed"] or found["slashed"], int(found["number"])
        code = _PREPARATORY.get(found["series"].lower())
        # a number of the C series does not tell the CELEX number
        id_ = f"5{year}{code}{number:04d}" if code else f"eu:c-{year}-{number}"
        yield Mention("eu", id_, *found.span(), "commissiestuk", title=None if code else found[0])


def _read_ecli(text: str, at: int) -> Iterator[Mention]:
    found = _ECLI.match(text, at, at + REACH)
    if found:
        parts = "".join(found["rest"].split())
        yield Mention("ecli", f"ECLI:{parts.upper()}", at, found.end(), "ecli")


RECOGNISERS = (
    Recogniser(
        "eu-nummer",
        ("richtlijn", "verordening", "besluit", "beschikking", "directive ", "regulation ", "decision "),
        _read_act,
    ),
    Recogniser("eu-nummer zonder soort", ("/eeg", "/eg", "/eu", "/ec", "/eec", "/jbz", "/gbvb"), _read_old_number),
    Recogniser(
        "commissiestuk",
        ("com(", "com (", "com/", "c(20", "c (20", "swd", "sec/", "join(", "join (", "sec(", "sec ("),
        _read_commission,
    ),
    Recogniser("ecli", ("ecli",), _read_ecli),
)
