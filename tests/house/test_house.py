"""House rules that a test can hold: sizes, who may touch the world, docstrings, no machine-bound words."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from shelfready import __version__

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator" / "shelfready"
MODULES = sorted(PACKAGE.rglob("*.py"))

EDGE = {"read.py", "write.py", "switch.py", "lock.py", "live.py", "processes.py", "publishing.py", "pipeline.py"}
"""Modules that may touch the world, besides engines/ and cli/; the template loader reads templates."""
WORLD = {"os", "subprocess", "socket", "shutil", "tempfile", "time", "sys", "urllib.request", "logging", "click"}


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=inside)
def test_a_module_is_small_and_opens_with_what_goes_in_and_out(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 300
    assert ast.get_docstring(ast.parse(source)), "the module needs its sentence"


@pytest.mark.parametrize("path", MODULES, ids=inside)
def test_only_the_edge_touches_the_world(path: Path) -> None:
    if inside(path) in EDGE or inside(path).startswith(("engines/", "cli/")) or path.name == "__main__.py":
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not imported(tree) & WORLD
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"open", "print", "input"}
    assert not re.search(r"\.(?:now|today|utcnow)\(", path.read_text(encoding="utf-8"))


def test_functions_are_short() -> None:
    lengths = [
        (node.end_lineno or 0)
        - (node.body[1] if len(node.body) > 1 and ast.get_docstring(node) else node.body[0]).lineno
        + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert max(lengths) <= 45
    assert sorted(lengths)[int(len(lengths) * 0.9)] <= 20


def test_nothing_imports_the_source_root_as_a_package() -> None:
    assert not (ROOT / "generator" / "__init__.py").exists()
    for path in [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))]:
        assert not re.search(r"^\s*(?:from|import) generator\b", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_changelog_opens_with_this_version() -> None:
    versions = re.findall(
        r"^## \[?(\d+\.\d+\.\d+|Unreleased)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert versions[0] in (__version__, "Unreleased")


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if (
            path.suffix in (".py", ".md", ".yml", ".toml", ".html", ".css", ".js", ".json", ".j2", "")
            and path.is_file()
        ):
            assert not re.search(r"/(?:home|root|work|opt|Users)/[a-z]", path.read_text(encoding="utf-8")), name
