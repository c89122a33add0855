"""Words as typesetting leaves them, and as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier_graph.reading.mending import join_cut_word, join_lines, mend


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ﬁnanciële", "financiële"),
        ("ofﬁcieel aﬂossen", "officieel aflossen"),
        ("OekraÃ¯ne", "Oekraïne"),
        ("â‚¬ 3 en â€˜dit\u00e2\u20ac\u2122", "€ 3 en ‘dit’"),
        ("oe\u0308", "oë"),
        ("Kostic´", "Kostić"),
        ("Hirsi´s wet", "Hirsi´s wet"),
        ("\uf0b7", "•"),
        ("CAFÃ", "CAFÃ"),
        ("IJsland en ĳs", "IJsland en ĳs"),
    ],
)
def test_words_are_mended(printed: str, written: str) -> None:
    assert mend(printed) == written


@given(some.text())
def test_what_was_mended_stays(words: str) -> None:
    assert mend(mend(mend(words))) == mend(mend(words))


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("opvang", "plekken", ""),
        ("opvang", "en zorg", "- "),
        ("in", "of uitvoer", "- "),
        ("IenW", "beleid", "-"),
        ("CO2", "uitstoot", "-"),
        ("Groot", "Brittannië", "-"),
        ("2022", "2023", "-"),
        ("procureurs", "generaal", "-"),
        ("(snel)", "wegen", "- "),
    ],
)
def test_a_hyphen_at_a_line_end_stays_or_goes(before: str, after: str, between: str) -> None:
    assert join_cut_word(before, after, {"procureurs-generaal"}) == between


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("zie www.voorbeeld.nl/een-", "twee-drie", "zie www.voorbeeld.nl/een-twee-drie"),
        ("zie www.voorbeeld.nl/een", "twee/drie?vier=5", "zie www.voorbeeld.nl/eentwee/drie?vier=5"),
        ("zie www.voorbeeld.nl", "en verder", "zie www.voorbeeld.nl en verder"),
        ("zie www.voorbeeld.nl.", "Verder", "zie www.voorbeeld.nl. Verder"),
        ("maatregelen/", "projecten", "maatregelen/projecten"),
        ("de brief -", "van mei", "de brief - van mei"),
    ],
)
def test_lines_are_joined(before: str, after: str, joined: str) -> None:
    assert join_lines(before, after) + after == joined
