"""Ready questions to a graph, and the things in it that a reader means by a number, a name or a file name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from textwrap import shorten
from types import MappingProxyType
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from dossier_graph.data import ontology_folder
from dossier_graph.errors import DossierGraphError
from dossier_graph.graph.vocabulary import BASE, DCTERMS, DG, FOAF, OA, RDF, RDFS, SKOS
from dossier_graph.queries.engine import Answer, open_graph, run

__all__ = [
    "Parameter",
    "Question",
    "QuestionError",
    "ThingError",
    "answer",
    "find_things",
    "nearest_question",
    "read_questions",
]


class QuestionError(DossierGraphError):
    """A question file that says too little, or a question asked in the wrong way."""


class ThingError(DossierGraphError):
    """Words that name nothing in the graph, or too much."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question is about: the variable it binds, what to give for it, and the class it must be of, if any."""

    name: str
    label_nl: str
    label_en: str
    of_class: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query that ships with the package; its name is the name of its file."""

    name: str
    title_nl: str
    title_en: str
    description_nl: str
    description_en: str
    sparql: str
    parameter: Parameter | None = None


def read_questions(folder: Path | None = None) -> Mapping[str, Question]:
    """Read the ready questions (`*.rq`) by name, in the order of their names.

    Raises QuestionError when a file lacks one of the lines `# titel:`, `# title:`, `# uitleg:`, `# description:`.

    >>> read_questions()["wie-verwijst-hiernaar"].title_nl
    'Welke stukken verwijzen hiernaar?'
    """
    folder = folder if folder is not None else ontology_folder() / "questions"
    return MappingProxyType({path.stem: _read_question(path) for path in sorted(folder.glob("*.rq"))})


def _read_question(path: Path) -> Question:
    sparql = path.read_text(encoding="utf-8")
    said = dict(re.findall(r"^# (\w+): (.+?)\s*$", sparql, re.MULTILINE))
    parameter = None
    try:
        if "parameter" in said:
            name, label_nl, label_en = (part.strip() for part in said["parameter"].split("|"))
            parameter = Parameter(name, label_nl, label_en, said.get("klasse"))
        return Question(path.stem, said["titel"], said["title"], said["uitleg"], said["description"], sparql, parameter)
    except KeyError as error:
        raise QuestionError(f"{path} lacks the line '# {error.args[0]}: …'") from error
    except ValueError as error:
        raise QuestionError(f"{path}: write '# parameter: name | Dutch | English'") from error


def nearest_question(name: str) -> tuple[str, ...]:
    """Return the names of at most three ready questions that a name may be a slip for, the nearest first.

    >>> nearest_question("wie-tekende-wat")
    ('wie-ondertekende-wat',)
    >>> nearest_question("wie-is-de-mol")
    ()
    """
    wanted = _groups(_spaced(name))
    shared = {known: len(wanted & _groups(_spaced(known))) for known in read_questions()}
    # Half of the groups: the words that many questions begin with make no resemblance.
    near = [known for known, count in shared.items() if count and 2 * count >= len(wanted)]
    return tuple(sorted(near, key=lambda known: (-shared[known], len(known), known))[:_ALTERNATIVES])


def _spaced(name: str) -> str:
    return _fold(re.sub(r"[-_]", " ", name.removesuffix(".rq")))


def answer(
    graph: Path | str | Store, question: Question, words: str | None = None, *, timeout: float = 30.0, base: str = BASE
) -> Answer:
    """Answer a ready question; `words` say what it is about, when it is about something.

    Raises QuestionError when words are missing or not asked for, and what `find_things`, `open_graph` and `run` raise.
    """
    parameter = question.parameter
    if parameter is None:
        if words is not None:
            raise QuestionError(f"The question {question.name} takes no value; leave out {words!r}")
        return run(graph, question.sparql, timeout=timeout, base=base)
    if words is None:
        raise QuestionError(f"The question {question.name} needs a value: {parameter.label_en}")
    store = graph if isinstance(graph, Store) else open_graph(graph)
    things = find_things(store, words, parameter.of_class, base=base)
    return run(graph, question.sparql, {parameter.name: things}, timeout=timeout, base=base)


_Name: TypeAlias = tuple[str, NamedNode, NamedNode]
"""A name, folded; the thing that bears it; the property that says so."""

_NAMES: Final = (
    RDFS["label"],
    DCTERMS["title"],
    DCTERMS["identifier"],
    FOAF["familyName"],
    FOAF["name"],
    SKOS["altLabel"],
    DG["kenmerk"],
    DG["bestandsnaam"],
)
# Part of a name never means one of these: they are reached through the thing they are about.
_BESIDE: Final = (
    DG["Bewering"],
    DG["Citatie"],
    DG["Passage"],
    DG["Ambtsperiode"],
    OA["TextQuoteSelector"],
    OA["TextPositionSelector"],
)
_ALTERNATIVES: Final = 3
_CANDIDATES: Final = 8  # as many candidates as a reader takes in at a glance


def find_things(store: Store, words: str, of_class: str | None = None, *, base: str = BASE) -> tuple[NamedNode, ...]:
    """Find what the reader means: every thing exactly so called, else the one thing in whose name the words occur.

    Exactly: an IRI, the address of its official page, an identifier (`kst-19637-3171`), a Kamerstuk as papers write it
    (`Kamerstukken II 2023/24, 19 637, nr. 3171`), a file name, a label, title, name, abbreviation or reference. Case
    and diacritics do not count, nor hyphens where nothing else fits; last of all the words count by which a paper cites
    a thing. A number is never taken for part of a longer one. A person who was recognised goes
    before names of persons that were not. `of_class`, the local name of a class such as "Persoon", leaves other things
    out.

    Raises ThingError, which names the nearest things when there is none, and the candidates when there are several, or
    when several papers that were read, or several persons who were recognised, are exactly so called.
    """
    words = words.strip()
    wanted = _fold(words)
    if not wanted:
        raise ThingError("Give a Kamerstuk number, a file name, a name or an IRI")
    identifiers = _identifiers(words)
    if things := _by_iri(store, (words, *identifiers), of_class, base):
        return things
    names = list(_names(store, of_class))
    unjoined = [(_unjoined(name), node, said) for name, node, said in names]
    file_name = _fold(PurePosixPath(words.replace("\\", "/")).name)
    called = _called(names, wanted, file_name) or _called(unjoined, _unjoined(wanted), file_name)
    if things := _without_unknown_persons(store, called):
        if _are_distinct(store, things):
            told = f"“{_shown(words)}” is the name of {len(things)} things; give one by its file name or id"
            raise ThingError(f"{told}: {_list(store, things, base)}")
        return things
    if not identifiers:
        quoted = _quoted(store, of_class)
        for kind, among, sought in (
            ("the name of", names, wanted),
            ("the name of", unjoined, _unjoined(wanted)),
            ("what papers write of", quoted, wanted),
        ):
            part = re.compile(rf"{_NO_DIGIT_BEFORE}{re.escape(sought)}{_NO_DIGIT_AFTER}")
            things = _without_unknown_persons(store, _sorted(node for name, node, _ in among if part.search(name)))
            if len(things) == 1:
                return things
            if things:
                told = _list(store, things, base)
                raise ThingError(f"“{_shown(words)}” is part of {kind} {len(things)} things; give one: {told}")
    what = f"no {of_class}" if of_class else "nothing"
    nearest = _nearest(wanted, names)
    hint = f"; nearest: {_list(store, nearest, base)}" if nearest else ""
    raise ThingError(f"There is {what} called “{_shown(words)}” in this graph{hint}")


def _without_unknown_persons(store: Store, things: tuple[NamedNode, ...]) -> tuple[NamedNode, ...]:
    """Leave out the persons that were not recognised when there is one among the things who was."""
    persons = [node for node in things if _is_a(store, node, "Persoon")]
    unknown = {node for node in persons if _value(store, node, DG["onopgelost"])}
    return tuple(node for node in things if node not in unknown) if len(unknown) < len(persons) else things


def _are_distinct(store: Store, things: tuple[NamedNode, ...]) -> bool:
    """Tell whether to take the things for one would mix up papers that were read, or persons who were recognised."""
    read = [node for node in things if _value(store, node, DG["bestandsnaam"])]
    persons = [node for node in things if _is_a(store, node, "Persoon") and not _value(store, node, DG["onopgelost"])]
    return len(read) > 1 or len(persons) > 1


# "nr. 317" is no part of "nr. 3171"; letters may go on.
_NO_DIGIT_BEFORE: Final = r"(?:(?<!\d)|(?!\d))"
_NO_DIGIT_AFTER: Final = r"(?:(?!\d)|(?<!\d))"

_CELEX: Final = "http://publications.europa.eu/resource/celex/"

_NUMBERED: Final = re.compile(
    r"""
    (?: (?: KAMERSTUK(?:KEN)? | KST | (?:KAMER)?DOSSIER )\b \.? [\s-]* )?
    (?: (?: TK | EK | II | I )\b [\s,]* )?
    (?: \d{4} \s* [-–/] \s* (?: \d{4} | \d{2} ) \s* , \s* )?            # vergaderjaar
    (?P<dossier> \d\d [ .]? \d{3} )
    (?: [\s-]+ (?P<part> [IVXLC]+ | \d\d ) (?! \w ) )?                  # budget chapter, sub-dossier
    (?: \s* \( R \d+ \) )?                                              # number of a Rijkswet
    (?: \s+ EN \s+ \d\d [ .]? \d{3} )*                                  # the number is one of the first dossier
    (?: (?: \s* [,-] \s* (?:NRS?\b\.?\s*)? | \s+ NRS?\b\.?\s* ) (?P<number> \d+ | [A-Z]{1,3} ) )?
    [\s.]*
    """,
    re.VERBOSE,
)


def _identifiers(words: str) -> tuple[str, ...]:
    """Return the identifiers that a spelling of a Kamerstuk or dossier can stand for.

    >>> _identifiers("Kamerstukken II 2023/24, 19 637 en 36 045, nr. 3258.")
    ('kst-19637-3258',)
    >>> _identifiers("36 600 XX"), _identifiers("36600-XX-22"), _identifiers("21 501-33, nr. 930")
    (('dossier-36600-XX', 'kst-36600-XX'), ('kst-36600-XX-22',), ('kst-21501-33-930',))
    """
    found = _NUMBERED.fullmatch(words.upper())
    if not found:
        return ()
    dossier = re.sub(r"\D", "", found["dossier"]) + (f"-{found['part']}" if found["part"] else "")
    if found["number"]:
        return (f"kst-{dossier}-{found['number']}",)
    # "33802-C" is a paper, "36600-XX" a dossier, and "33802-I" can be either.
    return (f"dossier-{dossier}", f"kst-{dossier}") if found["part"] else (f"dossier-{dossier}",)


def _by_iri(store: Store, spellings: tuple[str, ...], of_class: str | None, base: str) -> tuple[NamedNode, ...]:
    """Return what one of the spellings identifies; the page of an official publication stands for what it shows."""
    found: list[NamedNode] = []
    for spelling in spellings:
        local = spelling.removeprefix("id:")
        for iri in (spelling.removeprefix("<").removesuffix(">"), f"{base}id/{local}", f"{_CELEX}{local}"):
            try:
                node = NamedNode(iri)
            except ValueError:
                continue
            if next(store.quads_for_pattern(node, None, None), None) is not None:
                found.append(node)
            shown = (quad.subject for quad in store.quads_for_pattern(None, RDFS["seeAlso"], node))
            found.extend(subject for subject in shown if isinstance(subject, NamedNode))
    return _sorted(node for node in found if of_class is None or _is_a(store, node, of_class))


def _is_a(store: Store, node: NamedNode, of_class: str) -> bool:
    return next(store.quads_for_pattern(node, RDF["type"], DG[of_class]), None) is not None


def _called(names: Iterable[_Name], wanted: str, file_name: str) -> tuple[NamedNode, ...]:
    return _sorted(node for name, node, said in names if name == (file_name if said == DG["bestandsnaam"] else wanted))


def _quoted(store: Store, of_class: str | None) -> Iterator[_Name]:
    """Yield the words by which papers cite each thing, as _names does names."""
    for quad in store.quads_for_pattern(None, OA["exact"], None):
        for node in _cited_by(store, quad.subject):
            if isinstance(quad.object, Literal) and (of_class is None or _is_a(store, node, of_class)):
                yield _fold(quad.object.value), node, OA["exact"]


def _cited_by(store: Store, selector: NamedNode | BlankNode | Triple) -> Iterator[NamedNode]:
    """Yield the things that the citations with these words lead to."""
    for passage in store.quads_for_pattern(None, OA["hasSelector"], selector):
        for claim in store.quads_for_pattern(None, DG["afgeleidUit"], passage.subject):
            if next(store.quads_for_pattern(claim.subject, RDF["type"], DG["Citatie"]), None) is not None:
                cited = (quad.object for quad in store.quads_for_pattern(claim.subject, RDF["object"], None))
                yield from (node for node in cited if isinstance(node, NamedNode))


def _names(store: Store, of_class: str | None) -> Iterator[_Name]:
    """Yield every name of the things a reader can mean: the name, folded; the thing; what says that it is its name."""
    if of_class is None:
        beside = {quad.subject for term in _BESIDE for quad in store.quads_for_pattern(None, RDF["type"], term)}
    else:
        kind = DG[of_class]
        among = {quad.subject for quad in store.quads_for_pattern(None, RDF["type"], kind)}
    for predicate in _NAMES:
        for quad in store.quads_for_pattern(None, predicate, None):
            node, name = quad.subject, quad.object
            if not isinstance(node, NamedNode) or not isinstance(name, Literal):
                continue
            if node not in beside if of_class is None else node in among:
                yield _fold(name.value), node, predicate


def _fold(text: str) -> str:
    """Return the text without case, diacritics and runs of blanks.

    >>> _fold("Regeling  opvang ontheemden OEKRAÏNE")
    'regeling opvang ontheemden oekraine'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _unjoined(name: str) -> str:
    """Return a folded name with its parts side by side: the papers themselves lose hyphens ("Michon Derkzen")."""
    return " ".join(name.replace("-", " ").split())


def _sorted(nodes: Iterable[NamedNode]) -> tuple[NamedNode, ...]:
    return tuple(sorted(set(nodes), key=lambda node: node.value))


def _nearest(wanted: str, names: list[_Name]) -> tuple[NamedNode, ...]:
    """Return the things whose names share most groups of three letters with the wanted one, and at least a third."""
    groups = _groups(wanted)
    shared: dict[NamedNode, int] = {}
    for name, node, _ in names:
        shared[node] = max(shared.get(node, 0), len(groups & _groups(name)))
    near = [node for node, count in shared.items() if 3 * count >= len(groups)]
    return tuple(sorted(near, key=lambda node: (-shared[node], node.value))[:_CANDIDATES])


def _groups(name: str) -> set[str]:
    padded = f" {name} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def _shown(text: str) -> str:
    printable = "".join(letter if letter.isprintable() else " " for letter in text)
    return shorten(printable, 60, placeholder="…")


def _list(store: Store, things: tuple[NamedNode, ...], base: str) -> str:
    told = []
    for node in things[:_CANDIDATES]:
        local = node.value.removeprefix(f"{base}id/")
        label = _value(store, node, RDFS["label"], "nl")
        about = [*_date_and_file(store, node), local]
        told.append(f"{_shown(label)} ({', '.join(about)})" if label else local)
    more = len(things) - _CANDIDATES
    return "; ".join(told) + (f"; and {more} more" if more > 0 else "")


def _date_and_file(store: Store, node: NamedNode) -> Iterator[str]:
    """Yield the date, written as the answers to the ready questions write it, and the name of the file."""
    if date := _value(store, node, DCTERMS["date"]):
        yield f"na {date}" if _value(store, node, DG["datumAfgeleidUit"]) else date
    if file_name := _value(store, node, DG["bestandsnaam"]):
        yield _shown(file_name)


def _value(store: Store, node: NamedNode, predicate: NamedNode, language: str | None = None) -> str | None:
    """Return the words that a predicate gives a thing; the first in order of the alphabet when there are several."""
    literals = (quad.object for quad in store.quads_for_pattern(node, predicate, None))
    words = (it.value for it in literals if isinstance(it, Literal) and language in {None, it.language})
    return min(words, default=None)
