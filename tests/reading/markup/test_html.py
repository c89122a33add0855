"""HTML of publishers, word processors, converters and hands: the paper in it, and nothing around it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import date

import pytest
from growth import growth
from hypothesis import given
from hypothesis import strategies as st

from dossier_graph.model import Role
from dossier_graph.reading import read_document
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.markup.html import read_html
from dossier_graph.reading.text import UnreadablePaperError


def blocks(page: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read_html(page.encode()).blocks]


def notes(page: str) -> list[tuple[str, str, str]]:
    """Return the words in front of each marker, the marker, and its note."""
    made = assemble(read_html(page.encode()))
    return [
        (made.text[: one.start].split()[-1], one.marker, made.text[one.note_start : one.note_end].strip())
        for one in made.footnotes
    ]


PUBLISHED = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl"><head>
<meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="kst-12345-6" />
<meta name="OVERHEIDop.dossiernummer" content="12345" /><meta name="DC.type" content="Motie" />
<meta name="DC.type" content="Kamerstuk" /><meta name="DCTERMS.issued" content="2023-10-04" />
<meta name="OVERHEIDop.documenttitel" content="Motie van de leden Jansen en De Vries over paden" />
<script src="./popup.js"></script><title></title></head>
<body onload="enablePopup()"><div id="kopregel">Home</div><div id="inhoudsopgave"><ul><li>Inhoud</li></ul></div>
<div id="broodtekst"><h1 class="dossiertitel"><a id="d1" name="d1"></a><span class="dossiernummer">
   12 345
   </span> Veilig fietsen</h1>
<div class="stuk"><h1 class="stuktitel"><span class="stuknummer">Nr. 6 </span>
   MOTIE VAN DE LEDEN JANSEN EN DE VRIES</h1>
<p class="kamerstukdatum">Voorgesteld <span class="datum">3 oktober 2023</span></p>
<p>De Kamer,</p><p>gelet op <a href="stb-2023-12.html">Staatsblad 2023, 12</a>,</p>
<p>en gaat over tot de orde van de dag.</p>
<div class="alineagroep"><p>Jansen</p><p>De Vries</p></div></div></div>
<div id="voetregel">Sluiten</div></body></html>"""


def test_a_published_page_reads_as_the_paper_it_shows() -> None:
    assert blocks(PUBLISHED) == [
        (Role.HEADING, "12 345"),
        (Role.HEADING, "Veilig fietsen"),
        (Role.HEADING, "Nr. 6"),
        (Role.HEADING, "MOTIE VAN DE LEDEN JANSEN EN DE VRIES"),
        (Role.PARAGRAPH, "Voorgesteld 3 oktober 2023"),
        (Role.PARAGRAPH, "De Kamer,"),
        (Role.PARAGRAPH, "gelet op Staatsblad 2023, 12,"),
        (Role.PARAGRAPH, "en gaat over tot de orde van de dag."),
        (Role.LINE, "Jansen"),
        (Role.LINE, "De Vries"),
    ]
    document = read_document("pagina.html", PUBLISHED.encode())
    assert [(document.text[one.start : one.end], one.id) for one in document.links] == [
        ("Staatsblad 2023, 12", "stb-2023-12")
    ]
    assert (document.kind, document.title) == ("Motie", "Motie van de leden Jansen en de Vries")
    assert document.date is not None
    assert document.date.day == date(2023, 10, 3)
    assert (document.number, document.dossiers) == ("kst-12345-6", ("12345",))


SITE = """<html><head><meta name="DCTERMS.title" content="Kamerbrief over paden"><style>p</style>
</head><body>
<a class="skip-link" href="#x">Naar de inhoud</a><div class="cookie-bar">Wij plaatsen cookies</div>
<header><h2>Ministerie</h2><nav>Menu</nav></header><nav>Menu</nav>
{start}<div class="breadcrumb">U bent hier</div><h1>Kamerbrief</h1><p>De <span hidden>geheime</span>brief
<span style="display: none">weg</span><span class="visually-hidden">opent elders</span> is gestuurd.</p>
<form action="/"><label>Zoek</label><input><button>Zoek</button></form><script>alert("x")</script>
<div aria-hidden="true">icoon</div><template><p>sjabloon</p></template>{end}
<footer><p>Contact</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("<main>", "</main>"),
        ('<div role="main">', "</div>"),
        ("<article>", "</article>"),
        ('<div id="content">', "</div>"),
        ("", ""),
    ],
)
def test_only_the_paper_on_a_page_of_a_site_is_read(start: str, end: str) -> None:
    page = SITE.format(start=start, end=end)
    assert blocks(page) == [(Role.HEADING, "Kamerbrief"), (Role.PARAGRAPH, "De brief is gestuurd.")]
    assert read_html(page.encode()).stated.title == "Kamerbrief over paden"


@pytest.mark.parametrize(
    "page",
    [
        '<h1 id="inhoud">Kop</h1><p>Een.</p>',
        '<p id="content">Kop</p><p>Een.</p>',
        '<div id="main">Kop</div><p>Een langere zin.</p>',
        "<article>Kop</article><p>Een langere zin.</p>",
        '<div id="broodtekst">Kop</div><p>Een langere zin.</p>',
    ],
)
def test_an_element_that_is_named_like_the_paper_and_holds_little_of_it_is_not_all_of_it(page: str) -> None:
    first, _ = blocks(page)
    assert first[1] == "Kop"


def test_of_two_elements_with_one_name_the_first_is_meant() -> None:
    page = '<div>Menu</div><div id="content">De brief zelf.</div><div id="content">Deel</div>'
    assert blocks(page) == [(Role.PARAGRAPH, "De brief zelf.")]


@pytest.mark.parametrize(
    "page",
    [
        '<h2 id="cookiewet">Een.</h2>',
        '<section id="cookies-en-tracking"><p>Een.</p></section>',
        '<body class="cookies-not-set"><p>Een.</p></body>',
        '<body class="cookie-bar" style="display:none"><p>Een.</p></body>',
        '<section class="cookie-notice"><p>Een.</p></section>',
        '<h2 class="cookie-wall">Een.</h2>',
        '<p class="cookiebeleid">Een.</p>',
        '<p>Een.</p><div class="site cookie-consent">Wij plaatsen cookies</div>',
    ],
)
def test_only_a_class_of_its_own_makes_a_cookie_notice(page: str) -> None:
    assert [text for _, text in blocks(page)] == ["Een."]


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        (
            "<header><p>Ministerie van Paden</p><p>Datum 3 mei 2024</p></header><p>Een.</p>",
            ["Ministerie van Paden", "Datum 3 mei 2024", "Een."],
        ),
        ("<header><p>Ministerie</p><ul><li>Menu</ul></header><p>Een.</p>", ["Een."]),
        ("<form><input><label>Zoek in dit dossier</label></form><p>Een.</p>", ["Een."]),
        (
            "<form><input type=hidden>" + "<div>Een lange zin over paden.</div>" * 20 + "</form>",
            ["Een lange zin over paden."] * 20,
        ),
        ("<form><input type=hidden><h1>Kop</h1>Een.</form>", ["Kop", "Een."]),
        ("<form><div>Een.</div></form>", ["Een."]),
    ],
)
def test_a_header_without_a_menu_and_a_form_with_a_paper_in_it_are_read(page: str, texts: list[str]) -> None:
    assert [text for _, text in blocks(page)] == texts


def test_what_an_author_deleted_is_left_out_with_a_remark() -> None:
    page = "<p>Een <del>oud</del><ins>nieuw</ins> pad.</p><del><p>Weg.</p></del><table><tr><td><del>x</del><td></table>"
    outline = read_html(page.encode())
    assert [block.text for block in outline.blocks] == ["Een nieuw pad."]
    assert outline.remarks == ("3 tracked deletions were left out",)


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>Brief</title>
<style><!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]--></head>
<body lang=NL><div class=WordSection1><p class=MsoTitle>De “paden”<o:p></o:p></p>
<p class=MsoNormal>Zie de motie.<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]>
</span></span></a> Verder&nbsp;niets.</p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>
<![endif]>Punt</p><p class=MsoNormal>De Minister van Defensie,<br><br><br>A.B. de Jong</p></div>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span
class=MsoFootnoteReference>[1]</span></a> Kamerstuk 12 345, nr. 6.</p><p class=MsoFootnoteText>Zie ook nr. 7.</p></div>
</div></body></html>"""


def test_html_of_a_word_processor_is_read_without_its_marks() -> None:
    outline = read_html(WORD.encode("cp1252"))
    assert [(block.role, block.text) for block in outline.blocks] == [
        (Role.HEADING, "De “paden”"),
        (Role.PARAGRAPH, "Zie de motie.1 Verder niets."),
        (Role.ITEM, "1. Punt"),
        (Role.LINE, "De Minister van Defensie,"),
        (Role.LINE, "A.B. de Jong"),
        (Role.NOTE, "Kamerstuk 12 345, nr. 6. Zie ook nr. 7."),
    ]
    assert notes(WORD) == [("motie.", "1", "1 Kamerstuk 12 345, nr. 6. Zie ook nr. 7.")]


@pytest.mark.parametrize(
    "page",
    [
        # converters of Markdown
        '<p>Zie de motie<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>'
        '<section class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn1"><p>De noot.'
        '<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>',
        '<p>Zie de motie<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup>.</p>'
        '<div class="footnotes"><ol><li id="fn:1"><p>De noot. <a href="#fnref:1">↑</a></p></li></ol></div>',
        # LibreOffice
        '<p>Zie de motie<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>'
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>De noot.'
        "</p></div>",
        # e-books
        '<p>Zie de motie<a epub:type="noteref" href="#n1">1</a>.</p><aside epub:type="footnote" id="n1">De noot.'
        "</aside>",
        # publishers
        '<p>Zie de motie<a class="noot" id="r1" href="#n1"><sup>1</sup></a>.</p><div class="noten"><div class="noot">'
        '<p><a name="n1" href="#r1"><sup>1</sup></a> De noot.</p></div></div>',
        '<p>Zie de motie<a id="r1" href="#n1"><sup>1</sup></a>.</p><dl><dt>1</dt><dd id="n1">De noot.</dd></dl>',
        '<p>Zie de motie<a href="#n1"><sup>1</sup></a>.</p><table><tr><td><a name="n1">1</a></td><td>De noot.</td></tr>'
        "</table>",
        '<p>Zie de motie<a href="#n1"><sup>1</sup></a>.</p><a name="n1"></a><p>1. De noot.</p>',
        # plain pages
        "<p>Zie de motie<sup>1</sup>.</p><p><sup>1</sup> De noot.</p>",
        '<div>Zie de motie<sup>1</sup>.<hr><p><font size="1"><sup>1</sup></font>De noot.</p></div>',
        "<p>Zie de motie<sup>1</sup>, 5 m<sup>1</sup>.</p><ul style='list-style:none'><li><sup>1</sup> De noot.</ul>",
    ],
)
def test_a_note_is_tied_to_its_marker_however_the_page_writes_it(page: str) -> None:
    assert notes(f"<html><body>{page}<p>Slot.</p></body></html>") == [("motie", "1", "1 De noot.")]


@pytest.mark.parametrize(
    ("page", "text", "linked"),
    [
        ('Zie <a href="kst-19637-12.html">nr. 12 </a>2 keer', "Zie nr. 12 2 keer", "nr. 12"),
        ('Zie <a href="kst-19637-12.html"> nr. 12</a>.', "Zie nr. 12.", "nr. 12"),
        ('Zie <a href="kst-19637-12.html">Kamerstuk<br>19 637</a>', "Zie Kamerstuk 19 637", "Kamerstuk 19 637"),
        ('De Minister,<br><a href="kst-19637-12.html">Brief</a>', "Brief", "Brief"),
        ('<a href="kst-19637-12.html">nr. <b>1</b>2<img src=a></a>', "nr. 12", "nr. 12"),
        ('<a href="kst-19637-12.html">nr. <del>1</del>2</a>', "nr. 2", "nr. 2"),
    ],
)
def test_a_link_reads_as_words_do(page: str, text: str, linked: str) -> None:
    block = read_html(f"<p>{page}</p>".encode()).blocks[-1]
    assert block.text == text
    assert [(block.text[one.start : one.end], one.id) for one in block.links] == [(linked, "kst-19637-12")]


def test_a_page_without_an_end_is_read_with_a_remark() -> None:
    page = "<!DOCTYPE html><html><body><p>Zie Kamerstuk 36 394, nr. 4.</p><p>Ook"
    cut = read_html(page.encode())
    assert cut.remarks == ("the page has no end; it may have been cut off",)
    assert read_html(f"{page}</body></html>".encode()).remarks == ()


def test_a_note_on_a_link_keeps_both() -> None:
    page = '<p>Zie <a href="kst-19637-3.html">nr. 3<sup>1</sup></a>.</p><p><sup>1</sup> De noot.</p>'
    assert notes(page) == [("3", "1", "1 De noot.")]
    (link,) = read_html(page.encode()).blocks[0].links
    assert link.id == "kst-19637-3"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            '<h2 id="v3">Vraag 3</h2><p>Zie vraag <a href="#v3">3</a> en bijlage <a href="#v3">B</a>.</p>',
            "Vraag 3\n\nZie vraag 3 en bijlage B.\n",
        ),
        (
            '<h2 id="v3">Vraag 3</h2><p>Een<a id="r" href="#n"><sup>1</sup></a>.</p>'
            '<p id="n"><a href="#r">1</a> Zie vraag <a href="#v3">3</a>. <a href="#r">↩</a></p>',
            "Vraag 3\n\nEen1.\n\n1 Zie vraag 3.\n",
        ),
    ],
)
def test_a_link_to_something_above_keeps_its_words_unless_it_leads_back_from_a_note(page: str, text: str) -> None:
    assert assemble(read_html(page.encode())).text == text


def test_a_note_that_is_marked_again_below_it_has_two_markers() -> None:
    marker = '<a href="#n"><sup>1</sup></a>'
    assert notes(f'<p>Een{marker}.</p><p id="n">1 De noot.</p><p>Twee{marker}.</p>') == [
        ("Een", "1", "1 De noot."),
        ("Twee", "1", "1 De noot."),
    ]


def test_the_number_of_a_note_among_words_marks_none_where_a_marker_does() -> None:
    page = (
        '<p>Een<a href="#_ftn1"><span>[1]</span></a>, twee.<a href="#_ftn2"><span>[2]</span></a></p>'
        '<p id="_ftn1">1 Zie noot <a href="#_ftn2">2</a>.</p><p id="_ftn2">2 Zie noot <a href="#_ftn1">1</a>.</p>'
    )
    assert notes(page) == [("Een", "1", "1 Zie noot 2."), ("twee.", "2", "2 Zie noot 1.")]
    assert notes('<p>Een <a href="#fn1">1</a></p><p id="fn1">1 Noot.</p>') == [("Een", "1", "1 Noot.")]


@pytest.mark.parametrize(
    "written",
    [
        '<p><a id="n1"></a>1 Eerste noot.<br><a id="n2"></a>2 Tweede noot.</p>',
        '<p>Noten: <a name="n1">1</a> Eerste noot. <a name="n2">2</a> Tweede noot.</p>',
        '<p><a id="n1" href="#r1">1</a> Eerste noot.<br><a id="n2" href="#r2">2</a> Tweede noot.</p>',
        '<div id="n1" class="noot">1 Eerste noot.<div id="n2" class="noot">2 Tweede noot.</div></div>',
        '<table><tr><td>Tabel<td>x<tr><td id="n1">1 Eerste noot.</td><td id="n2">2 Tweede noot.</td></tr></table>',
    ],
)
def test_notes_in_one_block_are_parted(written: str) -> None:
    page = f'<p>Een<a id="r1" href="#n1"><sup>1</sup></a> twee<a id="r2" href="#n2"><sup>2</sup></a>.</p>{written}'
    assert notes(page) == [("Een", "1", "1 Eerste noot."), ("twee", "2", "2 Tweede noot.")]
    assert assemble(read_html(page.encode())).text.count("Tweede noot.") == 1


def test_a_note_in_the_block_of_its_own_marker_does_not_take_the_text_along() -> None:
    page = '<div>Zie de motie<a href="#n"><sup>1</sup></a>.<br><a name="n"></a>1 De noot.</div><p>Slot.</p>'
    assert assemble(read_html(page.encode())).text.startswith("Zie de motie1.")


def test_a_link_in_a_typed_note_keeps_its_words() -> None:
    page = '<p>Een<sup>1</sup></p><p><sup>1</sup> Zie <a href="kst-12345-6.html">nr. 6</a>.</p>'
    note = read_html(page.encode()).blocks[1]
    assert [(note.text[one.start : one.end], one.id) for one in note.links] == [("nr. 6", "kst-12345-6")]


def test_notes_that_begin_again_at_1_stay_with_their_part() -> None:
    page = "<p>Een<sup>1</sup></p><p><sup>1</sup> A.</p><p>Twee<sup>1</sup></p><p><sup>1</sup> B.</p>"
    assert notes(page) == [("Een", "1", "1 A."), ("Twee", "1", "1 B.")]


def test_a_note_outside_the_main_part_is_read_as_well() -> None:
    page = (
        '<main><p>Zie de motie<a href="#n1"><sup>1</sup></a>.</p></main><footer><p>Contact</p>'
        '<p id="n1">1 De noot.</p></footer>'
    )
    assert notes(page) == [("motie", "1", "1 De noot.")]
    assert "Contact" not in assemble(read_html(page.encode())).text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('<ul><li><a href="#h1">1</a></li></ul><h2 id="h1">Kop</h2>', "• 1\n\nKop\n"),
        ("<p>5 m<sup>2</sup> en 2<sup>e</sup></p><p><sup>2</sup> Geen noot.</p>", "5 m2 en 2e\n\n2 Geen noot.\n"),
        ('<p>Zie dit<a href="#weg"><sup>1</sup></a>.</p>', "Zie dit1.\n"),
        ("<p>H<sub>2</sub>O en m<sup>3</sup></p>", "H2O en m3\n"),
    ],
)
def test_what_marks_no_note_stays_in_the_words(page: str, text: str) -> None:
    made = assemble(read_html(page.encode()))
    assert (made.text, made.footnotes) == (text, [])


@pytest.mark.parametrize(
    ("page", "items"),
    [
        ("<ol><li>een<li>twee</ol>", ["1. een", "2. twee"]),
        ("<ol start=3><li>drie<li value=7>zeven<li>acht</ol>", ["3. drie", "7. zeven", "8. acht"]),
        (
            '<ol type="a"><li><p>een</p></li><li><div><p>twee</p><p>meer</p></div></li></ol>',
            ["a. een", "b. twee", "meer"],
        ),
        ("<ol style='list-style-type: lower-roman'><li>een<li>twee</ol>", ["i. een", "ii. twee"]),
        ("<ol><li>een<ol type=A><li>sub</ol></ol>", ["1. een", "A. sub"]),
        ("<ol><li><ol type=a><li>sub</ol></ol>", ["a. sub"]),
        ("<ul><li>punt</ul>", ["• punt"]),
        ("<ul><li>- streep<li>a. letter</ul>", ["- streep", "a. letter"]),
        ('<ul style="list-style: none"><li>kaal</ul>', ["kaal"]),
        ("<ul>vooraf<li>punt</li>achteraf</ul>", ["vooraf", "• punt", "achteraf"]),
    ],
)
def test_items_have_the_number_or_mark_that_a_reader_sees(page: str, items: list[str]) -> None:
    assert blocks(page) == [(Role.ITEM, text) for text in items]


def test_a_table_is_a_block_for_each_row_and_its_labels_stand_in_the_margin() -> None:
    page = """<table><tr><td>Datum</td><td>7 juli 2023</td></tr><tr><td>Ons kenmerk</td><td>1234-56</td></tr></table>
      <table><caption>Paden</caption><thead><tr><th>Jaar<th>Aantal</thead>
      <tr><td><p>2022</p><p>(raming)</p><td>5<br>6<tr><td><td></table>"""
    assert blocks(page) == [
        (Role.MARGIN, "Datum 7 juli 2023"),
        (Role.MARGIN, "Ons kenmerk 1234-56"),
        (Role.PARAGRAPH, "Paden"),
        (Role.ROW, "Jaar | Aantal"),
        (Role.ROW, "2022 (raming) | 5 6"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h1>Kop</h1><p>Een.</p></td><td><p>Twee.</p></td></tr></table>",
        "<table role=presentation><tr><td><h1>Kop</h1><p>Een.</p><td><p>Twee.</table>",
        "<table><tr><td><table><tr><td><h1>Kop</h1>Een.</td></tr></table></td><td>Twee.</td></tr></table>",
    ],
)
def test_a_table_that_lays_out_a_page_is_no_row(page: str) -> None:
    assert blocks(page) == [(Role.HEADING, "Kop"), (Role.PARAGRAPH, "Een."), (Role.PARAGRAPH, "Twee.")]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (
            "<p>Postbus 20018<br>2500 EA DEN HAAG</p>",
            [(Role.LINE, "Postbus 20018"), (Role.LINE, "2500 EA DEN HAAG")],
        ),
        (
            "<p>De Minister van<br>Defensie,<br/>A.B. de Jong</p>",
            [(Role.LINE, "De Minister van Defensie,"), (Role.LINE, "A.B. de Jong")],
        ),
        (
            "<p>Een zin die iemand met de hand heeft afgebroken en die daarom hier<br>Amsterdam noemt.</p>",
            [
                (
                    Role.PARAGRAPH,
                    "Een zin die iemand met de hand heeft afgebroken en die daarom hier Amsterdam noemt.",
                )
            ],
        ),
        ("<p>Zie Kamerstuk 12 345,<br>nr. 6.</p>", [(Role.PARAGRAPH, "Zie Kamerstuk 12 345, nr. 6.")]),
        ("<h1>Twee<br>Regels</h1>", [(Role.HEADING, "Twee Regels")]),
        ("<pre>Een.\n\nTwee.</pre>", [(Role.LINE, "Een."), (Role.LINE, "Twee.")]),
    ],
)
def test_lines_stay_lines_where_they_are_no_mere_breaks(page: str, read: list[tuple[Role, str]]) -> None:
    assert blocks(page) == read


def test_words_outside_any_paragraph_are_read() -> None:
    page = "Vooraf <b>vet</b><p>Een.</p>Tussen<div>Twee <span>drie<p>Vier.</p></span>vijf</div>achteraf"
    assert [text for _, text in blocks(page)] == [
        "Vooraf vet", "Een.", "Tussen", "Twee", "drie", "Vier.", "vijf", "achteraf",
    ]  # fmt: skip


def test_letters_that_an_encoding_spoiled_are_mended() -> None:
    assert [text for _, text in blocks("<p>De ﬁnanciÃ«le nota</p>")] == ["De financiële nota"]


def test_no_markup_is_left_and_no_written_sign_is_taken_for_markup() -> None:
    page = "<p><b>A</b>rtikel <i>1</i>, <span>eer</span>ste lid: &lt;b&gt; &amp;amp; &euro; 5</p>"
    assert [text for _, text in blocks(page)] == ["Artikel 1, eerste lid: <b> &amp; € 5"]


def test_every_block_leads_back_to_its_line_and_pictures_are_counted() -> None:
    outline = read_html(b"<html>\n<body><p>Een.</p>\n\n<p>Twee.<img src=a.png><img alt='' src=b.png></p></body></html>")
    assert [block.place for block in outline.blocks] == ["line=2", "line=4"]
    assert outline.remarks == ("1 picture left out",)


def test_a_block_below_the_last_line_that_is_counted_has_no_place() -> None:
    page = "<p>Een.</p>" + "\n" * 70_000 + "<p>Twee.</p>"
    assert [block.place for block in read_html(page.encode()).blocks] == ["line=1", ""]


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>App</title></head><body><div id=root></div><script>start()</script></body></html>",
        "<html><body><nav>Menu</nav></body></html>",
    ],
)
def test_a_page_that_shows_no_words_says_what_to_do(page: str) -> None:
    with pytest.raises(UnreadablePaperError, match=r"^is HTML that shows no words without its scripts; save"):
        read_html(page.encode())


@pytest.mark.parametrize("element", ["div", "span", "ol><li", "blockquote", "b", "footer", "table><tr><td"])
def test_the_deepest_html_that_is_parsed_is_read(element: str) -> None:
    outer = element.split("><")
    depth = 240 // len(outer)
    closed = "".join(f"</{name}>" for name in reversed(outer))
    page = f"<main>{f'<{element}>' * depth}diep{closed * depth}</main>"
    assert "diep" in assemble(read_html(page.encode())).text


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<p>" + "a<br>" * n,
        lambda n: "<p>" + "A<br>" * n,
        lambda n: "<table>" + "<tr><td>x<td>y" * n,
        lambda n: "<p>x" + '<a href="#fn"><sup>1</sup></a>' * n + '<p id="fn">1 noot',
        lambda n: (
            "".join(f'<p>x<a href="#fn{one}"><sup>1</sup></a>' for one in range(n))
            + "".join(f'<p id="fn{one}">1 noot' for one in range(n))
        ),
        lambda n: (
            "<p>" + "".join(f'x<a href="#fn{one}"><sup>1</sup></a>' for one in range(n))
            + "<p>" + "".join(f'<a id="fn{one}">1</a> noot<br>' for one in range(n))
        ),
        lambda n: '<p id="r">x<a href="#fn"><sup>1</sup></a><p id="fn">1 noot' + '<a href="#r">1</a>' * n,
        lambda n: "<p>" + '<a href="kst-12345-6.html">12</a> ' * n,
        lambda n: '<p><a href="kst-12345-6.html">' + "12<br>" * n,
        lambda n: "<p>x<sup>1</sup>" * n,
        lambda n: "<div>" * 200 + "<p>x" * n,
        lambda n: "<footer>" * 100 + "<h1>x</h1>" + "<p>x" * n,
        lambda n: "<form>" * 100 + "<p>x" * n,
        lambda n: '<div id="content">' * 100 + "<p>x" * n,
        lambda n: "<ol>" + "<li>" * n + "x",
        lambda n: "<pre>" + "x\n" * n,
    ],
)  # fmt: skip
def test_hostile_pages_take_no_more_than_their_length_asks(make: Callable[[int], str]) -> None:
    assert growth(read_html, make, 1_000) < 8


PARTS = (
    "<p>", "</p>", "<br>", "<li>", "<ol>", "<table>", "<tr>", "<td>", "<a href='#n'>", "</a>", "<p id='n'>", "<sup>",
    "</sup>", "1", "De motie ", "&nbsp;", "<h1>", "<div hidden>", "</div>", "<pre>", "\n", "<a href='kst-1-2.html'>",
    "<a id='m'>", "<a href='#m'>", "<p id='m'>", "<del>", "</del>", "<form><input>", "<div id='content'>", "<header>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_whatever_stands_in_a_page_its_places_stay_within_its_words(parts: list[str]) -> None:
    with contextlib.suppress(UnreadablePaperError):
        for block in read_html("".join(["<body>x", *parts]).encode()).blocks:
            assert "\n" not in block.text
            places = [(one.start, one.end) for one in block.markers] + [(one.start, one.end) for one in block.links]
            assert all(0 <= start < end <= len(block.text) for start, end in places)
