"""Bytes of XML or HTML to a tree, without a way out of the file."""

from __future__ import annotations

from codecs import lookup
from collections.abc import Iterable
from html.entities import html5
from xml.parsers import expat

import regex
from lxml import etree

from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["holders_of", "line_of", "parse_html", "parse_xml", "words_of"]

# The deepest that libxml2 nests is 256; more elements than this are no paper (the longest debate has some 6,000).
_MOST_TAGS = 2_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_HEAD = 4096  # bytes in which a page of the web says its encoding: its standard asks for the first 1024
_CHARSET = regex.compile(
    rb"""(?i)<(?:meta\b[^>]{0,300}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?([\w.:-]+)"""
)
# The encodings that pages declare; others of Python's are none of text, or slow.
_OF_PAGES = ("utf-8", "cp125", "iso8859-", "mac-roman", "koi8-")
# What browsers read these as; pages of this name hold the quotation marks of Windows-1252.
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_MALFORMED = "is XML that {problem}; get it again from where it came"
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
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _too_deep(parser):
            raise UnreadablePaperError(_HOSTILE.format(problem="nests more than 256 elements deep")) from None
        problem = f"breaks off or is wrong in line {error.lineno or 1}"
        raise UnreadablePaperError(_MALFORMED.format(problem=problem)) from None
    _settle_entities(root)
    return root


def parse_html(data: bytes) -> etree._Element:
    """Return the html element of HTML or XHTML as browsers read it, without its comments.

    The encoding is that of its byte order mark, else the one it declares, else UTF-8 where all of it is that, else
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
    if _too_deep(parser):
        raise UnreadablePaperError("is HTML that nests more than 256 elements deep; save it as text (.txt)")
    if root is None:
        raise UnreadablePaperError("is HTML without anything in it; leave it out or put the paper's text in it")
    return root


def words_of(element: etree._Element) -> str:
    """Return all words in an element, one space between them.

    >>> words_of(parse_xml(b"<al>Zie de<b> motie</b>. </al>"))
    'Zie de motie.'
    """
    return " ".join("".join(map(str, element.itertext())).split())


def line_of(element: etree._Element) -> int:
    """Return the line of the file, from 1, in which an element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


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


def _too_deep(parser: etree.XMLParser | etree.HTMLParser) -> bool:
    return any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


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
    declared = _CHARSET.search(data, 0, _HEAD)
    if declared:
        try:
            name = lookup(declared[1].decode("ascii")).name
        except LookupError:
            name = ""
        name = _AS_BROWSERS_DO.get(name, name)
        if name.startswith(_OF_PAGES):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


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
