"""What was understood of the make-up of a paper, for a person to read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

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
    markers = sorted((note.start, note.end, note.marker) for note in document.footnotes)
    labels = {note.note_start: note.marker for note in document.footnotes}
    ranges = [(part.start, part.end) for part in document.paragraphs]
    page = None
    for part, words in zip(document.paragraphs, _bracketed(document.text, ranges, markers), strict=True):
        here = document.page_of(part.start)
        if here != page and part.role is not Role.NOTE:
            page = here
            yield "page", str(here)
        if part.role is Role.NOTE:
            label = labels.get(part.start)
            yield (f"note [{label}]", words.removeprefix(f"{label} ")) if label else ("note", words)
        else:
            yield f"{part.role} {part.level}" if part.level else str(part.role), words


def _seen(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs that the lines of a text file show, then its notes."""
    flow = read_flow(document)
    lines = flow.text[: flow.body_end].split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    ranges = [(start, start + len(line)) for start, line in zip(starts, lines, strict=False)]
    markers = [(at, at, note.marker) for at, note in flow.markers]  # where they were taken out
    for line, words in zip(lines, _bracketed(flow.text, ranges, markers), strict=True):
        if line.strip():
            yield "paragraph", words
    for start, end, note in flow.notes:
        yield f"note [{note.marker}]", flow.text[start:end]


def _bracketed(text: str, ranges: Iterable[tuple[int, int]], markers: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    """Yield the words of each range with the markers in it in square brackets; both are in the order of the text."""
    place = 0
    for start, end in ranges:
        while place < len(markers) and markers[place][0] < start:
            place += 1
        pieces: list[str] = []
        at = start
        while place < len(markers) and markers[place][1] <= end:
            low, high, label = markers[place]
            pieces += [text[at:low], f"[{label}]"]
            at = high
            place += 1
        yield "".join([*pieces, text[at:end]])
