"""Papers of the same dossier by their number alone: "de motie op stuk nr. 15", "gedrukt onder nr. 8"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import regex

from dossier_graph.model import Mention

__all__ = ["SHORT_WORDS", "find_short_numbers"]

_SHORT = regex.compile(
    r"(?:gedrukt\sonder|\bop\sstuk|\bstuk(?:ken)?)\s(?P<words>nr\.\s?(?P<number>\d{1,4})(?![\d/]|[.,]\d))"
)
SHORT_WORDS = tuple(f"{before}{blank}nr." for before in ("stuk", "stukken", "onder") for blank in " \n")
_REACH = len("gedrukt onder ")
_FULL = re.compile(r"kst-(?P<dossier>\d{5}(?:-\d\d)?(?:-[A-Z]{1,6})?)-(?P<number>\d{1,4})")


def find_short_numbers(
    text: str, words: Sequence[tuple[int, int]], found: Iterable[Mention], dossiers: Sequence[str]
) -> Iterator[Mention]:
    """Yield the papers named by their number alone, of the dossier in which the paper names that number, or of its own.

    `words` are the places of SHORT_WORDS in the text, `dossiers` those of the paper. Without exactly one that can be
    meant nothing is found.

    >>> text = "Ter vervanging van die gedrukt onder nr. 8"
    >>> [one.id for one in find_short_numbers(text, [(31, 40)], [], ["36682"])]
    ['kst-36682-8']
    """
    if not words:
        return
    named: defaultdict[str, set[str]] = defaultdict(set)
    for mention in found:
        full = _FULL.fullmatch(mention.id or "") if mention.kind == "kamerstuk" else None
        if full:
            named[full["number"]].add(full["dossier"])
    for _, end in words:
        at = end - len("nr.")
        short = _SHORT.search(text, max(0, at - _REACH), at + _REACH)
        if short is None or short.start("words") != at:
            continue
        meant = named.get(short["number"]) or set(dossiers[:1])
        if len(meant) == 1:
            (dossier,) = meant
            id_ = f"kst-{dossier}-{short['number']}"
            yield Mention("kamerstuk", id_, *short.span("words"), "nummer in hetzelfde dossier", confidence=0.9,
                          dossiers=(dossier,))  # fmt: skip
