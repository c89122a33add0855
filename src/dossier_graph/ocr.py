"""The words in pictures of pages, read by OCRmyPDF."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier_graph.reading.text import UnreadablePaperError
from dossier_graph.sources import printable
from dossier_graph.workers import duration

__all__ = ["OcrError", "ocr"]

_PROGRAM = "ocrmypdf"
# One job: there are as many papers read at once as there are cores.
_OPTIONS = ("-l", "nld", "--output-type", "pdf", "--jobs", "1")
# What the program and those that it starts need to be found, and to find what is theirs.
_SURROUNDINGS = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT", "PATHEXT")
_NEEDED = "needs ocrmypdf with Dutch (the packages ocrmypdf and tesseract-ocr-nld); install them, or leave out --ocr"
_MISSING, _LOCKED = 3, 8  # exit statuses of OCRmyPDF, as its documentation names them
_KILLED = -9  # as the system does with what takes all memory
_OUT_OF_MEMORY = ("MemoryError", "Cannot allocate memory", "bad_alloc")  # in Python, C, C++
_LAST = 4_000  # bytes at the end of what the program says, which tell what went wrong
_SHOWN = 200  # characters of it


class OcrError(UnreadablePaperError):
    """A scanned paper whose words could not be read: the reason and what to do, in a clause."""


def ocr(data: bytes, seconds: float, *, anew: bool = False) -> bytes:
    """Return the PDF with a layer of text over every page that had none; over all pages when they are read `anew`.

    The program `ocrmypdf` does it, in a folder of its own that is gone afterwards, within so many seconds of the clock.
    The same bytes in do not give the same bytes out: the program writes the time into them.

    Raises:
        OcrError: the program or its Dutch is missing, it fails, or it takes longer.

    """
    program = shutil.which(_PROGRAM)
    if program is None:
        raise OcrError(_NEEDED)
    with TemporaryDirectory(prefix="dossier-graph-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        scan, read, said = folder / "scan.pdf", folder / "read.pdf", folder / "said.txt"
        scan.write_bytes(data)
        over = "--force-ocr" if anew else "--skip-text"
        status = _run([program, *_OPTIONS, over, str(scan), str(read)], folder, said, seconds)
        if status == 0 and read.is_file():
            return read.read_bytes()
        raise OcrError(_reason(status, said))


def _run(command: list[str], folder: Path, said: Path, seconds: float) -> int:
    """Run a program in a folder and return its exit status; whatever happens, nothing that it started is left."""
    surroundings = {name: os.environ[name] for name in _SURROUNDINGS if name in os.environ}
    surroundings |= {name: str(folder) for name in ("HOME", "TMPDIR", "TEMP", "TMP")} | {
        "LC_ALL": "C.UTF-8",
        "OMP_THREAD_LIMIT": "1",
    }
    with said.open("wb") as output:
        with _full_memory():
            process = subprocess.Popen(  # noqa: S603  (a fixed program, no shell, names of files that are ours)
                command,
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=output,
                start_new_session=True,
            )
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise OcrError(
                f"has pages that take longer than {duration(seconds)} to read by OCR; split it into parts"
            ) from None
        finally:
            _end(process)


@contextmanager
def _full_memory() -> Iterator[None]:
    """Start a program that may have more memory than this process, whose bound is that of our own readers.

    The program bounds what it unpacks of a picture itself.
    """
    try:
        import resource
    except ImportError:  # no such bound on Windows
        yield
        return
    bound, most = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):  # macOS knows the bound, but takes none
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (bound, most))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _reason(status: int, said: Path) -> str:
    if status == _MISSING:
        return _NEEDED
    if status == _LOCKED:
        return "is locked with a password; save it without one"
    with said.open("rb") as file:
        file.seek(max(0, said.stat().st_size - _LAST))
        end = file.read().decode(errors="replace")
    if status == _KILLED or any(mark in end for mark in _OUT_OF_MEMORY):
        return "needs more memory to read by OCR than there is; close other programs, or split it into parts"
    lines = end.split("\n")
    last = next((line for line in reversed(lines) if line.strip()), f"exit status {status}")
    # the names of files that are gone by now, other ones each time, tell nobody anything
    told = " ".join(word for word in last.split() if not word.startswith(str(said.parent)))
    return f"cannot be read by OCR (ocrmypdf: {printable(told)[:_SHOWN]}); read it by hand, or leave it out"
