"""The notes of an HTML page: what marks them, where they stand, which links lead back from them.

Word processors, converters and publishers each write notes in their own way, and all of them as a short marker with a
link to a place further down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

import regex
from lxml import etree

from dossier_graph.reading.markup.parsing import words_of

__all__ = ["BLOCKS", "HEADINGS", "Notes", "find_notes"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that begin on a line of their own.
BLOCKS = HEADINGS | frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup",
     "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
     "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_EPUB = ("epub:type", "{http://www.idpf.org/2007/ops}type")
_NOTE = regex.compile(r"(?i)(?:foot|end)?note|noot|ftn|edn|(?:^|[\W_])fn")  # in a class, an id or an address
_LABEL = regex.compile(r"[\[(]?\s*(\d{1,3}|[A-Za-z]|[ivx]{1,5}|[*†‡]{1,4})\s*[\])]?\.?")


_REACH = 6  # how far around a marker the element may be that a way back leads to


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a page, each known by a key and a label.

    `markers` leads from what marks a note to its label and key, `places` from the element that holds a note, or
    several, to their keys and labels; `starts` from where each of several begins to its key and label. `ways_back` are
    the links in notes that lead back to their markers.
    """

    markers: Mapping[etree._Element, tuple[str, str]]
    places: Mapping[etree._Element, Sequence[tuple[str, str]]]
    starts: Mapping[etree._Element, tuple[str, str]]
    ways_back: frozenset[etree._Element]


def find_notes(root: etree._Element) -> Notes:
    """Return the notes of a page.

    A marker stands above the first note that it leads to; what else leads to that note with the same words marks it
    too.
    """
    links = _links(root)
    markers, targets = _markers(links)
    held = _places(targets, markers)
    kept = {target for several in held.values() for target in several}
    markers = {marker: target for marker, target in markers.items() if target in kept}
    beside = _beside_markers(markers)
    back: set[etree._Element] = set()
    for link in links:
        element, target = link.element, link.target
        if element in markers:
            continue
        place = next((one for one in (element, *element.iterancestors()) if one in held), None)
        if place is not None and not beside.get(target, set()).isdisjoint(held[place]):
            if link.label or element.get("role") == "doc-backlink" or not any(map(str.isalnum, words_of(element))):
                back.add(element)
        elif target in kept and link.label == targets[target][1] and _marks_note(element) and not link.apart:
            markers[element] = target
    return Notes(
        {marker: (targets[target][1], targets[target][0]) for marker, target in markers.items()},
        {place: [targets[target] for target in several] for place, several in held.items()},
        {target: targets[target] for several in held.values() if len(several) > 1 for target in several},
        frozenset(back),
    )


@dataclass(frozen=True, slots=True)
class _Link:
    """A link to a place in the page: whether that comes later, what label the words are, whether they stand apart."""

    element: etree._Element
    target: etree._Element
    forward: bool
    label: str
    apart: bool


def _links(root: etree._Element) -> list[_Link]:
    """Return the links of a page that lead to a place in it, in their order."""
    order: dict[etree._Element, int] = {}
    named: dict[str, etree._Element] = {}
    found: list[etree._Element] = []
    for index, element in enumerate(root.iter(etree.Element)):
        names = (element.get("id"), element.get("name") if element.tag == "a" else None)
        is_link = element.tag == "a" and element.get("href", "").startswith("#")
        for name in filter(None, names):
            named.setdefault(name, element)
        if is_link:
            found.append(element)
        if is_link or any(names):
            order[element] = index
    links: list[_Link] = []
    for element in found:
        target = named.get(unquote(element.get("href", "")[1:]))
        if target is not None:
            written = _LABEL.fullmatch(words_of(element))
            label = written[1] if written else ""
            links.append(_Link(element, target, order[target] > order[element], label, _stands_apart(element)))
    return links


def _markers(
    links: Sequence[_Link],
) -> tuple[dict[etree._Element, etree._Element], dict[etree._Element, tuple[str, str]]]:
    """Return what leads on to a note, as far as links tell, with the key and label of each note that they lead to.

    A number among words is one where nothing else leads to that note.
    """
    markers: dict[etree._Element, etree._Element] = {}
    targets: dict[etree._Element, tuple[str, str]] = {}
    for link in sorted(links, key=lambda one: one.apart):
        if link.forward and link.label and _marks_note(link.element) and not (link.apart and link.target in targets):
            markers[link.element] = link.target
            targets.setdefault(link.target, (f"noot-{len(targets) + 1}", link.label))
    return markers, targets


def _places(
    targets: Mapping[etree._Element, object], markers: Mapping[etree._Element, etree._Element]
) -> dict[etree._Element, list[etree._Element]]:
    """Return the element that holds each note, with the targets in it.

    It is the block around the target, or what is around that for it alone.
    """
    places: dict[etree._Element, list[etree._Element]] = {}
    within = Counter(holder for target in targets for holder in (target, *target.iterancestors()))
    marked = {holder for marker in markers for holder in marker.iterancestors()}
    blocks = {target: _block_of(target) for target in targets}
    with_marker = {target for marker, target in markers.items() if blocks[target] in set(marker.iterancestors())}
    for target in targets:
        block = blocks[target]
        if (
            block is None
            or target in with_marker
            or (block in marked and within[block] > 1)
            or block.tag in {"body", "html"}
        ):
            block = target.getnext()  # an empty anchor in front of the note
        if block is None or block.tag not in BLOCKS:
            continue
        holder = block.getparent()
        while holder is not None and holder not in marked and within[holder] == 1 and _holds_note(holder):
            block, holder = holder, holder.getparent()
        places.setdefault(block, []).append(target)
    return places


def _beside_markers(
    markers: Mapping[etree._Element, etree._Element],
) -> dict[etree._Element, set[etree._Element]]:
    """Return which notes are marked in an element within a block, that block, or behind an empty element."""
    beside: dict[etree._Element, set[etree._Element]] = {}
    for marker, target in markers.items():
        for holder in islice((marker, *marker.iterancestors()), _REACH):
            before = holder.getprevious()
            for one in (holder, before if before is not None and _is_empty(before) else holder):
                beside.setdefault(one, set()).add(target)
            if holder.tag in BLOCKS:
                break
    return beside


def _is_empty(element: etree._Element) -> bool:
    return len(element) == 0 and not (element.text or "").strip() and not (element.tail or "").strip()


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


def _stands_apart(link: etree._Element) -> bool:
    """Tell whether a link stands among words as one of them ("zie noot 2"): behind a space, nothing around it."""
    before, parent = link.getprevious(), link.getparent()
    words = before.tail if before is not None else parent.text if parent is not None else None
    return len(link) == 0 and (words or "")[-1:].isspace() and (link.text or "").strip().isalnum()


def _holds_note(element: etree._Element) -> bool:
    if element.tag in {"li", "aside", "dd", "tr"} or element.get("role") == "doc-footnote":
        return True
    return _NOTE.search(f"{element.get('id', '')} {element.get('class', '')}") is not None
