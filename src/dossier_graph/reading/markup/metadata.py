"""The publisher's own record of a paper: metadata.xml, metadata_owms.xml, and the same terms inside XML and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import regex
from lxml import etree

from dossier_graph.model import PaperDate
from dossier_graph.official_numbers import dossier_of
from dossier_graph.reading.markup.identifiers import identifier_of
from dossier_graph.reading.markup.parsing import parse_xml
from dossier_graph.reading.outline import Stated
from dossier_graph.reading.text import UnreadablePaperError

__all__ = ["Term", "dossier_number", "read_metadata", "state", "unprinted"]

Term = tuple[str, str]  # the name of a term with its prefix ("OVERHEIDop.dossiernummer"), and its value

_PREFIXES = frozenset({"dc", "dcterms", "overheid", "overheidop"})
# Classes by the beginning of a type (DC.type), the first that fits.
_KINDS = (
    ("Motie", ("motie",)),
    ("Amendement", ("amendement",)),
    ("Brief", ("brief",)),
    ("Verslag", ("verslag", "nader verslag", "voorlopig verslag", "lijst van vragen")),
    ("Kamervraag", ("aanhangsel van de handelingen", "kamervragen", "schriftelijke vragen", "mondelinge vragen")),
    ("Handeling", ("handeling",)),
)
# The day of a paper is that of its signing, its debate or its answer, never that of its publication. For papers of
# parliament "issued" is that day as well; for a Staatsblad it is the day of publication.
_DAYS = ("datumondertekening", "datumvergadering", "datumontvangst", "datumindiening")
_PARLIAMENT = ("kamerstuk", "aanhangsel van de handelingen", "kamervragen", "handeling", "niet-dossierstuk", "agenda")
_DOSSIER = regex.compile(r"(\d\d\s?\d{3}(?:-\d\d)?)(?:[\s;-]+(?:\(?R\d{4}\)?|([IVX]{1,6}[A-E]?|[A-Z])))?(?!\w)")
_NAMESPACES = {"http://purl.org/dc/terms/": "dcterms", "http://standaarden.overheid.nl/owms/terms/": "overheid"}


def read_metadata(data: bytes) -> Stated:
    """Return what the record beside a paper says of it.

    Raises:
        UnreadablePaperError: the bytes are no such record.

    >>> record = '<metadata_gegevens><metadata name="DC.identifier" content="kst-12345-6"/></metadata_gegevens>'
    >>> read_metadata(record.encode()).number
    'kst-12345-6'

    """
    root = parse_xml(data)
    name = etree.QName(root).localname
    if name == "metadata_gegevens":
        return state((one.get("name", ""), one.get("content", "")) for one in root)
    if name == "owms-metadata":
        return state(_owms_terms(root))
    raise UnreadablePaperError(f"is XML that holds no metadata of a paper ({name}); name a metadata.xml")


def state(terms: Iterable[Term]) -> Stated:
    """Return what terms of Dublin Core, OWMS and OEP say of a paper; terms of other vocabularies are passed over.

    >>> state([("DC.type", "Motie"), ("DCTERMS.issued", "2021-07-06"), ("OVERHEIDop.dossiernummer", "32545")]).kind
    'Motie'
    """
    values: dict[str, list[str]] = {}
    for name, value in terms:
        prefix, _, local = name.partition(".") if "." in name else name.partition(":")
        value = " ".join(value.split())
        if value and prefix.casefold() in _PREFIXES:
            values.setdefault(local.casefold(), []).append(value)
    first = {name: found[0] for name, found in values.items()}
    number = identifier_of(first.get("identifier", "")) or identifier_of(first.get("externmetadatarecord", ""))
    title = first.get("documenttitel") or first.get("title")
    types = [one.casefold() for one in values.get("type", ())]
    dossiers = [dossier_of(number or ""), *map(dossier_number, values.get("dossiernummer", ()))]
    return Stated(
        kind=_kind(types, title or ""),
        title=title,
        date=_day(first, types),
        number=number,
        dossiers=tuple(dict.fromkeys(filter(None, dossiers))),
        dossier_title=first.get("dossiertitel"),
    )


def dossier_number(words: str) -> str | None:
    """Return the number of a dossier with its chapter or letter, as identifiers have it.

    >>> dossier_number("36 600 XX"), dossier_number("34 356 (R2064)"), dossier_number("21 501-07")
    ('36600-XX', '34356', '21501-07')
    """
    found = _DOSSIER.match(words.strip())
    return "-".join(filter(None, ("".join(found[1].split()), found[2]))) if found else None


def _kind(types: list[str], title: str) -> str | None:
    for kind, beginnings in _KINDS:
        if any(one.startswith(beginnings) for one in types):
            return kind
    return "Beslisnota" if "bijlage" in types and title.casefold().startswith("beslisnota") else None


def _day(terms: dict[str, str], types: list[str]) -> PaperDate | None:
    names = (*_DAYS, "issued") if any(one.startswith(_PARLIAMENT) for one in types) else _DAYS
    for name in names:
        try:
            return PaperDate(date.fromisoformat(terms.get(name, "")[:10]))
        except ValueError:
            continue
    return None


def _owms_terms(root: etree._Element) -> Iterator[Term]:
    for one in root.iter(etree.Element):
        name = etree.QName(one)
        if len(one) == 0 and one.text:
            yield f"{_NAMESPACES.get(name.namespace or '', 'overheidop')}.{name.localname}", one.text


def unprinted(record: Stated) -> Stated:
    """Return what a record inside a paper adds to its words.

    A numbered paper prints its title, and most kinds print their day; read from the words these are the same in every
    format. A debate prints no title of its own, a bill or a memorandum no day.

    >>> unprinted(Stated(kind="Motie", title="Motie van het lid Jansen over fietsen", number="kst-12345-6")).title
    """
    debate = record.kind == "Handeling"
    return replace(
        record,
        title=record.title if debate or not record.number else None,
        date=record.date if debate or record.kind is None else None,
    )
