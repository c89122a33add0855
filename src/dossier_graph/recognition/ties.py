"""The number that goes with a thing named in words: in brackets, in a note, or with the same name elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import regex

from dossier_graph.dates import find_dates
from dossier_graph.model import Footnote, Mention
from dossier_graph.recognition.flow import Flow
from dossier_graph.recognition.noted import NOTED
from dossier_graph.slugs import slug

__all__ = ["tie_to_numbers"]

# What a number in words can belong to, and the kinds of number that identify it.
_NAMED = {"motie", "amendement", "brief", "handelingen"}
_NUMBERS = {"kamerstuk", "aanhangsel", "handelingen"}
# What may stand between a thing and its number: "motie van het lid Podt c.s. over … (19637, nr. 3333)",
# "de brief van 3 november jl., Kamerstuk 19 637, nr. 3171".
_REACH = 1000  # characters; no sentence is longer
_SENTENCE_END = regex.compile(r"[.?!](?=\s\p{Lu}|\n|$)|\n")
_BETWEEN = regex.compile(r"(?:[^.()\n]|(?<=\bnrs?)\.){0,120}(?P<how>\(|,\s)$")


def _is_named(mention: Mention) -> bool:
    return (mention.kind in _NAMED and not (mention.kind == "handelingen" and mention.id)) or mention.rule == NOTED


def _behind(flow: Flow, mention: Mention, following: Mention | None) -> tuple[str, str] | None:
    """Return the number that stands in brackets or behind a comma after a mention, and the rule."""
    between = _BETWEEN.fullmatch(flow.text[mention.end : following.start]) if following else None
    if following is None or following.id is None or between is None:
        return None
    return following.id, "nummer tussen haakjes" if between["how"] == "(" else "nummer erachter"


def _numbers_in_notes(flow: Flow, numbers: Sequence[Mention]) -> dict[Footnote, set[str]]:
    """Return the numbers that each note gives."""
    starts = [number.start for number in numbers]
    return {
        note: {number.id for number in numbers[bisect_left(starts, start) : bisect_left(starts, end)] if number.id}
        for start, end, note in flow.notes
    }


def _in_note(flow: Flow, mention: Mention, until: int, given: Mapping[Footnote, set[str]]) -> tuple[str, str] | None:
    """Return the number in the note whose marker stands behind a mention, and the rule: exactly one number in it.

    The marker stands at the end of the mention, or later in its sentence before another such thing is named.
    """
    direct = flow.marker_after(mention.end, 1)
    stop = _SENTENCE_END.search(flow.text, mention.end, until)
    sentence_end = stop.end() if stop else until
    place = direct or flow.marker_after(mention.end, max(0, sentence_end - mention.end))
    inside = given.get(place[1], set()) if place else set()
    if len(inside) != 1:
        return None
    return next(iter(inside)), "nummer uit de noot" if direct else "nummer uit de noot van de zin"


def tie_to_numbers(flow: Flow, citations: Iterable[Mention]) -> list[Mention]:
    """Return the citations, those named in words with the number that the paper gives for them.

    A thing stays without a number when more than one can be meant.
    """
    ordered = sorted(citations, key=lambda mention: (mention.start, -mention.end))
    if not any(mention.id is None and _is_named(mention) for mention in ordered):
        return ordered
    numbers = [mention for mention in ordered if mention.kind in _NUMBERS and mention.id]
    given = _numbers_in_notes(flow, numbers)
    named = [mention.start for mention in ordered if _is_named(mention)]
    tied: list[Mention] = []
    for mention in ordered:
        if not _is_named(mention) or mention.id or mention.anaphor:
            tied.append(mention)
            continue
        at = bisect_left(named, mention.end)
        until = min([mention.end + _REACH, len(flow.text), *named[at : at + 1]])
        at = bisect_left(numbers, mention.end, key=lambda number: number.start)
        following = numbers[at] if at < len(numbers) else None
        number = _behind(flow, mention, following if following and following.start <= until else None)
        if number is None and mention.start < flow.body_end:
            number = _in_note(flow, mention, until, given)
        tied.append(mention._replace(id=number[0], rule=f"{mention.rule}; {number[1]}") if number else mention)
    return _same_name(flow.text, tied)


def _key(text: str, mention: Mention) -> tuple[str, ...] | None:
    """Return what mentions of the same thing share: the movers of a motie, the kind and day of a letter or debate."""
    if mention.kind in {"motie", "amendement"} and mention.movers:
        return (mention.kind, *sorted(slug(name) for name in mention.movers))
    if mention.kind in {"brief", "handelingen"} and mention.title:
        days = [
            (written.day, written.month, written.year)
            for written in find_dates(text[mention.start : mention.end])
            if written.day
        ]
        if days:
            return (mention.kind, slug(mention.title.split()[0]), str(days[-1]))
    return None


def _same_name(text: str, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, those without a number with that of another mention of the same thing, if it is one."""
    open_ = {mention.kind for mention in mentions if mention.id is None}
    keys = [_key(text, mention) if mention.kind in open_ else None for mention in mentions]
    known: dict[tuple[str, ...], set[str]] = {}
    for key, mention in zip(keys, mentions, strict=True):
        if key and mention.id:
            known.setdefault(key, set()).add(mention.id)
    named: list[Mention] = []
    for key, mention in zip(keys, mentions, strict=True):
        ids = known.get(key, set()) if key and mention.id is None else set()
        if len(ids) == 1:
            how = "zelfde indieners" if mention.movers else "zelfde soort en dag"
            mention = mention._replace(id=next(iter(ids)), rule=f"{mention.rule}; {how}", confidence=0.9)
        named.append(mention)
    return named
