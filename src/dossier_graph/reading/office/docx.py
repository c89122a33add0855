"""DOCX files to outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import regex
from lxml import etree

from dossier_graph.reading.numerals import number, numeral
from dossier_graph.reading.office.composition import compose
from dossier_graph.reading.office.docx_elements import (
    AROUND,
    alternative,
    blocks,
    cells,
    controlled,
    is_absolute,
    is_framed,
    rows,
    symbol,
    text_boxes,
)
from dossier_graph.reading.office.docx_fields import Fields, counts_pages, drop_open_fields
from dossier_graph.reading.office.docx_numbering import FORMS, Numbering, read_numbering
from dossier_graph.reading.office.docx_package import MC, Package, R, W, attribute, is_on, open_package, value_of
from dossier_graph.reading.office.docx_styles import Style, Styles, heading_level, is_ruled, read_styles
from dossier_graph.reading.office.manuscript import (
    BREAK,
    PAGE_BREAK,
    TAB,
    Box,
    Flow,
    Grid,
    Manuscript,
    Note,
    Passage,
    Piece,
    passages,
    words,
)
from dossier_graph.reading.office.places import number_paragraphs, place_of
from dossier_graph.reading.office.remarks import counted
from dossier_graph.reading.office.symbols import UNKNOWN, as_unicode
from dossier_graph.reading.outline import Outline
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["read_docx"]

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_LARGE = {"drop", "margin"}
_DEEPEST_LIST = 8  # the level of a list, from 0
_SUBJECT = regex.compile(r"(?:Betreft|Onderwerp)\b")
# What is tracked or noted in a file, and what is done with it.
_CHANGES = (
    ("del", "tracked deletion", "left out"),
    ("ins", "tracked insertion", "read as text"),
    ("commentReference", "comment", "left out"),
)
_PLAIN = {"noBreakHyphen": "-", "softHyphen": "\u00ad"}


def read_docx(data: bytes) -> Outline:
    """Return the outline of a DOCX file.

    Tracked insertions are read as text; deletions, comments, hidden text are left out. Nothing is looked at but the
    text, its styles, lists, notes, headers: no macros, no links, no embedded objects.

    Raises:
        UnreadablePaperError: the bytes are no DOCX file, or one that is encrypted, damaged or too large.

    """
    package = open_package(data)
    root = package.part(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise UnreadablePaperError("is a zip archive without the text of a Word document; save the paper as DOCX")
    return compose(_Reader(package, body).manuscript())


class _Reader:
    """Reads one file; holds what counts on through it: lists, notes, sections, what is left out."""

    def __init__(self, package: Package, body: etree._Element) -> None:
        self.package = package
        self.body = body
        self.styles: Styles = read_styles(package.related("styles"))
        self.numbering: Numbering = read_numbering(package.related("numbering"), self.styles.list_numbers())
        self.settings = package.related("settings")
        self.sections = [one for one in body.iter(W + "sectPr") if not _is_former(one)]
        self.notes = {kind: _Notes(kind, self) for kind in ("footnote", "endnote")}
        self.section = 0
        self.page = 1  # as far as pages were marked
        self.hidden = False
        self.unknown_symbols = 0
        self.missing_notes = 0
        self.marks = self._marks()
        number_paragraphs(body.iter(W + "p"))

    def manuscript(self) -> Manuscript:
        """Return the file as a manuscript."""
        letterhead, running = self._printed_on_pages()
        body = _Story(self).flow(self.body)
        return Manuscript(
            "DOCX",
            body,
            letterhead=letterhead,
            running=running,
            notes=tuple(note for notes in self.notes.values() for note in notes.found()),
            paged=0 < self.marks == self.page - 1,  # a mark can stand in what is left out
            remarks=tuple(self._remarks()),
        )

    def _marks(self) -> int:
        """Return how many pages are marked: all but the first, by the count of the editor that wrote the file, or 0."""
        properties = self.package.part("docProps/app.xml")
        count = None if properties is None else properties.findtext("{*}Pages")
        marks = sum(1 for _ in self.body.iter(W + "lastRenderedPageBreak"))
        return marks if count == str(marks + 1) else 0

    def _printed_on_pages(self) -> tuple[Flow, tuple[Flow, ...]]:
        """Return what stands above the first page alone, and what is printed on the others."""
        letterhead: Flow = ()
        running: list[Flow] = []
        seen: set[str] = set()
        even = bool(is_on(self.settings, "evenAndOddHeaders"))
        for place, section in enumerate(self.sections):
            apart = bool(is_on(section, "titlePg"))
            for kind in ("header", "footer"):
                for reference in section.iterfind(f"{W}{kind}Reference"):
                    which = attribute(reference, "type") or "default"
                    name = self.package.target(reference.get(R + "id") or "")
                    unused = (which == "even" and not even) or (which == "first" and not apart)
                    if unused or name is None or name in seen:
                        continue
                    seen.add(name)
                    part = self.package.part(name)
                    flow = () if part is None else _Story(self).flow(part)
                    if kind == "header" and place == 0 and (which == "first" or _has_subject(flow)):
                        letterhead = flow
                    else:
                        running.append(flow)
        return letterhead, tuple(running)

    def _remarks(self) -> Iterator[str]:
        for name, what, done in _CHANGES:
            amount = sum(1 for one in self.body.iter(W + name) if not _is_of_mark(one))
            if amount:
                yield f"{counted(amount, what)} {done}"
        if self.hidden:
            yield "hidden text was left out"
        embedded = sum(1 for _ in self.body.iter(W + "altChunk"))
        if embedded:
            yield f"{counted(embedded, 'embedded file')} left out"
        if self.missing_notes:
            yield f"{counted(self.missing_notes, 'note')} missing to which a marker leads"
        if self.unknown_symbols:
            yield f"{counted(self.unknown_symbols, 'symbol')} of a font that is not known"


def _has_subject(header: Flow) -> bool:
    """Tell whether a header says what the paper is about, as a letterhead does."""
    return any(_SUBJECT.match(words(one.pieces)) for one in passages(header))


def _is_of_mark(change: etree._Element) -> bool:
    """Tell whether a tracked change is that of the end of a paragraph, not of words."""
    parent = change.getparent()
    return parent is not None and parent.tag == W + "rPr"


def _is_former(section: etree._Element) -> bool:
    """Tell whether the properties of a section are those from before a tracked change."""
    parent = section.getparent()
    return parent is not None and parent.tag == W + "sectPrChange"


class _Notes:
    """The footnotes or the endnotes of a file, numbered in the order in which markers lead to them."""

    def __init__(self, kind: str, reader: _Reader) -> None:
        self._kind = kind
        self._reader = reader
        root = reader.package.related(f"{kind}s")
        self._elements = {
            attribute(one, "id") or "": one
            for one in ([] if root is None else root.iterfind(W + kind))
            if attribute(one, "type") in {None, "normal"}
        }
        self._count = 0
        self._part: int | None = None  # the section or page in which the notes are counted
        self._found: dict[str, Note] = {}
        self._waiting: list[tuple[str, etree._Element]] = []

    def found(self) -> Iterator[Note]:
        """Yield the notes that markers led to, in that order; a note that leads to further ones has them behind it."""
        for key, element in self._waiting:  # which grows while notes are read
            yield replace(self._found[key], flow=_Story(self._reader).flow(element))

    def __contains__(self, identifier: str) -> bool:
        return identifier in self._elements

    def key(self, identifier: str) -> str:
        """Return the key of a note."""
        return f"{self._kind} {identifier}"

    def next_number(self) -> str:
        """Count one further; return the number of the note as its section writes it."""
        first = number(self._setting("numStart"), 1)
        part = {"eachSect": self._reader.section, "eachPage": self._reader.page}.get(self._setting("numRestart") or "")
        if part != self._part:
            self._count = 0
        self._part = part
        self._count += 1
        form = self._setting("numFmt") or ("lowerRoman" if self._kind == "endnote" else "decimal")
        return numeral(first + self._count - 1, FORMS.get(form, "1"))

    def add(self, identifier: str, label: str, *, typed: bool) -> None:
        """Take the note that a marker leads to, once."""
        key = self.key(identifier)
        if key not in self._found:
            self._found[key] = Note(key, label, (), typed)
            self._waiting.append((key, self._elements[identifier]))

    def _setting(self, name: str) -> str | None:
        sections = self._reader.sections
        section = sections[self._reader.section] if self._reader.section < len(sections) else None
        path = f"{self._kind}Pr/{name}"
        return value_of(section, path) or value_of(self._reader.settings, path)


class _Story:
    """Reads one run of text: the body, a header, a note; holds the fields that are open in it."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self.fields = Fields()

    def flow(self, root: etree._Element) -> Flow:
        """Return the text below an element."""
        drop_open_fields(root)
        return self.content(root)

    def content(self, parent: etree._Element) -> Flow:
        flow: list[Passage | Grid | Box] = []
        pieces: list[Piece] = []  # of the paragraph, and of those in front of it that go on with it
        beside: list[Passage | Grid | Box] = []
        for child in blocks(parent):
            if child.tag == W + "p":
                passage = self._paragraph(child, pieces, beside)
                if passage is not None:
                    flow += [Box((passage,)) if is_framed(child) else passage, *beside]
                    pieces, beside = [], []
            else:
                flow += _unfinished(pieces, beside)
                pieces, beside = [], []
                grid = self._table(child)
                flow.append(Box((grid,)) if is_absolute(child) else grid)
        return (*flow, *_unfinished(pieces, beside))

    def _paragraph(
        self, element: etree._Element, pieces: list[Piece], beside: list[Passage | Grid | Box]
    ) -> Passage | None:
        """Return a paragraph; None when the next one goes on with its pieces."""
        found = element.find(W + "pPr")
        properties = {} if found is None else {one.tag: one for one in found}
        styled = attribute(properties.get(W + "pStyle"))
        style = self.reader.styles.of_paragraph(styled)
        mark = properties.get(W + "rPr")
        frame = properties.get(W + "framePr")
        # the end of the paragraph was deleted or moved, or the paragraph is the large letter that begins the next one
        goes_on = attribute(frame, "dropCap") in _LARGE or (
            mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)
        )
        label = None if goes_on else self._label(properties.get(W + "numPr"), style, styled)
        _Words(self, pieces, beside, hidden=bool(style.hidden), raised=bool(style.raised)).read_paragraph(element)
        self.fields.end_paragraph()
        self.reader.section += W + "sectPr" in properties
        if goes_on:
            return None
        level = heading_level(attribute(properties.get(W + "outlineLvl")))
        level = (style.level or 0) if level is None else level
        return Passage(
            tuple(pieces),
            level=level,
            label=label or "",
            item=label is not None and not level,
            place=place_of(element),
        )

    def _label(self, numbered: etree._Element | None, style: Style, styled: str | None) -> str | None:
        """Return what a list puts in front of a paragraph, None of one that is in no list."""
        name = value_of(numbered, "numId") or style.number
        if name is None or name == "0":
            return None
        depth = number(value_of(numbered, "ilvl"), -1)
        if depth < 0:
            depth = style.depth or self.reader.numbering.depth_of_style(name, styled or "")
        return self.reader.numbering.next_label(name, min(depth, _DEEPEST_LIST))

    def _table(self, element: etree._Element) -> Grid:
        properties = element.find(W + "tblPr")
        style = self.reader.styles.of(value_of(properties, "tblStyle"))
        drawn = _borders(properties, "tblBorders")
        whole = bool(style.ruled if drawn is None else drawn)
        ruled = 0
        grid: list[tuple[Flow, ...]] = []
        for row in rows(element):
            own = _borders(row.find(W + "tblPrEx"), "tblBorders")
            of_row = whole if own is None else own
            of_cells = []
            made: list[Flow] = []
            for cell in cells(row):
                own = _borders(cell.find(W + "tcPr"), "tcBorders")
                of_cells.append(of_row if own is None else own)
                made.append(self.content(cell))
            grid.append(tuple(made))
            ruled += any(of_cells)
        return Grid(tuple(grid), ruled=ruled * 2 > len(grid))


def _unfinished(pieces: list[Piece], beside: list[Passage | Grid | Box]) -> Flow:
    """Return what no paragraph goes on with, as there is none behind it."""
    return (*((Passage(tuple(pieces)),) if pieces else ()), *beside)


def _borders(properties: etree._Element | None, name: str) -> bool | None:
    return None if properties is None else is_ruled(properties.find(W + name))


class _Words:
    """Reads the words of one paragraph into `pieces`, what is set beside it into `beside`."""

    def __init__(
        self,
        story: _Story,
        pieces: list[Piece],
        beside: list[Passage | Grid | Box],
        *,
        hidden: bool,
        raised: bool,
    ) -> None:
        self._story = story
        self._reader = story.reader
        self._pieces = pieces
        self._beside = beside
        self._hidden = hidden
        self._raised = raised
        self._font = ""  # of the words that are read
        self._awaited: tuple[_Notes, str] | None = None  # the note whose typed mark follows

    def read_paragraph(self, paragraph: etree._Element) -> None:
        """Read what is in a paragraph."""
        self.read(paragraph)
        self._mark_unseen()

    def read(self, parent: etree._Element) -> None:
        """Read what is in an element around words."""
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag in AROUND:
                self.read(child)
            elif tag == W + "fldSimple":
                if not counts_pages(attribute(child, "instr") or ""):
                    self.read(child)
            elif tag == W + "sdt":
                content = controlled(child)
                if content is not None:
                    self.read(content)
            elif tag == MC + "AlternateContent":
                branch = alternative(child)
                if branch is not None:
                    self.read(branch)
            elif isinstance(tag, str) and tag.endswith(("}oMath", "}oMathPara")):
                self._add("".join(one.text or "" for one in child.iter(_MATH_TEXT)))

    def _run(self, run: etree._Element) -> None:
        awaited = self._awaited
        self._words_of(run)
        if awaited is not None and self._awaited is awaited:
            self._mark_unseen()

    def _words_of(self, run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        hidden, raised = self._hidden, self._raised
        self._font = ""
        if properties is not None:
            style = self._reader.styles.of(value_of(properties, "rStyle"))
            direct = is_on(properties, "vanish")
            hidden = direct if direct is not None else style.hidden if style.hidden is not None else hidden
            self._font = attribute(properties.find(W + "rFonts"), "ascii") or ""
            position = value_of(properties, "vertAlign")
            raised = position == "superscript" if position else style.raised if style.raised is not None else raised
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._story.fields.turn(attribute(child, "fldCharType"))
            elif tag == W + "instrText":
                self._story.fields.add_code(child.text or "")
            elif tag == W + "lastRenderedPageBreak":
                if self._reader.marks:
                    self._reader.page += 1
                    self._pieces.append(PAGE_BREAK)
            elif hidden:
                self._reader.hidden = self._reader.hidden or tag == W + "t"
            elif not self._story.fields.show:
                continue
            elif tag == W + "t":
                self._add(child.text or "", raised=raised)
            elif tag in (W + "br", W + "cr"):
                self._pieces.append(BREAK)
            elif tag in (W + "tab", W + "ptab"):
                self._pieces.append(TAB)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                self._note(child)
            elif tag == W + "sym":
                seen = symbol(child)
                self._reader.unknown_symbols += seen == UNKNOWN
                self._add(seen)
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._boxes(child)
            elif tag == MC + "AlternateContent":
                branch = alternative(child)
                if branch is not None:
                    self._boxes(branch)
            elif tag == W + "ruby":
                for base in child.iterfind(W + "rubyBase"):
                    self.read(base)
            elif isinstance(tag, str) and (plain := _PLAIN.get(tag.rpartition("}")[2])):
                self._add(plain)

    def _add(self, text: str, *, raised: bool = False) -> None:
        if not text:
            return
        unknown = text.count(UNKNOWN)
        text = as_unicode(self._font, text).replace("\n", " ").replace("\f", " ")
        self._reader.unknown_symbols += text.count(UNKNOWN) - unknown
        if self._awaited is not None and text.strip():
            label = text.split(maxsplit=1)[0]
            self._mark(label, self._awaited)
            text = text.lstrip().removeprefix(label)
        self._pieces.append(Piece(text, raised=raised))

    def _mark(self, label: str, awaited: tuple[_Notes, str]) -> None:
        """Append the typed mark of a note."""
        notes, identifier = awaited
        self._awaited = None
        self._pieces.append(Piece(label, key=notes.key(identifier)))
        notes.add(identifier, label, typed=True)

    def _mark_unseen(self) -> None:
        """Stand in for the mark of a note that should have followed, and is a picture or nothing at all."""
        if self._awaited is not None:
            self._reader.unknown_symbols += 1
            self._mark(UNKNOWN, self._awaited)

    def _note(self, reference: etree._Element) -> None:
        notes = self._reader.notes[reference.tag.rpartition("}")[2].removesuffix("Reference")]
        identifier = attribute(reference, "id") or ""
        typed = attribute(reference, "customMarkFollows") in {"1", "true", "on"}
        label = "" if typed else notes.next_number()
        if identifier not in notes:
            self._reader.missing_notes += 1
            return
        if typed:
            self._mark_unseen()
            self._awaited = (notes, identifier)
            return
        self._pieces.append(Piece(label, key=notes.key(identifier)))
        notes.add(identifier, label, typed=False)

    def _boxes(self, drawing: etree._Element) -> None:
        for box, floats in text_boxes(drawing):
            flow = self._story.content(box)
            if flow:
                self._beside.append(Box(flow)) if floats else self._beside.extend(flow)
