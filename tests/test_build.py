"""A pile of papers becomes a graph: the three outputs, whole or not at all, and the same bytes everywhere."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from dossier_graph import Build, DossierGraphError, build
from dossier_graph.builder import NothingReadError
from dossier_graph.catalogue import AttributeTerm, RelationTerm, read_catalogue
from dossier_graph.data import examples_folder
from dossier_graph.exports.files import OutputError
from dossier_graph.exports.network import LINKED_HOSTS
from dossier_graph.graph.vocabulary import BASE, DCTERMS, DG, OA, OWL, RDF, RDFS
from dossier_graph.linking.registers import Registers
from dossier_graph.linking.targets import target
from dossier_graph.model import Mention, Thing
from dossier_graph.pipeline import read_papers
from dossier_graph.sources import NotRead

ROOT = Path(__file__).parents[1]
EXAMPLE = examples_folder() / "opvang-oekraine"
OUTPUTS = ["dossier.ttl", "network.html", "report.json"]


def folder(path: Path) -> dict[str, bytes]:
    """Return all files in a folder, hidden ones too."""
    return {file.name: file.read_bytes() for file in path.iterdir()}


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "stukken" / "brief.txt"
    path.parent.mkdir()
    path.write_text("Zie Kamerstuk 19 637, nr. 3171.\n", encoding="utf-8")
    return path


# --- the example -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def store(example: Build) -> Store:
    store = Store()
    store.load(path=example.turtle, format=RdfFormat.TURTLE)
    return store


def quads(store: Store, **pattern: Any) -> Iterator[Quad]:
    wanted = (pattern.get("subject"), pattern.get("predicate"), pattern.get("object"))
    return store.quads_for_pattern(*wanted, None)


def value(store: Store, subject: Any, predicate: NamedNode) -> str:
    (quad,) = quads(store, subject=subject, predicate=predicate)
    assert isinstance(quad.object, NamedNode | Literal)
    return quad.object.value


def test_the_example_gives_a_graph_a_page_and_a_report(example: Build) -> None:
    assert sorted(path.name for path in example.turtle.parent.iterdir()) == OUTPUTS
    assert len(example.report["papers"]) == len(list(EXAMPLE.iterdir())) == 7
    assert example.not_read == ()
    assert example.report["mentions"]["kamerstuk"] >= 10
    assert example.turtle.read_text(encoding="utf-8").startswith("@prefix dcterms:")
    assert example.page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert json.loads(example.report_file.read_text(encoding="utf-8")) == example.report


def same_in_both_libraries(path: Path) -> int:
    """Assert that rdflib and pyoxigraph read the same set of triples; return how many."""
    ours = {
        tuple(map(str, (quad.subject, quad.predicate, quad.object)))
        for quad in pyoxigraph.parse(path=path, format=RdfFormat.TURTLE)
    }
    as_triples = rdflib.Graph().parse(path, format="turtle").serialize(format="nt", encoding="utf-8")
    theirs = {
        tuple(map(str, (quad.subject, quad.predicate, quad.object)))
        for quad in pyoxigraph.parse(as_triples, format=RdfFormat.N_TRIPLES)
    }
    assert theirs == ours
    return len(ours)


def test_rdflib_and_pyoxigraph_read_the_same_triples(example: Build) -> None:
    assert same_in_both_libraries(example.turtle) > 1000


def test_nothing_in_the_graph_is_without_a_name(store: Store) -> None:
    assert not [quad for quad in store if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)]


def test_everything_in_the_graph_has_a_class_and_what_a_reader_sees_has_a_dutch_name(store: Store) -> None:
    selectors = {OA["TextQuoteSelector"], OA["TextPositionSelector"]}
    unseen = {DG["Passage"], DG["Bewering"], DG["Citatie"], *selectors}
    pages = {quad.object for quad in quads(store, predicate=RDFS["seeAlso"])}
    elsewhere = {quad.object for quad in quads(store, predicate=OWL["sameAs"])}
    things = {quad.subject for quad in store} | {quad.object for quad in store if isinstance(quad.object, NamedNode)}
    for thing in things - pages - elsewhere:
        if isinstance(thing, NamedNode) and thing.value.startswith((DG.iri, OA.iri)):
            continue
        classes = {quad.object for quad in quads(store, subject=thing, predicate=RDF["type"])}
        assert classes, thing
        if not classes & unseen:
            labels = [quad.object for quad in quads(store, subject=thing, predicate=RDFS["label"])]
            assert [label.language for label in labels if isinstance(label, Literal)].count("nl") == 1, thing


def test_every_term_is_in_the_catalogue(store: Store) -> None:
    catalogue = read_catalogue()
    used = {term.value for quad in store for term in (quad.predicate, quad.object) if isinstance(term, NamedNode)}
    ours = {iri.removeprefix(DG.iri) for iri in used if iri.startswith(DG.iri)}
    assert ours - {*catalogue.classes, *catalogue.relations, *catalogue.attributes} == set()


def test_every_claim_is_also_a_plain_edge(store: Store) -> None:
    claims = [quad.subject for quad in quads(store, predicate=RDF["type"], object=DG["Bewering"])]
    assert len(claims) > 80
    for claim in claims:
        edge = {name: NamedNode(value(store, claim, RDF[name])) for name in ("subject", "predicate", "object")}
        assert list(quads(store, **edge)), claim


def test_every_relation_and_fact_is_of_things_that_the_catalogue_gives_it(store: Store) -> None:
    catalogue = read_catalogue()
    terms: dict[str, AttributeTerm | RelationTerm] = {**catalogue.attributes, **catalogue.relations}
    classes: dict[object, set[str]] = {}
    for quad in quads(store, predicate=RDF["type"]):
        assert isinstance(quad.object, NamedNode)
        classes.setdefault(quad.subject, set()).add(quad.object.value.removeprefix(DG.iri))
    wrong = set()
    for quad in store:
        term = terms.get(quad.predicate.value.removeprefix(DG.iri))
        if term and not classes[quad.subject] & set(term.domain):
            wrong.add(f"{term.name} is said of {'/'.join(sorted(classes[quad.subject]))}")
        if isinstance(term, RelationTerm) and not classes[quad.object] & set(term.range):
            wrong.add(f"{term.name} leads to {'/'.join(sorted(classes[quad.object]))}")
    assert wrong == set()


def test_every_passage_holds_the_words_at_its_place_in_its_paper(store: Store) -> None:
    texts = {}
    for file in EXAMPLE.iterdir():
        (paper,) = quads(store, predicate=DG["bestandsnaam"], object=Literal(file.name))
        texts[paper.subject] = file.read_text(encoding="utf-8")
    passages = [quad.subject for quad in quads(store, predicate=RDF["type"], object=DG["Passage"])]
    assert len(passages) > 80
    for passage in passages:
        assert isinstance(passage, NamedNode)
        text = texts[NamedNode(value(store, passage, OA["hasSource"]))]
        quote, position = NamedNode(f"{passage.value}-citaat"), NamedNode(f"{passage.value}-positie")
        start, end = (int(value(store, position, OA[name])) for name in ("start", "end"))
        assert value(store, quote, OA["exact"]) == text[start:end]
        assert text[:start].endswith(value(store, quote, OA["prefix"]))
        assert text[end:].startswith(value(store, quote, OA["suffix"]))


def test_links_lead_to_official_pages_only(store: Store) -> None:
    pages = {
        quad.object.value for quad in quads(store, predicate=RDFS["seeAlso"]) if isinstance(quad.object, NamedNode)
    }
    assert "https://wetten.overheid.nl/BWBR0002097" in pages
    assert {page.split("/")[2] for page in pages} <= set(LINKED_HOSTS)


def test_a_paper_without_a_number_is_named_by_its_bytes(store: Store) -> None:
    file = EXAMPLE / "2025-01-31-verzamelbrief.txt"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    (paper,) = quads(store, predicate=DG["bestandsnaam"], object=Literal(file.name))
    assert paper.subject == NamedNode(f"{BASE}id/stuk-{digest}")
    assert value(store, paper.subject, DCTERMS["date"]) == "2025-01-31"


def test_the_committed_exports_are_what_the_example_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    build("examples/opvang-oekraine", tmp_path)
    committed = {name: data for name, data in folder(ROOT / "exports").items() if name in OUTPUTS}
    made = folder(tmp_path)
    assert [name for name in OUTPUTS if committed.get(name) != made[name]] == [], "run the command in exports/README.md"


# --- sources and base ------------------------------------------------------------------------------------------------


def test_sources_may_be_one_path_or_several(letter: Path, tmp_path: Path) -> None:
    other = tmp_path / "nota.md"
    other.write_text("Zie Kamerstuk 36 394, nr. 1.\n", encoding="utf-8")
    for sources, read in ((str(letter), 1), (letter.parent, 1), ([letter, other], 2), ((str(other),), 1)):
        assert len(build(sources, tmp_path / "uit").report["papers"]) == read


def test_things_are_named_under_the_base_that_is_asked_for(letter: Path, tmp_path: Path) -> None:
    made = build(letter, tmp_path / "uit", base="https://voorbeeld.nl/d/")
    turtle = made.turtle.read_text(encoding="utf-8")
    assert "@prefix id: <https://voorbeeld.nl/d/id/> ." in turtle
    assert "id:kst-19637-3171 a dg:Document, dg:Kamerstuk" in turtle
    assert f"{BASE}id/" not in turtle
    assert f"@prefix dg: <{BASE}ontology#> ." in turtle


@pytest.mark.parametrize(
    "base",
    [
        "",
        "voorbeeld.nl/",
        "https://voorbeeld.nl",
        "ftp://voorbeeld.nl/",
        "https://a b.nl/",
        "https://",
        "https:///",
        "https:///dossiers/",
        "https://:443/",
        "https://voorbeeld.nl/#/",
        "https://voorbeeld.nl/?dossier=/",
    ],
)
def test_a_base_that_names_nothing_is_refused_and_nothing_written(letter: Path, tmp_path: Path, base: str) -> None:
    with pytest.raises(DossierGraphError, match=r"base|IRI"):
        build(letter, tmp_path / "uit", base=base)
    assert not (tmp_path / "uit").exists()


def test_progress_is_told_up_to_the_last_file(letter: Path, tmp_path: Path) -> None:
    (letter.parent / "leeg.txt").touch()
    told: list[tuple[int, int]] = []
    build(letter.parent, tmp_path / "uit", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_what_cannot_be_read_is_listed_and_the_rest_is_there(letter: Path, tmp_path: Path) -> None:
    (letter.parent / "leeg.txt").touch()
    (letter.parent / "binair.txt").write_bytes(bytes(range(256)))
    (letter.parent / "latin.txt").write_bytes("Oekraïne: Kamerstuk 36 045, nr. 170".encode("latin-1"))
    made = build([letter.parent, tmp_path / "nergens"], tmp_path / "uit")
    assert [Path(one.name).name for one in made.not_read] == ["binair.txt", "leeg.txt", "nergens"]
    turtle = made.turtle.read_text(encoding="utf-8")
    assert "id:kst-19637-3171" in turtle
    assert "id:kst-36045-170" in turtle


def test_a_paper_that_cannot_be_linked_is_told_as_a_mistake_of_ours(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (letter.parent / "fout.txt").write_text("Zie Kamerstuk 36 394, nr. 1.\n", encoding="utf-8")

    def refuse(mention: Mention, registers: Registers, paper: str) -> Thing | None:
        if mention.id == "kst-36394-1":
            raise ValueError("not enough values\nto unpack")
        return target(mention, registers, paper)

    monkeypatch.setattr("dossier_graph.linking.target", refuse)
    made = build(letter.parent, tmp_path / "uit")
    reason = "cannot be read by a mistake in dossier-graph (ValueError: not enough values to unpack); please report it"
    assert [(one["name"], one["reason"]) for one in made.report["not_read"]] == [
        (str(letter.parent / "fout.txt"), f"{reason} with the paper")
    ]
    assert [paper["file"] for paper in made.report["papers"]] == [str(letter)]
    assert made.report["mentions"] == {"kamerstuk": 1}
    with pytest.raises(NothingReadError, match="a mistake in dossier-graph"):
        build(letter.parent / "fout.txt", tmp_path / "niets")
    assert not (tmp_path / "niets").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows forbids such names")
@pytest.mark.parametrize(
    "name", ["twee\nregels\x1b.txt", 'a"b\\c.txt', "<img src=x onerror=alert(1)>.txt", b"latin-\xe9.txt"]
)
def test_any_file_name_is_only_a_name(tmp_path: Path, name: str | bytes) -> None:
    papers = tmp_path / "stukken"
    papers.mkdir()
    path = Path(os.fsdecode(os.fsencode(papers) + b"/" + os.fsencode(name)))
    path.write_text("Zie Kamerstuk 19 637, nr. 3171.\n", encoding="utf-8")
    made = build(papers, tmp_path / "uit")
    assert same_in_both_libraries(made.turtle) > 10
    assert json.loads(made.report_file.read_text(encoding="utf-8"))["papers"][0]["file"] == str(path)
    assert "<img src" not in made.page.read_text(encoding="utf-8")


# --- whole or not at all ---------------------------------------------------------------------------------------------


def test_nothing_is_written_when_nothing_could_be_read(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(NothingReadError) as raised:
        build([tmp_path / "leeg", tmp_path / "nergens"], tmp_path / "uit" / "diep")
    assert [Path(one.name).name for one in raised.value.not_read] == ["leeg", "nergens"]
    assert str(raised.value).isprintable()
    assert [path.name for path in tmp_path.iterdir()] == ["leeg"]


def test_no_sources_at_all_say_so(tmp_path: Path) -> None:
    with pytest.raises(NothingReadError, match="no file or folder was named"):
        build([], tmp_path / "uit")


@pytest.mark.parametrize("where", ["bestand", "bestand/uit", "bestand/uit/diep"])
def test_a_folder_that_cannot_be_made_is_told_before_anything_is_read(
    letter: Path, tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bestand").write_text("Ik ben er al.", encoding="utf-8")
    monkeypatch.setattr("dossier_graph.builder.read_papers", lambda *_, **__: pytest.fail("read"))
    with pytest.raises(OutputError, match=r"cannot be written in \(.+\); name another output folder with -o"):
        build(letter, tmp_path / where)
    assert (tmp_path / "bestand").read_text(encoding="utf-8") == "Ik ben er al."


@pytest.mark.parametrize("name", OUTPUTS)
def test_an_output_that_cannot_be_replaced_leaves_all_as_it_was(letter: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "uit"
    out.mkdir()
    for output in OUTPUTS:
        if output == name:
            (out / output).mkdir()
        else:
            (out / output).write_text("van gisteren", encoding="utf-8")
    with pytest.raises(OutputError, match=name):
        build(letter, out)
    (out / name).rmdir()
    assert folder(out) == {output: b"van gisteren" for output in OUTPUTS if output != name}


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_a_full_disk_leaves_what_was_there(
    letter: Path, tmp_path: Path, fails_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "uit"
    build(letter, out)
    before = folder(out)
    real, calls = tempfile.mkstemp, iter(range(1, 9))

    def full(*args: Any, **kwargs: Any) -> tuple[int, str]:
        if next(calls) == fails_at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(*args, **kwargs)

    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(OutputError, match="No space left on device"):
        build(EXAMPLE, out)
    assert folder(out) == before


def test_a_build_that_is_broken_off_leaves_nothing_behind(
    letter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", broken_off)
    with pytest.raises(KeyboardInterrupt):
        build(letter, tmp_path / "uit")
    assert folder(tmp_path / "uit") == {}


def test_a_second_build_replaces_the_first(letter: Path, tmp_path: Path) -> None:
    build(EXAMPLE, tmp_path / "uit")
    made = build(letter, tmp_path / "uit")
    assert len(made.turtle.read_bytes()) < 10_000
    assert sorted(folder(tmp_path / "uit")) == OUTPUTS


# --- the same bytes everywhere ---------------------------------------------------------------------------------------

_SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "Asia/Tokyo"},
]


def run_build(sources: list[str], out: Path, where: Path, surroundings: dict[str, str]) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, "-m", "dossier_graph", "build", *sources, "-o", str(out)]
    subprocess.run(command, cwd=where, env=kept | surroundings, check=True, capture_output=True, timeout=120)


def test_hash_seed_locale_and_working_folder_do_not_show_in_the_output(tmp_path: Path) -> None:
    papers = tmp_path / "stukken"
    papers.mkdir()
    for file in EXAMPLE.iterdir():
        (papers / f"Oekraïne {file.name}").write_bytes(file.read_bytes())
    named = [[str(papers)], ["stukken"], sorted((f"../stukken/{file.name}" for file in papers.iterdir()), reverse=True)]
    (tmp_path / "elders").mkdir()
    places = [Path.cwd(), tmp_path, tmp_path / "elders"]
    made = []
    for number, (sources, where, surroundings) in enumerate(zip(named, places, _SURROUNDINGS, strict=True)):
        run_build(sources, tmp_path / f"uit-{number}", where, surroundings)
        made.append({name: data for name, data in folder(tmp_path / f"uit-{number}").items() if name != "report.json"})
    assert sorted(made[0]) == ["dossier.ttl", "network.html"]
    assert "Oekraïne 2025-07-beslisnota.txt" in made[0]["dossier.ttl"].decode()
    assert made[1] == made[0]
    assert made[2] == made[0]


def test_more_processes_make_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(EXAMPLE, tmp_path / "een", processes=1)
    monkeypatch.setattr("dossier_graph.pipeline._WORTH_A_PROCESS", 1)
    build(EXAMPLE, tmp_path / "drie", processes=3)
    assert folder(tmp_path / "een") == folder(tmp_path / "drie")


# --- the five real papers --------------------------------------------------------------------------------------------


@pytest.mark.shared
def test_the_real_papers_say_who_signed_and_where_their_words_stand(shared: Path, tmp_path: Path) -> None:
    made = build(shared / "seeds", tmp_path)
    assert made.not_read == ()
    assert len(made.report["papers"]) == 5
    assert made.report["mentions"]["kamerstuk"] >= 10
    assert {"Eric van der Burg", "Marjolein Faber-van de Klashorst"} <= set(made.report["office_holders"])
    for paper in read_papers([shared / "seeds"]):
        assert not isinstance(paper, NotRead)
        document, mentions = paper
        assert document.text == Path(document.name).read_bytes().decode()
        assert mentions.citations
        assert all(document.text[one.start : one.end].strip() for one in mentions.citations)
