"""Tasks in processes of their own: what one of them does costs no other its result."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dossier_graph import workers
from dossier_graph.limits import Limits
from dossier_graph.workers import Lost, MoreTime, NoWorkerError, Pool

LIMITS = Limits(seconds=1, memory_bytes=1024**3)
TOO_LONG = Lost("took longer than 1 second to read; split it, or give --seconds-per-file")
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


class Speechless(Exception):  # noqa: N818
    def __str__(self) -> str:
        raise ValueError("geen woorden")


class Unreceivable:
    """What can be sent, but not be received."""

    def __reduce__(self) -> tuple[Callable[[], object], tuple[()]]:
        return fail, ()


def give(task: str, _more_time: MoreTime) -> Any:
    """Give what the task names, most of which cannot come over."""
    match task:
        case "lock":
            return threading.Lock()
        case "deep":
            nested: list[Any] = []
            for _ in range(100_000):
                nested = [nested]
            return nested
        case "unreceivable":
            return Unreceivable()
        case "speechless":
            raise Speechless
    return task


def fail() -> None:
    raise OSError("geen\ngeheugen")


def fill() -> None:
    bytearray(2 * 1024**3)


def interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def heeds_interrupt(_task: str, _more_time: MoreTime) -> int:
    """Return how a program ends that is started here and interrupted."""
    interrupt()
    command = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"
    return subprocess.run(
        [sys.executable, "-c", command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode


def in_a_process(task: str) -> str:
    try:
        return str(results(task))
    except NoWorkerError as error:
        return str(error)


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


@pytest.mark.parametrize(
    ("task", "said"),
    [
        ("lock", "TypeError: cannot pickle"),
        ("deep", "RecursionError: maximum recursion depth exceeded"),
        ("unreceivable", "(OSError: geen geheugen)"),
        ("speechless", "(Speechless)"),
    ],
)
def test_a_result_that_cannot_come_over_is_lost_alone(task: str, said: str) -> None:
    first, lost, last = Pool(give, processes=1, limits=LIMITS).map(["a", task, "b"])
    assert (first, last) == ("a", "b")
    assert isinstance(lost, Lost)
    assert said in lost.reason
    assert lost.reason.startswith("cannot be read by a mistake in dossier-graph (")


def test_a_task_can_ask_for_more_time() -> None:
    extended = Lost("took longer than 1.25 seconds to read; split it")
    assert results("ask:0.25", "ask:5", "hang") == [extended, "ask:5", TOO_LONG]


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


def test_a_process_that_cannot_be_made_ready_says_why(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NoWorkerError, match=r"ready \(OSError: geen geheugen\); install dossier-graph anew$"):
        list(Pool(do, processes=2, limits=LIMITS, prepare=fail).map(["a", "b"]))
    assert multiprocessing.active_children() == []
    assert capfd.readouterr() == ("", "")


@linux
def test_a_process_that_may_have_too_little_memory_to_begin_says_so() -> None:
    with pytest.raises(NoWorkerError, match="needs more memory than 1 GiB; allow it more"):
        list(Pool(do, processes=1, limits=LIMITS, prepare=fill).map(["a"]))


def test_a_process_that_dies_before_it_is_ready_says_how() -> None:
    with pytest.raises(NoWorkerError, match=r"does not start \(exit status 3\); close other programs"):
        list(Pool(do, processes=2, limits=LIMITS, prepare=partial(os._exit, 3)).map(["a", "b"]))
    assert multiprocessing.active_children() == []


def test_a_process_that_may_start_no_others_says_what_may() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        (told,) = pool.map(in_a_process, ["a"])
    assert told == (
        "a worker of multiprocessing.Pool may start no process to read papers in; "
        "use concurrent.futures.ProcessPoolExecutor, or give all papers to read_papers at once"
    )
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        assert list(executor.map(in_a_process, ["a"])) == ["['a']"]


@pytest.mark.skipif(os.name == "nt", reason="there are no signals")
def test_programs_that_a_task_starts_heed_an_interrupt_that_it_does_not() -> None:
    assert list(Pool(heeds_interrupt, processes=1, limits=LIMITS, prepare=interrupt).map(["a"])) == [-signal.SIGINT]


# Threads that each take longer over a start than the one before, so that all are at it at once.
THREADS = """\
import sys
print("begin", flush=True)
sys.path.insert(0, sys.argv[1])
import itertools, time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.context import SpawnProcess
from test_workers import results
start, script, turns = SpawnProcess.start, sys.modules["__main__"], itertools.count(2)
SpawnProcess.start = lambda process: (time.sleep(0.1 * next(turns)), start(process))
results("first")
with ThreadPoolExecutor(3) as threads:
    print([*threads.map(results, "abc")], sys.modules["__main__"] is script)
"""


def test_threads_of_a_script_without_a_guard_start_processes_that_do_not_run_it(tmp_path: Path) -> None:
    script = tmp_path / "draden.py"
    script.write_text(THREADS, encoding="utf-8")
    command = [sys.executable, str(script), str(Path(__file__).parent)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    assert done.stdout == "begin\n[['a'], ['b'], ['c']] True\n"


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
