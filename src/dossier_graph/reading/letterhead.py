"""What stands above or beside the text of a paper: letterheads of ministries, mastheads of the Kamer, imprints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from dossier_graph.model import Role
from dossier_graph.reading.outline import Block
from dossier_graph.reading.pages import find_imprints

__all__ = ["is_label", "is_page_number", "set_apart"]

_HEAD = 40  # blocks in which a paper shows its letterhead
_LONGEST_VALUE = 180
_SENTENCE = 60  # characters; what ends in a full stop and is longer is no value of a label
_PROSE = {Role.PARAGRAPH, Role.LINE}
_APART = {Role.PARAGRAPH, Role.LINE, Role.MARGIN}
_LABEL = regex.compile(
    r"""
    (?: Datum | Betreft | Onderwerp | (?:Ons|Uw)\ (?:kenmerk|referentie|brief(?:\ van)?) | Kenmerk | Onze\ referentie
      | Referentie | Bijlagen? | Contactpersoon | Projectnaam | Dossier(?:nummer)? | Doorkiesnummer | Auteur | Directie
      | Telefoon(?:nummer)? | Registratienummer | Aan | Van | Deadline | Afdeling | Kopie(?:\ aan)? | E-mail(?:adres)?
    ) \s?:?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# A line that begins with a label that nobody begins a sentence with like this.
_LABELLED = regex.compile(
    r"(?:Datum|Betreft|Onderwerp|(?:Ons|Uw) kenmerk|Kenmerk|Bijlagen?)\s?(?::|$)|> ?Retouradres\b"
)
_MASTHEAD = regex.compile(
    r"(?i)(?:Tweede|Eerste) Kamer der Staten-Generaal(?: \d)?|Vergaderjaar \d{4}\s?[-–/]\s?\d{2,4}(?: .{0,80})?"
)
_PAGE_NUMBER = regex.compile(
    r"(?i)[-–| ]*+(?:(?:pagina|blad|page|p\.)\s?)?+(?:\d{1,4}(?!\d))?+(?:\s?(?:van|of|/)\s?(?:\d{1,4})?)?+[-–| ]*"
)


def is_label(words: str) -> bool:
    """Tell whether words are the label of something in a letterhead.

    >>> is_label("Ons kenmerk"), is_label("Ons plan")
    (True, False)
    """
    return _LABEL.fullmatch(words) is not None


def is_page_number(words: str) -> bool:
    """Tell whether words are the number of a page or what is left of it without the number.

    >>> [is_page_number(words) for words in ("Pagina 2 van 4", "- 3 -", "Pagina van", "5401166")]
    [True, True, True, False]
    """
    return _PAGE_NUMBER.fullmatch(words) is not None


def set_apart(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with what is a letterhead or masthead in the margin, with imprints as what runs on pages.

    >>> made = set_apart([Block(Role.PARAGRAPH, words) for words in ("Datum: 3 mei 2024", "Datum van ingang is mei.")])
    >>> [block.role.value for block in made]
    ['margin', 'paragraph']
    """
    apart: list[Block] = []
    value = False  # the block is what the label before it is of
    for place, block in enumerate(blocks):
        role = block.role
        labelled = _LABELLED.match(block.text) if place < _HEAD and role in _PROSE else None
        if place < _HEAD and role in _PROSE:
            short = value and len(block.text) <= _LONGEST_VALUE and not _is_sentence(block.text)
            if labelled or short or _MASTHEAD.fullmatch(block.text):
                role = Role.MARGIN
        if role in _APART and len(block.text) <= _LONGEST_VALUE and find_imprints(block.text):
            role = Role.RUNNING
        value = labelled is not None and labelled.end() == len(block.text)
        apart.append(block if role is block.role else replace(block, role=role))
    return apart


def _is_sentence(words: str) -> bool:
    return len(words) > _SENTENCE and words.endswith((".", "?", "!"))
