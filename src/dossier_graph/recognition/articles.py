"""Articles of regelingen, with their members and parts: "artikel 21, derde lid", "artikelen 1 en 28", "art. 8 onder f".

The norm is Aanwijzing voor de regelgeving 3.27 and 3.28. The id of an article is that of the regeling with the article,
the member (lid) and the part (onderdeel) behind it: BWBR0011823#artikel=28&lid=1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from dossier_graph.recognition.ordinals import ORDINAL, ORDINALS

__all__ = ["ARTICLE_WORDS", "Articles", "article_before", "article_behind", "articles_alone"]

_NUMBER = r"\d{1,4}(?:[.:]\d{1,4}){0,4}(?!\d)(?:(?!en\b|of\b)[a-z]{1,3})?(?!(?!en\b|of\b)\p{L})"
_MEMBER = rf"""
    (?: (?:,\s?|\s) (?P<member> {ORDINAL} ) (?: \s (?:en|tot\sen\smet) \s (?P<last> {ORDINAL} ) )? \s (?:lid|leden)
      | (?:,\s?|\s) \(? lid \s? (?P<memberno>\d{{1,2}}) (?!\d) \)? )?
    (?: (?:,\s?|\s) (?:aanhef\sen\s)? (?:onderdeel|onder|sub) \s
        (?P<part>[a-z]{{1,2}}|\d{{1,2}}) (?![\p{{L}}\d]) [°º]? )?
"""
_ARTICLE = rf"""
    (?<!\w) (?: artikel(?:en)? | artt?\. ) \s?
    (?P<first> {_NUMBER} )
    (?: (?P<join> ,\s?(?:en\s)? | \s?(?:en|of|t/m)\s? | \stot\sen\smet\s ) (?P<more> {_NUMBER} ) (?=[\s,.)]|$) )*+
    {_MEMBER}
"""
_FLAGS = regex.VERBOSE | regex.IGNORECASE
_ALONE = regex.compile(rf"(?P<words> {_ARTICLE} )", _FLAGS)
_BEFORE = regex.compile(
    rf"""
    (?P<words> {_ARTICLE} ) \.? (?: ,\s? | \s? )
    (?: van\s (?:de|het)\s? (?: (?:huidige|nieuwe|oude|voorgestelde|Europese|gewijzigde) \s )? | (?:de|het|van)\s )? $
    """,
    _FLAGS,
)
_BEHIND = regex.compile(rf"(?: ,\s | \s\(?\s? ) (?P<words> {_ARTICLE} ) (?! ,?\s (?:van|uit|in) \s | \.\d )", _FLAGS)
ARTICLE_WORDS = ("artikel", "art.", "artt.")  # what an article begins with, in small letters
_HEADS = ("rtikel", "RTIKEL", "rt.", "rtt.")  # the same without the first letter, as it is written
_HEAD = regex.compile(r"(?<!\w)art(?:ikel|t?\.)", regex.IGNORECASE)
_REACH = 120
_ARTICLE_BEHIND = len(" ( art")
_WIDEST_RANGE = 100


class Articles(NamedTuple):
    """One article or several: where the words stand, and what they name in the notation of an id."""

    start: int
    end: int
    words: str
    parts: tuple[str, ...]
    numbers: tuple[str, ...]

    def ids(self, work: str) -> tuple[str, ...]:
        """Return the ids of the articles of a regeling.

        >>> article_before("artikel 28, eerste lid, Vw", 24).ids("BWBR0011823")
        ('BWBR0011823#artikel=28&lid=1',)
        """
        return tuple(f"{work}#{part}" for part in self.parts)


def _articles(found: regex.Match[str]) -> Articles:
    numbers = [found["first"]]
    for join, number in zip(found.captures("join"), found.captures("more"), strict=True):
        if join.strip() in {"t/m", "tot en met"} and numbers[-1].isdecimal() and number.isdecimal():
            numbers.extend(str(n) for n in range(int(numbers[-1]) + 1, int(number))[:_WIDEST_RANGE])
        numbers.append(number)
    members = [found["memberno"]] if found["memberno"] else []
    if found["member"]:
        first = ORDINALS[found["member"].casefold()]
        last = ORDINALS[found["last"].casefold()] if found["last"] else first
        members = [str(member) for member in range(first, max(first, last) + 1)]
    part = f"&onderdeel={found['part'].casefold()}" if found["part"] else ""
    start, end = found.span("words")
    # of several articles only the last has the members: "de artikelen 3 en 4, tweede lid"
    parts = [f"artikel={number}" for number in numbers[:-1]]
    parts += [f"artikel={numbers[-1]}&lid={member}{part}" for member in members] or [f"artikel={numbers[-1]}{part}"]
    return Articles(start, end, " ".join(found.string[start:end].split()), tuple(parts), tuple(numbers))


def article_before(text: str, at: int) -> Articles | None:
    """Return the article that the words in front of a name cite it by.

    >>> article_before("volgens artikel 2c van de Wet x", 26).words
    'artikel 2c'
    """
    low = max(0, at - _REACH)
    if "art" not in text[low:at].lower():  # as in front of most names
        return None
    for head in _HEAD.finditer(text, low, at):
        found = _BEFORE.match(text, head.start(), at)
        if found:
            return _articles(found)
    return None


def article_behind(text: str, at: int) -> Articles | None:
    """Return the article that stands directly behind a name: "Awb, artikel 4:17", "Awb (artikel 4:17)"."""
    if "art" not in text[at : at + _ARTICLE_BEHIND].lower():
        return None
    found = _BEHIND.match(text, at, at + _REACH)
    return _articles(found) if found else None


def articles_alone(text: str, words: Iterable[tuple[int, int]]) -> Iterator[Articles]:
    """Yield every article of a text, whatever stands around it; `words` are the places of ARTICLE_WORDS."""
    for head, _ in sorted(words):
        if text[head] in "aA" and text.startswith(_HEADS, head + 1):
            found = _ALONE.match(text, head, head + _REACH)
            if found:
                yield _articles(found)
