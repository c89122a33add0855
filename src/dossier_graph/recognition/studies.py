"""Reports and advice by what they are and who made them: "het advies van de Gezondheidsraad", "onderzoek van AEF"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser, word_start
from dossier_graph.recognition.people import MAKER

__all__ = ["RECOGNISERS"]

_KIND = (
    r"(?:\p{L}+-)?(?:(?:eind|onderzoeks|deel|evaluatie|jaar|tussen|voortgangs|\p{L}{3,14})?rapport|onderzoek"
    r"|\p{L}*advies|\p{L}*evaluatie|uitvoeringstoets|aanbeveling|werkplan|verkenning|notitie|monitor|position\ paper)"
)
_MADE_BY = regex.compile(
    rf"(?<![\w-])(?P<kind>{_KIND})(?P<field>(?:\ (?!van\b|door\b|naar\b|en\b|of\b)\p{{Ll}}+){{0,1}})\ van\ {MAKER}"
)
# Who is no maker of reports: the chamber that is written to, countries, the state itself.
_NO_MAKER = frozenset(
    {
        "Kamer",
        "Tweede",
        "Eerste",
        "Nederland",
        "Rijk",
        "Oekraïne",
        "Europa",
        "Minister",
        "Staatssecretaris",
        "Ministerie",
    }
)
_DONE_BY = regex.compile(
    rf"(?<![\w-])(?P<kind>{_KIND})\ (?:die|dat)\ (?:\p{{Ll}}+\ )?door\ {MAKER}\ [^.,;\n]{{0,80}}?"
    r"(?:uitgevoerd|verricht|gedaan|opgesteld|uitgebracht)(?!\p{L})"
)
_NUMBERED = regex.compile(
    r"(?<![\w-])(?P<kind>advies|rapport)\ (?:nummer|nr\.)\ \d{1,4}(?:\ van\ \d{1,2}\ \p{Ll}+\ \d{4})?"
)


def _read(text: str, at: int) -> Iterator[Mention]:
    start = word_start(text, at)
    found = _MADE_BY.match(text, start, start + REACH) or _DONE_BY.match(text, start, start + REACH)
    if found and found.start("kind") <= at < found.end("kind") and found["maker"].split()[0] not in _NO_MAKER:
        maker = (found["maker"],)
        rule = "rapport van een maker"
        yield Mention("rapport", None, start, found.end(), rule, title=found[0], movers=maker, confidence=0.8)
        return
    numbered = _NUMBERED.match(text, start, start + REACH)
    if numbered:
        yield Mention("rapport", None, start, numbered.end(), "genummerd advies", title=numbered[0])


RECOGNISERS = (
    Recogniser(
        "rapport van een maker",
        ("rapport", "onderzoek", "advies", "evaluatie", "uitvoeringstoets", "aanbeveling", "werkplan", "verkenning",
         "notitie", "monitor", "position paper"),
        _read,
    ),
)  # fmt: skip
