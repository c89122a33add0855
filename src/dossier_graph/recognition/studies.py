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
        "Wet",
        "Wetboek",
        "Besluit",
        "Regeling",
        "Rijksbreed",
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
# Whose inquiries are no papers.
_INQUIRE = frozenset({"OM", "VN", "EU", "FIOD", "AIVD", "MIVD", "DNA", "PET", "MIRT"})
_DONE_BY = regex.compile(
    rf"(?<![\w-])(?P<kind>{_KIND})\ (?:die|dat)\ (?:\p{{Ll}}+\ )?door\ {MAKER}\ [^.,;\n]{{0,80}}?"
    r"(?:uitgevoerd|verricht|gedaan|opgesteld|uitgebracht)(?!\p{L})"
)
_STUDY = (
    r"\p{Ll}*(?:rapport(?:age)?|onderzoek|advies|evaluatie|studie|uitvoeringstoets|monitor|verkenning|notitie"
    r"|position\ paper)"
)
# "LOCOV-onderzoek", "het Proximities rapport", "RIVM-rapport": who made it in front.
_OF_MAKER = regex.compile(
    rf"(?<![\w-])(?P<maker>\p{{Lu}}[\p{{L}}&]+)(?P<joint>-|\ )(?P<kind>{_STUDY})(?![\p{{L}}-])"
    r"(?!\ (?:naar|van|door|over|voor)\b)"
)
_ARTICLE_BEFORE = regex.compile(r"\b(?:[Hh]et|[Ee]en|[Dd]at|[Dd]it|[Uu]w)\ $")
# Adjectives that begin with a capital and name no maker: "een Nederlands onderzoek".
_ADJECTIVE = regex.compile(
    r"(?:Nederland|Europe|Duit|Fran|Engel|Brit|Amerika|Belgi|Zwe|De[en]|No|Spa|Italia|Oekra|Russi|Chine|Haag|Caribi)\p{Ll}*se?"
    r"|\p{Lu}\p{Ll}*(?:isch|ische)"
)
# "signaalrapportage uit 2022", "evaluatie van het beleid uit 2021": what the year tells from others.
_OF_YEAR = regex.compile(
    rf"(?<![\w-])(?:\p{{Lu}}[\p{{L}}&]+-)?(?P<kind>{_STUDY})(?:\ (?:van|naar|over|voor)\ [^.,;:\n]{{3,60}}?)?"
    r"\ uit\ (?:19|20)\d\d(?!\d)"
)
# "het rapport Staal": known by whose name it bears.
_CALLED_AFTER = regex.compile(
    r"(?<=\b(?:[Hh]et|[Oo]ver|[Uu]it|[Ii]n)\ (?:het\ )?)(?P<kind>rapport|advies|jaarverslag)(?:\ |-)"
    r"(?!De\b|Het\b|Een\b|In\b|Op\b|Uit\b|Van\b|Dit\b|Deze\b|Ik\b|Zie\b|Ook\b|Voor\b|Over\b|Als\b)"
    r"\p{Lu}[\p{L}-]+(?:\ (?:19|20)\d\d)?(?![\p{L}-]|\ \p{Lu})"
)
# "Integrale Circulaire Economie Rapportage 2023", "UNEP Emissions Gap Report 2024": a series and its year.
_SERIES = regex.compile(
    r"(?<![\w-])(?:\p{Lu}[\p{L}&-]*\ ){1,5}(?P<kind>Rapportage|Report|Monitor|Verkenning|Outlook|Assessment)"
    r"\ (?:19|20)\d\d(?!\d)"
)
# "Voortgangsrapportage programma Vernieuwing Toezicht 2008"
_TITLED_WITH_YEAR = regex.compile(
    r"(?<![\w-])(?P<kind>\p{Lu}\p{Ll}*(?:rapportage|monitor|verkenning|evaluatie|doorlichting|inventarisatie))"
    r"(?:\ [\p{L}&-]+){1,6}?\ (?:19|20)\d\d(?!\d)"
)
_GLUED = frozenset({"het", "een", "dit", "dat"})  # an article whose space was lost: "hetrapport"
_LONGEST_SERIES = 80
_NEAR = 120  # characters behind a word for a study in which what it goes on with begins
_NAME_BEHIND = len("jaarverslag X")
_NUMBERED = regex.compile(
    r"(?<![\w-])(?P<kind>advies|rapport)\ (?:nummer|nr\.)\ \d{1,4}(?:\ van\ \d{1,2}\ \p{Ll}+\ \d{4})?"
)


def _described(text: str, start: int, at: int) -> tuple[str, regex.Match[str]] | None:
    """Return how a study is described whose kind stands at an offset in the word that begins at `start`."""
    # what each needs is looked for letter for letter: most words for a study are just that
    for rule, pattern, may in (
        ("rapport uit een jaar", _OF_YEAR, text.find(" uit ", at, at + _NEAR) >= 0),
        ("rapport met jaar", _TITLED_WITH_YEAR, text[start].isupper()),
        ("rapport op naam", _CALLED_AFTER, start == at and not text[at : at + _NAME_BEHIND].islower()),
    ):
        found = pattern.match(text, start, start + REACH) if may else None
        if found and found.start("kind") <= at < found.end("kind"):
            return rule, found
    low = max(0, start - _LONGEST_SERIES)
    if text[at].isupper():
        for found in _SERIES.finditer(text, low, at + _LONGEST_SERIES):
            if found.start("kind") == at:
                return "reeks met jaar", found
    before = text.rfind(" ", low, start - 1) + 1 if text[start - 1 : start] == " " else start
    for begin in (before, start):
        if not text[begin].isupper():
            continue
        found = _OF_MAKER.match(text, begin, begin + REACH)
        if found and found.start("kind") <= at < found.end("kind") and _makes(text, found):
            return "rapport van een maker ervoor", found
    return None


def _makes(text: str, found: regex.Match[str]) -> bool:
    """Tell whether the word in front of a study is who made it."""
    maker = found["maker"]
    if found["kind"].endswith("verkenning"):  # "MIRT-verkenning" is a stage of a project
        return False
    if found["kind"].endswith("onderzoek") and maker in _INQUIRE:
        return False
    if maker in _NO_MAKER or _ADJECTIVE.fullmatch(maker):
        return False
    acronym = sum(map(str.isupper, maker)) > 1
    return (
        acronym or found["joint"] == "-" or bool(_ARTICLE_BEFORE.search(text, max(0, found.start() - 6), found.start()))
    )


def _follows(text: str, at: int, word: str, blanks: int) -> bool:
    """Tell whether a word stands behind the one at an offset, with no more than so many blanks in between."""
    place = text.find(word, at, at + _NEAR)
    return place >= 0 and text.count(" ", at, place) <= blanks


def _read(text: str, at: int) -> Iterator[Mention]:
    start = word_start(text, at)
    found = _MADE_BY.match(text, start, start + REACH) if _follows(text, at, " van ", 2) else None
    if found is None and _follows(text, at, " door ", 3):
        found = _DONE_BY.match(text, start, start + REACH)
    if found and found.start("kind") <= at < found.end("kind") and found["maker"].split()[0] not in _NO_MAKER:
        maker = (found["maker"],)
        rule, begin = "rapport van een maker", at if text[start:at] in _GLUED else start
        title = text[begin : found.end()]
        yield Mention("rapport", None, begin, found.end(), rule, title=title, movers=maker, confidence=0.8)
        return
    described = _described(text, start, at)
    if described:
        rule, other = described
        yield Mention("rapport", None, *other.span(), rule, title=" ".join(other[0].split()), confidence=0.7,
                      movers=(other["maker"],) if "maker" in other.groupdict() else ())  # fmt: skip
        return
    numbered = (
        _NUMBERED.match(text, start, start + REACH) if start == at and " n" in text[at : at + _NAME_BEHIND] else None
    )
    if numbered:
        yield Mention("rapport", None, start, numbered.end(), "genummerd advies", title=numbered[0])


RECOGNISERS = (
    Recogniser(
        "rapport van een maker",
        ("rapport", "onderzoek", "advies", "evaluatie", "uitvoeringstoets", "aanbeveling", "werkplan", "verkenning",
         "notitie", "monitor", "position paper", "report ", "studie", "jaarverslag", "doorlichting", "inventarisatie",
         "outlook", "assessment"),
        _read,
    ),
)  # fmt: skip
