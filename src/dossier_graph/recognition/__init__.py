"""Documents to Mentions: what the text says, and where. Pure functions; nothing is looked up but names."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

import regex
from ahocorasick_rs import AhoCorasick

from dossier_graph.dates import DATE_WORDS, find_dates
from dossier_graph.model import DateMention, Document, Mention, Mentions, Responsibility, Role
from dossier_graph.periods import PERIOD_WORDS, find_periods
from dossier_graph.recognition import (
    agreements,
    case_law,
    debates,
    enclosures,
    european,
    handelingen,
    kamerstukken,
    letters,
    moties,
    noted,
    publications,
    reports,
    studies,
)
from dossier_graph.recognition.addresses import find_addresses
from dossier_graph.recognition.anchors import Scanner
from dossier_graph.recognition.articles import ARTICLE_WORDS
from dossier_graph.recognition.duties import DUTY_WORDS, find_duties
from dossier_graph.recognition.flow import Flow, read_flow
from dossier_graph.recognition.lexicon import Lexicon
from dossier_graph.recognition.literature import find_literature, whole_reference
from dossier_graph.recognition.named_acts import find_named_acts
from dossier_graph.recognition.names import THAT_WORDS, find_names, find_said_again
from dossier_graph.recognition.note_places import NotePlaces
from dossier_graph.recognition.official_links import with_official_links
from dossier_graph.recognition.repeats import find_repeats
from dossier_graph.recognition.roles import CUES, Roles
from dossier_graph.recognition.short_numbers import SHORT_WORDS, find_short_numbers
from dossier_graph.recognition.signatures import SIGNATORY_WORDS, find_signatories
from dossier_graph.recognition.ties import tie_to_numbers
from dossier_graph.slugs import slug

__all__ = ["Recognition"]

_RECOGNISERS = (
    *kamerstukken.HEADED,
    *kamerstukken.BARE,
    *handelingen.RECOGNISERS,
    *publications.RECOGNISERS,
    *european.RECOGNISERS,
    *moties.RECOGNISERS,
    *letters.RECOGNISERS,
    *reports.RECOGNISERS,
    *studies.RECOGNISERS,
    *agreements.RECOGNISERS,
    *debates.RECOGNISERS,
    *case_law.RECOGNISERS,
    *noted.RECOGNISERS,
    *enclosures.RECOGNISERS,
)
# What others look for in the same pass, by subject.
_SUBJECTS = {
    "date": DATE_WORDS,
    "period": PERIOD_WORDS,
    "cue": CUES,
    "duty": DUTY_WORDS,
    "again": THAT_WORDS,
    "article": ARTICLE_WORDS,
    "short number": SHORT_WORDS,
    "signatory": SIGNATORY_WORDS,
}
_Said = TypeVar("_Said", Mention, Responsibility)
_HEAD = 100  # characters of an answer in which the number of the question stands
_QUOTED = regex.compile(r"[«‘“]([^«»‘’“”]{6,200})[»’”]")
# Of two mentions one inside the other only the outer stays, unless the inner is another thing inside a name.
_MAY_STAND_INSIDE = {
    "bijlage": {"wet", "regeling", "eu", "kamerstuk"},
    "rapport": {"wet", "regeling"},
    "brief": {"wet", "regeling"},
}


class Recognition:
    """All recognisers, made ready once for many documents.

    >>> from dossier_graph.reading import read_document
    >>> paper = read_document("brief.txt", b"Zie Kamerstuk 19 637, nr. 3171.")
    >>> [mention.id for mention in Recognition(Lexicon([])).recognise(paper).citations]
    ['kst-19637-3171']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._scanner = Scanner(_RECOGNISERS, _SUBJECTS)

    def recognise(self, document: Document) -> Mentions:
        """Return what the text of a document says: citations, responsibilities and dates, each in reading order."""
        return self.recognise_in(read_flow(document), document)

    def recognise_in(self, flow: Flow, document: Document) -> Mentions:
        """Return the same from the running text of the document."""
        mentions, places = self._scanner.scan(flow.text)
        found = [*mentions, *find_names(flow.text, self._lexicon)]
        found = moties.movers_apart(flow.text, found)
        found.extend(find_repeats(flow.text, found))
        found.extend(find_short_numbers(flow.text, places["short number"], found, document.dossiers))
        found.extend(find_named_acts(flow, found))
        found.extend(find_said_again(flow.text, found, places["again"], places["article"]))
        found = [whole_reference(flow, mention) for mention in found]
        found.extend(find_literature(flow, found))
        found = [mention for mention in _outermost(found) if not _is_own(document, mention)]
        tied = [_identified(mention, document, flow) for mention in tie_to_numbers(flow, found)]
        tied = [mention for mention in tied if mention.id or mention.rule != noted.NOTED]
        roles = Roles(flow.text, places["cue"])
        tied = _same_in_brackets(flow.text, [_related(document, flow, roles, mention) for mention in tied])
        tied = _with_report_ids(tied)
        citations = [*(_placed(flow, mention) for mention in tied), *_addresses(document, flow)]
        if not all(one.end <= other.start for one, other in pairwise(citations)):  # as in papers without notes
            citations = sorted(_outermost(citations), key=lambda mention: (mention.start, mention.end))
        citations, differences = with_official_links(document, citations) if document.links else (citations, ())
        return Mentions(
            tuple(citations),
            tuple(_responsibilities(document, flow, tied, places)),
            tuple(sorted(_dates(flow, document, places), key=lambda written: written.start)),
            differences,
        )


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions in reading order, without those inside another or said twice."""
    kept: list[Mention] = []
    end = 0
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end, one.id is None)):
        if mention.start >= end:
            kept.append(mention)
            end = mention.end
            continue
        around = next((other for other in reversed(kept[-6:]) if other.end > mention.start), None)
        if around is None or mention.kind in _MAY_STAND_INSIDE.get(around.kind, ()):
            kept.append(mention)
            end = max(end, mention.end)
    return kept


def _related(document: Document, flow: Flow, roles: Roles, mention: Mention) -> Mention:
    """Return the mention with what the paper does with the thing; only what it says for itself announces a change.

    Questions ask about the plans of others, and in a note "Wijziging van de …" is the title of a bill.
    """
    relation = roles.of(mention)
    if document.kind == "Kamervraag" and mention.kind == "kamervraag" and mention.start < _HEAD:
        asks = (document.number or "").startswith("kv-")
        relation = relation if asks else "reactieOp"  # the number above an answer is that of the question
    if relation == "kondigtWijzigingAan":
        others = document.kind == "Kamervraag" or mention.start >= flow.body_end
        # above a motie, an amendement or a letter stands the title of its bill, which announces the change
        titled = document.kind in {"Motie", "Amendement", "Brief", "Verslag"} and _in_title(document, flow, mention)
        relation = "verwijstNaar" if others or titled else relation
    return mention if relation == mention.relation else mention._replace(relation=relation)


def _in_title(document: Document, flow: Flow, mention: Mention) -> bool:
    """Tell whether a mention stands in the title of the dossier at the head of the paper."""
    title = document.dossier_title or ""
    return mention.start <= len(title) + _HEAD and flow.text[mention.start : mention.end] in title


def _same_in_brackets(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, an abbreviation in brackets with the relation of the name that it stands behind."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if (
            last
            and last.id == mention.id
            and text[last.end : mention.start] == " ("
            and last.relation != mention.relation
        ):
            mention = mention._replace(relation=last.relation)
        kept.append(mention)
    return kept


def _is_own(document: Document, mention: Mention) -> bool:
    """Tell whether a mention is the paper's own number, or the bare number of its own dossier."""
    if mention.rule == "begroting":
        return mention.dossiers[0] in document.dossiers
    return document.number is not None and mention.id == document.number


def _identified(mention: Mention, document: Document, flow: Flow) -> Mention:
    """Return the mention with a slug for an id where words are all there is."""
    if mention.id is not None or mention.anaphor:
        return mention
    if mention.kind == "rapport" and mention.title:
        return mention._replace(id=f"rapport:{slug(mention.title)}")
    if mention.kind == "brief" and mention.title:
        return _dated_letter(mention, document, flow)
    if mention.kind == "handelingen" and mention.title:
        dated = _date_in(mention, document, flow)
        return mention._replace(title=f"{mention.title} ({dated})") if dated else mention
    if mention.kind in {"motie", "amendement"} and mention.movers:
        return mention._replace(title=f"{mention.kind} {' en '.join(mention.movers)}")
    return mention


def _date_in(mention: Mention, document: Document, flow: Flow) -> str | None:
    """Return the date that stands in a mention, as ISO 8601."""
    day = document.date.day if document.date else None
    inside = [written.resolve(day) for written in find_dates(flow.text[mention.start : mention.end])]
    return next((iso for iso in reversed(inside) if iso), None)


def _dated_letter(mention: Mention, document: Document, flow: Flow) -> Mention:
    dated = _date_in(mention, document, flow)
    title = mention.title or "brief"
    if dated is None or (len(title.split()) < 2 and len(dated) < 10):
        return mention
    return mention._replace(id=f"brief:{slug(title)}-{dated}", title=f"{title} ({dated})")


def _with_report_ids(mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, enclosures that are reports named in the paper as those reports."""
    if not any(mention.kind == "bijlage" and mention.id is None and mention.title for mention in mentions):
        return mentions
    reports = {slug(mention.title): mention for mention in mentions if mention.kind == "rapport" and mention.title}
    reports.pop("", None)
    titles = list(reports)
    automaton = AhoCorasick(titles) if titles else None
    named: list[Mention] = []
    for mention in mentions:
        if mention.kind == "bijlage" and mention.id is None and mention.title:
            inside = automaton.find_matches_as_indexes(slug(mention.title), overlapping=True) if automaton else []
            same = reports[titles[min(index for index, _, _ in inside)]] if inside else None
            quoted = _QUOTED.search(mention.title)
            if same:
                mention = mention._replace(id=same.id, title=same.title)
            elif quoted:
                mention = mention._replace(id=f"rapport:{slug(quoted[1])}", title=quoted[1])
        named.append(mention)
    return named


def _placed(flow: Flow, said: _Said) -> _Said:
    """Return what was found in the running text with the offsets of the file."""
    start, end = flow.span(said.start, said.end)
    note = flow.note_at(said.start)
    return said.placed(start, end, note.marker if note else None)


def _addresses(document: Document, flow: Flow) -> Iterator[Mention]:
    """Yield the addresses that are written in the paper, not printed on its pages, each with the note it stands in."""
    found = list(find_addresses(flow.source.text))
    if not found:
        return
    notes = NotePlaces(document)
    margins = ((part.start, part.end) for part in document.paragraphs if part.role is Role.MARGIN)
    printed = sorted((*document.apart, *margins))
    for mention in found:
        start, end = flow.source.span(mention.start, mention.end)
        place = bisect_right(printed, start, key=itemgetter(0)) - 1
        if place < 0 or start >= printed[place][1]:
            yield mention.placed(start, end, notes.marker_at(start))


def _responsibilities(
    document: Document, flow: Flow, citations: list[Mention], places: Mapping[str, Sequence[tuple[int, int]]]
) -> list[Responsibility]:
    found = list(find_signatories(flow.source.text, flow.text, document.kind, places["signatory"]))
    found.extend((duty, True) for duty in find_duties(flow.text, citations, places["duty"]))
    placed = [
        _placed(flow, duty) if in_flow else duty.placed(*flow.source.span(duty.start, duty.end), duty.footnote)
        for duty, in_flow in found
    ]
    return sorted(placed, key=lambda duty: (duty.start, duty.end))


def _dates(flow: Flow, document: Document, places: Mapping[str, Iterable[tuple[int, int]]]) -> Iterator[DateMention]:
    day: date | None = document.date.day if document.date else None
    said = [(one.start, one.end, one.resolve(day)) for one in find_dates(flow.text, places["date"])]
    said += [(one.start, one.end, one.resolve(day)) for one in find_periods(flow.text, places["period"])]
    for start, end, iso in said:
        if iso:
            yield DateMention(iso, *flow.span(start, end))
