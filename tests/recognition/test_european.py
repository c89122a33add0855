"""Acts of the Union by number, papers of the Commission, case law by ECLI."""

from __future__ import annotations

import pytest
from recognised import citations

ACTS = {
    # until 2014 directives and decisions are year/number, regulations number/year
    "Richtlijn 2001/55/EG": "32001L0055",
    "richtlijn nr. 83/189/EEG": "31983L0189",
    "83/189/EEG": "31983L0189",
    "Richtlijn 2011/95/EU": "32011L0095",
    "Verordening (EG) nr. 883/2004": "32004R0883",
    "verordening (EEG) nr. 1408/71": "31971R1408",
    "kaderbesluit 2002/584/JBZ": "32002F0584",
    "Besluit 2011/101/GBVB": "32011D0101",
    # since 2015 all are year/number
    "Verordening (EU) 2016/679": "32016R0679",
    "Richtlijn (EU) 2018/958": "32018L0958",
    "Uitvoeringsbesluit (EU) 2022/382": "32022D0382",
    "Uitvoeringsverordening (EU) 2021/1": "32021R0001",
    "Gedelegeerde Verordening (EU) 2021/2178": "32021R2178",
    # as papers in English have them
    "Directive 98/26/EC": "31998L0026",
    "Directive 2015/2366": "32015L2366",
    "Regulation (EU) No 260/2012": "32012R0260",
    "Richtlijn 98/26/EC": "31998L0026",
    # papers of the Commission
    "COM(2021) 559": "52021PC0559",
    "COM (2021) 559 final": "52021PC0559",
    "COM/2016/0723": "52016PC0723",
    "SWD(2023) 819 final": "52023SC0819",
    "JOIN(2020) 18": "52020JC0018",
    "SEC(2022)546": "52022SC0546",
    "COM/2020/592 final": "52020PC0592",
    "C(2021) 3": "eu:c-2021-3",
}
CASES = {
    "ECLI:NL:RVS:2024:32": "ECLI:NL:RVS:2024:32",
    "ecli:nl:hr:2020:1234": "ECLI:NL:HR:2020:1234",
    "ECLI: NL: RBDHA: 2023: 1234": "ECLI:NL:RBDHA:2023:1234",
    "ECLI:EU:C:2022:495": "ECLI:EU:C:2022:495",
    "ECLI:CE:ECHR:2011:0121JUD003069609": "ECLI:CE:ECHR:2011:0121JUD003069609",
}
PLACES = ["Zie {}.", "{} geldt.", "Dat volgt uit {}, zo is gezegd.", "Dat is zo ({}).", "Zie «{}» en verder."]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("words", "celex"), ACTS.items())
def test_acts_of_the_union_have_their_celex_number(words: str, celex: str, place: str) -> None:
    text = place.format(words)
    assert [(one.kind, one.id, text[one.start : one.end]) for one in citations(text)] == [("eu", celex, words)]


@pytest.mark.parametrize("space", ["\n", "\u00a0", "  "])
@pytest.mark.parametrize(("words", "celex"), ACTS.items())
def test_spaces_of_any_kind_are_spaces(words: str, celex: str, space: str) -> None:
    assert [one.id for one in citations(f"Zie {words.replace(' ', space)} daarvoor.")] == [celex]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("words", "ecli"), CASES.items())
def test_case_law_has_its_ecli(words: str, ecli: str, place: str) -> None:
    text = place.format(words)
    assert [(one.kind, one.id, text[one.start : one.end]) for one in citations(text)] == [("ecli", ecli, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Het besluit 2022/13 van de minister.",
        "De richtlijn is 12/34 van de lijst.",
        "Het besluit van 2001/02.",
        "De EU/EG en de EEG.",
        "De COM-lijst en het COM(puter)netwerk.",
        "De verordening van 3/4 van de gemeenten.",
        "Bel 12/345/EUR voor een tientje.",
    ],
)
def test_what_only_looks_like_an_act_is_none(text: str) -> None:
    assert citations(text) == []


def test_a_number_without_the_kind_of_act_is_less_certain() -> None:
    (bare,) = citations("Zie 83/189/EEG.")
    (whole,) = citations("Zie Richtlijn 83/189/EEG.")
    assert bare.confidence < whole.confidence


def test_acts_may_share_the_word_for_their_kind() -> None:
    text = "Zie Verordeningen (EU) nr. 260/2012 en (EU) 2021/1230, en Richtlijnen 2001/55/EG, 2003/9/EG en 4/5 daarvan."
    assert [(one.id, text[one.start : one.end]) for one in citations(text)] == [
        ("32012R0260", "Verordeningen (EU) nr. 260/2012"),
        ("32021R1230", "(EU) 2021/1230"),
        ("32001L0055", "Richtlijnen 2001/55/EG"),
        ("32003L0009", "2003/9/EG"),
    ]
