"""Regelingen by name and abbreviation, with their articles.

The names come from a register; abbreviations that the text itself explains hold within that text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import fold, leftmost, stands_alone
from dossier_graph.recognition.articles import Articles, article_before, article_behind, articles_alone
from dossier_graph.recognition.lexicon import Lexicon, Name
from dossier_graph.slugs import slug

__all__ = ["EXPLAINED", "THAT_WORDS", "find_names", "find_said_again", "with_article"]

_WORD = regex.compile(r"\p{L}+")
_BOOK = regex.compile(r"(?<==)\d{1,2}:")
_SHORT = 3  # an abbreviation of fewer letters counts only behind an article: "artikel 3 Ar", not "Ar"
EXPLAINED = regex.compile(
    r"""
    \(
    (?P<said> hierna | verder | ook\ wel | afgekort | in\ het\ vervolg )?
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
# A regeling, or an article of it, that was named just before.
_THAT = frozenset({"die", "Die", "dat", "Dat"})
_SAID_AGAIN = {"wet": {"wet"}, "besluit": {"regeling"}, "regeling": {"regeling"}, "richtlijn": {"eu"},
               "verordening": {"eu", "regeling"}, "artikel": {"wet", "regeling", "eu"}}  # fmt: skip
THAT_WORDS = tuple(f"{that} {what}" for that in ("die", "dat") for what in _SAID_AGAIN)
_OF_ANOTHER = regex.compile(r",?\s(?:(?:van|uit|in|bij)\s(?:de|het|deze|dit|een|die|dat)\s|\p{Lu})")
_REACH_BACK = 300


def _with(mention: Mention, articles: Articles, lexicon: Lexicon | None = None) -> Mention:
    """Return the mention of a regeling as one of its articles."""
    start, end = min(mention.start, articles.start), max(mention.end, articles.end)
    work = mention.id
    if lexicon and (book := lexicon.called(f"{mention.title} {articles.numbers[0].partition(':')[0]}")):
        # the books of the Burgerlijk Wetboek are regelingen of their own: "artikel 6:162 BW"
        work = book.id
        articles = articles._replace(parts=tuple(_BOOK.sub("", part) for part in articles.parts))
    if work is None:
        return mention._replace(start=start, end=end, pinpoint=articles.words)
    ids = articles.ids(work)
    return mention._replace(start=start, end=end, id=ids[0], also=ids[1:], pinpoint=articles.words)


def with_article(text: str, mention: Mention) -> Mention:
    """Return the mention with the article in front of it, if there is one: together they are one citation."""
    articles = article_before(text, mention.start)
    return _with(mention, articles) if articles else mention


def find_names(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the regelingen named in a running text, with the article cited where one stands beside the name.

    >>> lexicon = Lexicon([Name("RTB", "32001L0055", "eu", "Richtlijn tijdelijke bescherming", abbreviation=True)])
    >>> [mention.id for mention in find_names("Artikel 21, derde lid, RTB", lexicon)]
    ['32001L0055#artikel=21&lid=3']
    """
    hits = lexicon.find(text)
    explained: dict[str, Name] = {}
    taken = [(start, end) for start, end, _ in hits]
    named: list[tuple[int, int]] = []
    for place, name in _explained(text, hits, lexicon):
        explained[name.written] = name
        if _is_free(taken, *place) and (not named or named[-1][1] <= place[0]):
            named.append(place)
            yield with_article(text, Mention(name.kind, name.id, *place, "naam met afkorting", title=name.title))
    in_full = {name.id for _, _, name in hits if not name.abbreviation and name.id}
    found: list[Mention] = []
    for start, end, name in hits:
        rule = "afkorting" if name.abbreviation else "naam"
        here = explained.get(text[start:end]) if name.abbreviation else None
        if here is not None:
            name = here
        elif name.abbreviation and name.id is None:
            meant = [one for one in lexicon.candidates(text[start:end]) if one.id in in_full]
            if len(meant) == 1:
                name, rule = meant[0], "afkorting; voluit in de tekst"
        mention = Mention(name.kind, name.id, start, end, rule, title=name.title)
        articles = article_before(text, start)
        if articles:
            mention = _with(mention, articles, lexicon)
        if not (name.abbreviation and len(name.written) < _SHORT and here is None and articles is None):
            found.append(mention)
    yield from _with_articles_behind(text, found)
    yield from _occurrences(text, explained, sorted([*taken, *named]))


def _with_articles_behind(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions, those without an article in front of them with the one behind it that is no other's."""
    for place, mention in enumerate(mentions):
        articles = article_behind(text, mention.end) if mention.pinpoint is None else None
        following = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
        yield _with(mention, articles) if articles and articles.end <= following else mention


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether a range overlaps none of these, which are in order and apart."""
    place = bisect_left(taken, (end,))
    return place == 0 or taken[place - 1][1] <= start


def _explained(
    text: str, hits: list[tuple[int, int, Name]], lexicon: Lexicon
) -> Iterator[tuple[tuple[int, int], Name]]:
    """Yield the abbreviations that a text explains: the place of the name in front of each, and the abbreviation."""
    ends = {end: (start, name) for start, end, name in hits if not name.abbreviation}
    for found in EXPLAINED.finditer(text):
        behind = found.start() - (text[found.start() - 1 : found.start()] == " ")
        if behind in ends:
            start, name = ends[behind]
            abbreviation = found["abbreviation"]
            # "de SEPA-verordening (DNB)" explains nothing
            if not (
                found["said"] or _stands_for(abbreviation, text[start:behind]) or lexicon.means(abbreviation, name)
            ):
                continue
            yield (start, behind), name._replace(written=abbreviation, abbreviation=True)
            continue
        low = max(0, behind - 120)
        unlisted = [m for m in _UNLISTED.finditer(text, low, found.start() + 1) if m.end() == behind]
        if unlisted and _stands_for(found["abbreviation"], unlisted[-1][0]):
            title = unlisted[-1][0]
            kind = "wet" if "wet" in unlisted[-1]["name"].casefold() else "regeling"
            name = Name(found["abbreviation"], f"{kind}:{slug(title)}", kind, title, abbreviation=True)
            yield unlisted[-1].span(), name


def _stands_for(abbreviation: str, title: str) -> bool:
    """Tell whether an abbreviation begins as a title does and has its capitals from the words of it, in their order."""
    words = iter(_WORD.findall(fold(title)))
    return fold(abbreviation[0]) == fold(title[0]) and all(
        any(word.startswith(letter) for word in words) for letter in fold("".join(filter(str.isupper, abbreviation)))
    )


def _occurrences(text: str, explained: Mapping[str, Name], taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the places where abbreviations stand that the text explains, but for those that are taken."""
    for word, start, end in leftmost(text, sorted(explained)):
        if stands_alone(text, start, end) and _is_free(taken, start, end):
            name = explained[word]
            yield with_article(text, Mention(name.kind, name.id, start, end, "afkorting in de tekst", title=name.title))


def find_said_again(
    text: str, named: Iterable[Mention], again: Iterable[tuple[int, int]], articles: Iterable[tuple[int, int]]
) -> Iterator[Mention]:
    """Yield "die wet", "dat artikel" and bare articles, as the one regeling named before them in their paragraph.

    Where the paragraph so far names more than one that can be meant, or none within reach, nothing is found. `again`
    are the places of THAT_WORDS in the text, `articles` those of ARTICLE_WORDS.

    >>> text, act = "De Awb geldt. Volgens artikel 4 van die wet mag dat.", Mention("wet", "BWBR0005537", 3, 6, "naam")
    >>> [mention.id for mention in find_said_again(text, [act], [(36, 43)], [(22, 29)])]
    ['BWBR0005537#artikel=4']
    """
    regulations = sorted(
        (mention for mention in named if mention.kind in {"wet", "regeling", "eu"} and mention.id),
        key=lambda mention: mention.start,
    )
    if not regulations:
        return
    starts = [mention.start for mention in regulations]
    said: list[Mention] = []
    for start, end, what in _again(text, again):
        meant = _meant(text, regulations, starts, start, _SAID_AGAIN[what])
        if meant is None or (what == "artikel" and "#" not in str(meant.id)):
            continue
        rule, kept = f"die {what}", meant.id if what == "artikel" else _work(meant)
        mention = Mention(meant.kind, kept, start, end, rule, confidence=0.8, anaphor=True, title=meant.title)
        said.append(with_article(text, mention) if what != "artikel" else mention)
    yield from said
    covered = sorted((mention.start, mention.end) for mention in (*regulations, *said))
    for one in articles_alone(text, articles):
        if not _is_free(covered, one.start, one.end):
            continue
        meant = _meant(text, regulations, starts, one.start, {"wet", "regeling", "eu"})
        if meant is not None and not _OF_ANOTHER.match(text, one.end):
            rule = "artikel van wat ervoor staat"
            work = Mention(
                meant.kind, _work(meant), one.start, one.end, rule, confidence=0.6, anaphor=True, title=meant.title
            )
            yield _with(work, one)


def _again(text: str, words: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield where a text says "die wet", "dat artikel" and the like, in order, with the word for what is meant."""
    for start, end in sorted(words):
        that, _, what = text[start:end].partition(" ")
        if that in _THAT and what in _SAID_AGAIN and stands_alone(text, start, end):
            yield start, end, what


def _meant(
    text: str, regulations: Sequence[Mention], starts: Sequence[int], at: int, kinds: set[str]
) -> Mention | None:
    """Return the last of the regulations before an offset, if the paragraph names no other of these kinds."""
    low = max(text.rfind("\n", max(0, at - _REACH_BACK), at) + 1, at - _REACH_BACK)
    near = [one for one in regulations[bisect_left(starts, low) : bisect_left(starts, at)] if one.kind in kinds]
    return near[-1] if len({_work(one) for one in near}) == 1 else None


def _work(mention: Mention) -> str:
    return str(mention.id).partition("#")[0]
