"""DOCX files to outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import regex
from lxml import etree

from dossier_graph.reading.composition import compose
from dossier_graph.reading.docx_numbering import FORMS, Numbering, read_numbering
from dossier_graph.reading.docx_package import Package, R, W, attribute, is_on, open_package, value_of
from dossier_graph.reading.docx_styles import Style, Styles, heading_level, is_ruled, read_styles
from dossier_graph.reading.manuscript import (
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
from dossier_graph.reading.numerals import numeral
from dossier_graph.reading.outline import Outline
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["read_docx"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_COUNTED = "{}place"  # an attribute that no file can have
_ABSOLUTE = "page"
_LARGE = {"drop", "margin"}
_DEEPEST_LIST = 8  # the level of a list, from 0
# Fields whose results number pages, which is nothing that a paper says.
_NUMBERS_OF_PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
_SUBJECT = regex.compile(r"(?:Betreft|Onderwerp)\b")
_FIELD_NAME = regex.compile(r"\s*(\w+)")
# Characters of the fonts Symbol and Wingdings that papers use, to those of Unicode.
_SYMBOLS = {
    "symbol": {0x2D: "−", 0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB0: "°", 0xB1: "±", 0xAE: "→", 0xB9: "≠"},
    "wingdings": {
        0x6C: "•", 0x6E: "•", 0xA7: "•", 0xA8: "☐", 0x6F: "☐", 0xFE: "☒", 0xFD: "☒", 0xFC: "✓", 0xE0: "→", 0xD8: "•",
    },
}  # fmt: skip
_PRIVATE = {0xF000 + code: character for code, character in _SYMBOLS["symbol"].items()}
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
        self.sections = list(body.iter(W + "sectPr"))
        self.notes = {kind: _Notes(kind, self) for kind in ("footnote", "endnote")}
        self.section = 0
        self.page = 1
        self.deletions = self.insertions = self.comments = 0
        self.hidden = False
        for number, paragraph in enumerate(body.iter(W + "p"), 1):
            paragraph.set(_COUNTED, str(number))
        self.paged = self._is_paged()

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
            paged=self.paged,
            remarks=tuple(self._remarks()),
        )

    def _is_paged(self) -> bool:
        """Tell whether the editor that wrote the file left a mark at every page of it, going by its own count."""
        properties = self.package.part("docProps/app.xml")
        count = None if properties is None else properties.findtext("{*}Pages")
        marks = sum(1 for _ in self.body.iter(W + "lastRenderedPageBreak"))
        return marks > 0 and count == str(marks + 1)

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
        if self.deletions:
            yield f"{_counted(self.deletions, 'tracked deletion')} left out"
        if self.insertions:
            yield f"{_counted(self.insertions, 'tracked insertion')} read as text"
        if self.comments:
            yield f"{_counted(self.comments, 'comment')} left out"
        if self.hidden:
            yield "hidden text was left out"


def _has_subject(header: Flow) -> bool:
    """Tell whether a header says what the paper is about, as a letterhead does."""
    return any(_SUBJECT.match(words(one.pieces)) for one in passages(header))


def _counted(number: int, name: str) -> str:
    return f"{number} {name} was" if number == 1 else f"{number} {name}s were"


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

    def key(self, identifier: str) -> str:
        """Return the key of a note."""
        return f"{self._kind} {identifier}"

    def number(self) -> str:
        """Count one further; return the number of the note as its section writes it."""
        start = self._setting("numStart") or ""
        first = int(start) if start.isdecimal() and len(start) < 6 else 1
        part = {"eachSect": self._reader.section, "eachPage": self._reader.page}.get(self._setting("numRestart") or "")
        if part != self._part:
            self._count = 0
        self._part = part
        self._count += 1
        form = self._setting("numFmt") or ("lowerRoman" if self._kind == "endnote" else "decimal")
        return numeral(first + self._count - 1, FORMS.get(form, "1"))

    def add(self, identifier: str, label: str, *, typed: bool) -> None:
        """Take the note that a marker leads to, once."""
        element = self._elements.get(identifier)
        key = self.key(identifier)
        if element is not None and key not in self._found:
            self._found[key] = Note(key, label, (), typed)
            self._waiting.append((key, element))

    def _setting(self, name: str) -> str | None:
        sections = self._reader.sections
        section = sections[self._reader.section] if self._reader.section < len(sections) else None
        path = f"{self._kind}Pr/{name}"
        return value_of(section, path) or value_of(self._reader.settings, path)


class _Story:
    """Reads one run of text: the body, a header, a note; holds the fields that are open in it."""

    def __init__(self, reader: _Reader) -> None:
        self.reader = reader
        self._fields: list[_Field] = []
        self._concealed = 0  # of the open fields, how many show nothing here

    def flow(self, root: etree._Element) -> Flow:
        """Return the text below an element."""
        _drop_open_fields(root)
        return self.content(root)

    # ---- paragraphs and tables ----

    def content(self, parent: etree._Element) -> Flow:
        flow: list[Passage | Grid | Box] = []
        pieces: list[Piece] = []  # of the paragraph, and of those in front of it that go on with it
        beside: list[Passage | Grid | Box] = []
        for child in _blocks(parent, self.reader):
            if child.tag == W + "p":
                passage = self._paragraph(child, pieces, beside)
                if passage is not None:
                    flow += [Box((passage,)) if _is_framed(child) else passage, *beside]
                    pieces, beside = [], []
            else:
                grid = self._table(child)
                flow.append(Box((grid,)) if _is_absolute(child) else grid)
        return (*flow, Passage(tuple(pieces)), *beside) if pieces or beside else tuple(flow)

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
        # the end of the paragraph was deleted, or the paragraph is the large letter that begins the next one
        goes_on = (mark is not None and mark.find(W + "del") is not None) or attribute(frame, "dropCap") in _LARGE
        label = None if goes_on else self._label(properties.get(W + "numPr"), style, styled)
        _Words(self, pieces, beside, hidden=bool(style.hidden), raised=bool(style.raised)).read(element)
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
            place=f"paragraph={number}" if (number := element.get(_COUNTED)) else "",
        )

    def _label(self, numbered: etree._Element | None, style: Style, styled: str | None) -> str | None:
        """Return what a list puts in front of a paragraph, None of one that is in no list."""
        number = value_of(numbered, "numId") or style.number
        if number is None or number == "0":
            return None
        depth = value_of(numbered, "ilvl")
        if depth is not None and depth.isdecimal():
            at = int(depth)
        else:
            at = style.depth or self.reader.numbering.depth_of_style(number, styled or "")
        return self.reader.numbering.next_label(number, min(at, _DEEPEST_LIST))

    def _table(self, element: etree._Element) -> Grid:
        properties = element.find(W + "tblPr")
        style = self.reader.styles.of(value_of(properties, "tblStyle"))
        drawn = _borders(properties, "tblBorders")
        whole = bool(style.ruled if drawn is None else drawn)
        ruled = 0
        rows: list[tuple[Flow, ...]] = []
        for row in _wrapped(element, "tr"):
            changes = row.find(W + "trPr")
            if changes is not None and changes.find(W + "del") is not None:
                self.reader.deletions += 1
                continue
            own = _borders(row.find(W + "tblPrEx"), "tblBorders")
            of_row = whole if own is None else own
            of_cells = []
            cells: list[Flow] = []
            for cell in _wrapped(row, "tc"):
                properties = cell.find(W + "tcPr")
                if properties is not None and properties.find(W + "cellDel") is not None:
                    continue
                own = _borders(properties, "tcBorders")
                of_cells.append(of_row if own is None else own)
                cells.append(self.content(cell))
            rows.append(tuple(cells))
            ruled += any(of_cells)
        return Grid(tuple(rows), ruled=ruled * 2 > len(rows))

    # ---- fields ----

    def shows(self) -> bool:
        """Tell whether words here are seen: no field is open that shows its code, or the number of a page."""
        return not self._concealed

    def field_character(self, kind: str | None) -> None:
        """Take the beginning of a field, the beginning of its result, or its end."""
        if kind == "begin":
            self._fields.append(_Field())
            self._concealed += 1
        elif kind == "separate" and self._fields:
            field = self._fields[-1]
            if field.conceals and not field.counts_pages():
                field.conceals = False
                self._concealed -= 1
        elif kind == "end" and self._fields:
            self._concealed -= self._fields.pop().conceals

    def field_code(self, code: str) -> None:
        """Take a piece of the code of the field that was opened last."""
        if self._fields:
            self._fields[-1].code.append(code)


class _Field:
    """An open field: its code as far as it was read, and whether what stands in it is concealed."""

    __slots__ = ("code", "conceals")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.conceals = True

    def counts_pages(self) -> bool:
        return _counts_pages("".join(self.code))


def _counts_pages(code: str) -> bool:
    named = _FIELD_NAME.match(code)
    return named is not None and named[1].upper() in _NUMBERS_OF_PAGES


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
        self._awaited: tuple[_Notes, str] | None = None  # the note whose typed mark follows

    def read(self, parent: etree._Element) -> None:
        """Read what is in a paragraph, or in an element around some of its words."""
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag in _TRANSPARENT:
                self._reader.insertions += tag == W + "ins"
                self.read(child)
            elif tag == W + "fldSimple":
                if not _counts_pages(attribute(child, "instr") or ""):
                    self.read(child)
            elif tag == W + "sdt":
                content = _sdt_content(child)
                if content is not None:
                    self.read(content)
            elif tag == W + "del":
                self._reader.deletions += 1
            elif tag == _MC + "AlternateContent":
                branch = _branch(child)
                if branch is not None:
                    self.read(branch)
            elif isinstance(tag, str) and tag.endswith(("}oMath", "}oMathPara")):
                self._add("".join(one.text or "" for one in child.iter(_MATH_TEXT)))

    def _run(self, run: etree._Element) -> None:
        properties = run.find(W + "rPr")
        hidden, raised = self._hidden, self._raised
        if properties is not None:
            style = self._reader.styles.of(value_of(properties, "rStyle"))
            direct = is_on(properties, "vanish")
            hidden = direct if direct is not None else style.hidden if style.hidden is not None else hidden
            position = value_of(properties, "vertAlign")
            raised = position == "superscript" if position else style.raised if style.raised is not None else raised
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self._story.field_character(attribute(child, "fldCharType"))
            elif tag == W + "instrText":
                self._story.field_code(child.text or "")
            elif tag == W + "lastRenderedPageBreak":
                if self._reader.paged:
                    self._reader.page += 1
                    self._pieces.append(PAGE_BREAK)
            elif hidden:
                self._reader.hidden = self._reader.hidden or tag == W + "t"
            elif not self._story.shows():
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
                self._add(_symbol(child))
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._boxes(child)
            elif tag == _MC + "AlternateContent":
                branch = _branch(child)
                if branch is not None:
                    self._boxes(branch)
            elif tag == W + "ruby":
                for base in child.iterfind(W + "rubyBase"):
                    self.read(base)
            elif tag == W + "commentReference":
                self._reader.comments += 1
            elif isinstance(tag, str) and (plain := _PLAIN.get(tag.rpartition("}")[2])):
                self._add(plain)

    def _add(self, text: str, *, raised: bool = False) -> None:
        if not text:
            return
        text = text.translate(_PRIVATE).replace("\n", " ").replace("\f", " ")
        if self._awaited is not None and (label := text.strip()):
            notes, identifier = self._awaited
            self._awaited = None
            self._pieces.append(Piece(label, key=notes.key(identifier)))
            notes.add(identifier, label, typed=True)
        else:
            self._pieces.append(Piece(text, raised=raised))

    def _note(self, reference: etree._Element) -> None:
        notes = self._reader.notes[reference.tag.rpartition("}")[2].removesuffix("Reference")]
        identifier = attribute(reference, "id") or ""
        if attribute(reference, "customMarkFollows") in {"1", "true", "on"}:
            self._awaited = (notes, identifier)
            return
        label = notes.number()
        self._pieces.append(Piece(label, key=notes.key(identifier)))
        notes.add(identifier, label, typed=False)

    def _boxes(self, drawing: etree._Element) -> None:
        for box, floats in _boxes(drawing):
            flow = self._story.content(box)
            if flow:
                self._beside.append(Box(flow)) if floats else self._beside.extend(flow)


_TRANSPARENT = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "bdo", "dir", "sdtContent", "rubyBase")
)


def _blocks(parent: etree._Element, reader: _Reader) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables below an element, those in content controls and tracked insertions as well."""
    for child in parent:
        tag = child.tag
        if tag in (W + "p", W + "tbl"):
            yield child
        elif tag == W + "sdt":
            content = _sdt_content(child)
            if content is not None:
                yield from _blocks(content, reader)
        elif tag in _TRANSPARENT:
            yield from _blocks(child, reader)
        elif tag == W + "del":
            reader.deletions += 1
        elif tag == _MC + "AlternateContent":
            branch = _branch(child)
            if branch is not None:
                yield from _blocks(branch, reader)


def _wrapped(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, those in content controls as well."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag == W + "sdt":
            content = _sdt_content(child)
            if content is not None:
                yield from _wrapped(content, name)
        elif child.tag in _TRANSPARENT:
            yield from _wrapped(child, name)


def _sdt_content(control: etree._Element) -> etree._Element | None:
    """Return the content of a content control, None while it shows what is to be filled in."""
    properties = control.find(W + "sdtPr")
    return None if is_on(properties, "showingPlcHdr") else control.find(W + "sdtContent")


def _branch(alternatives: etree._Element) -> etree._Element | None:
    """Return one of the alternatives for the same content: the first choice, or what stands in for it."""
    choice = alternatives.find(_MC + "Choice")
    return alternatives.find(_MC + "Fallback") if choice is None else choice


def _boxes(drawing: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the text boxes in a drawing, each with whether it floats beside the text; hidden ones are left out."""
    stack = [(drawing, False)]
    while stack:
        element, floats = stack.pop()
        tag = element.tag
        if tag == W + "txbxContent":
            yield element, floats
            continue
        if tag == _WP + "anchor":
            floats = True
            shape = element.find(_WP + "docPr")
            if shape is not None and shape.get("hidden") in {"1", "true"}:
                continue
        elif "position:absolute" in (element.get("style") or ""):
            floats = True
            if "visibility:hidden" in (element.get("style") or ""):
                continue
        if tag == _MC + "AlternateContent":
            branch = _branch(element)
            children = [] if branch is None else [branch]
        else:
            children = list(element)
        stack.extend((child, floats) for child in reversed(children))


def _is_framed(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph stands in a frame at a place of the page."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return frame is not None and _ABSOLUTE in (attribute(frame, "vAnchor"), attribute(frame, "hAnchor"))


def _is_absolute(table: etree._Element) -> bool:
    """Tell whether a table stands at a place of the page, not of the text."""
    position = table.find(f"{W}tblPr/{W}tblpPr")
    return attribute(position, "vertAnchor") == _ABSOLUTE


def _borders(properties: etree._Element | None, name: str) -> bool | None:
    return None if properties is None else is_ruled(properties.find(W + name))


def _symbol(element: etree._Element) -> str:
    """Return the character of a symbol; nothing for one of a font of pictures that papers do not use."""
    font = (attribute(element, "font") or "").casefold()
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _SYMBOLS.get("wingdings" if font.startswith("wingdings") else font)
    if known is not None:
        return known.get(low, "")
    return chr(low) if 0x20 <= low < 0xD800 else ""


def _drop_open_fields(root: etree._Element) -> None:
    """Take away the beginnings of fields that have no end, which would conceal all text behind them."""
    begun: list[etree._Element] = []
    for character in root.iter(W + "fldChar"):
        around = next(islice(character.iterancestors(), 1, None), None)
        if around is not None and around.tag in (W + "del", W + "moveFrom"):
            continue
        kind = attribute(character, "fldCharType")
        if kind == "begin":
            begun.append(character)
        elif kind == "end" and begun:
            begun.pop()
    for character in begun:
        parent = character.getparent()
        if parent is not None:
            parent.remove(character)
