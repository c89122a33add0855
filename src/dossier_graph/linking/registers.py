"""The registers: who held which office, who sat in which chamber, which ministries and regelingen there are."""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from dossier_graph.data import ontology_folder
from dossier_graph.errors import DossierGraphError

__all__ = [
    "TITLES_DOUBT",
    "TITLES_SOURCE",
    "KnownPaper",
    "Member",
    "Ministry",
    "OfficeName",
    "OfficeTerm",
    "RegisterError",
    "Registers",
    "Regulation",
    "Title",
    "fold",
    "read_office_name",
    "read_registers",
]

_Row = Mapping[str, str]
_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


class RegisterError(DossierGraphError):
    """A register cannot be used: a file is missing or a row is broken.

    Rows are counted as a spreadsheet does: the header is row 1.
    """

    def __init__(self, path: Path, row: int | None, problem: str, remedy: str) -> None:
        self.path = path
        self.row = row
        self.problem = problem
        self.remedy = remedy
        super().__init__(path, row, problem, remedy)

    def __str__(self) -> str:
        place = self.path if self.row is None else f"{self.path}, row {self.row}"
        return f"{place}: {self.problem}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office taken apart, in folded words; the minister-president is the minister "van" "algemene zaken"."""

    rank: str
    """ "minister" or "staatssecretaris"."""
    preposition: str
    """ "van", "voor" or nothing. It tells two offices apart: minister van and minister voor Asiel en Migratie."""
    subject: str


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """One person in one office, from `begin` up to but not including `end`."""

    person_id: str
    name: str
    signature: str
    """The name as it stands under a letter: "E. van der Burg"."""
    surname: str
    office: str
    office_id: str
    ministry: str
    """The abbreviation of the ministry, as in `Ministry.abbreviation`."""
    party: str
    begin: datetime.date
    end: datetime.date | None
    cabinet: str
    absent_from: datetime.date | None
    absent_until: datetime.date | None
    """The day of return; None with `absent_from` set means until the end of the term."""
    source: str
    doubt: str

    @property
    def initials(self) -> str:
        """Return the signature without the surname: "E."."""
        return self.signature.removesuffix(self.surname).strip()

    def absent_on(self, day: datetime.date) -> bool:
        """Return whether the register says that the holder was away on that day."""
        return (
            self.absent_from is not None
            and self.absent_from <= day
            and (self.absent_until is None or day < self.absent_until)
        )


@dataclass(frozen=True, slots=True)
class Member:
    """One person in one chamber, from `begin` up to but not including `end`."""

    person_id: str
    name: str
    initials: str
    """Empty where no source gives them."""
    surname: str
    chamber: str
    """TK or EK."""
    fracties: tuple[str, ...]
    """In order of time where a member changed; empty where no source gives the fractie of these years."""
    begin: datetime.date
    end: datetime.date | None
    source: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Ministry:
    """One name of one ministry; the same IRI returns when a ministry is renamed."""

    abbreviation: str
    code: str
    iri: str
    name: str
    valid_from: datetime.date | None
    valid_until: datetime.date | None
    """The last day of the name, as TOOI gives it."""
    also: tuple[str, ...]
    source: str
    doubt: str

    def days_from(self, day: datetime.date) -> int:
        """Return how many days lie between that day and the years of this name; 0 within them."""
        if self.valid_from is not None and day < self.valid_from:
            return (self.valid_from - day).days
        if self.valid_until is not None and day > self.valid_until:
            return (day - self.valid_until).days
        return 0


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regeling or EU act under the names and abbreviations that papers use."""

    name: str
    abbreviations: tuple[str, ...]
    also: tuple[str, ...]
    id: str
    """BWB or CELEX number, else dossier-…, stb-… or a slug such as "wet:energiewet"."""
    eli: str
    """The IRI that the EU itself gives an act of its own; empty where it is not known."""
    kind: str
    """Wet, Besluit, MinisterieleRegeling, Regeling, EURichtlijn, EUVerordening or EUBesluit."""
    clashes: bool
    """Whether one of the abbreviations stands for another regeling as well, capitals aside."""
    source: str
    doubt: str


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """An agreement, programme or norm under the names that papers use; its id is "rapport:integraal-zorgakkoord"."""

    name: str
    abbreviations: tuple[str, ...]
    also: tuple[str, ...]
    id: str
    source: str
    doubt: str


class Title(NamedTuple):
    """A name of a regeling in the Basiswettenbestand, with the kind that it has there ("AMvB").

    A name that ends in an ellipsis is the beginning of a long title. What no source but that list says of it, no row
    has: the list is of 2017 and was not checked since.
    """

    written: str
    id: str
    kind: str


TITLES_SOURCE = "statengeneraal/laws-markdown@91556a80 (state 2017)"
TITLES_DOUBT = "naam uit de titellijst van 2017, nadien niet nagegaan"


@dataclass(frozen=True)
class Registers:
    """All registers, with the look-ups that linking needs; the keys of the look-ups are folded."""

    office_terms: tuple[OfficeTerm, ...]
    members: tuple[Member, ...]
    ministries: tuple[Ministry, ...]
    regulations: tuple[Regulation, ...]
    titles: tuple[Title, ...]
    known_papers: tuple[KnownPaper, ...]
    terms_by_surname: Mapping[str, tuple[OfficeTerm, ...]]
    """A double surname is there twice: whole, and by the part before the hyphen."""
    terms_by_office: Mapping[tuple[str, str], tuple[OfficeTerm, ...]]
    """By rank and subject, whatever the preposition."""
    members_by_surname: Mapping[str, tuple[Member, ...]]
    ministries_by_name: Mapping[str, tuple[Ministry, ...]]
    """By name without the word "Ministerie", abbreviation and other abbreviations."""
    regulations_by_id: Mapping[str, Regulation]
    """By id as written, not folded."""
    titles_by_id: Mapping[str, Title]
    """One of the titles of each id."""
    regulations_by_name: Mapping[str, tuple[Regulation, ...]]
    """By name and other names."""
    regulations_by_abbreviation: Mapping[str, tuple[Regulation, ...]]
    """By abbreviation in small letters, punctuation kept: more than one regeling where it clashes."""

    @cached_property
    def titles_by_name(self) -> Mapping[str, tuple[Title, ...]]:
        """By title in small letters, several where regelingen are called the same; made when it is asked for."""
        return _index(self.titles, lambda it: [it.written.casefold()])

    def ministry(self, name: str, day: datetime.date | None) -> Ministry | None:
        """Return the ministry of that name or abbreviation; the day decides where several bore it.

        A name is in use some months before or after its official years, so the nearest in time is taken. Without a
        day, None where the name alone leaves the ministry open ("EZ").

        >>> read_registers().ministry("J&V", None).code
        'mnre1058'
        """
        bearers = self.ministries_by_name.get(fold(name), ())
        if not bearers:
            return None
        if day is None:
            return bearers[-1] if len({bearer.iri for bearer in bearers}) == 1 else None
        return min(bearers, key=lambda bearer: bearer.days_from(day))

    def stood_on(self, ministry: Ministry, day: datetime.date) -> bool:
        """Return whether the ministry was there on that day, under whatever name."""
        return any(one.days_from(day) == 0 for one in self.ministries if one.iri == ministry.iri)

    def ministry_of(self, term: OfficeTerm) -> Ministry:
        """Return the ministry an office term belongs to."""
        return min(self.ministries_by_name[fold(term.ministry)], key=lambda bearer: bearer.days_from(term.begin))


_UNMARKED = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})
_BROKEN = re.compile("[\u00ad\ufffe\u0002]\\s*")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_NO_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    r"""Return what remains of a name when capitals, accents and punctuation do not count; "&" reads as "en".

    >>> fold("Yeşilgöz-Zegerius"), fold("J&V"), fold("Infra\u00ad\nstructuur")
    ('yesilgoz zegerius', 'j en v', 'infrastructuur')
    """
    text = text.casefold()
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFD", _BROKEN.sub("", text).translate(_UNMARKED))
        text = _ACCENTS.sub("", text)
    return _NO_WORD.sub(" ", text.replace("&", " en ")).strip()


_PREMIER = re.compile(r"\b(?:minister ?president|premier)\b(?P<rest>.*)")
_PREMIER_ALONE = re.compile(r"|van nederland|(?:(?:en|tevens) )?minister van algemene zaken")
_OFFICE = re.compile(r"\b(?P<rank>minister|staatssecretaris)\b(?: (?P<preposition>van|voor)\b)? ?(?P<subject>.*)")


def read_office_name(text: str) -> OfficeName | None:
    """Take an office apart; None where no single office of minister or staatssecretaris is named.

    >>> read_office_name("DE MINISTER VOOR RECHTSBESCHERMING,")
    OfficeName(rank='minister', preposition='voor', subject='rechtsbescherming')
    >>> read_office_name("de minister-president").subject
    'algemene zaken'
    """
    folded = re.sub(r"\bvice ?(?:minister ?president|premier)\b", " ", fold(text))
    if (premier := _PREMIER.search(folded)) is not None:
        alone = _PREMIER_ALONE.fullmatch(premier["rest"].strip())
        return OfficeName("minister", "van", "algemene zaken") if alone else None
    if (office := _OFFICE.search(folded)) is None:
        return None
    return OfficeName(office["rank"], office["preposition"] or "", office["subject"].strip())


_COLUMNS = {
    "ministeries.csv": "afkorting tooi_code iri naam geldig_van geldig_tot ook bron twijfel",
    "ambtsperioden.csv": "person_id naam ondertekent_als achternaam ambt ambt_id ministerie partij begin einde kabinet "
    "afwezig_van afwezig_tot bron twijfel",
    "kamerleden.csv": "person_id naam voorletters achternaam kamer fractie begin einde bron twijfel",
    "bwb-namen.tsv": "naam id soort",
    "stukken.csv": "naam afkortingen ook id bron twijfel",
    "regelingen.csv": "naam afkortingen ook id eli soort botst bron twijfel",
}
_KINDS = frozenset(
    ["Wet", "Besluit", "MinisterieleRegeling", "Regeling", "EURichtlijn", "EUVerordening", "EUBesluit"],
)


def _rows(path: Path) -> Iterable[tuple[int, _Row]]:
    columns = _COLUMNS[path.name].split()
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if (header := next(reader, [])) != columns:
                problem = f"the columns are {', '.join(header) or 'missing'}"
                raise RegisterError(path, 1, problem, f"they must be {', '.join(columns)}")
            for number, values in enumerate(reader, start=2):
                if len(values) != len(columns):
                    problem = f"{len(values)} values where {len(columns)} columns are"
                    raise RegisterError(path, number, problem, "put a value with a comma between quotation marks")
                yield number, dict(zip(columns, values, strict=True))
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise RegisterError(path, None, reason, "put the register back or name another folder") from error
    except UnicodeDecodeError as error:
        raise RegisterError(path, None, "not UTF-8", "save it as CSV in UTF-8") from error
    except csv.Error as error:
        raise RegisterError(path, None, f"not CSV ({error})", "check the quotation marks") from error


def _read(path: Path, make: Callable[[_Row], _T], key: Callable[[_T], Hashable]) -> tuple[_T, ...]:
    """Read one register; `make` says in a ValueError what is wrong with a row, `key` must differ from row to row."""
    made: list[_T] = []
    first: dict[Hashable, int] = {}
    for number, row in _rows(path):
        try:
            entry = make(row)
        except ValueError as error:
            raise RegisterError(path, number, str(error), "correct the row") from error
        if (before := first.setdefault(key(entry), number)) != number:
            raise RegisterError(path, number, f"the same as row {before}", "keep one of the two")
        made.append(entry)
    return tuple(made)


def _titles(path: Path) -> tuple[Title, ...]:
    """Read the names of the Basiswettenbestand; they are many, so that nothing is looked at twice."""
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        reason = error.strerror or "cannot be read"
        raise RegisterError(path, None, reason, "put the register back or name another folder") from error
    except ValueError as error:
        raise RegisterError(path, None, "empty, or not UTF-8", "save it as tab-separated text in UTF-8") from error
    columns = _COLUMNS[path.name].split()
    if header.split("\t") != columns:
        raise RegisterError(path, 1, f"the columns are {header!r}", f"they must be {', '.join(columns)}")
    rows = [line.split("\t") for line in lines]
    for number, row in enumerate(rows, start=2):
        if len(row) != len(columns):
            raise RegisterError(path, number, f"{len(row)} values where {len(columns)} columns are", "correct the row")
    return tuple(map(Title._make, rows))


def _required(row: _Row, *columns: str) -> None:
    for column in columns:
        if not row[column]:
            raise ValueError(f"{column} is empty")


def _day(row: _Row, column: str) -> datetime.date | None:
    if not row[column]:
        return None
    try:
        return datetime.date.fromisoformat(row[column])
    except ValueError:
        raise ValueError(f"{column} is {row[column]!r}, not a date such as 2024-07-02") from None


def _period(row: _Row, first: str, last: str) -> tuple[datetime.date | None, datetime.date | None]:
    begin, end = _day(row, first), _day(row, last)
    if end is not None and begin is not None and end <= begin:
        raise ValueError(f"{last} {end} does not come after {first} {begin}")
    return begin, end


def _begun(row: _Row) -> tuple[datetime.date, datetime.date | None]:
    begin, end = _period(row, "begin", "einde")
    if begin is None:
        raise ValueError("begin is empty")
    return begin, end


def _parts(value: str) -> tuple[str, ...]:
    return tuple(part for part in value.split(";") if part)


def _ministry(row: _Row) -> Ministry:
    _required(row, "afkorting", "iri", "naam")
    since, until = _period(row, "geldig_van", "geldig_tot")
    also = _parts(row["ook"])
    return Ministry(
        row["afkorting"], row["tooi_code"], row["iri"], row["naam"], since, until, also, row["bron"], row["twijfel"]
    )


def _office_term(row: _Row, abbreviations: frozenset[str]) -> OfficeTerm:
    _required(row, "person_id", "naam", "ondertekent_als", "achternaam", "ambt", "ambt_id", "ministerie")
    if row["ministerie"] not in abbreviations:
        raise ValueError(f"ministerie {row['ministerie']!r} is not in ministeries.csv")
    if read_office_name(row["ambt"]) is None:
        raise ValueError(f"ambt {row['ambt']!r} is no minister or staatssecretaris")
    begin, end = _begun(row)
    gone, back = _period(row, "afwezig_van", "afwezig_tot")
    if back is not None and gone is None:
        raise ValueError("afwezig_tot is there without afwezig_van")
    return OfficeTerm(
        person_id=row["person_id"],
        name=row["naam"],
        signature=row["ondertekent_als"],
        surname=row["achternaam"],
        office=row["ambt"],
        office_id=row["ambt_id"],
        ministry=row["ministerie"],
        party=row["partij"],
        begin=begin,
        end=end,
        cabinet=row["kabinet"],
        absent_from=gone,
        absent_until=back,
        source=row["bron"],
        doubt=row["twijfel"],
    )


def _member(row: _Row) -> Member:
    _required(row, "person_id", "naam", "achternaam")
    if row["kamer"] not in {"TK", "EK"}:
        raise ValueError(f"kamer is {row['kamer']!r}, not TK or EK")
    begin, end = _begun(row)
    return Member(
        person_id=row["person_id"],
        name=row["naam"],
        initials=row["voorletters"],
        surname=row["achternaam"],
        chamber=row["kamer"],
        fracties=_parts(row["fractie"]),
        begin=begin,
        end=end,
        source=row["bron"],
        doubt=row["twijfel"],
    )


def _regulation(row: _Row) -> Regulation:
    _required(row, "naam", "id")
    if row["soort"] not in _KINDS:
        raise ValueError(f"soort is {row['soort']!r}, not one of {', '.join(sorted(_KINDS))}")
    if row["botst"] not in {"true", "false"}:
        raise ValueError(f"botst is {row['botst']!r}, not true or false")
    if row["eli"] and not row["eli"].startswith("http://data.europa.eu/eli/"):
        raise ValueError(f"eli is {row['eli']!r}, not an IRI such as http://data.europa.eu/eli/dir/2001/55/oj")
    return Regulation(
        name=row["naam"],
        abbreviations=_parts(row["afkortingen"]),
        also=_parts(row["ook"]),
        id=row["id"],
        eli=row["eli"],
        kind=row["soort"],
        clashes=row["botst"] == "true",
        source=row["bron"],
        doubt=row["twijfel"],
    )


def _known_paper(row: _Row) -> KnownPaper:
    _required(row, "naam", "id")
    return KnownPaper(
        row["naam"], _parts(row["afkortingen"]), _parts(row["ook"]), row["id"], row["bron"], row["twijfel"]
    )


def _index(entries: Iterable[_T], keys: Callable[[_T], Iterable[_K]]) -> dict[_K, tuple[_T, ...]]:
    found: dict[_K, list[_T]] = {}
    for entry in entries:
        for key in dict.fromkeys(keys(entry)):
            found.setdefault(key, []).append(entry)
    return {key: tuple(members) for key, members in found.items()}


def _surname_keys(person: OfficeTerm | Member) -> tuple[str, str]:
    return fold(person.surname), fold(person.surname.partition("-")[0])


def _office_key(term: OfficeTerm) -> list[tuple[str, str]]:
    name = read_office_name(term.office)
    return [] if name is None else [(name.rank, name.subject)]


def _ministry_keys(ministry: Ministry) -> list[str]:
    return [
        fold(name) for name in (ministry.name.removeprefix("Ministerie van "), ministry.abbreviation, *ministry.also)
    ]


def read_registers(folder: Path | None = None) -> Registers:
    """Read the registers of a folder, by default those that ship with the package.

    RegisterError, naming file and row, where a file is missing or a row cannot be right.

    >>> registers = read_registers()
    >>> [term.signature for term in registers.terms_by_surname["faber"]]
    ['M.H.M. Faber-van de Klashorst']
    """
    folder = ontology_folder() / "registers" if folder is None else folder
    ministries = _read(folder / "ministeries.csv", _ministry, lambda it: (it.abbreviation, it.valid_from))
    abbreviations = frozenset(ministry.abbreviation for ministry in ministries)
    terms = _read(
        folder / "ambtsperioden.csv",
        lambda row: _office_term(row, abbreviations),
        lambda it: (it.person_id, it.office_id, it.begin),
    )
    members = _read(folder / "kamerleden.csv", _member, lambda it: (it.person_id, it.chamber, it.begin))
    regulations = _read(folder / "regelingen.csv", _regulation, lambda it: it.id)
    titles = _titles(folder / "bwb-namen.tsv")
    known_papers = _read(folder / "stukken.csv", _known_paper, lambda it: it.id)
    return Registers(
        office_terms=terms,
        members=members,
        ministries=ministries,
        regulations=regulations,
        titles=titles,
        known_papers=known_papers,
        terms_by_surname=_index(terms, _surname_keys),
        terms_by_office=_index(terms, _office_key),
        members_by_surname=_index(members, _surname_keys),
        ministries_by_name=_index(ministries, _ministry_keys),
        regulations_by_id={regulation.id: regulation for regulation in regulations},
        titles_by_id={title.id: title for title in titles},
        regulations_by_name=_index(regulations, lambda it: [fold(name) for name in (it.name, *it.also)]),
        regulations_by_abbreviation=_index(regulations, lambda it: [name.casefold() for name in it.abbreviations]),
    )
