"""Zip archives: what is taken from them, what is refused."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from office_files import docx, odt, p, zipped

from dossier_graph.reading.office.archive import open_archive
from dossier_graph.reading.office.docx import read_docx
from dossier_graph.reading.office.odt import read_odt
from dossier_graph.reading.outline import Outline
from dossier_graph.reading.text import UnreadablePaperError

WHOLE = docx(p("De opvang is vol.") * 20)


def test_names_are_keys_and_never_paths() -> None:
    archive = open_archive(zipped({"../../etc/passwd": b"een", "Word\\Document.xml": b"twee", "/word/a.xml": b"drie"}))
    assert archive.read("../../etc/passwd") == b"een"
    assert archive.read("word/document.xml") == b"twee"
    assert archive.read("word/a.xml") == b"drie"
    assert archive.read("word/b.xml") is None


def made(compression: int, *, encrypted: bool = False) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", compression) as archive:
        archive.writestr("word/document.xml", "<d/>")
    data = file.getvalue()
    if encrypted:
        data = data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
        data = data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no zip archive"),
        (b"%PDF-1.7", "is no zip archive"),
        (WHOLE[: len(WHOLE) // 2], "is damaged or cut off"),
        (WHOLE[:40], "is damaged or cut off"),
        (made(ZIP_BZIP2), "zipped in a way"),
        (made(ZIP_DEFLATED, encrypted=True), "is protected by a password"),
        (zipped({f"{number}.xml": b"" for number in range(10_001)}), "more than 10,000 files"),
        (zipped({"word/document.xml": b" " * 3_000_000}), "far more than a paper holds"),
    ],
    ids=["empty", "pdf", "half", "begun", "bzip2", "zipcrypto", "members", "bomb"],
)  # fmt: skip
def test_what_cannot_be_opened_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(UnreadablePaperError, match=words):
        open_archive(data)


def test_the_size_that_counts_is_that_of_all_members_together() -> None:
    data = zipped({"a": b"x"})
    declared = (250_000_000).to_bytes(4, "little")
    central = data.index(b"PK\x01\x02")
    # as large unzipped as zipped: no ratio gives it away
    forged = data[: central + 20] + declared + declared + data[central + 28 :]
    with pytest.raises(UnreadablePaperError, match="250 MB, over the 200 MB"):
        open_archive(forged)


def test_a_part_that_is_too_large_to_be_read_is_refused_where_it_is_read() -> None:
    data = zipped({"a.png": b"x", "b.xml": b"y"})
    declared = (70_000_000).to_bytes(4, "little")
    central = data.index(b"PK\x01\x02")
    archive = open_archive(data[: central + 20] + declared + declared + data[central + 28 :])
    assert archive.read("b.xml") == b"y"
    with pytest.raises(UnreadablePaperError, match="a part of 70 MB"):
        archive.read("a.png")


def test_a_member_is_unzipped_no_further_than_the_size_it_claims() -> None:
    data = zipped({"word/document.xml": b" " * 50_000_000})
    central = data.index(b"PK\x01\x02")
    archive = open_archive(data[: central + 24] + (100).to_bytes(4, "little") + data[central + 28 :])
    tracemalloc.start()
    with pytest.raises(UnreadablePaperError, match="damaged"):
        archive.read("word/document.xml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_a_member_that_is_damaged_is_said_to_be() -> None:
    start = WHOLE.index(b"word/document.xml") + len("word/document.xml")
    broken = WHOLE[: start + 10] + b"\xff" * 20 + WHOLE[start + 30 :]
    with pytest.raises(UnreadablePaperError, match="damaged"):
        read_docx(broken)


@pytest.mark.parametrize("whole", [WHOLE, odt("<text:p>De opvang is vol.</text:p>" * 20)], ids=["docx", "odt"])
@given(data=st.data())
def test_damage_gives_an_outline_or_one_clear_line(whole: bytes, data: st.DataObject) -> None:
    read = read_docx if whole is WHOLE else read_odt
    at = data.draw(st.integers(0, len(whole) - 1))
    put = data.draw(st.binary(max_size=8))
    for damaged in (whole[:at], whole[:at] + put + whole[at + len(put) :]):
        assert "\n" not in _refusal(read, damaged)


def _refusal(read: Callable[[bytes], Outline], data: bytes) -> str:
    try:
        read(data)
    except UnreadablePaperError as error:
        return str(error)
    return ""
