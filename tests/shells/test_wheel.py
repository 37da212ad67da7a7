"""The wheel, installed into an empty environment, builds a site in a folder that has nothing but content."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import BASE, PUBLISHED, added
from running import ROOT

Make = Callable[[str], Path]


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_templates_settings_and_types(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "shelfready/py.typed",
        "shelfready/templates/mkdocs.yml",
        "shelfready/templates/site/topic.md.j2",
        "shelfready/templates/theme/topic.html",
        "shelfready/templates/theme/assets/stylesheets/shelfready.css",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests", "content", "generator"))]


def test_installed_alone_it_builds_a_site(wheel: Path, tmp_path: Path, project: Make) -> None:
    environment = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", str(environment), cwd=tmp_path)
    python = str(environment / "bin" / "python")
    pip = (*installer(), "--python", python, "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--require-hashes", "-r", str(ROOT / "requirements.lock"), cwd=tmp_path)
    run(*pip, "--no-deps", str(wheel), cwd=tmp_path)
    folder = project("")
    record = added(BASE["content/topics/piece.yml"], PUBLISHED)
    (folder / "content/topics/piece.yml").write_text(record, encoding="utf-8")
    said = run(str(environment / "bin" / "shelfready"), "build", cwd=folder)
    assert "site/ holds 1 published piece, " in said
    where = run(python, "-c", "import shelfready; print(shelfready.__file__)", cwd=folder)
    assert where.startswith(str(environment))


def installer() -> tuple[str, ...]:
    """A pip that can install into another environment: the system's, since ours may have none."""
    base = getattr(sys, "_base_executable", sys.executable)
    return (base, "-m", "pip")
