"""Enclosures as a letter lists them: "de volgende bijlagen: 1. De beslisnota; 2. Het rapport van …"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import Recogniser

__all__ = ["RECOGNISERS"]

_LIST = regex.compile(r"[Bb]ijlage(?:n|s)?\b[^.:\n]{0,60}(?:\.\sHet\sbetreft)?\s?:\s(?=1\.\s)")
_GAP = r"[;,.]? \s (?:en\s)? (?=\d{1,2}\.[ ])"  # between one item and the next
_ITEM = regex.compile(
    rf"""
    (?P<number>\d{{1,2}}) \. \s (?: (?i:de|het|een|deze|dit) \s )?
    (?P<what> [^;\n]{{3,200}}? )
    (?= {_GAP} | [.;]\s | [.;]?$ | [.;]?\n )
    """,
    regex.VERBOSE,
)
_NEXT_ITEM = regex.compile(_GAP, regex.VERBOSE)
_NUMBERED = regex.compile(
    r"""
    (?<!\w) [Bb]ijlage \s (?P<number>\d{1,2}) \s? [–:-] \s (?: (?:De|Het|Een) \s (?=\p{L}) | (?=\p{Lu}) )
    (?P<what> [^.;:\n]{5,120}? ) (?= [.;] | \s(?:bevat|is|geeft|treft|betreft)\b )
    """,
    regex.VERBOSE,
)


def _enclosure(start: int, end: int, what: str, number: int, rule: str) -> Mention:
    title = " ".join(what.split())
    return Mention("bijlage", None, start, end, rule, relation="heeftBijlage", title=title, number=number)


def _read(text: str, at: int) -> Iterator[Mention]:
    listed = _LIST.match(text, at)
    if listed:
        place, wanted = listed.end(), 1
        while (item := _ITEM.match(text, place)) and int(item["number"]) == wanted:
            what = item["what"].rstrip(" .,;")
            start = item.start("what")
            yield _enclosure(start, start + len(what), what, wanted, "lijst van bijlagen")
            wanted += 1
            gap = _NEXT_ITEM.match(text, item.end())
            if gap is None:
                return
            place = gap.end()
        return
    numbered = _NUMBERED.match(text, at)
    if numbered:
        what, start = numbered["what"].rstrip(), numbered.start("what")
        yield _enclosure(start, start + len(what), what, int(numbered["number"]), "genummerde bijlage")


RECOGNISERS = (Recogniser("bijlage", ("bijlage",), _read),)
