"""The errors a caller can expect."""

from __future__ import annotations

__all__ = ["DossierGraphError"]


class DossierGraphError(ValueError):
    """Something the caller can mend; its text is one line that says what is wrong and what to do.

    Every error this package raises on purpose derives from it.
    """
