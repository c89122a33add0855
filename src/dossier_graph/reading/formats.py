"""What format a file is in, told from its bytes and never from its name."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import regex

from dossier_graph.reading.office.archive import member_names
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["HEAD", "Format", "sniff"]

_MARK = b"\xef\xbb\xbf"  # of UTF-8
_BLANK = b"\0\t\n\f\r "
HEAD = 4096  # bytes in which a file shows what it is
_PDF_REACH = 1024  # bytes in which PDF readers look for its beginning
# The beginning of a PDF behind what a mail program put before it: words that only name one have no object below them.
_PDF_BEHIND = regex.compile(rb"%PDF-\d\.\d\s*+(?:%[^\r\n]{0,200}+\s++){0,5}+\d{1,10}+\s\d{1,5}+\sobj")


class Format(StrEnum):
    """A format that papers come in, by the name that readers know it by."""

    TEXT = "text"
    PDF = "PDF"
    DOCX = "DOCX"
    ODT = "ODT"
    HTML = "HTML"
    XML = "XML"


# What files that are no paper, or none that can be read, begin with: what to call them, and the remedy.
_TO_SAVE = "open it in Word or LibreOffice and save it as DOCX"
_OTHERS = (
    (b"\xd0\xcf\x11\xe0", f"is an old Office file (.doc, .xls, .ppt or .msg); {_TO_SAVE} or PDF"),
    (b"{\\rtf", f"is RTF; {_TO_SAVE}"),
    (b"\xff\xd8\xff", "is a picture (JPEG); make a PDF of it and run it through OCR"),
    (b"\x89PNG", "is a picture (PNG); make a PDF of it and run it through OCR"),
    (b"II*\x00", "is a picture (TIFF); make a PDF of it and run it through OCR"),
    (b"MM\x00*", "is a picture (TIFF); make a PDF of it and run it through OCR"),
    (b"GIF8", "is a picture (GIF); make a PDF of it and run it through OCR"),
    (b"\x1f\x8b", "is a gzip file; unpack it"),
    (b"7z\xbc\xaf", "is a 7z file; unpack it"),
    (b"Rar!", "is a RAR file; unpack it"),
)
# The name of the stream that holds an Office file with a password, as OLE writes names.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_PARTS = (
    ("xl/", f"is a spreadsheet; {_TO_SAVE.replace('DOCX', 'PDF')}"),
    ("ppt/", f"is a presentation; {_TO_SAVE.replace('DOCX', 'PDF')}"),
)
# What may stand before the first element: a declaration, comments, a DOCTYPE; bounded, as a file may be all comment.
_BEFORE_ROOT = regex.compile(
    r"\s*+(?:(?:<\?.{0,2000}?\?>|<!--.{0,3000}?-->|<!DOCTYPE[^<>\[]{0,1000}>)\s*+){0,9}+", regex.S
)
_DOCTYPE = regex.compile(r"(?i)<!DOCTYPE\s+(?P<root>[\w:.-]+)")
_ROOT = regex.compile(r"<(?:[\w.-]+:)?(?P<name>\p{L}[\w.-]*)[\s/>]")
_HTML_ROOTS = frozenset({"html", "head", "body"})
# Elements that a fragment of HTML, or a page without its outermost tags, can begin with.
_HTML_NAMES = """
    a abbr address article aside audio b base big blockquote br button canvas caption center cite code col colgroup dd
    details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frameset h1 h2 h3 h4 h5 h6 header hr
    i iframe img input ins kbd label legend li link main mark menu meta nav noscript ol p pre q s samp script section
    select small span strike strong style sub sup svg table tbody td template textarea tfoot th thead time title tr tt
    u ul var video
"""
_HTML_PARTS = frozenset(_HTML_NAMES.split())
# All other XML has a declaration, a namespace, or an end.
_NAMESPACE = regex.compile(r"<[^<>]{0,3000}?\sxmlns(?::[\w.-]+)?\s?=")
_CLOSING = regex.compile(r"</[\w:.-]+\s*>\s*\Z")


def sniff(data: bytes) -> Format:
    """Return the format of a file.

    Raises:
        UnreadablePaperError: it is in a format that holds no paper, or none that is read.

    >>> str(sniff(b"%PDF-1.7")), str(sniff(b"<!DOCTYPE html><p>Zie")), str(sniff(b"Geachte voorzitter,"))
    ('PDF', 'HTML', 'text')

    """
    head = data[:HEAD]
    if head.removeprefix(_MARK).lstrip(_BLANK).startswith(b"%PDF-"):
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data)
    for start, reason in _OTHERS:
        if head.startswith(start):
            if start.startswith(b"\xd0") and _ENCRYPTED in data:
                raise UnreadablePaperError("is an Office file with a password; save it without one")
            raise UnreadablePaperError(reason)
    behind = _PDF_BEHIND.search(head)
    if behind and behind.start() < _PDF_REACH:
        return Format.PDF
    return _marked_up(_words(head), data[-HEAD:].decode("latin-1"))


def _zipped(data: bytes) -> Format:
    if data[30:].startswith(_ODF):
        if data[30 + len(_ODF) :].startswith(b"text"):
            return Format.ODT
        raise UnreadablePaperError("is an OpenDocument file, but no text; save it as PDF")
    return _office(member_names(data))


def _office(names: Sequence[str]) -> Format:
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    if "content.xml" in names:
        return Format.ODT
    for part, reason in _PARTS:
        if any(name.startswith(part) for name in names):
            raise UnreadablePaperError(reason)
    raise UnreadablePaperError("is a zip file; unpack it and name the folder with its papers")


def _words(head: bytes) -> str:
    """Return bytes as far as ASCII goes, which is all that markup is told by."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    return head.removeprefix(_MARK).decode("latin-1")


def _marked_up(head: str, tail: str) -> Format:
    """Tell markup from text that merely begins with a "<"."""
    if not head.lstrip().startswith("<"):
        return Format.TEXT
    doctype = _DOCTYPE.search(head)
    if doctype:
        return Format.HTML if doctype["root"].casefold() == "html" else Format.XML
    before = _BEFORE_ROOT.match(head)
    root = _ROOT.match(head, before.end() if before else 0)
    name = root["name"].casefold() if root else ""
    if name in _HTML_ROOTS:
        return Format.HTML
    if head.lstrip().startswith("<?xml"):
        return Format.XML
    if root is None:
        return Format.TEXT
    if name in _HTML_PARTS and root["name"] == root[0][1:-1]:
        return Format.HTML
    is_xml = _NAMESPACE.match(head, root.start()) or _CLOSING.search(tail)
    return Format.XML if is_xml else Format.TEXT
