"""Blocks put one behind the other: text, notes, pages and places."""

from __future__ import annotations

import pytest

from dossier_graph.model import Role
from dossier_graph.reading import read_document
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.outline import Block, BlockBuilder, Outline

PAGE = """<!DOCTYPE html><html><body><main>
<h1>Brief over fietsen</h1>
<p>Eerder schreef ik u<a href="#n1" id="m1"><sup>1</sup></a> hierover.</p>
<ol><li id="n1">Kamerstuk 36 394, nr. 4. <a href="#m1">terug</a></li></ol>
</main></body></html>"""


def outline(*blocks: Block) -> Outline:
    return Outline("PDF", blocks)


def test_lines_of_one_group_stand_close_and_paragraphs_apart() -> None:
    made = assemble(
        outline(
            Block(Role.PARAGRAPH, "Een brief."),
            Block(Role.LINE, "De Minister van Fietsen,"),
            Block(Role.LINE, "A. Jansen"),
            Block(Role.PARAGRAPH, "Bijlagen: twee."),
        )
    )
    assert made.text == "Een brief.\n\nDe Minister van Fietsen,\nA. Jansen\n\nBijlagen: twee.\n"
    assert [made.text[one.start : one.end] for one in made.paragraphs][2] == "A. Jansen"


def test_a_paragraph_over_two_pages_is_whole_and_knows_both() -> None:
    block = BlockBuilder(Role.PARAGRAPH)
    block.page(3)
    block.add("Dit begint hier")
    block.page(4)
    block.add(" en eindigt daar.")
    made = assemble(outline(block.build(), Block(Role.RUNNING, "Pagina 4", pages=((0, 4),))))
    assert made.text.startswith("Dit begint hier en eindigt daar.\n")
    assert made.pages == [(0, 3), (made.text.index(" en"), 4)]
    assert [made.text[low:high] for low, high in made.apart] == ["Pagina 4"]


def test_two_markers_may_lead_to_one_note_and_a_marker_to_none() -> None:
    body = BlockBuilder(Role.PARAGRAPH)
    for key in ("a", "b", "a"):
        body.add("woord")
        body.mark("1", key)
    made = assemble(outline(Block(Role.NOTE, "Zie daar.", key="a", label="1"), body.build()))
    assert made.text == "woord1woord1woord1\n\n1 Zie daar.\n"
    assert [(one.start, made.text[one.note_start : one.note_end]) for one in made.footnotes] == [
        (5, "1 Zie daar."),
        (17, "1 Zie daar."),
    ]


def test_a_block_without_a_place_has_not_that_of_another() -> None:
    document = read_document("brief.html", PAGE.encode())
    at = document.text.index("Eerder")
    assert (document.place_of(at) or "").startswith("line=")
    made = assemble(outline(Block(Role.PARAGRAPH, "Een", place="paragraph=1"), Block(Role.RUNNING, "Twee")))
    assert made.places == [(0, "paragraph=1"), (5, "")]


@pytest.mark.parametrize(
    ("start", "title"),
    [
        ("<h1>Verslag van de werkgroep fietsen</h1><p>Wij fietsten.</p>", "Verslag van de werkgroep fietsen"),
        ("<p>Wij fietsten.</p><h2>Hoe verder</h2>", None),
    ],
)
def test_a_paper_without_a_title_has_that_of_the_heading_it_begins_with(start: str, title: str | None) -> None:
    document = read_document("stuk.html", f"<!DOCTYPE html><html><body>{start}<p>Tot slot.</p></body></html>".encode())
    assert document.title == title


def test_the_number_of_a_note_is_a_marker_in_the_body_and_no_word_of_the_note() -> None:
    document = read_document("brief.html", PAGE.encode())
    (note,) = document.footnotes
    assert document.text[note.start : note.end] == "1"
    assert document.text[: note.start].endswith("Eerder schreef ik u")
    assert document.text[note.note_start : note.note_end].startswith("1 Kamerstuk 36 394, nr. 4.")
