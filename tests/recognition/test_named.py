"""Studies, agreements, letters and acts by what the text calls them; each row is a text and what is found in it."""

from __future__ import annotations

import pytest
from recognised import citations


def quotes(text: str, *kinds: str) -> list[str]:
    return [text[one.start : one.end] for one in citations(text, *kinds)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # who made it stands in front
        ("Uit het LOCOV-onderzoek blijkt dat.", ["LOCOV-onderzoek"]),
        ("Een RIVM-rapport zegt iets anders.", ["RIVM-rapport"]),
        ("In het Zonneveld rapport staat meer.", ["Zonneveld rapport"]),
        ("De ILT signaalrapportage is streng.", ["ILT signaalrapportage"]),
        ("Een Nederlands onderzoek zegt dat.", []),
        ("Het OM-onderzoek loopt, de MIRT-verkenning ook.", []),
        ("Zonnig advies is er genoeg.", []),
        # the year tells it from others
        ("Volgens de signaalrapportage uit 2022 mag dat.", ["signaalrapportage uit 2022"]),
        ("De evaluatie van het mvo-beleid uit 2021 is klaar.", ["evaluatie van het mvo-beleid uit 2021"]),
        ("De evaluatie is klaar. Dat is uit 2021 bekend.", []),
        ("Zie Voortgangsrapportage programma Nieuw Toezicht 2008 daarvoor.",
         ["Voortgangsrapportage programma Nieuw Toezicht 2008"]),
        ("Zie het Global Water Report 2024 daarvoor.", ["Global Water Report 2024"]),
        ("Zie de Integrale Ruimtelijke Rapportage 2023 daarvoor.", ["Integrale Ruimtelijke Rapportage 2023"]),
        # it bears a name
        ("Over het rapport Bloemhof is gesproken.", ["rapport Bloemhof"]),
        ("Over het rapport Van alles is niets gezegd.", []),
    ],
)  # fmt: skip
def test_a_study_is_found_by_its_maker_year_or_name(text: str, found: list[str]) -> None:
    assert quotes(text, "rapport") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dat staat in het coalitieakkoord.", ["coalitieakkoord"]),
        ("Het Hoofdlijnenakkoord en het regeerprogramma zeggen dat.", ["Hoofdlijnenakkoord", "regeerprogramma"]),
        ("Dat staat in hetRegeerprogramma van nu.", ["Regeerprogramma"]),
        ("Het Nationaal Programma Groene Steden 2023-2030 is er.", ["Nationaal Programma Groene Steden 2023-2030"]),
        ("Het Global Biodiversity Framework geldt.", ["Global Biodiversity Framework"]),
        ("Het Bestuursakkoord Schone Bussen In De Regio Rond De Stad loopt.",
         ["Bestuursakkoord Schone Bussen In De Regio Rond De Stad"]),
        ("De IMVO-sectorconvenanten en de Klimaatakkoorden zijn er.", []),
        ("Het Klimaatakkoordzegt dat.", ["Klimaatakkoord"]),
        ("Zij sloten een akkoord over de agenda.", []),
        ("Geen agenda is vol.", []),
        ("Standards zijn goed.", []),
    ],
)  # fmt: skip
def test_an_agreement_or_programme_is_found_by_its_name(text: str, found: list[str]) -> None:
    assert quotes(text, "rapport") == found


def test_a_hyphen_of_a_lost_line_end_is_no_part_of_a_name() -> None:
    found = citations("De Hervormingsagenda Jeugd is er. De Hervor-mingsagenda ook.", "rapport")
    assert [one.id for one in found] == ["rapport:hervormingsagenda-jeugd", "rapport:hervormingsagenda"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Het arrest in zaak C-373/19 is helder.", ["rechtspraak:HvJ-C-373/19"]),
        ("De gevoegde zaken C-1/20 en T-2/20 P lopen.", ["rechtspraak:HvJ-C-1/20", "rechtspraak:Gerecht-T-2/20"]),
        ("In dit soort zaken C-1 vragen.", []),
        ("Mijn zaak T-shirt B.V. gaat dicht.", []),
    ],
)
def test_a_case_of_the_union_is_known_by_its_number(text: str, ids: list[str]) -> None:
    assert [one.id for one in citations(text, "ecli")] == ids


@pytest.mark.parametrize("coming", ["aanstaande", "a.s.", "as."])
def test_a_debate_still_to_be_held_is_no_citation(coming: str) -> None:
    assert citations(f"Graag voor het commissiedebat over zorg van donderdag 24 oktober {coming}") == []


def test_an_article_glued_to_a_report_is_no_part_of_it() -> None:
    assert quotes("Volgens hetrapport van de Algemene Rekenkamer mag dat.", "rapport") == [
        "rapport van de Algemene Rekenkamer"
    ]


def test_a_decision_has_the_ecli_that_stands_behind_its_title() -> None:
    text = "Rechtbank Den Haag, 3 mei 2023, «Uitspraak over opvang» (ECLI:NL:RBDHA:2023:12)."
    assert [one.id for one in citations(text, "ecli")] == ["ECLI:NL:RBDHA:2023:12"] * 2
    two = "Rechtbank Den Haag, 3 mei 2023, en Rechtbank Gelderland, 4 mei 2023, (ECLI:NL:RBGEL:2023:12)."
    assert next(one.id for one in citations(two, "ecli")) is None
    other = "Rechtbank Den Haag, 3 mei 2023, bevestigd door CRvB 4 juni 2023 (ECLI:NL:CRVB:2023:1)."
    assert next(one.id for one in citations(other, "ecli")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In de beleidsreactie van 21 februari 2023 staat dat.", ["beleidsreactie van 21 februari 2023"]),
        ("De Kamerbrief van mijn voorganger over de haven van 30 mei 2024 gaat daarover.",
         ["Kamerbrief van mijn voorganger over de haven van 30 mei 2024"]),
        ("Een brief vanuit het Europees Parlement van 3 maart 2022 ligt hier.",
         ["brief vanuit het Europees Parlement van 3 maart 2022"]),
        ("Zie de voortgangsbrief Jeugd.", ["voortgangsbrief Jeugd"]),
        ("De kamerbrief Jeugd kan elke zijn.", []),
    ],
)  # fmt: skip
def test_a_letter_is_found_by_what_it_is_and_when(text: str, found: list[str]) -> None:
    assert quotes(text, "brief") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De vragen worden beantwoord in de bijlage van deze brief.", ["bijlage van deze brief"]),
        ("Het advies is meegezonden in bijlage 7.", ["advies is meegezonden in bijlage 7"]),
        ("De nota is als bijlage bij deze brief gevoegd.", ["nota is als bijlage bij deze brief gevoegd"]),
        ("Een document is meegezonden als bijlage bij de brief.", ["document is meegezonden als bijlage bij de brief"]),
        ("De bijlage bij die wet is lang.", []),
    ],
)
def test_a_sentence_may_say_that_something_goes_along(text: str, found: list[str]) -> None:
    assert quotes(text, "bijlage") == found
    assert {one.relation for one in citations(text, "bijlage")} <= {"heeftBijlage"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # in brackets behind the name
        ("De Tolrichtlijn (Directive 98/26/EC) geldt; de Tolrichtlijn is streng.",
         [("Tolrichtlijn", "31998L0026"), ("Directive 98/26/EC", "31998L0026"), ("Tolrichtlijn", "31998L0026")]),
        # in the note of the name, spelt in two ways
        ("De Betaal-verordening1 geldt; de Betaalverordening is streng.\n\n1 Verordening (EU) nr. 260/2012.\n",
         [("Betaal-verordening", "32012R0260"), ("Betaalverordening", "32012R0260"),
          ("Verordening (EU) nr. 260/2012", "32012R0260")]),
        # by what it is about
        ("De verordening voor snelle betalingen1 geldt. De verordening voor snelle betalingen is streng.\n\n"
         "1 Verordening (EU) 2021/1230.\n",
         [("verordening voor snelle betalingen", "32021R1230"), ("verordening voor snelle betalingen", "32021R1230"),
          ("Verordening (EU) 2021/1230", "32021R1230")]),
        # a note that gives several gives none
        ("De Betaalverordening1 geldt.\n\n1 Zie Verordening (EU) 2021/1230 en Richtlijn 98/26/EG.\n",
         [("Verordening (EU) 2021/1230", "32021R1230"), ("Richtlijn 98/26/EG", "31998L0026")]),
    ],
)  # fmt: skip
def test_a_name_means_the_act_whose_number_the_text_gives_with_it(text: str, ids: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.id) for one in citations(text, "eu")] == ids


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zij krijgt nr. 1136 (32847). De motie op stuk nr. 1136 is streng.",
         [("nr. 1136 (32847)", "kst-32847-1136"), ("nr. 1136", "kst-32847-1136")]),
        ("Zie nr. 5 (32847) en nr. 5 (36045). De motie op stuk nr. 5 kan elk zijn.",
         [("nr. 5 (32847)", "kst-32847-5"), ("nr. 5 (36045)", "kst-36045-5")]),
        ("De motie op stuk nr. 15 is streng.", []),
        ("36 682\nLoonheffing\n\nNr. 10\nGEWIJZIGDE MOTIE VAN HET LID BOS\nTer vervanging van die onder nr. 8\n", []),
        ("36 682\nLoonheffing\n\nNr. 10\nMOTIE VAN HET LID BOS\nTer vervanging van die gedrukt onder nr. 8\n",
         [("nr. 8", "kst-36682-8")]),
        # as lists of decisions have them
        ("Nota van wijziging - 30569-8\n", [("30569-8", "kst-30569-8")]),
        ("Verdrag over belasting - 34417-(R2068)-7\n", [("34417-(R2068)-7", "kst-34417-7")]),
        ("Samenvoeging van de gemeenten - 31816\nAanmelden", [("31816", "dossier-31816")]),
        ("De oplage was 31816 of 30569-8000 stuks.", []),
    ],
)  # fmt: skip
def test_a_paper_is_found_by_its_number_within_the_dossier(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.id) for one in citations(text)] == found
