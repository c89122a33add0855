"""Pages in plain text: where they begin, and the lines that belong to the page and not to what is written on it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import regex

__all__ = [
    "OWN_IDENTIFIER",
    "find_imprints",
    "find_page_numbers",
    "find_page_starts",
    "find_running_lines",
    "imprinted_identifier",
]

# What a paper is called in its imprint, or by the name of its file: kst-36600-XX-22, ah-tk-20232024-2271, blg-1184123.
OWN_IDENTIFIER = (
    r"(?:kst-\d{5}(?:-\d\d)?(?:-(?:[IVX]{1,6}[A-E]?|[A-Z]))?-(?:\d{1,4}|[A-Z]{1,3})|kst-\d{6,8}"
    r"|ah-[te]k-\d{8}-\d{1,4}|kv-[te]k-\d{4}Z\d{5}|blg-\d{4,8})"
)

# Lines printed on every page of official papers and ministry letters; some extractions glue them together to one.
_IMPRINT = regex.compile(
    r"""^[^\S\n]*(?:
        P\ ?agina\s+\d+\s+van\s+\d+                        # letters of ministries, some with a slip of the extraction
      | (?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}[-–/]\d{2,4}
        (?: ,\ \d\d\ ?\d{3}[^\n,]{0,16},\ (?:[Nn]r\.\ \w{1,5}|[A-Z]{1,2}) | ,\ (?:Aanhangsel|Vragen|Handelingen) )?
        (?: [^\S\n] \d{1,4} (?!\d) )?                       # the number of the page
      | (?:kst|ah-tk|ah-ek|blg|kv-tk)-[\w-]{3,40}          # the paper's own identifier
      | ISSN\ [\d\ X-]{1,40}                               # without an end to it the time grows with its square
      | ['’]s-Gravenhage\ \d{4}
    ){1,4}[^\S\n]*$""",
    regex.VERBOSE | regex.MULTILINE,
)
# Every imprint has one of these in it.
_IMPRINT_WORDS = ("Kamer, vergaderjaar", "agina", "kst-", "ah-tk-", "ah-ek-", "blg-", "kv-tk-", "ISSN ", "Gravenhage")
# An imprint that names a Kamerstuk. A note that cites one in the same words is no imprint.
_NUMBERED_IMPRINT = regex.compile(
    r"[^\S\n]*(?P<words>(?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ [^\n]*?,\ (?:[Nn]r\.\ \w{1,5}|[A-Z]{1,2}))"
    r"(?:\ \d{1,4})?\s*"
)
_PAGE_IMPRINT = regex.compile(
    r"(?m)(?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ [^\n]{4,60},\ (?:[^\n,]*\ )?(?:Aanhangsel|Vragen|[Nn]r\.\ \w{1,5})"
    r"\ (?P<page>\d{1,4})[^\S\n]*$"
)
_BARE_NUMBER = regex.compile(r"\n[^\S\n]*\d{1,3}[^\S\n]*\n(?:[^\S\n]*\n)*$")
_FORM_FEED = regex.compile(r"\f")
# Some extractions leave a single space where the form feed was; other lines are flush left.
_LONE_SPACE = regex.compile(r"(?<=\n)\ (?=\S)")
_IDENTIFIER_LINE = regex.compile(rf"[^\S\n]*(?P<id>{OWN_IDENTIFIER})[^\S\n]*")
# What follows the identifier in an imprint.
_BESIDE = regex.compile(
    r"\s*(?:ISSN\b|['’]s-Gravenhage\s\d{4}|P ?agina\s\d|(?:Tweede|Eerste)\sKamer,\svergaderjaar"
    r"|\d{1,3}[^\S\n]*(?:\n|$))"  # the number of the page
)
_EDGE = 4  # running heads and feet stand within this many lines of a page break


def find_page_starts(text: str) -> tuple[int, ...]:
    r"""Return the offsets at which the pages of a text begin, the first of them 0.

    >>> find_page_starts("een\x0ctwee")
    (0, 4)
    """
    last = len(text.rstrip())
    breaks = [found.end() for found in _FORM_FEED.finditer(text) if found.end() < last]
    if not breaks:
        breaks = _below_numbered_imprints(text, last)
    if not breaks:
        indented = sum(1 for line in text.split("\n") if line[:2].isspace() and line.strip())
        breaks = [found.start() for found in _LONE_SPACE.finditer(text)] if indented == 0 else []
    return (0, *breaks)


def _below_numbered_imprints(text: str, last: int) -> list[int]:
    """Return where pages begin below the imprints of a text that has lost its page breaks: they count the pages."""
    numbered = [(int(found["page"]), found.end() + 1) for found in _PAGE_IMPRINT.finditer(text)]
    pages = [page for page, _ in numbered]
    if len(pages) < 2 or pages != list(range(1, len(pages) + 1)):
        return []
    return [place for _, place in numbered if place < last]


def _imprints(text: str) -> Iterator[regex.Match[str]]:
    """Yield the lines of imprint of a text; most texts have none, and are not searched line by line."""
    if any(word in text for word in _IMPRINT_WORDS):
        yield from _IMPRINT.finditer(text)


def imprinted_identifier(text: str) -> str | None:
    r"""Return the identifier that the imprints of a paper give it, None where they give none or several.

    A paper may list the identifiers of others on lines of their own: an imprint stands beside other lines of one
    ("ISSN …"), at the end of the paper, or on more than one page.

    >>> imprinted_identifier("Wij schrijven.\n\nkst-36045-113\nISSN 0921 - 7371\n")
    'kst-36045-113'
    """
    return _own_identifier(text, _imprints(text))


def _own_identifier(text: str, imprints: Iterable[regex.Match[str]]) -> str | None:
    beside: set[str] = set()
    alone: Counter[str] = Counter()
    last = ""
    end = len(text.rstrip())
    behind = -1  # where the imprint before this line ends, if it is no identifier
    for found in imprints:
        identifier = _IDENTIFIER_LINE.fullmatch(found[0])
        if identifier is None:
            behind = found.end()
            continue
        name = identifier["id"]
        alone[name] += 1
        last = name if found.end() >= end else last
        if _BESIDE.match(text, found.end()) or (behind >= 0 and not text[behind : found.start()].strip()):
            beside.add(name)
        behind = -1
    if beside or not alone:
        return beside.pop() if len(beside) == 1 else None
    return next(iter(alone)) if len(alone) == 1 and (last or alone.total() > 1) else None


def find_imprints(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return the ranges of the imprints of a text, in order.

    What names a Kamerstuk as an imprint does is one when it stands there more than once, or alone: a note below its
    number that says "Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424" cites that paper.

    >>> find_imprints("Wij schrijven.\nPagina 1 van 1\n")
    ((15, 29),)
    """
    imprints = list(_imprints(text))
    own = _own_identifier(text, imprints)
    found: list[tuple[int, int]] = []
    numbered: list[tuple[str, int, int]] = []
    for match in imprints:
        identifier = _IDENTIFIER_LINE.fullmatch(match[0])
        named = _NUMBERED_IMPRINT.fullmatch(match[0])
        if named:
            numbered.append((named["words"], *match.span()))
        elif identifier is None or identifier["id"] == own:  # another's identifier alone on a line cites it
            found.append(match.span())
    often = Counter(words for words, _, _ in numbered)
    alone = len(often) == 1 and not any("vergaderjaar" in text[low:high] for low, high in found)
    for words, low, high in numbered:
        if often[words] > 1 or (alone and not _BARE_NUMBER.search(text, max(0, low - 20), low)):
            found.append((low, high))
    return tuple(sorted(found))


def find_page_numbers(text: str, pages: Sequence[int]) -> tuple[tuple[int, int], ...]:
    r"""Return the ranges of the page numbers: the last lines of pages, where they count the pages.

    >>> find_page_numbers("een\n\n1\n\ftwee\n\n2\n\fdrie\n\n3\n", (0, 8, 17))
    ((5, 6), (14, 15), (23, 24))
    """
    numbers: list[tuple[int, int, int]] = []
    for place, (begin, end) in enumerate(zip(pages, [*pages[1:], len(text)], strict=True)):
        high = begin + len(text[begin:end].rstrip())
        low = max(begin, text.rfind("\n", begin, high) + 1)
        if text[low:high].strip().isdecimal() and high - low < 6:
            numbers.append((int(text[low:high]) - place, high - len(text[low:high].strip()), high))
    offsets = Counter(offset for offset, _, _ in numbers)
    common, count = offsets.most_common(1)[0] if offsets else (0, 0)
    if count < 2 or 2 * count < len(pages) - 1:
        return ()
    return tuple((low, high) for offset, low, high in numbers if offset == common)


def find_running_lines(
    text: str, pages: Sequence[int], imprints: Sequence[tuple[int, int]], numbers: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    r"""Return the ranges of page headers, footers, imprints and page numbers, in order.

    A line is a running head when the same words stand at the edge of at least three pages.

    >>> find_running_lines("Wij schrijven.\nPagina 1 van 1\n", (0,), ((15, 29),), ())
    ((15, 29),)
    """
    found = [*imprints, *numbers]
    ends = [*pages[1:], len(text)]
    edges: list[tuple[str, int, int]] = []
    repeated: Counter[str] = Counter()
    starts = [low for low, _ in imprints]
    for begin, end in zip(pages, ends, strict=True):
        lines = _lines(text, begin, end)
        here = dict.fromkeys([*lines[:_EDGE], *lines[-_EDGE:]])
        edges.extend(here)
        repeated.update({words for words, _, _ in here})
        # the number of the page stands alone below an imprint
        if lines and lines[-1][0].isdecimal() and bisect_left(starts, begin) < bisect_left(starts, end):
            found.append(lines[-1][1:])
    found.extend((low, high) for words, low, high in edges if repeated[words] > 2 and not words.isdecimal())
    return tuple(sorted(set(found)))


def _lines(text: str, begin: int, end: int) -> list[tuple[str, int, int]]:
    lines: list[tuple[str, int, int]] = []
    at = begin
    for line in text[begin:end].split("\n"):
        words = line.strip()
        if words:
            low = at + line.index(words)
            lines.append((words, low, low + len(words)))
        at += len(line) + 1
    return lines
