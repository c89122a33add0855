"""What a paper does with a thing it names."""

from __future__ import annotations

import pytest
from recognised import citations

CITES, ANSWERS, CARRIES_OUT = "verwijstNaar", "reactieOp", "uitvoeringVan"
ENCLOSES, CHANGES = "heeftBijlage", "kondigtWijzigingAan"


@pytest.mark.parametrize(
    ("kind", "text", "relation"),
    [
        ("motie", "In de motie Podt staat dat.", CITES),
        ("motie", "Hiermee geef ik uitvoering aan de motie Podt.", CARRIES_OUT),
        ("motie", "Ik doe dit ter uitvoering van de motie Podt.", CARRIES_OUT),
        ("motie", "Zo wordt invulling gegeven aan de motie Podt.", CARRIES_OUT),
        ("motie", "Conform de motie Podt en conform motie Ceder.", CARRIES_OUT),
        ("motie", "Ik beschouw de motie Podt hiermee als afgedaan.", CARRIES_OUT),
        ("motie", "Dit is mijn appreciatie van de motie Podt.", ANSWERS),
        ("motie", "Naar aanleiding van de motie Podt schrijf ik dit.", ANSWERS),
        ("rapport", "Dit is de kabinetsreactie op het rapport «Steeds de juiste maat».", ANSWERS),
        ("rapport", "Het rapport «Steeds de juiste maat» is bijgevoegd.", ENCLOSES),
        ("rapport", "Hierbij bied ik u het rapport «Steeds de juiste maat» aan.", ENCLOSES),
        ("rapport", "Ik las het rapport «Steeds de juiste maat».", CITES),
        ("aanhangsel", "Dit volgt op de beantwoording van Aanhangsel Handelingen II 2021/22, nr. 2244.", ANSWERS),
        ("wet", "Ik bereid een wijziging van de Zorgverzekeringswet voor.", CHANGES),
        ("wet", "De Zorgverzekeringswet wordt hierop aangepast.", CHANGES),
        ("wet", "Volgens de Zorgverzekeringswet mag dat.", CITES),
        # a cue in another sentence says nothing
        ("motie", "Ik geef er uitvoering aan. De motie Podt is bekend.", CITES),
        ("rapport", "Ik las het rapport «Steeds de juiste maat». De nota is bijgevoegd.", CITES),
    ],
)
def test_the_role_follows_from_the_words_of_the_sentence(kind: str, text: str, relation: str) -> None:
    assert citations(text, kind)[0].relation == relation


def test_the_number_above_an_answer_is_that_of_the_question_it_answers() -> None:
    text = "AH 611\n2024Z17900\nAntwoord van Minister Faber (Asiel en Migratie) op vragen van het lid Podt\n"
    assert [(one.id, one.relation) for one in citations(text)] == [("kv-tk-2024Z17900", "reactieOp")]


def test_the_number_above_a_question_is_its_own() -> None:
    assert citations("2024Z17900\nVragen van het lid Podt (D66) (ingezonden 20 november 2024).\n") == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("In reactie op de motie Podt (36 045, nr. 12) meld ik dit.", "reactieOp"),
        ("In reactie op de motie Podt (36 045, nr. 12) is dit eerder besloten.", "verwijstNaar"),
        ("Bijgevoegd treft u, naar art. 5 daarvan, het rapport «Zicht op de zorg» aan.", "heeftBijlage"),
    ],
)
def test_what_is_done_is_told_from_the_whole_sentence(text: str, relation: str) -> None:
    assert citations(text)[0].relation == relation


def test_the_number_a_question_names_is_not_answered_by_it() -> None:
    text = "Vragen van het lid Piri (PvdA)\n\n2024Z12345\n\nEerder vroeg ik 2023Z11111 hierover.\n"
    assert [(one.id, one.relation) for one in citations(text)] == [("kv-tk-2023Z11111", "verwijstNaar")]


@pytest.mark.parametrize(
    ("kind", "relation"), [("MOTIE VAN HET LID PODT", "verwijstNaar"), ("VOORSTEL VAN WET", "kondigtWijzigingAan")]
)
def test_the_title_above_a_motie_announces_no_change(kind: str, relation: str) -> None:
    text = f"36 999\nWijziging van de Vreemdelingenwet 2000 vanwege toezicht\n\nNr. 7\n\n{kind}\n\nDe Kamer stemt.\n"
    assert [(one.kind, one.relation) for one in citations(text, "wet")] == [("wet", relation)]
