"""Who signs a paper, in which office and on whose behalf; who answers, asks and moves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import regex

from dossier_graph.model import Responsibility
from dossier_graph.recognition.anchors import REACH, fold_text, places
from dossier_graph.recognition.people import NAME, NAMES, OFFICE, PARTICLE, split_names

__all__ = ["SIGNATORY_WORDS", "find_signatories"]

# What stands in front of who signs, asks or answers, and shows that a paper answers Kamervragen; in small letters.
SIGNATORY_WORDS = ("namens ", "vragen van ", "antwoord van ", "kamervragen")
# A whole name: initials or first names, then a surname of one to three words.
_SIGNED = rf"{NAME}(?:[^\S\n]\p{{Lu}}[\p{{L}}’'-]+){{0,2}}"
_EMPTY_LINES = r"(?:[^\S\n]*\n){0,8}"  # room for a signature
_OFFICE_LINES = regex.compile(
    rf"(?m)^[^\S\n]*(?:(?P<by>[Nn]amens)\s)?(?:(?:[Dd]e|DE)\s)?(?P<office>{OFFICE}),?[^\S\n]*\n"
    rf"{_EMPTY_LINES}[^\S\n]*(?:w\.g\.\s)?(?P<name>{_SIGNED})[^\S\n]*$"
)
# The beginning of a line that begins with an office or with an initial, looked for at the line end in front of it. Most
# lines begin with a letter that none of these begin with, in either case, which one look tells.
_BEGINS = (
    r"[^\S\n]*+(?:(?=[NnDdVvMmSs])(?i:(?:namens[^\S\n])?(?:de[^\S\n])?(?:vice)?(?P<office>minister|staatssecretaris))"
    r"|[A-ZÀ-Ž]\.)"
)
_FIRST_LINE = re.compile(_BEGINS)
_FURTHER_LINE = re.compile(rf"\n{_BEGINS}")
_NAME_FIRST = regex.compile(
    rf"(?m)^[^\S\n]*(?P<name>(?:\p{{Lu}}\.\s?){{1,6}}[^\n,.:;\d]{{2,40}})[^\S\n]*\n"
    rf"{_EMPTY_LINES}[^\S\n]*(?P<office>{OFFICE})[^\S\n]*$"
)
_OPENING = 2500  # characters in which a paper says that it answers Kamervragen
_QUESTIONS = "Kamervragen"
_LONGEST_BEGINNING = 100
_ON_BEHALF = regex.compile(rf"\b[Nn]amens\s(?:(?:de|het)\s)?(?:ambtgeno(?:ot|te)\s(?:van\s)?)?(?P<office>{OFFICE})")
_MEDE = regex.compile(r"\b[Mm]ede\s$")
_MORE_OFFICES = regex.compile(rf"(?:,\s|\sen\s)(?:(?:de|het)\s)(?P<office>{OFFICE})")
_ANSWERS = rf"van\s(?P<office>[Mm]inister|[Ss]taatssecretaris)\s(?P<name>{NAME})\s\((?P<field>[^()]{{2,120}})\)"
_ANSWER = regex.compile(rf"(?<!\w)Antwoord\s{_ANSWERS}")
_ANSWER_ALSO = regex.compile(_ANSWERS)
_ANSWER_JOINT = regex.compile(r",?\s(?:en\s)?(?:ook\s)?")
_ASKED = regex.compile(rf"(?<!\w)[Vv]ragen\svan\s(?:het\slid|de\sleden)\s(?P<names>{NAMES})")
_CLOSING = "over tot de orde van de"  # as a motie ends; the last in a paper is looked for, from behind
_MOVERS = re.compile(
    r"(?m)^[^\S\n]*(?:en\sgaat\sover\stot\sde\sorde\svan\sde\sdag\.?)[^\S\n]*\n(?P<rest>(?:[^\n]*\n?){1,40})"
)
_NAME_LINE = regex.compile(rf"\s*(?P<name>(?:{PARTICLE}\s+)?{NAME})\s*")
_LONGEST_MOVER = 5  # words
_PARTICLE_LINE = regex.compile(rf"[^\S\n]*{PARTICLE}[^\S\n]*\n\s{{0,4}}\p{{Lu}}[^\n]*\n?")  # the name goes on below
_LONGEST_PARTICLE = 3  # letters, in the last of its one or two words: "van der"


def find_signatories(
    text: str, flow: str, kind: str, words: Iterable[tuple[int, int]] | None = None
) -> Iterator[tuple[Responsibility, bool]]:
    """Yield who signs, answers, asks or moves a paper of this kind, and on whose behalf it is sent.

    `text` is the file, in whose lines signature blocks stand, `flow` its running text; the second value tells
    whether the offsets are those of the running text. `words` are the places of SIGNATORY_WORDS in the running text,
    where these have been looked for already.
    """
    if words is None:
        words = ((at, at + len(word)) for word in SIGNATORY_WORDS for at in places(fold_text(flow), word))
    begun = sorted(at for at, _ in words)
    for responsibility in _signature_block(text):
        yield responsibility, False
    for responsibility in _on_behalf(flow, begun):
        yield responsibility, True
    if kind == "Kamervraag" or any(flow.startswith(_QUESTIONS, at, _OPENING) for at in begun):
        for responsibility in _questions(flow, begun):
            yield responsibility, True
    if kind == "Motie":
        for responsibility in _mover_lines(text):
            yield responsibility, False


def _signature_block(text: str) -> Iterator[Responsibility]:
    seen: set[str] = set()
    offices, initials = _begun_lines(text)
    for lines, pattern in ((offices, _OFFICE_LINES), (initials, _NAME_FIRST)):
        for line in lines:
            found = pattern.match(text, line, line + REACH)
            if found is None:
                continue
            name = " ".join(found["name"].split())
            if not _is_name(name) or name in seen:
                continue
            seen.add(name)
            office = " ".join(found["office"].split())
            start, end = min(found.start("office"), found.start("name")), max(found.end("office"), found.end("name"))
            while end > start and text[end - 1].isspace():
                end -= 1
            yield Responsibility("ondertekendDoor", name, start, end, "handtekening", office=office)


def _begun_lines(text: str) -> tuple[list[int], list[int]]:
    """Return where the lines begin that begin with an office, and those that begin with an initial."""
    offices: list[int] = []
    initials: list[int] = []
    first = _FIRST_LINE.match(text)
    found = [(0, first)] if first else []
    found += [(further.start() + 1, further) for further in _FURTHER_LINE.finditer(text)]
    for line, begun in found:
        if begun["office"] is None:
            initials.append(line)
        elif begun.start("office") - line < _LONGEST_BEGINNING:
            offices.append(line)
    return offices, initials


def _is_name(words: str) -> bool:
    """Tell whether a line below an office can be a name: not a heading or the beginning of a sentence."""
    parts = words.split()
    return (
        1 < len(parts) <= 7
        and not any(c.isdigit() for c in words)
        and parts[0]
        not in {"De", "Het", "Een", "In", "Den", "Aan", "Op", "Met", "Bij", "Ministerie", "Tweede", "Eerste"}
    )


def _on_behalf(flow: str, begun: Iterable[int]) -> Iterator[Responsibility]:
    end = 0
    for at in begun:
        # an office is read once: "de Minister van Namens Minister van A, …" would begin a list at each of its members
        found = _ON_BEHALF.match(flow, at, at + REACH) if at >= end and flow[at] in "nN" else None
        if found is None:
            continue
        mede = _MEDE.search(flow, max(0, at - 5), at)
        start, office = (mede or found).start(), found["office"]
        yield Responsibility("medeNamens", " ".join(office.split()), start, found.end(), "mede namens")
        end = found.end()
        while more := _MORE_OFFICES.match(flow, end, end + REACH):
            yield Responsibility(
                "medeNamens", " ".join(more["office"].split()), more.start("office"), more.end(), "mede namens"
            )
            end = more.end()


def _questions(flow: str, begun: Sequence[int]) -> Iterator[Responsibility]:
    asked = next(filter(None, (_ASKED.match(flow, at, at + REACH) for at in begun if flow[at] in "vV")), None)
    if asked:
        for name, party in _with_parties(split_names(asked["names"])):
            yield Responsibility("gesteldDoor", name, *asked.span(), "vraagsteller", party=party)
    answer = next(filter(None, (_ANSWER.match(flow, at, at + REACH) for at in begun if flow[at] == "A")), None)
    while answer:
        office = f"{answer['office'].capitalize()} van {' '.join(answer['field'].split())}"
        yield Responsibility("ondertekendDoor", answer["name"], *answer.span(), "antwoord van", office=office)
        joint = _ANSWER_JOINT.match(flow, answer.end(), answer.end() + REACH)
        answer = _ANSWER_ALSO.match(flow, joint.end(), joint.end() + REACH) if joint else None


def _with_parties(names: Sequence[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Return names with their parties: "Lahlah en Chakor (Volt), Boswijk (CDA)" names one for the first two."""
    told: list[tuple[str, str | None]] = []
    party = None
    for name, own in reversed(names):
        party = own or party
        told.append((name, party))
    return told[::-1]


def _mover_lines(text: str) -> Iterator[Responsibility]:
    closing, place = None, text.rfind(_CLOSING)
    while closing is None and place >= 0:
        begin = text.rfind("\n", max(0, place - _LONGEST_BEGINNING), place) + 1
        closing = _MOVERS.match(text, begin)
        place = text.rfind(_CLOSING, 0, place)
    if closing is None:
        return
    below, last = closing.span("rest")
    while below < last:
        at = below
        below = text.find("\n", at) + 1 or len(text)
        words = text[at:below].split()
        if not words:
            continue
        if len(words) <= 2 and len(words[-1]) <= _LONGEST_PARTICLE and (longer := _PARTICLE_LINE.match(text, at)):
            below = longer.end()
            words = text[at:below].split()
        if len(words) == 1 and words[0].isalpha() and words[0][0].isupper() and len(words[0]) > 1:
            name = words[0]  # "Podt", as most are, needs no pattern
            start = text.index(name, at)
            end = start + len(name)
        else:
            may = len(words) <= _LONGEST_MOVER and not words[-1][-1].isdigit()  # as the imprint does
            found = _NAME_LINE.fullmatch(text[at:below].rstrip("\n")) if may else None
            if found is None:
                return
            name = " ".join(found["name"].split())
            start, end = at + found.start("name"), at + found.end("name")
        yield Responsibility("ingediendDoor", name, start, end, "naam onder de motie")
