"""What the official number of a paper tells."""

from __future__ import annotations

__all__ = ["dossier_of"]

_KAMERSTUK = "kst-"


def dossier_of(number: str) -> str | None:
    """Return the dossier that a Kamerstuk is in; its number of the first days does not tell, nor that of other papers.

    >>> dossier_of("kst-36600-XX-22"), dossier_of("kst-1259252"), dossier_of("ah-tk-20232024-2271")
    ('36600-XX', None, None)
    """
    if not number.startswith(_KAMERSTUK):
        return None
    return number.removeprefix(_KAMERSTUK).rpartition("-")[0] or None
