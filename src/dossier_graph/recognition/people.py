"""How papers write the names of members and the offices of ministers."""

from __future__ import annotations

import regex

__all__ = ["MAKER", "NAME", "NAMES", "OFFICE", "PARTICLE", "split_names"]

_S = r"[^\S\n]"  # no name goes on in the next paragraph
PARTICLE = (
    rf"(?:[Vv]an(?:{_S}(?:de[nr]?|het|’t|'t))?|[Dd]e[nr]?|[Tt]e[nr]?|[Oo]p{_S}(?:de[nr]?|’t)|[Ii]n{_S}’t"
    r"|[Ee]l|[Ll][ae]|[Vv]on|[Dd]i|[Aa]l)"
)
_SURNAME = rf"\p{{Lu}}[\p{{L}}’']+(?:-(?:(?:van{_S}(?:de[nr]?|het)|de[nr]?|van){_S})?\p{{Lu}}[\p{{L}}’']+)*"
_FIRST_NAME = r"\p{Lu}\p{Ll}[\p{Ll}’']*+(?:-\p{Lu}[\p{Ll}’']++)*+"
# What stands with a capital behind a name and belongs to no name: the beginning of a sentence, a party, a chamber.
_NO_SURNAME = (
    r"(?!(?:De|Het|Een|Ik|Wij|Er|Hij|Zij|Deze|Dit|Die|Dat|(?:Hier|Daar|Waar)\p{Ll}*|Ook|Tevens|Verder|Voorts|Vervolgens"
    r"|Eerder|Inmiddels|Echter|Nu|Toen|Zo|Dus|Graag|Volt|Forum|Nieuw|Partij|Groep|Fractie|Kamer\p{Ll}*|Tweede|Eerste"
    r"|Ministers?|Staatssecretaris|Kabinet|Moties?|Amendement|Toezegging(?:en)?|Brief)(?![\p{L}-]))"
)
_LAST_NAME = rf"{_NO_SURNAME}\p{{Lu}}\p{{Ll}}[\p{{Ll}}’']*+(?:-\p{{Lu}}[\p{{L}}’']++)*+(?![\p{{L}}\d])"
# What shows that a name ends. Behind a word that is none the sentence goes on: "Kat Tevens meld ik", "Podt de
# Nederlandse regering".
_END = (
    rf"(?=[,;:.)(/]|{_S}\(|{_S}?(?:\n|$)|{_S}(?:en|c\.s\.|over|inzake|tijdens|gedaan|verzoekt|is|wordt|zal|heeft|heb|om"
    rf"|die|dat|waar\p{{Ll}}+|(?:van|op|d\.d\.){_S}\d|in{_S}(?:het|een))(?!\w))"
)
# First names, or the first part of a double surname that has lost its hyphen, where the name goes on behind them:
# "Inge van Dijk", "Romke de Jong", "Remco Dijkstra", "Michon Derkzen".
_FIRST_NAMES = (
    rf"{_FIRST_NAME}(?:{_S}{_FIRST_NAME})?{_S}"
    rf"(?=van{_S}{_LAST_NAME}|(?:(?:van{_S}|op{_S})?(?:de[nr]?|het|te[nr]?){_S})?{_LAST_NAME}{_END})"
)
# A surname with its particles, and first names or initials where they are printed.
NAME = (
    rf"(?:(?:\p{{Lu}}\.{_S}?){{1,6}}|{_FIRST_NAMES}|(?:\p{{Lu}}[\p{{Ll}}’'-]+{_S}){{0,2}}?)"
    rf"(?:{PARTICLE}{_S}){{0,2}}{_SURNAME}"
)
_PARTY = rf"(?:{_S}?\([\p{{L}}\d][\p{{L}}\d +&/-]{{1,30}}\))"
_NO_NAME = r"(?!(?:Kamerstuk|Handelingen|Minister|Staatssecretaris))"
_AND = rf"(?:,{_S}(?:en{_S})?|{_S}en{_S}|/(?=\p{{Lu}}))(?:(?:de{_S}heer|mevrouw){_S})?{_NO_NAME}"
NAMES = rf"{NAME}{_PARTY}?(?:{_AND}{NAME}{_PARTY}?){{0,11}}"
_OFFICE_HEAD = (
    r"(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris|MINISTER(?:-PRESIDENT)?|STAATSSECRETARIS"
    r"|[Vv]iceminister-president)(?!\w)"
)
# An office: the head, then words that begin with a capital, joined by "van", "voor", "en", commas.
OFFICE = (
    rf"{_OFFICE_HEAD}(?:\s(?:van|voor|VAN|VOOR)\s(?:de\s|het\s)?\p{{Lu}}[\p{{L}}-]*"
    r"(?:(?:,\s|\sen\s|\sEN\s|,\sen\s|\svan\s|\s–\s|\s|\sin\s)(?!De\s|Het\s|Ik\s)\p{Lu}[\p{L}-]*)*"
    r"(?:\s\([\p{Lu}][^()\n]{3,60}\))?)?"
)
# Who made a report: an organisation or a person, without what stands in front of the name.
MAKER = (
    r"(?:(?:EU-adviseur|prof\.|dr\.|mr\.|professor|de|het|onderzoeksbureau|bureau)\ ){0,3}"
    r"(?P<maker>(?:(?:\p{Lu}\.)+\ )?\p{Lu}[\p{L}&-]*"
    r"(?:\ (?:van\ (?:de\ |der\ )?|voor\ (?:de\ )?|of\ |for\ |en\ (?=\p{Lu}\p{Ll}+(?:raad|toezicht)\b))?"
    r"\p{Lu}[\p{L}&-]*){0,5})"
)
_SPLIT = regex.compile(_AND)
_ALL_OF = regex.compile(r"^(?:beiden?|allen|alle)\s")  # "(beiden GroenLinks-PvdA)"
_PARTY_AT_END = regex.compile(r"\s?\((?P<party>[^()]*)\)$")


def split_names(words: str) -> list[tuple[str, str | None]]:
    """Return the names in a list of names, each with the party in brackets behind it or behind all of them.

    >>> split_names("Van Baarle en Dassen (Volt)")
    [('Van Baarle', None), ('Dassen', 'Volt')]
    >>> split_names("Romke de Jong en Kat (beiden D66)")
    [('Romke de Jong', 'D66'), ('Kat', 'D66')]
    """
    names: list[tuple[str, str | None]] = []
    for part in _SPLIT.split(words):
        written = _PARTY_AT_END.search(part)
        name = (part[: written.start()] if written else part).strip()
        party = _ALL_OF.sub("", written["party"]) if written else None
        if written and party != written["party"]:
            names = [(other, own or party) for other, own in names]
        if name:
            names.append((name, party))
    return names
