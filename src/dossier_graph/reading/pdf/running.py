"""Lines that are printed on the pages of a PDF and belong to none of the sentences on them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence

import regex

from dossier_graph.reading.pages import find_imprints
from dossier_graph.reading.pdf.glyphs import Page
from dossier_graph.reading.pdf.lines import RAISED, SMALL_TYPE, Line

__all__ = ["find_running"]

_EDGE = 0.13  # of the height of a page: heads and feet stand so far from its upper and lower end
_SAME_HEIGHT = 3.0  # points between the baselines of one head on two pages
_COUNTED = regex.compile(r"(?<!\d)\d{1,4}$|^\d{1,4}(?!\d)")
_NUMBER = regex.compile(
    r"(?:[Pp]ag(?:ina|e)?\.?\s)?[-–]?\s?(?P<number>\d{1,4})\s?[-–]?(?:\s?(?:van|of|/)\s?(?P<of>\d{1,4}))?"
)


def find_running(pages: Sequence[tuple[Page, Sequence[Line]]]) -> frozenset[tuple[int, int]]:
    """Return which lines are page headers, footers, page numbers or imprints, as (place of the page, of the line).

    A head is one when the same words, but for the number of the page, stand at the same height of a second page; a
    number when it counts the pages. Nothing else stands between them and the edge of the page.
    """
    edges = list(_edges(pages))
    imprints = set(_imprints(edges))
    numbers = set(_numbers(edges))
    likely = {*imprints, *_repeated(edges, len(pages)), *numbers}
    small = SMALL_TYPE * _text_size(pages)
    return frozenset([*imprints, *_outermost(pages, likely, numbers, small), *_repeated_beside(pages, small)])


def _edges(pages: Sequence[tuple[Page, Sequence[Line]]]) -> Iterator[tuple[int, int, Line]]:
    for place, (page, lines) in enumerate(pages):
        foot, head = _EDGE * page.height, (1 - _EDGE) * page.height
        for index, line in enumerate(lines):
            if line.base < foot or line.base > head:
                yield place, index, line


def _outermost(
    pages: Sequence[tuple[Page, Sequence[Line]]],
    likely: Container[tuple[int, int]],
    numbers: Container[tuple[int, int]],
    small: float,
) -> Iterator[tuple[int, int]]:
    """Yield the likely lines of whole rows at the edges of pages, up to the first row that has another line in it.

    What stands beside the number of the page in smaller type than `small` changes from chapter to chapter.
    """
    for place, (page, lines) in enumerate(pages):
        rows: list[list[int]] = []
        base = 0.0
        for index in sorted(range(len(lines)), key=lambda index: -lines[index].base):
            if rows and base - lines[index].base <= _SAME_HEIGHT:
                rows[-1].append(index)
            else:
                rows.append([index])
                base = lines[index].base
        head, foot = (1 - _EDGE) * page.height, _EDGE * page.height
        for order in (rows, rows[::-1]):
            for outwards, row in enumerate(order):
                numbered = not outwards and any((place, index) in numbers for index in row)
                if not all(
                    not foot <= lines[index].base <= head
                    and ((place, index) in likely or (numbered and lines[index].size < small))
                    for index in row
                ):
                    break
                yield from ((place, index) for index in row)


def _repeated(edges: Sequence[tuple[int, int, Line]], count: int) -> Iterator[tuple[int, int]]:
    groups: defaultdict[str, list[tuple[float, int, int]]] = defaultdict(list)
    for place, index, line in edges:
        if line.words[0].raised < RAISED:  # a note may say what another says
            for words in _without_page(line.text, place):
                groups[words].append((line.base, place, index))
    for group in groups.values():
        group.sort()
        heights = [base for base, _, _ in group]
        for at, (base, place, index) in enumerate(group):
            # of what stands at one height only the nearest few are looked at: a head on every page stands there often
            low = max(bisect_left(heights, base - _SAME_HEIGHT), at - 4)
            near = {other for height, other, _ in group[low : at + 5] if abs(height - base) <= _SAME_HEIGHT}
            if len(near) > 1 and (count < 6 or len(group) > 2):
                yield place, index


def _without_page(words: str, place: int) -> Iterator[str]:
    """Yield words as they are, and without the number of their page, whatever the number of the first page is."""
    yield words
    for found in _COUNTED.finditer(words):
        yield f"{words[: found.start()]}#{int(found[0]) - place}{words[found.end() :]}"


def _text_size(pages: Sequence[tuple[Page, Sequence[Line]]]) -> float:
    """Return the size in which most characters are printed."""
    sizes: Counter[float] = Counter()
    for _, lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _repeated_beside(pages: Sequence[tuple[Page, Sequence[Line]]], small: float) -> Iterator[tuple[int, int]]:
    """Yield what letters repeat to the right of their text from the second page on: sender, reference."""
    places: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for place, (page, lines) in enumerate(pages[1:], start=1):
        for index, line in enumerate(lines):
            if line.left > page.width / 2 and line.size < small:
                places[line.text, round(line.left / 4)].append((place, index))
    for found in places.values():
        if len({place for place, _ in found}) > 1:
            yield from found


def _numbers(edges: Sequence[tuple[int, int, Line]]) -> Iterator[tuple[int, int]]:
    found: list[tuple[int, int, int]] = []
    for place, index, line in edges:
        number = _NUMBER.fullmatch(line.text)
        if number is None:
            continue
        if number["of"] and line.text[0] in "Pp":
            yield place, index
        else:
            found.append((int(number["number"]) - place, place, index))
    offsets = Counter(offset for offset, _, _ in found)
    for offset, place, index in found:
        if offsets[offset] > 1 or offset == 1:  # the first page of a file is most often page 1
            yield place, index


def _imprints(edges: Sequence[tuple[int, int, Line]]) -> Iterator[tuple[int, int]]:
    starts: list[int] = []
    length = 0
    for _, _, line in edges:
        starts.append(length)
        length += len(line.text) + 1
    for low, high in find_imprints("\n".join(line.text for _, _, line in edges)):
        for at in range(bisect_left(starts, low), bisect_left(starts, high)):
            yield edges[at][:2]
