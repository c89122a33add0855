"""The real command on a folder of hostile files: a short run of what long_run.py does at length."""

from __future__ import annotations

import os
import socket
import struct
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hostile_files import GOOD, Hostile, Kind, Surroundings, hostile_files
from long_run import hostile_run, is_told, listening, run, write

AROUND = Surroundings("http://127.0.0.1:1", "/geheim", "/buiten")
KNOWN = 255  # files that are the same for every seed: attacks that are known, with sound papers between them
ALL = 275  # with some that are damaged at random


@cache
def files(seed: int) -> tuple[Hostile, ...]:
    return tuple(hostile_files(ALL, seed, AROUND))


def test_the_same_seed_gives_the_same_files() -> None:
    assert files(7) == tuple(hostile_files(ALL, 7, AROUND))
    assert files(7)[:KNOWN] == files(8)[:KNOWN]
    assert files(7)[KNOWN:] != files(8)[KNOWN:]


def test_no_two_files_have_one_name() -> None:
    assert len({file.name for file in files(7)}) == ALL


def test_every_kind_of_file_is_among_them() -> None:
    assert {file.kind for file in files(7)} == set(Kind)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="such names and files are not to be had here")
def test_hostile_files_cost_no_sound_paper_its_result(tmp_path: Path) -> None:
    outcome = hostile_run(tmp_path, ALL, 7, seconds=240, seconds_per_file=2)
    assert outcome.wrong == ()
    sound = Counter(Path(name).suffix for name in outcome.read if Path(name).name.startswith(GOOD))
    assert sound[".txt"] > 18
    assert sound[".pdf"] > 8
    assert len(outcome.read) + len(outcome.reasons) == sum(map(is_told, files(7)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="such names and files are not to be had here")
def test_the_run_tells_what_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def written(folder: Path, file: Hostile) -> bytes:
        """Write the files of which one, sound by its name, is empty, and tell of one that is not there."""
        write(folder, Hostile(file.name) if file.name == b"goed-12.txt" else file)
        return b"er-is-niets.txt" if file.name == b"brief.exe" else file.name

    monkeypatch.setattr("long_run.write", written)
    outcome = hostile_run(tmp_path, 25, 1, seconds=120, seconds_per_file=3)
    missing, unknown, unread = outcome.wrong
    assert "er-is-niets.txt' is not in the report" in missing
    assert "brief.exe' is in the report without being there" in unknown
    assert "goed-12.txt' is sound, and was not read: is empty" in unread


def test_a_visitor_who_leaves_without_a_word_is_told_of() -> None:
    with listening() as (address, visits):
        host, port = address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as visitor:
            # closes with a reset, which reading from it trips over
            visitor.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        latest = time.monotonic() + 10
        while not visits and time.monotonic() < latest:
            time.sleep(0.01)
    assert len(visits) == 1


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not list its processes")
def test_a_process_that_a_command_leaves_behind_is_told_of_and_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("long_run._LEAVE", 0.5)
    (tmp_path / "hier").mkdir()
    leaves = "import subprocess; print(subprocess.Popen(['sleep', '60']).pid, file=open('nummer', 'w'))"
    done = run([sys.executable, "-c", leaves], tmp_path, 10)
    assert (done.status, done.left) == (0, 1)
    left = Path("/proc", (tmp_path / "hier" / "nummer").read_text(encoding="utf-8").strip(), "stat")
    latest = time.monotonic() + 10
    while is_running(left):
        assert time.monotonic() < latest
        time.sleep(0.01)


def is_running(status: Path) -> bool:
    try:
        return " Z " not in status.read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
