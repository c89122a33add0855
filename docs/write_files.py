"""Write docs/files.md: what became of every file of a folder of real papers.

    python docs/write_files.py FOLDER

Every file in the folder and below it has a row, but for plain text, which is counted.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dossier_graph.model import Document, Mentions
from dossier_graph.pipeline import read_papers
from dossier_graph.sources import NotRead

_HEAD = """# What became of every file

Every file of the folder of real papers that dossier-graph was developed on, read by the version of this checkout;
`python docs/write_files.py FOLDER` makes this page. What is read of each format stands in [formats.md](formats.md), how
well the notes of the PDF and DOCX files are tied to their sentences in [notes.md](notes.md).

| file | format | kind | date | citations | responsibilities | notes | reason or remark |
|---|---|---|---|---|---|---|---|
"""


def page(folder: Path) -> str:
    """Return the page for the files of a folder."""
    rows = sorted(_rows(folder))
    text = Counter(name.rpartition("/")[0] for name, form, _ in rows if form == "text")
    table = "".join(f"| {row} |\n" for _, form, row in rows if form != "text")
    plain = ", ".join(f"{count} in {where}" for where, count in sorted(text.items()))
    return f"{_HEAD}{table}\nPlain text, all of it read: {plain}.\n"


def _rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    for paper in read_papers([folder]):
        if isinstance(paper, NotRead):
            name = _name(paper.name, folder)
            yield name, "", f"{name} | not read | | | | | | {paper.reason}"
        else:
            name = _name(paper[0].name, folder)
            yield name, paper[0].format, f"{name} | {_read(*paper)}"


def _read(document: Document, mentions: Mentions) -> str:
    counts = f"{len(mentions.citations)} | {len(mentions.responsibilities)} | {len(document.footnotes)}"
    day = document.date.iso if document.date else ""
    return f"{document.format} | {document.kind} | {day} | {counts} | {'; '.join(document.remarks)}"


def _name(path: str, folder: Path) -> str:
    return Path(path).relative_to(folder).as_posix()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("name the folder of papers")
    Path(__file__).with_name("files.md").write_text(page(Path(sys.argv[1])), encoding="utf-8")
