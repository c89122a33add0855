"""Regelingen by name and abbreviation, with their articles.

The names come from a register; abbreviations that the text itself explains hold within that text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import fold

__all__ = ["Lexicon", "Name", "find_names"]


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write a regeling: the words, its id (None where the same words mean several), its kind and official name.

    `kind` is "wet", "regeling" or "eu". An abbreviation is found in exactly these letters, a name in any.
    """

    written: str
    id: str | None
    kind: str
    title: str
    abbreviation: bool = False


_SHORT = 3  # an abbreviation of fewer letters counts only behind an article: "artikel 3 Ar", not "Ar"
_EXPLAINED = regex.compile(
    r"\s?\((?:hierna|verder|ook wel|afgekort|in het vervolg)?(?:\s?(?:te noemen|genoemd|aangeduid als|ook))?[:,]?\s?(?:de\s|het\s)?"
    r"[‘“\"'«]?(?P<abbreviation>\p{Lu}[\p{L}\d]*(?:-?\p{Lu}[\p{L}\d]*)*(?:\s(?:19|20)\d\d)?)[’”\"'»]?\)"
)
# A regeling whose name stands in no register, explained by its abbreviation: "Regeling X voor Y (RXY)".
_UNLISTED = regex.compile(
    r"(?<!\w)(?P<name>(?:(?:Tijdelijke|Algemene)\s)?(?:(?:Uitvoerings|Subsidie|Kader|Rijks|Invoerings)?(?:[Ww]et|[Rr]egeling|[Bb]esluit|[Vv]erordening)))"
    r"(?:\s[\p{L}’'-]+){1,12}(?=\s?\()"
)
_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8, "negende": 9,
    "tiende": 10, "elfde": 11, "twaalfde": 12,
}  # fmt: skip
_ARTICLE_NUMBER = r"\d{1,4}(?:[.:]\d{1,4}){0,4}[a-z]{0,3}"
_ARTICLE = regex.compile(
    rf"""
    (?<!\w) (?: artikel(?:en)? | art\. | artt\. ) \s?
    (?P<first> {_ARTICLE_NUMBER} ) \.?
    (?: (?: ,\s | \sen\s | ,\sen\s | \st/m\s | \stot\sen\smet\s ) (?P<more> {_ARTICLE_NUMBER} ) (?=[\s,]) )*
    (?: ,?\s (?P<member> {"|".join(_ORDINALS)} ) (?:\s(?:en|tot\sen\smet)\s(?:{"|".join(_ORDINALS)}))? \slid | ,?\slid\s(?P<memberno>\d{{1,2}}) )?
    (?: ,?\s (?:aanhef\sen\s)? (?:onderdeel|onder|sub) \s (?P<part>[a-z]{{1,2}}|\d{{1,2}}) [°º]? )?
    ,? \s (?: van\s (?:de|het)\s (?:(?:huidige|nieuwe|oude|voorgestelde|Europese|gewijzigde)\s)? | (?:de|het)\s )? $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ARTICLE_REACH = 120


class Lexicon:
    """Names of regelingen, made ready to be found."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: dict[str, list[Name]] = {}
        for name in names:
            self._names.setdefault(fold(name.written), []).append(name)
        self._keys = sorted(self._names)
        self._automaton = AhoCorasick(self._keys, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, folded: str) -> Iterator[tuple[int, int, Name]]:
        """Yield the names in a text: (start, end, name). The longest that begins first wins."""
        for index, start, end in self._automaton.find_matches_as_indexes(folded):
            if (start and (text[start - 1].isalnum() or text[start - 1] in "-_/")) or text[end : end + 1].isalnum():
                continue
            written = text[start:end]
            meant = [name for name in self._names[self._keys[index]] if _as_written(name, written)]
            if not meant:
                continue
            ids = {name.id for name in meant}
            yield start, end, meant[0] if len(ids) == 1 else replace(meant[0], id=None)


def _as_written(name: Name, written: str) -> bool:
    if name.abbreviation:
        return written == name.written
    return " " in written or written[0].isupper()


def _article_id(found: regex.Match[str], work: str, number: str) -> str:
    id_ = f"{work}#artikel={number}"
    member = found["memberno"] or (str(_ORDINALS[found["member"].casefold()]) if found["member"] else None)
    if member:
        id_ += f"&lid={member}"
    if found["part"]:
        id_ += f"&onderdeel={found['part']}"
    return id_


def _with_article(text: str, start: int, mention: Mention) -> Mention:
    """Return the mention with the article in front of it, if there is one: together they are one citation."""
    low = max(0, start - _ARTICLE_REACH)
    article = None
    for place in regex.finditer(r"(?i)(?<!\w)art(?:ikel|\.|t\.)", text, pos=low, endpos=start):
        article = _ARTICLE.match(text, place.start(), start)
        if article:
            break
    if article is None:
        return mention
    words = " ".join(article[0].split()).removesuffix(",")
    words = regex.sub(r",?\s(?:van\s)?(?:de|het)(?:\s\w+)?$", "", words).rstrip(", ")
    if mention.id is None:
        return replace(mention, start=article.start(), pinpoint=words)
    numbers = [article["first"], *article.captures("more")]
    ids = [_article_id(article, mention.id, number) for number in numbers]
    return replace(mention, start=article.start(), id=ids[0], also=tuple(ids[1:]), pinpoint=words)


def find_names(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the regelingen named in a running text, with the article cited where one stands in front of the name.

    >>> lexicon = Lexicon([Name("RTB", "32001L0055", "eu", "Richtlijn tijdelijke bescherming", abbreviation=True)])
    >>> [mention.id for mention in find_names("Artikel 21, derde lid, RTB", lexicon)]
    ['32001L0055#artikel=21&lid=3']
    """
    folded = fold(text)
    hits = list(lexicon.find(text, folded))
    explained = dict(_explained(text, hits))
    taken = [(start, end) for start, end, _ in hits]
    for start, end, name in hits:
        here = explained.get(text[start:end])
        if name.abbreviation and here is not None:
            name = here
        mention = Mention(
            name.kind, name.id, start, end, "afkorting" if name.abbreviation else "naam", title=name.title
        )
        mention = _with_article(text, start, mention)
        known = here is not None or mention.start < start
        if name.abbreviation and len(name.written) < _SHORT and not known:
            continue
        yield mention
    for abbreviation, name in explained.items():
        yield from _occurrences(text, abbreviation, name, taken)


def _explained(text: str, hits: list[tuple[int, int, Name]]) -> Iterator[tuple[str, Name]]:
    """Yield the abbreviations that a text explains, each with what it stands for."""
    ends = {end: name for _, end, name in hits if not name.abbreviation}
    for found in _EXPLAINED.finditer(text):
        name = ends.get(found.start())
        if name is not None:
            yield found["abbreviation"], replace(name, written=found["abbreviation"], abbreviation=True)
            continue
        low = max(0, found.start() - 120)
        unlisted = [m for m in _UNLISTED.finditer(text, low, found.start() + 2) if m.end() == found.start()]
        if unlisted and _stands_for(found["abbreviation"], unlisted[-1][0]):
            title = unlisted[-1][0]
            kind = "wet" if "wet" in unlisted[-1]["name"].casefold() else "regeling"
            slug = f"{kind}:" + "-".join(regex.findall(r"[\p{L}\d]+", fold(title)))
            yield found["abbreviation"], Name(found["abbreviation"], slug, kind, title, abbreviation=True)


def _stands_for(abbreviation: str, title: str) -> bool:
    """Tell whether the capitals of an abbreviation are first letters of the words of a title, in their order."""
    words = iter(regex.findall(r"\p{L}+", fold(title)))
    return all(
        any(word.startswith(letter) for word in words) for letter in fold("".join(filter(str.isupper, abbreviation)))
    )


def _occurrences(text: str, words: str, name: Name, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        alone = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
        if alone and not any(low < end and at < high for low, high in taken):
            mention = Mention(name.kind, name.id, at, end, "afkorting in de tekst", title=name.title)
            yield _with_article(text, at, mention)
        at = text.find(words, end)
