"""What a paper does with a thing it names: cites it, answers it, carries it out, encloses it, announces its change."""

from __future__ import annotations

import regex

from dossier_graph.model import Mention

__all__ = ["role_of"]


# Between a cue and the second of two things: "naar aanleiding van de motie A en de motie B".
_SECOND = r"(?: [^.;:]{0,90} \b (?:en|als|alsmede) \s )? (?:zowel\s|beide\s)?"


def _cue(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern.replace("SECOND", _SECOND), regex.VERBOSE | regex.IGNORECASE)


# Read in the sentence of the mention; the first that fits decides. "before" ends where the mention begins,
# "after" begins where it ends.
_BEFORE = (
    (
        "kondigtWijzigingAan",
        {"wet", "regeling"},
        _cue(
            r"""
            \b (?: wijziging(?:en)? | aanpassing(?:en)? | herziening | wijzigen | aanpassen )
            \s (?:van|in|aan) \s
            (?: (?:de\s|het\s)? (?-i:\p{Lu}) [^,.;:()]{2,90}? (?:,\s | \sen\s) ){0,6}       # others before it in a list
            (?:de|het)? \s? (?:\w+\s)? $
            | (?-i:\b(?:ARTIKEL|Artikel)\s[IVX]+) \s? \( $       # in a bill: "ARTIKEL II (Huisvestingswet 2014)"
            """
        ),
    ),
    (
        "uitvoeringVan",
        {"rapport"},
        _cue(
            r"""
              \b (?:uitvoering|invulling|opvolging) \b [^.]{0,40} \b aan \s SECOND (?:de|het) \s $
            | \b volgt \s uit \s (?:de\safspraken\sin\s)? (?:de|het) \s $
            """
        ),
    ),
    (
        "uitvoeringVan",
        {"motie", "amendement", "kamerstuk"},
        _cue(
            r"""
              \b (?:uitvoering|invulling|gevolg|opvolging) \s (?:te\s)? (?:geven\s|gegeven\s|geef\sik\s)? (?:van|aan)
              \s SECOND (?:de\s)? $
            | \b (?:uitvoering|invulling|gevolg|opvolging) \b [^.]{0,40} \b aan \s (?:de\s)? $
            | \b uitvoering \s $
            | \b conform \s (?:de\s)? $
            """
        ),
    ),
    (
        "reactieOp",
        {"motie", "amendement", "rapport", "kamervraag", "aanhangsel", "brief", "kamerstuk"},
        _cue(
            r"""
              \b (?: (?:beleids|kabinets)?reactie | appreciatie | antwoord | beantwoording ) \s (?: [^.]{0,40} \s )?
              (?:op|van) \s (?:de|het|uw|mijn)? \s? $
            | \b appreciatie \s $
            | \b ik\sop \s (?:de|het) \s $
            | \b reageer\sik\sop \s SECOND (?: [^.]{0,90} : \s )? (?:de|het) \s $
            """
        ),
    ),
    (
        "reactieOp",
        {"motie", "amendement", "kamervraag", "aanhangsel", "brief", "kamerstuk"},
        _cue(r"\b naar\saanleiding\svan \s SECOND (?:de|het)? \s? $"),
    ),
)
# A reaction that is a paper of its own, or still to come: "In de kabinetsreactie op …", "verzoekt om een reactie op …".
_OTHERS_REACTION = _cue(
    r"""
      \b (?:in|om|aan|conform|zie|over|met) \s (?:de|een|het|mijn|zijn)? \s? (?:\w+\s)?
      (?:beleids|kabinets)?reactie \s [^.]* $
    | \b in\sreactie\sop \s [^.]* $
    | (?:beleids|kabinets)?reactie \s (?:gestuurd|verstuurd) \b [^.]* $
    """
)
_AFTER = (
    (
        "kondigtWijzigingAan",
        {"wet", "regeling"},
        _cue(
            r"\s (?:wordt|worden|wijzigt|zal|is)? \s? (?: [^.]{0,30} \s )? (?:wijzigt|gewijzigd|aangepast) \b",
        ),
    ),
    ("uitvoeringVan", {"motie", "amendement", "kamerstuk"}, _cue(r"[^.]{0,40} \b als \s (?:afgedaan|uitgevoerd) \b")),
)
_ENCLOSED = _cue(
    r"""
      \b (?: bijgevoegd | als\sbijlage | meegestuurd | meegezonden ) \b
    | \b Hierbij\sbied \b | \b bied\s(?:ik|wij)\b [^.]* \b aan \b
    | \b stuur\s(?:ik|wij)\b [^.]* \b (?:mee|toe) \b
    | \b in\sbijlage\s\d
    | \b ter\sinformatie\sbij\sdeze\sbrief \b
    """
)
_BEGIN = regex.compile(r"[.?!]\s(?=\p{Lu})|\n")
_END = regex.compile(r"[.?!](?=\s\p{Lu}|\n|$)|\n")
_REACH = 320


def _sentence(flow: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a mention, no further than the reach of a cue."""
    low, high = max(0, start - _REACH), min(len(flow), end + _REACH)
    stops = [match.end() for match in _BEGIN.finditer(flow, low, start)]
    following = _END.search(flow, end, high)
    return (stops[-1] if stops else low), (following.start() if following else high)


def role_of(flow: str, mention: Mention) -> str:
    """Return the relation of a citation, from the words of its own sentence; verwijstNaar when nothing else shows.

    >>> text = "Hiermee geef ik uitvoering aan de motie Podt."
    >>> role_of(text, Mention("motie", None, 34, 44, "motie"))
    'uitvoeringVan'
    """
    if mention.relation != "verwijstNaar":
        return mention.relation
    low, high = _sentence(flow, mention.start, mention.end)
    before, after = flow[low : mention.start], flow[mention.end : high]
    for relation, kinds, pattern in _BEFORE:
        if mention.kind in kinds and pattern.search(before):
            if relation == "reactieOp" and _OTHERS_REACTION.search(before):
                break
            return relation
    for relation, kinds, pattern in _AFTER:
        if mention.kind in kinds and pattern.match(after):
            return relation
    if mention.kind in {"rapport", "bijlage"} and _ENCLOSED.search(before + " … " + after):
        return "heeftBijlage"
    return "verwijstNaar"
