"""The frame of a site around a paper, and what a page never shows."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import regex
from lxml import etree

from dossier_graph.reading.markup.html_notes import HEADINGS
from dossier_graph.reading.markup.parsing import words_of

__all__ = ["Frame"]

_SILENT = frozenset(
    {"audio", "base", "button", "canvas", "datalist", "del", "embed", "head", "iframe", "img", "input", "link", "map",
     "meta", "nav", "noframes", "noscript", "object", "optgroup", "option", "param", "picture", "script", "select",
     "style", "svg", "template", "textarea", "title", "video"}
)  # fmt: skip
_WHOLE = frozenset({"html", "body"})
_PARTS = frozenset({"article", "main"})  # whose header and footer are their own
_MENUS = ("nav", "ul", "form")
_SITE_ROLES = frozenset({"alert", "banner", "contentinfo", "dialog", "navigation", "search"})
# Classes of what only software reads aloud, and of what a site puts before its visitors.
_UNSEEN = regex.compile(r"(?i)sr-only|screen-reader-text|visually-?hidden")
_OF_SITE = regex.compile(
    r"(?i)breadcrumbs?|kruimelpad|skip-?links?|cookie-?(?:banner|bar|consent|melding|message|notice|popup|wall)"
)
_NEVER_OF_SITE = HEADINGS | _PARTS | {"section"}
_HIDDEN = regex.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_FEW_LETTERS = 200  # of the words in a form for searching, logging in, or leaving an address

_MAIN_IDS = ("main", "main-content", "content", "inhoud")
_PUBLISHED = "broodtekst"  # the id of the paper in a page of officielebekendmakingen.nl
_HOLDERS = ("div", "main", "article", "section", "body", "td")


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a site; `notes` are the elements that hold notes of the paper, wherever they stand."""

    notes: Container[etree._Element]

    def leaves_out(self, element: etree._Element) -> bool:
        """Tell whether an element is no part of the paper: never shown, deleted, or of the site."""
        name = element.tag
        if name in _WHOLE:
            return False
        if name in _SILENT or element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        if element.get("role") in _SITE_ROLES or _HIDDEN.search(element.get("style", "")):
            return True
        classes = element.get("class", "").split()
        if any(_UNSEEN.fullmatch(one) for one in classes):
            return True
        if name not in _NEVER_OF_SITE and any(_OF_SITE.fullmatch(one) for one in classes):
            return True
        if name == "form":
            holds_title = next(element.iter("h1", *_PARTS), None) is not None
            asks = next(element.iter("input", "button"), None) is not None
            return asks and not holds_title and _has_few_letters(element)
        if name not in {"header", "footer"} or any(one.tag in _PARTS for one in element.iterancestors()):
            return False
        has_menu, has_title = (next(element.iter(*names), None) is not None for names in (_MENUS, ("h1",)))
        if (name == "header" and not has_menu) or (has_title and next(element.iter("nav"), None) is None):
            return False
        return not any(one in self.notes for one in element.iter(etree.Element))

    def main_part(self, root: etree._Element) -> etree._Element:
        """Return the element that holds the paper, or all of the page where none says that it does.

        What an id or a lone article says of itself holds when most words of the page stand in it.
        """
        named: dict[str, etree._Element] = {}
        for one in root.iter(*_HOLDERS):
            if (name := one.get("id", "")) in (_PUBLISHED, *_MAIN_IDS) and name not in named and words_of(one):
                named[name] = one
        mains = [one for one in root.iter("main") if words_of(one)][:1]
        roles = [one for one in root.iter(etree.Element) if one.get("role") == "main" and words_of(one)][:1]
        articles = [one for one in root.iter("article") if words_of(one)]
        published = named.pop(_PUBLISHED, None)
        if published is not None and self._is_most(published, root):
            return published
        if mains or roles:
            return (mains or roles)[0]
        maybe = [*(articles if len(articles) == 1 else ()), *(named[name] for name in _MAIN_IDS if name in named)]
        return next((one for one in maybe if self._is_most(one, root)), root)

    def _is_most(self, part: etree._Element, root: etree._Element) -> bool:
        return 2 * self._letters(part) > self._letters(root)

    def _letters(self, element: etree._Element) -> int:
        """Return how many characters of an element a page shows that are not of its frame."""
        if self.leaves_out(element):
            return 0
        inner = sum(self._letters(child) + len((child.tail or "").strip()) for child in element)
        return inner + len((element.text or "").strip())


def _has_few_letters(form: etree._Element) -> bool:
    left = _FEW_LETTERS
    for words in form.itertext():
        left -= len("".join(str(words).split()))
        if left < 0:
            return False
    return True
