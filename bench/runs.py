"""A command in, its wall time, exit code and output out; and where the commands are that the measures compare."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "ROOT",
    "NotMeasuredError",
    "Plan",
    "Run",
    "cleared",
    "in_turn",
    "shelfready",
    "started",
    "stop",
    "timed",
    "tool",
]

ROOT = Path(__file__).resolve().parent.parent
_ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""An installed program has its bytecode; a checkout that may not write it would be compiled at each start."""
_MOST_SECONDS = 1800.0


class NotMeasuredError(Exception):
    """A measure that cannot be taken here; the text says what it needs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run of the bench was told."""

    work: Path
    """A folder that is removed at the end."""
    pages: int
    rounds: int | None
    """Rounds for each measure; None for the usual number of each."""
    save: Path | None = None
    """Where bad files that got the better of the program are kept."""

    def times(self, usual: int) -> int:
        """Rounds of a measure that takes this many where nothing else was asked for."""
        return self.rounds or usual


@dataclass(frozen=True, slots=True)
class Run:
    """One finished command."""

    seconds: float
    code: int
    """Exit code; negative if a signal ended it."""
    output: str

    def needs(self, *codes: int) -> Run:
        """This run, if it ended as it should.

        Raises:
            NotMeasuredError: it did not.
        """
        if self.code not in codes:
            last = (self.output.strip() or "no output").splitlines()[-1]
            raise NotMeasuredError(f"a command that ends well; it ended with {self.code}: {last}")
        return self


def timed(command: Sequence[str], folder: Path, limit: float = _MOST_SECONDS) -> Run:
    """Run a command to its end, or to this many seconds.

    A timer ends a run that takes too long; waiting with a timeout would look only every 50 ms.
    """
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        child = started(command, folder, output.fileno())
        timer = threading.Timer(limit, lambda: _signal(child, signal.SIGKILL))
        timer.start()
        try:
            child.wait()
            seconds = time.perf_counter() - begin
        finally:
            timer.cancel()
            if child.poll() is None:
                stop(child)
        output.seek(0)
        return Run(seconds, child.returncode, output.read().decode("utf-8", errors="replace"))


def started(command: Sequence[str], folder: Path, output: int, **variables: str) -> subprocess.Popen[bytes]:
    """A command at work, in a process group of its own, so that it can be ended with all that it started."""
    return subprocess.Popen(
        command,
        cwd=folder,
        env={**_ENVIRONMENT, **variables},
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def stop(child: subprocess.Popen[bytes]) -> None:
    """End a command and what it started."""
    _signal(child, signal.SIGTERM)
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        _signal(child, signal.SIGKILL)
        child.wait()


def _signal(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    if child.poll() is None:
        os.killpg(child.pid, number)


def in_turn(one: Callable[[], Run], other: Callable[[], Run], rounds: int) -> list[tuple[float, float]]:
    """Seconds of both in each round: A B A B, so that a machine whose speed drifts favours neither."""
    return [(one().seconds, other().seconds) for _ in range(rounds)]


def cleared(folder: Path, *names: str) -> Path:
    """The folder without these results of an earlier run."""
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)
    return folder


def tool(name: str) -> str:
    """A program of the environment that runs this.

    Raises:
        NotMeasuredError: it is not installed there.
    """
    path = Path(sys.executable).with_name(name)
    if not path.is_file():
        raise NotMeasuredError(f"{name} beside {Path(sys.executable).name} (make setup)")
    return str(path)


def shelfready(*arguments: str) -> list[str]:
    """The command line of our own program."""
    return [tool("shelfready"), *arguments]
