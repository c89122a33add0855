"""Which human in which office is meant: decided by name, office and day, or left open with the candidates."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.linking.office_holders import Resolution, resolve_member, resolve_office, resolve_signatory
from dossier_graph.linking.registers import Registers, read_registers

REGISTERS = read_registers()


@pytest.fixture(scope="module")
def registers() -> Registers:
    return REGISTERS


def on(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)


def people(found: Resolution) -> set[str]:
    return {candidate.person_id for candidate in found.candidates}


# --- a name under a letter -------------------------------------------------------------------------------------------

JENV = "staatssecretaris-van-justitie-en-veiligheid"
AENM = "minister-van-asiel-en-migratie"
NAMES = "achternaam, ambt en datum"


@pytest.mark.parametrize(
    ("office", "name", "date", "person", "office_id", "rule"),
    [
        # the office in every way papers write it
        (
            "De Staatssecretaris van Justitie en Veiligheid,",
            "E. van der Burg",
            "2023-07-07",
            "eric-van-der-burg",
            JENV,
            NAMES,
        ),
        ("DE STAATSSECRETARIS VAN J&V", "VAN DER BURG", "2023-07-07", "eric-van-der-burg", JENV, NAMES),
        (
            "Minister van VWS",
            "Kuipers",
            "2023-01-15",
            "ernst-kuipers",
            "minister-van-volksgezondheid-welzijn-en-sport",
            NAMES,
        ),
        ("minister van AenM", "Faber", "2025-01-09", "marjolein-faber-van-de-klashorst", AENM, NAMES),
        (
            "DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT",
            "M.G.J. Harbers",
            "2023-03-01",
            "mark-harbers",
            "minister-van-infrastructuur-en-waterstaat",
            NAMES,
        ),
        (
            "de minister van Infrastructuur en Water-\nstaat",
            "Harbers",
            "2023-03-01",
            "mark-harbers",
            "minister-van-infrastructuur-en-waterstaat",
            NAMES,
        ),
        (
            "Minister voor Rechtsbescherming",
            "F.M. Weerwind",
            "2023-03-01",
            "franc-weerwind",
            "minister-voor-rechtsbescherming",
            NAMES,
        ),
        (
            "Minister van Binnenlandse Zaken en Koninkrijkrelaties",
            "H.M. de Jonge",
            "2024-03-01",
            "hugo-de-jonge",
            "minister-van-binnenlandse-zaken-en-koninkrijksrelaties",
            NAMES,
        ),
        ("minister-president", "H.W.M. (Dick) Schoof", "2025-03-01", "dick-schoof", "minister-president", NAMES),
        (
            "De Minister-President, Minister van Algemene Zaken",
            "Dick Schoof",
            "2025-03-01",
            "dick-schoof",
            "minister-president",
            NAMES,
        ),
        (
            "Minister voor BHOS",
            "Schreinemacher",
            "2022-03-01",
            "liesje-schreinemacher",
            "minister-voor-buitenlandse-handel-en-ontwikkelingssamenwerking",
            NAMES,
        ),
        (
            "Minister voor Buitenlandse Zaken",
            "Bruins Slot",
            "2024-01-01",
            "hanke-bruins-slot",
            "minister-van-buitenlandse-zaken",
            "achternaam, ambt (op het voorzetsel na) en datum",
        ),
        # Kamerstukken call a staatssecretaris after the ministry
        (
            "Staatssecretaris van BZK",
            "Szabo",
            "2024-10-01",
            "zsolt-szabo",
            "staatssecretaris-digitalisering-en-koninkrijksrelaties",
            "achternaam, rang, ministerie en datum",
        ),
        # the name in every way papers write it
        (
            "Minister van AenM",
            "M.H.M. Faber-van de Klashorst",
            "2025-01-09",
            "marjolein-faber-van-de-klashorst",
            AENM,
            NAMES,
        ),
        (
            "Minister van AenM",
            "M.H.M. Faber\nvan de Klashorst",
            "2025-01-09",
            "marjolein-faber-van-de-klashorst",
            AENM,
            NAMES,
        ),
        (
            "Minister van JenV",
            "D. Yesilgöz",
            "2023-01-09",
            "dilan-yesilgoz-zegerius",
            "minister-van-justitie-en-veiligheid",
            NAMES,
        ),
        (
            "Minister van JenV",
            "mr. drs. D. Yeşilgöz-Zegerius",
            "2023-01-09",
            "dilan-yesilgoz-zegerius",
            "minister-van-justitie-en-veiligheid",
            NAMES,
        ),
        (
            "Minister van Defensie",
            "A.Th.B. Bijleveld-Schouten",
            "2020-01-01",
            "ank-bijleveld",
            "minister-van-defensie",
            NAMES,
        ),
        (
            "Minister van VWS",
            "M. Agema",
            "2025-01-01",
            "fleur-agema",
            "minister-van-volksgezondheid-welzijn-en-sport",
            NAMES,
        ),
        (
            "Staatssecretaris Rechtsbescherming",
            "T.H.D. Struycken",
            "2025-01-01",
            "teun-struycken",
            "staatssecretaris-rechtsbescherming",
            NAMES,
        ),
        (None, "E.van der Burg", "2023-07-07", "eric-van-der-burg", JENV, "achternaam en datum"),
        # one surname, two humans
        (None, "Rutte", "2023-10-01", "mark-rutte", "minister-president", "achternaam en datum"),
        (None, "Rutte", "2025-10-01", "arno-rutte", JENV, "achternaam en datum"),
        (None, "A.C.L. Rutte", None, "arno-rutte", JENV, "achternaam; zonder datum"),
        (None, "Bruins", "2018-05-05", "bruno-bruins", "minister-voor-medische-zorg", "achternaam en datum"),
        (
            "Minister van OCW",
            "Bruins",
            None,
            "eppo-bruins",
            "minister-van-onderwijs-cultuur-en-wetenschap",
            "achternaam, ambt; zonder datum",
        ),
        (
            None,
            "Wiersma",
            "2023-01-01",
            "dennis-wiersma",
            "minister-voor-primair-en-voortgezet-onderwijs",
            "achternaam en datum",
        ),
        (
            "minister van LVVN",
            "Femke Wiersma",
            "2025-01-01",
            "femke-marije-wiersma",
            "minister-van-landbouw-visserij-voedselzekerheid-en-natuur",
            NAMES,
        ),
        (
            None,
            "D.E.M.C. Jansen",
            "2025-07-01",
            "danielle-jansen",
            "minister-van-volksgezondheid-welzijn-en-sport",
            "achternaam en datum",
        ),
        (
            None,
            "Chris Jansen",
            "2025-01-01",
            "chris-jansen",
            "staatssecretaris-openbaar-vervoer-en-milieu",
            "achternaam en datum",
        ),
        (
            None,
            "Heijnen",
            "2023-01-01",
            "vivianne-heijnen",
            "staatssecretaris-van-infrastructuur-en-waterstaat",
            "achternaam en datum",
        ),
        (
            "staatssecretaris van Financiën",
            "Eugène Heijnen",
            "2025-10-01",
            "ehj-heijnen",
            "staatssecretaris-fiscaliteit-belastingdienst-en-douane",
            "achternaam, rang, ministerie en datum",
        ),
        # one human, two offices at once
        (
            "minister voor Asiel en Migratie",
            "M.C.G. Keijzer",
            "2025-07-01",
            "mona-keijzer",
            "minister-voor-asiel-en-migratie",
            NAMES,
        ),
        (
            "Minister van VRO",
            "M.C.G. Keijzer",
            "2025-07-01",
            "mona-keijzer",
            "minister-van-volkshuisvesting-en-ruimtelijke-ordening",
            NAMES,
        ),
        (
            "Minister van JenV",
            "D.M. van Weel",
            "2025-07-01",
            "david-van-weel",
            "minister-van-justitie-en-veiligheid",
            NAMES,
        ),
        ("Minister van AenM", "D.M. van Weel", "2025-07-01", "david-van-weel", AENM, NAMES),
        (
            "minister voor Asiel en Migratie",
            "Van Hijum",
            "2025-07-01",
            "eddy-van-hijum",
            "minister-voor-asiel-en-migratie",
            NAMES,
        ),
        # one office, two humans
        ("staatssecretaris van JenV", "C.A. van der Maat", "2023-11-01", "christophe-van-der-maat", JENV, NAMES),
        ("staatssecretaris van JenV", "E. van der Burg", "2023-11-01", "eric-van-der-burg", JENV, NAMES),
        # the border of a term, and days outside every term
        ("Minister van AenM", "Faber", "2024-07-02", "marjolein-faber-van-de-klashorst", AENM, NAMES),
        (
            "Minister van JenV",
            "D. Yeşilgöz-Zegerius",
            "2024-07-02",
            "dilan-yesilgoz-zegerius",
            "minister-van-justitie-en-veiligheid",
            "achternaam, ambt en dag van vertrek",
        ),
        (
            "Minister van OCW",
            "Dijkgraaf",
            "2024-09-01",
            "robbert-dijkgraaf",
            "minister-van-onderwijs-cultuur-en-wetenschap",
            "achternaam, ambt; datum buiten de bekende periode",
        ),
        (
            "de toenmalige minister van Defensie",
            "Bijleveld",
            "2024-01-01",
            "ank-bijleveld",
            "minister-van-defensie",
            "achternaam, ambt; zonder datum",
        ),
    ],
)
def test_a_signature_gives_one_term(
    registers: Registers, office: str | None, name: str, date: str | None, person: str, office_id: str, rule: str
) -> None:
    found = resolve_signatory(registers, office, name, on(date))
    assert (found.person_id, found.office_id, found.rule, found.reason) == (person, office_id, rule, None)
    assert found.resolved
    assert found.term is not None
    assert found.candidates == (found.term,)
    assert found.ministry == registers.ministry_of(found.term)


@pytest.mark.parametrize(
    ("office", "name", "date", "candidates", "reason"),
    [
        (
            None,
            "Wiersma",
            "2024-01-01",
            {"dennis-wiersma", "femke-marije-wiersma"},
            "Meer dan één bewindspersoon heet Wiersma.",
        ),
        (None, "Bruins", None, {"bruno-bruins", "eppo-bruins"}, "Meer dan één bewindspersoon heet Bruins."),
        (None, "Jansen", "2019-01-01", {"danielle-jansen", "chris-jansen"}, "Meer dan één bewindspersoon heet Jansen."),
        (
            "Minister van VWS",
            "X. Kuipers",
            "2023-01-01",
            {"ernst-kuipers"},
            "Geen bewindspersoon met deze voorletters of voornaam in het register: X. Kuipers.",
        ),
        (
            "Minister van VWS",
            "E.J. Kuipers Bos",
            "2023-01-01",
            set(),
            "Geen bewindspersoon met deze naam in het register: E.J. Kuipers Bos.",
        ),
        (
            "Minister van Financiën",
            "E.J. Kuipers",
            "2023-01-01",
            {"ernst-kuipers"},
            "E.J. Kuipers komt in het register niet voor als ‘minister van Financiën’.",
        ),
        (
            "de voorzitter",
            "M. Rutte",
            "2020-01-01",
            {"mark-rutte"},
            "M. Rutte komt in het register niet voor als ‘voorzitter’.",
        ),
        # neither the office nor the day fits: the same ministry is not enough
        (
            "Minister van JenV",
            "S. Dekker",
            "2025-01-01",
            {"sander-dekker"},
            "S. Dekker komt in het register niet voor als ‘minister van Justitie en Veiligheid’.",
        ),
    ],
)
def test_a_signature_that_more_than_one_or_nobody_fits_stays_open(
    registers: Registers, office: str | None, name: str, date: str | None, candidates: set[str], reason: str
) -> None:
    found = resolve_signatory(registers, office, name, on(date))
    assert (found.resolved, found.person_id, people(found), found.reason) == (False, None, candidates, reason)


@pytest.mark.parametrize(
    ("office", "name", "date", "person", "terms"),
    [
        (None, "Keijzer", "2025-07-01", "mona-keijzer", 2),
        (None, "D.M. van Weel", "2025-08-30", "david-van-weel", 3),
        ("minister-president", "M. Rutte", None, "mark-rutte", 3),
        ("Minister van Financiën", "Hoekstra", "2010-01-01", "wopke-hoekstra", 1),
    ],
)
def test_the_human_is_known_where_only_the_term_stays_open(
    registers: Registers, office: str | None, name: str, date: str | None, person: str, terms: int
) -> None:
    found = resolve_signatory(registers, office, name, on(date))
    assert (found.person_id, len(found.candidates), found.resolved) == (person, terms, terms == 1)


def test_an_office_outside_the_register_gives_its_ministry_and_nobody(registers: Registers) -> None:
    found = resolve_signatory(registers, "De Minister van VROM,", "J.M. Cramer", on("2009-02-01"))
    assert found.ministry is not None
    assert (found.ministry.code, found.person_id) == ("mnre0180", None)
    assert found.office == "minister van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer"


# --- an office alone -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("office", "date", "person", "rule"),
    [
        ("minister van Asiel en Migratie", "2024-12-01", "marjolein-faber-van-de-klashorst", "ambt en datum"),
        ("minister van Asiel en Migratie", "2025-07-01", "david-van-weel", "ambt en datum"),
        ("Minister van AenM", "2026-03-01", "bart-van-den-brink", "ambt en datum"),
        ("minister-president", "2024-07-01", "mark-rutte", "ambt en datum"),
        ("minister-president", "2024-07-02", "dick-schoof", "ambt en datum"),
        ("Minister van JenV", "2024-07-01", "dilan-yesilgoz-zegerius", "ambt en datum"),
        ("Minister van JenV", "2024-07-02", "david-van-weel", "ambt en datum"),
        ("staatssecretaris van JenV", "2023-10-29", "eric-van-der-burg", "ambt en datum"),
        ("staatssecretaris van JenV", "2023-10-30", "christophe-van-der-maat", "ambt en datum; de ander was afwezig"),
        ("staatssecretaris van JenV", "2023-11-22", "christophe-van-der-maat", "ambt en datum; de ander was afwezig"),
        ("staatssecretaris van JenV", "2023-11-23", "eric-van-der-burg", "ambt en datum"),
        ("staatssecretaris van SZW", "2025-01-01", "jurgen-nobel", "rang, ministerie en datum"),
        (
            "staatssecretaris voor Rechtsbescherming",
            "2025-01-01",
            "teun-struycken",
            "ambt (op het voorzetsel na) en datum",
        ),
        ("minister voor Klimaat en Energie", None, "rob-jetten", "ambt; zonder datum"),
    ],
)
def test_an_office_gives_its_holder(
    registers: Registers, office: str, date: str | None, person: str, rule: str
) -> None:
    found = resolve_office(registers, office, on(date))
    assert (found.resolved, found.person_id, found.rule) == (True, person, rule)


@pytest.mark.parametrize(
    ("office", "date", "candidates", "ministry", "reason"),
    [
        (
            "minister voor Asiel en Migratie",
            "2025-07-01",
            {"mona-keijzer", "eddy-van-hijum"},
            "AenM",
            "Meer dan één persoon was op 1 juli 2025 minister voor Asiel en Migratie.",
        ),
        (
            "minister Asiel en Migratie",
            "2025-07-01",
            {"mona-keijzer", "eddy-van-hijum", "david-van-weel"},
            "AenM",
            "Meer dan één persoon was op 1 juli 2025 minister Asiel en Migratie.",
        ),
        (
            "staatssecretaris van Financiën",
            "2021-01-01",
            {"hans-vijlbrief", "alexandra-van-huffelen"},
            "Fin",
            "Meer dan één persoon was op 1 januari 2021 staatssecretaris van Financiën.",
        ),
        (
            "staatssecretaris van VWS",
            "2025-01-01",
            {"vicky-maeijer", "vincent-karremans"},
            "VWS",
            "Meer dan één persoon was op 1 januari 2025 staatssecretaris van Volksgezondheid, Welzijn en Sport.",
        ),
        (
            "staatssecretaris van Defensie",
            "2023-11-01",
            {"christophe-van-der-maat"},
            "Def",
            "De staatssecretaris van Defensie was op 1 november 2023 afwezig.",
        ),
        (
            "minister van VenJ",
            "2015-03-15",
            set(),
            "VenJ",
            "In het register staat niemand die op 15 maart 2015 minister van Veiligheid en Justitie was.",
        ),
        (
            "minister voor Klimaat en Energie",
            "2025-01-01",
            set(),
            "EZK",
            "In het register staat niemand die op 1 januari 2025 minister voor Klimaat en Energie was.",
        ),
        (
            "toenmalig minister van Defensie",
            "2024-03-01",
            None,
            "Def",
            "Meer dan één ambtsperiode als minister van Defensie, en geen datum die beslist.",
        ),
        (
            "minister van VROM",
            "2009-01-01",
            set(),
            "VROM",
            "Het ambt staat niet in het register: minister van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer.",
        ),
        (
            "minister voor Wonen en Wijken",
            "2009-01-01",
            set(),
            None,
            "Het ambt staat niet in het register: minister voor Wonen en Wijken.",
        ),
        (
            "het ministerie van EZ",
            "2024-08-01",
            set(),
            "EZ",
            "Geen ambt van minister of staatssecretaris: ‘ministerie van EZ’.",
        ),
        (
            "de directeur-generaal",
            "2024-08-01",
            set(),
            None,
            "Geen ambt van minister of staatssecretaris: ‘directeur-generaal’.",
        ),
    ],
)
def test_an_office_that_two_or_nobody_held_stays_open(
    registers: Registers, office: str, date: str, candidates: set[str] | None, ministry: str | None, reason: str
) -> None:
    found = resolve_office(registers, office, on(date))
    assert (found.resolved, found.reason) == (False, reason)
    assert (None if found.ministry is None else found.ministry.abbreviation) == ministry
    if candidates is not None:
        assert people(found) == candidates


def test_the_ministry_of_an_office_is_the_one_of_that_day(registers: Registers) -> None:
    codes = []
    for date in ("2009-01-01", "2014-01-01", "2025-01-01"):
        ministry = resolve_office(registers, "minister van Economische Zaken", on(date)).ministry
        codes.append(None if ministry is None else ministry.code)
    assert codes == ["mnre1040", "mnre1045", "mnre1045"]


# --- members ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("surname", "fractie", "date", "person", "rule"),
    [
        ("Podt", "D66", "2024-05-05", "anne-marijke-podt", "achternaam, fractie en datum"),
        ("Podt", None, "2024-05-05", "anne-marijke-podt", "achternaam en datum"),
        ("Van Zanten", "BBB", "2024-12-01", "claudia-van-zanten", "achternaam, fractie en datum"),
        ("Van Dijk", "SGP", "2025-02-11", "diederik-van-dijk", "achternaam, fractie en datum"),
        ("Inge van Dijk", None, "2025-02-11", "inge-van-dijk", "achternaam en datum"),
        ("D.J.H. van Dijk", None, "2025-02-11", "diederik-van-dijk", "achternaam en datum"),
        ("Mulder", None, "2024-05-05", "edgar-mulder", "achternaam en datum"),
        ("A. Mulder", None, "2018-05-05", "anne-mulder", "achternaam en datum"),
        ("Martens", "VVD", "2024-05-05", "claire-martens-america", "achternaam, fractie en datum"),
        ("Patijn", "PvdA", "2024-05-05", "mariette-patijn", "achternaam, fractie en datum"),
        ("Kröger", "GroenLinks–PvdA", "2024-05-05", "suzanne-kroger", "achternaam, fractie en datum"),
        ("Ellemeet", "GL", "2018-05-05", "corinne-ellemeet", "achternaam, fractie en datum"),
        ("Baudet", "FvD", "2024-05-05", "thierry-baudet", "achternaam, fractie en datum"),
        ("Van Zanten", "BoerBurgerBeweging", "2024-12-01", "claudia-van-zanten", "achternaam, fractie en datum"),
        ("Claassen", "PVV", "2025-12-01", "rene-claassen", "achternaam, fractie en datum"),
        ("Kuzu", "PvdA", "2013-05-05", "tunahan-kuzu", "achternaam en datum"),
        ("De Hoop", "PvdA", "2022-05-05", "habtamu-de-hoop", "achternaam, fractie; datum buiten de bekende periode"),
        ("Van Haga", None, None, "wybren-van-haga", "achternaam; zonder datum"),
    ],
)
def test_a_member_is_found(
    registers: Registers, surname: str, fractie: str | None, date: str | None, person: str, rule: str
) -> None:
    found = resolve_member(registers, surname, fractie, on(date))
    assert (found.person_id, found.rule, found.reason) == (person, rule, None)
    assert found.member is not None
    assert found.candidates == (found.member,)


@pytest.mark.parametrize(
    ("surname", "fractie", "date", "candidates", "reason"),
    [
        (
            "Van Dijk",
            None,
            "2025-02-11",
            {"diederik-van-dijk", "emiel-van-dijk", "inge-van-dijk", "olger-van-dijk"},
            "Meer dan één Kamerlid heet Van Dijk op 11 februari 2025.",
        ),
        ("Mulder", None, None, {"agnes-mulder", "anne-mulder", "edgar-mulder"}, "Meer dan één Kamerlid heet Mulder."),
        ("Podt", "VVD", "2024-05-05", {"anne-marijke-podt"}, "Podt komt in het register niet voor bij de fractie VVD."),
        (
            "X. Podt",
            None,
            "2024-05-05",
            {"anne-marijke-podt"},
            "Geen Kamerlid met deze voorletters of voornaam in het register: X. Podt.",
        ),
        ("Van Nergens", None, "2024-05-05", set(), "Geen Kamerlid met deze naam in het register: Van Nergens."),
    ],
)
def test_a_member_that_two_or_nobody_fits_stays_open(
    registers: Registers, surname: str, fractie: str | None, date: str | None, candidates: set[str], reason: str
) -> None:
    found = resolve_member(registers, surname, fractie, on(date))
    assert (found.resolved, found.person_id, people(found), found.reason) == (False, None, candidates, reason)


def test_a_minister_who_was_a_member_is_one_human(registers: Registers) -> None:
    member = resolve_member(registers, "Van Veldhoven", "D66", on("2014-02-02"))
    signatory = resolve_signatory(registers, None, "S. van Veldhoven", on("2018-02-02"))
    assert member.person_id == signatory.person_id == "stientje-van-veldhoven-van-der-meer"


# --- whatever a text holds -------------------------------------------------------------------------------------------

WORDS = st.lists(
    st.sampled_from(
        ["de", "minister", "van", "voor", "JenV", "Rutte", "-", "M.", "A&M", "Van", "der", "Burg", "(", "", "ö"]
    )
    | st.text(max_size=4)
).map(" ".join)
DAYS = st.none() | st.dates()


@given(office=st.none() | WORDS, name=WORDS, date=DAYS)
def test_every_answer_is_resolved_or_says_why_not(office: str | None, name: str, date: datetime.date | None) -> None:
    answers = [resolve_signatory(REGISTERS, office, name, date), resolve_member(REGISTERS, name, office, date)]
    if office is not None:
        answers.append(resolve_office(REGISTERS, office, date))
    for found in answers:
        assert found.resolved == (found.reason is None) == bool(found.rule)
        if found.resolved:
            assert len(found.candidates) == 1
            assert found.person_id is not None
