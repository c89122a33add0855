"""The publisher's links beside what the words say."""

from __future__ import annotations

import pytest

from dossier_graph.model import Document, Footnote, Mention, OfficialLink
from dossier_graph.recognition.official_links import with_official_links

TEXT = "Zie Kamerstuk 28 844, nr. 266 en de motie1.\n\n1 Het stuk van mei.\n"


def paper(*links: OfficialLink, number: str | None = None) -> Document:
    notes = (Footnote("1", 41, 42, 45, 64),)
    return Document("brief.xml", TEXT, "", number=number, footnotes=notes, links=links)


def cited(identifier: str | None, start: int, end: int, kind: str = "kamerstuk", **more: object) -> Mention:
    return Mention(kind, identifier, start, end, "kamerstuk", **more)  # type: ignore[arg-type]


def test_a_link_that_says_the_same_changes_nothing() -> None:
    read = [cited("kst-28844-266", 4, 29)]
    assert with_official_links(paper(OfficialLink(14, 29, "kst-28844-266")), read) == (read, ())


def test_a_link_to_one_of_a_list_says_the_same() -> None:
    read = [cited("kst-28844-265", 4, 29, also=("kst-28844-266",), dossiers=("28844",))]
    links = (OfficialLink(14, 20, "dossier-28844"), OfficialLink(22, 29, "kst-28844-266"))
    assert with_official_links(paper(*links), read) == (read, ())


def test_a_link_where_nothing_was_read_is_a_citation_with_its_note() -> None:
    (found,), differences = with_official_links(paper(OfficialLink(51, 55, "h-tk-20222023-84-12")), [])
    assert (found.kind, found.id, found.rule, found.footnote) == ("handelingen", "h-tk-20222023-84-12", "extref", "1")
    assert differences == ()


def test_words_that_leave_the_paper_open_take_the_identifier_of_their_link() -> None:
    (found,), differences = with_official_links(
        paper(OfficialLink(36, 41, "kst-36045-113")), [cited(None, 33, 41, "motie")]
    )
    assert (found.kind, found.id, differences) == ("motie", "kst-36045-113", ())


@pytest.mark.parametrize(
    ("read", "link", "identifier"),
    [
        ("BWBR0005537", "BWBR0005537#artikel=4", "BWBR0005537#artikel=4"),
        ("BWBR0005537#artikel=5", "BWBR0005537#artikel=4", "BWBR0005537#artikel=5"),
        ("BWBR0005537#artikel=4&lid=2", "BWBR0005537#artikel=4", "BWBR0005537#artikel=4&lid=2"),
        ("BWBR0005537#artikel=4", "BWBR0005537", "BWBR0005537#artikel=4"),
        (None, "BWBR0005537#artikel=4", "BWBR0005537#artikel=4"),
    ],
)
def test_a_law_without_its_article_takes_that_of_the_link(read: str | None, link: str, identifier: str) -> None:
    (found,), differences = with_official_links(paper(OfficialLink(8, 20, link)), [cited(read, 4, 29, "wet")])
    assert (found.id, differences) == (identifier, ())


def test_a_law_whose_chapter_is_named_takes_no_article() -> None:
    read = [cited("BWBR0005537", 4, 29, "wet", pinpoint="hoofdstuk 3")]
    assert with_official_links(paper(OfficialLink(8, 20, "BWBR0005537#artikel=4")), read) == (read, ())


def test_an_article_that_is_cited_beside_its_law_is_not_cited_twice() -> None:
    read = [cited("BWBR0005537", 4, 12, "wet"), cited("BWBR0005537#artikel=4", 14, 29, "wet")]
    assert with_official_links(paper(OfficialLink(4, 29, "BWBR0005537#artikel=4")), read) == (read, ())


def test_where_words_and_link_differ_the_words_stay_and_the_difference_is_told() -> None:
    read = [cited("kst-28844-266", 4, 29)]
    kept, (difference,) = with_official_links(paper(OfficialLink(14, 29, "kst-28844-66")), read)
    assert kept == read
    assert (difference.official, difference.recognised) == ("kst-28844-66", "kst-28844-266")


def test_a_link_inside_the_title_of_a_report_stands_beside_it() -> None:
    read = [cited("rapport:stuk-28-844", 0, 29, "rapport")]
    kept, differences = with_official_links(paper(OfficialLink(14, 29, "kst-28844-266")), read)
    assert [mention.id for mention in kept] == ["rapport:stuk-28-844", "kst-28844-266"]
    assert differences == ()


def test_links_to_the_paper_itself_and_out_of_the_web_of_papers_cite_nothing() -> None:
    links = (OfficialLink(14, 29, "kst-28844-266"), OfficialLink(36, 41, "https://example.org"))
    assert with_official_links(paper(*links, number="kst-28844-266"), []) == ([], ())
