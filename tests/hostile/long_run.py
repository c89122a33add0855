"""Build a folder of hostile files with the real command, and check that nothing of it gets out of hand.

Run from the checkout: `python tests/hostile/long_run.py`, or with

    --files 2000          how many files (the attacks that are known come first, then damaged papers)
    --seed 1              which damage
    --papers ../shared    damage the papers in this folder, rather than the small ones of our own
    --keep FOLDER         write the files into this folder, which must not exist, and leave them there
    --processes 2         as for the command
    --seconds-per-file 20 as for the command: few of the attacks take so long

What must hold: the command ends with 0 or 1, in time, and says nothing of its own mistakes; every file is in the
report, as read or not, the reason on one line; the sound papers between the hostile ones are read; no file is made
outside the output; nothing is fetched; no file outside the folder is read; no process takes more memory than the
default limit; none is left. Prints a table of what became of the files, and what did not hold. Exit status 1 where
something did not.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostile_files import GOOD, Hostile, Kind, Surroundings, hostile_files
from hostile_seeds import SEEDS

__all__ = ["Outcome", "Run", "hostile_run", "is_told", "listening", "run", "write"]

_LINES = ("not read: ", "remark: ", "dossier-graph: ")  # what a build says begins with one of these
_SECRET = "woorden die nergens horen te staan"  # noqa: S105
_MEMORY = 2 * 1024**3  # bytes that one process may have
_LEAVE = 5.0  # seconds that processes have to go after the command has ended
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(frozen=True, slots=True)
class Run:
    """What a command did: its exit status, what it said on stderr, the seconds it took; and as to all its processes
    the bytes of the largest and of all together, and the number of those that it left behind.
    """

    status: int
    said: str
    seconds: float
    largest: int
    together: int
    left: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run: `wrong` names in sentences what did not hold; memory is in bytes, 0 where unknown."""

    wrong: tuple[str, ...]
    seconds: float
    largest: int
    together: int
    read: tuple[str, ...]
    reasons: Mapping[str, str]


def hostile_run(
    where: Path,
    number: int,
    seed: int,
    *,
    seconds: float,
    seconds_per_file: float,
    papers: Mapping[str, bytes] = SEEDS,
    processes: int = 2,
) -> Outcome:
    """Write so many hostile files into a folder that is empty, build them, and judge what came of it."""
    papers_folder, out, outside = where / "stukken", where / "uit", where / "uitgebroken"
    for name in ("stukken", "tijdelijk", "thuis", "hier"):
        (where / name).mkdir()
    secret = where / "geheim.txt"
    secret.write_text(_SECRET, encoding="utf-8")
    with listening() as (address, visits):
        around = Surroundings(address, str(secret), str(outside))
        files = {write(papers_folder, file): file for file in hostile_files(number, seed, around, papers)}
        before = _tree(where)
        command = [sys.executable, "-m", "dossier_graph", "build", str(papers_folder), "-o", str(out)]
        command += ["--processes", str(processes), "--seconds-per-file", str(seconds_per_file)]
        done = run(command, where, seconds)
        after = _tree(where)
    report: dict[str, Any] = {"papers": [], "not_read": []}
    if (out / "report.json").is_file():
        report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    read = tuple(one["file"] for one in report["papers"])
    reasons = {one["name"]: one["reason"] for one in report["not_read"]}
    made = {name for name in after.keys() - before.keys() if name.partition(os.sep)[0] != out.name}
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    printed = "".join(file.read_text(encoding="utf-8") for file in sorted(out.glob("*"))) if out.is_dir() else ""
    expected = {_told(str(papers_folder / os.fsdecode(name))) for name, file in files.items() if is_told(file)}
    good = {name for name in expected if Path(name).name.startswith(GOOD) and name.endswith((".txt", ".pdf"))}
    told = Counter([*map(_told, read), *map(_told, reasons)])
    wrong = (
        [f"ended with {done.status}"] * (done.status not in (0, 1))
        + ["took too long"] * (done.seconds > seconds)
        + [f"said: {line}" for line in done.said.splitlines() if not line.startswith(_LINES)]
        + [
            f"said on a line that steers the terminal: {line!r}"
            for line in done.said.split("\n")
            if not line.isprintable()
        ]
        + [f"{name!r} is not in the report" for name in sorted(expected - told.keys())]
        + [f"{name!r} is in the report without being there" for name in sorted(told.keys() - expected)]
        + [f"{name!r} is in the report {times} times" for name, times in sorted(told.items()) if times > 1]
        + [f"{name!r} is sound, and was not read: {reasons.get(name)}" for name in sorted(good - set(map(_told, read)))]
        + [f"{name!r} has a reason that is no line: {why!r}" for name, why in reasons.items() if not why.isprintable()]
        + [
            f"{name!r} is a mistake of ours: {why}"
            for name, why in reasons.items()
            if "mistake in dossier-graph" in why
        ]
        + [f"{name!r} was made" for name in sorted(made)]
        + [f"{name!r} was changed" for name in sorted(changed)]
        + [f"fetched: {visit}" for visit in visits]
        + ["the output holds what a file outside the folder says"] * (_SECRET in printed or "root:x:0" in printed)
        + [f"a process took {done.largest / 1e6:.0f} MB"] * (done.largest > _MEMORY)
        + [f"left {done.left} processes behind"] * (done.left > 0)
    )
    return Outcome(tuple(wrong), done.seconds, done.largest, done.together, read, reasons)


def write(folder: Path, file: Hostile) -> bytes:
    """Put a hostile file on the disk and return its name, which is as it should be but where the disk refuses it."""
    path = Path(os.fsdecode(os.fsencode(folder) + b"/" + file.name))
    path.parent.mkdir(parents=True, exist_ok=True)
    match file.kind:
        case Kind.FILE:
            path.write_bytes(file.content)
        case Kind.LINK:
            path.symlink_to(os.fsdecode(file.content))
        case Kind.PIPE:
            os.mkfifo(path)
        case Kind.SOCKET:
            os.mknod(path, stat.S_IFSOCK | 0o600)
        case Kind.SPARSE:
            with path.open("wb") as empty:
                empty.truncate(int(file.content))
    return file.name


def is_told(file: Hostile) -> bool:
    """Return whether a report names the file: it does, but for what describes a paper beside it and is no link."""
    return file.kind is Kind.LINK or not (file.name.startswith(GOOD.encode()) and file.name.endswith(b".metadata.xml"))


def _told(name: str) -> str:
    """Return a name as a file of UTF-8 can hold it."""
    return name.encode("utf-8", "backslashreplace").decode()


def _tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Return every name below a folder, with the size and the time of what is a file."""
    found = {}
    for where, folders, names in os.walk(folder):
        for name in (*folders, *names):
            path = Path(where, name)
            status = path.lstat()
            file = stat.S_ISREG(status.st_mode)
            found[str(path.relative_to(folder))] = (status.st_size, status.st_mtime_ns) if file else (0, 0)
    return found


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server of our own with the list of those who came to it."""
    visits: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    visitor, _ = server.accept()
                except TimeoutError:
                    continue
                visits.append("without a word")
                with visitor, suppress(OSError):
                    visitor.settimeout(1)
                    visits[-1] = repr(visitor.recv(200))

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", visits
        finally:
            over.set()
            thread.join()


def run(command: list[str], where: Path, seconds: float) -> Run:
    """Run a command for so long at most, end all that it leaves behind, and say what it did."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH")}
    surroundings = kept | {"TMPDIR": str(where / "tijdelijk"), "HOME": str(where / "thuis"), "PYTHONUTF8": "1"}
    largest = together = 0
    begin = time.monotonic()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command,
            cwd=where / "hier",
            env=surroundings,
            stdout=subprocess.DEVNULL,
            stderr=said,
            start_new_session=True,
        )
        while process.poll() is None and time.monotonic() - begin < seconds:
            sizes = _sizes(process.pid)
            largest, together = max([largest, *sizes.values()]), max(together, sum(sizes.values()))
            time.sleep(0.05)
        took = time.monotonic() - begin
        process.kill()
        status = process.wait()
        latest = time.monotonic() + _LEAVE
        while (left := _sizes(process.pid)) and time.monotonic() < latest:
            time.sleep(0.05)
        for pid in left:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        said.seek(0)
        words = said.read().decode("utf-8", "backslashreplace")
    return Run(status, words, took, largest, together, len(left))


def _sizes(session: int) -> dict[int, int]:
    """Return the memory of each process of a session that runs, by its number, where the system tells."""
    found = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found[int(entry.parent.name)] = int(fields[21]) * _PAGE
    return found


def _table(outcome: Outcome) -> str:
    """Return how many files of each suffix were read, and how often each reason was given, whatever its numbers."""
    read = Counter(Path(name).suffix or "(none)" for name in outcome.read)
    not_read = Counter(Path(name).suffix or "(none)" for name in outcome.reasons)
    lines = [f"{'suffix':12}{'read':>8}{'not read':>10}"]
    lines += [f"{suffix[:11]!r:12}{read[suffix]:8}{not_read[suffix]:10}" for suffix in sorted({*read, *not_read})]
    lines += [f"{'all':12}{read.total():8}{not_read.total():10}", ""]
    reasons = Counter(re.sub(r"\d+", "0", reason)[:100] for reason in outcome.reasons.values())
    lines += [f"{number:6}  {reason}" for reason, number in reasons.most_common()]
    memory = f"largest process {outcome.largest / 1e6:.0f} MB, together {outcome.together / 1e6:.0f} MB"
    return "\n".join([*lines, "", f"{outcome.seconds:.1f} s, {memory}"])


def _papers(folder: Path | None) -> Mapping[str, bytes]:
    if folder is None:
        return SEEDS
    found = sorted(path for path in folder.rglob("*") if path.suffix in SEEDS and path.is_file())
    return {path.name: path.read_bytes() for path in found if path.stat().st_size < 3_000_000}


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--papers", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seconds-per-file", type=float, default=20)
    parser.add_argument("--seconds", type=float, help="time for all; else one second a file and five minutes")
    arguments = parser.parse_args()
    seconds = arguments.seconds or 300 + arguments.files
    with tempfile.TemporaryDirectory() as passing:
        where = arguments.keep or Path(passing, "loop")
        where.mkdir(parents=True)
        outcome = hostile_run(
            where.resolve(),
            arguments.files,
            arguments.seed,
            seconds=seconds,
            seconds_per_file=arguments.seconds_per_file,
            papers=_papers(arguments.papers),
            processes=arguments.processes,
        )
    print(_table(outcome))
    for line in outcome.wrong:
        print(f"WRONG: {line}")
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(_main())
