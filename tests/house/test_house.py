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

EDGE = {
    "read.py": "opens what people wrote",
    "write.py": "writes staged files",
    "switch.py": "puts the finished site in its place",
    "lock.py": "keeps a second run out",
    "processes.py": "shares work between processes",
    "changes.py": "asks git what changed",
    "live.py": "watches files and runs the engine's server",
    "verify_words.py": "runs alone, over a built site and content/editions",
    "publishing.py": "reads the built site, writes the manifest and the engine's configuration",
    "reading/packaged.py": "reads the term lists that come with the program",
    "render/environment.py": "looks for templates and reads them",
    "engines/child.py": "runs the engine, in a process of its own",
    "engines/config.py": "reads mkdocs.yml",
    "engines/live.py": "is the engine's server, in a process of its own",
    "engines/run.py": "runs the engine",
    "engines/theme.py": "reads the installed theme",
    "cli/": "talks to the person who called",
}
"""The modules that may touch the world, and what for; all others take values and return values."""
WORLD = {"os", "subprocess", "socket", "shutil", "tempfile", "time", "sys", "urllib.request", "logging", "click"}
FILES = {"read_text", "read_bytes", "write_text", "write_bytes", "open", "home", "cwd", "iterdir", "unlink", "mkdir"}
FILES |= {"exists", "is_file", "is_dir", "glob", "rglob", "rename", "rmdir", "touch", "symlink_to"}
CLOCK = {"now", "today", "utcnow"}
BOTH_SIDES = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names} | {alias.name.split(".")[0] for alias in node.names}
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


def touched(source: str) -> set[str]:
    """Which names in a module touch the world: imports, bare calls, calls of what paths and clocks can do."""
    tree = ast.parse(source)
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    bare = {function.id for function in called if isinstance(function, ast.Name)}
    attributes = {function.attr for function in called if isinstance(function, ast.Attribute)}
    return imported(tree) & WORLD | bare & {"open", "print", "input"} | attributes & (FILES | CLOCK)


def edge(path: Path) -> str | None:
    """The entry of the edge that lets this module touch the world."""
    return next(
        (name for name in EDGE if inside(path) == name or (name.endswith("/") and inside(path).startswith(name))), None
    )


@pytest.mark.parametrize("path", [path for path in MODULES if not edge(path)], ids=inside)
def test_only_the_edge_touches_the_world(path: Path) -> None:
    assert touched(path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("name", EDGE)
def test_every_part_of_the_edge_touches_the_world(name: str) -> None:
    assert any(touched(path.read_text(encoding="utf-8")) for path in MODULES if edge(path) == name)


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param("import os.path", {"os"}, id="a part of a module"),
        pytest.param("from os import path", {"os"}, id="a name from a module"),
        pytest.param("import posixpath", set(), id="a module of plain functions"),
        pytest.param("open('x')", {"open"}, id="a bare call"),
        pytest.param("Path('x').read_text()", {"read_text"}, id="reading a path"),
        pytest.param("path.open()", {"open"}, id="opening a path"),
        pytest.param("(root / 'x').write_bytes(b'')", {"write_bytes"}, id="writing a path"),
        pytest.param("[Path.home(), Path.cwd()]", {"home", "cwd"}, id="asking where we are"),
        pytest.param("next(path.iterdir())", {"iterdir"}, id="listing a folder"),
        pytest.param("date.today()", {"today"}, id="looking at the clock"),
        pytest.param("Path('x').parent / 'y'", set(), id="computing with paths"),
        pytest.param("def open_issue(): return text.home", set(), id="words that only look like it"),
    ],
)
def test_what_counts_as_touching_the_world(source: str, names: set[str]) -> None:
    assert touched(source) == names


LAYERS = {"model": ("model",), "reading": ("errors", "markup.mask", "model", "reading", "words")}
"""Parts that know nothing of those that use them, with all that they may import of ours."""


@pytest.mark.parametrize("layer", LAYERS)
def test_a_lower_layer_imports_none_above_it(layer: str) -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in MODULES if inside(path).startswith(f"{layer}/")]
    names = [
        node.module if node.module != "shelfready" else f"shelfready.{node.names[0].name}"
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("shelfready")
    ]
    assert names
    assert [name for name in names if not name.removeprefix("shelfready.").startswith(LAYERS[layer])] == []


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


@pytest.mark.parametrize(
    ("text", "both"),
    [
        pytest.param("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n", True, id="both sides of a merge"),
        pytest.param("a\n=======\n", False, id="a line under a heading"),
        pytest.param("> > a\n", False, id="a quotation in a quotation"),
    ],
)
def test_what_counts_as_both_sides_of_a_merge(text: str, both: bool) -> None:
    assert bool(BOTH_SIDES.search(text)) is both


def test_no_file_holds_both_sides_of_a_merge() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout")
    texts = {name: (ROOT / name).read_bytes() for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file()}
    assert [name for name, text in texts.items() if BOTH_SIDES.search(text.decode(errors="replace"))] == []
