"""Pages in plain text: where they begin, and the lines that belong to the page and not to what is written on it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

import regex

__all__ = ["IMPRINT", "OWN_IDENTIFIER", "find_page_starts", "find_running_lines", "imprinted_identifier"]

# What a paper is called in its imprint, or by the name of its file: kst-36600-XX-22, ah-tk-20232024-2271, blg-1184123.
OWN_IDENTIFIER = (
    r"(?:kst-\d{5}(?:-\d\d)?(?:-(?:[IVX]{1,6}[A-E]?|[A-Z]))?-(?:\d{1,4}|[A-Z]{1,3})|kst-\d{6,8}"
    r"|ah-[te]k-\d{8}-\d{1,4}|kv-[te]k-\d{4}Z\d{5}|blg-\d{4,8})"
)

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
        indented = sum(1 for line in text.split("\n") if line[:2].isspace() and line.strip())
        breaks = [found.start() for found in _LONE_SPACE.finditer(text)] if indented == 0 else []
    return (0, *breaks)


def imprinted_identifier(text: str) -> str | None:
    r"""Return the identifier that the imprints of a paper give it, None where they give none or several.

    A paper may list the identifiers of others on lines of their own: an imprint stands beside other lines of one
    ("ISSN …"), at the end of the paper, or on more than one page.

    >>> imprinted_identifier("Wij schrijven.\n\nkst-36045-113\nISSN 0921 - 7371\n")
    'kst-36045-113'
    """
    beside: set[str] = set()
    alone: Counter[str] = Counter()
    last = ""
    end = len(text.rstrip())
    behind = -1  # where the imprint before this line ends, if it is no identifier
    for found in IMPRINT.finditer(text):
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


def find_running_lines(text: str, pages: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    r"""Return the ranges of page headers, footers and imprints, in order.

    A line is a running head when the same words stand at the edge of at least three pages.

    >>> find_running_lines("Wij schrijven.\nPagina 1 van 1\n", (0,))
    ((15, 29),)
    """
    own = imprinted_identifier(text)
    found = [match.span() for match in IMPRINT.finditer(text) if _is_imprint(match[0], own)]
    imprints = [low for low, _ in found]
    ends = [*pages[1:], len(text)]
    edges: list[tuple[str, int, int]] = []
    repeated: Counter[str] = Counter()
    for begin, end in zip(pages, ends, strict=True):
        lines = _lines(text, begin, end)
        here = dict.fromkeys([*lines[:_EDGE], *lines[-_EDGE:]])
        edges.extend(here)
        repeated.update({words for words, _, _ in here})
        # the number of the page stands alone below an imprint
        if lines and lines[-1][0].isdecimal() and bisect_left(imprints, begin) < bisect_left(imprints, end):
            found.append(lines[-1][1:])
    found.extend((low, high) for words, low, high in edges if repeated[words] > 2 and not words.isdecimal())
    return tuple(sorted(set(found)))


def _is_imprint(words: str, own: str | None) -> bool:
    """Tell whether a line that may be one of an imprint is; another paper's identifier alone on a line cites it."""
    identifier = _IDENTIFIER_LINE.fullmatch(words)
    return identifier is None or identifier["id"] == own


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
