"""Things and statements to triples: IRIs, classes with their super-classes, and the evidence of every edge.

An edge that rests on text stands twice: as the plain triple, and as a Citatie or Bewering with the passage it was read
from. There are no blank nodes; every IRI follows from what it names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from dossier_graph.catalogue import read_catalogue
from dossier_graph.graph.vocabulary import BASE, DCTERMS, DG, OA, OWL, PREFIXES, RDF, RDFS, XSD, thing
from dossier_graph.model import Evidence, Statement, Thing

__all__ = ["iri", "to_triples"]

_CITATIONS = frozenset({"verwijstNaar", "reactieOp", "uitvoeringVan", "heeftBijlage", "kondigtWijzigingAan"})
# What the fragments that lead into a file follow, by how they begin.
_FRAGMENTS = {"page": "http://tools.ietf.org/rfc/rfc3778", "line": "http://tools.ietf.org/rfc/rfc5147"}
_DUTCH = frozenset({"dcterms:title", "dg:datumAfgeleidUit"})


def iri(key: str, base: str = BASE) -> NamedNode:
    """Return the IRI of the thing with this key: a whole IRI as it is, a local name under the base.

    >>> iri("kst-19637-3171").value
    'https://w3id.org/dossier-graph/id/kst-19637-3171'
    """
    return NamedNode(key) if key.startswith(("http://", "https://")) else thing(key, base)


def _property(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def _literal(name: str, value: str | date) -> Literal:
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=XSD["date"])
    if name == "dcterms:date":
        return Literal(value, datatype=XSD["gYearMonth"])  # a paper that prints a month alone
    return Literal(value, language="nl") if name in _DUTCH else Literal(value)


def _thing(one: Thing, base: str) -> Iterator[Triple]:
    subject = iri(one.key, base)
    catalogue = read_catalogue()
    for name in one.classes:
        for class_ in (name, *catalogue.ancestors(name)):
            yield Triple(subject, RDF["type"], DG[class_])
    yield Triple(subject, RDFS["label"], Literal(one.label_nl, language="nl"))
    if one.label_en:
        yield Triple(subject, RDFS["label"], Literal(one.label_en, language="en"))
    if one.page:
        yield Triple(subject, RDFS["seeAlso"], NamedNode(one.page))
    if one.same_as:
        yield Triple(subject, OWL["sameAs"], NamedNode(one.same_as))
    if one.part_of:
        yield Triple(subject, DCTERMS["isPartOf"], iri(one.part_of, base))
    if one.unresolved:
        yield Triple(subject, DG["onopgelost"], Literal(one.unresolved, language="nl"))
    for name, values in one.attributes.items():
        for value in values:
            yield Triple(subject, _property(name), _literal(name, value))


def _passage(evidence: Evidence, base: str) -> tuple[NamedNode, list[Triple]]:
    file = f"{evidence.paper}-{evidence.copy}" if evidence.copy else evidence.paper
    local = f"passage-{file}-{evidence.start}-{evidence.end}"
    passage, quote, position = (iri(local + end, base) for end in ("", "-citaat", "-positie"))
    triples = [
        Triple(passage, RDF["type"], DG["Passage"]),
        Triple(passage, OA["hasSource"], iri(evidence.paper, base)),
        Triple(passage, OA["hasSelector"], quote),
        Triple(passage, OA["hasSelector"], position),
        Triple(quote, RDF["type"], OA["TextQuoteSelector"]),
        Triple(quote, OA["exact"], Literal(evidence.quote)),
        Triple(quote, OA["prefix"], Literal(evidence.prefix)),
        Triple(quote, OA["suffix"], Literal(evidence.suffix)),
        Triple(position, RDF["type"], OA["TextPositionSelector"]),
        Triple(position, OA["start"], Literal(str(evidence.start), datatype=XSD["nonNegativeInteger"])),
        Triple(position, OA["end"], Literal(str(evidence.end), datatype=XSD["nonNegativeInteger"])),
    ]
    if evidence.place is not None:
        place = iri(f"{local}-plaats", base)
        triples += [
            Triple(passage, OA["hasSelector"], place),
            Triple(place, RDF["type"], OA["FragmentSelector"]),
            Triple(place, RDF["value"], Literal(evidence.place)),
        ]
        if scheme := _FRAGMENTS.get(evidence.place.partition("=")[0]):
            triples.append(Triple(place, DCTERMS["conformsTo"], NamedNode(scheme)))
    if evidence.page is not None:
        triples.append(Triple(passage, DG["pagina"], Literal(str(evidence.page), datatype=XSD["integer"])))
    if evidence.footnote is not None:
        triples.append(Triple(passage, DG["voetnoot"], Literal(evidence.footnote)))
    return passage, triples


def _statement(one: Statement, base: str) -> Iterator[Triple]:
    subject, predicate, object_ = iri(one.subject, base), DG[one.relation], iri(one.object, base)
    yield Triple(subject, predicate, object_)
    if one.evidence is None:
        return
    passage, triples = _passage(one.evidence, base)
    yield from triples
    # of the keys, so that the name of the claim is the same under every base
    digest = hashlib.sha256(
        "|".join((one.subject, one.relation, one.object, passage.value.rpartition("/id/")[2])).encode()
    )
    kind = "citatie" if one.relation in _CITATIONS else "bewering"
    claim = iri(f"{kind}-{digest.hexdigest()[:16]}", base)
    yield Triple(claim, RDF["type"], DG["Bewering"])
    if kind == "citatie":
        yield Triple(claim, RDF["type"], DG["Citatie"])
    yield Triple(claim, RDF["subject"], subject)
    yield Triple(claim, RDF["predicate"], predicate)
    yield Triple(claim, RDF["object"], object_)
    yield Triple(claim, DG["afgeleidUit"], passage)
    yield Triple(claim, DG["regel"], Literal(one.evidence.rule))
    yield Triple(claim, DG["zekerheid"], Literal(str(one.evidence.confidence), datatype=XSD["decimal"]))


def to_triples(things: Iterable[Thing], statements: Iterable[Statement], base: str = BASE) -> Iterator[Triple]:
    """Yield the triples of a graph; one that several statements give comes several times.

    >>> triples = to_triples([Thing("dossier-19637", ("Dossier",), "Dossier 19 637")], [])
    >>> sorted(triple.predicate.value.rpartition("#")[2] for triple in triples)
    ['label', 'type']
    """
    for one in things:
        yield from _thing(one, base)
    for statement in statements:
        yield from _statement(statement, base)
