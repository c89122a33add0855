"""Files and folders as the user names them, to the files that are papers."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NotRead", "find_papers", "mistake", "printable"]

_TEXT = frozenset({".txt", ".text", ".md", ".markdown", ""})
_LATER = {".pdf": "PDF", ".docx": "DOCX", ".odt": "ODT", ".html": "HTML", ".htm": "HTML", ".xhtml": "HTML",
          ".xml": "XML", ".doc": "an old Word file (.doc)", ".rtf": "RTF"}  # fmt: skip


def printable(words: str) -> str:
    r"""Return words on one line that cannot steer a terminal: what is not printable is written out.

    >>> printable("Oekraïne\n\x1b[31m")
    'Oekraïne\\n\\x1b[31m'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


@dataclass(frozen=True, slots=True)
class NotRead:
    """A file or folder that gave no paper: what is wrong with it and what to do, in a clause that follows its name."""

    name: str
    reason: str

    def __str__(self) -> str:
        return printable(f"{self.name}: {self.reason}")


def mistake(words: str) -> str:
    """Return the reason of a file that tripped a rule of ours, with the words of the exception."""
    return f"cannot be read by a mistake in dossier-graph ({' '.join(words.split())}); please report it with the paper"


def find_papers(sources: Iterable[str | os.PathLike[str]], made: Collection[Path] = ()) -> Iterator[Path | NotRead]:
    """Yield the papers among files and folders, folders in the order of their names, each file once.

    In a folder (and the folders in it) only files that can be papers are taken, and links are not followed; a file
    named by itself is always taken. What is left out is yielded with the reason, but for the files that are `made`
    from the papers, which a folder may hold as well.
    """
    seen: set[str] = set()
    passed_over = frozenset(map(os.path.realpath, made))
    for source in sources:
        for found in _in_source(Path(source), passed_over):
            if isinstance(found, NotRead):
                yield found
            elif (real := os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found


def _in_source(source: Path, passed_over: Collection[str]) -> Iterator[Path | NotRead]:
    try:
        if source.is_dir():
            yield from _in_folder(source, passed_over)
        elif source.exists():
            yield source
        else:
            yield NotRead(str(source), "does not exist; check the spelling of the path")
    except OSError as error:
        yield NotRead(str(source), f"cannot be opened ({error.strerror or error}); check its name and your permissions")


def _in_folder(folder: Path, passed_over: Collection[str]) -> Iterator[Path | NotRead]:
    empty = True
    errors: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(where, name).is_symlink()]
        for name in sorted([*links, *(name for name in names if not name.startswith("."))]):
            path = Path(where, name)
            if passed_over and os.path.realpath(path) in passed_over:
                continue
            empty = False
            yield _judged(path)
    for error in errors:
        yield NotRead(str(error.filename), f"cannot be opened ({error.strerror}); check your permissions")
    if empty and not errors:
        yield NotRead(str(folder), "has no papers in it; put the papers there as text (.txt or .md)")


def _judged(path: Path) -> Path | NotRead:
    suffix = path.suffix.casefold()
    if path.is_symlink():
        return NotRead(str(path), "is a link, and links in a folder are not followed; name the file itself")
    if suffix in _TEXT:
        return path
    if suffix in _LATER:
        return NotRead(str(path), f"is {_LATER[suffix]}, which is not read yet; save it as text (.txt)")
    return NotRead(str(path), f"is no paper by its name ({suffix}); save a paper as text (.txt or .md)")
