"""Words in, what is recognised in them out: for the tests of this folder, with a register of a few names."""

from __future__ import annotations

from functools import cache

from dossier_graph.model import Document, Mention, Mentions, Responsibility
from dossier_graph.reading import read_document
from dossier_graph.recognition import Recognition
from dossier_graph.recognition.lexicon import Lexicon, Name

_NAMES = (
    Name("Vreemdelingenwet 2000", "BWBR0011823", "wet", "Vreemdelingenwet 2000"),
    Name("Vw 2000", "BWBR0011823", "wet", "Vreemdelingenwet 2000", abbreviation=True),
    Name("Vw", "BWBR0011823", "wet", "Vreemdelingenwet 2000", abbreviation=True),
    Name("Vb 2000", "BWBR0011825", "regeling", "Vreemdelingenbesluit 2000", abbreviation=True),
    Name("Wet verplaatsing bevolking", "BWBR0002098", "wet", "Wet verplaatsing bevolking"),
    Name("Zorgverzekeringswet", "BWBR0018450", "wet", "Zorgverzekeringswet"),
    Name("Zvw", "BWBR0018450", "wet", "Zorgverzekeringswet", abbreviation=True),
    Name("Omgevingswet", "BWBR0037885", "wet", "Omgevingswet"),
    Name("Opiumwet", "BWBR0001941", "wet", "Opiumwet"),
    Name("Ow", "BWBR0037885", "wet", "Omgevingswet", abbreviation=True),
    Name("Ow", "BWBR0001941", "wet", "Opiumwet", abbreviation=True),
    Name("Wet publieke gezondheid", "BWBR0024705", "wet", "Wet publieke gezondheid"),
    Name("Wet politiegegevens", "BWBR0022463", "wet", "Wet politiegegevens"),
    Name("Wpg", "BWBR0024705", "wet", "Wet publieke gezondheid", abbreviation=True),
    Name("Wpg", "BWBR0022463", "wet", "Wet politiegegevens", abbreviation=True),
    Name("Richtlijn tijdelijke bescherming", "32001L0055", "eu", "Richtlijn tijdelijke bescherming"),
    Name("RTB", "32001L0055", "eu", "Richtlijn tijdelijke bescherming", abbreviation=True),
    Name("AVG", "32016R0679", "eu", "Algemene verordening gegevensbescherming", abbreviation=True),
)


@cache
def _recognition() -> Recognition:
    return Recognition(Lexicon(_NAMES))


def recognise(text: str, name: str = "brief.txt") -> tuple[Document, Mentions]:
    """Return a text as it is read, and all that is recognised in it."""
    document = read_document(name, text.encode())
    return document, _recognition().recognise(document)


def citations(text: str, *kinds: str) -> list[Mention]:
    """Return the citations in a text, of these kinds or of all."""
    return [mention for mention in recognise(text)[1].citations if not kinds or mention.kind in kinds]


def duties(text: str, *relations: str) -> list[Responsibility]:
    """Return who is said to be responsible in a text, in these relations or in all."""
    return [duty for duty in recognise(text)[1].responsibilities if not relations or duty.relation in relations]
