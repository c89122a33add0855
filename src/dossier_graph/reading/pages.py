"""Pages in plain text: where they begin, and the lines that belong to the page and not to what is written on it."""

from __future__ import annotations

from collections import Counter

import regex

__all__ = ["IMPRINT", "find_page_starts", "find_running_lines"]

# Lines printed on every page of official papers and ministry letters; some extractions glue them together to one.
IMPRINT = regex.compile(
    r"""^[^\S\n]*(?:
        P\ ?agina\s+\d+\s+van\s+\d+                        # letters of ministries, some with a slip of the extraction
      | (?:Tweede|Eerste)\ Kamer,\ vergaderjaar\ \d{4}[-–/]\d{2,4}
        (?: ,\ \d\d\ ?\d{3}[^\n,]{0,16},\ (?:[Nn]r\.\ \w{1,5}|[A-Z]{1,2}) | ,\ (?:Aanhangsel|Vragen|Handelingen) )?
        (?: [^\S\n] \d{1,4} (?!\d) )?                       # the number of the page
      | (?:kst|ah-tk|ah-ek|blg|kv-tk)-[\w-]{3,40}          # the paper's own identifier
      | ISSN\ [\d\ X-]+
      | ['’]s-Gravenhage\ \d{4}
    ){1,4}[^\S\n]*$""",
    regex.VERBOSE | regex.MULTILINE,
)
_FORM_FEED = regex.compile(r"\f")
# Some extractions leave a single space where the form feed was; other lines are flush left.
_LONE_SPACE = regex.compile(r"(?<=\n)\ (?=\S)")
_PAGE_NUMBER = regex.compile(r"\s*\d{1,3}[^\S\n]*$", regex.MULTILINE)
_EDGE = 4  # running heads and feet stand within this many lines of a page break


def find_page_starts(text: str) -> tuple[int, ...]:
    r"""Return the offsets at which the pages of a text begin, the first of them 0.

    >>> find_page_starts("een\x0ctwee")
    (0, 4)
    """
    breaks = [found.end() for found in _FORM_FEED.finditer(text) if text[found.end() :].strip()]
    if not breaks:
        indented = sum(1 for line in text.split("\n") if line[:2].isspace() and line.strip())
        breaks = [found.start() for found in _LONE_SPACE.finditer(text)] if indented == 0 else []
    return (0, *breaks)


def find_running_lines(text: str, pages: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    r"""Return the ranges of page headers, footers and imprints, in order.

    A line is a running head when the same words stand at the edge of at least three pages.

    >>> find_running_lines("Wij schrijven.\nPagina 1 van 1\n", (0,))
    ((15, 29),)
    """
    found = [match.span() for match in IMPRINT.finditer(text)]
    ends = [*pages[1:], len(text)]
    edges: list[tuple[str, int, int]] = []
    repeated: Counter[str] = Counter()
    for begin, end in zip(pages, ends, strict=True):
        lines = _lines(text, begin, end)
        here = dict.fromkeys([*lines[:_EDGE], *lines[-_EDGE:]])
        edges.extend(here)
        repeated.update({words for words, _, _ in here})
        # the number of the page stands alone below an imprint
        if lines and lines[-1][0].isdecimal() and any(begin <= low < end for low, _ in found):
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
