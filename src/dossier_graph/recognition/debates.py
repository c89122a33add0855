"""Debates by kind and date: "het commissiedebat over Oekraïne op 20 maart jl."."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from dossier_graph.dates import DATE
from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser, sentence_reach, word_start

__all__ = ["RECOGNISERS"]

_DEBATE = regex.compile(
    rf"""
    (?<!\w)
    (?P<kind>
        (?: [Pp]lenaire?\s | [Mm]ondelinge?\s )? \p{{L}}{{0,14}} (?:-)? [Dd]ebat
      | [Nn]otaoverleg | [Ww]etgevingsoverleg | [Aa]lgemeen\s[Oo]verleg | [Ss]chriftelijk\s[Oo]verleg | [Vv]ragenuur
      | [Bb]egrotingsbehandeling | AO
    )
    (?P<subject> (?:\s (?!op\s\d|van\s\d|d\.d\.) [\p{{L}}\d,’«»()&-]+ (?<![.;:]) ){{0,14}}? )
    ,? \s (?: op | van | d\.d\. ) \s {DATE} (?! \s (?:aanstaande|a\.?s\.) )   # what is still to be held is no paper
    """,
    regex.VERBOSE,
)
# A date is looked for first: that there is none takes the pattern above long to tell.
_DATED = re.compile(r"\s(?:op|van|d\.d\.)\s(?:[a-z]+dag\s)?\d")


def _read(text: str, at: int) -> Iterator[Mention]:
    start = word_start(text, at)
    for ahead in ("plenair ", "plenaire "):
        if text[max(0, start - len(ahead)) : start].casefold() == ahead:
            start -= len(ahead)
    found = _DEBATE.match(text, start, start + REACH) if _DATED.search(text, at, sentence_reach(text, at)) else None
    if found and found.start("kind") <= at < found.end("kind"):
        title = " ".join((found["kind"] + found["subject"]).split())
        yield Mention("handelingen", None, start, found.end(), "debat met datum", title=title)


RECOGNISERS = (
    Recogniser(
        "debat",
        ("debat", "notaoverleg", "wetgevingsoverleg", "algemeen overleg", "schriftelijk overleg", "vragenuur",
         "begrotingsbehandeling", "ao "),
        _read,
    ),
)  # fmt: skip
