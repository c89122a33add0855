"""Bytes to Documents: format, text, pages, footnotes, title, date."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePath

from dossier_graph.model import Document, Footnote, Role
from dossier_graph.plain import Plain, plain
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.footnotes import find_footnotes
from dossier_graph.reading.formats import Format, sniff
from dossier_graph.reading.front import Front, read_front
from dossier_graph.reading.outline import NOTHING_STATED, Block, Outline, Stated
from dossier_graph.reading.pages import find_imprints, find_page_numbers, find_page_starts, find_running_lines
from dossier_graph.reading.text import UnreadablePaperError, decode

__all__ = ["UnreadablePaperError", "read_document"]


def read_document(name: str, data: bytes, beside: Stated = NOTHING_STATED) -> Document:
    """Return the document that a file holds; `name` is its path as the user gave it.

    `beside` is what the metadata of the publisher, in a file of its own, says about the paper. What the file itself
    states goes before it, and both before what is read from the text.

    Raises:
        UnreadablePaperError: the bytes give no text.

    >>> read_document("brief.txt", b"Den Haag, 7 juli 2023").date.day.isoformat()
    '2023-07-07'

    """
    form = sniff(data)
    digest = hashlib.sha256(data).hexdigest()
    if form is Format.TEXT:
        document, own = _of_text(name, decode(data), digest), NOTHING_STATED
    else:
        outline = _reader(form)(data)
        document, own = _of_outline(name, outline, digest), outline.stated
    running = (document.text[low:high] for low, high in document.apart)
    return _described(document, read_front(document.text, PurePath(name).stem, running), own, beside)


def _reader(form: Format) -> Callable[[bytes], Outline]:
    """Return what reads a format; its parser is loaded when the first such file comes."""
    match form:
        case Format.PDF:
            from dossier_graph.reading.pdf.reader import read_pdf

            return read_pdf
        case Format.DOCX:
            from dossier_graph.reading.office.docx import read_docx

            return read_docx
        case Format.ODT:
            from dossier_graph.reading.office.odt import read_odt

            return read_odt
        case Format.HTML:
            from dossier_graph.reading.markup.html import read_html

            return read_html
        case _:
            from dossier_graph.reading.markup.official_xml import read_xml

            return read_xml


def _of_text(name: str, text: str, digest: str) -> Document:
    """Return the document of a text file, what its layout means told from its lines."""
    source = plain(text)
    pages = find_page_starts(source.text)
    imprints, numbers = find_imprints(source.text), find_page_numbers(source.text, pages)
    running = find_running_lines(source.text, pages, imprints, numbers)
    return Document(
        name=name,
        text=text,
        digest=digest,
        pages=(0, *map(source.origin, pages[1:])),
        footnotes=tuple(_placed(source, note) for note in find_footnotes(source.text, pages, running)),
        apart=tuple(source.span(*line) for line in running),
    )


def _of_outline(name: str, outline: Outline, digest: str) -> Document:
    """Return the document of a file whose format says what its parts are."""
    made = assemble(outline)
    if not made.text.strip():
        raise UnreadablePaperError("has no text in it; leave it out")
    return Document(
        name=name,
        text=made.text,
        digest=digest,
        title=_first_heading(outline.blocks),
        pages=tuple(offset for offset, _ in made.pages) or (0,),
        page_numbers=tuple(page for _, page in made.pages),
        footnotes=tuple(made.footnotes),
        apart=tuple(made.apart),
        format=outline.format,
        paragraphs=tuple(made.paragraphs),
        places=tuple(made.places),
        links=tuple(made.links),
        remarks=outline.remarks,
    )


def _first_heading(blocks: Iterable[Block]) -> str | None:
    """Return the heading that a paper begins with, which is its title where it names none; None where text begins."""
    for block in blocks:
        if block.role is Role.HEADING:
            return block.text
        if block.role in {Role.PARAGRAPH, Role.ITEM, Role.ROW}:
            return None
    return None


def _described(document: Document, front: Front, own: Stated, beside: Stated) -> Document:
    """Return the document with what its publisher, and its text, say about it.

    What the file states goes first, and the metadata beside it before what is read from the text; but a title and a
    day that the paper prints go before those of the metadata, which may be a longer title and the day of publication.
    """
    printed = None if front.date and front.date.inferred_from else front.date
    debate = "Handeling" in (own.kind, beside.kind)  # who speaks in one says "jl." of many days
    number = own.number or beside.number or front.number
    return replace(
        document,
        kind=own.kind or beside.kind or front.kind,
        title=own.title or front.title or beside.title or (None if number else document.title),
        date=own.date or printed or beside.date or (None if debate else front.date),
        reference=own.reference or beside.reference or front.reference,
        number=number,
        dossiers=own.dossiers or beside.dossiers or front.dossiers,
        dossier_title=own.dossier_title or beside.dossier_title or front.dossier_title,
    )


def _placed(source: Plain, note: Footnote) -> Footnote:
    """Return a footnote of the plain text with the offsets of the file."""
    return Footnote(note.marker, *source.span(note.start, note.end), *source.span(note.note_start, note.note_end))
