"""Web addresses."""

from __future__ import annotations

import pytest
from recognised import citations

from dossier_graph.model import Document, Paragraph, Role
from dossier_graph.recognition import Recognition
from dossier_graph.recognition.addresses import find_addresses
from dossier_graph.recognition.lexicon import Lexicon

FORMS = {
    # the words in the text, the address
    "www.rijksoverheid.nl": "https://www.rijksoverheid.nl",
    "https://www.rijksoverheid.nl/opvang": "https://www.rijksoverheid.nl/opvang",
    "http://voorbeeld.nl/a?b=c&d=e#f": "http://voorbeeld.nl/a?b=c&d=e#f",
    "www.rijksoverheid.nl/opvang-\nuit-oekraine": "https://www.rijksoverheid.nl/opvang-uit-oekraine",
    "https://www.rijksoverheid.nl/\ndocumenten/2024": "https://www.rijksoverheid.nl/documenten/2024",
    "www.rijksoverheid.nl/a/\n\nb-c.html": "https://www.rijksoverheid.nl/a/b-c.html",
    "www.rijksoverheid.nl/a/b\n-en-c-d": "https://www.rijksoverheid.nl/a/b-en-c-d",
    "https://\nwww.rijksoverheid.nl/a": "https://www.rijksoverheid.nl/a",
    "http:// www.rijksoverheid.nl/a": "http://www.rijksoverheid.nl/a",
}


@pytest.mark.parametrize("place", ["Zie {}.", "Zie ({}), ook.", "Zie «{}».", "Zie {}; en meer.", "{}", "Zie [a]({})!"])
@pytest.mark.parametrize(("words", "address"), FORMS.items())
def test_an_address_is_read_in_one_piece_without_what_closes_the_sentence(words: str, address: str, place: str) -> None:
    text = place.format(words)
    assert [(one.id, text[one.start : one.end]) for one in find_addresses(text)] == [(address, words)]


@pytest.mark.parametrize(
    "text", ["Mail info@www.voorbeeld.nl.", "Zie www. of https://", "Zie wwww.voorbeeld.nl", "De http-dienst.", "www.a"]
)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert list(find_addresses(text)) == []


def test_the_note_below_an_address_is_no_part_of_it() -> None:
    text = "1 Zie www.voorbeeld.nl/opvang/\n2Inspectie der Zaken, 2023.\n"
    assert [one.id for one in find_addresses(text)] == ["https://www.voorbeeld.nl/opvang/"]


def test_a_sentence_that_goes_on_below_is_no_part_of_an_address() -> None:
    assert [one.id for one in find_addresses("Zie www.voorbeeld.nl/opvang\nvoor meer.")] == [
        "https://www.voorbeeld.nl/opvang"
    ]
    assert [one.id for one in find_addresses("Zie www.voorbeeld.nl/opvang-\nEn dan verder.")] == [
        "https://www.voorbeeld.nl/opvang-"
    ]


def test_a_number_inside_an_address_is_no_citation_of_its_own() -> None:
    text = "Zie https://zoek.officielebekendmakingen.nl/kst-36045-113.html daarvoor."
    assert [one.kind for one in citations(text)] == ["url"]


def test_an_address_in_a_note_says_which_note() -> None:
    text = "De opvang is vol.1\n\n1 Zie www.rijksoverheid.nl/opvang."
    assert [(one.kind, one.footnote) for one in citations(text)] == [("url", "1")]


def test_an_address_printed_in_a_letterhead_or_a_footer_is_none_of_the_letter() -> None:
    text = "www.rijksoverheid.nl/jenv\n\nZie www.voorbeeld.nl/brief.\n\nwww.rijksoverheid.nl\n"
    ends = [(0, 25), (27, 51), (53, 73)]
    roles = (Role.MARGIN, Role.PARAGRAPH, Role.RUNNING)
    parts = tuple(Paragraph(role, *range_) for role, range_ in zip(roles, ends, strict=True))
    paper = Document("brief.pdf", text, "", apart=(ends[2],), format="PDF", paragraphs=parts)
    cited = Recognition(Lexicon([])).recognise(paper).citations
    assert [text[one.start : one.end] for one in cited] == ["www.voorbeeld.nl/brief"]
