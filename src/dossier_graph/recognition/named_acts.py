"""Acts of the Union by a name that the text itself gives a number to, in brackets or in a note.

"de SEPA-verordening⁴" with note 4 "Verordening (EU) nr. 260/2012 …", "de Finaliteitsrichtlijn (Directive 98/26/EC)":
from there on the name means that act, wherever the text has it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

import regex
from ahocorasick_rs import AhoCorasick

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import fold, fold_text, leftmost, stands_alone
from dossier_graph.recognition.flow import Flow

__all__ = ["find_named_acts"]

_KIND = r"(?:richtlijn|verordening)"
# The words in front of the place where the number is given: a compound, or the kind with what it is about.
_NAME = regex.compile(
    rf"""
    (?<![\w-])
    (?: (?:\p{{Lu}}\p{{L}}*\ ){{1,6}} \( (?P<short>\p{{Lu}}+) \) - )?
    (?P<head> (?: \p{{L}}[\p{{L}}-]* )?? (?i:{_KIND}) )
    (?P<about> (?: \ (?!van\ het\b|en\b|is\b|zijn\b) [\p{{L}}-]+ ){{0,6}} )
    \ ? $
    """,
    regex.VERBOSE,
)
_REACH = 120
_BRACKET = regex.compile(r"\ \((?:[^()]{0,40},\ )?$")
_ANCHORS = ("richtlijn", "verordening")


def find_named_acts(flow: Flow, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the places that have such a name; `mentions` are those found otherwise in the same running text."""
    acts = sorted((one for one in mentions if one.kind == "eu" and one.id), key=lambda one: one.start)
    folded = fold_text(flow.text) if acts else ""
    if not any(anchor in folded for anchor in _ANCHORS):
        return
    given = [
        (found, id_)
        for end, id_ in _numbered(flow, acts)
        if (found := _NAME.search(flow.text, max(0, end - _REACH), end))
    ]
    often = _said_often(folded, {name for found, _ in given for name in _at_length(found)})
    named: dict[str, str] = {}
    for found, id_ in given:
        for name in _names(folded, found, often):
            named.setdefault(name, id_)
    written = {spelling: id_ for name, id_ in named.items() for spelling in (name, name.replace("-", ""))}
    for name, start, end in leftmost(folded, sorted(written)):
        if stands_alone(flow.text, start, end):
            yield Mention("eu", written[name], start, end, "naam met nummer in de tekst", confidence=0.9)


def _numbered(flow: Flow, acts: Sequence[Mention]) -> Iterator[tuple[int, str]]:
    """Yield where words end that an act is given for: (offset, id), in brackets behind them or in their note."""
    starts = [act.start for act in acts]
    for act in acts:
        bracket = _BRACKET.search(flow.text, max(0, act.start - 50), act.start)
        if bracket and act.id:
            yield bracket.start(), act.id.partition("#")[0]
    given = {}
    for start, end, note in flow.notes:
        inside = acts[bisect_left(starts, start) : bisect_left(starts, end)]
        works = {str(act.id).partition("#")[0] for act in inside}
        if len(works) == 1 or (inside and inside[0].start == start):  # what a note begins with is what it gives
            given[note] = str(inside[0].id).partition("#")[0]
    for offset, note in flow.markers:
        if note in given:
            yield offset, given[note]


def _names(folded: str, found: regex.Match[str], often: Container[str]) -> Iterator[str]:
    """Yield the names that stand in one place, as they are found again: with what follows them where `often` has it."""
    head = fold(found["head"])
    compound = head not in _ANCHORS
    if found["short"]:
        yield f"{fold(found['short'])}-{head}"
        yield folded[found.start() : found.end("head")]
    elif compound:
        yield head
    for place, name in enumerate(_at_length(found)):
        if name in often or (place == 0 and not compound and name.count(" ") < 3):
            yield name
            return


def _at_length(found: regex.Match[str]) -> list[str]:
    """Return a name with the words that follow it, from all of them to one."""
    head, about = fold(found["head"]), fold(found["about"]).split()
    return [" ".join((head, *about[:count])) for count in range(len(about), 0, -1)]


def _said_often(folded: str, names: Iterable[str]) -> set[str]:
    """Return which of some names stand in a text more than once; they are counted together, in one pass."""
    keys = sorted(names)
    if not keys:
        return set()
    found = AhoCorasick(keys).find_matches_as_indexes(folded, overlapping=True)
    counts = Counter(index for index, _, _ in found)
    return {keys[index] for index, count in counts.items() if count > 1}
