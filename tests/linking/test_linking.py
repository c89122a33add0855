"""Papers read together: what is one thing, who is who, and what stays open."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.graph.triples import to_triples
from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking import link, paper_key
from dossier_graph.linking.collection import Collection
from dossier_graph.linking.registers import Registers, read_registers
from dossier_graph.linking.targets import target
from dossier_graph.model import Document, Linked, Mention, Mentions, Thing
from dossier_graph.reading import read_document
from dossier_graph.recognition import Recognition

Paper = tuple[Document, Mentions]

REGISTERS = read_registers()
RECOGNITION = Recognition(read_lexicon(REGISTERS))

LETTER = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 november 2023

Onderwerp: Plekken voor de winter

Zie Kamerstuk 36 045, nr. 170. Op grond van artikel 28 van de Vreemdelingenwet 2000 kan dat.

De Staatssecretaris van Justitie en Veiligheid,
E. van der Burg
"""
TWO_SIGN = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 november 2023

Onderwerp: Zorg in de opvang

Hierbij antwoorden wij op uw vragen. Zie Kamerstuk 36 045, nr. 170.

De Minister van Volksgezondheid, Welzijn en Sport,
E.J. Kuipers

De Staatssecretaris van Justitie en Veiligheid,
E. van der Burg
"""
OFFICIAL = """\
Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2022–2023

36 045
Situatie in de Oekraïne

Nr. 170

BRIEF VAN DE STAATSSECRETARIS VAN JUSTITIE EN VEILIGHEID

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 20 oktober 2023

Het aantal plekken staat in Kamerstuk 19 637, nr. 3171.
"""
BUDGET = """\
Tweede Kamer der Staten-Generaal

2

Vergaderjaar 2024–2025

36 600 XX

Begroting van Asiel en Migratie voor 2025

Nr. 22

MOTIE VAN DE LEDEN BOOMSMA EN VAN ZANTEN

Voorgesteld 21 november 2024

De Kamer,
gehoord de beraadslaging,
verzoekt de regering om een eigen bijdrage,
en gaat over tot de orde van de dag.
Boomsma
Van Zanten
"""
NOTE = (
    "Zie Kamerstuk 36 045, nr. 170 en Kamerstukken II 2024/25, 36 600 XX, nr. 22, en het rapport «Zomers zonder dak».\n"
)
UNKNOWN = "De toelichting volgt.\n\nDe Minister van Kabouters en Elfen,\nK. Kabouter\n"


def read(name: str, text: str) -> Paper:
    document = read_document(name, text.encode())
    return document, RECOGNITION.recognise(document)


def linked(*papers: Paper) -> Linked:
    return link(papers, REGISTERS)


def edges(graph: Linked, relation: str) -> set[tuple[str, str]]:
    return {(one.subject, one.object) for one in graph.statements if one.relation == relation}


def of_class(graph: Linked, kind: str) -> list[str]:
    return sorted(key for key, thing in graph.things.items() if kind in thing.classes)


ALL = tuple(
    read(name, text)
    for name, text in {
        "brief.txt": LETTER,
        "twee.txt": TWO_SIGN,
        "kamerstuk.txt": OFFICIAL,
        "motie.txt": BUDGET,
        "nota.txt": NOTE,
        "onbekend.txt": UNKNOWN,
        "nog eens/nota.md": NOTE,
    }.items()
)


@pytest.fixture(scope="module")
def everything() -> Linked:
    return linked(*ALL)


def test_the_same_kamerstuk_in_several_papers_is_one_thing() -> None:
    papers = [read(f"{number}.txt", f"Stuk {number}. Zie Kamerstuk 19 637, nr. 3171.") for number in range(5)]
    graph = linked(*papers)
    assert of_class(graph, "Kamerstuk") == ["kst-19637-3171"]
    assert edges(graph, "verwijstNaar") == {(paper_key(document), "kst-19637-3171") for document, _ in papers}
    assert len([one for one in graph.statements if one.evidence]) == 5


def test_every_kamerstuk_is_in_its_dossier(everything: Linked) -> None:
    assert edges(everything, "inDossier") == {
        ("kst-36045-170", "dossier-36045"),
        ("kst-19637-3171", "dossier-19637"),
        ("kst-36600-XX-22", "dossier-36600-XX"),
    }
    assert of_class(everything, "Dossier") == ["dossier-19637", "dossier-36045", "dossier-36600-XX"]


def test_a_kamerstuk_of_two_dossiers_is_in_both() -> None:
    graph = linked(read("a.txt", "Zie Kamerstukken 19 637 en 36 045, nr. 3258."))
    assert edges(graph, "inDossier") == {("kst-19637-3258", "dossier-19637"), ("kst-19637-3258", "dossier-36045")}


def test_a_kamerstuk_read_under_its_number_is_in_its_dossier() -> None:
    graph = linked(read("kst-19637-3171.txt", "Een brief zonder verwijzingen."))
    assert edges(graph, "inDossier") == {("kst-19637-3171", "dossier-19637")}


@pytest.mark.parametrize(
    ("named", "dossiers"),
    [
        (("36600",), {"dossier-36600-XX"}),
        (("36600-XX",), {"dossier-36600-XX"}),
        (("36600", "36045"), {"dossier-36600-XX", "dossier-36045"}),
    ],
)
def test_a_chapter_of_the_budget_is_no_second_dossier(named: tuple[str, ...], dossiers: set[str]) -> None:
    document = Document("motie.txt", "", "0" * 64, number="kst-36600-XX-22", dossiers=named)
    graph = linked((document, Mentions()))
    assert {dossier for _, dossier in edges(graph, "inDossier")} == dossiers


def test_a_fresh_kamerstuk_is_in_no_dossier_yet() -> None:
    graph = linked(read("kst-1259252.txt", "Een brief zonder verwijzingen."))
    assert of_class(graph, "Dossier") == []
    assert graph.things["kst-1259252"].label_nl == "Kamerstuk 1259252 (voorlopig nummer)"


def test_a_fresh_kamerstuk_that_is_cited_is_in_no_dossier_yet() -> None:
    graph = linked(read("a.txt", "Zie kst-1259252."))
    assert of_class(graph, "Kamerstuk") == ["kst-1259252"]
    assert edges(graph, "inDossier") == set()


def test_an_enclosure_of_a_kamerstuk_goes_with_it() -> None:
    graph = linked(read("a.txt", "Zie de Bijlage bij Kamerstukken II 2023/24, 34389, nr. 9."))
    assert edges(graph, "bijlageVan") == {("kst-34389-9#bijlage", "kst-34389-9")}
    assert edges(graph, "inDossier") == {("kst-34389-9", "dossier-34389")}
    assert graph.things["kst-34389-9"].classes == ("Kamerstuk",)
    (resting,) = [one.evidence for one in graph.statements if one.relation == "bijlageVan"]
    assert resting is not None
    assert resting.quote == "Bijlage bij Kamerstukken II 2023/24, 34389, nr. 9"


def test_a_range_of_numbers_gives_an_edge_to_each() -> None:
    graph = linked(read("a.txt", "Zie Kamerstuk 36 394, nrs. 1–3."))
    assert {cited for _, cited in edges(graph, "verwijstNaar")} == {f"kst-36394-{number}" for number in (1, 2, 3)}


def test_a_paper_that_names_its_own_number_is_the_one_that_others_cite(everything: Linked) -> None:
    read_paper = everything.things["kst-36045-170"]
    assert read_paper.attributes["dg:bestandsnaam"] == ("kamerstuk.txt",)
    assert set(read_paper.classes) == {"Brief", "Kamerstuk"}
    assert read_paper.label_nl == "Kamerstuk 36 045, nr. 170: Situatie in de Oekraïne"
    citing = {subject for subject, cited in edges(everything, "verwijstNaar") if cited == "kst-36045-170"}
    assert citing == {everything.papers[name] for name in ("brief.txt", "twee.txt", "nota.txt")}
    assert ("kst-36045-170", "kst-19637-3171") in edges(everything, "verwijstNaar")
    assert everything.things["kst-36600-XX-22"].attributes["dg:bestandsnaam"] == ("motie.txt",)


def test_only_papers_that_were_read_have_a_file_name(everything: Linked) -> None:
    read_papers = {key for key, thing in everything.things.items() if "dg:bestandsnaam" in thing.attributes}
    assert read_papers == set(everything.papers.values())
    assert "dg:bestandsnaam" not in everything.things["kst-19637-3171"].attributes


def test_the_same_paper_under_two_names_is_one_thing_with_both() -> None:
    graph = linked(read("map/brief.txt", LETTER), read("kopie.txt", LETTER))
    (key,) = set(graph.papers.values())
    assert graph.things[key].attributes["dg:bestandsnaam"] == ("brief.txt", "kopie.txt")
    once = linked(read("map/brief.txt", LETTER))
    assert graph.statements == once.statements


def test_the_same_paper_under_its_number_and_another_name_is_one_thing() -> None:
    graph = linked(read("kst-19637-3171.txt", NOTE), read("download.txt", NOTE))
    assert graph.papers == {"kst-19637-3171.txt": "kst-19637-3171", "download.txt": "kst-19637-3171"}
    assert graph.things["kst-19637-3171"].attributes["dg:bestandsnaam"] == ("download.txt", "kst-19637-3171.txt")


def test_papers_of_the_same_name_and_other_words_are_two_things() -> None:
    graph = linked(read("a/brief.txt", LETTER), read("b/brief.txt", LETTER + "\n"))
    assert len(set(graph.papers.values())) == 2


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("map/brief.txt", "brief.txt"),
        ("brief over Oekraïne.txt", "brief over Oekraïne.txt"),
        ("latin-\udce9.txt", "latin-\\xe9.txt"),
        ("regel\neen.txt", "regel\neen.txt"),
    ],
)
def test_a_file_name_is_written_without_its_folder_and_whatever_its_bytes(name: str, written: str) -> None:
    graph = linked(read(name, NOTE))
    (key,) = graph.papers.values()
    assert graph.things[key].attributes["dg:bestandsnaam"] == (written,)
    assert to_triples(graph.things.values(), graph.statements)


def test_an_article_comes_with_the_regeling_it_is_of(everything: Linked) -> None:
    article = everything.things["BWBR0011823#artikel=28"]
    assert article.part_of == "BWBR0011823"
    assert everything.things["BWBR0011823"].label_nl == "Vreemdelingenwet 2000"
    assert (everything.papers["brief.txt"], "BWBR0011823#artikel=28") in edges(everything, "verwijstNaar")


def test_who_signs_is_the_person_that_held_the_office_on_that_day(everything: Linked) -> None:
    key = everything.papers["brief.txt"]
    ((_, person),) = {edge for edge in edges(everything, "ondertekendDoor") if edge[0] == key}
    ((_, term),) = {edge for edge in edges(everything, "inHoedanigheidVan") if edge[0] == key}
    ((_, ministry),) = {edge for edge in edges(everything, "verantwoordelijkMinisterie") if edge[0] == key}
    assert everything.things[person].label_nl == "Eric van der Burg"
    assert everything.things[ministry].label_nl == "Ministerie van Justitie en Veiligheid"
    assert everything.things[ministry].key.startswith("https://identifier.overheid.nl/tooi/")
    begin, end = (everything.things[term].attributes[name][0] for name in ("dg:begin", "dg:einde"))
    assert str(begin) <= "2023-11-03" < str(end)
    assert {(term, person), (term, ministry)} <= edges(everything, "heeftLid") | edges(everything, "bij")


def test_two_ministers_sign_one_letter(everything: Linked) -> None:
    key = everything.papers["twee.txt"]
    signed = {
        everything.things[person].label_nl for subject, person in edges(everything, "ondertekendDoor") if subject == key
    }
    offices = {office for subject, office in edges(everything, "inHoedanigheidVan") if subject == key}
    ministries = {one for subject, one in edges(everything, "verantwoordelijkMinisterie") if subject == key}
    assert signed == {"Ernst Kuipers", "Eric van der Burg"}
    assert len(offices) == 2
    assert {everything.things[one].label_nl for one in ministries} == {
        "Ministerie van Volksgezondheid, Welzijn en Sport",
        "Ministerie van Justitie en Veiligheid",
    }


def test_one_person_who_signs_two_papers_is_one_thing(everything: Linked) -> None:
    burg = [key for key in of_class(everything, "Persoon") if everything.things[key].label_nl == "Eric van der Burg"]
    assert len(burg) == 1
    assert len(everything.holders) == 2


def test_the_movers_of_a_motie_are_members_of_that_day(everything: Linked) -> None:
    movers = {person for motie, person in edges(everything, "ingediendDoor") if motie == "kst-36600-XX-22"}
    assert {everything.things[one].attributes["foaf:familyName"][0] for one in movers} == {"Boomsma", "van Zanten"}
    assert not any(everything.things[one].unresolved for one in movers)


def test_who_is_in_no_register_is_a_person_that_says_so(everything: Linked) -> None:
    kabouter = everything.things["persoon-k-kabouter"]
    assert kabouter.unresolved
    assert (everything.papers["onbekend.txt"], "persoon-k-kabouter") in edges(everything, "ondertekendDoor")
    assert "persoon-k-kabouter" not in everything.holders
    assert [(one.document, one.reason) for one in everything.unresolved] == [("onbekend.txt", kabouter.unresolved)]


def test_a_report_known_by_its_title_alone_says_so(everything: Linked) -> None:
    assert (
        everything.things["rapport-zomers-zonder-dak"].unresolved
        == "alleen met woorden genoemd, zonder officieel nummer"
    )


def test_a_thing_is_traced_once_one_paper_gives_its_number() -> None:
    graph = Collection()
    graph.add(Thing("kst-1-1", ("Motie",), "De motie", unresolved="geen nummer"))
    graph.add(Thing("kst-1-1", ("Kamerstuk",), "Kamerstuk 1, nr. 1", page="https://zoek.officielebekendmakingen.nl/"))
    assert graph.things["kst-1-1"].unresolved is None
    assert set(graph.things["kst-1-1"].classes) == {"Motie", "Kamerstuk"}


def test_a_thing_with_and_without_an_english_name_keeps_one_of_its_names() -> None:
    graph = Collection()
    for english in (None, "Paper 1"):
        graph.add(Thing("kst-1-1", ("Kamerstuk",), "Stuk 1", english))
    assert graph.things["kst-1-1"].label_nl == "Stuk 1"


def test_a_paper_does_not_cite_itself() -> None:
    graph = linked(read("kst-19637-3171.txt", "De reeks (Kamerstuk 19 637, nrs. 3170–3172) is hiermee af."))
    assert {cited for _, cited in edges(graph, "verwijstNaar")} == {"kst-19637-3170", "kst-19637-3172"}


def test_the_words_of_an_edge_stand_in_the_paper_where_it_says(everything: Linked) -> None:
    texts = {everything.papers[document.name]: document.text for document, _ in ALL}
    resting = [one.evidence for one in everything.statements if one.evidence]
    assert len(resting) > 10
    for evidence in resting:
        text = texts[evidence.paper]
        assert text[evidence.start : evidence.end] == evidence.quote
        assert text[: evidence.start].endswith(evidence.prefix)
        assert text[evidence.end :].startswith(evidence.suffix)
        assert evidence.prefix
        assert max(len(evidence.prefix), len(evidence.suffix)) <= 60


def test_every_end_of_an_edge_is_a_thing_with_a_class_and_a_name(everything: Linked) -> None:
    named = {key for one in everything.statements for key in (one.subject, one.object)}
    named |= {thing.part_of for thing in everything.things.values() if thing.part_of}
    assert named - set(everything.things) == set()
    assert all(thing.classes and thing.label_nl for thing in everything.things.values())


def triples(papers: Iterable[Paper], registers: Registers = REGISTERS) -> set[str]:
    graph = link(papers, registers)
    return set(map(str, to_triples(graph.things.values(), graph.statements)))


@given(st.permutations(ALL), st.randoms())
def test_the_order_of_the_papers_does_not_show(papers: list[Paper], chance: random.Random) -> None:
    some = papers[: chance.randrange(1, len(papers) + 1)]
    assert triples(some) == triples(sorted(some, key=lambda paper: paper[0].name))


def test_a_further_paper_takes_nothing_away() -> None:
    whole = triples(ALL)
    for document, mentions in ALL:
        alone = {
            triple
            for triple in triples([(document, mentions)])
            if "#label>" not in triple and "#onopgelost>" not in triple
        }
        assert alone - whole == set(), document.name


# --- what a careless reading would get wrong -------------------------------------------------------------------------

UNDATED_MOTIE = """\
36 600 XX
Begroting Asiel en Migratie 2025

Nr. 22

MOTIE VAN DE LEDEN BOOMSMA EN VAN ZANTEN

De Kamer,

verzoekt de regering een bijdrage te vragen,

en gaat over tot de orde van de dag.

Boomsma
Van Zanten
"""
NOTA = """\
Beslisnota bij de Verzamelbrief wonen van 7 juli 2023

Met de brief gaan de volgende bijlagen mee: 1. Deze beslisnota; 2. Het rapport «Zicht op plekken»; 3. De monitor taal.
"""
ANSWERS = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 16 mei 2024

Hierbij beantwoord ik de Kamervragen, de vragen van de leden Westerveld en Bushoff (beiden GroenLinks-PvdA) over zorg.

De Staatssecretaris van Justitie en Veiligheid,
E. van der Burg
"""


def test_an_undated_motie_gives_its_movers_but_no_fractie() -> None:
    graph = linked(read("motie.txt", UNDATED_MOTIE))
    assert edges(graph, "ingediendDoor") == {
        ("kst-36600-XX-22", "persoon-diederik-boomsma"),
        ("kst-36600-XX-22", "persoon-claudia-van-zanten"),
    }
    assert of_class(graph, "Fractie") == []
    assert {
        one.evidence.confidence for one in graph.statements if one.evidence and one.relation == "ingediendDoor"
    } == {0.7}


def test_what_a_beslisnota_lists_goes_with_the_letter() -> None:
    graph = linked(read("nota.txt", NOTA))
    (nota,) = of_class(graph, "Beslisnota")
    letter = "brief-verzamelbrief-wonen-2023-07-07"
    assert edges(graph, "toelichtingOp") == {(nota, letter)}
    assert {subject for subject, _ in edges(graph, "heeftBijlage")} == {letter}
    assert {thing for _, thing in edges(graph, "heeftBijlage")} >= {nota, "rapport-zicht-op-plekken"}


def test_the_askers_answered_in_a_letter_did_not_ask_the_letter() -> None:
    graph = linked(read("antwoord.txt", ANSWERS))
    (letter,) = of_class(graph, "Brief")
    assert {subject for subject, _ in edges(graph, "gesteldDoor")} == {f"{letter}-vragen"}
    assert (letter, f"{letter}-vragen") in edges(graph, "reactieOp")
    assert {thing for _, thing in edges(graph, "gesteldDoor")} == {"persoon-lisa-westerveld", "persoon-julian-bushoff"}


def test_every_regeling_of_a_list_is_announced_to_change() -> None:
    text = LETTER.replace("Zie Kamerstuk 36 045, nr. 170.", "Ik bereid een wijziging voor van wetten.")
    text = text.replace(
        "Op grond van artikel 28 van de Vreemdelingenwet 2000 kan dat.",
        "Dat is de wijziging van de Huisvestingswet 2014, de Woningwet en de Jeugdwet.",
    )
    changed = {thing for _, thing in edges(linked(read("brief.txt", text)), "kondigtWijzigingAan")}
    assert changed == {"BWBR0035303", "BWBR0005181", "BWBR0034925"}


def test_questions_announce_no_change() -> None:
    text = "Vragen van het lid Podt (D66) over de zorg.\n\nWaarom komt de wijziging van de Jeugdwet nu?\n"
    assert edges(linked(read("vragen.txt", text)), "kondigtWijzigingAan") == set()


def test_an_inferred_day_is_not_given_as_the_day_of_a_paper() -> None:
    text = "Aan de Voorzitter van de Tweede Kamer\n\nOp 30 juni jl. en bij besluit van 2 april 2025 is dat gemeld.\n"
    graph = linked(read("brief.txt", text))
    (letter,) = of_class(graph, "Brief")
    assert graph.things[letter].label_nl == "Brief na 30 juni 2025"


MOTIE = "De motie Piri c.s. is aangenomen. Zie het commissiedebat van 5 juni 2024 en de motie van het lid Boomsma.\n"


def test_moties_and_debates_that_are_not_told_apart_stay_with_their_papers() -> None:
    graph = linked(read("a.txt", MOTIE), read("b.txt", f"{MOTIE}Meer niet.\n"))
    papers = set(graph.papers.values())
    assert set(of_class(graph, "Motie")) == {
        f"motie-{name}-bij-{paper}" for name in ("piri", "boomsma") for paper in papers
    }
    assert set(of_class(graph, "Debat")) == {f"debat-commissiedebat-2024-06-05-bij-{paper}" for paper in papers}
    assert {motie for motie, _ in edges(graph, "ingediendDoor")} == set(of_class(graph, "Motie"))


def test_who_moved_what_one_paper_names_is_no_matter_of_other_papers() -> None:
    with_number = read("a.txt", "Dat is de motie Piri (Kamerstuk 19 637, nr. 3000).")
    document, mentions = read("b.txt", MOTIE)
    silent = replace(mentions, citations=())
    assert [one.reason for one in linked((document, silent)).unresolved] == ["niet te zien over welk stuk dit gaat"] * 2
    alone = {one for one in linked((document, silent)).statements if one.evidence}
    others = (with_number, read("c.txt", f"{MOTIE}Meer niet."))
    both = {one for one in linked(*others, (document, silent)).statements if one.evidence}
    assert {one for one in both if one.evidence and one.evidence.paper == paper_key(document)} == alone


def test_what_is_named_again_in_words_is_the_thing_named_before() -> None:
    first = Mention("rapport", "rapport:onderzoek-van-aef", 0, 2, "rapport van een maker", title="onderzoek van AEF")
    again = Mention("rapport", "rapport:onderzoek-van-aef", 3, 6, "dat rapport", anaphor=True, title="dat rapport")
    document = read_document("a.txt", b"Zo dat.")
    graph = linked((document, Mentions((first, again))))
    (report,) = of_class(graph, "Rapport")
    assert report == f"rapport-onderzoek-van-aef-bij-{paper_key(document)}"
    assert graph.things[report].label_nl == "onderzoek van AEF"
    assert len([one for one in graph.statements if one.object == report]) == 2


def test_a_paper_that_trips_a_rule_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(mention: Mention, registers: Registers, paper: str) -> Thing | None:
        if mention.id == "kst-36394-1":
            raise ValueError("not enough values\nto unpack")
        return target(mention, registers, paper)

    monkeypatch.setattr("dossier_graph.linking.target", refuse)
    papers = [read("goed.txt", "Zie Kamerstuk 19 637, nr. 3171."), read("fout.txt", "Zie Kamerstuk 36 394, nr. 1.")]
    graph = linked(*papers)
    assert set(graph.papers) == {"goed.txt"}
    assert graph.failed == {"fout.txt": "ValueError: not enough values\nto unpack"}
    assert triples(papers) == triples(papers[:1])


OUTSIDE = LETTER.replace("3 november 2023", "3 november 2017")
UNDATED = LETTER.replace("Den Haag, 3 november 2023\n\n", "")
NEW_MINISTRY = (
    LETTER.replace("3 november 2023", "3 november 2019")
    .replace("De Staatssecretaris van Justitie en Veiligheid", "De Minister van Asiel en Migratie")
    .replace("E. van der Burg", "M.H.M. Faber")
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OUTSIDE, "Eric van der Burg was op 3 november 2017 volgens het register geen staatssecretaris van Justitie en "
         "Veiligheid."),
        (UNDATED, "Geen datum die beslist; Eric van der Burg was staatssecretaris van Justitie en Veiligheid van "
         "2022-01-10 – 2024-07-02."),
        (NEW_MINISTRY, "Marjolein Faber-van de Klashorst was op 3 november 2019 volgens het register geen minister van "
         "Asiel en Migratie."),
    ],
)  # fmt: skip
def test_an_office_that_no_day_decides_is_less_certain_and_left_open(text: str, reason: str) -> None:
    graph = linked(read("brief.txt", text))
    certain = {
        one.relation: one.evidence.confidence
        for one in graph.statements
        if one.evidence and one.relation in {"ondertekendDoor", "inHoedanigheidVan", "verantwoordelijkMinisterie"}
    }
    assert certain.pop("verantwoordelijkMinisterie", 0.7) == 0.7
    assert certain == {"ondertekendDoor": 0.7, "inHoedanigheidVan": 0.7}
    assert graph.holders == frozenset()
    assert [(one.quote.split()[-1], one.reason) for one in graph.unresolved] == [(text.split()[-1], reason)]


def test_a_ministry_that_was_not_there_yet_is_not_responsible() -> None:
    assert edges(linked(read("brief.txt", NEW_MINISTRY)), "verantwoordelijkMinisterie") == set()
    assert len(edges(linked(read("brief.txt", OUTSIDE)), "verantwoordelijkMinisterie")) == 1


BEARING = """\
Beslisnota bij de Verzamelbrief wonen van 7 juli 2023

De brief geeft uitvoering aan de motie van het lid Piri (Kamerstuk 19 637, nr. 3000). Zie ook Kamerstuk 36 045, nr. 170.
De brief gaat mede namens de Minister van Volksgezondheid, Welzijn en Sport. De brief kondigt een wijziging van de
Jeugdwet aan.
"""


def test_what_a_nota_says_of_its_letter_is_of_the_letter() -> None:
    graph = linked(read("nota.txt", BEARING))
    (nota,) = of_class(graph, "Beslisnota")
    letter = "brief-verzamelbrief-wonen-2023-07-07"
    assert edges(graph, "toelichtingOp") == {(nota, letter)}
    assert edges(graph, "uitvoeringVan") == {(letter, "kst-19637-3000")}
    assert (nota, "kst-36045-170") in edges(graph, "verwijstNaar")
    assert {subject for subject, _ in edges(graph, "medeNamens")} == {letter}
    assert edges(graph, "kondigtWijzigingAan") == {(letter, "BWBR0034925")}
    assert {one.evidence.paper for one in graph.statements if one.evidence} == {nota}


def test_a_nota_that_names_no_letter_speaks_of_one_all_the_same() -> None:
    graph = linked(read("nota.txt", BEARING.replace("de Verzamelbrief wonen van 7 juli 2023", "wonen")))
    (nota,) = of_class(graph, "Beslisnota")
    assert edges(graph, "toelichtingOp") == {(nota, f"{nota}-brief")}
    assert edges(graph, "uitvoeringVan") == {(f"{nota}-brief", "kst-19637-3000")}


@pytest.mark.parametrize(
    ("maker", "key", "kind"),
    [
        ("Lodewijk Asscher", "persoon-lodewijk-asscher", "Persoon"),
        ("Jantje Kabouter", "organisatie-jantje-kabouter", "Organisatie"),
        ("Berenschot", "organisatie-berenschot", "Organisatie"),
    ],
)
def test_who_made_a_report_is_a_person_when_a_register_has_the_name(maker: str, key: str, kind: str) -> None:
    graph = linked(read("a.txt", f"Het rapport ‘Zicht op zorg’ is opgesteld door {maker}."))
    assert edges(graph, "uitgevoerdDoor") == {("rapport-zicht-op-zorg", key)}
    assert graph.things[key].classes == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "Vragen van het lid Piri (GroenLinks-PvdA) aan de Staatssecretaris van VWS over sport.\n\n"
        "Antwoord van Staatssecretaris Karremans (Volksgezondheid, Welzijn en Sport) (ontvangen 3 maart 2025)\n",
        LETTER.replace("3 november 2023", "3 maart 2025")
        .replace("Justitie en Veiligheid", "VWS – Jeugd, Preventie en Sport")
        .replace("E. van der Burg", "V.P.G. Karremans"),
    ],
)
def test_an_office_named_after_its_ministry_is_found(text: str) -> None:
    graph = linked(read("antwoord.txt", text))
    assert {person for _, person in edges(graph, "ondertekendDoor")} == {"persoon-vincent-karremans"}
    assert {office for _, office in edges(graph, "inHoedanigheidVan")} == {
        "ambtsperiode-vincent-karremans-staatssecretaris-jeugd-preventie-en-sport-2024-07-02"
    }


def test_a_double_surname_without_its_hyphen_is_the_member_of_the_register() -> None:
    letter = "Geachte voorzitter,\n\nDen Haag, 7 juli 2023\n\nDit is de toezegging aan het lid Michon Derkzen (VVD)."
    graph = linked(read("brief.txt", letter))
    assert {person for _, person in edges(graph, "gedaanAan")} == {"persoon-ingrid-michon-derkzen"}


def test_a_motie_moved_in_a_debate_is_of_the_members_of_that_day() -> None:
    speech = "Voorzitter.\nDe huren stijgen.\nDe bouw valt stil.\nDat moet anders.\nIk heb een motie.\n"
    moved = "Deze motie is voorgesteld door het lid De Hoop.\nZij krijgt nr. {} (32847).\n"
    page = f"{speech}{moved}{speech}8 februari 2024\n"
    graph = linked(read("verslag.txt", "\f".join(page.format(number) for number in (901, 902, 903))))
    assert edges(graph, "ingediendDoor") == {
        (f"kst-32847-{number}", "persoon-habtamu-de-hoop") for number in (901, 902, 903)
    }
    assert {"Motie", "Kamerstuk"} <= set(graph.things["kst-32847-901"].classes)


def test_a_paper_with_two_dossiers_in_its_head_is_in_both() -> None:
    head = "36 600 XX Begroting van Asiel\n\n19 637 Vreemdelingen\n\nNr. 22 BRIEF VAN DE MINISTER\n\nWij schrijven.\n"
    graph = linked(read("brief.txt", head))
    assert edges(graph, "inDossier") == {
        ("kst-36600-XX-22", "dossier-36600-XX"),
        ("kst-36600-XX-22", "dossier-19637"),
    }
