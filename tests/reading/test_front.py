"""What a paper says about itself: kind, title, date, kenmerk, own number."""

from __future__ import annotations

from datetime import date

import pytest

from dossier_graph.reading import read_document
from dossier_graph.reading.front import read_front

LETTER = "Geachte voorzitter,\n\nHierbij ontvangt u een brief."


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Brief", LETTER),
        ("Brief", "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nHierbij."),
        ("Brief", "36 045\nSituatie\n\nNr. 113\n\nBRIEF VAN DE MINISTER VAN DEFENSIE\n"),
        ("Brief", "Inleiding\n\nIn deze voortgangsbrief leest u hoe het gaat."),
        ("Brief", "Inleiding\n\nOp tal van punten informeer ik uw Kamer."),
        ("Motie", "36 045\nSituatie\n\nNr. 114\n\nMOTIE VAN HET LID PODT C.S.\n"),
        ("Motie", "GEWIJZIGDE MOTIE VAN DE LEDEN PODT EN BOOMSMA\n"),
        ("Amendement", "AMENDEMENT VAN HET LID PODT\n"),
        ("Kamervraag", "Aanhangsel van de Handelingen\n\nVragen gesteld door de leden der Kamer\n"),
        ("Kamervraag", "Vragen van het lid Podt (D66) aan de Minister over opvang (ingezonden 3 mei 2024).\n"),
        ("Verslag", "VERSLAG VAN EEN COMMISSIEDEBAT\n"),
        ("Verslag", "LIJST VAN VRAGEN EN ANTWOORDEN\n"),
        ("Beslisnota", "Beslisnota bij de brief over opvang\n\nAanleiding\n"),
        ("Beslisnota", "Nota\n\n1. Geadviseerd besluit\nU wordt gevraagd in te stemmen.\n"),
        ("Document", "Een tekst over niets in het bijzonder."),
        (
            "Document",
            "Den Haag, 3 mei 2024\n\nVoortouwcommissie:\n\nvaste commissie\n\nAan de voorzitter van de Tweede Kamer",
        ),
    ],
)
def test_the_kind_of_a_paper_shows_in_how_it_begins(kind: str, text: str) -> None:
    assert read_front(text).kind == kind


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Opvang in hotels", f"Datum 22 december 2022\nBetreft Opvang in hotels\n\n{LETTER}"),
        ("Opvang in hotels", f"**Onderwerp:** Opvang in hotels\n\n{LETTER}"),
        ("Opvang in hotels", f"Datum\nBetreft\nOns kenmerk\n\n22 december 2022\nOpvang in hotels\n6048852\n\n{LETTER}"),
        ("Zomerbrief Texel", "Lees deze Zomerbrief over de zee. Wat in deze Zomerbrief Texel staat, meld ik uw Kamer."),
        ("Situatie in Oekraïne", "36 045\nSituatie in\nOekraïne;\n\nNr. 113\n\nBRIEF VAN DE MINISTER\n"),
        ("Beslisnota bij de brief over opvang", "Beslisnota bij de brief\nover opvang\n\nAanleiding\n"),
        (
            "Vragen van het lid Podt (D66) aan de Minister over opvang",
            "Vragen van het lid Podt (D66)\naan de Minister over opvang (ingezonden 3 mei 2024).\n",
        ),
        (None, LETTER),
        (
            "Besluitenlijst van de procedurevergadering van 2 mei 2024",
            "Voortouwcommissie:\n\nvaste commissie\n\nBesluitenlijst van de procedurevergadering van 2 mei 2024\n",
        ),
    ],
)
def test_the_title_is_the_subject_or_the_name_that_the_paper_gives_itself(title: str | None, text: str) -> None:
    assert read_front(text).title == title


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2023-07-07", f"Den Haag, 7 juli 2023\n\n{LETTER}"),
        ("2023-07-07", f"’s-Gravenhage, d.d. 7 juli 2023\n\n{LETTER}"),
        ("2023-07-07", f"Datum: 07-07-2023\n\n{LETTER}"),
        ("2022-12-22", f"Datum\nBetreft\n\n22 december 2022\nOpvang\n\n{LETTER}"),
        ("2022-12-22", f"Ministerie\n\n22 december 2022\n\n{LETTER}"),
        ("2024-11-21", "MOTIE VAN HET LID PODT\nVoorgesteld 21 november 2024\n"),
        ("2024-02-12", "MOTIE VAN HET LID PODT\nVoorgesteld tijdens het Wetgevingsoverleg van 12 februari 2024\n"),
        ("2024-11-14", "Vragen over opvang (ingezonden 24 oktober 2024).\nAntwoord (ontvangen 14 november 2024).\n"),
        ("2024-10-24", "Vragen van het lid Podt over opvang (ingezonden 24 oktober 2024).\n"),
        ("2024-05-03", "VERSLAG VAN EEN COMMISSIEDEBAT\nVastgesteld 3 mei 2024\n"),
        ("2022-02", f"Den Haag, februari 2022\n\n{LETTER}"),
    ],
)
def test_a_printed_date_is_the_date_of_the_paper(iso: str, text: str) -> None:
    printed = read_front(text).date
    assert printed is not None
    assert (printed.iso, printed.inferred_from, printed.month_only) == (iso, None, len(iso) == 7)


def test_a_paper_without_a_date_has_one_inferred_and_says_from_what() -> None:
    text = f"{LETTER}\n\nOp 19 november jl. en 3 oktober jl. was er overleg, na het besluit van 2 februari 2023."
    inferred = read_front(text).date
    assert inferred is not None
    assert inferred.day == date(2023, 11, 19)
    assert inferred.inferred_from == "het jongste ‘jl.’ in de tekst: 19 november jl."


def test_the_vergaderjaar_of_a_citation_bounds_an_inferred_date() -> None:
    text = f"{LETTER}\n\nOp 3 maart jl. was er overleg (Kamerstukken II 2023/24, 36 045, nr. 3)."
    inferred = read_front(text).date
    assert inferred is not None
    assert inferred.day == date(2024, 3, 3)


def test_a_paper_that_gives_nothing_to_go_by_has_no_date() -> None:
    assert read_front(LETTER).date is None
    assert read_front(f"{LETTER}\n\nOp 3 maart jl. was er overleg.").date is None


def _paged(running: str, *, beside: str = "") -> bytes:
    """Return a report of a debate on four pages with a running line, the first longer than a head."""
    pages = [f"De heer Podt spreekt over opvang, deel {page}. {beside}\n" * 60 for page in range(4)]
    return "\f".join(f"{page}\nTweede Kamer\n{running}\n" for page in pages).encode()


@pytest.mark.parametrize(
    "running",
    [
        "12 maart 2024",
        "TK 12 maart 2024",
        "dinsdag 12 maart 2024",
        "Opvang 12 maart 2024 TK 57",
        "12 maart 2024\nTK 57",
    ],
)
def test_the_date_may_stand_in_the_running_lines_alone(running: str) -> None:
    printed = read_document("verslag.txt", _paged(running)).date
    assert printed is not None
    assert (printed.iso, printed.inferred_from) == ("2024-03-12", None)


@pytest.mark.parametrize(
    "running", ["Over de wet van 12 maart 2024", "van 12 maart 2024 | tot 3 mei 2024", "maart 2024"]
)
def test_a_date_of_another_thing_in_the_running_lines_is_not_the_papers(running: str) -> None:
    assert read_document("verslag.txt", _paged(running)).date is None


def test_what_a_paper_prints_at_its_head_goes_before_its_running_lines() -> None:
    printed = read_document("brief.txt", b"Den Haag, 7 juli 2023\n\n" + _paged("12 maart 2024")).date
    assert printed is not None
    assert printed.iso == "2023-07-07"
    said = read_document("verslag.txt", _paged("12 maart 2024", beside="Op 3 maart jl. en 2 februari 2024 ook.")).date
    assert said is not None
    assert (said.iso, said.inferred_from) == ("2024-03-12", None)


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("6048852", "Ons kenmerk 6048852\n\nGeachte voorzitter,"),
        ("6048852", "Ons kenmerk\n6048852\n\nGeachte voorzitter,"),
        ("2024-0000123456", "**Kenmerk:** 2024-0000123456\n\nGeachte voorzitter,"),
        ("6048852", "Datum\nBetreft\nOns kenmerk\n\n22 december 2022\nOpvang in hotels\n6048852\n"),
        (None, "Kenmerkend voor deze brief is dat hij geen nummer heeft."),
    ],
)
def test_the_kenmerk_is_read_beside_or_below_its_label(reference: str | None, text: str) -> None:
    assert read_front(text).reference == reference


@pytest.mark.parametrize(
    ("number", "dossiers", "text", "name"),
    [
        ("kst-36045-113", ("36045",), "36 045\nSituatie\n\nNr. 113\n\nBRIEF VAN DE MINISTER\n", ""),
        ("kst-36600-XX-22", ("36600-XX",), "36 600 XX\nBegroting\n\nNr. 22\n\nMOTIE VAN HET LID PODT\n", ""),
        ("kst-21501-07-1750", ("21501-07",), "21 501-07\nRaad\n\nNr. 1750\n\nBRIEF VAN DE MINISTER\n", ""),
        ("kst-33802-C", ("33802",), "33 802\nWet\n\nC\n\nBRIEF VAN DE MINISTER\n", ""),
        ("kst-36045-113", ("36045",), f"{LETTER}\n\nkst-36045-113\nISSN 0921 - 7371\n", ""),
        ("kst-36045-113", ("36045",), "3 mei 2024\n\n36045-113\nOpvang\n\nMOTIE VAN HET LID PODT\n", ""),
        ("kst-36410-V-7", ("36410-V",), "36410-V-7\nBegroting\n\nGEWIJZIGDE MOTIE VAN HET LID PODT\n", ""),
        (None, (), f"{LETTER}\n\n36045-113\n", ""),
        (None, (), "36045-113\n36045-114\n\nMOTIE VAN HET LID PODT\n", ""),
        (None, (), "MOTIE VAN HET LID PODT\n\n36045-113\n", ""),
        (None, (), f"{LETTER}\n\nWij noemen:\n\nkst-36045-113\nkst-36045-114\n", ""),
        ("ah-tk-20232024-2271", (), f"{LETTER}\n\nah-tk-20232024-2271\n", ""),
        ("kst-36045-113", ("36045",), LETTER, "kst-36045-113"),
        ("kst-1259252", (), LETTER, "kst-1259252"),
        (None, (), LETTER, "kst-36045-113_bijlage_2"),
        (None, (), LETTER, "kst-36045"),
        (None, (), LETTER, "blg-1-mijn-notities"),
        ("kv-tk-2024Z18792", (), LETTER, "kv-tk-2024Z18792"),
        ("kv-tk-2024Z18893", (), "2024Z18893\nVragen van het lid Podt (ingezonden 20 november 2024).\n", "vraag"),
        (None, (), "AH 611\n2024Z17900\nAntwoord van Minister Faber (Asiel en Migratie)\n", "antwoord"),
        (None, (), f"{LETTER}\n\n2511-12\n070-1234\n", "brief-2"),
    ],
)
def test_the_papers_own_number_stands_at_its_head_or_foot_or_is_its_file_name(
    number: str | None, dossiers: tuple[str, ...], text: str, name: str
) -> None:
    front = read_front(text, name)
    assert (front.number, front.dossiers) == (number, dossiers)


@pytest.mark.parametrize(
    ("number", "dossiers", "dossier_title", "head"),
    [
        ("kst-36045-113", ("36045",), "Situatie in Oekraïne", "36 045 Situatie in Oekraïne\nNr. 113\n\nBRIEF VAN"),
        ("kst-36045-113", ("36045",), "Situatie in Oekraïne", "36 045 Situatie in Oekraïne\n\nNr. 113 BRIEF VAN"),
        ("kst-36045-113", ("36045",), "Situatie in Oekraïne", "36 045\nSituatie in Oekraïne\nNr. 113\tBRIEF VAN"),
        ("kst-36600-XX-22", ("36600-XX",), "Begroting van Asiel", "36 600 XX Begroting van\nAsiel\nNr. 22 BRIEF VAN"),
        ("kst-21501-07-3", ("21501-07",), "EU-raad", "21 501-07 EU-raad\nNr. 3\nBRIEF VAN"),
        ("kst-33802-C", ("33802",), "Wet op iets", "33 802 Wet op iets\n\nC BRIEF VAN"),
        (
            "kst-36600-XX-22",
            ("36600-XX", "19637"),
            "Begroting van Asiel",
            "36 600 XX Begroting van Asiel\n\n19 637 Vreemdelingen\n\nNr. 22 BRIEF VAN",
        ),
        (
            "kst-19637-22",
            ("19637", "36600-XX", "36045"),
            "Vreemdelingen",
            "19 637\n\nVreemdelingen\n\n36 600 XX\n\nBegroting van\nAsiel\n\n36 045\nOekraïne\n\nNr. 22\n\nBRIEF VAN",
        ),
    ],
)
def test_the_head_names_its_dossiers_above_or_before_their_titles(
    number: str, dossiers: tuple[str, ...], dossier_title: str, head: str
) -> None:
    front = read_front(f"Tweede Kamer der Staten-Generaal 2\n\n{head} DE MINISTER VAN DEFENSIE\n\nWij schrijven.\n")
    assert (front.number, front.dossiers, front.dossier_title) == (number, dossiers, dossier_title)
    assert front.kind == "Brief"


def test_a_motie_has_its_title_behind_the_number_as_below_it() -> None:
    front = read_front(
        "36 045 Situatie in Oekraïne\nNr. 113 MOTIE VAN DE LEDEN PODT EN\nCEDER\nVoorgesteld 3 mei 2024\n"
    )
    assert (front.kind, front.title) == ("Motie", "Motie van de leden Podt en Ceder")


@pytest.mark.parametrize(
    "text",
    [
        f"{LETTER}\n\n20 000 Nederlanders doen mee.\nNr. 3 van de lijst doet dat ook.\n",
        f"{LETTER}\n\n10 000 huizen\nNr. 3\n",
    ],
)
def test_an_amount_heads_no_paper(text: str) -> None:
    assert read_front(text).number is None


OFFICIAL = (
    "Tweede Kamer der Staten-Generaal\n\n36 600 XX\nVaststelling van een begroting\n\nNr. 22\n\n"
    "MOTIE VAN DE LEDEN PODT EN\nCEDER\nVoorgesteld 21 november 2024\n\nDe Kamer,\n"
)


@pytest.mark.parametrize("text", [OFFICIAL, f"Datum 22 december 2022\nBetreft Opvang in hotels\n\n{LETTER}"])
@pytest.mark.parametrize(
    ("old", "new"), [("\n", "\r\n"), ("", ""), (" ", "\u00a0"), (" ", "\u2009"), (" ", "\u202f")], ids=repr
)
def test_line_ends_marks_and_spaces_of_other_kinds_change_nothing(text: str, old: str, new: str) -> None:
    other = text.replace(old, new) if old else f"\ufeff{text}"
    assert read_front(other) == read_front(text)
    assert read_front(text).date is not None
