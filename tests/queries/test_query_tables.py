"""Answers as text, CSV, JSON and Turtle."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from rich.cells import cell_len

from dossier_graph.graph.vocabulary import BASE
from dossier_graph.queries.engine import QueryError, Table, Term, run
from dossier_graph.queries.questions import Question, answer, read_questions
from dossier_graph.queries.tables import as_csv, as_json, as_text, as_turtle, short

GRAPH = Path(__file__).with_name("dossier.ttl")
INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
KST = NamedNode(f"{BASE}id/kst-19637-3171")
CITES = NamedNode(f"{BASE}ontology#verwijstNaar")
TRIPLES = (Triple(KST, CITES, NamedNode(f"{BASE}id/kst-36045-170")),)


def table(columns: str, *rows: tuple[Term | str | None, ...]) -> Table:
    terms = (tuple(Literal(cell) if isinstance(cell, str) else cell for cell in row) for row in rows)
    return Table(tuple(columns.split()), tuple(terms))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (KST, "kst-19637-3171"),
        (NamedNode(f"{BASE}id/BWBR0011823#artikel=28"), "BWBR0011823#artikel=28"),
        (CITES, "dg:verwijstNaar"),
        (NamedNode("http://purl.org/dc/terms/title"), "dcterms:title"),
        (NamedNode("http://purl.org/dc/terms/a/b"), "http://purl.org/dc/terms/a/b"),
        (NamedNode("http://purl.org/dc/terms/"), "http://purl.org/dc/terms/"),
        (NamedNode(f"{BASE}id/"), f"{BASE}id/"),
        (NamedNode("http://data.europa.eu/eli/dir/2001/55/oj"), "http://data.europa.eu/eli/dir/2001/55/oj"),
        (Literal("3", datatype=INTEGER), "3"),
        (BlankNode("x"), "_:x"),
        (None, ""),
    ],
)
def test_a_term_is_shown_by_its_short_name(term: Term | None, expected: str) -> None:
    assert short(term) == expected


def test_a_small_table_stands_in_aligned_columns() -> None:
    text = as_text(table("stuk naam aantal", (KST, "Regeling opvang Oekraïne", "2"), (None, "Wet", "10")))
    assert text == (
        "stuk            naam                      aantal\n"
        "──────────────  ────────────────────────  ──────\n"
        "kst-19637-3171  Regeling opvang Oekraïne  2\n"
        "                Wet                       10\n"
    )


def test_long_cells_are_wrapped_and_their_rows_set_apart() -> None:
    text = as_text(table("ding naam", (KST, "een naam van vele woorden"), (KST, "kort")), width=28)
    assert text == (
        "ding            naam\n"
        "──────────────  ────────────\n"
        "kst-19637-3171  een naam van\n"
        "                vele woorden\n"
        "\n"
        "kst-19637-3171  kort\n"
    )


def test_a_date_that_is_a_lower_bound_stays_on_one_line() -> None:
    text = as_text(table("datum naam", ("na 2023-11-19", "een naam van vele woorden")), width=27)
    assert text.splitlines()[2:] == ["na 2023-11-19  een naam van", "               vele woorden"]


def test_a_name_too_long_for_its_column_breaks_where_its_parts_meet() -> None:
    long = table("bestand adres", ("2023-07-07-beslisnota.txt", "https://voorbeeld.nl/opvang/cijfers"))
    assert as_text(long, width=50).splitlines()[2:] == [
        "2023-07-07-beslisnota     https://voorbeeld.nl/",
        ".txt                      opvang/cijfers",
    ]


def test_a_very_long_cell_is_cut_off_visibly() -> None:
    text = as_text(table("woorden", ("woord " * 100,)), width=20)
    assert text.splitlines()[2:] == ["woord woord woord"] * 5 + ["woord woord woord…"]


def test_what_cannot_stand_side_by_side_stands_below_each_other() -> None:
    columns = "a bb ccc d e f g h"
    text = as_text(table(columns, *[tuple(f"waarde {name}" for name in columns.split())] * 2), width=40)
    assert text == "\n".join(["".join(f"{n:<3}  waarde {n}\n" for n in columns.split())] * 2)


def test_wide_and_combining_letters_keep_the_columns_straight() -> None:
    text = as_text(table("a b", ("e\u0301e\u0301n", "x"), ("日本", "x"), ("abcd", "x")))
    assert text.splitlines()[2:] == ["één   x", "日本  x", "abcd  x"]


def test_nothing_in_a_cell_steers_the_terminal() -> None:
    text = as_text(table("naam", ("\x1b[31mrood\x07\r\nnieuw \u202eomgekeerd\u2028",)))
    assert text.splitlines()[2:] == ["[31mrood nieuw omgekeerd"]


def test_answers_without_a_table_are_text_as_well() -> None:
    assert (as_text(True), as_text(False), as_text(table("a"))) == ("true\n", "false\n", "(no rows)\n")
    assert as_text(TRIPLES, 120).splitlines()[2] == "kst-19637-3171  dg:verwijstNaar  kst-36045-170"


@pytest.mark.parametrize("width", [80, 60, 132])
@pytest.mark.parametrize(
    "question", [q for q in read_questions().values() if q.parameter is None], ids=lambda q: q.name
)
def test_the_answer_to_a_ready_question_fits_the_terminal(question: Question, width: int) -> None:
    text = as_text(answer(GRAPH, question), width)
    assert max(map(len, text.splitlines())) <= width


LETTERS = st.text(st.characters(max_codepoint=0x36F) | st.sampled_from("日本語 "), max_size=60)


@given(st.lists(st.tuples(LETTERS, LETTERS, LETTERS), min_size=1, max_size=4), st.integers(min_value=22, max_value=100))
def test_no_line_of_text_is_wider_than_asked(cells: list[tuple[str, str, str]], width: int) -> None:
    lines = as_text(table("een twee drie", *cells), width).splitlines()
    assert max(map(cell_len, lines)) <= width


AWKWARD = table(
    "ding naam",
    (KST, 'een "aanhaling", met komma'),
    (None, "twee\nregels\r\nen meer"),
    (BlankNode("x"), "=1+1"),
    (NamedNode("http://voorbeeld.nl/a,b"), Literal("één", language="nl")),
    (Literal("3", datatype=INTEGER), " spatie "),
)


def test_csv_reads_back_as_it_was() -> None:
    read = list(csv.reader(io.StringIO(as_csv(AWKWARD), newline=""), strict=True))
    assert read == [
        ["ding", "naam"],
        [KST.value, 'een "aanhaling", met komma'],
        ["", "twee\nregels\r\nen meer"],
        ["_:x", "=1+1"],
        ["http://voorbeeld.nl/a,b", "één"],
        ["3", " spatie "],
    ]


def test_csv_holds_triples_and_truths_too() -> None:
    assert as_csv(True) == "answer\r\ntrue\r\n"
    assert as_csv(TRIPLES).splitlines() == [
        "subject,predicate,object",
        f"{KST.value},{CITES.value},{BASE}id/kst-36045-170",
    ]


def test_json_reads_back_as_it_was() -> None:
    solutions = parse_query_results(as_json(AWKWARD), QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    assert [variable.value for variable in solutions.variables] == list(AWKWARD.columns)
    assert [tuple(solution) for solution in solutions] == list(AWKWARD.rows)


def test_json_holds_triple_terms() -> None:
    nested = Table(("t",), ((TRIPLES[0],),))
    solutions = parse_query_results(as_json(nested), QueryResultsFormat.JSON)
    assert isinstance(solutions, QuerySolutions)
    assert [tuple(solution) for solution in solutions] == list(nested.rows)


@pytest.mark.parametrize("truth", [True, False])
def test_json_of_a_truth_reads_back(truth: bool) -> None:
    assert bool(parse_query_results(as_json(truth), QueryResultsFormat.JSON)) is truth


def test_triples_become_turtle() -> None:
    text = as_turtle(run(GRAPH, "CONSTRUCT WHERE { id:kst-36600-XX-22 dg:inDossier ?d }"))
    assert [quad.triple for quad in parse(text, RdfFormat.TURTLE)] == [
        Triple(
            NamedNode(f"{BASE}id/kst-36600-XX-22"),
            NamedNode(f"{BASE}ontology#inDossier"),
            NamedNode(f"{BASE}id/dossier-36600-XX"),
        )
    ]


def test_a_form_that_does_not_suit_the_answer_is_refused_with_the_one_that_does() -> None:
    with pytest.raises(QueryError, match="take Turtle for the triples"):
        as_json(TRIPLES)
    for other in (True, AWKWARD):
        with pytest.raises(QueryError, match="take text, CSV or JSON"):
            as_turtle(other)
