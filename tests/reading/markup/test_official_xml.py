"""Official XML: every element in its role, no words lost, and what the XML itself states."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from growth import growth

from dossier_graph.model import Role
from dossier_graph.reading import read_document
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.markup.official_xml import read_xml
from dossier_graph.reading.markup.parsing import parse_xml
from dossier_graph.reading.outline import Block
from dossier_graph.reading.text import UnreadablePaperError
from dossier_graph.recognition.signatures import find_signatories

HEAD = """<kamerstukkop>
  <tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel>
  <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
  <tekstregel inhoud="kamernummer">2</tekstregel>
  <tekstregel inhoud="documenttype">Kamerstukken</tekstregel>
</kamerstukkop>
<dossier><dossiernummer><dossiernr>12 345</dossiernr></dossiernummer><titel>Veilig fietsen</titel></dossier>"""


def paper(body: str, head: str = HEAD, metadata: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<officiele-publicatie><metadata>'
        f"{metadata}</metadata><kamerstuk>{head}<stuk>{body}</stuk></kamerstuk></officiele-publicatie>"
    ).encode()


def blocks(body: str) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in read_xml(paper(body, head="")).blocks]


def only(body: str) -> Block:
    (block,) = read_xml(paper(body, head="")).blocks
    return block


MOTIE = """<stuknr>Nr. <ondernummer kamer="2">6</ondernummer></stuknr>
<titel>MOTIE VAN DE LEDEN JANSEN EN DE VRIES</titel>
<datumtekst>Voorgesteld <datum isodatum="2023-10-03">3 oktober 2023</datum></datumtekst>
<algemeen><vrije-tekst><tekst status="goed">
<al>De Kamer,</al>
<al>verzoekt de regering meer paden aan te leggen,</al>
<al>en gaat over tot de orde van de dag.</al>
<al-groep><al>Jansen</al><al>De Vries</al></al-groep>
</tekst></vrije-tekst></algemeen>"""


def test_a_motie_is_a_head_words_and_names_each_on_a_line() -> None:
    outline = read_xml(paper(MOTIE, metadata='<meta name="DC.identifier" content="kst-12345-6"/>'))
    assert [(block.role, block.text) for block in outline.blocks[4:]] == [
        (Role.HEADING, "12 345"),
        (Role.HEADING, "Veilig fietsen"),
        (Role.HEADING, "Nr. 6"),
        (Role.HEADING, "MOTIE VAN DE LEDEN JANSEN EN DE VRIES"),
        (Role.PARAGRAPH, "Voorgesteld 3 oktober 2023"),
        (Role.PARAGRAPH, "De Kamer,"),
        (Role.PARAGRAPH, "verzoekt de regering meer paden aan te leggen,"),
        (Role.PARAGRAPH, "en gaat over tot de orde van de dag."),
        (Role.LINE, "Jansen"),
        (Role.LINE, "De Vries"),
    ]
    document = read_document("stuk.xml", paper(MOTIE))
    movers = [found.agent for found, _ in find_signatories(document.text, document.text, document.kind)]
    assert movers == ["Jansen", "De Vries"]
    assert (document.kind, document.title) == ("Motie", "Motie van de leden Jansen en de Vries")
    assert document.date is not None
    assert document.date.day == date(2023, 10, 3)
    assert (document.number, document.dossiers, document.dossier_title) == (
        "kst-12345-6",
        ("12345",),
        "Veilig fietsen",
    )


def test_the_lines_of_a_head_stand_in_the_margin_and_the_name_of_the_series_apart() -> None:
    roles = {block.text: block.role for block in read_xml(paper(MOTIE)).blocks}
    assert roles["Vergaderjaar 2023-2024"] is roles["Tweede Kamer der Staten-Generaal"] is Role.MARGIN
    assert roles["2"] is roles["Kamerstukken"] is Role.RUNNING


def test_a_signature_is_an_office_and_a_name_on_lines_of_their_own() -> None:
    body = """<al>Hierbij.</al><tekst-sluiting><ondertekening>
      <functie>De Minister van Defensie,</functie>
      <naam><voornaam>A.B.</voornaam><achternaam>de Jong</achternaam></naam>
      <functie>De Staatssecretaris van Financiën,</functie>
      <naam><voornaam>C.</voornaam> <tussenvoegsel>van der</tussenvoegsel> <achternaam>Berg</achternaam></naam>
    </ondertekening></tekst-sluiting>"""
    assert blocks(body)[1:] == [
        (Role.LINE, "De Minister van Defensie,"),
        (Role.LINE, "A.B. de Jong"),
        (Role.LINE, "De Staatssecretaris van Financiën,"),
        (Role.LINE, "C. van der Berg"),
    ]
    text = assemble(read_xml(paper(body))).text
    assert [(found.agent, found.office) for found, _ in find_signatories(text, text, "Brief")] == [
        ("A.B. de Jong", "Minister van Defensie"),
        ("C. van der Berg", "Staatssecretaris van Financiën"),
    ]


def test_a_note_leaves_its_marker_and_comes_behind_with_all_its_words() -> None:
    body = """<al>Zie de motie<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>Kamerstuk
      <extref doc="kst-12345-6" soort="document">12 345, nr. 6</extref>.</noot.al>
      <noot.al>En verder:</noot.al><noot.lijst><li><li.nr>a.</li.nr><al>paden;</al></li></noot.lijst></noot>
      en CO<inf>2</inf>.<noot type="voet"><noot.al>Zonder nummer.</noot.al></noot></al>"""
    outline = read_xml(paper(body, head=""))
    first, second, paragraph = outline.blocks
    assert paragraph.text == "Zie de motie1 en CO2.2"
    assert [paragraph.text[one.start : one.end] for one in paragraph.markers] == ["1", "2"]
    assert [one.key for one in paragraph.markers] == [first.key, second.key]
    assert (first.role, first.label) == (Role.NOTE, "1")
    assert first.text == "Kamerstuk 12 345, nr. 6. En verder: a. paden;"
    assert [(first.text[one.start : one.end], one.id) for one in first.links] == [("12 345, nr. 6", "kst-12345-6")]
    assert assemble(outline).text.endswith("\n\n1 Kamerstuk 12 345, nr. 6. En verder: a. paden;\n\n2 Zonder nummer.\n")


def test_notes_of_older_papers_stand_apart_from_their_markers() -> None:
    data = b"""<kamerwrk><kop><titel>Tweede Kamer der Staten-Generaal</titel><subtitel>2</subtitel></kop>
      <frontm><ordernr>5K1</ordernr><onderw><nummer>12 345</nummer><naam>Veilig
      fietsen</naam></onderw></frontm>
      <body><stuk><ltrlabel>Nr. </ltrlabel><nummer>3</nummer><titel>MEMORIE VAN TOELICHTING</titel>
      <tuskop letat="vet">Inleiding</tuskop><al>Zie de nota<voetref refid="v1"/> en de brief.<voetref refid="v2"/></al>
      <ondtek><functie>De Minister van Verkeer en Waterstaat,</functie><naam>A. Jansen</naam></ondtek></stuk></body>
      <voetnoot id="v1" nr="1"><al>Kamerstukken II 1994/95, 12 340, nr. 1.</al></voetnoot>
      <voetnoot id="v2" nr="2"><al>Niet gepubliceerd.</al></voetnoot></kamerwrk>"""
    made = assemble(read_xml(data))
    assert [made.text[one.note_start : one.note_end] for one in made.footnotes] == [
        "1 Kamerstukken II 1994/95, 12 340, nr. 1.",
        "2 Niet gepubliceerd.",
    ]
    assert "Zie de nota1 en de brief.2" in made.text
    document = read_document("kst-12345-3.xml", data)
    assert (document.number, document.title) == ("kst-12345-3", "Veilig fietsen")
    assert "\n\nDe Minister van Verkeer en Waterstaat,\nA. Jansen\n" in document.text


def test_markers_without_a_name_take_the_notes_in_their_order() -> None:
    data = b"""<kamerwrk><al>Een<voetref/> en twee<voetref/>.</al>
      <voetnoot><nootnr>*</nootnr><al>Eerste.</al></voetnoot><voetnoot><al>Tweede.</al></voetnoot></kamerwrk>"""
    made = assemble(read_xml(data))
    assert [made.text[one.note_start : one.note_end] for one in made.footnotes] == ["* Eerste.", "2 Tweede."]


def test_two_notes_with_one_name_stay_two() -> None:
    note = '<noot id="n"><noot.nr>{0}</noot.nr><noot.al>Noot {0}.</noot.al></noot>'
    made = assemble(read_xml(paper(f"<al>Een{note.format(1)} twee{note.format(2)}.</al>")))
    assert [made.text[one.note_start : one.note_end] for one in made.footnotes] == ["1 Noot 1.", "2 Noot 2."]


@pytest.mark.parametrize(
    ("written", "identifier"),
    [
        ('doc="kst-12345-6"', "kst-12345-6"),
        ('doc="h-tk-20222023-84-12"', "h-tk-20222023-84-12"),
        ('doc="dossier/12345"', "dossier-12345"),
        ('doc="stb-2020-118"', "stb-2020-118"),
        ('doc="https://www.rijksoverheid.nl/archief"', None),
        ('soort="document"', None),
    ],
)
def test_a_link_of_the_publisher_is_kept_with_its_words(written: str, identifier: str | None) -> None:
    block = only(f"<al>Zie (<extref {written}><nadruk>deze </nadruk>plaats</extref>).</al>")
    assert block.text == "Zie (deze plaats)."
    links = [(block.text[one.start : one.end], one.id) for one in block.links]
    assert links == ([("deze plaats", identifier)] if identifier else [])


def test_a_link_with_a_note_on_it_keeps_its_words_and_its_note() -> None:
    note = "<noot id='n'><noot.nr>1</noot.nr><noot.al>Niet gedrukt.</noot.al></noot>"
    _, block = read_xml(paper(f'<al>Zie <extref doc="kst-12345-6">nr. 6{note} </extref>2 keer.</al>', head="")).blocks
    assert block.text == "Zie nr. 61 2 keer."
    assert [(one.start, one.end, one.key) for one in block.markers] == [(9, 10, "n")]
    assert [(block.text[one.start : one.end], one.id) for one in block.links] == [("nr. 61", "kst-12345-6")]


def test_the_number_of_a_note_is_short_and_on_one_line() -> None:
    long = "9" * 99
    notes = "<noot nr='1\n2'><noot.al>A.</noot.al></noot>", f"<noot nr='{long}'><noot.al>B.</noot.al></noot>"
    body = "<al>Een{} twee{}.</al>".format(*notes)
    made = assemble(read_xml(paper(body, head="")))
    assert [one.marker for one in made.footnotes] == ["1 2", long[:40]]


def test_the_articles_of_a_bill_have_their_numbers_in_front() -> None:
    body = """<wetsvoorstel><intitule>Voorstel van wet</intitule>
      <aanhef><wij>Wij Willem-Alexander,</wij>
      <considerans><considerans.al>Alzo Wij,</considerans.al></considerans></aanhef>
      <wettekst><wijzig-artikel><kop><label>ARTIKEL</label> <nr>I</nr></kop>
      <wat>De Fietswet wordt als volgt gewijzigd:</wat>
      <wijzig-lid><lidnr>A</lidnr><wat>Artikel 2 komt te luiden:</wat><artikel><kop><label>Artikel</label><nr>2</nr>
      <titel>Paden</titel></kop><lid><lidnr>1.</lidnr><al>Er zijn paden:</al><lijst><li><li.nr>a.</li.nr>
      <al>voor fietsen;</al><al>breed genoeg;</al></li><li><li.nr>b.</li.nr><lijst><li><li.nr>1°.</li.nr>
      <al>voor paarden.</al></li></lijst></li></lijst></lid></artikel></wijzig-lid></wijzig-artikel></wettekst>
      </wetsvoorstel>"""
    assert blocks(body) == [
        (Role.PARAGRAPH, "Voorstel van wet"),
        (Role.PARAGRAPH, "Wij Willem-Alexander,"),
        (Role.PARAGRAPH, "Alzo Wij,"),
        (Role.HEADING, "ARTIKEL I"),
        (Role.PARAGRAPH, "De Fietswet wordt als volgt gewijzigd:"),
        (Role.PARAGRAPH, "A Artikel 2 komt te luiden:"),
        (Role.HEADING, "Artikel 2 Paden"),
        (Role.PARAGRAPH, "1. Er zijn paden:"),
        (Role.ITEM, "a. voor fietsen;"),
        (Role.ITEM, "breed genoeg;"),
        (Role.ITEM, "b. 1°. voor paarden."),
    ]


def test_headings_lie_as_deep_as_their_divisions() -> None:
    body = """<titel>MEMORIE VAN TOELICHTING</titel><divisie><kop><nr>I.</nr><titel>ALGEMEEN</titel>
      <subtitel>Kort</subtitel></kop><divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop><tussenkop>Doel</tussenkop>
      <al>Tekst.</al></divisie></divisie><divisie><kop><titel>SLOT</titel></kop></divisie>"""
    assert [(block.text, block.level) for block in read_xml(paper(body, head="")).blocks] == [
        ("MEMORIE VAN TOELICHTING", 1),
        ("I. ALGEMEEN", 2),
        ("Kort", 3),
        ("1. Inleiding", 3),
        ("Doel", 4),
        ("Tekst.", 0),
        ("SLOT", 2),
    ]


def test_a_table_is_a_block_for_each_row() -> None:
    body = """<table><title>Paden per jaar</title><tgroup><colspec colname="c1"/><thead><row><entry><al>Jaar</al>
      </entry><entry><al>Aantal</al></entry></row></thead><tbody><row><entry><al>2022</al></entry><entry/></row>
      <row><entry/><entry/></row><row><entry><al>2023</al><al>(raming)</al></entry>
      <entry><al>5<noot id="t"><noot.nr>1</noot.nr><noot.al>Voorlopig.</noot.al></noot></al></entry></row>
      </tbody></tgroup></table><al>Einde.</al>"""
    assert blocks(body) == [
        (Role.PARAGRAPH, "Paden per jaar"),
        (Role.ROW, "Jaar | Aantal"),
        (Role.ROW, "2022 |"),
        (Role.NOTE, "Voorlopig."),
        (Role.ROW, "2023 (raming) | 51"),
        (Role.PARAGRAPH, "Einde."),
    ]


def test_words_and_lists_within_a_paragraph_keep_their_order() -> None:
    body = "<al>Het gaat om:<lijst><li><li.nr>-</li.nr><al>paden;</al></li></lijst>en om meer.</al>"
    assert blocks(body) == [
        (Role.PARAGRAPH, "Het gaat om:"),
        (Role.ITEM, "- paden;"),
        (Role.PARAGRAPH, "en om meer."),
    ]


def test_marked_letters_do_not_break_a_word() -> None:
    assert (
        only("<al><nadruk>K</nadruk><nadruk>amerstuk</nadruk> over 5 m<sup>2</sup></al>").text == "Kamerstuk over 5 m2"
    )


def test_elements_nobody_knows_keep_their_words_apart_or_together_as_they_stand() -> None:
    body = "<nieuw><onbekend>Een</onbekend><onbekend>Twee</onbekend></nieuw><al>be<onbekend>kend</onbekend>er</al>"
    assert [text for _, text in blocks(body)] == ["Een", "Twee", "bekender"]


@pytest.mark.parametrize(("count", "remark"), [(1, "1 picture left out"), (2, "2 pictures left out")])
def test_pictures_are_counted(count: int, remark: str) -> None:
    picture = '<plaatje><illustratie naam="a.png"/></plaatje>'
    assert read_xml(paper(f"<al>Zie:{picture * count}</al>")).remarks == (remark,)


DEBATE = """<officiele-publicatie><metadata><meta name="OVERHEIDop.externMetadataRecord"
  content="https://zoek.officielebekendmakingen.nl/h-tk-20232024-5-3/metadata.xml"/></metadata><handelingen>
  <vergadering><vergaderdatum>Dinsdag 3 oktober 2023</vergaderdatum></vergadering><agendapunt><nr>3</nr>
  <item-titel>Vragenuur: Vragen Jansen</item-titel><onderwerp><al/></onderwerp><spreekbeurt nieuw="ja">
  <spreker><voorvoegsels>De heer</voorvoegsels>
    <naam>
      <achternaam>Jansen</achternaam>
    </naam> (<politiek>ABC</politiek>):</spreker>
  <tekst><al-groep><al>Voorzitter. Zie de motie (<extref doc="kst-12345-6">12345, nr. 6</extref>).</al></al-groep>
  </tekst></spreekbeurt></agendapunt></handelingen></officiele-publicatie>"""


def test_a_debate_is_a_heading_for_each_item_and_each_speaker() -> None:
    outline = read_xml(DEBATE.encode())
    assert [(block.role, block.text) for block in outline.blocks] == [
        (Role.MARGIN, "Dinsdag 3 oktober 2023"),
        (Role.HEADING, "3 Vragenuur: Vragen Jansen"),
        (Role.HEADING, "De heer Jansen (ABC):"),
        (Role.PARAGRAPH, "Voorzitter. Zie de motie (12345, nr. 6)."),
    ]
    stated = outline.stated
    assert (stated.kind, stated.number) == ("Handeling", "h-tk-20232024-5-3")
    assert stated.title == "Vragenuur: Vragen Jansen"
    assert stated.date is not None
    assert stated.date.day == date(2023, 10, 3)


QUESTIONS = """<officiele-publicatie><kamervragen><kamervraagkop><tekstregel inhoud="documenttype">Aanhangsel van de
  Handelingen</tekstregel></kamervraagkop><kamervraagnummer>12</kamervraagnummer>
  <kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Jansen</achternaam></naam> (ABC) aan de
  Minister van Defensie over <kamervraagonderwerp>paden</kamervraagonderwerp> (ingezonden
  <datum isodatum="2023-10-03">3 oktober 2023</datum>).</kamervraagomschrijving>{answer}
  <vraag><nr>Vraag 1</nr><al>Klopt dit?</al></vraag><antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
  </kamervragen></officiele-publicatie>"""
ANSWER = """<kamervraagomschrijving type="antwoord">Antwoord van Minister <naam><achternaam>De Vries</achternaam></naam>
  (<organisatie>Defensie</organisatie>) (ontvangen <datum isodatum="2023-10-20">20 oktober 2023</datum>).
  </kamervraagomschrijving>"""


@pytest.mark.parametrize(("answer", "day"), [(ANSWER, date(2023, 10, 20)), ("", date(2023, 10, 3))])
def test_questions_have_the_day_of_their_answer_else_their_own(answer: str, day: date) -> None:
    outline = read_xml(QUESTIONS.format(answer=answer).encode())
    stated = outline.stated
    assert stated.kind == "Kamervraag"
    assert stated.date is not None
    assert stated.date.day == day
    assert (Role.HEADING, "Vraag 1") in [(block.role, block.text) for block in outline.blocks]
    document = read_document("ah.xml", QUESTIONS.format(answer=answer).encode())
    assert document.title == "Vragen van het lid Jansen (ABC) aan de Minister van Defensie over paden"


def test_a_letter_has_the_day_it_prints() -> None:
    terms = '<meta name="DC.type" content="Brief regering"/><meta name="DC.type" content="Kamerstuk"/>'
    issued = '<meta name="DCTERMS.issued" content="2023-10-09"/>'
    body = "<titel>BRIEF VAN DE MINISTER VAN DEFENSIE</titel><al>Den Haag, 5 oktober 2023</al>"
    document = read_document("brief.xml", paper(body, metadata=terms + issued))
    assert document.date is not None
    assert document.date.day == date(2023, 10, 5)


def test_a_memorandum_which_prints_no_day_has_that_of_its_record() -> None:
    terms = '<meta name="DC.type" content="Kamerstuk"/><meta name="DCTERMS.issued" content="2023-10-09"/>'
    stated = read_xml(paper("<titel>MEMORIE VAN TOELICHTING</titel><al>Tekst.</al>", metadata=terms)).stated
    assert stated.date is not None
    assert stated.date.day == date(2023, 10, 9)


def test_every_block_leads_back_to_its_line() -> None:
    data = b"<kamerstuk>\n<al>Een.</al>\n\n<al>Twee.</al></kamerstuk>"
    assert [block.place for block in read_xml(data).blocks] == ["line=2", "line=4"]


RIJKSOVERHEID = """<document><id>1</id><title>Tekst over paden</title>
<introduction><![CDATA[<p>De <b>tekst</b>.</p>]]></introduction>
<content><contentblock><paragraphtitle><![CDATA[Kop]]></paragraphtitle><paragraph><![CDATA[<p>Een &euro; 5.</p>
<h2>Vervolg</h2>]]></paragraph></contentblock></content></document>"""


def test_a_document_of_rijksoverheid_is_read_from_its_parts_in_html() -> None:
    outline = read_xml(RIJKSOVERHEID.encode())
    assert [(block.role, block.text, block.place) for block in outline.blocks] == [
        (Role.HEADING, "Tekst over paden", "line=1"),
        (Role.PARAGRAPH, "De tekst.", "line=2"),
        (Role.PARAGRAPH, "Kop", "line=3"),
        (Role.PARAGRAPH, "Een € 5.", "line=3"),
        (Role.HEADING, "Vervolg", "line=4"),
    ]
    assert outline.stated.title == "Tekst over paden"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("<a:searchRetrieveResponse xmlns:a='urn:a'/>", r"of a kind that holds no paper \(searchRetrieveResponse\)"),
        ("<metadata_gegevens/>", r"of a kind that holds no paper \(metadata_gegevens\)"),
        ("<feed><entry><title>Motie</title></entry></feed>", r"of a kind that holds no paper \(feed\)"),
        ("<kamerstuk><al> </al></kamerstuk>", "without words in it"),
    ],
)
def test_xml_that_holds_no_paper_says_what_it_is(data: str, message: str) -> None:
    with pytest.raises(UnreadablePaperError, match=f"^is XML {message}; "):
        read_xml(data.encode())


def test_xhtml_that_comes_as_xml_is_read_as_a_page() -> None:
    assert read_xml(b"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Tekst.</p></body></html>").format == "HTML"


@pytest.mark.parametrize("element", ["divisie", "lijst", "onbekend", "al", "nadruk", "noot"])
def test_the_deepest_xml_that_is_parsed_is_read(element: str) -> None:
    depth = 250
    data = f"<stuk>{f'<{element}>' * depth}<al>diep</al>{f'</{element}>' * depth}</stuk>"
    assert "diep" in assemble(read_xml(data.encode())).text


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<onbekend>" + "<li.nr>a</li.nr>" * n + "</onbekend><al>x</al>",
        lambda n: "<lijst>" + "<li><li.nr>a.</li.nr><al>x</al></li>" * n + "</lijst>",
        lambda n: "<al>x" + '<noot id="a"><noot.nr>1</noot.nr><noot.al>y</noot.al></noot>' * n + "</al>",
        lambda n: "<al>x" + "<voetref/>" * n + "</al>" + "<voetnoot><al>y</al></voetnoot>" * n,
        lambda n: (
            "<al>x" + "<nootref refid='a'/>" * n + "</al><noot id='a' nr='" + "9" * n * 10 + "'><al>y</al></noot>"
        ),
        lambda n: "<al>" + "<extref doc='kst-12345-6'>x</extref> " * n + "</al>",
        lambda n: "<al>" + "<extref doc='kst-12345-6'>" * 200 + "x " * n + "</extref>" * 200 + "</al>",
        lambda n: "<row>" + "<entry>x</entry>" * n + "</row><al>x</al>",
        lambda n: "<divisie>" * 200 + "<al>x</al>" * n + "</divisie>" * 200,
    ],
)
def test_hostile_xml_takes_no_more_than_its_length_asks(make: Callable[[int], str]) -> None:
    assert growth(lambda data: read_xml(paper(data.decode())), make, 1_500) < 8


@pytest.mark.shared
def test_no_letter_of_a_real_paper_is_lost(shared: Path) -> None:
    for path in sorted([*(shared / "real" / "xml").glob("*.xml"), *(shared / "real" / "handelingen").glob("*.xml")]):
        data = path.read_bytes()
        root = parse_xml(data)
        for record in list(root.iter("metadata", "versie", "ordernr", "vergjaar")):
            holder = record.getparent()
            assert holder is not None
            holder.remove(record)
        written = Counter("".join("".join(map(str, root.itertext())).split()))
        read = Counter("".join(assemble(read_xml(data)).text.split()))
        assert not written - read, path.name


@pytest.mark.shared
def test_links_of_real_papers_are_all_kept(shared: Path) -> None:
    for path in sorted([*(shared / "real" / "xml").glob("*.xml"), *(shared / "real" / "handelingen").glob("*.xml")]):
        data = path.read_bytes()
        official = [one for one in parse_xml(data).iter("extref") if not one.get("doc", "").startswith("http")]
        assert len(read_document(path.name, data).links) == len(official), path.name


@pytest.mark.shared
def test_footnotes_of_annotated_papers_are_those_of_the_annotations(shared: Path) -> None:
    for path in sorted((shared / "gold").glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        original = annotation.get("original") or ""
        if original.endswith(".xml"):
            document = read_document(original, (shared / original).read_bytes())
            assert [one.marker for one in document.footnotes] == [
                one["marker"] for one in annotation.get("footnotes", []) if not one.get("note_absent")
            ], path.name
