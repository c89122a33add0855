"""Papers from disk through reading and recognition, on every core, in the order they were given."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking.registers import Registers, read_registers
from dossier_graph.model import Document, Mentions
from dossier_graph.reading import UnreadablePaperError, read_document
from dossier_graph.recognition import Recognition
from dossier_graph.sources import NotRead, find_papers, mistake

__all__ = ["Paper", "read_papers", "read_text", "registers_once"]

Paper = tuple[Document, Mentions]

# Starting a process costs as much as recognising this many bytes.
_WORTH_A_PROCESS = 1_000_000
_AT_ONCE = 16  # papers handed to a process together
_LARGEST = 64_000_000  # bytes; the longest paper of the Kamer is a few million


@cache
def registers_once() -> Registers:
    """Return the registers that ship with the package, read once in this process."""
    return read_registers()


@cache
def _recognition() -> Recognition:
    """Return the recognisers of this process, made ready once."""
    return Recognition(read_lexicon(registers_once()))


def read_text(path: Path) -> Document | NotRead:
    """Return one file as a document, or the reason why it is none."""
    name = str(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            return NotRead(name, "is no ordinary file; name a file or a folder")
        if size > _LARGEST:
            return NotRead(name, f"is too large for a paper ({size:,} bytes); split it into its papers")
        return read_document(name, path.read_bytes())
    except UnreadablePaperError as error:
        return NotRead(name, str(error))
    except OSError as error:
        return NotRead(name, f"cannot be opened ({error.strerror or error}); check your permissions")


def _read(path: Path) -> Paper | NotRead:
    try:
        document = read_text(path)
        return document if isinstance(document, NotRead) else (document, _recognition().recognise(document))
    except Exception as error:  # one paper that trips a rule must not cost all the others
        return NotRead(str(path), mistake(f"{type(error).__name__}: {error}"))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def read_papers(
    sources: Iterable[str | os.PathLike[str]],
    *,
    processes: int | None = None,
    on_count: Callable[[int], None] | None = None,
    made: Collection[Path] = (),
) -> Iterator[Paper | NotRead]:
    """Yield every paper of the sources with what was recognised in it, and every file that gave none with the reason.

    Large amounts are read in as many processes as there are cores, or as `processes` says; the order is that of the
    sources all the same. `on_count` is told the number of files before the first is read. `made` are files that a
    folder may hold beside its papers, as in find_papers.
    """
    found = list(find_papers(sources, made))
    if on_count:
        on_count(len(found))
    paths = [item for item in found if isinstance(item, Path)]
    wanted = processes or os.cpu_count() or 1
    wanted = min(wanted, 1 + sum(map(_size, paths)) // _WORTH_A_PROCESS, max(1, len(paths)))
    if wanted < 2:
        for item in found:
            yield _read(item) if isinstance(item, Path) else item
        return
    with ProcessPoolExecutor(wanted, mp_context=get_context("spawn")) as pool:
        read = _in_order(pool, paths, wanted)
        for item in found:
            yield next(read) if isinstance(item, Path) else item


def _read_some(paths: list[Path]) -> list[Paper | NotRead]:
    return [_read(path) for path in paths]


def _in_order(pool: ProcessPoolExecutor, paths: list[Path], processes: int) -> Iterator[Paper | NotRead]:
    """Yield the papers in order, with no more of them under way than keeps the processes busy."""
    some = max(1, min(_AT_ONCE, len(paths) // (4 * processes)))
    rest = iter(paths)
    batches = iter(lambda: list(islice(rest, some)), [])
    pending = [_submit(pool, batch) for batch in islice(batches, 3 * processes)]
    while pending:
        done = pending.pop(0).result()
        pending.extend(_submit(pool, batch) for batch in islice(batches, 1))
        yield from done


def _submit(pool: ProcessPoolExecutor, paths: list[Path]) -> Future[list[Paper | NotRead]]:
    """Hand papers to the pool, which may start a process for them.

    A new process runs the caller's script again, which without `if __name__ == "__main__"` would start a build in each
    of them; it does not where no script shows.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        return pool.submit(_read_some, paths)
    finally:
        sys.modules["__main__"] = script
