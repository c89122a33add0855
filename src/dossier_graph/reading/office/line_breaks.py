"""Where the author of a manuscript ended a line or a paragraph on purpose, and where in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.office.manuscript import BREAK, Box, Flow, Grid, Passage, Piece, words
from dossier_graph.reading.outline import Block

__all__ = ["as_lines", "continued", "lines"]

_FULL_LINE = 60  # characters; a line that is shorter was ended on purpose
_FULL_SENTENCE = 50  # characters; a paragraph that is shorter is no part of a longer one
_LONGEST_LINE = 90  # of an address or a signature
_CLAUSE_ENDS = ".?!;:…"
_SMALL_WORD = regex.compile(r"\p{Ll}\p{L}*\s")


def continued(flow: Flow) -> Iterator[Passage | Grid | Box]:
    """Yield a flow with one paragraph for those that their author ended in the middle of a sentence.

    A paragraph goes on with the next when it is a full line that ends in a letter, and that begins with a small word.

    >>> cut = (Passage((Piece("In antwoord op uw brief van 6 december 2023 deel ik u mede"),)),
    ...        Passage((Piece("dat de vragen worden beantwoord."),)))
    >>> len(list(continued(cut))), len(list(continued(cut[::-1])))
    (1, 2)
    """
    waiting: list[Passage] = []  # paragraphs of one sentence, which the next may go on with
    before = ""
    for one in flow:
        if not isinstance(one, Passage) or one.level or one.item:
            yield from _joined(waiting)
            waiting = []
            yield one
            continue
        after = words(one.pieces)
        if waiting and not _sentence_runs_on(before, after):
            yield from _joined(waiting)
            waiting = []
        waiting.append(one)
        before = after
    yield from _joined(waiting)


def lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the lines of a paragraph that its author ended on purpose: of an address, a signature, behind a label.

    A break in running text, behind a full line or before a small letter, is a space.

    >>> address = (Piece("Postbus 20018"), BREAK, Piece("2500 EA Den Haag"))
    >>> [words(line) for line in lines(address)]
    ['Postbus 20018', '2500 EA Den Haag']
    """
    line: list[Piece] = []
    before: str | None = None
    for row in _rows(pieces):
        after = words(row)
        if before is None or (before and after and _line_runs_on(before, after)):
            line += [Piece(" "), *row]
        else:
            yield line
            line = row
        before = after
    yield line


def as_lines(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those as lines that stand together and are short: an address, an office with its name."""
    short = [_is_line(block) for block in blocks]
    neighbours = zip([False, *short], [*short[1:], False], strict=False)
    return [
        replace(block, role=Role.LINE) if here and any(beside) else block
        for block, here, beside in zip(blocks, short, neighbours, strict=False)
    ]


def _joined(cut: Sequence[Passage]) -> Sequence[Passage]:
    if len(cut) < 2:
        return cut
    pieces = [piece for one in cut for piece in (BREAK, *one.pieces)]
    return [replace(cut[0], pieces=tuple(pieces[1:]))]


def _sentence_runs_on(before: str, after: str) -> bool:
    return len(before) >= _FULL_SENTENCE and before[-1].isalpha() and _SMALL_WORD.match(after) is not None


def _line_runs_on(before: str, after: str) -> bool:
    return after[0].islower() or (len(before) >= _FULL_LINE and before[-1] not in _CLAUSE_ENDS)


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    for piece in pieces:
        if piece == BREAK:
            yield row
            row = []
        else:
            row.append(piece)
    yield row


def _is_line(block: Block) -> bool:
    text = block.text
    if block.role is not Role.PARAGRAPH or not text or len(text) > _LONGEST_LINE:
        return False
    return not text[0].islower() and text[-1] not in _CLAUSE_ENDS
