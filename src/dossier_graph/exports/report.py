"""report.json: what was read, what was found, what stayed open. docs/report.md describes every field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from dossier_graph.model import Document, Linked, Mentions

__all__ = ["make_report"]


def make_report(
    papers: Sequence[tuple[Document, Mentions]], not_read: Sequence[tuple[str, str]], linked: Linked, version: str
) -> dict[str, Any]:
    """Return the report of a build as plain data; `not_read` are names of files, each with the reason."""
    kinds: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for _, mentions in papers:
        kinds.update(mention.kind for mention in mentions.citations)
        relations.update(duty.relation for duty in mentions.responsibilities)
    open_things = [thing for thing in linked.things.values() if thing.unresolved]
    return {
        "schema": 1,
        "version": version,
        "papers": [_paper(document, mentions, linked) for document, mentions in papers],
        "not_read": [{"name": name, "reason": reason} for name, reason in not_read],
        "mentions": dict(sorted(kinds.items())),
        "responsibilities": dict(sorted(relations.items())),
        "office_holders": sorted(linked.things[key].label_nl for key in linked.holders),
        "resolved": len(linked.things) - len(open_things),
        "unresolved": [
            {"id": thing.key, "label": thing.label_nl, "reason": thing.unresolved}
            for thing in sorted(open_things, key=lambda one: one.key)
        ],
        "open_mentions": [asdict(one) for one in linked.unresolved],
        "differences": [one for document, mentions in papers for one in _differences(document, mentions)],
    }


def _paper(document: Document, mentions: Mentions, linked: Linked) -> dict[str, Any]:
    return {
        "file": document.name,
        "id": linked.papers[document.name],
        "format": document.format,
        "kind": document.kind,
        "title": document.title,
        "date": document.date.iso if document.date else None,
        "date_inferred_from": document.date.inferred_from if document.date else None,
        "citations": len(mentions.citations),
        "responsibilities": len(mentions.responsibilities),
        "footnotes": len(document.footnotes),
        "remarks": list(document.remarks),
    }


def _differences(document: Document, mentions: Mentions) -> Iterator[dict[str, Any]]:
    for one in mentions.differences:
        yield {
            "document": document.name,
            "quote": one.quote,
            "official": one.official,
            "recognised": one.recognised,
        }
