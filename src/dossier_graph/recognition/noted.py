"""Papers named by what they are, which only the note at their marker or the number behind them identifies.

"In de beleidsreactie⁶", "volgens de memorie van toelichting¹": without the note these words point at nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser, word_start
from dossier_graph.recognition.ordinals import ORDINAL, ordinal_start

__all__ = ["NOTED", "RECOGNISERS"]

NOTED = "stuk bij zijn nummer"
# A determiner that points at another paper; "deze brief" and "mijn brief" of today are the paper itself.
_OTHER = regex.compile(
    rf"(?i:(?:\b(?:{ORDINAL}|een|de|per|bij|zijn|haar|uitgebreide|recente|laatste|vorige|eerdere)\s))$"
)
_LETTER = regex.compile(
    r"(?P<head>\p{L}{0,40}(?:brief|[Bb]eleidsreactie|[Kk]abinetsreactie|[Vv]oortgangsrapportage|[Bb]rief))(?!\p{L})"
    r"(?P<of>\ van\ (?:mijn|onze|de)\ (?:\p{Ll}*ambts\p{Ll}+|minister|staatssecretaris))?"
    r"(?:\ \p{Lu}[\p{L}-]+(?!\p{L})){0,3}"
)
_BILL = regex.compile(
    r"(?:[Mm]emorie\svan\s(?:toelichting|antwoord)(?:\sbij\s[^.,;\n]{4,160}(?=,\sKamerst))?|[Nn]ota\snaar\saanleiding\svan\shet\s(?:nader\s)?verslag|[Nn]ader\srapport"
    r"|[Nn]ota\svan\swijziging)(?!\p{L})"
)
_MOTION = regex.compile(
    r"(?<=\b(?:[Dd]e|[Dd]eze|[Ee]en|[Hh]et|aangenomen|gewijzigde)\s)(?P<kind>[Mm]otie|[Aa]mendement)(?![\p{L}-])"
)
_MOTIONS = ("otie", "mendement")  # without the first letter, which may be a capital
_ANSWER = regex.compile(
    r"(?:[Aa]ntwoord(?:en)?|[Bb]eantwoording)\s(?:op|van)\s(?:vra(?:ag|gen)\s[\d,\sen]{1,12}\s(?:van|uit)\s)?(?:de\s)?(?:schriftelijke\s|eerdere\s)?(?:Kamerv|v)ragen"
    r"(?:\s(?:in|van|uit)\s(?:\d{1,2}\s)?\p{Ll}+\s(?:19|20)\d\d)?"
)


def _read_letter(text: str, at: int) -> Iterator[Mention]:
    start = word_start(text, at)
    found = _LETTER.match(text, start, start + REACH)
    if found is None or found.end("head") <= at or not _OTHER.search(text[max(0, start - 14) : start]):
        return
    begin = ordinal_start(text, start)
    yield Mention("brief", None, begin, found.end(), NOTED, title=" ".join(text[begin : found.end()].split()))


def _read_bill(text: str, at: int) -> Iterator[Mention]:
    found = _BILL.match(text, at, at + REACH)
    if found:
        yield Mention("kamerstuk", None, at, found.end(), NOTED, title=found[0])


def _read_motion(text: str, at: int) -> Iterator[Mention]:
    """Read "de motie³": of which its note must tell the number."""
    found = _MOTION.match(text, at, at + REACH) if text.startswith(_MOTIONS, at + 1) else None
    if found:
        yield Mention(found["kind"].casefold(), None, at, found.end(), NOTED)


def _read_answer(text: str, at: int) -> Iterator[Mention]:
    found = _ANSWER.match(text, at, at + REACH)
    if found:
        yield Mention("aanhangsel", None, at, found.end(), NOTED, title=found[0])


RECOGNISERS = (
    Recogniser(
        "brief bij nummer", ("brief", "beleidsreactie", "kabinetsreactie", "voortgangsrapportage"), _read_letter
    ),
    Recogniser("stuk bij nummer", ("memorie van", "nota naar", "nader rapport", "nota van wijziging"), _read_bill),
    Recogniser("motie bij nummer", ("motie", "amendement"), _read_motion),
    Recogniser(
        "antwoord bij nummer",
        tuple(f"{word} {to}" for word in ("antwoord", "antwoorden", "beantwoording") for to in ("op", "van")),
        _read_answer,
    ),
)
