"""Every form in which papers cite, with the variations that each of them occurs in.

The rows are those of the house style. Each stands in a sentence with its spaces of another kind, lost, doubled or
broken over lines, with other marks in years, in brackets, with another first letter, and with the number of a note
glued to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking.registers import read_registers
from dossier_graph.model import Mention
from dossier_graph.reading import read_document
from dossier_graph.recognition import Recognition

# What is written → the ids it is read as, in order; None is a mention that the words leave open.
FORMS: dict[str, list[str | None]] = {
    # Kamerstukken
    "Kamerstuk 19 637, nr. 3171": ["kst-19637-3171"],
    "Kamerstuk 32802, nr. 137": ["kst-32802-137"],
    "Kamerstuk 31865-207": ["kst-31865-207"],
    "Kamerstuk 19 637, nr. 3258 en Kamerstuk 36 045, nr. 187": ["kst-19637-3258", "kst-36045-187"],
    "Kamerstukken II 2022/23, 36 045, nr. 113": ["kst-36045-113"],
    "Kamerstukken II 2009/10, 27858, nr. 88, p. 3": ["kst-27858-88"],
    "Kamerstukken II 2023/24, 19 637 en 36 045, nr. 3258": ["kst-19637-3258"],
    "Kamerstukken II 2024–2025, 19 637, nr. 3319": ["kst-19637-3319"],
    "Kamerstukken II, 36 600 XX, nr. 22": ["kst-36600-XX-22"],
    "Kamerstukken II 2017/18, 34775-IV, nr. 44": ["kst-34775-IV-44"],
    "Kamerstukken II 2010/11, 31 444 XI, nr. 4": ["kst-31444-XI-4"],
    "Kamerstukken II 1993/94, 23 400, XI, nr. 25": ["kst-23400-XI-25"],
    "Kamerstuk 35925-VI-56": ["kst-35925-VI-56"],
    "Kamerstukken II 2020/21, 21 501-07, nr. 1750": ["kst-21501-07-1750"],
    "21501-02-466": ["kst-21501-02-466"],
    "Kamerstukken I 2008/09, 31700 VI, D, p. 4": ["kst-31700-VI-D"],
    "Kamerstukken I 2014/15, 33802, C": ["kst-33802-C"],
    "Kamerstukken I 2014/15, 33802, nr. AB": ["kst-33802-AB"],
    "Kamerstukken I 1995/96, 23700, nr. 188b": ["kst-23700-188b"],
    "Kamerstukken II 2019/20, 29 754, nrs. 520 en 548": ["kst-29754-520", "kst-29754-548"],
    "Kamerstukken II 2023/24, 29 754, nr. 679, nr. 684 en 685": ["kst-29754-679", "kst-29754-684", "kst-29754-685"],
    "Kamerstukken II 1984–1985, 18 764, nrs. 1–3, blz. 29": ["kst-18764-1"],
    "Kamerstukken II 2015/16, 34 356 (R2064), nr. 3": ["kst-34356-3"],
    "Tweede Kamer, vergaderjaar 2022–2023, 36 229, nr. 1": ["kst-36229-1"],
    "TK 2008-2009, 31473, nummer 25": ["kst-31473-25"],
    "29689, nr. 1283": ["kst-29689-1283"],
    "nr. 1136 (32847)": ["kst-32847-1136"],
    "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9": ["kst-34389-9#bijlage", "kst-34389-9"],
    # slips
    "Kamerstukken II 2022–203, 36 045, nr. 113": ["kst-36045-113"],
    "Kamerstukken II2015–16, 34389, nr. 9": ["kst-34389-9"],
    "Kamerstukken ll 2022/23, 36 045, nr. 113": ["kst-36045-113"],
    "Kamerstuk 36 045, nr.16": ["kst-36045-16"],
    "Kamerstuk 2020D10705": ["nds-tk-2020D10705"],
    # dossiers
    "Kamerstukken 31945": ["dossier-31945"],
    "Kamerstuk 34 986": ["dossier-34986"],
    "dossier 36 394": ["dossier-36394"],
    "wetsvoorstel (36 394)": ["dossier-36394"],
    # Handelingen, Aanhangsel, numbers, identifiers
    "Handelingen II 2010/11, nr. 108, item 5, p. 25-36": ["h-tk-20102011-108-5"],
    "Handelingen II 2007/08, nr. 108, p. 7909-7943": ["h-tk-20072008-7909-7943"],
    "Aanhangsel Handelingen II 2021/22, nr. 2244": ["ah-tk-20212022-2244"],
    "Aanhangsel van de Handelingen, vergaderjaar 2024–2025, nr. 1028": ["ah-tk-20242025-1028"],
    "Kamerstukken II 2021/22, Aanhangsel, nr. 1694": ["ah-tk-20212022-1694"],
    "2022Z04076": ["kv-tk-2022Z04076"],
    "2024D50856": ["nds-tk-2024D50856"],
    "kst-36045-113": ["kst-36045-113"],
    "ah-tk-20202021-3235": ["ah-tk-20202021-3235"],
    "blg-1184123": ["blg-1184123"],
    # official journals
    "Stb. 2024, 12": ["stb-2024-12"],
    "Stb. 2023, nr. 101": ["stb-2023-101"],
    "Stcrt. 2022, 9469": ["stcrt-2022-9469"],
    "Staatscourant 2022, nr. 9154": ["stcrt-2022-9154"],
    "Trb. 2022, 60": ["trb-2022-60"],
    # law
    "artikel 21, derde lid, RTB": ["32001L0055#artikel=21&lid=3"],
    "artikel 2c van de Wet verplaatsing bevolking": ["BWBR0002097#artikel=2c"],
    "art. 3.1a Vb 2000": ["BWBR0011825#artikel=3.1a"],
    "artikelen 1 en 28 Vw 2000": ["BWBR0011823#artikel=1"],
    "Vreemdelingenwet 2000": ["BWBR0011823"],
    "Vw 2000": ["BWBR0011823"],
    "Zorgverzekeringswet (Zvw)": ["BWBR0018450", "BWBR0018450"],
    # the Union
    "Richtlijn 2001/55/EG": ["32001L0055"],
    "Richtlijn Tijdelijke Bescherming": ["32001L0055"],
    "Uitvoeringsbesluit (EU) 2022/382": ["32022D0382"],
    "Verordening (EU) 2016/679": ["32016R0679"],
    "AVG": ["32016R0679"],
    "83/189/EEG": ["31983L0189"],
    "COM(2021) 559": ["52021PC0559"],
    "COM/2016/0723": ["52016PC0723"],
    "SWD(2023) 819 final": ["52023SC0819"],
    # case law
    "ECLI:NL:RVS:2024:32": ["ECLI:NL:RVS:2024:32"],
    "zaaknummer 201309595/1/A3": ["rechtspraak:zaak-201309595/1/A3"],
    "NJ 1996, 728": ["rechtspraak:NJ-1996-728"],
}
# Words whose first letter says what they are: "avg" is no AVG, "i" no chamber.
EXACT = {"AVG", "Vw 2000", "NJ 1996, 728", "COM(2021) 559", "COM/2016/0723", "SWD(2023) 819 final",
         "TK 2008-2009, 31473, nummer 25",
         "kst-36045-113", "ah-tk-20202021-3235", "blg-1184123", "Zorgverzekeringswet (Zvw)"}  # fmt: skip
YEARS = re.compile(r"(?<=\b(?:19|20)\d\d)[-–/](?=\d{2,4}\b)")
# A blank that a slip of the pen leaves out: before or behind a digit or a mark.
LOSABLE = re.compile(r"(?<=[\d.,;:)]) | (?=[\d(])")
PLACE = "Dat volgt uit {}, zo is gemeld."


@cache
def _recognition() -> Recognition:
    return Recognition(read_lexicon(read_registers()))


def _citations(text: str) -> tuple[list[Mention], str]:
    document = read_document("brief.txt", text.encode())
    return [one for one in _recognition().recognise(document).citations if not one.anaphor], document.text


def _other_blanks(form: str) -> Iterator[str]:
    for blank in ("\u00a0", "\u2009", "\n", "  ", " \n"):
        yield form.replace(" ", blank)
        yield from (form[: at.start()] + blank + form[at.end() :] for at in re.finditer(" ", form))


def _lost_blanks(form: str) -> Iterator[str]:
    for at in LOSABLE.finditer(form):
        lost = form[: at.start()] + form[at.end() :]
        # a digit glued to a digit is another number, but within a dossier
        if not re.search(r"\d\d\d$", form[: at.start()]) or not form[at.end() : at.end() + 1].isdigit():
            yield lost


def _other_years(form: str) -> Iterator[str]:
    if "/EG" not in form and "COM/" not in form and "/189" not in form and "(EU)" not in form:
        yield from (YEARS.sub(mark, form) for mark in "-–/")


def _variations(form: str) -> Iterator[tuple[str, str]]:
    """Yield (the sentence, what in it is the form) for every variation of a form."""
    for varied in dict.fromkeys([form, *_other_blanks(form), *_lost_blanks(form), *_other_years(form)]):
        yield PLACE.format(varied), varied
    if form not in EXACT:
        swapped = form[0].swapcase() + form[1:]
        yield PLACE.format(swapped), swapped
    for place in ("({})", "«{}»", "[{}]", "“{}”"):
        yield PLACE.format(place.format(form)), form
    yield f"Dat is gemeld.1 Zo is het.\n\n1{form}.\n" if form[0].isupper() else f"Zie {form}.", form
    if not form[-1].isdigit():
        yield f"Dat volgt uit {form}1, zo is gemeld.\n\n1 Een noot.\n", form


@pytest.mark.parametrize(("form", "ids"), FORMS.items())
def test_a_form_is_read_in_all_its_variations(form: str, ids: list[str | None]) -> None:
    for sentence, varied in _variations(form):
        found, text = _citations(sentence)
        assert [one.id for one in found] == ids, repr(varied)
        quotes = [text[one.start : one.end] for one in found]
        assert all(quote[0] not in " («[,." and quote[-1] not in " ,;»" for quote in quotes), repr(varied)
        assert all(quote in sentence for quote in quotes)


def test_there_are_many_variations() -> None:
    assert sum(1 for form in FORMS for _ in _variations(form)) > 1500


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # what only the note gives a number
        ("De motie Boomsma en Van Zanten1 blijft.\n\n1 Kamerstukken II, 36 600 XX, nr. 22.\n",
         ["kst-36600-XX-22", "kst-36600-XX-22"]),
        ("De motie van het lid Podt c.s. (19637, nr. 3333) blijft.", ["kst-19637-3333", "kst-19637-3333"]),
        ("Bij brief van 20 oktober jl.1 is dat gemeld.\n\n1 Kamerstuk 36 045, nr. 170.\n", ["kst-36045-170"] * 2),
        ("De Regeling opvang ontheemden Oekraïne (hierna: RooO) geldt; de RooO blijft.", ["BWBR0046503"] * 3),
    ],
)  # fmt: skip
def test_what_is_named_in_words_has_the_number_that_goes_with_it(text: str, ids: list[str]) -> None:
    assert [one.id for one in _citations(text)[0]] == ids
