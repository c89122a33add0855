"""Words as typesetting leaves them, and as they are written."""

from __future__ import annotations

from time import process_time

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
        ("«PÅ»", "«PÅ»"),
        ("NÅ\u00a05", "NÅ\u00a05"),
        ("‘SMÅ’", "‘SMÅ’"),
        ("Å‚", "ł"),
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
    ("before", "after"),
    [
        ("de minister", "president heeft"),
        ("de secretaris", "generaal van"),
        ("de vice", "voorzitter"),
        ("een oud", "minister van"),
        ("een ex", "minister van"),
        ("een niet", "ingezetene die"),
        ("per e", "mail aan"),
        ("een non", "profitorganisatie"),
        ("het sociaal", "economische beleid"),
        ("de motie", "van Zanten over"),
        ("de motie", "van der Lee over"),
    ],
)
def test_a_hyphen_that_dutch_always_writes_stays(before: str, after: str) -> None:
    assert join_cut_word(before, after) == "-"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("het oud", "ste van"),
        ("de oud", "heid van"),
        ("de", "ouders"),
        ("dat niet", "temin geldt"),
        ("het ex", "amen van"),
        ("dat is non", "sens van"),
        ("de minister", "raad van"),
        ("de motie", "van de regering"),
        ("die wer", "den Nederlanders"),
    ],
)
def test_a_hyphen_that_only_cuts_goes(before: str, after: str) -> None:
    assert join_cut_word(before, after) == ""


def test_the_rest_of_an_address_is_looked_for_in_linear_time() -> None:
    started = process_time()
    join_lines("zie https://www.voorbeeld.nl/", "a-" * 50_000)
    join_lines("zie https://www.voorbeeld.nl", "a-" * 50_000)
    assert process_time() - started < 1


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
