"""People, offices and organisations as things, with the relations between them that the registers give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dossier_graph.dates import in_dutch
from dossier_graph.linking.office_holders import (
    OUTSIDE,
    UNDATED,
    Resolution,
    find_person,
    resolve_member,
    resolve_office,
    resolve_signatory,
)
from dossier_graph.linking.registers import Member, Ministry, OfficeTerm, Registers
from dossier_graph.model import Statement, Thing
from dossier_graph.slugs import slug

__all__ = ["Found", "maker", "ministry_thing", "organisation", "person_in_chamber", "signatory"]

_CHAMBERS = {
    "TK": ("lid-tweede-kamer", "Lid van de Tweede Kamer"),
    "EK": ("lid-eerste-kamer", "Lid van de Eerste Kamer"),
}


class Found:
    """Things and the statements among them that one look-up brings into the graph."""

    def __init__(self) -> None:
        self.things: list[Thing] = []
        self.statements: list[Statement] = []
        self.person: str | None = None
        self.office: str | None = None
        self.ministry: str | None = None
        self.rule = ""
        self.reason: str | None = None

    @property
    def sure(self) -> bool:
        """Whether the day decided: without it a person can be told, but neither the period nor the fractie."""
        return UNDATED not in self.rule and OUTSIDE not in self.rule

    def add(self, thing: Thing) -> str:
        """Add a thing and return its key."""
        self.things.append(thing)
        return thing.key

    def state(self, subject: str, relation: str, object_: str) -> None:
        """Add a statement that rests on the register."""
        self.statements.append(Statement(subject, relation, object_))


def ministry_thing(ministry: Ministry) -> Thing:
    """Return a ministry under its TOOI IRI; the label is its name of that time."""
    return Thing(ministry.iri, ("Ministerie",), ministry.name, attributes={"skos:altLabel": (ministry.abbreviation,)})


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _person(id_: str, name: str, surname: str) -> Thing:
    return Thing(f"persoon-{id_}", ("Persoon",), name, attributes={"foaf:name": (name,), "foaf:familyName": (surname,)})


def _office(id_: str, label: str) -> Thing:
    return Thing(f"ambt-{id_}", ("Ambt",), _upper(label))


def _period(begin: date, end: date | None) -> str:
    return f"{begin.isoformat()} – {end.isoformat() if end else 'heden'}"


def _term(found: Found, term: OfficeTerm, registers: Registers) -> str:
    """Add an office term with its person, office and ministry; return its key."""
    person = found.add(_person(term.person_id, term.name, term.surname))
    office = found.add(_office(term.office_id, term.office))
    ministry = found.add(ministry_thing(registers.ministry_of(term)))
    attributes: dict[str, tuple[str | date, ...]] = {"dg:begin": (term.begin,), "dcterms:source": (term.source,)}
    if term.end:
        attributes["dg:einde"] = (term.end,)
    if term.doubt:
        attributes["dg:twijfel"] = (term.doubt,)
    label = f"{term.name}, {term.office} ({_period(term.begin, term.end)})"
    key = found.add(
        Thing(
            f"ambtsperiode-{term.person_id}-{term.office_id}-{term.begin}",
            ("Ambtsperiode",),
            label,
            attributes=attributes,
        )
    )
    found.state(person, "bekleedt", office)
    found.state(key, "heeftLid", person)
    found.state(key, "voorAmbt", office)
    found.state(key, "bij", ministry)
    found.person, found.office, found.ministry = person, key, ministry
    return key


def _seat(found: Found, member: Member) -> None:
    """Add a member of a chamber with the period of the seat and the fractie."""
    person = found.add(_person(member.person_id, member.name, member.surname))
    slug_, label = _CHAMBERS[member.chamber]
    office = found.add(_office(slug_, label))
    attributes: dict[str, tuple[str | date, ...]] = {"dg:begin": (member.begin,), "dcterms:source": (member.source,)}
    if member.end:
        attributes["dg:einde"] = (member.end,)
    if member.doubt:
        attributes["dg:twijfel"] = (member.doubt,)
    key = found.add(
        Thing(
            f"ambtsperiode-{member.person_id}-{slug_}-{member.begin}",
            ("Ambtsperiode",),
            f"{member.name}, {label[0].lower()}{label[1:]} ({_period(member.begin, member.end)})",
            attributes=attributes,
        )
    )
    found.state(person, "bekleedt", office)
    found.state(key, "heeftLid", person)
    found.state(key, "voorAmbt", office)
    for fractie in member.fracties:
        found.state(key, "bij", found.add(Thing(f"fractie-{slug(fractie)}", ("Fractie",), fractie)))
    found.person = person


def _left_open(found: Found, resolution: Resolution, registers: Registers, name: str | None, day: date | None) -> None:
    """Add what is known where the office holder is not: a named person, an office, a ministry."""
    found.reason = resolution.reason
    if resolution.person_id and resolution.person:
        found.person = found.add(_person(resolution.person_id, resolution.person, resolution.person.split()[-1]))
    elif name:
        unresolved = Thing(f"persoon-{slug(name)}", ("Persoon",), name, unresolved=resolution.reason,
                           attributes={"foaf:name": (name,)})  # fmt: skip
        found.person = found.add(unresolved)
    if resolution.office:
        key = resolution.office_id or slug(resolution.office)
        unknown = resolution.reason if resolution.office_id is None else None
        found.office = found.add(replace(_office(key, resolution.office), unresolved=unknown))
    if resolution.ministry and (day is None or registers.stood_on(resolution.ministry, day)):
        found.ministry = found.add(ministry_thing(resolution.ministry))


def signatory(registers: Registers, office: str | None, name: str | None, day: date | None) -> Found:
    """Look up who acts: by office and name, or by office alone when no name stands."""
    found = Found()
    if name is not None:
        resolution = resolve_signatory(registers, office, name, day)
    else:
        resolution = resolve_office(registers, office or "", day)
    found.rule = resolution.rule
    if resolution.term and OUTSIDE not in found.rule:
        _term(found, resolution.term, registers)
    else:
        _left_open(found, resolution, registers, name, day)
    if resolution.term and not found.sure:
        found.reason = _undecided(resolution.term, day if OUTSIDE in found.rule else None)
    return found


def _undecided(term: OfficeTerm, day: date | None) -> str:
    """Return why somebody whom the register has in that office once is not known to act in it."""
    if day is None:
        return f"Geen datum die beslist; {term.name} was {term.office} van {_period(term.begin, term.end)}."
    return f"{term.name} was op {in_dutch(day.isoformat())} volgens het register geen {term.office}."


def person_in_chamber(registers: Registers, name: str, party: str | None, day: date | None) -> Found:
    """Look up a member of either chamber by name, fractie and day."""
    found = Found()
    resolution = resolve_member(registers, name, party, day)
    found.rule = resolution.rule
    if resolution.member and found.sure:
        _seat(found, resolution.member)
    else:
        _left_open(found, resolution, registers, name, day)
    return found


def maker(registers: Registers, name: str, day: date | None) -> Thing:
    """Return who made a report: a person of the registers, called in full, else the ministry or organisation."""
    person = find_person(registers, name)
    return _person(person.person_id, person.name, person.surname) if person else organisation(registers, name, day)


def organisation(registers: Registers, name: str, day: date | None) -> Thing:
    """Return the ministry, or else the organisation, of that name.

    An office that ordered something ("de Minister van VWS") stands for its ministry.
    """
    words = name.split()
    bare = " ".join(words[2:]) if len(words) > 2 and words[0].casefold() in {"ministerie", "minister"} else name
    ministry = registers.ministry(bare, day)
    return ministry_thing(ministry) if ministry else Thing(f"organisatie-{slug(name)}", ("Organisatie",), name)
