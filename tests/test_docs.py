"""The documents say what the program does."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier_graph.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ANSWERS = re.findall(r"```console\n\$ dossier-graph (query exports/[^\n]+)\n(.+?)```", README, re.DOTALL)


def test_the_commands_page_is_what_the_help_says() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "write_commands.py"))["page"]
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == page(), "run: python docs/write_commands.py"


def test_the_readme_shows_three_answers() -> None:
    assert len(ANSWERS) == 3


@pytest.mark.parametrize(("command", "shown"), ANSWERS)
def test_an_answer_in_the_readme_is_what_its_command_prints(
    command: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    result = CliRunner().invoke(main, shlex.split(command))
    assert result.exit_code == 0
    assert result.stdout == shown


def test_the_turtle_in_the_readme_stands_in_the_graph_of_the_example() -> None:
    shown = re.findall(r"```turtle\n(.+?)```", README, re.DOTALL)
    graph = (ROOT / "exports" / "dossier.ttl").read_text(encoding="utf-8")
    blocks = [block for example in shown for block in example.strip().split("\n\n")]
    assert blocks
    assert all(f"\n{block}\n" in graph for block in blocks)


def test_every_link_of_the_readme_to_a_file_leads_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert all((ROOT / link).exists() for link in links)
