"""What official XML states about its paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lxml import etree

from dossier_graph.dates import find_dates
from dossier_graph.model import PaperDate
from dossier_graph.reading.markup.metadata import dossier_number, state, unprinted
from dossier_graph.reading.markup.parsing import local_name, words_of
from dossier_graph.reading.outline import Stated

__all__ = ["stated_in"]


def stated_in(root: etree._Element) -> Stated:
    """Return what the XML of a paper states about it: its record, and the elements that mark a title or a day.

    >>> from dossier_graph.reading.markup.parsing import parse_xml
    >>> stated_in(parse_xml(b"<stuk><datumtekst><datum isodatum='2023-10-03'/></datumtekst></stuk>")).date.iso
    '2023-10-03'
    """
    record = unprinted(state((one.get("name", ""), one.get("content", "")) for one in root.iterfind("metadata/meta")))
    kind, title = record.kind, record.title
    names = {local_name(one) for one in (root, *root)}
    if "kamervragen" in names:
        kind = "Kamervraag"
    elif "handelingen" in names:
        kind, title = "Handeling", _first(root, "item-titel") or title
    named = [words_of(one) for one in root.iterfind(".//dossier/dossiernummer")]
    return replace(
        record,
        kind=kind,
        title=title,
        date=_marked_day(root) or record.date,
        dossiers=tuple(dict.fromkeys([*record.dossiers, *filter(None, map(dossier_number, named))])),
        dossier_title=_first(root, "dossier/titel") or record.dossier_title,
    )


def _first(root: etree._Element, path: str) -> str:
    """Return the words of the first element at a path anywhere below another, no words where there is none."""
    found = root.find(f".//{path}")
    return words_of(found) if found is not None else ""


def _marked_day(root: etree._Element) -> PaperDate | None:
    """Return the day that the XML marks as that of the proposal, the answer, else the question, or the debate."""
    asked = {one.get("type"): one for one in root.iter("kamervraagomschrijving")}
    for element in (asked.get("antwoord"), asked.get("vraag"), *root.iter("datumtekst")):
        marked = element.find("datum") if element is not None else None
        if marked is not None and (day := _day(marked.get("isodatum") or words_of(marked))):
            return day
    return _day(_first(root, "vergaderdatum"))


def _day(words: str) -> PaperDate | None:
    """Return the day that words name, in ISO 8601 or in Dutch."""
    try:
        return PaperDate(date.fromisoformat(words))
    except ValueError:
        written = next(iter(find_dates(words)), None)
        iso = written.resolve(None) if written and written.day else None
        return PaperDate(date.fromisoformat(iso)) if iso else None
