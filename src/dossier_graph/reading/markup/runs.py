"""Words that stand behind one another in HTML: where their lines end, and which of them are blocks."""

from __future__ import annotations

from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.outline import Block, BlockBuilder

__all__ = ["Run"]

# What an item begins with that bears its own number or mark.
_NUMBERED_ITEM = regex.compile(
    r"(?:[-–—•·*o§]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6})[.)°]|\d{1,3}(?:\.\d{1,3})+)(?=\s|$)"
)
_GOES_ON = regex.compile(r"^\p{Ll}")
_UNFINISHED = regex.compile(r"(?<!\p{L})(?:van|voor|de|het|der|den|en|nr\.|artikel)$")
_FULL_LINE = 60  # characters; a line so long that ends in a word was broken for its length
_LINE = 100  # characters of the longest line of an address or a signature


class Run:
    """Words that stand behind one another: one block, or a block for each line of an address or a signature.

    >>> run = Run(Role.PARAGRAPH, place="line=3")
    >>> run.add("De Minister van")
    >>> run.end_line()
    >>> run.add("Defensie,")
    >>> run.end_line()
    >>> run.add("A.B. de Jong")
    >>> [block.text for block in run.build()]
    ['De Minister van Defensie,', 'A.B. de Jong']
    """

    def __init__(
        self, role: Role, *, level: int = 0, place: str = "", label: str = "", key: str = "", note_label: str = ""
    ) -> None:
        self._made = [BlockBuilder(role, level, place, key, note_label)]
        self._label = label  # of an item
        self._breaks = 0
        self._length = 0
        self._linked = False
        self._opened: tuple[int, int] | None = None
        self.end = ""  # the last words of the line

    def add(self, words: str) -> None:
        """Append words."""
        if words.strip():
            self._settle(words.strip())
        self._made[-1].add(words)
        self.end = (self.end + words)[-_LINE:]
        self._length += len(words)

    def mark(self, label: str, key: str) -> None:
        """Append the marker of a note."""
        self._settle(label)
        self._made[-1].mark(label, key)

    def open_link(self) -> bool:
        """Begin a link, whose words stay in one block; return whether it is not inside another."""
        begins = not self._linked
        self._linked = True
        return begins

    def close_link(self, identifier: str) -> None:
        """Tie the words since the beginning of the link to an official identifier."""
        if self._opened:
            self._made[-1].close_link(self._opened, identifier)
        self._linked, self._opened = False, None

    def end_line(self) -> None:
        """End a line, which goes on when the next words are those of the same sentence."""
        self._breaks += self._opened is None
        self._made[-1].add(" ")

    def begin_note(self, place: str, key: str, label: str) -> None:
        """Let the words from here on be those of a note of its own."""
        self._made.append(BlockBuilder(Role.NOTE, 0, place, key, label))
        self._opened = None

    def build(self) -> list[Block]:
        """Return the blocks that have words."""
        made = [one.build() for one in self._made if not one.empty]
        if len(made) > 1 and made[0].role is Role.PARAGRAPH:
            short = all(len(one.text) <= _LINE for one in made)
            made = [replace(one, role=Role.LINE if short else Role.PARAGRAPH) for one in made]
        return made

    def _settle(self, words: str) -> None:
        """Go on in the block that the next words belong to."""
        self._break_line(words)
        if self._linked and self._opened is None:
            self._opened = self._made[-1].open_link()

    def _break_line(self, words: str) -> None:
        """Begin a new block for words behind the end of a line that is no mere break of a long line."""
        made = self._made[-1]
        if made.empty and self._label:
            if not _NUMBERED_ITEM.match(words):
                made.add(f"{self._label} ")
            self._label = ""
        breaks, self._breaks = self._breaks, 0
        if not breaks or made.empty or made.role is not Role.PARAGRAPH:
            return
        end = self.end.rstrip()
        wrapped = self._length > _FULL_LINE and end[-1:].isalnum()
        if breaks == 1 and (wrapped or _GOES_ON.match(words) or _UNFINISHED.search(end)):
            return
        self._made.append(BlockBuilder(made.role, made.level, made.place))
        self.end, self._length = "", 0
