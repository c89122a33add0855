"""Time recognition on real papers, side by side with what a user would pick instead.

    python benchmarks/recognition.py [--megabytes 20] [--other PYTHON] FOLDER…

FOLDER holds papers as text (`.txt`); they are repeated to the length asked for. Prints megabytes (UTF-8) a second on
one core for reading, for the running text, for all recognisers together and for the records of `extract`, the share of
each module, and the peak of memory. PYTHON is an interpreter that has nllegalcit: it reads 100 kB of the same texts in
its own process, and the ratio is printed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from dossier_graph.lexicon import read_lexicon
from dossier_graph.linking.registers import read_registers
from dossier_graph.reading import read_document
from dossier_graph.recognition import Recognition
from dossier_graph.recognition.flow import read_flow
from dossier_graph.recognition.records import records

_OTHER = """
import sys, time
from nllegalcit import parse_citations
text = sys.stdin.read()
begin = time.perf_counter()
found = parse_citations(text)
print(time.perf_counter() - begin, len(found))
"""
_OTHER_LENGTH = 100_000


def _papers(folders: list[Path]) -> list[tuple[str, bytes]]:
    found = sorted(path for folder in folders for path in folder.rglob("*.txt"))
    return [(str(path), path.read_bytes()) for path in found]


def _repeated(papers: list[tuple[str, bytes]], length: int) -> Iterator[tuple[str, bytes]]:
    for name, data in cycle(papers):
        if length <= 0:
            return
        length -= len(data)
        yield name, data


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _profile(recognition: Recognition, papers: list[tuple[str, bytes]]) -> None:
    """Print what each recogniser takes of the time, from a run in which each is timed."""
    import cProfile
    import pstats

    documents = [read_document(name, data) for name, data in papers]
    profile = cProfile.Profile()
    profile.enable()
    for document in documents:
        recognition.recognise(document)
    profile.disable()
    spent: Counter[str] = Counter()
    for (path, _, _), (_, _, own, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        module = Path(path)
        spent[module.stem if "dossier_graph" in path else "regex, ahocorasick and Python itself"] += own
    total = sum(spent.values())
    print("\nTime by module, in a profiled run (per cent of its own time):")
    for module, seconds in spent.most_common(20):
        print(f"  {100 * seconds / total:5.1f}  {module}")


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--megabytes", type=float, default=20.0)
    parser.add_argument("--other", metavar="PYTHON", help="an interpreter that has nllegalcit")
    arguments = parser.parse_args()
    papers = _papers(arguments.folders)
    if not papers:
        sys.exit("there are no .txt files in these folders")
    begin = time.process_time()
    recognition = Recognition(read_lexicon(read_registers()))
    print(f"Start-up of registers and recognisers    {time.process_time() - begin:8.3f} s")

    size = mentions = 0
    spent: Counter[str] = Counter()
    peaks: list[float] = []
    laps: list[list[float]] = []  # of the recognisers, paper by paper, for each time that the papers were gone through
    for number, (name, data) in enumerate(_repeated(papers, int(arguments.megabytes * 1_000_000))):
        before = time.process_time()
        document = read_document(name, data)
        read = time.process_time()
        flow = read_flow(document)
        running = time.process_time()
        found = recognition.recognise_in(flow, document)
        recognised = time.process_time()
        mentions += sum(1 for _ in records(document, found))
        spent["reading"] += read - before  # type: ignore[assignment]
        spent["running text"] += running - read  # type: ignore[assignment]
        spent["all recognisers"] += recognised - running  # type: ignore[assignment]
        spent["records"] += time.process_time() - recognised  # type: ignore[assignment]
        if number % len(papers) == 0:
            laps.append([])
        laps[-1].append(recognised - running)
        size += len(data)
        if size > len(peaks) * arguments.megabytes * 250_000:
            peaks.append(_peak())
    print(f"{len(papers)} papers, repeated to {size / 1e6:.1f} MB; {mentions} records")
    for what, seconds in spent.items():
        print(f"{what:20}{seconds:10.2f} s{size / 1e6 / seconds:10.2f} MB/s")
    # how fast the machine is can change from second to second
    fastest = min((sum(lap) for lap in laps if len(lap) == len(papers)), default=0.0)
    if fastest:
        once = sum(len(data) for _, data in papers) / 1e6
        print(f"{'fastest of the laps':20}{fastest:10.2f} s{once / fastest:10.2f} MB/s  all recognisers")
    print("peak memory after each quarter           " + " ".join(f"{peak:.0f} MB" for peak in peaks))
    both = spent["running text"] + spent["all recognisers"]
    print(f"running text and recognisers together    {size / 1e6 / both:.2f} MB/s")
    _profile(recognition, papers)
    if arguments.other:
        text = b"\n\n".join(data for _, data in papers)[:_OTHER_LENGTH].decode("utf-8", "ignore")
        done = subprocess.run(  # noqa: S603  the interpreter that was named
            [arguments.other, "-c", _OTHER], input=text, capture_output=True, text=True, check=True
        )
        seconds, count = done.stdout.split()
        other = len(text.encode()) / float(seconds)
        print(f"\nnllegalcit: {count} citations, {other / 1000:.1f} kB/s on {len(text) // 1000} kB")
        print(f"ratio: {size / spent['all recognisers'] / other:,.0f} times as fast, all recognisers;", end=" ")
        print(f"{size / both / other:,.0f} times with the running text")


if __name__ == "__main__":
    _main()
