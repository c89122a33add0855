"""The vocabularies a graph is written in, and the IRIs of its things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from dossier_graph.errors import DossierGraphError

__all__ = [
    "BASE",
    "CITO",
    "DCTERMS",
    "DG",
    "ELI",
    "FOAF",
    "OA",
    "ORG",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SKOS",
    "XSD",
    "BaseError",
    "Namespace",
    "check_base",
    "thing",
]


@dataclass(frozen=True, slots=True)
class Namespace:
    """The IRI that all terms of one vocabulary begin with.

    >>> FOAF["name"]
    <NamedNode value=http://xmlns.com/foaf/0.1/name>
    >>> FOAF["name"] == FOAF.term("name")
    True
    """

    iri: str

    def term(self, name: str) -> NamedNode:
        """Return the IRI of a term; whether the vocabulary defines it is not checked."""
        return _term(self.iri, name)

    __getitem__ = term


@cache  # every triple has one
def _term(namespace: str, name: str) -> NamedNode:
    return NamedNode(namespace + name)


BASE: Final = "https://w3id.org/dossier-graph/"

# dossier-graph itself; the terms stay here whatever base the things get
DG: Final = Namespace(BASE + "ontology#")

# documents and citations
CITO: Final = Namespace("http://purl.org/spar/cito/")
DCTERMS: Final = Namespace("http://purl.org/dc/terms/")
ELI: Final = Namespace("http://data.europa.eu/eli/ontology#")
SCHEMA: Final = Namespace("https://schema.org/")

# people and organisations
FOAF: Final = Namespace("http://xmlns.com/foaf/0.1/")
ORG: Final = Namespace("http://www.w3.org/ns/org#")

# provenance and places in a text
OA: Final = Namespace("http://www.w3.org/ns/oa#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")

# the language itself
OWL: Final = Namespace("http://www.w3.org/2002/07/owl#")
RDF: Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SKOS: Final = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD: Final = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cito": CITO.iri,
        "dcterms": DCTERMS.iri,
        "dg": DG.iri,
        "eli": ELI.iri,
        "foaf": FOAF.iri,
        "oa": OA.iri,
        "org": ORG.iri,
        "owl": OWL.iri,
        "prov": PROV.iri,
        "rdf": RDF.iri,
        "rdfs": RDFS.iri,
        "schema": SCHEMA.iri,
        "skos": SKOS.iri,
        "xsd": XSD.iri,
    }
)

_KEPT_WHOLE: Final = re.compile(r"[A-Za-z0-9._~-]*")

# RFC 3987, ipchar without "%", and "/" between segments
_ASCII_KEPT: Final = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + "-._~" + "!$&'()*+,;=" + ":@" + "/"
)


@lru_cache(maxsize=100_000)  # a large graph names its papers in every triple
def thing(local: str, base: str = BASE) -> NamedNode:
    """Return the IRI of a thing, such as a Kamerstuk or a Persoon, from its local name.

    The first "#" sets off a part of the thing and stays, as do "=", "&" and "/". What may not stand there according to
    RFC 3987 is percent-encoded: blanks, quotation marks, "%" itself, "?" (which would begin a query), a second "#".
    Letters with accents stay. Different local names never give the same IRI. `base` ends in "/".

    >>> thing("BWBR0011823#artikel=4&lid=2").value
    'https://w3id.org/dossier-graph/id/BWBR0011823#artikel=4&lid=2'
    >>> thing("rapport-100% veilig", base="https://example.org/").value
    'https://example.org/id/rapport-100%25%20veilig'
    """
    whole, mark, part = local.partition("#")
    return NamedNode(f"{base}id/{_encoded(whole)}{mark}{_encoded(part)}")


def _encoded(name: str) -> str:
    if _KEPT_WHOLE.fullmatch(name):
        return name
    return "".join(
        character if _may_stand(character) else quote(character, safe="", errors="surrogatepass") for character in name
    )


def _may_stand(character: str) -> bool:
    return character in _ASCII_KEPT if character.isascii() else character.isalnum()


class BaseError(DossierGraphError):
    """A base that things cannot be named under."""


def check_base(base: str) -> None:
    """Check that IRIs can begin with `base`.

    Raises:
        BaseError: it is no http(s) IRI with a host that ends in "/", or it has a query or fragment.

    >>> check_base("https://example.org/dossiers/")

    """
    if not base.startswith(("http://", "https://")) or not base.endswith("/"):
        raise BaseError(f"{base!r} is no base for IRIs; give one that begins with https:// and ends in /")
    if "#" in base or "?" in base:
        raise BaseError(f"{base!r} holds a # or ?, behind which no part of an IRI names a thing; leave it out")
    try:
        NamedNode(base)
        host = urlsplit(base).hostname
    except ValueError:
        raise BaseError(f"{base!r} holds characters that an IRI cannot have; leave them out") from None
    if not host:
        raise BaseError(f"{base!r} is a base without a host; give one such as https://example.org/")
