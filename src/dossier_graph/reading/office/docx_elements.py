"""Elements of a DOCX file by what they mean: what is in them, what stands beside the text, what stands in for what."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from dossier_graph.reading.office.docx_package import MC, W, attribute, is_on

__all__ = [
    "AROUND",
    "PRIVATE",
    "alternative",
    "blocks",
    "cells",
    "controlled",
    "is_absolute",
    "is_framed",
    "rows",
    "symbol",
    "text_boxes",
]

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_ABSOLUTE = "page"
# Characters of the fonts Symbol and Wingdings that papers use, to those of Unicode.
_SYMBOLS = {
    "symbol": {0x2D: "−", 0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB0: "°", 0xB1: "±", 0xAE: "→", 0xB9: "≠"},
    "wingdings": {
        0x6C: "•", 0x6E: "•", 0xA7: "•", 0xA8: "☐", 0x6F: "☐", 0xFE: "☒", 0xFD: "☒", 0xFC: "✓", 0xE0: "→", 0xD8: "•",
    },
}  # fmt: skip
# Where those fonts have their characters when words are set in them.
PRIVATE = {0xF000 + code: character for code, character in _SYMBOLS["symbol"].items()}
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
    for row in _wrapped(table, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            yield row


def cells(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row, those in content controls as well; cells whose deletion is tracked are none."""
    for cell in _wrapped(row, "tc"):
        if cell.find(f"{W}tcPr/{W}cellDel") is None:
            yield cell


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
    """Return the character of a symbol; nothing for one of a font of pictures that papers do not use."""
    font = (attribute(element, "font") or "").casefold()
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _SYMBOLS.get("wingdings" if font.startswith("wingdings") else font)
    if known is not None:
        return known.get(low, "")
    return chr(low) if 0x20 <= low < 0xD800 else ""
