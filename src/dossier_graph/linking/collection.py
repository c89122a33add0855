"""Things and statements as linking gathers them, whatever the order in which papers name them."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier_graph.linking.holders import Found
from dossier_graph.model import Linked, Statement, Thing, Unresolved

__all__ = ["Collection"]


@dataclass(slots=True)
class Collection:
    """What linking has gathered so far; the fields are those of Linked."""

    things: dict[str, Thing] = field(default_factory=dict)
    statements: set[Statement] = field(default_factory=set)
    papers: dict[str, str] = field(default_factory=dict)
    unresolved: list[Unresolved] = field(default_factory=list)
    holders: set[str] = field(default_factory=set)
    failed: dict[str, str] = field(default_factory=dict)

    def add(self, thing: Thing) -> str:
        """Add a thing, or what is new of one already there; return its key.

        Of two labels for the same thing the first in alphabetical order stays, so that the order of papers is of no
        account; a thing stays unresolved only while every mention of it is.
        """
        here = self.things.get(thing.key)
        if here is None:
            self.things[thing.key] = thing
            return thing.key
        attributes = dict(here.attributes)
        for name, values in thing.attributes.items():
            attributes[name] = tuple(sorted({*attributes.get(name, ()), *values}, key=str))
        read = next((one for one in (here, thing) if "dg:bestandsnaam" in one.attributes), None)
        labelled = min((read,) if read else (here, thing), key=lambda one: (one.label_nl, one.label_en or ""))
        self.things[thing.key] = Thing(
            thing.key,
            tuple(dict.fromkeys((*here.classes, *thing.classes))),
            labelled.label_nl,
            labelled.label_en,
            here.page or thing.page,
            min(here.unresolved, thing.unresolved) if here.unresolved and thing.unresolved and not read else None,
            here.part_of or thing.part_of,
            attributes,
            here.same_as or thing.same_as,
        )
        return thing.key

    def take(self, found: Found) -> None:
        """Add what a look-up brought."""
        for thing in found.things:
            self.add(thing)
        self.statements.update(found.statements)

    def merge(self, other: Collection) -> None:
        """Add all that another collection gathered."""
        for thing in other.things.values():
            self.add(thing)
        self.statements |= other.statements
        self.papers |= other.papers
        self.unresolved += other.unresolved
        self.holders |= other.holders
        self.failed |= other.failed

    def result(self) -> Linked:
        """Return what was gathered, what stayed open in the order of the papers' names."""
        unresolved = sorted(self.unresolved, key=lambda one: (one.document, one.quote, one.reason))
        holders = frozenset(self.holders)
        return Linked(self.things, frozenset(self.statements), self.papers, tuple(unresolved), holders, self.failed)
