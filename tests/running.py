"""Runs the command as people do: in a process of its own, in a folder."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["ROOT", "bytes_of", "modes_of", "own_project", "shelfready"]

ROOT = Path(__file__).resolve().parents[1]


def shelfready(
    *arguments: str, folder: Path, env: Mapping[str, str] | None = None, timeout: float = 120, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    """`shelfready ARGUMENTS` in a folder, with `given` as its standard input; what it prints as text."""
    return subprocess.run(
        [sys.executable, "-m", "shelfready", *arguments],
        cwd=folder,
        env={**os.environ, **(env or {})},
        input=given,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def own_project(folder: Path) -> Path:
    """A copy of this project's own content, docs, templates and settings."""
    for name in ("content", "docs", "templates"):
        for source in sorted((ROOT / name).rglob("*")):
            if source.is_file():
                target = folder / source.relative_to(ROOT)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    return folder


def bytes_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, what is packed unpacked: path and bytes."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            yield path.relative_to(folder).as_posix(), gzip.decompress(data) if path.suffix == ".gz" else data


def modes_of(folder: Path) -> dict[str, int]:
    """The permission bits of everything below a folder."""
    return {path.relative_to(folder).as_posix(): path.stat().st_mode & 0o7777 for path in sorted(folder.rglob("*"))}
