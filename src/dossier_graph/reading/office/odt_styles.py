"""The styles of an ODT file: what they say of paragraphs, words, lists, with what they inherit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace

import regex
from lxml import etree

__all__ = ["FO", "STYLE", "TEXT", "ListLevel", "Style", "Styles", "read_styles"]

_NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT = _NAMESPACE.format("text")
STYLE = _NAMESPACE.format("style")
FO = _NAMESPACE.format("xsl-fo-compatible")
_DEEPEST = 12  # styles that inherit from each other, one by one
_PRIVATE = regex.compile(r"[\ue000-\uf8ff]")  # where the fonts of symbols have their characters
_BULLET = "•"
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


@dataclass(slots=True)
class Styles:
    """The styles by family ("paragraph", "text", "table-cell") and name, the lists by name and level from 1."""

    own: dict[tuple[str, str], Style] = field(default_factory=dict)
    parents: dict[tuple[str, str], str] = field(default_factory=dict)
    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    _whole: dict[tuple[str, str], Style] = field(default_factory=dict)

    def of(self, family: str, name: str | None) -> Style:
        """Return a style with what it inherits; nothing is said by one that does not exist."""
        chain: list[str] = []
        at = name or ""
        while (family, at) in self.own and (family, at) not in self._whole and len(chain) < _DEEPEST:
            chain.append(at)
            at = self.parents.get((family, at), "")
        whole = self._whole.get((family, at), Style())
        for one in reversed(chain):
            own = self.own[family, one]
            said = {each.name: value for each in fields(Style) if (value := getattr(own, each.name)) is not None}
            whole = replace(whole, **said)
            self._whole[family, one] = whole
        return whole


def read_styles(roots: Iterable[etree._Element]) -> Styles:
    """Return the styles that the parts of a file hold, those of a later part before those of the same name."""
    styles = Styles()
    for root in roots:
        for style in root.iter(STYLE + "style"):
            key = (style.get(STYLE + "family") or "", style.get(STYLE + "name") or "")
            styles.own[key] = _read(style)
            if parent := style.get(STYLE + "parent-style-name"):
                styles.parents[key] = parent
        for one in root.iter(TEXT + "list-style", TEXT + "outline-style"):
            name = "" if one.tag == TEXT + "outline-style" else one.get(STYLE + "name") or ""
            styles.lists[name] = {number(level.get(TEXT + "level"), 1): _level(level) for level in one}
    return styles


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
        level=number(level, 0) if level else None,
        list=style.get(STYLE + "list-style-name"),
        master=style.get(STYLE + "master-page-name") or None,
    )


def _is_raised(position: str) -> bool:
    height = position.split(maxsplit=1)[0] if position.strip() else ""
    return height == "super" or (height.endswith("%") and height[:-1].isdecimal() and int(height[:-1]) > 0)


def _level(element: etree._Element) -> ListLevel:
    bullet = element.get(TEXT + "bullet-char") or ""
    return ListLevel(
        form=element.get(STYLE + "num-format") or "",
        bullet=_BULLET if bullet == "o" or _PRIVATE.search(bullet) else bullet,
        prefix=element.get(STYLE + "num-prefix") or "",
        suffix=element.get(STYLE + "num-suffix") or "",
        start=number(element.get(TEXT + "start-value"), 1),
        shown=number(element.get(TEXT + "display-levels"), 1),
    )


def number(written: str | None, otherwise: int) -> int:
    """Return a number of a file; numbers that no paper has are as good as none."""
    return int(written) if written and written.isdecimal() and len(written) < 6 else otherwise
