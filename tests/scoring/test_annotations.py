"""The format of annotations as docs/annotations.md describes it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from click.testing import CliRunner

from dossier_graph.cli import main

DESCRIBED = Path(__file__).parents[2] / "docs" / "annotations.md"


def test_the_example_of_the_description_can_be_scored(tmp_path: Path) -> None:
    example = json.loads(re.findall(r"```json\n(.+?)```", DESCRIBED.read_text(encoding="utf-8"), re.DOTALL)[0])
    paper = tmp_path / example["source_file"]
    paper.parent.mkdir()
    (cited,) = example["citations"]
    text = "x" * (cited["start"] - 1) + " "
    paper.write_text((text + cited["quote"]).ljust(1000), encoding="utf-8")
    gold = tmp_path / "gold"
    gold.mkdir()
    assert cited["end"] - cited["start"] == len(cited["quote"])
    (gold / "letter.json").write_text(json.dumps(example), encoding="utf-8")
    result = CliRunner().invoke(main, ["score", str(gold)])
    assert result.exit_code == 0, result.output
    assert re.search(r"identified/kamerstuk +1 +0 +0 ", result.output)
