"""Publications cited as in a list of literature: "Adviesraad Migratie, 2023", "Surname, A.B. 2017, Title, Journal"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import fold
from dossier_graph.recognition.flow import Flow

__all__ = ["find_literature", "whole_reference"]

_SEE = re.compile(
    r"(?:[Zz]ie|[Vv]gl\.|[Vv]ergelijk)(?:\ (?:ook|verder|o\.a\.|bijvoorbeeld|hierover|onder\ andere|nader))*:?\ "
)
# "WRR, 2021", "De Gruyter et al., 2024": an author and a year, nothing else.
_AUTHOR_YEAR = regex.compile(
    r"""
    (?P<author> \p{Lu}[\p{L}\d.&'’-]* (?: \ (?: et\ al\. | en | van | de | der | voor | \p{Lu}[\p{L}.&'’-]* ) ){0,6} )
    ,? \ \(? (?P<year> (?:19|20)\d\d ) \)?
    """,
    regex.VERBOSE,
)
_YEAR_ENDS = tuple("0123456789)")
# A publication in full: author, title, and a year among them; it ends before the pages.
_IN_FULL = regex.compile(
    r"(?P<what>\p{Lu}[^;\n]{3,60}?[,:]\ [^;\n]{4,240}?)(?=,?\ (?:p|pp|blz)\.\ ?\d[\d\ –-]*\.?$|\.?$)"
)
# Where the address of a publication begins, with the words that lead to it; a run of marks is read from its beginning
# alone, and once, or "((((" takes the cube of its length.
_ADDRESS = regex.compile(
    r"(?:\G|(?<![\s,.;:(«]))[\s,.;:(«]*+"
    r"(?:[Tt]e\ (?:raadplegen|vinden|downloaden)\ (?:via|op)|[Zz]ie|[Vv]ia|[Ll]ink|[Oo]p|[Bb]eschikbaar\ (?:via|op))?"
    r"[\s:(]*+(?:https?:|www\.)"
)
_PART = re.compile(r"[^;]+")
_LONGEST_REFERENCE = 240
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Words of a sentence: a note that has one of these says something instead of citing.
_SAYS = regex.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|had|kan|kunnen|zal|zullen|moet|moeten|betreft|geldt|vindt"
    r"|staat|volgt|blijkt|bestaat|gaat|geeft|raadplegen|opgenomen|aan\ te\ vragen)\b"
)
# "RIVM (2022)": looked for at the year; a number behind it makes it a paper of the Commission.
_YEAR_IN_BRACKETS = re.compile(r"\((?P<year>(?:19|20)\d\d)\)(?! ?\d)")
_AUTHOR_BEFORE = regex.compile(
    r"""
    (?<! [\w«“‘-] )
    (?P<author> (?! (?:De|Het|Een|In|Zie)\ ) \p{Lu}[\p{L}&-]{0,60}
        (?: \ (?: van | de | der | voor | \p{Lu}[\p{L}&-]{0,60} ) ){0,5} )
    \ $
    """,
    regex.VERBOSE,
)
_LONGEST_AUTHOR = 120


def find_literature(flow: Flow, taken: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the publications that notes cite in the manner of a list of literature, and "RIVM (2022)" in the body.

    `taken` are the mentions found otherwise: a note that cites by number is left to them. Where a note gives the
    address of a publication, what stands in front of the address is looked at.
    """
    numbered = sorted(mention.start for mention in taken if mention.kind != "rapport" and mention.id)
    for start, end, _ in flow.notes:
        if bisect_left(numbered, start) == bisect_left(numbered, end):
            has_address = flow.text.find("http", start, end) >= 0 or flow.text.find("www.", start, end) >= 0
            address = _ADDRESS.search(flow.text, start, end) if has_address else None
            yield from _in_note(flow.text, start, address.start() if address else end)
    for year in _YEAR_IN_BRACKETS.finditer(flow.text, 0, flow.body_end):
        found = _AUTHOR_BEFORE.search(flow.text, max(0, year.start() - _LONGEST_AUTHOR), year.start())
        if found:
            title = f"{found['author']} ({year['year']})"
            yield Mention("rapport", None, found.start(), year.end(), "maker en jaar", title=title, confidence=0.7)


def whole_reference(flow: Flow, mention: Mention) -> Mention:
    """Return a paper of the Commission cited in a note as far as its reference reaches: author, day and title in front.

    "European Commission 5 juli 2023, Country chapter …, SWD (2023), 819 final" is one reference.
    """
    note = flow.note_range(mention.start) if mention.rule == "commissiestuk" else None
    if note is None or mention.start - note[0] > 2 * _LONGEST_REFERENCE:
        return mention
    see = _SEE.match(flow.text, note[0], mention.start)
    start = see.end() if see else note[0]
    before = flow.text[start : mention.start]
    whole = (
        3 < len(before) <= _LONGEST_REFERENCE and before.endswith(", ") and before[0].isupper() and ";" not in before
    )
    return mention._replace(start=start) if whole and not _SAYS.search(fold(before)) else mention


def _author_and_year(text: str, start: int, end: int) -> regex.Match[str] | None:
    """Return what text[start:end] reads as, where it is an author and a year; most is not, as its end tells."""
    return _AUTHOR_YEAR.fullmatch(text, start, end) if text[start:end].endswith(_YEAR_ENDS) else None


def _in_note(text: str, start: int, end: int) -> Iterator[Mention]:
    see = _SEE.match(text, start, end)
    start = see.end() if see else start
    stop = start + len(text[start:end].rstrip(" .\n"))
    parts = list(_PART.finditer(text, start, stop))
    pieces = [(part.start() + len(part[0]) - len(part[0].lstrip()), part.end()) for part in parts]
    if pieces and _author_and_year(text, *pieces[0]):
        for low, high in pieces:
            found = _author_and_year(text, low, high)
            if found:
                yield Mention("rapport", None, low, high, "maker en jaar", title=f"{found['author']} ({found['year']})")
        return
    whole = text[start:stop]
    if len(whole) > 330 or not _YEAR.search(whole) or _SAYS.search(fold(whole)):
        return
    full = _IN_FULL.match(text, start, stop)
    if full:
        yield Mention(
            "rapport", None, start, full.end("what"), "literatuurverwijzing", title=" ".join(full["what"].split())
        )
