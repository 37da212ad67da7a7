"""A configuration in, the engine's output out: runs the engine as a child process and tells how far it is."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from shelfready.engines.child import python
from shelfready.errors import EngineError, SetupError

__all__ = ["environment_of_engine", "run"]

_TICK = 0.2
"""Seconds between two looks at how many pages are written."""


def run(engine: str, config: Path, site: Path, epoch: date, progress: Callable[[int], None]) -> tuple[bool, list[str]]:
    """Build the site; returns whether the engine was content, and what it printed, line by line.

    Args:
        engine: module name of the engine.
        config: the run's configuration.
        site: the folder that it writes into, to count pages.
        epoch: the newest date in the content; the engine's clock, so that no other shows in the output.
        progress: called with the number of pages written so far.

    Raises:
        SetupError: the engine is not installed.
        EngineError: it ended badly without naming a warning.
    """
    if importlib.util.find_spec(engine) is None:
        raise SetupError(
            f"The site engine {engine} is not installed.",
            f"Install the package {engine} where Shelfready is installed.",
        )
    command = [*python, "-m", "shelfready.engines.child", engine, "build", "--config-file", str(config)]
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(
            command,
            cwd=config.parent,
            env=environment_of_engine(epoch),
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            while child.poll() is None:
                progress(_pages(site))
                time.sleep(_TICK / 4)
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()
            assert child.stdin is not None, "asked for a pipe"
            child.stdin.close()
        output.seek(0)
        lines = output.read().decode("utf-8", errors="replace").splitlines()
    if child.returncode and not any(line.startswith(("WARNING", "ERROR")) for line in lines):
        tail = " / ".join(line.strip() for line in lines[-3:])
        raise EngineError(
            f"{engine} ended with exit code {child.returncode}: {tail}", "Look at mkdocs.yml and templates/."
        )
    return child.returncode == 0, lines


def environment_of_engine(epoch: date) -> dict[str, str]:
    """This process's environment, with one clock, one time zone and no advertising."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str((epoch - date(1970, 1, 1)).days * 86_400),
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONWARNINGS": "ignore",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }


def _pages(site: Path) -> int:
    """Pages written so far: folders of answers, which are all but a few."""
    try:
        return sum(1 for _ in os.scandir(site / "answers"))
    except OSError:
        return 0
