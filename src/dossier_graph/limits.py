"""What reading one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["LIMITS", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds that a file is read within; one that goes beyond them is named as not read.

    `seconds` are those of the clock for one file, recognition included; reading the words in a scanned one may take
    `ocr_seconds` more. `memory_bytes` is the address space of one process, where the system can bound it (Linux can,
    macOS and Windows cannot). `file_bytes` is the size on disk. The readers have bounds of their own besides, on pages
    and on what an archive unpacks to (docs/formats.md).

    The longest paper of the Kamer on record is a few million bytes.

    >>> Limits(seconds=5).memory_bytes
    2147483648

    """

    seconds: float = 60.0
    ocr_seconds: float = 900.0
    memory_bytes: int = 2 * 1024**3
    file_bytes: int = 64_000_000

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be more than 0")


LIMITS = Limits()
"""The bounds where no others are given."""
