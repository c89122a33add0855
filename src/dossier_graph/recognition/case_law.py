"""Court decisions without an ECLI: by court, date and case number, or by the review that printed them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.dates import DAY
from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser

__all__ = ["RECOGNISERS"]

# Courts as papers write them, and the short name by which a decision of theirs is cited.
_COURTS = {
    "hoge raad": "HR",
    "hr": "HR",
    "afdeling bestuursrechtspraak van de raad van state": "RvS",
    "afdeling bestuursrechtspraak": "RvS",
    "abrvs": "RvS",
    "raad van state": "RvS",
    "centrale raad van beroep": "CRvB",
    "crvb": "CRvB",
    "college van beroep voor het bedrijfsleven": "CBb",
    "cbb": "CBb",
    "rechtbank": "Rb",
    "gerechtshof": "Hof",
    "hof van justitie": "HvJ",
    "hvj eu": "HvJ",
    "hvj eg": "HvJ",
    "ehrm": "EHRM",
}
_REVIEWS = ("nj", "ab", "rvdw", "jb", "jv", "rsv", "bnb", "ljn", "usz", "jin")
_COURT = (
    r"(?P<court>Hoge\sRaad|(?:Afdeling\sbestuursrechtspraak\s(?:van\sde\s)?)?Raad\svan\sState|Afdeling\sbestuursrechtspraak"
    r"|ABRvS|Centrale\sRaad\svan\sBeroep|CRvB|College\svan\sBeroep\svoor\shet\sbedrijfsleven|CBb|HvJ\sE[UG]|EHRM"
    r"|(?:[Rr]echtbank|[Gg]erechtshof)\s(?P<place>(?:(?:Den|’s-|Noord-|Midden-|Zeeland-|Oost-)\s?)?\p{Lu}[\p{L}-]+)"
    r"|Hof\svan\sJustitie(?:\svan\sde\s(?:EU|Europese\sUnie))?|HR(?=\s\d))"
)
_DATE = rf"(?:,?\s(?:van\s|d\.d\.\s)?(?P<date>{DAY}\s\d{{4}}))"
_REVIEW = r"(?P<review>NJ|AB|RvdW|JB|JV|RSV|BNB|USZ|JIN)\s?(?P<year>(?:19|20)\d\d)[,/]\s?(?P<number>\d{1,4})(?!\d)"
_LJN = r"LJN:?\s?(?P<ljn>[A-Z]{2}\d{4})(?!\d)"
_CASE = (
    r"(?:[Zz]aaknummers?|[Zz]aaknrs?\.|[Zz]aak|nrs?\.):?\s?"
    r"(?P<case>[A-Z]{0,4}[-\s]?\d[\w/._-]{3,24}\w|[CT]-\d{1,4}/\d\d)"
)
_DECISION = regex.compile(rf"(?<!\w){_COURT}{_DATE}(?:[,;]?\s(?:{_REVIEW}|{_LJN}|{_CASE}))?")
_REVIEW_ALONE = regex.compile(rf"(?<![\w-]){_REVIEW}")
_LJN_ALONE = regex.compile(rf"(?<!\w){_LJN}")
_CASE_ALONE = regex.compile(rf"(?<!\w)(?=[Zz]aak){_CASE}")

# Cases of the courts of the Union need no court beside them: "zaak C-373/19", "gevoegde zaken C-1/20 en T-2/20".
_UNION_CASE = regex.compile(r"(?<!\w)[Zz]a(?:ak|ken)\s(?=[CT][-‑–]\d)")
_UNION_NUMBER = regex.compile(r"(?P<court>[CT])[-‑–](?P<case>\d{1,4}/\d\d)(?![\d/])(?:\sP(?!\w))?")
# "Rechtbank Den Haag, 3 mei 2023, «Uitspraak over …» (ECLI:NL:RBDHA:2023:1)"
_ECLI_BEHIND = regex.compile(
    rf"[,;]?\s(?:(?!{_COURT})[^.\n])*?\((?P<ecli>ECLI:[A-Z]{{2}}:[A-Z]{{1,7}}:\d{{4}}:[\w.]{{0,25}}\w)(?=[),;\s])"
)
_ECLI_REACH = 200
_AND = regex.compile(r"(?:,\s(?:en\s)?|\sen\s)")
_UNION_COURTS = {"C": "HvJ", "T": "Gerecht"}


def _id(found: regex.Match[str]) -> str | None:
    """Return the slug of a decision, from the best name that stands there."""
    said = found.groupdict()
    if said.get("review"):
        return f"rechtspraak:{said['review']}-{said['year']}-{said['number']}"
    if said.get("ljn"):
        return f"rechtspraak:LJN-{said['ljn']}"
    if not said.get("case"):
        return None  # a court decides more than one case on a day
    court = _court(said.get("court"), said.get("place"))
    return f"rechtspraak:{court}-{said['case'].replace(' ', '')}" if court else None


def _court(written: str | None, place: str | None) -> str | None:
    """Return the short name of a court, with the place of one of many."""
    if written is None:
        return "zaak"
    words = " ".join(written.casefold().split())
    if place:
        return f"{_COURTS[words.split()[0]]}-{'-'.join(place.split())}"
    return next((short for name, short in _COURTS.items() if words.startswith(name)), None)


def _ecli_behind(text: str, at: int) -> str | None:
    """Return the ECLI that a decision has further on in its sentence, when no other decision stands before it."""
    found = _ECLI_BEHIND.match(text, at, at + _ECLI_REACH)
    return found["ecli"] if found else None


def _read_court(text: str, at: int) -> Iterator[Mention]:
    found = _DECISION.match(text, at, at + REACH)
    if found:
        id_ = _id(found) or _ecli_behind(text, found.end())
        title = None if id_ else " ".join(f"{found['court']} {found['date']}".split())
        yield Mention("ecli", id_, at, found.end(), "uitspraak van een gerecht", title=title)


def _read_review(text: str, at: int) -> Iterator[Mention]:
    for pattern in (_REVIEW_ALONE, _LJN_ALONE):
        found = pattern.match(text, at, at + REACH)
        if found:
            yield Mention("ecli", _id(found), at, found.end(), "vindplaats van een uitspraak")


def _read_case(text: str, at: int) -> Iterator[Mention]:
    found = _CASE_ALONE.match(text, at, at + REACH)
    if found and any(c.isdigit() for c in found["case"]):
        yield Mention("ecli", _id(found), at, found.end(), "zaaknummer")


def _read_union_case(text: str, at: int) -> Iterator[Mention]:
    head = _UNION_CASE.match(text, at, at + REACH)
    number = _UNION_NUMBER.match(text, head.end(), head.end() + _NUMBER_REACH) if head else None
    start = at
    while number:
        id_ = f"rechtspraak:{_UNION_COURTS[number['court']]}-{number['court']}-{number['case']}"
        yield Mention("ecli", id_, start, number.end(), "zaak van het Hof van Justitie")
        joint = _AND.match(text, number.end(), number.end() + _NUMBER_REACH)
        start = joint.end() if joint else number.end()
        number = _UNION_NUMBER.match(text, start, start + _NUMBER_REACH) if joint else None


_NUMBER_REACH = 20
RECOGNISERS = (
    Recogniser("uitspraak", (*(name for name in _COURTS if name != "hr"), "hr "), _read_court),
    Recogniser("vindplaats", (*(f"{review}{next_}" for review in _REVIEWS for next_ in " 12"), "ljn:"), _read_review),
    Recogniser("zaak van de Unie", ("zaak c", "zaak t", "zaken c", "zaken t"), _read_union_case),
    Recogniser("zaaknummer", ("zaaknummer", "zaaknr"), _read_case),
)
