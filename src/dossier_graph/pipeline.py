"""Papers from disk through reading and recognition, on every core, in the order they were given."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO, TypeVar

import regex

from dossier_graph.lexicon import read_lexicon
from dossier_graph.limits import LIMITS, Limits
from dossier_graph.linking.registers import Registers, read_registers
from dossier_graph.metadata_files import stated_beside
from dossier_graph.model import Document, Mentions
from dossier_graph.reading import UnreadablePaperError, read_document
from dossier_graph.reading.formats import HEAD
from dossier_graph.reading.outline import Stated
from dossier_graph.reading.text import GarbledTextError, ScannedPaperError
from dossier_graph.recognition import Recognition
from dossier_graph.sources import NotRead, find_papers, metadata_beside, mistake
from dossier_graph.workers import Lost, MoreTime, Pool

__all__ = ["Paper", "looks_like_text", "read_papers", "read_text", "registers_once"]

Paper = tuple[Document, Mentions]
_R = TypeVar("_R")

# Starting a process costs as much as recognising this many bytes.
_WORTH_A_PROCESS = 1_000_000
_OF_ANOTHER_FORMAT = 10  # times as costly as plain text of the same size
# Bytes that text in no encoding has, the mark of a PDF, which may stand after others, and the beginnings of other
# formats: of elements and declarations too, wherever they stand.
_NO_TEXT = regex.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]|%PDF-|<[A-Za-z!?/]|\A\s*(?:PK|\{\\rtf)")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@cache
def registers_once() -> Registers:
    """Return the registers that ship with the package, read once in this process."""
    return read_registers()


@cache
def _recognition() -> Recognition:
    """Return the recognisers of this process, made ready once."""
    return Recognition(read_lexicon(registers_once()))


def looks_like_text(start: bytes) -> bool:
    r"""Return whether a file that begins with these bytes holds plain text, which no parser is needed for.

    >>> looks_like_text(b"Den Haag, 7 juli 2023"), looks_like_text(b"\n<html>"), looks_like_text(b"PK\x03\x04")
    (True, False, False)
    """
    if start.startswith(_UTF16):
        start = start.decode("utf-16", "replace").encode()
    return not _NO_TEXT.search(start)


def read_text(path: Path, *, limits: Limits = LIMITS, ocr: bool = False) -> Document | NotRead:
    """Return one file as a document, or the reason why it is none; the rest is as in read_papers."""
    if _is_light([path]):
        return _document(path, _no_more_time, limits=limits, ocr=ocr)
    pool = Pool[Path, "Document | NotRead"](partial(_document, limits=limits, ocr=ocr), processes=1, limits=limits)
    (found,) = _told(pool, [path])
    return found


def read_papers(
    sources: Iterable[str | os.PathLike[str]],
    *,
    processes: int | None = None,
    on_count: Callable[[int], None] | None = None,
    made: Collection[Path] = (),
    limits: Limits = LIMITS,
    ocr: bool = False,
) -> Iterator[Paper | NotRead]:
    """Yield every paper of the sources with what was recognised in it, and every file that gave none with the reason.

    A few plain texts are read in this process. Large amounts, and files of any other format, are read in `processes`
    others (without it in as many as they are worth, up to one for each core; never in more than there are files), each
    file within the limits; the order is that of the sources all the same. `on_count` is told the number of files before
    the first is read. `made` are files that a folder may hold beside its papers, as in find_papers. With `ocr` the
    words in scanned papers are read too.

    Raises:
        NoWorkerError: no process can be started.

    """
    found = list(find_papers(sources, made))
    if on_count:
        on_count(len(found))
    paths = [item for item in found if isinstance(item, Path)]
    if _is_light(paths):
        for item in found:
            yield _read(item, _no_more_time, limits=limits, ocr=ocr) if isinstance(item, Path) else item
        return
    wanted = processes or min(os.cpu_count() or 1, 1 + sum(map(_cost, paths)) // _WORTH_A_PROCESS)
    pool = Pool[Path, "Paper | NotRead"](
        partial(_read, limits=limits, ocr=ocr), processes=min(wanted, len(paths)), limits=limits, prepare=_recognition
    )
    with closing(_told(pool, paths)) as read:
        for item in found:
            yield next(read) if isinstance(item, Path) else item


def _told(pool: Pool[Path, _R], paths: list[Path]) -> Generator[_R | NotRead, None, None]:
    """Yield what the pool makes of files, with the name of the file where it was lost."""
    with closing(pool.map(paths)) as results:
        for path, result in zip(paths, results, strict=True):
            yield NotRead(str(path), result.reason) if isinstance(result, Lost) else result


def _is_light(paths: list[Path]) -> bool:
    """Return whether files are so few, so small, and so plain that no process is needed to read them."""
    return sum(map(_size, paths)) < _WORTH_A_PROCESS and all(map(_is_plain, paths))


def _is_plain(path: Path) -> bool:
    """Return whether no parser is needed for a file, nor for a description beside it."""
    return not metadata_beside(path) and looks_like_text(_start(path))


def _cost(path: Path) -> int:
    """Return what reading a file costs, in bytes of plain text."""
    return _size(path) * (1 if _is_plain(path) else _OF_ANOTHER_FORMAT)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _start(path: Path) -> bytes:
    """Return how a file begins: with nothing, where it cannot be opened."""
    try:
        with _opened(path) as file:
            return file.read(HEAD)
    except (OSError, UnreadablePaperError):
        return b""


def _no_more_time(_seconds: float) -> None:
    """Give a task that is under no bound in time what it asks for."""


def _read(path: Path, more_time: MoreTime, *, limits: Limits, ocr: bool) -> Paper | NotRead:
    try:
        document = _document(path, more_time, limits=limits, ocr=ocr)
        return document if isinstance(document, NotRead) else (document, _recognition().recognise(document))
    except MemoryError:
        raise
    except Exception as error:  # one paper that trips a rule must not cost all the others
        return NotRead(str(path), mistake(f"{type(error).__name__}: {error}"))


def _document(path: Path, more_time: MoreTime, *, limits: Limits, ocr: bool) -> Document | NotRead:
    name = str(path)
    try:
        data = _contents(path, limits)
        beside, remarks = stated_beside(path, partial(_contents, limits=limits))
        try:
            document = read_document(name, data, beside)
        except ScannedPaperError as error:
            if not ocr:
                raise
            more_time(limits.ocr_seconds)
            document = _read_scan(name, data, beside, limits, anew=isinstance(error, GarbledTextError))
        return replace(document, remarks=(*document.remarks, *remarks)) if remarks else document
    except UnreadablePaperError as error:
        return NotRead(name, str(error))
    except OSError as error:
        return NotRead(name, f"cannot be opened ({error.strerror or error}); check your permissions")


def _read_scan(name: str, data: bytes, beside: Stated, limits: Limits, *, anew: bool) -> Document:
    """Return the document whose words are in its pictures; it is known by the bytes that the user gave."""
    from dossier_graph.ocr import ocr

    try:
        document = read_document(name, ocr(data, limits.ocr_seconds, anew=anew), beside)
    except ScannedPaperError:
        raise UnreadablePaperError("shows no words, to OCR neither; leave it out") from None
    remarks = (*document.remarks, "its words were read by OCR")
    return replace(document, digest=hashlib.sha256(data).hexdigest(), remarks=remarks)


def _opened(path: Path) -> BinaryIO:
    """Open an ordinary file; a pipe or device is not touched, and one put in its place since keeps nobody waiting."""
    _check_ordinary(path.stat())
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(descriptor, "rb")
    try:
        _check_ordinary(os.fstat(descriptor))
    except UnreadablePaperError:
        file.close()
        raise
    return file


def _check_ordinary(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadablePaperError("is no ordinary file; name a file or a folder")


def _contents(path: Path, limits: Limits) -> bytes:
    """Return the bytes of a file that is not too large and that nobody writes to meanwhile."""
    size = path.stat().st_size
    if size > limits.file_bytes:
        raise UnreadablePaperError(f"is too large for a paper ({size:,} bytes); split it into its papers")
    with _opened(path) as file:
        before = os.fstat(file.fileno())
        data = file.read(min(before.st_size, limits.file_bytes) + 1)
        after = os.fstat(file.fileno())
    if len(data) != before.st_size or (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise UnreadablePaperError("changes while it is read; read it again when it is whole")
    return data
