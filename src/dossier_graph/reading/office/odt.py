"""ODT files to outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree

from dossier_graph.reading.markup.parsing import parse_xml
from dossier_graph.reading.numerals import number, numeral
from dossier_graph.reading.office.archive import LOCKED, Archive, open_archive
from dossier_graph.reading.office.composition import compose
from dossier_graph.reading.office.list_labels import shortened
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
)
from dossier_graph.reading.office.odt_namespaces import DRAW, MANIFEST, META, OFFICE, STYLE, TABLE, TEXT
from dossier_graph.reading.office.odt_styles import Styles, read_styles
from dossier_graph.reading.office.places import number_paragraphs, place_of
from dossier_graph.reading.office.remarks import counted
from dossier_graph.reading.outline import NOTHING_STATED, Outline, Stated
from dossier_graph.reading.pages import OWN_IDENTIFIER
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["read_odt"]

_IDENTIFIER = regex.compile(OWN_IDENTIFIER)
_DOSSIER = regex.compile(r"\d{5}(?:-(?:\d\d|[IVX]{1,6}[A-E]?|[A-Z]))?")
_MOST_LEVELS = 10
# Elements around blocks or around words that change nothing of them.
_AROUND_BLOCKS = {TEXT + "section", TEXT + "index-body", TEXT + "index-title", TABLE + "shapes"} | {
    TEXT + name
    for name in (
        "table-of-content", "alphabetical-index", "bibliography", "illustration-index", "object-index", "table-index",
        "user-index", "numbered-paragraph",
    )
}  # fmt: skip
_PAGE_NUMBERS = {TEXT + name for name in ("page-number", "page-count", "page-continuation")}
_UNSEEN = {
    TEXT + "ruby-text", TEXT + "hidden-text", TEXT + "note", TEXT + "script", TEXT + "number", OFFICE + "annotation",
    OFFICE + "event-listeners",
} | _PAGE_NUMBERS  # fmt: skip
_PRINTED = ("header", "footer", "header-left", "footer-left")
_PRINTED_FIRST = ("header-first", "footer-first")


def read_odt(data: bytes) -> Outline:
    """Return the outline of an ODT file.

    Tracked deletions, annotations, hidden text are left out. Nothing is looked at but the text, its styles, lists,
    notes, headers: no macros, no links, no embedded objects.

    Raises:
        UnreadablePaperError: the bytes are no ODT file, or one that is encrypted, damaged or too large.

    """
    archive = open_archive(data)
    manifest = archive.read("META-INF/manifest.xml")
    if manifest is not None and parse_xml(manifest).find(f".//{MANIFEST}encryption-data") is not None:
        raise UnreadablePaperError(LOCKED)
    content = archive.read("content.xml")
    root = None if content is None else parse_xml(content)
    body = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if root is None or body is None:
        raise UnreadablePaperError("is a zip archive without the text of an ODT document; save the paper as ODT")
    return compose(_Reader(archive, root, body).manuscript())


@dataclass(slots=True)
class _Count:
    """How far the levels of a list have counted."""

    counts: dict[int, int] = field(default_factory=dict)


class _Reader:
    """Reads one file; holds what counts on through it: lists, notes, what is left out."""

    def __init__(self, archive: Archive, content: etree._Element, body: etree._Element) -> None:
        styles = archive.read("styles.xml")
        self._pages = None if styles is None else parse_xml(styles)
        self.styles: Styles = read_styles(([] if self._pages is None else [self._pages]) + [content])
        self._body = body
        meta = archive.read("meta.xml")
        self._meta = None if meta is None else parse_xml(meta)
        self.notes: dict[str, Note] = {}
        self.lists: dict[str, _Count] = {}
        self.deletions = sum(1 for _ in body.iter(TEXT + "deletion"))
        self.annotations = sum(1 for _ in body.iter(OFFICE + "annotation"))
        self.hidden = False
        self._marked = self._marks()
        self._met = 0  # marks of pages in what was read
        self.unnumbered = 0  # notes
        number_paragraphs(body.iter(TEXT + "p", TEXT + "h"))

    def manuscript(self) -> Manuscript:
        """Return the file as a manuscript."""
        letterhead, running = self._printed_on_pages()
        body = self.content(self._body)
        return Manuscript(
            "ODT",
            body,
            letterhead=letterhead,
            running=running,
            notes=tuple(self.notes.values()),
            paged=0 < self._marked == self._met,  # a mark can stand in what is left out
            stated=NOTHING_STATED if self._meta is None else _stated(self._meta),
            remarks=tuple(self._remarks()),
        )

    def _marks(self) -> int:
        """Return how many pages are marked: all but the first, by the count of the editor that wrote the file, or 0."""
        statistic = None if self._meta is None else self._meta.find(f".//{META}document-statistic")
        count = None if statistic is None else statistic.get(META + "page-count")
        marks = sum(1 for _ in self._body.iter(TEXT + "soft-page-break"))
        return marks if count == str(marks + 1) else 0

    def _remarks(self) -> Iterator[str]:
        if self.deletions:
            yield f"{counted(self.deletions, 'tracked deletion')} left out"
        if self.annotations:
            yield f"{counted(self.annotations, 'comment')} left out"
        if self.unnumbered:
            yield f"{counted(self.unnumbered, 'note')} left out for want of a number"
        if self.hidden:
            yield "hidden text was left out"

    def _printed_on_pages(self) -> tuple[Flow, tuple[Flow, ...]]:
        """Return what stands above the first page alone, and what is printed on the others."""
        masters = [] if self._pages is None else list(self._pages.iter(STYLE + "master-page"))
        by_name = {master.get(STYLE + "name"): master for master in masters}
        opening = next(self._body.iter(TEXT + "p", TEXT + "h"), None)
        styled = None if opening is None else opening.get(TEXT + "style-name")
        first = by_name.get(self.styles.of("paragraph", styled).master or "Standard")
        letterhead: Flow = ()
        running: list[Flow] = []
        for master in masters:
            follows = master.get(STYLE + "next-style-name")
            once = master is first and follows not in {None, master.get(STYLE + "name")}
            for kind in (*_PRINTED, *_PRINTED_FIRST):
                part = master.find(STYLE + kind)
                if part is None or part.get(STYLE + "display") == "false":
                    continue
                flow = self.content(part)
                if kind.startswith("header") and (once or (master is first and kind == "header-first")):
                    letterhead += flow
                else:
                    running.append(flow)
        return letterhead, tuple(running)

    # ---- blocks ----

    def content(self, parent: etree._Element) -> Flow:
        """Return the text below an element."""
        flow: list[Passage | Grid | Box] = []
        for child in parent:
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                self.paragraph(child, flow)
            elif tag == TEXT + "list":
                self._list(child, flow)
            elif tag == TABLE + "table":
                flow += self._table(child)
            elif tag in _AROUND_BLOCKS:
                if child.get(TEXT + "display") == "none":
                    self.hidden = True
                else:
                    flow += self.content(child)
            elif tag.startswith(DRAW):
                self.drawing(child, flow)
            elif tag == TEXT + "soft-page-break":
                flow += self._breaks()
        return tuple(flow)

    def paragraph(self, element: etree._Element, flow: list[Passage | Grid | Box], label: str | None = None) -> None:
        """Append a paragraph with what is set beside it; `label` is what a list puts in front of it."""
        name = element.get(TEXT + "style-name")
        style = self.styles.of("paragraph", name)
        level = 0
        if element.tag == TEXT + "h":
            level = min(max(number(element.get(TEXT + "outline-level"), 1), 1), _MOST_LEVELS)
            if label is None and element.get(TEXT + "is-list-header") != "true":
                label = self._label("", level, element) or None
        elif style.level:
            level = style.level
        words = _Words(self, raised=bool(style.raised))
        if style.hidden or element.get(TEXT + "is-hidden") == "true":
            self.hidden = True
        else:
            words.read(element)
        flow.append(
            Passage(
                tuple(words.pieces),
                level=level,
                label=label or "",
                item=label is not None and not level,
                place=place_of(element),
            )
        )
        flow += words.beside

    def _list(
        self,
        element: etree._Element,
        flow: list[Passage | Grid | Box],
        name: str = "",
        depth: int = 1,
        counts: str | None = None,
    ) -> None:
        name = element.get(TEXT + "style-name") or name or self._list_of_style(element)
        if counts is None:
            goes_on = element.get(TEXT + "continue-numbering") == "true"
            counts = element.get(TEXT + "continue-list") or (name if goes_on else "")
            own = element.get("{http://www.w3.org/XML/1998/namespace}id") or name
            if counts not in self.lists or not counts:
                counts = own
                self.lists[own] = _Count()
            self.lists[own] = self.lists[name] = self.lists[counts]
        for item in element:
            if item.tag == TEXT + "soft-page-break":
                flow += self._breaks()
                continue
            numbered = item.tag == TEXT + "list-item"
            first = True
            for child in item:
                tag = child.tag
                if tag in (TEXT + "p", TEXT + "h"):
                    label = self._label(name, depth, item, counts) if numbered and first else ""
                    self.paragraph(child, flow, label)
                    first = False
                elif tag == TEXT + "list":
                    self._list(child, flow, name, min(depth + 1, _MOST_LEVELS), counts)
                elif tag == TABLE + "table":
                    flow += self._table(child)
                elif tag == TEXT + "soft-page-break":
                    flow += self._breaks()

    def _list_of_style(self, element: etree._Element) -> str:
        """Return the list that the style of the first paragraph in a list names, which itself names none."""
        first = next(element.iter(TEXT + "p", TEXT + "h"), None)
        return "" if first is None else self.styles.of("paragraph", first.get(TEXT + "style-name")).list or ""

    def _label(self, name: str, depth: int, element: etree._Element, counts: str = "") -> str:
        """Count one further in a list, or in the headings; return what it puts in front of the paragraph."""
        levels = self.styles.lists.get(name, {})
        level = levels.get(depth)
        if level is None:
            return ""
        count = self.lists.setdefault(counts, _Count()).counts
        start = element.get(TEXT + "start-value")
        count[depth] = number(start, 1) if start else count.get(depth, level.start - 1) + 1
        for deeper in [one for one in count if one > depth]:
            del count[deeper]
        if level.bullet:
            return level.bullet
        if not level.form:
            return f"{level.prefix}{level.suffix}".strip()
        numbers = []
        for above in range(max(1, depth - level.shown + 1), depth + 1):
            one = levels.get(above)
            if one is not None and one.form:
                numbers.append(numeral(count.get(above, one.start), one.form))
        return shortened(f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip())

    def _table(self, element: etree._Element) -> Flow:
        """Return a table, behind it what ends a page below it."""
        rows: list[tuple[Flow, ...]] = []
        ruled = 0
        breaks: list[Passage] = []  # that stand between the last row and the next one
        for row in _rows(element):
            if row.tag == TEXT + "soft-page-break":
                breaks += self._breaks()
                continue
            cells = [cell for cell in row if cell.tag == TABLE + "table-cell"]
            styles = [self.styles.of("table-cell", cell.get(TABLE + "style-name")) for cell in cells]
            ruled += any(style.ruled for style in styles)
            flows = [self.content(cell) for cell in cells]
            if flows:
                flows[0] = (*breaks, *flows[0])
                breaks = []
            rows.append(tuple(flows))
        return (Grid(tuple(rows), ruled=ruled * 2 > len(rows)), *breaks)

    def page_breaks(self) -> tuple[Piece, ...]:
        """Return what stands for the mark of a page, nothing where not all pages are marked."""
        self._met += 1
        return (PAGE_BREAK,) if self._marked else ()

    def _breaks(self) -> tuple[Passage, ...]:
        return tuple(Passage((one,)) for one in self.page_breaks())

    def drawing(self, element: etree._Element, flow: list[Passage | Grid | Box]) -> None:
        """Append the text in a frame or shape: beside the text, or in it where it is set like a word."""
        inner: list[Passage | Grid | Box] = []
        for child in element:
            if child.tag == DRAW + "text-box" or element.tag != DRAW + "frame":
                inner += self.content(child) if child.tag == DRAW + "text-box" else ()
                if child.tag in (TEXT + "p", TEXT + "h"):
                    self.paragraph(child, inner)
                elif child.tag.startswith(DRAW) and child.tag != DRAW + "text-box":
                    self.drawing(child, inner)
        if not inner:
            return
        if element.get(TEXT + "anchor-type") == "as-char":
            flow += inner
        else:
            flow.append(Box(tuple(inner)))

    def note(self, element: etree._Element) -> Piece | None:
        """Read a note; return its marker, None of one without a number."""
        citation = element.find(TEXT + "note-citation")
        body = element.find(TEXT + "note-body")
        label = "" if citation is None else " ".join("".join(map(str, citation.itertext())).split())
        if not label:
            self.unnumbered += 1
            return None
        key = f"note {len(self.notes) + 1}"
        self.notes[key] = Note(key, label, ())  # notes in it come behind it
        self.notes[key] = Note(key, label, () if body is None else self.content(body))
        return Piece(label, key=key)


def _stated(meta: etree._Element) -> Stated:
    """Return what the metadata of an official paper say of it, nothing of another paper.

    Its date and title are left to its text, which says them as the other formats of the paper do.
    """
    said: dict[str, list[str]] = {}
    for one in meta.iter(META + "user-defined"):
        said.setdefault(one.get(META + "name") or "", []).append((one.text or "").strip())
    identifier = said.get("OVERHEIDop.ParlID/DC.identifier", [""])[0]
    if not _IDENTIFIER.fullmatch(identifier):
        return NOTHING_STATED
    dossiers = [written for written in said.get("OVERHEIDop.dossiernummer", ()) if _DOSSIER.fullmatch(written)]
    titles = said.get("OVERHEIDop.dossiertitel", [""])
    return Stated(number=identifier, dossiers=tuple(dossiers), dossier_title=titles[0] or None)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those in groups or headers as well, with the page breaks between them."""
    for child in table:
        if child.tag in (TABLE + "table-row", TEXT + "soft-page-break"):
            yield child
        elif child.tag in (TABLE + "table-rows", TABLE + "table-header-rows", TABLE + "table-row-group"):
            yield from _rows(child)


class _Words:
    """Reads the words of one paragraph into `pieces`, what is set beside it into `beside`."""

    def __init__(self, reader: _Reader, *, raised: bool) -> None:
        self._reader = reader
        self._raised = raised
        self.pieces: list[Piece] = []
        self.beside: list[Passage | Grid | Box] = []

    def read(self, element: etree._Element, *, raised: bool | None = None) -> None:
        """Read what is in a paragraph, or in an element around some of its words."""
        raised = self._raised if raised is None else raised
        self._add(element.text, raised=raised)
        for child in element:
            self._child(child, raised=raised)
            self._add(child.tail, raised=raised)

    def _child(self, child: etree._Element, *, raised: bool) -> None:
        tag = child.tag
        if tag == TEXT + "span":
            style = self._reader.styles.of("text", child.get(TEXT + "style-name"))
            if style.hidden:
                self._reader.hidden = True
            else:
                self.read(child, raised=raised if style.raised is None else style.raised)
        elif tag == TEXT + "s":
            self.pieces.append(Piece(" "))  # in a paragraph, many spaces are as good as one
        elif tag == TEXT + "tab":
            self.pieces.append(TAB)
        elif tag == TEXT + "line-break":
            self.pieces.append(BREAK)
        elif tag == TEXT + "soft-page-break":
            self.pieces += self._reader.page_breaks()
        elif tag == TEXT + "note":
            marker = self._reader.note(child)
            if marker is not None:
                self.pieces.append(marker)
        elif tag in _UNSEEN:
            self._reader.hidden = self._reader.hidden or tag == TEXT + "hidden-text"
        elif tag.startswith(DRAW):
            self._reader.drawing(child, self.beside)
        else:
            self.read(child, raised=raised)

    def _add(self, text: str | None, *, raised: bool) -> None:
        if text:
            self.pieces.append(Piece(text.replace("\n", " ").replace("\f", " "), raised=raised))
