"""The styles of an ODT file: what they say of paragraphs, words, lists, with what they inherit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from dossier_graph.reading.numerals import number
from dossier_graph.reading.office.list_labels import bullet, shortened
from dossier_graph.reading.office.named_styles import NamedStyles, is_title
from dossier_graph.reading.office.odt_namespaces import FO, STYLE, TEXT

__all__ = ["ListLevel", "Style", "Styles", "read_styles"]

_SIDES = ("border", "border-left", "border-right")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it says nothing.

    `master` is the page that begins with a paragraph of the style, `list` what its paragraphs are counted in. `level`
    is that of a heading, from 1. `ruled` tells of a cell with lines beside it, `raised` of words above the line.
    """

    hidden: bool | None = None
    raised: bool | None = None
    ruled: bool | None = None
    level: int | None = None
    list: str | None = None
    master: str | None = None


@dataclass(frozen=True, slots=True)
class ListLevel:
    """A level of a list: the form of its number ("1", "a", "I"; empty for none) or its bullet, with what is around it.

    `shown` is how many levels its number has: 2 for "3.1".
    """

    form: str = ""
    bullet: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


class Styles:
    """The styles by family ("paragraph", "text", "table-cell") and name, the lists by name and level from 1."""

    def __init__(
        self,
        own: dict[tuple[str, str], Style],
        parents: dict[tuple[str, str], tuple[str, str]],
        lists: dict[str, dict[int, ListLevel]],
    ) -> None:
        self._named = NamedStyles(own, parents, Style())
        self.lists = lists

    def of(self, family: str, name: str | None) -> Style:
        """Return a style with what it inherits; nothing is said by one that does not exist."""
        return self._named.of((family, name or ""))


def read_styles(roots: Iterable[etree._Element]) -> Styles:
    """Return the styles that the parts of a file hold, those of a later part before those of the same name."""
    own: dict[tuple[str, str], Style] = {}
    parents: dict[tuple[str, str], tuple[str, str]] = {}
    lists: dict[str, dict[int, ListLevel]] = {}
    for root in roots:
        for style in root.iter(STYLE + "style"):
            family = style.get(STYLE + "family") or ""
            key = (family, style.get(STYLE + "name") or "")
            own[key] = _read(style)
            if parent := style.get(STYLE + "parent-style-name"):
                parents[key] = (family, parent)
        for one in root.iter(TEXT + "list-style", TEXT + "outline-style"):
            name = "" if one.tag == TEXT + "outline-style" else one.get(STYLE + "name") or ""
            lists[name] = {number(level.get(TEXT + "level"), 1): _level(level) for level in one}
    return Styles(own, parents, lists)


def _read(style: etree._Element) -> Style:
    words = style.find(STYLE + "text-properties")
    cell = style.find(STYLE + "table-cell-properties")
    display = None if words is None else words.get(TEXT + "display")
    position = None if words is None else words.get(STYLE + "text-position")
    sides = [] if cell is None else [value for side in _SIDES if (value := cell.get(FO + side)) is not None]
    level = style.get(STYLE + "default-outline-level")
    return Style(
        hidden=None if display is None else display == "none",
        raised=None if position is None else _is_raised(position),
        ruled=any(not value.startswith(("none", "0")) for value in sides) if sides else None,
        level=number(level, 0) if level else 1 if is_title(style.get(STYLE + "name") or "") else None,
        list=style.get(STYLE + "list-style-name"),
        master=style.get(STYLE + "master-page-name") or None,
    )


def _is_raised(position: str) -> bool:
    height = position.split(maxsplit=1)[0] if position.strip() else ""
    return height == "super" or (height.endswith("%") and number(height[:-1], 0) > 0)


def _level(element: etree._Element) -> ListLevel:
    return ListLevel(
        form=element.get(STYLE + "num-format") or "",
        bullet=bullet(element.get(TEXT + "bullet-char") or ""),
        prefix=shortened(element.get(STYLE + "num-prefix") or ""),
        suffix=shortened(element.get(STYLE + "num-suffix") or ""),
        start=number(element.get(TEXT + "start-value"), 1),
        shown=number(element.get(TEXT + "display-levels"), 1),
    )
