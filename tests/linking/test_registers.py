"""The registers that ship, and what the reader says of a register that is broken."""

from __future__ import annotations

import csv
import datetime
import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.data import ontology_folder
from dossier_graph.errors import DossierGraphError
from dossier_graph.linking.registers import (
    Member,
    OfficeTerm,
    RegisterError,
    Registers,
    fold,
    read_office_name,
    read_registers,
)

SHIPPED = ontology_folder() / "registers"
FILES = ("ambtsperioden.csv", "kamerleden.csv", "ministeries.csv", "regelingen.csv")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.fixture(scope="module")
def registers() -> Registers:
    return read_registers()


# --- what ships ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_a_shipped_register_is_utf8_with_line_feeds_and_no_row_twice(name: str) -> None:
    text = (SHIPPED / name).read_bytes().decode("utf-8")
    rows = text.removesuffix("\n").split("\n")
    assert "\r" not in text
    assert text.endswith("\n")
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("ambtsperioden.csv", ("person_id", "begin", "ambt_id")),
        ("kamerleden.csv", ("person_id", "begin", "kamer")),
        ("ministeries.csv", ("afkorting", "geldig_van")),
        ("regelingen.csv", ("naam", "id")),
    ],
)
def test_a_shipped_register_is_sorted(name: str, order: tuple[str, ...]) -> None:
    with (SHIPPED / name).open(encoding="utf-8", newline="") as file:
        keys = [tuple(row[column] for column in order) for row in csv.DictReader(file)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", FILES)
def test_every_row_names_its_source(name: str) -> None:
    with (SHIPPED / name).open(encoding="utf-8", newline="") as file:
        assert all(row["bron"] for row in csv.DictReader(file))


@pytest.mark.parametrize(
    ("person", "office", "begin", "end", "party"),
    [
        ("eric-van-der-burg", "staatssecretaris-van-justitie-en-veiligheid", "2022-01-10", "2024-07-02", "VVD"),
        ("christophe-van-der-maat", "staatssecretaris-van-justitie-en-veiligheid", "2023-10-30", "2023-11-23", "VVD"),
        ("marjolein-faber-van-de-klashorst", "minister-van-asiel-en-migratie", "2024-07-02", "2025-06-03", "PVV"),
        ("mona-keijzer", "minister-voor-asiel-en-migratie", "2025-06-19", "2026-02-23", "BBB"),
        ("mark-rutte", "minister-president", "2012-11-05", "2017-10-26", "VVD"),
        ("rob-jetten", "minister-president", "2026-02-23", None, "D66"),
    ],
)
def test_who_held_which_office(
    registers: Registers, person: str, office: str, begin: str, end: str | None, party: str
) -> None:
    held = {(term.person_id, term.office_id, term.begin): term for term in registers.office_terms}
    term = held[person, office, day(begin)]
    assert (term.end, term.party) == (None if end is None else day(end), party)


def test_absences_can_be_asked_for(registers: Registers) -> None:
    (term,) = (t for t in registers.terms_by_surname["van der burg"] if t.office.endswith("Justitie en Veiligheid"))
    asked = ["2023-10-29", "2023-10-30", "2023-11-22", "2023-11-23"]
    assert [term.absent_on(day(text)) for text in asked] == [False, True, True, False]
    assert "afwezig van 2023-10-30 tot 2023-11-23" in term.doubt


def test_an_absence_without_return_lasts_to_the_end_of_the_term(registers: Registers) -> None:
    (term,) = (t for t in registers.terms_by_surname["heijnen"] if t.initials == "V.L.W.A.")
    assert term.absent_on(day("2024-06-30"))


def test_one_human_has_one_id_as_minister_and_as_member(registers: Registers) -> None:
    people: list[OfficeTerm | Member] = [*registers.office_terms, *registers.members]
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for person in people:
        ids[fold(person.name)].add(person.person_id)
    assert [found for found in ids.values() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("member", "holder"),
    [
        ("Femke Wiersma", "Femke Marije Wiersma"),
        ("Stientje van Veldhoven", "Stientje van Veldhoven-van der Meer"),
        ("Cora van Nieuwenhuizen", "Cora van Nieuwenhuizen-Wijbenga"),
        ("Arno Rutte", "Arno Rutte"),
        ("Mona Keijzer", "Mona Keijzer"),
    ],
)
def test_a_member_under_another_surname_is_the_same_human(registers: Registers, member: str, holder: str) -> None:
    (as_member,) = {row.person_id for row in registers.members if row.name == member}
    assert {term.person_id for term in registers.office_terms if term.name == holder} == {as_member}


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [
        ("AenM", None, "mnre1162"),
        ("A&M", None, "mnre1162"),
        ("asiel en migratie", None, "mnre1162"),
        ("J&V", None, "mnre1058"),
        ("Veiligheid en Justitie", "2016-03-01", "mnre1058"),
        ("EZ", "2009-05-01", "mnre1040"),
        ("EZ", "2012-11-05", "mnre1045"),
        ("EZ", "2025-01-01", "mnre1045"),
        ("EZ", None, None),
        ("LNV", "2008-01-01", "mnre1150"),
        ("LNV", "2023-01-01", "mnre1153"),
        ("IenW", "2017-11-10", "mnre1130"),
        ("Vreemdelingenzaken", "2006-01-01", None),
    ],
)
def test_which_ministry_bears_a_name(registers: Registers, name: str, on: str | None, code: str | None) -> None:
    ministry = registers.ministry(name, None if on is None else day(on))
    assert (None if ministry is None else ministry.code) == code


def test_the_office_of_2026_is_at_the_ministry_that_still_exists(registers: Registers) -> None:
    (term,) = registers.terms_by_surname["van den brink"]
    assert registers.ministry_of(term).code == "mnre1058"


@pytest.mark.parametrize(
    ("name", "id_", "kind"),
    [
        ("Vreemdelingenwet 2000", "BWBR0011823", "Wet"),
        ("Regeling opvang ontheemden uit Oekraïne", "BWBR0046503", "MinisterieleRegeling"),
        ("Bekostigingsregeling opvang ontheemden uit Oekraïne", "BWBR0046732", "MinisterieleRegeling"),
        ("Tijdelijke wet opvang ontheemden Oekraïne", "dossier-36394", "Wet"),
        ("Spreidingswet", "stb-2024-12", "Wet"),
        ("Wet op het voortgezet onderwijs", "BWBR0002399", "Wet"),
        ("Boek 7 van het Burgerlijk Wetboek", "BWBR0005290", "Wet"),
        ("Vreemdelingencirculaire 2000 (B)", "BWBR0012289", "Regeling"),
        ("Aanwijzingen voor de regelgeving", "BWBR0005730", "Regeling"),
        ("Richtlijn Tijdelijke Bescherming", "32001L0055", "EURichtlijn"),
        ("Richtlijn 2001/55/EG", "32001L0055", "EURichtlijn"),
        ("Uitvoeringsbesluit (EU) 2022/382", "32022D0382", "EUBesluit"),
        ("Dublin III", "32013R0604", "EUVerordening"),
        ("Verordening (EU) nr. 604/2013", "32013R0604", "EUVerordening"),
        ("Richtlijn 92/43/EEG", "31992L0043", "EURichtlijn"),
        ("Algemene verordening gegevensbescherming", "32016R0679", "EUVerordening"),
    ],
)
def test_a_regulation_is_found_by_the_names_papers_use(registers: Registers, name: str, id_: str, kind: str) -> None:
    (regulation,) = registers.regulations_by_name[fold(name)]
    assert (regulation.id, regulation.kind) == (id_, kind)
    assert registers.regulations_by_id[id_] is regulation


def test_no_name_stands_for_two_regulations(registers: Registers) -> None:
    assert [name for name, found in registers.regulations_by_name.items() if len(found) > 1] == []


def test_the_word_raadsbesluit_alone_names_no_regulation(registers: Registers) -> None:
    assert fold("Raadsbesluit") not in registers.regulations_by_name


@pytest.mark.parametrize(
    ("abbreviation", "names"),
    [
        ("Wpg", {"Wet politiegegevens", "Wet publieke gezondheid"}),
        ("Ow", {"Omgevingswet", "Opiumwet"}),
        ("Wi", {"Wet inburgering", "Wet inburgering 2021"}),
        ("Pw", {"Participatiewet", "Pensioenwet"}),
        ("Wht", {"Wet op de huurtoeslag", "Wet hersteloperatie toeslagen"}),
        ("Tw", {"Telecommunicatiewet", "Toeslagenwet"}),
        ("RooO", {"Regeling opvang ontheemden Oekraïne"}),
        ("RTB", {"Richtlijn tijdelijke bescherming"}),
    ],
)
def test_an_abbreviation_gives_all_it_may_stand_for(registers: Registers, abbreviation: str, names: set[str]) -> None:
    found = registers.regulations_by_abbreviation[abbreviation.casefold()]
    assert {regulation.name for regulation in found} == names
    assert {regulation.clashes for regulation in found} == {len(names) > 1}


def test_a_regulation_clashes_exactly_when_it_shares_an_abbreviation(registers: Registers) -> None:
    shared = {it.id for found in registers.regulations_by_abbreviation.values() if len(found) > 1 for it in found}
    assert {it.id for it in registers.regulations if it.clashes} == shared


def test_no_name_carries_a_remark_in_brackets(registers: Registers) -> None:
    remarks = re.compile(r"\((?:oud|vervallen|context|politie)")
    assert [it for it in registers.regulations if remarks.search(f"{it.name}{it.abbreviations}{it.also}")] == []


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Yeşilgöz-Zegerius", "yesilgoz zegerius"),
        ("VAN DER BURG", "van der burg"),
        ("Boekholt-O’Sullivan", "boekholt o sullivan"),
        ("Onderwijs, Cultuur en\n Wetenschap", "onderwijs cultuur en wetenschap"),
        ("A&M", "a en m"),
        ("Infra\u00ad\nstructuur", "infrastructuur"),
        ("Köse, U.", "kose u"),
        ("", ""),
    ],
)
def test_what_a_name_is_compared_by(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("De Minister van Asiel en Migratie,", ("minister", "van", "asiel en migratie")),
        ("minister voor Asiel en Migratie", ("minister", "voor", "asiel en migratie")),
        ("STAATSSECRETARIS RECHTSBESCHERMING", ("staatssecretaris", "", "rechtsbescherming")),
        ("de Minister-President, Minister van Algemene Zaken", ("minister", "van", "algemene zaken")),
        ("vice-minister-president, minister van Financiën", ("minister", "van", "financien")),
        ("de minister-president van Vlaanderen", None),
        ("de viceminister-president", None),
        ("de ministers van Justitie en Veiligheid en van Financiën", None),
        ("de voorzitter", None),
    ],
)
def test_an_office_is_taken_apart(text: str, parts: tuple[str, str, str] | None) -> None:
    name = read_office_name(text)
    assert (None if name is None else (name.rank, name.preposition, name.subject)) == parts


# --- a broken register -----------------------------------------------------------------------------------------------

GOOD = {
    "ministeries.csv": [
        "afkorting,tooi_code,iri,naam,geldig_van,geldig_tot,ook,bron,twijfel",
        "AenM,mnre1162,https://example.org/mnre1162,Ministerie van Asiel en Migratie,2024-07-02,2026-02-22,A&M,TOOI,",
        "EZ,mnre1045,https://example.org/mnre1045,Ministerie van Economische Zaken,2013-01-01,2017-12-31,,TOOI,",
    ],
    "ambtsperioden.csv": [
        "person_id,naam,ondertekent_als,achternaam,ambt,ambt_id,ministerie,partij,begin,einde,kabinet,afwezig_van,"
        "afwezig_tot,bron,twijfel",
        "a-jansen,Anna Jansen,A. Jansen,Jansen,minister van Asiel en Migratie,minister-a,AenM,X,2024-07-02,,K,,,b,",
        "b-smit,Bas Smit,B. Smit,Smit,staatssecretaris Herstel,staats-h,EZ,X,2013-01-01,2014-01-01,K,,,b,",
    ],
    "kamerleden.csv": [
        "person_id,naam,voorletters,achternaam,kamer,fractie,begin,einde,bron,twijfel",
        "c-bos,Cor Bos,C.,Bos,TK,X,2020-01-01,2021-01-01,b,",
        "c-bos,Cor Bos,C.,Bos,TK,X;Groep Bos,2021-01-01,,b,",
    ],
    "regelingen.csv": [
        "naam,afkortingen,ook,id,eli,soort,botst,bron,twijfel",
        "Wet dieren,Wd,Dierenwet,BWBR0030250,,Wet,false,b,",
        "Gaswet,,,BWBR0011440,,Wet,false,b,",
    ],
    "stukken.csv": ["naam,afkortingen,ook,id,bron,twijfel", "Akkoord a,AA,,rapport:akkoord-a,b,"],
    "bwb-namen.tsv": ["naam\tid\tsoort", "Bouwbesluit 2012\tBWBR0030461\tAMvB", "Kieswet\tBWBR0004627\twet"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in GOOD.items():
        (tmp_path / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def test_registers_can_be_read_from_another_folder(folder: Path) -> None:
    registers = read_registers(folder)
    assert [term.name for term in registers.terms_by_office["minister", "asiel en migratie"]] == ["Anna Jansen"]
    assert [member.fracties for member in registers.members] == [("X",), ("X", "Groep Bos")]
    assert registers.regulations_by_name["dierenwet"][0].abbreviations == ("Wd",)
    assert registers.titles_by_id["BWBR0030461"].written == "Bouwbesluit 2012"
    assert [(paper.name, paper.abbreviations) for paper in registers.known_papers] == [("Akkoord a", ("AA",))]


@pytest.mark.parametrize(
    ("name", "row", "old", "new", "said"),
    [
        ("ministeries.csv", 2, "2024-07-02", "2 juli 2024", "geldig_van is '2 juli 2024', not a date"),
        ("ministeries.csv", 2, "2026-02-22", "2024-07-01", "geldig_tot 2024-07-01 does not come after geldig_van"),
        ("ministeries.csv", 3, "https://example.org/mnre1045", "", "iri is empty"),
        ("ministeries.csv", 3, GOOD["ministeries.csv"][2], GOOD["ministeries.csv"][1], "the same as row 2"),
        ("ambtsperioden.csv", 2, "2024-07-02", "2024-13-02", "begin is '2024-13-02', not a date"),
        ("ambtsperioden.csv", 2, "2024-07-02", "", "begin is empty"),
        ("ambtsperioden.csv", 3, "2014-01-01", "2012-01-01", "einde 2012-01-01 does not come after begin 2013-01-01"),
        ("ambtsperioden.csv", 2, ",AenM,", ",A&M,", "ministerie 'A&M' is not in ministeries.csv"),
        ("ambtsperioden.csv", 2, "minister van Asiel en Migratie", "wethouder", "ambt 'wethouder' is no minister"),
        ("ambtsperioden.csv", 3, "K,,,b", "K,,2013-05-01,b", "afwezig_tot is there without afwezig_van"),
        ("ambtsperioden.csv", 3, "K,,,b", "K,2013-05-01,2013-04-01,b", "afwezig_tot 2013-04-01 does not come after"),
        ("ambtsperioden.csv", 3, "B. Smit", "", "ondertekent_als is empty"),
        ("kamerleden.csv", 2, ",TK,", ",GK,", "kamer is 'GK', not TK or EK"),
        ("kamerleden.csv", 3, "2021-01-01", "2020-01-01", "the same as row 2"),
        ("kamerleden.csv", 2, "Cor Bos,C.,Bos", "Cor Bos,C.,", "achternaam is empty"),
        ("kamerleden.csv", 2, "Cor Bos", "Bos, Cor", "11 values where 10 columns are"),
        ("regelingen.csv", 3, "BWBR0011440", "BWBR0030250", "the same as row 2"),
        ("regelingen.csv", 2, ",Wet,", ",Lied,", "soort is 'Lied', not one of Besluit"),
        ("regelingen.csv", 2, "BWBR0030250,", "BWBR0030250,eli/dir", "eli is 'eli/dir', not an IRI such as http"),
        ("regelingen.csv", 2, "false", "nee", "botst is 'nee', not true or false"),
        ("regelingen.csv", 3, "Gaswet", "", "naam is empty"),
        ("regelingen.csv", 1, "soort", "kind", "they must be naam, afkortingen, ook, id, eli, soort"),
        ("bwb-namen.tsv", 1, "soort", "kind", "they must be naam, id, soort"),
        ("bwb-namen.tsv", 3, "Kieswet\t", "", "2 values where 3 columns are"),
    ],
)
def test_a_broken_row_is_refused_with_file_and_row(
    folder: Path, name: str, row: int, old: str, new: str, said: str
) -> None:
    rows = GOOD[name].copy()
    assert old in rows[row - 1]
    rows[row - 1] = rows[row - 1].replace(old, new, 1)
    (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        read_registers(folder)
    message = str(caught.value)
    assert f"{name}, row {row}: " in message
    assert said in message
    assert "\n" not in message
    assert (caught.value.path, caught.value.row) == (folder / name, row)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_register_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(DossierGraphError, match=rf"{name}: .*; put the register back"):
        read_registers(folder)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the columns are missing"),
        ("naam\nWet financi\u00ebn\n".encode("latin-1"), "not UTF-8; save it as CSV in UTF-8"),
        (b'naam,afkortingen,ook,id,eli,soort,botst,bron,twijfel\n"Wet,,,x,,Wet,false,b,\n', "not CSV"),
    ],
)
def test_a_register_that_is_no_csv_is_named(folder: Path, content: bytes, said: str) -> None:
    (folder / "regelingen.csv").write_bytes(content)
    with pytest.raises(RegisterError, match=r"regelingen\.csv") as caught:
        read_registers(folder)
    assert said in str(caught.value)
