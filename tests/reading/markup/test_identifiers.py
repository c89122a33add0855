"""Addresses of papers and laws, and the identifiers behind them."""

from __future__ import annotations

import pytest

from dossier_graph.reading.markup.identifiers import identifier_of


@pytest.mark.parametrize(
    ("address", "identifier"),
    [
        ("kst-28844-266", "kst-28844-266"),
        ("kst-36600-XIV-2", "kst-36600-XIV-2"),
        ("kst-21501-07-1750", "kst-21501-07-1750"),
        ("kst-33797-C", "kst-33797-C"),
        ("kst-1259252", "kst-1259252"),
        ("h-tk-20222023-84-12", "h-tk-20222023-84-12"),
        ("h-tk-20072008-7909-7943", "h-tk-20072008-7909-7943"),
        ("ah-tk-20202021-3235", "ah-tk-20202021-3235"),
        ("kv-tk-2022Z04076", "kv-tk-2022Z04076"),
        ("nds-tk-2024D50856", "nds-tk-2024D50856"),
        ("blg-1184123", "blg-1184123"),
        ("stb-2024-12", "stb-2024-12"),
        ("stcrt-2022-9469", "stcrt-2022-9469"),
        ("trb-2022-60", "trb-2022-60"),
        ("dossier/35887", "dossier-35887"),
        ("dossier/36600-XX", "dossier-36600-XX"),
        ("stb-2020-118.html", "stb-2020-118"),
        ("https://zoek.officielebekendmakingen.nl/kst-28844-266.html", "kst-28844-266"),
        ("https://zoek.officielebekendmakingen.nl/kst-28844-266/metadata.xml", "kst-28844-266"),
        ("http://zoek.officielebekendmakingen.nl/dossier/36045", "dossier-36045"),
        ("https://zoek.officielebekendmakingen.nl/kst-28844-266.html#noot1", "kst-28844-266"),
        (
            "https://repository.overheid.nl/frbr/officielepublicaties/kst/28844/kst-28844-266/1/pdf/kst-28844-266.pdf",
            "kst-28844-266",
        ),
        ("https://wetten.overheid.nl/BWBR0011823", "BWBR0011823"),
        ("https://wetten.overheid.nl/BWBR0011823/2024-01-01", "BWBR0011823"),
        ("https://wetten.overheid.nl/BWBR0011823/2024-01-01#Hoofdstuk3_Artikel28", "BWBR0011823#artikel=28"),
        ("jci1.3:c:BWBR0011823&artikel=28&lid=2&g=2024-01-01", "BWBR0011823#artikel=28&lid=2"),
        ("jci1.3:c:BWBR0011823&hoofdstuk=3", "BWBR0011823"),
    ],
)
def test_an_address_of_the_publisher_leads_to_an_identifier(address: str, identifier: str) -> None:
    assert identifier_of(address) == identifier


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.rijksoverheid.nl/archief",
        "https://example.org/kst-28844-266.html",
        "javascript:kst-28844-266",
        "#noot1",
        "kst-1",
        "gmb-2024-1",
        "mailto:kst-28844-266",
        "https://wetten.overheid.nl/zoeken",
    ],
)
def test_any_other_address_leads_to_none(address: str) -> None:
    assert identifier_of(address) is None
