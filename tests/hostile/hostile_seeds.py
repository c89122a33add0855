"""Small sound papers in every format, of which hostile ones are made."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType

__all__ = ["SEEDS", "docx", "html", "odt", "pdf", "pdf_of", "stream", "xml", "zipped"]

WORDS = (
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "Den Haag, 3 november 2023",
    "Onderwerp: Plekken voor de winter",
    "Uit Kamerstukken II 2023/24, 19 637, nr. 3171 blijkt dat het knelt.",
    "Ook nrs. 1–3 van 36 394 doen ertoe.",
    "De Staatssecretaris van Justitie en Veiligheid,",
    "E. van der Berg",
)
_Parts = Mapping[str, str | bytes]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="word/document.xml"/></Relationships>'
)


def pdf_of(objects: Iterable[bytes], extra: bytes = b"") -> bytes:
    """Return a PDF of these objects, the first of which is the catalogue; `extra` stands in its trailer."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, extra, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return the body of a PDF object that holds content."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), entries, content)


def pdf(pages: int = 1) -> bytes:
    """Return a PDF of so many pages that show the same words."""
    lines = b" T* ".join(b"(%b) Tj" % line.encode("cp1252") for line in WORDS)
    content = zlib.compress(b"BT /F 11 Tf 14 TL 60 760 Td %b ET" % lines)
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + pages))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    )
    return pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%b] >>" % (pages, kids),
        stream(content, b"/Filter /FlateDecode"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *[page] * pages,
    ])  # fmt: skip


def zipped(parts: _Parts) -> bytes:
    """Return a zip of these parts; the same parts give the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return file.getvalue()


def docx(body: str | None = None, parts: _Parts = MappingProxyType({})) -> bytes:
    """Return a DOCX with this body, or the words; `parts` are more of it, or others of a name that it has."""
    if body is None:
        body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in WORDS)
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    whole = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    return zipped({**whole, **parts})


def odt(body: str | None = None, parts: _Parts = MappingProxyType({})) -> bytes:
    """Return an ODT with this body, or the words; `parts` are more of it, or others of a name that it has."""
    if body is None:
        body = "".join(f"<text:p>{line}</text:p>" for line in WORDS)
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts})


def html(body: str | None = None, head: str = "<title>Brief</title>") -> bytes:
    """Return a page with this body, or the words."""
    if body is None:
        body = "".join(f"<p>{line}</p>" for line in WORDS)
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()
    )


def xml(body: str | None = None, before: str = "") -> bytes:
    """Return an official publication with this body, or the words; `before` stands before its first element."""
    if body is None:
        body = "".join(f"<al>{line}</al>" for line in WORDS)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<officiele-publicatie><kamerstuk><tekst>'
        f"{body}</tekst></kamerstuk></officiele-publicatie>"
    ).encode()


# Suffix → a sound paper of it.
SEEDS = {
    ".pdf": pdf(2),
    ".docx": docx(),
    ".odt": odt(),
    ".html": html(),
    ".xml": xml(),
    ".txt": "\n".join(WORDS).encode(),
}
