"""Words as readable identifiers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["slug"]

_PLAIN = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(words: str) -> str:
    """Return words as a readable slug: small letters and digits joined by hyphens.

    >>> slug("Verzamelbrief opvang Oekraïne")
    'verzamelbrief-opvang-oekraine'
    """
    small = words.lower()
    if not small.isascii():
        small = "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))
    return "-".join(_PLAIN.findall(small))
