"""The thing that a citation points at: its key, its class, its labels, its official page.

A key is the local name of an IRI, or a whole IRI for what others have named (ministries, EU acts). It depends on the
thing alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

import regex

from dossier_graph.linking.registers import TITLES_DOUBT, TITLES_SOURCE, Registers
from dossier_graph.model import CLASS_OF_KIND, Mention, Thing
from dossier_graph.slugs import slug

__all__ = ["dossier", "identified", "kamerstuk", "kamerstuk_label", "target"]

_CELEX = "http://publications.europa.eu/resource/celex/"
_CELEX_ID = regex.compile(r"(?P<act>[35]\d{4}(?P<letter>[A-Z]{1,2})\d{4})(?P<part>\#.*)?")
_EU_CLASSES = {"L": "EURichtlijn", "R": "EUVerordening", "D": "EUBesluit", "F": "EUBesluit"}
# A kind of debate alone ("plenair debat") is held more than once a day, and a subject without a day more often.
_ONE_DEBATE = regex.compile(
    r"(?:(?:plenaire?|mondelinge?|algemeen|schriftelijk)\s)?+\S+\s.+\s\(\d{4}-\d\d-\d\d\)", regex.I
)
_OFFICIAL = "https://zoek.officielebekendmakingen.nl/"
_PAGED = regex.compile(r"(?:kst|blg|ah-[te]k|h-[te]k|kv-[te]k|stb|stcrt|trb)-[\w-]+")
# The kinds of the Basiswettenbestand; what is left is a regeling of another kind: a treaty, a circular, a beleidsregel.
_TITLE_CLASSES = {
    "wet": "Wet", "rijkswet": "Wet", "wet-BES": "Wet",
    "AMvB": "Besluit", "AMvB-BES": "Besluit", "KB": "Besluit", "rijksKB": "Besluit",
    "ministeriele-regeling": "MinisterieleRegeling", "ministeriele-regeling-BES": "MinisterieleRegeling",
    "ministeriele-regeling-archiefselectielijst": "MinisterieleRegeling",
}  # fmt: skip
_NO_BWB = "geen nummer in het Basiswettenbestand bekend"
_NO_CELEX = "geen nummer van de Europese Unie bekend"
_NO_ECLI = "uitspraak zonder ECLI genoemd; naar het ECLI is niet gezocht"
_JOURNALS = {"stb": ("Staatsblad", "Bulletin of Acts and Decrees"), "stcrt": ("Staatscourant", "Government Gazette"),
             "trb": ("Tractatenblad", "Treaty Series")}  # fmt: skip


def _spaced(number: str) -> str:
    """Return a dossier number as it is printed: 19637 → 19 637, 36600-XX → 36 600 XX.

    >>> _spaced("21501-07")
    '21 501-07'
    """
    main, mark, rest = number.partition("-")
    joint = "-" if rest[:1].isdigit() else " "
    return f"{main[:2]} {main[2:]}" + (joint + rest if mark else "")


def dossier(number: str, title: str | None = None) -> Thing:
    """Return the dossier of that number, with its title where a paper prints it."""
    named = {"dcterms:title": (title,)} if title else {}
    return Thing(
        f"dossier-{number}",
        ("Dossier",),
        f"Dossier {_spaced(number)}",
        page=f"{_OFFICIAL}dossier/{number}",
        attributes={"dcterms:identifier": (f"dossier-{number}",), **named},
    )


def kamerstuk_label(id_: str) -> tuple[str, str]:
    """Return how a Kamerstuk is called, in Dutch and in English.

    >>> kamerstuk_label("kst-36600-XX-22")
    ('Kamerstuk 36 600 XX, nr. 22', 'Parliamentary paper 36 600 XX, no. 22')
    >>> kamerstuk_label("kst-1259252")[0]
    'Kamerstuk 1259252 (voorlopig nummer)'
    """
    number, _, last = id_.removeprefix("kst-").rpartition("-")
    if not number:
        return f"Kamerstuk {last} (voorlopig nummer)", f"Parliamentary paper {last} (provisional number)"
    return f"Kamerstuk {_spaced(number)}, nr. {last}", f"Parliamentary paper {_spaced(number)}, no. {last}"


def kamerstuk(id_: str, classes: tuple[str, ...] = ()) -> Thing:
    """Return the Kamerstuk of that id, of further classes where its kind is known."""
    nl, en = kamerstuk_label(id_)
    every = tuple(dict.fromkeys((*classes, "Kamerstuk")))
    return Thing(id_, every, nl, en, page=f"{_OFFICIAL}{id_}.html", attributes={"dcterms:identifier": (id_,)})


def target(mention: Mention, registers: Registers, paper: str) -> Thing | None:
    """Return the thing that a citation points at, None when the words name nothing to make a node of.

    `paper` is the key of the citing paper, under which its numbered enclosures stand.
    """
    if mention.id is None:
        return None if mention.anaphor else _unidentified(mention, registers, paper)
    thing = identified(mention.id, mention, registers)
    return of_paper(thing, paper) if _is_description(mention) else thing


def of_paper(thing: Thing, paper: str) -> Thing:
    """Return a thing that only one paper can tell from others, under a key of that paper."""
    return replace(thing, key=f"{thing.key}-bij-{paper}")


def _is_description(mention: Mention) -> bool:
    """Tell whether the words may mean another thing elsewhere: "onderzoek van AEF", "brief van 3 mei"."""
    if mention.kind == "rapport":
        return mention.rule.startswith("rapport van een maker")
    return mention.kind == "brief" and (mention.id or "").startswith(("brief:brief-", "brief:kamerbrief-"))


def identified(id_: str, mention: Mention, registers: Registers) -> Thing:
    """Return the thing with this id, which a citation names (as its own, or among those it names also)."""
    work, _, part = id_.partition("#")
    celex = _CELEX_ID.fullmatch(id_)
    if mention.kind in {"wet", "regeling", "eu"}:
        return _regulation(id_, mention, registers)
    if celex:
        return _regulation(id_, mention, registers)
    if id_.startswith("dossier-"):
        return dossier(id_.removeprefix("dossier-"))
    if mention.kind == "url":
        digest = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return Thing(
            f"url-{digest}", ("Document",), id_ if len(id_) <= 120 else f"{id_[:119]}…", attributes={"dg:adres": (id_,)}
        )
    if id_.startswith("kst-") and not part:
        return kamerstuk(id_, (CLASS_OF_KIND[mention.kind],) if mention.kind in CLASS_OF_KIND else ())
    classes = (CLASS_OF_KIND.get(mention.kind, "Document"),)
    if _PAGED.fullmatch(id_) or id_.startswith(("nds-", "ECLI:")):
        label, label_en = _official_label(id_)
        page = f"{_OFFICIAL}{id_}.html" if _PAGED.fullmatch(id_) else None
        return Thing(id_, classes, label, label_en, page=page, attributes={"dcterms:identifier": (id_,)})
    title = mention.title or work.removeprefix("rechtspraak:").replace("-", " ", 1)
    return Thing(
        id_.replace(":", "-"),
        classes,
        title[:1].upper() + title[1:] if mention.kind == "brief" else title,
        unresolved=_NO_ECLI if mention.kind == "ecli" else "alleen met woorden genoemd, zonder officieel nummer",
        attributes={"dcterms:title": (title,)} if mention.kind != "brief" else {},
    )


def _official_label(id_: str) -> tuple[str, str | None]:
    head, *rest = id_.split("-")
    if head in _JOURNALS and len(rest) == 2:
        nl, en = _JOURNALS[head]
        return f"{nl} {rest[0]}, {rest[1]}", f"{en} {rest[0]}, {rest[1]}"
    if head == "ah":
        return (
            f"Aanhangsel van de Handelingen {rest[1][:4]}/{rest[1][6:]}, nr. {rest[2]}",
            "Answers to parliamentary questions",
        )
    if head == "h":
        return f"Handelingen {rest[1][:4]}/{rest[1][6:]}, {'-'.join(rest[2:])}", "Proceedings"
    return id_, None


def _regulation(id_: str, mention: Mention, registers: Registers) -> Thing:
    work, _, part = id_.partition("#")
    known = registers.regulations_by_id.get(work)
    name = known.name if known else (mention.title or work)
    celex = _CELEX_ID.fullmatch(id_)
    if part:
        words = f"{mention.pinpoint or part} {name}"
        key = f"{_CELEX}{id_}" if celex else id_.replace(":", "-", 1)
        return Thing(key, ("Artikel",), words[:1].upper() + words[1:], part_of=key.partition("#")[0])
    others = (*known.abbreviations, *known.also) if known else ()
    called = {"skos:altLabel": others} if others else {}
    if work.startswith("dossier-"):
        bill = dossier(work.removeprefix("dossier-"))
        return replace(bill, attributes={**bill.attributes, **called, "dcterms:title": (name,)})
    attributes: dict[str, tuple[str, ...]] = {"dcterms:identifier": (work,), **called}
    if known:
        attributes["dcterms:source"] = (known.source,)
        if known.doubt:
            attributes["dg:twijfel"] = (known.doubt,)
    listed = registers.titles_by_id.get(work) if known is None else None
    if listed:
        attributes["dcterms:source"] = (TITLES_SOURCE,)
        attributes["dg:twijfel"] = (TITLES_DOUBT,)
    if celex:
        act = _EU_CLASSES.get(celex["letter"], "Document") if work.startswith("3") else "Document"
        page = f"https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:{work}"
        eli = known.eli or None if known else None
        return Thing(f"{_CELEX}{work}", (act,), name, page=page, attributes=attributes, same_as=eli)
    kind = (
        known.kind
        if known
        else _TITLE_CLASSES.get(listed.kind, "Regeling")
        if listed
        else CLASS_OF_KIND.get(mention.kind, "Document")
    )
    if work.startswith("BWB"):
        return Thing(work, (kind,), name, page=f"https://wetten.overheid.nl/{work}", attributes=attributes)
    official = f"{_OFFICIAL}{work}.html" if _PAGED.fullmatch(work) else None
    del attributes["dcterms:identifier"]
    unresolved = None if official else _NO_CELEX if mention.kind == "eu" else _NO_BWB
    return Thing(work.replace(":", "-"), (kind,), name, page=official, unresolved=unresolved, attributes=attributes)


def _unidentified(mention: Mention, registers: Registers, paper: str) -> Thing | None:
    """Return a node for what the words name without saying which it is."""
    if mention.kind == "bijlage" and mention.number is not None:
        title = mention.title or "bijlage"
        return Thing(
            f"{paper}-bijlage-{mention.number}",
            ("Bijlage",),
            title[:1].upper() + title[1:],
            attributes={"dcterms:title": (title,)},
            unresolved="bijlage zonder eigen nummer; het stuk zelf is niet gelezen",
        )
    if mention.kind in {"motie", "amendement"} and mention.movers:
        name = f"{mention.kind.capitalize()} {' en '.join(mention.movers)}"
        reason = "de tekst geeft geen nummer, of meer dan een"
        # the same members move more than one
        return of_paper(Thing(slug(name), (CLASS_OF_KIND[mention.kind],), name, unresolved=reason), paper)
    if mention.kind in {"wet", "regeling", "eu"} and mention.title:
        return _unnumbered(mention.kind, mention.title, registers)
    if mention.kind == "handelingen" and mention.title:
        reason = "debat zonder vindplaats in de Handelingen"
        title = mention.title[:1].upper() + mention.title[1:]
        debate = Thing(f"debat-{slug(mention.title)}", ("Debat",), title, unresolved=reason)
        return debate if _ONE_DEBATE.fullmatch(mention.title) else of_paper(debate, paper)
    if mention.kind == "brief" and mention.title and " " in mention.title:
        reason = "brief zonder datum of nummer; meer dan een brief kan bedoeld zijn"
        return of_paper(Thing(f"brief-{slug(mention.title)}", ("Brief",), mention.title, unresolved=reason), paper)
    return None


def _unnumbered(kind: str, title: str, registers: Registers) -> Thing:
    """Return a node for a regeling that the registers know under several numbers, or do not know."""
    if meant := registers.regulations_by_abbreviation.get(title.casefold(), ()):
        reason = f"de afkorting kan staan voor: {'; '.join(sorted(one.name for one in meant))}"
        return Thing(f"afkorting-{slug(title)}", ("Regeling",), title, unresolved=reason)
    listed = sorted({one.id for one in registers.titles_by_name.get(title.casefold(), ())})
    reason = f"onder deze naam kent het Basiswettenbestand: {'; '.join(listed)}" if listed else _NO_BWB
    if kind == "eu":
        reason = _NO_CELEX
    return Thing(slug(title), ("Wet",) if kind == "wet" else ("Regeling",), title, unresolved=reason)
