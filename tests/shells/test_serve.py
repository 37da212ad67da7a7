"""The preview: a saved file is in the browser at once, with its findings on the page and in the terminal."""

from __future__ import annotations

import contextlib
import os
import queue
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drawing import MIXED, MIXED_WORDS
from running import own_project

Make = Callable[[str], Path]
PATIENCE = 90
"""Seconds until a test gives up; bench/ measures how long it really takes."""
WRITTEN = "content/{}/how-to-turn-on-encryption-and-why.{}"
"""The topic that is being written; the desk may have decided otherwise about the real one."""


class Preview:
    """A running `shelfready serve`."""

    def __init__(self, folder: Path, engine: str) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.child = subprocess.Popen(
            [sys.executable, "-m", "shelfready", "serve", "--address", self.address, "--engine", engine],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.child.stdout is not None
        for line in self.child.stdout:
            self.lines.put(line.rstrip())

    def said(self, words: str) -> str:
        """The next line that holds these words."""
        until = time.monotonic() + PATIENCE
        heard = []
        while time.monotonic() < until:
            with contextlib.suppress(queue.Empty):
                heard.append(self.lines.get(timeout=0.2))
                if words in heard[-1]:
                    return heard[-1]
        raise AssertionError(f"{words!r} was not said; heard {heard}")

    def page(self, path: str, words: str, *, there: bool = True) -> str:
        """The page, once it holds the words (or no longer does)."""
        until = time.monotonic() + PATIENCE
        text = ""
        while time.monotonic() < until:
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                text = str(urllib.request.urlopen(f"http://{self.address}/{path}", timeout=20).read(), "utf-8")
                if (words in text) is there:
                    return text
            time.sleep(0.1)
        raise AssertionError(f"{path} never {'had' if there else 'lost'} {words!r}")

    def stop(self) -> int:
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.child.wait(30)
        if self.child.poll() is None:
            os.killpg(self.child.pid, signal.SIGKILL)
        code = self.child.wait()
        self.reader.join(5)
        if self.child.stdout is not None:
            self.child.stdout.close()
        return code


@pytest.fixture(params=["mkdocs", pytest.param("properdocs", marks=pytest.mark.properdocs)])
def preview(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Preview, Path]]:
    folder = own_project(tmp_path / "project")
    record = folder / WRITTEN.format("topics", "yml")
    record.write_text(re.sub(r"(?m)^status: .*", "status: drafting", record.read_text("utf-8")), encoding="utf-8")
    running = Preview(folder, request.param)
    running.said("Preview: http://")
    yield running, folder
    running.stop()


def test_a_day_of_writing(preview: tuple[Preview, Path]) -> None:
    running, folder = preview
    page = "answers/how-to-turn-on-encryption-and-why/"
    draft, record = folder / WRITTEN.format("drafts", "md"), folder / WRITTEN.format("topics", "yml")
    text, facts = draft.read_text(encoding="utf-8"), record.read_text(encoding="utf-8")

    assert "noindex" in running.page(page, "Not public: drafting")

    draft.write_text(f"{text}\nA zebra crosses. TBD\n", encoding="utf-8")
    assert "A zebra crosses." in running.page(page, "A zebra crosses.")
    counted = running.said("content/drafts/how-to-turn-on-encryption-and-why.md: ")
    assert counted.endswith("of 700 words")
    number = counted.split(": ")[1].split(" ")[0]
    shown = running.page(page, "PLH001")
    assert f"<p>{number} of 700 words." in shown
    assert f"<span>{number} words</span>" in shown
    running.said("PLH001 (hint) 'TBD' in the draft is a gap to fill")

    draft.write_text(MIXED, encoding="utf-8")
    running.said(f"{draft.relative_to(folder).as_posix()}: {MIXED_WORDS} of 700 words")
    assert f"<span>{MIXED_WORDS} words</span>" in running.page(page, f"<p>{MIXED_WORDS} of 700 words.")

    record.write_text(facts.replace("title:", "titel:", 1), encoding="utf-8")
    assert "REC001" in running.page(page, "the record cannot be read")
    running.said("REC001 the key 'titel' is not known")

    record.write_text(facts, encoding="utf-8")
    draft.write_text(text, encoding="utf-8")
    running.page(page, "A zebra crosses.", there=False)

    (folder / "content/desk.yml").rename(folder / "desk.yml")
    running.said("The preview waits until content/desk.yml is mended.")
    (folder / "desk.yml").rename(folder / "content/desk.yml")
    running.said("checked: ")
    assert running.stop() == 0
    assert not list(folder.glob("mkdocs.shelfready-*"))


def test_it_answers_to_this_machines_names_alone(tmp_path: Path) -> None:
    running = Preview(own_project(tmp_path / "project"), "mkdocs")
    running.page("matrix/", "Communications matrix")
    port = running.address.split(":")[1]
    for host, code in ((running.address, 200), (f"localhost:{port}", 200), (f"evil.example:{port}", 403), ("", 403)):
        request = urllib.request.Request(f"http://{running.address}/matrix/", headers={"Host": host})
        try:
            answer = urllib.request.urlopen(request, timeout=20).status
        except urllib.error.HTTPError as refused:
            answer = refused.code
        assert (host, answer) == (host, code)
    assert running.stop() == 0


def test_templates_are_followed_and_a_broken_desk_is_waited_for(tmp_path: Path) -> None:
    folder = own_project(tmp_path / "project")
    desk = (folder / "content/desk.yml").read_text(encoding="utf-8")
    (folder / "content/desk.yml").write_text(desk.replace("publisher: ", "publisher: no-"), encoding="utf-8")
    running = Preview(folder, "mkdocs")
    running.said("The preview waits until content/desk.yml is mended.")
    (folder / "content/desk.yml").write_text(desk, encoding="utf-8")
    running.said("Preview: http://")
    template = folder / "templates/theme/home.html"
    template.write_text(
        template.read_text(encoding="utf-8").replace("What people ask", "A zebra asks"), encoding="utf-8"
    )
    running.page("", "A zebra asks")
    template.write_text("{% if %}", encoding="utf-8")
    running.said("templates/theme/home.html:1: ")
    running.child.terminate()
    assert running.child.wait(PATIENCE) == 0
    running.stop()
    assert not list(folder.glob("mkdocs.shelfready-*"))


def test_a_taken_address_is_said_in_one_sentence(tmp_path: Path) -> None:
    folder = own_project(tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = subprocess.run(
            [sys.executable, "-m", "shelfready", "serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert "cannot be used: Address already in use." in done.stderr
