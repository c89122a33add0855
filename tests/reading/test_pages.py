"""Where pages begin, and which lines belong to the page alone."""

from __future__ import annotations

import pytest

from dossier_graph.reading.pages import (
    find_imprints,
    find_page_numbers,
    find_page_starts,
    find_running_lines,
    imprinted_identifier,
)


def running(text: str) -> list[str]:
    pages = find_page_starts(text)
    ranges = find_running_lines(text, pages, find_imprints(text), find_page_numbers(text, pages))
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Een pagina.", (0,)),
        ("Een.\fTwee.\fDrie.", (0, 5, 11)),
        ("Een.\fTwee.\f\n", (0, 5)),
        ("Een.\n Twee begint met een spatie.\n", (0, 5)),
        ("Een lijst:\n  - een\n  - twee\n Drie", (0,)),
        ("", (0,)),
    ],
)
def test_pages_begin_at_form_feeds_or_where_one_stood(text: str, pages: tuple[int, ...]) -> None:
    assert find_page_starts(text) == pages


@pytest.mark.parametrize(
    "line",
    [
        "Pagina 3 van 12",
        "P agina 3 van 12",
        "Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 113",
        "Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 113 2",
        "Tweede Kamer, vergaderjaar 2024–2025, 36 600 XX, nr. 22 1",
        "Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 2",
        "Eerste Kamer, vergaderjaar 2014–2015, 33 802, C 3",
        "ISSN 0921 - 7371",
        "’s-Gravenhage 2023",
        "ISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar 2024–2025, Aanhangsel 1",
    ],
)
def test_imprints_of_official_papers_are_no_text(line: str) -> None:
    assert running(f"Wij schrijven.\n{line}\nEn verder.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tweede Kamer, vergaderjaar 2022–2023, 36 045, nr. 113 is met aandacht gelezen.",
        "Zie ook kst-36045-113 en verder.",
        "Pagina 3 van het rapport",
    ],
)
def test_sentences_with_the_same_words_are_text(line: str) -> None:
    assert running(f"Wij schrijven.\n{line}\nEn verder.") == []


def test_a_line_at_the_edge_of_three_pages_is_a_running_head() -> None:
    pages = [f"Ministerie van Zaken\n\nDit is tekst {n}.\nEn nog {n}.\n" for n in ("een", "twee", "drie")]
    assert running("\f".join(pages)) == ["Ministerie van Zaken"] * 3
    assert running("\f".join(pages[:2])) == []
    assert running("Dezelfde regel.\n" * 3) == []


def test_the_number_of_the_page_below_an_imprint_goes_with_it() -> None:
    assert running("Wij schrijven.\nkst-36045-113\n2\n\fEn verder.") == ["kst-36045-113", "2"]


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("kst-36045-113", "Wij schrijven.\nkst-36045-113\nISSN 0921 - 7371\nEn verder."),
        ("kst-36045-113", "Wij schrijven.\n’s-Gravenhage 2023\n\nkst-36045-113\nEn verder."),
        ("kst-36045-113", "Een.\nkst-36045-113\nTwee.\nkst-36045-113\nDrie."),
        ("kst-36045-113", "Zie\nkst-19637-1\nkst-19637-2\nen verder.\nkst-36045-113\nISSN 0921 - 7371\n"),
        ("kst-1259252", "Wij schrijven.\nkst-1259252\nISSN 0921 - 7371\n"),
        (None, "Wij schrijven over:\nkst-36045-113\nEn verder."),
        (None, "Wij schrijven over:\nkst-36045-113\nkst-36045-114"),
        (None, "Wij schrijven over:\nblg-1184123\nblg-1184124\nblg-1184123"),
        (None, "Wij schrijven.\n36045-113"),
    ],
)
def test_a_paper_has_the_identifier_of_its_imprint_and_none_that_it_lists(own: str | None, text: str) -> None:
    assert imprinted_identifier(text) == own
    lines = [line for line in running(text) if line[:4] in {"kst-", "blg-"}]
    assert set(lines) == ({own} if own else set())


def test_a_note_that_cites_in_the_words_of_an_imprint_is_no_imprint() -> None:
    text = (
        "Dat is gemeld.1 Meer volgt.\n\n1\nTweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424\n\n"
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n1\n\n\fDat is alles.\n\n"
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n2\n\n"
    )
    assert "Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424" not in running(text)
    assert running(text).count("Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel") == 2


def test_page_numbers_that_count_the_pages_are_no_text() -> None:
    assert running("Een.\n\n1\n\fTwee.\n\n2\n\fDrie.\n\n3\n") == ["1", "2", "3"]
    assert running("Een.\n\n7\n\fTwee.\n\n3\n\fDrie.\n\n12\n") == []


def test_pages_that_lost_their_form_feeds_begin_below_numbered_imprints() -> None:
    page = "Dat is gemeld.\nTweede Kamer, vergaderjaar 2024–2025, Aanhangsel {}\n"
    text = page.format(1) + page.format(2) + "Slot.\n"
    assert find_page_starts(text) == (0, text.index("Dat", 5), text.index("Slot"))
    assert find_page_starts(page.format(2) + page.format(4)) == (0,)
