"""Words of a block as formats hand them over: white space, accents, marks, links."""

from __future__ import annotations

from dossier_graph.model import Role
from dossier_graph.reading.outline import BlockBuilder


def block(*words: str) -> BlockBuilder:
    made = BlockBuilder(Role.PARAGRAPH)
    for one in words:
        made.add(one)
    return made


def test_letters_are_mended_in_every_format_also_where_their_accent_comes_apart() -> None:
    assert block("ﬁnanciÃ«le ", "Oekrai", "\u0308ne").build().text == "financiële Oekraïne"


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
