"""Tasks in processes of their own: what one of them does costs no other its result."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier_graph import workers
from dossier_graph.limits import Limits
from dossier_graph.workers import Lost, MoreTime, NoWorkerError, Pool

LIMITS = Limits(seconds=1, memory_bytes=1024**3)
TOO_LONG = Lost("took longer than 1 seconds to read; split it, or give --seconds-per-file")
TOO_MUCH = Lost("needs more memory than 1 GiB to read; split it into its papers")

linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded and processes are listed on Linux only")


def do(task: str, more_time: MoreTime) -> str | int:
    """Do what the task says, as a parser could that is given a hostile file."""
    match task.split(":"):
        case ["pid"]:
            return os.getpid()
        case ["hang"]:
            time.sleep(60)
        case ["hang without Python"]:
            ctypes.PyDLL(None).sleep(60)  # holds the interpreter, as a loop in a parser does
        case ["die", how]:
            os.kill(os.getpid(), int(how))
        case ["leave", how]:
            os._exit(int(how))
        case ["fill"]:
            return len(bytearray(2 * 1024**3))
        case ["large"]:
            return "x" * 3_000_000
        case ["raise"]:
            raise ValueError("twee\nregels")
        case ["ask", seconds]:
            more_time(float(seconds))
            time.sleep(1.5)
        case ["once", mark]:  # fails where a task before it left something behind
            if not Path(mark).exists():
                Path(mark).touch()
                os.kill(os.getpid(), signal.SIGSEGV)
        case ["print"]:
            os.write(1, b"uit de ontleder")
            os.write(2, b"uit de ontleder")
    return task


def fail() -> None:
    raise OSError("geen geheugen")


def results(*tasks: str, processes: int = 1, limits: Limits = LIMITS) -> list[str | int | Lost]:
    return list(Pool(do, processes=processes, limits=limits).map(tasks))


def crashed(how: str) -> Lost:
    return Lost(f"made the reader crash ({how}); save the paper as text (.txt)")


def is_there(pid: int) -> bool:
    """Return whether a process runs; one that ended but that nobody asked after does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def gone(pids: list[int], within: float) -> bool:
    latest = time.monotonic() + within
    while any(map(is_there, pids)) and time.monotonic() < latest:
        time.sleep(0.05)
    return not any(map(is_there, pids))


@pytest.mark.parametrize("processes", [1, 3])
def test_results_come_in_the_order_of_the_tasks(processes: int) -> None:
    tasks = [str(number) for number in range(300)]
    assert results(*tasks, processes=processes) == tasks


def test_no_tasks_give_no_results() -> None:
    assert results() == []


def test_processes_are_used_again() -> None:
    assert len(set(results(*["pid"] * 50, processes=2))) == 2


def test_a_task_that_hangs_is_lost_alone() -> None:
    assert results("a", "hang", "b", "c", "hang without Python", "d") == ["a", TOO_LONG, "b", "c", TOO_LONG, "d"]


def test_a_task_that_hangs_keeps_no_other_process_waiting() -> None:
    tasks = ["hang", *["pid"] * 20]
    first, *others = results(*tasks, processes=2)
    assert first == TOO_LONG
    assert all(isinstance(pid, int) for pid in others)


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_a_task_that_crashes_is_lost_alone() -> None:
    tasks = ("a", f"die:{signal.SIGSEGV}", "b", f"die:{signal.SIGKILL}", "leave:3", "c")
    assert results(*tasks) == ["a", crashed("signal 11"), "b", crashed("signal 9"), crashed("exit status 3"), "c"]


@linux
def test_a_task_that_wants_too_much_memory_is_lost_alone() -> None:
    assert results("a", "fill", "b", processes=2, limits=Limits(memory_bytes=1024**3)) == ["a", TOO_MUCH, "b"]


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_what_an_earlier_task_left_behind_costs_a_task_nothing(tmp_path: Path) -> None:
    once = f"once:{tmp_path / 'teken'}"
    assert results("a", once, "b") == ["a", once, "b"]
    (tmp_path / "teken").unlink()
    assert results(once, "b") == [crashed("signal 11"), "b"]  # there was none


def test_a_task_that_raises_is_lost_alone() -> None:
    first, second, third = results("a", "raise", "b")
    assert (first, third) == ("a", "b")
    assert isinstance(second, Lost)
    assert "ValueError: twee regels" in second.reason


def test_a_task_can_ask_for_more_time() -> None:
    assert results("ask:0.1", "ask:5", "a") == [TOO_LONG, "ask:5", "a"]


def test_the_time_that_results_lie_waiting_counts_for_no_task() -> None:
    tasks = ["large", *"abcdefgh", "large", "large", "large"]
    taken: list[str | int | Lost] = []
    for result in Pool(do, processes=2, limits=LIMITS).map(tasks):
        if len(taken) in (0, 5):
            time.sleep(1.5)
        taken.append(result)
    assert not [result for result in taken if isinstance(result, Lost)]


def test_no_more_tasks_are_taken_than_keep_the_processes_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_AHEAD", 20)
    taken = 0

    def tasks() -> Iterator[str]:
        nonlocal taken
        yield "hang"
        for _ in range(99):
            taken += 1
            yield "a"

    given = Pool(do, processes=2, limits=LIMITS).map(tasks())
    assert next(given) == TOO_LONG
    assert 10 < taken < 30
    assert list(given) == ["a"] * 99


def test_what_a_task_prints_does_not_mix_with_the_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert results("print") == ["print"]
    assert capfd.readouterr() == ("", "")


@linux
@pytest.mark.parametrize("task", ["pid", "hang", "hang without Python"])
def test_no_process_is_left_when_the_results_are_left(task: str) -> None:
    given = Pool(do, processes=3, limits=Limits(seconds=30)).map(["pid", "pid", "pid", *[task] * 20])
    assert isinstance(next(given), int)
    pids = [process.pid for process in multiprocessing.active_children() if process.pid]
    assert len(pids) == 3
    given.close()
    assert gone(pids, within=0)


def test_a_process_that_cannot_start_says_so() -> None:
    with pytest.raises(NoWorkerError, match=r"does not start \(exit status 1\); close other programs"):
        list(Pool(do, processes=2, limits=LIMITS, prepare=fail).map(["a", "b"]))
    assert multiprocessing.active_children() == []


SCRIPT = """\
import sys
sys.path.insert(0, sys.argv[1])
from test_workers import do
from dossier_graph.limits import Limits
from dossier_graph.workers import Pool
tasks = ["pid", "pid", *sys.argv[3:]]
for pid in Pool(do, processes=2, limits=Limits(seconds=float(sys.argv[2]))).map(tasks):
    print(pid, flush=True)
"""


@linux
@pytest.mark.parametrize(
    ("number", "seconds", "task"),
    [
        (signal.SIGINT, 50, "hang without Python"),
        (signal.SIGTERM, 50, "hang"),
        (signal.SIGKILL, 50, "hang"),
        (signal.SIGKILL, 2, "hang without Python"),
    ],
)
def test_no_process_is_left_when_the_command_is_stopped(number: signal.Signals, seconds: int, task: str) -> None:
    command = [sys.executable, "-c", SCRIPT, str(Path(__file__).parent), str(seconds), task, task]
    # a session of its own, which the signal goes to whole, as Ctrl-C on a terminal does
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stderr
        pids = [int(process.stdout.readline()) for _ in range(2)]
        if number == signal.SIGINT:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        process.wait(10)
        assert gone(pids, within=6)
        said = process.stderr.read()
    assert said.count("Traceback") == (number == signal.SIGINT)  # that of the script, none of the processes
