"""What agrees between annotations and records, counted.

Spans agree when they share at least half of the longer one. What is annotated as disputed counts neither way; a
citation without an id, or an anaphor, is never held against precision.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import regex

from dossier_graph.scoring.gold import GoldPaper

__all__ = ["Count", "Finding", "Score", "measure"]

_Item = Mapping[str, Any]

# Kinds that have an official identifier; the others count by their place alone.
_IDENTIFIED = frozenset(
    {
        "kamerstuk", "motie", "amendement", "dossier", "handelingen", "aanhangsel", "kamervraag", "wet", "regeling",
        "eu", "ecli", "staatsblad", "staatscourant", "tractatenblad",
    }
)  # fmt: skip
_NAMED = frozenset({"rapport", "brief", "bijlage", "beslisnota", "url"})
_OFFICIAL = regex.compile(r"kst-|ah-|h-|kv-|nds-|blg-|stb-|stcrt-|trb-|BWBR|dossier-|ECLI:|[1-9]\d{4}[A-Z]{1,2}\d")
_ROLES = {
    "cites": "verwijstNaar",
    "responds_to": "reactieOp",
    "implements": "uitvoeringVan",
    "encloses": "heeftBijlage",
    "amends": "kondigtWijzigingAan",
}
_DUTIES = {
    "signs": "ondertekendDoor",
    "on_behalf_of": "medeNamens",
    "submitted_motion": "ingediendDoor",
    "asked": "gesteldDoor",
    "promised_to": "gedaanAan",
    "commissioned": "inOpdrachtVan",
    "carried_out": "uitgevoerdDoor",
}
# Words of a name that tell nobody from anybody.
_UNTOLD = frozenset(
    {
        "de", "het", "van", "der", "den", "en", "lid", "leden", "minister", "ministerie", "staatssecretaris", "voor",
        "raad", "cs", "namens", "mede",
    }
)  # fmt: skip
_FEWEST = 3  # a relation counts in the mean from so many annotations on


@dataclass(slots=True)
class Count:
    """How many were right, missed and found without being there."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 when nothing was found."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """The part of what is there that was found; 1 when nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Count) -> None:
        """Add another count to this one."""
        self.right += other.right
        self.missed += other.missed
        self.spurious += other.spurious


@dataclass(frozen=True, slots=True)
class Finding:
    """One miss or one spurious hit, for people to look at."""

    paper: str
    how: str
    what: str
    start: int | None
    quote: str


@dataclass(slots=True)
class Score:
    """The counts by label ("identified/kamerstuk", "dates/all" …), the relations, and what went wrong."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    relations: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    findings: list[Finding] = field(default_factory=list)
    papers: int = 0

    def groups(self) -> dict[str, Count]:
        """Return the counts added up by group: IDENTIFIED, NAMED, RESPONSIBLE, DATES, FOOTNOTES."""
        groups: dict[str, Count] = defaultdict(Count)
        for label, count in self.counts.items():
            groups[label.partition("/")[0].upper()].add(count)
        return dict(sorted(groups.items()))

    def relation_mean(self) -> float:
        """Return the mean F1 over the relations that are annotated often enough."""
        scores = [count.f1 for count in self.relations.values() if count.right + count.missed >= _FEWEST]
        return sum(scores) / len(scores) if scores else 0.0


def _canonical(id_: str | None) -> str | None:
    """Return one spelling for ids that differ in notation only."""
    if not id_:
        return None
    text = regex.sub(r"^jci1\.3\d?:c:", "", id_.strip())
    text = text.replace("&artikel=", "#artikel=").replace("/artikel/", "#artikel=")
    return regex.sub(r"-\(?R\s?\d+\)?", "", text).casefold()


def _work(id_: str | None) -> str | None:
    whole = _canonical(id_)
    return whole.partition("#")[0] if whole else None


def _words(name: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    found = set(regex.findall(r"[a-z0-9]{2,}", plain))
    return found - _UNTOLD or found


def _same_name(one: str, other: str) -> bool:
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and short <= long


def _agree(one: _Item, other: _Item) -> bool:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return bool(shared > 0 and shared * 2 >= max(one["end"] - one["start"], other["end"] - other["start"]))


def _touch(one: _Item, other: _Item) -> bool:
    return bool(min(one["end"], other["end"]) > max(one["start"], other["start"]))


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Annotations and records paired one to one, with what was left over on either side."""

    pairs: list[tuple[_Item, _Item]]
    missed: list[_Item]
    left: list[_Item]


def _pair(wanted: Iterable[_Item], found: Iterable[_Item], same: Callable[[_Item, _Item], bool]) -> _Pairing:
    left = list(found)
    pairs: list[tuple[_Item, _Item]] = []
    missed: list[_Item] = []
    for item in wanted:
        place = next((place for place, hit in enumerate(left) if same(item, hit)), None)
        if place is None:
            missed.append(item)
        else:
            pairs.append((item, left.pop(place)))
    return _Pairing(pairs, missed, left)


def measure(papers: Sequence[tuple[GoldPaper, Sequence[_Item]]]) -> Score:
    """Return how well the records of annotated papers agree with their annotations.

    Every paper comes with its records, as `dossier_graph.recognition.records` makes them.

    >>> from pathlib import Path
    >>> gold = GoldPaper("brief", Path("brief.txt"), {"citations": [], "responsibility": [], "footnotes": [],
    ...                  "dates": [{"start": 0, "end": 11, "iso": "2023-07-07"}]})
    >>> measure([(gold, [{"type": "date", "start": 0, "end": 11, "iso": "2023-07-07"}])]).counts["dates/all"].f1
    1.0
    """
    score = Score()
    for gold, records in papers:
        score.papers += 1
        _citations(score, gold, [record for record in records if record["type"] == "citation"])
        _responsibilities(score, gold, [record for record in records if record["type"] == "responsibility"])
        _dates(score, gold, [record for record in records if record["type"] == "date"])
        _footnotes(score, gold, [record for record in records if record["type"] == "footnote"])
    return score


def _count(
    score: Score, gold: GoldPaper, group: str, paired: _Pairing, spurious: list[_Item], of: Callable[[_Item], str]
) -> None:
    for item, _ in paired.pairs:
        score.counts[f"{group}/{of(item)}"].right += 1
    for item in paired.missed:
        score.counts[f"{group}/{of(item)}"].missed += 1
        score.findings.append(_finding(gold.name, "missed", item))
    for item in spurious:
        score.counts[f"{group}/{of(item)}"].spurious += 1
        score.findings.append(_finding(gold.name, "spurious", item))


def _finding(paper: str, how: str, item: _Item) -> Finding:
    named = (item.get(key) for key in ("id", "iso", "agent", "person_or_role", "marker"))
    what = " ".join(
        str(part) for part in (item.get("kind") or item.get("relation"), next(filter(None, named), None)) if part
    )
    return Finding(
        paper, how, what, item.get("start", item.get("marker_start")), item.get("quote") or item.get("body_quote") or ""
    )


def _citations(score: Score, gold: GoldPaper, mentions: list[_Item]) -> None:
    annotated = gold.annotations["citations"]
    disputed = [item for item in annotated if item.get("disputed")]
    clear = [item for item in annotated if not item.get("disputed")]
    identified = [
        item
        for item in clear
        if item["id"]
        and _OFFICIAL.match(item["id"])
        and item["kind"] not in _NAMED
        and item.get("id_basis") != "external"
    ]
    rest = [item for item in clear if item not in identified]

    def right_id(item: _Item, hit: _Item) -> bool:
        ids = {_canonical(id_) for id_ in (item["id"], *item.get("alt_ids", []))}
        return _agree(item, hit) and _canonical(hit.get("id")) in ids

    def right_place(item: _Item, hit: _Item) -> bool:
        return _agree(item, hit) and (item["kind"] == "url") == (hit["kind"] == "url")

    by_id = _pair(identified, [hit for hit in mentions if hit["kind"] in _IDENTIFIED], right_id)
    elsewhere = [hit for hit in by_id.left if any(_agree(hit, item) for item in rest)]
    spurious = [
        hit
        for hit in by_id.left
        if hit not in elsewhere
        and hit.get("id")
        and not hit.get("anaphor")
        and not any(_touch(hit, item) for item in disputed)
        and not any(_agree(hit, item) and _work(item["id"]) == _work(hit["id"]) for item in clear)
    ]
    _count(score, gold, "identified", by_id, spurious, lambda item: str(item["kind"]))

    by_place = _pair(rest, [*(hit for hit in mentions if hit["kind"] in _NAMED), *elsewhere], right_place)
    spurious = [
        hit
        for hit in by_place.left
        if not hit.get("anaphor")
        and not any(_touch(hit, item) for item in disputed)
        and not any(_agree(hit, item) for item in clear)
    ]
    _count(score, gold, "named", by_place, spurious, lambda item: "url" if item["kind"] == "url" else "other")

    for item, hit in (*by_id.pairs, *by_place.pairs):
        if item.get("role_disputed"):
            continue
        wanted, said = _ROLES[item["role"]], hit.get("relation", "verwijstNaar")
        if wanted == said:
            score.relations[wanted].right += 1
        else:
            score.relations[wanted].missed += 1
            score.relations[said].spurious += 1


def _responsibilities(score: Score, gold: GoldPaper, records: list[_Item]) -> None:
    known = [
        {**item, "relation": _DUTIES[item["relation"]]}
        for item in gold.annotations["responsibility"]
        if item["relation"] in _DUTIES
    ]
    wanted = {
        (item["relation"], item["person_or_role"], str(item["target"])): item
        for item in known
        if not item.get("disputed")
    }
    claims = {
        (record["relation"], record["agent"], str(record.get("target"))): record
        for record in records
        if record["relation"] in _DUTIES.values()
    }

    def same(item: _Item, hit: _Item) -> bool:
        return bool(item["relation"] == hit["relation"] and _same_name(item["person_or_role"], hit["agent"]))

    paired = _pair(wanted.values(), claims.values(), same)
    spurious = [hit for hit in paired.left if not any(same(item, hit) for item in known)]
    _count(score, gold, "responsible", paired, spurious, lambda item: str(item["relation"]))


def _dates(score: Score, gold: GoldPaper, records: list[_Item]) -> None:
    annotated = gold.annotations["dates"]
    wanted = [item for item in annotated if not item.get("disputed")]
    paired = _pair(wanted, records, lambda item, hit: _agree(item, hit) and item["iso"] == hit.get("iso"))
    spurious = [
        hit for hit in paired.left if len(str(hit.get("iso"))) >= 7 and any(_agree(item, hit) for item in annotated)
    ]
    _count(score, gold, "dates", paired, spurious, lambda item: "all")


def _footnotes(score: Score, gold: GoldPaper, records: list[_Item]) -> None:
    marked = [note for note in gold.annotations["footnotes"] if "marker_start" in note]
    wanted = [note for note in marked if "note_start" in note and not note.get("disputed")]

    def at_marker(note: _Item, hit: _Item) -> bool:
        return bool(note["marker_start"] < hit["end"] and hit["start"] < note["marker_end"])

    def same(note: _Item, hit: _Item) -> bool:
        return at_marker(note, hit) and bool(
            note["note_start"] < hit["note_end"] and hit["note_start"] < note["note_end"]
        )

    paired = _pair(wanted, records, same)
    others = [note for note in marked if note not in wanted]
    spurious = [hit for hit in paired.left if not any(at_marker(note, hit) for note in others)]
    _count(score, gold, "footnotes", paired, spurious, lambda note: "all")
