"""The ready questions, and what a reader's words are taken to mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Store

from dossier_graph.catalogue import read_catalogue
from dossier_graph.graph.vocabulary import BASE
from dossier_graph.queries.engine import Table, open_graph
from dossier_graph.queries.questions import (
    Question,
    QuestionError,
    ThingError,
    answer,
    find_things,
    read_questions,
)
from dossier_graph.queries.tables import short

GRAPH = Path(__file__).with_name("dossier.ttl")
A, B, C = "stuk-a1a1a1a1a1a1a1a1", "stuk-b2b2b2b2b2b2b2b2", "stuk-c3c3c3c3c3c3c3c3"
MOTIE = "kst-36600-XX-22"
ARTIKEL = "BWBR0011823#artikel=28"
NOV, JAN = "Verzamelbrief november 2023", "Verzamelbrief januari 2025"
NOTA = "Beslisnota eigen bijdrage"

# name of the question, value, columns, rows: worked out by hand from dossier.ttl
ANSWERS: list[tuple[str, str | None, str, list[tuple[str, ...]]]] = [
    (
        "wat-citeert-dit-stuk",
        "2025-01_verzamelbrief.txt",
        "verband naam ding plaatsen",
        [
            ("dg:heeftBijlage", "Kwaliteit van gemeentelijke opvang", "rapport-kwaliteit", "0"),
            ("dg:uitvoeringVan", "motie van het lid Piri", "motie-piri", "0"),
            ("dg:verwijstNaar", "Kamerstuk 19 637, nr. 3258", "kst-19637-3258", "2"),
            ("dg:verwijstNaar", "artikel 28 Vreemdelingenwet 2000", ARTIKEL, "0"),
        ],
    ),
    (
        "wie-verwijst-hiernaar",
        "Kamerstuk 19 637, nr. 3258",
        "datum stuk naam verband artikel",
        [("2025-01-31", B, JAN, "dg:verwijstNaar", "")],
    ),
    (
        "wie-verwijst-hiernaar",
        "Vreemdelingenwet 2000",
        "datum stuk naam verband artikel",
        [("2025-01-31", B, JAN, "dg:verwijstNaar", ARTIKEL)],
    ),
    (
        "wie-ondertekende-wat",
        None,
        "datum stuk naam persoon ambt ministerie",
        [
            ("", C, NOTA, "", "Minister van Asiel en Migratie", ""),
            (
                "2023-11-29",
                A,
                NOV,
                "E. van der Burg",
                "Staatssecretaris van Justitie en Veiligheid",
                "Ministerie van Justitie en Veiligheid",
            ),
            (
                "2025-01-31",
                B,
                JAN,
                "M.H.M. Faber-van de Klashorst",
                "Minister van Asiel en Migratie",
                "Ministerie van Asiel en Migratie",
            ),
        ],
    ),
    (
        "mede-namens-wie",
        None,
        "datum stuk naam ambt persoon",
        [
            ("2023-11-29", A, NOV, "Minister van Volksgezondheid, Welzijn en Sport", "E.J. Kuipers"),
            ("2025-01-31", B, JAN, "Minister van Sociale Zaken en Werkgelegenheid", ""),
        ],
    ),
    (
        "welke-moties-zijn-beantwoord",
        None,
        "motie naam indiener verband datum stuk titel",
        [
            (MOTIE, "Kamerstuk 36 600 XX, nr. 22", "C. van Zanten", "dg:reactieOp", "", C, NOTA),
            (MOTIE, "Kamerstuk 36 600 XX, nr. 22", "D.T. Boomsma", "dg:reactieOp", "", C, NOTA),
            ("motie-piri", "motie van het lid Piri", "", "dg:uitvoeringVan", "2025-01-31", B, JAN),
        ],
    ),
    (
        "welke-moties-zijn-niet-beantwoord",
        None,
        "motie naam datum stuk titel",
        [("kst-29689-1283", "Kamerstuk 29 689, nr. 1283", "", C, NOTA)],
    ),
    (
        "welke-rapporten-bij-welke-brief",
        None,
        "datum stuk rapport naam maker opdrachtgever",
        [
            ("2023-11-29", A, "rapport-maatvoering", "Steeds de juiste maatvoering", "", ""),
            (
                "2025-01-31",
                B,
                "rapport-kwaliteit",
                "Kwaliteit van gemeentelijke opvang",
                "AEF",
                "Ministerie van Asiel en Migratie",
            ),
        ],
    ),
    (
        "wie-maakte-welk-rapport",
        None,
        "maker opdrachtgever rapport naam stuk",
        [
            (
                "AEF",
                "Ministerie van Asiel en Migratie",
                "rapport-kwaliteit",
                "Kwaliteit van gemeentelijke opvang",
                B,
            )
        ],
    ),
    (
        "welke-regelingen-wijzigen",
        None,
        "regeling naam datum stuk titel persoon",
        [("BWBR0046503", "Regeling opvang ontheemden Oekraïne", "", C, NOTA, "")],
    ),
    (
        "stukken-op-datum",
        None,
        "datum stuk naam soort bestand afgeleidUit",
        [
            ("2023-11-29", A, NOV, "dg:Brief", "2023-11_verzamelbrief.txt", "jongste datum met ‘jl.’: 28 november jl."),
            ("2024-11-21", MOTIE, "Kamerstuk 36 600 XX, nr. 22", "dg:Motie", "motie.txt", ""),
            ("2025-01-31", B, JAN, "dg:Brief", "2025-01_verzamelbrief.txt", ""),
            ("", C, NOTA, "dg:Beslisnota", "2025-07_beslisnota.txt", ""),
        ],
    ),
    (
        "wat-wordt-het-meest-aangehaald",
        None,
        "stukken plaatsen naam ding",
        [
            ("1", "2", "Kamerstuk 19 637, nr. 3258", "kst-19637-3258"),
            ("1", "1", "de brief van dit voorjaar", "brief-zonder-datum"),
            ("1", "1", "Kamerstuk 36 045, nr. 170", "kst-36045-170"),
            ("1", "1", "Kamerstuk 36 600 XX, nr. 22", MOTIE),
        ],
    ),
    (
        "waarvoor-is-deze-persoon-verantwoordelijk",
        "faber",
        "datum verband ding naam ambt",
        [
            ("", "dg:gedaanDoor", "toezegging-taal", "toezegging over taallessen", "Minister van Asiel en Migratie"),
            ("2025-01-31", "dg:ondertekendDoor", B, JAN, "Minister van Asiel en Migratie"),
        ],
    ),
    (
        "waarvoor-is-deze-persoon-verantwoordelijk",
        "van zanten",
        "datum verband ding naam ambt",
        [
            ("", "dg:gedaanAan", "toezegging-cijfers", "toezegging over cijfers", ""),
            ("2024-11-21", "dg:ingediendDoor", MOTIE, "Kamerstuk 36 600 XX, nr. 22", ""),
        ],
    ),
    (
        "wat-is-niet-herleid",
        None,
        "ding naam reden stuk pagina woorden",
        [
            (
                "brief-zonder-datum",
                "de brief van dit voorjaar",
                "geen brief van die tijd onder de gelezen stukken",
                A,
                "2",
                "de brief van dit voorjaar",
            )
        ],
    ),
    (
        "waar-staat-dit",
        B,
        "stuk pagina voetnoot woorden van verband naar regel zekerheid",
        [
            (B, "1", "3", "Kamerstuk 19 637, nr. 3258", B, "dg:verwijstNaar", "kst-19637-3258", "kamerstuk", "1"),
            (B, "4", "17", "19 637 en 36 045, nr. 3258", B, "dg:verwijstNaar", "kst-19637-3258", "kamerstuk", "1"),
            (
                B,
                "6",
                "",
                "M.H.M. Faber-van de Klashorst",
                B,
                "dg:ondertekendDoor",
                "persoon-faber",
                "ondertekening",
                "1",
            ),
        ],
    ),
    (
        "waar-staat-dit",
        MOTIE,
        "stuk pagina voetnoot woorden van verband naar regel zekerheid",
        [(C, "5", "", "de motie Boomsma en Van Zanten", C, "dg:reactieOp", MOTIE, "motie", "1")],
    ),
    (
        "hoe-wordt-dit-genoemd",
        "19637-3258",
        "woorden stuk naam plaatsen",
        [
            ("19 637 en 36 045, nr. 3258", B, JAN, "1"),
            ("Kamerstuk 19 637, nr. 3258", B, JAN, "1"),
        ],
    ),
    (
        "welke-stukken-in-welk-dossier",
        None,
        "dossier naamDossier datum stuk naam bestand",
        [
            ("dossier-19637", "Dossier 19 637", "", "kst-19637-3258", "Kamerstuk 19 637, nr. 3258", ""),
            ("dossier-29689", "Dossier 29 689", "", "kst-29689-1283", "Kamerstuk 29 689, nr. 1283", ""),
            ("dossier-36045", "Dossier 36 045", "", "kst-19637-3258", "Kamerstuk 19 637, nr. 3258", ""),
            ("dossier-36045", "Dossier 36 045", "", "kst-36045-170", "Kamerstuk 36 045, nr. 170", ""),
            (
                "dossier-36600-XX",
                "Dossier 36 600 XX",
                "2024-11-21",
                MOTIE,
                "Kamerstuk 36 600 XX, nr. 22",
                "motie.txt",
            ),
        ],
    ),
    (
        "welke-toezeggingen-aan-wie",
        None,
        "toezegging naam kamerlid fractie debat stuk",
        [
            ("toezegging-cijfers", "toezegging over cijfers", "C. van Zanten", "", "", ""),
            (
                "toezegging-taal",
                "toezegging over taallessen",
                "I.J.M. Michon-Derkzen",
                "VVD",
                "commissiedebat over opvang",
                C,
            ),
        ],
    ),
    (
        "welke-stukken-noemen-geen-kamerstuk",
        None,
        "datum stuk naam bestand",
        [("2024-11-21", MOTIE, "Kamerstuk 36 600 XX, nr. 22", "motie.txt")],
    ),
]


@pytest.fixture(scope="module")
def store() -> Store:
    return open_graph(GRAPH)


@pytest.fixture(scope="module")
def questions() -> dict[str, Question]:
    return dict(read_questions())


@pytest.mark.parametrize(
    ("name", "words", "columns", "rows"), ANSWERS, ids=[f"{name}-{words}" for name, words, *_ in ANSWERS]
)
def test_a_ready_question_gives_the_answer_worked_out_by_hand(
    questions: dict[str, Question], name: str, words: str | None, columns: str, rows: list[tuple[str, ...]]
) -> None:
    result = answer(GRAPH, questions[name], words)
    assert isinstance(result, Table)
    assert result.columns == tuple(columns.split())
    assert [tuple(short(term) for term in row) for row in result.rows] == rows


def test_every_ready_question_has_a_worked_answer(questions: dict[str, Question]) -> None:
    assert set(questions) == {name for name, *_ in ANSWERS}


@pytest.mark.parametrize("question", read_questions().values(), ids=lambda question: question.name)
def test_a_ready_question_says_what_it_is_in_both_languages(question: Question) -> None:
    assert question.title_nl.endswith("?")
    assert question.title_en.endswith("?")
    assert question.title_nl != question.title_en
    assert question.description_nl.endswith(".")
    assert question.description_en.endswith(".")
    assert "ORDER BY" in question.sparql
    assert ("UNDEF" in question.sparql) == (question.parameter is not None)


@pytest.mark.parametrize("question", read_questions().values(), ids=lambda question: question.name)
def test_a_ready_question_asks_only_for_what_a_graph_can_hold(question: Question) -> None:
    catalogue = read_catalogue()
    known = {*catalogue.classes, *catalogue.relations, *catalogue.attributes}
    assert set(re.findall(r"dg:(\w+)", question.sparql)) <= known
    assert question.parameter is None or question.parameter.of_class in {None, *catalogue.classes}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# title: What?\n# uitleg: a\n# description: b\nASK {}", "# titel: …"),
        ("# titel: a\n# title: b\n# uitleg: c\n# description: d\n# parameter: stuk\nASK {}", "name | Dutch | English"),
    ],
)
def test_a_question_file_that_says_too_little_is_named(tmp_path: Path, text: str, line: str) -> None:
    (tmp_path / "half.rq").write_text(text, encoding="utf-8")
    with pytest.raises(QuestionError, match=r"half\.rq") as caught:
        read_questions(tmp_path)
    assert line in str(caught.value)


def test_a_question_about_something_asks_for_it(questions: dict[str, Question]) -> None:
    with pytest.raises(QuestionError, match="needs a value: Kamerstuk number, file name"):
        answer(GRAPH, questions["wat-citeert-dit-stuk"])


def test_a_question_about_nothing_in_particular_takes_no_value(questions: dict[str, Question]) -> None:
    with pytest.raises(QuestionError, match="takes no value"):
        answer(GRAPH, questions["stukken-op-datum"], "motie.txt")


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("kst-19637-3258", "kst-19637-3258"),
        ("id:kst-19637-3258", "kst-19637-3258"),
        (f"{BASE}id/kst-19637-3258", "kst-19637-3258"),
        (f"<{BASE}id/kst-19637-3258>", "kst-19637-3258"),
        ("19637-3258", "kst-19637-3258"),
        ("19637, 3258", "kst-19637-3258"),
        ("19 637, nr. 3258", "kst-19637-3258"),
        ("19.637 nr 3258", "kst-19637-3258"),
        ("Kamerstuk 19 637, nr. 3258", "kst-19637-3258"),
        ("kamerstukken II 2023/24, 19 637, nr. 3258.", "kst-19637-3258"),
        ("Kamerstukken II 2023–2024, 19 637 en 36 045, nr. 3258", "kst-19637-3258"),
        ("36 600 XX, nr. 22", MOTIE),
        ("36600-xx-22", MOTIE),
        ("https://zoek.officielebekendmakingen.nl/kst-36600-XX-22.html", MOTIE),
        ("motie.txt", MOTIE),
        ("papieren/motie.txt", MOTIE),
        (r"C:\papieren\Motie.TXT", MOTIE),
        ("Dossier 19 637", "dossier-19637"),
        ("19637", "dossier-19637"),
        ("36 600 XX", "dossier-36600-XX"),
        ("6048852", B),
        ("stand van zaken", B),
        ("Vreemdelingenwet 2000", "BWBR0011823"),
        ("ontheemden oekraine", "BWBR0046503"),
        ("VAN DER BURG", "persoon-burg"),
        ("Collective letter November 2023", A),
    ],
)
def test_a_thing_is_found_by_what_a_reader_calls_it(store: Store, words: str, local: str) -> None:
    assert find_things(store, words) == (NamedNode(f"{BASE}id/{local}"),)


def test_a_european_act_is_found_by_its_celex_number(store: Store) -> None:
    celex = NamedNode("http://publications.europa.eu/resource/celex/32001L0055")
    assert find_things(store, "32001L0055") == (celex,)


@pytest.mark.parametrize("words", ["19 637, nr. 325", "kst-19637-32", "nr. 128", "604885"])
def test_a_number_is_never_taken_for_part_of_a_longer_one(store: Store, words: str) -> None:
    with pytest.raises(ThingError, match="There is nothing called"):
        find_things(store, words)


def test_words_that_fit_several_things_list_them(store: Store) -> None:
    with pytest.raises(ThingError) as caught:
        find_things(store, "verzamelbrief")
    assert str(caught.value) == (f"“verzamelbrief” is part of the name of 2 things; give one: {NOV} ({A}); {JAN} ({B})")


def test_things_that_bear_the_same_name_are_all_meant(store: Store) -> None:
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    (quad,) = store.quads_for_pattern(NamedNode(f"{BASE}id/{C}"), label, None)
    same = Store()
    same.extend(store)
    same.add(Quad(NamedNode(f"{BASE}id/stuk-d4"), label, quad.object))
    assert [node.value.rpartition("/")[2] for node in find_things(same, NOTA)] == [C, "stuk-d4"]


def test_a_slip_of_the_pen_is_answered_with_the_nearest_names(store: Store) -> None:
    with pytest.raises(ThingError, match=r"“Boomsna” in this graph; nearest: D\.T\. Boomsma \(persoon-boomsma\)"):
        find_things(store, "Boomsna")


def test_words_far_from_any_name_say_only_that_there_is_nothing(store: Store) -> None:
    with pytest.raises(ThingError) as caught:
        find_things(store, "qqq")
    assert str(caught.value) == "There is nothing called “qqq” in this graph"


def test_a_question_about_a_person_knows_only_persons(questions: dict[str, Question]) -> None:
    with pytest.raises(ThingError, match="There is no Persoon called"):
        answer(GRAPH, questions["waarvoor-is-deze-persoon-verantwoordelijk"], "motie.txt")


HOSTILE = [
    "",
    " ",
    '"',
    "'",
    '"""',
    "> }",
    f"{BASE}id/x> }} DROP ALL #",
    "} UNION { ?s ?p ?o",
    "kst-19637-3258> <http://evil.example/",
    "\\",
    "(((((",
    "[a-z]*",
    "\x00",
    "‮",
    "urn:x",
    "id:",
    "een\ntwee\u2028drie",
    "x" * 100_000,
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_value_names_nothing_and_is_told_in_one_line(questions: dict[str, Question], words: str) -> None:
    with pytest.raises(ThingError) as caught:
        answer(GRAPH, questions["wie-verwijst-hiernaar"], words)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 1000


def test_a_file_name_full_of_syntax_is_bound_as_it_is(tmp_path: Path, questions: dict[str, Question]) -> None:
    name = "a\" } ' > UNDEF { .txt"
    graph = tmp_path / "graph.ttl"
    turtle = GRAPH.read_text(encoding="utf-8").replace('"motie.txt"', '"' + name.replace('"', '\\"') + '"')
    graph.write_text(turtle, encoding="utf-8")
    result = answer(graph, questions["wie-verwijst-hiernaar"], name)
    assert isinstance(result, Table)
    assert [short(row[1]) for row in result.rows] == [C]


def test_a_graph_with_a_base_of_its_own_is_asked_the_same_way(tmp_path: Path, questions: dict[str, Question]) -> None:
    base = "https://graaf.voorbeeld.nl/"
    graph = tmp_path / "graph.ttl"
    turtle = GRAPH.read_text(encoding="utf-8").replace(f"{BASE}id/", f"{base}id/")
    graph.write_text(turtle, encoding="utf-8")
    result = answer(graph, questions["wie-verwijst-hiernaar"], "19637-3258", base=base)
    assert isinstance(result, Table)
    assert [short(row[1], base) for row in result.rows] == [B]
