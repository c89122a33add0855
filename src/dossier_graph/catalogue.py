"""ontology/dossier.ttl as Python objects: the classes, relations and attributes a graph may use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from dossier_graph.data import ontology_folder
from dossier_graph.graph.vocabulary import DG, OWL, RDF, RDFS, SCHEMA, SKOS

__all__ = ["AttributeTerm", "Catalogue", "ClassTerm", "RelationTerm", "Term", "read_catalogue"]


@dataclass(frozen=True, slots=True)
class Term:
    """What every term has: its local name, full IRI, and a label and a definition in Dutch and in English."""

    name: str
    iri: str
    label_nl: str
    label_en: str
    definition_nl: str
    definition_en: str


@dataclass(frozen=True, slots=True)
class ClassTerm(Term):
    """A class. `supers` are the classes directly above: our own by local name ("Document"), others by full IRI."""

    supers: tuple[str, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class RelationTerm(Term):
    """A relation between things, read from subject to object.

    `domain` and `range` are local names of classes: a thing of any one of them, or of a class below it, will do.
    `supers` are as in ClassTerm, `inverse` is a local name.
    """

    supers: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    inverse: str | None
    colour: str


@dataclass(frozen=True, slots=True)
class AttributeTerm(Term):
    """A property whose value is a literal; `datatype` is the full IRI of its datatype, `domain` as in RelationTerm."""

    domain: tuple[str, ...]
    datatype: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All terms by local name, in the order of the file."""

    classes: Mapping[str, ClassTerm]
    relations: Mapping[str, RelationTerm]
    attributes: Mapping[str, AttributeTerm]

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Return the local names of our own classes above a class, nearest first.

        Raises KeyError when there is no such class.

        >>> read_catalogue().ancestors("Citatie")
        ('Bewering',)
        >>> read_catalogue().ancestors("Document")
        ()
        """
        found: list[str] = []
        level = [name]
        while level:
            above = [upper for lower in level for upper in self.classes[lower].supers if upper in self.classes]
            level = [upper for upper in dict.fromkeys(above) if upper not in found]
            found += level
        return tuple(found)


@cache
def read_catalogue() -> Catalogue:
    """Read the ontology that ships with the package; the file is read once.

    >>> catalogue = read_catalogue()
    >>> catalogue.relations["heeftBijlage"].label_nl
    'heeft als bijlage'
    >>> catalogue.relations["heeftBijlage"].inverse
    'bijlageVan'
    """
    terms: defaultdict[str, _Statements] = defaultdict(_Statements)
    for quad in parse(path=ontology_folder() / "dossier.ttl", format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            terms[quad.subject.value][quad.predicate].append(quad.object)
    classes, relations, attributes = [], [], []
    for iri, term in terms.items():
        kinds = term[RDF["type"]]
        if OWL["Class"] in kinds:
            classes.append(_class(iri, term))
        elif OWL["ObjectProperty"] in kinds:
            relations.append(_relation(iri, term))
        elif OWL["DatatypeProperty"] in kinds:
            attributes.append(_attribute(iri, term))
    return Catalogue(
        classes=MappingProxyType({term.name: term for term in classes}),
        relations=MappingProxyType({term.name: term for term in relations}),
        attributes=MappingProxyType({term.name: term for term in attributes}),
    )


class _Statements(defaultdict[NamedNode, list[NamedNode | Literal]]):
    """What the file says of one term, by predicate."""

    def __init__(self) -> None:
        super().__init__(list)

    def text(self, predicate: NamedNode, language: str | None = None) -> str:
        literals = (value for value in self[predicate] if isinstance(value, Literal))
        (text,) = (literal.value for literal in literals if literal.language == language)
        return text

    def words(self, iri: str) -> tuple[str, str, str, str, str, str]:
        """Return the fields of Term, in their order."""
        labels = self.text(RDFS["label"], "nl"), self.text(RDFS["label"], "en")
        definitions = self.text(SKOS["definition"], "nl"), self.text(SKOS["definition"], "en")
        return (_name(iri), iri, *labels, *definitions)

    def names(self, *predicates: NamedNode) -> tuple[str, ...]:
        return tuple(_name(value.value) for predicate in predicates for value in self[predicate])


def _name(iri: str) -> str:
    """Return the local name of a term of ours, and any other IRI as it is."""
    return iri.removeprefix(DG.iri)


def _class(iri: str, term: _Statements) -> ClassTerm:
    return ClassTerm(*term.words(iri), supers=term.names(RDFS["subClassOf"]), colour=term.text(DG["kleur"]))


def _relation(iri: str, term: _Statements) -> RelationTerm:
    return RelationTerm(
        *term.words(iri),
        supers=term.names(RDFS["subPropertyOf"]),
        domain=term.names(RDFS["domain"], SCHEMA["domainIncludes"]),
        range=term.names(RDFS["range"], SCHEMA["rangeIncludes"]),
        inverse=next(iter(term.names(OWL["inverseOf"])), None),
        colour=term.text(DG["kleur"]),
    )


def _attribute(iri: str, term: _Statements) -> AttributeTerm:
    (datatype,) = term.names(RDFS["range"])
    return AttributeTerm(
        *term.words(iri), domain=term.names(RDFS["domain"], SCHEMA["domainIncludes"]), datatype=datatype
    )
