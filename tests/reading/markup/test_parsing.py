"""XML and HTML from anybody: read as text, and nothing else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from growth import growth
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.reading.markup.parsing import line_of, parse_html, parse_xml, words_of
from dossier_graph.reading.text import UnreadablePaperError


def test_comments_and_instructions_leave_no_gap_in_a_word() -> None:
    assert words_of(parse_xml(b"<al>methaan<?xpp afbreek?>doel<!-- x -->en</al>")) == "methaandoelen"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE al [<!ENTITY naam "waarde">]>',
        '<!DOCTYPE al SYSTEM "paper.dtd" [<!ENTITY naam "waarde">]>',
        '<!DOCTYPE al [<!ENTITY naam SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE al [<!ENTITY % naam SYSTEM "http://example.org/x.dtd"> %naam;]>',
        '<!DOCTYPE al [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_anything_in_a_doctype_is_refused(declared: str, encoding: str) -> None:
    with pytest.raises(UnreadablePaperError, match="declares entities of its own in a DOCTYPE; save"):
        parse_xml(f"{declared}<al>&naam;</al>".encode(encoding))


def test_a_doctype_that_names_a_type_is_passed_over_and_never_fetched(tmp_path: Path) -> None:
    dtd = tmp_path / "paper.dtd"
    dtd.write_text('<!ENTITY geheim "gelezen">', encoding="utf-8")
    read = parse_xml(f'<!DOCTYPE al SYSTEM "{dtd.as_uri()}"><al>&geheim; en caf&eacute;</al>'.encode())
    assert words_of(read) == "&geheim; en café"


@pytest.mark.parametrize("start", ["", "\ufeff", '<?xml version="1.0" encoding="UTF-8"?>\n'])
def test_entities_of_html_need_no_doctype(start: str) -> None:
    root = parse_xml(f"{start}<al>caf&eacute; &geheim; &lt;b&gt;\n<b/></al>".encode())
    assert words_of(root) == "café &geheim; <b>"
    assert line_of(root[0]) == start.count("\n") + 2


def test_an_include_is_an_element_like_any_other(tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    written = f"<al>een{include}twee</al>"
    assert words_of(parse_xml(written.encode())) == "eentwee"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('<?xml version="1.0" encoding="windows-1252"?><al>‘Oekraïne’</al>'.encode("cp1252"), "‘Oekraïne’"),
        ('<?xml version="1.0" encoding="UTF-16"?><al>Oekraïne</al>'.encode("utf-16"), "Oekraïne"),
        ("\ufeff<al>Oekraïne</al>".encode(), "Oekraïne"),
    ],
)
def test_xml_is_read_in_the_encoding_it_declares(data: bytes, words: str) -> None:
    assert words_of(parse_xml(data)) == words


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "breaks off or is wrong in line 1"),
        (b"<stuk>\n<al>Zie de", "breaks off or is wrong in line 2"),
        (b"<stuk>\n\n<al></stuk>", "breaks off or is wrong in line 3"),
        (b'<?xml version="1.0" encoding="klinkklaar"?><al/>', "breaks off or is wrong in line 1"),
        (b"<al>\n&nbsp;<b></al>", "breaks off or is wrong in line 2"),
        (b"<al>" * 300 + b"</al>" * 300, "nests more than 256 elements deep"),
        (b"<al>" + b"x" * 10_100_000 + b"</al>", "holds more than 10,000,000 characters in one piece"),
        (b"<al><!--" + b"x" * 10_100_000 + b"--></al>", "holds more than 10,000,000 characters in one piece"),
    ],
)
def test_xml_that_is_none_says_what_is_wrong_and_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(UnreadablePaperError, match=f"^is XML that {message}.*; (?:get it again|save the paper)"):
        parse_xml(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("<p>Oekraïne".encode(), "Oekraïne"),
        ("<p>‘Oekraïne’".encode("cp1252"), "‘Oekraïne’"),
        ('<meta charset="iso-8859-1"><p>‘Oekraïne’'.encode("cp1252"), "‘Oekraïne’"),
        ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-15"><p>€ 5'.encode("iso-8859-15"), "€ 5"),
        ('<meta charset="iso-8859-1"><p>‘Oekraïne’'.encode(), "‘Oekraïne’"),
        ("\ufeff<p>Oekraïne".encode("utf-16"), "Oekraïne"),
        ('\ufeff<meta charset="windows-1252"><p>Oekraïne'.encode(), "Oekraïne"),
        ("<meta charset=klinkklaar><p>Oekraïne".encode(), "Oekraïne"),
        ("<meta charset=punycode><p>Oekraïne".encode(), "Oekraïne"),
        (b"<p>caf&eacute; &amp;euro; &#8364;", "café &euro; €"),
    ],
)
def test_html_is_read_as_browsers_read_it(data: bytes, words: str) -> None:
    assert words_of(parse_html(data)) == words


def test_an_empty_element_of_xhtml_does_not_swallow_what_follows() -> None:
    page = (
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://example.org/x.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head>\n'
        '<body><p><a name="top"/>Zie&nbsp;hier.</p></body></html>'
    )
    root = parse_html(page.encode())
    paragraph = root.find("body/p")
    assert paragraph is not None
    assert (words_of(paragraph), line_of(paragraph)) == ("Zie hier.", 4)


def test_xhtml_with_a_slip_is_read_as_html() -> None:
    page = '<?xml version="1.0"?><html><body><p>Een<br>twee</body></html>'
    assert words_of(parse_html(page.encode())) == "Eentwee"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is HTML without anything in it; leave it out"),
        (b"<p>\0</p>", r"is no HTML \(it holds binary data\); get it again"),
        (b"<div>" * 5000 + b"Zie de motie", "is HTML that nests more than 256 elements deep; save it as text"),
        (
            b"<p>" + b"x" * 10_100_000,
            "is HTML that holds more than 10,000,000 characters in one piece; save it as text",
        ),
    ],
)
def test_html_that_is_none_says_what_is_wrong_and_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(UnreadablePaperError, match=f"^{message}"):
        parse_html(data)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<p>x" + "<b></i></u></b>" * n,
        lambda n: "<p " + "a " * n + ">x",
        lambda n: "<table>" + "<tr><td>x" * n,
        lambda n: "<meta " * n + "<p>x",
    ],
)
def test_hostile_html_takes_no_more_than_its_length_asks(make: Callable[[int], str]) -> None:
    assert growth(parse_html, make, 10_000) < 8


@pytest.mark.parametrize("start", ['<!DOCTYPE al SYSTEM "x">', ""])
def test_hostile_xml_takes_no_more_than_its_length_asks(start: str) -> None:
    assert growth(parse_xml, lambda n: f"{start}<al>x{'&nbsp;y' * n}</al>", 10_000) < 8


@given(st.text(alphabet="<>/apb&;!-[]\"'= \n?é", max_size=60))
def test_anything_is_parsed_or_refused_in_words(text: str) -> None:
    for parse in (parse_xml, parse_html):
        with contextlib.suppress(UnreadablePaperError):
            assert isinstance(words_of(parse(text.encode())), str)
