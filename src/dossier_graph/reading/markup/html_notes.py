"""The notes of an HTML page: what marks them, where they stand, which links lead back from them.

Word processors, converters and publishers each write notes in their own way, and all of them as a short marker with a
link to a place further down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

import regex
from lxml import etree

from dossier_graph.reading.markup.parsing import words_of

__all__ = ["BLOCKS", "Notes", "find_notes"]

# Elements that begin on a line of their own.
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
     "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_EPUB = ("epub:type", "{http://www.idpf.org/2007/ops}type")
_NOTE = regex.compile(r"(?i)(?:foot|end)?note|noot|ftn|edn|(?:^|[\W_])fn")  # in a class, an id or an address
_LABEL = regex.compile(r"[\[(]?\s*(\d{1,3}|[A-Za-z]|[ivx]{1,5}|[*†‡]{1,4})\s*[\])]?\.?")


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page.

    `markers` leads from what marks a note to its label and key, `places` from the element that holds a note to its key
    and label; `ways_back` are the links in notes that lead back to their markers.
    """

    markers: Mapping[etree._Element, tuple[str, str]]
    places: Mapping[etree._Element, tuple[str, str]]
    ways_back: frozenset[etree._Element]


def find_notes(root: etree._Element) -> Notes:
    """Return the notes of a page."""
    order: dict[etree._Element, int] = {}
    named: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    for index, element in enumerate(root.iter(etree.Element)):
        names = (element.get("id"), element.get("name") if element.tag == "a" else None)
        is_link = element.tag == "a" and element.get("href", "").startswith("#")
        for name in filter(None, names):
            named.setdefault(name, element)
        if is_link:
            links.append(element)
        if is_link or any(names):
            order[element] = index
    markers: dict[etree._Element, tuple[str, str]] = {}
    targets: dict[etree._Element, tuple[str, str]] = {}
    back: set[etree._Element] = set()
    for link in links:
        key = unquote(link.get("href", "")[1:])
        target, words = named.get(key), words_of(link)
        label = _LABEL.fullmatch(words)
        if target is None:
            continue
        if order[target] < order[link]:
            if label or not any(map(str.isalnum, words)):
                back.add(link)
        elif label and _marks_note(link):
            markers[link] = label[1], key
            targets.setdefault(target, (key, label[1]))
    places = _places(targets, markers)
    kept = {key for key, _ in places.values()}
    return Notes({one: found for one, found in markers.items() if found[1] in kept}, places, frozenset(back))


def _places(
    targets: Mapping[etree._Element, tuple[str, str]], markers: Mapping[etree._Element, object]
) -> dict[etree._Element, tuple[str, str]]:
    """Return the element that holds each note: the block around the target, and what is around that for it alone."""
    places: dict[etree._Element, tuple[str, str]] = {}
    within = Counter(holder for target in targets for holder in (target, *target.iterancestors()))
    marked = {holder for marker in markers for holder in marker.iterancestors()}
    for target, found in targets.items():
        block = _block_of(target)
        if block is None or (block in marked and within[block] > 1) or block.tag in {"body", "html"}:
            block = target.getnext()  # an empty anchor in front of the note
        if block is None or block.tag not in BLOCKS:
            continue
        holder = block.getparent()
        while holder is not None and holder not in marked and within[holder] == 1 and _holds_note(holder):
            block, holder = holder, holder.getparent()
        places[block] = found
    return places


def _block_of(element: etree._Element) -> etree._Element | None:
    block: etree._Element | None = element
    while block is not None and block.tag not in BLOCKS:
        block = block.getparent()
    return block


def _marks_note(link: etree._Element) -> bool:
    """Tell whether a link is the marker of a note and no entry of a table of contents."""
    if link.get("role") == "doc-noteref" or any(link.get(name) == "noteref" for name in _EPUB):
        return True
    if _NOTE.search(link.get("class", "")) or _NOTE.search(link.get("href", "")[1:]):
        return True
    parent = link.getparent()
    return next(link.iter("sup"), None) is not None or (parent is not None and parent.tag == "sup")


def _holds_note(element: etree._Element) -> bool:
    if element.tag in {"li", "aside", "dd", "tr"} or element.get("role") == "doc-footnote":
        return True
    return _NOTE.search(f"{element.get('id', '')} {element.get('class', '')}") is not None
