"""Count what is found in real papers, and draw citations from it to be judged by hand.

    python benchmarks/sample.py [--count 200] [--seed 1] FOLDER…

Reads every file of the folders that dossier-graph reads, and prints how much that was and what was found. Then come so
many citations, drawn at random: paper, kind, identifier, rule, and the words between 90 characters on each side. The
same files and seed give the same citations. What a judge made of one such draw: docs/recognition.md.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from dossier_graph.model import Document
from dossier_graph.pipeline import read_papers
from dossier_graph.recognition.records import records
from dossier_graph.sources import NotRead, printable

Record = dict[str, Any]  # of a mention, as `extract` prints it

_AROUND = 90  # characters of context on each side


def _one_line(words: str) -> str:
    return printable(" ".join(words.split()))


def _shown(document: Document, citation: Record) -> str:
    """Return two lines on a citation: what was read, and the words in their context."""
    start, end = citation["start"], citation["end"]
    before = _one_line(document.text[max(0, start - _AROUND) : start])
    after = _one_line(document.text[end : end + _AROUND])
    read = (citation["kind"], citation["id"] or "(none)", *citation["also"], f"rule {citation['rule']}")
    place = f"{printable(document.name)}:{start}"
    return f"{place} · {' · '.join(read)}\n     {before} ⟦{_one_line(citation['quote'])}⟧ {after}"


def _table(title: str, counts: Counter[str]) -> None:
    print(f"\n{title:24}{counts.total():8}")
    for name, number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {name:22}{number:8}")


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--count", type=int, default=200, help="citations to draw")
    parser.add_argument("--seed", type=int, default=1, help="another seed draws others")
    arguments = parser.parse_args()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")

    read = characters = not_read = 0
    citations: list[tuple[Document, Record]] = []
    others: Counter[str] = Counter()
    duties: Counter[str] = Counter()
    for paper in read_papers(arguments.folders):
        if isinstance(paper, NotRead):
            not_read += 1
            continue
        document, mentions = paper
        read += 1
        characters += len(document.text)
        for record in records(document, mentions):
            match record["type"]:
                case "citation":
                    citations.append((document, record))
                case "responsibility":
                    duties[record["relation"]] += 1
                case other:
                    others[other] += 1

    kinds = Counter(record["kind"] for _, record in citations)
    identified = Counter(record["kind"] for _, record in citations if record["id"])
    print(f"{read} files read ({characters:,} characters), {not_read} not read\n")
    print(f"{'Citations':24}{'all':>8}{'identified':>12}{'without':>9}")
    for kind, number in (*sorted(kinds.items(), key=lambda item: (-item[1], item[0])), ("total", kinds.total())):
        named = identified.total() if kind == "total" else identified[kind]
        print(f"  {kind:22}{number:8}{named:12}{number - named:9}")
    _table("Responsibilities", duties)
    _table("Dates and footnotes", others)

    chosen = random.Random(arguments.seed).sample(citations, min(arguments.count, len(citations)))  # noqa: S311
    print(f"\n{len(chosen)} citations drawn with seed {arguments.seed}")
    for number, (document, citation) in enumerate(chosen, start=1):
        print(f"\n{number:3}. {_shown(document, citation)}")


if __name__ == "__main__":
    _main()
