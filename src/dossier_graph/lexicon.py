"""The names of regelingen in the registers, as recognition wants them."""

from __future__ import annotations

from collections.abc import Iterator

from dossier_graph.linking.registers import Registers
from dossier_graph.recognition.lexicon import Lexicon, Name

__all__ = ["read_lexicon"]

_KINDS = {"Wet": "wet", "EURichtlijn": "eu", "EUVerordening": "eu", "EUBesluit": "eu"}

_TITLE_KINDS = {"wet": "wet", "rijkswet": "wet", "wet-BES": "wet"}


def _names(registers: Registers) -> Iterator[Name]:
    for regulation in registers.regulations:
        kind = _KINDS.get(regulation.kind, "regeling")
        for written in (regulation.name, *regulation.also):
            yield Name(written, regulation.id, kind, regulation.name)
        for written in regulation.abbreviations:
            yield Name(written, regulation.id, kind, regulation.name, abbreviation=True)


def _known_papers(registers: Registers) -> Iterator[Name]:
    for paper in registers.known_papers:
        for written in (paper.name, *paper.also):
            yield Name(written, paper.id, "rapport", paper.name)
        for written in paper.abbreviations:
            yield Name(written, paper.id, "rapport", paper.name, abbreviation=True)


def read_lexicon(registers: Registers) -> Lexicon:
    """Return the names of all regelingen and known papers in the registers, and the titles of the Basiswettenbestand.

    An abbreviation that two regelingen share has no id of its own; the text decides by explaining it.
    """
    titles = ((title.written, title.id, _TITLE_KINDS.get(title.kind, "regeling")) for title in registers.titles)
    return Lexicon((*_names(registers), *_known_papers(registers)), titles)
