"""How long this project's own content takes: from a saved draft to the page in the browser, and from draft to site."""

from __future__ import annotations

import http.client
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.runs import ROOT, NotMeasuredError, Plan, cleared, shelfready, started, stop, timed
from bench.table import Row

__all__ = ["serve"]

_PATIENCE = 60.0
"""Seconds after which a page is given up."""
_LOOK = 0.005
"""Seconds between two requests."""
_REST = 1.0
"""Seconds between two saved drafts, so that one does not meet the rebuild for another."""


def serve(plan: Plan) -> Iterator[Row]:
    """Saved draft to served page, and a build, both of a copy of this project's own content."""
    project = _copy(plan.work / "own")
    waits = _waits(project, plan.times(5))
    worst = f"slowest {max(waits):.3f} s of {len(waits)}"
    yield _row("serve, saved draft to page", statistics.median(waits), 1, worst)
    command = shelfready("build")
    builds = [timed(command, cleared(project, "build", "site")).needs(0).seconds for _ in range(plan.times(3))]
    yield _row("serve, build of own content", statistics.median(builds), 5, f"slowest {max(builds):.3f} s")


def _row(measure: str, seconds: float, most: int, note: str) -> Row:
    return Row(measure, seconds, f"{most} s", seconds <= most, notes=(note,))


def _copy(project: Path) -> Path:
    """What a site is made from."""
    for name in ("content", "docs", "templates"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, project / name)
    if (ROOT / "mkdocs.yml").is_file():
        shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def _waits(project: Path, rounds: int) -> list[float]:
    """Seconds from each saved draft to its page; the first save is not counted."""
    draft = min((project / "content" / "drafts").glob("*.md"), key=lambda path: path.name)
    former = draft.read_text(encoding="utf-8")
    waits: list[float] = []
    with _preview(project) as (port, child):
        page = f"/answers/{draft.stem}/"
        _wait(port, page, "</html>", child)
        for number in range(rounds + 1):
            time.sleep(_REST)
            word = f"Zebra{number}"
            begin = time.perf_counter()
            draft.write_text(f"{former}\n{word} is the new word.\n", encoding="utf-8")
            _wait(port, page, word, child)
            waits.append(time.perf_counter() - begin)
    draft.write_text(former, encoding="utf-8")
    return waits[1:]


@contextmanager
def _preview(project: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """`shelfready serve` at work on a free port; its temporary files lie in the project's copy, too."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    temporary = project / "temporary"
    temporary.mkdir()
    with tempfile.TemporaryFile() as output:
        command = shelfready("serve", "--address", f"127.0.0.1:{port}")
        child = started(command, project, output.fileno(), TMPDIR=str(temporary))
        try:
            yield port, child
        finally:
            stop(child)


def _get(port: int, page: str) -> str:
    """The page as it is served now; '' where there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", page)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", errors="replace")
        return text if answer.status == http.client.OK else ""
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()


def _wait(port: int, page: str, word: str, child: subprocess.Popen[bytes]) -> None:
    """Look until the page holds this word.

    Raises:
        NotMeasuredError: the preview has ended, or nothing came.
    """
    end = time.perf_counter() + _PATIENCE
    while word not in _get(port, page):
        if child.poll() is not None:
            raise NotMeasuredError(f"a preview that runs; it ended with {child.returncode}")
        if time.perf_counter() > end:
            raise NotMeasuredError(f"a page that shows a saved draft within {_PATIENCE:g} s")
        time.sleep(_LOOK)
