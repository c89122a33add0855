"""The running text: what a reader reads on from line to line, tied to its places in the file."""

from __future__ import annotations

import pytest
from recognised import citations, recognise

from dossier_graph.reading import read_document
from dossier_graph.recognition.flow import Flow, read_flow


def flow(text: str) -> Flow:
    return read_flow(read_document("brief.txt", text.encode()))


@pytest.mark.parametrize(
    ("text", "running"),
    [
        # words cut at the line end
        ("de opvang-\nopgave is groot", "de opvangopgave is groot"),
        ("de opvang- \n  opgave is groot", "de opvangopgave is groot"),
        ("de EU-\nverband", "de EU-verband"),
        ("het beleids-\nen uitvoeringswerk", "het beleids- en uitvoeringswerk"),
        ("in- of\nuitvoer, in-\nof uitvoer", "in- of uitvoer, in- of uitvoer"),
        ("Noord-\nHolland", "Noord-Holland"),
        ("2022-\n2023", "2022-2023"),
        ("op\u00advang op\u00ad\nvang op\ufffe\nvang op\u200bvang", "opvang opvang opvang opvang"),
        # white space
        ("a  b\u00a0c\td\u2009e\r\nf", "a b c d e f"),
        ("een\ntwee\n  drie", "een twee drie"),
        # paragraphs
        ("Klaar.\n\nNieuw.", "Klaar.\nNieuw."),
        ("Titel\n\nTekst.", "Titel\nTekst."),
        ("dit zijn:\n\n• een\n• twee\n- drie", "dit zijn:\n• een\n• twee\n- drie"),
        ("de zin\n\nloopt door", "de zin loopt door"),
        # pages
        ("de zin loopt\n\x0cover de pagina", "de zin loopt over de pagina"),
        ("de zin loopt\nPagina 1 van 2\n\x0cover de pagina", "de zin loopt over de pagina"),
        ("de zin loopt\n\nkst-36045-113\nISSN 0921 - 7371\n’s-Gravenhage 2023\n\x0cdoor", "de zin loopt door"),
    ],
)
def test_lines_are_read_on_as_a_reader_reads_them(text: str, running: str) -> None:
    assert flow(text).text == running


def test_a_page_of_which_every_line_is_followed_by_an_empty_line_is_one_paragraph() -> None:
    lines = [
        "Alle regels van deze pagina zijn door een lege regel",
        "Gescheiden, zodat niemand ziet waar de alinea",
        "Ophoudt.",
    ]
    assert flow("\n\n".join([*lines, "Dan een nieuwe."])).text == " ".join(lines) + "\nDan een nieuwe."


def test_notes_follow_the_body_and_leave_the_sentence_whole() -> None:
    text = "De zin staat hier1 en gaat\n\n1 Zie de brief\nvan toen.\n\nhier verder."
    read = flow(text)
    assert read.text == "De zin staat hier en gaat hier verder.\nZie de brief van toen."
    assert [(at, note.marker) for at, note in read.markers] == [(len("De zin staat hier"), "1")]
    assert [(read.text[start:end], note.marker) for start, end, note in read.notes] == [("Zie de brief van toen.", "1")]
    assert read.note_at(5) is None
    note = read.note_at(read.text.index("brief"))
    assert note is not None
    assert note.marker == "1"


def test_a_marker_is_found_behind_the_words_it_was_glued_to() -> None:
    read = flow("Zij heet Zanten1 en blijft. Zo is het.2\n\n1 Zie de brief.\n2 Zie de nota.")
    end = read.text.index("Zanten") + len("Zanten")
    found = read.marker_after(end, 0)
    assert found is not None
    assert found[1].marker == "1"
    assert read.marker_after(end + 1, 3) is None
    assert read.marker_after(end + 1, 60) is not None


def test_a_marker_glued_to_a_year_leaves_the_year() -> None:
    text = "Dat was op 29 november 20241. Zo.\n\n1 Zie de brief."
    assert flow(text).text.startswith("Dat was op 29 november 2024. Zo.")
    (written,) = recognise(text)[1].dates
    assert (written.iso, text[written.start : written.end]) == ("2024-11-29", "29 november 2024")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Zie Kamer-\nstuk 19 637,\nnr. 3171.", "Kamer-\nstuk 19 637,\nnr. 3171"),
        ("Zie Kamerstuk\u00a019 637,  nr. 31\u00ad71.", "Kamerstuk\u00a019 637,  nr. 31\u00ad71"),
        ("Zie Kamerstuk 19 637,\n\x0cnr. 3171.", "Kamerstuk 19 637,\n\x0cnr. 3171"),
        ("Zie Kamerstuk\nPagina 1 van 2\n\x0c19 637, nr. 3171.", "Kamerstuk\nPagina 1 van 2\n\x0c19 637, nr. 3171"),
    ],
)
def test_what_is_found_is_quoted_as_it_stands_in_the_file(text: str, quote: str) -> None:
    assert [(one.id, text[one.start : one.end]) for one in citations(text)] == [("kst-19637-3171", quote)]


def test_a_citation_that_a_note_interrupts_is_read_whole_and_quoted_by_its_longer_part() -> None:
    note = "1 Deze noot is zo lang dat hij niet in het citaat hoort, want hij gaat over heel iets anders dan dat."
    text = f"Dit1 staat in Kamerstukken II 2022/23,\n\n{note}\n\n36 045, nr. 113 en verder."
    assert [(one.id, text[one.start : one.end]) for one in citations(text)] == [
        ("kst-36045-113", "Kamerstukken II 2022/23")
    ]


def test_every_place_of_the_running_text_leads_back_to_the_file() -> None:
    text = "De op-\nvang1 is\u00a0vol.\n\n1 Zie de brief.\n\nEn «meer».\n"
    read = flow(text)
    for place, character in enumerate(read.text):
        if not character.isspace():
            assert text[read.origin(place)] == character
