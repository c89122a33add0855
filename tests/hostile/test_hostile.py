"""The real command on a folder of hostile files: a short run of what long_run.py does at length."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hostile_files import GOOD, Hostile, Kind, Surroundings, hostile_files
from long_run import hostile_run, is_told, write

AROUND = Surroundings("http://127.0.0.1:1", "/geheim", "/buiten")
KNOWN = 255  # files that are the same for every seed: attacks that are known, with sound papers between them
ALL = 300  # with some that are damaged at random


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
    outcome = hostile_run(tmp_path, ALL, 7, seconds=240, seconds_per_file=3)
    assert outcome.wrong == ()
    assert sum(Path(name).name.startswith(GOOD) for name in outcome.read) > 18
    assert len(outcome.read) + len(outcome.reasons) == sum(map(is_told, files(7)))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="such names and files are not to be had here")
def test_the_run_tells_what_does_not_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def written(folder: Path, file: Hostile) -> bytes:
        """Write the files of which one, sound by its name, is empty, and tell of one that is not there."""
        write(folder, Hostile(file.name) if file.name == b"goed-12.txt" else file)
        return b"er-is-niets.txt" if file.name == b"brief.exe" else file.name

    monkeypatch.setattr("long_run.write", written)
    outcome = hostile_run(tmp_path, 40, 1, seconds=120, seconds_per_file=3)
    missing, unknown, unread = outcome.wrong
    assert "er-is-niets.txt' is not in the report" in missing
    assert "brief.exe' is in the report without being there" in unknown
    assert "goed-12.txt' is sound, and was not read: is empty" in unread
