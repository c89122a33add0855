"""Bytes of a text file to text."""

from __future__ import annotations

from dossier_graph.errors import DossierGraphError

__all__ = ["UnreadablePaperError", "decode"]

# Bytes that text in no encoding has, but for the form feed and the tabs and line ends.
_BINARY = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
# What files of other formats begin with, and what to call them.
_FORMATS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a DOCX, ODT or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "XML"),
    (b"<!DOCTYPE html", "HTML"),
    (b"<html", "HTML"),
)


class UnreadablePaperError(DossierGraphError):
    """A file that gives no text: says in a clause what is wrong with it and what to do."""


def decode(data: bytes) -> str:
    """Return the text of a file, its line ends as they are.

    UTF-8 (with or without a byte order mark), UTF-16 with a mark, else Windows-1252, which holds Latin-1. The mark is
    part of the text, so that offsets are those of the file.

    Raises:
        UnreadablePaperError: the file is empty, or is no text.

    >>> decode("Oekraïne".encode("latin-1"))
    'Oekraïne'

    """
    if not data.strip():
        raise UnreadablePaperError("is empty; leave it out or put the paper's text in it")
    for start, name in _FORMATS:
        if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start):
            raise UnreadablePaperError(f"is {name}, which is not read yet; save it as text (.txt)")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadablePaperError("begins as UTF-16 text but is none; save it as UTF-8 text") from None
    start = data[:65536]
    if len(start.translate(None, _BINARY)) < len(start):
        raise UnreadablePaperError("is no text file (it holds binary data); save the paper as text (.txt)")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
