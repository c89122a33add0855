"""Numbers as lists count with them: 3, c, III."""

from __future__ import annotations

__all__ = ["number", "numeral"]

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SYMBOLS = "*†‡§"
_LARGEST = 9_999  # that is written in letters; a file can claim any number
_MOST_DIGITS = 5


def number(written: str | None, otherwise: int) -> int:
    """Return a number that a file writes in digits; none, or one that no paper has, is as good as what it is otherwise.

    >>> number("12", 1), number(None, 1), number("9" * 5000, 1)
    (12, 1, 1)
    """
    return int(written) if written and written.isdecimal() and len(written) <= _MOST_DIGITS else otherwise


def numeral(number: int, form: str) -> str:
    """Return a number in a form: "1", "01", "a", "A", "i", "I", "1e", "*"; in digits where the form has none for it.

    >>> [numeral(4, form) for form in ("1", "01", "a", "A", "i", "I", "1e", "*")]
    ['4', '04', 'd', 'D', 'iv', 'IV', '4e', '§']
    """
    if form == "01":
        return f"{number:02d}"
    if form == "1e":
        return f"{number}e"
    if not 0 < number <= _LARGEST:
        return str(number)
    if form in {"a", "A"}:
        # behind z comes aa, behind that bb, and so on
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "a" else letters.upper()
    if form in {"i", "I"}:
        roman = _roman(number)
        return roman if form == "I" else roman.lower()
    if form == "*":
        return _SYMBOLS[(number - 1) % len(_SYMBOLS)] * ((number - 1) // len(_SYMBOLS) + 1)
    return str(number)


def _roman(number: int) -> str:
    written = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written.append(letters * count)
    return "".join(written)
