"""Papers in PDF files, as a reader of the page would read them aloud."""

from __future__ import annotations

from io import BytesIO
from time import process_time

import pypdf
import pytest
from made_pdf import BOLD, HEIGHT, ITALIC, Words, drawing, lines, make_pdf, make_unreadable_pdf, note, picture, wrapped

from dossier_graph.model import Role
from dossier_graph.reading.assembly import assemble
from dossier_graph.reading.outline import Block, Outline
from dossier_graph.reading.pdf.reader import read_pdf
from dossier_graph.reading.text import UnreadablePaperError

LEFT = 80
FULL = 60  # letters of a full line, which is 360 points wide
LONG = (
    "De regering heeft in het voorjaar besloten dat gemeenten de opvang blijven verzorgen en dat het Rijk de kosten "
    "daarvan vergoedt tot het einde van het volgende jaar, onder dezelfde voorwaarden als voorheen golden voor hen"
)


def body(outline: Outline) -> list[Block]:
    return [block for block in outline.blocks if block.role not in {Role.RUNNING, Role.MARGIN, Role.NOTE}]


def texts(outline: Outline, *roles: Role) -> list[str]:
    return [block.text for block in outline.blocks if not roles or block.role in roles]


def test_lines_of_a_paragraph_are_one_block_and_a_gap_parts_paragraphs() -> None:
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG, FULL), *wrapped(LEFT, 200, LONG + ".", FULL)]))
    assert texts(outline) == [LONG, LONG + "."]
    assert {block.role for block in outline.blocks} == {Role.PARAGRAPH}


def test_a_forced_line_end_parts_paragraphs_without_a_gap() -> None:
    page = [*wrapped(LEFT, 100, LONG, FULL), Words(LEFT, 148, "Kort."), *wrapped(LEFT, 160, LONG, FULL)]
    assert texts(read_pdf(make_pdf(page))) == [LONG, "Kort.", LONG]


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("en daarmee gaat het om de kosten van alle opvang-", "plekken in het land", "alle opvangplekken in"),
        ("en daarmee gaat het om de kosten van alle opvang-", "en zorg in het land", "alle opvang- en zorg in"),
        ("en daarmee gaat het om de kosten van het IenW-", "beleid in het land zelf", "het IenW-beleid in"),
        ("en daarmee gaat het om de kosten van het jaar 2022-", "2023 in het land zelf", "jaar 2022-2023 in"),
        ("en daarmee zie https://www.voorbeeld.nl/een-", "twee/drie voor meer", "voorbeeld.nl/een-twee/drie voor"),
        ("een take-off en een landing duren lang, ook een take-", "off in de nacht zelf", "een take-off in"),
    ],
)
def test_words_cut_at_a_line_end_are_joined(first: str, second: str, read: str) -> None:
    outline = read_pdf(make_pdf([*wrapped(LEFT, 60, LONG, FULL), *lines(LEFT, 100, first, second)]))
    assert read in outline.blocks[-1].text


def test_a_paragraph_goes_on_over_a_page_end() -> None:
    parts = LONG.split(" daarvan ")
    pages = [
        [Words(LEFT, 30, "Brief van de minister"), *wrapped(LEFT, 700, parts[0], FULL), Words(300, 800, "1")],
        [
            Words(LEFT, 30, "Brief van de minister"),
            *wrapped(LEFT, 100, "daarvan " + parts[1], FULL),
            Words(300, 800, "2"),
        ],
    ]
    outline = read_pdf(make_pdf(*pages))
    (paragraph,) = body(outline)
    assert paragraph.text == LONG
    assert [(page, paragraph.text[offset:].split()[0]) for offset, page in paragraph.pages] == [
        (1, "De"),
        (2, "daarvan"),
    ]
    assert texts(outline, Role.RUNNING) == ["Brief van de minister", "1", "Brief van de minister", "2"]


def test_a_paragraph_goes_on_behind_a_figure() -> None:
    rows = [words.text for words in wrapped(LEFT, 100, LONG + ".", FULL)]
    pages = [
        [*wrapped(LEFT, 100, LONG + ".", FULL), *lines(LEFT, 760, *rows[:2])],
        [
            *lines(LEFT + 20, 80, "Aantal", "Jaar", size=7),
            Words(LEFT, 110, "Figuur 1. Aantallen per jaar", 8, ITALIC),
            *lines(LEFT, 140, *rows[2:]),
        ],
    ]
    outline = read_pdf(make_pdf(*pages))
    assert texts(outline) == [LONG + ".", LONG + ".", "Aantal", "Jaar", "Figuur 1. Aantallen per jaar"]


def test_what_is_printed_on_every_page_is_taken_out_of_the_text() -> None:
    pages = [
        [
            *wrapped(LEFT, 100, f"Pagina {number} gaat over iets. {LONG}", FULL),
            Words(LEFT, 800, "Tweede Kamer, vergaderjaar 2023-2024, 36 045, nr. 12"),
            Words(500, 800, str(number)),
        ]
        for number in (1, 2, 3)
    ]
    outline = read_pdf(make_pdf(*pages))
    assert [block.text[:9] for block in body(outline)] == ["Pagina 1 ", "Pagina 2 ", "Pagina 3 "]
    assert len(texts(outline, Role.RUNNING)) == 6


def test_a_note_that_says_what_another_says_is_no_page_footer() -> None:
    pages = [
        [
            *Words(LEFT, 100, "Dit staat in de brief").with_marker(str(number), " van mei."),
            *note(LEFT, 790, str(number), "Kamerstuk 36 045, nr. 12."),
        ]
        for number in (1, 2)
    ]
    outline = read_pdf(make_pdf(*pages))
    assert texts(outline, Role.NOTE) == ["Kamerstuk 36 045, nr. 12."] * 2
    assert not texts(outline, Role.RUNNING)


def test_notes_are_tied_to_their_markers() -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        *Words(LEFT, 200, "Dit staat in de brief van 29 november 2024").with_marker("1", ". Daarover"),
        *Words(LEFT, 212, "gaat het ook in de motie").with_marker("2", " van Van Zanten."),
        *note(LEFT, 760, "1", "Kamerstuk 36 045, nr. 12, waarin staat dat"),
        Words(LEFT, 769, "het zo is.", 8),
        *note(LEFT, 778, "2", "Kamerstuk 19 637, nr. 3171."),
    ]
    outline = read_pdf(make_pdf(page))
    made = assemble(outline)
    assert [
        (made.text[: one.start][-9:], one.marker, made.text[one.note_start : one.note_end]) for one in made.footnotes
    ] == [
        ("mber 2024", "1", "1 Kamerstuk 36 045, nr. 12, waarin staat dat het zo is."),
        ("  de motie"[1:], "2", "2 Kamerstuk 19 637, nr. 3171."),
    ]


def test_the_numbers_of_notes_may_begin_anew_on_every_page() -> None:
    pages = [
        [
            *wrapped(LEFT, 100, LONG, FULL),
            *Words(LEFT, 200, f"Dit is zin {word}").with_marker("1", " van de brief."),
            *note(LEFT, 770, "1", f"Noot bij zin {word}."),
        ]
        for word in ("een", "twee")
    ]
    made = assemble(read_pdf(make_pdf(*pages)))
    assert [made.text[one.note_start : one.note_end] for one in made.footnotes] == [
        "1 Noot bij zin een.",
        "1 Noot bij zin twee.",
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    pages = [
        [
            *wrapped(LEFT, 100, LONG + ".", FULL),
            *Words(LEFT, 200, "Dit staat in een brief").with_marker("1", " van mei."),
            *note(LEFT, 770, "1", "Zie de brief over het eerste deel van"),
        ],
        [*wrapped(LEFT, 100, LONG + ".", FULL), Words(LEFT, 770, "het onderzoek dat is gedaan.", 8)],
    ]
    outline = read_pdf(make_pdf(*pages))
    (block,) = (block for block in outline.blocks if block.role is Role.NOTE)
    assert block.text == "Zie de brief over het eerste deel van het onderzoek dat is gedaan."
    assert [page for _, page in block.pages] == [1, 2]


def test_notes_at_the_end_of_a_paper_are_tied_to_their_markers() -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        *Words(LEFT, 200, "Dit staat in de brief").with_marker("1", " van mei."),
        *Words(LEFT, 224, "Dat staat in de motie").with_marker("2", " van juni."),
        Words(LEFT, 260, "Noten", 12, BOLD),
        Words(LEFT, 280, "1. Kamerstuk 36 045, nr. 12."),
        Words(LEFT, 292, "2. Kamerstuk 19 637, nr. 3171."),
    ]
    made = assemble(read_pdf(make_pdf(page)))
    assert [made.text[one.note_start : one.note_end] for one in made.footnotes] == [
        "1 Kamerstuk 36 045, nr. 12.",
        "2 Kamerstuk 19 637, nr. 3171.",
    ]


def test_notes_to_the_left_of_the_text_are_notes() -> None:
    page = [
        *wrapped(220, 100, LONG + ".", 50),
        *Words(220, 200, "Dit staat in de brief").with_marker("1", " van mei."),
        *wrapped(220, 224, LONG + ".", 50),
        Words(40, 100, "Nr. 12", 10, BOLD),
        *note(40, 224, "1", "Kamerstuk 36 045, nr. 12,", 7),
        Words(40, 232, "blz. 3.", 7),
    ]
    outline = read_pdf(make_pdf(page))
    assert texts(outline, Role.NOTE) == ["Kamerstuk 36 045, nr. 12, blz. 3."]
    assert texts(outline, Role.MARGIN) == ["Nr. 12"]
    assert [len(block.markers) for block in body(outline)] == [0, 1, 0]


def test_numbers_in_brackets_are_tied_without_being_raised() -> None:
    page = [
        *wrapped(LEFT, 100, LONG + "[3].", FULL),
        Words(LEFT, 200, "Zie ook artikel 2[4] van de wet."),
        Words(LEFT, 770, "[3] Kamerstuk 36 045, nr. 12.", 8),
        Words(LEFT, 780, "[4] Stb. 2022, 12.", 8),
    ]
    made = assemble(read_pdf(make_pdf(page)))
    assert [(one.marker, made.text[one.note_start : one.note_end]) for one in made.footnotes] == [
        ("[3]", "3 Kamerstuk 36 045, nr. 12."),
        ("[4]", "4 Stb. 2022, 12."),
    ]


def test_a_marker_without_a_note_stays_in_the_text() -> None:
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG, FULL), *Words(LEFT, 200, "De brief").with_marker("4", ".")]))
    assert outline.blocks[-1].text == "De brief4."
    assert not outline.blocks[-1].markers


@pytest.mark.parametrize(("words", "raised"), [("Er kwam 12 km", "2"), ("De 7", "e"), ("Dat is 10", "6")])
def test_raised_characters_without_a_note_stay_what_they_are(words: str, raised: str) -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        *Words(LEFT, 200, words).with_marker(raised, " en niet meer."),
        *Words(LEFT, 224, "Dit staat in de brief").with_marker("1", " van mei."),
        *note(LEFT, 770, "1", "Kamerstuk 36 045, nr. 12."),
    ]
    outline = read_pdf(make_pdf(page))
    assert f"{words}{raised} en niet meer." in texts(outline)
    assert sum(len(block.markers) for block in outline.blocks) == 1


def test_a_unit_is_no_marker_where_the_page_has_a_note_of_that_number() -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        *Words(LEFT, 200, "Het gaat om 30 m").with_marker("2", " grond."),
        *Words(LEFT, 224, "Dit staat in de brief").with_marker("2", " van mei."),
        *note(LEFT, 770, "2", "Kamerstuk 36 045, nr. 12."),
    ]
    marked = [block.text[: block.markers[0].start] for block in read_pdf(make_pdf(page)).blocks if block.markers]
    assert marked == ["Dit staat in de brief"]


def test_a_letterhead_beside_the_text_is_set_apart_in_front_of_it() -> None:
    margin = [
        Words(480, 100, "Directie Water", 6.5, BOLD),
        Words(480, 108, "en Bodem", 6.5, BOLD),
        Words(480, 130, "Ons kenmerk", 6.5, BOLD),
        Words(480, 138, "IENW/BSK-2024/1", 6.5),
    ]
    other = f"Verder geldt het volgende. {LONG}"
    pages = [[*wrapped(LEFT, 100, text, FULL), *margin] for text in (LONG + ".", other)]
    outline = read_pdf(make_pdf(*pages))
    assert texts(outline, Role.MARGIN) == ["Directie Water en Bodem", "Ons kenmerk", "IENW/BSK-2024/1"]
    assert [block.text for block in body(outline)] == [LONG + ".", other]
    assert outline.blocks[0].role is Role.MARGIN


def test_a_letterhead_to_the_left_does_not_cut_sentences() -> None:
    margin = [Words(40, 112, "Datum", 7, BOLD), Words(40, 124, "3 mei 2006", 7)]
    outline = read_pdf(make_pdf([*wrapped(220, 100, LONG + ".", 50), *margin]))
    assert texts(outline, Role.MARGIN) == ["Datum", "3 mei 2006"]
    assert [block.text for block in body(outline)] == [LONG + "."]


def test_labels_beside_what_they_label_part_it() -> None:
    page = [
        *lines(200, 100, "Brief van de minister van Financiën van 3 mei 2006 over", "de opvang in het hele land"),
        *lines(200, 124, "Agenderen voor een algemeen overleg over het geld van", "de gemeenten in het land"),
        *lines(200, 148, "Dit onderwerp komt ook aan de orde in het overleg over", "de begroting van het ministerie"),
        Words(60, 100, "Zaak:"),
        Words(60, 124, "Besluit:"),
        Words(60, 148, "Noot:"),
    ]
    assert texts(read_pdf(make_pdf(page))) == [
        "Zaak:",
        "Brief van de minister van Financiën van 3 mei 2006 over de opvang in het hele land",
        "Besluit:",
        "Agenderen voor een algemeen overleg over het geld van de gemeenten in het land",
        "Noot:",
        "Dit onderwerp komt ook aan de orde in het overleg over de begroting van het ministerie",
    ]


def test_labels_with_their_values_are_read_together() -> None:
    page = [
        Words(LEFT, 80, "Datum"),
        Words(LEFT + 80, 80, "22 december 2022"),
        Words(LEFT, 92, "Betreft"),
        Words(LEFT + 80, 92, "Verzamelbrief over de opvang van mensen"),
        Words(LEFT + 80, 104, "uit het buitenland"),
        *wrapped(LEFT, 140, LONG, FULL),
    ]
    assert texts(read_pdf(make_pdf(page)))[:2] == [
        "Datum 22 december 2022",
        "Betreft Verzamelbrief over de opvang van mensen uit het buitenland",
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = wrapped(50, 100, "Links begint het. " + LONG, 38)
    right = wrapped(310, 100, "Rechts gaat het verder. " + LONG, 38)
    mixed = (
        [words for pair in zip(left, right, strict=False) for words in pair] + left[len(right) :] + right[len(left) :]
    )
    assert texts(read_pdf(make_pdf(mixed))) == ["Links begint het. " + LONG, "Rechts gaat het verder. " + LONG]


def test_a_heading_over_two_columns_comes_first() -> None:
    page = [
        Words(50, 80, "Verslag van een overleg dat over de beide kolommen heen loopt", 14, BOLD),
        *wrapped(50, 110, LONG, 38),
        *wrapped(310, 110, LONG, 38),
    ]
    outline = read_pdf(make_pdf(page))
    assert [block.role for block in outline.blocks] == [Role.HEADING, Role.PARAGRAPH, Role.PARAGRAPH]


def test_headings_have_levels_and_items_are_items() -> None:
    page = [
        Words(LEFT, 80, "Een brief", 16, BOLD),
        Words(LEFT, 110, "1. Aanleiding", 10, BOLD),
        *wrapped(LEFT, 122, LONG, FULL),
        Words(LEFT, 180, "1.1 Verzoek", 10, BOLD),
        *wrapped(LEFT, 192, LONG, FULL),
        Words(LEFT, 250, "- het eerste punt dat wordt gemaakt;"),
        Words(LEFT, 262, "- het tweede punt."),
    ]
    outline = read_pdf(make_pdf(page))
    assert [(block.text, block.level) for block in outline.blocks if block.role is Role.HEADING] == [
        ("Een brief", 1),
        ("1. Aanleiding", 2),
        ("1.1 Verzoek", 3),
    ]
    assert texts(outline, Role.ITEM) == ["- het eerste punt dat wordt gemaakt;", "- het tweede punt."]


def test_signatures_and_names_stand_on_lines_of_their_own() -> None:
    page = [
        *wrapped(LEFT, 100, LONG + ".", FULL),
        Words(LEFT, 180, "De Minister van Financiën,"),
        Words(LEFT, 240, "A. de Vries"),
    ]
    assert "De Minister van Financiën,\nA. de Vries\n" in assemble(read_pdf(make_pdf(page))).text
    motie = [
        *wrapped(LEFT, 100, LONG + ".", FULL),
        Words(LEFT, 150, "en gaat over tot de orde van de dag."),
        Words(LEFT, 180, "Van Dijk"),
        Words(LEFT, 192, "Grinwis"),
    ]
    assert assemble(read_pdf(make_pdf(motie))).text.endswith("Van Dijk\nGrinwis\n")


def test_those_who_sign_side_by_side_are_read_one_after_the_other() -> None:
    page = [
        *wrapped(LEFT, 100, LONG + ".", FULL),
        Words(LEFT, 180, "De Minister van Financiën,"),
        Words(320, 180, "De Minister van Defensie,"),
        Words(LEFT, 240, "A. de Vries"),
        Words(320, 240, "B. Bakker"),
    ]
    assert [block.text for block in body(read_pdf(make_pdf(page)))[1:]] == [
        "De Minister van Financiën,",
        "A. de Vries",
        "De Minister van Defensie,",
        "B. Bakker",
    ]


def test_rows_of_a_table_are_blocks_with_their_cells() -> None:
    rows = [("Jaar", "Plekken", "Kosten"), ("2022", "1.200", "€ 3 mln."), ("2023", "1.400", "€ 4 mln.")]
    cells = [
        Words(LEFT + 120 * column, 200 + 14 * row, text)
        for row, texts_of_row in enumerate(rows)
        for column, text in enumerate(texts_of_row)
    ]
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG, FULL), *cells]))
    assert texts(outline, Role.ROW) == ["Jaar | Plekken | Kosten", "2022 | 1.200 | € 3 mln.", "2023 | 1.400 | € 4 mln."]


def test_numbered_rows_of_running_text_are_one_block_each() -> None:
    page: list[Words] = [*wrapped(LEFT, 100, LONG + ".", FULL)]
    for place, (wish, answer) in enumerate([("meer plekken", "in mei"), ("meer geld", "in juni"), ("rust", "later")]):
        y = 200 + 50 * place
        page += [
            Words(LEFT, y, str(place + 1)),
            *wrapped(LEFT + 25, y, f"De Kamer vraagt de regering om {wish} voor de gemeenten in het land.", 26),
            *wrapped(LEFT + 240, y, f"De regering antwoordt dat dit {answer} aan de orde komt.", 20),
        ]
    assert texts(read_pdf(make_pdf(page)), Role.ROW, Role.ITEM, Role.PARAGRAPH)[1:] == [
        f"{number} De Kamer vraagt de regering om {wish} voor de gemeenten in het land."
        f" | De regering antwoordt dat dit {answer} aan de orde komt."
        for number, wish, answer in [(1, "meer plekken", "in mei"), (2, "meer geld", "in juni"), (3, "rust", "later")]
    ]


def test_rows_without_room_between_them_stay_apart() -> None:
    rows = [("opvang in de gemeente Utrecht", "voorzitter"), ("zorg in de gemeente Zwolle", "griffier")]
    cells = [
        Words(x, 200 + 12 * place, text)
        for place, row in enumerate(rows)
        for x, text in zip((LEFT, LEFT + 240), row, strict=True)
    ]
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG + ".", FULL), *cells]))
    assert texts(outline, Role.ROW) == [" | ".join(row) for row in rows]


def test_a_line_step_widened_by_a_lowered_digit_cuts_no_sentence() -> None:
    first, second = "De uitstoot in het land is in het afgelopen jaar aan het", "dalen en blijft dat doen."
    page = [*wrapped(LEFT, 100, LONG + ".", FULL), Words(LEFT, 200, first), Words(LEFT, 218, second)]
    assert texts(read_pdf(make_pdf(page)))[1:] == [f"{first} {second}"]


def test_labels_side_by_side_are_read_with_the_values_below_them() -> None:
    page = [
        *(Words(x, 80, label) for x, label in ((LEFT, "Uw brief"), (230, "Ons kenmerk"), (380, "Datum"))),
        *(Words(x, 98, value) for x, value in ((LEFT, "2 mei 2023"), (230, "2023-0000412345"), (380, "7 juli 2023"))),
        Words(LEFT, 130, "Geachte Voorzitter,"),
        *wrapped(LEFT, 160, LONG + ".", FULL),
    ]
    outline = read_pdf(make_pdf(page))
    assert texts(outline, Role.MARGIN) == ["Uw brief 2 mei 2023", "Ons kenmerk 2023-0000412345", "Datum 7 juli 2023"]
    assert [block.text for block in body(outline)] == ["Geachte Voorzitter,", LONG + "."]


def test_a_block_tells_where_it_stands() -> None:
    outline = read_pdf(make_pdf([Words(72, 120, "Geachte voorzitter,")]))
    assert outline.blocks[0].place == "page=1&viewrect=72,112,114,10"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(rotate: int) -> None:
    page = wrapped(LEFT, 100, LONG, FULL)
    turns = {90: (0, 1, -1, 0, HEIGHT, 0), 180: (-1, 0, 0, -1, 595, HEIGHT), 270: (0, -1, 1, 0, 595 - HEIGHT, HEIGHT)}
    # the words are turned the other way, so that the page shows them upright
    turned = make_pdf([f"q {' '.join(map(str, turns[rotate]))} cm", *page, "Q"], rotate=rotate)
    assert texts(read_pdf(turned)) == [LONG]


def test_words_along_the_side_of_a_page_are_kept_apart() -> None:
    side = "BT /Courier 8 Tf 0 1 -1 0 30 200 Tm (Concept van juni) Tj ET"
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG, FULL), side]))
    assert [block.text for block in body(outline)] == [LONG]
    assert "Concept van juni" in texts(outline, Role.MARGIN)


def test_a_line_stretched_to_the_width_of_the_column_is_one_line() -> None:
    parts = ["gemeenten", "die", "voor", "de", "opvang", "van", "mensen", "zorgen"]
    room = (FULL * 6 - sum(6 * len(part) for part in parts)) / (len(parts) - 1)
    stretched: list[Words] = []
    at = float(LEFT)
    for part in parts:
        stretched.append(Words(at, 172, part))
        at += 6 * len(part) + room
    stretched.insert(3, Words(stretched[2].end, 168.5, "1", 6.5))
    page = [
        *wrapped(LEFT, 100, LONG + ".", FULL),
        Words(LEFT, 160, "Het Rijk vergoedt op grond van een regeling de kosten van de"),
        *stretched,
        Words(LEFT, 184, "in het hele land."),
        *note(LEFT, 770, "1", "Kamerstuk 36 045, nr. 12."),
    ]
    outline = read_pdf(make_pdf(page))
    assert "kosten van de gemeenten die voor1 de opvang van mensen zorgen in het hele land." in outline.blocks[1].text
    assert len(outline.blocks[1].markers) == 1


def test_gaps_in_lines_of_a_scan_part_no_cells() -> None:
    page: list[Words] = []
    *rows, end = wrapped(LEFT, 100, LONG + ".", FULL - 2)
    for place, row in enumerate(rows):
        cut = row.text.index(" ", 10 + 14 * place)
        first = Words(LEFT, row.y, row.text[:cut])
        page += [first, Words(first.end + 13, row.y, row.text[cut + 1 :])]
    assert texts(read_pdf(make_pdf([*page, end]))) == [LONG + "."]


def test_narrow_gaps_at_one_place_part_cells() -> None:
    cells = [("Jaar en plaats", "Plekken"), ("2022, Utrecht.", "1.200"), ("2023, Utrecht.", "1.400")]
    rows = [
        Words(x, 200 + 14 * place, text)
        for place, row in enumerate(cells)
        for x, text in zip((LEFT, LEFT + 97), row, strict=True)
    ]
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG + ".", FULL), *rows]))
    assert texts(outline, Role.ROW) == [" | ".join(row) for row in cells]


def test_letters_set_a_little_apart_are_one_word() -> None:
    spaced = "BT /Courier 10 Tf 1 0 0 1 80 700 Tm [(Het) -400 (Inf) -130 (rastructuurfonds)] TJ ET"
    assert texts(read_pdf(make_pdf([spaced]))) == ["Het Infrastructuurfonds"]


def test_raised_digits_of_a_font_of_the_same_size_are_markers() -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        Words(LEFT, 200, "Dit staat in de brief² van mei."),
        Words(LEFT, 770, "² Kamerstuk 36 045, nr. 12.", 8),
    ]
    made = assemble(read_pdf(make_pdf(page)))
    assert [(one.marker, made.text[one.note_start : one.note_end]) for one in made.footnotes] == [
        ("²", "2 Kamerstuk 36 045, nr. 12.")
    ]


@pytest.mark.parametrize("matrix", ["1e30 0 0 1e30 0 0", "0 0 0 0 80 700", "1 0 0 1 1e20 -1e20"])
def test_words_at_no_place_do_no_harm(matrix: str) -> None:
    odd = f"BT /Courier 10 Tf {matrix} Tm (nergens) Tj ET"
    assert LONG in texts(read_pdf(make_pdf([*wrapped(LEFT, 100, LONG, FULL), odd])))


def test_bold_words_in_a_sentence_make_no_heading() -> None:
    page = [
        Words(LEFT, 100, "Vragen van de leden"),
        Words(LEFT + 120, 100, "Van Dijk", 10, BOLD),
        Words(LEFT + 174, 100, "en"),
        *wrapped(LEFT, 140, LONG, FULL),
    ]
    block = read_pdf(make_pdf(page)).blocks[0]
    assert (block.role, block.text) == (Role.LINE, "Vragen van de leden Van Dijk en")


def test_a_line_in_italics_parts_from_what_follows() -> None:
    title = "Ambtelijk advies over de gevolgen voor gemeenten en provincies"[:FULL]
    page = [Words(LEFT, 100, title, 10, ITALIC), *wrapped(LEFT, 112, LONG, FULL)]
    assert texts(read_pdf(make_pdf(page))) == [title, LONG]


def _stretched(x: float, y: float, text: str, width: float) -> list[Words]:
    """Return the words of a line set apart so far that they fill it."""
    parts = text.split()
    room = (width - sum(6 * len(part) for part in parts)) / (len(parts) - 1)
    made: list[Words] = []
    for part in parts:
        made.append(Words(made[-1].end + room if made else x, y, part))
    return made


def test_two_columns_of_stretched_lines_are_no_table() -> None:
    rows = [
        "eerst heeft de regering besloten dat de",
        "gemeenten die voor de opvang",
        "niet kunnen dragen, en dat het Rijk ze",
        "vergoedt tot aan het eind van het jaar.",
    ]
    page: list[Words] = []
    for x, word in ((50, "Links"), (320, "Rechts")):
        for number in range(5):
            y = 100 + 48 * number
            page.append(Words(x, y, f"{word} {number} {rows[0]}"[:39]))
            page.extend(_stretched(x, y + 12, rows[1], 39 * 6))
            page.extend(lines(x, y + 24, *rows[2:]))
    read = [block.text for block in body(read_pdf(make_pdf(page)))]
    assert read == [
        " ".join(line for number in range(5) for line in [f"{word} {number} {rows[0]}"[:39].strip(), *rows[1:]])
        for word in ("Links", "Rechts")
    ]


def test_a_date_that_begins_a_line_of_a_note_begins_no_note() -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        *Words(LEFT, 200, "Dit staat in de brief").with_marker("1", ". Daarover"),
        *Words(LEFT, 212, "gaat het ook in de motie").with_marker("2", " van Van Zanten."),
        *note(LEFT, 760, "1", "Kamerstuk 36 045, nr. 12, ontvangen op de dag na"),
        Words(LEFT, 769, "2 juni.", 8),
        *note(LEFT, 778, "2", "Kamerstuk 19 637, nr. 3171."),
    ]
    outline = read_pdf(make_pdf(page))
    assert texts(outline, Role.NOTE) == [
        "Kamerstuk 36 045, nr. 12, ontvangen op de dag na 2 juni.",
        "Kamerstuk 19 637, nr. 3171.",
    ]


def test_a_power_of_ten_is_no_marker_where_the_page_has_a_note_of_that_number() -> None:
    page = [
        *wrapped(LEFT, 100, LONG, FULL),
        *Words(LEFT, 200, "Het gaat om 10").with_marker("6", " euro."),
        *Words(LEFT, 224, "Dit staat in de brief").with_marker("6", " van mei."),
        *note(LEFT, 770, "6", "Kamerstuk 36 045, nr. 12."),
    ]
    marked = [block.text[: block.markers[0].start] for block in read_pdf(make_pdf(page)).blocks if block.markers]
    assert marked == ["Dit staat in de brief"]


def test_a_note_broken_off_between_sentences_goes_on_at_the_foot_of_the_next_page() -> None:
    other = f"Verder geldt het volgende. {LONG}."
    pages = [
        [
            *wrapped(LEFT, 100, LONG + ".", FULL),
            *Words(LEFT, 200, "Dit staat in een brief").with_marker("1", " van mei."),
            *note(LEFT, 770, "1", "Zie de brief over het eerste deel."),
        ],
        [*wrapped(LEFT, 100, other, FULL), Words(LEFT, 770, "Daarin staat dat het onderzoek is gedaan.", 8)],
    ]
    outline = read_pdf(make_pdf(*pages))
    assert texts(outline, Role.NOTE) == ["Zie de brief over het eerste deel. Daarin staat dat het onderzoek is gedaan."]
    assert texts(outline, Role.PARAGRAPH)[-1] == other


def test_a_paper_of_tables_and_notes_is_no_paper_of_headings() -> None:
    rows = [
        Words(LEFT + 180 * column, 200 + 14 * row, f"Cel {row} over de opvang {column}", 8)
        for row in range(20)
        for column in range(2)
    ]
    page = [
        *Words(LEFT, 100, "Dit staat in de brief van de minister").with_marker("1", " van mei en in"),
        Words(LEFT, 112, "de brief van juni."),
        *rows,
        *note(LEFT, 700, "1", LONG[:80], 7),
        *wrapped(LEFT, 708, " ".join([LONG] * 4), 100, 7, 8),
    ]
    outline = read_pdf(make_pdf(page))
    assert not texts(outline, Role.HEADING)
    assert texts(outline, Role.NOTE)


def test_two_lines_in_large_type_that_end_in_a_full_stop_are_no_heading() -> None:
    text = LONG[:100].rsplit(" ", 1)[0] + "."
    page = [*wrapped(LEFT, 60, text, 50, 12, 14), *wrapped(LEFT, 140, " ".join([LONG] * 4), FULL)]
    block = read_pdf(make_pdf(page)).blocks[0]
    assert (block.role, block.text) == (Role.PARAGRAPH, text)


def test_a_number_behind_its_abbreviation_begins_no_item() -> None:
    first = "Uw Kamer is daarover eerder bericht, zie Kamerstuk 36045 nr."
    page = [*wrapped(LEFT, 60, LONG + ".", FULL), *lines(LEFT, 140, first, "12. De regeling blijft van kracht.")]
    assert texts(read_pdf(make_pdf(page)))[1:] == [f"{first} 12. De regeling blijft van kracht."]


def test_one_who_signs_below_two_others_is_read_behind_them() -> None:
    page = [
        *wrapped(LEFT, 100, LONG + ".", FULL),
        Words(LEFT, 180, "De Minister van Financiën,"),
        Words(320, 180, "De Minister van Defensie,"),
        Words(LEFT, 240, "A. de Vries"),
        Words(320, 240, "B. Bakker"),
        Words(LEFT, 280, "De Staatssecretaris van Justitie,"),
        Words(LEFT, 340, "C. Smit"),
    ]
    assert [block.text for block in body(read_pdf(make_pdf(page)))[1:]] == [
        "De Minister van Financiën,",
        "A. de Vries",
        "De Minister van Defensie,",
        "B. Bakker",
        "De Staatssecretaris van Justitie,",
        "C. Smit",
    ]


@pytest.mark.parametrize(("x", "y"), [(-300, 200), (700, 200), (LEFT, -30), (LEFT, 900)])
def test_words_beside_the_page_are_not_read(x: float, y: float) -> None:
    outline = read_pdf(make_pdf([*wrapped(LEFT, 100, LONG, FULL), Words(x, y, "Kamerstuk 36 045, nr. 99.")]))
    assert texts(outline) == [LONG]


def test_a_head_that_changes_with_the_chapter_does_not_cut_sentences() -> None:
    parts = LONG.split(" daarvan ")
    pages = [
        [Words(LEFT, 40, "Hoofdstuk 1 Inleiding", 8), Words(500, 40, "4", 8), *wrapped(LEFT, 100, parts[0], FULL)],
        [
            Words(LEFT, 40, "Hoofdstuk 2 Opvang", 8),
            Words(500, 40, "5", 8),
            *wrapped(LEFT, 100, "daarvan " + parts[1], FULL),
        ],
    ]
    outline = read_pdf(make_pdf(*pages))
    assert [block.text for block in body(outline)] == [LONG]
    assert texts(outline, Role.RUNNING) == ["Hoofdstuk 1 Inleiding", "4", "Hoofdstuk 2 Opvang", "5"]


def test_a_line_of_letters_with_hyphens_is_read_in_linear_time() -> None:
    page = make_pdf([Words(LEFT, 100, "a" * 32_000 + " b-c", 1)])
    started = process_time()
    read_pdf(page)
    assert process_time() - started < 2


def _with_password(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(data))
    writer.encrypt("geheim", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


PAPER = make_pdf(wrapped(LEFT, 100, LONG, FULL))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_with_password(PAPER), "is a PDF with a password; save it without one"),
        (b"%PDF-1.7\nkapot", "damaged"),
        (PAPER[:200], "damaged"),
        (make_pdf([drawing()]), "is a scan without text; run it through OCR"),
        (make_pdf([]), "empty pages"),
        (make_unreadable_pdf(), "says other letters than are printed; run it through OCR"),
        (make_pdf(*([[]] * 2001)), "has 2,001 pages, more than 2,000; split it"),
    ],
)
def test_a_file_that_gives_no_text_says_why(data: bytes, message: str) -> None:
    with pytest.raises(UnreadablePaperError, match=message):
        read_pdf(data)


def test_pages_without_text_are_remarked() -> None:
    words = wrapped(LEFT, 100, LONG, FULL)
    assert read_pdf(make_pdf(words, [drawing()], words, [])).remarks == ("1 of 4 pages has no text",)
    assert read_pdf(make_pdf(words, [drawing()], [drawing()])).remarks == ("2 of 3 pages have no text",)
    assert read_pdf(make_pdf(words, [])).remarks == ()


def test_scans_with_a_stamp_are_remarked() -> None:
    words: list[Words | str] = [picture(), *wrapped(LEFT, 100, LONG, FULL)]
    stamped: list[Words | str] = [picture(), Words(LEFT, 40, "blg-1234567")]
    assert read_pdf(make_pdf(stamped, words)).remarks == ("1 of 2 pages is a picture with few words",)


def test_a_file_without_its_table_of_objects_is_read() -> None:
    outline = read_pdf(PAPER[: PAPER.index(b"xref")])
    assert texts(outline) == [LONG]
    assert outline.remarks == ("the PDF is damaged, and was read as far as that goes",)


def test_a_file_with_junk_around_it_is_read() -> None:
    assert texts(read_pdf(b"\r\n\r\n" + PAPER + b"\n<!-- verzonden -->\n" * 5)) == [LONG]
