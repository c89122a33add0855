"""What a paper does with a thing it names: cites it, answers it, carries it out, encloses it, announces its change."""

from __future__ import annotations

import regex

from dossier_graph.model import Mention

__all__ = ["role_of"]

# Read in the sentence of the mention; the first that fits decides. "before" ends where the mention begins,
# "after" begins where it ends.
_BEFORE = (
    ("kondigtWijzigingAan", {"wet", "regeling"}, regex.compile(
        r"\b(?:wijziging(?:en)?|aanpassing(?:en)?|herziening|wijzigen|aanpassen)\s(?:van|in|aan)\s(?:de|het)?\s?(?:\w+\s)?$"
    )),
    ("uitvoeringVan", {"motie", "amendement", "kamerstuk"}, regex.compile(
        r"\b(?:uitvoering|invulling|gevolg|opvolging)\s(?:te\s)?(?:geven\s|gegeven\s|geef\sik\s)?(?:van|aan)\s(?:de\s)?$"
        r"|\b(?:uitvoering|invulling|gevolg|opvolging)\b[^.]{0,40}\baan\s(?:de\s)?$|\b[Uu]itvoering\s$|\bconform\s(?:de\s)?$"
    )),
    ("reactieOp", {"motie", "amendement", "rapport", "kamervraag", "aanhangsel", "brief", "kamerstuk"}, regex.compile(
        r"\b(?:(?:beleids|kabinets)?reactie|appreciatie|antwoord|beantwoording)\s(?:[^.]{0,40}\s)?(?:op|van)\s(?:de|het|uw|mijn)?\s?$"
        r"|\b[Aa]ppreciatie\s$|\breageer\sik\sop\s(?:de|het)\s$|\bik\sop\s(?:de|het)\s$|\b[Nn]aar\saanleiding\svan\s(?:de|het)\s$"
        r"|\b[Nn]aar\saanleiding\svan\sde\s[mM]otie[^.]{0,80}\ben\s(?:de\s)?$"
    )),
)  # fmt: skip
_AFTER = (
    ("kondigtWijzigingAan", {"wet", "regeling"}, regex.compile(r"\s(?:wordt|worden|wijzigt|zal|is)?\s?(?:[^.]{0,30}\s)?(?:wijzigt|gewijzigd|aangepast)\b")),
    ("uitvoeringVan", {"motie", "amendement", "kamerstuk"}, regex.compile(r"[^.]{0,40}\bals\s(?:afgedaan|uitgevoerd)\b")),
)  # fmt: skip
_ENCLOSED = regex.compile(
    r"\bbijgevoegd\b|\bals\sbijlage\b|\bmeegestuurd\b|\bmeegezonden\b|\bbied\s(?:ik|wij)\b[^.]*\baan\b|\bstuur\s(?:ik|wij)\b[^.]*\b(?:mee|toe)\b|\bin\sbijlage\s\d"
    r"|\bHierbij\sbied\b|\bter\sinformatie\sbij\sdeze\sbrief\b"
)
_REACTION_IN_SENTENCE = regex.compile(r"\b(?:reactie|appreciatie)\b")
_REACH = 160


def _sentence(flow: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a mention, no further than the reach of a cue."""
    low, high = max(0, start - _REACH), min(len(flow), end + _REACH)
    stops = [match.end() for match in regex.finditer(r"[.?!]\s(?=\p{Lu})|\n", flow, pos=low, endpos=start)]
    following = regex.search(r"[.?!](?=\s\p{Lu}|\n|$)|\n", flow, pos=end, endpos=high)
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
            return relation
    for relation, kinds, pattern in _AFTER:
        if mention.kind in kinds and pattern.match(after):
            return relation
    if mention.kind in {"rapport", "bijlage"} and _ENCLOSED.search(before + " … " + after):
        return "heeftBijlage"
    return "verwijstNaar"
