"""What recognisers share: words found in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.recognition.anchors import fold, leftmost

WORDS = st.text("aé -", min_size=1, max_size=4)


@given(st.text("aé -", max_size=40), st.lists(WORDS, max_size=12, unique=True))
def test_the_leftmost_of_few_words_and_of_many_are_found_alike(text: str, words: list[str]) -> None:
    many = [*words, *(f"x{number}" for number in range(12))]  # which stand in no such text
    assert list(leftmost(text, words)) == list(leftmost(text, many))


@given(st.text("aÀZzéÉİΣñ’ \t\n", max_size=40))
def test_a_folded_text_is_what_its_characters_are_folded(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))
