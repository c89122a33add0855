"""From a pile of papers to the graph on disk."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pyoxigraph import Triple

from dossier_graph._version import __version__
from dossier_graph.data import examples_folder
from dossier_graph.errors import DossierGraphError
from dossier_graph.exports.files import check_folder, write_whole
from dossier_graph.exports.network import network_page
from dossier_graph.exports.picture import draw
from dossier_graph.exports.report import make_report
from dossier_graph.exports.selection import MOST_DRAWN
from dossier_graph.exports.turtle import write_turtle
from dossier_graph.graph.triples import to_triples
from dossier_graph.graph.vocabulary import BASE, PREFIXES, check_base
from dossier_graph.limits import LIMITS, Limits
from dossier_graph.linking import link
from dossier_graph.model import Document, Linked, Mentions
from dossier_graph.pipeline import read_papers, registers_once
from dossier_graph.sources import NotRead, mistake

__all__ = ["Build", "NothingReadError", "build"]

_Sources = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


class NothingReadError(DossierGraphError):
    """Not one paper could be read; `not_read` says why of each."""

    def __init__(self, not_read: tuple[NotRead, ...]) -> None:
        self.not_read = not_read
        super().__init__(not_read)

    def __str__(self) -> str:
        return "nothing could be read: " + ("; ".join(map(str, self.not_read)) or "no file or folder was named")


@dataclass(frozen=True, slots=True)
class Build:
    """What a build made: the files it wrote, its report (docs/report.md), and what it could not read.

    `drawn` of the `things` that the page can show are in its picture; they differ for a large graph only.
    """

    turtle: Path
    page: Path
    report_file: Path
    report: dict[str, Any]
    not_read: tuple[NotRead, ...]
    drawn: int
    things: int


def build(
    sources: _Sources | None = None,
    out: str | os.PathLike[str] = "out",
    *,
    base: str = BASE,
    processes: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = LIMITS,
    ocr: bool = False,
) -> Build:
    """Read papers and write dossier.ttl, network.html and report.json into the folder `out`.

    `sources` are files and folders; without them the bundled example is built. `base` is what the IRIs of things begin
    with, and ends in "/". `progress` is told how many files are done and how many there are.
    `limits` bound what reading one file may cost; with `ocr` the words in scanned papers are read, by ocrmypdf.

    Raises:
        BaseError: `base` is no IRI that things can be named under.
        NothingReadError: none of the sources gave a paper; nothing is written.
        OutputError: the output cannot be written; what was there before still is.

    """
    if sources is None:
        sources = examples_folder() / "opvang-oekraine"
    wanted = [sources] if isinstance(sources, (str, os.PathLike)) else list(sources)
    check_base(base)
    folder = Path(out)
    check_folder(folder)
    turtle_file, page_file, report_file = (folder / name for name in ("dossier.ttl", "network.html", "report.json"))
    outputs = (turtle_file, page_file, report_file)
    papers: list[tuple[Document, Mentions]] = []
    not_read: list[NotRead] = []
    total = 0

    def count(files: int) -> None:
        nonlocal total
        total = files

    reading = read_papers(wanted, processes=processes, on_count=count, made=outputs, limits=limits, ocr=ocr)
    for done, result in enumerate(reading, start=1):
        if isinstance(result, NotRead):
            not_read.append(result)
        else:
            papers.append(result)
        if progress:
            progress(done, total)
    if not papers:
        raise NothingReadError(tuple(not_read))

    linked = link(papers, registers_once())
    not_read += [NotRead(name, mistake(reason)) for name, reason in linked.failed.items()]
    # their texts, all quoted now, would stay in memory while the graph is written
    papers = [(replace(document, text=""), found) for document, found in papers if document.name in linked.papers]
    if not papers:
        raise NothingReadError(tuple(not_read))
    # made twice, which takes less than to hold them
    turtle = write_turtle(_triples(linked, base), {**PREFIXES, "id": f"{base}id/"})
    picture = draw(_triples(linked, base))
    page = network_page(picture, "dossier-graph")
    report = make_report(papers, [(one.name, one.reason) for one in not_read], linked, __version__)
    report_text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    write_whole({turtle_file: turtle, page_file: page, report_file: report_text})
    things = len(picture.nodes)
    return Build(
        turtle_file, page_file, report_file, report, tuple(not_read), drawn=min(things, MOST_DRAWN), things=things
    )


def _triples(linked: Linked, base: str) -> Iterator[Triple]:
    return to_triples(linked.things.values(), linked.statements, base)
