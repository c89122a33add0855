"""DOCX files to outlines: what stands where, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from office_files import W, docx, p, r, table, zipped

from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking.registers import read_registers
from dossier_graph.model import Document, Role
from dossier_graph.reading import read_document
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.front import read_front
from dossier_graph.reading.office.docx import read_docx
from dossier_graph.reading.outline import Block
from dossier_graph.reading.text import UnreadablePaperError
from dossier_graph.recognition import Recognition

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="Kop 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Paragraafkop"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Plat"><w:basedOn w:val="Kop1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Vraag"><w:basedOn w:val="Standaard"/>
  <w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Verborgen"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Noot"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kring"><w:basedOn w:val="Kring"/></w:style>
"""


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}'
    f"{level(2, 'lowerRoman', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="2">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{level(0, "decimal", "Vraag %1")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    '</w:lvlOverride></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>'
)


def item(words: str, number: int = 1, depth: int = 0) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def blocks(body: str, pages: int = 0, **parts: str) -> tuple[Block, ...]:
    return read_docx(docx(body, None, pages, **parts)).blocks


def texts(found: Sequence[Block], role: Role | None = None) -> list[str]:
    return [block.text for block in found if role in (None, block.role)]


def test_paragraphs_come_in_order_with_their_place_in_the_file() -> None:
    read = blocks(p("De opvang is vol.") + p() + p("Dat is bekend."))
    assert [(block.role, block.text, block.place) for block in read] == [
        (Role.PARAGRAPH, "De opvang is vol.", "paragraph=1"),
        (Role.PARAGRAPH, "Dat is bekend.", "paragraph=3"),
    ]


@pytest.mark.parametrize(
    ("style", "expected"), [("Kop1", 1), ("Kop2", 2), ("Eigen", 1), ("Plat", 0), ("Kring", 0), ("Onbekend", 0)]
)
def test_a_heading_is_one_by_its_style_or_by_what_that_inherits(style: str, expected: int) -> None:
    assert blocks(p("De aanleiding", style=style), styles=STYLES)[0].level == expected


def test_lists_put_their_numbers_and_bullets_in_front() -> None:
    body = item("een") + item("deel", depth=1) + item("deel", depth=1) + item("twee") + item("diep", depth=2)
    read = blocks(body + item("punt", 2) + item("verder", 3) + item("nog", 3), numbering=NUMBERING)
    assert texts(read, Role.ITEM) == [
        "1. een", "a) deel", "b) deel", "2. twee", "2.i diep", "• punt", "7. verder", "8. nog",
    ]  # fmt: skip


def test_a_list_with_bullets_that_were_typed_is_a_list() -> None:
    assert texts(blocks(p("Het gaat om:") + p("- de kosten") + p("–", r("<w:tab/>"), "de baten")), Role.ITEM) == [
        "- de kosten", "– de baten",
    ]  # fmt: skip


def test_questions_that_a_style_counts_keep_their_numbers() -> None:
    read = blocks(p("Kent u dit?", style="Vraag") + p("Ja.") + p("Waarom?", style="Vraag"), styles=STYLES,
                  numbering=NUMBERING)  # fmt: skip
    assert texts(read) == ["Vraag 1 Kent u dit?", "Ja.", "Vraag 2 Waarom?"]


def test_a_footnote_leaves_the_text_and_keeps_its_marker() -> None:
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="4">{p(r("<w:footnoteRef/>"), r(" Kamerstuk 19 637,"))}{p("nr. 12.")}</w:footnote>'
        f'<w:footnote w:id="3">{p(r("<w:footnoteRef/>"), " Zie boven.")}</w:footnote>'
    )
    first, second = r('<w:footnoteReference w:id="4"/>'), r('<w:footnoteReference w:id="3"/>')
    body, *found = blocks(p("Zie de brief ", first, " van mei.", second), footnotes=notes)
    assert body.text == "Zie de brief1 van mei.2"
    assert [(body.text[one.start : one.end], one.key) for one in body.markers] == [
        ("1", found[0].key), ("2", found[1].key),
    ]  # fmt: skip
    assert [(note.role, note.label, note.text) for note in found] == [
        (Role.NOTE, "1", "Kamerstuk 19 637, nr. 12."), (Role.NOTE, "2", "Zie boven."),
    ]  # fmt: skip
    assert {note.place for note in found} == {"paragraph=1"}


def test_endnotes_count_for_themselves_in_roman_numbers_and_in_the_form_that_is_set() -> None:
    footnotes = f'<w:footnote w:id="1">{p("Onder.")}</w:footnote>'
    endnotes = f'<w:endnote w:id="1">{p("Achter.")}</w:endnote>'
    body = p("Zo", r('<w:footnoteReference w:id="1"/>'), " en zo", r('<w:endnoteReference w:id="1"/>'), ".")
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    read = blocks(body, footnotes=footnotes, endnotes=endnotes, settings=settings)
    assert texts(read) == ["Zoc en zoi.", "Onder.", "Achter."]


def test_notes_that_each_page_counts_begin_again_at_one() -> None:
    def marked(note: int) -> str:
        return r(f'<w:footnoteReference w:id="{note}"/>')

    notes = "".join(f'<w:footnote w:id="{note}">{p(f"Noot {note}.")}</w:footnote>' for note in (1, 2, 3))
    body = p("Een", marked(1), " twee", marked(2)) + p(r("<w:lastRenderedPageBreak/>"), "Drie", marked(3))
    settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    read = blocks(body, pages=2, footnotes=notes, settings=settings)
    assert texts(read)[:2] == ["Een1 twee2", "Drie1"]
    assert [(note.label, note.pages) for note in read if note.role is Role.NOTE] == [
        ("1", ((0, 1),)), ("2", ((0, 1),)), ("1", ((0, 2),)),
    ]  # fmt: skip


def test_a_note_that_leads_to_a_note_ends() -> None:
    mark = r('<w:footnoteReference w:id="1"/>')
    read = blocks(p("Zie", mark), footnotes=f'<w:footnote w:id="1">{p("Zie hier", mark)}</w:footnote>')
    assert texts(read, Role.NOTE) == ["Zie hier2"]


def test_a_mark_that_was_typed_is_the_number_of_its_note() -> None:
    notes = f'<w:footnote w:id="1">{p("* Onder voorbehoud.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>* staat</w:t></w:r>'
    body, note = blocks(p("Het bedrag", mark, " vast."), footnotes=notes)
    assert (body.text, note.label, note.text) == ("Het bedrag* staat vast.", "*", "Onder voorbehoud.")


@pytest.mark.parametrize(
    ("marked", "noted", "label"),
    [
        (p("Kent u het bericht ‘Vol’1)?"), p("1) NOS, 6 maart 2024."), "1)"),
        (p("Kent u het bericht? 1)"), p("1) NOS, 6 maart 2024."), "1)"),
        (p("Kent u het bericht?[1]"), p("[1] NOS, 6 maart 2024."), "[1]"),
        (p("Kent u het bericht?", r("1", '<w:vertAlign w:val="superscript"/>')),
         p(r("1", '<w:rStyle w:val="Noot"/>'), " NOS, 6 maart 2024."), "1"),
    ],
)  # fmt: skip
def test_notes_typed_by_hand_are_notes(marked: str, noted: str, label: str) -> None:
    body, answer, note = blocks(marked + p("Ja.") + noted, styles=STYLES)
    assert (note.role, note.label, note.text) == (Role.NOTE, label, "NOS, 6 maart 2024.")
    (marker,) = body.markers
    assert (body.text[marker.start : marker.end], marker.key) == (label, note.key)
    assert answer.role is Role.PARAGRAPH


def test_numbers_that_lead_to_no_note_are_words() -> None:
    read = blocks(p("Er is 5 m", r("2", '<w:vertAlign w:val="superscript"/>'), " per bed: 1) slapen, 2) eten.")
                  + p("1) Slapen kost het meest.") + p("2) Eten ook."))  # fmt: skip
    assert texts(read) == ["Er is 5 m2 per bed: 1) slapen, 2) eten.", "1) Slapen kost het meest.", "2) Eten ook."]
    assert not any(block.markers or block.role is Role.NOTE for block in read)


def test_two_markers_side_by_side_lead_to_their_own_notes() -> None:
    body, first, second = blocks(p("Wat is bedoeld? 1) 2)") + p("1) De brief.") + p("2) De motie."))
    assert [one.key for one in body.markers] == [first.key, second.key]


def test_office_and_name_are_lines() -> None:
    read = blocks(p("Daarover hoort u nog.") + p("De minister van Financiën,") + p() + p() + p("W. Jansen"))
    assert texts(read, Role.LINE) == ["De minister van Financiën,", "W. Jansen"]


def test_line_breaks_end_lines_of_an_address_but_not_of_a_sentence() -> None:
    br = r("<w:br/>")
    address = p("Postbus 20018", br, "2500 EA Den Haag")
    sentence = p("Ik heb de Kamer in mei geschreven dat de opvang vol is en dat ik", br, "haar in juni bericht.")
    question = p(r("Vraag 2", "<w:b/>"), br, "Waarom is de opvang vol?")
    read = blocks(address + sentence + question)
    assert texts(read, Role.LINE) == ["Postbus 20018", "2500 EA Den Haag"]
    assert texts(read, Role.PARAGRAPH) == [
        "Ik heb de Kamer in mei geschreven dat de opvang vol is en dat ik haar in juni bericht.",
        "Vraag 2",
        "Waarom is de opvang vol?",
    ]


def test_a_sentence_that_was_cut_into_paragraphs_is_one() -> None:
    read = blocks(p("In antwoord op uw brief van 6 december, nr. 2023Z19677, deel ik mede") + p("dat ik antwoord."))
    assert texts(read) == ["In antwoord op uw brief van 6 december, nr. 2023Z19677, deel ik mede dat ik antwoord."]


def test_a_table_of_data_is_rows() -> None:
    read = blocks(table(("Jaar", "Bedden"), ("2023", "12"), ("2024", "15")))
    assert [(block.role, block.text) for block in read] == [
        (Role.ROW, "Jaar | Bedden"), (Role.ROW, "2023 | 12"), (Role.ROW, "2024 | 15"),
    ]  # fmt: skip


def test_a_table_that_only_sets_the_paper_is_no_table() -> None:
    rows = (
        ("36 500", "Opvang van ontheemden"), ("Nr. 9", "MOTIE VAN HET LID JANSEN"), ("", "Voorgesteld 3 mei 2024"),
        ("", "De Kamer,"), ("", p("gehoord de beraadslaging,") + p("constaterende dat het vol is;")), ("", "Jansen"),
    )  # fmt: skip
    read = blocks(table(*rows))
    assert texts(read)[:3] == [
        "36 500 Opvang van ontheemden",
        "Nr. 9 MOTIE VAN HET LID JANSEN",
        "Voorgesteld 3 mei 2024",
    ]
    assert texts(read)[-2:] == ["constaterende dat het vol is;", "Jansen"]
    assert not texts(read, Role.ROW)


def test_a_table_of_labels_is_a_letterhead() -> None:
    read = blocks(table(("Datum", "3 mei 2024"), ("Betreft", "Opvang")) + p("Geachte voorzitter,"))
    assert texts(read, Role.MARGIN) == ["Datum 3 mei 2024", "Betreft Opvang"]


def test_ministers_who_sign_in_columns_are_read_one_by_one() -> None:
    read = blocks(
        table(("De minister van Financiën,", "De staatssecretaris van Defensie,"), ("W. Jansen", "K. de Boer"))
    )
    assert texts(read, Role.LINE) == [
        "De minister van Financiën,", "W. Jansen", "De staatssecretaris van Defensie,", "K. de Boer",
    ]  # fmt: skip


def test_ministers_who_sign_beside_each_other_behind_tabs_are_read_one_by_one() -> None:
    tab = r("<w:tab/>")
    body = (
        p("Wij antwoorden nog.") + p("De minister van Financiën,", tab, tab, "De staatssecretaris van Defensie,") + p()
    )
    read = blocks(body + p("W. Jansen", tab, "K. de Boer") + p("Bijlage met cijfers."))
    assert texts(read) == [
        "Wij antwoorden nog.", "De minister van Financiën,", "W. Jansen", "De staatssecretaris van Defensie,",
        "K. de Boer", "Bijlage met cijfers.",
    ]  # fmt: skip
    assert len(texts(read, Role.LINE)) == 4


def test_a_label_with_its_value_behind_a_tab_is_a_letterhead() -> None:
    read = blocks(p("Datum", r("<w:tab/>"), "3 mei 2024") + p("Datum van ingang is 1 juni."))
    assert [(block.role, block.text) for block in read] == [
        (Role.MARGIN, "Datum 3 mei 2024"), (Role.PARAGRAPH, "Datum van ingang is 1 juni."),
    ]  # fmt: skip


def test_a_frame_stands_beside_the_text_and_a_large_letter_in_it() -> None:
    framed = p("Ons kenmerk 12", properties='<w:framePr w:hAnchor="page" w:vAnchor="page"/>')
    read = blocks(framed + p("D", properties='<w:framePr w:dropCap="drop" w:vAnchor="text"/>') + p("e opvang is vol."))
    assert [(block.role, block.text) for block in read] == [
        (Role.MARGIN, "Ons kenmerk 12"), (Role.PARAGRAPH, "De opvang is vol."),
    ]  # fmt: skip


def section(*references: tuple[str, str, str], first: bool = False) -> str:
    inner = "".join(f'<w:{kind}Reference w:type="{which}" r:id="{name}"/>' for kind, which, name in references)
    return f"<w:sectPr>{inner}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def test_the_header_of_the_first_page_is_the_letterhead_and_the_others_run() -> None:
    page = r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText> PAGE </w:instrText>") + r(
        '<w:fldChar w:fldCharType="separate"/>') + r("3") + r('<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    headers = {
        "header1": p("Directie Opvang") + p("Ons kenmerk") + p("1234567"),
        "header2": p("Brief over opvang"),
        "header3": p("Even bladzijden"),
        "footer1": p("Pagina ", page, " van 4"),
    }
    body = p("Geachte voorzitter,") + section(
        ("header", "first", "header1"), ("header", "default", "header2"), ("header", "even", "header3"),
        ("footer", "default", "footer1"), first=True,
    )  # fmt: skip
    read = read_docx(docx(body, headers=headers)).blocks
    assert [(block.role, block.text) for block in read] == [
        (Role.MARGIN, "Directie Opvang"), (Role.MARGIN, "Ons kenmerk"), (Role.MARGIN, "1234567"),
        (Role.PARAGRAPH, "Geachte voorzitter,"), (Role.RUNNING, "Brief over opvang"),
    ]  # fmt: skip


def test_a_header_that_says_what_the_paper_is_about_is_its_letterhead() -> None:
    body = p("Geachte voorzitter,") + section(("header", "default", "header1"))
    read = read_docx(docx(body, headers={"header1": table(("Datum", "3 mei 2024"), ("Betreft", "Opvang"))})).blocks
    assert texts(read, Role.MARGIN) == ["Datum 3 mei 2024", "Betreft Opvang"]


def test_a_text_box_is_read_once_and_a_hidden_one_not() -> None:
    def box(words: str, hidden: str) -> str:
        content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
        return (
            f'<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:docPr hidden="{hidden}"/><wps:txbx>'
            f"{content}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}"
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    read = blocks(p("De opvang is vol.", box("Ons kenmerk 1234567", "0"), box("Sjabloon", "1")))
    assert [(block.role, block.text) for block in read] == [
        (Role.PARAGRAPH, "De opvang is vol."), (Role.MARGIN, "Ons kenmerk 1234567"),
    ]  # fmt: skip


def test_what_is_tracked_is_read_as_accepted_and_reported() -> None:
    body = p(
        "Er zijn ",
        "<w:del><w:r><w:delText>drie</w:delText></w:r></w:del>",
        f"<w:ins>{r('vier')}</w:ins>",
        " locaties.",
        f"<w:moveFrom>{r('Weg.')}</w:moveFrom>",
        f"<w:moveTo>{r(' Hier.')}</w:moveTo>",
        r("<w:commentReference w:id='0'/>"),
    )
    outline = read_docx(docx(body))
    assert texts(outline.blocks) == ["Er zijn vier locaties. Hier."]
    assert outline.remarks == (
        "1 tracked deletion was left out", "1 tracked insertion was read as text", "1 comment was left out",
    )  # fmt: skip


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    body = p("De opvang ", properties="<w:rPr><w:del/></w:rPr>") + p("is vol.")
    assert texts(blocks(body)) == ["De opvang is vol."]


def test_hidden_text_is_left_out_and_said_to_be() -> None:
    body = p("Zichtbaar", r(" geheim", "<w:vanish/>"), r(" ook", '<w:rStyle w:val="Verborgen"/>'),
             r(" wel", '<w:rStyle w:val="Verborgen"/><w:vanish w:val="0"/>'), ".")  # fmt: skip
    outline = read_docx(docx(body, styles=STYLES))
    assert (texts(outline.blocks), outline.remarks) == (["Zichtbaar wel."], ("hidden text was left out",))


END = '<w:fldChar w:fldCharType="end"/>'


def field(code: str, result: str) -> str:
    return "".join(
        (r('<w:fldChar w:fldCharType="begin"/>'), r(f"<w:instrText>{code}</w:instrText>"),
         r('<w:fldChar w:fldCharType="separate"/>'), result, r('<w:fldChar w:fldCharType="end"/>'))
    )  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (field(" REF _Ref1 ", r("tabel 2")), "Zie tabel 2."),
        (field(' HYPERLINK "https://www.example.org" ', r("de brief")), "Zie de brief."),
        (field(" PAGEREF _Toc1 ", r("14")), "Zie ."),
        (field(f" IF {field(' PAGE ', r('1'))} = 1 ", r("hier")), "Zie hier."),
        ('<w:fldSimple w:instr=" DOCPROPERTY onderwerp ">' + r("de opvang") + "</w:fldSimple>", "Zie de opvang."),
        (r('<w:fldChar w:fldCharType="begin"/>') + r("alles"), "Zie alles."),
        (r('<w:fldChar w:fldCharType="begin"/>') + "<w:del>" + r(END) + "</w:del>" + r("meer"), "Zie meer."),
        (f'<w:hyperlink r:id="rId9">{r("de brief")}</w:hyperlink>', "Zie de brief."),
        (f"<w:smartTag>{r('Den Haag')}</w:smartTag>", "Zie Den Haag."),
        (f"<w:sdt><w:sdtContent>{r('3 mei')}</w:sdtContent></w:sdt>", "Zie 3 mei."),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Vul in')}</w:sdtContent></w:sdt>", "Zie ."),
        (r("Michon") + r("<w:noBreakHyphen/>") + r("Derkzen"), "Zie Michon-Derkzen."),
        (r("op") + r("<w:softHyphen/>") + r("vang"), "Zie opvang."),
        (r('<w:sym w:font="Symbol" w:char="F0B3"/>') + r("<w:tab/>") + r("5"), "Zie ≥ 5."),
    ],
)
def test_what_is_in_a_paragraph_is_read_as_it_is_seen(inner: str, expected: str) -> None:
    assert texts(blocks(p("Zie ", inner, "."))) == [expected]


def test_pages_are_known_where_the_editor_marked_them_all() -> None:
    body = p("Eerste.", r("<w:lastRenderedPageBreak/>"), " Tweede.") + p(r("<w:lastRenderedPageBreak/>"), "Derde.")
    assert [block.pages for block in read_docx(docx(body, pages=3)).blocks] == [((0, 1), (7, 2)), ((0, 3),)]
    assert [block.pages for block in read_docx(docx(body, pages=9)).blocks] == [(), ()]


def test_a_page_that_begins_in_an_empty_cell_counts() -> None:
    body = table((p(r("<w:lastRenderedPageBreak/>")), "Bedden")) + p("Slot.")
    assert read_docx(docx(body, pages=2)).blocks[-1].pages == ((0, 2),)


def test_the_strict_variant_of_the_standard_is_read() -> None:
    with ZipFile(BytesIO(docx(p("De opvang is vol.")))) as archive:
        usual = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    members: dict[str, str | bytes] = {name: content.replace(W, strict) for name, content in usual.items()}
    assert texts(read_docx(zipped(members)).blocks) == ["De opvang is vol."]


def test_nested_tables_and_boxes_end_in_time() -> None:
    body = p("diep")
    for _ in range(60):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert texts(blocks(body)) == ["diep"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"word/media/image1.png": b"x"}), "without the text of a Word document"),
        (zipped({"word/document.xml": "<w:document xmlns:w='x'/>"}), "without the text of a Word document"),
        (zipped({"word/document.xml": "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"}), "declares entities"),
        (zipped({"word/document.xml": "<d><e></d>"}), "line 1"),
    ],
)
def test_what_is_no_docx_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(UnreadablePaperError, match=words):
        read_docx(data)


def test_a_paragraph_of_tabs_alone_costs_nothing() -> None:
    tab = r("<w:tab/>")
    footer = p(tab, tab, field(" PAGE ", r("2")))
    body = p("De opvang is vol.") + p(tab, tab) + section(("footer", "default", "footer1"))
    assert texts(read_docx(docx(body, headers={"footer1": footer})).blocks) == ["De opvang is vol."]


def test_digits_that_are_raised_keep_the_space_in_front_of_them() -> None:
    body, _ = blocks(p("Stel x ", r("2", '<w:vertAlign w:val="superscript"/>'), " is bekend.") + p("Dus is het vol."))
    assert body.text == "Stel x 2 is bekend."


def listed_below(words: str) -> Sequence[Block]:
    numbering = f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1)")}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return blocks(p(words) + item("een heffing;") + item("een verbod;") + item("een subsidie."), numbering=numbering)


@pytest.mark.parametrize("words", ["Zie de brief (Kamerstuk 36 600, nr. 2). Drie maatregelen:", "Wat doet u dan? 2)"])
def test_items_of_a_list_are_no_notes(words: str) -> None:
    read = listed_below(words)
    assert texts(read) == [words, "1) een heffing;", "2) een verbod;", "3) een subsidie."]
    assert not any(block.markers for block in read)


MARK = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/>'


@pytest.mark.parametrize(
    ("mark", "label"),
    [
        (f'<w:r>{MARK}<w:sym w:font="Symbol" w:char="F02A"/></w:r>', "∗"),
        (f'<w:r>{MARK}</w:r><w:r><w:sym w:font="Symbol" w:char="F02A"/></w:r>', "∗"),
        (f"<w:r>{MARK}</w:r><w:r><w:drawing/></w:r>", "\ufffd"),
    ],
)
def test_the_mark_of_a_note_is_the_symbol_that_follows_and_no_word(mark: str, label: str) -> None:
    notes = f'<w:footnote w:id="1">{p("Onder voorbehoud.")}</w:footnote>'
    body, note = blocks(p("Het bedrag", mark, " staat vast."), footnotes=notes)
    assert (body.text, note.label, note.text) == (f"Het bedrag{label} staat vast.", label, "Onder voorbehoud.")


@pytest.mark.parametrize(
    ("font", "code", "expected"),
    [
        ("Symbol", "F06D", "μ"), ("Symbol", "61", "α"), ("Symbol", "F062", "β"), ("Symbol", "F0A0", "€"),
        ("Symbol", "F0F0", "\ufffd"), ("Wingdings", "F0FC", "✓"), ("Wingdings", "F0A4", "\ufffd"),
        ("Webdings", "F061", "\ufffd"), ("Arial", "20AC", "€"), ("Arial", "geen", "\ufffd"),
    ],
)  # fmt: skip
def test_a_symbol_is_never_lost(font: str, code: str, expected: str) -> None:
    outline = read_docx(docx(p("Vijf ", r(f'<w:sym w:font="{font}" w:char="{code}"/>'), " is veel.")))
    assert texts(outline.blocks) == [f"Vijf {expected} is veel."]
    assert outline.remarks == (("1 symbol was of a font that is not known",) if expected == "\ufffd" else ())


def test_words_in_a_font_of_symbols_are_read_by_that_font() -> None:
    symbol, wingdings = (
        r(chr(0xF0DE), '<w:rFonts w:ascii="Symbol"/>'),
        r(chr(0xF0FC), '<w:rFonts w:ascii="Wingdings"/>'),
    )
    assert texts(blocks(p("Dus ", symbol, " en ", wingdings, ", ", r(chr(0xF06D)), "."))) == ["Dus ⇒ en ✓, μ."]


def test_a_paragraph_whose_end_was_deleted_stays_in_front_of_a_table() -> None:
    body = p("Eerst.", properties="<w:rPr><w:del/></w:rPr>") + table(("Jaar", "Bedden"), ("2024", "15")) + p("Dan.")
    assert texts(blocks(body)) == ["Eerst.", "Jaar | Bedden", "2024 | 15", "Dan."]


def test_an_item_that_was_moved_away_is_not_counted() -> None:
    moved = p(
        f"<w:moveFrom>{r('weg')}</w:moveFrom>",
        properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:moveFrom/></w:rPr>',
    )
    assert texts(blocks(item("een") + moved + item("twee"), numbering=NUMBERING)) == ["1. een", "2. twee"]


BEGIN = r('<w:fldChar w:fldCharType="begin"/>')
SEPARATE = r('<w:fldChar w:fldCharType="separate"/>')


@pytest.mark.parametrize(
    ("opened", "closed"),
    [
        (p(BEGIN, r("<w:instrText> REF a </w:instrText>")), f"<w:del>{r(END)}</w:del>"),
        (p(BEGIN, r("<w:instrText> PAGE </w:instrText>"), SEPARATE, r("3")), f"<w:ins>{r(END)}</w:ins>"),
        (p(BEGIN), f"<w:del><w:hyperlink>{r(END)}</w:hyperlink></w:del>"),
        (p(BEGIN), f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(END)}</w:sdtContent></w:sdt>"),
    ],
)
def test_a_field_that_is_never_ended_in_the_text_conceals_none_of_it(opened: str, closed: str) -> None:
    assert texts(blocks(opened + p("De opvang is vol.") + p("Dat is bekend.", closed, " Toch?"))) == [
        "De opvang is vol.", "Dat is bekend. Toch?",
    ]  # fmt: skip


def test_a_field_that_is_ended_in_a_row_that_was_deleted_conceals_none_of_the_text() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p(r(END))}</w:tc></w:tr>"
    body = p("Zie ", BEGIN, r("<w:instrText> REF a </w:instrText>"), "hier.") + f"<w:tbl>{gone}</w:tbl>" + p("Vol.")
    assert texts(blocks(body)) == ["Zie hier.", "Vol."]


HUGE = "9" * 5_000


@pytest.mark.parametrize(
    "properties",
    [
        f'<w:numPr><w:ilvl w:val="{HUGE}"/><w:numId w:val="1"/></w:numPr>',
        f'<w:outlineLvl w:val="{HUGE}"/>',
    ],
)
def test_numbers_beyond_measure_are_none(properties: str) -> None:
    styles = f'<w:style w:styleId="S"><w:pPr>{properties}</w:pPr></w:style>'
    read = blocks(p("Vol.", properties=properties) + p("Leeg.", style="S"), numbering=NUMBERING, styles=styles)
    assert [block.text.split()[-1] for block in read] == ["Vol.", "Leeg."]


def test_a_list_puts_no_more_in_front_than_a_label_is_long() -> None:
    numbering = f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "x" * 90_000)}</w:abstractNum>'
    numbering += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    read = blocks(item("een") * 100, numbering=numbering)
    assert sum(len(block.text) for block in read) < 5_000


def test_what_is_lost_is_remarked_on() -> None:
    gone = r('<w:footnoteReference w:id="7"/>')
    outline = read_docx(docx(p("De opvang", gone, " is vol.") + '<w:altChunk r:id="rId5"/>'))
    assert texts(outline.blocks) == ["De opvang is vol."]
    assert not outline.blocks[0].markers
    assert outline.remarks == ("1 embedded file was left out", "1 note was missing to which a marker leads")


def test_pages_are_unknown_where_a_mark_of_one_stands_in_what_is_left_out() -> None:
    mark = r("<w:lastRenderedPageBreak/>")
    body = p("Eerste.", mark, " Tweede.") + f"<w:p><w:del>{mark}</w:del></w:p>" + p("Derde.")
    assert [block.pages for block in blocks(body, pages=3)] == [(), ()]


# Every marker in the papers, what stands in front of it, how its note begins: read in the papers and judged by eye.
MARKED = {
    "kv_beantwoording_1.docx": [],
    "kv_beantwoording_2.docx": [
        ("1)", "hoofddoek bij boa's (nos.nl)”", "NOS, 6 maart 2024"),
        ("1", "meerderheid van uw Kamer verzocht.", "Kamerstukken II 2021/22, 29 628"),
        ("2)", "Code Interbestuurlijke Verhoudingen ", "Kamerstuk 33047, nr. 25"),
        ("2", "meerderheid van Uw Kamer heeft verzocht.", "Zie hiervoor onder andere de moties"),
    ],
    "kv_beantwoording_3.docx": [
        ("1)", "ook commerciële tarieven vraagt? ", "Geen spoed wel brandweer"),
        ("2)", "hordes meldingen kunnen delen? ", "Contact marechaussee"),
        ("1", "aanleiding van de motie van Nispen", "Kamerstukken, 2022-2023, 29628"),
    ],
    "kv_beantwoording_4.docx": [
        ("1)", "traumatische ervaringen worden hier bedoeld? ", "Aanhangsel Handelingen"),
        ("2)", "ervaringen worden hier bedoeld? 1) ", "AD, 13 januari 2024"),
        ("1", "inzet van de Mobiele Eenheid (ME)", "Aanhangsel van de Handelingen"),
    ],
    "pm_09b97518-8d7c-4a90-a090-28e45bc44920.docx": [],
}


@pytest.mark.shared
@pytest.mark.parametrize("name", MARKED)
def test_markers_of_real_papers_lead_to_their_notes(shared: Path, name: str) -> None:
    made = assemble(read_docx((shared / "real/docx" / name).read_bytes()))
    assert len(made.footnotes) == len(MARKED[name])
    for found, (marker, before, note) in zip(made.footnotes, MARKED[name], strict=True):
        assert found.marker == marker
        assert made.text[: found.start].endswith(before)
        assert made.text[found.note_start : found.note_end].startswith(f"{marker} {note}")


@pytest.mark.shared
def test_a_real_paper_says_the_same_as_its_text(shared: Path) -> None:
    plain = read_document("twin.txt", (shared / "real/text/kv_beantwoording_2.txt").read_bytes())
    made = assemble(read_docx((shared / "real/docx/kv_beantwoording_2.docx").read_bytes()))
    front = read_front(made.text)
    assert (front.kind, front.title, front.date, front.reference) == (
        plain.kind, plain.title, plain.date, plain.reference,
    )  # fmt: skip
    own = Document("twin.docx", made.text, "", front.kind, front.title, front.date, footnotes=tuple(made.footnotes))
    recognition = Recognition(read_lexicon(read_registers()))
    of_text, of_docx = recognition.recognise(plain), recognition.recognise(own)
    assert Counter((one.kind, one.id) for one in of_text.citations) == Counter(
        (one.kind, one.id) for one in of_docx.citations
    )
    assert Counter((one.relation, one.agent) for one in of_text.responsibilities) == Counter(
        (one.relation, one.agent) for one in of_docx.responsibilities
    )
