"""Where a paragraph stands in its file: its number among those of the body."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

__all__ = ["number_paragraphs", "place_of"]

_NUMBER = "{dossier-graph}paragraph"  # an attribute of ours, which no file has


def number_paragraphs(paragraphs: Iterable[etree._Element]) -> None:
    """Count the paragraphs of a body, from 1, for `place_of`."""
    for number, paragraph in enumerate(paragraphs, 1):
        paragraph.set(_NUMBER, str(number))


def place_of(paragraph: etree._Element) -> str:
    """Return where a paragraph stands in its file, as a fragment; empty for one outside the body.

    >>> body = etree.fromstring("<body><p/><p/></body>")
    >>> number_paragraphs(body)
    >>> place_of(body[1]), place_of(body)
    ('paragraph=2', '')
    """
    number = paragraph.get(_NUMBER, "")
    return f"paragraph={number}" if number else ""
