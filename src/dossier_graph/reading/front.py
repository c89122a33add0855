"""What a paper says about itself: its kind, title, date, reference and own number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import regex

from dossier_graph.dates import DAY, find_dates, infer_day, vergaderjaar_start
from dossier_graph.model import PaperDate
from dossier_graph.official_numbers import dossier_of
from dossier_graph.parties import IN_CAPITALS
from dossier_graph.plain import plain
from dossier_graph.reading.pages import OWN_IDENTIFIER, imprinted_identifier

__all__ = ["Front", "read_front"]

_HEAD = 2500  # characters in which a paper introduces itself
# Spaces that break no line, and thin ones, are spaces; a return alone is one as well.
_SPACES = "\u00a0\u2007\u2009\u200a\u202f\r"
_MARKUP = "*_# \t\f"


@dataclass(frozen=True, slots=True)
class Front:
    """What a paper says about itself; what it does not say is None."""

    kind: str
    title: str | None
    date: PaperDate | None
    reference: str | None
    number: str | None
    dossiers: tuple[str, ...]
    dossier_title: str | None = None


# Where a heading begins: on a line of its own, or behind the number of the paper ("Nr. 12 MOTIE VAN HET LID …").
_BEGIN = r"(?m:^[^\S\n]*(?:(?:[Nn]r\.[^\S\n]*\d{1,4}|\p{Lu}{1,2})[^\S\n]+)?)"

# The kind of a paper by the first of these that its beginning holds; classes of the ontology.
_KINDS = (
    ("Document", regex.compile(r"(?m)^[^\S\n]*Voortouwcommissie:")),
    (
        "Document",
        regex.compile(rf"{_BEGIN}(?:MEMORIE VAN (?:TOELICHTING|ANTWOORD)|VOORSTEL VAN WET|NADER RAPPORT)\b"),
    ),
    ("Motie", regex.compile(rf"{_BEGIN}(?:GEWIJZIGDE |NADER GEWIJZIGDE )*MOTIE VAN\b")),
    ("Amendement", regex.compile(rf"{_BEGIN}(?:GEWIJZIGD |NADER GEWIJZIGD )*AMENDEMENT VAN\b")),
    (
        "Kamervraag",
        regex.compile(
            r"Aanhangsel van de Handelingen|(?m:^(?:Mondelinge v|Schriftelijke v|V)ragen van (?:het lid|de leden)\b)"
        ),
    ),
    ("Kamervraag", regex.compile(r"^\s*AH \d{1,4}\b")),
    ("Kamervraag", regex.compile(r"^Antwoord \d\b")),
    ("Verslag", regex.compile(rf"{_BEGIN}(?:(?:NADER )?VERSLAG\b|LIJST VAN VRAGEN|Verslag van een)")),
    ("Beslisnota", regex.compile(r"(?mi)^[#*_ \t]*beslisnota\b|^[#*_ \t]*(?:\d\.\s+)?Geadviseerd besluit[*_\s]*$")),
    ("Brief", regex.compile(rf"{_BEGIN}BRIEF VAN\b")),
    ("Brief", regex.compile(r"(?i)geachte voorzitter|aan de voorzitter van de (?:tweede|eerste) kamer")),
    ("Brief", regex.compile(r"\b(?i:(?:informeer ik|bied ik|stuur ik|ontvangt) uw Kamer|informeer ik u)\b")),
    ("Brief", regex.compile(r"\b[Bb]ij deze brief\b|\b[Ii]n deze (?:\w*brief)\b|\b[Mm]et deze (?:\w*brief)\b")),
)
# The list of what a committee decided, which quotes the letters that it is about.
_DECISIONS = regex.compile(r"(?m)^[^\S\n]*(?P<title>(?:[Bb]esluitenlijst|BESLUITENLIJST)\s+van\s+(?:de|het|een)\s.*\S)")
_SIGNED = regex.compile(
    r"(?m)^[^\S\n]*(?:De|DE)\s(?:[Mm]inister|MINISTER|[Ss]taatssecretaris|STAATSSECRETARIS)\b[^.:;]{0,120}\n"
)
_LETTER = regex.compile(r"\buw Kamer\b|\b[Dd]eze brief\b")
_MOVED = regex.compile(
    rf"""
    {_BEGIN}
    (?P<title>
        (?: (?:NADER\s)? GEWIJZIGDE?\s )* (?: MOTIE | AMENDEMENT )
        \s VAN \s (?: DE\sLEDEN | HET\sLID ) \s [^\n]+ (?: \n (?=\p{{Lu}}{{2}}) [^\n]+ | \n\s*\n EN\s\p{{Lu}}[^\n]+ )?
    )
    """,
    regex.VERBOSE,
)
_SMALL = {
    "MOTIE": "motie", "AMENDEMENT": "amendement", "NADER": "nader", "GEWIJZIGDE": "gewijzigde",
    "GEWIJZIGD": "gewijzigd", "VAN": "van", "DE": "de", "DEN": "den", "DER": "der", "HET": "het",
    "LID": "lid", "LEDEN": "leden", "EN": "en",
    "C.S.": "c.s.", "TEN": "ten", "TER": "ter",
}  # fmt: skip
# A dossier as the head of a paper names it, above its title or in front of it.
_HEAD_DOSSIER = r"""
    ^[^\S\n]* (?P<dossier>\d\d\ ?\d{3}(?:-\d\d)?)
    (?: [ -] (?: \(?R\d{4}\)? | (?P<chapter>[IVX]{1,6}|[A-Z]) ) (?=\s) )?
    [^\S\n]* (?: \n | (?<=\s) (?=[\p{Lu}«‘“"]) )
"""
_OFFICIAL_HEAD = regex.compile(
    rf"""
    {_HEAD_DOSSIER}
    (?P<titles> \n* (?:(?!^\s*Nr\.).+\n+){{1,8}}? )                             # of more dossiers where there are
    \s* (?: [Nn]r\.\s* (?P<number>\d{{1,4}}|[A-Z]{{1,2}}) (?: [^\S\n]*(?:\n|$) | [^\S\n]+(?=\p{{Lu}}{{4}}) )
           | (?P<number>[A-Z]{{1,2}}) (?: [^\S\n]*\n\s*(?=\p{{Lu}}{{4}})         # Eerste Kamer: a letter
                                      | [^\S\n]+(?=(?:BRIEF|MOTIE|VERSLAG|MEMORIE|NADER|VOORLOPIG)\b) ) )
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_FURTHER_DOSSIER = regex.compile(_HEAD_DOSSIER, regex.VERBOSE | regex.MULTILINE)
_HEADED_NUMBER = regex.compile(
    r"""
    ^[^\S\n]* \d{5} (?:-\d\d)? (?: -(?:[IVX]{1,6}[A-E]?|[A-Z]) )? -(?:\d{1,4}|[A-Z]{1,2}) [^\S\n]*$
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_HEADING = regex.compile(
    rf"{_BEGIN}(?:NADER\s)?(?:GEWIJZIGDE?\s)*(?:MOTIE|AMENDEMENT|BRIEF|VERSLAG|LIJST|NOTA|MEMORIE|VOORSTEL)\b"
)
_IDENTIFIER = regex.compile(OWN_IDENTIFIER)
_VALUE = r"(?!\p{L})[*_ \t]*+:?[*_ \t]*+(?P<value>\S.*)?$"
_SUBJECT = regex.compile(rf"(?m)^[*_# \t]*(?:Betreft|BETREFT|Onderwerp){_VALUE}")
_REFERENCE = regex.compile(rf"(?m)^[*_# \t]*(?:Ons kenmerk|Kenmerk|Onze referentie){_VALUE}")
_DATE_LABEL = regex.compile(rf"(?m)^[*_# \t]*(?:Datum|DATUM){_VALUE}")
_LABEL = regex.compile(
    r"(?:Datum|Betreft|Onderwerp|(?:Ons |Uw |Onze )?(?:[Kk]enmerk|referentie)|Bijlagen?|Contactpersoon):?"
)
_NUMBERED = regex.compile(r"(?=.{4,40}$)[\p{Lu}\d ./-]*\d{3}[\w./-]*")  # "6048852", "IENW/BSK-2022/268034"
_PLACE_DATE = regex.compile(
    r"""
    ^[^\S\n]* (?: ['’]s-Gravenhage | Den\ Haag | Voorgesteld | Ontvangen | Vastgesteld
                  | Voorgesteld\ (?:tijdens|in)\ (?:het|de)\ [^\n\d]{3,60}\ van ) ,? \s+ (?:d\.d\.\s+)?
    (?P<value> \d.* | \p{Ll}+\s\d{4} ) $
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_RECEIVED = regex.compile(r"\((?:ontvangen|antwoord ontvangen)\s(?P<value>[^)]*)\)")
_ASKED = regex.compile(r"\(ingezonden\s(?P<value>[^)]*)\)")
_ASKED_NUMBER = regex.compile(r"(?m)^[^\S\n]*(?P<number>\d{4}Z\d{5})[^\S\n]*$")
_ANSWERED = regex.compile(r"\b[Aa]ntwoord\b|Aanhangsel|^\s*AH ")
_DATE_ONLY = regex.compile(r"(?m)^[^\S\n]*(?P<value>\d{1,2}\s\p{Ll}+\s\d{4})[^\S\n]*$")
# A date in a running line ("8 februari 2024 TK 40", "dinsdag 12 maart 2024"); in "over de wet van 3 mei 2020" it is
# that of another thing.
_RUNNING_DATE = regex.compile(
    rf"(?:^|[^\p{{Ll}}\s]\s+|\b\p{{Lu}}\p{{L}}*\s+)(?:\p{{Ll}}+dag\s)?(?P<value>{DAY}\s(?:19|20)\d\d)(?!\d)"
)
_NAMED_LETTER = regex.compile(r"\b[Dd]eze (?P<title>\p{Lu}\p{Ll}*brief(?:(?:\s\p{Ll}+)?\s\p{Lu}[\p{L}-]+)+)")
_NAMED_PAPER = regex.compile(r"(?mi)^[#*_ \t]*(?P<title>beslisnota\b.*(?:\n(?=\S).*)?)$")
_QUESTIONS = regex.compile(
    r"(?s)\b(?P<title>Vragen van (?:het lid|de leden) .{10,400}?)(?=\s*\((?:ingezonden|ontvangen))"
)
_VERGADERJAAR = regex.compile(r"Kamerstukken\s+II?\s*,?\s+((?:19|20)\d\d)\s?[/–-]")


def _plain(line: str) -> str:
    return " ".join(line.lstrip(_MARKUP + ">").rstrip(_MARKUP).replace("**", "").split())


def _values(text: str, at: int) -> Iterator[str]:
    """Yield the lines below a label that can be its value: labels and values can stand in columns of their own."""
    for line in map(_plain, text[at : at + 300].split("\n")):
        if line and not _LABEL.fullmatch(line) and not _day(line):
            yield line


def _reference(text: str) -> str | None:
    found = _REFERENCE.search(text)
    if found is None:
        return None
    value = _plain(found["value"] or "")
    return value or next((line for line in _values(text, found.end()) if _NUMBERED.fullmatch(line)), None)


def _day(words: str | None) -> PaperDate | None:
    """Return the first date with a year in some words."""
    for written in find_dates(" ".join((words or "").split())):
        iso = written.resolve(None)
        if iso:
            return PaperDate(date.fromisoformat((iso + "-01")[:10]), month_only=written.day is None)
    return None


def _printed_day(head: str) -> PaperDate | None:
    for pattern in (_PLACE_DATE, _RECEIVED, _ASKED):
        for found in pattern.finditer(head):  # "'s-Gravenhage 2021" in an imprint is no day
            if day := _day(found["value"]):
                return day
    # a label and its value can be columns apart: "Datum / Betreft / 22 december 2022 / …"
    label = _DATE_LABEL.search(head)
    if label and (day := _day(head[label.end("value") if not label["value"] else label.start("value") :][:120])):
        return day
    only = _DATE_ONLY.search(head)
    return _day(only["value"]) if only else None


def _running_day(lines: Iterable[str]) -> PaperDate | None:
    """Return the day that the running lines of a paper print, None where they print none or several."""
    found = {day for line in lines for one in _RUNNING_DATE.finditer(line) if (day := _day(one["value"]))}
    return found.pop() if len(found) == 1 else None


def _kind(text: str, head: str) -> str:
    for kind, pattern in _KINDS:
        if pattern.search(head):
            return kind
    if any(pattern.search(text) for kind, pattern in _KINDS if kind == "Brief"):
        return "Brief"
    # signed by a minister, and written to the chamber or calling itself a letter
    return "Brief" if _SIGNED.search(text) and _LETTER.search(text) else "Document"


def _small(words: str) -> str:
    """Write a heading in capitals as a title: "MOTIE VAN HET LID VAN DIJK" is "Motie van het lid van Dijk"."""
    kept = (word if word in IN_CAPITALS else _SMALL.get(word, word.title()) for word in words.split())
    title = " ".join(kept)
    return title[:1].upper() + title[1:]


def _title(kind: str, running: str, head: str) -> str | None:
    moved = _MOVED.search(head)
    if moved and kind in {"Motie", "Amendement"}:
        return _small(moved["title"])
    subject = _SUBJECT.search(head)
    if subject and subject["value"]:
        return _plain(subject["value"])
    if kind == "Kamervraag" and (found := _QUESTIONS.search(head)):
        return " ".join(found["title"].split())
    if subject and kind == "Brief":
        lines = (line for line in _values(head, subject.end()) if not _NUMBERED.fullmatch(line))
        if line := next(lines, None):
            return line
    if kind == "Document" and (found := _DECISIONS.search(head)):
        return _plain(found["title"])
    if kind == "Beslisnota" and (found := _NAMED_PAPER.search(head)):
        return _plain(found["title"].replace("\n", " "))
    if kind == "Brief" and (found := _NAMED_LETTER.search(running)):
        return found["title"]
    return None


def _headed_number(head: str) -> str | None:
    """Return the number that stands above the heading of a paper, as moties have it before they are printed."""
    heading = _HEADING.search(head)
    found = {one[0].strip() for one in _HEADED_NUMBER.finditer(head, 0, heading.start())} if heading else set()
    return f"kst-{found.pop()}" if len(found) == 1 else None


def _dossier(named: regex.Match[str]) -> str:
    """Return the number of a dossier with its chapter: "36 410 VI" is 36410-VI."""
    dossier = named["dossier"].replace(" ", "")
    return f"{dossier}-{named['chapter']}" if named["chapter"] else dossier


def _asked_number(head: str) -> str | None:
    """Return the number of a Kamervraag from the head of the paper that asks it; above an answer it is another's."""
    found = _ASKED_NUMBER.search(head)
    return f"kv-tk-{found['number']}" if found and not _ANSWERED.search(head) else None


def read_front(text: str, name: str = "", running_lines: Iterable[str] = ()) -> Front:
    r"""Return what a paper says about itself; `name` is its file name, which may be its official identifier.

    `running_lines` are the headers and footers of its pages, which print the date of some papers. A date that the
    paper does not print is inferred from its "jl." days, and says so.

    >>> read_front("Den Haag, 7 juli 2023\n\nGeachte voorzitter, lees deze Zomerbrief Texel.").title
    'Zomerbrief Texel'
    """
    text = plain(text).text
    for space in _SPACES:
        text = text.replace(space, " ")
    head = text[:_HEAD]
    kind = _kind(text, head)
    running = " ".join(text.split())
    title = _title(kind, running, head)
    number: str | None = None
    dossiers: tuple[str, ...] = ()
    dossier_title: str | None = None
    official = _OFFICIAL_HEAD.search(head)
    if official:
        further = list(_FURTHER_DOSSIER.finditer(official["titles"]))
        dossiers = tuple(dict.fromkeys(map(_dossier, (official, *further))))
        number = f"kst-{dossiers[0]}-{official['number']}"
        first = official["titles"][: further[0].start()] if further else official["titles"]
        dossier_title = " ".join(first.split()).rstrip(";") or None
        title = title or dossier_title
    else:
        number = (
            imprinted_identifier(text)
            or _headed_number(head)
            or (_asked_number(head) if kind == "Kamervraag" else None)
            or (name if _IDENTIFIER.fullmatch(name) else None)
        )
        own = dossier_of(number or "")
        dossiers = (own,) if own else ()
    printed = _printed_day(head) or _running_day(running_lines)
    if printed is None:
        years = [int(found[1]) for found in _VERGADERJAAR.finditer(running)]
        inferred = infer_day(running, [vergaderjaar_start(max(years))] if years else [])
        printed = inferred and PaperDate(inferred[0], f"het jongste ‘jl.’ in de tekst: {inferred[1]}")
    return Front(kind, title, printed, _reference(text), number, dossiers, dossier_title)
