"""The running text of a paper: what a reader reads on from line to line, each character tied to its place in the file.

Papers cut words at line ends, put notes and page headers in the middle of sentences and glue note markers to words.
Recognisers read the running text, in which none of that is left, and answer with offsets of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import regex

from dossier_graph.model import Document, Footnote, Role
from dossier_graph.plain import Plain, odd_characters, plain
from dossier_graph.recognition.anchors import places

__all__ = ["Flow", "read_flow"]

# A line that does not end its sentence, followed by empty lines, goes on below them when it is at least this full.
_FULL_LINE = 0.8
_LONGEST_LINE = 2000  # characters of a line that are looked at; so long a line is full
_NARROWEST = 30  # characters; shorter lines are titles, items and ends of paragraphs

# What is no plain text, space or line end; what a hyphen at a line end means is told from the letters around it.
_SOFT, _GAP, _HYPHEN = range(3)
# One pattern for each mark: with a letter in front a pattern is looked for much faster than with a choice of letters.
_AT_HYPHEN = {mark: re.compile(mark + r"[^\S\n]*\n\s*") for mark in "-\u00ad\u0002\ufffe"}
_AT_LINE_END = re.compile(r"\n(?:\s+|(?=[•*–#-]))")  # of an empty line, or in front of an indented one or an item
_ODD_SPACES = frozenset(
    "\t\f\r\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_SPACES = re.compile(r"\s+")
_TWO_SPACES = ("  ", " \n")  # looked for letter for letter, which is faster than any pattern
_SOFT_MARKS = frozenset("\u00ad\u0002\ufffe\u200b")
_ITEM_MARKS = frozenset("•*–#-")
_SENTENCE_ENDS = (".", ":", ";", "?", "!", "»", "”")
_ITEM = regex.compile(r"[•*–-]\s|\#")
_NOTE_LABEL = regex.compile(r"\s*(?:\[\^\w+\]:|\d{1,3}\)?(?=[\s\p{Lu}]|https?:))\s*")


@dataclass(frozen=True, slots=True)
class Flow:
    """Running text with the way back to the file.

    `source` is the plain text of the file, and `origins` are offsets in it. `text` has one space where the paper has
    any white space and a newline between paragraphs; the notes follow the body, each a paragraph of its own. `markers`
    are the places of the note markers that were taken out, as (offset in `text`, footnote); `notes` the ranges of the
    notes in `text`, in order, as (start, end, footnote).
    """

    text: str
    source: Plain
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    markers: tuple[tuple[int, Footnote], ...]
    notes: tuple[tuple[int, int, Footnote], ...]
    body_end: int

    def origin(self, offset: int) -> int:
        """Return the offset in the file of the character at `offset` of the running text."""
        return self.source.origin(self._plain(offset))

    def _plain(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the file that holds text[start:end].

        Where a note or a page header was taken out in between, the longer part is returned: the words must stand
        in the file as they are quoted.
        """
        return self.source.span(*self._plain_span(start, end))

    def _plain_span(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1, first) - 1
        if first == last:
            moved = self.origins[first] - self.starts[first]
            return start + moved, end + moved
        best = (self.origins[first] + start - self.starts[first], self.origins[last] + end - self.starts[last])
        if best[1] - best[0] <= 2 * (end - start) + 40 and best[0] < best[1]:
            return best
        parts: list[tuple[int, int]] = []
        for piece in range(first, last + 1):
            low = max(start, self.starts[piece])
            high = min(end, self.starts[piece + 1] if piece + 1 < len(self.starts) else end)
            high = low + len(self.text[low:high].rstrip(" \n,;("))
            if low == high:
                continue
            here = (self._plain(low), self._plain(high - 1) + 1)
            if parts and here[0] >= parts[-1][1] and here[0] - parts[-1][1] <= 40:
                parts[-1] = (parts[-1][0], here[1])
            else:
                parts.append(here)
        return max(parts, key=lambda part: part[1] - part[0])

    def note_at(self, offset: int) -> Footnote | None:
        """Return the footnote whose text holds `offset`, None in the body."""
        place = self._note_place(offset)
        return None if place is None else self.notes[place][2]

    def note_range(self, offset: int) -> tuple[int, int] | None:
        """Return the range of the note whose text holds `offset`, None in the body."""
        place = self._note_place(offset)
        return None if place is None else self.notes[place][:2]

    def _note_place(self, offset: int) -> int | None:
        if offset < self.body_end:
            return None
        place = bisect_right(self.notes, offset, key=lambda note: note[0]) - 1
        return place if place >= 0 and offset < self.notes[place][1] else None

    def marker_after(self, offset: int, reach: int) -> tuple[int, Footnote] | None:
        """Return the first marker that stood at `offset` or up to `reach` characters behind it."""
        place = bisect_left(self.markers, offset, key=lambda marker: marker[0])
        if place < len(self.markers) and self.markers[place][0] <= offset + reach:
            return self.markers[place]
        return None


class _Builder:
    """Collects pieces of running text with their origins."""

    def __init__(self, source: str, width: int) -> None:
        self.source = source
        self.breaks = _breaks(source)
        self.full = _FULL_LINE * min(width, _LONGEST_LINE)  # characters in a full line
        self.parts: list[str] = []
        self.starts: list[int] = []
        self.origins: list[int] = []
        self.length = 0
        self.last = "\n"  # what the text ends with so far
        self._next = -1  # the origin of what would go on in the last piece
        self._gap: tuple[int, int] | None = None  # white space still to be judged: its line ends and its origin
        self._cut = False  # something was taken out since the last words

    def add(self, words: str, origin: int) -> None:
        """Append words that stand at `origin`, after whatever the white space before them means."""
        if not words:
            return
        if self._gap is not None:
            lines, place = self._gap
            self._gap = None
            if self.last not in " \n":
                self._append(self._meaning(lines, place, words, origin), place)
            self._cut = False
        words = words.replace("\n", " ")  # a plain line end, as long as the space it stands for
        if words[0] == " " and self.last in " \n":
            words, origin = words[1:], origin + 1
        if words:
            self._append(words, origin)

    def cut(self, origin: int) -> None:
        """Note that a note or a page header was taken out here."""
        self._cut = True
        self.pause(2, origin)

    def pause(self, lines: int, origin: int) -> None:
        """Note white space with so many line ends; what it means shows when the next words come."""
        if self._gap is not None:
            lines, origin = lines + self._gap[0], self._gap[1]
        self._gap = lines, origin

    def end_paragraph(self) -> None:
        """End the paragraph here whatever follows."""
        self._gap = None
        if self.last != "\n":
            self._append("\n", max(0, self._next - 1))

    def copy(self, start: int, end: int) -> None:
        """Copy source[start:end], its white space and hyphenation made plain."""
        if self.source[start : min(start + 1, end)] == "\n":  # what it means shows across what was taken out
            self.pause(1, start)
            start += 1
        source = self.source
        ends_line = start < end and source[end - 1] == "\n"
        end -= ends_line
        at = start
        place = bisect_left(self.breaks, (start,))
        if place and self.breaks[place - 1][1] > start:
            place -= 1
        for low, high, kind in self.breaks[place : bisect_left(self.breaks, (end,), place)]:
            if low < start:  # its beginning was taken out
                low, kind = start, _GAP
            if high > end:
                high = end
            if kind == _HYPHEN:
                at = self._hyphen(at, low, high, end)
                continue
            if at < low:
                self.add(source[at:low], at)
            at = high
            if kind == _GAP:
                self.pause(source.count("\n", low, high), low)
        if at < end:
            self.add(source[at:end], at)
        if ends_line:
            self.pause(1, end)

    def _hyphen(self, at: int, low: int, high: int, end: int) -> int:
        """Copy source[at:low] and what the hyphen behind it stands for; return where to go on.

        A hyphen at a line end has cut a word, or belongs there: "IenW-⏎beleid", "opvang- en⏎zorg".
        """
        before, after = self.source[low - 1 : low], self.source[high : min(high + 1, end)]
        cut = before.isalpha() and after.islower()
        belongs = self.source[low] == "-" and _is_word(before) and _is_word(after)
        if not (cut or belongs):
            mark = self.source[low] == "-"
            self.add(self.source[at : low + mark], at)
            if high == low + 1:  # what followed it was taken out
                return high
            if self.source[low + 1 : high] == "\n" and mark and after not in _ITEM_MARKS:
                return low + 1  # a plain line end
            self.pause(self.source.count("\n", low, high), low + 1)
            return high
        self.add(self.source[at:low], at)
        if not cut:
            self.add("-", low)
        elif self.source[high : high + 3] in {"en ", "of "}:
            self.add("- ", low)
        elif not before.islower():
            self.add("-", low)
        return high

    def _append(self, words: str, origin: int) -> None:
        if origin != self._next:
            self.starts.append(self.length)
            self.origins.append(origin)
        self.parts.append(words)
        length = len(words)
        self.length += length
        self._next = origin + length
        self.last = words[-1]

    def _meaning(self, lines: int, place: int, words: str, origin: int) -> str:
        """Return the space or the newline that a run of white space stands for."""
        if lines == 0:
            return " "
        if self.source[origin] in _ITEM_MARKS and _ITEM.match(self.source, origin):
            return "\n"
        if lines == 1:
            return " "
        reach = max(0, place - _LONGEST_LINE)
        low = self.source.rfind("\n", reach, place) + 1 or reach
        line = self.source[low:place].strip()
        if line.endswith(_SENTENCE_ENDS):
            return "\n"
        full = len(line) >= self.full
        return " " if words[0].islower() or (full and (lines == 2 or self._cut)) else "\n"


def _breaks(text: str) -> list[tuple[int, int, int]]:
    """Return the places in a text that are no plain text, in order and apart: (start, end, kind)."""
    odd = odd_characters(text.encode())
    found = [
        (one.start(), -one.end(), -_HYPHEN)
        for mark, pattern in _AT_HYPHEN.items()
        if mark == "-" or mark in odd
        for one in pattern.finditer(text)
    ]
    found += [(one.start(), -one.end(), -_GAP) for one in _AT_LINE_END.finditer(text)]
    for spaces in (*_TWO_SPACES, *(odd & _ODD_SPACES)):
        at = text.find(spaces)
        while at >= 0:
            run = _SPACES.match(text, at)
            end = run.end() if run else at + len(spaces)
            found.append((at, -end, -_GAP))
            at = text.find(spaces, end)
    for mark in odd & _SOFT_MARKS:
        found += [(at, -at - 1, -_SOFT) for at in places(text, mark)]
    found.sort()
    kept: list[tuple[int, int, int]] = []
    end = 0
    for start, stop, kind in found:
        if start >= end:
            end = -stop
            kept.append((start, end, -kind))
    return kept


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _line_width(text: str) -> int:
    """Return how long the full lines of a text are: nine lines in ten are no longer."""
    lengths = sorted(map(len, text.split("\n")))
    shorter = bisect_right(lengths, _NARROWEST)
    return lengths[shorter + (len(lengths) - shorter) * 9 // 10] if shorter < len(lengths) else _NARROWEST


def _begin(cut: tuple[int, int, Footnote | None]) -> int:
    return cut[0]


def _note_start(note: Footnote) -> int:
    return note.note_start


def _body(document: Document, source: Plain) -> list[tuple[int, int]]:
    """Return the ranges of the plain text that the body is made of: its paragraphs, where the format tells them.

    A note to which no marker leads is one of them, so that what it says is read.
    """
    if not document.paragraphs:
        return [(0, len(source.text))]
    noted = {note.note_start for note in document.footnotes}
    return [
        (source.offset(one.start), source.offset(one.end))
        for one in document.paragraphs
        if one.role is not Role.RUNNING and one.start not in noted
    ]


def read_flow(document: Document) -> Flow:
    """Return the running text of a document: its body without notes, markers and page headers, then its notes."""
    source = plain(document.text)
    text = source.text
    apart = [(source.offset(start), source.offset(end)) for start, end in document.apart]
    cuts: list[tuple[int, int, Footnote | None]] = [(start, end, None) for start, end in apart]
    for note in document.footnotes:
        cuts.append((source.offset(note.note_start), source.offset(note.note_end), None))
        cuts.append((source.offset(note.start), source.offset(note.end), note))
    cuts.sort(key=lambda cut: (cut[0], cut[1]))

    builder = _Builder(text, _line_width(text))
    markers: list[tuple[int, Footnote]] = []
    for low, high in _body(document, source):
        at = low
        for start, end, marker in cuts[bisect_left(cuts, low, key=_begin) : bisect_left(cuts, high, key=_begin)]:
            if end <= at:
                continue
            builder.copy(at, max(at, start))
            if marker is not None:
                markers.append((builder.length, marker))
            else:
                builder.cut(start)
            at = end
        builder.copy(at, high)
        if document.paragraphs:
            builder.end_paragraph()
    body_end = builder.length

    notes: list[tuple[int, int, Footnote]] = []
    for note in sorted({one.note_start: one for one in reversed(document.footnotes)}.values(), key=_note_start):
        builder.end_paragraph()
        begin = builder.length
        at, stop = source.offset(note.note_start), source.offset(note.note_end)
        # the number in front is no part of what the note says
        if document.paragraphs:
            at += len(note.marker) + 1 if text.startswith(f"{note.marker} ", at) else 0
        elif label := _NOTE_LABEL.match(text, at, stop):
            at = label.end()
        for start, end in apart[bisect_left(apart, (at,)) : bisect_left(apart, (stop,))]:
            if at <= start:
                builder.copy(at, start)
                builder.cut(start)
                at = end
        builder.copy(at, stop)
        notes.append((begin, builder.length, note))
    return Flow(
        "".join(builder.parts),
        source,
        tuple(builder.starts) or (0,),
        tuple(builder.origins) or (0,),
        tuple(markers),
        tuple(notes),
        body_end,
    )
