"""For any text: nothing is raised, every place is in the text and holds its quote, and twice gives the same."""

from __future__ import annotations

import runpy
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recognised import recognise

from dossier_graph.model import DateMention, Document, Footnote, Mention, Mentions, Responsibility
from dossier_graph.reading import UnreadablePaperError, read_document
from dossier_graph.recognition.flow import read_flow
from dossier_graph.recognition.records import records

_FRAGMENTS = """
Kamerstuk |kst-|Kamerstukken II |2022–2023|2022/23, |36 045|1–3|XX|, C|(R2064)|35925-VI-56
19 637 en |wetsvoorstel (|, nr. |item 5|nrs. |p. 3-4|dossier |36 600 M|2022Z04076|Stb. 2024, 12
Handelingen |blg-|Aanhangsel |hoofdstuk XV|bijlage bij |ECLI:NL:HR:2020:1|COM(2021) 559
Besluit |Richtlijn 2001/55/EG|, derde lid, |/EEG|artikel 5|RTB|Vw 2000|Wet op de|Zorgverzekeringswet (Zvw)
motie van het lid | (hierna: RooO)|amendement |de motie-|vrijdag |Podt c.s.|Van Baarle-Dassen
bijlagen: 1. Een | en Van Zanten|; 2. |(D66)|bijlage 3 – De |brief van 3 november jl.|Verzamelbrief opvang
Betreft | van juni 2024|Datum |31 november|Ons kenmerk |29 februari 2023|a.s.|jl.|het rapport «
toezegging aan |»|Tweede Kamer, vergaderjaar |‘Titel|[^1]: |’|1) |als bijlage|*|_|https://
 |www.|/opvang-|mede namens|De Minister van Asiel en Migratie,|M. Faber|Geachte voorzitter,
Pagina 1 van 2|vraag 5|[^1]|1|2|3|12|¹|٣|(|)|[|]|.|,|;|:|?|é|İ|ß|ſ|ǆ|Ⅻ|𝟙|א|…|€|%|/|-|–
"""
_PIECES = st.sampled_from(
    [
        *_FRAGMENTS.replace("\n", "|").strip("|").split("|"),
        *("\n1 Zie ", "\n2\n", "\n\n3 Nee. ", "\n", "\n\n", "\r\n", "\f", "\t", "-\n", "X.\n", "A.\f1 Zie "),
        *(
            "\u00a0",
            "\u2009",
            "\u00ad",
            "\ufffe",
            "\u200b",
            "\ufeff",
            "\u202e",
            "e\u0301",
            "\U0001f469\u200d\U0001f467",
        ),
    ]
)
_BUILT = st.lists(_PIECES, max_size=60).map("".join)
_ANY = st.one_of(_BUILT, st.text(max_size=300), st.tuples(_BUILT, st.text(max_size=50), _BUILT).map("".join))

Place = Mention | Responsibility | DateMention | Footnote


def _read(text: str) -> tuple[Document, Mentions] | None:
    try:
        return recognise(text.encode("utf-8", "replace").decode())
    except UnreadablePaperError:
        return None


def _places(document: Document, mentions: Mentions) -> Iterator[Sequence[Place]]:
    yield mentions.citations
    yield mentions.responsibilities
    yield mentions.dates
    yield document.footnotes


def _ranges(document: Document, mentions: Mentions) -> Iterator[tuple[int, int]]:
    for places in _places(document, mentions):
        yield from ((place.start, place.end) for place in places)
    yield from ((note.note_start, note.note_end) for note in document.footnotes)
    yield from document.apart


@given(_ANY)
def test_every_place_is_in_the_text_and_in_order(text: str) -> None:
    read = _read(text)
    if read is None:
        return
    document, mentions = read
    assert all(0 <= start < end <= len(document.text) for start, end in _ranges(document, mentions))
    assert list(document.pages) == sorted(set(document.pages))
    for places in _places(document, mentions):
        starts = [place.start for place in places]
        assert starts == sorted(starts)


@given(_ANY)
def test_every_record_quotes_what_stands_at_its_place(text: str) -> None:
    read = _read(text)
    if read is None:
        return
    document, mentions = read
    for record in records(document, mentions):
        start, end = record["start"], record["end"]
        assert document.text[start:end] == record["quote"]
        assert record["quote"]
        assert record["quote"] == record["quote"].strip()
        if "context" in record:
            low, high = record["context"]
            assert 0 <= low <= start < end <= high <= len(document.text)


@given(_ANY)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert _read(text) == _read(text)


@given(_ANY)
def test_every_character_of_the_running_text_comes_from_the_file(text: str) -> None:
    read = _read(text)
    if read is None:
        return
    document, _ = read
    flow = read_flow(document)
    for place, character in enumerate(flow.text):
        origin = flow.origin(place)
        assert 0 <= origin < len(document.text)
        if character not in " \n-":
            assert document.text[origin] == character


@given(_BUILT)
def test_plain_paragraphs_around_a_paper_lose_none_of_its_citations(text: str) -> None:
    plain = "Het regende die dag en iedereen bleef binnen tot het weer droog was.\n\n"
    alone, among = _read(f"{plain}{text}.\n\n{plain}"), _read(f"{plain * 3}{text}.\n\n{plain * 3}")
    assert alone is not None
    assert among is not None
    lost = Counter((one.kind, one.id) for one in alone[1].citations)
    lost.subtract((one.kind, one.id) for one in among[1].citations)
    assert not +lost


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        read_document("brief.txt", data)
    except UnreadablePaperError as error:
        assert str(error)  # noqa: PT017
    else:
        assert data


def _without_places(text: str) -> list[dict[str, object]]:
    read = _read(text)
    assert read is not None
    places = {"start", "end", "note_start", "note_end", "context", "quote"}
    return [{key: value for key, value in one.items() if key not in places} for one in records(*read)]


@given(_BUILT)
def test_the_ends_of_lines_and_a_byte_order_mark_change_nothing_but_places(text: str) -> None:
    text = "Zie Kamerstuk 19 637, nr. 3171.\n" + text.replace("\r", "").replace("\ufeff", "")
    plain = _without_places(text)
    assert _without_places(text.replace("\n", "\r\n")) == plain
    assert _without_places("\ufeff" + text) == plain


_HOSTILE = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "hostile.py"))["TEXTS"]


@pytest.mark.parametrize("name", _HOSTILE)
def test_texts_made_to_be_slow_keep_the_properties(name: str) -> None:
    text = _HOSTILE[name](2000)
    read = _read(text)
    if read is None:
        return
    document, mentions = read
    assert all(0 <= start < end <= len(document.text) for start, end in _ranges(document, mentions))
    for record in records(document, mentions):
        quote = record["quote"]
        assert document.text[record["start"] : record["end"]] == quote == quote.strip() != ""


@pytest.mark.parametrize("text", ["\ufeff1", "1", "\n\n1", "[^1]", "-\n", "a\u00ad\nb", "x" * 5000])
def test_the_smallest_papers_are_read(text: str) -> None:
    assert _read(text) is not None
