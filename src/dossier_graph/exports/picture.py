"""What the network page shows of a graph: things, and the relations between them with the words they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Triple

from dossier_graph.catalogue import Catalogue, ClassTerm, RelationTerm, read_catalogue
from dossier_graph.dates import in_dutch
from dossier_graph.graph.vocabulary import DCTERMS, DG, OA, RDF, RDFS, SKOS

__all__ = [
    "Evidence",
    "Fact",
    "Picture",
    "PictureEdge",
    "PictureNode",
    "PictureTerm",
    "draw",
]

# Evidence is shown on its edge; an article at its regeling, and a term of office at the office.
_FOLDED = frozenset({"Ambtsperiode", "Artikel", "Bewering", "Citatie", "Passage"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in a paper that an edge rests on.

    `paper` is the id of the node in which the words stand ("" when the graph does not say); `pinpoint` is the part of
    the target that is meant, such as an article; `certainty` is a decimal up to 1, as the graph writes it.
    """

    quote: str
    prefix: str
    suffix: str
    paper: str
    page: int | None
    footnote: str
    pinpoint: str
    rule: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the panel: a name in both languages, plain text, and what is doubtful about it."""

    label_nl: str
    label_en: str
    value: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class PictureNode:
    """A thing in the picture. `id` is its IRI, `kind` the local name of its class, `date` ISO 8601 or "".

    A date with `date_inferred_from` is the earliest the paper can be of. `also` are other names; `is_seat` marks the
    office of members of a chamber.
    """

    id: str
    kind: str
    label: str
    label_en: str = ""
    titles: tuple[str, ...] = ()
    date: str = ""
    date_inferred_from: str = ""
    was_read: bool = False
    is_seat: bool = False
    also: tuple[str, ...] = ()
    unresolved: str = ""
    link: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureEdge:
    """A relation from one node to another; `notes` say what was folded into it, such as a term of office."""

    source: str
    relation: str
    target: str
    evidences: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureTerm:
    """A class or relation of the catalogue that occurs in the picture."""

    name: str
    label_nl: str
    label_en: str
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything the page shows, in an order that depends on the graph alone."""

    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    kinds: tuple[PictureTerm, ...]
    relations: tuple[PictureTerm, ...]


def draw(triples: Iterable[Triple | Quad]) -> Picture:
    """Choose what the page shows of a built graph.

    Every thing of a catalogue class is a node, except evidence, articles (shown as their regeling) and terms of office
    (shown as the office). Every relation of the catalogue between two nodes is an edge.
    """
    return _Drawing(triples, read_catalogue()).picture()


class _Drawing:
    """The graph by subject, and the reading of it; lives for one call of draw()."""

    def __init__(self, triples: Iterable[Triple | Quad], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._things: dict[str, dict[NamedNode, list[NamedNode | Literal]]] = {}
        # one object for each term that comes often: a large graph fits in memory
        shared: dict[NamedNode, NamedNode] = {}
        for triple in triples:
            subject, object_ = triple.subject, triple.object
            if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal):
                if isinstance(object_, NamedNode):
                    object_ = shared.setdefault(object_, object_)
                predicate = shared.setdefault(triple.predicate, triple.predicate)
                self._things.setdefault(subject.value, {}).setdefault(predicate, []).append(object_)
        for properties in self._things.values():
            for predicate, values in properties.items():
                if len(values) > 1:
                    properties[predicate] = sorted(set(values), key=lambda term: (term.value, str(term)))
        self._kinds = {iri: kind for iri in sorted(self._things) if (kind := self._kind(iri))}
        self._terms_held: dict[str, list[str]] = defaultdict(list)
        for term in (iri for iri, kind in self._kinds.items() if kind == "Ambtsperiode"):
            for holder in (*self._iris(term, DG["heeftLid"]), *self._iris(term, DG["voorAmbt"])):
                self._terms_held[holder].append(term)

    def picture(self) -> Picture:
        nodes = [self._node(iri, kind) for iri, kind in self._kinds.items() if self._shown(iri)[0] == iri]
        shown = {node.id for node in nodes}
        edges = [edge for edge in self._edges() if edge.source in shown and edge.target in shown]
        return Picture(
            nodes=tuple(sorted(nodes, key=lambda node: (node.kind, node.label, node.id))),
            edges=tuple(sorted(edges, key=lambda edge: (edge.source, edge.relation, edge.target))),
            kinds=_terms(self._catalogue.classes, {node.kind for node in nodes}),
            relations=_terms(self._catalogue.relations, {edge.relation for edge in edges}),
        )

    # What a subject says of itself

    def _iris(self, subject: str, predicate: NamedNode) -> list[str]:
        return [term.value for term in self._values(subject, predicate) if isinstance(term, NamedNode)]

    def _texts(self, subject: str, predicate: NamedNode) -> list[str]:
        return [term.value for term in self._values(subject, predicate) if isinstance(term, Literal)]

    def _text(self, subject: str, predicate: NamedNode) -> str:
        return next(iter(self._texts(subject, predicate)), "")

    def _values(self, subject: str, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self._things.get(subject, {}).get(predicate, [])

    def _label(self, subject: str, language: str = "nl") -> str:
        labels = {
            term.language or "nl": term.value
            for term in self._values(subject, RDFS["label"])
            if isinstance(term, Literal)
        }
        if language in labels:
            return labels[language]
        return min(labels.values(), default=subject.rpartition("/")[2]) if language == "nl" else ""

    def _kind(self, subject: str) -> str:
        """Return the most specific class, or "" for what is no thing of the catalogue."""
        classes = self._catalogue.classes
        names = {iri.removeprefix(DG.iri) for iri in self._iris(subject, RDF["type"])} & classes.keys()
        specific = names - {above for name in names for above in self._catalogue.ancestors(name)}
        # A number says where a paper was filed, not what it is: the other class is the better name for it.
        return min(specific - {"Kamerstuk"} or specific, default="")

    # What is shown as something else

    def _shown(self, subject: str) -> tuple[str, str]:
        """Return the IRI a thing is shown as ("" when it is not shown), and what is lost by it."""
        kind = self._kinds.get(subject, "")
        if kind == "Artikel":
            return next(iter(self._iris(subject, DCTERMS["isPartOf"])), subject), self._label(subject)
        if kind == "Ambtsperiode":
            return next(iter(self._iris(subject, DG["voorAmbt"])), ""), self._term_of_office(subject)
        return ("", "") if kind in _FOLDED or not kind else (subject, "")

    def _term_of_office(self, subject: str) -> str:
        people = ", ".join(self._label(person) for person in self._iris(subject, DG["heeftLid"]))
        return _joined(people, self._parties(subject), self._period(subject))

    def _fracties(self, term: str) -> list[str]:
        return [group for group in self._iris(term, DG["bij"]) if self._kinds.get(group) == "Fractie"]

    def _parties(self, term: str) -> str:
        return ", ".join(map(self._label, self._fracties(term)))

    def _period(self, subject: str) -> str:
        begin, end = (in_dutch(self._text(subject, DG[name])) for name in ("begin", "einde"))
        return " ".join(part for part in (begin and f"vanaf {begin}", end and f"tot {end}") if part)

    # Nodes

    def _node(self, subject: str, kind: str) -> PictureNode:
        label = self._label(subject)
        if any(address.startswith(label) and address != label for address in self._texts(subject, DG["adres"])):
            label += "…"
        return PictureNode(
            id=subject,
            kind=kind,
            label=label,
            label_en=self._label(subject, "en"),
            titles=tuple(title for title in self._texts(subject, DCTERMS["title"]) if title != label),
            date=self._text(subject, DCTERMS["date"]),
            date_inferred_from=self._text(subject, DG["datumAfgeleidUit"]),
            was_read=bool(self._texts(subject, DG["bestandsnaam"])),
            is_seat=kind == "Ambt" and (label.startswith("Lid van de ") or self._is_seat(subject)),
            also=tuple(name for name in self._texts(subject, SKOS["altLabel"]) if name != label),
            unresolved=self._text(subject, DG["onopgelost"]),
            # The IRI of a ministry opens by itself.
            link=next(iter(self._iris(subject, RDFS["seeAlso"])), subject),
            facts=tuple(self._facts(subject, kind)),
        )

    def _is_seat(self, office: str) -> bool:
        return any(self._fracties(term) for term in self._terms_held.get(office, ()))

    def _facts(self, subject: str, kind: str) -> Iterator[Fact]:
        for predicate, dutch, english in (
            (SKOS["altLabel"], "Ook", "Also"),
            (DCTERMS["identifier"], "Nummer", "Number"),
            (DG["kenmerk"], "Kenmerk", "Reference"),
            (DG["bestandsnaam"], "Bestand", "File"),
            (DG["adres"], "Adres", "Address"),
        ):
            yield from (Fact(dutch, english, value) for value in self._texts(subject, predicate))
        for person in self._iris(subject, DG["ondertekendDoor"]):
            terms = [
                term
                for term in self._iris(subject, DG["inHoedanigheidVan"])
                if person in self._iris(term, DG["heeftLid"])
            ]
            offices = [
                f"{self._label(office)} ({self._period(term)})"
                for term in terms
                for office in self._iris(term, DG["voorAmbt"])
            ]
            doubt = _joined(*(self._text(term, DG["twijfel"]) for term in terms))
            yield Fact("Ondertekend door", "Signed by", ", ".join([self._label(person), *offices]), doubt)
        for term in self._terms_held.get(subject, ()):
            offices = [self._label(office) for office in self._iris(term, DG["voorAmbt"])]
            value = _joined(*offices, self._parties(term), self._period(term))
            yield Fact(
                "Ambtsperiode",
                "Term of office",
                value if kind == "Persoon" else self._term_of_office(term),
                self._text(term, DG["twijfel"]),
            )

    # Edges

    def _edges(self) -> Iterator[PictureEdge]:
        evidences = self._evidences()
        edges: dict[tuple[str, str, str], tuple[list[Evidence], list[str]]] = defaultdict(lambda: ([], []))
        for subject, name, target in self._related():
            (source, _), (shown, _) = ends = self._shown(subject), self._shown(target)
            if not source or not shown or source == shown:
                continue
            held = name == "heeftLid" and self._kinds[subject] == "Ambtsperiode"
            found, notes = edges[(shown, "bekleedt", source) if held else (source, name, shown)]
            words = evidences.get((subject, name, target), [])
            found += words
            # An article is named beside the words that cite it; without words it is named here.
            terms = "Ambtsperiode" in (self._kinds[subject], self._kinds[target])
            notes += [note for _, note in ends if note and (terms or not words)]
        for (source, name, shown), (found, notes) in edges.items():
            yield PictureEdge(source, name, shown, tuple(found), tuple(dict.fromkeys(notes)))

    def _related(self) -> Iterator[tuple[str, str, str]]:
        names = {DG[name]: name for name in self._catalogue.relations}
        for subject in sorted(self._things):
            for name in sorted(names[predicate] for predicate in self._things[subject].keys() & names.keys()):
                for target in self._iris(subject, DG[name]):
                    yield from ((source, name, target) for source in self._bearers(subject, name, target))

    def _bearers(self, subject: str, name: str, target: str) -> list[str]:
        """Return whose relation it is: a member's term is with a fractie, and the fractie is the member's."""
        with_fractie = (
            name == "bij" and self._kinds.get(subject) == "Ambtsperiode" and target in self._fracties(subject)
        )
        return self._iris(subject, DG["heeftLid"]) if with_fractie else [subject]

    def _evidences(self) -> Mapping[tuple[str, str, str], list[Evidence]]:
        found: dict[tuple[str, str, str], list[tuple[tuple[str, int, str], Evidence]]] = defaultdict(list)
        for statement, kind in self._kinds.items():
            if kind not in {"Bewering", "Citatie"}:
                continue
            triple = [self._iris(statement, RDF[part])[:1] for part in ("subject", "predicate", "object")]
            if all(triple):
                key = (triple[0][0], triple[1][0].removeprefix(DG.iri), triple[2][0])
                found[key] += self._passages(statement, self._pinpoint(key[2]))
        return {key: [evidence for _, evidence in sorted(places, key=lambda p: p[0])] for key, places in found.items()}

    def _pinpoint(self, target: str) -> str:
        return self._label(target) if self._kinds.get(target) == "Artikel" else ""

    def _passages(self, statement: str, pinpoint: str) -> Iterator[tuple[tuple[str, int, str], Evidence]]:
        for passage in self._iris(statement, DG["afgeleidUit"]):
            selectors = self._iris(passage, OA["hasSelector"])
            quote, prefix, suffix, start = (
                next(filter(None, (self._text(selector, OA[name]) for selector in selectors)), "")
                for name in ("exact", "prefix", "suffix", "start")
            )
            paper = next(iter(self._iris(passage, OA["hasSource"])), "")
            page = self._text(passage, DG["pagina"])
            evidence = Evidence(
                quote=quote,
                prefix=prefix,
                suffix=suffix,
                paper=paper,
                page=_number(page),
                footnote=self._text(passage, DG["voetnoot"]),
                pinpoint=pinpoint,
                rule=self._text(statement, DG["regel"]),
                certainty=self._text(statement, DG["zekerheid"]),
            )
            yield (paper, _number(start) or 0, statement), evidence


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _number(text: str) -> int | None:
    """Read a page or position; a number longer than any file has is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _terms(
    catalogue: Mapping[str, ClassTerm] | Mapping[str, RelationTerm], names: Iterable[str]
) -> tuple[PictureTerm, ...]:
    terms = (catalogue[name] for name in sorted(names))
    return tuple(PictureTerm(term.name, term.label_nl, term.label_en, term.colour) for term in terms)
