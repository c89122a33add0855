"""ODT files to outlines: what stands where, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from office_files import odt, zipped

from dossier_graph.model import Role
from dossier_graph.reading import read_document
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.front import read_front
from dossier_graph.reading.office.docx import read_docx
from dossier_graph.reading.office.odt import read_odt
from dossier_graph.reading.outline import Block
from dossier_graph.reading.text import UnreadablePaperError

LIST = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="i" text:display-levels="3"/>'
    "</text:list-style>"
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/>'
    "</text:list-style>"
)


def p(inner: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def text_style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


def item(*inner: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inner)}</text:list-item>"


def listed(name: str, *items: str, more: str = "") -> str:
    return f'<text:list text:style-name="{name}" {more}>{"".join(items)}</text:list>'


def row(*cells: str) -> str:
    inner = "".join(f"<table:table-cell>{p(cell) if cell else '<text:p/>'}</table:table-cell>" for cell in cells)
    return f"<table:table-row>{inner}</table:table-row>"


def blocks(body: str, automatic: str = "", styles: str = "") -> tuple[Block, ...]:
    return read_odt(odt(body, automatic, styles)).blocks


def texts(found: Sequence[Block], role: Role | None = None) -> list[str]:
    return [block.text for block in found if role in (None, block.role)]


def test_headings_and_paragraphs_come_in_order_with_their_place_in_the_file() -> None:
    body = '<text:h text:outline-level="2">Aanleiding</text:h>' + p("") + p("De opvang is vol.")
    assert [(block.role, block.level, block.text, block.place) for block in blocks(body)] == [
        (Role.HEADING, 2, "Aanleiding", "paragraph=1"),
        (Role.PARAGRAPH, 0, "De opvang is vol.", "paragraph=3"),
    ]


def test_headings_are_numbered_as_the_file_says() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    body = "".join(f'<text:h text:outline-level="{depth}">Kop</text:h>' for depth in (1, 2, 2, 1, 2))
    read = blocks(body, styles=f"<office:styles>{outline}</office:styles>")
    assert texts(read) == ["1 Kop", "1.1 Kop", "1.2 Kop", "2 Kop", "2.1 Kop"]


def test_lists_put_their_numbers_and_bullets_in_front() -> None:
    inner = listed("", item(p("deel")), item(p("deel"), listed("", item(p("diep")))))
    body = listed("L1", item(p("een"), p("nog over een"), inner), item(p("twee"))) + p("Tussen.")
    body += listed(
        "L1", item(p("drie")), item(p("acht"), more='text:start-value="8"'), more='text:continue-numbering="true"'
    )
    body += listed("L1", item(p("opnieuw"))) + listed("L2", item(p("punt")))
    assert texts(blocks(body, LIST), Role.ITEM) == [
        "1. een", "nog over een", "a) deel", "b) deel", "1.b.i diep", "2. twee", "3. drie", "8. acht", "1. opnieuw",
        "– punt",
    ]  # fmt: skip


NUMBER = "\n  1\n  a\n"  # as a file that was indented holds it


def note(kind: str, label: str, words: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body>{p(words)}</text:note-body></text:note>"
    )


def test_notes_leave_the_text_and_keep_their_markers() -> None:
    body = p(
        f"Zie de brief{note('footnote', '1', 'Kamerstuk 19 637, nr. 12.')} van mei{note('endnote', 'i', 'Slot.')}."
    )
    read, first, second = blocks(body)
    assert read.text == "Zie de brief1 van meii."
    assert [(one.start, one.end, one.key) for one in read.markers] == [(12, 13, first.key), (21, 22, second.key)]
    assert [(one.role, one.label, one.text) for one in (first, second)] == [
        (Role.NOTE, "1", "Kamerstuk 19 637, nr. 12."), (Role.NOTE, "i", "Slot."),
    ]  # fmt: skip


def test_the_number_of_a_note_is_one_line() -> None:
    read, found = blocks(p(f"Vol{note('footnote', NUMBER, 'Slot.')}."))
    assert (read.text, found.label) == ("Vol1 a.", "1 a")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ('Den<text:s text:c="3"/>Haag', "Den Haag"),
        ("Datum<text:tab/>3 mei", "Datum 3 mei"),
        ("Zie <text:span>de <text:a>brief</text:a></text:span>.", "Zie de brief."),
        ("Zie <text:bookmark-ref>tabel 2</text:bookmark-ref>.", "Zie tabel 2."),
        ("Blad <text:page-number>4</text:page-number>.", "Blad ."),
        ("Vol<office:annotation><text:p>Echt?</text:p></office:annotation>.", "Vol."),
        ('Vol<text:span text:style-name="Weg"> geheim</text:span>.', "Vol."),
        ("Vol\n      en leeg.", "Vol en leeg."),
        ("<text:ruby><text:ruby-base>vol</text:ruby-base><text:ruby-text>leeg</text:ruby-text></text:ruby>", "vol"),
    ],
)
def test_what_is_in_a_paragraph_is_read_as_it_is_seen(inner: str, expected: str) -> None:
    hidden = (
        '<style:style style:name="Weg" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    assert texts(blocks(p(inner), hidden)) == [expected]


def test_what_is_left_out_is_reported() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        f"{p('Weg.')}</text:deletion></text:changed-region></text:tracked-changes>"
        + p(f'Er<text:change text:change-id="c1"/> staat wat.<office:annotation>{p("Wie?")}</office:annotation>')
        + f'<text:section text:display="none">{p("Verborgen.")}</text:section>'
    )
    outline = read_odt(odt(body))
    assert texts(outline.blocks) == ["Er staat wat."]
    assert outline.remarks == (
        "1 tracked deletion was left out", "1 comment was left out", "hidden text was left out",
    )  # fmt: skip


def test_line_breaks_end_lines_of_an_address() -> None:
    read = blocks(p("Postbus 20018<text:line-break/>2500 EA Den Haag"))
    assert texts(read, Role.LINE) == ["Postbus 20018", "2500 EA Den Haag"]


def test_ministers_who_sign_beside_each_other_behind_tabs_are_read_one_by_one() -> None:
    offices = p("De minister van Financiën,<text:tab/>De staatssecretaris van Defensie,")
    read = blocks(offices + p("W. Jansen<text:tab/>K. de Boer"))
    assert texts(read, Role.LINE) == [
        "De minister van Financiën,", "W. Jansen", "De staatssecretaris van Defensie,", "K. de Boer",
    ]  # fmt: skip


def test_names_under_a_motie_are_lines() -> None:
    read = blocks(p("en gaat over tot de orde van de dag.") + p("Jansen") + p("De Boer"))
    assert texts(read, Role.LINE) == ["Jansen", "De Boer"]


def test_a_table_of_data_is_rows_and_one_of_labels_a_letterhead() -> None:
    header = f"<table:table-header-rows>{row('Jaar', 'Bedden')}</table:table-header-rows>"
    data = f"<table:table>{header}{row('2023', '12')}</table:table>"
    labels = f"<table:table>{row('Datum', '3 mei 2024')}{row('Betreft', 'Opvang')}</table:table>"
    read = blocks(labels + data)
    assert texts(read, Role.MARGIN) == ["Datum 3 mei 2024", "Betreft Opvang"]
    assert texts(read, Role.ROW) == ["Jaar | Bedden", "2023 | 12"]


def test_a_frame_stands_beside_the_text_and_an_imprint_runs() -> None:
    frame = "<draw:frame text:anchor-type='page'><draw:text-box>{}</draw:text-box></draw:frame>"
    body = frame.format(p("kst-36500-9") + p("'s-Gravenhage 2024")) + p(
        "Het is vol." + frame.format(p("Ons kenmerk 12"))
    )
    assert [(block.role, block.text) for block in blocks(body)] == [
        (Role.PARAGRAPH, "Het is vol."), (Role.MARGIN, "Ons kenmerk 12"),
        (Role.RUNNING, "kst-36500-9"), (Role.RUNNING, "'s-Gravenhage 2024"),
    ]  # fmt: skip


def test_headers_run_but_for_that_of_a_first_page() -> None:
    masters = (
        '<office:master-styles><style:master-page style:name="Eerste" style:next-style-name="Standard">'
        f"<style:header>{p('Directie Opvang')}</style:header></style:master-page>"
        f'<style:master-page style:name="Standard"><style:header>{p("Brief over opvang")}</style:header>'
        f"<style:footer>{p('Pagina <text:page-number>2</text:page-number>')}</style:footer></style:master-page>"
        "</office:master-styles>"
    )
    first = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="Eerste"/>'
    assert [(block.role, block.text) for block in blocks(p("Geachte voorzitter,", "P1"), first, masters)] == [
        (Role.MARGIN, "Directie Opvang"), (Role.PARAGRAPH, "Geachte voorzitter,"), (Role.RUNNING, "Brief over opvang"),
    ]  # fmt: skip


def test_notes_typed_by_hand_are_notes() -> None:
    raised = text_style("T1", 'style:text-position="super 58%"')
    one = '<text:span text:style-name="T1">1</text:span>'
    body, found = blocks(p(f"Kent u het bericht?{one}") + p(f"{one} NOS, 6 maart 2024."), raised)
    assert (body.markers[0].key, found.role, found.label, found.text) == (
        found.key,
        Role.NOTE,
        "1",
        "NOS, 6 maart 2024.",
    )


def test_pages_are_known_where_the_editor_marked_them_all() -> None:
    body = p("Eerste.<text:soft-page-break/> Tweede.")
    meta = '<office:meta><meta:document-statistic meta:page-count="{}"/></office:meta>'
    assert read_odt(odt(body, meta=meta.format(2))).blocks[0].pages == ((0, 1), (7, 2))
    assert read_odt(odt(body, meta=meta.format(5))).blocks[0].pages == ()


def test_an_official_paper_states_its_number() -> None:
    meta = (
        '<office:meta><meta:user-defined meta:name="OVERHEIDop.ParlID/DC.identifier">kst-36500-9</meta:user-defined>'
        '<meta:user-defined meta:name="OVERHEIDop.dossiernummer">36500</meta:user-defined>'
        '<meta:user-defined meta:name="OVERHEIDop.dossiertitel">Opvang</meta:user-defined></office:meta>'
    )
    stated = read_odt(odt(p("Het is vol."), meta=meta)).stated
    assert (stated.number, stated.dossiers, stated.dossier_title) == ("kst-36500-9", ("36500",), "Opvang")


def test_an_encrypted_file_is_refused() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )
    with pytest.raises(UnreadablePaperError, match="protected by a password; save it without one"):
        read_odt(zipped({"META-INF/manifest.xml": manifest, "content.xml": b"\x00\x01"}))


def test_an_odt_file_is_no_docx_file_nor_the_other_way_round() -> None:
    with pytest.raises(UnreadablePaperError, match="Word document"):
        read_docx(odt(p("Het is vol.")))
    with pytest.raises(UnreadablePaperError, match="ODT document"):
        read_odt(zipped({"word/document.xml": "<d/>"}))


def test_a_paragraph_of_tabs_alone_costs_nothing() -> None:
    footer = p("<text:tab/><text:tab/><text:page-number>2</text:page-number>")
    masters = (
        f'<office:master-styles><style:master-page style:name="Standard"><style:footer>{footer}</style:footer>'
        "</style:master-page></office:master-styles>"
    )
    assert texts(blocks(p("De opvang is vol.") + p("<text:tab/>"), styles=masters)) == ["De opvang is vol."]


PAGE_ENDS = "<text:soft-page-break/>"


@pytest.mark.parametrize(
    ("before", "page"),
    [
        (f"<table:table>{row('Jaar', 'Bedden')}{PAGE_ENDS}{row('2024', '15')}</table:table>", 2),
        (f"<table:table>{row('Jaar', 'Bedden')}{PAGE_ENDS}</table:table>", 2),
        (listed("L1", item(p("een")), PAGE_ENDS, item(p("twee"))), 2),
        (listed("L1", item(p("een"), PAGE_ENDS, p("nog een"))), 2),
        (f'{p("Vol.")}<text:section text:display="none">{PAGE_ENDS}</text:section>', 0),
    ],
)
def test_a_page_can_end_in_a_table_or_a_list(before: str, page: int) -> None:
    meta = '<office:meta><meta:document-statistic meta:page-count="2"/></office:meta>'
    read = read_odt(odt(before + p("Dat is bekend."), LIST, meta=meta)).blocks
    assert read[0].pages == (((0, 1),) if page else ())
    assert read[-1].pages == (((0, page),) if page else ())


def test_a_title_is_a_heading() -> None:
    styles = '<office:styles><style:style style:name="Title" style:family="paragraph"/></office:styles>'
    own = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    read = blocks(p("Opvang", "Title") + p("Ontheemden", "P1") + p("Vol."), own, styles)
    assert [(block.role, block.level) for block in read] == [
        (Role.HEADING, 1), (Role.HEADING, 1), (Role.PARAGRAPH, 0),
    ]  # fmt: skip


def test_a_note_without_a_number_is_remarked_on() -> None:
    outline = read_odt(odt(p(f"Vol{note('footnote', ' ', 'Slot.')}.")))
    assert texts(outline.blocks) == ["Vol."]
    assert outline.remarks == ("1 note was left out for want of a number",)


def test_numbers_and_labels_beyond_measure_cost_nothing() -> None:
    huge = "9" * 5_000
    styles = text_style("T1", f'style:text-position="{huge}% 58%"') + (
        f'<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
        f'style:num-prefix="{"x" * 90_000}" style:num-suffix="{"y" * 90_000}"/></text:list-style>'
    )
    body = p(f'<text:span text:style-name="T1">Vol</text:span><text:s text:c="{huge}"/>en leeg.')
    read = blocks(body + listed("L", *[item(p("een"))] * 100), styles)
    assert read[0].text == "Vol en leeg."
    assert sum(len(block.text) for block in read) < 5_000


@pytest.mark.shared
def test_a_real_motie_says_the_same_as_its_text(shared: Path) -> None:
    plain = read_document("twin.txt", (shared / "real/text/kst-32545-143.txt").read_bytes())
    outline = read_odt((shared / "real/odt/kst-32545-143.odt").read_bytes())
    made = assemble(outline)
    front = read_front(made.text)
    assert (front.kind, front.title, front.date, front.number) == (plain.kind, plain.title, plain.date, plain.number)
    assert outline.stated.number == plain.number
    assert texts(outline.blocks, Role.LINE)[-2:] == ["Inge van Dijk", "Grinwis"]
