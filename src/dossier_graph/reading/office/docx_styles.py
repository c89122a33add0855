"""The styles of a DOCX file: what they say of a paragraph or of words, with what they inherit."""

from __future__ import annotations

from dataclasses import dataclass

import regex
from lxml import etree

from dossier_graph.reading.numerals import number
from dossier_graph.reading.office.docx_package import W, attribute, is_on, value_of
from dossier_graph.reading.office.named_styles import NamedStyles, is_title

__all__ = ["Style", "Styles", "heading_level", "is_ruled", "read_styles"]

_HEADING = regex.compile(r"(?i)(?:heading|kop|überschrift|titre) ?([1-9])")
_BODY_LEVEL = 9  # the outline level of what is no heading
_RULES = ("insideV", "insideH", "left", "right", "start", "end")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; None where it says nothing.

    `level` is that of a heading, from 1, and 0 for no heading. `raised` tells of words above the line, `ruled` of a
    table with lines in it. `number` is the list its paragraphs are counted in, `depth` their level in it, from 0.
    """

    level: int | None = None
    hidden: bool | None = None
    raised: bool | None = None
    ruled: bool | None = None
    number: str | None = None
    depth: int | None = None


class Styles:
    """The styles by their identifiers."""

    def __init__(self, own: dict[str, Style], parents: dict[str, str], default: str) -> None:
        self._own = own
        self._named = NamedStyles(own, parents, Style())
        self._default = default

    def of(self, identifier: str | None) -> Style:
        """Return a style with what it inherits; nothing is said by one that does not exist."""
        return self._named.of(identifier or "")

    def of_paragraph(self, identifier: str | None) -> Style:
        """Return the style of a paragraph, which has the default style where it names none."""
        return self._named.of(identifier or self._default)

    def list_numbers(self) -> dict[str, str]:
        """Return the list of each style that has one."""
        return {name: style.number for name, style in self._own.items() if style.number}


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles that the part with them holds, none without one."""
    own: dict[str, Style] = {}
    parents: dict[str, str] = {}
    default = ""
    for style in [] if root is None else root.iterfind(W + "style"):
        identifier = attribute(style, "styleId")
        if not identifier:
            continue
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
            default = identifier
        parent = value_of(style, "basedOn")
        if parent:
            parents[identifier] = parent
        own[identifier] = _read(style)
    return Styles(own, parents, default)


def _read(style: etree._Element) -> Style:
    paragraph, run, table = (style.find(W + name) for name in ("pPr", "rPr", "tblPr"))
    name = value_of(style, "name") or ""
    named = _HEADING.fullmatch(name)
    level = int(named[1]) if named else 1 if is_title(name) else None
    stated = heading_level(value_of(paragraph, "outlineLvl"))
    raised = value_of(run, "vertAlign")
    depth = value_of(paragraph, "numPr/ilvl")
    return Style(
        level=level if stated is None else stated,
        hidden=is_on(run, "vanish"),
        raised=None if raised is None else raised == "superscript",
        ruled=None if table is None else is_ruled(table.find(W + "tblBorders")),
        number=value_of(paragraph, "numPr/numId"),
        depth=number(depth, 0) if depth else None,
    )


def heading_level(written: str | None) -> int | None:
    """Return the level of a heading by its outline level as a file writes it, 0 for none, None if it does not say.

    >>> heading_level("0"), heading_level("9"), heading_level(None)
    (1, 0, None)
    """
    level = number(written, -1)
    if level < 0:
        return None
    return level + 1 if level < _BODY_LEVEL else 0


def is_ruled(borders: etree._Element | None) -> bool | None:
    """Tell whether borders draw lines beside cells or between them, None if they do not say."""
    sides = [value for side in _RULES if (value := value_of(borders, side)) is not None]
    return any(value not in {"nil", "none"} for value in sides) if sides else None
