"""Write docs/commands.md from the command line's own help: `python docs/write_commands.py`."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from dossier_graph.cli import main

TARGET = Path(__file__).with_name("commands.md")
_HEAD = """# Commands

This page is what `dossier-graph --help` and the help of each command print. Exit status: 0 when something was read, 1
when nothing could be, 2 for wrong usage.
"""


def page() -> str:
    """Return the page as the help stands now."""
    parts = [_HEAD, _block()]
    for name in sorted(main.commands):
        parts += [f"## {name}\n", _block(name)]
    return "\n".join(parts)


def _block(*command: str) -> str:
    # 78 is what click fills of a terminal of 80 columns
    said = CliRunner().invoke(main, [*command, "--help"], prog_name="dossier-graph", terminal_width=78)
    return f"```text\n{said.stdout}```\n"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8", newline="\n")
