"""Web addresses, also broken over lines."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import places

__all__ = ["find_addresses"]

_START = regex.compile(r"(?<![\w@/])(?:https?:\s?//[ ]?|www\.)(?=[\w\n])")
_PIECE = regex.compile(r"[^\s<>()\[\]«»“”\"|]+")
# An address goes on below when its line ends in "/" or "-" and the next begins as a path does, not as a note: "2Zie".
_NEXT_LINE = regex.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)?[^\S\n]*(?=[\p{Ll}\d%_~/.-])(?!\d{1,3}\s?\p{Lu}\p{Ll})")
_NEXT_HYPHEN = regex.compile(r"[^\S\n]*\n[^\S\n]*(?=-[\p{Ll}\d]+-)")
_LONGEST = 2000
_MARGIN = 200  # characters of white space between a line and the next


def find_addresses(text: str) -> Iterator[Mention]:
    r"""Yield the addresses in the text of a file, in its own offsets; the id is the address in one piece.

    >>> [mention.id for mention in find_addresses("zie www.rijksoverheid.nl/opvang-\nuit-oekraine.")]
    ['https://www.rijksoverheid.nl/opvang-uit-oekraine']
    """
    end = 0
    for start in sorted((*places(text, "http"), *places(text, "www."))):
        found = _START.match(text, start) if start >= end else None
        if found is None:
            continue
        at = stop = found.end()
        parts = [found[0].replace(" ", "")]
        while len(parts) < 20 and at - found.start() < _LONGEST:
            piece = _PIECE.match(text, at)
            if piece is None:
                gap = _NEXT_LINE.match(text, at, at + _MARGIN) if parts[-1].endswith("/") else None
            else:
                parts.append(piece[0])
                at = stop = piece.end()
                below = _NEXT_LINE if piece[0][-1] in "/-" else _NEXT_HYPHEN
                gap = below.match(text, at, at + _MARGIN)
            if gap is None:
                break
            at = gap.end()
        address = "".join(parts)
        bare = address.rstrip(".,;:!?'’*_")
        end = stop - (len(address) - len(bare))
        if "." in bare[4:] and end > found.end():
            yield Mention("url", bare if bare.startswith("http") else f"https://{bare}", found.start(), end, "adres")
