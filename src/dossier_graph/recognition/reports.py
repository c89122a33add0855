"""Reports by title: in guillemets, quotation marks or italics, or in apposition to "rapport"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dossier_graph.model import Mention
from dossier_graph.recognition.anchors import REACH, Recogniser, word_start
from dossier_graph.recognition.people import MAKER

__all__ = ["RECOGNISERS"]

_KIND = (
    r"\p{L}*(?:rapport(?:age)?|onderzoek|advies|evaluatie|monitor|uitvoeringstoets|publicatie|verkenning|notitie"
    r"|studie|handreiking)"
)
# With a title in quotation marks other papers count as well.
_TITLED = (
    rf"(?:{_KIND}|\p{{L}}*(?:overeenkomst|akkoord|convenant|programma|agenda|plan|visie|strategie|nota|brochure|aanpak"
    r"|kader))"
)
_QUOTES = {"«": "»", "‘": "’", "“": "”", '"': '"', "'": "'", "*": "*", "_": "_"}
_BEFORE_TITLE = regex.compile(
    rf"(?<![\w-])(?P<before>(?!De\ |Het\ |Een\ |Dit\ )\p{{Lu}}[\p{{L}}&]*[\ -])?(?P<kind>{_TITLED})"
    rf"(?:\ (?:van|door)\ {MAKER})?(?:,?\ (?:getiteld|met\ (?:de\ |als\ )titel|genaamd))?:?\ $"
)
_BEFORE_REACH = 130
_TITLE_LENGTH = 220
_CALLED = regex.compile(
    r"(?:onder de titel|getiteld|met (?:de|als) titel|publicatie|rapport|onderzoek|advies|brochure|handreiking)[:,]?\ $"
)
# Words with which a title that has no quotation marks ends, because the sentence goes on.
_GOES_ON = (
    r"(?!(?:wordt|is|heeft|dat|die|waar\p{Ll}*|met|geeft|laat|blijkt|bij|als|volgt|zijn|staat|stelt|toont|werd|was)\b"
    r"|aan(?:[.,\ ]|$))"
)
_APPOSITION = regex.compile(
    rf"(?<![\w-])(?:(?P<before>(?!De\ |Het\ |Een\ |Dit\ )\p{{Lu}}[\p{{L}}&]+)[\ -])?(?P<kind>{_KIND})\ "
    rf"(?P<title>\p{{Lu}}\p{{Ll}}+\??(?:\ {_GOES_ON}[\p{{L}}\d’'(),–?-]+(?<![,)]|(?<=–\ )))"
    rf"{{0,4}}(?:,(?=\ \p{{Ll}}+\ \p{{Ll}}+\ –))?(?:\ {_GOES_ON}[\p{{L}}\d’'(),–?-]+(?<![,)])){{2,24}})"
)
# Some kind of paper, or that something is called so: without it what stands in quotation marks is no title.
_STEMS = (
    "rapport", "onderzoek", "advies", "evaluatie", "monitor", "toets", "publicatie", "verkenning", "notitie", "studie",
    "handreiking", "akkoord", "convenant", "overeenkomst", "programma", "agenda", "plan", "visie", "strategie", "nota",
    "brochure", "aanpak", "kader", "titel",
)  # fmt: skip
_BY = regex.compile(rf"\ (?:van|door)\ {MAKER}")
_MAKER_BEFORE = regex.compile(r"\p{Lu}[\p{L}&]+\s$")
_CALLED_SO = frozenset({"getiteld", "titel", "genaamd"})
_SHORTEST = 3  # words: shorter things in quotation marks are expressions, not titles


def _may_introduce(words: str) -> bool:
    """Tell whether words can end as those before a title do: in a kind of paper, its maker or "getiteld"."""
    last = words.removesuffix(" ").removesuffix(":").rpartition(" ")[2]
    return words.endswith(" ") and (
        last[:1].isupper() or last in _CALLED_SO or any(stem in last.lower() for stem in _STEMS)
    )


def _title_mention(text: str, open_at: int) -> Mention | None:
    """Return the report whose title is in the quotation marks that open at `open_at`."""
    low = max(0, open_at - _BEFORE_REACH)
    if not _may_introduce(text[low:open_at]):
        return None
    closing = _QUOTES[text[open_at]]
    close = text.find(closing, open_at + 1, open_at + _TITLE_LENGTH)
    if close < 0 or "\n" in text[open_at:close]:
        return None
    around = text[low:open_at].lower()
    if not any(stem in around for stem in _STEMS):
        return None
    before = _BEFORE_TITLE.search(text, low, open_at)
    if before is None and not _CALLED.search(text[low:open_at]):
        return None
    title = " ".join(text[open_at + 1 : close].strip("*_ ").split())
    if len(title.split()) < (2 if before else _SHORTEST) or not (title[:1].isupper() or before):
        return None
    start, end = (before.start() if before else open_at), close + 1
    maker = (before["maker"] or (before["before"] or "").rstrip(" -") or None) if before else None
    behind = _BY.match(text, end, end + REACH)
    if before and maker is None and behind:
        maker, end = behind["maker"], behind.end()
    return Mention("rapport", None, start, end, "rapport met titel", title=title, movers=(maker,) if maker else ())


def _read_quoted(text: str, at: int) -> Iterator[Mention]:
    if text[at] in "'\"*_" and (text[at - 1 : at].isalnum() or text[at + 1 : at + 2] in {" ", text[at]}):
        return
    mention = _title_mention(text, at)
    if mention:
        yield mention


def _read_apposition(text: str, at: int) -> Iterator[Mention]:
    """Read "het RIVM rapport Schone lucht in de stad" from its "rapport"."""
    blank = text.find(" ", at, at + REACH)
    if not text[blank + 1 : blank + 2].isupper():  # no title follows
        return
    start = word_start(text, at)
    previous = _MAKER_BEFORE.search(text, max(0, start - 25), start)
    for low in ((start - len(previous[0]),) if previous else ()) + (start,):
        found = _APPOSITION.match(text, low, low + REACH)
        if found and found.start("kind") <= at < found.end("kind"):
            yield Mention(
                "rapport",
                None,
                low,
                found.end(),
                "rapport met titel in de zin",
                title=found["title"],
                movers=(found["before"],) if found["before"] else (),
                confidence=0.8,
            )
            return


RECOGNISERS = (
    Recogniser("rapport", tuple(_QUOTES), _read_quoted),
    Recogniser("rapport in de zin", ("rapport",), _read_apposition),
)
