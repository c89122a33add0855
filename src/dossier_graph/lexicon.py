"""The names of regelingen in the registers, as recognition wants them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier_graph.linking.registers import KnownPaper, Registers, Regulation
from dossier_graph.recognition.lexicon import Lexicon, Name

__all__ = ["read_lexicon"]

_KINDS = {"Wet": "wet", "EURichtlijn": "eu", "EUVerordening": "eu", "EUBesluit": "eu"}

_TITLE_KINDS = {"wet": "wet", "rijkswet": "wet", "wet-BES": "wet"}


def _names(entry: Regulation | KnownPaper, kind: str) -> Iterator[Name]:
    for written in (entry.name, *entry.also):
        yield Name(written, entry.id, kind, entry.name)
    for written in entry.abbreviations:
        yield Name(written, entry.id, kind, entry.name, abbreviation=True)


def read_lexicon(registers: Registers) -> Lexicon:
    """Return the names of all regelingen and known papers in the registers, and the titles of the Basiswettenbestand.

    An abbreviation that two regelingen share has no id of its own; the text decides by explaining it.
    """
    titles = ((title.written, title.id, _TITLE_KINDS.get(title.kind, "regeling")) for title in registers.titles)
    names = (name for one in registers.regulations for name in _names(one, _KINDS.get(one.kind, "regeling")))
    known_papers = (name for one in registers.known_papers for name in _names(one, "rapport"))
    return Lexicon((*names, *known_papers), titles)
