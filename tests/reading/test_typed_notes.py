"""Notes whose numbers an author typed, and the lists and numbers that look like them."""

from __future__ import annotations

import pytest

from dossier_graph.model import Role
from dossier_graph.reading.outline import Block, Marker
from dossier_graph.reading.typed_notes import RAISED, tie_typed_notes


def tied(*texts: str, role: Role = Role.PARAGRAPH) -> list[Block]:
    return tie_typed_notes([Block(role, text) for text in texts])


def said(blocks: list[Block]) -> list[tuple[str, str, list[str]]]:
    """Return of each block that is a note or has markers: its label, its text, the words of its markers."""
    return [
        (block.label, block.text, [block.text[one.start : one.end] for one in block.markers])
        for block in blocks
        if block.label or block.markers
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Dat staat in een brief (Kamerstuk 36 600, nr. 2). Drie maatregelen:",
        "De uitstoot (CO2) daalt door drie maatregelen:",
        "Drie maatregelen (zie paragraaf 2.2) volgen:",
        "Drie maatregelen, zie ook A2), volgen:",
        "Drie maatregelen, zie ook 2.2), volgen:",
        "Drie maatregelen volgen uit Artikel 2)",
    ],
)
@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.ITEM])
def test_a_number_in_front_of_a_bracket_is_no_marker(words: str, role: Role) -> None:
    texts = (words, "1) een heffing;", "2) een verbod;", "3) een subsidie.")
    blocks = tied(*texts, role=role)
    assert [block.text for block in blocks] == list(texts)
    assert said(blocks) == []


@pytest.mark.parametrize(
    "words",
    [
        "De weg (A1) is vol.", "Het staat er (zie paragraaf 2.1).", "De weg A1), dus.", "Zie 2.1), dus.",
        "Zie artikel 1).", "Dat staat er (in de brief van 1). Nu dit:",
    ],
)  # fmt: skip
def test_the_number_of_something_is_no_marker_of_a_note_either(words: str) -> None:
    assert said(tied(words, "1) Een.")) == []


def test_a_list_of_which_one_number_has_a_marker_is_a_list() -> None:
    texts = ("Wat doet u daaraan? 2)", "1) een heffing;", "2) een verbod;", "3) een subsidie.")
    assert said(tied(*texts)) == []
    assert said(tied(*texts, role=Role.ITEM)) == []


def test_notes_count_up_from_one_and_can_begin_again() -> None:
    blocks = tied(
        "Kent u het bericht? 1)", "Waarom is het vol? 2)", "1) NOS.", "2) AD.", "Wat doet u, sinds 2024.1)", "1) RTL."
    )
    assert said(blocks) == [
        ("", "Kent u het bericht? 1)", ["1)"]), ("", "Waarom is het vol? 2)", ["2)"]), ("1)", "NOS.", []),
        ("2)", "AD.", []), ("", "Wat doet u, sinds 2024.1)", ["1)"]), ("1)", "RTL.", []),
    ]  # fmt: skip
    assert len({block.key for block in blocks if block.key}) == 3


def test_notes_below_a_list_keep_their_markers() -> None:
    blocks = tied("Kent u het bericht? 1)", "Drie dingen:", "1) een.", "2) twee.", "3) drie.", "Tot slot.", "1) NOS.")
    assert said(blocks) == [("", "Kent u het bericht? 1)", ["1)"]), ("1)", "NOS.", [])]


def test_notes_that_a_word_processor_numbers_are_notes() -> None:
    blocks = tie_typed_notes([Block(Role.PARAGRAPH, "Kent u het bericht? 1)"), Block(Role.ITEM, "1) NOS.")])
    assert blocks[1].role is Role.NOTE


def test_all_markers_of_a_note_lead_to_it() -> None:
    first, second, note, third, other = tied("Vol.[1]", "Nog vol.[1]", "[1] NOS.", "Leeg.[1]", "[1] AD.")
    assert [one.key for block in (first, second) for one in block.markers] == [note.key, note.key]
    assert [one.key for one in third.markers] == [other.key]


def raised(role: Role, text: str, start: int) -> Block:
    return Block(role, text, markers=(Marker(start, start + 1, RAISED + text[start]),))


def test_raised_digits_of_powers_and_isotopes_are_words() -> None:
    power, isotope = raised(Role.PARAGRAPH, "Er zijn 103 bedden.", 10), raised(Role.PARAGRAPH, "3He is helium.", 0)
    assert [(one.role, one.text, one.markers) for one in tie_typed_notes([power, isotope])] == [
        (Role.PARAGRAPH, "Er zijn 103 bedden.", ()), (Role.PARAGRAPH, "3He is helium.", ()),
    ]  # fmt: skip


def test_raised_digits_lead_to_the_note_from_the_last_place_that_has_them() -> None:
    unit, body = raised(Role.PARAGRAPH, "5 m1 per bed.", 3), raised(Role.PARAGRAPH, "Vol.1", 4)
    blocks = tie_typed_notes([unit, body, raised(Role.PARAGRAPH, "1 NOS.", 0)])
    assert [len(block.markers) for block in blocks] == [0, 1, 0]
    assert (blocks[2].role, blocks[2].text) == (Role.NOTE, "NOS.")


def test_many_numbers_take_no_time_that_grows_with_their_square() -> None:
    texts = ["Vol? 1)", "Leeg (vraag 1) en vol.", "1) een.", "2) twee."] * 20_000
    assert len(tied(*texts)) == len(texts)
