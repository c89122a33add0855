"""The make-up of a paper, printed for a person."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from click.testing import CliRunner

from dossier_graph.cli import main
from dossier_graph.exports.structure import structure
from dossier_graph.model import Document, Footnote, PaperDate, Paragraph, Role
from dossier_graph.reading import read_document

LETTER = """Den Haag, 3 mei 2024

Geachte voorzitter,

Eerder schreef ik u hierover.1 Nu volgt het plan2, dat ik u toezegde.

1 Kamerstuk 36 394, nr. 4.
2 Zie het plan van de fietsers.
"""
PAGE = """<!DOCTYPE html><html><body><h1>Fietsen op het spoor</h1>
<p>Eerder schreef ik u<a href="#n1" id="m1"><sup>1</sup></a> hierover.</p>
<p id="n1"><a href="#m1">1</a> Kamerstuk 36 394, nr. 4.</p></body></html>"""


def told(document: Document, width: int = 80) -> list[tuple[str, str]]:
    """Return the rows as label and words, those that were wrapped in one."""
    rows: list[tuple[str, str]] = []
    for line in structure(document, width).splitlines():
        if line[:14].strip():
            rows.append((line[:14].strip(), line[14:]))
        elif line.strip():
            rows[-1] = (rows[-1][0], f"{rows[-1][1]} {line.strip()}")
    return rows


def test_the_notes_of_a_text_file_stand_where_their_markers_were() -> None:
    rows = told(read_document("brief.txt", LETTER.encode()))
    assert rows[:4] == [("format", "text"), ("kind", "Brief"), ("title", "does not show"), ("date", "2024-05-03")]
    assert ("paragraph", "Eerder schreef ik u hierover.[1] Nu volgt het plan[2], dat ik u toezegde.") in rows
    assert rows[-2:] == [("note [1]", "Kamerstuk 36 394, nr. 4."), ("note [2]", "Zie het plan van de fietsers.")]


def test_the_parts_of_other_formats_say_what_they_are() -> None:
    assert told(read_document("brief.html", PAGE.encode()))[4:] == [
        ("heading 1", "Fietsen op het spoor"),
        ("paragraph", "Eerder schreef ik u[1] hierover."),
        ("note [1]", "Kamerstuk 36 394, nr. 4."),
    ]


def test_pages_and_remarks_are_told_and_a_note_keeps_to_its_place() -> None:
    text = "Eerste blad1.\n\nTweede blad.\n\n1 De noot.\n"
    ends = (0, 13), (15, 27), (29, 39)
    roles = (Role.PARAGRAPH, Role.PARAGRAPH, Role.NOTE)
    paper = Document(
        "brief.pdf",
        text,
        "",
        date=None,
        format="PDF",
        pages=(0, 15, 29),
        page_numbers=(1, 2, 1),
        footnotes=(Footnote("1", 11, 12, 29, 39),),
        paragraphs=tuple(Paragraph(role, *place) for role, place in zip(roles, ends, strict=True)),
        remarks=("1 of 3 pages has no text",),
    )
    assert told(paper) == [
        ("format", "PDF, 2 pages"),
        ("kind", "Document"),
        ("title", "does not show"),
        ("date", "does not show"),
        ("remark", "1 of 3 pages has no text"),
        ("page", "1"),
        ("paragraph", "Eerste blad[1]."),
        ("page", "2"),
        ("paragraph", "Tweede blad."),
        ("note [1]", "De noot."),
    ]


def test_no_line_is_wider_than_the_terminal_and_none_can_steer_it() -> None:
    words = "Wij fietsen verder dan ooit. " * 20 + "\x1b[31mRood."
    printed = structure(read_document("brief.txt", words.encode()), 60)
    assert max(map(len, printed.splitlines())) <= 60
    assert "\x1b" not in printed
    assert "\\x1b[31mRood." in printed


def test_a_date_that_was_inferred_says_from_what() -> None:
    paper = Document("brief.txt", "Zie de brief.", "", date=PaperDate(date(2024, 5, 3), "3 mei jl."))
    assert ("date", "2024-05-03, inferred from 3 mei jl.") in told(paper)


def test_the_command_prints_it(tmp_path: Path) -> None:
    (tmp_path / "brief.html").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(main, ["text", "--structure", str(tmp_path / "brief.html")])
    assert result.exit_code == 0
    assert "paragraph     Eerder schreef ik u[1] hierover.\n" in result.stdout
