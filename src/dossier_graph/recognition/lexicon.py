"""The names by which papers call regelingen, made ready to be found in one pass over a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple, TypeVar

import regex
from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dossier_graph.recognition.anchors import begins_word, fold_text

__all__ = ["BEGINNING", "Lexicon", "Name"]

BEGINNING = "…"
_Meant = TypeVar("_Meant")


class Name(NamedTuple):
    """A way to write a regeling: the words, its id, its kind and official name.

    `id` is None where the same words mean several. `kind` is "wet", "regeling", "eu", or "rapport" for an agreement. An
    abbreviation is found in exactly these letters, a name in any. A name that ends in an ellipsis is the beginning of a
    long title.
    """

    written: str
    id: str | None
    kind: str
    title: str
    abbreviation: bool = False


_ANCHOR = 14  # characters: a name is looked for at its first few, and compared in full where they stand
_COMPARED_AT_ONCE = 8  # names with the same beginning; of more the right one is looked for by halves
_LAST = "\U0010ffff"  # sorts behind every other character
_FEW = 4  # words; a title of fewer is no name in small letters: "regeling mondzorg"
_END_OF_TITLE = regex.compile(r"[.;(\n]|, (?=Stb|Stcrt|Trb)")
_LONGEST_TITLE = 400
_ALIKE = tuple(zip("’‘–—‑-", "''    ", strict=True))


def _key(words: str) -> str:
    """Return words as they are compared: the case, marks, apostrophes and dashes of papers and registers differ."""
    folded = fold_text(words)
    for written, compared in _ALIKE:
        if written in folded:
            folded = folded.replace(written, compared)
    return folded


class Lexicon:
    """Names of regelingen, found whole: the longest that begins first wins.

    >>> lexicon = Lexicon([Name("Wet a en b", "BWBR0000001", "wet", "Wet a en b")])
    >>> text = "Volgens de wet A en B mag dat."
    >>> [(text[start:end], name.id) for start, end, name in lexicon.find(text)]
    [('wet A en B', 'BWBR0000001')]
    """

    def __init__(self, names: Iterable[Name], titles: Iterable[tuple[str, str, str]] = ()) -> None:
        """Make the names ready, with the titles of a long list as (written, id, kind); names go before titles."""
        self._names: dict[str, list[Name]] = {}
        self._abbreviations: dict[str, list[Name]] = {}
        for name in names:
            if name.abbreviation:
                self._abbreviations.setdefault(name.written, []).append(name)
            else:
                self._names.setdefault(_key(name.written), []).append(name)
        self._titles: dict[str, list[tuple[str, str, str]]] = {}
        listed = list(titles)
        keys = _key("\n".join(title[0] for title in listed)).split("\n") if listed else []
        for key, title in zip(keys, listed, strict=True):
            key = key.removesuffix(BEGINNING)
            if key not in self._names:
                self._titles.setdefault(key, []).append(title)
        _glue_years(self._names)
        _glue_years(self._titles)
        _glue_years(self._abbreviations)
        self._keys = sorted({*self._names, *self._titles})
        self._anchors = sorted({key[:_ANCHOR] for key in self._keys})
        # where the names with each beginning are among the keys
        self._with_anchor = [
            (bisect_left(self._keys, anchor), bisect_left(self._keys, anchor + _LAST)) for anchor in self._anchors
        ]
        # a DFA of so many is larger than what a processor keeps at hand, and slower for it
        self._at_beginning = AhoCorasick(self._anchors, implementation=Implementation.ContiguousNFA)
        self._written = sorted(self._abbreviations)
        self._short = AhoCorasick(self._written, MatchKind.LeftmostLongest, implementation=Implementation.DFA)

    def called(self, written: str) -> Name | None:
        """Return the regeling of an abbreviation, None where there is none or more than one."""
        meant = self._abbreviations.get(written, [])
        return meant[0] if len({name.id for name in meant}) == 1 else None

    def means(self, written: str, name: Name) -> bool:
        """Tell whether an abbreviation can stand for a regeling."""
        return any(one.id == name.id for one in self._abbreviations.get(written, ()))

    def candidates(self, written: str) -> tuple[Name, ...]:
        """Return all that an abbreviation may stand for."""
        return tuple(self._abbreviations.get(written, ()))

    def find(self, text: str) -> list[tuple[int, int, Name]]:
        """Return the names in a text as (start, end, name), in order, none inside another."""
        found = [*self._find_names(text), *self._find_abbreviations(text)]
        found.sort(key=lambda hit: (hit[0], -hit[1]))
        kept: list[tuple[int, int, Name]] = []
        for hit in found:
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
        return kept

    def _find_names(self, text: str) -> Iterator[tuple[int, int, Name]]:
        compared = _key(text)
        end = 0
        anchors = self._at_beginning.find_matches_as_indexes(compared, overlapping=True)
        for index, start, _ in sorted(anchors, key=itemgetter(1)):
            if start < end or not begins_word(text, start):
                continue
            for key in self._keys_at(compared, start, *self._with_anchor[index]):
                stop = start + len(key)
                if text[stop : stop + 1].isalnum():
                    continue
                name, stop = self._meant(key, text, start, stop)
                if name is not None:
                    end = stop
                    yield start, stop, name
                    break

    def _keys_at(self, text: str, start: int, low: int, high: int) -> Iterator[str]:
        """Yield which of the keys from `low` to `high` stand at an offset, the longest first."""
        if high - low <= _COMPARED_AT_ONCE:
            # of names that begin with one another the longer is the later
            yield from (key for key in reversed(self._keys[low:high]) if text.startswith(key, start))
            return
        here = text[start : start + _LONGEST_TITLE]
        high = bisect_right(self._keys, here, low, high)
        while high > low:
            key = self._keys[high - 1]
            if here.startswith(key):
                yield key
                high -= 1
                continue
            shared = next(place for place, (one, other) in enumerate(zip(key, here, strict=False)) if one != other)
            # all between this and what both begin with begins otherwise
            high = bisect_right(self._keys, here[:shared], low, high - 1)

    def _meant(self, key: str, text: str, start: int, stop: int) -> tuple[Name | None, int]:
        written = text[start:stop]
        capital, words = written[0].isupper(), written.count(" ") + 1
        act = words == 1 and key.endswith("wet")  # "de klimaatwet" is the Act; "een jachtregeling" can be any
        names = [name for name in self._names.get(key, ()) if capital or act or words > 1]
        titles = self._titles.get(key, ()) if capital or act or words >= _FEW else ()
        if not names and titles:
            if titles[0][0].endswith(BEGINNING):
                ending = _END_OF_TITLE.search(text, stop, start + _LONGEST_TITLE)
                stop = ending.start() if ending else stop
                stop = start + len(text[start:stop].rstrip(" ,"))
            names = [Name(title, id_, kind, title.removesuffix(BEGINNING)) for title, id_, kind in titles]
        return _one(names, written), stop

    def _find_abbreviations(self, text: str) -> Iterator[tuple[int, int, Name]]:
        for index, start, end in self._short.find_matches_as_indexes(text):
            if text[end : end + 1].isalnum() or not begins_word(text, start):
                continue
            name = _one(self._abbreviations[self._written[index]], self._written[index])
            if name is not None:
                yield start, end, name


def _glue_years(known: dict[str, _Meant]) -> None:
    """Add "Vreemdelingenwet2000" beside "Vreemdelingenwet 2000": the blank before a year is the one that gets lost."""
    for written, meant in list(known.items()):
        if written[-5:-4] == " " and written[-4:].isdecimal():
            known.setdefault(written[:-5] + written[-4:], meant)


def _one(names: list[Name], written: str) -> Name | None:
    """Return what is meant by words: one regeling, or one without an id where they may mean several."""
    if not names:
        return None
    return names[0] if len({name.id for name in names}) == 1 else names[0]._replace(id=None, title=written)
