"""What a paper does with a thing it names: cites it, answers it, carries it out, encloses it, announces its change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import fold_text

__all__ = ["CUES", "Roles"]


# Between a cue and the second of two things: "naar aanleiding van de motie A en de motie B".
_SECOND = r"(?: [^.;:]{0,90} \b (?:en|als|alsmede) \s )? (?:zowel\s|beide\s)?"


def _cue(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern.replace("SECOND", _SECOND), regex.VERBOSE | regex.IGNORECASE)


# Read in the sentence of the mention; the first that fits decides. "before" ends where the mention begins,
# "after" begins where it ends. Each has one of the words in it that stand in front of it (small letters, no marks): a
# sentence without any needs no further look.
_BEFORE = (
    (
        "kondigtWijzigingAan",
        {"wet", "regeling"},
        {"wijzig", "aanpass", "herziening", "artikel"},
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
        {"uitvoer", "invulling", "opvolging", "volgt"},
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
        {"uitvoer", "invulling", "gevolg", "opvolging", "conform"},
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
        {"reactie", "appreciatie", "antwoord", "ik op", "reageer"},
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
        {"naar aanleiding"},
        _cue(r"\b naar\saanleiding\svan \s SECOND (?:de|het)? \s? $"),
    ),
)
# A reaction that is a paper of its own, or still to come: "In de kabinetsreactie op …", "verzoekt om een reactie op …".
_OTHERS_REACTION = _cue(
    r"""
      \b (?:in|om|aan|conform|zie|over|met) \s (?! reactie\b ) (?:de|een|het|mijn|zijn)? \s? (?:\w+\s)?
      (?:beleids|kabinets)?reactie \s [^.]* $
    | (?:beleids|kabinets)?reactie \s (?:gestuurd|verstuurd) \b [^.]* $
    """
)
# "In reactie op het advies is besloten …" tells what was done; "… meld ik" is the reaction itself.
_IN_REACTION = _cue(r"\b in\sreactie\sop \s [^.]* $")
_I_SAY = _cue(r".{0,80} \b (?:meld|bericht|informeer|laat|geef|stuur|bied|deel|antwoord|schrijf) \s (?:ik|wij) \b")
_AFTER = (
    (
        "kondigtWijzigingAan",
        {"wet", "regeling"},
        {"wijzig", "aangepast"},
        _cue(
            r"\s (?:wordt|worden|wijzigt|zal|is)? \s? (?: [^.]{0,30} \s )? (?:wijzigt|gewijzigd|aangepast) \b",
        ),
    ),
    (
        "uitvoeringVan",
        {"motie", "amendement", "kamerstuk"},
        {"afgedaan", "uitgevoerd"},
        _cue(r"[^.]{0,40} \b als \s (?:afgedaan|uitgevoerd) \b"),
    ),
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
_ENCLOSED_WORDS = {
    "bijgevoegd", "bijlage", "meegestuurd", "meegezonden", "hierbij bied", "bied ", "stuur ", "ter informatie",
}  # fmt: skip
_KINDS = {"rapport", "bijlage"}.union(*(kinds for _, kinds, _, _ in (*_BEFORE, *_AFTER)))
CUES = tuple(sorted(_ENCLOSED_WORDS.union(*(words for _, _, words, _ in (*_BEFORE, *_AFTER)))))
# No sentence ends behind "nr." or "art.", nor between "c.s." or "jl." and what stands in brackets.
_END = r"(?:\n|[.?!](?<!\b(?:nrs?|artt?|blz|resp|mr|drs?|prof|ca)\.)(?=\ (?!\p{Ll}))(?!(?<=\b(?:c\.s|jl)\.)\ [(\d]))"
_SENTENCE_END = regex.compile(_END)
_LAST_END = regex.compile(f"(?r){_END}")  # looked for from behind
_REACH = 320


def _is_of_others(before: str, after: str) -> bool:
    """Tell whether a reaction is not this paper itself, from its sentence before and after what it reacts to."""
    return bool(_OTHERS_REACTION.search(before) or (_IN_REACTION.search(before) and not _I_SAY.match(after)))


class Roles:
    """What a paper does with the things it names, told from the words around them in its running text.

    `cues` are the places of CUES in the text, in the order of their ends.

    >>> text = "Hiermee geef ik uitvoering aan de motie Podt."
    >>> Roles(text, [(16, 23)]).of(Mention("motie", None, 34, 44, "motie"))
    'uitvoeringVan'
    """

    def __init__(self, text: str, cues: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._folded = fold_text(text)
        self._cues = cues
        self._ends = [end for _, end in cues]

    def of(self, mention: Mention) -> str:
        """Return the relation of a citation, from its own sentence; verwijstNaar when nothing else shows."""
        if mention.relation != "verwijstNaar" or mention.kind not in _KINDS:
            return mention.relation
        if not self._words(mention.start - _REACH, mention.end + _REACH):  # nor has its sentence any
            return "verwijstNaar"
        low, high = self._sentence(mention.start, mention.end)
        said = self._words(low, high)
        if not said:
            return "verwijstNaar"
        before, after = self._text[low : mention.start], self._text[mention.end : high]
        for relation, kinds, words, pattern in _BEFORE:
            if mention.kind in kinds and not words.isdisjoint(said) and pattern.search(before):
                if relation == "reactieOp" and _is_of_others(before, after):
                    break
                return relation
        for relation, kinds, words, pattern in _AFTER:
            if mention.kind in kinds and not words.isdisjoint(said) and pattern.match(after):
                return relation
        if (
            mention.kind in {"rapport", "bijlage"}
            and not _ENCLOSED_WORDS.isdisjoint(said)
            and _ENCLOSED.search(before + " … " + after)
        ):
            return "heeftBijlage"
        return "verwijstNaar"

    def _words(self, low: int, high: int) -> list[str]:
        """Return the words of cues that stand in a range."""
        inside = self._cues[bisect_left(self._ends, low) : bisect_right(self._ends, high)]
        return [self._folded[start:end] for start, end in inside if start >= low]

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return the bounds of the sentence around a mention, no further than the reach of a cue."""
        before = _LAST_END.search(self._text, max(0, start - _REACH), start + 1)
        behind = _SENTENCE_END.search(self._text, end, end + _REACH)
        low = before.end() if before else max(0, start - _REACH)
        high = behind.start() if behind else min(len(self._text), end + _REACH)
        high -= self._text[high - 1 : high] in {".", "?", "!"}
        return low, max(high, end)
