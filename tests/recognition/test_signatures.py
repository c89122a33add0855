"""Who signs, on whose behalf; who answers, asks and moves."""

from __future__ import annotations

import pytest
from recognised import duties, recognise

MIGRATION = ("M.H.M. Faber-van de Klashorst", "Minister van Asiel en Migratie")
JUSTICE = ("E. van der Burg", "Staatssecretaris van Justitie en Veiligheid")
DEFENCE = ("R.P. Brekelmans", "Minister van Defensie")
FOREIGN = ("C.C.J. Veldkamp", "Minister van Buitenlandse Zaken")


@pytest.mark.parametrize(
    ("block", "signatories"),
    [
        ("De Minister van Asiel en Migratie,\n\nM.H.M. Faber-van de Klashorst", [MIGRATION]),
        ("De Minister van Asiel en Migratie,\nM.H.M. Faber-van de Klashorst", [MIGRATION]),
        ("De Minister van Asiel en Migratie\nM.H.M. Faber-van de Klashorst", [MIGRATION]),
        ("De Minister van Asiel en Migratie,\n\n\n\nM.H.M. Faber-van de Klashorst\n", [MIGRATION]),
        ("De Minister van Asiel en Migratie,\r\n\r\n\r\nM.H.M. Faber-van de Klashorst\r\n", [MIGRATION]),
        ("De Minister van Asiel\nen Migratie,\n\nM.H.M. Faber-van de Klashorst", [MIGRATION]),
        ("M.H.M. Faber-van de Klashorst\nMinister van Asiel en Migratie", [MIGRATION]),
        ("E. van der Burg\n\nStaatssecretaris van Justitie en Veiligheid", [JUSTICE]),
        ("DE MINISTER VAN DEFENSIE,\nR.P. Brekelmans", [("R.P. Brekelmans", "MINISTER VAN DEFENSIE")]),
        (
            "De Minister van Defensie,\nR.P. Brekelmans\n\nDe Minister van Buitenlandse Zaken,\nC.C.J. Veldkamp",
            [DEFENCE, FOREIGN],
        ),
        ("De Minister-President,\nMark Rutte", [("Mark Rutte", "Minister-President")]),
        ("De Minister van Defensie is ziek.\nDe Kamer wacht.", []),
        ("Aan de Minister van Defensie\nDen Haag", []),
        ("De Minister van Defensie,\nMinisterie van Defensie", []),
    ],
)
def test_a_signature_block_gives_name_and_office(block: str, signatories: list[tuple[str, str]]) -> None:
    text = f"Geachte voorzitter,\n\nHierbij een brief.\n\n{block}"
    found = duties(text, "ondertekendDoor")
    assert [(one.agent, one.office) for one in found] == signatories
    for one in found:
        quote = text[one.start : one.end]
        assert one.agent in quote
        assert quote == quote.strip()


@pytest.mark.parametrize(
    ("words", "offices"),
    [
        ("mede namens de Minister van Defensie", ["Minister van Defensie"]),
        (
            "mede namens de Minister van Volksgezondheid, Welzijn en Sport",
            ["Minister van Volksgezondheid, Welzijn en Sport"],
        ),
        (
            "mede namens de Minister van Defensie en de Staatssecretaris van Financiën",
            ["Minister van Defensie", "Staatssecretaris van Financiën"],
        ),
        (
            "namens de Minister van Defensie, de Minister van Financiën en de Minister-President",
            ["Minister van Defensie", "Minister van Financiën", "Minister-President"],
        ),
        ("mede namens de\nminister van Buitenlandse Zaken", ["minister van Buitenlandse Zaken"]),
        ("namens het kabinet", []),
    ],
)
def test_mede_namens_gives_each_office(words: str, offices: list[str]) -> None:
    text = f"Geachte voorzitter,\n\nIk schrijf u, {words}, over opvang."
    assert [one.agent for one in duties(text, "medeNamens")] == offices


QUESTIONS = (
    "Vragen van {} aan de Minister over opvang (ingezonden 3 mei 2024).\n\n"
    "Antwoord van {} (ontvangen 14 november 2024)."
)


@pytest.mark.parametrize(
    ("words", "askers"),
    [
        ("het lid Podt (D66)", [("Podt", "D66")]),
        ("de leden Lahlah en Chakor (GroenLinks-PvdA)", [("Lahlah", "GroenLinks-PvdA"), ("Chakor", "GroenLinks-PvdA")]),
        ("de leden Podt (D66) en Ceder (ChristenUnie)", [("Podt", "D66"), ("Ceder", "ChristenUnie")]),
        (
            "de leden Lahlah, Chakor (GroenLinks-PvdA) en Ceder (ChristenUnie)",
            [("Lahlah", "GroenLinks-PvdA"), ("Chakor", "GroenLinks-PvdA"), ("Ceder", "ChristenUnie")],
        ),
        ("het lid Van der Plas", [("Van der Plas", None)]),
    ],
)
def test_kamervragen_have_askers_with_their_party(words: str, askers: list[tuple[str, str | None]]) -> None:
    text = QUESTIONS.format(words, "Minister Faber (Asiel en Migratie)")
    assert [(one.agent, one.party) for one in duties(text, "gesteldDoor")] == askers


@pytest.mark.parametrize(
    ("words", "signatory"),
    [
        ("Minister Faber (Asiel en Migratie)", ("Faber", "Minister van Asiel en Migratie")),
        (
            "Staatssecretaris Van der Burg (Justitie en Veiligheid)",
            ("Van der Burg", "Staatssecretaris van Justitie en Veiligheid"),
        ),
    ],
)
def test_an_answer_is_signed_by_who_answers(words: str, signatory: tuple[str, str]) -> None:
    text = QUESTIONS.format("het lid Podt (D66)", words)
    assert [(one.agent, one.office) for one in duties(text, "ondertekendDoor")] == [signatory]


def test_the_names_under_a_motie_are_its_movers() -> None:
    text = (
        "MOTIE VAN HET LID PODT C.S.\nVoorgesteld 3 mei 2024\n\nDe Kamer,\n\nverzoekt de regering iets te doen,\n\n"
        "en gaat over tot de orde van de dag.\n\nPodt\nVan der Plas\nDe Vries\n\nkst-36045-12\nISSN 0921 - 7371\n"
    )
    document, mentions = recognise(text)
    assert document.kind == "Motie"
    assert [(one.relation, one.agent, text[one.start : one.end]) for one in mentions.responsibilities] == [
        ("ingediendDoor", name, name) for name in ("Podt", "Van der Plas", "De Vries")
    ]


def test_an_answer_may_be_of_two_ministers() -> None:
    text = (
        "Antwoord van Minister Bruins Slot (BZ) en van Minister Schreinemacher (Buitenlandse Handel en "
        "Ontwikkelingssamenwerking) (ontvangen 3 mei 2023)\n\nVragen van het lid Podt (D66)\n"
    )
    found = duties(text, "ondertekendDoor")
    assert [(one.agent, one.office, text[one.start : one.end][:13]) for one in found] == [
        ("Bruins Slot", "Minister van BZ", "Antwoord van "),
        ("Schreinemacher", "Minister van Buitenlandse Handel en Ontwikkelingssamenwerking", "van Minister "),
    ]


def test_the_movers_stand_below_the_last_words_of_a_motie() -> None:
    text = (
        "MOTIE VAN HET LID PODT\n\nDe Kamer,\n\ngehoord dat men over tot de orde van de dag wil,\n\n"
        "en gaat over tot de orde van de dag.\n\nPodt\nKat\n"
    )
    assert {one.agent for one in duties(text, "ingediendDoor")} >= {"Podt", "Kat"}


def test_a_name_below_a_motie_may_be_cut_over_two_lines() -> None:
    text = "MOTIE VAN HET LID DE ROON\n\nDe Kamer,\n\nen gaat over tot de orde van de dag.\n\nDe\n\nRoon\n\nKat\n"
    assert [one.agent for one in duties(text, "ingediendDoor")] == ["De Roon", "Kat"]
