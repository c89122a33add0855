"""Write ontology/registers/bwb-namen.tsv from a list of the titles in the Basiswettenbestand.

    python docs/write_bwb_names.py LIST

LIST has the columns bwb_id, kind and title, tab-separated. What is written are the ways in which papers name a
regeling: its citeertitel, its title where that is short, else the beginning of it, which ends in an ellipsis, its date
("Wet van 3 december 1964"), and its name without the year or the small words that papers leave out ("Wet financieel
toezicht"). Left out are names that say nothing without their context ("Tarieven"), and short forms that several share.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parent.parent / "ontology" / "registers" / "bwb-namen.tsv"
_LONGEST = 100  # characters of a title that papers cite in full
_BEGINNING = 80
_GOES_ON = "…"
_DATED = re.compile(r"(?:Rijkswet|Wet|Besluit) van \d{1,2} [a-z]+ \d{4}")
_YEAR_AT_END = re.compile(r"\s(?:19|20)\d\d$")
_SMALL_WORDS = re.compile(r"(?<=^Wet) (?:op de|op het|inzake|betreffende|houdende) ")
_CITED_AS = re.compile(r"\((?P<name>[^()]{6,100})\)\s*$")
# What a name has in it, and what a name of one word ends in.
_LAW = re.compile(
    r"wet\b|wetboek|besluit|regeling|verordening|reglement|verdrag|overeenkomst|protocol|circulaire|aanwijzing"
    r"|beleidsregel|richtlijn|statuut|instructie|voorschrift|handvest|conventie|mandaat|code\b",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(
    r"\w{2,}(?:wet|wetboek|besluit|regeling|verordening|reglement|verdrag|statuut|voorschrift)", re.IGNORECASE
)
_PLAIN = re.compile(
    r"(?:uitvoerings|wijzigings|instellings|aanwijzings|vaststellings)?(?:besluit|regeling)", re.IGNORECASE
)
# "(Minister van Financiën)", "(PbEU L 327)": who made it or where it stands
_NO_NAME = re.compile(r"\b(?:[Mm]inisters?|[Ss]taatssecretaris|Pb|PbE[UG]|Stb|Stcrt|Trb|nrs?)\b")


def _names(title: str) -> Iterator[str]:
    cited = _CITED_AS.search(title)
    if cited and not _NO_NAME.search(cited["name"]):
        yield cited["name"]
    if len(title) <= _LONGEST:
        yield title
    else:
        yield title[:_BEGINNING].rpartition(" ")[0].rstrip(" ,;:(") + _GOES_ON
    if dated := _DATED.match(title):
        yield dated[0]


def _short_forms(name: str) -> Iterator[str]:
    yield _YEAR_AT_END.sub("", name)
    yield _SMALL_WORDS.sub(" ", name)
    yield _SMALL_WORDS.sub(" ", _YEAR_AT_END.sub("", name))


def _is_name(name: str) -> bool:
    if not name[:1].isupper() or len(name) < 6:
        return False
    if " " not in name:
        return bool(_ONE_WORD.fullmatch(name)) and not _PLAIN.fullmatch(name)
    return bool(_LAW.search(name))


def _acts_first(name: str, meant: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return what a name means: "Warenwet" is the Act, also where decrees made under it are cited by that name."""
    acts = {one for one in meant if one[1] in {"wet", "rijkswet"}}
    return acts if acts and re.search(r"wet\b", name, re.IGNORECASE) else meant


def rows(titles: Path) -> list[tuple[str, str, str]]:
    """Return (name, BWB number, kind) in order, each once."""
    with titles.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    named: dict[str, set[tuple[str, str]]] = {}
    for row in listed:
        for name in filter(_is_name, _names(" ".join(row["title"].split()))):
            named.setdefault(name, set()).add((row["bwb_id"], row["kind"]))
    shortened: dict[str, set[tuple[str, str]]] = {}
    for name, meant in named.items():
        for short in {form for form in _short_forms(name) if form not in named and _is_name(form)}:
            shortened.setdefault(short, set()).update(_acts_first(name, meant))
    named.update((short, meant) for short, meant in shortened.items() if len(meant) == 1)
    return sorted(
        (name, *one)
        for name, several in named.items()
        for meant in [_acts_first(name, several)]
        for one in meant
        if len(meant) == 1 or not (name.endswith(_GOES_ON) or _DATED.fullmatch(name))
    )


if __name__ == "__main__":
    TARGET.write_text(
        "naam\tid\tsoort\n" + "".join("\t".join(row) + "\n" for row in rows(Path(sys.argv[1]))), encoding="utf-8"
    )
