"""Formats told from bytes, whatever the name of the file says."""

from __future__ import annotations

import io
import zipfile

import pytest

from dossier_graph.reading import UnreadablePaperError
from dossier_graph.reading.formats import Format, sniff


def zipped(*names: str, first: bytes | None = None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        if first is not None:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, "<a/>")
    return held.getvalue()


def stored(name: str, data: bytes) -> bytes:
    """Return an archive whose member stands in it as it is."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(name, data)
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"rommel van een mailprogramma\r\n%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>", Format.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", Format.PDF),
        (b"Het gaat om bestanden die beginnen met %PDF-1.7\n", Format.TEXT),
        (b"Bestanden beginnen met\n%PDF-1.7\nof anders met PK.\n", Format.TEXT),
        (zipped("[Content_Types].xml", "word/document.xml"), Format.DOCX),
        (zipped("word\\document.xml", "word/document2.xml"), Format.DOCX),
        (zipped("content.xml", first=b"application/vnd.oasis.opendocument.text"), Format.ODT),
        (zipped("meta.xml", "content.xml"), Format.ODT),
        (b"\xef\xbb\xbf<?xml version='1.0'?><kamerstuk/>", Format.XML),
        ("<?xml version='1.0' encoding='utf-16'?><kamerstuk/>".encode("utf-16"), Format.XML),
        (b"<officiele-publicatie><kamerstuk/></officiele-publicatie>\n", Format.XML),
        (b"\n<!DOCTYPE html><html>", Format.HTML),
        (b"<html lang='nl'>", Format.HTML),
        (b"<?xml version='1.0'?>\n<!-- brief -->\n<html xmlns='http://www.w3.org/1999/xhtml'/>", Format.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd'><html/>", Format.HTML),
        (b"<div><p>Geachte voorzitter,</p></div>", Format.HTML),
        (b"<title>Brief</title><p>Geachte voorzitter,</p>", Format.HTML),
        (b"<style>p { margin: 0 }</style><p>Geachte voorzitter,", Format.HTML),
        (b"<center>Brief</center>", Format.HTML),
        (b"<BLOCKQUOTE>Geachte voorzitter,</BLOCKQUOTE>", Format.HTML),
        (b"<b>Brief</b><br>Geachte voorzitter,", Format.HTML),
        (b"<p>Een.<p>Twee.", Format.HTML),
        (b"<brief xmlns='https://www.example.org/brief'><p>Een", Format.XML),
        (b"<kamerstuk> Geachte voorzitter,", Format.TEXT),
        (b"<brief><p>Een.</p></brief>", Format.XML),
        (b"<o:p>Een.</o:p>", Format.XML),
        (b"<begin> Geachte voorzitter,\n", Format.TEXT),
        (b"<- zie de vorige brief\n", Format.TEXT),
        (b"<www.rijksoverheid.nl> meldt het.\n", Format.TEXT),
        (b"<!-- concept -->\n# Kamerbrief\n", Format.TEXT),
        (b"Geachte voorzitter,", Format.TEXT),
        (b"", Format.TEXT),
    ],
)
def test_the_bytes_tell_the_format(data: bytes, form: Format) -> None:
    assert sniff(data) is form


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Office file .*; open it in Word or LibreOffice and save it as DOCX"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "with a password; save it without one"),
        (b"{\\rtf1 brief}", "is RTF; open it in Word"),
        (b"\xff\xd8\xff\xe0", "is a picture .*OCR"),
        (zipped("xl/workbook.xml"), "is a spreadsheet"),
        (zipped("content.xml", first=b"application/vnd.oasis.opendocument.spreadsheet"), "no text"),
        (zipped("brief.txt"), "is a zip file; unpack it"),
        (stored("brief.pdf", b"%PDF-1.7\n"), "is a zip file; unpack it"),
        (b"PK\x03\x04\x14\x00", "is damaged or cut off, .*; get it again"),
        (zipped("word/document.xml")[:-40], "is damaged or cut off"),
        (zipped(*map(str, range(10_001))), "holds more than 10,000 files"),
    ],
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePaperError, match=reason):
        sniff(data)
