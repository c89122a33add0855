"""One paper in several formats says the same in all of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking.registers import read_registers
from dossier_graph.model import Document, Mentions
from dossier_graph.reading import read_document
from dossier_graph.recognition import Recognition

pytestmark = pytest.mark.shared

# The annotations of plain texts that name the file the text was taken from.
ORIGINALS = (
    "h01_kst-28844-269",
    "h02_kamerbrief_emissie_luchtvaart",
    "h04_ah-tk-20232024-2271",
    "h07_kst-32545-143_motie",
    "h18_docx_boa_hoofddoek",
    "h19_kst-36750-3_excerpt",
    "h20_kst-24507-3_excerpt",
    "h21_kst-34468-3_excerpt",
)
FORMATS = ("pdf", "odt", "html", "xml")
AGREEMENT = 0.95  # F1 of what is recognised in a paper and in its plain text


@pytest.fixture(scope="module")
def recognition() -> Recognition:
    return Recognition(read_lexicon(read_registers()))


def read(path: Path, recognition: Recognition) -> tuple[Document, Mentions]:
    document = read_document(str(path), path.read_bytes())
    return document, recognition.recognise(document)


def cited(mentions: Mentions) -> Counter[tuple[str, str | None]]:
    return Counter((one.kind, one.id) for one in mentions.citations)


def answered_for(mentions: Mentions) -> Counter[tuple[str, str, str | None]]:
    return Counter((one.relation, one.agent, one.office) for one in mentions.responsibilities)


def days(mentions: Mentions) -> list[str]:
    """Return the days of a paper; the page of the site leaves out the line that names the vergaderjaar."""
    return [one.iso for one in mentions.dates if "/" not in one.iso]


def f1(one: Counter[Any], other: Counter[Any]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total()) if one or other else 1.0


@pytest.mark.parametrize("name", ["kst-32545-143", "ah-tk-20202021-3235"])
@pytest.mark.parametrize("form", FORMATS[1:])
def test_four_formats_of_a_paper_give_the_same(name: str, form: str, shared: Path, recognition: Recognition) -> None:
    paper, said = read(shared / "real" / "pdf" / f"{name}.pdf", recognition)
    other, also_said = read(shared / "real" / form / f"{name}.{form}", recognition)
    assert cited(also_said) == cited(said)
    assert answered_for(also_said) == answered_for(said)
    assert days(also_said) == days(said)
    for field in ("kind", "title", "date", "number", "dossiers"):
        assert getattr(other, field) == getattr(paper, field), field


@pytest.mark.parametrize("name", ORIGINALS)
def test_an_original_gives_what_its_plain_text_gives(name: str, shared: Path, recognition: Recognition) -> None:
    annotation = json.loads((shared / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    _, in_text = read(shared / annotation["source_file"], recognition)
    _, in_original = read(shared / annotation["original"], recognition)
    assert f1(cited(in_original), cited(in_text)) >= AGREEMENT
    assert f1(answered_for(in_original), answered_for(in_text)) >= AGREEMENT
