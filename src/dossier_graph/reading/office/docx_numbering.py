"""The lists of a DOCX file: what they put in front of each of their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex
from lxml import etree

from dossier_graph.reading.numerals import number, numeral
from dossier_graph.reading.office.docx_package import W, attribute, is_on, value_of
from dossier_graph.reading.office.list_labels import bullet, shortened

__all__ = ["FORMS", "Numbering", "read_numbering"]

# The forms of numbers as the standard names them; others are written in digits.
FORMS = {
    "decimal": "1", "decimalZero": "01", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
    "ordinal": "1e", "chicago": "*",
}  # fmt: skip
_PLACE = regex.compile(r"%([1-9])")
_LEVELS = 9
_VALUE = W + "val"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False  # the numbers of the levels above are written in digits
    restarts: bool = True
    hidden: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """The levels of a list and how far each has counted; several lists of a file can go on with one count."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Use:
    """A list as paragraphs name it: with levels of its own, and levels that begin at another number."""

    list: _List
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists by their numbers; counts as it is asked for labels, in the order of the text."""

    def __init__(self, uses: dict[str, _Use]) -> None:
        self._uses = uses

    def depth_of_style(self, name: str, style: str) -> int:
        """Return the level of a list that is tied to the style of a paragraph, 0 without one."""
        use = self._uses.get(name)
        levels = {} if use is None else {**use.list.levels, **use.levels}
        return next((depth for depth, level in levels.items() if level.style and level.style == style), 0)

    def next_label(self, name: str, depth: int) -> str | None:
        """Count one further in a list; return what it puts in front of the paragraph, None if there is no such list."""
        use = self._uses.get(name)
        if use is None:
            return None
        counts = use.list.counts
        level = self._level(use, depth)
        if depth in use.starts:
            counts[depth] = use.starts.pop(depth) - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            if self._level(use, deeper).restarts:
                counts.pop(deeper, None)
        if level.hidden or level.form == "none":
            return ""
        if level.form == "bullet":
            return bullet(level.text.strip())

        def written(place: regex.Match[str]) -> str:
            above = int(place[1]) - 1
            one = self._level(use, above)
            form = "decimal" if level.legal and one.form != "bullet" else one.form
            return numeral(counts.get(above, one.start), FORMS.get(form, "1"))

        return shortened(_PLACE.sub(written, level.text).strip())

    def _level(self, use: _Use, depth: int) -> _Level:
        return use.levels.get(depth) or use.list.levels.get(depth) or _Level()


def read_numbering(root: etree._Element | None, style_numbers: dict[str, str]) -> Numbering:
    """Return the lists that the part with them holds; `style_numbers` are the lists of the styles of lists."""
    if root is None:
        return Numbering({})
    lists: dict[str, _List] = {}
    linked: dict[str, str] = {}
    for abstract in root.iterfind(W + "abstractNum"):
        identifier = attribute(abstract, "abstractNumId") or ""
        lists[identifier] = _List(_levels(abstract))
        if link := value_of(abstract, "numStyleLink"):
            linked[identifier] = link
    of_number = {
        attribute(num, "numId") or "": value_of(num, "abstractNumId") or "" for num in root.iterfind(W + "num")
    }
    for identifier, style in linked.items():
        target = of_number.get(style_numbers.get(style, ""), "")
        if target in lists and target not in linked:
            lists[identifier] = lists[target]
    uses = {}
    for num in root.iterfind(W + "num"):
        one = lists.get(value_of(num, "abstractNumId") or "")
        if one is None:
            continue
        starts, levels = {}, {}
        for override in num.iterfind(W + "lvlOverride"):
            depth = number(attribute(override, "ilvl"), 0)
            levels.update(_levels(override))
            if start := value_of(override, "startOverride"):
                starts[depth] = number(start, 1)
        uses[attribute(num, "numId") or ""] = _Use(one, levels, starts)
    return Numbering(uses)


def _levels(parent: etree._Element) -> dict[int, _Level]:
    levels = {}
    for lvl in parent.iterfind(W + "lvl"):
        said = {one.tag: one.get(_VALUE) for one in lvl}
        levels[number(attribute(lvl, "ilvl"), 0)] = _Level(
            start=number(said.get(W + "start"), 0),
            form=said.get(W + "numFmt") or "decimal",
            text=shortened(said.get(W + "lvlText") or ""),
            legal=W + "isLgl" in said,
            restarts=said.get(W + "lvlRestart") != "0",
            hidden=bool(is_on(lvl.find(W + "rPr"), "vanish")),
            style=said.get(W + "pStyle") or "",
        )
    return levels
