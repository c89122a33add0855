"""Official journals by year and number, and identifiers written out: Stb., Stcrt., Trb., kst-…, 2022Z04076."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser

__all__ = ["RECOGNISERS"]

_JOURNALS = {"stb": "staatsblad", "stcrt": "staatscourant", "trb": "tractatenblad"}
_JOURNAL = regex.compile(
    r"(?<!\w)(?P<name>stb|stcrt|trb|staatsblad|staatscourant|tractatenblad)(?!\p{L})\.?[\s,]*(?:van\s)?"
    r"(?P<year>(?:18|19|20)\d\d)[\s,]+(?:nr\.?\s?)?(?P<number>\d{1,5})(?![\d/]|[-.]\d)",
    regex.IGNORECASE,
)
_CHAMBER_NUMBER = regex.compile(r"(?<![\w-])(?P<number>\d{4}(?P<letter>[ZD])\d{5})(?![\w-])")
_WRITTEN_OUT = regex.compile(
    r"(?<![\w/.-])(?:kst-(?P<dossier>\d{5}(?:-\d\d)?(?:-[A-Z]{1,6})?)-(?:\d{1,4}|[A-Z]{1,3})"
    r"|kst-\d{6,8}|blg-\d{4,8}"  # an identifier of the first days has no dossier in it
    r"|ah-[te]k-\d{8}-\d{1,4}|h-[te]k-\d{8}-[\d-]{1,12}|kv-[te]k-\d{4}Z\d{5}|stb-\d{4}-\d{1,5}|stcrt-\d{4}-\d{1,5}"
    r"|trb-\d{4}-\d{1,5}|nds-tk-\d{4}D\d{5})(?![\w-])"
)
_KIND_OF = {
    "kst": "kamerstuk",
    "nds": "kamerstuk",
    "blg": "bijlage",
    "ah": "aanhangsel",
    "h": "handelingen",
    "kv": "kamervraag",
    **_JOURNALS,
}


def _read_journal(text: str, at: int) -> Iterator[Mention]:
    found = _JOURNAL.match(text, at, at + REACH)
    if found:
        name = found["name"].lower()
        prefix, kind = next(pair for pair in _JOURNALS.items() if name in pair)
        yield Mention(kind, f"{prefix}-{found['year']}-{int(found['number'])}", at, found.end(), kind)


def _read_chamber_number(text: str, at: int) -> Iterator[Mention]:
    found = _CHAMBER_NUMBER.match(text, at - 4, at + REACH) if at >= 4 else None
    if found:
        question = found["letter"] == "Z"
        kind, prefix = ("kamervraag", "kv-tk") if question else ("kamerstuk", "nds-tk")
        yield Mention(kind, f"{prefix}-{found['number']}", at - 4, found.end(), "documentnummer")


def _read_written_out(text: str, at: int) -> Iterator[Mention]:
    found = _WRITTEN_OUT.match(text, at, at + REACH)
    if found:
        dossiers = (found["dossier"],) if found["dossier"] else ()
        kind = _KIND_OF[found[0].split("-")[0]]
        yield Mention(kind, found[0], at, found.end(), "identificatie", dossiers=dossiers)


RECOGNISERS = (
    Recogniser(
        "publicatieblad", ("stb", "stcrt", "trb", "staatsblad", "staatscourant", "tractatenblad"), _read_journal
    ),
    Recogniser(
        "documentnummer", tuple(f"{letter}{digit}" for letter in "zd" for digit in range(10)), _read_chamber_number
    ),
    Recogniser(
        "identificatie",
        ("kst-", "blg-", "ah-tk-", "ah-ek-", "h-tk-", "h-ek-", "kv-tk-", "kv-ek-", "stb-", "stcrt-", "trb-", "nds-tk-"),
        _read_written_out,
    ),
)
