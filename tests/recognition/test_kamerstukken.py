"""Kamerstukken, dossiers and what is numbered like them, in every form that papers use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
import regex
from recognised import citations, recognise


class Cited(NamedTuple):
    """What a citation should be read as; `quote` is None when it is all of the words."""

    kind: str
    id: str
    quote: str | None = None
    also: tuple[str, ...] = ()
    dossiers: tuple[str, ...] | None = ()
    pinpoint: str | None = None


def kst(number: str, quote: str | None = None, **more: object) -> Cited:
    """Return a Kamerstuk by its number, in the dossier that the number names."""
    dossiers = (number.rpartition("-")[0],)
    return Cited("kamerstuk", f"kst-{number}", quote, **{"dossiers": dossiers, **more})  # type: ignore[arg-type]


def dossier(number: str, quote: str | None = None) -> Cited:
    """Return a dossier by its number."""
    return Cited("dossier", f"dossier-{number}", quote, dossiers=(number,))


# One entry for each example of the norms and house styles, in words that hold nothing else.
FORMS: dict[str, list[Cited]] = {
    # by dossier and number
    "Kamerstuk 19 637, nr. 3171": [kst("19637-3171")],
    "Kamerstuk 36 045, nr. 170": [kst("36045-170")],
    "Kamerstuk 32802, nr. 137": [kst("32802-137")],
    "Kamerstuk 31865-207": [kst("31865-207")],
    "Kamerstuk 19 637, nr. 3258 en Kamerstuk 36 045, nr. 187": [
        kst("19637-3258", "Kamerstuk 19 637, nr. 3258"),
        kst("36045-187", "Kamerstuk 36 045, nr. 187"),
    ],
    "Kamerstukken II 2022/23, 36 045, nr. 113": [kst("36045-113")],
    "Kamerstukken II 2009/10, 27858, nr. 88, p. 3": [
        kst("27858-88", "Kamerstukken II 2009/10, 27858, nr. 88", pinpoint="p. 3")
    ],
    # under two dossiers
    "Kamerstukken II 2023/24, 19 637 en 36 045, nr. 3258": [kst("19637-3258", dossiers=("19637", "36045"))],
    "Kamerstukken II 2024–2025, 19 637, nr. 3319": [kst("19637-3319")],
    # budget chapters and funds
    "Kamerstukken II, 36 600 XX, nr. 22": [kst("36600-XX-22")],
    "Kamerstukken II 2017/18, 34775-IV, nr. 44": [kst("34775-IV-44")],
    "31 444 XI, nr. 4": [kst("31444-XI-4")],
    "Kamerstukken 36 600 M": [dossier("36600-M")],
    "36 600 M": [dossier("36600-M")],
    "23 400, XI, nr. 25": [kst("23400-XI-25")],
    "35925-VI-56": [kst("35925-VI-56")],
    "19 700 hoofdstuk XV": [dossier("19700-XV")],
    # sub-dossiers
    "Kamerstukken II 2020/21, 21 501-07, nr. 1750": [kst("21501-07-1750")],
    "21501-02-466": [kst("21501-02-466")],
    # Eerste Kamer: letters
    "Kamerstukken I 2008/09, 31700 VI, D, p. 4": [
        kst("31700-VI-D", "Kamerstukken I 2008/09, 31700 VI, D", pinpoint="p. 4")
    ],
    "Kamerstukken I 2014/15, 33802, C": [kst("33802-C")],
    "Kamerstukken I 2014/15, 33802, nr. AB": [kst("33802-AB")],
    "23700, nr. 188b": [kst("23700-188b")],
    "Eerste Kamer, vergaderjaar 2023–2024, 36 373, H": [kst("36373-H")],
    # several numbers
    "Kamerstukken II 2019/20, 29 754, nrs. 520 en 548": [
        kst("29754-520", "Kamerstukken II 2019/20, 29 754, nrs. 520"),
        kst("29754-548", "548"),
    ],
    "Kamerstukken II 2019/20, 29 754, nr. 679, nr. 684 en 685": [
        kst("29754-679", "Kamerstukken II 2019/20, 29 754, nr. 679"),
        kst("29754-684", "nr. 684"),
        kst("29754-685", "685"),
    ],
    "Kamerstukken II 1984–1985, 18 764, nrs. 1–3, blz. 29": [
        kst(
            "18764-1",
            "Kamerstukken II 1984–1985, 18 764, nrs. 1–3",
            also=("kst-18764-2", "kst-18764-3"),
            pinpoint="blz. 29",
        )
    ],
    # Rijkswetten: the second number is left out
    "Kamerstukken II 2015/16, 34 356 (R2064), nr. 3": [kst("34356-3")],
    # dossiers
    "Kamerstukken 31945": [dossier("31945")],
    "Kamerstuk 34 986": [dossier("34986")],
    "dossier 36 394": [dossier("36394")],
    "wetsvoorstel (36 394)": [dossier("36394", "36 394")],
    # with the Kamer written out, or nothing in front at all
    "Tweede Kamer, vergaderjaar 2022–2023, 36 229, nr. 1": [kst("36229-1")],
    "TK 2008-2009, 31473, nummer 25": [kst("31473-25")],
    "29689, nr. 1283": [kst("29689-1283")],
    # attachments
    "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9": [
        Cited("bijlage", "kst-34389-9#bijlage"),
        kst("34389-9", "Kamerstukken II 2015/16, 34389, nr. 9"),
    ],
    "blg-1184123": [Cited("bijlage", "blg-1184123")],
    # debates
    "Handelingen II 2010/11, nr. 108, item 5, p. 25-36": [
        Cited("handelingen", "h-tk-20102011-108-5", "Handelingen II 2010/11, nr. 108, item 5", pinpoint="p. 25-36")
    ],
    "Handelingen II 2007/08, nr. 108, p. 7909-7943": [Cited("handelingen", "h-tk-20072008-7909-7943")],
    # answers to Kamervragen
    "Aanhangsel Handelingen II 2021/22, nr. 2244": [Cited("aanhangsel", "ah-tk-20212022-2244")],
    "Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nr. 1028": [Cited("aanhangsel", "ah-tk-20242025-1028")],
    "Kamerstukken II 2021/22, Aanhangsel, nr. 1694": [Cited("aanhangsel", "ah-tk-20212022-1694")],
    # identifiers as such
    "2022Z04076": [Cited("kamervraag", "kv-tk-2022Z04076")],
    "2024D50856": [Cited("kamerstuk", "nds-tk-2024D50856")],
    "kst-36045-113": [kst("36045-113")],
    "ah-tk-20202021-3235": [Cited("aanhangsel", "ah-tk-20202021-3235")],
}

SLIPS = {
    "Kamerstukken II 2022–203, 36 045, nr. 113": [kst("36045-113")],
    "Kamerstukken II2015–16, 34 356, nr. 3": [kst("34356-3")],
    "Kamerstukken ll 2022/23, 36 045, nr. 113": [kst("36045-113")],
    "Kamerstukken II 2022/23, 36 045, nr.16": [kst("36045-16")],
    "Kamerstukken II 2022/23, 36 045, 16": [kst("36045-16")],
    "Kamerstuk 2020D10705": [Cited("kamerstuk", "nds-tk-2020D10705")],
    "Kamerstuk nr. 36 045, nr. 113": [kst("36045-113")],
    "Kamerstukken II 2022/23 36 045 nr 113": [kst("36045-113")],
    "Kamerstukken  II 2022 / 23 , 36 045 , nr. 113": [kst("36045-113")],
    "KAMERSTUKKEN II 2022/23, 36 045, nr. 113": [kst("36045-113")],
}


def plain(words: str) -> str:
    """Return words without white space and with one kind of dash, so that variations of them can be compared."""
    return regex.sub(r"[-–/]", "-", regex.sub(r"\s", "", words)).casefold()


def read(text: str) -> list[Cited]:
    return [
        Cited(one.kind, one.id or "", text[one.start : one.end], one.also, one.dossiers, one.pinpoint)
        for one in citations(text)
    ]


def expected(words: str, forms: dict[str, list[Cited]]) -> list[Cited]:
    return [cited._replace(quote=words if cited.quote is None else cited.quote) for cited in forms[words]]


@pytest.mark.parametrize("words", FORMS)
def test_every_form_is_read_with_its_number_dossiers_and_page(words: str) -> None:
    assert read(f"Wij lazen {words} met aandacht.") == expected(words, FORMS)


@pytest.mark.parametrize("words", SLIPS)
def test_slips_of_the_pen_are_read_as_what_was_meant(words: str) -> None:
    assert read(f"Wij lazen {words} met aandacht.") == expected(words, SLIPS)


NOTE = "\n\n1 De cijfers zijn afgerond.\n"


def _at_each_space(words: str, instead: str) -> Iterator[str]:
    for found in regex.finditer(r" ", words):
        yield words[: found.start()] + instead + words[found.end() :]


def _without_each_space(words: str) -> Iterator[str]:
    """Yield the words with one space lost, where that makes no other word or number ("36 600M" is an amount)."""
    for found in regex.finditer(r"(?<!\p{L}) (?!M$)|(?<=\p{L}) (?!\p{L})", words):
        yield words[: found.start()] + words[found.end() :]


def _with_other_first_letter(words: str) -> Iterator[str]:
    if regex.match(r"\p{L}\p{Ll}{3}", words):
        yield words[0].swapcase() + words[1:]


VARIATIONS = {
    "no-break spaces": lambda words: [words.replace(" ", "\u00a0")],
    "thin spaces": lambda words: [words.replace(" ", "\u2009"), words.replace(" ", "\u202f")],
    "a line break": lambda words: _at_each_space(words, "\n"),
    "a line break after a space": lambda words: _at_each_space(words, " \n"),
    "a space doubled": lambda words: _at_each_space(words, "  "),
    "a space lost": _without_each_space,
    "another dash in the years": lambda words: [
        regex.sub(r"(?<=(?<!\d)(?:19|20)\d\d)[-–/](?=\d)", dash, words) for dash in "-–/"
    ],
    "another first letter": _with_other_first_letter,
}
PLACES = {
    "in a sentence": "Wij lazen {} met aandacht.",
    "at the beginning": "{} is met aandacht gelezen.",
    "at the end of a sentence": "Met aandacht lazen wij {}. Daarna schreven wij dit.",
    "at the end": "Met aandacht lazen wij {}",
    "in brackets": "Wij lazen het stuk ({}) met aandacht.",
    "in square brackets": "Wij lazen het stuk [{}] met aandacht.",
    "in guillemets": "Wij lazen «{}» met aandacht.",
    "before a comma": "Zoals in {}, gaan wij verder.",
}


def _agrees(text: str, words: str) -> None:
    found = read(text)
    wanted = expected(words, FORMS)
    assert [one[:2] + one[3:5] for one in found] == [one[:2] + one[3:5] for one in wanted]
    assert [plain(one.quote or "") for one in found] == [plain(one.quote or "") for one in wanted]


@pytest.mark.parametrize("variation", VARIATIONS)
@pytest.mark.parametrize("words", FORMS)
def test_every_form_is_read_in_every_variation(words: str, variation: str) -> None:
    for varied in VARIATIONS[variation](words):
        _agrees(f"Wij lazen {varied} met aandacht.", words)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("words", FORMS)
def test_every_form_is_read_wherever_it_stands(words: str, place: str) -> None:
    _agrees(PLACES[place].format(words), words)


@pytest.mark.parametrize("words", FORMS)
def test_a_note_number_behind_a_bracket_is_no_part_of_the_citation(words: str) -> None:
    text = f"Wij lazen het stuk ({words}).1 Meer niet.{NOTE}"
    _agrees(text, words)
    assert [note.marker for note in recognise(text)[0].footnotes] == ["1"]


# More digits than the number can have, or a letter in front: nobody can tell note 1 behind "nr. 113" from number 1131.
@pytest.mark.parametrize(
    "words", [words for words in FORMS if regex.search(r"nr\. \d{4}$|[\p{L})]$|\d[ZD]\d{5}$|\b\d\d ?\d{3}$", words)]
)
def test_a_note_number_glued_to_the_last_digit_is_no_part_of_the_citation(words: str) -> None:
    for text in (f"Wij lazen {words}1 met aandacht.{NOTE}", f"Met aandacht lazen wij het ({words}1). Meer niet.{NOTE}"):
        _agrees(text, words)
        (note,) = recognise(text)[0].footnotes
        assert text[note.note_start : note.note_end] == NOTE.strip()


@pytest.mark.parametrize("words", FORMS)
def test_the_number_of_a_note_glued_in_front_is_no_part_of_the_citation(words: str) -> None:
    note = words[0].upper() + words[1:] if regex.match(r"\p{L}+\b(?!-)", words) else f"Zie {words}"
    text = f"Wij lazen veel.1 Daarna schreven wij.\n\n1{note}"
    _agrees(text, words)
    assert [one.footnote for one in citations(text)] == ["1"] * len(FORMS[words])


# What looks like a citation by its digits, letters or words, and is none.
LOOK_ALIKES = [
    "Bel 070-1234567 of 070-426 5100.",
    "Bel 06 12 34 56 78 tijdens kantooruren.",
    "Bel +31 70 348 62 34, ook op zaterdag.",
    "Ons kenmerk is 6048852 en dat van u 2024-0000123456.",
    "Het dossiernummer bij de rechtbank is AWB 22/1234.",
    "De kosten zijn 19 637 euro, nr. 12 op de lijst.",
    "Er is € 36 045 betaald.",
    "Er is 36 600 miljoen euro beschikbaar.",
    "De begroting is 36 600M euro.",
    "Daarvoor is 1 234 567 euro nodig, waarvan 21 501 euro dit jaar.",
    "Op 11 september 2001 en op 4 mei werd herdacht.",
    "Het gaat om 11-09-2001 of 11.09.2001.",
    "In 2022/23 en 2023-2024 steeg het aantal.",
    "In het schooljaar 2022–2023 steeg het aantal.",
    "Het adres is Turfmarkt 147, 2511 DP Den Haag.",
    "Postbus 20301, 2500 EH Den Haag.",
    "Het kantoor is op nr. 12, derde verdieping.",
    "Zie nr. 12.",
    "Zie de nrs. 12 en 13 hierboven.",
    "Hij woont op nummer 10, zij op nummer 12.",
    "Volgens artikel 5 mag dat.",
    "Artikel 21, derde lid, is van toepassing.",
    "De uitstoot van CO2 daalde met 40%.",
    "Sinds COVID-19 is dat anders.",
    "Per 1 januari 2025 geldt 36 045 als grens.",
    "Het rekeningnummer is NL91 ABNA 0417 1643 00.",
    "Uw BSN is 123456782.",
    "De norm is ISO 27001 of NEN 7510.",
    "Vlucht KL 1234 vertrekt van gate D 31.",
    "De A12 en de N201 zijn afgesloten.",
    "Het Kamerstuk volgt nog.",
    "De Kamerstukken worden u toegezonden.",
    "Het dossier Oekraïne blijft open.",
    "Drie wetsvoorstellen liggen bij de Raad van State.",
    "De Handelingen worden later gepubliceerd.",
    "Dat zijn handelingen die niet mogen.",
    "Het aanhangsel is nog niet gereed.",
    "Jaar 2021 2022 2023\nAantal 12 345 23 456 34 567\nTotaal 45 678, nr. 3 van de tabel is geschat",
    "Groningen 12 345 A 1\nUtrecht 23 456 B 2",
    "Van de 18 764 mensen bleven er 3.",
    "Het percentage daalde van 36,6 naar 22,4.",
    "De verhouding is 3:1 of 12/34.",
    "Tabel 3-1 en figuur 12-4 laten dat zien.",
    "Windows 11, versie 23H2, build 22631-3007.",
    "Het ISBN is 978-90-12-34567-8.",
    "De cijfers 31 444 en 31 865 zijn afgerond.",
    "Het huis aan de Laan 36 045 bestaat niet.",
    "Het merk Samsung Galaxy S21 kost 849 euro.",
    "In groep 8 zitten 25 700 leerlingen.",
    "Temperaturen van 21 501 graden komen voor in sterren.",
    "Het pakket met code 12345-AB-67 is bezorgd.",
    "De zaak 201309595 loopt nog.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert [(one.kind, text[one.start : one.end]) for one in citations(text)] == []


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("nr. 1136 (32847)", "kst-32847-1136"),
        ("nr. 13 (21501-07)", "kst-21501-07-13"),
        ("nr. 45 (36 410 VIII)", "kst-36410-VIII-45"),
        ("nr. 45 (36410VIII)", "kst-36410-VIII-45"),
        ("Nr. 45 (36410-VIII)", "kst-36410-VIII-45"),
    ],
)
def test_the_dossier_may_stand_behind_the_number_in_brackets(words: str, id_: str) -> None:
    text = f"De motie kreeg {words} en is klaar."
    assert [(one.id, text[one.start : one.end]) for one in citations(text, "kamerstuk")] == [(id_, words)]


def test_several_numbers_may_stand_before_their_dossier() -> None:
    (run,) = citations("De moties nrs. 3 t/m 6 (36045) zijn klaar.", "kamerstuk")
    assert (run.id, run.also) == ("kst-36045-3", ("kst-36045-4", "kst-36045-5", "kst-36045-6"))
    assert [one.id for one in citations("De moties nrs. 3 en 6 (36045) zijn klaar.", "kamerstuk")] == [
        "kst-36045-3",
        "kst-36045-6",
    ]
