"""Ordinals in words: "eerste", "tweede", … as members of articles and letters in a series have them."""

from __future__ import annotations

import re

__all__ = ["ORDINAL", "ORDINALS", "ordinal_start"]

ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6,
    "zevende": 7, "achtste": 8, "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12,
}  # fmt: skip
ORDINAL = f"(?:{'|'.join(ORDINALS)})"
_BEFORE = re.compile(rf"(?i)(?<!\w){ORDINAL}\s$")
_LONGEST = len("twaalfde ")


def ordinal_start(text: str, at: int) -> int:
    """Return where the ordinal in front of a word at an offset begins, the offset itself where there is none.

    >>> ordinal_start("De tweede brief", 10)
    3
    """
    found = _BEFORE.search(text, max(0, at - _LONGEST), at)
    return found.start() if found else at
