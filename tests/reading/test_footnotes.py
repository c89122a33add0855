"""Which number in the body belongs to which note."""

from __future__ import annotations

import pytest

from dossier_graph.reading import read_document
from dossier_graph.reading.footnotes import find_footnotes
from dossier_graph.reading.pages import find_page_starts

NOTE = "1 Zie de vorige brief."


def read(text: str) -> list[tuple[str, str, str]]:
    """Return the footnotes of a text: the marker, the six characters in front of it, the note."""
    if not text:
        return []
    return [
        (note.marker, text[max(0, note.start - 6) : note.start], text[note.note_start : note.note_end])
        for note in read_document("brief.txt", text.encode()).footnotes
    ]


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("De opvang is vol.1 Meer volgt.", "s vol."),
        ("Zij heet Zanten1 en blijft.", "Zanten"),
        ("Dat was op 29 november 20241. Daarna niet meer.", "r 2024"),
        ("Sinds oktober 20241 gaat het goed.", "r 2024"),
        ("Hij noemt het «vol».1 Dan gaat hij.", "«vol»."),
        ("Hij noemt het «vol»1 en gaat.", " «vol»"),
        ("Hij noemt het ‘vol’1 en gaat.", " ‘vol’"),
        ("Hij noemt het “vol.”1 Dan gaat hij.", "“vol.”"),
        ("De stand (zie boven)1 is goed.", "boven)"),
        ("De stand (zie boven1) is goed.", " boven"),
        ("Wat nu?1 Dat blijkt later.", "at nu?"),
        ("Het is vol1, maar niet overal.", "is vol"),
        ("Het is vol;1 toch komen er meer.", "s vol;"),
        ("De IND1 en de politie weten het.", "De IND"),
        ("Het staat in de brief 1 van toen.", "brief "),
        ("Het staat in Kamerstuk 19 637, nr. 31711 en verder.", ". 3171"),
        ("Het staat in 2022Z040761, dat volgt.", "Z04076"),
    ],
)
def test_a_marker_is_found_where_papers_put_it(body: str, before: str) -> None:
    assert read(f"{body}\n\n{NOTE}\n") == [("1", before, NOTE)]


@pytest.mark.parametrize(
    "text",
    [
        "De uitstoot van CO2 is 2.500 ton.\n\n2 Zie de brief.",
        "De uitstoot van CO1 is weinig.",
        f"Wij tellen 2.501 plekken en 1,1 procent.\n\n{NOTE}",
        f"De norm is 1,5 graad of 1:1 op de kaart.\n\n{NOTE}",
        f"Zie vraag 1, artikel 1, blz.1 en nr.1 van de lijst.\n\n{NOTE}",
        f"Dat duurt nog 1 jaar of 1 maand en kost 1 euro.\n\n{NOTE}",
        f"Uiterlijk 1 januari is het zover.\n\n{NOTE}",
        "Het begint op\n1 januari 2024\nen eindigt in 2021.",
        "1. De nota\n2. Het rapport\n\nDe nota1 gaat mee.",
        "1 Inleiding\nTekst.\n2 Aanpak\nTekst in 2021.\n",
        "Wij doen drie dingen:\n1) Bouwen\n2) Wonen\n3) Wachten",
        "Antwoord op vraag 5\n\n5 Kunt u dit uitleggen?",
        "De opvang is vol.1 Meer volgt niet.",
        f"{NOTE}\n\nHet nummer staat na de noot.1 Dat is te laat.",
        "",
    ],
)
def test_other_numbers_are_no_markers(text: str) -> None:
    assert read(text) == []


def test_a_note_in_the_middle_of_a_sentence_ends_before_the_sentence_goes_on() -> None:
    text = "De opvang1 is op veel\n\n1 Zie de brief.\n\nplaatsen vol.2 Meer niet.\n\n2 Zie de nota.\n"
    assert read(text) == [("1", "opvang", "1 Zie de brief."), ("2", "n vol.", "2 Zie de nota.")]


def test_a_note_goes_on_over_lines_and_ends_before_the_next() -> None:
    text = "Een.1 Twee.2 Drie.3\n\n1 Zie de brief\nvan toen.\n2 www.rijksoverheid.nl/a\n3 «Opvang», 2024\n"
    assert [note for _, _, note in read(text)] == [
        "1 Zie de brief\nvan toen.",
        "2 www.rijksoverheid.nl/a",
        "3 «Opvang», 2024",
    ]


def test_a_note_ends_at_the_foot_of_its_page() -> None:
    text = "Een.1\n\n1 Zie de brief.\n\n\fTwee.2\n\n2 Zie de nota.\nPagina 2 van 2\n"
    assert [note for _, _, note in read(text)] == ["1 Zie de brief.", "2 Zie de nota."]


def test_numbering_may_begin_again_on_a_page() -> None:
    text = "Een.1 Twee.2\n\n1 Zie de brief.\n2 Zie de nota.\n\fDrie.1 Vier.2\n\n1 Zie het rapport.\n2 Zie de wet.\n"
    assert [(marker, note) for marker, _, note in read(text)] == [
        ("1", "1 Zie de brief."),
        ("2", "2 Zie de nota."),
        ("1", "1 Zie het rapport."),
        ("2", "2 Zie de wet."),
    ]


def test_numbers_that_stand_apart_from_their_notes_are_dealt_out_in_order() -> None:
    text = "Een.1 Twee.2\n\n1\n2\nZie de eerste brief.\nZie de tweede brief.\n\fDrie.3 Slot.\n\n3 Zie de nota.\n"
    assert [(marker, note) for marker, _, note in read(text)] == [
        ("1", "Zie de eerste brief."),
        ("2", "Zie de tweede brief."),
        ("3", "3 Zie de nota."),
    ]


def test_an_excerpt_may_leave_notes_out() -> None:
    text = "Een.1 Drie.3\n\n1 Zie de brief.\n3 Zie de nota.\n"
    assert [marker for marker, _, _ in read(text)] == ["1", "3"]


def test_a_number_glued_to_its_note_is_the_number_of_the_note() -> None:
    text = "Een.1 Twee2 enzovoort.\n\n1Kamerstuk 19 637, nr. 3171.\n2Zie de nota.\n"
    assert [note for _, _, note in read(text)] == ["1Kamerstuk 19 637, nr. 3171.", "2Zie de nota."]


def test_notes_of_markdown_and_notes_with_brackets_are_read() -> None:
    markdown = "Vol[^1] en leeg.[^2]\n\n[^1]: Zie de brief.\n[^2]: Zie de nota,\n    en verder.\n"
    assert [(marker, note) for marker, _, note in read(markdown)] == [
        ("1", "[^1]: Zie de brief."),
        ("2", "[^2]: Zie de nota,\n    en verder."),
    ]
    brackets = "Vol1) en leeg 2).\n\n1) Zie de brief.\n2) Zie de nota.\n"
    assert [(marker, note) for marker, _, note in read(brackets)] == [
        ("1)", "1) Zie de brief."),
        ("2)", "2) Zie de nota."),
    ]


def test_the_marker_on_the_page_of_the_note_is_taken_before_one_elsewhere() -> None:
    text = "Dit heet1 zo.\n\nTabel\n\fDit heet1 ook zo.\n\n1 Zie de brief.\n"
    assert [note.start for note in find_footnotes(text, find_page_starts(text))] == [text.rindex("1 ook")]


def test_a_number_below_the_colophon_of_the_page_is_that_of_the_note_behind_it() -> None:
    text = (
        "Dat is vol.1 Meer volgt.\n\n1\n\nah-tk-20232024-1\nISSN 0921 - 7398\n’s-Gravenhage 2024\n\n"
        "Een krant, 6 mei 2024, «Vol».\n\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n1\n\n"
        "\fSlot.2 Dat was het.\n\n2\nDe nota.\n\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n2\n\n"
    )
    assert [(marker, note) for marker, _, note in read(text)] == [
        ("1", "Een krant, 6 mei 2024, «Vol»."),
        ("2", "2\nDe nota."),
    ]


def test_numbers_that_stand_together_below_are_dealt_to_notes_of_more_than_one_line() -> None:
    body = "In de zaal staan stoelen en tafels die iemand daar gisteren met veel moeite heeft neergezet.\n" * 3
    text = (
        f"{body}Vol.1 En leeg.2 Slot.\n\n1\n2\n\nKamerstuk 26 485, nr. 380\n"
        "Het actuele beleid is te lezen op de website van de organisatie: Beleidsdocumenten over vlinders\n"
        "en bijen, transparantie (vlinders.nl)\n\n\fNieuw.3 Dat was het.\n\n3 Zie de nota.\n"
    )
    assert [(marker, note.split("\n")[0][:24]) for marker, _, note in read(text)] == [
        ("1", "Kamerstuk 26 485, nr. 38"),
        ("2", "Het actuele beleid is te"),
        ("3", "3 Zie de nota."),
    ]


def test_a_marker_may_stand_on_a_line_of_its_own_on_the_page_of_its_note() -> None:
    text = "Wat vindt u van «Vol»?\n1\nAntwoord 1\nJa.\n1Een krant, 8 oktober 2024, «Vol»\n"
    assert [(marker, note) for marker, _, note in read(text)] == [("1", "1Een krant, 8 oktober 2024, «Vol»")]
