"""Words as typesetting and wrong encodings leave them to words as they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

import regex

__all__ = ["join_cut_word", "join_lines", "mend"]

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}  # but for ĳ, a letter of Dutch
)
# UTF-8 that was read as Windows-1252: "Ã«" is ë, "â€™" is ’. No such pair of letters is written in any language.
_MISREAD = regex.compile(
    # "Å" ends words, too: "PÅ" in front of a quotation mark or a space that holds
    r"(?:[ÂÃ]|Å(?![\u00a0»‘’“”]))[\u0080-\u00bfŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â[€‚„†‡ˆ‰][\u0080-\u00ffŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™¦]"
)
# Latin letters that a missing table of characters leaves in the private use area: Symbol's bullets.
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf0fc": "•", "\uf02d": "–", "\uf0a8": "•"})
# An accent that is printed as a character of its own behind its letter: "Kostic´". Behind other letters it is a quote.
_BEHIND = regex.compile(r"[cCzZ]´|\p{L}[ˇ¸]")
_ACCENTS = str.maketrans({"´": "\u0301", "ˇ": "\u030c", "¸": "\u0327"})
_ADDRESS = regex.compile(r"[(<]?(?:https?:|www\.)")
_ADDRESS_REST = regex.compile(r"(?!https?:|www\.)\S*(?:[%=&_?]|\S/\S|\p{Ll}-\S*/|\.(?:html?|pdf|aspx)\b)")
_ADDRESS_LENGTH = 300  # characters that are looked at: each place of them, up to the end of them
# Between which parts of a word Dutch always writes a hyphen: titles, who is no longer or is not something, a letter.
_ALWAYS_HYPHENED = tuple(
    (regex.compile(rf"(?i)(?:{first})"), regex.compile(second))
    for first, second in (
        (r"\p{L}", r"\p{Ll}"),
        (r"(?:vice)?minister", r"president"),
        (r"\p{L}+", r"generaal\b"),
        (r"adjunct|substituut", r"\p{Ll}"),
        (r"vice", r"\p{Ll}"),
        (r"oud", r"(?!st|er|heid|tijds|jaar|je|oom|tante|bakken)\p{Ll}"),
        (r"niet", r"(?!temin|tegenstaande)\p{Ll}"),
        (r"non", r"(?!sens|chal|n)\p{Ll}"),
        (
            r"ex",
            r"(?:minister|president|premier|partner|echtgeno|vrouw|man|gedetineerde|militair|werknemer|bestuurder)",
        ),
        (r"sociaal", r"(?:economisch|cultureel|maatschappelijk|medisch|emotioneel)"),
        (r"publiek", r"priva(?:te|at)"),
        (
            r"moties?|amendement(?:en)?|commissie|kabinet|wet|plan|rapport|zaak",
            r"(?:van|de|den|der|ten|ter|te|in|op)(?: (?:de|den|der|het|’t))? \p{Lu}",
        ),
    )
)
_AND = ("en ", "of ")


def mend(words: str) -> str:
    r"""Return words with ligatures written out, accents put on their letters, UTF-8 read as such.

    >>> mend("ﬁnanciÃ«le ofﬁcie\u0308le")
    'financiële officiële'
    """
    if words.isascii():
        return words
    if _MISREAD.search(words):
        words = _MISREAD.sub(_reread, words)
    words = _BEHIND.sub(lambda found: found[0].translate(_ACCENTS), words)
    return unicodedata.normalize("NFC", words.translate(_LIGATURES).translate(_SYMBOLS))


def _reread(found: regex.Match[str]) -> str:
    try:
        # a byte that Windows-1252 leaves free stands for itself
        data = b"".join(bytes([ord(one)]) if ord(one) < 256 else one.encode("cp1252") for one in found[0])
        return data.decode("utf-8")
    except UnicodeError:
        return found[0]


def join_cut_word(before: str, after: str, known: Container[str] = frozenset()) -> str:
    """Return what stands between two parts of a line end behind whose last word a hyphen stands.

    `before` ends in front of the hyphen. The hyphen has cut the word, and goes; or it belongs there, and stays:
    "IenW-beleid", "opvang- en zorg". `known` are the words of the paper in small letters: of two ways to write a word
    it is the one that the paper uses elsewhere.

    >>> join_cut_word("het opvang", "beleid"), join_cut_word("opvang", "en zorg"), join_cut_word("het IenW", "beleid")
    ('', '- ', '-')
    >>> join_cut_word("take", "off is", {"take-off"})
    '-'
    """
    last, first = before[-1:], after[:1]
    if last.isalpha() and first.islower():
        if after.startswith(_AND) or after in {"en", "of"}:
            return "- "
        if not last.islower() or _keeps_hyphen(before, after):
            return "-"
        return "-" if _hyphened(before, after) in known else ""
    return "-" if (last.isalnum() and first.isalnum()) or first == "" else "- "


def join_lines(before: str, after: str, known: Container[str] = frozenset()) -> str:
    """Return a line of a paragraph with what stands between it and the next one: a space, or nothing.

    A word is put together again where a hyphen at the line end has cut it, and an address where it was broken off.

    >>> join_lines("de voorge-", "schreven rente"), join_lines("zie https://", "www.movisie.nl/a")
    ('de voorge', 'zie https://')
    >>> join_lines("de brief van", "mei")
    'de brief van '
    """
    last, first = before[before.rfind(" ") + 1 :], after[: after.find(" ") if " " in after else len(after)]
    if _ADDRESS.match(last):
        if (
            last[-1] in "-/_=&?%#:"
            or (last[-1] == "." and first[:1].islower())
            or _ADDRESS_REST.match(first[:_ADDRESS_LENGTH])
        ):
            return before
        return f"{before} "
    if last[-1:] == "/" and last[-2:-1].isalpha() and first[:1].islower():
        return before
    if before.endswith("-") and last != "-":
        return before[:-1] + join_cut_word(before[:-1], after, known)
    return f"{before} "


def _keeps_hyphen(before: str, after: str) -> bool:
    """Tell whether Dutch writes a hyphen between two parts of a word, wherever the line ends."""
    head = regex.search(r"\p{L}*$", before[-40:])
    return head is not None and any(
        first.fullmatch(head[0]) and second.match(after) for first, second in _ALWAYS_HYPHENED
    )


def _hyphened(before: str, after: str) -> str:
    head = regex.search(r"[\p{L}-]*$", before[-40:])
    tail = regex.match(r"[\p{L}-]*", after[:40])
    return f"{head[0] if head else ''}-{tail[0] if tail else ''}".casefold()
