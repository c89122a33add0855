"""A paper as a word processor keeps it, DOCX or ODT: paragraphs, tables, boxes beside them, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dossier_graph.reading.outline import NOTHING_STATED, Stated

__all__ = [
    "BREAK",
    "PAGE_BREAK",
    "TAB",
    "Box",
    "Flow",
    "Grid",
    "Manuscript",
    "Note",
    "Passage",
    "Piece",
    "columns",
    "passages",
    "words",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph in one make-up: raised above the line, or the marker of the note with this key."""

    text: str
    key: str = ""
    raised: bool = False


BREAK = Piece("\n")  # the line ends here, the paragraph goes on
TAB = Piece("\t")
PAGE_BREAK = Piece("\f")  # a new page begins here


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its pieces, and the number or bullet that a list puts in front of it.

    `level` is that of a heading, from 1, else 0. `item` tells whether it stands in a list. `place` is where it stands
    in the file, as a fragment.
    """

    pieces: tuple[Piece, ...]
    level: int = 0
    label: str = ""
    item: bool = False
    place: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells. `ruled` tells whether lines are drawn in it, which a table for layout has not."""

    rows: tuple[tuple[Flow, ...], ...]
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """What is set at a place of the page, beside the text."""

    flow: Flow


Flow: TypeAlias = "tuple[Passage | Grid | Box, ...]"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: what markers lead to it, its number, and its text.

    `typed` tells that the author typed the mark, in the note as well.
    """

    key: str
    label: str
    flow: Flow
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A paper as a word processor keeps it.

    `letterhead` is what stands above its first page alone, `running` what is printed on its pages, each once. `paged`
    tells whether every page of it begins with a PAGE_BREAK, but for the first.
    """

    format: str
    body: Flow
    letterhead: Flow = ()
    running: tuple[Flow, ...] = ()
    notes: tuple[Note, ...] = ()
    paged: bool = False
    stated: Stated = NOTHING_STATED
    remarks: tuple[str, ...] = ()


def passages(flow: Flow) -> Iterator[Passage]:
    """Yield the paragraphs of a flow, those in tables and boxes as well.

    >>> cell = (Passage((Piece("vier"),)),)
    >>> [words(one.pieces) for one in passages((Passage((Piece("drie"),)), Grid(((cell,),))))]
    ['drie', 'vier']
    """
    for one in flow:
        if isinstance(one, Passage):
            yield one
        elif isinstance(one, Box):
            yield from passages(one.flow)
        else:
            for row in one.rows:
                for cell in row:
                    yield from passages(cell)


def words(pieces: Sequence[Piece]) -> str:
    """Return the words of pieces, with one space for any white space.

    >>> words((Piece("Den "), Piece(" Haag"), BREAK))
    'Den Haag'
    """
    return " ".join("".join(piece.text for piece in pieces).split())


def columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces between tabs, those that hold words.

    >>> [words(column) for column in columns((Piece("Datum"), TAB, TAB, Piece("3 mei 2024")))]
    ['Datum', '3 mei 2024']
    """
    held: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece == TAB:
            held.append([])
        else:
            held[-1].append(piece)
    return [column for column in held if words(column)]
