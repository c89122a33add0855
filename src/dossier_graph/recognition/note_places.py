"""Where in a file the texts of its footnotes stand."""

from __future__ import annotations

from bisect import bisect_right

from dossier_graph.model import Document

__all__ = ["NotePlaces"]


class NotePlaces:
    """The footnotes of a document in the order of their texts."""

    def __init__(self, document: Document) -> None:
        self._notes = sorted(document.footnotes, key=lambda note: note.note_start)
        self._starts = [note.note_start for note in self._notes]

    def marker_at(self, offset: int) -> str | None:
        """Return the marker of the footnote whose text holds an offset of the file, None in the body."""
        place = bisect_right(self._starts, offset) - 1
        return self._notes[place].marker if place >= 0 and offset < self._notes[place].note_end else None
