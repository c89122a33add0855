"""The names below the closing words of a motie, each a line of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.outline import Block

__all__ = ["name_lines"]

_CLOSING = regex.compile(r"\bgaat over tot de orde van de dag\b[.,]?$")
_REACH = 60  # characters at the end of a block that can hold the closing words
_LONGEST = 6  # words of a name


def name_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks unchanged, but for the paragraphs with names below a motie, which become lines.

    >>> written = "en gaat over tot de orde van de dag.", "De Vries", "Bakker"
    >>> blocks = [Block(Role.PARAGRAPH, words) for words in written]
    >>> [block.role.value for block in name_lines(blocks)]
    ['paragraph', 'line', 'line']
    """
    below = False
    for block in blocks:
        if block.role is not Role.NOTE:
            words = block.text.split(maxsplit=_LONGEST)
            below = below and len(words) <= _LONGEST and not block.text.endswith((".", ":", ";"))
        yield replace(block, role=Role.LINE) if below and block.role is Role.PARAGRAPH else block
        below = below or _CLOSING.search(block.text[-_REACH:]) is not None
