"""Fixtures for all tests, and what happens to tests that this machine cannot run.

A test that needs a program asks for it with a marker; without the program it is left out and counted in one line, and
`REQUIRE=all` makes it fail instead.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from drawing import BASE, drawn, written


def _can_make_environments() -> bool:
    """Whether Python brings pip along; Debian packs that apart."""
    python = shutil.which("python3") or sys.executable
    return subprocess.run([python, "-I", "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0


NEEDS: dict[str, tuple[str, Callable[[], bool]]] = {
    "browser": ("Debian's chromium", lambda: shutil.which("chromium") is not None),
    "poppler": ("Debian's poppler-utils", lambda: shutil.which("pdftotext") is not None),
    "java": ("Debian's default-jre-headless", lambda: shutil.which("java") is not None),
    "office": ("Debian's libreoffice-writer-nogui", lambda: shutil.which("soffice") is not None),
    "git": ("git", lambda: shutil.which("git") is not None),
    "venv": ("Debian's python3-venv", _can_make_environments),
    "detect_secrets": (
        "the Python package detect-secrets",
        lambda: importlib.util.find_spec("detect_secrets") is not None,
    ),
    "properdocs": ("the Python package properdocs", lambda: importlib.util.find_spec("properdocs") is not None),
}
"""Marker -> what it needs, and whether that is here."""


def pytest_configure(config: pytest.Config) -> None:
    for marker, (needed, _) in NEEDS.items():
        config.addinivalue_line("markers", f"{marker}: needs {needed}")
    config.addinivalue_line("markers", "left_out(needed): this machine cannot run it")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for marker, (needed, is_here) in NEEDS.items():
        if is_here():
            continue
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.left_out(needed))


def pytest_runtest_setup(item: pytest.Item) -> None:
    mark = item.get_closest_marker("left_out")
    if mark is None:
        return
    if os.environ.get("REQUIRE") == "all":
        pytest.fail(f"left out: needs {mark.args[0]}", pytrace=False)
    pytest.skip(f"needs {mark.args[0]}")


@pytest.fixture
def as_of() -> date:
    """The day on which tests judge everything."""
    return date(2026, 11, 21)


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a drawn project, on top of the usual desk and piece, and returns its folder."""

    def make(drawing: str = "", *, base: bool = True) -> Path:
        return written({**(BASE if base else {}), **drawn(drawing)}, tmp_path / "project")

    return make
