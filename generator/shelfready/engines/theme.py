"""The installed theme in, its files out: what `verify` lets through as the theme's own."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from shelfready.errors import SetupError
from shelfready.write import tree_of

__all__ = ["engine_theme"]

_TEMPLATES = (".html", ".py", ".pyc", ".yml", ".xml")


def engine_theme(own: Path) -> dict[str, bytes]:
    """Path in a site -> bytes, for every file that Material and our own theme folder bring.

    Args:
        own: the assembled theme folder, which wins.

    Raises:
        SetupError: Material is not installed.
    """
    found = importlib.util.find_spec("material")
    if found is None or not found.submodule_search_locations:
        raise SetupError("Material for MkDocs is not installed.", "Install it: pip install mkdocs-material")
    files: dict[str, bytes] = {}
    for base in (Path(found.submodule_search_locations[0]) / "templates", own):
        files.update(
            (path, (base / path).read_bytes())
            for path in tree_of(base)
            if not path.endswith(_TEMPLATES) and not path.startswith((".", "__pycache__"))
        )
    return files
