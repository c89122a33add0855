"""Metadata of the publisher beside a paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier_graph.model import Document
from dossier_graph.pipeline import read_text

RECORD = (
    '<metadata_gegevens><metadata name="DC.identifier" content="{number}"/>'
    '<metadata name="DC.type" content="Brief"/><metadata name="OVERHEIDop.dossiertitel" content="Fietsen"/>'
    '<metadata name="DCTERMS.issued" content="2021-07-06"/></metadata_gegevens>'
)
PAPER = "kst-12345-6.txt"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / PAPER
    path.write_text("Wij fietsen verder.", encoding="utf-8")
    return path


def read(paper: Path) -> Document:
    document = read_text(paper)
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("name", ["kst-12345-6.metadata.xml", "metadata.xml"])
def test_a_record_says_what_the_paper_does_not(paper: Path, name: str) -> None:
    paper.with_name(name).write_text(RECORD.format(number="kst-12345-6"), encoding="utf-8")
    document = read(paper)
    assert (document.number, document.kind, document.dossier_title) == ("kst-12345-6", "Brief", "Fietsen")
    assert document.dossiers == ("12345",)


def test_the_record_of_another_paper_says_nothing(paper: Path) -> None:
    paper.with_name("metadata.xml").write_text(RECORD.format(number="kst-12345-7"), encoding="utf-8")
    assert read(paper).dossier_title is None


def test_a_day_that_the_paper_prints_goes_before_that_of_its_record(paper: Path) -> None:
    paper.with_name("kst-12345-6.metadata.xml").write_text(RECORD.format(number="kst-12345-6"), encoding="utf-8")
    paper.write_text("Den Haag, 1 juli 2021\n\nWij fietsen verder.", encoding="utf-8")
    document = read(paper)
    assert document.date is not None
    assert document.date.iso == "2021-07-01"


def test_a_record_that_cannot_be_read_costs_no_paper_and_is_told(paper: Path) -> None:
    paper.with_name("kst-12345-6.metadata.xml").write_text("<kapot", encoding="utf-8")
    document = read(paper)
    assert document.text == "Wij fietsen verder."
    (remark,) = document.remarks
    assert remark.startswith("its metadata was left out: kst-12345-6.metadata.xml is XML that")


def test_a_record_that_is_too_large_for_one_is_not_opened_and_is_told(paper: Path) -> None:
    record = RECORD.format(number="kst-12345-6").replace("><metadata", ">" + " " * 1_000_000 + "<metadata", 1)
    paper.with_name("metadata.xml").write_text(record, encoding="utf-8")
    document = read(paper)
    assert document.dossier_title is None
    (remark,) = document.remarks
    assert remark.startswith("its metadata was left out: metadata.xml is too large for the record of a paper (1,000,")
