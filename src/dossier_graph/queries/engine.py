"""SPARQL on a built graph, within bounds: a process of its own, a time limit, no network, no updates."""

from __future__ import annotations

import io
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from dossier_graph.errors import DossierGraphError
from dossier_graph.graph.vocabulary import BASE, PREFIXES

if sys.platform != "win32":
    import resource
    import signal

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

__all__ = [
    "Answer",
    "GraphFileError",
    "QueryError",
    "QueryTimeoutError",
    "Table",
    "Term",
    "open_graph",
    "prefixes",
    "read_graph",
    "run",
]

_FORMATS: Final = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}

_LONGEST: Final = 86_400  # seconds; the system's clocks do not take just any number
_ANSWER_LIMIT: Final = 256 * 1024 * 1024  # bytes; about a million rows

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


class GraphFileError(DossierGraphError):
    """A file that cannot be read as a graph."""


class QueryError(DossierGraphError):
    """A query that is not answered."""


class QueryTimeoutError(QueryError):
    """A query that was stopped because it took too long."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: column names, and rows with a term or None (no value) for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


Answer: TypeAlias = Table | bool | tuple[Triple, ...]
"""A table for SELECT, true or false for ASK, triples for CONSTRUCT and DESCRIBE."""


def prefixes(base: str = BASE) -> dict[str, str]:
    """Return the prefixes a query may use undeclared; `id:` stands for the things under `base`.

    >>> prefixes()["id"]
    'https://w3id.org/dossier-graph/id/'
    """
    return {**PREFIXES, "id": f"{base}id/"}


def open_graph(path: Path | str) -> Store:
    """Read a graph file into memory; the suffix (.ttl .nt .nq .trig .jsonld .rdf) tells the format.

    The store keeps numbers, not how they are written: "1.0" becomes "1"; `read_graph` gives what the file says.

    Raises GraphFileError when there is no such file, its suffix is another, or its content is not that format.
    """
    path = Path(path)
    rdf_format = _format(path)
    store = Store()
    with _told(path, rdf_format):
        store.load(path=path, format=rdf_format)
    return store


def read_graph(path: Path | str) -> Iterator[Quad]:
    """Yield what a graph file says, exactly as it is written. The formats and errors are those of `open_graph`."""
    path = Path(path)
    rdf_format = _format(path)
    with _told(path, rdf_format):
        yield from parse(path=path, format=rdf_format)


def _format(path: Path) -> RdfFormat:
    if not path.exists():
        raise GraphFileError(f"There is no graph at {path}; build one first, or give the path of its .ttl file")
    if path.is_dir():
        raise GraphFileError(f"{path} is a folder; give the graph file in it, such as dossier.ttl")
    rdf_format = _FORMATS.get(path.suffix.lower())
    if rdf_format is None:
        raise GraphFileError(f"{path} is not a graph file by its name; the names end in {', '.join(_FORMATS)}")
    return rdf_format


@contextmanager
def _told(path: Path, rdf_format: RdfFormat) -> Iterator[None]:
    """Tell what is wrong with a graph file as a GraphFileError."""
    try:
        yield
    except SyntaxError as error:
        where = f", line {error.lineno}" if error.lineno else ""
        raise GraphFileError(f"{path}{where}: not {rdf_format.name}: {_one_line(error.msg)}") from error
    except (OSError, ValueError) as error:
        raise GraphFileError(f"{path} cannot be read: {_one_line(str(error))}") from error


def run(
    graph: Path | str | Store,
    sparql: str,
    substitutions: Mapping[str, Sequence[NamedNode]] | None = None,
    *,
    timeout: float = 30.0,
    base: str = BASE,
) -> Answer:
    """Answer a SPARQL query on a graph file or store.

    Each name in `substitutions` is a variable for which the query keeps a place, `VALUES ?name { UNDEF }`; the IRIs are
    put there as terms, so that nothing in them can change the query. pyoxigraph's own `substitutions` only takes
    variables that are selected, and binds them after the OPTIONALs.

    `timeout` is in seconds, at most a day, and counts reading the graph too. The query runs in a process of its own,
    which is killed then: pyoxigraph cannot be interrupted. Named graphs, where there are any, are queried as one.

    Raises QueryError for what is not a query (updates, SERVICE, syntax) or no time limit, QueryTimeoutError when the
    time is over, and GraphFileError as `open_graph` does.
    """
    if not 0 < timeout <= _LONGEST:
        raise QueryError(f"{timeout!r} is no time limit; give seconds, more than 0 and at most {_LONGEST}")
    _refuse_updates(sparql)
    _refuse_federation(sparql)
    for name, things in (substitutions or {}).items():
        sparql = _bind(sparql, name, things)
    if not isinstance(graph, Store):
        return _run_apart(Path(graph).absolute(), sparql, timeout, base)
    with tempfile.TemporaryDirectory(prefix="dossier-graph-") as folder:
        dump = Path(folder) / "graph.nq"
        graph.dump(dump, RdfFormat.N_QUADS)
        return _run_apart(dump, sparql, timeout, base)


def _bind(sparql: str, name: str, things: Sequence[NamedNode]) -> str:
    place = re.compile(rf"VALUES\s+\?{re.escape(name)}\s*\{{\s*UNDEF\s*\}}")
    if not place.search(sparql):
        raise QueryError(f"The query keeps no place for ?{name}; write VALUES ?{name} {{ UNDEF }} in it")
    values = f"VALUES ?{name} {{ {' '.join(map(str, things))} }}"
    return place.sub(lambda _: values, sparql)


# The process of its own.


def _run_apart(path: Path, sparql: str, timeout: float, base: str) -> Answer:
    job = {"graph": str(path), "sparql": sparql, "prefixes": prefixes(base), "timeout": timeout}
    # -P and an explicit path: a file called pyoxigraph.py in the current folder is never imported.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603  a fixed command; the query goes in by standard input
            [sys.executable, "-P", "-m", __name__],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=timeout,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise QueryTimeoutError(
            f"No answer within {timeout:g} seconds; begin the query with its most selective pattern, "
            "add a LIMIT, or allow more time"
        ) from None
    kind, _, payload = done.stdout.partition(b"\n")
    match kind:
        case b"solutions":
            return _read_table(payload)
        case b"boolean":
            return payload == b"true"
        case b"triples":
            return tuple(quad.triple for quad in parse(payload, RdfFormat.N_TRIPLES))
        case b"graph error":
            raise GraphFileError(payload.decode())
        case b"query error":
            raise QueryError(payload.decode())
        case _ if done.returncode < 0:
            raise QueryError("The query needed more memory than there is, or nests too deeply; make it more selective")
        case _:
            last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise QueryError(f"The query could not be run: {_one_line(last)}")


def _read_table(payload: bytes) -> Table:
    solutions = parse_query_results(payload, QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)  # noqa: S101  the process says that it wrote solutions
    columns = tuple(variable.value for variable in solutions.variables)
    return Table(columns, tuple(tuple(solution) for solution in solutions))


class _Bounded(io.BytesIO):
    """Bytes in memory that stop growing when the answer gets too large to hold."""

    def write(self, data: Buffer, /) -> int:
        if self.tell() + len(memoryview(data)) > _ANSWER_LIMIT:
            raise OverflowError
        return super().write(data)


def _work() -> None:
    """Do the job on standard input; put on standard output a line that says what follows, then the answer or error."""
    job = json.load(sys.stdin.buffer)
    _limit_this_process(job["timeout"])
    try:
        with _cut_off():  # a slip is told before a large graph is read
            Store().query(job["sparql"], prefixes=job["prefixes"])
        store = open_graph(job["graph"])
        with _cut_off():
            kind, payload = _answer(store, job["sparql"], job["prefixes"])
    except GraphFileError as error:
        kind, payload = "graph error", str(error).encode()
    except SyntaxError as error:
        kind, payload = "query error", _explain(str(error), job["sparql"], job["prefixes"]).encode()
    except OverflowError:
        kind, payload = "query error", b"The answer is larger than 256 MB; add a LIMIT"
    except (OSError, RuntimeError, ValueError) as error:
        kind, payload = "query error", f"The query failed: {_one_line(str(error))}".encode()
    sys.stdout.buffer.write(kind.encode() + b"\n")
    sys.stdout.buffer.write(payload)


def _answer(store: Store, sparql: str, known: dict[str, str]) -> tuple[str, bytes | memoryview]:
    union = next(store.named_graphs(), None) is not None
    result = store.query(sparql, prefixes=known, use_default_graph_as_union=union)
    out = _Bounded()
    match result:
        case QuerySolutions():
            result.serialize(out, QueryResultsFormat.JSON)
            return "solutions", out.getbuffer()
        case QueryBoolean():
            return "boolean", b"true" if result else b"false"
        case QueryTriples():
            result.serialize(out, RdfFormat.N_TRIPLES)
            return "triples", out.getbuffer()


def _limit_this_process(seconds: float) -> None:
    """Bound the memory, and end this process also when the one that started it can no longer do so."""
    if sys.platform != "win32":
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") * 3 // 4
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        if most != resource.RLIM_INFINITY:
            memory = min(memory, most)
        with suppress(ValueError, OSError):  # macOS knows the limit and refuses to set it
            resource.setrlimit(resource.RLIMIT_AS, (memory, most))
        signal.alarm(math.ceil(seconds) + 1)


@contextmanager
def _cut_off() -> Iterator[None]:
    """Let nothing be opened, sockets least of all: should a SERVICE get past the check, it gets no further."""
    if sys.platform == "win32":
        yield
        return
    usual, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (usual, most))


# What is refused, and why.

_UPDATES: Final = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])

# What cannot hold a keyword. pyoxigraph needs no space around one: "1SERVICEe:x" is a number, SERVICE and a name.
# Of a prefixed name only the part after the colon counts here, therefore.
_OPAQUE: Final = re.compile(
    r"""
      \#[^\r\n]*                                           # comment
    | <[^<>"{}\x00-\x20]*>                                 # IRI
    | \"{3} (?: \"{0,2} (?: [^"\\] | \\[tbnrf"'\\] ) )* \"{3}
    |  '{3} (?:  '{0,2} (?: [^'\\] | \\[tbnrf"'\\] ) )*  '{3}
    | " (?: [^"\\\r\n] | \\[tbnrf"'\\] )* "
    | ' (?: [^'\\\r\n] | \\[tbnrf"'\\] )* '
    | [?$]\w+                                              # variable
    | : (?: [\w:%-] | \\. )*                               # local name, in which \# is no comment
    """,
    re.VERBOSE,
)
_PROLOGUE: Final = re.compile(r"(?:[\s\0]+|BASE\b|PREFIX\s+[\w.-]*\0)*", re.IGNORECASE)
_SERVICE: Final = re.compile("service", re.IGNORECASE | re.ASCII)


def _refuse_updates(sparql: str) -> None:
    body = _PROLOGUE.sub("", _OPAQUE.sub("\0", sparql), count=1)
    word = re.split(r"\W", body, maxsplit=1)[0].upper()
    if word in _UPDATES:
        raise QueryError(f"{word} is refused: a graph is only asked here, never changed; use SELECT, ASK or CONSTRUCT")


def _refuse_federation(sparql: str) -> None:
    """Refuse SERVICE, which would reach out to the network.

    The word may stand in strings, IRIs, names and comments. Where it depends on the grammar what is one of those, as
    with `?a<?b#>` (an IRI, or less-than and a comment), a query with the word in it is refused as well.
    """
    if not _SERVICE.search(sparql):
        return
    code = _OPAQUE.sub("\0", sparql)
    open_to_doubt = any(
        re.search("[#']", iri) and not re.match(r"<[A-Za-z][\w+.-]*://", iri)
        for iri in _OPAQUE.findall(sparql)
        if iri.startswith("<")
    )
    if _SERVICE.search(code) or open_to_doubt or re.search(r"[\"'\\]", code) or re.search(r"\\[uU]", sparql):
        raise QueryError("SERVICE is refused: a query reaches only the graph it is asked of, never the network")


# Messages.


def _explain(message: str, sparql: str, known: Mapping[str, str]) -> str:
    """Tell a syntax error in one line; pyoxigraph's own lists every character that could have stood there.

    >>> _explain("error at 1:12: expected [_]", "SELECT * { blah }", {})
    'Line 1, column 12 of the query cannot be read, at "blah }"'
    """
    place = re.match(r"error at (\d+):(\d+): ", message)
    if not place:
        return f"The query cannot be read: {_one_line(message)}"
    row, column = int(place[1]), int(place[2])
    line = [*sparql.split("\n"), ""][row - 1]
    where = f"Line {row}, column {column} of the query cannot be read"
    name = re.search(r"([\w.-]*):[^\s:]*$", line[: column - 1])
    if "Prefix not found" in message and name:
        return f"{where}: the prefix {name[1]}: is not declared; {' '.join(f'{key}:' for key in known)} are known"
    if rest := line[column - 1 :].strip():
        return f'{where}, at "{_one_line(rest, 40)}"'
    return f'{where}, after "{line.strip()[-40:]}"' if line.strip() else f"{where}: nothing stands there"


def _one_line(message: str, limit: int = 200) -> str:
    line = " ".join(message.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


if __name__ == "__main__":
    _work()
