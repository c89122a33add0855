"""Letters by kind, subject and date: "mijn brief van 3 november jl.", "Verzamelbrief opvang Oekraïne van juni 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from dossier_graph.dates import DATE, MONTH, YEAR
from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser, sentence_reach, word_start
from dossier_graph.recognition.ordinals import ORDINAL, ordinal_start
from dossier_graph.recognition.people import OFFICE

__all__ = ["RECOGNISERS"]

_DATED = regex.compile(
    rf"""
    (?P<head> (?:(?i:{ORDINAL})\s)? (?: \p{{L}}{{0,20}}[Bb]rief | [Bb]eleidsreactie | [Kk]abinetsreactie ) )
    (?: \s van \s (?:mijn|onze|uw|de) \s (?:\p{{Ll}}*voorganger|\p{{Ll}}*ambtgeno\p{{Ll}}+)
      | \s vanuit \s (?:de|het) (?:\s\p{{Lu}}\p{{L}}+){{1,4}} )?
    (?P<subject> (?: \s (?!van\s|d\.d\.) [\p{{L}}\d’'«»&/-]+ (?!\.) ){{0,9}}? )
    (?: \s van \s (?:de\s|het\s|mijn\s)? (?:(?:toenmalige|vorige)\s)? (?:{OFFICE}|\p{{Ll}}*ambtsvoorganger) )?
    \s (?: van | d\.d\. | uit ) \s (?: begin\s | eind\s | medio\s )?
    (?: {DATE} | {MONTH}{YEAR}? | \d{{1,2}}-\d{{1,2}}-\d{{4}} ) (?!\w)
    """,
    regex.VERBOSE,
)
# Looked for first: that there is no date takes the pattern above long to tell.
_WHEN = re.compile(rf"\s(?:van|d\.d\.|uit)\s(?:(?:begin|eind|medio)\s)?(?:[a-z]+dag\s)?(?:\d|{MONTH})")
_NAMED = regex.compile(r"(?P<head>\p{L}\p{Ll}{4,20}brief)(?P<subject>(?:(?:\ \p{Ll}+)?\ \p{Lu}[\p{L}-]+)+)(?!\p{L})")
# A letter by its subject, as long as that is, in front of its number: "Kamerbrief Toekomst van de zorg (Kamerstuk …".
_TITLED = regex.compile(
    r"(?P<head>\p{Lu}\p{Ll}{4,20}brief)(?P<subject>\ \p{Lu}[\p{L}-]+(?:\ [\p{L}\d’'&/-]+){1,15})(?=\ \(Kamerst)"
)
_OWN = regex.compile(r"(?:\b[Dd]eze|\b[Ee]en|\b[Mm]ijn periodieke)\s$")


def _start(text: str, at: int) -> int:
    """Return where the word that ends in "brief" begins, or the ordinal in front of it."""
    return ordinal_start(text, word_start(text, at))


def _names_a_letter(found: regex.Match[str]) -> bool:
    """Tell whether a letter without a date has a name: "Verzamelbrief opvang Oekraïne", "voortgangsbrief Jeugd".

    In small letters only a letter on the progress of something, in few words: "kamerbrief Jeugd" can be any.
    """
    head = found["head"]
    if head[0].isupper():
        return True
    return "gang" in head and len(found["subject"].split()) < 4


def _read(text: str, at: int) -> Iterator[Mention]:
    start = _start(text, at)
    dated = _DATED.match(text, start, start + REACH) if _WHEN.search(text, at, sentence_reach(text, at)) else None
    if dated and dated.start("head") <= at < dated.end("head"):
        title = " ".join((dated["head"] + dated["subject"]).split())
        yield Mention("brief", None, start, dated.end(), "brief met datum", title=title)
        return
    if not text.startswith("brief ", at):
        return
    named = _TITLED.match(text, start, start + REACH) or _NAMED.match(text, start, start + REACH)
    if named and named.end("head") == at + 5 and _names_a_letter(named):
        own = bool(_OWN.search(text[max(0, start - 20) : start]))
        yield Mention("brief", None, start, named.end(), "brief met onderwerp", title=named[0], anaphor=own)


def _read_fiche(text: str, at: int) -> Iterator[Mention]:
    """Read a BNC-fiche, the letter by which the cabinet judges a proposal of the Commission."""
    if not (text[at - 1 : at].isalnum() or text[at + 9 : at + 10].isalpha()):
        yield Mention("brief", None, at, at + 9, "fiche", title="BNC-fiche")


RECOGNISERS = (
    Recogniser("brief", ("brief", "beleidsreactie", "kabinetsreactie"), _read),
    Recogniser("fiche", ("bnc-fiche",), _read_fiche),
)
