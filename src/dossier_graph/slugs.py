"""Words as readable identifiers."""

from __future__ import annotations

import unicodedata

import regex

__all__ = ["slug"]


def slug(words: str) -> str:
    """Return words as a readable slug: small letters and digits joined by hyphens.

    >>> slug("Verzamelbrief opvang Oekraïne")
    'verzamelbrief-opvang-oekraine'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(c))
    return "-".join(regex.findall(r"[a-z0-9]+", plain))
