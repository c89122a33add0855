"""What the publisher of a paper linked, beside what was recognised in its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier_graph.model import Difference, Document, Mention
from dossier_graph.recognition.note_places import NotePlaces

__all__ = ["with_official_links"]

# The kind of a citation by the beginning of an official identifier.
_KIND_BY_PREFIX = (
    ("kst-", "kamerstuk"),
    ("dossier-", "dossier"),
    ("h-", "handelingen"),
    ("ah-", "aanhangsel"),
    ("kv-", "kamervraag"),
    ("blg-", "bijlage"),
    ("stb-", "staatsblad"),
    ("stcrt-", "staatscourant"),
    ("trb-", "tractatenblad"),
    ("BWB", "wet"),
    ("CELEX ", "eu"),
    ("ECLI:", "ecli"),
)
_LINKED = "extref"  # the rule of a citation that rests on the publisher's link alone


def _kind(identifier: str) -> str | None:
    return next((kind for prefix, kind in _KIND_BY_PREFIX if identifier.startswith(prefix)), None)


def with_official_links(
    document: Document, citations: Sequence[Mention]
) -> tuple[list[Mention], tuple[Difference, ...]]:
    """Return the citations with what only the publisher's links tell, and where the two differ.

    Both are in the order of the text. A link where nothing was recognised becomes a citation of its own; a citation
    that leaves open which paper is meant, or which article of a law, takes the identifier of its link. Where the words
    say another paper than the link, they stay as they were read, and the difference is returned.

    >>> from dossier_graph.model import OfficialLink
    >>> paper = Document("a.xml", "Zie het stuk.", "", links=(OfficialLink(8, 12, "kst-28844-266"),))
    >>> [mention.id for mention in with_official_links(paper, [])[0]]
    ['kst-28844-266']
    """
    notes = NotePlaces(document)
    kept = list(citations)
    added: list[Mention] = []
    differences: list[Difference] = []
    first = 0
    for link in sorted(document.links, key=lambda one: (one.start, one.end)):
        kind = _kind(link.id)
        if kind is None or link.id == document.number:
            continue
        while first < len(kept) and kept[first].end <= link.start:
            first += 1
        beneath = [place for place in _until(kept, first, link.end) if _may_be(kept[place])]
        named = [place for place in beneath if _names(kept[place], link.id)]
        if named:
            if not any(_names_part(kept[place], link.id) for place in named):
                kept[named[0]] = kept[named[0]]._replace(id=link.id)
            continue
        unnamed = next((place for place in beneath if kept[place].id is None), None)
        if unnamed is not None:
            kept[unnamed] = kept[unnamed]._replace(id=link.id)
        elif beneath:
            quote = document.text[link.start : link.end]
            differences.append(Difference(link.start, link.end, quote, link.id, kept[beneath[0]].id or ""))
        else:
            added.append(Mention(kind, link.id, link.start, link.end, _LINKED, footnote=notes.marker_at(link.start)))
    return sorted([*kept, *added], key=lambda one: (one.start, one.end)), tuple(differences)


def _until(citations: Sequence[Mention], first: int, end: int) -> Iterator[int]:
    """Yield the places of the citations, from the first, that begin before an offset."""
    while first < len(citations) and citations[first].start < end:
        yield first
        first += 1


def _may_be(mention: Mention) -> bool:
    """Tell whether a citation can be what a link leads to: one with an official identifier, or one that needs it."""
    return not mention.anaphor and (mention.id is None or _kind(mention.id) is not None)


def _names(mention: Mention, identifier: str) -> bool:
    """Tell whether a citation names what a link leads to, or a part of it."""
    dossiers = [f"dossier-{number}" for number in mention.dossiers]
    named = [(name or "").partition("#")[0] for name in (mention.id, *mention.also, *dossiers)]
    return identifier.partition("#")[0] in named


def _names_part(mention: Mention, identifier: str) -> bool:
    """Tell whether a citation names a part of what it cites, or the link leads to no part of that."""
    return "#" not in identifier or mention.id != identifier.partition("#")[0] or mention.pinpoint is not None
