"""Files and folders as the user names them, to the files that are papers."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NotRead", "find_papers", "metadata_beside", "mistake", "printable"]

# Names that papers have; what such a file holds is told from its bytes.
_PAPERS = frozenset({
    "", ".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".docm", ".dotx", ".odt", ".ott", ".html", ".htm",
    ".xhtml", ".xml", ".doc", ".rtf",
})  # fmt: skip
# Names of the files in which the publisher of a paper describes it, behind the name of the paper or alone.
_METADATA = ("metadata.xml", "metadata_owms.xml")
# What files of the formats that are read begin with, but for text, which anything may look like.
_BEGINNINGS = (b"%PDF-", b"PK\x03\x04", b"<?xml", b"\xef\xbb\xbf<?xml", b"<!DOCTYPE", b"<!doctype", b"<html")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")  # which may be photographs of a paper
# Files that systems and word processors leave in folders, passed over as hidden files are.
_LITTER = (".", "~$", "Thumbs.db", "desktop.ini")


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
    named by itself is always taken. What is left out is yielded with the reason, but for the metadata beside a paper,
    and for the files that are `made` from the papers, which a folder may hold as well.
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
        names = [name for name in names if not name.startswith(_LITTER)]
        stems = {Path(name).stem for name in names if not name.endswith(_METADATA)}
        for name in sorted([*links, *names]):
            path = Path(where, name)
            if passed_over and os.path.realpath(path) in passed_over:
                continue
            empty = False
            judged = _judged(path, stems)
            if judged is not None:
                yield judged
    for error in errors:
        yield NotRead(str(error.filename), f"cannot be opened ({error.strerror}); check your permissions")
    if empty and not errors:
        yield NotRead(str(folder), "has no papers in it; put them there as PDF, DOCX, ODT, HTML, XML or text")


def metadata_beside(paper: Path) -> list[Path]:
    """Return the files in which the publisher of a paper may describe it, those with the name of the paper first.

    They lie in its folder: "kst-32545-143.metadata.xml" beside "kst-32545-143.pdf", or "metadata.xml", which may be
    that of another paper.
    """
    names = [*(f"{paper.stem}.{name}" for name in _METADATA), *_METADATA]
    beside = (paper.with_name(name) for name in names)
    return [
        path
        for path in beside
        if os.path.isfile(path) and not path.is_symlink()  # noqa: PTH113  (Path.is_file fails on a name that is too long)
    ]


def _judged(path: Path, papers: Collection[str]) -> Path | NotRead | None:
    """Return a file of a folder if it can be a paper, None if it describes one of the `papers` there (names)."""
    if path.is_symlink():
        return NotRead(str(path), "is a link, and links in a folder are not followed; name the file itself")
    described = next((end for end in _METADATA if f".{path.name}".endswith(f".{end}")), None)
    if described:
        owner = path.name.removesuffix(described).removesuffix(".")
        if owner in papers or (papers and not owner):
            return None
        return NotRead(str(path), "describes a paper that does not lie beside it; put the two in one folder")
    if path.suffix.casefold() in _PAPERS or _begins_as_paper(path):
        return path
    return NotRead(
        str(path), f"is no paper by its name ({path.suffix}) or its first bytes; save a paper as PDF or DOCX"
    )


def _begins_as_paper(path: Path) -> bool:
    try:
        if not path.is_file():  # a pipe would wait for somebody to write into it
            return False
        with path.open("rb") as file:
            return file.read(16).startswith((*_BEGINNINGS, *_PICTURES))
    except OSError:
        return False
