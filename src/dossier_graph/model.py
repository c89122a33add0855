"""What passes between the rooms: the paper as read, what its text says, and what that is taken to mean."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "CLASS_OF_KIND",
    "DateMention",
    "Difference",
    "Document",
    "Evidence",
    "Footnote",
    "Linked",
    "Mention",
    "Mentions",
    "OfficialLink",
    "PaperDate",
    "Paragraph",
    "Responsibility",
    "Role",
    "Statement",
    "Thing",
    "Unresolved",
]

# All offsets are Unicode code points in Document.text, half-open: text[start:end].
# What a paper has many of is a NamedTuple: it is made, and changed in one field, in a quarter of the time.


# The class of the ontology that the kind of a citation has; of a regeling or an act of the EU its number tells more.
CLASS_OF_KIND: Mapping[str, str] = {
    "kamerstuk": "Kamerstuk", "motie": "Motie", "amendement": "Amendement", "brief": "Brief",
    "beslisnota": "Beslisnota", "bijlage": "Bijlage", "rapport": "Rapport", "handelingen": "Handeling",
    "aanhangsel": "Kamervraag", "kamervraag": "Kamervraag", "wet": "Wet", "regeling": "Regeling", "ecli": "Uitspraak",
    "staatsblad": "Document", "staatscourant": "Document", "tractatenblad": "Document", "url": "Document",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: the place of its marker in the body, the place of its text."""

    marker: str
    start: int
    end: int
    note_start: int
    note_end: int


@dataclass(frozen=True, slots=True)
class PaperDate:
    """When a paper was signed or sent.

    A paper that prints a month alone has the first day of it as `day` and `month_only`; for one that prints nothing
    `inferred_from` says (in Dutch) what the day follows from.
    """

    day: date
    inferred_from: str | None = None
    month_only: bool = False

    @property
    def iso(self) -> str:
        """The date as ISO 8601: YYYY-MM-DD, or YYYY-MM."""
        return self.day.isoformat()[:7] if self.month_only else self.day.isoformat()


class Role(StrEnum):
    """What a block of text is in its paper.

    A LINE is one of a group that is set line by line: the names under a motie, an address. RUNNING is what is printed
    on pages and belongs to none of the sentences on them: headers, footers, page numbers, imprints. MARGIN is a
    letterhead or what stands beside the text: sender, reference, date.
    """

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    LINE = "line"
    MARGIN = "margin"
    RUNNING = "running"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text, as the format of the file gives it; `level` is that of a heading, from 1."""

    role: Role
    start: int
    end: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class OfficialLink:
    """Words that the publisher of a paper tied to an official identifier ("kst-28844-266")."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as read: its text with what its format and its layout say about it.

    `text` is that of a text file, unchanged, and for other formats the blocks of the paper in reading order with the
    notes behind them. `format` is "text", "PDF", "DOCX", "ODT", "HTML" or "XML". `kind` is the local name of a class
    of the ontology ("Brief", "Beslisnota", … "Document" when it does not show). `number` is the official identifier
    by which the paper names itself ("kst-28844-269"). `apart` are the ranges that belong to no sentence: page headers
    and footers, imprints. `pages` are the offsets where pages begin, and `page_numbers` which pages these are, when
    they do not simply count up from 1 (the notes of all pages stand behind the text).

    `paragraphs` are the blocks of the text, none for a text file, whose layout is read from its lines. `places` lead
    back into the file, as (offset, fragment): "line=12", "paragraph=4", "page=3&viewrect=72,120,451,14". `links` are
    the publisher's own, and `remarks` what the report says of the file ("2 of 9 pages have no text").
    """

    name: str
    text: str
    digest: str
    kind: str = "Document"
    title: str | None = None
    date: PaperDate | None = None
    reference: str | None = None
    number: str | None = None
    dossiers: tuple[str, ...] = ()
    dossier_title: str | None = None
    pages: tuple[int, ...] = (0,)
    footnotes: tuple[Footnote, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    format: str = "text"
    paragraphs: tuple[Paragraph, ...] = ()
    page_numbers: tuple[int, ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    links: tuple[OfficialLink, ...] = ()
    remarks: tuple[str, ...] = ()

    def page_of(self, offset: int) -> int | None:
        """Return the page, from 1, that an offset is on; None where the text shows no pages."""
        place = bisect_right(self.pages, offset)
        if self.page_numbers:
            return self.page_numbers[place - 1] if place else None
        return place if len(self.pages) > 1 else None

    def place_of(self, offset: int) -> str | None:
        """Return where in the file an offset stands, as a fragment; None for a text file, whose offsets are its own."""
        place = bisect_right(self.places, offset, key=lambda one: one[0])
        return (self.places[place - 1][1] or None) if place else None


class Mention(NamedTuple):
    """A place where a paper points at another document or at a law.

    `kind` and `id` are those of the contract ("kamerstuk", "kst-19637-3171"); `id` is None when the text leaves open
    which thing is meant. `title` is the name the text gives to the thing, `movers` the names it gives for a motie or
    an amendement, `agents` who made (uitgevoerdDoor) or ordered (inOpdrachtVan) a report.
    """

    kind: str
    id: str | None
    start: int
    end: int
    rule: str
    relation: str = "verwijstNaar"
    confidence: float = 1.0
    footnote: str | None = None
    pinpoint: str | None = None
    also: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    anaphor: bool = False
    title: str | None = None
    movers: tuple[str, ...] = ()
    number: int | None = None

    def placed(self, start: int, end: int, footnote: str | None) -> Mention:
        """Return the mention at other offsets, in half the time of _replace: every mention is placed in its file."""
        return Mention._make((*self[:2], start, end, *self[4:7], footnote, *self[8:]))


class Responsibility(NamedTuple):
    """Who signs, on whose behalf, who moved, asked, was promised, ordered or carried out, as the paper names them.

    `agent` is the name, or the office where no name stands; `office` the office that goes with a name. `target` is the
    id of the thing it is about, or a short phrase; None means the paper itself.
    """

    relation: str
    agent: str
    start: int
    end: int
    rule: str
    office: str | None = None
    party: str | None = None
    target: str | None = None
    confidence: float = 1.0
    footnote: str | None = None

    def placed(self, start: int, end: int, footnote: str | None) -> Responsibility:
        """Return the same at other offsets, as Mention.placed does."""
        return Responsibility._make((*self[:2], start, end, *self[4:-1], footnote))


class DateMention(NamedTuple):
    """A date in the text, resolved to ISO 8601: a day (2023-11-19), a month (2024-06) or a period (2025-01/2025-03)."""

    iso: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the publisher's link leads to another paper (`official`) than the words say (`recognised`)."""

    start: int
    end: int
    quote: str
    official: str
    recognised: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that recognition found in one paper, each list in reading order."""

    citations: tuple[Mention, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    dates: tuple[DateMention, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words an edge rests on: one place in one paper, with the rule that read it.

    `copy` tells one file of a numbered paper from another: the beginning of the hash of its bytes. `prefix` and
    `suffix` are the words around the quote; `page` counts from 1 and is None when the paper shows no
    pages. `place` is where the block with the quote stands in the file, as in Document.places.
    """

    paper: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    rule: str
    confidence: float
    page: int | None = None
    footnote: str | None = None
    copy: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge of the graph between two things, named by key.

    `relation` is the local name of a relation of the ontology. Without evidence the edge rests on a register or on an
    identifier.
    """

    subject: str
    relation: str
    object: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph: its key, its classes (local names) and what is known of it.

    The key is the local name of its IRI, or a whole IRI. `attributes` maps a property (prefix:name) to its values,
    `part_of` names the regeling of an article, `page` is the official page that opens; `unresolved` says in Dutch why
    the thing could not be traced; `same_as` is another IRI of the same thing.
    """

    key: str
    classes: tuple[str, ...]
    label_nl: str
    label_en: str | None = None
    page: str | None = None
    unresolved: str | None = None
    part_of: str | None = None
    attributes: Mapping[str, tuple[str | date, ...]] = field(default_factory=dict)
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A mention that could not be traced, and why (in Dutch)."""

    document: str
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What the papers of a build are taken to mean.

    `things` are by key. `papers` maps the name of every file to the key of its paper; `holders` are the keys of the
    people found in an office; `unresolved` is what stayed open. `failed` are the names of files that a mistake of
    linking left out, each with the words of the mistake.
    """

    things: Mapping[str, Thing]
    statements: frozenset[Statement]
    papers: Mapping[str, str]
    unresolved: tuple[Unresolved, ...]
    holders: frozenset[str]
    failed: Mapping[str, str] = field(default_factory=dict)
