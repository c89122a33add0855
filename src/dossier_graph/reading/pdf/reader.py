"""Bytes of a PDF to the outline of the paper in it."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from dossier_graph.reading.outline import Outline
from dossier_graph.reading.pdf.blocks import read_blocks
from dossier_graph.reading.pdf.glyphs import Page, read_page
from dossier_graph.reading.pdf.lines import Line, read_lines
from dossier_graph.reading.text import GarbledTextError, ScannedPaperError, UnreadablePaperError

__all__ = ["read_pdf"]

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_MOST_MENDED = 50_000_000  # bytes of a damaged file
_UNREADABLE = 0.5  # of the characters: a text of which so many mean nothing cannot be read
_OCR = "run it through OCR (ocrmypdf -l nld), or give --ocr"
_CATALOG = re.compile(rb"(?P<number>\d{1,10}) (?P<generation>\d{1,5}) obj\s{0,9}<<[^<>]{0,2000}?/Type\s{0,9}/Catalog\b")


def read_pdf(data: bytes) -> Outline:
    """Return the outline of the paper that a PDF holds: what is printed, in the order in which it is read.

    Nothing in the file is run or followed: no scripts, no links, no attachments.

    Raises:
        UnreadablePaperError: the file has a password, is damaged, holds no text that can be read, or too much of it.
        ScannedPaperError: OCR can read it: it holds pictures only, or its text says other letters than are printed.

    """
    remarks: list[str] = []
    document = _open(data, remarks)
    try:
        read = _lines(document, remarks)
    finally:
        document.close()
    return Outline("PDF", tuple(read_blocks(read)), remarks=tuple(remarks))


def _open(data: bytes, remarks: list[str]) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise UnreadablePaperError("is a PDF with a password; save it without one") from error
        if error.err_code == raw.FPDF_ERR_SECURITY:
            raise UnreadablePaperError("is a PDF with a lock that this program cannot open; save it as PDF") from error
    for mend in (_with_trailer, _rewritten) if len(data) <= _MOST_MENDED else ():
        try:
            document = pdfium.PdfDocument(mend(data))
        except Exception:  # noqa: S112 - a damaged file fails in as many ways as it can be damaged
            continue
        if len(document):
            remarks.append("the PDF is damaged, and was read as far as that goes")
            return document
        document.close()
    raise UnreadablePaperError("is a damaged PDF, or none; get the file again, or save it as PDF anew")


def _with_trailer(data: bytes) -> bytes:
    """Return a PDF that was cut off with an end that names its first object, from which pdfium finds the others."""
    *_, catalog = _CATALOG.finditer(data)
    return data + b"\nendobj\ntrailer\n<< /Root %b >>\nstartxref\n0\n%%%%EOF\n" % (
        catalog["number"] + b" " + catalog["generation"] + b" R"
    )


def _rewritten(data: bytes) -> bytes:
    """Return a damaged PDF as another library writes it, which goes on where pdfium stops."""
    import pypdf  # takes a tenth of a second, and few files need it

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
        raise GarbledTextError(f"has a text that says other letters than are printed; {_OCR}")
    if broken:
        remarks.append(f"{len(broken)} of {count} pages could not be read")
    if scanned:
        remarks.append(f"{scanned} of {count} pages {'has' if scanned == 1 else 'have'} no text")
    if pictured:
        remarks.append(
            f"{pictured} of {count} pages {'is a picture' if pictured == 1 else 'are pictures'} with few words"
        )
    return read
