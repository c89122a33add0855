"""Enclosures as a letter lists them: "de volgende bijlagen: 1. De beslisnota; 2. Het rapport van …"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import Recogniser

__all__ = ["RECOGNISERS"]

_LIST = regex.compile(r"bijlage(?:n|s)?\b[^.:\n]{0,60}(?:\.\sHet\sbetreft)?\s?:\s(?=1\.\s)")
_ITEM = regex.compile(
    r"(?P<number>\d{1,2})\.\s(?:(?i:de|het|een|deze|dit)\s)?(?P<what>[^;\n]{3,200}?)(?=[;,.]?\s(?:en\s)?\d{1,2}\.\s|[.;]\s|[.;]?$|[.;]?\n)"
)
_NUMBERED = regex.compile(
    r"(?<!\w)[Bb]ijlage\s(?P<number>\d{1,2})\s[–:-]\s(?P<what>\p{Lu}[^.;:\n]{5,120}?)(?=[.;]|\s(?:bevat|is|geeft|treft|betreft)\b)"
)


def _read(text: str, at: int) -> Iterator[Mention]:
    listed = _LIST.match(text, at)
    if listed:
        place, wanted = listed.end(), 1
        while (item := _ITEM.match(text, place)) and int(item["number"]) == wanted:
            what = item["what"].rstrip(" .,;")
            start = item.start("what")
            yield Mention("bijlage", None, start, start + len(what), "lijst van bijlagen", relation="heeftBijlage",
                          title=" ".join(what.split()), number=wanted)  # fmt: skip
            wanted += 1
            gap = regex.compile(r"[;,.]?\s(?:en\s)?(?=\d{1,2}\.\s)").match(text, item.end())
            if gap is None:
                return
            place = gap.end()
        return
    numbered = _NUMBERED.match(text, at)
    if numbered:
        yield Mention("bijlage", None, numbered.start("what"), numbered.end("what"), "genummerde bijlage",
                      relation="heeftBijlage", title=numbered["what"].strip(), number=int(numbered["number"]))  # fmt: skip


RECOGNISERS = (Recogniser("bijlage", ("bijlage",), _read),)
