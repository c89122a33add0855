"""Mentions and responsibilities at other offsets."""

from __future__ import annotations

from dossier_graph.model import Mention, Responsibility


def test_what_is_placed_elsewhere_stays_the_same_but_for_its_place() -> None:
    mention = Mention("brief", "x", 1, 2, "r", "reactieOp", 0.5, "1", "p. 3", ("y",), ("z",), True, "t", ("A",), 4)
    assert mention.placed(5, 9, "2") == mention._replace(start=5, end=9, footnote="2")
    signed = Responsibility("ondertekendDoor", "A", 1, 2, "r", "minister", "P", "x", 0.5, "1")
    assert signed.placed(5, 9, None) == signed._replace(start=5, end=9, footnote=None)
