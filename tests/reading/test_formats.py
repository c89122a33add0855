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


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"%PDF-1.7\n", Format.PDF),
        (b"rommel van een mailprogramma\r\n%PDF-1.4\n", Format.PDF),
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
        (b"PK\x03\x04\x14\x00", "is a damaged DOCX, ODT or zip file; fetch it once more"),
        (zipped("word/document.xml")[:-40], "is a damaged DOCX"),
    ],
)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePaperError, match=reason):
        sniff(data)
