"""Real papers in PDF files: no word is lost, and every number of a note leads to its note."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree

from dossier_graph.model import Role
from dossier_graph.reading.mending import mend
from dossier_graph.reading.pdf.reader import read_pdf
from dossier_graph.reading.text import UnreadablePaperError

pytestmark = pytest.mark.shared

# How many numbers of notes the pages show; each was compared with the picture of its page.
MARKERS = {
    "BNC_Fiche": 11,
    "Fiche_1pag": 1,
    "Kamerbrief_1pag": 0,
    "Kamerbrief_emissie_luchtvaart": 16,
    "ah-tk-20202021-3235": 0,
    "besluitenlijst_example1": 0,
    "besluitenlijst_example2": 0,
    "kst-32545-143": 0,
    "kv_00fe7edd-24c8-4857-98da-774ed3b06836": 2,
    "kv_01b2bcad-7296-43bb-bc44-e727fc69b23f": 5,
    "kv_01bf9f06-42d0-48a6-a85f-12c9c8e14c57": 1,
    "kv_1a2d8959-7ce1-411d-bffe-c78970ae8d6b": 2,
    "kv_1a529d02-ba4d-418b-8d6a-5400a4ac07bc": 17,
    "kv_1aa9bd01-68a1-4a4a-a808-5b0183bc217a": 3,
    "kv_1b0f0b98-7c34-418c-98dc-43de7930e685": 16,
    "kv_1b26915f-b542-4707-8495-b5c21f0edfe1": 8,
    "ronl-2002-vn-1441": 0,
    "verslag_40993d1c-f887-482d-89f7-33e41f6f7ed9": 0,
}


def _letters(words: str) -> Counter[str]:
    return Counter(letter for letter in words if not letter.isspace() and letter not in "-|")


@pytest.mark.parametrize("name", MARKERS)
def test_every_number_of_a_note_leads_to_its_note(shared: Path, name: str) -> None:
    outline = read_pdf((shared / "real/pdf" / f"{name}.pdf").read_bytes())
    notes = {block.key: block for block in outline.blocks if block.role is Role.NOTE}
    markers = [(block.text[one.start : one.end], one.key) for block in outline.blocks for one in block.markers]
    assert len(markers) == len(notes) == MARKERS[name]
    assert [label for label, _ in markers] == [notes[key].label for _, key in markers]
    assert {key for _, key in markers} == set(notes)


@pytest.mark.parametrize("name", MARKERS)
def test_no_word_is_lost(shared: Path, name: str) -> None:
    data = (shared / "real/pdf" / f"{name}.pdf").read_bytes()
    document = pdfium.PdfDocument(data)
    printed = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    read = "".join(block.label + block.text for block in read_pdf(data).blocks)
    assert _letters(read) == _letters(mend(printed.translate({0x2: "-", 0xFFFE: "-"})))


@pytest.mark.parametrize("name", ["kst-32545-143", "ah-tk-20202021-3235"])
def test_a_paper_says_in_pdf_what_it_says_in_xml(shared: Path, name: str) -> None:
    outline = read_pdf((shared / "real/pdf" / f"{name}.pdf").read_bytes())
    pdf = "".join("".join(block.text.split()) for block in outline.blocks if block.role is not Role.RUNNING)
    xml = etree.parse(shared / "real/xml" / f"{name}.xml")
    paragraphs = ["".join("".join(map(str, element.itertext())).split()) for element in xml.iter("{*}al")]
    assert len(paragraphs) > 5
    assert [words for words in paragraphs if words not in pdf] == []


def test_a_scan_is_refused_with_the_remedy(shared: Path) -> None:
    with pytest.raises(UnreadablePaperError, match="is a scan without text; run it through OCR"):
        read_pdf((shared / "real/pdf/blg-1007826.pdf").read_bytes())
