"""Many files at once: the order stays, and none costs another its result."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier_graph import pipeline, read_papers
from dossier_graph.limits import Limits
from dossier_graph.model import Document, Mentions
from dossier_graph.recognition import Recognition
from dossier_graph.sources import NotRead
from dossier_graph.workers import Pool

# What a script of three lines does, with more papers than one process is thought to be enough for.
SCRIPT = """\
import sys
from dossier_graph import build, load
build(sys.argv[1], sys.argv[2], processes=2)
print(len(load(sys.argv[2] + "/dossier.ttl")))
"""


def letter(number: int) -> str:
    return f"Zie Kamerstuk 36 394, nr. {number}.\n"


def ids(paper: pipeline.Paper | NotRead) -> list[str | None] | str:
    return paper.reason if isinstance(paper, NotRead) else [mention.id for mention in paper[1].citations]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """Forty papers, of which a few cannot be read, and one is much larger than the others."""
    folder = tmp_path / "stapel"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(letter(number + 1), encoding="utf-8")
    (folder / "03.txt").write_bytes(b"")
    (folder / "17.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
    (folder / "00.txt").write_text(letter(1) + "Een regel zonder nieuws.\n" * 20_000, encoding="utf-8")
    (folder / "20.doc").write_bytes(b"{\\rtf1 brief}")
    return folder


def expected(folder: Path) -> list[tuple[str, object]]:
    reasons = {
        "03.txt": "is empty; get it again or leave it out",
        "17.txt": "is no paper in a format that is read (it holds binary data); save it as PDF or DOCX",
        "20.doc": "is RTF; open it in Word or LibreOffice and save it as DOCX",
    }
    names = sorted(path.name for path in folder.iterdir())
    return [(name, reasons.get(name) or [f"kst-36394-{int(name[:2]) + 1}"]) for name in names]


def name_of(paper: pipeline.Paper | NotRead) -> str:
    return Path(paper.name if isinstance(paper, NotRead) else paper[0].name).name


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_papers_keep_their_order_whatever_reads_them(
    pile: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "_WORTH_A_PROCESS", 1)
    read = list(read_papers([pile], processes=processes))
    assert [(name_of(paper), ids(paper)) for paper in read] == expected(pile)


def test_more_processes_find_exactly_the_same(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_WORTH_A_PROCESS", 1)
    assert list(read_papers([pile], processes=2)) == list(read_papers([pile], processes=1))


def test_other_processes_are_really_used(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(Recognition, "recognise", lambda *_: pytest.fail("read in this process"))
    assert len(list(read_papers([pile], processes=2))) == 41


class Started(Exception):  # noqa: N818
    """What would be started, were it not for the test."""


@pytest.mark.parametrize(
    ("processes", "number", "text", "started"),
    [
        (3, 5, "<p>brief</p>", 3),
        (9, 5, "<p>brief</p>", 5),
        (None, 5, "<p>brief</p>", 1),
        (None, 5, "<p>brief</p>" * 4_000, 3),
        (None, 5, "<p>brief</p>" * 40_000, 4),
        (None, 5, "een brief van een minister " * 8_000, 2),
    ],
)
def test_as_many_processes_are_started_as_are_asked_for_or_else_worth_it(
    processes: int | None, number: int, text: str, started: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pool(*_: object, processes: int, **__: object) -> None:
        raise Started(processes)

    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    monkeypatch.setattr(Pool, "__init__", pool)
    for count in range(number):
        (tmp_path / f"{count}.html").write_text(text, encoding="utf-8")
    with pytest.raises(Started) as told:
        list(read_papers([tmp_path], processes=processes))
    assert told.value.args == (started,)


def test_a_few_small_papers_are_not_worth_a_process(pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pile / "17.txt").write_text(letter(18), encoding="utf-8")
    (pile / "20.doc").unlink()
    monkeypatch.setattr(pipeline, "Pool", lambda *_, **__: pytest.fail("a process was started"))
    assert len(list(read_papers([pile], processes=8))) == 40


@pytest.mark.parametrize(
    "start",
    [
        b"%PDF-1.7\n", b"\x00\x01\n%PDF-1.4", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf1 brief}", b"tekst\x00",
        b"<?xml version='1.0'?>", b"\xef\xbb\xbf<html>", b"\n\n <!DOCTYPE html>", b"<kamerstuk>", b"tekst <p>meer</p>",
        "<html>".encode("utf-16"), b" " * 1500 + b"<html>",
    ],
)  # fmt: skip
def test_other_formats_need_a_parser(start: bytes) -> None:
    assert not pipeline.looks_like_text(start)


def test_a_file_that_needs_a_parser_is_not_read_in_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brief.txt").write_text("<kamerstuk>" + letter(7), encoding="utf-8")
    monkeypatch.setattr(pipeline, "read_document", lambda *_: pytest.fail("read in this process"))
    (paper,) = read_papers([tmp_path])
    assert ids(paper) == ["kst-36394-7"]
    text = pipeline.read_text(tmp_path / "brief.txt")
    assert isinstance(text, Document)
    assert text.text == "<kamerstuk>" + letter(7)


@pytest.mark.parametrize(
    "text", ["", "Den Haag, 7 juli 2023", "3 < 5 en 5 > 3", "één\tregel\r\n\x0c", "\ufeffOekraïne"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_plain_text_needs_no_parser(text: str, encoding: str) -> None:
    assert pipeline.looks_like_text(text.encode(encoding, "ignore"))


def test_a_file_that_takes_too_long_costs_no_other_its_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(letter(number + 1), encoding="utf-8")
    # of a size that no process reads in so short a time
    (tmp_path / "1.txt").write_text("Zie de brief van de Minister van Defensie. " * 200_000, encoding="utf-8")
    first, second, third = read_papers([tmp_path], processes=1, limits=Limits(seconds=1))
    assert (ids(first), ids(third)) == (["kst-36394-1"], ["kst-36394-3"])
    assert ids(second) == "took longer than 1 second to read; split it, or give --seconds-per-file"


def test_a_script_without_a_guard_reads_many_papers(pile: Path, tmp_path: Path) -> None:
    (pile / "groot.txt").write_text(letter(99) + "Een regel zonder nieuws.\n" * 60_000, encoding="utf-8")
    script = tmp_path / "drie_regels.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, str(script), str(pile), str(tmp_path / "uit")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.stderr == ""
    assert done.stdout.strip().isdecimal()


def test_a_paper_that_trips_a_rule_costs_no_other_its_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(letter(number + 1), encoding="utf-8")
    recognise = Recognition.recognise

    def trips(self: Recognition, document: Document) -> Mentions:
        if document.name.endswith("1.txt"):
            raise IndexError("string index\nout of range")
        return recognise(self, document)

    monkeypatch.setattr(Recognition, "recognise", trips)
    first, second, third = read_papers([tmp_path], processes=1)
    assert (ids(first), ids(third)) == (["kst-36394-1"], ["kst-36394-3"])
    assert ids(second) == (
        "cannot be read by a mistake in dossier-graph (IndexError: string index out of range); "
        "please report it with the paper"
    )


def test_a_paper_too_large_to_be_one_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "groot.txt").write_text("x" * 1001, encoding="utf-8")
    monkeypatch.setattr(pipeline, "_is_light", lambda _: True)
    monkeypatch.setattr(pipeline, "_opened", lambda _: pytest.fail("opened"))
    (paper,) = read_papers([tmp_path], limits=Limits(file_bytes=1000))
    assert ids(paper) == "is too large for a paper (1,001 bytes); split it into its papers"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_in_the_folder_does_not_keep_the_reader_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "buis.txt")
    (paper,) = read_papers([tmp_path])
    assert ids(paper) == "is no ordinary file; name a file or a folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_put_in_the_place_of_a_file_does_not_keep_the_reader_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(letter(1), encoding="utf-8")
    ordinary = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: ordinary)
    told = pipeline.read_text(path)
    assert isinstance(told, NotRead)
    assert told.reason == "is no ordinary file; name a file or a folder"


def test_a_file_that_is_written_to_under_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "brief.txt"
    path.write_text(letter(1), encoding="utf-8")
    status = os.fstat

    def written_to(descriptor: int) -> os.stat_result:
        before = status(descriptor)
        with path.open("a", encoding="utf-8") as other:
            other.write(letter(2))
        return before

    monkeypatch.setattr(pipeline, "_is_light", lambda _: True)
    monkeypatch.setattr(os, "fstat", written_to)
    told = pipeline.read_text(path)
    assert isinstance(told, NotRead)
    assert told.reason == "changes while it is read; read it again when it is whole"


def test_a_file_that_goes_away_in_between_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(letter(1), encoding="utf-8")
    papers = read_papers([tmp_path])
    assert ids(next(papers)) == ["kst-36394-1"]
    (tmp_path / "b.txt").unlink()
    assert ids(next(papers)) == "cannot be opened (No such file or directory); check your permissions"


def test_the_number_of_files_is_told_before_the_first_is_read(pile: Path) -> None:
    told: list[int] = []
    next(read_papers([pile], on_count=told.append))
    assert told == [41]
