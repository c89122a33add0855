"""Styles and what they inherit, in whatever order they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import pytest

from dossier_graph.reading.office.named_styles import NamedStyles


@dataclass(frozen=True, slots=True)
class Made:
    bold: bool | None = None
    size: int | None = None


OWN = {"a": Made(bold=True), "b": Made(size=9), "c": Made(bold=False), "d": Made()}


@pytest.mark.parametrize(
    "parents", [{"a": "b", "b": "c", "c": "a", "d": "a"}, {"a": "b", "b": "a", "c": "c", "d": "b"}, {"d": "x"}]
)
def test_the_order_of_asking_changes_nothing(parents: dict[str, str]) -> None:
    answers = set()
    for order in permutations(OWN):
        styles = NamedStyles(OWN, parents, Made())
        asked = {name: styles.of(name) for name in order}
        answers.add(tuple(sorted((name, str(style)) for name, style in asked.items())))
    assert len(answers) == 1


def test_a_long_chain_inherits_from_its_end() -> None:
    own = {number: Made(size=7) if number == 50_000 else Made() for number in range(50_001)}
    parents = {number: number + 1 for number in range(50_000)}
    styles = NamedStyles(own, parents, Made())
    assert styles.of(0) == styles.of(49_990) == Made(size=7)
    assert styles.of(60_000) == Made()
