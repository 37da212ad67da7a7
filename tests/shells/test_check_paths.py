"""`check PATH`: which findings belong to a path, given as a person would name it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from drawing import TODAY
from shelfready.cli.scope import selected
from shelfready.pipeline import examine

Make = Callable[[str], Path]

THREE = """\
| content/drafts/piece.md
<b>

| content/topics/other.yml
titel: x

| content/drafts/other.md
<i>

| docs/about.md
# About

<u>
"""


@pytest.mark.parametrize(
    ("path", "files"),
    [
        pytest.param("content/topics/piece.yml", {"content/drafts/piece.md"}, id="a record, for its draft"),
        pytest.param("content/drafts/piece.md", {"content/drafts/piece.md"}, id="a draft"),
        pytest.param(
            "content/drafts/other.md",
            {"content/drafts/other.md", "content/topics/other.yml"},
            id="a draft, for its record",
        ),
        pytest.param(
            "content/topics/other.yml",
            {"content/drafts/other.md", "content/topics/other.yml"},
            id="a record that cannot be read, for its draft",
        ),
        pytest.param("docs", {"docs/about.md"}, id="a folder"),
        pytest.param("content/desk.yml", set(), id="a clean file"),
    ],
)
def test_a_path_has_the_findings_of_its_topic(project: Make, path: str, files: set[str]) -> None:
    root = project(THREE)
    library, diagnostics = examine(root, TODAY)
    assert {d.place.path for d in selected(diagnostics, library, root, [Path(path)])} == files
