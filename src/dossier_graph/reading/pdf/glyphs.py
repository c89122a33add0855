"""What is printed on the pages of a PDF: pieces of words with their place, size and style."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from dossier_graph.reading.mending import mend

__all__ = ["Page", "Piece", "read_page"]

# A word up to white space, or to a hyphen at a line end, for which pdfium writes either of two marks.
_WORD = re.compile(r"[^\s\x00\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
# Where the size can change within a word: at the number of a note and behind it.
_CHANGES = re.compile(r"[\d*†]+")
_UNMAPPED = re.compile(r"[\x00-\x01\x03-\x08\x0b\x0e-\x1f\ue000-\uf01f\uf100-\uf8ff\ufffd]")
_HYPHENS = str.maketrans("\x02\ufffe\xad", "---")  # fonts call a hyphen that is printed a soft one, too
_BACK = 0.2  # of the size: what begins so far left of the end of the last word is no part of it
_NO_SPACE = 0.175  # of the size: pdfium makes a space of a gap that narrow, readers do not
_OTHER_BASE = 0.08  # of the size: how much higher or lower another baseline is
_OFF_BASELINE = 0.35  # of the height of a digit: one that stands so far above the baseline is raised
_RAISED_SIZE = 0.65  # of the size of the font: how large its raised digits are
_FEW = 100  # characters, objects
_MOST = 0.6  # of the area of a page
_FAR = 1e6  # points
_NAME_LENGTH = 96
_ITALIC = 64  # the flag of an italic font


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one word in one size, one behind the other on one baseline.

    Lengths are points; `left`, `right` and `base`, the baseline, are measured from the lower left corner of the page
    as it is shown; `size` is that of the font. `glued` says that no white space stands in front of it, `upright` that
    it is not turned: what runs along the side of a page is.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    glued: bool = False
    bold: bool = False
    italic: bool = False
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its number, from 1, and its measures in points.

    `unmapped` is how many of its characters have no meaning in Unicode, `drawn` whether anything is on it at all,
    `pictured` whether it is a picture with hardly any words.
    """

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    unmapped: int = 0
    drawn: bool = True
    pictured: bool = False


def read_page(document: pdfium.PdfDocument, number: int) -> Page:
    """Return what is printed on a page, counted from 1."""
    page = document[number - 1]
    try:
        width, height = page.get_size()
        textpage = page.get_textpage()
        try:
            characters = _Characters(textpage, _Turn(page))
            pieces = tuple(piece for piece in characters.pieces() if _is_shown(piece, width, height))
            drawn = raw.FPDFPage_CountObjects(page) > 0
            pictured = len(characters.text) < _FEW and _is_picture(page, width * height)
            return Page(number, width, height, pieces, characters.unmapped, drawn, pictured)
        finally:
            textpage.close()
    finally:
        page.close()


def _is_shown(piece: Piece, width: float, height: float) -> bool:
    """Tell whether any of a piece lies on the part of the page that is shown."""
    return piece.right > 0 and piece.left < width and -piece.size < piece.base < height + piece.size


def _is_picture(page: pdfium.PdfPage, area: float) -> bool:
    """Tell whether one picture takes most of a page."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(_FEW, raw.FPDFPage_CountObjects(page))):
        shown = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(shown) == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(
            shown, left, bottom, right, top
        ):
            covered = (right.value - left.value) * (top.value - bottom.value)
            if covered >= _MOST * area:
                return True
    return False


class _Turn:
    """From the coordinates of a page to those in which it is shown: it may be turned, or be a part of a larger one."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.rotation = page.get_rotation()

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is shown."""
        match self.rotation:
            case 90:
                return y - self.bottom, self.right - x
            case 180:
                return self.right - x, self.top - y
            case 270:
                return self.top - y, x - self.left
            case _:
                return x - self.left, y - self.bottom


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    italic: bool
    upright: bool


class _Characters:
    """The characters of a page, asked for no more than it takes to part them into pieces."""

    def __init__(self, textpage: pdfium.PdfTextPage, turn: _Turn) -> None:
        self._page = textpage.raw  # asked once: the wrapper is passed more slowly
        self._turn = turn
        self._upright = turn.rotation in {0, 180}
        self._styles: dict[tuple[bytes, int, float], _Style] = {}
        self._matrix, self._box = raw.FS_MATRIX(), raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._sides_of_ink = tuple(ctypes.c_double() for _ in range(4))
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self._flags = ctypes.c_int()
        count = max(0, raw.FPDFText_CountChars(textpage))
        text = textpage.get_text_range(0, count) if count else ""
        if len(text) != count:  # characters that have no text are left out there
            text = "".join(chr(raw.FPDFText_GetUnicode(textpage, index)) for index in range(count))
        self.text = text
        self.unmapped = len(_UNMAPPED.findall(text))

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces of the page in the order of its content."""
        last: Piece | None = None
        behind = 0  # where the last piece ends
        for word in _WORD.finditer(self.text):
            start, end = word.span()
            begin = start
            for place in self._changes(start, end):
                last = self._piece(begin, place, last, behind)
                yield last
                begin = behind = place
            last = self._piece(begin, end, last, behind)
            yield last
            behind = end

    def _changes(self, start: int, end: int) -> list[int]:
        """Return where the baseline changes within a word."""
        if end - start == 1:
            return []
        places: list[int] = []
        known: float | None = None
        for number in _CHANGES.finditer(self.text, start, end):
            low, high = number.span()
            if known is None or low > start:
                known = self._height(low - 1) if low > start else self._height(low) + self._rise(low)
            for index in range(low, min(high + 1, end)):
                height = self._height(index) + self._rise(index)
                if abs(height - known) > 0.5:
                    places.append(index)
                    known = height
        return [place for place in places if place > start]

    def _height(self, index: int) -> float:
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        return self._turn.point(self._x.value, self._y.value)[1]

    def _rise(self, index: int) -> float:
        """Return how far above its baseline a digit is printed: some fonts have raised digits of their own."""
        if not self.text[index].isdecimal() or self._turn.rotation:
            return 0.0
        x, y, bottom, top = self._sides_of_ink
        raw.FPDFText_GetCharBox(self._page, index, x, y, bottom, top)
        raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        rise, height = bottom.value - self._y.value, top.value - bottom.value
        return rise if rise > _OFF_BASELINE * height > 0 else 0.0

    def _sides(self, index: int) -> tuple[float, float]:
        """Return where a character begins and ends from left to right."""
        box = self._box
        raw.FPDFText_GetLooseCharBox(self._page, index, box)
        if not self._turn.rotation:
            return box.left - self._turn.left, box.right - self._turn.left
        one, other = self._turn.point(box.left, box.bottom)[0], self._turn.point(box.right, box.top)[0]
        return min(one, other), max(one, other)

    def _same_object(self, one: int, other: int) -> bool:
        """Tell whether two characters are shown by one command: pdfium makes up spaces, which have no width, there."""
        first, second = (raw.FPDFText_GetTextObject(self._page, index) for index in (one, other))
        return bool(first and second) and ctypes.addressof(first.contents) == ctypes.addressof(second.contents)

    def _piece(self, begin: int, end: int, last: Piece | None, behind: int) -> Piece:
        page = self._page
        left, right = self._sides(begin)
        style = self._style(begin, self._box.top - self._box.bottom)
        if end - begin > 1:
            right = self._sides(end - 1)[1]
        size = style.size
        base = self._height(begin)
        if rise := self._rise(begin):
            base, size = base + rise, size * _RAISED_SIZE
        glued = last is not None and begin - behind < (2 if style.upright else 1)
        if glued and last is not None and style.upright:
            wide = max(size, last.size)
            glued = (begin == behind or abs(base - last.base) < _OTHER_BASE * wide) and (
                -_BACK * wide < left - last.right < _NO_SPACE * wide
            )
            if glued and begin > behind:
                low, high = self._sides(behind)
                glued = low == high and self._same_object(behind - 1, begin)
        if not (-_FAR < left < _FAR and -_FAR < right < _FAR and -_FAR < base < _FAR and size < _FAR):
            left = right = base = size = 0.0  # no place on any page, or not a number
        text = self.text[begin:end]
        if raw.FPDFText_HasUnicodeMapError(page, begin) == 1:
            self.unmapped += len(text) - len(_UNMAPPED.findall(text))
        return Piece(
            text if text.isascii() and "\x02" not in text else mend(text.translate(_HYPHENS)),
            min(left, right),
            max(left, right),
            base,
            size,
            glued,
            style.bold,
            style.italic,
            style.upright,
        )

    def _style(self, index: int, height: float) -> _Style:
        """Return the style of a character whose box is so high: where font and height are the same, all is."""
        length = raw.FPDFText_GetFontInfo(self._page, index, self._name, _NAME_LENGTH, self._flags)
        key = (self._name.raw[: min(length, _NAME_LENGTH)], self._flags.value, height)
        known = self._styles.get(key)
        if known is None:
            matrix, name = self._matrix, key[0].lower()
            raw.FPDFText_GetMatrix(self._page, index, matrix)
            known = self._styles[key] = _Style(
                raw.FPDFText_GetFontSize(self._page, index) * hypot(matrix.c, matrix.d),
                b"bold" in name or b"black" in name or b"heavy" in name,
                b"italic" in name or b"oblique" in name or bool(self._flags.value & _ITALIC),
                (abs(matrix.a) >= abs(matrix.b)) is self._upright,
            )
        return known
