"""What a list puts in front of a paragraph, within bounds."""

from __future__ import annotations

import regex

__all__ = ["bullet", "shortened"]

_BULLET = "•"
_PRIVATE = regex.compile(r"[\ue000-\uf8ff]")  # where the fonts of symbols have their characters
_LONGEST = 40  # a file can claim any label, in front of each of its paragraphs


def bullet(written: str) -> str:
    """Return the bullet of a list as Unicode has it; a letter "o" or a character of a font of symbols stands for one.

    >>> bullet(chr(0xF0B7)), bullet("o"), bullet("–")
    ('•', '•', '–')
    """
    return _BULLET if written == "o" or _PRIVATE.search(written) else shortened(written)


def shortened(label: str) -> str:
    """Return a label, or a part of one, cut to the 40 characters that no list goes beyond.

    >>> shortened("Artikel 1."), len(shortened("I" * 1000))
    ('Artikel 1.', 40)
    """
    return label[:_LONGEST]
