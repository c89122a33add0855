"""The ready questions, and what a reader's words are taken to mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store

from dossier_graph.catalogue import read_catalogue
from dossier_graph.graph.vocabulary import BASE
from dossier_graph.queries.engine import Table, open_graph
from dossier_graph.queries.questions import (
    Question,
    QuestionError,
    ThingError,
    answer,
    find_things,
    nearest_question,
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
        "verband naam plaatsen ding",
        [
            ("geeft uitvoering aan", "motie van het lid Piri", "0", "motie-piri"),
            ("heeft als bijlage", "Kwaliteit van gemeentelijke opvang", "0", "rapport-kwaliteit"),
            ("verwijst naar", "Kamerstuk 19 637, nr. 3258", "2", "kst-19637-3258"),
            ("verwijst naar", "artikel 28 Vreemdelingenwet 2000", "0", ARTIKEL),
        ],
    ),
    (
        "wie-verwijst-hiernaar",
        "Kamerstuk 19 637, nr. 3258",
        "datum stuk verband naar",
        [
            ("2025-01-31", JAN, "verwijst naar", "Kamerstuk 19 637, nr. 3258"),
        ],
    ),
    (
        "wie-verwijst-hiernaar",
        "Vreemdelingenwet 2000",
        "datum stuk verband naar",
        [
            ("2025-01-31", JAN, "verwijst naar", "artikel 28 Vreemdelingenwet 2000"),
        ],
    ),
    (
        "wie-verwijst-hiernaar",
        "36 045",
        "datum stuk verband naar",
        [
            ("na 2023-11-29", NOV, "verwijst naar", "Kamerstuk 36 045, nr. 170"),
            ("2025-01-31", JAN, "verwijst naar", "Kamerstuk 19 637, nr. 3258"),
        ],
    ),
    (
        "wie-ondertekende-wat",
        None,
        "datum stuk persoon ambt",
        [
            ("", NOTA, "", "Minister van Asiel en Migratie"),
            ("na 2023-11-29", NOV, "E. van der Burg", "Staatssecretaris van Justitie en Veiligheid"),
            ("2025-01-31", JAN, "M.H.M. Faber-van de Klashorst", "Minister van Asiel en Migratie"),
        ],
    ),
    (
        "mede-namens-wie",
        None,
        "datum stuk ambt persoon",
        [
            ("na 2023-11-29", NOV, "Minister van Volksgezondheid, Welzijn en Sport", "E.J. Kuipers"),
            ("2025-01-31", JAN, "Minister van Sociale Zaken en Werkgelegenheid", ""),
        ],
    ),
    (
        "welke-moties-zijn-beantwoord",
        None,
        "motie indieners verband datum stuk",
        [
            ("Kamerstuk 36 600 XX, nr. 22", "C. van Zanten, D.T. Boomsma", "is een reactie op", "", NOTA),
            ("motie van het lid Piri", "", "geeft uitvoering aan", "2025-01-31", JAN),
        ],
    ),
    (
        "welke-moties-zijn-niet-beantwoord",
        None,
        "motie indieners datum stuk",
        [
            ("Kamerstuk 29 689, nr. 1283", "R.A.B. Claassen", "", NOTA),
        ],
    ),
    (
        "welke-rapporten-bij-welke-brief",
        None,
        "datum stuk rapport maker opdrachtgever",
        [
            ("na 2023-11-29", NOV, "Steeds de juiste maatvoering", "", ""),
            ("2025-01-31", JAN, "Kwaliteit van gemeentelijke opvang", "AEF", "Ministerie van Asiel en Migratie"),
        ],
    ),
    (
        "wie-maakte-welk-rapport",
        None,
        "maker opdrachtgever rapport datum stuk",
        [
            ("AEF", "Ministerie van Asiel en Migratie", "Kwaliteit van gemeentelijke opvang", "2025-01-31", JAN),
        ],
    ),
    (
        "welke-regelingen-wijzigen",
        None,
        "regeling datum stuk persoon",
        [
            ("Regeling opvang ontheemden Oekraïne", "", NOTA, ""),
        ],
    ),
    (
        "stukken-op-datum",
        None,
        "datum stuk soort bestand afgeleidUit",
        [
            ("na 2023-11-29", NOV, "Brief", "2023-11_verzamelbrief.txt", "jongste datum met ‘jl.’: 28 november jl."),
            ("2024-11-21", "Kamerstuk 36 600 XX, nr. 22", "Motie", "motie.txt", ""),
            ("2025-01-31", JAN, "Brief", "2025-01_verzamelbrief.txt", ""),
            ("", NOTA, "Beslisnota", "2025-07_beslisnota.txt", ""),
        ],
    ),
    (
        "wat-wordt-het-meest-aangehaald",
        None,
        "stukken plaatsen naam",
        [
            ("1", "2", "de brief van dit voorjaar"),
            ("1", "2", "Kamerstuk 19 637, nr. 3258"),
            ("1", "1", "Kamerstuk 36 045, nr. 170"),
            ("1", "1", "Kamerstuk 36 600 XX, nr. 22"),
        ],
    ),
    (
        "waarvoor-is-deze-persoon-verantwoordelijk",
        "faber",
        "datum verband stuk ambt",
        [
            ("", "gedaan door", "toezegging over taallessen", "Minister van Asiel en Migratie"),
            ("2025-01-31", "ondertekend door", JAN, "Minister van Asiel en Migratie"),
        ],
    ),
    (
        "waarvoor-is-deze-persoon-verantwoordelijk",
        "van zanten",
        "datum verband stuk ambt",
        [
            ("", "gedaan aan", "toezegging over cijfers", ""),
            ("2024-11-21", "ingediend door", "Kamerstuk 36 600 XX, nr. 22", ""),
        ],
    ),
    (
        "wat-is-niet-herleid",
        None,
        "woorden reden bestand pagina",
        [
            (
                "de brief van dit voorjaar",
                "geen brief van die tijd onder de gelezen stukken",
                "2023-11_verzamelbrief.txt",
                "2",
            ),
            ("Jansen", "geen ambtsdrager van die naam bekend", "", ""),
            ("Van der Burg", "geen ambtsdrager van die naam bekend", "", ""),
        ],
    ),
    (
        "waar-staat-dit",
        B,
        "bestand pagina voetnoot woorden van verband naar regel zekerheid",
        [
            (
                "2025-01_verzamelbrief.txt",
                "1",
                "3",
                "Kamerstuk 19 637, nr. 3258",
                JAN,
                "verwijst naar",
                "Kamerstuk 19 637, nr. 3258",
                "kamerstuk",
                "1",
            ),
            (
                "2025-01_verzamelbrief.txt",
                "4",
                "17",
                "19 637 en 36 045, nr. 3258",
                JAN,
                "verwijst naar",
                "Kamerstuk 19 637, nr. 3258",
                "kamerstuk",
                "1",
            ),
            (
                "2025-01_verzamelbrief.txt",
                "6",
                "",
                "M.H.M. Faber-van de Klashorst",
                JAN,
                "ondertekend door",
                "M.H.M. Faber-van de Klashorst",
                "ondertekening",
                "1",
            ),
        ],
    ),
    (
        "waar-staat-dit",
        MOTIE,
        "bestand pagina voetnoot woorden van verband naar regel zekerheid",
        [
            (
                "2025-07_beslisnota.txt",
                "5",
                "",
                "de motie Boomsma en Van Zanten",
                NOTA,
                "is een reactie op",
                "Kamerstuk 36 600 XX, nr. 22",
                "motie",
                "1",
            ),
        ],
    ),
    (
        "hoe-wordt-dit-genoemd",
        "19637-3258",
        "woorden plaatsen stuk bestand",
        [
            ("19 637 en 36 045, nr. 3258", "1", JAN, "2025-01_verzamelbrief.txt"),
            ("Kamerstuk 19 637, nr. 3258", "1", JAN, "2025-01_verzamelbrief.txt"),
        ],
    ),
    (
        "hoe-wordt-dit-genoemd",
        "brief-zonder-datum",
        "woorden plaatsen stuk bestand",
        [("de brief van dit voorjaar", "2", NOV, "2023-11_verzamelbrief.txt")],
    ),
    (
        "welke-stukken-in-welk-dossier",
        None,
        "dossier datum stuk bestand",
        [
            ("Dossier 19 637", "", "Kamerstuk 19 637, nr. 3258", ""),
            ("Dossier 29 689", "", "Kamerstuk 29 689, nr. 1283", ""),
            ("Dossier 36 045", "", "Kamerstuk 19 637, nr. 3258", ""),
            ("Dossier 36 045", "", "Kamerstuk 36 045, nr. 170", ""),
            ("Dossier 36 600 XX", "2024-11-21", "Kamerstuk 36 600 XX, nr. 22", "motie.txt"),
        ],
    ),
    (
        "welke-toezeggingen-aan-wie",
        None,
        "toezegging kamerlid fractie debat datum stuk",
        [
            ("toezegging over cijfers", "C. van Zanten", "", "", "", ""),
            ("toezegging over taallessen", "I.J.M. Michon-Derkzen", "VVD", "commissiedebat over opvang", "", NOTA),
        ],
    ),
    (
        "welke-stukken-noemen-geen-kamerstuk",
        None,
        "datum stuk bestand",
        [
            ("2024-11-21", "Kamerstuk 36 600 XX, nr. 22", "motie.txt"),
        ],
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


PAIR = re.compile(r'\(dg:(\w+) "([^"]+)"\)')


@pytest.mark.parametrize("question", read_questions().values(), ids=lambda question: question.name)
def test_words_for_terms_are_the_dutch_labels_of_the_vocabulary(question: Question) -> None:
    catalogue = read_catalogue()
    labels = {name: term.label_nl for name, term in (*catalogue.classes.items(), *catalogue.relations.items())}
    said = PAIR.findall(question.sparql)
    assert said == [(name, labels[name]) for name, _ in said]


def test_no_place_of_a_relation_and_no_kind_of_paper_lacks_its_word(questions: dict[str, Question]) -> None:
    catalogue = read_catalogue()
    about_offices = {"heeftLid", "voorAmbt", "bij", "bekleedt", "afgeleidUit"}
    places = dict(PAIR.findall(questions["waar-staat-dit"].sparql))
    assert set(places) == set(catalogue.relations) - about_offices
    papers = {name for name in catalogue.classes if "Document" in catalogue.ancestors(name)}
    assert set(dict(PAIR.findall(questions["stukken-op-datum"].sparql))) == papers - {"Kamerstuk"}


@pytest.mark.parametrize("question", read_questions().values(), ids=lambda question: question.name)
def test_no_answer_shows_a_bare_date_of_a_paper(question: Question) -> None:
    if "dcterms:date" in question.sparql:
        assert 'BIND (IF(BOUND(?afgeleid), CONCAT("na ", STR(?dag)), STR(?dag)) AS ?datum)' in question.sparql
        assert "?dag" not in question.sparql.partition("SELECT")[2].partition("WHERE")[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [(name, words) for name, words, *_ in ANSWERS],
    ids=[f"{name}-{words}" for name, words, *_ in ANSWERS],
)
def test_an_answer_has_no_row_twice_and_no_term_of_the_vocabulary(
    questions: dict[str, Question], name: str, words: str | None
) -> None:
    result = answer(GRAPH, questions[name], words)
    assert isinstance(result, Table)
    assert len(set(result.rows)) == len(result.rows)
    assert not [term for row in result.rows for term in row if short(term).startswith("dg:")]


def test_movers_and_relations_of_one_motie_stand_in_one_row(questions: dict[str, Question]) -> None:
    turtle = GRAPH.read_text(encoding="utf-8")
    turtle += "id:stuk-c3c3c3c3c3c3c3c3 dg:uitvoeringVan id:kst-36600-XX-22 .\n"
    for number in (3, 1, 2):
        turtle += f'id:persoon-{number} rdfs:label "A. Lid {4 - number}"@nl .\n'
        turtle += f"id:kst-29689-1283 dg:ingediendDoor id:persoon-{number} .\n"
        turtle += f"id:kst-36600-XX-22 dg:ingediendDoor id:persoon-{number} .\n"
    store = Store()
    store.load(turtle.encode(), RdfFormat.TURTLE)

    answered = answer(store, questions["welke-moties-zijn-beantwoord"])
    assert isinstance(answered, Table)
    assert [short(term) for term in answered.rows[0][1:3]] == [
        "A. Lid 1, A. Lid 2, A. Lid 3, C. van Zanten, D.T. Boomsma",
        "geeft uitvoering aan, is een reactie op",
    ]
    assert len(answered.rows) == 2
    unanswered = answer(store, questions["welke-moties-zijn-niet-beantwoord"])
    assert isinstance(unanswered, Table)
    assert [short(row[1]) for row in unanswered.rows] == ["A. Lid 1, A. Lid 2, A. Lid 3, R.A.B. Claassen"]


@pytest.mark.parametrize(
    ("slip", "names"),
    [
        ("wie-ondertekende", ("wie-ondertekende-wat",)),
        ("Wie ondertekende wat", ("wie-ondertekende-wat",)),
        ("stukken-op-datm", ("stukken-op-datum",)),
        ("moties", ("welke-moties-zijn-beantwoord", "welke-moties-zijn-niet-beantwoord")),
        ("mede-namens-wie.rq", ("mede-namens-wie",)),
        ("wie-is-de-mol", ()),
        ("", ()),
    ],
)
def test_a_slip_in_the_name_of_a_question_finds_the_names_like_it(slip: str, names: tuple[str, ...]) -> None:
    assert nearest_question(slip) == names


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
        ("rooo", "BWBR0046503"),
        ("E. van der Burg", "persoon-burg"),
        ("burg", "persoon-burg"),
        ("Jansen", "persoon-onbekend-jansen"),
    ],
)
def test_a_thing_is_found_by_what_a_reader_calls_it(store: Store, words: str, local: str) -> None:
    assert find_things(store, words) == (NamedNode(f"{BASE}id/{local}"),)


def test_a_european_act_is_found_by_its_celex_number(store: Store) -> None:
    celex = NamedNode("http://publications.europa.eu/resource/celex/32001L0055")
    assert find_things(store, "32001L0055") == (celex,)
    assert find_things(store, "RTB") == (celex,)


@pytest.mark.parametrize("words", ["19 637, nr. 325", "kst-19637-32", "nr. 128", "604885"])
def test_a_number_is_never_taken_for_part_of_a_longer_one(store: Store, words: str) -> None:
    with pytest.raises(ThingError, match="There is nothing called"):
        find_things(store, words)


CITED = """
id:wet-x a dg:Wet ; rdfs:label "Wet gemeentelijke taak"@nl ; skos:altLabel "Asielspreidingswet" .
id:citatie-1 a dg:Bewering, dg:Citatie ; rdf:object id:wet-x ; dg:afgeleidUit id:passage-1 .
id:passage-1 a dg:Passage ; oa:hasSelector id:passage-1-citaat .
id:passage-1-citaat a oa:TextQuoteSelector ; oa:exact "de wet\\n over de  Opvangtaak" .
id:bewering-2 a dg:Bewering ; rdf:object id:persoon-burg ; dg:afgeleidUit id:passage-2 .
id:passage-2 a dg:Passage ; oa:hasSelector id:passage-2-citaat .
id:passage-2-citaat a oa:TextQuoteSelector ; oa:exact "De bewindspersoon" .
id:persoon-michon a dg:Persoon ; rdfs:label "Ingrid Michon-Derkzen"@nl ; foaf:familyName "Michon-Derkzen" .
"""


@pytest.mark.parametrize(
    ("words", "local"),
    [
        ("asielspreidingswet", "wet-x"),
        ("Wet over de opvangtaak", "wet-x"),
        ("Opvangtaak", "wet-x"),
        ("Michon Derkzen", "persoon-michon"),
        ("Ingrid Michon Derkzen", "persoon-michon"),
        ("michon-derkzen", "persoon-michon"),
        ("Kwaliteit van-gemeentelijke", "rapport-kwaliteit"),
    ],
)
def test_a_thing_is_found_by_other_names_lost_hyphens_and_the_words_that_cite_it(
    store: Store, words: str, local: str
) -> None:
    assert find_things(and_also(store, CITED), words) == (NamedNode(f"{BASE}id/{local}"),)


def test_words_that_cite_nothing_find_nothing(store: Store) -> None:
    with pytest.raises(ThingError, match="There is nothing called"):
        find_things(and_also(store, CITED), "De bewindspersoon")
    with pytest.raises(ThingError, match="There is no Persoon called"):
        find_things(and_also(store, CITED), "Opvangtaak", "Persoon")


def test_words_that_fit_several_things_list_them(store: Store) -> None:
    with pytest.raises(ThingError) as caught:
        find_things(store, "verzamelbrief")
    assert str(caught.value) == (
        "“verzamelbrief” is part of the name of 2 things; give one: "
        f"{NOV} (na 2023-11-29, 2023-11_verzamelbrief.txt, {A}); {JAN} (2025-01-31, 2025-01_verzamelbrief.txt, {B})"
    )


def and_also(store: Store, turtle: str) -> Store:
    """Return a store that holds more than the graph of these tests."""
    prefixes = "".join(re.findall(r"@prefix .*\n", GRAPH.read_text(encoding="utf-8")))
    more = Store()
    more.extend(store)
    more.load((prefixes + turtle).encode(), RdfFormat.TURTLE)
    return more


def test_things_that_bear_the_same_name_are_all_meant(store: Store) -> None:
    same = and_also(store, f'id:stuk-d4 rdfs:label "{NOTA}"@nl .')
    assert [node.value.rpartition("/")[2] for node in find_things(same, NOTA)] == [C, "stuk-d4"]


def test_papers_that_bear_the_same_name_are_never_taken_for_one(store: Store) -> None:
    same = and_also(
        store,
        f'id:stuk-d4 rdfs:label "Nota"@nl ; dcterms:title "{NOTA}"@nl ; dg:bestandsnaam "nota.txt" .'
        f'id:brief-e5 rdfs:label "{NOTA}"@nl .',
    )
    with pytest.raises(ThingError) as caught:
        find_things(same, NOTA)
    assert str(caught.value) == (
        f"“{NOTA}” is the name of 3 things; give one by its file name or id: {NOTA} (brief-e5); "
        f"{NOTA} (2025-07_beslisnota.txt, {C}); Nota (nota.txt, stuk-d4)"
    )
    assert find_things(same, "nota.txt") == (NamedNode(f"{BASE}id/stuk-d4"),)


def test_persons_of_the_same_family_name_are_never_taken_for_one(store: Store) -> None:
    same = and_also(
        store, 'id:persoon-x a dg:Persoon ; rdfs:label "X. van der Burg"@nl ; foaf:familyName "van der Burg" .'
    )
    with pytest.raises(
        ThingError, match=r"“Van der Burg” is the name of 2 things; .*\(persoon-burg\); .*\(persoon-x\)"
    ):
        find_things(same, "Van der Burg", "Persoon")


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
    assert [short(row[1]) for row in result.rows] == [NOTA]


def test_a_graph_with_a_base_of_its_own_is_asked_the_same_way(tmp_path: Path, questions: dict[str, Question]) -> None:
    base = "https://graaf.voorbeeld.nl/"
    graph = tmp_path / "graph.ttl"
    turtle = GRAPH.read_text(encoding="utf-8").replace(f"{BASE}id/", f"{base}id/")
    graph.write_text(turtle, encoding="utf-8")
    result = answer(graph, questions["wie-verwijst-hiernaar"], "19637-3258", base=base)
    assert isinstance(result, Table)
    assert [short(row[1], base) for row in result.rows] == [JAN]
