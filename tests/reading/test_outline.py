"""Words of a block as formats hand them over: white space, accents, marks, links."""

from __future__ import annotations

from dossier_graph.model import OfficialLink, Role
from dossier_graph.reading.outline import Block, BlockBuilder, Marker, shifted


def block(*words: str) -> BlockBuilder:
    made = BlockBuilder(Role.PARAGRAPH)
    for one in words:
        made.add(one)
    return made


def test_letters_are_mended_in_every_format_also_where_their_accent_comes_apart() -> None:
    assert block("ﬁnanciÃ«le ", "Oekrai", "\u0308ne").build().text == "financiële Oekraïne"


def test_what_could_steer_a_terminal_or_breaks_an_encoding_is_left_out() -> None:
    made = block("Zie\x1b[31m de \u202ebrief\x07 van\ud800mei\x9f")
    assert made.build().text == "Zie[31m de brief van\ufffdmei"


def test_a_marker_is_one_line_whatever_the_file_holds() -> None:
    made = block("Zie")
    made.mark("1\n2", "a")
    assert made.build().text == "Zie1 2"


def test_a_link_holds_its_words_without_the_space_before_them() -> None:
    made = block("Zie")
    opened = made.open_link()
    made.add(" de brief ")
    made.mark("3", "noot")
    made.close_link(opened, "kst-36394-4")
    made.add("van mei")
    built = made.build()
    (link,) = built.links
    assert (built.text, built.text[link.start : link.end]) == ("Zie de brief3van mei", "de brief3")


def test_places_before_the_words_fall_away_and_a_link_over_the_first_word_is_cut() -> None:
    made = Block(
        Role.NOTE,
        "1 Zie nr. 6.",
        markers=(Marker(0, 1, "a"), Marker(5, 6, "b")),
        links=(OfficialLink(0, 1, "kst-1-1"), OfficialLink(0, 5, "kst-1-2")),
        pages=((0, 1), (1, 2), (4, 3)),
    )
    cut = shifted(made, -2)
    assert cut.markers == (Marker(3, 4, "b"),)
    assert cut.links == (OfficialLink(0, 3, "kst-1-2"),)
    assert cut.pages == ((0, 2), (2, 3))


def test_words_put_in_front_of_a_block_stand_on_its_first_page() -> None:
    made = Block(Role.ITEM, "Een.", markers=(Marker(3, 4, "a"),), pages=((0, 1), (2, 2)))
    moved = shifted(made, 3)
    assert (moved.markers, moved.pages) == ((Marker(6, 7, "a"),), ((0, 1), (5, 2)))
