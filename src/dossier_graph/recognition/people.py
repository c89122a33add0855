"""How papers write the names of members and the offices of ministers."""

from __future__ import annotations

import regex

__all__ = ["MAKER", "NAME", "NAMES", "OFFICE", "split_names"]

_S = r"[^\S\n]"  # no name goes on in the next paragraph
_PARTICLE = (
    rf"(?:[Vv]an(?:{_S}(?:de[nr]?|het|’t|'t))?|[Dd]e[nr]?|[Tt]e[nr]?|[Oo]p{_S}(?:de[nr]?|’t)|[Ii]n{_S}’t"
    r"|[Ee]l|[Ll][ae]|[Vv]on|[Dd]i|[Aa]l)"
)
_LOWER_PARTICLE = rf"(?:van(?:{_S}(?:de[nr]?|het|’t|'t))?|de[nr]?|te[nr]?|op{_S}(?:de[nr]?|’t)|in{_S}’t|el|von|di|al)"
_SURNAME = rf"\p{{Lu}}[\p{{L}}’']+(?:-(?:(?:van{_S}(?:de[nr]?|het)|de[nr]?|van){_S})?\p{{Lu}}[\p{{L}}’']+)*"
# Words with a capital that are part of no name: they begin a sentence, or name a party or chamber.
_NO_SURNAME = (
    r"(?!(?:De|Het|Een|Ik|Wij|We|U|Uw|Mijn|Onze|Er|Hij|Zij|Deze|Dit|Die|Dat|Hier\p{Ll}*|Daar\p{Ll}*|Waar\p{Ll}*"
    r"|Aan|Als|Bij|Binnen|Conform|Door|En|In|Met|Na|Naar|Of|Om|Op|Over|Sinds|Tijdens|Tot|Uit|Voor|Vanaf|Volgens|Zie"
    r"|Eerder|Inmiddels|Maar|Nu|Ook|Tevens|Toen|Verder|Voorts|Vervolgens|Zo|Zoals|Ten|Ter|Dan|Dus|Echter|Graag|Indien"
    r"|Kamer\p{Ll}*|Tweede|Eerste|Handelingen|Aanhangsel|Vergaderjaar|Minister|Staatssecretaris|Ministerie|Kabinet"
    r"|Motie|Moties|Amendement|Toezegging|Toezeggingen|Brief|Volt|Forum|Nieuw|Partij|Groep|Fractie|Lid)(?![\p{L}-]))"
)
# What shows that a name of two words ends: two that follow each other can also be a name and another sentence.
_NAME_ENDS = (
    rf"(?=[,;:.)(/]|{_S}[(&]|{_S}?$|{_S}?\n|{_S}(?:en|c\.s\.|over|inzake|tijdens|gedaan|is|wordt|heeft|om|die|dat|waarin"
    rf"|waarmee|(?:van|op|d\.d\.){_S}\d|in{_S}(?:het|een))(?!\w))"
)
_GIVEN = rf"\p{{Lu}}\p{{Ll}}[\p{{Ll}}’']*+(?:-\p{{Lu}}[\p{{Ll}}’']++)*+"
_PLAIN_SURNAME = rf"{_NO_SURNAME}\p{{Lu}}\p{{Ll}}[\p{{Ll}}’']*+(?:-\p{{Lu}}[\p{{L}}’']++)*+(?![\p{{L}}\d])"
# First names, or the first part of a double surname that has lost its hyphen, where the name goes on behind them:
# "Romke de Jong", "Michon Derkzen (VVD)". What is no party follows the particle: not "Podt van Volt".
_MORE_NAMES = (
    rf"{_GIVEN}(?:{_S}{_GIVEN})?"
    rf"(?={_S}(?:{_LOWER_PARTICLE}{_S}){{1,2}}{_PLAIN_SURNAME}|{_S}{_PLAIN_SURNAME}{_NAME_ENDS}){_S}"
)
# A surname with its particles, and first names or initials where they are printed.
NAME = (
    rf"(?:(?:\p{{Lu}}\.{_S}?){{1,6}}|{_MORE_NAMES}|(?:\p{{Lu}}[\p{{Ll}}’'-]+{_S}){{0,2}}?)"
    rf"(?:{_PARTICLE}{_S}){{0,2}}{_SURNAME}"
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
    """Return the names in a list of names, each with the party in brackets behind it.

    >>> split_names("Van Baarle en Dassen (Volt)")
    [('Van Baarle', None), ('Dassen', 'Volt')]
    """
    names: list[tuple[str, str | None]] = []
    for part in _SPLIT.split(words):
        party = _PARTY_AT_END.search(part)
        name = part[: party.start()] if party else part
        if name.strip():
            names.append((name.strip(), _ALL_OF.sub("", party["party"]) if party else None))
    return names
