"""HTML to an outline: the main part of a page, whoever made it.

Pages of officielebekendmakingen.nl, of ministries and of the Kamer, papers that a word processor saved as HTML, and
plain HTML all have the elements of the standard in common; what else they have in common are the ways to write notes.
"""

from __future__ import annotations

from dataclasses import replace

import regex
from lxml import etree

from dossier_graph.model import Role
from dossier_graph.reading.letterhead import is_label
from dossier_graph.reading.markup.html_notes import BLOCKS, find_notes
from dossier_graph.reading.markup.identifiers import identifier_of
from dossier_graph.reading.markup.metadata import state, unprinted
from dossier_graph.reading.markup.movers import name_lines
from dossier_graph.reading.markup.parsing import holders_of, line_of, parse_html, words_of
from dossier_graph.reading.mending import mend
from dossier_graph.reading.numerals import numeral
from dossier_graph.reading.outline import Block, BlockBuilder, Outline
from dossier_graph.reading.text import UnreadablePaperError
from dossier_graph.reading.typed_notes import RAISED, tie_typed_notes

__all__ = ["read_html", "read_page_parts"]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_SILENT = frozenset(
    {"audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "img", "input", "link", "map", "meta",
     "nav", "noframes", "noscript", "object", "optgroup", "option", "param", "picture", "script", "select", "style",
     "svg", "template", "textarea", "title", "video"}
)  # fmt: skip
_OF_SITE = frozenset({"header", "footer"})
_PARTS = frozenset({"article", "main"})  # whose header and footer are its own
_SITE_ROLES = frozenset({"alert", "banner", "contentinfo", "dialog", "navigation", "search"})
_SITE_CLASS = regex.compile(
    r"(?i)(?:^|[\s_-])(?:breadcrumbs?|cookie\w*|kruimelpad|sr-only|screen-reader-text|skip-?links?|visually-?hidden)"
    r"(?=$|[\s_-])"
)
_HIDDEN = regex.compile(r"(?i)(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_MAIN_IDS = ("broodtekst", "main", "main-content", "content", "inhoud")
# Parts of a heading that stand on lines of their own in the printed paper.
_OWN_LINE = frozenset({"dossiernummer", "stuknummer"})
_RAISED_NUMBER = regex.compile(r"\d{1,3}")
_UNIT = regex.compile(r"(?<!\p{L})[kcdm]?m$")  # the raised digit behind it makes it square or cubic
_TITLE_CLASS = regex.compile(r"(?i)^(?:MsoTitle|title)$")

# The number in front of a note, which its block has apart.
_OWN_LABEL = regex.compile(r"^\s*[\[(]?\s*(\d{1,3}|[A-Za-z]|[ivx]{1,5}|[*†‡]{1,4})\s*[\])]?[.:)]?(?=\s|$|\p{Lu})\s*")

# What an item begins with that bears its own number or mark.
_NUMBERED_ITEM = regex.compile(
    r"(?:[-–—•·*o§]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})[.)°]|\d{1,3}(?:\.\d{1,3})+)(?=\s|$)"
)
_UNMARKED = regex.compile(r"(?i)list-style(?:-type)?\s*:\s*none")
_STYLE_TYPE = regex.compile(r"(?i)list-style(?:-type)?\s*:\s*(lower|upper)-(alpha|latin|roman)")

_GOES_ON = regex.compile(r"^\p{Ll}")
_UNFINISHED = regex.compile(r"(?<!\p{L})(?:van|voor|de|het|der|den|en|nr\.|artikel)$")
_FULL_LINE = 60  # characters; a line so long that ends in a word was broken for its length
_LINE = 100  # characters of the longest line of an address or a signature


def read_html(data: bytes) -> Outline:
    """Return the outline of a paper in HTML, with what its head states about it.

    Only the main part of a page is read: no menus, headers or footers of a site, forms, or hidden elements.

    Raises:
        UnreadablePaperError: the HTML is none that is parsed, or shows no words.

    >>> page = '<p>Zie de motie<a href="#n1"><sup>1</sup></a>.</p><p id="n1">1 Kamerstuk 19 637, nr. 12.</p>'
    >>> [(block.role.value, block.text) for block in read_html(page.encode()).blocks]
    [('paragraph', 'Zie de motie1.'), ('note', 'Kamerstuk 19 637, nr. 12.')]

    """
    root = parse_html(data)
    page = _Page(root)
    page.read(_main_part(root))
    if not any(block.text for block in page.blocks):
        raise UnreadablePaperError(
            "is HTML that shows no words without its scripts; save the paper itself as PDF or as text (.txt)"
        )
    terms = ((one.get("name", ""), one.get("content", "")) for one in root.iter("meta"))
    pictures = page.pictures
    remarks = (f"{pictures} picture{'s' if pictures > 1 else ''} left out",) if pictures else ()
    return Outline("HTML", tuple(name_lines(page.blocks)), unprinted(state(terms)), remarks)


def read_page_parts(words: str, line: int) -> list[Block]:
    """Return the blocks of a piece of HTML that begins in a line of another file.

    >>> read_page_parts("<p>Goedemiddag.</p>", 14)[0].place
    'line=14'
    """
    page = _Page(parse_html(words.encode()), line - 1)
    page.read(page.root)
    return page.blocks


def _main_part(root: etree._Element) -> etree._Element:
    """Return the element that holds the paper, or all of the page where none says that it does."""
    parts = {name: [one for one in root.iter(name) if words_of(one)] for name in ("main", "article")}
    named = {one.get("id"): one for one in root.iter(etree.Element) if one.get("id") in _MAIN_IDS and words_of(one)}
    roles = [one for one in root.iter(etree.Element) if one.get("role") == "main" and words_of(one)]
    found = [named.get("broodtekst"), *parts["main"][:1], *roles[:1]]
    found += parts["article"] if len(parts["article"]) == 1 else []
    found += [named.get(name) for name in _MAIN_IDS]
    return next((one for one in found if one is not None), root)


class _Run:
    """Words that stand behind one another: one block, or a block for each line of an address or a signature."""

    def __init__(self, role: Role, level: int, place: str, label: str = "") -> None:
        self._made = [BlockBuilder(role, level, place)]
        self._label = label
        self._breaks = 0
        self.end = ""  # the last words of the line
        self._length = 0

    def add(self, words: str, identifier: str | None = None) -> None:
        """Append words, which may lead to an official paper."""
        if not words:
            return
        words = mend(words)
        if words.strip():
            self._settle(words.strip())
        opened = self._made[-1].open_link()
        self._made[-1].add(words)
        if identifier:
            self._made[-1].close_link(opened, identifier)
        self.end = (self.end + words)[-_LINE:]
        self._length += len(words)

    def mark(self, label: str, key: str) -> None:
        """Append the marker of a note."""
        self._settle(label)
        self._made[-1].mark(label, key)

    def end_line(self) -> None:
        """End a line, which goes on when the next words are those of the same sentence."""
        self._breaks += 1
        self._made[-1].add(" ")

    def build(self) -> list[Block]:
        """Return the blocks that have words."""
        made = [one.build() for one in self._made if not one.empty]
        if len(made) > 1:
            short = all(len(one.text) <= _LINE for one in made)
            made = [replace(one, role=Role.LINE if short else Role.PARAGRAPH) for one in made]
        return made

    def _settle(self, words: str) -> None:
        """Begin a new block for words behind the end of a line that is no mere break of a long line."""
        made = self._made[-1]
        if made.empty and self._label:
            if not _NUMBERED_ITEM.match(words):
                made.add(f"{self._label} ")
            self._label = ""
        breaks, self._breaks = self._breaks, 0
        if not breaks or made.empty or made.role is not Role.PARAGRAPH:
            return
        end = self.end.rstrip()
        wrapped = self._length > _FULL_LINE and end[-1:].isalnum()
        if breaks == 1 and (wrapped or _GOES_ON.match(words) or _UNFINISHED.search(end)):
            return
        self._made.append(BlockBuilder(made.role, made.level, made.place))
        self.end, self._length = "", 0


class _Page:
    """A page that is being read: its blocks so far."""

    def __init__(self, root: etree._Element, lines_before: int = 0) -> None:
        self.root = root
        self.blocks: list[Block] = []
        self.pictures = 0
        self._lines_before = lines_before
        self._notes = find_notes(root)
        self._bearing = holders_of(root.iter(*BLOCKS))
        self._tables: list[bool] = []  # whether each table around is one of data
        self._set_in_lines = 0  # how many pre elements are around

    def read(self, part: etree._Element) -> None:
        """Read the main part, and the notes that stand outside it."""
        self.walk(part, Role.PARAGRAPH)
        read = {one.key for one in self.blocks if one.role is Role.NOTE}
        for element, (key, _) in self._notes.places.items():
            if key not in read:
                self._note(element)
        self.blocks = tie_typed_notes(self.blocks)

    def walk(self, element: etree._Element, role: Role, level: int = 0, label: str = "") -> None:
        """Read an element that makes blocks; they have this role where the element itself gives none."""
        name = element.tag
        if self._left_out(element):
            return
        if element in self._notes.places:
            self._note(element)
        elif name in _HEADINGS or element.get("role") == "heading":
            written = element.get("aria-level", "2")
            level = _HEADINGS.get(name) or (int(written) if written.isdecimal() and len(written) < 3 else 2)
            self._content(element, Role.HEADING, level)
        elif name in {"ol", "ul", "menu"}:
            self._list(element)
        elif name == "table":
            self._tables.append(_is_data(element))
            self._content(element, role)
            self._tables.pop()
        elif name == "tr" and self._tables and self._tables[-1]:
            self._row(element)
        elif name == "p" and _TITLE_CLASS.match(element.get("class", "")):
            self._content(element, Role.HEADING, 1)
        elif name == "p" and element.get("class", "").startswith("MsoListParagraph"):
            self._content(element, Role.ITEM)
        else:
            self._set_in_lines += name == "pre"
            self._content(element, role, level, label)
            self._set_in_lines -= name == "pre"

    def _content(self, element: etree._Element, role: Role, level: int = 0, label: str = "") -> None:
        """Read what an element holds: words of its own are blocks, and elements that make blocks come in between."""
        run = _Run(role, level, self._place(element), label)
        self._text(element.text, run)
        for child in element:
            own_line = role is Role.HEADING and child.get("class") in _OWN_LINE
            if child.tag in BLOCKS or child in self._bearing or own_line:
                made = run.build()
                self.blocks += made
                # the label of an item goes in front of its first words, however deep they stand
                self.walk(child, role, level, "" if made else label)
                label = "" if made or any(map(str.strip, map(str, child.itertext()))) else label
                run = _Run(role, level, self._place(child), label)
            else:
                self._word(child, run)
            self._text(child.tail, run)
        self.blocks += run.build()

    def _list(self, element: etree._Element) -> None:
        start = element.get("start", "1")
        number = int(start) - 1 if start.isdecimal() and len(start) < 6 else 0
        unmarked = _UNMARKED.search(element.get("style", "")) is not None
        for child in element:
            if child.tag != "li":
                self.walk(child, Role.ITEM)
                continue
            value = child.get("value", "")
            number = int(value) if value.isdecimal() and len(value) < 6 else number + 1
            label = "" if unmarked or _UNMARKED.search(child.get("style", "")) else "•"
            if label and element.tag == "ol":
                label = f"{numeral(number, _type(element))}."
            self.walk(child, Role.ITEM, label=label)

    def _row(self, element: etree._Element) -> None:
        cells = [cell for cell in element if not self._left_out(cell)]
        written = [words_of(cell) for cell in cells]
        if not any(written):
            return
        labelled = len(cells) == 2 and written[1] and is_label(written[0])
        run = _Run(Role.MARGIN if labelled else Role.ROW, 0, self._place(element))
        for index, cell in enumerate(cells):
            run.add("" if not index else " " if labelled else " | ")
            self._word(cell, run)
        self.blocks += run.build()

    def _note(self, element: etree._Element) -> None:
        key, label = self._notes.places[element]
        run = _Run(Role.NOTE, 0, "")
        self._word(element, run)
        for block in run.build():
            own = _OWN_LABEL.match(block.text)
            cut = own.end() if own and own[1] == label else 0
            markers = [replace(one, start=one.start - cut, end=one.end - cut) for one in block.markers]
            links = [replace(one, start=one.start - cut, end=one.end - cut) for one in block.links]
            made = replace(
                block,
                text=block.text[cut:],
                markers=tuple(one for one in markers if one.start >= 0),
                links=tuple(one for one in links if one.start >= 0),
            )
            self.blocks.append(replace(made, place=self._place(element), key=key, label=label))

    def _word(self, element: etree._Element, run: _Run) -> None:
        """Add an element that stands among words, with all that it holds."""
        name = element.tag
        if name == "br":
            run.end_line()
            return
        self.pictures += name == "img" and element.get("alt") != ""
        if self._left_out(element) or element in self._notes.ways_back:
            return
        marker = self._notes.markers.get(element)
        if marker:
            run.mark(*marker)
            return
        if name == "sup" and self._may_mark(element, run):
            run.mark(words_of(element), f"{RAISED}{words_of(element)}")
            return
        identifier = identifier_of(element.get("href", "")) if name == "a" else None
        if identifier and not any(one in self._notes.markers for one in element.iter("a")):
            run.add(words_of(element), identifier)
            return
        self._text(element.text, run)
        for child in element:
            apart = " " if child.tag in BLOCKS else ""
            run.add(apart)
            self._word(child, run)
            run.add(apart)
            self._text(child.tail, run)

    def _may_mark(self, raised: etree._Element, run: _Run) -> bool:
        """Tell whether raised words can mark a note that has no link."""
        if not _RAISED_NUMBER.fullmatch(words_of(raised)) or _UNIT.search(run.end):
            return False
        return not any(one in self._notes.markers or one in self._notes.ways_back for one in raised.iter("a"))

    def _text(self, words: str | None, run: _Run) -> None:
        if self._set_in_lines:
            for index, line in enumerate((words or "").split("\n")):
                if index:
                    run.end_line()
                run.add(line)
        else:
            run.add(words or "")

    def _left_out(self, element: etree._Element) -> bool:
        """Tell whether an element is no part of the paper: never shown, or the frame of a site."""
        name = element.tag
        if name in _SILENT or element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return True
        if element.get("role") in _SITE_ROLES or _HIDDEN.search(element.get("style", "")):
            return True
        if _SITE_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return True
        if name == "form":
            return next(element.iter("p"), None) is None
        if name in _OF_SITE and not any(one.tag in _PARTS for one in element.iterancestors()):
            holds_title = next(element.iter("h1"), None) is not None and next(element.iter("nav"), None) is None
            return not holds_title and not any(one in self._notes.places for one in element.iter(etree.Element))
        return False

    def _place(self, element: etree._Element) -> str:
        return f"line={line_of(element) + self._lines_before}"


def _is_data(table: etree._Element) -> bool:
    """Tell whether a table has rows of cells, and is no mere frame for the layout of a page."""
    if (
        table.get("role") in {"presentation", "none"}
        or next(table.iterdescendants("table", *_HEADINGS), None) is not None
    ):
        return False
    return any(len(row) > 1 for row in table.iter("tr"))


def _type(element: etree._Element) -> str:
    """Return how a list writes its numbers: 1, a, A, i or I."""
    styled = _STYLE_TYPE.search(element.get("style", ""))
    if styled is None:
        return element.get("type", "1")
    letter = "i" if styled[2].lower() == "roman" else "a"
    return letter.upper() if styled[1].lower() == "upper" else letter
