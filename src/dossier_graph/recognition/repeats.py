"""Reports named again: by a title the paper gave in quotation marks before, by an abbreviation it explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, fold, fold_text, leftmost, stands_alone
from dossier_graph.recognition.names import EXPLAINED

__all__ = ["find_repeats"]

# Rules that read a title or a name, rather than a description ("onderzoek van AEF").
_TITLED = frozenset({"rapport met titel", "rapport met titel in de zin", "akkoord of programma", "beleidsstuk"})
_SHORTEST = 12  # characters: a shorter title is an expression when it stands without quotation marks


def find_repeats(text: str, found: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the further places of a running text that name a report which `found` names by its title.

    >>> text = "Het rapport «Zicht op opvang» is af. In Zicht op opvang staat veel."
    >>> [text[m.start : m.end] for m in find_repeats(text, [Mention("rapport", None, 4, 29, "rapport met titel",
    ...                                                             title="Zicht op opvang")])]
    ['Zicht op opvang']
    """
    named: dict[str, Mention] = {}
    exact: dict[str, str] = {}
    for mention in found:
        if mention.kind != "rapport" or mention.rule not in _TITLED or not mention.title:
            continue
        if len(mention.title) >= _SHORTEST:
            named.setdefault(fold(mention.title), mention)
        behind = mention.end + (text[mention.end : mention.end + 1] == " ")
        explained = EXPLAINED.match(text, behind, behind + REACH) if text.startswith("(", behind) else None
        if explained:
            abbreviation = explained["abbreviation"]
            exact[fold(abbreviation)] = abbreviation
            named.setdefault(fold(abbreviation), mention)
    for key, start, end in leftmost(fold_text(text), sorted(named)):
        written = text[start:end]
        if not stands_alone(text, start, end):
            continue
        if key in exact and written != exact[key]:
            continue
        first = named[key]
        if written[:1].isupper() and not first.start <= start < first.end:
            rule = "afkorting in de tekst" if key in exact else "titel opnieuw genoemd"
            yield first._replace(start=start, end=end, rule=rule, movers=())
