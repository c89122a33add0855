"""The command line: build, extract, text, query, score."""
# ruff: noqa: D301  (click's mark for words that stay on their lines is a backspace)

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from dossier_graph._version import __version__
from dossier_graph.errors import DossierGraphError
from dossier_graph.limits import LIMITS, Limits
from dossier_graph.sources import printable

if TYPE_CHECKING:
    from dossier_graph.builder import Build
    from dossier_graph.scoring import Score
    from dossier_graph.sources import NotRead

__all__ = ["main"]

NOTHING_READ, WRONG_USAGE = 1, 2
_LISTED = 10  # files that could not be read, named on the terminal beside a report that has them all
_NOT_MEANT = ("is no paper by its name", "describes a paper", "is a link")  # reasons of files that lie among papers


class _PathType(click.Path):
    """A path; the empty name, which would silently be the current folder, is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("the name is empty; name a file or a folder", param, ctx)
        return super().convert(value, param, ctx)


# a file without read permission is none that was named wrongly: it is told as not read
_PATH = _PathType(path_type=Path, readable=False)
_SOURCES = click.argument("sources", nargs=-1, type=_PATH, metavar="SOURCE...")
_PROCESSES = click.option(
    "--processes",
    type=click.IntRange(min=1),
    metavar="N",
    help="Read in so many processes.  [default: up to one per core]",
)
_SECONDS = click.option("--seconds-per-file", "seconds", type=click.FloatRange(min=0.1), default=LIMITS.seconds,
                        show_default=True, metavar="S", help="Give up a file that takes longer.")  # fmt: skip
_OCR = click.option("--ocr", is_flag=True, help="Read the words in scanned papers, with ocrmypdf if it is installed.")


def _fail(error: DossierGraphError | str, status: int) -> NoReturn:
    click.echo(f"dossier-graph: {printable(str(error))}", err=True)
    raise SystemExit(status)


def _say_not_read(not_read: Sequence[NotRead], report: Path | None = None) -> None:
    _say("not read", [str(one) for one in not_read], report)


def _say_remarks(remarks: Iterable[tuple[str, str]], report: Path | None = None) -> None:
    """Say what there is to know of files that were read: pages without text, a damaged end."""
    _say("remark", [f"{name}: {remark}" for name, remark in remarks], report)


def _say(what: str, lines: Sequence[str], report: Path | None) -> None:
    """Print lines beside the output: only the first of them where a report has them all."""
    shown = lines if report is None else lines[:_LISTED]
    for line in shown:
        click.echo(printable(f"{what}: {line}"), err=True)
    if len(shown) < len(lines):
        click.echo(f"{what}: {len(lines) - len(shown)} more; {report} lists them all", err=True)


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show a progress bar on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


class _Group(click.Group):
    """A group whose commands turn the package's errors into one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader of our output has seen enough
            sys.stderr.close()
            raise SystemExit(0) from None
        except DossierGraphError as error:
            _fail(error, WRONG_USAGE)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="dossier-graph", message="%(prog)s %(version)s")
def main() -> None:
    """Read Dutch parliamentary papers and give back their graph.

    What cites what, and who is responsible for what, each edge with the exact
    words it rests on. Nothing here uses the network.

    \b
    Example:
      dossier-graph build papers/ -o out
      dossier-graph query out/dossier.ttl --question wie-ondertekende-wat
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command()
@_SOURCES
@click.option("-o", "--out", type=_PATH, default=Path("out"), show_default=True,
              help="Folder for the output; made if it is not there.")  # fmt: skip
@click.option("--base", default="https://w3id.org/dossier-graph/", metavar="IRI",
              help="What the IRIs of things begin with.")  # fmt: skip
@_PROCESSES
@_SECONDS
@_OCR
def build(sources: tuple[Path, ...], out: Path, base: str, processes: int | None, seconds: float, ocr: bool) -> None:
    """Read papers and make the graph, the page and the report.

    SOURCE is a file or a folder; several may be given: PDF, DOCX, ODT, HTML,
    official XML or text. Without any, the bundled example is built. Writes dossier.ttl, network.html and
    report.json into the output folder.

    \b
    Example:
      dossier-graph build papers/ letter.txt -o out
    """
    from dossier_graph.builder import NothingReadError
    from dossier_graph.builder import build as make

    try:
        with _progress("Reading") as progress:
            made = make(
                list(sources) or None,
                out,
                base=base,
                processes=processes,
                progress=progress,
                limits=Limits(seconds=seconds),
                ocr=ocr,
            )
    except NothingReadError as error:
        _say_not_read(error.not_read)  # no report lists them
        _fail("nothing could be read, so nothing was written", NOTHING_READ)
    # a paper that was meant to be read goes before what no one meant
    _say_not_read(sorted(made.not_read, key=lambda one: one.reason.startswith(_NOT_MEANT)), made.report_file)
    told = ((paper["file"], remark) for paper in made.report["papers"] for remark in paper["remarks"])
    _say_remarks(told, made.report_file)
    click.echo(_summary(made))


def _summary(made: Build) -> str:
    report = made.report
    mentions = report["mentions"]
    holders = report["office_holders"]
    rows = [
        ("Papers read", f"{len(report['papers'])}" + (f" ({len(made.not_read)} not read)" if made.not_read else "")),
        ("Citations", _counted(mentions)),
        ("Responsibilities", _counted(report["responsibilities"])),
        ("Things", f"{report['resolved']} resolved, {len(report['unresolved'])} not (each says why)"),
        ("Office holders", f"{len(holders)}: {', '.join(holders)}" if holders else "0"),
        ("Graph", _whole(made.turtle)),
        ("Page", f"{_whole(made.page)}  (open it in a browser)"),
        ("Report", _whole(made.report_file)),
    ]
    if made.drawn < made.things:
        told = f"{made.drawn:,} of {made.things:,} things; the search of the page finds the others"
        rows.insert(-1, ("In the picture", told))
    return "\n".join(_row(label, value) for label, value in rows)


def _whole(path: Path) -> str:
    """Return a path that stays in one piece when lines are broken: a NUL, which no path has, for each blank."""
    return printable(str(path)).replace(" ", "\0")


def _counted(counts: dict[str, int]) -> str:
    if not counts:
        return "0"
    parts = ", ".join(
        f"{kind} {number}" for kind, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    )
    return f"{sum(counts.values())}: {parts}"


def _row(label: str, value: str) -> str:
    import textwrap

    return textwrap.fill(
        f"{label:<18}{value}", 80, subsequent_indent=" " * 18, break_long_words=False, break_on_hyphens=False
    ).replace("\0", " ")


@main.command()
@_SOURCES
@_PROCESSES
@_SECONDS
@_OCR
@click.option("--html", is_flag=True, help="Print the papers as a web page, their mentions marked by colour.")
def extract(sources: tuple[Path, ...], processes: int | None, seconds: float, ocr: bool, html: bool) -> None:
    """Print what papers say as JSON Lines, one record a mention.

    Citations, responsibilities, dates and footnotes, in reading order for
    each paper, the papers in the order given. start and end count
    characters of the text that `dossier-graph text` prints.

    \b
    Examples:
      dossier-graph extract letter.txt | head -3
      dossier-graph extract --html letter.txt > letter.html
    """
    from dossier_graph.pipeline import read_papers
    from dossier_graph.recognition.records import records
    from dossier_graph.sources import NotRead

    if not sources:
        raise click.UsageError("name a file or a folder to read")
    read = 0
    not_read: list[NotRead] = []
    marked: list[tuple[str, str, list[dict[str, Any]]]] = []
    with _progress("Reading") as progress:
        total = [0]
        papers = read_papers(
            sources, processes=processes, on_count=total.append, limits=Limits(seconds=seconds), ocr=ocr
        )
        for done, paper in enumerate(papers, start=1):
            if isinstance(paper, NotRead):
                not_read.append(paper)
            else:
                read += 1
                _say_remarks([(paper[0].name, remark) for remark in paper[0].remarks])
                said = list(records(*paper))
                if html:
                    marked.append((printable(paper[0].name), paper[0].text, said))
                else:
                    for record in said:
                        click.echo(json.dumps(record, ensure_ascii=False))
            if progress:
                progress(done, total[-1])
    _say_not_read(not_read)
    if not read:
        _fail("nothing could be read", NOTHING_READ)
    if html:
        from dossier_graph.exports.marked import marked_page

        click.echo(marked_page(marked), nl=False)


@main.command()
@click.argument("path", type=_PATH)
@click.option("--structure", "structured", is_flag=True,
              help="Print its title, date, headings, paragraphs and notes instead.")  # fmt: skip
@_SECONDS
@_OCR
def text(path: Path, structured: bool, seconds: float, ocr: bool) -> None:
    """Print the text of a paper, as the offsets of extract count it.

    With --structure, what was understood of its make-up: each part with what
    it is, the number of a note in square brackets where its marker stands.

    \b
    Examples:
      dossier-graph text letter.pdf > letter.txt
      dossier-graph text --structure letter.pdf
    """
    from dossier_graph.pipeline import read_text
    from dossier_graph.sources import NotRead, find_papers

    if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir fails on a name that is too long)
        _fail(f"{path}: is a folder; name one file", WRONG_USAGE)
    for found in find_papers([path]):
        document = found if isinstance(found, NotRead) else read_text(found, limits=Limits(seconds=seconds), ocr=ocr)
        if isinstance(document, NotRead):
            _fail(str(document), NOTHING_READ)
        _say_remarks([(document.name, remark) for remark in document.remarks if not structured])
        if structured:
            import shutil

            from dossier_graph.exports.structure import structure

            click.echo(structure(document, shutil.get_terminal_size((80, 24)).columns))
        else:
            sys.stdout.buffer.write(document.text.encode("utf-8", "surrogatepass"))


@main.command()
@click.argument("graph", type=_PATH, required=False)
@click.argument("sparql", required=False)
@click.option("-q", "--question", metavar="NAME", help="Ask a ready question.")
@click.option("-a", "--about", metavar="WORDS", help="What the question is about: a number, file name, title or name.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["text", "csv", "json", "turtle"]), default="text", show_default=True
)
@click.option("--timeout", type=click.FloatRange(min=0.1), default=30.0, show_default=True, metavar="SECONDS",
              help="Stop a query that takes longer.")  # fmt: skip
@click.option("--list-questions", is_flag=True, help="List the ready questions and stop.")
def query(
    graph: Path | None,
    sparql: str | None,
    question: str | None,
    about: str | None,
    form: str,
    timeout: float,
    list_questions: bool,
) -> None:
    """Ask a graph something: a SPARQL query, a .rq file, or a ready question.

    The usual prefixes need no declaration; id: stands for the things.

    \b
    Examples:
      dossier-graph query --list-questions
      dossier-graph query out/dossier.ttl -q wat-citeert-dit-stuk -a brief.txt
      dossier-graph query out/dossier.ttl 'SELECT ?s { ?s a dg:Motie }' -f csv
    """
    from dossier_graph.queries import engine, questions

    ready = questions.read_questions()
    if list_questions:
        click.echo(_list(ready))
        return
    if graph is None:
        raise click.UsageError("name the graph file, such as out/dossier.ttl")
    if (sparql is None) == (question is None):
        raise click.UsageError("give either a SPARQL query (or .rq file) or --question NAME")
    if question is not None:
        if question not in ready:
            near = questions.nearest_question(question)
            meant = f"did you mean {' or '.join(near)}?" if near else "--list-questions names them"
            _fail(f"there is no question {question!r}; {meant}", WRONG_USAGE)
        needed = ready[question].parameter
        if needed and about is None:
            _fail(f"{question} needs --about: {needed.label_en}", WRONG_USAGE)
        found = questions.answer(graph, ready[question], about, timeout=timeout)
    else:
        if about is not None:
            raise click.UsageError("--about goes with --question")
        found = engine.run(graph, _query_text(sparql or ""), timeout=timeout)
    click.echo(_formatted(found, form), nl=False)


def _query_text(sparql: str) -> str:
    if not sparql.endswith(".rq"):
        return sparql
    try:
        return Path(sparql).read_text(encoding="utf-8-sig")
    except OSError as error:
        _fail(f"{sparql}: cannot be opened ({error.strerror or error}); check the path of the query", WRONG_USAGE)
    except UnicodeDecodeError:
        _fail(f"{sparql}: is no UTF-8 text; save the query as UTF-8", WRONG_USAGE)


def _formatted(found: Any, form: str) -> str:
    import shutil

    from dossier_graph.queries import tables

    if form == "text" and isinstance(found, tuple):
        form = "turtle"
    width = shutil.get_terminal_size((80, 24)).columns
    match form:
        case "csv":
            return tables.as_csv(found)
        case "json":
            return tables.as_json(found)
        case "turtle":
            return tables.as_turtle(found)
        case _:
            return tables.as_text(found, width)


def _list(ready: Any) -> str:
    lines: list[str] = []
    for one in ready.values():
        needs = f"  --about: {one.parameter.label_en}" if one.parameter else ""
        lines += [one.name, f"    {one.title_nl}", f"    {one.title_en}"] + ([f"  {needs}"] if needs else [])
    return "\n".join(lines)


@main.command()
@click.argument("gold", type=_PATH)
@click.option("--root", type=_PATH, metavar="DIR", help="Folder that the annotations name their papers from.")
@click.option("--errors", is_flag=True, help="List every miss and every spurious hit.")
def score(gold: Path, root: Path | None, errors: bool) -> None:
    """Measure how well annotated papers are read.

    GOLD is a folder with one JSON file for each annotated paper. Prints what
    was right, missed and spurious, with precision, recall and F1.

    \b
    Example:
      dossier-graph score gold/ --errors
    """
    from dossier_graph.pipeline import read_papers
    from dossier_graph.recognition.records import records
    from dossier_graph.scoring import measure, read_gold
    from dossier_graph.sources import NotRead

    annotated = list(read_gold(gold, root))
    if not annotated:
        _fail(f"{gold}: has no annotations (*.json with citations); name the folder that has", NOTHING_READ)
    said = {}
    for result in read_papers(paper.source for paper in annotated):
        if isinstance(result, NotRead):
            _fail(str(result), NOTHING_READ)
        said[os.path.realpath(result[0].name)] = list(records(*result))
    read = [(paper, said[os.path.realpath(paper.source)]) for paper in annotated]
    measured = measure(read)
    if errors:
        for one in measured.findings:
            click.echo(printable(f"{one.paper}: {one.how} {one.what} [{one.start}] {one.quote[:70]!r}"))
    click.echo(_score_table(measured))


def _score_table(measured: Score) -> str:
    lines = [f"{'':26}{'right':>7}{'missed':>8}{'spurious':>10}{'P':>8}{'R':>8}{'F1':>8}"]
    for label, count in (*sorted(measured.counts.items()), *measured.groups().items()):
        figures = f"{count.right:7}{count.missed:8}{count.spurious:10}"
        lines.append(f"{label:26}{figures}{count.precision:8.3f}{count.recall:8.3f}{count.f1:8.3f}")
    right, missed, spurious = (
        sum(getattr(count, name) for count in measured.relations.values()) for name in ("right", "missed", "spurious")
    )
    lines.append(f"{'RELATION (mean)':26}{right:7}{missed:8}{spurious:10}{'':16}{measured.relation_mean():8.3f}")
    lines.append(f"{measured.papers} paper{'' if measured.papers == 1 else 's'}")
    return "\n".join(lines)
