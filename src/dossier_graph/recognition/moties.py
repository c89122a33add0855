"""Moties and amendementen by their movers: "de motie Boomsma en Van Zanten", "motie-Omtzigt c.s."."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.dates import MONTH
from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser
from dossier_graph.recognition.people import NAME, NAMES, split_names

__all__ = ["RECOGNISERS"]

_WHO = r"(?:(?:[Kk]amer)?leden|(?:[Kk]amer)?lid|de\sheer|mevrouw)"
_HEAD = r"(?P<head>[Mm]otie|[Aa]mendement)(?P<plural>s|en)?"
_BY = regex.compile(
    rf"""
    (?<![\w-]) {_HEAD}
    (?: \s van \s \d{{1,2}} \s (?:{MONTH}) (?:\s\d{{4}})? )?
    (?: - (?P<joined> {NAME} )
      | \s (?: van \s (?:de\s|het\s)? )? (?: {_WHO} \s )? (?P<names> {NAMES} )
    )
    (?P<others> \s c\.s\. )?
    """,
    regex.VERBOSE,
)
_NUMBERED = regex.compile(rf"(?<![\w-]){_HEAD}(?=\s\((?:Kamerstuk|\d\d\s?\d{{3}}\b))")
_FURTHER = regex.compile(rf"(?<=\sen\s|,\s)van\s(?:de\s|het\s){_WHO}\s(?P<names>{NAMES})(?P<others>\sc\.s\.)?")
_FURTHER_REACH = 400
_SENTENCE_END = regex.compile(r"[.?!]\s(?=\p{Lu})|\n")
# What follows "motie" with a capital and is no mover.
_NO_MOVER = frozenset(
    {"Het", "Een", "In", "Kamer", "Kamerstuk", "Kamerstukken", "Nr", "Ik", "Deze", "Dit", "Tweede", "Eerste"}
    | {f"De {word}" for word in ("Kamer", "Tweede", "Eerste", "Staten-Generaal", "Nederlandse", "Minister")}
)


def _movers(text: str, found: regex.Match[str]) -> tuple[str, ...]:
    if found["joined"]:
        return _apart(text, found["joined"])
    names = tuple(name for name, _ in split_names(found["names"]))
    named_as_one = regex.search(_WHO, found[0])
    return names if named_as_one or len(names) > 1 else _apart(text, names[0])


def _apart(text: str, name: str) -> tuple[str, ...]:
    """Return the movers of "motie Van Baarle-Dassen": two, unless the text calls one member so."""
    parts = regex.split(r"[-/](?=(?:[Vv]an|[Dd]e|\p{Lu}))", name)
    if len(parts) == 2 and not regex.search(rf"(?:[Ll]id|heer|mevrouw)\s{regex.escape(name)}(?!\w)", text):
        return tuple(parts)
    return (name,)


def _can_move(words: list[str]) -> bool:
    return words[0].rstrip(".,") not in _NO_MOVER and " ".join(words[:2]).rstrip(".,") not in _NO_MOVER


def _read(text: str, at: int) -> Iterator[Mention]:
    found = _BY.match(text, at, at + REACH)
    if found and _can_move((found["joined"] or found["names"]).split()):
        kind = found["head"].casefold()
        yield Mention(kind, None, at, found.end(), kind, movers=_movers(text, found))
        if found["plural"]:
            reach = found.end() + _FURTHER_REACH
            stop = _SENTENCE_END.search(text, found.end(), reach)
            for more in _FURTHER.finditer(text, found.end(), stop.start() if stop else reach):
                movers = tuple(name for name, _ in split_names(more["names"]))
                yield Mention(kind, None, *more.span(), kind, movers=movers)
        return
    numbered = _NUMBERED.match(text, at, at + REACH)
    if numbered:
        kind = numbered["head"].casefold()
        yield Mention(kind, None, *numbered.span(), kind)


RECOGNISERS = (Recogniser("motie", ("motie", "amendement"), _read),)
