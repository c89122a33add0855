"""Enclosures as a letter lists them: "de volgende bijlagen: 1. De beslisnota; 2. Het rapport van …"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser

__all__ = ["RECOGNISERS"]

_LIST = regex.compile(r"[Bb]ijlage(?:n|s)?\b[^.:\n]{0,60}(?:\.\sHet\sbetreft)?\s?:\s(?=1\.\s)")
_GAP = r"[;,.]? \s (?:en\s)? (?=\d{1,2}\.[ ])"  # between one item and the next
_ITEM = regex.compile(
    rf"""
    (?P<number>\d{{1,2}}) \. \s (?: (?i:de|het|een|deze|dit) \s )?
    (?P<what> [^;\n]{{3,200}}? )
    (?= {_GAP} | [.;]\s | [.;]?$ | [.;]?\n )
    """,
    regex.VERBOSE,
)
_NEXT_ITEM = regex.compile(_GAP, regex.VERBOSE)
_NUMBERED = regex.compile(
    r"""
    (?<!\w) [Bb]ijlage \s (?P<number>\d{1,2}) \s? [–:-] \s (?: (?:De|Het|Een) \s (?=\p{L}) | (?=\p{Lu}) )
    (?P<what> [^.;:\n]{5,120}? ) (?= [.;] | \s(?:bevat|is|geeft|treft|betreft)\b )
    """,
    regex.VERBOSE,
)


# A sentence that says that something goes along: "de opzet treft u bijgevoegd aan", "het rapport wordt als bijlage
# meegestuurd"; without a noun in front ("dat ik als bijlage bij deze brief aanbied") the statement itself.
_WITH_NOUN = regex.compile(
    r"""
    (?<! \p{L} ) (?: de | het | een | haar | zijn | mijn | aangepaste | nieuwe ) \s
    (?P<what> (?: (?! de\s | het\s | een\s | haar\s | zijn\s | mijn\s | aangepaste\s | nieuwe\s ) [\p{L}’-]+ \s ){1,2}
        (?: (?:voor|van|over) \s (?:de\s|het\s)? [\p{L}’-]+ \s )?
        (?: treft\su | ontvangt\su | wordt | worden | is | zijn ) \s (?: hierbij\s | ook\s | tevens\s )?
        (?: bijgevoegd | als\sbijlage ) (?: \s bij\sdeze\sbrief )?
        (?: \s (?: aan | meegestuurd | toegevoegd | gevoegd ) )? )
    (?! \p{L} )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_WITHOUT_NOUN = regex.compile(
    r"als\sbijlage(?:\sbij\sdeze\sbrief)?\s(?:aanbied|aanbieden|meestuur|meezend|toezend|bijvoeg)(?!\p{L})"
)
# "zoals aangegeven in de bijlage van deze brief", "het advies is meegezonden in bijlage 7"
_OF_THIS_LETTER = regex.compile(r"[Bb]ijlagen?\s(?:van|bij)\sdeze\sbrief(?!\w)")
_SENT_ALONG = regex.compile(
    r"""
    (?<! \p{L} ) (?P<what>
        (?: (?: (?-i:(?!De\b|Het\b|Een\b|Dit\b|Deze\b)\p{Lu}[\p{L}&]*) [\ -] )?
            \p{L}* (?:rapport(?:age)?|onderzoek|nota|toets|advies|document|evaluatie|brief) \s
            (?: is | zijn | wordt | worden )? \s? (?:ook\s|tevens\s|hierbij\s)? )?
        (?: (?: meegestuurd | meegezonden | toegevoegd | gevoegd | bijgevoegd ) \s (?:als|in) \s (?:de\s)? bijlage
            (?: \s\d{1,2} (?!\d) | \s bij \s (?:de|deze) \s brief )?
          | als \s bijlage (?: \s bij \s (?:de|deze) \s brief )?
            \s (?: meegestuurd | meegezonden | toegevoegd | gevoegd ) ) )
    (?! \p{L} )
    """,
    regex.VERBOSE,
)
_STATEMENT_REACH = 90
_NUMBER_BEFORE = regex.compile(r"[Bb]ijlage\s\d{1,2}\s?[–:-]\s(?:(?:De|Het|Een)\s)?$")


def _enclosure(start: int, end: int, what: str, number: int, rule: str) -> Mention:
    title = " ".join(what.split())
    return Mention("bijlage", None, start, end, rule, relation="heeftBijlage", title=title, number=number)


def _read(text: str, at: int) -> Iterator[Mention]:
    listed = _LIST.match(text, at, at + REACH)
    if listed:
        place, wanted = listed.end(), 1
        while (item := _ITEM.match(text, place, place + REACH)) and int(item["number"]) == wanted:
            what = item["what"].rstrip(" .,;")
            start = item.start("what")
            yield _enclosure(start, start + len(what), what, wanted, "lijst van bijlagen")
            wanted += 1
            gap = _NEXT_ITEM.match(text, item.end(), item.end() + REACH)
            if gap is None:
                return
            place = gap.end()
        return
    numbered = _NUMBERED.match(text, at, at + REACH)
    if numbered:
        what, start = numbered["what"].rstrip(), numbered.start("what")
        yield _enclosure(start, start + len(what), what, int(numbered["number"]), "genummerde bijlage")


def _read_statement(text: str, at: int) -> Iterator[Mention]:
    rule = "mededeling van een bijlage"
    without = _WITHOUT_NOUN.match(text, max(0, at - 4), at + REACH)
    if without:
        yield Mention("bijlage", None, without.start(), without.end(), rule, relation="heeftBijlage")
        return
    for found in _WITH_NOUN.finditer(text, max(0, at - _STATEMENT_REACH), min(len(text), at + _STATEMENT_REACH)):
        if found.start() < at < found.end():
            start, end = found.span("what")
            if not _NUMBER_BEFORE.search(text, max(0, start - 20), start):
                yield Mention("bijlage", None, start, end, rule, relation="heeftBijlage")
            return
    for found in _SENT_ALONG.finditer(text, max(0, at - _STATEMENT_REACH), min(len(text), at + _STATEMENT_REACH)):
        if found.start() <= at < found.end():
            yield Mention("bijlage", None, *found.span("what"), rule, relation="heeftBijlage")
            return
    of_this = _OF_THIS_LETTER.match(text, at, at + REACH)
    if of_this:
        yield Mention("bijlage", None, *of_this.span(), rule, relation="heeftBijlage")


RECOGNISERS = (
    Recogniser("bijlage", ("bijlage",), _read),
    Recogniser("mededeling van een bijlage", ("bijgevoegd", "bijlage"), _read_statement),
)
