"""Who made, ordered or was promised something: "uitgevoerd door AEF", "in opdracht van …", "toegezegd aan …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import regex

from dossier_graph.model import Mention, Responsibility
from dossier_graph.recognition.anchors import REACH, fold_text
from dossier_graph.recognition.people import NAMES, OFFICE, split_names

__all__ = ["DUTY_WORDS", "find_duties"]

_ORGANISATION = (
    r"(?:(?:\p{Lu}\.)+\s)?\p{Lu}[\p{L}&-]*"
    r"(?:\s(?:van\s(?:de\s|het\s)?|voor\s(?:de\s|het\s)?|en\s)?\p{Lu}[\p{L}&-]*|,\s\p{Lu}[\p{L}-]*(?=\sen\s\p{Lu})){0,6}"
)
_WHO = rf"(?:{OFFICE}|(?:[Mm]inisterie\svan\s)?{_ORGANISATION})"
# Who gives rulings and advice on bills makes no reports: "de uitspraak is gedaan door het Hof".
_NO_MAKER = (
    r"(?!(?:(?:Gerechts)?[Hh]of|Rechtbank|Hoge\sRaad|Raad\svan\sState|Centrale\sRaad\svan\sBeroep"
    r"|Afdeling(?!\s\p{Lu})|Afdeling\s(?:[Aa]dvisering|[Bb]estuursrechtspraak))(?![\p{L}-]))"
)
_DONE_BY = regex.compile(
    r"\b(?:uitgevoerd|opgesteld|verricht|gedaan|geschreven|gemaakt|vervaardigd)\sdoor\s(?:de\s|het\s)?"
    rf"(?:onderzoeksbureau\s|bureau\s|adviesbureau\s|onderzoeksinstituut\s)?{_NO_MAKER}(?P<who>{_ORGANISATION})"
)
_ORDERED_BY = regex.compile(rf"\b(?:in\sopdracht|op\sverzoek)\svan\s(?:de\s|het\s)?(?P<who>{_WHO})")
_TO_MEMBERS = rf"\b(?:het\s(?:[Kk]amer)?lid|de\s(?:[Kk]amer)?leden)\s(?P<names>{NAMES})"
_PROMISED = regex.compile(
    rf"\b(?:[Tt]oezegging(?:en)?(?:\sgedaan)?|[Tt]oegezegd)\saan\s(?:uw\sKamer:?\s)?{_TO_MEMBERS}"
)
_PROMISED_FURTHER = regex.compile(_TO_MEMBERS)
_TO_YOU = "toezeggingen aan uw Kamer: "
# What may be read where, by the words in small letters that it begins with.
_DONE = ("uitgevoerd", "opgesteld", "verricht", "gedaan", "geschreven", "gemaakt", "vervaardigd")
_PATTERNS = {
    "in opdracht van ": _ORDERED_BY,
    "op verzoek van ": _ORDERED_BY,
    "toezegging": _PROMISED,
    "toegezegd aan ": _PROMISED,
    **{f"{done} door ": _DONE_BY for done in _DONE},
}
DUTY_WORDS = tuple(_PATTERNS)
_RELATIONS = {_DONE_BY: "uitgevoerdDoor", _ORDERED_BY: "inOpdrachtVan"}
_REPORT_REACH = 300


def _find(text: str, words: Iterable[tuple[int, int]]) -> Iterator[tuple[regex.Pattern[str], regex.Match[str]]]:
    """Yield what each pattern finds at its words, in order, each place once."""
    ends: dict[regex.Pattern[str], int] = {}
    for at, stop in sorted(words):
        pattern = _PATTERNS[fold_text(text)[at:stop]]
        found = pattern.match(text, at, at + REACH) if at >= ends.get(pattern, 0) else None
        if found:
            ends[pattern] = found.end()
            yield pattern, found


def _report_before(at: int, reports: Sequence[Mention]) -> Mention | None:
    """Return the report that words at an offset speak of: the last one named before them, if it is near."""
    place = bisect_left(reports, at, key=lambda report: report.start)
    return reports[place - 1] if place and at - reports[place - 1].end < _REPORT_REACH else None


def find_duties(flow: str, citations: Sequence[Mention], words: Sequence[tuple[int, int]]) -> Iterator[Responsibility]:
    """Yield who made or ordered the reports among the citations, who moved moties, and to whom promises were made.

    `citations` are those of the same running text, in reading order, and `words` the places of DUTY_WORDS in it.
    """
    reports = [mention for mention in citations if mention.kind == "rapport"]
    for report in reports:
        for maker in report.movers:
            yield Responsibility(
                "uitgevoerdDoor", maker, report.start, report.end, "maker bij de titel", target=report.id
            )
    promised: list[regex.Match[str]] = []
    for pattern, found in _find(flow, words):
        if pattern is _PROMISED:
            promised.append(found)
            continue
        about = _report_before(found.start(), reports)
        who = " ".join(found["who"].split())
        target, confidence = (about.id, 0.9) if about else (None, 0.6)
        yield Responsibility(_RELATIONS[pattern], who, *found.span(), "in de zin", target=target, confidence=confidence)
    for mention in citations:
        if mention.kind in {"motie", "amendement"}:
            for mover in mention.movers:
                target = mention.id or mention.title
                yield Responsibility("ingediendDoor", mover, mention.start, mention.end, "indiener", target=target)
    openings = [at for at, _ in words if flow.startswith(_TO_YOU, at)]
    yield from _promises(flow, promised, openings)


def _promises(flow: str, promised: Sequence[regex.Match[str]], openings: Iterable[int]) -> Iterator[Responsibility]:
    taken = {found.start("names") for found in promised}
    read = 0
    for found in promised:
        yield from _promised(found)
    for opening in openings:
        begin = opening + len(_TO_YOU)
        stop = flow.find(". ", begin, begin + REACH)
        for found in _PROMISED_FURTHER.finditer(flow, max(begin, read), stop if stop >= 0 else begin + REACH):
            read = found.end()
            if found.start("names") not in taken:
                yield from _promised(found)


def _promised(found: regex.Match[str]) -> Iterator[Responsibility]:
    for name, party in split_names(found["names"]):
        yield Responsibility("gedaanAan", name, *found.span(), "toezegging", party=party)
