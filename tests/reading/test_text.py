"""Bytes to text: encodings, and files that hold none."""

from __future__ import annotations

import pytest

from dossier_graph.errors import DossierGraphError
from dossier_graph.reading import UnreadablePaperError, read_document
from dossier_graph.reading.text import decode

WORDS = "Oekraïne – «opvang»\r\nen meer"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (WORDS.encode(), WORDS),
        (WORDS.encode("utf-8-sig"), f"\ufeff{WORDS}"),
        (WORDS.encode("utf-16"), WORDS),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS),
        (WORDS.encode("cp1252"), WORDS),
        ("Oekraïne".encode("latin-1"), "Oekraïne"),
        (b"kapot: \x81", "kapot: \ufffd"),
        ("Oekraïne – één".encode()[:-2], "Oekraïne – é\ufffd"),
        ("Oekraïne – één €".encode()[:-1], "Oekraïne – één \ufffd"),
        ("«CAFÉ» één, hé, Oekraïne".encode("cp1252"), "«CAFÉ» één, hé, Oekraïne"),
        (b"een\ttabel\x0cpagina", "een\ttabel\x0cpagina"),
    ],
)
def test_text_is_read_in_the_encodings_that_occur(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\xff\xfe", "is empty"),
        (b"\xa0\r\n\xa0", "is empty"),
        ("\ufeff\u00a0\n\u200b\u200d\u2060\u3000\x0c".encode(), "is empty"),
        ("\u202f\n".encode("utf-16"), "is empty"),
        (b"tekst\x00met nullen", "binary"),
        (bytes(range(256)), "binary"),
        (b"tekst " * 20_000 + b"\x00", "binary"),
        (b"\xff\xfea", "UTF-16"),
    ],
)
def test_a_file_without_text_says_what_it_is_and_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePaperError, match=reason) as caught:
        read_document("brief.txt", data)
    assert isinstance(caught.value, DossierGraphError)
    assert "\n" not in str(caught.value)
    assert ";" in str(caught.value) or "(" in str(caught.value)
