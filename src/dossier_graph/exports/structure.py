"""What was understood of the make-up of a paper, for a person to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from dossier_graph.model import Document, Role
from dossier_graph.recognition.flow import read_flow
from dossier_graph.sources import printable

__all__ = ["structure"]

_INDENT = 14
_UNTOLD = "does not show"


def structure(document: Document, width: int = 80) -> str:
    r"""Return the title, the date and the parts of a paper in reading order, in lines of at most so many characters.

    The number of a note stands in square brackets where its marker was, and in front of its text.

    >>> from dossier_graph.reading import read_document
    >>> print(structure(read_document("brief.txt", b"Geachte voorzitter,\n\nHierbij mijn brief.")).splitlines()[-1])
    paragraph     Hierbij mijn brief.
    """
    rows = [*_front(document), ("", ""), *_parts(document)]
    return "\n".join(_row(label, words, width) for label, words in rows)


def _row(label: str, words: str, width: int) -> str:
    return textwrap.fill(
        f"{printable(label):<{_INDENT}}{printable(words)}",
        max(width, 2 * _INDENT),
        subsequent_indent=" " * _INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _front(document: Document) -> Iterator[tuple[str, str]]:
    pages = len(set(document.page_numbers)) or (len(document.pages) if len(document.pages) > 1 else 0)
    yield "format", document.format + (f", {pages} pages" if pages > 1 else "")
    yield "kind", document.kind
    yield "title", document.title or _UNTOLD
    if document.date and document.date.inferred_from:
        yield "date", f"{document.date.iso}, inferred from {document.date.inferred_from}"
    else:
        yield "date", document.date.iso if document.date else _UNTOLD
    if document.number:
        yield "number", document.number
    if document.dossiers:
        titled = f" ({document.dossier_title})" if document.dossier_title else ""
        yield "dossier", ", ".join(document.dossiers) + titled
    if document.reference:
        yield "reference", document.reference
    for remark in document.remarks:
        yield "remark", remark


def _parts(document: Document) -> Iterator[tuple[str, str]]:
    return _told(document) if document.paragraphs else _seen(document)


def _told(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the parts that the format of the file tells."""
    markers = sorted((note.start, note.end) for note in document.footnotes)
    labels = {note.note_start: note.marker for note in document.footnotes}
    place = 0
    page = None
    for part in document.paragraphs:
        here = document.page_of(part.start)
        if here != page and part.role is not Role.NOTE:
            page = here
            yield "page", str(here)
        while place < len(markers) and markers[place][0] < part.start:
            place += 1
        inside: list[tuple[int, int]] = []
        while place < len(markers) and markers[place][1] <= part.end:
            inside.append(markers[place])
            place += 1
        words = _bracketed(document.text, part.start, part.end, inside)
        if part.role is Role.NOTE:
            label = labels.get(part.start)
            yield (f"note [{label}]", words.removeprefix(f"{label} ")) if label else ("note", words)
        else:
            yield f"{part.role} {part.level}" if part.level else str(part.role), words


def _bracketed(text: str, start: int, end: int, markers: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = start
    for low, high in markers:
        pieces += [text[at:low], f"[{text[low:high]}]"]
        at = high
    return "".join([*pieces, text[at:end]])


def _seen(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs that the lines of a text file show, then its notes."""
    flow = read_flow(document)
    at = place = 0
    for words in flow.text[: flow.body_end].split("\n"):
        pieces: list[str] = []
        end = at + len(words)
        last = at
        while place < len(flow.markers) and flow.markers[place][0] <= end:
            offset, note = flow.markers[place]
            pieces += [flow.text[last:offset], f"[{note.marker}]"]
            last = offset
            place += 1
        if words.strip():
            yield "paragraph", "".join([*pieces, flow.text[last:end]])
        at = end + 1
    for start, end, note in flow.notes:
        yield f"note [{note.marker}]", flow.text[start:end]
