"""Readable Turtle, sorted: the same triples give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import regex
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from dossier_graph.graph.vocabulary import PREFIXES, RDF, XSD

__all__ = ["write_turtle"]

# PN_LOCAL without what would have to be escaped; a trailing point is left out too
_LOCAL = regex.compile(r"(?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?")
# numbers that rdflib writes again as they are: without quotation marks "007" comes back as 7, "0.00000001" as 1E-8
_DECIMAL = regex.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]{1,6}")
_INTEGER = regex.compile(r"0|-?[1-9][0-9]*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"})
_CONTROL = regex.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_TYPE = RDF["type"].value

_Subject = NamedNode | BlankNode


def write_turtle(triples: Iterable[Triple], prefixes: Mapping[str, str] = PREFIXES) -> str:
    """Return triples as Turtle 1.1, subjects, predicates and objects in order of their IRIs, the class first.

    Only the prefixes that are used are declared.

    >>> from pyoxigraph import NamedNode
    >>> print(write_turtle([Triple(NamedNode("http://example.org/a"), RDF["type"], NamedNode("http://example.org/B"))]))
    <http://example.org/a> a <http://example.org/B> .
    <BLANKLINE>
    """
    writer = _Writer(prefixes)
    body = "\n".join(writer.subjects(triples))
    head = "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(writer.used))
    return f"{head}\n{body}" if head else body


class _Writer:
    """Writes terms and remembers which prefixes it used."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._namespaces = sorted(((iri, prefix) for prefix, iri in prefixes.items()), key=lambda pair: -len(pair[0]))
        self._names: dict[str, str] = {}
        self.used: set[str] = set()

    def subjects(self, triples: Iterable[Triple]) -> Iterator[str]:
        # one string for each predicate and each IRI, however often it occurs: a large graph fits in memory
        shared: dict[str, str] = {}
        rows: dict[str, set[tuple[bool, str, str]]] = {}
        for triple in triples:
            predicate = triple.predicate.value
            row = (predicate != _TYPE, shared.setdefault(predicate, predicate), self._object(triple.object))
            rows.setdefault(_key(triple.subject), set()).add(row)
        for subject in sorted(rows):
            lines: list[str] = []
            for (_, predicate), of_predicate in groupby(sorted(rows.pop(subject)), key=lambda row: row[:2]):
                objects = [row[2] for row in of_predicate]
                verb = "a" if predicate == _TYPE else self._iri(predicate)
                joint = ", " if sum(map(len, objects)) < 90 else ",\n        "
                lines.append(f"{verb} {joint.join(objects)}")
            named = subject if subject.startswith("_:") else self._iri(subject)
            yield f"{named} " + " ;\n    ".join(lines) + " .\n"

    def _object(self, term: object) -> str:
        if isinstance(term, NamedNode):
            return self._iri(term.value)
        return self._literal(term) if isinstance(term, Literal) else str(term)

    def _literal(self, term: Literal) -> str:
        datatype = term.datatype.value
        if datatype == XSD["integer"].value and _INTEGER.fullmatch(term.value):
            return term.value
        if datatype == XSD["decimal"].value and _DECIMAL.fullmatch(term.value):
            return term.value
        text = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04X}", term.value.translate(_ESCAPES))
        if term.language:
            return f'"{text}"@{term.language}'
        return f'"{text}"' if datatype == XSD["string"].value else f'"{text}"^^{self._iri(datatype)}'

    def _iri(self, iri: str) -> str:
        name = self._names.get(iri)
        if name is None:
            name = self._names[iri] = self._shortened(iri)
        return name

    def _shortened(self, iri: str) -> str:
        for namespace, prefix in self._namespaces:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and _LOCAL.fullmatch(local):
                self.used.add(prefix)
                return f"{prefix}:{local}"
        return f"<{iri}>"


def _key(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)
