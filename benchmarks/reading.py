"""Time reading per format, side by side with the libraries that a user would pick instead.

    pip install -e '.[benchmark]'
    python benchmarks/reading.py [--seconds 3] FOLDER…

FOLDER holds papers. For every format, and on one core, prints the pages a second of dossier-graph (text in reading
order with pages, headings, notes tied to their markers) and of each other library (bare text), on the same files in
the same run, and the time of the others as a multiple of that of dossier-graph. A page is one of the file for PDF,
and 3,000 characters of text for formats without pages.
"""

from __future__ import annotations

import argparse
import io
import logging
import sys
import time
import warnings
from collections.abc import Callable, Iterable
from pathlib import Path

from dossier_graph.reading import UnreadablePaperError, read_document
from dossier_graph.reading.formats import Format, sniff

_PAGE = 3000  # characters
_Reader = Callable[[bytes], object]


def _ours(data: bytes) -> object:
    return read_document("paper", data)


def _pdfium(data: bytes) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def _pypdf(data: bytes) -> object:
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def _pdfminer(data: bytes) -> object:
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def _python_docx(data: bytes) -> object:
    from docx import Document

    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def _soup(parser: str) -> _Reader:
    def read(data: bytes) -> object:
        from bs4 import BeautifulSoup

        return BeautifulSoup(data, parser).get_text(" ")

    return read


_OTHERS: dict[Format, dict[str, _Reader]] = {
    Format.PDF: {"pypdfium2": _pdfium, "pypdf": _pypdf, "pdfminer.six": _pdfminer},
    Format.DOCX: {"python-docx": _python_docx},
    Format.ODT: {},
    Format.HTML: {"BeautifulSoup (html.parser)": _soup("html.parser"), "BeautifulSoup (lxml)": _soup("lxml")},
    Format.XML: {"BeautifulSoup (lxml-xml)": _soup("lxml-xml")},
}


def _papers(folders: Iterable[Path]) -> dict[Format, list[tuple[bytes, int]]]:
    """Return the papers that are read, as bytes with the number of their pages, by format."""
    papers: dict[Format, list[tuple[bytes, int]]] = {form: [] for form in _OTHERS}
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        try:
            form = sniff(data)
            if form in papers:
                document = read_document(str(path), data)
                pages = max(document.page_numbers, default=0) if form is Format.PDF else 0
                papers[form].append((data, pages or -(-len(document.text) // _PAGE)))
        except UnreadablePaperError:
            continue
    return papers


def _lap(read: _Reader, papers: Iterable[bytes]) -> float:
    begin = time.process_time()
    for data in papers:
        read(data)
    return time.process_time() - begin


def _times(readers: dict[str, _Reader], papers: list[bytes], seconds: float) -> dict[str, float]:
    """Return the least time that each reader takes for the papers: they take turns, until each has had its seconds."""
    laps: dict[str, list[float]] = {name: [_lap(read, papers)] for name, read in readers.items()}
    most = max(1, int(seconds / max(0.001, max(times[0] for times in laps.values()))))
    for _ in range(min(most, 50)):
        for name, read in readers.items():
            laps[name].append(_lap(read, papers))
    return {name: min(times) for name, times in laps.items()}


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=3.0, help="of the slowest reader, for each format")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)  # what the others have to say about fonts and parsers
    warnings.simplefilter("ignore")
    papers = _papers(arguments.folders)
    if not any(papers.values()):
        sys.exit("there are no PDF, DOCX, ODT, HTML or XML papers in these folders")
    for form, others in _OTHERS.items():
        pages = sum(count for _, count in papers[form])
        if not pages:
            continue
        print(f"\n{form}: {len(papers[form])} papers, {pages} pages")
        times = _times({"dossier-graph": _ours, **others}, [data for data, _ in papers[form]], arguments.seconds)
        for name, taken in times.items():
            ratio = f"{taken / times['dossier-graph']:8.2f} times the time" if name != "dossier-graph" else ""
            print(f"  {name:28}{pages / taken:10.0f} pages/s {ratio}")


if __name__ == "__main__":
    _main()
