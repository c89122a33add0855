"""Files and folders as the user names them: which are papers, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dossier_graph.sources import NotRead, find_papers, metadata_beside, printable


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Zie Kamerstuk 19 637, nr. 3171.", encoding="utf-8")


def found(*sources: Path) -> tuple[list[str], dict[str, str]]:
    """Return the papers, and of what is none the reason by name."""
    items = list(find_papers(sources))
    papers = [item.name for item in items if isinstance(item, Path)]
    return papers, {Path(item.name).name: item.reason for item in items if isinstance(item, NotRead)}


def test_a_folder_gives_its_papers_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "Z.TXT", "onder/c.txt", "onder/dieper/d.markdown", "LEESMIJ")
    assert found(tmp_path) == (["LEESMIJ", "Z.TXT", "a.md", "b.txt", "c.txt", "d.markdown"], {})


def test_sources_keep_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt", "map/c.txt")
    assert found(tmp_path / "map", tmp_path / "b.txt", tmp_path / "a.txt") == (["c.txt", "b.txt", "a.txt"], {})


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "map/b.txt")
    (tmp_path / "wijzer.txt").symlink_to(tmp_path / "a.txt")
    again = tmp_path / "map" / ".." / "a.txt"
    assert found(tmp_path / "a.txt", again, tmp_path / "wijzer.txt", tmp_path / "map")[0] == ["a.txt", "b.txt"]


def test_hidden_files_and_folders_are_passed_over_in_silence(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ".verborgen.txt", ".git/b.txt")
    assert found(tmp_path) == (["a.txt"], {})


def test_papers_of_every_format_are_taken_whatever_the_case_of_their_names(tmp_path: Path) -> None:
    names = ["a.pdf", "b.DOCX", "c.odt", "d.html", "e.xml", "f.doc"]
    write(tmp_path, *names)
    assert found(tmp_path) == (names, {})


def test_what_is_no_paper_by_its_name_or_beginning_is_left_out_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "cijfers.csv")
    (tmp_path / "brief.bin").write_bytes(b"%PDF-1.7\n")
    reason = "is no paper by its name (.csv) or its first bytes; save a paper as PDF or DOCX"
    assert found(tmp_path) == (["a.txt", "brief.bin"], {"cijfers.csv": reason})


def test_a_picture_is_taken_for_it_may_be_a_photograph_of_a_paper(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert found(tmp_path) == (["foto.jpg"], {})


@pytest.mark.parametrize("name", ["~$brief.docx", "Thumbs.db", "desktop.ini", ".DS_Store"])
def test_what_systems_and_word_processors_leave_is_passed_over_as_hidden_files_are(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt", name)
    assert found(tmp_path) == (["a.txt"], {})


def test_metadata_goes_with_its_paper_and_is_none_itself(tmp_path: Path) -> None:
    write(tmp_path, "kst-1-2.pdf", "kst-1-2.metadata.xml", "kst-1-2.metadata_owms.xml", "metadata.xml")
    assert found(tmp_path) == (["kst-1-2.pdf"], {})
    beside = [path.name for path in metadata_beside(tmp_path / "kst-1-2.pdf")]
    assert beside == ["kst-1-2.metadata.xml", "kst-1-2.metadata_owms.xml", "metadata.xml"]


def test_metadata_without_its_paper_says_so(tmp_path: Path) -> None:
    write(tmp_path, "kst-1-2.pdf", "kst-1-3.metadata.xml", "leeg/metadata.xml")
    reason = "describes a paper that does not lie beside it; put the two in one folder"
    assert found(tmp_path) == (["kst-1-2.pdf"], {"kst-1-3.metadata.xml": reason, "metadata.xml": reason})


def test_a_file_named_by_itself_is_taken_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path, "brief.tekst", "brief.pdf")
    assert found(tmp_path / "brief.tekst", tmp_path / "brief.pdf") == (["brief.tekst", "brief.pdf"], {})


def test_a_name_as_long_as_a_disk_takes_is_a_name(tmp_path: Path) -> None:
    name = "x" * 251 + ".txt"  # that of its metadata would be longer
    write(tmp_path, name)
    assert found(tmp_path) == ([name], {})
    assert metadata_beside(tmp_path / name) == []


def test_links_in_a_folder_are_not_followed_and_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, "stukken/a.txt", "elders/b.txt")
    (tmp_path / "stukken" / "b.txt").symlink_to(tmp_path / "elders" / "b.txt")
    (tmp_path / "stukken" / "map").symlink_to(tmp_path / "elders")
    (tmp_path / "stukken" / "rond").symlink_to(tmp_path / "stukken")
    papers, reasons = found(tmp_path / "stukken")
    assert papers == ["a.txt"]
    assert sorted(reasons) == ["b.txt", "map", "rond"]
    assert all(reason.startswith("is a link") for reason in reasons.values())


def test_a_folder_without_papers_says_so(tmp_path: Path) -> None:
    (tmp_path / "leeg" / "onder").mkdir(parents=True)
    assert found(tmp_path / "leeg") == (
        [],
        {"leeg": "has no papers in it; put them there as PDF, DOCX, ODT, HTML, XML or text"},
    )


@pytest.mark.parametrize("name", ["nergens.txt", "nergens/brief.txt", "brief\0.txt"])
def test_a_path_that_does_not_exist_says_so(tmp_path: Path, name: str) -> None:
    write(tmp_path, "a.txt")
    items = list(find_papers([tmp_path / name, tmp_path / "a.txt"]))
    assert items == [
        NotRead(str(tmp_path / name), "does not exist; check the spelling of the path"),
        tmp_path / "a.txt",
    ]


def test_a_name_that_no_disk_takes_says_so() -> None:
    (one,) = find_papers(["x" * 5000])
    assert isinstance(one, NotRead)
    assert one.reason.startswith(("cannot be opened (File name too long)", "does not exist"))


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
def test_a_name_cannot_break_the_line_it_is_told_on(tmp_path: Path) -> None:
    write(tmp_path, "twee\nregels\x1b[31m.rood\u202e", "Oekraïne.csv")
    lines = [str(item) for item in find_papers([tmp_path])]
    assert [line.removeprefix(f"{tmp_path}{os.sep}").partition(" ")[0] for line in lines] == [
        "Oekraïne.csv:",
        "twee\\nregels\\x1b[31m.rood\\u202e:",
    ]
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Opvang Oekraïne – «brief» ’s", "Opvang Oekraïne – «brief» ’s"),
        ("a\tb\r\n", "a\\tb\\r\\n"),
        ("\x1b]0;titel\x07", "\\x1b]0;titel\\x07"),
        ("geen utf-8: \udcff", "geen utf-8: \\udcff"),
    ],
)
def test_words_are_shown_as_they_are_unless_they_steer_a_terminal(words: str, shown: str) -> None:
    assert printable(words) == shown
