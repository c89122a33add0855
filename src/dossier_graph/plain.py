r"""The text of a file without the marks of its machine, with the way back to the file.

Files end their lines with "\n" or "\r\n" and begin with a byte order mark or not. What reads lines reads the plain
text, so that all of these give the same.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import regex

__all__ = ["Plain", "odd_characters", "plain"]

_MARKS = regex.compile(r"(?<!\r)\r++(?=\n)|\ufeff+")
_USUAL = bytes((ord("\n"), *range(ord(" "), ord("~") + 1)))


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text. `places` are the offsets in it at which marks were left out, `left_out` how many by then."""

    text: str
    places: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """Return the offset in the file of the character at an offset of the plain text."""
        place = bisect_right(self.places, offset)
        return offset + (self.left_out[place - 1] if place else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the file that holds text[start:end]."""
        if not self.places:  # as in most files
            return start, end
        return self.origin(start), self.origin(end - 1) + 1

    def offset(self, origin: int) -> int:
        """Return the offset in the plain text of a character of the file, or of the first one behind a mark."""
        if not self.places:
            return origin
        # the file's offset of each place grows with it: the last one at or before `origin` decides
        low = bisect_right(range(len(self.places)), origin, key=lambda at: self.places[at] + self._before(at))
        if not low:
            return origin
        return max(self.places[low - 1], origin - self.left_out[low - 1])

    def _before(self, place: int) -> int:
        return self.left_out[place - 1] if place else 0


def plain(text: str) -> Plain:
    r"""Return the plain text of a file.

    >>> one = plain("\ufeffeen\r\ntwee")
    >>> one.text, one.origin(4), one.span(0, 3)
    ('een\ntwee', 6, (1, 4))
    """
    if "\r" not in text and "\ufeff" not in text:
        return Plain(text)
    places: list[int] = []
    left_out: list[int] = []
    count = 0
    for found in _MARKS.finditer(text):
        places.append(found.start() - count)
        count += found.end() - found.start()
        left_out.append(count)
    return Plain(_MARKS.sub("", text), tuple(places), tuple(left_out))


def odd_characters(encoded: bytes) -> set[str]:
    r"""Return which characters of a text in UTF-8 are neither printable ASCII nor line ends; most texts have few.

    To ask for each of many such characters whether a text has it takes several times as long.

    >>> sorted(odd_characters("één\tZoë\n".encode()))
    ['\t', 'é', 'ë']
    """
    return set(encoded.translate(None, _USUAL).decode())
