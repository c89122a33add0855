"""Addresses as the publishers of papers write them to the official identifiers behind them."""

from __future__ import annotations

from urllib.parse import unquote

import regex

from dossier_graph.reading.pages import OWN_IDENTIFIER

__all__ = ["identifier_of"]

_OFFICIAL = regex.compile(
    rf"{OWN_IDENTIFIER}|h-[te]k-\d{{8}}(?:-\d{{1,5}}){{1,2}}|nds-[te]k-\w{{4,14}}|(?:stb|stcrt|trb)-\d{{4}}-\d{{1,6}}"
)
_FILE = regex.compile(r"\.(?:html?|xml|pdf|odt)$|/metadata(?:_owms)?\.xml$")
_PUBLISHER = regex.compile(
    r"(?i)^(?:https?:)?//(?:zoek\.|www\.)?officielebekendmakingen\.nl/"
    r"|^(?:https?:)?//(?:repository\.overheid\.nl|repository\.officiele-overheidspublicaties\.nl)/"
)
_LAWS = regex.compile(r"(?i)^(?:https?:)?//wetten\.overheid\.nl/|^jci1")
_ELSEWHERE = regex.compile(r"(?i)^(?:[a-z][a-z\d+.-]*:|//)")
_DOSSIER = regex.compile(r"(?:^|/)dossier/(?:kst-?)?(\d{5}(?:-\d\d)?)(?:[-/]((?:[IVX]{1,6}[A-E]?|[A-Z])))?$")
_LAW = regex.compile(r"\bBWBR\d{7}\b")
_LAW_PLACE = regex.compile(r"(?i)(?:&|_|#)(artikel|lid|onderdeel)=?([\da-z][\w.:]{0,9}+)")


def identifier_of(address: str) -> str | None:
    """Return the official identifier that an address leads to, None for an address of anything else.

    An address is an identifier itself, the page of one, relative to the publisher's site or whole, a dossier, or a
    place in a law at wetten.overheid.nl or as a jci reference.

    >>> identifier_of("https://zoek.officielebekendmakingen.nl/kst-28844-266.html")
    'kst-28844-266'
    >>> identifier_of("dossier/35887"), identifier_of("jci1.3:c:BWBR0011823&artikel=28&g=2024-01-01")
    ('dossier-35887', 'BWBR0011823#artikel=28')
    """
    address = unquote(address.strip())
    if _LAWS.match(address):
        return _law(address)
    if _ELSEWHERE.match(address) and not _PUBLISHER.match(address):
        return None
    path = _FILE.sub("", address.partition("#")[0].partition("?")[0])
    if dossier := _DOSSIER.search(path):
        return "-".join(filter(None, ("dossier", *dossier.groups())))
    last = path.rpartition("/")[2]
    return last if _OFFICIAL.fullmatch(last) else None


def _law(address: str) -> str | None:
    law = _LAW.search(address)
    if law is None:
        return None
    places = [f"{name.lower()}={number}" for name, number in _LAW_PLACE.findall(address, law.end())]
    within = places if places and places[0].startswith("artikel=") else []
    return f"{law[0]}#{'&'.join(within)}" if within else law[0]
