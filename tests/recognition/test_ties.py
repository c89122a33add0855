"""The number that goes with a motie or a letter named in words."""

from __future__ import annotations

import pytest
from recognised import citations


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        # in brackets, or behind a comma
        ("De motie Podt (36 045, nr. 12) is klaar.", "kst-36045-12"),
        ("De motie Podt over opvang in hotels (Kamerstuk 36 045, nr. 12) is klaar.", "kst-36045-12"),
        ("De motie Podt, Kamerstuk 36 045, nr. 12, is klaar.", "kst-36045-12"),
        ("De motie Podt ter vervanging van nr. 11 (Kamerstuk 36 045, nr. 12) is klaar.", "kst-36045-12"),
        # from the note at the marker
        ("De motie Podt c.s.1 is klaar.\n\n1 Kamerstuk 36 045, nr. 12.", "kst-36045-12"),
        ("De motie Podt1 is klaar, net als de motie Ceder2.\n\n1 36 045, nr. 12.\n2 36 045, nr. 13.", "kst-36045-12"),
        # from the note later in the sentence
        ("De motie Podt over opvang in hotels is klaar.1\n\n1 Kamerstuk 36 045, nr. 12.", "kst-36045-12"),
        # the same movers elsewhere
        ("De motie-Podt is af. Eerder: de motie Podt (36 045, nr. 12).", "kst-36045-12"),
        ("De motie van het lid Podt c.s. is af.\n\nDe motie Podt1 dus.\n\n1 36 045, nr. 12.", "kst-36045-12"),
        # more than one can be meant
        ("De motie Podt is klaar.1\n\n1 Kamerstuk 36 045, nr. 12 en Kamerstuk 36 045, nr. 13.", None),
        ("De motie Podt is af. De motie Podt (36 045, nr. 12), de motie Podt (36 045, nr. 13).", None),
        # the number belongs to something else
        ("De motie Podt is klaar. Zie ook Kamerstuk 36 045, nr. 12.", None),
        ("De motie Podt is klaar. Dat is zo.1\n\n1 Kamerstuk 36 045, nr. 12.", None),
        ("De motie Podt is klaar.", None),
    ],
)
def test_a_motie_has_the_number_that_the_paper_gives_for_it(text: str, id_: str | None) -> None:
    assert citations(text, "motie")[0].id == id_


@pytest.mark.parametrize(
    "text",
    [
        "Bij brief van 20 oktober 20231 is dat gemeld.\n\n1 Kamerstuk 19 637, nr. 3171.",
        "De brief van 3 november 2023 (Kamerstuk 19 637, nr. 3171) meldt dat.",
        "De brief van 3 november 2023, Kamerstuk 19 637, nr. 3171, meldt dat.",
    ],
)
def test_a_letter_has_the_number_that_the_paper_gives_for_it(text: str) -> None:
    assert [one.id for one in citations(text, "brief")] == ["kst-19637-3171"]


def test_the_rule_that_found_the_number_is_said() -> None:
    text = "De motie Podt1 is af. De motie-Podt dus.\n\n1 Kamerstuk 36 045, nr. 12."
    assert [(one.rule, one.confidence) for one in citations(text, "motie")] == [
        ("motie; nummer uit de noot", 1.0),
        ("motie; zelfde indieners", 0.9),
    ]


def test_a_citation_in_a_note_says_which_note() -> None:
    text = "De motie Podt1 is af.\n\n1 Kamerstuk 36 045, nr. 12."
    assert [(one.kind, one.footnote) for one in citations(text)] == [("motie", None), ("kamerstuk", "1")]
