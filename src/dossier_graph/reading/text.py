"""Bytes of a text file to text."""

from __future__ import annotations

import regex

from dossier_graph.errors import DossierGraphError

__all__ = ["GarbledTextError", "ScannedPaperError", "UnreadablePaperError", "decode"]

# Bytes that text in no encoding has, but for the form feed and the tabs and line ends.
_BINARY = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
# What a letter outside ASCII is in UTF-8; two such bytes side by side are rare in Windows-1252.
_LETTER = regex.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Any character that a reader sees: no space of whatever width, no mark that has none.
_VISIBLE = regex.compile(r"[^\p{Z}\p{Cc}\p{Cf}]")


class UnreadablePaperError(DossierGraphError):
    """A file that gives no text: says in a clause what is wrong with it and what to do."""


class ScannedPaperError(UnreadablePaperError):
    """A file that holds pictures of pages, whose words OCR can read."""


class GarbledTextError(ScannedPaperError):
    """A file whose text says other letters than its pages show, where OCR has to read over the text."""


def decode(data: bytes) -> str:
    """Return the text of a file, its line ends as they are.

    UTF-8 (with or without a byte order mark), UTF-16 with a mark, else Windows-1252, which holds Latin-1. A file with
    more letters in UTF-8 than bytes that are none is UTF-8, cut off or damaged. The mark is part of the text, so that
    offsets are those of the file.

    Raises:
        UnreadablePaperError: the file is empty, shows nothing but space, or is no text.

    >>> decode("Oekraïne".encode("latin-1"))
    'Oekraïne'

    """
    text = _decoded(data)
    if not _VISIBLE.search(text):
        raise UnreadablePaperError("is empty; get it again or leave it out")
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadablePaperError("begins as UTF-16 text but is none; save it as UTF-8 text") from None
    if len(data.translate(None, _BINARY)) < len(data):
        raise UnreadablePaperError(
            "is no paper in a format that is read (it holds binary data); save it as PDF or DOCX"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        damaged = data.decode("utf-8", errors="replace")
        letters = sum(1 for _ in _LETTER.finditer(data))
        is_utf8 = letters and letters >= damaged.count("\ufffd")
        return damaged if is_utf8 else data.decode("cp1252", errors="replace")
