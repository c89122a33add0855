"""Debates in the Handelingen, answers in the Aanhangsel."""

from __future__ import annotations

import pytest
from recognised import citations

FORMS = {
    # by meeting and item, since 2010
    "Handelingen II 2010/11, nr. 108, item 5": ("handelingen", "h-tk-20102011-108-5", None),
    "Handelingen II 2022–2023, nr. 84, item 12, p. 25-36": ("handelingen", "h-tk-20222023-84-12", "p. 25-36"),
    "Handelingen I 2022/23, nr. 10, item 3": ("handelingen", "h-ek-20222023-10-3", None),
    "Handelingen Tweede Kamer 2022/23, nr. 84, item 12": ("handelingen", "h-tk-20222023-84-12", None),
    "handelingen TK, vergaderjaar 2022–2023, nummer 84, item 12": ("handelingen", "h-tk-20222023-84-12", None),
    "Handelingen II 2022/23, nr. 84": ("handelingen", "h-tk-20222023-84", None),
    # by page, until then
    "Handelingen II 2007/08, nr. 108, p. 7909-7943": ("handelingen", "h-tk-20072008-7909-7943", None),
    "Handelingen II 1998/99, blz. 12": ("handelingen", "h-tk-19981999-12", None),
    # answers
    "Aanhangsel Handelingen II 2021/22, nr. 2244": ("aanhangsel", "ah-tk-20212022-2244", None),
    "Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nr. 1028": ("aanhangsel", "ah-tk-20242025-1028", None),
    "Aanhangsel Handelingen I 2021/22, nr. 3": ("aanhangsel", "ah-ek-20212022-3", None),
    "Aanhangsel Handelingen II 1999/00, nr. 44": ("aanhangsel", "ah-tk-19992000-44", None),
    "Kamerstukken II 2021/22, Aanhangsel, nr. 1694": ("aanhangsel", "ah-tk-20212022-1694", None),
    "Tweede Kamer, vergaderjaar 2021–2022, Aanhangsel van de Handelingen, nr. 2244": (
        "aanhangsel", "ah-tk-20212022-2244", None
    ),
    "Tweede Kamer, vergaderjaar 2021–2022, Aanhangsel van de Handelingen 2244": (
        "aanhangsel", "ah-tk-20212022-2244", None
    ),
    "Aanhangsel Handelingen II 2021/22, 2244": ("aanhangsel", "ah-tk-20212022-2244", None),
}  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), FORMS.items())
def test_debates_and_answers_are_read_with_chamber_years_and_number(
    words: str, expected: tuple[str, str, str | None]
) -> None:
    text = f"Dat staat in {words}, zoals bekend."
    found = [(one.kind, one.id, one.pinpoint) for one in citations(text)]
    assert found == [expected]
    (one,) = citations(text)
    quote = text[one.start : one.end]
    assert words.startswith(quote)
    assert quote == words or one.pinpoint


@pytest.mark.parametrize(
    "text",
    [
        "De Handelingen van die dag zijn er niet.",
        "Het Aanhangsel volgt, nr. 3 van de lijst.",
        "Seksuele handelingen, 2021/22, zijn strafbaar.",
        "Handelingen II 2022/23 is een lang boek.",
    ],
)
def test_the_words_alone_are_no_citation(text: str) -> None:
    assert citations(text) == []
