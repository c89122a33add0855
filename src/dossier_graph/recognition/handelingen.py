"""Debates by their place in the Handelingen, and answers to Kamervragen by their place in the Aanhangsel.

Until 2010 the Handelingen were cited by page, since then by meeting and item: h-tk-20072008-7909-7943 and
h-tk-20222023-84-12. Answers have a number within the vergaderjaar: ah-tk-20232024-2147.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser
from dossier_graph.recognition.kamerstukken import YEARS

__all__ = ["RECOGNISERS"]

_CHAMBER = r"(?: (?P<chamber>II|I|ll|TK|EK|(?:der\ )?Tweede\ Kamer|(?:der\ )?Eerste\ Kamer) (?=[\s,;\d]) [\s,;]* )?"
_APPENDIX = regex.compile(
    rf"""
    (?<![\p{{L}}_])
    (?: [Kk]amerstukken [\s,]+ (?:(?P<earlier>II|I|ll|TK|EK) [\s,]*)? (?:(?P<before>{YEARS}) [\s,]*)?
      | (?P<earlier>Tweede\ Kamer|Eerste\ Kamer) [\s,]+ (?:vergaderjaar\s)? (?P<before>{YEARS}) [\s,]* )?
    [Aa]anhangsel (?: \s van \s de )? (?: \s? (?:van\sde\s)? [Hh]andelingen )? [\s,]*
    {_CHAMBER}
    (?: [Vv]ergaderjaar \s? )? (?: (?P<years>{YEARS}) [\s,;]* )?
    (?: nr | nummer )? \.? \s? (?P<number>\d{{1,4}}) (?![\d/-])
    """,
    regex.VERBOSE,
)
_DEBATE = regex.compile(
    rf"""
    (?<![\p{{L}}_]) [Hh]andelingen [\s,]* {_CHAMBER} (?: [Vv]ergaderjaar \s? )? (?P<years>{YEARS}) [\s,;]*
    (?: (?:nr|nummer)\.? \s? (?P<meeting>\d{{1,3}}) (?!\d) )?
    (?: [\s,;]* item \s? (?P<item>\d{{1,3}}) (?!\d) )?
    (?: [\s,;]* (?:pp?|blz|pag)\.? \s?
        (?P<first> \d{{1,2}}-\d{{1,4}} (?=-) | \d{{1,5}} )
        (?: \s?[-–—]\s? (?P<last> \d{{1,2}}-\d{{1,4}} | \d{{1,5}} ) )?
    )?
    """,
    regex.VERBOSE,
)
# "Kamerstukken II 2021/22, " or "Tweede Kamer, vergaderjaar 2021–2022, " in front of "Aanhangsel"
_HEADS = ("amerstukken", "weede Kamer", "erste Kamer")
_HEAD_REACH = 60


def _years(written: str) -> str:
    """Return a vergaderjaar as identifiers have it: 2022/23 → 20222023."""
    first = written[:4]
    return f"{first}{int(first) + 1}"


def _chamber(written: str | None) -> str:
    return "ek" if written in {"I", "EK"} or (written or "").endswith("Eerste Kamer") else "tk"


def _read_appendix(text: str, at: int) -> Iterator[Mention]:
    head = max(text.rfind(word, max(0, at - _HEAD_REACH), at) for word in _HEADS)
    for start in (head - 1, at):
        found = _APPENDIX.match(text, start, start + REACH) if start >= 0 else None
        if found and found.end() > at:
            years = found["years"] or found["before"]
            if years:
                chamber = _chamber(found["chamber"] or found["earlier"])
                id_ = f"ah-{chamber}-{_years(years)}-{found['number']}"
                yield Mention("aanhangsel", id_, start, found.end("number"), "aanhangsel")
            return


def _read_debate(text: str, at: int) -> Iterator[Mention]:
    found = _DEBATE.match(text, at, at + REACH)
    if found is None:
        return
    chamber, years = _chamber(found["chamber"]), _years(found["years"])
    pages = None
    if found["first"]:
        pages = found["first"] + (f"-{found['last']}" if found["last"] else "")
    if found["meeting"] and (found["item"] or int(years[:4]) >= 2010):
        item = f"-{found['item']}" if found["item"] else ""
        end = found.end("item") if found["item"] else found.end("meeting")
        id_ = f"h-{chamber}-{years}-{found['meeting']}{item}"
        yield Mention("handelingen", id_, at, end, "handelingen", pinpoint=f"p. {pages}" if pages else None)
    elif pages:
        end = found.end("last") if found["last"] else found.end("first")
        yield Mention("handelingen", f"h-{chamber}-{years}-{pages}", at, end, "handelingen")


RECOGNISERS = (
    Recogniser("aanhangsel", ("aanhangsel",), _read_appendix),
    Recogniser("handelingen", ("handelingen",), _read_debate),
)
