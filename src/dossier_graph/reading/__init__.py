"""Bytes to Documents: format, text, pages, footnotes, title, date."""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from dossier_graph.model import Document, Footnote
from dossier_graph.plain import Plain, plain
from dossier_graph.reading.footnotes import find_footnotes
from dossier_graph.reading.front import read_front
from dossier_graph.reading.pages import find_imprints, find_page_numbers, find_page_starts, find_running_lines
from dossier_graph.reading.text import UnreadablePaperError, decode

__all__ = ["UnreadablePaperError", "read_document"]


def read_document(name: str, data: bytes) -> Document:
    """Return the document that a file holds; `name` is its path as the user gave it.

    Raises:
        UnreadablePaperError: the bytes give no text.

    >>> read_document("brief.txt", b"Den Haag, 7 juli 2023").date.day.isoformat()
    '2023-07-07'

    """
    text = decode(data)
    source = plain(text)
    pages = find_page_starts(source.text)
    imprints, numbers = find_imprints(source.text), find_page_numbers(source.text, pages)
    running = find_running_lines(source.text, pages, imprints, numbers)
    front = read_front(source.text, PurePath(name).stem, (source.text[low:high] for low, high in running))
    return Document(
        name=name,
        text=text,
        digest=hashlib.sha256(data).hexdigest(),
        kind=front.kind,
        title=front.title,
        date=front.date,
        reference=front.reference,
        number=front.number,
        dossiers=front.dossiers,
        dossier_title=front.dossier_title,
        pages=(0, *map(source.origin, pages[1:])),
        footnotes=tuple(_placed(source, note) for note in find_footnotes(source.text, pages, running)),
        apart=tuple(source.span(*line) for line in running),
    )


def _placed(source: Plain, note: Footnote) -> Footnote:
    """Return a footnote of the plain text with the offsets of the file."""
    return Footnote(note.marker, *source.span(note.start, note.end), *source.span(note.note_start, note.note_end))
