"""Bytes of XML or HTML to a tree, without a way out of the file."""

from __future__ import annotations

from codecs import lookup
from collections.abc import Iterable
from contextlib import suppress
from html.entities import html5
from xml.parsers import expat

import regex
from lxml import etree

from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["holders_of", "line_of", "local_name", "parse_html", "parse_xml", "place_of", "words_of"]

_LAST_LINE = 65_535  # the highest that libxml2 counts in HTML: all lines below have this number
# The deepest that libxml2 nests is 256; more elements than this are no paper (the longest debate has some 6,000).
_MOST_TAGS = 2_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEAD = 4096  # bytes in which a page of the web says its encoding: its standard asks for the first 1024
_CHARSET = regex.compile(
    rb"""(?i)<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?([\w.:-]+)"""
)
# The encodings that pages declare; others of Python's are none of text, or slow.
_OF_PAGES = ("utf-8", "cp125", "iso8859-", "mac-roman", "koi8-")
# Where a DOCTYPE may be put into XML that has none, so that the names of HTML's entities need no declaration.
_BEFORE_DOCTYPE = regex.compile(rb"\A(?:\xef\xbb\xbf)?(?:<\?xml\b[^>]{0,300}>)?")
_NAMING_DOCTYPE = b'<!DOCTYPE html SYSTEM "">'
# What browsers read these as; pages of this name hold the quotation marks of Windows-1252.
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_MALFORMED = "is XML that {problem}; get it again from where it came"
_DEPTH = "nests more than 256 elements deep"
_LENGTH = "holds more than 10,000,000 characters in one piece"
_HOSTILE = "is XML that {problem}; save the paper as plain XML or as text (.txt)"


def parse_xml(data: bytes) -> etree._Element:
    """Return the root of XML, without its comments or processing instructions.

    Nothing outside the bytes is ever read. A DOCTYPE that only names a public document type is passed over, one that
    declares anything is refused; of entities only those of HTML, which need no declaration, become characters.

    Raises:
        UnreadablePaperError: the XML is malformed, declares entities, nests deeper than 256 elements, or is too large.

    >>> parse_xml(b"<al>Zie de <!-- eerste -->motie.</al>").text
    'Zie de motie.'

    """
    _refuse_many_tags(data, "XML")
    _refuse_declarations(data)
    root, errors = _tree(data)
    if root is None and any(error.type == etree.ErrorTypes.ERR_UNDECLARED_ENTITY for error in errors):
        start = _BEFORE_DOCTYPE.match(data)
        end = start.end() if start else 0
        root, errors = _tree(b"".join((data[:end], _NAMING_DOCTYPE, data[end:])))
    if root is None:
        if reason := _beyond_limit(errors):
            raise UnreadablePaperError(_HOSTILE.format(problem=reason))
        problem = f"breaks off or is wrong in line {next((error.line for error in errors.filter_from_errors()), 1)}"
        raise UnreadablePaperError(_MALFORMED.format(problem=problem))
    _settle_entities(root)
    return root


def parse_html(data: bytes) -> etree._Element:
    """Return the html element of HTML or XHTML as browsers read it, without its comments.

    The encoding is that of its byte order mark, else UTF-8 where all of it is that, else the one it declares, else
    Windows-1252. Names of elements are in small letters and have no namespace.

    Raises:
        UnreadablePaperError: the HTML is empty, holds binary data, nests deeper than 256 elements, or is too large.

    >>> parse_html("<p>Oekraïne".encode("latin-1")).findtext("body/p")
    'Oekraïne'

    """
    _refuse_many_tags(data, "HTML")
    text = _decoded(data)
    if "\0" in text:
        raise UnreadablePaperError("is no HTML (it holds binary data); get it again from where it came")
    if (strict := _as_xhtml(text)) is not None:
        return strict
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root: etree._Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if reason := _beyond_limit(parser.error_log):
        raise UnreadablePaperError(f"is HTML that {reason}; save it as text (.txt)")
    if root is None:
        raise UnreadablePaperError("is HTML without anything in it; leave it out or put the paper's text in it")
    return root


def words_of(element: etree._Element) -> str:
    """Return all words in an element, one space between them.

    >>> words_of(parse_xml(b"<al>Zie de<b> motie</b>. </al>"))
    'Zie de motie.'
    """
    return " ".join("".join(map(str, element.itertext())).split())


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def line_of(element: etree._Element) -> int | None:
    """Return the line of the file, from 1, in which an element begins; None where the parser lost count of them."""
    line: object = element.sourceline
    return line if isinstance(line, int) and line != _LAST_LINE else None


def place_of(element: etree._Element, lines_before: int | None = 0) -> str:
    """Return the place of an element in the file, empty where it is not known.

    `lines_before` are those of the file above the markup that was parsed, None where nobody knows how many.

    >>> place_of(parse_xml(b"<al>Zie de motie.</al>"), 12)
    'line=13'
    """
    line = line_of(element)
    return "" if line is None or lines_before is None else f"line={line + lines_before}"


def holders_of(elements: Iterable[etree._Element], end: str = "") -> set[etree._Element]:
    """Return all elements that hold one of these, up to those of a name, which end the search.

    >>> root = parse_xml(b"<stuk><divisie><al/></divisie><slot/></stuk>")
    >>> sorted(one.tag for one in holders_of(root.iter("al")))
    ['divisie', 'stuk']
    """
    found: set[etree._Element] = set()
    for element in elements:
        holder = element.getparent()
        while holder is not None and holder not in found and holder.tag != end:
            found.add(holder)
            holder = holder.getparent()
    return found


def _refuse_many_tags(data: bytes, name: str) -> None:
    if data.count(b"<") > 2 * _MOST_TAGS:
        problem = f"holds more than {_MOST_TAGS:,} elements"
        raise UnreadablePaperError(f"is {name} that {problem}; split it or save the paper as text (.txt)")


class _HeadRead(Exception):  # noqa: N818 - it ends the reading of a head, nothing is wrong
    """The head of the XML was read up to its first element."""


def _refuse_declarations(data: bytes) -> None:
    """Refuse XML whose DOCTYPE declares anything, before a parser that builds a tree sees it."""

    def doctype(_name: str, _system: str | None, _public: str | None, declares: bool) -> None:
        if declares:
            raise UnreadablePaperError(_HOSTILE.format(problem="declares entities of its own in a DOCTYPE"))

    def element(_name: str, _attributes: object) -> None:
        raise _HeadRead

    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = doctype
    reader.StartElementHandler = element
    try:
        reader.Parse(data, True)
    except _HeadRead:
        return
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, UnreadablePaperError):
            raise
        problem = f"breaks off or is wrong in line {reader.CurrentLineNumber}"
        raise UnreadablePaperError(_MALFORMED.format(problem=problem)) from None


def _tree(data: bytes) -> tuple[etree._Element | None, etree._ListErrorLog]:
    """Return the root of XML, None where it is malformed, with what the parser found wrong."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser), parser.error_log
    except etree.XMLSyntaxError:
        return None, parser.error_log


def _beyond_limit(errors: etree._ListErrorLog) -> str | None:
    """Return which limit of the parser markup goes beyond, None where it keeps within them all."""
    for error in errors:
        if error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "too big found" in error.message:
            return _DEPTH if "depth" in error.message else _LENGTH
    return None


def _settle_entities(root: etree._Element) -> None:
    """Put the characters of HTML's entities in their place; one of another name stays as it is written."""
    for parent in dict.fromkeys(entity.getparent() for entity in root.iter(etree.Entity)):
        if parent is None:
            continue
        before: etree._Element | None = None
        parts = [parent.text or ""]
        for child in [*parent.iterchildren(), None]:
            if child is not None and child.tag is etree.Entity:
                written = child.text or ""
                parts += [html5.get(written.removeprefix("&"), written), child.tail or ""]
                child.tail = None
                parent.remove(child)
                continue
            if before is None:
                parent.text = "".join(parts)
            else:
                before.tail = "".join(parts)
            if child is not None:
                before, parts = child, [child.tail or ""]


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")  # bytes of another encoding are never that by chance
    declared = _CHARSET.search(data, 0, _HEAD)
    name = ""
    if declared:
        with suppress(LookupError):
            name = lookup(declared[1].decode("ascii")).name
    name = _AS_BROWSERS_DO.get(name, name)
    return data.decode(name if name.startswith(_OF_PAGES) else "cp1252", errors="replace")


def _as_xhtml(text: str) -> etree._Element | None:
    """Return the root of XHTML, None of what is none: HTML knows no empty elements such as <a name="top"/>."""
    start = text[:_HEAD].lstrip()
    if not start.startswith("<?xml") or "<html" not in start:
        return None
    declaration, _, rest = text.partition("?>")
    body = "\n" * declaration.count("\n") + rest  # the lines keep their numbers
    try:
        root = parse_xml(body.encode())
    except UnreadablePaperError:
        return None
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname.lower()
    return root if root.tag == "html" else None
