"""Saved files in, an up-to-date preview out: looks for changes, checks and stages; the engine's server follows.

Staged files are rewritten in place and only where their bytes changed, so that the engine rebuilds once for each save.
"""

from __future__ import annotations

import gc
import importlib.util
import os
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from shelfready import write
from shelfready.engines.child import python
from shelfready.engines.config import mkdocs_yml
from shelfready.engines.run import environment_of_engine
from shelfready.errors import EngineError, SetupError, ShelfreadyError
from shelfready.model.finding import Diagnostic, Severity
from shelfready.model.library import Library
from shelfready.parse.paths import DESK
from shelfready.pipeline import examine
from shelfready.publishing import config_text, stage
from shelfready.report import text
from shelfready.report.escape import printable
from shelfready.rules.length import budget
from shelfready.settings import Settings

__all__ = ["serve"]

Say = Callable[[str], None]
State = dict[str, tuple[int, int]]

_TICK = 0.05
"""Seconds between two looks at the project's files."""
_WATCHED = ("content", "docs", "templates", "mkdocs.yml")


def serve(settings: Settings, host: str, port: int, say: Say) -> None:
    """Serve the preview until interrupted.

    Args:
        settings: a preview's settings.
        host: where to listen.
        port: where to listen.
        say: prints a line.

    Raises:
        SetupError: the address is taken, or the engine is not installed.
    """
    if importlib.util.find_spec(settings.engine) is None:
        fix = f"Install the package {settings.engine} where Shelfready is installed."
        raise SetupError(f"The site engine {settings.engine} is not installed.", fix)
    _check_free(host, port)
    write.check_own(settings.root, settings.docs_dir, settings.theme_dir)
    gc.enable()  # a command line switches it off; this run is long
    follow = _followed(settings, say)
    while not next(follow):
        time.sleep(_TICK)
    with (
        tempfile.TemporaryDirectory(prefix="shelfready-") as site,
        _engine(settings, Path(site), host, port, say) as child,
    ):
        while child.poll() is None:
            time.sleep(_TICK)
            next(follow)
        raise EngineError("The engine's server has ended.", "Start serve again; the lines above say why.")


def _followed(settings: Settings, say: Say) -> Iterator[bool]:
    """At each step look for changes and stage them; tells whether there is anything to show yet."""
    state: State = {}
    shown = _NOTHING
    while True:
        now = _state(settings.root)
        if now != state:
            state, shown = now, _refresh(settings, say, shown)
        yield shown.library is not None


def _check_free(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        fix = "Stop what listens there, or name another port with --address."
        why = error.strerror if isinstance(error, socket.gaierror) else os.strerror(error.errno or 0)
        raise SetupError(f"{host}:{port} cannot be used: {why}.", fix) from error


def _state(root: Path) -> State:
    """Modification time and size of every file that a preview is made from."""
    return {path: stamp for name in _WATCHED for path, stamp in _stamps(root / name)}


def _stamps(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        if path.is_dir():
            with os.scandir(path) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        yield from _stamps(Path(entry.path))
                    else:
                        status = entry.stat(follow_symlinks=False)
                        yield entry.path, (status.st_mtime_ns, status.st_size)
        else:
            status = path.stat()
            yield str(path), (status.st_mtime_ns, status.st_size)
    except FileNotFoundError:
        return  # removed between two looks; the next one sees the rest


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the preview was last made from."""

    library: Library | None
    diagnostics: frozenset[Diagnostic]


_NOTHING = _Shown(None, frozenset())


def _refresh(settings: Settings, say: Say, shown: _Shown) -> _Shown:
    """Check and stage once more; say what is new. What cannot be staged leaves the former preview."""
    try:
        library, diagnostics = examine(settings.root, settings.as_of)
        if unfit := [d for d in diagnostics if d.place.path == DESK and d.severity is Severity.ERROR]:
            say(text.findings(unfit).rstrip())
            say(f"The preview waits until {DESK} is mended.")
            return shown
        bundle = stage(settings, library, diagnostics)
        config = config_text(settings, library, bundle, settings.target)
        if not settings.config_file.is_file() or settings.config_file.read_text(encoding="utf-8") != config:
            write.anew(settings.config_file, config)
    except ShelfreadyError as error:
        say(f"Error: {error}")
        return shown
    _tell(library, diagnostics, shown, say)
    return _Shown(library, frozenset(diagnostics))


def _tell(library: Library, diagnostics: tuple[Diagnostic, ...], last: _Shown, say: Say) -> None:
    """The findings and word counts of what changed, and findings that are new; at the start all of them."""
    shown = last.library
    before = {prose.prose.path: prose.prose.text for prose in shown.texts} if shown else {}
    changed = {t.slug for t in library.texts if t.slug and before.get(t.prose.path) != t.prose.text}
    if shown is not None:
        for topic in library.topics:
            if topic.slug in changed and topic.draft:
                say(text.word_count(topic.draft_path, topic.draft.words, budget(library, topic)))
        old = {(t.slug, t.record) for t in shown.topics}
        changed |= {t.slug for t in library.topics if (t.slug, t.record) not in old} | {e.slug for e in library.lost}
    relevant = [d for d in diagnostics if d.topic in changed or not d.topic or d not in last.diagnostics]
    if shown:
        say(text.findings(relevant).rstrip() or "no findings")
    say(f"{time.strftime('%H:%M:%S')} checked: {text.tally(diagnostics)}")


@contextmanager
def _engine(settings: Settings, site: Path, host: str, port: int, say: Say) -> Iterator[subprocess.Popen[str]]:
    """The engine's server as a child process, its first build done."""
    command = [*python, "-m", "shelfready.engines.live", settings.engine, str(settings.config_file)]
    watched = [str(settings.theme_dir), str(mkdocs_yml(settings.root))]
    child = subprocess.Popen(
        [*command, str(site), host, str(port), *watched],
        cwd=settings.root,
        env=environment_of_engine(settings.as_of),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert child.stdout is not None, "asked for a pipe"
    threading.Thread(target=_relay, args=(child.stdout, say), daemon=True).start()
    try:
        yield child
    finally:
        child.terminate()
        child.wait()
        settings.config_file.unlink(missing_ok=True)


def _relay(output: IO[str], say: Say) -> None:
    """Pass on what the engine has to say."""
    for line in output:
        if line.startswith("serving "):
            say(f"Preview: {line.split()[1]} (Ctrl-C stops it)")
        else:
            say(f"engine: {printable(line.rstrip())}")
