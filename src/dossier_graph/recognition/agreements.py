"""Agreements and policy papers by name: "het Integraal Zorgakkoord (IZA)", "het Klimaatakkoord van 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser, begins_word, word_start
from dossier_graph.recognition.names import with_article

__all__ = ["RECOGNISERS"]

# Compounds that name one paper: "Klimaatakkoord", "Regeerprogramma", "Hervormingsagenda". A bare "Akkoord" does too,
# behind other words with a capital.
_HEAD = (
    r"(?:\p{Lu}?[\p{L}-]*(?i:akkoord|agenda|regeerprogramma|werkprogramma|energieverkenning|overeenkomst|convenant"
    r"|afsprakenkader|pledge|manifest)|Akkoord|Agenda|Convenant|Pledge|Framework|Principles|Standards|Guidelines)"
)
# The agreement or programme that a cabinet governs by, in small letters too: there is one at a time.
_COALITION = re.compile(
    r"(?:[Cc]oalitie|[Rr]egeer|[Hh]oofdlijnen)-?ak-?koord|[Rr]egeer-?pro-?gramma"  # cut at a line end that was lost
)
# What makes a plan a paper of its own: "Nationaal Programma Circulaire Economie 2023-2030".
_SCOPES = ("Nationaal", "Nationale", "National", "Landelijk", "Landelijke", "Rijksbreed", "Rijksbrede", "Europese")
_PLANS = ("Programma", "Plan", "Actieplan", "Strategie", "Agenda", "Aanpak", "Actieprogramma", "Visie",
          "Klimaatadaptatiestrategie")  # fmt: skip
_NATIONAL = regex.compile(
    rf"(?<![\w-])(?P<name>(?:{'|'.join(_SCOPES)})\ (?:{'|'.join(_PLANS)})"
    r"(?:\ (?:(?:en|van|voor)\ )?\p{Lu}[\p{L}-]*){1,6}(?:\ (?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?)"
)
_WORD = r"\p{Lu}[\p{L}-]*"
_NAMED = regex.compile(
    rf"""
    (?<![\w-])
    (?P<name>
        (?: {_WORD} - \  en \  )?                                     # Klimaat- en Energieverkenning
        (?: {_WORD} \  (?: en \  (?={_WORD}\ ) )? ){{0,4}}
        (?P<head> {_HEAD} ) (?! (?:en|’?s) (?!\p{{L}}) )                  # several name none: "convenanten"
        (?: \  (?: {_WORD} | (?:19|20)\d\d ) ){{0,8}}
    )
    (?: \  (?:van|uit) \  (?:19|20)\d\d (?!\d) )?
    """,
    regex.VERBOSE,
)
_CODE = regex.compile(rf"(?<![\w-])(?P<name>(?:Nota|Code|Actieplan|Actieagenda|Visie|Strategie)(?:\ {_WORD}){{1,4}})")
_CUT = regex.compile(r"(?<=\p{Ll})-(?=\p{Ll})")
_WORD_BEFORE = regex.compile(r"(?:(?:\p{Lu}\p{L}*-){0,3}\p{Lu}\p{L}*-?|en)\ $")
_AND_BEFORE = regex.compile(r"\p{Lu}[\p{L}-]*\ en\ $")
_LONGEST_HEAD = len("energieverkenning")
_MOST_WORDS = 10  # in front of the head of a name
_COMMON = frozenset(
    {"overeenkomst", "agenda", "akkoord", "manifest", "convenant", "framework", "principles", "standards", "guidelines"}
)
_ARTICLES = frozenset({"De", "Geen", "Het", "Een", "In", "Dit", "Deze", "Als", "Ook", "Voor", "Met", "Uit"})


def _read_coalition(text: str, at: int) -> Iterator[Mention]:
    """Read "het coalitieakkoord" and "hetRegeerprogramma" from where the word may begin."""
    found = _COALITION.match(text, at, at + REACH)
    if found and begins_word(text, at) and not text[found.end() : found.end() + 1].isalpha():
        title = found[0].replace("-", "").casefold()
        yield Mention("rapport", None, at, found.end(), "akkoord of programma", title=title[:1].upper() + title[1:])


def _read_national(text: str, at: int) -> Iterator[Mention]:
    found = _NATIONAL.match(text, at, at + REACH)
    if found:
        title = " ".join(found["name"].split())
        yield Mention("rapport", None, at, found.end(), "akkoord of programma", title=title)


def _read_head(text: str, at: int) -> Iterator[Mention]:
    start = word_start(text, at)
    if _COALITION.match(text, start, at + _LONGEST_HEAD):
        return
    # words with a capital in front belong to the name
    for _ in range(_MOST_WORDS):
        before = _WORD_BEFORE.search(text, max(0, start - 30), start)
        if before is None or before[0].strip() in _ARTICLES:
            break
        if before[0] == "en " and not _AND_BEFORE.search(text, max(0, start - 40), start):
            break
        start = before.start()
    found = _NAMED.match(text, start, start + REACH)
    if found and found.start("head") <= at < found.end("head") and found["name"][:1].isupper():
        if found["name"].casefold() in _COMMON:
            return
        title = _rejoined(text, " ".join(found["name"].split()))
        yield Mention("rapport", None, start, found.end(), "akkoord of programma", title=title)


def _rejoined(text: str, name: str) -> str:
    """Return a name without the hyphen of a line end that is no longer there: "Hervor-mingsagenda".

    The name must stand in the paper without it as well.
    """
    joined = _CUT.sub("", name)
    return joined if joined != name and joined in text else name


def _read_code(text: str, at: int) -> Iterator[Mention]:
    found = _CODE.match(text, at, at + REACH)
    if found:
        name = Mention("rapport", None, at, found.end(), "beleidsstuk", title=found["name"])
        yield with_article(text, name)


RECOGNISERS = (
    Recogniser(
        "akkoord",
        ("akkoord", "agenda", "regeerprogramma", "energieverkenning", "overeenkomst", "convenant", "afsprakenkader",
         "pledge", "manifest", "framework", "principles", "standards", "guidelines"),
        _read_head,
    ),
    Recogniser("coalitie", ("coalitie", "regeer", "hoofdlijnen"), _read_coalition),
    Recogniser(
        "nationaal programma", tuple(f"{scope} {plan}".lower() for scope in _SCOPES for plan in _PLANS), _read_national
    ),
    Recogniser("beleidsstuk", ("nota ", "code ", "actieplan ", "actieagenda ", "visie ", "strategie "), _read_code),
)  # fmt: skip
