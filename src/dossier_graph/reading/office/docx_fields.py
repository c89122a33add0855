"""The fields of a DOCX file: code that an editor runs, with the result it showed last."""

from __future__ import annotations

import regex
from lxml import etree

from dossier_graph.reading.office.docx_elements import alternative, is_left_out
from dossier_graph.reading.office.docx_package import MC, W, attribute

__all__ = ["Fields", "counts_pages", "drop_open_fields"]

# Fields whose results number pages, which is nothing that a paper says.
_NUMBERS_OF_PAGES = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
_NAME = regex.compile(r"\s*(\w+)")


class _Field:
    """An open field: its code as far as it was read, and whether what stands in it is concealed."""

    __slots__ = ("code", "conceals")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.conceals = True


class Fields:
    """The fields that are open where a text is read; they can stand in each other.

    >>> fields = Fields()
    >>> fields.turn("begin"), fields.add_code(" REF _Ref1 "), fields.show
    (None, None, False)
    >>> fields.turn("separate"), fields.show
    (None, True)
    """

    def __init__(self) -> None:
        self._open: list[_Field] = []
        self._concealed = 0  # of the open fields, how many show nothing here

    @property
    def show(self) -> bool:
        """Whether words here are seen: no field is open that shows its code, or the number of a page."""
        return not self._concealed

    def turn(self, kind: str | None) -> None:
        """Take the beginning of a field ("begin"), of its result ("separate"), or its end ("end")."""
        if kind == "begin":
            self._open.append(_Field())
            self._concealed += 1
        elif kind == "separate" and self._open:
            field = self._open[-1]
            if field.conceals and not counts_pages("".join(field.code)):
                field.conceals = False
                self._concealed -= 1
        elif kind == "end" and self._open:
            self._concealed -= self._open.pop().conceals

    def end_paragraph(self) -> None:
        """Take the end of a paragraph, which neither the code of a field nor the number of a page goes beyond."""
        for field in reversed(self._open):
            if not self._concealed:
                return
            self._concealed -= field.conceals
            field.conceals = False

    def add_code(self, code: str) -> None:
        """Take a piece of the code of the field that was opened last."""
        if self._open:
            self._open[-1].code.append(code)


def counts_pages(code: str) -> bool:
    """Tell whether a field has the number of a page as its result.

    >>> counts_pages(" PAGE "), counts_pages(" REF _Ref1 ")
    (True, False)
    """
    named = _NAME.match(code)
    return named is not None and named[1].upper() in _NUMBERS_OF_PAGES


def drop_open_fields(root: etree._Element) -> None:
    """Take away the beginnings of fields that have no end in the text, which would conceal what stands behind them."""
    begun: list[etree._Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag == W + "fldChar":
            kind = attribute(element, "fldCharType")
            if kind == "begin":
                begun.append(element)
            elif kind == "end" and begun:
                begun.pop()
        elif element.tag == MC + "AlternateContent":
            branch = alternative(element)
            waiting += () if branch is None else (branch,)
        elif not is_left_out(element):
            waiting += reversed(element)
    for character in begun:
        parent = character.getparent()
        if parent is not None:
            parent.remove(character)
