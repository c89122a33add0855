"""Kamerstukken by dossier and number, and dossiers, in every form papers use.

The norm is Aanwijzing voor de regelgeving 3.43; identifiers are those of officielebekendmakingen.nl: the dossier, its
addition (a budget chapter or fund letter), the number: kst-36600-XX-22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import Recogniser

__all__ = ["BARE", "HEADED", "YEARS", "dossier_name"]

YEARS = r"(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d{2,3})(?!\d)"  # three digits are a slip: 2022–203

# A pattern that needs no classes of letters is one of `re`, which matches in a third of the time that `regex` takes.

# A digit in front of a head is the number of a note, glued to it.
_HEAD = regex.compile(r"(?<![\p{L}_])[Kk](?:amer-?stuk(?:-?ken)?(?:nr|nummers?)?|AMERSTUK(?:KEN)?)(?!\p{L})[.:]?")
_DOSSIER_HEAD = regex.compile(
    r"(?<![\p{L}_-])(?:[Dd]ossier(?:nummer|s)?|[Ww]etsvoorstel(?:len)?|[Kk]amerdossier)(?!\p{L})[\s(:]*"
)
_ENCLOSURE_OF = re.compile(r"(?<!\w)[Bb]ijlage(?:\s(?P<number>\d{1,2}))?\s?(?:bij|van)\s(?:de\s|het\s)?$")
_FRAME = re.compile(
    rf"""
    [\s,:(]*
    (?: (?P<chamber> II|I|ll|TK|EK|Tweede\ Kamer|Eerste\ Kamer ) (?=[\s,;:\d]) [\s,;:]* )?
    (?: [Vv]ergaderjaar\s? )?
    (?: (?P<years> {YEARS} ) [\s,;:]* )?
    (?: n(?:r|o|ummer)\.? \s? (?=\d\d[\s.]?\d{{3}}) )?                       # a slip: Kamerstuk nr. 36 045, nr. 113
    """,
    re.VERBOSE,
)
_DOSSIER = re.compile(
    r"""
    (?P<dossier> [1-3]\d [\s.]? \d{3} ) (?!\d)                              # 2026 has come to 36 900
    (?: -(?P<sub>\d\d) (?![\d]) )?
    (?: [\s-]? \( \s? R\s?\d{3,4} \s? \) | [\s-]R\s?\d{3,4} )?                # the number of a Rijkswet
    """,
    re.VERBOSE,
)
_CHAPTER = re.compile(
    r"""
    (?: [\s-]? | ,\s? | ,?\s?[Hh]oofdstuk\s )
    (?P<chapter> [IVX]{1,6}[A-E]? | [A-Z] ) (?!\w)
    """,
    re.VERBOSE,
)
_NUMBER_WORD = regex.compile(r"[\s,;]*(?P<word>n(?:rs?|o|umm?ers?|[ºo°])(?!\p{L})\.?[\s:]{0,2})", regex.IGNORECASE)
_NUMBERED = re.compile(r"[\s,;]*n(?:rs?|o|umm?ers?)\.?\s?(?:\d|[A-Z]\b)|-\d|,\s?(?-i:[A-Z]{1,3})(?!\w)", re.IGNORECASE)
_NUMBER = regex.compile(
    r"""
    (?P<number> \d{1,4} (?:[a-z](?!\p{L}))? | [A-Z]{1,3} )
    (?! (?!(?:en|of)\s)\p{L} | \d | [.,\s]\d{3}(?!\d) | /\d )               # "520en 548" has lost a space
    """,
    regex.VERBOSE,
)
_HYPHEN_NUMBER = regex.compile(r"-(?P<number>\d{1,4}|[A-Z]{1,2})(?![\p{L}\d-]|[.,]\d)")
_BARE_NUMBER = regex.compile(r",\s?(?P<number>\d{1,4})(?![\p{L}\d%]|[.,\s]\d{3}|[.,]\d|\s?[-–/]\d|\s(?:p|blz)\b)")
_LETTER = regex.compile(r",\s?(?P<number>[A-Z]{1,3})(?![\w-])")
_RANGE = re.compile(r"\s?(?:[-–—]|t/m|tot\sen\smet)\s?(?P<last>\d{1,4})(?!\d)")
_NEXT_DOSSIER = re.compile(r"(?:\s?[,/;]\s?(?:en\s?)?|\s?(?:en|of|resp\.)\s?)(?=\d\d[\s.]?\d{3}(?!\d))")
_NEXT_NUMBER = re.compile(
    r"(?P<join>\s?,\s?(?:en\s)?|\s?(?:en|of|alsmede)\s?)(?:(?P<word>nrs?\.?|nummers?)\s?)?(?=[\dA-Z])"
)
_PAGES = re.compile(
    r",?\s?(?:\(|)(?P<pages>(?:pp?|blz|pag)\.?\s?\d+(?:\s?[-–]\s?\d+)?(?:(?:,\s?|\sen\s)\d+(?:\s?[-–]\s?\d+)?)*)(?![\d.]*\d)"
)
_DOCUMENT_NUMBER = re.compile(r"[\s,]*(?P<number>\d{4}[DZ]\d{5})(?!\d)")
_BARE_BEFORE = regex.compile(
    rf"""
    (?<![\w.,/-])
    (?: (?: TK | EK | [Tt]weede\ Kamer | [Ee]erste\ Kamer ) [\s,]* (?: vergaderjaar\s? )? (?: {YEARS} )? [\s,;]* )?
    (?P<first> \d\d[\s.]?\d{{3}} ) (?!\d)
    """,
    regex.VERBOSE,
)
# "35925-VI-56", "21501-02-466", "34417-(R2068)-7", "30569-8", as lists of decisions have them
_DIGIT_NEAR = regex.compile(r"[\d\p{Lu})]")
# "Samenvoeging van de gemeenten … - 31816", as lists of decisions end a title; the next line is its own sentence.
_AT_END_OF_TITLE = regex.compile(
    r"(?<=\p{L}[).]?\s[-–]\s)(?!\d\d000)(?P<dossier>[23]\d{4}|1[5-9]\d{3})(?=\s*(?:\n|$)|\s\p{Lu}\p{Ll})"
)
_HYPHENED = re.compile(
    r"""
    (?<! [\w.,/-] )
    (?: \d{5} (?: -[IVX]{1,5} | -[A-Z] | -\(R\d{4}\) ) | 21\s?501-\d\d | (?P<bare> [1-3]\d{4} ) )
    -\d{1,4} (?! [\w-] | [.,]\d )
    """,
    re.VERBOSE,
)
# What a dossier and a number with no more than a hyphen between them stand behind; "build 22631-3007" is none.
_LISTED = regex.compile(r"(?:^|\n|[(\[:;,–-]\s?|\b(?:stuk(?:ken)?|motie|brief|nota|zie)\s)$", regex.IGNORECASE)
_NUMBER_FIRST = regex.compile(
    r"(?<!\w)[Nn]rs?\.?\s?(?P<number>\d{1,4})(?:\s(?P<join>en|t/m)\s(?P<more>\d{1,4}))?\s?\(\s?(?:(?P<dossier>[1-3]\d\s?\d{3}-\d\d)|(?P<dossier>[1-3]\d\s?\d{3})(?:[\s-]?(?P<chapter>[IVX]{1,6}))?)\s?\)"
)
# A budget without a head: the chapter says that the number is none of an amount. A single letter says so only
# behind a round number, such as most budgets have.
_BUDGET = regex.compile(
    r"""
    (?<! [\w.,/€-] | €\s )
    (?: 1[6-9] | [23]\d ) \s?
    (?: \d{3} (?: \s?[Hh]oofdstuk\s [IVX]{1,5} | \s[IVX]{2,5} ) | [1-9] 00 \s [A-MVX] )
    (?! [\w-] | \s?%)
    """,
    regex.VERBOSE,
)
_SENATE = regex.compile(rf"[Ee]erste\s?Kamer,\s?(?:(?:vergaderjaar\s?)?{YEARS},\s?)?(?=\d\d\s?\d{{3}})")
_OLDEST_LISTED = "20000"  # a dossier that a hyphen and a mark in front of it are enough for; of 1987
_WIDEST_RANGE = 200
_MOST_DOSSIERS = 20  # that one number belongs to
_NUMBERS_REACH = len("nrs. 1234 t/m 1234 (")
_REACH = 100  # characters that any part of a citation can take; without it a search runs to the end of the text


class _Dossier(NamedTuple):
    """A dossier as cited, with the place where it ends."""

    name: str
    chapter: str | None
    end: int

    @property
    def full(self) -> str:
        return f"{self.name}-{self.chapter}" if self.chapter else self.name


def dossier_name(written: str, chapter: str | None = None) -> str:
    """Return the number of a dossier without its spaces, with the chapter of the budget where there is one.

    >>> dossier_name("19 637"), dossier_name("36 600", "XX")
    ('19637', '36600-XX')
    """
    name = "".join(c for c in written if c.isdigit() or c == "-")
    return f"{name}-{chapter}" if chapter else name


def _read_dossier(text: str, at: int) -> _Dossier | None:
    found = _DOSSIER.match(text, at, at + _REACH)
    if found is None:
        return None
    name, end = dossier_name(found["dossier"]), found.end()
    if found["sub"]:
        if name == "21501" or _NUMBERED.match(text, end, end + _REACH):
            name = f"{name}-{found['sub']}"
        else:
            end = found.start("sub") - 1  # "31865-20" is number 20 of dossier 31865
    chapter = _CHAPTER.match(text, end, end + _REACH)
    # behind a comma or a hyphen a letter is the addition only where a number follows: "23 400, XI, nr. 25",
    # "35925-VI-56"; else it is the number itself: "33 802, C", "33802-C"
    if chapter and (
        text[end] not in ",-"
        or "oofdstuk" in chapter[0]
        or _NUMBERED.match(text, chapter.end(), chapter.end() + _REACH)
    ):
        return _Dossier(name, chapter["chapter"], chapter.end())
    return _Dossier(name, None, end)


def _numbers(text: str, at: int, *, chamber: str | None, headed: bool) -> Iterator[tuple[int, int, str, str | None]]:
    """Yield the numbers that follow a dossier: (start, end, number, last number of a range)."""
    word = _NUMBER_WORD.match(text, at, at + _REACH)
    if word is None:
        single = _HYPHEN_NUMBER.match(text, at, at + _REACH)
        if single is None and chamber in {"I", "EK", "Eerste Kamer"}:
            single = _LETTER.match(text, at, at + _REACH)
        if single is None and headed:
            single = _BARE_NUMBER.match(text, at, at + _REACH)
        if single:
            yield single.start("number"), single.end("number"), single["number"], None
        return
    number = _NUMBER.match(text, word.end(), word.end() + _REACH)
    if number is None:
        return
    plural = word["word"].strip(". :").casefold() in {"nrs", "nummers"}
    start = word.start("word")
    while number:
        end, last = number.end("number"), None
        span = _RANGE.match(text, end, end + _REACH) if number["number"].isdigit() else None
        if span and int(number["number"]) < int(span["last"]) <= int(number["number"]) + _WIDEST_RANGE:
            end, last = span.end("last"), span["last"]
        yield start, end, number["number"], last
        joint = _NEXT_NUMBER.match(text, end, end + _REACH)
        if joint is None or _DOSSIER.match(text, joint.end(), joint.end() + _REACH):
            return
        number = _NUMBER.match(text, joint.end(), joint.end() + _REACH)
        if number is None or not number["number"][0].isdigit():
            return
        closes = text[number.end() : number.end() + 1] in {"", ".", ",", ";", ")", "]", "\n"}
        if not (joint["word"] or plural or ("en" in joint["join"] and closes and len(number["number"]) > 1)):
            return
        plural = plural or bool(joint["word"])
        start = joint.start("word") if joint["word"] else number.start("number")


def _read(text: str, start: int, at: int, chamber: str | None, *, headed: bool) -> Iterator[Mention]:
    """Yield the Kamerstukken, or the dossiers, that a citation beginning at `start` names from `at` on."""
    dossiers: list[_Dossier] = []
    numbers: list[tuple[int, int, str, str | None]] = []
    while len(dossiers) < _MOST_DOSSIERS:
        dossier = _read_dossier(text, at)
        if dossier is None:
            break
        dossiers.append(dossier)
        numbers = list(_numbers(text, dossier.end, chamber=chamber, headed=headed))
        joint = _NEXT_DOSSIER.match(text, dossier.end, dossier.end + _REACH)
        if numbers or joint is None:
            break
        at = joint.end()
    if not dossiers:
        return
    if not numbers:
        if headed:
            for place, dossier in enumerate(dossiers):
                low = start if place == 0 else dossier.end - len(dossier.full)
                low = low if place == 0 else _start_of(text, dossier)
                yield Mention(
                    "dossier", f"dossier-{dossier.full}", low, dossier.end, "dossier", dossiers=(dossier.full,)
                )
        return
    first = dossiers[0]
    names = tuple(dict.fromkeys(dossier.full for dossier in dossiers))
    pages = _PAGES.match(text, numbers[-1][1], numbers[-1][1] + _REACH)
    for place, (low, end, number, last) in enumerate(numbers):
        also = tuple(f"kst-{first.full}-{n}" for n in range(int(number) + 1, int(last) + 1)) if last else ()
        yield Mention(
            "kamerstuk",
            f"kst-{first.full}-{number}",
            start if place == 0 else low,
            end,
            "kamerstuk",
            pinpoint=pages["pages"] if pages and place == len(numbers) - 1 else None,
            also=also,
            dossiers=names,
        )


def _start_of(text: str, dossier: _Dossier) -> int:
    """Return where a dossier begins that ends at `dossier.end`."""
    at = dossier.end
    digits = sum(c.isdigit() for c in dossier.name)
    while digits:
        at -= 1
        digits -= text[at].isdigit()
    return at


def _read_headed(text: str, at: int) -> Iterator[Mention]:
    head = _HEAD.match(text, at, at + _REACH)
    if head is None:
        return
    document = _DOCUMENT_NUMBER.match(text, head.end(), head.end() + _REACH)
    if document:
        yield Mention("kamerstuk", f"nds-tk-{document['number']}", at, document.end("number"), "documentnummer")
        return
    frame = _FRAME.match(text, head.end(), head.end() + _REACH)
    if frame is None:
        return
    found = list(_read(text, at, frame.end(), frame["chamber"], headed=True))
    enclosure = _ENCLOSURE_OF.search(text, max(0, at - 24), at)
    if enclosure and found:
        yield _enclosure(text, enclosure, found[0])
    yield from found


def _enclosure(text: str, found: re.Match[str], of: Mention) -> Mention:
    """Return the enclosure that "bijlage 2 bij Kamerstuk …" names; it has no number but that of what it goes with."""
    number = int(found["number"]) if found["number"] else None
    id_ = f"{of.id}#bijlage" + (f"-{number}" if number else "")
    title = text[found.start() : of.end]
    return Mention("bijlage", id_, found.start(), of.end, "bijlage bij een Kamerstuk", title=title, number=number)


def _read_dossier_word(text: str, at: int) -> Iterator[Mention]:
    head = _DOSSIER_HEAD.match(text, at, at + _REACH)
    if head:
        # a bill is no word for its number: in "wetsvoorstel (36 394)" the number is the citation
        start = at if "ossier" in head[0] and "(" not in head[0] else head.end()
        yield from _read(text, start, head.end(), None, headed=True)


def _numbers_first(found: regex.Match[str], name: str) -> Iterator[Mention]:
    """Yield the Kamerstukken of "nr. 3 (36045)", "nrs. 3 en 4 (36045)" and "nrs. 3 t/m 5 (36045)"."""
    rule, first, last = "nummer voor dossier", int(found["number"]), int(found["more"] or 0)
    if last and found["join"] == "en":
        yield Mention("kamerstuk", f"kst-{name}-{first}", found.start(), found.end("number"), rule, dossiers=(name,))
        yield Mention("kamerstuk", f"kst-{name}-{last}", found.start("more"), found.end(), rule, dossiers=(name,))
        return
    also = tuple(f"kst-{name}-{number}" for number in range(first + 1, min(last, first + _WIDEST_RANGE) + 1))
    yield Mention("kamerstuk", f"kst-{name}-{first}", *found.span(), rule, also=also, dossiers=(name,))


def _read_bare(text: str, at: int) -> Iterator[Mention]:
    """Read "29 689, nr. 1283" from its "nr.", the dossier in front; in "nr. 1136 (32847)" it stands behind."""
    if text[at - 1 : at].isalpha():
        return
    behind = _NUMBER_FIRST.match(text, at, at + _REACH) if text.find("(", at, at + _NUMBERS_REACH) >= 0 else None
    if behind:
        yield from _numbers_first(behind, dossier_name(behind["dossier"], behind["chapter"]))
        return
    if not _DIGIT_NEAR.search(text, max(0, at - 4), at):
        return
    low = max(0, at - 90)
    for found in _BARE_BEFORE.finditer(text, low, at):
        mentions = list(_read(text, found.start(), found.start("first"), None, headed=False))
        if mentions and mentions[-1].end > at >= mentions[0].start:
            yield from mentions
            return


def _read_hyphened(text: str, at: int) -> Iterator[Mention]:
    """Read "35925-VI-56", "21501-02-466" and "30569-8" from their first hyphen."""
    hyphen = at + (text[at] != "-") * (3 if text[at : at + 3] == "501" else 1)
    if not text[hyphen - 1 : hyphen].isdigit() or not text[hyphen - 5 : hyphen].replace(" ", "").isdigit():
        return
    for found in _HYPHENED.finditer(text, max(0, at - 6), at + 14):
        if found.start() < at < found.end():
            listed = _LISTED.search(text, max(0, found.start() - 12), found.start()) if found["bare"] else None
            if found["bare"] and (
                listed is None or (found["bare"] < _OLDEST_LISTED and not listed[0].strip().isalpha())
            ):
                return
            yield from _read(text, found.start(), found.start(), None, headed=False)
            return


def _read_title_end(text: str, at: int) -> Iterator[Mention]:
    found = _AT_END_OF_TITLE.match(text, at + 2, at + _REACH)
    if found:
        name = found["dossier"]
        yield Mention(
            "dossier", f"dossier-{name}", *found.span(), "dossier achter een titel", confidence=0.7, dossiers=(name,)
        )


def _read_budget(text: str, at: int) -> Iterator[Mention]:
    """Read "36 600 M" and "19 700 hoofdstuk XV" from what follows the number."""
    letter = text[at + 2 : at + 4].lstrip()[:1]
    if text[at].isdigit() and not (text[at - 1 : at].isdigit() and (letter.isupper() or letter == "h")):
        return  # "2023 in", "Vraag 1 Is"
    for found in _BUDGET.finditer(text, max(0, at - 6), at + 20):
        if found.start() < at:
            for mention in _read(text, found.start(), found.start(), None, headed=True):
                if mention.kind == "dossier":
                    yield mention._replace(rule="begroting", confidence=0.9)
        return


def _read_senate(text: str, at: int) -> Iterator[Mention]:
    """Read "Eerste Kamer, vergaderjaar 2023–2024, 36 373, H": the chamber tells that the letter is a number."""
    found = _SENATE.match(text, at, at + _REACH)
    if found:
        for mention in _read(text, at, found.end(), "Eerste Kamer", headed=True):
            if mention.kind == "kamerstuk":
                yield mention


HEADED = (
    Recogniser("kamerstuk", ("kamerstuk", "kamer-stuk"), _read_headed),
    Recogniser("stuk van de Eerste Kamer", ("eerste kamer,", "eerstekamer,"), _read_senate),
    Recogniser("dossier", ("dossier", "wetsvoorstel"), _read_dossier_word),
)
BARE = (
    Recogniser("kaal kamerstuk", ("nr", "nummer"), _read_bare, behind="kamerstuk"),
    Recogniser(
        "kamerstuk met streepjes",
        (
            "-i",
            "-v",
            "-x",
            "501-",
            "-(r",
            *(f"{one}-{other}" for one in range(10) for other in range(10)),
            *(f"{digit}-{letter}" for digit in range(10) for letter in "abcdefghjklm"),
        ),
        _read_hyphened,
    ),
    Recogniser(
        "dossier achter een titel", tuple(f"{dash} {digit}" for dash in "-–" for digit in "123"), _read_title_end
    ),
    Recogniser(
        "begroting",
        (
            "hoofdstuk",
            *(f"{digit} {letter}" for digit in range(10) for letter in "ivx"),
            *(f"00 {letter}" for letter in "abcdefghjklm"),
        ),
        _read_budget,
    ),
)
