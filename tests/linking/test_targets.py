"""The thing that a citation points at: what it is called, what it is, which page opens."""

from __future__ import annotations

import pytest

from dossier_graph.linking.registers import Registers, read_registers
from dossier_graph.linking.targets import dossier, identified, kamerstuk_label, target
from dossier_graph.model import Mention, Thing
from dossier_graph.official_numbers import dossier_of

PAPER = "stuk-00112233aabbccdd"
OFFICIAL = "https://zoek.officielebekendmakingen.nl/"
CELEX = "http://publications.europa.eu/resource/celex/"


@pytest.fixture(scope="module")
def registers() -> Registers:
    return read_registers()


def cited(registers: Registers, kind: str, id_: str | None, **more: object) -> Thing:
    thing = target(Mention(kind, id_, 0, 10, "regel", **more), registers, PAPER)  # type: ignore[arg-type]
    assert thing is not None
    return thing


@pytest.mark.parametrize(
    ("id_", "dutch", "english"),
    [
        ("kst-19637-3171", "Kamerstuk 19 637, nr. 3171", "Parliamentary paper 19 637, no. 3171"),
        ("kst-36600-XX-22", "Kamerstuk 36 600 XX, nr. 22", "Parliamentary paper 36 600 XX, no. 22"),
        ("kst-21501-07-1945", "Kamerstuk 21 501-07, nr. 1945", "Parliamentary paper 21 501-07, no. 1945"),
        ("kst-33802-C", "Kamerstuk 33 802, nr. C", "Parliamentary paper 33 802, no. C"),
        ("kst-1259252", "Kamerstuk 1259252 (voorlopig nummer)", "Parliamentary paper 1259252 (provisional number)"),
    ],
)
def test_a_kamerstuk_is_called_as_papers_print_it(id_: str, dutch: str, english: str) -> None:
    assert kamerstuk_label(id_) == (dutch, english)


@pytest.mark.parametrize(
    ("id_", "number"),
    [
        ("kst-19637-3171", "19637"),
        ("kst-36600-XX-22", "36600-XX"),
        ("kst-21501-07-1945", "21501-07"),
        ("kst-33802-C", "33802"),
        ("kst-1259252", None),
    ],
)
def test_the_number_of_a_kamerstuk_tells_its_dossier(id_: str, number: str | None) -> None:
    assert dossier_of(id_) == number


def test_a_dossier_has_its_number_and_its_page() -> None:
    thing = dossier("36600-XX")
    assert (thing.key, thing.classes, thing.label_nl) == ("dossier-36600-XX", ("Dossier",), "Dossier 36 600 XX")
    assert thing.page == f"{OFFICIAL}dossier/36600-XX"


@pytest.mark.parametrize(
    ("kind", "id_", "classes", "page"),
    [
        ("kamerstuk", "kst-19637-3171", ("Kamerstuk",), f"{OFFICIAL}kst-19637-3171.html"),
        ("motie", "kst-36600-XX-22", ("Motie", "Kamerstuk"), f"{OFFICIAL}kst-36600-XX-22.html"),
        ("amendement", "kst-36394-9", ("Amendement", "Kamerstuk"), f"{OFFICIAL}kst-36394-9.html"),
        ("brief", "kst-19637-3258", ("Brief", "Kamerstuk"), f"{OFFICIAL}kst-19637-3258.html"),
        ("dossier", "dossier-36394", ("Dossier",), f"{OFFICIAL}dossier/36394"),
        ("handelingen", "h-tk-20212022-54-8", ("Handeling",), f"{OFFICIAL}h-tk-20212022-54-8.html"),
        ("aanhangsel", "ah-tk-20212022-2244", ("Kamervraag",), f"{OFFICIAL}ah-tk-20212022-2244.html"),
        ("kamervraag", "kv-tk-2022Z04076", ("Kamervraag",), f"{OFFICIAL}kv-tk-2022Z04076.html"),
        ("staatscourant", "stcrt-2022-9469", ("Document",), f"{OFFICIAL}stcrt-2022-9469.html"),
        ("staatsblad", "stb-2022-133", ("Document",), f"{OFFICIAL}stb-2022-133.html"),
        ("kamerstuk", "nds-tk-2024D50856", ("Kamerstuk",), None),
        ("ecli", "ECLI:NL:RVS:2024:1", ("Uitspraak",), None),
        ("wet", "BWBR0011823", ("Wet",), "https://wetten.overheid.nl/BWBR0011823"),
    ],
)
def test_what_has_an_official_number_has_its_kind_and_the_page_that_opens(
    registers: Registers, kind: str, id_: str, classes: tuple[str, ...], page: str | None
) -> None:
    thing = cited(registers, kind, id_)
    assert (thing.key, thing.classes, thing.page, thing.unresolved) == (id_, classes, page, None)
    assert thing.attributes["dcterms:identifier"] == (id_,)


@pytest.mark.parametrize(
    ("celex", "kind"),
    [
        ("32001L0055", "EURichtlijn"),
        ("32016R0679", "EUVerordening"),
        ("32022D0382", "EUBesluit"),
        ("52023PC0512", "Document"),
    ],
)
def test_an_act_of_the_union_keeps_the_iri_it_has(registers: Registers, celex: str, kind: str) -> None:
    thing = cited(registers, "eu", celex)
    assert (thing.key, thing.classes) == (f"{CELEX}{celex}", (kind,))
    assert thing.page == f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{celex}"


@pytest.mark.parametrize(
    ("celex", "eli"),
    [
        ("32001L0055", "http://data.europa.eu/eli/dir/2001/55/oj"),
        ("32016R0679", "http://data.europa.eu/eli/reg/2016/679/oj"),
        ("32003L0088", None),
        ("32003L9999", None),
    ],
)
def test_an_act_of_the_union_is_the_same_as_its_eli_where_that_is_known(
    registers: Registers, celex: str, eli: str | None
) -> None:
    assert cited(registers, "eu", celex).same_as == eli


def test_an_eli_that_was_derived_says_so(registers: Registers) -> None:
    thing = cited(registers, "eu", "32022D0382")
    assert thing.same_as == "http://data.europa.eu/eli/dec_impl/2022/382/oj"
    assert thing.attributes["dg:twijfel"] == ("nummer en ELI afgeleid van de vorm",)


def test_a_regeling_has_all_names_of_the_register(registers: Registers) -> None:
    assert cited(registers, "eu", "32001L0055").attributes["skos:altLabel"] == (
        "RTB",
        "EU-richtlijn tijdelijke bescherming",
        "Richtlijn 2001/55/EG",
    )


@pytest.mark.parametrize(
    ("kind", "title", "classes", "reason"),
    [
        ("wet", "Wet toekomst scholen", ("Wet",), "geen nummer in het Basiswettenbestand bekend"),
        ("regeling", "Regeling toekomst scholen", ("Regeling",), "geen nummer in het Basiswettenbestand bekend"),
        ("eu", "Rijdenrichtlijn", ("Regeling",), "geen nummer van de Europese Unie bekend"),
        ("regeling", "Aanwijzing binnenvaart", ("Regeling",),
         "onder deze naam kent het Basiswettenbestand: BWBR0032655; BWBR0036644"),
    ],
)  # fmt: skip
def test_a_regeling_without_a_number_says_what_is_known(
    registers: Registers, kind: str, title: str, classes: tuple[str, ...], reason: str
) -> None:
    thing = cited(registers, kind, None, title=title)
    assert (thing.classes, thing.label_nl, thing.unresolved) == (classes, title, reason)


def test_an_abbreviation_of_several_regelingen_names_them(registers: Registers) -> None:
    thing = cited(registers, "wet", None, title="OW")
    assert (thing.key, thing.classes) == ("afkorting-ow", ("Regeling",))
    assert thing.unresolved == "de afkorting kan staan voor: Omgevingswet; Opiumwet"


def test_the_regeling_meant_by_that_act_is_the_thing(registers: Registers) -> None:
    assert cited(registers, "wet", "BWBR0011823", anaphor=True).key == "BWBR0011823"


def test_a_law_is_called_by_its_official_name_whatever_the_text_calls_it(registers: Registers) -> None:
    names = {cited(registers, "wet", "BWBR0011823", title=title).label_nl for title in ("Vw 2000", None)}
    assert names == {"Vreemdelingenwet 2000"}


@pytest.mark.parametrize(
    ("kind", "id_", "pinpoint", "whole", "label"),
    [
        ("wet", "BWBR0011823#artikel=28", "artikel 28", "BWBR0011823", "Artikel 28 Vreemdelingenwet 2000"),
        (
            "eu",
            "32001L0055#artikel=21&lid=3",
            "artikel 21, derde lid",
            f"{CELEX}32001L0055",
            "Artikel 21, derde lid Richtlijn tijdelijke bescherming",
        ),
        (
            "wet",
            "wet:spookwet#artikel=4",
            "artikel 4",
            "wet-spookwet",
            "Artikel 4 Spookwet",
        ),
    ],
)
def test_an_article_belongs_to_its_regeling(
    registers: Registers, kind: str, id_: str, pinpoint: str, whole: str, label: str
) -> None:
    article = cited(registers, kind, id_, pinpoint=pinpoint, title="Spookwet")
    assert (article.classes, article.part_of, article.label_nl) == (("Artikel",), whole, label)
    assert article.key.startswith(f"{whole}#artikel=")
    assert cited(registers, kind, id_.partition("#")[0], title="Spookwet").key == whole


@pytest.mark.parametrize(
    ("kind", "id_", "more", "key"),
    [
        ("rapport", "rapport:winters-zonder-dak", {"title": "Winters zonder dak"}, "rapport-winters-zonder-dak"),
        ("brief", "brief:winterbrief-2024-11", {"title": "winterbrief (2024-11)"}, "brief-winterbrief-2024-11"),
        ("wet", "wet:spookwet", {"title": "Spookwet"}, "wet-spookwet"),
        ("motie", None, {"movers": ("De Wit", "Zwart")}, f"motie-de-wit-en-zwart-bij-{PAPER}"),
        ("amendement", None, {"movers": ("Zwart",)}, f"amendement-zwart-bij-{PAPER}"),
        ("bijlage", None, {"number": 2, "title": "de kaart"}, f"{PAPER}-bijlage-2"),
        ("wet", None, {"title": "Wet toekomst scholen"}, "wet-toekomst-scholen"),
        ("regeling", None, {"title": "Aanwijzing binnenvaart"}, "aanwijzing-binnenvaart"),
        ("eu", None, {"title": "Rijdenrichtlijn"}, "rijdenrichtlijn"),
        ("handelingen", None, {"title": "debat over zorg (2024-06-05)"}, "debat-debat-over-zorg-2024-06-05"),
        ("handelingen", None, {"title": "AO Vreemdelingen (2018-05-03)"}, "debat-ao-vreemdelingen-2018-05-03"),
        ("handelingen", None, {"title": "debat over zorg"}, f"debat-debat-over-zorg-bij-{PAPER}"),
        ("handelingen", None, {"title": "plenaire debat (2024-06-05)"}, f"debat-plenaire-debat-2024-06-05-bij-{PAPER}"),
        ("handelingen", None, {"title": "commissiedebat (2024-06)"}, f"debat-commissiedebat-2024-06-bij-{PAPER}"),
        ("brief", None, {"title": "Brief over plekken"}, f"brief-brief-over-plekken-bij-{PAPER}"),
    ],
)
def test_what_is_only_named_in_words_is_a_thing_that_says_so(
    registers: Registers, kind: str, id_: str | None, more: dict[str, object], key: str
) -> None:
    thing = cited(registers, kind, id_, **more)
    assert thing.key == key
    assert thing.unresolved
    assert thing.page is None
    assert "dcterms:identifier" not in thing.attributes


def test_an_address_is_a_thing_with_the_address_as_words(registers: Registers) -> None:
    address = 'https://voorbeeld.nl/"><script>'
    thing = cited(registers, "url", address)
    assert thing.attributes["dg:adres"] == (address,)
    assert thing.page is None
    assert thing.key.startswith("url-")
    assert thing.key != cited(registers, "url", "https://voorbeeld.nl/").key


@pytest.mark.parametrize(
    "mention",
    [
        Mention("wet", None, 0, 7, "die wet", anaphor=True, title="die wet"),
        Mention("brief", None, 0, 5, "brief", title="brief"),
        Mention("motie", None, 0, 5, "motie"),
        Mention("bijlage", None, 0, 10, "bijlage", title="de bijlage"),
    ],
)
def test_words_that_name_nothing_make_no_thing(registers: Registers, mention: Mention) -> None:
    assert target(mention, registers, PAPER) is None


def test_a_law_that_is_still_a_bill_is_its_dossier(registers: Registers) -> None:
    thing = cited(registers, "wet", "dossier-36394")
    assert (thing.key, thing.classes, thing.label_nl) == ("dossier-36394", ("Dossier",), "Dossier 36 394")
    assert thing.attributes["dcterms:title"] == ("Tijdelijke wet opvang ontheemden Oekraïne",)


def test_every_regeling_of_the_register_is_a_thing(registers: Registers) -> None:
    kinds = {"Wet": "wet", "EURichtlijn": "eu", "EUVerordening": "eu", "EUBesluit": "eu"}
    for one in registers.regulations:
        mention = Mention(kinds.get(one.kind, "regeling"), one.id, 0, 1, "naam")
        thing = identified(one.id, mention, registers)
        assert thing.classes in {(one.kind,), ("Dossier",)}
        assert thing.page or thing.unresolved


def test_a_paper_of_the_commission_without_a_celex_number_is_a_thing_that_says_so(registers: Registers) -> None:
    one = cited(registers, "eu", "eu:c-2020-1234", title="C(2020) 1234")
    assert (one.key, one.classes, one.label_nl) == ("eu-c-2020-1234", ("Document",), "C(2020) 1234")
    assert one.unresolved == "geen nummer van de Europese Unie bekend"
