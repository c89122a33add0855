"""Moties and amendementen by their movers: "de motie Boomsma en Van Zanten", "motie-Omtzigt c.s.".

In a debate a motie gets its number when it is moved: "Deze motie is voorgesteld door het lid Podt. Zij krijgt nr. 12
(36045)."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import regex

from dossier_graph.dates import DAY
from dossier_graph.model import Mention
from dossier_graph.parties import PARTIES
from dossier_graph.recognition.anchors import REACH, Recogniser, leftmost
from dossier_graph.recognition.kamerstukken import dossier_name
from dossier_graph.recognition.people import NAME, NAMES, split_names

__all__ = ["RECOGNISERS", "movers_apart"]

_WHO = r"(?:(?:[Kk]amer)?leden|(?:[Kk]amer)?lid|de\sheer|mevrouw)"
_HEAD = r"(?P<head>[Mm]otie|[Aa]mendement)(?P<plural>s|en)?"
_HEADS = ("otie", "mendement")  # without the first letter, which may be a capital
_BY = regex.compile(
    rf"""
    (?<![\w-]) {_HEAD}
    (?: \s van \s {DAY} (?:\s\d{{4}})? )?
    (?: - (?P<joined> {NAME} )
      | \s (?: van \s (?:de\s|het\s)? )? (?: {_WHO} \s )? (?P<names> {NAMES} )
    )
    (?P<others> \s c\.s\. )?
    """,
    regex.VERBOSE,
)
# What a motie does, or is about, behind the word: no mover or number, which take longer to tell.
_SAYS_MORE = re.compile(
    r"[A-Za-z]+ (?!(?:van|den?|der|ten?|ter|op|in|el|l[ae]|von|di|al|(?:kamer)?(?:leden|lid)|heer|mevrouw)\b)[a-z]"
)
_HYPHEN = regex.compile(r"[-/](?=(?:[Vv]an|[Dd]e|\p{Lu}))")
_ANY_MEMBER = regex.compile(_WHO)
_ONE_MEMBER = regex.compile(r"(?:[Ll]id|heer|mevrouw)\s$")
_NUMBERED = re.compile(rf"(?<![\w-]){_HEAD}(?=\s\((?:Kamerstuk|\d\d\s?\d{{3}}\b))")
_FURTHER = regex.compile(rf"(?<=\sen\s|,\s)van\s(?:de\s|het\s){_WHO}\s(?P<names>{NAMES})(?P<others>\sc\.s\.)?")
_FURTHER_REACH = 400
_MOVED_HERE = regex.compile(
    rf"""
    (?P<motie> motie \s is \s voorgesteld \s door \s (?:het\slid|de\sleden) \s (?P<names> {NAMES} ) ) \.
    (?: \s+ Naar \s mij \s blijkt , \s [^.\n]{{10,80}} \. )?                  # is supported by enough members
    \s+ Zij \s krijgt \s nr\. \s (?P<number> \d{{1,4}} ) (?: , \s was \s nr\. \s \d{{1,4}} )?
    \s \( (?P<dossier> \d\d \s? \d{{3}} (?:-\d\d)? ) (?: [\s-] (?P<chapter> [IVX]{{1,6}} | [A-Z] ) )? \)
    """,
    regex.VERBOSE,
)
_SENTENCE_END = regex.compile(r"[.?!]\s(?=\p{Lu})|\n")
# What follows "motie" with a capital and is no mover.
_NO_MOVER = frozenset(
    {"Het", "Een", "In", "Kamer", "Kamerstuk", "Kamerstukken", "Nr", "Ik", "Deze", "Dit", "Tweede", "Eerste"}
    | PARTIES  # a party is no member: "de motie van de SP"
    | {f"De {word}" for word in ("Kamer", "Tweede", "Eerste", "Staten-Generaal", "Nederlandse", "Minister")}
)


def _movers(found: regex.Match[str]) -> tuple[str, ...]:
    if found["joined"]:
        return (found["joined"],)
    return tuple(name for name, _ in split_names(found["names"]))


def movers_apart(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions, the movers of "motie Van Baarle-Dassen" as two, unless the text calls one member so."""
    found = list(mentions)
    double = {
        place: parts
        for place, one in enumerate(found)
        if one.rule in {"motie", "amendement"}
        and len(one.movers) == 1
        and len(parts := _HYPHEN.split(one.movers[0])) == 2
        and not _ANY_MEMBER.search(text, one.start, one.end)
    }
    members = _members(text, {found[place].movers[0] for place in double})
    for place, parts in double.items():
        if found[place].movers[0] not in members:
            found[place] = found[place]._replace(movers=tuple(parts))
    return found


def _members(text: str, names: set[str]) -> set[str]:
    """Return which of some names the text gives to one member: "het lid Faber-van de Klashorst"."""
    return {
        name
        for name, start, end in leftmost(text, sorted(names))
        if not text[end : end + 1].isalnum() and _ONE_MEMBER.search(text, max(0, start - 10), start)
    }


def _can_move(words: list[str]) -> bool:
    return (
        words != ["De"] and words[0].rstrip(".,") not in _NO_MOVER and " ".join(words[:2]).rstrip(".,") not in _NO_MOVER
    )


def _moved_here(text: str, at: int) -> Mention | None:
    """Return the motie that a debate names by its mover, with the number it is given there."""
    found = _MOVED_HERE.match(text, at, at + REACH) if text.startswith("is", at + len("motie ")) else None
    if found is None:
        return None
    dossier = dossier_name(found["dossier"], found["chapter"])
    movers = tuple(name for name, _ in split_names(found["names"]))
    id_ = f"kst-{dossier}-{found['number']}"
    return Mention("motie", id_, *found.span("motie"), "motie; nummer bij het indienen", movers=movers)


def _read(text: str, at: int) -> Iterator[Mention]:
    if not text.startswith(_HEADS, at + 1):  # "MOTIE VAN HET LID", above a motie, is the paper itself
        return
    moved = _moved_here(text, at)
    if moved:
        yield moved
        return
    if _SAYS_MORE.match(text, at):
        return
    found = _BY.match(text, at, at + REACH)
    if found and _can_move((found["joined"] or found["names"]).split()):
        kind = found["head"].casefold()
        yield Mention(kind, None, at, found.end(), kind, movers=_movers(found))
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
