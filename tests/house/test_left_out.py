"""A test whose program this machine lacks is left out and named; `REQUIRE=all` makes it fail."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from running import ROOT


@pytest.mark.parametrize(
    ("require", "code", "said"),
    [
        pytest.param("", 0, "needs git\n", id="left out and named"),
        pytest.param("all", 1, "left out: needs git\n", id="wanted all the same"),
    ],
)
def test_without_git(tmp_path: Path, require: str, code: int, said: str) -> None:
    env = {**os.environ, "PATH": str(tmp_path), "REQUIRE": require}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_changes.py"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout
