"""Processes that take tasks in turn, each bounded in time and memory, none able to cost another task its result."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count, islice
from multiprocessing import current_process, get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from types import FrameType, ModuleType
from typing import Any, Generic, NoReturn, TypeVar

from dossier_graph.errors import DossierGraphError
from dossier_graph.limits import Limits
from dossier_graph.sources import mistake

__all__ = ["Lost", "MoreTime", "NoWorkerError", "Pool", "duration"]

T = TypeVar("T")
R = TypeVar("R")

MoreTime = Callable[[float], None]
"""What a task calls to be given so many seconds more than others have."""

_AT_ONCE = 2  # tasks that a process holds: one under way, one waiting so that the process never does
_AHEAD = 256  # tasks done or under way while an earlier one still is
_START_SECONDS = 120.0
_STARTS = 3  # in a row that may fail before none is thought to succeed
_GRACE = 0.5  # seconds that a process has to clean up after itself
_LATE = 2  # seconds after which a process that nobody ended in time ends itself
_OWN_END = getattr(signal, "SIGALRM", None)
_REMEDY = "close other programs, or read in fewer processes"
_STARTING = threading.Lock()  # held while what all threads of this process share is set for the start of another


class NoWorkerError(DossierGraphError):
    """No process can be started to do the tasks in."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What a task gave that went beyond its bounds: the reason and what to do, in a clause."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Ready:
    """A process can take tasks."""


@dataclass(frozen=True, slots=True)
class _NotReady:
    """A process cannot take tasks."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


@dataclass(frozen=True, slots=True)
class _Extended:
    seconds: float


@dataclass(frozen=True, slots=True)
class _OutOfMemory:
    """A task wanted more memory than its process may have."""


class Pool(Generic[T, R]):
    """Processes that do one function for many tasks.

    `function` is called in a process with a task and with what gives it more time; both it and `prepare`, called once
    in each process before the first task and outside its time, are of a module's top level, or partials of such.

    A process is used again for the next task, and replaced when a task takes longer than `limits.seconds`, needs more
    than `limits.memory_bytes`, or makes it crash. Such a task gives a Lost. One that crashes, or runs out of memory,
    where others were done before it is tried again in a new process: what those left behind may have been the cause.
    """

    def __init__(
        self,
        function: Callable[[T, MoreTime], R],
        *,
        processes: int,
        limits: Limits,
        prepare: Callable[[], object] = object,
    ) -> None:
        self._start = (function, prepare, limits)
        self._processes = processes

    def map(self, tasks: Iterable[T]) -> Generator[R | Lost, None, None]:
        """Yield what the tasks give, in their order, with no more of them taken than keeps the processes busy.

        The processes start with the first result that is asked for, and none is left when the iterator is at its end,
        closed, or left by an exception.

        Raises:
            NoWorkerError: no process can be started.

        """
        rest = enumerate(tasks)
        workers: list[_Worker[T, R]] = [_Worker(*self._start) for _ in range(self._processes)]
        done: dict[int, R | Lost] = {}
        try:
            for turn in count():
                while turn not in done:
                    _hand_out(rest, workers, _AHEAD - len(done))
                    busy = [worker for worker in workers if worker.tasks]
                    if not busy:
                        return
                    for worker in _wait(busy):
                        done.update(worker.heard())
                yield done.pop(turn)
        finally:
            _end([worker.process for worker in workers if worker.process])


def _hand_out(rest: Iterator[tuple[int, T]], workers: list[_Worker[T, R]], most: int) -> None:
    """Give tasks to the workers that hold too few, one each in turn, until all together hold `most`."""
    room = most - sum(len(worker.tasks) for worker in workers)
    wanting = (worker for held in range(_AT_ONCE) for worker in workers if len(worker.tasks) <= held)
    for worker, task in zip(islice(wanting, room), rest, strict=False):
        worker.give(*task)


def _wait(busy: list[_Worker[T, R]]) -> list[_Worker[T, R]]:
    """Wait until a worker says something or has used its time, and return those of which that holds."""
    soonest = min(worker.deadline for worker in busy)
    heard = wait([worker.connection for worker in busy], max(0.0, soonest - time.monotonic()))
    now = time.monotonic()
    return [worker for worker in busy if worker.connection in heard or worker.deadline <= now]


class _Worker(Generic[T, R]):
    """A process with the tasks that it holds; another process takes its place when it dies."""

    def __init__(self, function: Callable[[T, MoreTime], R], prepare: Callable[[], object], limits: Limits) -> None:
        self.tasks: deque[tuple[int, T]] = deque()
        self.process: SpawnProcess | None = None
        self.connection: Connection
        self.deadline = 0.0
        self._start = (function, prepare, limits)
        self._limits = limits
        self._ready = False
        self._fresh = True  # no task was done in this process
        self._seconds = limits.seconds  # that the first task may take
        self._failed_starts = 0

    def give(self, index: int, task: T) -> None:
        self.tasks.append((index, task))
        if self.process is None:
            self._begin()
        else:
            if len(self.tasks) == 1:
                self._expect()
            self._send(task)

    def _begin(self) -> None:
        """Start a process, and give it all tasks that are still to be done."""
        if current_process().daemon:
            raise NoWorkerError(
                "a worker of multiprocessing.Pool may start no process to read papers in; "
                "use concurrent.futures.ProcessPoolExecutor, or give all papers to read_papers at once"
            )
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, *self._start), daemon=True)
        try:
            with _unnoticed():
                process.start()
                self.process = process
        except OSError as error:
            raise NoWorkerError(f"no process to read papers in can be started ({error.strerror}); {_REMEDY}") from None
        theirs.close()
        self._ready, self._fresh = False, True
        self.deadline = time.monotonic() + _START_SECONDS
        for _, task in self.tasks:
            self._send(task)

    def _expect(self) -> None:
        """Begin the time of the first task."""
        self._seconds = self._limits.seconds
        self.deadline = time.monotonic() + self._seconds

    def _send(self, task: T) -> None:
        with suppress(OSError):  # a process that died is noticed when it is listened to
            self.connection.send(task)

    def heard(self) -> Iterator[tuple[int, R | Lost]]:
        """Yield what the first task gave, if it is known now."""
        message = self._message()
        match message:
            case _Ready():
                self._ready, self._failed_starts = True, 0
                self._expect()
            case _NotReady(reason):
                raise NoWorkerError(reason)
            case _Extended(seconds):
                self._seconds += seconds
                self.deadline += seconds
            case _Result(value):
                self._fresh = False
                self._expect()
                yield self.tasks.popleft()[0], value
            case _:
                yield from self._replaced(message)

    def _message(self) -> _Ready | _NotReady | _Extended | _Result | _OutOfMemory | Lost | None:
        """Return what the process says, or what it did: nothing where it died."""
        try:
            if not self.connection.poll():
                return self._too_long()
            pickled = self.connection.recv_bytes()
        except (EOFError, OSError):
            return None
        try:
            message: _Ready | _NotReady | _Extended | _Result | _OutOfMemory = pickle.loads(pickled)  # noqa: S301
        except Exception as error:
            return _Result(Lost(mistake(_described(error))))
        return message

    def _too_long(self) -> Lost:
        remedy = "split it, or give --seconds-per-file" if self._seconds == self._limits.seconds else "split it"
        return Lost(f"took longer than {duration(self._seconds)} to read; {remedy}")

    def _replaced(self, message: _OutOfMemory | Lost | None) -> Iterator[tuple[int, Lost]]:
        """Put a new process in the place of this one, and yield what became of the task, if it is given up."""
        assert self.process is not None  # noqa: S101  (only a process is heard)
        _end([self.process])
        status = self.process.exitcode
        self.connection.close()
        self.process = None
        if not self._ready:
            self._failed_starts += 1
            if self._failed_starts == _STARTS:
                raise NoWorkerError(f"a process to read papers in does not start ({_ending(status)}); {_REMEDY}")
        elif isinstance(message, Lost) or (_OWN_END and status == -_OWN_END):
            yield self.tasks.popleft()[0], self._too_long()
        elif self._fresh:
            yield self.tasks.popleft()[0], Lost(self._beyond(message, status))
        if self.tasks:
            self._begin()

    def _beyond(self, message: _OutOfMemory | None, status: int | None) -> str:
        if message:
            return f"needs more memory than {_amount(self._limits.memory_bytes)} to read; split it into its papers"
        return f"made the reader crash ({_ending(status)}); save the paper as text (.txt)"


def _ending(status: int | None) -> str:
    """Return in words how a process ended.

    >>> _ending(-11), _ending(3)
    ('signal 11', 'exit status 3')
    """
    return f"signal {-status}" if status and status < 0 else f"exit status {status}"


def _described(error: Exception) -> str:
    """Return the kind of an exception with its words, if it has any.

    >>> _described(KeyError("jaar")), _described(MemoryError())
    ("KeyError: 'jaar'", 'MemoryError')
    """
    kind = type(error).__name__
    try:
        words = str(error)
    except Exception:
        return kind
    return f"{kind}: {words}" if words else kind


def duration(seconds: float) -> str:
    """Return a number of seconds in words.

    >>> duration(1), duration(0.5), duration(60)
    ('1 second', '0.5 seconds', '60 seconds')
    """
    return f"{seconds:g} second{'' if seconds == 1 else 's'}"


def _amount(size: int) -> str:
    """Return a number of bytes in the unit that fits it.

    >>> _amount(2 * 1024**3), _amount(300 * 1024**2)
    ('2 GiB', '300 MiB')
    """
    return f"{size / 1024**3:.3g} GiB" if size >= 1024**3 else f"{size / 1024**2:.3g} MiB"


@contextmanager
def _unnoticed() -> Iterator[None]:
    """Start a process that neither runs the caller's script nor hears the terminal.

    A new process runs the script again, which without `if __name__ == "__main__"` would start a build in each of them;
    it does not where no script shows. Ctrl-C goes to every process of a terminal: only the one that was started by
    hand is to heed it.
    """
    with _STARTING:  # or a second thread would take the empty script of the first for that of the caller
        script = sys.modules["__main__"]
        heard = None
        if hasattr(signal, "pthread_sigmask"):
            from multiprocessing import resource_tracker

            resource_tracker.ensure_running()  # or the first start does so, and hears the terminal again
            heard = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = script
            if heard is not None:
                signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _end(processes: list[SpawnProcess]) -> None:
    """Leave none of the processes behind; each may clean up after itself."""
    for process in processes:
        process.terminate()
    latest = time.monotonic() + _GRACE
    for process in processes:
        process.join(max(0.0, latest - time.monotonic()))
        process.kill()
        process.join()


def _serve(
    connection: Connection, function: Callable[[Any, MoreTime], Any], prepare: Callable[[], object], limits: Limits
) -> None:
    """Do tasks until there are no more."""
    signal.signal(signal.SIGTERM, _leave)
    _heed_no_interrupt()
    threading.Thread(target=_outlive_no_parent, daemon=True).start()
    _hush()
    _bound(limits.memory_bytes)
    ready = _made_ready(prepare, limits)
    with suppress(EOFError, OSError):  # whoever gave the tasks is gone
        connection.send(ready)
        while isinstance(ready, _Ready):
            connection.send_bytes(_done(connection.recv(), function, connection, limits.seconds))


def _made_ready(prepare: Callable[[], object], limits: Limits) -> _Ready | _NotReady:
    try:
        prepare()
    except MemoryError:
        return _NotReady(
            f"a process to read papers in needs more memory than {_amount(limits.memory_bytes)}; allow it more"
        )
    except Exception as error:
        words = " ".join(_described(error).split())
        return _NotReady(f"a process to read papers in cannot be made ready ({words}); install dossier-graph anew")
    return _Ready()


def _done(task: Any, function: Callable[[Any, MoreTime], Any], connection: Connection, seconds: float) -> bytes:
    """Do one task, and return what it gave as it is sent.

    What does not come to its end in time ends the process, for there may be nobody left to do so.
    """

    def more_time(more: float) -> None:
        connection.send(_Extended(more))
        _end_within(seconds + more)

    _end_within(seconds)
    try:
        return _pickled(_Result(function(task, more_time)))
    except MemoryError:
        return _pickled(_OutOfMemory())
    except Exception as error:  # of the task, or of a result that cannot be sent
        return _pickled(_Result(Lost(mistake(_described(error)))))
    finally:
        _end_within(None)


def _pickled(message: _Result | _OutOfMemory) -> bytes:
    return bytes(ForkingPickler.dumps(message))


def _end_within(seconds: float | None) -> None:
    """Have the system end this process, which may hang where no signal handler runs, so long from now, or never."""
    if _OWN_END:
        signal.setitimer(signal.ITIMER_REAL, 0 if seconds is None else seconds + _LATE)


def _heed_no_interrupt() -> None:
    """Let Ctrl-C do nothing here, and what it does elsewhere to programs that are started from here.

    A signal that is blocked or ignored is so in those too; one that is handled is not.
    """
    signal.signal(signal.SIGINT, lambda _number, _frame: None)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)


def _outlive_no_parent() -> None:
    """End this process when the one that started it is gone, in whatever way it went."""
    parent = parent_process()
    assert parent is not None  # noqa: S101  (only a process that was started serves)
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE)
    os._exit(1)


def _bound(memory: int) -> None:
    """Bound the memory of this process, and let it leave no core file when it crashes."""
    try:
        import resource
    except ImportError:  # no such bound on Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    with suppress(ValueError, OSError):  # macOS knows the bound, but takes none
        resource.setrlimit(resource.RLIMIT_AS, (memory if most == resource.RLIM_INFINITY else min(memory, most), most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _hush() -> None:
    """Keep what libraries print out of the output of the command."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
