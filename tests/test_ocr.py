"""The words of scanned papers, read by a program that may be missing, fail, or never end."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from dossier_graph import pipeline
from dossier_graph.limits import LIMITS, Limits
from dossier_graph.model import Document
from dossier_graph.ocr import OcrError, ocr
from dossier_graph.reading import read_document
from dossier_graph.reading.outline import NOTHING_STATED, Stated
from dossier_graph.reading.text import GarbledTextError, ScannedPaperError
from dossier_graph.sources import NotRead
from dossier_graph.workers import Lost, MoreTime, Pool

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program of these tests is a shell script")

MEMORY = "needs more memory to read by OCR than there is; close other programs, or split it into parts"
NEEDED = "needs ocrmypdf with Dutch (the packages ocrmypdf and tesseract-ocr-nld); install them, or leave out --ocr"


class Program:
    """A program that stands in for ocrmypdf, with its input at $1 and its output at $2: it does what a test says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary = folder / "tijdelijk"

    def does(self, lines: str) -> None:
        program = self.folder / "ocrmypdf"
        # the last two arguments are the files
        program.write_text(
            f'#!/bin/sh\necho "$@" > {self.folder}/options\nshift $(($# - 2))\n{lines}\n', encoding="utf-8"
        )
        program.chmod(0o755)

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    made = Program(tmp_path)
    made.temporary.mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    made.does('cp "$1" "$2"')
    return made


def reason(data: bytes = b"%PDF-", seconds: float = 10) -> str:
    with pytest.raises(OcrError) as caught:
        ocr(data, seconds)
    return str(caught.value)


def test_the_program_makes_of_a_scan_what_can_be_read(program: Program) -> None:
    program.does('{ cat "$1"; printf " en woorden"; } > "$2"')
    assert ocr(b"%PDF- beeld", 10) == b"%PDF- beeld en woorden"
    assert program.read("options").startswith("-l nld --output-type pdf --jobs 1 --skip-text ")


def test_nothing_is_left_on_the_disk(program: Program) -> None:
    program.does('touch "$TMPDIR/pagina.png" "$HOME/.instelling"; cp "$1" "$2"')
    ocr(b"%PDF-", 10)
    program.does("echo kapot >&2; exit 2")
    reason()
    assert list(program.temporary.iterdir()) == []


def test_the_program_is_told_nothing_of_the_surroundings(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WACHTWOORD", "geheim")
    program.does(f'env > {program.folder}/surroundings; cp "$1" "$2"')
    ocr(b"%PDF-", 10)
    assert "PATH=" in program.read("surroundings")
    assert "geheim" not in program.read("surroundings")


def test_a_missing_program_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reason() == NEEDED


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("echo 'language data for nld' >&2; exit 3", NEEDED),
        ("exit 8", "is locked with a password; save it without one"),
        (
            "printf 'Begin\\nInput file is not a valid PDF\\n\\n' >&2; exit 2",
            "cannot be read by OCR (ocrmypdf: Input file is not a valid PDF); read it by hand, or leave it out",
        ),
        (
            'echo "PdfError: $TMPDIR/werk.x1/a.pdf: no trailer" >&2; exit 2',
            "cannot be read by OCR (ocrmypdf: PdfError: no trailer); read it by hand, or leave it out",
        ),
        ("echo 'MemoryError' >&2; exit 15", MEMORY),
        ("printf \"terminate called after throwing 'std::bad_alloc'\\nAborted\\n\" >&2; exit 7", MEMORY),
        ("kill -9 $$", MEMORY),
        ("exit 7", "cannot be read by OCR (ocrmypdf: exit status 7); read it by hand, or leave it out"),
        ("exit 0", "cannot be read by OCR (ocrmypdf: exit status 0); read it by hand, or leave it out"),
        (
            "printf '\\033[31mrood\\007' >&2; exit 15",
            "cannot be read by OCR (ocrmypdf: \\x1b[31mrood\\x07); read it by hand, or leave it out",
        ),
    ],
)
def test_a_program_that_fails_says_why_in_a_line(program: Program, does: str, said: str) -> None:
    program.does(does)
    assert reason() == said


def test_a_program_that_says_a_great_deal_is_cut_short(program: Program) -> None:
    program.does("yes fout | tr -d '\\n' | head -c 1000000 >&2; exit 2")
    assert len(reason()) < 300


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not list its processes")
def test_a_program_that_never_ends_is_ended_with_all_that_it_started(program: Program) -> None:
    program.does(f"sleep 60 & echo $! > {program.folder}/child; sleep 60")
    begin = time.monotonic()
    assert reason(seconds=1) == "has pages that take longer than 1 second to read by OCR; split it into parts"
    child = Path(f"/proc/{program.read('child').strip()}/stat")
    while child.exists() and " Z " not in child.read_text(encoding="utf-8"):
        assert time.monotonic() - begin < 10
        time.sleep(0.05)
    assert list(program.temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux only")
def test_the_memory_of_the_program_is_not_bounded_as_that_of_our_readers_is(program: Program) -> None:
    program.does('ulimit -v > "$2"')
    pool = Pool(read_by_ocr, processes=1, limits=Limits(memory_bytes=1024**3))
    (told,) = pool.map([b"%PDF-"])
    assert not isinstance(told, Lost)
    of_program, before, after = told
    assert of_program == subprocess.check_output(["/bin/sh", "-c", "ulimit -v"])
    assert before == after == 1024**3


def read_by_ocr(data: bytes, _more_time: MoreTime) -> tuple[bytes, int, int]:
    """Return what the program gives, with the memory that this process may have before and after it."""
    import resource

    before, _ = resource.getrlimit(resource.RLIMIT_AS)
    return ocr(data, 10), before, resource.getrlimit(resource.RLIMIT_AS)[0]


# --- from the pipeline ------------------------------------------------------------------------------------------------


def scans(name: str, data: bytes, beside: Stated = NOTHING_STATED) -> Document:
    """Read a document as a reader does that finds no words in a scan."""
    if data.startswith(b"scan"):
        raise ScannedPaperError("holds pictures of pages only; read it with --ocr")
    if data.startswith(b"brabbel"):
        raise GarbledTextError("says other letters than are printed; read it with --ocr")
    return read_document(name, data, beside)


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pipeline, "read_document", scans)
    path = tmp_path / "scan.txt"
    path.write_bytes(b"scan van een brief")
    return path


def test_a_scan_is_read_only_when_that_is_asked(scan: Path, program: Program) -> None:
    program.does('echo "Zie Kamerstuk 36 394, nr. 1." > "$2"')
    (told,) = pipeline.read_papers([scan])
    assert told == NotRead(str(scan), "holds pictures of pages only; read it with --ocr")
    (paper,) = pipeline.read_papers([scan], ocr=True)
    assert not isinstance(paper, NotRead)
    document, mentions = paper
    assert [one.id for one in mentions.citations] == ["kst-36394-1"]
    assert document.name == str(scan)
    assert document.digest == hashlib.sha256(scan.read_bytes()).hexdigest()
    assert pipeline.read_text(scan, ocr=True) == document


def test_text_that_says_other_letters_than_are_printed_is_read_anew(scan: Path, program: Program) -> None:
    program.does('echo "Zie Kamerstuk 36 394, nr. 1." > "$2"')
    scan.write_bytes(b"brabbel van een brief")
    assert isinstance(pipeline.read_text(scan, ocr=True), Document)
    assert " --force-ocr " in program.read("options")


def test_a_scan_is_given_the_time_that_ocr_takes(scan: Path, program: Program) -> None:
    asked: list[float] = []
    pipeline._document(scan, asked.append, limits=Limits(ocr_seconds=50), ocr=True)
    assert asked == [50]
    scan.write_text("Zie Kamerstuk 36 394, nr. 1.", encoding="utf-8")
    pipeline._document(scan, asked.append, limits=LIMITS, ocr=True)
    assert asked == [50]


def test_a_scan_without_words_says_so(scan: Path, program: Program) -> None:
    assert pipeline.read_text(scan, ocr=True) == NotRead(str(scan), "shows no words, to OCR neither; leave it out")


def test_a_scan_that_ocr_fails_on_says_why(scan: Path, program: Program) -> None:
    program.does("exit 3")
    assert pipeline.read_text(scan, ocr=True) == NotRead(str(scan), NEEDED)


def blank() -> bytes:
    """Return a PDF of one page that shows nothing."""
    out = b"%PDF-1.4\n"
    table = b"xref\n0 4\n0000000000 65535 f \n"
    for number, body in enumerate(
        (b"/Type /Catalog /Pages 2 0 R", b"/Type /Pages /Count 1 /Kids [3 0 R]", b"/Type /Page /Parent 2 0 R"), start=1
    ):
        table += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n<< %b /MediaBox [0 0 200 200] >>\nendobj\n" % (number, body)
    return out + table + b"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


@pytest.mark.skipif(shutil.which("ocrmypdf") is None, reason="ocrmypdf is not installed")
def test_the_real_program_takes_the_options() -> None:
    try:
        read = ocr(blank(), 120)
    except OcrError as error:
        if str(error) != NEEDED:
            raise
        pytest.skip("ocrmypdf has no Dutch")
    assert read.startswith(b"%PDF-")
    assert read != blank()
