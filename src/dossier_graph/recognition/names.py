"""Regelingen by name and abbreviation, with their articles.

The names come from a register; abbreviations that the text itself explains hold within that text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import regex
from ahocorasick_rs import AhoCorasick, MatchKind

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import fold
from dossier_graph.recognition.ordinals import ORDINAL, ORDINALS

__all__ = ["EXPLAINED", "Lexicon", "Name", "find_names", "with_article"]


@dataclass(frozen=True, slots=True)
class Name:
    """A way to write a regeling: the words, its id, its kind and official name.

    `id` is None where the same words mean several. `kind` is "wet", "regeling" or "eu". An abbreviation is found in
    exactly these letters, a name in any.
    """

    written: str
    id: str | None
    kind: str
    title: str
    abbreviation: bool = False


_SHORT = 3  # an abbreviation of fewer letters counts only behind an article: "artikel 3 Ar", not "Ar"
EXPLAINED = regex.compile(
    r"""
    \s? \(
    (?: hierna | verder | ook\ wel | afgekort | in\ het\ vervolg )?
    (?: \s? (?: te\ noemen | genoemd | aangeduid\ als | ook ) )? [:,]? \s? (?:de\s|het\s)?
    [‘“"'«]? (?P<abbreviation> \p{Lu}[\p{L}\d]{0,40} (?: -\p{Lu}[\p{L}\d]{0,40} ){0,4} (?: \s(?:19|20)\d\d )? ) [’”"'»]?
    \)
    """,
    regex.VERBOSE,
)
# A regeling whose name stands in no register, explained by its abbreviation: "Regeling X voor Y (RXY)".
_UNLISTED = regex.compile(
    r"""
    (?<!\w)
    (?P<name> (?: (?:Tijdelijke|Algemene) \s )?
              (?:Uitvoerings|Subsidie|Kader|Rijks|Invoerings)? (?:[Ww]et|[Rr]egeling|[Bb]esluit|[Vv]erordening) )
    (?: \s[\p{L}’'-]+ ){1,12} (?= \s?\( )
    """,
    regex.VERBOSE,
)
_ARTICLE_NUMBER = r"\d{1,4}(?:[.:]\d{1,4}){0,4}[a-z]{0,3}"
_ARTICLE = regex.compile(
    rf"""
    (?<!\w) (?: artikel(?:en)? | art\. | artt\. ) \s?
    (?P<first> {_ARTICLE_NUMBER} ) \.?
    (?: (?P<join> ,\s(?:en\s)? | \s(?:en|of|t/m)\s | \stot\sen\smet\s ) (?P<more> {_ARTICLE_NUMBER} ) (?=[\s,]) )*
    (?: ,?\s (?P<member> {ORDINAL} ) (?: \s (?:en|tot\sen\smet) \s {ORDINAL} )? \s lid
      | ,?\s lid \s (?P<memberno>\d{{1,2}}) )?
    (?: ,?\s (?:aanhef\sen\s)? (?:onderdeel|onder|sub) \s (?P<part>[a-z]{{1,2}}|\d{{1,2}}) [°º]? )?
    ,? \s
    (?: van\s (?:de|het)\s (?: (?:huidige|nieuwe|oude|voorgestelde|Europese|gewijzigde) \s )? | (?:de|het)\s )? $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_ARTICLE_REACH = 120
_WIDEST_RANGE = 1000


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
            yield start, end, meant[0] if len(ids) == 1 else replace(meant[0], id=None, title=written)


def _as_written(name: Name, written: str) -> bool:
    if name.abbreviation:
        return written == name.written
    return " " in written or written[0].isupper()


def _article_id(found: regex.Match[str], work: str, number: str) -> str:
    id_ = f"{work}#artikel={number}"
    member = found["memberno"] or (str(ORDINALS[found["member"].casefold()]) if found["member"] else None)
    if member:
        id_ += f"&lid={member}"
    if found["part"]:
        id_ += f"&onderdeel={found['part']}"
    return id_


def with_article(text: str, start: int, mention: Mention) -> Mention:
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
    numbers = [article["first"]]
    for join, number in zip(article.captures("join"), article.captures("more"), strict=True):
        if join.strip() in {"t/m", "tot en met"} and numbers[-1].isdecimal() and number.isdecimal():
            numbers.extend(str(between) for between in range(int(numbers[-1]) + 1, min(int(number), _WIDEST_RANGE)))
        numbers.append(number)
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
    explained: dict[str, Name] = {}
    taken = [(start, end) for start, end, _ in hits]
    named: list[tuple[int, int]] = []
    for place, name in _explained(text, hits):
        explained[name.written] = name
        if _is_free(taken, *place) and (not named or named[-1][1] <= place[0]):
            named.append(place)
            mention = Mention(name.kind, name.id, *place, "naam met afkorting", title=name.title)
            yield with_article(text, place[0], mention)
    for start, end, name in hits:
        here = explained.get(text[start:end])
        if name.abbreviation and here is not None:
            name = here
        mention = Mention(
            name.kind, name.id, start, end, "afkorting" if name.abbreviation else "naam", title=name.title
        )
        mention = with_article(text, start, mention)
        known = here is not None or mention.start < start
        if name.abbreviation and len(name.written) < _SHORT and not known:
            continue
        yield mention
    yield from _occurrences(text, explained, sorted([*taken, *named]))


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a range overlaps none of these, which are in order and apart."""
    place = bisect_left(taken, (end,))
    return place == 0 or taken[place - 1][1] <= start


def _explained(text: str, hits: list[tuple[int, int, Name]]) -> Iterator[tuple[tuple[int, int], Name]]:
    """Yield the abbreviations that a text explains: the place of the name in front of each, and the abbreviation."""
    ends = {end: (start, name) for start, end, name in hits if not name.abbreviation}
    for found in EXPLAINED.finditer(text):
        if found.start() in ends:
            start, name = ends[found.start()]
            yield (start, found.start()), replace(name, written=found["abbreviation"], abbreviation=True)
            continue
        low = max(0, found.start() - 120)
        unlisted = [m for m in _UNLISTED.finditer(text, low, found.start() + 2) if m.end() == found.start()]
        if unlisted and _stands_for(found["abbreviation"], unlisted[-1][0]):
            title = unlisted[-1][0]
            kind = "wet" if "wet" in unlisted[-1]["name"].casefold() else "regeling"
            slug = f"{kind}:" + "-".join(regex.findall(r"[\p{L}\d]+", fold(title)))
            yield unlisted[-1].span(), Name(found["abbreviation"], slug, kind, title, abbreviation=True)


def _stands_for(abbreviation: str, title: str) -> bool:
    """Tell whether an abbreviation begins as a title does and has its capitals from the words of it, in their order."""
    words = iter(regex.findall(r"\p{L}+", fold(title)))
    return fold(abbreviation[0]) == fold(title[0]) and all(
        any(word.startswith(letter) for word in words) for letter in fold("".join(filter(str.isupper, abbreviation)))
    )


def _occurrences(text: str, explained: Mapping[str, Name], taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the places where abbreviations stand that the text explains, but for those that are taken."""
    if not explained:
        return
    words = sorted(explained)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    for index, start, end in automaton.find_matches_as_indexes(text):
        alone = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        if alone and _is_free(taken, start, end):
            name = explained[words[index]]
            mention = Mention(name.kind, name.id, start, end, "afkorting in de tekst", title=name.title)
            yield with_article(text, start, mention)
