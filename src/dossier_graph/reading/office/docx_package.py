"""The parts of a DOCX file and the relationships that lead from one to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from posixpath import dirname, join, normpath, split

from lxml import etree

from dossier_graph.reading.markup.parsing import parse_xml
from dossier_graph.reading.office.archive import Archive, open_archive
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["Package", "R", "W", "attribute", "is_on", "open_package", "value_of"]

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# Files in the strict variant of the standard differ in the names of their namespaces alone.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)
_VALUE = W + "val"
_OFF = {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Package:
    """A DOCX file: its parts by name, each parsed when it is asked for; `main` is the part with the text."""

    archive: Archive
    main: str
    _targets: dict[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)

    def part(self, name: str) -> etree._Element | None:
        """Return the root of a part, None where there is none of this name."""
        data = self.archive.read(name)
        return None if data is None else _parsed(data)

    def related(self, kind: str) -> etree._Element | None:
        """Return the root of the part that stands in a relationship to the main part ("styles"), None without one."""
        for _, type_, target in self._relationships(self.main):
            if type_ == kind:
                return self.part(target)
        return None

    def target(self, identifier: str) -> str | None:
        """Return the name of the part that the main part refers to by an identifier ("rId7")."""
        for one, _, target in self._relationships(self.main):
            if one == identifier:
                return target
        return None

    def _relationships(self, source: str) -> tuple[tuple[str, str, str], ...]:
        if source not in self._targets:
            self._targets[source] = _relationships(self.archive, source)
        return self._targets[source]


def open_package(data: bytes) -> Package:
    """Return the package that the bytes of a file are.

    Raises:
        UnreadablePaperError: the bytes are no DOCX file, or one that is encrypted, damaged or too large.

    """
    archive = open_archive(data)
    for _, kind, target in _relationships(archive, ""):
        if kind == "officeDocument" and target in archive:
            return Package(archive, target)
    if "word/document.xml" in archive:
        return Package(archive, "word/document.xml")
    raise UnreadablePaperError("is a zip archive without the text of a Word document; save the paper as DOCX")


def _relationships(archive: Archive, source: str) -> tuple[tuple[str, str, str], ...]:
    """Return the relationships of a part as identifier, kind, name of the part they lead to; none leaves the file."""
    folder, name = split(source)
    data = archive.read(join(folder, "_rels", f"{name}.rels"))
    if data is None:
        return ()
    found = []
    for one in _parsed(data).iter("{*}Relationship"):
        if one.get("TargetMode") == "External":
            continue
        target = (one.get("Target") or "").replace("\\", "/")
        place = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(source), target))
        found.append((one.get("Id") or "", (one.get("Type") or "").rpartition("/")[2], place))
    return tuple(found)


def _parsed(data: bytes) -> etree._Element:
    if b"purl.oclc.org" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return parse_xml(data)


def attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute of WordprocessingML, None where the element or the attribute is missing."""
    return None if element is None else element.get(W + name)


def value_of(element: etree._Element | None, path: str) -> str | None:
    """Return w:val of the element at a path ("numPr/numId") below another, None where it is missing."""
    if element is None:
        return None
    found = element.find(_path(path))
    return None if found is None else found.get(_VALUE)


@cache
def _path(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property that is on or off is on, None where nothing says so."""
    found = None if properties is None else properties.find(_path(name))
    return None if found is None else (found.get(_VALUE) or "1") not in _OFF
