"""The records that `dossier-graph extract` prints: one plain mapping per mention, as the contract fixes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from dossier_graph.model import Document, Mentions

__all__ = ["context_of", "page_of", "records"]

# "nr. 3" and "p. 4" end no sentence: what follows an end begins with no small letter or digit. A note's number may
# be glued to it.
_SENTENCE_END = regex.compile(r"[.?!][»”’)]?\d{0,3}(?=\s+[^\s\p{Ll}\d])|(?=\r?\n[^\S\n]*\n)|(?=\f)")
_CONTEXT = 300  # code points on either side, when no sentence ends sooner


def page_of(document: Document, offset: int) -> int | None:
    """Return the page, from 1, that an offset is on; a text file is one page where it shows none.

    None for a format that leaves its pages to whoever prints it.
    """
    return document.page_of(offset) or (1 if document.format == "text" else None)


def context_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the sentence around text[start:end], at most 300 code points more on either side."""
    low = max(0, start - _CONTEXT)
    high = min(len(text), end + _CONTEXT)
    begin = max((found.end() for found in _SENTENCE_END.finditer(text, low, start)), default=low)
    begin += len(text[begin:start]) - len(text[begin:start].lstrip())
    stop = _SENTENCE_END.search(text, end, high)
    return begin, stop.end() if stop else high


def records(document: Document, mentions: Mentions) -> Iterator[dict[str, Any]]:
    """Yield the records of a document in reading order; text[start:end] is always the quote.

    >>> from dossier_graph.reading import read_document
    >>> list(records(read_document("leeg.txt", b"Niets."), Mentions()))
    []
    """
    text = document.text
    found: list[dict[str, Any]] = []
    for mention in mentions.citations:
        found.append(
            {
                "document": document.name,
                "type": "citation",
                "kind": mention.kind,
                "id": mention.id,
                "start": mention.start,
                "end": mention.end,
                "quote": text[mention.start : mention.end],
                "relation": mention.relation,
                "rule": mention.rule,
                "confidence": mention.confidence,
                "page": page_of(document, mention.start),
                "footnote": mention.footnote,
                "context": list(context_of(text, mention.start, mention.end)),
                "pinpoint": mention.pinpoint,
                "also": list(mention.also),
                "dossiers": list(mention.dossiers),
                "anaphor": mention.anaphor,
            }
        )
    for duty in mentions.responsibilities:
        found.append(
            {
                "document": document.name,
                "type": "responsibility",
                "relation": duty.relation,
                "agent": duty.agent,
                "office": duty.office,
                "party": duty.party,
                "target": duty.target,
                "start": duty.start,
                "end": duty.end,
                "quote": text[duty.start : duty.end],
                "rule": duty.rule,
                "confidence": duty.confidence,
                "page": page_of(document, duty.start),
                "footnote": duty.footnote,
            }
        )
    for written in mentions.dates:
        found.append(
            {
                "document": document.name,
                "type": "date",
                "iso": written.iso,
                "start": written.start,
                "end": written.end,
                "quote": text[written.start : written.end],
            }
        )
    for note in document.footnotes:
        found.append(
            {
                "document": document.name,
                "type": "footnote",
                "marker": note.marker,
                "start": note.start,
                "end": note.end,
                "quote": text[note.start : note.end],
                "note_start": note.note_start,
                "note_end": note.note_end,
            }
        )
    yield from sorted(found, key=lambda record: (record["start"], record["end"], record["type"]))
