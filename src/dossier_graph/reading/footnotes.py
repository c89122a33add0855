"""Footnotes in plain text: which number in the body belongs to which note.

Text taken from a PDF has the markers glued to words ("noodopvang.1", "29 november 202418.") and the notes at the foot
of each page, in the middle of sentences; sometimes the numbers of the notes stand apart from their texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from dossier_graph.dates import MONTH
from dossier_graph.model import Footnote

__all__ = ["find_footnotes"]

_COUNTABLE = r"jaar|jaren|maand|week|weken|dag|uur|uren|minu|procent|mil[jl]|euro|kilo|[kcm]?m\b|k?g\b|keer|mens|pers"

# A line that may begin a note. A note says something: it begins with a capital, a quotation mark, a number or an
# address. "1 januari 2024." and "200 extra plekken" at the start of a line go on with a sentence.
_NOTE_LINE = regex.compile(
    rf"""
    ^[^\S\n]*
    (?: \[\^(?P<pandoc>\w{{1,4}})\]:                            # [^1]: as Markdown writes it
      | (?P<bracket>\d{{1,3}})\) (?=[^\S\n]+\S)                 # 1) …
      | (?P<plain>[1-9]\d{{0,2}})
        (?: [^\S\n]+ (?! {MONTH} \b | [€%] ) (?= [\p{{Lu}}\d«“‘"'(\[] | https?: | www\. | zie\b | idem\b )
          | (?= \p{{Lu}}\p{{L}} | https?: )           # glued to the note
          | [^\S\n]* $ )                                        # or alone on its line
    )
    """,
    regex.VERBOSE | regex.MULTILINE,
)
# A number that may be a marker. The strong ones are glued to a word or to its full stop, or to a year.
_MARKER = regex.compile(
    rf"""
      \[\^(?P<pandoc>\w{{1,4}})\](?!:)
    | (?<= [\p{{L}}»”"’'\)\]?!.] | \s ) (?P<bracket>\d{{1,3}})\) (?=[\s.,;:?!]|$)
    | (?<= \b(?: {MONTH} | in | sinds | uit | van | begin | eind | medio | vanaf | tot ) \s (?:19|20)\d\d )
      (?P<year>\d{{1,2}}) (?= [\s.,;:)] | $ )                    # to a year: "29 november 202418."
    | (?<= \p{{Ll}}
         | \p{{L}}[)\]»”’'"]
         | [\p{{L}})\]»”’'"\d][.,;:?!»”’'")\]]
         | [.?!][»”’'")\]] )
      (?P<glued>\d{{1,3}}) (?= [\s.,;:)\]»”’?!–] | $ )           # to a small letter, or to what closes a word
    | (?<= \p{{Lu}}\p{{Lu}}\p{{Lu}} | /E[UG] ) (?P<capitals>\d{{1,3}}) (?= [\s.,;:)] | $ )
    | (?<= [\p{{L}}»”’)?!.]\n ) (?P<below>\d{{1,3}}) (?= \n | \.?\ \p{{L}} | \.\n | » )    # on a line of its own
    | (?<= [\p{{L}}\d»”’)]\  ) (?P<spaced>\d{{1,3}}) (?= [\s.,;:”»] | $ )
      (?! [.,:]\d | \s? (?: [°%€] | {MONTH} | {_COUNTABLE} ) )       # but for amounts, days and times
    """,
    regex.VERBOSE,
)
# What a number after these words counts: "vraag 5", "artikel 3", "nr.16", "blz.3" are no markers.
_COUNTED = regex.compile(
    r"""
    (?:^|\W)
    (?: nrs?\.? | nummer | no\.? | p\.? | pp\.? | blz\.? | pagina | kst
      | art\.? | artikel(?:en)? | lid | leden | onderdeel | boek | deel | hoofdstuk | paragraaf | punt
      | fiche | vra(?:ag|gen) | antwoord(?:en)? | bijlagen? | tabel | figuur | item | versie | jaargang
      | fase | stap | week | groep | categorie | spoor | pijler | EU | COM
      | van | tot | met | en | op | de | het | per | of | in | voor | na | circa | ca\.?
    ) \s? $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# Citations with more digits at their end than they can have: "nr. 31711" is number 3171 with note 1. Whether "nr. 1131"
# is 1131 or 113 nobody can tell.
_CITED = regex.compile(
    r"""
      \b (?: n(?:rs?|o|ummers?) \.? \s? | item \s? ) (?: \d+ (?: \s?[-–]\s? | ,\s | \sen\s ) ){0,3}
      (?: \d{4} | \p{Lu}{1,3} ) (?P<marker>\d{1,2})
    | (?<!\d) \d\d\s?\d{3}
      (?: (?: -(?:\d\d|[IVX]+) )? -\d{4}
        | (?: \s | ,\s | \s[Hh]oofdstuk\s ) \p{Lu}{1,5} (?: ,\s\p{Lu}{1,3} )?
      )? (?P<marker>\d{1,2})
    | \d{4}[ZD]\d{5} (?P<marker>\d{1,2})
    """,
    regex.VERBOSE,
)
_DIGIT_AND_POINT = regex.compile(r"\d[.,:]$")
_YEAR_ENDS = regex.compile(r"\d{4}[.,]$")
_ADDRESS = regex.compile(r"https?:|www\.")
_BEHIND_MARKER = frozenset(["", *" \n\t\f\u00a0.,;:)]»”’"])
_DOUBTS = {"spaced": 1, "below": 2}
_SOMETHING = regex.compile(r"\S")
_EMPTY_LINE = regex.compile(r"\n[^\S\n]*\n")
_MOST_NOTES = 99  # that stand on one page
_FOOT = 6000  # characters of a page in which its notes stand
_NARROWEST = 40  # characters; shorter lines are none of running text
_FULL_LINE = 0.85  # of the width of full lines
_FURTHER_SKIPPED = 2  # excerpts leave notes out: the numbering may jump by this much


@dataclass(frozen=True, slots=True)
class _Label:
    """The number of a note, or of a marker, with its place.

    `style` keeps [^1], 1) and 1 apart, `doubt` a marker that is glued to words (0) from one that stands alone (1) and
    from one that must be on the page of its note: the last digits of a number, or what stands on a line (2). A note's
    own number can be `alone` on its line, or `glued` to its first word.
    """

    style: str
    number: int
    start: int
    end: int
    doubt: int = 0
    alone: bool = False
    glued: bool = False


class _Running:
    """The ranges of a text that belong to its pages and not to what is written on them, in order."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._ranges = ranges

    def holds(self, offset: int) -> bool:
        """Tell whether a character is part of one."""
        place = bisect_left(self._ranges, (offset + 1,)) - 1
        return place >= 0 and offset < self._ranges[place][1]

    def beyond(self, text: str, start: int, end: int) -> int:
        """Return where a note begins whose number is text[start:end]: below the foot of a page that comes between."""
        at = end
        place = bisect_left(self._ranges, (end,))
        while place < len(self._ranges) and not text[at : self._ranges[place][0]].strip():
            at = self._ranges[place][1]
            place += 1
        if at == end:
            return start
        found = _SOMETHING.search(text, at)
        return found.start() if found else at

    def first(self, start: int, end: int) -> int:
        """Return where the first that begins in a range begins, the end of the range where none does."""
        place = bisect_left(self._ranges, (start,))
        return min(end, self._ranges[place][0]) if place < len(self._ranges) else end


def _notes(text: str) -> Iterator[_Label]:
    for found in _NOTE_LINE.finditer(text):
        style = str(found.lastgroup)
        label = found[style]
        if not label.isdecimal():
            continue
        start = found.start(style) - (2 if style == "pandoc" else 0)
        alone = style == "plain" and not text[found.end() : found.end() + 1].strip()
        glued = style == "plain" and text[found.end(style) : found.end(style) + 1].isalpha()
        yield _Label(style, int(label), start, found.end(), alone=alone, glued=glued)


def _markers(text: str, running: _Running) -> Iterator[_Label]:
    for found in _MARKER.finditer(text):
        if running.holds(found.start()):
            continue
        style = str(found.lastgroup)
        if not found[style].isdecimal() or found[style].startswith("0"):
            continue
        start, end = (found.start(style), found.end(style)) if style not in {"pandoc", "bracket"} else found.span()
        before = text[max(0, start - 14) : start]
        if style in {"glued", "spaced"} and _COUNTED.search(before):
            continue
        if style == "glued" and _DIGIT_AND_POINT.search(before) and not _YEAR_ENDS.search(before):
            continue  # a decimal, a thousand, a ratio or the end of an ECLI
        if style == "glued" and before[-1] in ")]" and before[-2:-1].isdigit() and text[end : end + 1].isdigit():
            continue
        if style == "bracket" and before.strip() == before:
            # "(wetsvoorstel (36 394)1)": the bracket can be that of the sentence
            yield _Label("plain", int(found[style]), *found.span(style))
        family = style if style in {"pandoc", "bracket"} else "plain"
        yield _Label(family, int(found[style]), start, end, doubt=_DOUBTS.get(style, 0))
    for found in _CITED.finditer(text):
        start, end = found.span("marker")
        if not running.holds(start) and text[start] != "0" and text[end : end + 1] in _BEHIND_MARKER:
            yield _Label("plain", int(found["marker"]), start, end, doubt=2)


def _page_end(text: str, pages: Sequence[int], offset: int) -> int:
    place = bisect_left(pages, offset + 1)
    return pages[place] if place < len(pages) else len(text)


def _close(text: str, start: int, end: int, running: _Running) -> int:
    """Return where a note that may reach to `end` ends: before the foot of the page and white space."""
    return start + len(text[start : running.first(start, end)].rstrip())


def _paged(pages: Sequence[int]) -> bool:
    return len(pages) > 1


@dataclass(frozen=True, slots=True)
class _Note:
    label: _Label
    start: int
    end: int


def _blocks(text: str, labels: list[_Label], pages: Sequence[int], running: _Running) -> Iterator[_Note]:
    """Yield the notes that these labels may begin, each with the range it may take.

    Labels that stand apart from their texts (several numbers alone on their lines, then several lines of text) are
    dealt out in order when there are as many texts as numbers.
    """
    apart = _detached(text, labels, pages, running)
    for place, label in enumerate(labels):
        if label in apart:
            yield apart[label]
            continue
        if label.alone and not _SOMETHING.search(text, label.end, _page_end(text, pages, label.start)):
            continue
        end = labels[place + 1].start if place + 1 < len(labels) else len(text)
        yield _Note(label, label.start, min(end, _page_end(text, pages, label.start)))


def _detached(text: str, labels: list[_Label], pages: Sequence[int], running: _Running) -> dict[_Label, _Note]:
    """Deal out the texts of note blocks in which numbers stand apart: {label: note}."""
    dealt: dict[_Label, _Note] = {}
    if not _paged(pages):
        return dealt
    starts = [label.start for label in labels]
    for begin, end in zip(pages, [*pages[1:], len(text)], strict=True):
        here = labels[bisect_left(starts, begin) : bisect_left(starts, end)]
        numbers = _lone_numbers(text, here, end, running)
        lines = _last_lines(text, begin, end, len(numbers), running)
        if not numbers or len(lines) < len(numbers):
            continue
        in_order = all(
            number.end <= low and not _SOMETHING.search(text, number.end, low)
            for number, (low, _) in zip(numbers, lines, strict=True)
        )
        if not in_order:
            ordered = sorted(numbers, key=lambda label: label.number)
            dealt.update((label, _Note(label, *line)) for label, line in zip(ordered, lines, strict=True))
    return dealt


def _lone_numbers(text: str, labels: list[_Label], end: int, running: _Running) -> list[_Label]:
    """Return the numbers alone on their lines at the foot of a page that can be those of its notes, n and on.

    `labels` are those of the page, which ends at `end`.
    """
    lone = [label for label in labels if label.alone][-_MOST_NOTES:]
    for place in range(len(lone)):
        values = sorted(label.number for label in lone[place:])
        if values != list(range(values[0], values[0] + len(values))):
            continue
        # no running text below the first of them
        if len(_last_lines(text, lone[place].start, end, len(values) + 1, running)) <= len(values):
            return lone[place:]
    return []


def _last_lines(text: str, begin: int, end: int, count: int, running: _Running) -> list[tuple[int, int]]:
    """Return the last `count` lines of text on a page, in order; a line that goes on below is one with what follows."""
    lines: list[tuple[int, int]] = []
    open_below = apart = False
    widths = sorted(len(line) for line in text[max(begin, end - _FOOT) : end].split("\n") if len(line) > 3) or [0]
    width = widths[len(widths) * 9 // 10]
    high = begin + len(text[begin:end].rstrip())  # empty lines at the foot are none to go through for every number
    while high > begin and len(lines) <= count:
        low = text.rfind("\n", begin, high - 1) + 1 or begin
        line = text[low:high].strip()
        if line.isdecimal():
            open_below = False
        elif line and not running.holds(low + text[low:high].index(line)):
            start = low + text[low:high].index(line)
            full = not apart and len(line) > max(_NARROWEST, _FULL_LINE * width)
            if open_below and (full or line[-1] in "-,;" or _goes_on(text, lines[-1][0], line)):
                lines[-1] = (start, lines[-1][1])
            else:
                lines.append((start, start + len(line)))
            open_below, apart = True, False
        elif not line:
            apart = True
        high = low
    return lines[:count][::-1]


def _goes_on(text: str, offset: int, before: str) -> bool:
    """Tell whether the line at `offset` goes on with the line before it."""
    return text[offset].islower() and (before.endswith("/") or not _ADDRESS.match(text, offset))


def find_footnotes(
    text: str, pages: Sequence[int] = (0,), running: Sequence[tuple[int, int]] = ()
) -> tuple[Footnote, ...]:
    r"""Return the footnotes of a text in the order of their markers.

    A number is taken for a marker, and a line for a note, only where both are there and both keep the order of the
    numbering; so "CO2", "2.500" and numbered lists give nothing. `running` are the ranges of page headers, footers and
    page numbers, in order.

    >>> find_footnotes("De opvang is vol.1 Meer volgt.\n\n1 Kamerstuk 19 637, nr. 3171.")
    (Footnote(marker='1', start=17, end=18, note_start=32, note_end=61),)
    """
    found: list[Footnote] = []
    beside = _Running(running)
    notes = [note for note in _notes(text) if not beside.holds(note.start)]
    if not notes:
        return ()
    all_markers = list(_markers(text, beside))
    for style in ("pandoc", "bracket", "plain"):
        labels = [label for label in notes if label.style == style]
        if labels:
            markers = [marker for marker in all_markers if marker.style == style]
            found.extend(_chain(text, labels, markers, pages, beside))
    return tuple(sorted(found, key=lambda note: note.start))


def _chain(
    text: str, labels: list[_Label], markers: list[_Label], pages: Sequence[int], running: _Running
) -> Iterator[Footnote]:
    """Walk the notes in the order of their numbers and give each the marker that keeps the order."""
    blocks = sorted(_blocks(text, labels, pages, running), key=lambda note: (note.start, note.label.number))
    by_number: dict[tuple[int, int], list[_Label]] = {}
    for marker in sorted(markers, key=lambda one: one.start):
        by_number.setdefault((marker.number, marker.doubt), []).append(marker)
    taken: list[tuple[_Note, _Label]] = []
    wanted, last = 1, -1
    for note in blocks:
        number = note.label.number
        restart = number == 1 and wanted > 2 and _paged(pages)
        if not (restart or wanted <= number <= wanted + (_FURTHER_SKIPPED if taken else 0)):
            continue
        if taken and note.start < taken[-1][0].start:
            continue
        low = taken[-1][0].start if restart and taken else last
        chosen = _choose([by_number.get((number, doubt), ()) for doubt in range(3)], low, note, pages)
        if chosen is None:
            continue
        taken.append((note, chosen))
        wanted, last = number + 1, chosen.end
    starts = [note.start for note, _ in taken]
    for place, (note, chosen) in enumerate(taken):
        limit = _limit(text, note, pages, starts[place + 1] if place + 1 < len(starts) else len(text))
        dealt = note.start != note.label.start
        start = note.start if dealt else running.beyond(text, note.start, note.label.end)
        end = _close(text, start, min(note.end, limit) if dealt else limit, running)
        if end > start:
            name = text[chosen.start : chosen.end]
            name = name.strip("[^]") if note.label.style == "pandoc" else name
            yield Footnote(name, chosen.start, chosen.end, start, end)


def _limit(text: str, note: _Note, pages: Sequence[int], following: int) -> int:
    """Return where a note must have ended: at the next, the foot of its page, or without pages the next empty line."""
    if _paged(pages):
        return min(following, _page_end(text, pages, note.start))
    body = _SOMETHING.search(text, note.label.end, following)
    empty = _EMPTY_LINE.search(text, body.start() if body else note.start, following)
    return empty.start() if empty else following


def _choose(candidates: Sequence[Sequence[_Label]], low: int, note: _Note, pages: Sequence[int]) -> _Label | None:
    """Return the marker of a note: certain before doubtful, on the same page before elsewhere, then the first.

    `candidates` are the markers with its number by their doubt, each list in order; `low` is where they may begin.
    """
    page = pages[bisect_left(pages, note.start + 1) - 1] if _paged(pages) else 0
    for doubt, markers in enumerate(candidates):
        if doubt == 1 and note.label.glued:
            continue  # where numbers are glued to notes they are glued to words
        for begin in (max(low, page), low):
            if doubt == 2 and begin < page:
                continue
            place = bisect_left(markers, begin, key=lambda marker: marker.start)
            if place < len(markers) and markers[place].end <= note.start:
                return markers[place]
    return None
