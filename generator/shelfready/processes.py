"""One function over many values, shared between the processors of this machine where that is quicker."""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeVar

__all__ = ["each"]

Job = TypeVar("Job")
Result = TypeVar("Result")

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_WORTH_IT = 150
"""Texts from which on starting processes pays (bench/)."""


def each(function: Callable[[Job], Result], jobs: list[Job]) -> Iterable[Result]:
    """The results in the order of the jobs; the work begins at once, in the background where there are processes.

    Forked processes have the jobs and all imports already, so nothing is sent to them; a pool of the standard library
    takes longer to start than a tenth of the work. Where a system cannot fork safely (macOS, Windows) the work is done
    here.
    """
    workers = min(len(jobs), len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1
    if len(jobs) < _WORTH_IT or workers < 2:
        return map(function, jobs)
    return _collected([_start(function, jobs[number::workers]) for number in range(workers)], len(jobs))


def _start(function: Callable[[Job], Result], jobs: list[Job]) -> tuple[int, BinaryIO]:
    """Begin with some of the jobs in a process of their own; what comes out of the pipe is a list of results."""
    reading, writing = os.pipe()
    parent = os.getpid()
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    _end_with(parent)
    os.close(reading)
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump([function(job) for job in jobs], pipe, pickle.HIGHEST_PROTOCOL)
        status = 0
    except BaseException:  # noqa: BLE001 - printed here, raised again by the parent
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)  # leaves out everything that belongs to the parent: open files, exit handlers, tests


def _end_with(parent: int) -> None:
    """Make the system end this process when its parent ends, however that happens: it holds the parent's locks."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _collected(started: list[tuple[int, BinaryIO]], total: int) -> Iterator[Result]:
    results: list[list[Result]] = []
    for process, pipe in started:
        with pipe:
            data = pipe.read()
        _, status = os.waitpid(process, 0)
        if status:
            raise RuntimeError(f"a rendering process ended with status {status}; its traceback stands above")
        results.append(pickle.loads(data))  # noqa: S301 - written by our own child a moment ago
    for number in range(total):
        yield results[number % len(results)][number // len(results)]
