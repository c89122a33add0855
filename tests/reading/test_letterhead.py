"""What stands in the margin of a paper, and what is a sentence of it."""

from __future__ import annotations

from dossier_graph.model import Role
from dossier_graph.reading.letterhead import set_apart
from dossier_graph.reading.outline import Block

SENTENCE = "De opvang van ontheemden is vol, en de gemeenten kunnen dat niet alleen oplossen."


def roles(*texts: str) -> list[str]:
    return [block.role.value for block in set_apart([Block(Role.PARAGRAPH, text) for text in texts])]


def test_a_label_has_its_value_beside_it() -> None:
    assert roles("Onderwerp", "Opvang van ontheemden uit Oekraïne", SENTENCE) == ["margin", "margin", "paragraph"]


def test_a_sentence_is_no_value_of_a_label() -> None:
    assert roles("Onderwerp", SENTENCE) == ["margin", "paragraph"]
