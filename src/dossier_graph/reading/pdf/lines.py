"""Pieces of words to lines: what stands on one baseline without a wide gap in between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import regex

from dossier_graph.reading.pdf.glyphs import Page, Piece

__all__ = ["NEXT_LINE", "RAISED", "SMALL_TYPE", "Line", "Word", "joined", "read_lines", "text_of"]

NEXT_LINE = 1.7  # times the size: the next line of a note is no further below
RAISED = 0.15  # of the size of a line: how far above its baseline the number of a note stands at least
SMALL_TYPE = 0.92  # of the size of the text: what stands beside or around it in smaller type is no part of it

_GAP = 0.95  # of the size: a gap so wide parts a line in two
_LABEL_GAP = 4.5  # of the size: behind the number or bullet of an item
# What stands in front of the words of a heading, an item or a note, with a wide gap in between.
_LABEL = regex.compile(
    r"\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,4}[.)]?|[ivxIVX]{1,5}[.)]|\(?(?:\p{L}|\d{1,2})[.)]|\p{L}{2}\)|[•▪●○◦‣·*–—-]|(?P<bare>\d{1,3})"
)
_SMALLER = 0.87  # of the size of a line: the number of a note is no larger
_LOWER, _HIGHER = (
    -0.35,
    0.8,
)  # of the size of a line: how far below and above its baseline a smaller piece belongs to it
_LEVEL = 0.2  # of the size: how far baselines of one line are apart
_BACK = 0.5  # of the size: how far pieces of one line may overlap
_NEAR = 8  # pieces of a line that are looked back at for its size
_NEAR_ROWS = 3  # above and below a row that are looked at
_NEAR_BASE = 4  # times the size: how far from a row they stand at most
_WIDEST_SPACE = 2  # times the size: a gap as wide as that within a sentence, in scans and in lines that were stretched
_SPACE = 0.12  # of the size: a gap so wide between pieces that were set apart is a space


@dataclass(frozen=True, slots=True)
class Word:
    """A piece in its line: `raised` tells how far above the baseline of the line, as a part of its size."""

    text: str
    left: float
    right: float
    size: float
    raised: float
    spaced: bool
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline of a page, without a wide gap: the whole of a line, or a cell of a row.

    Lengths are points from the lower left corner of the page; half of the characters are no larger than `size`.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float
    page: int
    text: str
    bold: bool
    italic: bool
    turned: bool = False


def text_of(words: Iterable[Word]) -> str:
    """Return words as one text.

    >>> text_of([Word("maand", 0, 30, 9, 0, True, False, False), Word("1", 30, 33, 6, 0.3, False, False, False)])
    'maand1'
    """
    return "".join(f" {word.text}" if word.spaced else word.text for word in words).lstrip()


def joined(lines: Sequence[Line]) -> Line:
    """Return the parts of one line, from left to right, as one."""
    words = [
        replace(word, spaced=True) if place and not number else word
        for place, line in enumerate(lines)
        for number, word in enumerate(line.words)
    ]
    return replace(lines[0], words=tuple(words), right=lines[-1].right, text=text_of(words))


def read_lines(page: Page) -> list[Line]:
    """Return the lines of a page from top to bottom, those on one baseline from left to right."""
    runs: list[list[Piece]] = []
    turned: list[list[Piece]] = []
    for piece in page.pieces:
        target = runs if piece.upright else turned
        if target and _goes_on(target[-1], piece):
            target[-1].append(piece)
        else:
            target.append([piece])
    lines = [_line(run, page.number) for run in _merged(runs)]
    lines.sort(key=lambda line: (-line.base, line.left))
    # what runs along the side of a page is one line, wherever it stands
    lines.extend(_line(run, page.number) for run in turned)
    return lines


def _goes_on(run: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a piece goes on with the line of those before it in the content of the page."""
    last = run[-1]
    if not piece.upright:
        return piece.glued or abs(piece.left - last.left) < last.size or abs(piece.base - last.base) < last.size
    if not _level(run, piece):
        return False
    size = max(last.size, piece.size)
    gap = piece.left - last.right
    return -_BACK * size <= gap <= (_LABEL_GAP if _is_label(run, piece) else _GAP) * size


def _level(run: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether a piece stands on the baseline of others, or is smaller and a little above or below it."""
    last = run[-1]
    if abs(piece.base - last.base) <= _LEVEL * min(piece.size, last.size):
        return True
    for one in (last, max(run[-_NEAR:], key=lambda one: one.size)):
        large, small = (one, piece) if one.size >= piece.size else (piece, one)
        rise = small.base - large.base
        if abs(rise) <= _LEVEL * small.size:
            return True
        if small.size <= _SMALLER * large.size and _LOWER * large.size <= rise <= _HIGHER * large.size:
            return True
        # raised without being smaller: the number of a note in some papers
        if len(small.text) <= 3 and small.text.isdecimal() and 0 < rise <= 0.5 * large.size:
            return True
    return False


def _merged(runs: list[list[Piece]]) -> list[list[Piece]]:
    """Join runs that stand on one baseline, one behind the other without a wide gap."""
    level = sorted(((_main(run), run) for run in runs), key=lambda one: -one[0].base)
    bands: list[list[list[Piece]]] = []
    first: Piece | None = None
    for main, run in level:
        if first is not None and first.base - main.base <= _LEVEL * min(main.size, first.size):
            bands[-1].append(run)
        else:
            bands.append([run])
            first = main
    rows: list[list[list[Piece]]] = []
    for band in bands:
        band.sort(key=lambda run: run[0].left)
        row: list[list[Piece]] = []
        for run in band:
            if row and _follows(row[-1], run):
                row[-1].extend(run)
            else:
                row.append(list(run))
        rows.append(row)
    return [line for place in range(len(rows)) for line in _closed(rows, place)]


def _closed(rows: Sequence[Sequence[list[Piece]]], place: int) -> list[list[Piece]]:
    """Return the lines of a row without the gaps that more of the rows near it run across than have one there, too."""
    row = rows[place]
    if len(row) == 1:
        return list(row)
    near = [rows[at] for at in range(max(0, place - _NEAR_ROWS), min(len(rows), place + _NEAR_ROWS + 1)) if at != place]
    base, size = row[0][0].base, row[0][0].size
    others = [other for other in near if abs(other[0][0].base - base) <= _NEAR_BASE * size]
    lefts = [[run[0].left for run in other] for other in others]
    made = [list(row[0])]
    for run in row[1:]:
        last, first = made[-1][-1], run[0]
        votes = 0
        if first.left - last.right <= _WIDEST_SPACE * max(first.size, last.size):
            for other, starts in zip(others, lefts, strict=True):
                before = bisect_right(starts, last.right) - 1
                if before >= 0 and other[before][-1].right >= first.left:
                    votes += 1
                elif 0 <= before < len(other) - 1:
                    votes -= 1
        if votes > 0:
            made[-1].extend(run)
        else:
            made.append(list(run))
    return made


def _follows(line: Sequence[Piece], run: Sequence[Piece]) -> bool:
    last, first = line[-1], run[0]
    size = max(last.size, first.size)
    wide = _LABEL_GAP if _is_label(line, first) else _GAP
    return -_BACK * size <= first.left - last.right <= wide * size


def _is_label(run: Sequence[Piece], piece: Piece) -> bool:
    """Tell whether what stands in front of a piece is its number or bullet; a number in front of another is a cell."""
    if len(run) > 1:
        return False
    found = _LABEL.fullmatch(run[0].text)
    return found is not None and (found["bare"] is None or not piece.text[0].isdecimal())


def _main(run: Sequence[Piece]) -> Piece:
    """Return the piece that stands for its line: half of its characters are no larger, half no smaller."""
    if len(run) == 1:
        return run[0]
    ordered = sorted(run, key=lambda one: one.size)
    reached = list(accumulate(len(piece.text) for piece in ordered))
    return ordered[bisect_left(reached, reached[-1] / 2)]


def _line(run: Sequence[Piece], page: int) -> Line:
    main = _main(run)
    words: list[Word] = []
    last: Piece | None = None
    letters = bold = italic = 0
    for piece in run:
        gap = piece.left - last.right if last else 0.0
        spaced = not piece.glued and (last is None or gap > _SPACE * main.size or gap < 0 or not piece.upright)
        if last is not None and not piece.glued and piece.upright and -0.5 <= gap <= _SPACE * main.size:
            spaced = not (piece.size <= _SMALLER * main.size or last.size <= _SMALLER * main.size)
        raised = (piece.base - main.base) / main.size if main.size and piece.upright else 0.0
        words.append(Word(piece.text, piece.left, piece.right, piece.size, raised, spaced, piece.bold, piece.italic))
        count = sum(map(str.isalnum, piece.text))
        letters += count
        bold += count * piece.bold
        italic += count * piece.italic
        last = piece
    return Line(
        tuple(words),
        min(piece.left for piece in run),
        max(piece.right for piece in run),
        main.base,
        main.size,
        page,
        text_of(words),
        bool(letters) and bold >= 0.9 * letters,
        bool(letters) and italic >= 0.9 * letters,
        not main.upright,
    )
