"""Notes at the foot of the pages of a PDF, and the numbers in the text that lead to them."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import regex

from dossier_graph.reading.pdf.columns import Column, Row
from dossier_graph.reading.pdf.lines import NEXT_LINE, RAISED, Line, Word

__all__ = ["Note", "Notes", "NumberAt", "take_notes"]

_NOTE_TYPE = 0.97  # of the size of the text: notes that are numbered without raising the number are smaller
_MARKER_SIZE = 0.87  # of the size of its line: the number of a note is no larger
_AS_LARGE = 1.05  # times the size: type of one size is no larger
_LONGEST = 12  # lines of a note in the type of the text that are looked back over for its number
_FAR_BELOW = 2.5  # times the size: no line of a note is so far below the one before it
_SKIPPED = 3  # notes: their numbers may jump by so much where one was taken out
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LABEL = regex.compile(r"[(\[]?(?P<label>\d{1,3}|\*{1,3}|†)[)\].]?")
_SUPERSCRIPT_LABEL = regex.compile(r"(?P<label>[⁰¹²³⁴-⁹]{1,3})(?P<rest>.*)")
_NUMBERS = regex.compile(r"\d{1,3}|\*{1,3}|†")
_MARKER = regex.compile(r"[(\[]?(?:\d{1,3}|\*{1,3}|†)(?:[,;/ ]{1,2}(?:\d{1,3}))*[)\]]?[.,;:]?")
_SUPERSCRIPT_MARKER = regex.compile(r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹])")
_BRACKETED = regex.compile(r"\[\d{1,3}\]")
# "km²", "CO²", "10⁶": a small figure behind a unit or a power of ten is no number of a note while another can be.
_UNIT = regex.compile(r"(?:(?:^|[\d\s/(])(?:[kcdm]?m|h[am])|\bCO|\bNO|\b10)$")
_HEADING = regex.compile(r"(?i)(?:\d{1,2}\.?\s)?(?:eind|voet)?noten:?")
_ENDED = (".", "!", "?", ".”", ".»", ".’", ".'", '."', ".)")


@dataclass(slots=True)
class Note:
    """A note: its number, the page on which it begins, its lines."""

    label: str
    page: int
    printed: str = ""  # the label as it stands in front of the note: "1", "(1)"
    key: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class NumberAt:
    """Characters of a word that are the number of a note, and the key of that note."""

    start: int
    end: int
    label: str
    key: str


@dataclass(slots=True)
class Notes:
    """The notes of a paper in order; `numbers` says of a word by its line and place which notes its numbers lead to."""

    notes: list[Note]
    numbers: dict[tuple[int, int], list[NumberAt]]
    lines: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.lines = frozenset(line for line, _ in self.numbers)

    def on(self, line: Line) -> bool:
        """Tell whether there are numbers of notes on a line."""
        return id(line) in self.lines

    def of(self, line: Line, place: int) -> Sequence[NumberAt]:
        """Return the numbers of notes in a word of a line."""
        return self.numbers.get((id(line), place), ())


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: Line
    place: int
    start: int
    end: int
    label: str
    doubtful: bool


def take_notes(columns: Sequence[tuple[int, Column]], size: float) -> Notes:
    """Take the notes out of the columns of a paper, and tie the numbers in what remains to them.

    `columns` are in reading order, each with the number of its page; `size` is that of the running text.
    """
    candidates: defaultdict[int, list[_Candidate]] = defaultdict(list)
    for page, column in columns:
        for row in column.rows:
            for line in row:
                candidates[page].extend(_candidates(line))
    wanted = {page: {one.label for one in found} for page, found in candidates.items()}
    notes: list[Note] = []
    sizes: set[float] = set()
    filled = False  # the last notes end at the foot of their column
    for page, column in columns:
        here = wanted.get(page, set()) | wanted.get(page - 1, set())
        begin = _notes_begin(column, size, here)
        if begin is None:
            begin = _rest_begins(column, notes, sizes, size, page, filled)
            if begin is None:
                continue
        end = _notes_end(column, begin)
        filled = end == len(column.rows)
        taken = column.rows[begin:end]
        del column.rows[begin:end]
        sizes.update(round(row[0].size, 1) for row in taken)
        _collect(taken, page, notes)
    if not notes:
        _take_end_notes(columns, set().union(*wanted.values()), notes)
    _name(notes)
    numbers = _tie(candidates, notes)
    return Notes(notes, numbers)


def _take_end_notes(columns: Sequence[tuple[int, Column]], wanted: set[str], notes: list[Note]) -> None:
    """Take the notes that stand at the end of a paper below a heading of their own, their numbers not raised."""
    for place in range(len(columns) - 1, -1, -1):
        rows = columns[place][1].rows
        heading = next((at for at, row in enumerate(rows) if _HEADING.fullmatch(row[0].text)), None)
        if heading is None:
            continue
        for number, (page, column) in enumerate(columns[place:]):
            begin = 0 if number else heading + 1
            end = next((at for at in range(begin, len(column.rows)) if column.rows[at][0].bold), len(column.rows))
            taken = column.rows[begin:end]
            if not number and not (
                taken and (label := _label_of(taken[0][0])) and {label.number, label.printed} & wanted
            ):
                return
            del column.rows[begin:end]
            if taken:
                _collect(taken, page, notes)
            if column.rows[begin:]:
                return
        return


@dataclass(frozen=True, slots=True)
class _Label:
    """The number with which a line begins, as it is printed there, and whether it is raised."""

    number: str
    printed: str
    raised: bool


def _label_of(line: Line) -> _Label | None:
    first = line.words[0]
    if found := _SUPERSCRIPT_LABEL.fullmatch(first.text):
        return _Label(found["label"].translate(_SUPERSCRIPTS), found["label"], True)
    found = _LABEL.fullmatch(first.text)
    if found is None or len(line.words) < 2:
        return None
    return _Label(found["label"], first.text, _is_raised(first, line))


def _is_raised(word: Word, line: Line) -> bool:
    """Tell whether a word stands as high as the number of a note does, which is smaller, or else raised further."""
    return word.raised >= (RAISED if word.size <= _MARKER_SIZE * line.size else 2 * RAISED)


def _notes_begin(column: Column, size: float, wanted: set[str]) -> int | None:
    """Return the row of a column with which its notes begin: no running text stands below it."""
    begin: int | None = None
    largest = 0.0
    for place in range(len(column.rows) - 1, -1, -1):
        line = column.rows[place][0]
        small = line.size < _NOTE_TYPE * size
        label = _label_of(line)
        if (
            label is not None
            and (label.raised or (small and not wanted.isdisjoint((label.number, label.printed))))
            and largest <= _AS_LARGE * line.size
        ):
            begin = place
        if not small and not (label and label.raised) and not _can_be_endnote(column, place):
            break
        largest = max(largest, line.size)
    if begin is None:
        return None
    # what stands above the first number in the same type goes on with the last note of the page before
    first = column.rows[begin][0]
    while begin > 0:
        above, below = column.rows[begin - 1][0], column.rows[begin][0]
        if above.size > _AS_LARGE * first.size or above.size >= _NOTE_TYPE * size or above.bold:
            break
        if above.base - below.base > NEXT_LINE * first.size or abs(above.left - first.left) > 2 * first.size:
            break
        begin -= 1
    return begin


def _notes_end(column: Column, begin: int) -> int:
    """Return the row behind the notes that begin with a row: what stands far below them is none."""
    rows = column.rows
    for place in range(begin + 1, len(rows)):
        line = rows[place][0]
        if rows[place - 1][0].base - line.base > _FAR_BELOW * rows[begin][0].size and _label_of(line) is None:
            return place
    return len(rows)


def _can_be_endnote(column: Column, place: int) -> bool:
    """Tell whether a line goes on with a note in the type of the text that began above it, as notes at the end do."""
    line = column.rows[place][0]
    for above in range(place - 1, max(-1, place - _LONGEST), -1):
        label = _label_of(column.rows[above][0])
        if column.rows[above][0].base - column.rows[above + 1][0].base > NEXT_LINE * line.size:
            return False
        if label is not None and label.raised:
            return True
    return False


def _rest_begins(
    column: Column, notes: Sequence[Note], sizes: set[float], size: float, page: int, filled: bool
) -> int | None:
    """Return the row with which the rest of a note begins that the page before did not end.

    A note may be broken off between two sentences where the notes of that page were `filled` to the foot of it: then a
    gap parts the rest from the text above it.
    """
    if not notes or notes[-1].page < page - 1 or notes[-1].lines[-1].page != page - 1:
        return None
    ended = notes[-1].lines[-1].text.endswith(_ENDED)
    if ended and not filled:
        return None
    begin = len(column.rows)
    while begin > 0:
        line = column.rows[begin - 1][0]
        if round(line.size, 1) not in sizes or line.size >= _NOTE_TYPE * size:
            break
        if begin < len(column.rows) and line.base - column.rows[begin][0].base > NEXT_LINE * line.size:
            break
        begin -= 1
    if not 0 < begin < len(column.rows):
        return None
    above, first = column.rows[begin - 1][0], column.rows[begin][0]
    if ended and (above.base - first.base <= NEXT_LINE * above.size or _label_of(first) is not None):
        return None
    return begin


def _collect(rows: Sequence[Row], page: int, notes: list[Note]) -> None:
    """Add the notes that stand in rows; what stands above the first number goes on with the last note there was."""
    left = min(row[0].left for row in rows)
    labels = [_label_of(row[0]) for row in rows]
    raised = any(label is not None and label.raised for label in labels)
    for row, label in zip(rows, labels, strict=True):
        # where numbers of notes are raised, one on the baseline is that of a day or a paper
        begins = label is not None and (label.raised or (not raised and row[0].left <= left + row[0].size))
        if label is not None and begins and _follows(notes, label):
            notes.append(Note(label.number, page, label.printed))
        elif not notes:
            notes.append(Note("", page))
        notes[-1].lines.extend(row)


def _follows(notes: Sequence[Note], label: _Label) -> bool:
    """Tell whether a number at the beginning of a line is that of the next note, and no part of the one before."""
    last = notes[-1].label if notes else ""
    if label.raised or not label.number.isdecimal() or not last.isdecimal():
        return True
    return label.number == "1" or 0 < int(label.number) - int(last) <= _SKIPPED


def _name(notes: Sequence[Note]) -> None:
    used: Counter[str] = Counter()
    for note in notes:
        stem = f"{note.page}-{note.label}" if note.label else f"{note.page}-rest"
        used[stem] += 1
        note.key = f"{stem}-{used[stem]}" if used[stem] > 1 else stem


def _candidates(line: Line) -> Iterator[_Candidate]:
    before = ""
    for place, word in enumerate(line.words):
        if place and _is_raised(word, line) and _MARKER.fullmatch(word.text):
            unit = _UNIT.search(before[-12:])
            doubtful = unit is not None and (word.text[:1] in "23" or unit[0].endswith("10"))
            for found in _NUMBERS.finditer(word.text):
                yield _Candidate(line, place, *found.span(), found[0], doubtful)
        elif "[" in word.text:  # no number of a note is raised where the notes themselves are called "[1]"
            for found in _BRACKETED.finditer(word.text, 0 if place else 1):
                yield _Candidate(line, place, *found.span(), found[0], False)
        elif not word.text.isascii():
            yield from _superscripts(line, place, word, before)
        before = f"{before[-20:]} {word.text}" if word.spaced else before[-20:] + word.text


def _superscripts(line: Line, place: int, word: Word, before: str) -> Iterator[_Candidate]:
    text = word.text
    for found in _SUPERSCRIPT_MARKER.finditer(text):
        yield _Candidate(
            line,
            place,
            *found.span(),
            found[0].translate(_SUPERSCRIPTS),
            _UNIT.search(text[: found.start()]) is not None,
        )
    if place and not word.spaced and (alone := _SUPERSCRIPT_LABEL.fullmatch(text)) and not alone["rest"]:
        doubtful = _UNIT.search(before[-12:]) is not None
        yield _Candidate(line, place, 0, len(text), alone["label"].translate(_SUPERSCRIPTS), doubtful)


def _tie(candidates: dict[int, list[_Candidate]], notes: Sequence[Note]) -> dict[tuple[int, int], list[NumberAt]]:
    """Tie numbers in the text to notes: of the same page, else of the next or the one before, else the only one."""
    here: defaultdict[tuple[int, str], deque[Note]] = defaultdict(deque)
    anywhere: defaultdict[str, list[Note]] = defaultdict(list)
    own = {id(line) for note in notes for line in note.lines}
    for note in notes:
        for name in {note.label, note.printed} - {""}:
            here[note.page, name].append(note)
            anywhere[name].append(note)
    numbers: defaultdict[tuple[int, int], list[NumberAt]] = defaultdict(list)
    tied: set[str] = set()
    found = [(page, one) for page in sorted(candidates) for one in candidates[page] if id(one.line) not in own]
    for page, one in sorted(found, key=lambda number: number[1].doubtful):
        alike = next(filter(None, (here.get((page + step, one.label)) for step in (0, 1, -1))), None)
        if alike is None and len(anywhere[one.label]) == 1 and anywhere[one.label][0].page >= page:
            alike = deque(anywhere[one.label])
        if alike is None:
            continue
        note = alike[0]
        if len(alike) > 1:  # numbers that begin anew on one page: each leads to the next note of its number
            alike.popleft()
        if one.doubtful and note.key in tied:
            continue
        tied.add(note.key)
        numbers[id(one.line), one.place].append(NumberAt(one.start, one.end, one.label, note.key))
    for ties in numbers.values():
        ties.sort(key=lambda number: number.start)
    return dict(numbers)
