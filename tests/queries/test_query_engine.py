"""Asking a graph in SPARQL: what is answered, what is refused, and how long it may take."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from dossier_graph.errors import DossierGraphError
from dossier_graph.graph.vocabulary import BASE
from dossier_graph.queries import engine
from dossier_graph.queries.engine import (
    GraphFileError,
    QueryError,
    QueryTimeoutError,
    Table,
    open_graph,
    prefixes,
    run,
)

GRAPH = Path(__file__).with_name("dossier.ttl")
MOTIE = NamedNode(f"{BASE}id/kst-36600-XX-22")
IN_DOSSIER = NamedNode(f"{BASE}ontology#inDossier")
DOSSIER = NamedNode(f"{BASE}id/dossier-36600-XX")
ELSEWHERE = "<http://127.0.0.1:8123/sparql>"


def rows(answer: engine.Answer) -> list[tuple[engine.Term | None, ...]]:
    assert isinstance(answer, Table)
    return list(answer.rows)


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        (
            "SELECT ?dossier ?niets WHERE { id:kst-36600-XX-22 dg:inDossier ?dossier }",
            Table(("dossier", "niets"), ((DOSSIER, None),)),
        ),
        ("SELECT ?s WHERE { ?s dg:vervangt ?o }", Table(("s",), ())),
        ("ASK { id:kst-36600-XX-22 a dg:Motie }", True),
        ("ASK { id:kst-36600-XX-22 a dg:Brief }", False),
        ("CONSTRUCT WHERE { id:kst-36600-XX-22 dg:inDossier ?d }", (Triple(MOTIE, IN_DOSSIER, DOSSIER),)),
        ("prefix z: <https://w3id.org/dossier-graph/id/> ASK { z:kst-36600-XX-22 a dg:Motie }", True),
        ("PREFIX id: <https://elders.voorbeeld.nl/> ASK { id:kst-36600-XX-22 a dg:Motie }", False),
    ],
)
def test_every_form_of_query_is_answered(sparql: str, expected: engine.Answer) -> None:
    assert run(GRAPH, sparql) == expected


def test_describe_tells_all_that_is_said_of_a_thing() -> None:
    answer = run(GRAPH, "DESCRIBE id:kst-36600-XX-22")
    assert isinstance(answer, tuple)
    assert Triple(MOTIE, IN_DOSSIER, DOSSIER) in answer
    assert {triple.subject for triple in answer} == {MOTIE}


def test_a_store_is_asked_like_a_file() -> None:
    assert run(open_graph(GRAPH), "ASK { id:kst-36600-XX-22 a dg:Motie }") is True


def test_named_graphs_are_asked_as_one() -> None:
    store = Store()
    store.add(Quad(MOTIE, IN_DOSSIER, DOSSIER, NamedNode("https://voorbeeld.nl/een")))
    assert run(store, "ASK { id:kst-36600-XX-22 dg:inDossier ?d }") is True


def test_the_answer_keeps_the_order_of_the_query() -> None:
    answer = rows(run(GRAPH, "SELECT ?n { ?d a dg:Dossier ; rdfs:label ?n } ORDER BY DESC(STR(?n))"))
    assert [row[0] for row in answer] == [
        Literal(f"Dossier {number}", language="nl") for number in ("36 600 XX", "36 045", "29 689", "19 637")
    ]


def test_substitutions_stand_where_the_query_keeps_a_place() -> None:
    sparql = "SELECT ?d { VALUES ?stuk { UNDEF } ?stuk dg:inDossier ?d }"
    assert len(rows(run(GRAPH, sparql))) == 5
    assert rows(run(GRAPH, sparql, {"stuk": (MOTIE,)})) == [(DOSSIER,)]
    assert rows(run(GRAPH, sparql, {"stuk": ()})) == []


def test_a_substitution_without_a_place_is_told() -> None:
    with pytest.raises(QueryError, match=r"keeps no place for \?stuk"):
        run(GRAPH, "SELECT ?stuk { ?stuk dg:inDossier ?d }", {"stuk": (MOTIE,)})


REFUSED_FEDERATION = [
    f"SELECT * {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ sErViCe{ELSEWHERE}{{?s ?p ?o}} }}",
    f"SELECT * {{ SERVICE SILENT {ELSEWHERE} {{ ?s ?p ?o }} }}",
    "SELECT * { ?s rdfs:seeAlso ?x SERVICE ?x { ?s ?p ?o } }",
    "SELECT * { SERVICEid:x { ?s ?p ?o } }",
    "SELECT * { SERVICE:x { ?s ?p ?o } }",
    f"SELECT * {{ ?s ?p 1SERVICE{ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p ?o.SERVICE{ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ id:a id:b id:c\\#.SERVICE{ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ #\rSERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ # '''\nSERVICE {ELSEWHERE} {{ ?s ?p ?o }} # '''\n}}",
    f"SELECT * {{ ?s ?p '#' SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p '\\'#' SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
    f"ASK {{ {{ SELECT * {{ GRAPH ?g {{ OPTIONAL {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }} }} }} }} }}",
    # less-than, not an IRI: what follows is a comment to the grammar and a string to a simple scanner
    f'SELECT * {{ VALUES (?a ?b) {{(1 2)}} FILTER(?a<?b#>"""\n) SERVICE {ELSEWHERE} {{ ?s ?p ?o }} #"""\n }}',
    # a long string that the grammar gives up because of \q, and reads as "" and " a"
    f'SELECT * {{ VALUES ?x {{ """ a" "b" }} SERVICE {ELSEWHERE} {{ ?s ?p ?o }} # \\q """\n }}',
    f'SELECT * {{ VALUES ?x {{ """ a" "b" }} SERVICE {ELSEWHERE} {{ ?s ?p ?o }} # \\uD800 """\n }}',
]


@pytest.mark.parametrize("sparql", REFUSED_FEDERATION)
def test_a_query_that_reaches_out_is_refused_before_it_runs(sparql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_run_apart", lambda *_: pytest.fail("it ran"))
    with pytest.raises(QueryError, match=r"^SERVICE is refused: a query reaches only the graph it is asked of"):
        run(GRAPH, sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK { ?s rdfs:label 'SERVICE' }",
        'ASK { ?s rdfs:label "SERVICE <http://x/> { }" }',
        'ASK { ?s rdfs:label """een "SERVICE" of """ }',
        "ASK { ?s rdfs:label 'it\\'s SERVICE' }",
        "ASK { ?s <http://voorbeeld.nl/SERVICE#SERVICE> ?service }",
        "ASK { ?s id:SERVICE $SERVICE }",
        "ASK { ?s id:a\\#SERVICE ?o }",
        "ASK { ?s ?p ?o # SERVICE <http://x/>\n}",
    ],
)
def test_the_word_service_is_only_a_word_in_strings_names_and_comments(sparql: str) -> None:
    assert isinstance(run(GRAPH, sparql), bool)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_federated_query_that_slipped_past_the_check_would_reach_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    class Remote(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Remote)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(engine, "_refuse_federation", lambda _: None)
    with pytest.raises(QueryError, match=r"^The query failed: "):
        run(GRAPH, f"SELECT * {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?o }} }}")
    server.shutdown()
    server.server_close()
    assert asked == []


@pytest.mark.parametrize(
    ("sparql", "word"),
    [
        ("INSERT DATA { id:a id:b id:c }", "INSERT"),
        ("  \n# eerst\nlOaD <http://127.0.0.1:8123/graph.ttl>", "LOAD"),
        ("LOAD SILENT<http://127.0.0.1:8123/>", "LOAD"),
        ("prefix x: <http://x/#SELECT> BASE <http://x/>\n\nDelete WHERE { ?s ?p ?o }", "DELETE"),
        ("WITH <http://x/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "WITH"),
        ("PREFIX : <http://x/> INSERT DATA { :a :b :c }", "INSERT"),
        ("DROP ALL", "DROP"),
    ],
)
def test_an_update_is_refused_by_its_name(sparql: str, word: str) -> None:
    with pytest.raises(QueryError, match=rf"^{word} is refused: a graph is only asked here, never changed"):
        run(GRAPH, sparql)


def test_an_update_behind_a_query_is_no_query() -> None:
    with pytest.raises(QueryError, match="cannot be read"):
        run(GRAPH, "ASK {} ; DROP ALL")


@pytest.mark.parametrize(
    "sparql", ["ASK { ?s id:load 'INSERT DATA' }", "PREFIX load: <http://x/> ASK { ?s load:x ?o }"]
)
def test_the_names_of_updates_are_only_words_elsewhere(sparql: str) -> None:
    assert run(GRAPH, sparql) is False


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT *\nWHERE { ?x\n\n blah }", 'Line 4, column 6 of the query cannot be read, at "}"'),
        ("SELECT * { ?s ?p", 'Line 1, column 17 of the query cannot be read, after "SELECT * { ?s ?p"'),
        ("", "Line 1, column 1 of the query cannot be read: nothing stands there"),
        (
            "ASK {\n ?s foo:bar ?o }",
            "Line 2, column 12 of the query cannot be read: the prefix foo: is not declared; "
            f"{' '.join(f'{prefix}:' for prefix in prefixes())} are known",
        ),
    ],
)
def test_a_slip_in_the_query_is_told_in_one_line_with_its_place(sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(GRAPH, sparql)
    assert str(caught.value) == message


def test_a_query_that_takes_too_long_is_killed_in_time() -> None:
    product = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(5))
    began = time.monotonic()
    with pytest.raises(QueryTimeoutError, match=r"^No answer within 1 seconds"):
        run(GRAPH, f"SELECT (COUNT(*) AS ?n) {{ {product} }}", timeout=1)
    assert 1 <= time.monotonic() - began < 3


@pytest.mark.parametrize("timeout", [float("nan"), float("inf"), 1e300, 0, -1])
def test_what_is_no_time_limit_is_refused(timeout: float) -> None:
    with pytest.raises(QueryError, match=r"is no time limit; give seconds"):
        run(GRAPH, "ASK {}", timeout=timeout)


def test_an_answer_too_large_to_hold_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_ANSWER_LIMIT", 1000)
    with pytest.raises(OverflowError):
        engine._answer(open_graph(GRAPH), "SELECT * { ?s ?p ?o }", {})


def test_a_query_nested_without_end_does_no_harm() -> None:
    with pytest.raises(QueryError, match="nests too deeply"):
        run(GRAPH, "SELECT * " + "{" * 50_000 + "}" * 50_000)


def test_a_simple_question_is_answered_at_once() -> None:
    began = time.monotonic()
    run(GRAPH, "ASK { ?s ?p ?o }")
    assert time.monotonic() - began < 0.7


def test_a_module_in_the_current_folder_is_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyoxigraph.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert run(GRAPH, "ASK { ?s ?p ?o }") is True


@pytest.mark.parametrize(
    ("suffix", "rdf_format"),
    [
        (".ttl", RdfFormat.TURTLE),
        (".TTL", RdfFormat.TURTLE),
        (".nt", RdfFormat.N_TRIPLES),
        (".nq", RdfFormat.N_QUADS),
        (".trig", RdfFormat.TRIG),
        (".jsonld", RdfFormat.JSON_LD),
        (".rdf", RdfFormat.RDF_XML),
    ],
)
def test_a_graph_opens_whatever_its_format(tmp_path: Path, suffix: str, rdf_format: RdfFormat) -> None:
    triple = Triple(MOTIE, IN_DOSSIER, DOSSIER)
    path = tmp_path / f"graph{suffix}"
    serialize([triple], path, rdf_format)
    assert [quad.triple for quad in open_graph(path)] == [triple]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.ttl", None, "There is no graph at {path}; build one first, or give the path of its .ttl file"),
        (
            "letter.pdf",
            "%PDF",
            "{path} is not a graph file by its name; the names end in .ttl, .nt, .nq, .trig, .jsonld, .rdf",
        ),
        (
            "broken.ttl",
            "@prefix e: <http://e/> .\ne:a e:b\n\n ; .",
            "{path}, line 4: not Turtle: Parser error at line 4 column 2: ; is not a valid RDF object",
        ),
        ("page.nt", "<html>\n", "{path}, line 1: not N-Triples: "),
        ("cut.rdf", "<rdf:RDF", "{path}"),
        ("list.jsonld", "[", "{path}"),
        (
            "remote.jsonld",
            '{"@context": "http://127.0.0.1:8123/c.jsonld"}',
            "{path}: not JSON-LD: No LoadDocumentCallback has been set to load remote contexts",
        ),
        ("bytes.ttl", "\x00\xff", "{path}"),
    ],
)
def test_a_graph_that_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content.encode("latin-1"))
    for ask in (lambda: open_graph(path), lambda: run(path, "ASK { ?s ?p ?o }")):
        with pytest.raises(GraphFileError) as caught:
            ask()
        assert str(caught.value).startswith(message.format(path=path))
        assert len(str(caught.value).splitlines()) == 1


def test_a_folder_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphFileError, match="is a folder; give the graph file in it"):
        open_graph(tmp_path)


def test_every_error_is_one_a_caller_can_expect() -> None:
    assert issubclass(GraphFileError, DossierGraphError)
    assert issubclass(QueryTimeoutError, QueryError)
    assert issubclass(QueryError, DossierGraphError)


def test_things_of_a_graph_with_its_own_base_have_the_prefix_id() -> None:
    assert prefixes("https://voorbeeld.nl/")["id"] == "https://voorbeeld.nl/id/"
    assert prefixes("https://voorbeeld.nl/")["dg"] == f"{BASE}ontology#"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
def test_a_query_runs_under_a_limit_of_memory_set_from_outside(tmp_path: Path) -> None:
    graph = tmp_path / "dossier.ttl"
    graph.write_text("<http://example.org/a> a <http://example.org/B> .\n", encoding="utf-8")
    asked = f"from dossier_graph.queries.engine import run; print(run({str(graph)!r}, 'ASK {{ ?s ?p ?o }}'))"
    done = subprocess.run(
        ["sh", "-c", 'ulimit -v 4000000 && exec "$0" -c "$1"', sys.executable, asked],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.returncode) == ("True", 0), done.stderr
