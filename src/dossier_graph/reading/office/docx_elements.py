"""Elements of a DOCX file by what they mean: what is in them, what stands beside the text, what stands in for what."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from dossier_graph.reading.office.docx_package import MC, W, attribute, is_on
from dossier_graph.reading.office.symbols import UNKNOWN, character

__all__ = [
    "AROUND",
    "alternative",
    "blocks",
    "cells",
    "controlled",
    "is_absolute",
    "is_framed",
    "is_left_out",
    "rows",
    "symbol",
    "text_boxes",
]

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ABSOLUTE = "page"
# Elements around words or blocks that change nothing of them.
AROUND = frozenset(
    W + name for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "bdo", "dir", "sdtContent", "rubyBase")
)


def blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables below an element, those in content controls and tracked insertions as well."""
    for child in parent:
        tag = child.tag
        if tag in (W + "p", W + "tbl"):
            yield child
        elif tag == W + "sdt":
            content = controlled(child)
            if content is not None:
                yield from blocks(content)
        elif tag in AROUND:
            yield from blocks(child)
        elif tag == MC + "AlternateContent":
            branch = alternative(child)
            if branch is not None:
                yield from blocks(branch)


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, those in content controls as well; rows whose deletion is tracked are none."""
    yield from (row for row in _wrapped(table, "tr") if not is_left_out(row))


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row, those in content controls as well; cells whose deletion is tracked are none."""
    yield from (cell for cell in _wrapped(row, "tc") if not is_left_out(cell))


def is_left_out(element: etree._Element) -> bool:
    """Tell whether an element is no part of the text: its deletion is tracked, or it shows what is to be filled in."""
    tag = element.tag
    if tag == W + "tr":
        return element.find(f"{W}trPr/{W}del") is not None
    if tag == W + "tc":
        return element.find(f"{W}tcPr/{W}cellDel") is not None
    if tag == W + "sdt":
        return controlled(element) is None
    return tag in (W + "del", W + "moveFrom")


def _wrapped(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag == W + "sdt":
            content = controlled(child)
            if content is not None:
                yield from _wrapped(content, name)
        elif child.tag in AROUND:
            yield from _wrapped(child, name)


def controlled(control: etree._Element) -> etree._Element | None:
    """Return the content of a content control, None while it shows what is to be filled in."""
    properties = control.find(W + "sdtPr")
    return None if is_on(properties, "showingPlcHdr") else control.find(W + "sdtContent")


def alternative(alternatives: etree._Element) -> etree._Element | None:
    """Return one of the alternatives for the same content: the first choice, or what stands in for it."""
    choice = alternatives.find(MC + "Choice")
    return alternatives.find(MC + "Fallback") if choice is None else choice


def text_boxes(drawing: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Yield the text boxes in a drawing, each with whether it floats beside the text; hidden ones are left out."""
    stack = [(drawing, False)]
    while stack:
        element, floats = stack.pop()
        tag = element.tag
        if tag == W + "txbxContent":
            yield element, floats
            continue
        if tag == _WP + "anchor":
            floats = True
            shape = element.find(_WP + "docPr")
            if shape is not None and shape.get("hidden") in {"1", "true"}:
                continue
        elif "position:absolute" in (element.get("style") or ""):
            floats = True
            if "visibility:hidden" in (element.get("style") or ""):
                continue
        if tag == MC + "AlternateContent":
            branch = alternative(element)
            children = [] if branch is None else [branch]
        else:
            children = list(element)
        stack.extend((child, floats) for child in reversed(children))


def is_framed(paragraph: etree._Element) -> bool:
    """Tell whether a paragraph stands in a frame at a place of the page."""
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    return frame is not None and _ABSOLUTE in (attribute(frame, "vAnchor"), attribute(frame, "hAnchor"))


def is_absolute(table: etree._Element) -> bool:
    """Tell whether a table stands at a place of the page, not of the text."""
    position = table.find(f"{W}tblPr/{W}tblpPr")
    return attribute(position, "vertAnchor") == _ABSOLUTE


def symbol(element: etree._Element) -> str:
    """Return the character of a symbol, UNKNOWN for one of a font that is not known."""
    code = attribute(element, "char") or ""
    try:
        return character(attribute(element, "font") or "", int(code, 16))
    except ValueError:
        return UNKNOWN
