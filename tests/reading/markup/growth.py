"""How the time that reading takes grows with what is read."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

__all__ = ["growth"]

_ROUNDS = 3


def growth(read: Callable[[bytes], object], make: Callable[[int], str], size: int) -> float:
    """Return how many times longer four times as much takes: 4 where time is linear, 16 where it is quadratic."""
    small, large = make(size).encode(), make(4 * size).encode()
    read(small)  # what is loaded or compiled once
    return _seconds(read, large) / _seconds(read, small)


def _seconds(read: Callable[[bytes], object], data: bytes) -> float:
    """Return the least seconds of the processor of a few rounds, as whatever disturbs one only adds to it."""
    taken = []
    for _ in range(_ROUNDS):
        gc.collect()
        start = time.process_time()
        read(data)
        taken.append(time.process_time() - start)
    return min(taken)
