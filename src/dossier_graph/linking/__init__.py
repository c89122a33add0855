"""Mentions to Statements: which Kamerstuk, which person in which office, which paper is meant."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from dossier_graph.dates import in_dutch
from dossier_graph.linking.collection import Collection
from dossier_graph.linking.holders import Found, maker, organisation, person_in_chamber, signatory
from dossier_graph.linking.registers import Registers
from dossier_graph.linking.targets import dossier, identified, kamerstuk, kamerstuk_label, target
from dossier_graph.model import (
    Document,
    Evidence,
    Linked,
    Mention,
    Mentions,
    Responsibility,
    Statement,
    Thing,
    Unresolved,
)
from dossier_graph.official_numbers import dossier_of
from dossier_graph.slugs import slug

__all__ = ["link", "paper_key"]

_UNDATED_CONFIDENCE = 0.7  # one human of that name in the whole register, but not known to be in office that day
_AROUND = 60  # code points of text kept on either side of a quote
# What a beslisnota says in these words its letter does; a plain reference is its own.
_OF_THE_LETTER = frozenset({"reactieOp", "uitvoeringVan", "kondigtWijzigingAan", "heeftBijlage", "medeNamens"})


def paper_key(document: Document) -> str:
    """Return the local name of a paper: its official identifier, else the beginning of the hash of its bytes."""
    return document.number or f"stuk-{document.digest[:16]}"


_KIND_NAMES = {"Brief": "Brief", "Beslisnota": "Beslisnota", "Motie": "Motie", "Kamervraag": "Kamervragen",
               "Verslag": "Verslag", "Amendement": "Amendement"}  # fmt: skip


def _paper(document: Document, linked: Collection) -> str:
    """Add a paper that was read."""
    key = paper_key(document)
    # the bytes of the name, whatever the locale made of them
    file_name = os.fsencode(PurePath(document.name).name).decode("utf-8", "backslashreplace")
    kind = _KIND_NAMES.get(document.kind, "Stuk")
    named = document.title or f"{kind} ({file_name})"
    if document.date and not document.title:
        inferred = document.date.inferred_from is not None
        named = f"{kind} {'na' if inferred else 'van'} {in_dutch(document.date.iso)}"
        if document.kind == "Kamervraag":  # there are many of one day
            named += f" ({(document.number or file_name).removeprefix('kv-tk-')})"
    attributes: dict[str, tuple[str | date, ...]] = {"dg:bestandsnaam": (file_name,)}
    if document.title:
        attributes["dcterms:title"] = (document.title,)
    if document.reference:
        attributes["dg:kenmerk"] = (document.reference,)
    classes: tuple[str, ...] = (document.kind,)
    page = None
    if document.number:
        attributes["dcterms:identifier"] = (document.number,)
        page = f"https://zoek.officielebekendmakingen.nl/{document.number}.html"
        if document.number.startswith("kst-"):
            classes = (*classes, "Kamerstuk") if document.kind != "Document" else ("Kamerstuk",)
            named = (
                f"{kamerstuk_label(document.number)[0]}: {named}"
                if document.title
                else kamerstuk_label(document.number)[0]
            )
    if document.date:
        attributes["dcterms:date"] = (document.date.iso if document.date.month_only else document.date.day,)
        if document.date.inferred_from:
            attributes["dg:datumAfgeleidUit"] = (document.date.inferred_from,)
    linked.add(Thing(key, classes, named, page=page, attributes=attributes))
    linked.papers[document.name] = key
    for number in _dossiers(key, document.dossiers):
        title = document.dossier_title if document.dossiers[:1] == (number,) else None
        linked.statements.add(Statement(key, "inDossier", linked.add(dossier(number, title))))
    return key


def _dossiers(key: str, named: Iterable[str]) -> tuple[str, ...]:
    """Return the dossiers of a paper: that of its number, and those named with it.

    A budget is named without its chapter in the head of a paper: 36600 is no other dossier than 36600-XX.
    """
    own = dossier_of(key)
    others = tuple(number for number in named if own is None or not f"{own}-".startswith(f"{number}-"))
    return tuple(dict.fromkeys((own, *others) if own else others))


def _evidence(document: Document, key: str, mention: Mention | Responsibility, rule: str = "") -> Evidence:
    text = document.text
    return Evidence(
        paper=key,
        copy=document.digest[:8] if document.number else None,
        start=mention.start,
        end=mention.end,
        quote=text[mention.start : mention.end],
        prefix=text[max(0, mention.start - _AROUND) : mention.start],
        suffix=text[mention.end : mention.end + _AROUND],
        rule=f"{mention.rule}; {rule}" if rule else mention.rule,
        confidence=mention.confidence,
        page=document.page_of(mention.start),
        footnote=mention.footnote,
        place=document.place_of(mention.start),
    )


def _letter_of(
    document: Document, key: str, mentions: Mentions, registers: Registers, linked: Collection
) -> str | None:
    """Return the key of the letter that a beslisnota goes with, the first it names, and state that it explains it.

    None for a nota that names no letter, and for other papers.
    """
    if document.kind != "Beslisnota":
        return None
    for mention in mentions.citations:
        named = target(mention, registers, key) if mention.kind == "brief" else None
        if named is not None and named.key != key:
            explains = Statement(key, "toelichtingOp", linked.add(named), _evidence(document, key, mention))
            linked.statements.add(explains)
            return named.key
    return None


def _unnamed_letter(key: str, linked: Collection) -> str:
    """Add the letter of a beslisnota that does not name it."""
    reason = "de nota noemt haar brief niet bij naam, datum of nummer"
    letter = Thing(f"{key}-brief", ("Brief",), f"Brief bij {linked.things[key].label_nl}", unresolved=reason)
    linked.statements.add(Statement(key, "toelichtingOp", linked.add(letter)))
    return letter.key


def _bearer(document: Document, key: str, letter: str | None, relation: str, linked: Collection) -> str:
    """Return the key of the paper that a relation is of: in a beslisnota often its letter, added if it is unnamed."""
    if document.kind != "Beslisnota" or relation not in _OF_THE_LETTER:
        return key
    return letter or _unnamed_letter(key, linked)


def _named_before(id_: str, key: str, linked: Collection) -> str | None:
    """Return the key of the thing that a paper named by this id or in these words, None where it did not."""
    words = slug(id_)
    named = (id_.replace(":", "-"), f"{id_.replace(':', '-')}-bij-{key}", words, f"{words}-bij-{key}")
    return next((one for one in named if one in linked.things), None)


def _cite(
    document: Document, key: str, letter: str | None, mention: Mention, registers: Registers, linked: Collection
) -> None:
    """State what a paper does with the thing it names, and what that thing is part of."""
    thing = target(mention, registers, key)
    if mention.anaphor and mention.id is not None and (before := _named_before(mention.id, key, linked)):
        thing = linked.things[before]
    if thing is None:
        if not mention.anaphor:
            quote = document.text[mention.start : mention.end]
            linked.unresolved.append(Unresolved(document.name, quote, "de woorden zeggen niet welk stuk bedoeld is"))
        return
    others = [identified(id_, mention, registers) for id_ in mention.also]
    subject = _bearer(document, key, letter, mention.relation, linked)
    if subject != key and mention.relation == "heeftBijlage" and slug(mention.title or "") == "beslisnota":
        thing = linked.things[key]  # the list of what goes along with the letter has the nota as well
    for one in (thing, *others):
        if one.key == subject:
            continue
        linked.add(one)
        evidence = _evidence(document, key, mention)
        if one.key.startswith("kst-"):
            _file(one.key, mention, evidence, linked)
        if one.part_of and mention.id is not None:
            linked.add(identified(mention.id.partition("#")[0], mention, registers))
        linked.statements.add(Statement(subject, mention.relation, one.key, evidence))


def _file(id_: str, mention: Mention, evidence: Evidence, linked: Collection) -> None:
    """State which dossiers a Kamerstuk is in, and of an enclosure which Kamerstuk it goes with."""
    paper, part, _ = id_.partition("#")
    if part:
        linked.statements.add(Statement(id_, "bijlageVan", linked.add(kamerstuk(paper)), evidence))
    own = dossier_of(paper)
    for number in _dossiers(paper, mention.dossiers):
        # that it is in another too only the citation says
        resting = None if number == own else evidence
        linked.statements.add(Statement(paper, "inDossier", linked.add(dossier(number)), resting))


def _answer_for(
    document: Document, key: str, letter: str | None, duty: Responsibility, registers: Registers, linked: Collection
) -> None:
    """State who is responsible for a paper, or for a thing it names."""
    day = document.date.day if document.date else None
    if duty.relation == "ondertekendDoor":
        found = signatory(registers, duty.office, duty.agent, day)
        _hold(document, key, duty, found, linked, person="ondertekendDoor", office="inHoedanigheidVan")
        if found.ministry:
            evidence = _held(_evidence(document, key, duty, found.rule), found)
            linked.statements.add(Statement(key, "verantwoordelijkMinisterie", found.ministry, evidence))
    elif duty.relation == "medeNamens":
        found = signatory(registers, duty.agent, None, day)
        subject = _bearer(document, key, letter, "medeNamens", linked)
        _hold(document, subject, duty, found, linked, office="medeNamens", paper=key)
    elif duty.relation == "gedaanAan":
        _promise(document, key, duty, registers, linked)
    elif (about := _subject(document, key, letter, duty, linked)) is None:
        quote = document.text[duty.start : duty.end]
        linked.unresolved.append(Unresolved(document.name, quote, "niet te zien over welk stuk dit gaat"))
    elif duty.relation in {"ingediendDoor", "gesteldDoor"}:
        found = person_in_chamber(registers, duty.agent, duty.party, day)
        _hold(document, about, duty, found, linked, person=duty.relation, paper=key)
    else:
        who = (maker if duty.relation == "uitgevoerdDoor" else organisation)(registers, duty.agent, day)
        linked.statements.add(Statement(about, duty.relation, linked.add(who), _evidence(document, key, duty)))


def _subject(document: Document, key: str, letter: str | None, duty: Responsibility, linked: Collection) -> str | None:
    """Return the key of the paper or thing that somebody moved, asked, made or ordered; None where it does not show."""
    if duty.target is not None:
        return _named_before(duty.target, key, linked)
    if duty.relation == "gesteldDoor" and document.kind != "Kamervraag":
        # a letter that answers questions: they are a paper of their own
        questions = Thing(
            f"{key}-vragen",
            ("Kamervraag",),
            f"Kamervragen beantwoord in {linked.things[key].label_nl}",
            unresolved="de vragen zelf zijn niet gelezen",
        )
        answers = _bearer(document, key, letter, "reactieOp", linked)
        linked.statements.add(Statement(answers, "reactieOp", linked.add(questions), _evidence(document, key, duty)))
        return questions.key
    return key if duty.relation in {"ingediendDoor", "gesteldDoor"} else None


def _hold(
    document: Document,
    subject: str,
    duty: Responsibility,
    found: Found,
    linked: Collection,
    *,
    person: str | None = None,
    office: str | None = None,
    paper: str | None = None,
) -> None:
    linked.take(found)
    evidence = _held(_evidence(document, paper or subject, duty, found.rule), found)
    if person and found.person:
        linked.statements.add(Statement(subject, person, found.person, evidence))
    if office and found.office:
        linked.statements.add(Statement(subject, office, found.office, evidence))
    if found.reason:
        linked.unresolved.append(Unresolved(document.name, evidence.quote, found.reason))
    elif found.office and found.person:
        linked.holders.add(found.person)


def _held(evidence: Evidence, found: Found) -> Evidence:
    """Return the evidence, less certain where no day decided who is meant."""
    return evidence if found.sure else replace(evidence, confidence=round(evidence.confidence * _UNDATED_CONFIDENCE, 2))


def _promise(document: Document, key: str, duty: Responsibility, registers: Registers, linked: Collection) -> None:
    day = document.date.day if document.date else None
    found = person_in_chamber(registers, duty.agent, duty.party, day)
    linked.take(found)
    quote = document.text[duty.start : duty.end]
    digest = hashlib.sha256(f"{document.digest}|{duty.start}|{duty.agent}".encode()).hexdigest()[:16]
    party = f" ({duty.party})" if duty.party else ""
    thing = Thing(f"toezegging-{digest}", ("Toezegging",), f"Toezegging aan het lid {duty.agent}{party}")
    evidence = _held(_evidence(document, key, duty, found.rule), found)
    linked.statements.add(Statement(key, "verwijstNaar", linked.add(thing), evidence))
    if found.person:
        linked.statements.add(Statement(thing.key, "gedaanAan", found.person, evidence))
    if found.reason:
        linked.unresolved.append(Unresolved(document.name, quote, found.reason))


def _link_paper(document: Document, mentions: Mentions, registers: Registers) -> Collection:
    """Return what one paper says, apart from all others: what it means by its words no other paper changes."""
    linked = Collection()
    _paper(document, linked)
    key = linked.papers[document.name]
    letter = _letter_of(document, key, mentions, registers, linked)
    for mention in mentions.citations:
        _cite(document, key, letter, mention, registers, linked)
    for duty in mentions.responsibilities:
        _answer_for(document, key, letter, duty, registers, linked)
    return linked


def link(papers: Iterable[tuple[Document, Mentions]], registers: Registers) -> Linked:
    """Return the things and statements of a build. The outcome does not depend on the order of the papers.

    A paper that trips a rule is left out and named in `failed`.
    """
    linked = Collection()
    ordered = sorted(papers, key=lambda paper: (paper[0].digest, paper[0].name))
    # the same paper under two names is one, also where only one of the names is its number
    numbers = {document.digest: document.number for document, _ in ordered if document.number}
    ordered = [
        (document if document.number else replace(document, number=numbers.get(document.digest)), mentions)
        for document, mentions in ordered
    ]
    for document, mentions in ordered:
        try:
            linked.merge(_link_paper(document, mentions, registers))
        except Exception as error:  # one paper must not cost all the others
            linked.failed[document.name] = f"{type(error).__name__}: {error}"
    return linked.result()
