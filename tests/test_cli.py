"""The command line as somebody uses it who has a folder of papers and is no programmer."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from dossier_graph import Build, __version__
from dossier_graph.catalogue import read_catalogue
from dossier_graph.cli import main
from dossier_graph.queries.questions import read_questions

COMMANDS = sorted(main.commands)
LETTER = """\
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 3 november 2023

Onderwerp: Plekken voor de winter 🏠

Uit Kamerstukken II 2023/24, 19 637, nr. 3171 blijkt dat het knelt.1 Ook nrs. 1–3 van 36 394 doen ertoe, zie
Kamerstuk 36 394, nrs. 1–3. Mede namens de Minister van Volksgezondheid, Welzijn en Sport bericht ik dat
op 2 november jl. is overlegd.

De Staatssecretaris van Justitie en Veiligheid,
E. van der Burg

1 Zie ook Kamerstuk 36 045, nr. 170.
"""
CITATION = [
    "document", "type", "kind", "id", "start", "end", "quote", "relation", "rule", "confidence", "page", "footnote",
    "context", "pinpoint", "also", "dossiers", "anaphor",
]  # fmt: skip
RECORDS = {
    "citation": CITATION,
    "responsibility": ["document", "type", "relation", "agent", "office", "target", "start", "end", "quote"],
    "date": ["document", "type", "iso", "start", "end", "quote"],
    "footnote": ["document", "type", "marker", "start", "end", "quote", "note_start", "note_end"],
}
KINDS = {
    "kamerstuk", "dossier", "motie", "amendement", "brief", "beslisnota", "bijlage", "rapport", "handelingen",
    "aanhangsel", "kamervraag", "wet", "regeling", "eu", "ecli", "staatsblad", "staatscourant", "tractatenblad", "url",
}  # fmt: skip
RELATIONS = {
    "citation": {"verwijstNaar", "reactieOp", "uitvoeringVan", "heeftBijlage", "kondigtWijzigingAan"},
    "responsibility": {
        "ondertekendDoor", "medeNamens", "ingediendDoor", "gesteldDoor", "gedaanAan", "inOpdrachtVan", "uitgevoerdDoor",
    },
}  # fmt: skip


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="dossier-graph")


def process(*arguments: object, where: Path, **surroundings: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "dossier_graph", *map(str, arguments)]
    return subprocess.run(
        command, cwd=where, env=os.environ | surroundings, capture_output=True, timeout=60, check=False
    )


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a folder of papers in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stukken").mkdir()
    (tmp_path / "stukken" / "brief.txt").write_text(LETTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bad(here: Path) -> Path:
    """A folder of papers, one of which is good, one odd, and the others none."""
    papers = here / "stukken"
    (papers / "leeg.txt").touch()
    (papers / "spaties.txt").write_text(" \n\t\n", encoding="utf-8")
    (papers / "binair.txt").write_bytes(bytes(range(256)) * 8)
    (papers / "latin.txt").write_bytes("Oekraïne: Kamerstuk 36 045, nr. 170.".encode("latin-1"))
    (papers / "brief.rtf").write_bytes(b"{\\rtf1 brief}")
    (papers / "twee\nregels\x1b[31m.csv").touch()
    return papers


def one_line(result: Result) -> str:
    """Return the one line that says what is wrong."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("dossier-graph: ")
    assert line.isprintable()
    return line.removeprefix("dossier-graph: ")


# --- help ------------------------------------------------------------------------------------------------------------


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"dossier-graph {__version__}\n"


def test_the_commands_are_listed_with_what_they_do() -> None:
    shown = run("--help").stdout
    assert COMMANDS == ["build", "extract", "query", "score", "text"]
    for name, command in main.commands.items():
        assert f"  {name}" in shown
        assert command.get_short_help_str(200).endswith(".")
    assert "\nUsage: dossier-graph" in f"\n{shown}"


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_help_gives_an_example_that_fits_the_screen(command: list[str], option: str) -> None:
    result = run(*command, option)
    assert result.exit_code == 0
    examples = [line.strip() for line in result.stdout.splitlines() if line.startswith("    dossier-graph ")]
    assert examples
    assert all(example.startswith(" ".join(["dossier-graph", *command])) for example in examples)
    assert "  Example" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_options_of_the_examples_exist() -> None:
    for name, command in main.commands.items():
        context = click.Context(command)
        known = {option for parameter in command.params for option in parameter.opts}
        shown = [line for line in command.get_help(context).splitlines() if line.startswith("    dossier-graph ")]
        used = {word for line in shown for word in line.partition(" | ")[0].split() if word.startswith("-")}
        assert used - known == set(), name


@pytest.mark.parametrize(
    "arguments", [["bouw"], ["build", "--bas"], ["extract"], ["query"], ["text"], ["query", "x.ttl"]]
)
def test_wrong_usage_is_status_2_and_points_at_the_help(here: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Try 'dossier-graph" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("Error: ")


# --- build -----------------------------------------------------------------------------------------------------------


def test_without_a_source_the_bundled_example_is_built(here: Path) -> None:
    result = run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(path.name for path in (here / "out").iterdir()) == ["dossier.ttl", "network.html", "report.json"]
    assert "Papers read       7\n" in result.stdout


def test_the_summary_says_what_was_found_and_where_it_is(here: Path) -> None:
    lines = run("build", "-o", "uit").stdout.splitlines()
    assert max(map(len, lines)) <= 80
    words = " ".join(" ".join(lines).split())
    assert "kamerstuk 1" in words
    assert "ondertekendDoor" in words
    assert "Eric van der Burg" in words
    assert " resolved, " in words
    assert f"Graph {Path('uit/dossier.ttl')} Page {Path('uit/network.html')} (open it in a browser)" in words


def test_the_summary_says_how_much_of_a_large_graph_is_drawn(here: Path) -> None:
    numbers = " ".join(f"Kamerstuk 36 394, nr. {number}." for number in range(1, 1201))
    (here / "lang.txt").write_text(f"Zie {numbers}\n", encoding="utf-8")
    result = run("build", "lang.txt")
    assert "In the picture    1,000 of 1,202 things; the search of the page finds the others\n" in result.stdout
    assert "In the picture" not in run("build", "stukken").stdout


def test_a_long_path_stays_in_one_piece(here: Path) -> None:
    out = Path("een map met een erg lange naam en veel spaties erin") / "en daaronder nog een map met een lange naam"
    assert str(out / "dossier.ttl") in run("build", "stukken", "-o", out).stdout


def test_papers_that_cannot_be_read_are_told_and_the_others_are_there(bad: Path) -> None:
    result = run("build", "stukken", "nergens", "-o", "uit")
    assert result.exit_code == 0
    told = {line.split(": ")[1]: line for line in result.stderr.splitlines()}
    assert list(told) == [
        *(str(Path("stukken") / name) for name in ("binair.txt", "brief.rtf", "leeg.txt", "spaties.txt")),
        "nergens",
        str(Path("stukken") / "twee\\nregels\\x1b[31m.csv"),  # what was not meant to be read comes last
    ]
    assert all(line.startswith("not read: ") and line.isprintable() for line in told.values())
    assert "binary data" in told[str(Path("stukken/binair.txt"))]
    assert "is empty" in told[str(Path("stukken/leeg.txt"))]
    assert "is empty" in told[str(Path("stukken/spaties.txt"))]
    assert "does not exist" in told["nergens"]
    assert "Papers read       2 (6 not read)\n" in result.stdout
    turtle = Path("uit/dossier.ttl").read_text(encoding="utf-8")
    assert 'dg:bestandsnaam "brief.txt"' in turtle
    assert 'dg:bestandsnaam "latin.txt"' in turtle
    assert "id:kst-36045-170" in turtle


def test_many_that_cannot_be_read_are_told_in_short(here: Path) -> None:
    for number in range(30):
        (here / "stukken" / f"{number:02}.pdf").touch()
    result = run("build", "stukken")
    assert len(result.stderr.splitlines()) == 11
    assert result.stderr.endswith(f"not read: 20 more; {Path('out', 'report.json')} lists them all\n")
    assert len(json.loads(Path("out/report.json").read_text(encoding="utf-8"))["not_read"]) == 30


def test_all_that_cannot_be_read_are_told_where_no_report_lists_them(here: Path) -> None:
    (here / "scans").mkdir()
    for number in range(30):
        (here / "scans" / f"{number:02}.pdf").touch()
    result = run("build", "scans")
    assert result.exit_code == 1
    assert [line.partition(": ")[0] for line in result.stderr.splitlines()] == ["not read"] * 30 + ["dossier-graph"]


@pytest.mark.parametrize(("others", "status"), [((), 1), (("stukken",), 0)])
@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_file_without_permission_to_read_is_told_as_not_read(
    here: Path, command: str, others: tuple[str, ...], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, opened = here / "dicht.txt", os.open
    locked.write_text("Zie Kamerstuk 36 394, nr. 1.", encoding="utf-8")

    def refuse(path: str | Path, flags: int, *rest: Any, **named: Any) -> int:
        if Path(path).name == locked.name:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, flags, *rest, **named)

    # who runs the tests may be allowed to read everything
    monkeypatch.setattr(os, "access", lambda path, *_, **__: Path(path).name != locked.name)
    monkeypatch.setattr(os, "open", refuse)
    result = run(command, "dicht.txt", *others)
    assert result.exit_code == status
    assert result.stderr.startswith("not read: dicht.txt: cannot be opened (Permission denied); check your permissions")


@pytest.mark.parametrize("out", [".", "stukken", "stukken/uit"])
def test_what_a_build_wrote_among_the_papers_is_no_unread_paper(here: Path, out: str) -> None:
    (here / "stukken" / "cijfers.json").touch()
    first = run("build", "stukken", "-o", out)
    again = run("build", "stukken", "-o", out)
    assert again.exit_code == first.exit_code == 0
    assert again.stderr == first.stderr
    assert again.stderr.startswith("not read: stukken/cijfers.json: is no paper by its name (.json)")
    assert again.stdout == first.stdout


@pytest.mark.parametrize("command", ["build", "extract"])
def test_what_is_missing_of_a_paper_that_was_read_is_told(here: Path, command: str) -> None:
    (here / "half.html").write_text("<!DOCTYPE html><html><body><p>Zie Kamerstuk 36 394, nr. 4.", encoding="utf-8")
    result = run(command, "half.html")
    assert result.exit_code == 0
    assert result.stderr == "remark: half.html: the page has no end; it may have been cut off\n"


def test_a_paper_that_cannot_be_read_is_named_before_files_that_are_none(here: Path) -> None:
    for number in range(12):
        (here / "stukken" / f"a{number:02}.csv").touch()
    (here / "stukken" / "zwaar.rtf").write_bytes(b"{\\rtf1 brief}")
    lines = run("build", "stukken").stderr.splitlines()
    assert "zwaar.rtf: is RTF" in lines[0]
    assert len(lines) == 11
    assert lines[-1].endswith("report.json lists them all")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("leeg.txt", "is empty"),
        ("binair.txt", "is no paper in a format that is read"),
        ("map", "has no papers in it"),
        ("nergens", "does not exist"),
        ("x" * 300, ""),
    ],
)
@pytest.mark.parametrize("command", ["build", "extract"])
def test_when_nothing_can_be_read_the_status_is_1(bad: Path, command: str, source: str, reason: str) -> None:
    (bad / "map").mkdir()
    result = run(command, bad / source)
    assert result.exit_code == 1
    assert result.stdout == ""
    told, last = result.stderr.splitlines()
    assert told.startswith(f"not read: {bad / source}: {reason}")
    assert last.startswith("dossier-graph: nothing could be read")
    assert not Path("out").exists()


@pytest.mark.parametrize("out", ["bestand", "bestand/uit"])
def test_an_output_folder_that_cannot_be_made_is_status_2(here: Path, out: str) -> None:
    Path("bestand").write_text("Ik ben er al.", encoding="utf-8")
    result = run("build", "stukken", "-o", out)
    assert result.exit_code == 2
    assert one_line(result).startswith(f"{Path(out)}: cannot be written in (")
    assert Path("bestand").read_text(encoding="utf-8") == "Ik ben er al."


def test_a_base_that_names_nothing_is_status_2(here: Path) -> None:
    result = run("build", "stukken", "--base", "voorbeeld.nl")
    assert result.exit_code == 2
    assert one_line(result) == "'voorbeeld.nl' is no base for IRIs; give one that begins with https:// and ends in /"


def test_another_base_is_in_the_graph(here: Path) -> None:
    assert run("build", "stukken", "--base", "https://voorbeeld.nl/").exit_code == 0
    assert "@prefix id: <https://voorbeeld.nl/id/> ." in Path("out/dossier.ttl").read_text(encoding="utf-8")


# --- extract and text ------------------------------------------------------------------------------------------------


def extracted(*arguments: object) -> list[dict[str, Any]]:
    result = run("extract", *arguments)
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_records_have_the_fields_of_the_contract_in_its_order(here: Path) -> None:
    records = extracted("stukken")
    assert {record["type"] for record in records} == set(RECORDS)
    for record in records:
        fields = RECORDS[record["type"]]
        assert [name for name in record if name in fields] == fields
        if record["type"] != "responsibility":
            assert list(record) == fields


def types(record: dict[str, Any]) -> Iterator[bool]:
    """Yield whether each field holds what the contract lets it hold."""
    yield record.get("page", 1) is None or type(record.get("page", 1)) is int
    for name in ("start", "end", "note_start", "note_end"):
        yield name not in record or (type(record[name]) is int and record[name] >= 0)
    for name in ("also", "dossiers"):
        yield name not in record or all(isinstance(one, str) for one in record[name])
    for name in ("id", "footnote", "pinpoint", "target", "office"):
        yield record.get(name) is None or isinstance(record[name], str)
    for name in ("document", "rule", "agent", "iso", "marker"):
        yield name not in record or (isinstance(record[name], str) and record[name] != "")
    yield record.get("kind", "url") in KINDS
    yield record["type"] not in RELATIONS or record["relation"] in RELATIONS[record["type"]]
    yield 0 < record.get("confidence", 1) <= 1
    yield record.get("anaphor", False) in {True, False}


def test_every_field_holds_what_the_contract_lets_it_hold(example: Build) -> None:
    records = extracted(*(paper["file"] for paper in example.report["papers"]))
    assert len(records) > 150
    for record in records:
        assert all(types(record)), record


def test_words_stand_where_the_record_says_in_the_text_that_is_printed(example: Build) -> None:
    for paper in example.report["papers"]:
        printed = run("text", paper["file"]).stdout_bytes.decode()
        assert printed == Path(paper["file"]).read_bytes().decode()
        for record in extracted(paper["file"]):
            assert printed[record["start"] : record["end"]] == record["quote"]
            assert record["quote"]
            if record["type"] == "citation":
                low, high = record["context"]
                assert 0 <= low <= record["start"] < record["end"] <= high <= len(printed)
            if record["type"] == "footnote":
                assert printed[record["note_start"] : record["note_end"]].strip()


def test_a_paper_gives_the_records_a_reader_expects(here: Path) -> None:
    records = extracted("stukken/brief.txt")
    assert {record["document"] for record in records} == {str(Path("stukken/brief.txt"))}
    first = next(record for record in records if record["type"] == "citation")
    assert first["quote"] == "Kamerstukken II 2023/24, 19 637, nr. 3171"
    assert (first["id"], first["kind"], first["relation"]) == ("kst-19637-3171", "kamerstuk", "verwijstNaar")
    assert (first["page"], first["footnote"], first["also"], first["dossiers"]) == (1, None, [], ["19637"])
    note = next(record for record in records if record.get("id") == "kst-36045-170")
    assert note["footnote"] == "1"
    several = next(record for record in records if record.get("quote") == "Kamerstuk 36 394, nrs. 1–3")
    assert (several["id"], several["also"]) == ("kst-36394-1", ["kst-36394-2", "kst-36394-3"])
    signed = next(record for record in records if record.get("relation") == "ondertekendDoor")
    assert (signed["agent"], signed["office"], signed["target"]) == (
        "E. van der Burg",
        "Staatssecretaris van Justitie en Veiligheid",
        None,
    )
    behalf = next(record for record in records if record.get("relation") == "medeNamens")
    assert behalf["agent"] == "Minister van Volksgezondheid, Welzijn en Sport"
    assert {record["iso"] for record in records if record["type"] == "date"} == {"2023-11-02", "2023-11-03"}
    (footnote,) = (record for record in records if record["type"] == "footnote")
    assert (footnote["marker"], footnote["quote"]) == ("1", "1")


def test_records_stand_in_reading_order_and_papers_in_the_order_given(here: Path) -> None:
    for name in ("b", "a", "c"):
        (here / f"{name}.txt").write_text(LETTER, encoding="utf-8")
    records = extracted("c.txt", "stukken", "a.txt", "b.txt")
    names = list(dict.fromkeys(record["document"] for record in records))
    assert names == ["c.txt", str(Path("stukken/brief.txt")), "a.txt", "b.txt"]
    for name in names:
        starts = [record["start"] for record in records if record["document"] == name]
        assert starts == sorted(starts)


def test_one_bad_paper_leaves_the_records_of_the_others(bad: Path) -> None:
    result = run("extract", "stukken")
    assert result.exit_code == 0
    read = {json.loads(line)["document"] for line in result.stdout.splitlines()}
    assert read == {str(Path("stukken/brief.txt")), str(Path("stukken/latin.txt"))}
    assert len(result.stderr.splitlines()) == 5


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Kamerstuk 19 637, nr. 3171 🇺🇦\r\nregel\rtwee\n", id="regeleinden"),
        pytest.param("\ufeffKamerstuk 19 637, nr. 3171", id="bom"),
        pytest.param("geen nieuwe regel", id="geen-regeleinde"),
        pytest.param("bladzij een\x0cbladzij twee\n", id="bladzijden"),
    ],
)
def test_the_text_of_a_utf8_file_is_the_file_unchanged(here: Path, data: str) -> None:
    path = here / "brief.txt"
    path.write_bytes(data.encode())
    done = process("text", path, where=here, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", LC_ALL="C")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == data.encode()


def test_the_text_of_a_latin1_file_has_its_letters(here: Path) -> None:
    (here / "latin.txt").write_bytes("Oekraïne – €".encode("cp1252"))
    assert run("text", "latin.txt").stdout == "Oekraïne – €"


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        ("stukken/leeg.txt", 1, "is empty; get it again or leave it out"),
        ("stukken/brief.rtf", 1, "is RTF; open it in Word or LibreOffice and save it as DOCX"),
        ("nergens.txt", 1, "does not exist; check the spelling of the path"),
        ("x" * 300, 1, ""),
        ("stukken", 2, "is a folder; name one file"),
    ],
)
def test_a_text_that_cannot_be_printed_is_told(bad: Path, path: str, status: int, reason: str) -> None:
    result = run("text", path)
    assert result.exit_code == status
    assert one_line(result).startswith(f"{Path(path)}: {reason}")


def test_a_reader_that_has_seen_enough_is_no_error(here: Path) -> None:
    (here / "lang.txt").write_text("Zie Kamerstuk 19 637, nr. 3171.\n" * 5000, encoding="utf-8")
    command = f"'{sys.executable}' -m dossier_graph extract lang.txt | head -1"
    done = subprocess.run(command, shell=True, cwd=here, capture_output=True, timeout=60, check=True)  # noqa: S602
    assert done.stderr == b""
    assert json.loads(done.stdout)["id"] == "kst-19637-3171"


# --- query -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph(example: Build) -> Path:
    return example.turtle


MOTIES = "SELECT ?motie { ?motie a dg:Motie ; dg:inDossier id:dossier-36600-XX }"


def test_a_query_is_answered_in_a_table(graph: Path) -> None:
    result = run("query", graph, MOTIES)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.strip() for line in result.stdout.splitlines() if "kst-" in line] == ["kst-36600-XX-22"]
    assert "motie" in result.stdout.splitlines()[0]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_query_may_stand_in_a_file(here: Path, graph: Path, mark: str) -> None:
    Path("moties.rq").write_text(f"{mark}# Welke moties?\n{MOTIES}\n", encoding="utf-8")
    assert run("query", graph, "moties.rq").stdout == run("query", graph, MOTIES).stdout


def test_the_answer_comes_in_the_form_that_is_asked_for(graph: Path) -> None:
    iri = "https://w3id.org/dossier-graph/id/kst-36600-XX-22"
    assert list(csv.reader(io.StringIO(run("query", graph, MOTIES, "-f", "csv").stdout))) == [["motie"], [iri]]
    found = json.loads(run("query", graph, MOTIES, "--format", "json").stdout)
    assert found["results"]["bindings"] == [{"motie": {"type": "uri", "value": iri}}]
    described = run(
        "query", graph, "CONSTRUCT { ?s a dg:Motie } { ?s a dg:Motie ; dg:inDossier ?d }", "-f", "turtle"
    ).stdout
    assert "id:kst-36600-XX-22 a dg:Motie" in described
    assert run("query", graph, "ASK { id:kst-36600-XX-22 a dg:Motie }").stdout.strip() in {"yes", "true"}


def test_triples_are_turtle_when_no_form_is_asked_for(graph: Path) -> None:
    asked = "DESCRIBE id:dossier-19637"
    assert run("query", graph, asked).stdout == run("query", graph, asked, "-f", "turtle").stdout
    assert 'rdfs:label "Dossier 19 637"@nl' in run("query", graph, asked).stdout


def test_a_ready_question_is_answered(graph: Path) -> None:
    result = run("query", graph, "--question", "wie-verwijst-hiernaar", "--about", "kst-36600-XX-22", "-f", "csv")
    assert result.exit_code == 0, result.stderr
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert rows
    labels = {relation.label_nl for relation in read_catalogue().relations.values()}
    assert {row["verband"] for row in rows} <= labels


def test_who_signed_which_letter_is_answered_with_the_office(graph: Path) -> None:
    words = " ".join(run("query", graph, "-q", "wie-ondertekende-wat", "-f", "csv").stdout.split())
    assert "Eric van der Burg" in words
    assert "Marjolein Faber-van de Klashorst" in words


@pytest.mark.parametrize("question", [one.name for one in read_questions().values() if not one.parameter])
def test_every_ready_question_that_needs_nothing_is_answered(graph: Path, question: str) -> None:
    result = run("query", graph, "-q", question)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout


def test_the_ready_questions_are_listed_in_two_languages() -> None:
    result = run("query", "--list-questions")
    assert result.exit_code == 0
    lines = [*result.stdout.splitlines(), ""]
    names = [line for line in lines if line and not line.startswith(" ")]
    assert len(names) >= 10
    for one in read_questions().values():
        at = lines.index(one.name)
        assert [line.strip() for line in lines[at + 1 : at + 3]] == [one.title_nl, one.title_en]
        assert ("--about" in lines[at + 3]) == (one.parameter is not None)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-q", "wie-is-de-mol"], "there is no question 'wie-is-de-mol'; --list-questions names them"),
        (["-q", "wie-verwijst-hiernaar"], "wie-verwijst-hiernaar needs --about: "),
        (["-q", "wie-verwijst-hiernaar", "-a", "kst-99999-1"], ""),
        (["SELECT ?x WHERE {"], "Line 1, column 18 of the query cannot be read"),
        (["niets.rq"], "niets.rq: cannot be opened (No such file or directory); check the path of the query"),
        (["latin.rq"], "latin.rq: is no UTF-8 text; save the query as UTF-8"),
        (["INSERT DATA { id:a a dg:Brief }"], ""),
        (["ASK {}", "--timeout", "nan"], "nan is no time limit; give seconds, more than 0 and at most 86400"),
        (["ASK {}", "--timeout", "inf"], "inf is no time limit"),
        (["ASK {}", "--timeout", "1e300"], "1e+300 is no time limit"),
        ([MOTIES, "-f", "turtle"], ""),
    ],
)
def test_a_query_that_cannot_be_answered_is_status_2(
    here: Path, graph: Path, arguments: list[str], message: str
) -> None:
    Path("latin.rq").write_bytes("# één vraag\nASK {}".encode("latin-1"))
    result = run("query", graph, *arguments)
    assert result.exit_code == 2
    assert one_line(result).startswith(message)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("nergens.ttl", None, "There is no graph at"),
        ("brief.ttl", "Zie Kamerstuk 19 637, nr. 3171.", "not Turtle"),
        ("brief.txt", "Zie Kamerstuk 19 637, nr. 3171.", "is not a graph file by its name"),
        ("binair.ttl", "\x00\x01\x02", "not Turtle"),
        ("stukken", None, "is a folder"),
        ("twee\nregels\x1b.ttl", None, "There is no graph at"),
        ("x" * 300 + ".ttl", None, ""),
    ],
)
def test_what_is_no_graph_is_status_2(here: Path, name: str, content: str | None, message: str) -> None:
    if content is not None:
        Path(name).write_text(content, encoding="utf-8")
    result = run("query", name, "ASK {}")
    assert result.exit_code == 2
    assert message in one_line(result)


# --- as a program ----------------------------------------------------------------------------------------------------


def test_the_program_speaks_utf8_whatever_the_locale(here: Path) -> None:
    (here / "stukken" / "oekraïne.txt").write_text(
        "Op 3 november 2023: «Oekraïne», Kamerstuk 19 637, nr. 3171.", "utf-8"
    )
    plain = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    made = process("build", "stukken", "-o", "uit", where=here, **plain)
    assert (made.returncode, made.stderr) == (0, b"")
    assert 'dg:bestandsnaam "oekraïne.txt"' in (here / "uit" / "dossier.ttl").read_text(encoding="utf-8")
    asked = process("query", "uit/dossier.ttl", "SELECT ?n { ?s dg:bestandsnaam ?n }", "-f", "csv", where=here, **plain)
    assert "oekraïne.txt" in asked.stdout.decode()


def test_a_plain_terminal_gets_no_colours_and_no_progress(here: Path) -> None:
    done = process("build", "stukken", where=here)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["build", "stukken"], 0),
        (["build", "stukken", "nergens"], 0),
        (["build", "nergens"], 1),
        (["build", "stukken", "-o", "stukken/brief.txt"], 2),
        (["build", "--geen-optie"], 2),
        (["text", "nergens"], 1),
        (["query", "nergens.ttl", "ASK {}"], 2),
    ],
)
def test_the_exit_status_says_how_it_went(here: Path, arguments: list[str], status: int) -> None:
    done = process(*arguments, where=here)
    assert done.returncode == status
    assert b"Traceback" not in done.stderr


def test_extract_marks_the_mentions_in_a_page(tmp_path: Path) -> None:
    paper = tmp_path / "brief.txt"
    paper.write_text("Zie Kamerstuk 19 637, nr. 3171 en <b>de rest</b>.", encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", "--html", str(paper)])
    assert result.exit_code == 0
    assert '<mark class="kamerstuk"' in result.stdout
    assert ">Kamerstuk 19 637, nr. 3171</mark>" in result.stdout
    assert "<b>" not in result.stdout
