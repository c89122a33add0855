"""How a report says what a file holds and the text does not."""

from __future__ import annotations

__all__ = ["counted"]


def counted(amount: int, name: str) -> str:
    """Return the beginning of a remark on so many things of a name.

    >>> counted(1, "comment"), counted(2, "comment")
    ('1 comment was', '2 comments were')
    """
    return f"{amount} {name} was" if amount == 1 else f"{amount} {name}s were"
