"""Bytes of a PDF to the outline of the paper in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import regex

from dossier_graph.model import Role
from dossier_graph.reading.mending import join_lines
from dossier_graph.reading.outline import Block, BlockBuilder, Outline
from dossier_graph.reading.pdf_columns import read_columns
from dossier_graph.reading.pdf_glyphs import Page, read_page
from dossier_graph.reading.pdf_lines import Line, read_lines
from dossier_graph.reading.pdf_notes import Note, Notes, take_notes
from dossier_graph.reading.pdf_paragraphs import Paragraph, read_paragraphs, read_setting
from dossier_graph.reading.pdf_running import find_running
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["read_pdf"]

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_UNREADABLE = 0.5  # of the characters: a text of which so many mean nothing cannot be read
_OCR = "run it through OCR (ocrmypdf -l nld), or give --ocr"
_HYPHENED = regex.compile(r"\p{L}+(?:-\p{L}+)+")
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
        pages = _pages(document, remarks)
    finally:
        document.close()
    return Outline("PDF", tuple(_blocks(pages)), remarks=tuple(remarks))


def _open(data: bytes, remarks: list[str]) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadablePaperError("is a PDF with a password; save it without one") from error
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise UnreadablePaperError("is a PDF with a lock that this program cannot open; save it as PDF") from error
    try:
        document = pdfium.PdfDocument(_rewritten(data))
    except Exception as error:  # a damaged file fails in as many ways as it can be damaged
        raise UnreadablePaperError("is a damaged PDF, or none; get the file again, or save it as PDF anew") from error
    remarks.append("the PDF is damaged, and was read as far as that goes")
    return document


def _rewritten(data: bytes) -> bytes:
    """Return a damaged PDF as another library, which reads on where pdfium stops, writes it."""
    written = BytesIO()
    writer = pypdf.PdfWriter()
    reader = pypdf.PdfReader(BytesIO(data), strict=False)
    for page in reader.pages[:_MOST_PAGES]:
        writer.add_page(page)
    writer.write(written)
    return written.getvalue()


def _pages(document: pdfium.PdfDocument, remarks: list[str]) -> list[Page]:
    count = len(document)
    if not count:
        raise UnreadablePaperError("is a PDF without pages; get the file again")
    if count > _MOST_PAGES:
        raise UnreadablePaperError(f"has {count:,} pages, more than {_MOST_PAGES:,}; split it")
    pages: list[Page] = []
    broken: list[int] = []
    characters = unmapped = 0
    for number in range(1, count + 1):
        try:
            page = read_page(document, number)
        except pdfium.PdfiumError:
            broken.append(number)
            continue
        pages.append(page)
        characters += sum(len(piece.text) for piece in page.pieces)
        unmapped += page.unmapped
        if characters > _MOST_CHARACTERS:
            raise UnreadablePaperError(f"has more than {_MOST_CHARACTERS:,} characters; split it")
    if not pages:
        raise UnreadablePaperError("is a damaged PDF: none of its pages can be read; get the file again")
    if not characters:
        if any(page.drawn for page in pages):
            raise UnreadablePaperError(f"is a scan without text; {_OCR}")
        raise UnreadablePaperError("is a PDF with empty pages; get the file again")
    if unmapped > _UNREADABLE * (characters + unmapped):
        raise UnreadablePaperError(f"has a text that says other letters than are printed; {_OCR}")
    scanned = sum(1 for page in pages if page.drawn and not page.pieces)
    if broken:
        remarks.append(f"{len(broken)} of {count} pages could not be read")
    if scanned:
        remarks.append(f"{scanned} of {count} pages {'has' if scanned == 1 else 'have'} no text")
    return pages


def _blocks(pages: Sequence[Page]) -> Iterator[Block]:
    read = [(page, read_lines(page)) for page in pages]
    running = find_running(read)
    heads: dict[int, list[Line]] = {}
    beside: dict[int, list[Line]] = {}
    columns = []
    for place, (page, lines) in enumerate(read):
        kept = [line for index, line in enumerate(lines) if (place, index) not in running]
        heads[page.number] = [line for index, line in enumerate(lines) if (place, index) in running]
        sheet = read_columns(kept, page.width)
        beside[page.number] = list(sheet.beside)
        columns += [(page.number, column) for column in sheet.columns]
    setting = read_setting(columns)
    notes = take_notes(columns, setting.size)
    paragraphs = read_paragraphs(columns, setting)
    writer = _Writer({page.number: page.height for page in pages}, notes, _hyphened(read))

    reached = 0  # what stands beside the text of a page comes in front of the first paragraph that begins on it
    for paragraph in paragraphs:
        if paragraph.lines[0].page > reached:
            yield from writer.apart(range(reached + 1, paragraph.lines[0].page + 1), heads, beside)
            reached = paragraph.lines[0].page
        yield writer.paragraph(paragraph)
    yield from writer.apart(range(reached + 1, max(heads) + 1), heads, beside)
    for note in notes.notes:
        yield writer.note(note)


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

    def apart(
        self, pages: Iterable[int], heads: dict[int, list[Line]], beside: dict[int, list[Line]]
    ) -> Iterator[Block]:
        """Yield what belongs to pages: their heads and feet, and their margins, which letters repeat on every page."""
        for page in pages:
            for line in heads.get(page, ()):
                yield self._block(Role.RUNNING, [line])
            for lines in _labels(beside.get(page, ())):
                words = " ".join(line.text for line in lines)
                yield self._block(Role.RUNNING if words in self._beside else Role.MARGIN, lines)
                self._beside.add(words)

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
    """Yield lines of a margin, those in bold type that go on below each other together."""
    group: list[Line] = []
    for line in lines:
        if group and line.bold and group[-1].bold and 0 < group[-1].base - line.base < _CLOSE * line.size:
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group
