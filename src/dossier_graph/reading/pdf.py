"""Bytes of a PDF to the outline of the paper in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import regex

from dossier_graph.model import Role
from dossier_graph.reading.mending import join_lines
from dossier_graph.reading.outline import Block, BlockBuilder, Outline
from dossier_graph.reading.pdf_columns import Column, read_columns
from dossier_graph.reading.pdf_glyphs import Page, read_page
from dossier_graph.reading.pdf_lines import Line, read_lines
from dossier_graph.reading.pdf_notes import Note, Notes, take_notes
from dossier_graph.reading.pdf_paragraphs import Paragraph, read_paragraphs
from dossier_graph.reading.pdf_running import find_running
from dossier_graph.reading.pdf_setting import read_setting
from dossier_graph.reading.text import ScannedPaperError, UnreadablePaperError

__all__ = ["read_pdf"]

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_UNREADABLE = 0.5  # of the characters: a text of which so many mean nothing cannot be read
_OCR = "run it through OCR (ocrmypdf -l nld), or give --ocr"
_CATALOG = re.compile(rb"(?P<number>\d{1,10}) (?P<generation>\d{1,5}) obj\s{0,9}<<[^<>]{0,2000}?/Type\s{0,9}/Catalog\b")
_HYPHENED = regex.compile(r"\p{L}+(?:-\p{L}+)+")
# What letterheads of ministries have in bold type above a value.
_LABEL = regex.compile(r"(?:Ons|Onze|Uw|Kenmerk|Datum|Bijlage|Contact|Kopie|Auteur|Behandeld|Betreft|Onderwerp)\b")
_LEVEL = 0.3  # of the size: what stands on one baseline is no further apart
_CLOSE = 1.5  # of the size: lines of one label in the margin are no further apart


def read_pdf(data: bytes) -> Outline:
    """Return the outline of the paper that a PDF holds: what is printed, in the order in which it is read.

    Nothing in the file is run or followed: no scripts, no links, no attachments.

    Raises:
        UnreadablePaperError: the file has a password, is damaged, holds no text that can be read, or too much of it.

    """
    remarks: list[str] = []
    document = _open(data, remarks)
    try:
        read = _lines(document, remarks)
    finally:
        document.close()
    return Outline("PDF", tuple(_blocks(read)), remarks=tuple(remarks))


def _open(data: bytes, remarks: list[str]) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadablePaperError("is a PDF with a password; save it without one") from error
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise UnreadablePaperError("is a PDF with a lock that this program cannot open; save it as PDF") from error
    for mend in (_with_trailer, _rewritten):
        try:
            document = pdfium.PdfDocument(mend(data))
            if len(document):
                remarks.append("the PDF is damaged, and was read as far as that goes")
                return document
        except Exception:  # noqa: S112 - a damaged file fails in as many ways as it can be damaged
            continue
    raise UnreadablePaperError("is a damaged PDF, or none; get the file again, or save it as PDF anew")


def _with_trailer(data: bytes) -> bytes:
    """Return a PDF that was cut off with an end that names its first object, from which pdfium finds the others."""
    *_, catalog = _CATALOG.finditer(data)
    return data + b"\nendobj\ntrailer\n<< /Root %b >>\nstartxref\n0\n%%%%EOF\n" % (
        catalog["number"] + b" " + catalog["generation"] + b" R"
    )


def _rewritten(data: bytes) -> bytes:
    """Return a damaged PDF as another library writes it, which goes on where pdfium stops."""
    written = BytesIO()
    writer = pypdf.PdfWriter()
    for page in pypdf.PdfReader(BytesIO(data), strict=False).pages[:_MOST_PAGES]:
        writer.add_page(page)
    writer.write(written)
    return written.getvalue()


def _lines(document: pdfium.PdfDocument, remarks: list[str]) -> list[tuple[Page, list[Line]]]:
    """Return the pages of a document with their lines."""
    count = len(document)
    if not count:
        raise UnreadablePaperError("is a PDF without pages; get the file again")
    if count > _MOST_PAGES:
        raise UnreadablePaperError(f"has {count:,} pages, more than {_MOST_PAGES:,}; split it")
    read: list[tuple[Page, list[Line]]] = []
    broken: list[int] = []
    characters = unmapped = scanned = pictured = 0
    for number in range(1, count + 1):
        try:
            page = read_page(document, number)
        except pdfium.PdfiumError:
            broken.append(number)
            continue
        read.append((replace(page, pieces=()), read_lines(page)))
        characters += sum(len(piece.text) for piece in page.pieces)
        unmapped += page.unmapped
        scanned += page.drawn and not page.pieces
        pictured += page.pictured and bool(page.pieces)
        if characters > _MOST_CHARACTERS:
            raise UnreadablePaperError(f"has more than {_MOST_CHARACTERS:,} characters; split it")
    if not read:
        raise UnreadablePaperError("is a damaged PDF: none of its pages can be read; get the file again")
    if not characters:
        if scanned:
            raise ScannedPaperError(f"is a scan without text; {_OCR}")
        raise UnreadablePaperError("is a PDF with empty pages; get the file again")
    if unmapped > _UNREADABLE * characters:
        raise UnreadablePaperError(f"has a text that says other letters than are printed; {_OCR}")
    if broken:
        remarks.append(f"{len(broken)} of {count} pages could not be read")
    if scanned:
        remarks.append(f"{scanned} of {count} pages {'has' if scanned == 1 else 'have'} no text")
    if pictured:
        remarks.append(
            f"{pictured} of {count} pages {'is a picture' if pictured == 1 else 'are pictures'} with few words"
        )
    return read


def _blocks(read: Sequence[tuple[Page, Sequence[Line]]]) -> Iterator[Block]:
    running = find_running(read)
    around: dict[int, _Around] = {}
    columns: list[tuple[int, Column]] = []
    for place, (page, lines) in enumerate(read):
        sheet = read_columns([line for index, line in enumerate(lines) if (place, index) not in running], page.width)
        columns += [(page.number, column) for column in sheet.columns]
        edges = [line for index, line in enumerate(lines) if (place, index) in running]
        around[page.number] = _Around(
            tuple(line for line in edges if line.base > page.height / 2),
            sheet.beside,
            tuple(line for line in edges if line.base <= page.height / 2),
        )
    setting = read_setting(columns)
    notes = take_notes(columns, setting.size)
    paragraphs = read_paragraphs(columns, setting)
    writer = _Writer({page.number: page.height for page, _ in read}, notes, _hyphened(read))

    reached = 0
    for paragraph in paragraphs:
        # where a paragraph goes on over a page end, what stands there comes behind it
        while reached < paragraph.lines[0].page:
            yield from writer.foot(around.get(reached, _NOTHING))
            reached += 1
            yield from writer.head(around.get(reached, _NOTHING))
        yield writer.paragraph(paragraph)
    for number in range(reached, max(around) + 1):
        yield from writer.foot(around.get(number, _NOTHING))
        yield from writer.head(around.get(number + 1, _NOTHING))
    for note in notes.notes:
        yield writer.note(note)


@dataclass(frozen=True, slots=True)
class _Around:
    """The lines around the text of a page."""

    head: tuple[Line, ...] = ()
    beside: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()


_NOTHING = _Around()


def _hyphened(read: Iterable[tuple[Page, Sequence[Line]]]) -> frozenset[str]:
    """Return the words that a paper writes with a hyphen where no line ends."""
    found: set[str] = set()
    for _, lines in read:
        for line in lines:
            if "-" in line.text:
                found.update(word.casefold() for word in _HYPHENED.findall(line.text))
    return frozenset(found)


class _Writer:
    """Writes lines as blocks."""

    def __init__(self, heights: dict[int, float], notes: Notes, hyphened: frozenset[str]) -> None:
        self._heights = heights
        self._notes = notes
        self._hyphened = hyphened
        self._beside: set[str] = set()  # what stood in the margin of a page

    def head(self, around: _Around) -> Iterator[Block]:
        """Yield the head of a page, then its margin, which letters repeat on every page."""
        for line in around.head:
            yield self._block(Role.RUNNING, [line])
        for lines in _labels(around.beside):
            words = " ".join(line.text for line in lines)
            yield self._block(Role.RUNNING if words in self._beside else Role.MARGIN, lines)
            self._beside.add(words)

    def foot(self, around: _Around) -> Iterator[Block]:
        """Yield the foot of a page."""
        for line in around.foot:
            yield self._block(Role.RUNNING, [line])

    def paragraph(self, paragraph: Paragraph) -> Block:
        """Return the block of a paragraph."""
        builder = BlockBuilder(paragraph.role, paragraph.level, self._place(paragraph.lines))
        for place, cell in enumerate(paragraph.cells or [paragraph.lines]):
            if place:
                builder.add(" | " if paragraph.role is Role.ROW else " ")
            self._write(builder, cell)
        return builder.build()

    def note(self, note: Note) -> Block:
        """Return the block of a note."""
        builder = BlockBuilder(Role.NOTE, place=self._place(note.lines), key=note.key, label=note.label)
        self._write(builder, note.lines, len(note.printed))
        return builder.build()

    def _block(self, role: Role, lines: Sequence[Line]) -> Block:
        builder = BlockBuilder(role, place=self._place(lines))
        self._write(builder, lines)
        return builder.build()

    def _place(self, lines: Sequence[Line]) -> str:
        page = lines[0].page
        here = [line for line in lines if line.page == page]
        left, right = min(line.left for line in here), max(line.right for line in here)
        top = self._heights[page] - max(line.base + 0.8 * line.size for line in here)
        bottom = self._heights[page] - min(line.base - 0.25 * line.size for line in here)
        box = max(0, round(left)), max(0, round(top)), round(right - left), round(bottom - top)
        return f"page={page}&viewrect={','.join(map(str, box))}"

    def _write(self, builder: BlockBuilder, lines: Sequence[Line], skip: int = 0) -> None:
        """Write lines, but for the first characters, in front of which the number of a note stands."""
        for place, line in enumerate(lines):
            builder.page(line.page)
            if not skip and not self._notes.on(line):
                builder.add(
                    join_lines(line.text, lines[place + 1].text, self._hyphened)
                    if place + 1 < len(lines)
                    else line.text
                )
                continue
            for number, word in enumerate(line.words):
                if word.spaced and number:
                    builder.add(" ")
                at, skip = min(skip, len(word.text)), max(0, skip - len(word.text))
                for mark in self._notes.of(line, number):
                    builder.add(word.text[at : mark.start])
                    builder.mark(word.text[mark.start : mark.end], mark.key)
                    at = mark.end
                text = word.text[at:]
                if number + 1 == len(line.words) and place + 1 < len(lines):
                    text = join_lines(text, lines[place + 1].text, self._hyphened)
                builder.add(text)


def _labels(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield lines of a margin: together what stands on one baseline, and what goes on below in bold type."""
    group: list[Line] = []
    for line in lines:
        if group:
            gap = group[-1].base - line.base
            bold = line.bold and group[-1].bold and 0 < gap < _CLOSE * line.size and not _LABEL.match(line.text)
            if not line.turned and (abs(gap) < _LEVEL * line.size or bold):
                group.append(line)
                continue
            yield group
        group = [line]
    if group:
        yield group
