"""HTML to an outline: the main part of a page, whoever made it.

Pages of officielebekendmakingen.nl, of ministries and of the Kamer, papers that a word processor saved as HTML, and
plain HTML all have the elements of the standard in common; what else they have in common are the ways to write notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex
from lxml import etree

from dossier_graph.model import Role
from dossier_graph.reading.letterhead import is_label
from dossier_graph.reading.markup.frame import Frame
from dossier_graph.reading.markup.html_notes import BLOCKS, HEADINGS, find_notes
from dossier_graph.reading.markup.identifiers import identifier_of
from dossier_graph.reading.markup.metadata import state, unprinted
from dossier_graph.reading.markup.movers import name_lines
from dossier_graph.reading.markup.parsing import holders_of, parse_html, place_of, words_of
from dossier_graph.reading.markup.runs import Run
from dossier_graph.reading.numerals import numeral
from dossier_graph.reading.outline import Block, Outline, shifted
from dossier_graph.reading.text import UnreadablePaperError
from dossier_graph.reading.typed_notes import RAISED, tie_typed_notes

__all__ = ["read_html", "read_page_parts"]

# Parts of a heading that stand on lines of their own in the printed paper.
_OWN_LINE = frozenset({"dossiernummer", "stuknummer"})
_RAISED_NUMBER = regex.compile(r"\d{1,3}")
_UNIT = regex.compile(r"(?<!\p{L})[kcdm]?m$")  # the raised digit behind it makes it square or cubic
_TITLE_CLASS = regex.compile(r"(?i)^(?:MsoTitle|title)$")

# The number in front of a note, which its block has apart.
_OWN_LABEL = regex.compile(r"^\s*[\[(]?\s*(\d{1,3}|[A-Za-z]|[ivx]{1,5}|[*†‡]{1,4})\s*[\])]?[.:)]?(?=\s|$|\p{Lu})\s*")

_UNMARKED = regex.compile(r"(?i)list-style(?:-type)?\s*:\s*none")
_STYLE_TYPE = regex.compile(r"(?i)list-style(?:-type)?\s*:\s*(lower|upper)-(alpha|latin|roman)")

_CUT_OFF = "the page has no end; it may have been cut off"
_BEGUN = regex.compile(rb"(?i)<html[\s>]")
_ENDED = regex.compile(rb"(?i)</(?:html|body)\s*>")


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
    page.read(page.frame.main_part(root))
    if not any(block.text for block in page.blocks):
        raise UnreadablePaperError(
            "is HTML that shows no words without its scripts; save the paper itself as PDF or as text (.txt)"
        )
    terms = ((one.get("name", ""), one.get("content", "")) for one in root.iter("meta"))
    cut = [_CUT_OFF] if _BEGUN.search(data) and not _ENDED.search(data) else []
    return Outline("HTML", tuple(name_lines(page.blocks)), unprinted(state(terms)), (*page.remarks(), *cut))


def read_page_parts(words: str, line: int | None) -> list[Block]:
    """Return the blocks of a piece of HTML that begins in a line of another file, None where nobody knows which.

    >>> read_page_parts("<p>Goedemiddag.</p>", 14)[0].place
    'line=14'
    """
    page = _Page(parse_html(words.encode()), None if line is None else line - 1)
    page.read(page.root)
    return page.blocks


class _Page:
    """A page that is being read: its blocks so far."""

    def __init__(self, root: etree._Element, lines_before: int | None = 0) -> None:
        self.root = root
        self.blocks: list[Block] = []
        self._pictures = 0
        self._deletions = 0
        self._lines_before = lines_before
        self._notes = find_notes(root)
        self._read_notes: set[etree._Element] = set()
        self.frame = Frame(self._notes.places)
        self._bearing = holders_of(root.iter(*BLOCKS))
        self._tables: list[bool] = []  # whether each table around is one of data
        self._set_in_lines = 0  # how many pre elements are around

    def read(self, part: etree._Element) -> None:
        """Read the main part, and the notes that stand outside it."""
        self.walk(part, Role.PARAGRAPH)
        for element in self._notes.places:
            if element not in self._read_notes:
                self._note(element)
        self.blocks = tie_typed_notes(self.blocks)

    def remarks(self) -> Iterator[str]:
        """Yield what of the page was not read."""
        if self._pictures:
            yield f"{self._pictures} picture{'s' if self._pictures > 1 else ''} left out"
        if self._deletions:
            yield f"{self._deletions} tracked deletion{'s were' if self._deletions > 1 else ' was'} left out"

    def walk(self, element: etree._Element, role: Role, level: int = 0, label: str = "") -> None:
        """Read an element that makes blocks; they have this role where the element itself gives none."""
        name = element.tag
        if self._leaves_out(element):
            return
        if element in self._notes.places:
            self._note(element)
        elif name in HEADINGS or element.get("role") == "heading":
            written = name[1] if name in HEADINGS else element.get("aria-level", "2")
            self._content(element, Role.HEADING, int(written) if written.isdecimal() and len(written) < 3 else 2)
        elif name in {"ol", "ul", "menu"}:
            self._list(element)
        elif name == "table":
            self._tables.append(_is_data(element))
            self._content(element, role)
            self._tables.pop()
        elif name == "tr" and self._tables and self._tables[-1] and not self._holds_note(element):
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
        run = Run(role, level=level, place=self._place(element), label=label)
        self._text(element.text, run)
        for child in element:
            own_line = role is Role.HEADING and child.get("class") in _OWN_LINE
            if child.tag in BLOCKS or child in self._bearing or own_line:
                made = run.build()
                self.blocks += made
                # the label of an item goes in front of its first words, however deep they stand
                self.walk(child, role, level, "" if made else label)
                label = "" if made or any(map(str.strip, map(str, child.itertext()))) else label
                run = Run(role, level=level, place=self._place(child), label=label)
            else:
                self._word(child, run)
            self._text(child.tail, run)
        self.blocks += run.build()

    def _list(self, element: etree._Element) -> None:
        start = element.get("start", "1")
        number = int(start) - 1 if start.isdecimal() and len(start) < 6 else 0
        unmarked = _UNMARKED.search(element.get("style", "")) is not None
        self._stray(element.text, element)
        for child in element:
            if child.tag == "li":
                value = child.get("value", "")
                number = int(value) if value.isdecimal() and len(value) < 6 else number + 1
                label = "" if unmarked or _UNMARKED.search(child.get("style", "")) else "•"
                if label and element.tag == "ol":
                    label = f"{numeral(number, _type(element))}."
                self.walk(child, Role.ITEM, label=label)
            else:
                self.walk(child, Role.ITEM)
            self._stray(child.tail, child)

    def _stray(self, words: str | None, element: etree._Element) -> None:
        """Read words that stand in a list outside its items."""
        run = Run(Role.ITEM, place=self._place(element))
        self._text(words, run)
        self.blocks += run.build()

    def _row(self, element: etree._Element) -> None:
        cells = [cell for cell in element if not self.frame.leaves_out(cell)]
        written = [words_of(cell) for cell in cells]
        labelled = len(cells) == 2 and written[1] and is_label(written[0])
        run = Run(Role.MARGIN if labelled else Role.ROW, place=self._place(element))
        run.add(f"{element.text or ''} ")
        for index, cell in enumerate(cells):
            run.add("" if not index else " " if labelled else " | ")
            self._word(cell, run)
            run.add(f" {cell.tail or ''}")
        self.blocks += (block for block in run.build() if block.text.strip(" |"))

    def _note(self, element: etree._Element) -> None:
        """Read an element that holds a note, or several."""
        key, label = self._first_note(element)
        run = Run(Role.NOTE, place=self._place(element), key=key, note_label=label)
        self._word(element, run)
        for block in run.build():
            own = _OWN_LABEL.match(block.text)
            cut = own.end() if own and own[1] == block.label else 0
            self.blocks.append(replace(shifted(block, -cut), text=block.text[cut:]))

    def _first_note(self, element: etree._Element) -> tuple[str, str]:
        """Return key and label of the words that an element with notes begins with."""
        self._read_notes.add(element)
        held = self._notes.places[element]
        return held[0] if len(held) == 1 else ("", "")

    def _holds_note(self, element: etree._Element) -> bool:
        return any(one in self._notes.places for one in element.iterdescendants(etree.Element))

    def _word(self, element: etree._Element, run: Run) -> None:
        """Add an element that stands among words, with all that it holds."""
        name = element.tag
        if name == "br":
            run.end_line()
            return
        self._pictures += name == "img" and element.get("alt") != ""
        if self._leaves_out(element):
            return
        if element in self._notes.starts:
            run.begin_note(self._place(element), *self._notes.starts[element])
        elif element in self._notes.places and element not in self._read_notes:  # a note within another
            run.begin_note(self._place(element), *self._first_note(element))
        if element in self._notes.ways_back:
            return
        marker = self._notes.markers.get(element)
        if marker:
            run.mark(*marker)
            return
        if name == "sup" and self._may_mark(element, run):
            run.mark(words_of(element), f"{RAISED}{words_of(element)}")
            return
        identifier = identifier_of(element.get("href", "")) if name == "a" else None
        if identifier and run.open_link():
            self._words(element, run)
            run.close_link(identifier)
        else:
            self._words(element, run)

    def _words(self, element: etree._Element, run: Run) -> None:
        """Add all that an element among words holds."""
        self._text(element.text, run)
        for child in element:
            apart = " " if child.tag in BLOCKS else ""
            run.add(apart)
            self._word(child, run)
            run.add(apart)
            self._text(child.tail, run)

    def _may_mark(self, raised: etree._Element, run: Run) -> bool:
        """Tell whether raised words can mark a note that has no link."""
        if not _RAISED_NUMBER.fullmatch(words_of(raised)) or _UNIT.search(run.end):
            return False
        return not any(one in self._notes.markers or one in self._notes.ways_back for one in raised.iter("a"))

    def _text(self, words: str | None, run: Run) -> None:
        if self._set_in_lines:
            for index, line in enumerate((words or "").split("\n")):
                if index:
                    run.end_line()
                run.add(line)
        else:
            run.add(words or "")

    def _leaves_out(self, element: etree._Element) -> bool:
        """Tell whether an element is no part of the paper; what its author deleted is counted."""
        self._deletions += element.tag == "del"
        return self.frame.leaves_out(element)

    def _place(self, element: etree._Element) -> str:
        return place_of(element, self._lines_before)


def _is_data(table: etree._Element) -> bool:
    """Tell whether a table has rows of cells, and is no mere frame for the layout of a page."""
    if (
        table.get("role") in {"presentation", "none"}
        or next(table.iterdescendants("table", *HEADINGS), None) is not None
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
