"""One pass over a text that finds every place where a recogniser may have something to read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dossier_graph.dates import in_small_letters
from dossier_graph.model import Mention
from dossier_graph.plain import odd_characters

__all__ = [
    "REACH",
    "Recogniser",
    "Scanned",
    "Scanner",
    "begins_word",
    "fold",
    "fold_text",
    "leftmost",
    "places",
    "sentence_reach",
    "stands_alone",
    "word_start",
]

# No reference is longer, in characters; a reader that looks no further takes the same time wherever it stands.
REACH = 1000
_LONGEST_WORD = 40
_LONGEST_REST = 100
_FEW = 8  # words that are looked for one by one: to build an automaton takes as long as a paper or two to read
# Letters with marks to letters without, one for one, so that offsets do not move. Only those that Dutch papers have in
# other words than the names of people; "İ" is the only letter whose small form is longer than itself.
_MARKED = {letter: unicodedata.normalize("NFD", letter)[0] for letter in "éèëêïíìîöóòôüúùûäáàâçñ"}


def fold(text: str) -> str:
    """Return the text in small letters without marks, every character in its place.

    >>> fold("Motie VAN Oekraïne"), len(fold("İstanbul"))
    ('motie van oekraine', 8)
    """
    if text.isascii():
        return text.lower()
    encoded = text.encode()
    # bytes become small, in ASCII alone, in a third of the time that it takes a text
    folded = encoded.lower().decode()
    for character in odd_characters(encoded):
        small = in_small_letters(character)
        plain = _MARKED.get(small, small)
        if plain != character:
            folded = folded.replace(character, plain)
    return folded


@lru_cache(maxsize=4)
def fold_text(text: str) -> str:
    """Return what `fold` does, remembered for the next who asks it of the same text."""
    return fold(text)


def places(text: str, words: str) -> list[int]:
    """Return where words stand in a text, letter for letter.

    >>> places("een en een", "een")
    [0, 7]
    """
    found: list[int] = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return found


def leftmost(text: str, words: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield which of some words stands where in a text, as (word, start, end): the first, of those the longest, and on.

    >>> list(leftmost("een een-twee", ["een", "een-twee", "twee"]))
    [('een', 0, 3), ('een-twee', 4, 12)]
    """
    if len(words) > _FEW:
        automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
        for index, start, end in automaton.find_matches_as_indexes(text):
            yield words[index], start, end
        return
    following = {word: at for word in words if (at := text.find(word)) >= 0}
    while following:
        first = min(following, key=lambda word: (following[word], -len(word)))
        start, end = following[first], following[first] + len(first)
        yield first, start, end
        for word in [word for word, at in following.items() if at < end]:
            following[word] = text.find(word, end)
            if following[word] < 0:
                del following[word]


# Words to which the next is glued where a line end was lost: "hetRegeerprogramma", "van deZorgverzekeringswet".
_GLUED = regex.compile(
    r"(?<!\p{L})(?:[Dd]e|[Hh]et|[Ee]en|[Vv]an|[Ii]n|[Oo]p|[Oo]m|en|of|[Dd]eze|[Dd]it|[Dd]ie|[Dd]at|voor|door|naar|uit|bij|met|over)$"
)


_GLUED_ARTICLE = regex.compile(r"\bart(?:ikel(?:en)?|\.)\s?(?:\d[\w.:]*(?:,|\sen|\sof)?\s?)*\d$")  # "artikel 28Vw 2000"


def begins_word(text: str, at: int) -> bool:
    """Tell whether a name may begin at an offset: behind no letter or digit, but for a small word glued to it.

    >>> begins_word("hetRegeerprogramma", 3), begins_word("Jeugdwet", 5)
    (True, False)
    """
    before = text[at - 1 : at]
    if not (before.isalnum() or before in {"-", "_", "/"}) or not at:
        return True
    glued = _GLUED if before.islower() else _GLUED_ARTICLE
    return text[at].isupper() and bool(glued.search(text, max(0, at - _LONGEST_WORD), at))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether no letter or digit stands directly before or behind a range.

    >>> stands_alone("de Awb.", 3, 6), stands_alone("Awbs", 0, 3)
    (True, False)
    """
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def sentence_reach(text: str, at: int) -> int:
    """Return how far to look for the date of a thing that is named at an offset: a little past the first full stop.

    What stands in front of the date has no full stop, but for a field in brackets behind an office and for "d.d.".

    >>> sentence_reach("Het debat. En toen op 3 mei" + 100 * ".", 4)
    109
    """
    stop = text.find(".", at, at + REACH)
    return at + REACH if stop < 0 else min(at + REACH, stop + _LONGEST_REST)


def word_start(text: str, at: int) -> int:
    """Return where the word begins that holds an anchor, hyphens within it included; no word is longer than 40.

    >>> word_start("het RIVM-rapport", 9)
    4
    """
    lowest = max(0, at - _LONGEST_WORD)
    begin = text.rfind(" ", lowest, at) + 1 or lowest
    if begin == at or text[begin:at].isalpha():  # as most words do, behind a blank and without a hyphen
        return begin
    while at > lowest and (text[at - 1].isalpha() or (text[at - 1] == "-" and text[at - 2 : at - 1].isalpha())):
        at -= 1
    return at


@dataclass(frozen=True, slots=True)
class Recogniser:
    """A reader of one kind of reference: literal anchors (small letters), and what reads the text at one of them.

    `read` takes the running text and the offset of the anchor and yields what it finds there, in offsets of the
    running text. It looks no further than a bounded distance around the anchor. `behind` names another recogniser that
    reads the same things more fully: where that one has read, this one is not asked.
    """

    name: str
    anchors: tuple[str, ...]
    read: Callable[[str, int], Iterable[Mention]]
    behind: str = ""


class Scanned(NamedTuple):
    """What one pass over a text found: what the recognisers read, and the places of the words of each subject.

    The places are ranges of the text, in the order of their ends; they may overlap.
    """

    mentions: list[Mention]
    places: Mapping[str, list[tuple[int, int]]]


class Scanner:
    """Runs recognisers over a text, in the order of their anchors.

    The same pass finds the words (small letters without marks) of some subjects, for whoever has a use for them: a pass
    of its own for each would take as long again.

    >>> Scanner([], {"month": ("mei", "juni")}).scan("In mei en Juni").places
    {'month': [(3, 6), (10, 14)]}
    """

    def __init__(self, recognisers: Sequence[Recogniser], subjects: Mapping[str, Sequence[str]]) -> None:
        order = {recogniser.name: place for place, recogniser in enumerate(recognisers)}
        # for each anchor what reads there, which recogniser that is, and which it is behind: itself, if no other
        self._readers = [
            (one.read, order[one.name], order[one.behind or one.name]) for one in recognisers for _ in one.anchors
        ]
        self._recognisers = len(order)
        self._subjects = tuple(subjects)
        self._subject_of = [subject for subject, words in subjects.items() for _ in words]
        anchors = [anchor for recogniser in recognisers for anchor in recogniser.anchors]
        anchors += [word for words in subjects.values() for word in words]
        # a DFA takes some milliseconds to build and half the time of the others to run
        self._automaton = AhoCorasick(anchors, implementation=Implementation.DFA)

    def scan(self, text: str) -> Scanned:
        """Return what the recognisers find; one that reads past an anchor of its own is not asked there again."""
        mentions: list[Mention] = []
        places: dict[str, list[tuple[int, int]]] = {subject: [] for subject in self._subjects}
        passed = [0] * self._recognisers
        readers, read_by = self._readers, len(self._readers)
        for index, at, end in self._automaton.find_matches_as_indexes(fold_text(text), overlapping=True):
            if index >= read_by:
                places[self._subject_of[index - read_by]].append((at, end))
                continue
            read, own, behind = readers[index]
            if at < passed[own] or at < passed[behind]:
                continue
            for mention in read(text, at):
                if mention.end > passed[own]:
                    passed[own] = mention.end
                mentions.append(mention)
        return Scanned(mentions, places)
