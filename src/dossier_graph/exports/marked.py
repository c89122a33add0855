"""Papers as HTML with their mentions marked: coloured by kind, explained when the pointer rests on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise
from typing import Any

from jinja2 import Environment

from dossier_graph.catalogue import read_catalogue
from dossier_graph.model import CLASS_OF_KIND

__all__ = ["marked_page"]

# The class whose colour and name a kind of citation has; what is a Document and no more is grey, as other records are.
_CLASSES = {**CLASS_OF_KIND, "dossier": "Dossier", "eu": "EURichtlijn"}
_OTHERS = {
    "aanhangsel": ("antwoord op Kamervragen", "answer to parliamentary questions"),
    "staatsblad": ("Staatsblad", "Bulletin of Acts and Decrees"),
    "staatscourant": ("Staatscourant", "Government Gazette"),
    "tractatenblad": ("Tractatenblad", "Treaty Series"),
    "url": ("webadres", "web address"),
    "eu": ("EU-handeling", "EU act"),
    "responsibility": ("verantwoordelijke", "who is responsible"),
    "date": ("datum", "date"),
    "footnote": ("voetnoot", "footnote"),
}
_GREY = "#9a9a9a"


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text up to where another mention begins or ends: what marks it, what its mentions say, whether it stays open."""

    text: str
    kind: str = ""
    said: str = ""
    open: bool = False


def marked_page(papers: Iterable[tuple[str, str, Sequence[Mapping[str, Any]]]]) -> str:
    """Return papers as one HTML page; each is its name, its text and its records as `extract` prints them.

    Text from papers is only ever text: the page runs no script and asks nothing of a network.

    >>> page = marked_page([("a.txt", "Zie 1 < 2.", [])])
    >>> "Zie 1 &lt; 2." in page, "<script" in page
    (True, False)
    """
    counts: Counter[str] = Counter()
    sections: list[tuple[str, list[_Piece]]] = []
    for name, text, records in papers:
        counts.update(map(_kind, records))
        sections.append((name, list(_pieces(text, records))))
    legend = [(kind, *_label(kind), _colour(kind), count) for kind, count in counts.most_common()]
    template = resources.files("dossier_graph.exports") / "assets" / "marked.html"
    page = Environment(autoescape=True, trim_blocks=True).from_string(template.read_text(encoding="utf-8"))
    return page.render(papers=sections, legend=legend)


def _kind(record: Mapping[str, Any]) -> str:
    return str(record["kind"] if record["type"] == "citation" else record["type"])


def _colour(kind: str) -> str:
    name = _CLASSES.get(kind, "Document")
    return _GREY if name == "Document" else read_catalogue().classes[name].colour


def _label(kind: str) -> tuple[str, str]:
    if kind in _OTHERS:
        return _OTHERS[kind]
    term = read_catalogue().classes[_CLASSES[kind]]
    return term.label_nl, term.label_en


def _pieces(text: str, records: Sequence[Mapping[str, Any]]) -> Iterator[_Piece]:
    """Yield the text in pieces, each marked with the shortest mention that covers it and explained by all that do."""
    edges = sorted({0, len(text), *(record[side] for record in records for side in ("start", "end"))})
    starting = sorted(records, key=lambda record: record["start"])
    covering: list[Mapping[str, Any]] = []
    place = 0
    for low, high in pairwise(edges):
        covering = [record for record in covering if record["end"] > low]
        while place < len(starting) and starting[place]["start"] <= low:
            covering.append(starting[place])
            place += 1
        if not covering:
            yield _Piece(text[low:high])
            continue
        inner = min(covering, key=lambda record: (record["end"] - record["start"], record["type"] != "citation"))
        unknown = inner["type"] == "citation" and inner["id"] is None
        yield _Piece(text[low:high], _kind(inner), " · ".join(map(_said, covering)), unknown)


def _said(record: Mapping[str, Any]) -> str:
    """Return what a record says, in a few words."""
    match record["type"]:
        case "citation":
            return f"{_label(record['kind'])[0]}: {record['id'] or 'niet herleid'} ({record['rule']})"
        case "responsibility":
            return f"{record['relation']}: {record['agent']}"
        case "date":
            return str(record["iso"])
        case _:
            return f"voetnoot {record['marker']}"
