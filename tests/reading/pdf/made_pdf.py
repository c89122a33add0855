"""PDF files made by hand: words at places, in the fonts that every reader has."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842
TYPE = "Courier"  # each of its letters is as wide as 0.6 of its size, so that tests know where lines end
BOLD = "Courier-Bold"
ITALIC = "Courier-Oblique"
_FONTS = (TYPE, BOLD, ITALIC)


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place in points from the top left corner of the page to the beginning of their baseline."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = TYPE

    @property
    def end(self) -> float:
        return self.x + 0.6 * self.size * len(self.text)

    def with_marker(self, number: str, rest: str = "") -> list[Words]:
        """Return the words with a small raised number behind them, and more words behind that."""
        small = Words(self.end, self.y - 0.35 * self.size, number, 0.65 * self.size)
        return [self, small, *([Words(small.end, self.y, rest, self.size, self.font)] if rest else [])]


def lines(x: float, y: float, *texts: str, size: float = 10, leading: float = 12, font: str = TYPE) -> list[Words]:
    """Return lines below each other; what text is wrapped where is for the caller to say."""
    return [Words(x, y + place * leading, text, size, font) for place, text in enumerate(texts)]


def wrapped(x: float, y: float, text: str, letters: int, size: float = 10, leading: float = 12) -> list[Words]:
    """Return text wrapped to lines of at most so many letters."""
    rows: list[str] = []
    for word in text.split():
        if rows and len(rows[-1]) + 1 + len(word) <= letters:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return lines(x, y, *rows, size=size, leading=leading)


def note(x: float, y: float, number: str, text: str, size: float = 8) -> list[Words]:
    """Return the first line of a note, its number small and raised."""
    small = Words(x, y - 0.35 * size, number, 0.65 * size)
    return [small, Words(small.end + 3, y, text, size)]


def drawing() -> str:
    """Return what draws a filled box, as a scan fills its page."""
    return "0.5 g 50 50 400 600 re f"


def picture() -> str:
    """Return what shows a picture that fills the page."""
    return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"


def make_pdf(
    *pages: Iterable[Words | str], rotate: int = 0, crop: Sequence[int] = (0, 0, WIDTH, HEIGHT), compress: bool = True
) -> bytes:
    """Return a PDF of pages with words on them, or with drawings as PDF writes them."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
            for name in _FONTS
        ),
    ]
    kids: list[int] = []
    fonts = " ".join(f"/{name} {place} 0 R" for place, name in enumerate(_FONTS, start=3))
    for page in pages:
        content = "\n".join(one if isinstance(one, str) else _shown(one) for one in page).encode("cp1252")
        filtered, name = (zlib.compress(content), "/Filter /FlateDecode") if compress else (content, "")
        objects.append(f"<< /Length {len(filtered)} {name} >>\nstream\n".encode() + filtered + b"\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{' '.join(map(str, crop))}] /Rotate {rotate}"
            f" /Resources << /Font << {fonts} >> >> /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(len(objects))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{one} 0 R' for one in kids)}] >>".encode()
    return _file(objects)


def make_unreadable_pdf() -> bytes:
    """Return a PDF whose only font does not say which letters its glyphs are."""
    content = b"BT /F 10 Tf 1 0 0 1 80 700 Tm <002400250026002700280029> Tj ET"
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> >>"
            b" /Contents 4 0 R >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Some /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Some /FontDescriptor 7 0 R /DW 600"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
            b"<< /Type /FontDescriptor /FontName /AAAAAA+Some /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
            b" /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
        ]
    )


def _shown(words: Words) -> str:
    text = words.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{words.font} {words.size} Tf 1 0 0 1 {words.x:g} {HEIGHT - words.y:g} Tm ({text}) Tj ET"


def _file(objects: Sequence[bytes]) -> bytes:
    made = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(made))
        made += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)
