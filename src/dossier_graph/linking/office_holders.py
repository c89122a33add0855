"""Who is meant: the holder of an office or the member of a chamber, by name, office or fractie, and day.

Nothing is guessed. A rule decides when exactly one candidate remains; otherwise the resolution says in Dutch what is
lacking and gives the candidates. Periods are half-open: on the day of a change of cabinet an office alone means the
successor, and a name still finds the predecessor.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dossier_graph.linking.registers import (
    Member,
    Ministry,
    OfficeName,
    OfficeTerm,
    Registers,
    fold,
    read_office_name,
)

__all__ = ["OUTSIDE", "UNDATED", "Resolution", "find_person", "resolve_member", "resolve_office", "resolve_signatory"]

# How a rule ends that had no day to decide by, or one that the register does not reach.
UNDATED = "; zonder datum"
OUTSIDE = "; datum buiten de bekende periode"

_Holder = TypeVar("_Holder", OfficeTerm, Member)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name or an office was brought back to.

    Resolved when `term` or `member` is there; then `rule` says what decided and `reason` is None. Otherwise `reason`
    is a Dutch sentence that says what is lacking. `person_id` and `person` are there whenever only one human can be
    meant, also where it stays open in which office that human acts. `ministry` is there whenever it can be read.
    """

    term: OfficeTerm | None = None
    member: Member | None = None
    person_id: str | None = None
    person: str | None = None
    office_id: str | None = None
    office: str | None = None
    """The office in full and without article: "minister van Asiel en Migratie"."""
    ministry: Ministry | None = None
    rule: str = ""
    reason: str | None = None
    candidates: tuple[OfficeTerm | Member, ...] = ()

    @property
    def resolved(self) -> bool:
        """Return whether exactly one holder or member was found."""
        return self.term is not None or self.member is not None


# --- names ---------------------------------------------------------------------------------------------------------

_NOT_GIVEN = frozenset((
    "drs", "mr", "dr", "ir", "ing", "prof", "em", "ds", "jhr", "jkvr", "mw", "mevr", "mevrouw", "dhr", "de", "heer",
    "het", "lid", "leden", "kamerlid", "minister", "staatssecretaris", "minister-president", "premier",
))  # fmt: skip
_CALLED = re.compile(r"\([^)]*\)")
_LOST_BLANK = re.compile(r"\.(?=\w)")


def _split_name(text: str, surnames: Mapping[str, object]) -> tuple[str, tuple[str, ...]]:
    """Return the key of the longest known surname the name ends with, and the words before it."""
    words = _LOST_BLANK.sub(". ", _CALLED.sub(" ", text)).strip(" ,.;:\n").split()
    for start in range(len(words)):
        if (key := fold(" ".join(words[start:]))) in surnames:
            return key, tuple(word for word in words[:start] if word.rstrip(".").lower() not in _NOT_GIVEN)
    return "", ()


def _letters(initials: str) -> str:
    """Return one letter for each of the initials: "Th.J.A.M." and "T.J.A.M." are the same."""
    return "".join(part[:1] for part in fold(initials).split())


def _is_initials(word: str) -> bool:
    return word.endswith(".") or len(word) == 1 or (word.isupper() and len(word) < 4)


def _agreement(given: Sequence[str], holder: OfficeTerm | Member) -> int:
    """Return how well the words before a surname fit: 0 contradicts, 1 may be, 2 is the same."""
    if not given:
        return 2
    known = _letters(holder.initials)
    call_name = fold(holder.name.removesuffix(holder.surname))
    names = fold(" ".join(word for word in given if not _is_initials(word)))
    initials = "".join(_letters(word) if "." in word else fold(word) for word in given if _is_initials(word))
    if names:
        if f"{call_name} ".startswith(f"{names} "):
            return 2
        # where the register has initials only ("E.H.J. Heijnen") the first name is open but for its letter
        return int(not initials and _letters(call_name) == known and names[0] == known[:1])
    if initials == known:
        return 2
    return int(not known or initials.startswith(known) or known.startswith(initials) or initials == call_name[:1])


def _called(given: Sequence[str], holders: Sequence[_Holder]) -> tuple[_Holder, ...]:
    """Return the holders whose initials or first name fit, the exact ones if there are any."""
    fits = [_agreement(given, holder) for holder in holders]
    best = max(fits, default=0)
    return tuple(holder for holder, fit in zip(holders, fits, strict=True) if fit == best > 0)


# --- days ----------------------------------------------------------------------------------------------------------

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def _on(day: datetime.date) -> str:
    return f"op {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _holds_on(holder: OfficeTerm | Member, day: datetime.date) -> bool:
    return holder.begin <= day and (holder.end is None or day < holder.end)


def _by_day(holders: Sequence[_Holder], day: datetime.date | None) -> list[tuple[str, tuple[_Holder, ...]]]:
    """Return the holders as the day leaves them, each with the words for the rule: the last are those of all years."""
    ever = tuple(holders)
    if day is None:
        return [(UNDATED, ever)]
    return [
        (" en datum", tuple(holder for holder in ever if _holds_on(holder, day))),
        (" en dag van vertrek", tuple(holder for holder in ever if holder.end == day)),
        (OUTSIDE, ever),
    ]


# --- offices -------------------------------------------------------------------------------------------------------

# Subjects that are no name of a ministry, as ministries themselves abbreviate them; the keys are folded.
_SHORT_SUBJECTS = {
    "app": "armoedebeleid participatie en pensioenen",
    "bho": "buitenlandse handel en ontwikkelingshulp",
    "bhos": "buitenlandse handel en ontwikkelingssamenwerking",
    "k en e": "klimaat en energie",
    "lzs": "langdurige zorg en sport",
    "n en s": "natuur en stikstof",
    "pvo": "primair en voortgezet onderwijs",
}
_FORMER = re.compile(r"\b(?:toenmalige?|voormalige?|vorige?|oud|ex|gewezen)\b")
_MINISTRY = re.compile(r"\bministerie (?:van |voor )?(.+)")
_BEFORE_OFFICE = re.compile(r"^(?:(?:de|het|mede|namens|aan)\s)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Office:
    """An office as a text names it, as far as the registers can tell which."""

    name: OfficeName | None
    label: str
    terms: tuple[OfficeTerm, ...] = ()
    """All terms of this rank and subject, whatever the preposition."""
    ministry: Ministry | None = None
    """The ministry that bears the name of the subject."""

    def ids(self, *, exact: bool) -> frozenset[str]:
        """Return the office_ids of the office: with its preposition, or with any."""
        return frozenset(
            term.office_id for term in self.terms if not exact or read_office_name(term.office) == self.name
        )


def _bare_name(ministry: Ministry) -> str:
    return ministry.name.removeprefix("Ministerie van ")


def _one_slip_apart(one: str, other: str) -> bool:
    """Return whether one letter more, less or different turns one text into the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    same = next((index for index, letter in enumerate(short) if letter != long[index]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _subject(registers: Registers, rank: str, written: str) -> str:
    """Return the subject of an office in the words of the registers: in full, one slip of the pen mended."""
    subject = _SHORT_SUBJECTS.get(written, written)
    if (rank, subject) in registers.terms_by_office:
        return subject
    for place in (place for place, letter in enumerate(subject) if letter == " "):
        # "Staatssecretaris van VWS – Jeugd, Preventie en Sport": the ministry before the office
        if (
            subject[:place] in registers.ministries_by_name
            and (rank, subject[place + 1 :]) in registers.terms_by_office
        ):
            return subject[place + 1 :]
    if subject in registers.ministries_by_name:
        return fold(_bare_name(registers.ministries_by_name[subject][-1]))
    known = {other for its_rank, other in registers.terms_by_office if its_rank == rank}
    known.update(fold(_bare_name(ministry)) for ministry in registers.ministries)
    # "BHO" and "BHOS" are one letter apart as well: only what is long enough to be a slip
    meant = [other for other in known if len(subject) > 9 and _one_slip_apart(subject, other)]
    return meant[0] if len(meant) == 1 else subject


def _read_office(registers: Registers, text: str, day: datetime.date | None) -> _Office:
    label = _BEFORE_OFFICE.sub("", " ".join(text.split())).strip(" ,.;:")
    label = label.lower() if label.isupper() else label[:1].lower() + label[1:]
    if (name := read_office_name(text)) is None:
        ministry = _MINISTRY.search(fold(text))
        return _Office(None, label, ministry=registers.ministry(ministry[1] if ministry else text, day))
    name = OfficeName(name.rank, name.preposition, _subject(registers, name.rank, name.subject))
    terms = registers.terms_by_office.get((name.rank, name.subject), ())
    ministry_named = registers.ministry(name.subject, day)
    labels = {term.office for term in terms}
    exact = {label for label in labels if read_office_name(label) == name} or labels
    if len(exact) == 1:
        label = exact.pop()
    elif not labels and ministry_named is not None:
        label = f"{name.rank} {name.preposition or 'van'} {_bare_name(ministry_named)}"
    return _Office(name, label, terms, ministry_named)


def _found(registers: Registers, term: OfficeTerm, rule: str) -> Resolution:
    return Resolution(
        term=term,
        person_id=term.person_id,
        person=term.name,
        office_id=term.office_id,
        office=term.office,
        ministry=registers.ministry_of(term),
        rule=rule,
        candidates=(term,),
    )


def _left_open(
    registers: Registers,
    office: _Office | None,
    reason: str,
    fitting: Sequence[OfficeTerm] = (),
    others: Sequence[OfficeTerm] = (),
) -> Resolution:
    """Return that it stays open, with the person, the office and the ministry as far as they are certain."""
    people = {term.person_id: term.name for term in fitting}
    person_id, person = next(iter(people.items())) if len(people) == 1 else (None, None)
    label = None if office is None or office.name is None else office.label
    ids = {term.office: term.office_id for term in (fitting if office is None else office.terms)}
    if office is None and len(ids) == 1:
        (label,) = ids
    ministry = _one_ministry(registers, fitting)
    if ministry is None and office is not None:
        ministry = office.ministry or _one_ministry(registers, office.terms)
    return Resolution(
        person_id=person_id,
        person=person,
        office_id=None if label is None else ids.get(label, fold(label).replace(" ", "-")),
        office=label,
        ministry=ministry,
        reason=reason,
        candidates=tuple(fitting or others),
    )


def _one_ministry(registers: Registers, terms: Sequence[OfficeTerm]) -> Ministry | None:
    found = {ministry.iri: ministry for ministry in map(registers.ministry_of, terms)}
    return next(iter(found.values())) if len(found) == 1 else None


def _same_post(registers: Registers, office: _Office, terms: Sequence[OfficeTerm]) -> list[OfficeTerm]:
    """Return the terms in the rank and at the ministry of the office."""
    if office.name is None or office.ministry is None:
        return []
    return [
        term
        for term in terms
        if term.office.startswith(office.name.rank) and registers.ministry_of(term).iri == office.ministry.iri
    ]


def _readings(
    registers: Registers, office: _Office, terms: Sequence[OfficeTerm], *, same_post: bool
) -> Iterator[tuple[str, list[OfficeTerm]]]:
    """Yield which of the terms are of the office, the strictest reading first, each with the words for the rule."""
    for how, exact in (("ambt", True), ("ambt (op het voorzetsel na)", False)):
        ids = office.ids(exact=exact)
        yield how, [term for term in terms if term.office_id in ids]
    if same_post:
        yield "rang, ministerie", _same_post(registers, office, terms)


def _is_former(office: str) -> bool:
    return _FORMER.search(fold(office)) is not None


# --- what others call --------------------------------------------------------------------------------------------


def resolve_signatory(registers: Registers, office: str | None, name: str, date: datetime.date | None) -> Resolution:
    """Return who signed: the term of the person of that name in that office on that day.

    The office may be abbreviated ("Minister van VWS") or missing, the name with or without initials or first name.
    Where the office itself does not fit, the same rank at the same ministry does: Kamerstukken call every
    staatssecretaris after the ministry. On the day of leaving a name still finds the one who left. Without a day, or
    on a day outside all terms, a single term over all years is needed.

    >>> from dossier_graph.linking.registers import read_registers
    >>> day = datetime.date(2023, 7, 7)
    >>> found = resolve_signatory(read_registers(), "De Staatssecretaris van J&V,", "E. van der Burg", day)
    >>> found.person_id, found.office_id, found.rule
    ('eric-van-der-burg', 'staatssecretaris-van-justitie-en-veiligheid', 'achternaam, ambt en datum')
    """
    key, given = _split_name(name, registers.terms_by_surname)
    if not key and "-" in name:
        # a married name the register does not have: "Bijleveld-Schouten" for Bijleveld
        key, given = _split_name(name.rpartition("-")[0], registers.terms_by_surname)
    named = registers.terms_by_surname.get(key, ())
    called = _called(given, named)
    read = None if office is None else _read_office(registers, office, date)
    written = " ".join(name.split())
    if not called:
        lacking = "met deze voorletters of voornaam" if named else "met deze naam"
        return _left_open(registers, read, f"Geen bewindspersoon {lacking} in het register: {written}.", others=named)
    day = None if office is not None and _is_former(office) else date
    days = _by_day(called, day)
    for when, held in days:
        ever = when == days[-1][0]
        for how, found in [("", held)] if read is None else _readings(registers, read, held, same_post=not ever):
            if len(found) == 1:
                return _found(registers, found[0], f"achternaam{', ' if how else ''}{how}{when}")
            if found:
                on = "" if ever or day is None else f" {_on(day)}"
                reason = f"Meer dan één bewindspersoon heet {written}{on}."
                if len({term.person_id for term in found}) == 1:
                    reason = f"{written} had{on} meer dan één ambt of ambtsperiode."
                return _left_open(registers, read, reason, found)
    reason = f"{written} komt in het register niet voor als ‘{'' if read is None else read.label}’."
    return _left_open(registers, read, reason, others=days[0][1] or called)


def resolve_office(registers: Registers, office: str, date: datetime.date | None) -> Resolution:
    """Return who held the office on that day.

    Open when several did, nobody did, or a former holder is meant. A holder the register knows to be absent leaves the
    office to the one who stands in. A staatssecretaris named after the ministry is the only one there, if there is
    only one. An office that is not in the register gives its ministry, if that can be read.

    >>> from dossier_graph.linking.registers import read_registers
    >>> resolve_office(read_registers(), "minister van AenM", datetime.date(2025, 3, 14)).person
    'Marjolein Faber-van de Klashorst'
    """
    read = _read_office(registers, office, date)
    if read.name is None:
        return _left_open(registers, read, f"Geen ambt van minister of staatssecretaris: ‘{read.label}’.")
    day = None if _is_former(office) else date
    when, held = _by_day(registers.office_terms, day)[0]
    same_post = day is not None and read.name.rank == "staatssecretaris"
    for how, found in _readings(registers, read, held, same_post=same_post):
        if not found:
            continue
        present = [term for term in found if day is None or not term.absent_on(day)]
        if len(present) == 1:
            stand_in = "; de ander was afwezig" if len(found) > 1 else ""
            return _found(registers, present[0], f"{how}{when}{stand_in}")
        if day is None:
            reason = f"Meer dan één ambtsperiode als {read.label}, en geen datum die beslist."
        elif present:
            reason = f"Meer dan één persoon was {_on(day)} {read.label}."
        else:
            reason = f"De {read.label} was {_on(day)} afwezig."
        return _left_open(registers, read, reason, present or found)
    if read.terms and day is not None:
        return _left_open(registers, read, f"In het register staat niemand die {_on(day)} {read.label} was.")
    return _left_open(registers, read, f"Het ambt staat niet in het register: {read.label}.")


# What papers write for a fractie, against how the register has it; the keys are folded and without blanks.
_FRACTIES = {
    "cu": "christenunie", "gl": "groenlinks", "glpvda": "groenlinkspvda", "pvdagroenlinks": "groenlinkspvda",
    "nieuwsociaalcontract": "nsc", "boerburgerbeweging": "bbb", "partijvoordedieren": "pvdd",
    "partijvandearbeid": "pvda", "partijvoordevrijheid": "pvv", "forumvoordemocratie": "fvd",
    "staatkundiggereformeerdepartij": "sgp", "socialistischepartij": "sp", "democraten66": "d66",
}  # fmt: skip
_BEFORE_FRACTIE = re.compile(r"^(?:groep|lid|fractie|de fractie) ")


def _parties(fractie: str) -> frozenset[str]:
    """Return the parties a fractie stands for: GroenLinks-PvdA is a fractie of both."""
    bare = _BEFORE_FRACTIE.sub("", fold(fractie)).replace(" ", "")
    bare = _FRACTIES.get(bare, bare)
    return frozenset({"groenlinks", "pvda"} if bare == "groenlinkspvda" else {bare})


def resolve_member(registers: Registers, surname: str, fractie: str | None, date: datetime.date | None) -> Resolution:
    """Return which member of either chamber is meant; initials or a first name may stand before the surname.

    A fractie that contradicts the register rules a member out; a row without fractie stays possible when no other
    fits. Without a day, or on a day outside all rows, a single human over all years is needed: the register has
    only the sitting of some years.

    >>> from dossier_graph.linking.registers import read_registers
    >>> resolve_member(read_registers(), "Van Dijk", "CDA", datetime.date(2025, 2, 11)).person
    'Inge van Dijk'
    """
    key, given = _split_name(surname, registers.members_by_surname)
    named = registers.members_by_surname.get(key, ())
    called = _called(given, named)
    written = " ".join(surname.split())
    if not called:
        lacking = "met deze voorletters of voornaam" if named else "met deze naam"
        reason = f"Geen Kamerlid {lacking} in het register: {written}."
        return Resolution(reason=reason, candidates=named)
    parties = None if fractie is None else _parties(fractie)
    how = "achternaam" if fractie is None else "achternaam, fractie"
    days = _by_day(called, date)
    for when, sat in days:
        known = [member for member in sat if parties and any(parties & _parties(one) for one in member.fracties)]
        found = known or [member for member in sat if parties is None or not member.fracties]
        people = {member.person_id for member in found}
        if len(people) == 1:
            member = max(found, key=lambda one: one.begin)
            rule = (how if known else "achternaam") + when
            return Resolution(
                member=member, person_id=member.person_id, person=member.name, rule=rule, candidates=(member,)
            )
        if found:
            on = "" if date is None or when == days[-1][0] else f" {_on(date)}"
            reason = f"Meer dan één Kamerlid heet {written}{on}."
            return Resolution(reason=reason, candidates=tuple(found))
    reason = f"{written} komt in het register niet voor bij de fractie {fractie}."
    return Resolution(reason=reason, candidates=days[0][1] or called)


def find_person(registers: Registers, name: str) -> OfficeTerm | Member | None:
    """Return the person of either register whose first name and surname these are, None for none or several.

    Initials or a surname alone are too little: others than those in the registers bear them.

    >>> from dossier_graph.linking.registers import read_registers
    >>> [find_person(read_registers(), name) is not None for name in ("Lodewijk Asscher", "L. Asscher", "Asscher")]
    [True, False, False]
    """
    found: dict[str, OfficeTerm | Member] = {}
    by_surname: tuple[Mapping[str, Sequence[OfficeTerm | Member]], ...]
    by_surname = (registers.terms_by_surname, registers.members_by_surname)
    for named in by_surname:
        key, given = _split_name(name, named)
        if given and not all(map(_is_initials, given)):
            found |= {one.person_id: one for one in named[key] if _agreement(given, one) == 2}
    return next(iter(found.values())) if len(found) == 1 else None
