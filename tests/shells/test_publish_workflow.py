"""The workflow that publishes from a browser: its scripts run here on a copy of the committee, with a remote and a server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from committee import copied
from running import ROOT, shelfready

pytestmark = [pytest.mark.engine, pytest.mark.git]

WORKFLOW: Any = yaml.load((ROOT / "examples/workflows/publish.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
JOBS = WORKFLOW["jobs"]
PUBLISH, VERIFY, COMMIT = (step for step in JOBS["publish"]["steps"] if "run" in step)
(COMPARE,) = (step for step in JOBS["verify"]["steps"] if "run" in step)

TOPIC = "what-a-signature-shows"
GIVEN = {"topic": TOPIC, "by": "First Co-chair", "reason": 'A reporter asked: "Who signs?"'}


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout of the committee, and the bare repository from which it comes."""
    folder = copied(tmp_path / "work")
    desk = folder / "content/desk.yml"
    expires = f"expires: {datetime.now(UTC).date() + timedelta(days=200)}"
    desk.write_text(re.sub(r"expires: \S+", expires, desk.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / ".gitignore").write_text("/build\n/site\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "x")
    git(tmp_path, "clone", "--quiet", "--bare", "work", "host/OWNER/content")
    return folder


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """What a runner sets, with Shelfready where the action puts it."""
    place = tmp_path / "runner temp" / "shelfready"
    (place / "bin").mkdir(parents=True)
    command = place / "bin" / "shelfready"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m shelfready "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (place / "verify_words.py").write_bytes((ROOT / "generator/shelfready/verify_words.py").read_bytes())
    return {
        **os.environ,
        "RUNNER_TEMP": str(place.parent),
        "PATH": f"{command.parent}:{os.environ['PATH']}",
        "GITHUB_ACTOR": "volunteer",
        "GITHUB_SERVER_URL": str(tmp_path / "host"),
        "GITHUB_REPOSITORY": "OWNER/content",
        "GITHUB_REF": "refs/heads/main",
        "GITHUB_RUN_ID": "4711",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }


def ran(step: Any, folder: Path, env: Mapping[str, str], **values: str) -> subprocess.CompletedProcess[str]:
    """A step as GitHub's runner starts it; what stands in `${{ }}` has these values."""
    names = {f"${{{{ inputs.{name} }}}}": value for name, value in GIVEN.items()}
    names["${{ secrets.PUBLISH_TOKEN || github.token }}"] = "made-up"
    env = {**env, **{name: names.get(value, value) for name, value in step["env"].items()}, **values}
    script = folder.parent / "script"
    script.write_text(step["run"], encoding="utf-8")
    shell = step.get("shell", "bash --noprofile --norc -eo pipefail {0}").replace("{0}", str(script)).split(" ")
    shell[0] = sys.executable if shell[0] == "python3" else shell[0]
    return subprocess.run(shell, cwd=folder, env=env, capture_output=True, text=True, timeout=300, check=False)


def tip(folder: Path) -> str:
    """What the host's main branch says last."""
    return git(folder.parent / "host/OWNER/content", "log", "-1", "--format=%an|%B", "main").strip()


@pytest.fixture
def published(folder: Path, runner: dict[str, str]) -> Path:
    """The checkout after the first job."""
    for step in (PUBLISH, VERIFY, COMMIT):
        done = ran(step, folder, runner, LIGHT="how-to-reach-the-desk")
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_record_and_log_are_committed_with_who_and_why(published: Path, runner: dict[str, str]) -> None:
    assert tip(published) == (
        f'volunteer|publish {TOPIC}\n\nA reporter asked: "Who signs?"\n\nDecided by First Co-chair; run by volunteer.'
    )
    changed = git(published, "diff", "--name-only", "HEAD~1").split()
    assert changed == [f"content/log/{TOPIC}.yml", f"content/topics/{TOPIC}.yml"]
    assert Path(runner["GITHUB_OUTPUT"]).read_text(encoding="utf-8") == f"topics={TOPIC}\n"
    assert "made-up" not in (published / ".git/config").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("topic", "code"),
    [
        pytest.param("response-to-altered-tables", 2, id="not signed by counsel"),
        pytest.param("what-volunteers-do", 2, id="nothing submitted"),
        pytest.param(f"{TOPIC}; touch stolen", 2, id="a command behind it"),
        pytest.param("$(touch stolen)", 2, id="a command in it"),
        pytest.param("--help", 2, id="an option"),
        pytest.param("", 2, id="nothing"),
    ],
)
def test_what_cannot_go_out_ends_the_run(folder: Path, runner: dict[str, str], topic: str, code: int) -> None:
    before = tip(folder)
    done = ran(PUBLISH, folder, runner, TOPIC=topic)
    assert (done.returncode, done.stderr != "") == (code, True), done.stdout + done.stderr
    assert (git(folder, "status", "--porcelain"), tip(folder)) == ("", before)


def test_a_page_with_other_words_ends_the_run(folder: Path, runner: dict[str, str]) -> None:
    assert ran(PUBLISH, folder, runner).returncode == 0
    page = folder / f"site/answers/{TOPIC}/index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("nobody has changed", "nobody can change"), encoding="utf-8"
    )
    done = ran(VERIFY, folder, runner, LIGHT="how-to-reach-the-desk")
    assert (done.returncode, "nobody can change" in done.stdout) == (1, True)


def test_a_newer_state_of_the_main_branch_is_not_overwritten(folder: Path, runner: dict[str, str]) -> None:
    git(folder.parent, "clone", "--quiet", "host/OWNER/content", "other")
    git(folder.parent / "other", "commit", "--quiet", "--allow-empty", "--message", "newer")
    git(folder.parent / "other", "push", "--quiet", "origin", "main")
    assert ran(PUBLISH, folder, runner).returncode == 0
    assert ran(COMMIT, folder, runner).returncode != 0
    assert tip(folder) == "A|newer"


@pytest.fixture
def live(published: Path) -> Iterator[str]:
    """The address at which the site is served, as a host would."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - so it is called there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=published / "site")) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("gone", "code"),
    [
        pytest.param("", 0, id="all of it"),
        pytest.param(".well-known/security.txt", 1, id="without its hidden files"),
        pytest.param(f"answers/{TOPIC}/index.html", 1, id="without the page"),
    ],
)
def test_the_live_site_is_what_was_built(
    published: Path, live: str, runner: dict[str, str], gone: str, code: int
) -> None:
    (published.parent / "manifest").mkdir()
    (published.parent / "manifest/manifest.json").write_bytes((published / "site/manifest.json").read_bytes())
    if gone:
        (published / "site" / gone).unlink()
    done = ran(COMPARE, published.parent / "manifest", runner, ADDRESS=live, TOPICS=TOPIC, PAUSE="0")
    assert done.returncode == code, done.stderr
    if gone:
        assert done.stderr == f"Not live as built: {gone}\n"
    else:
        assert f"Live: {live}answers/{TOPIC}/\n" in Path(runner["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")


def test_only_the_site_leaves_the_repository(folder: Path) -> None:
    handed = [step["with"]["path"] for step in JOBS["publish"]["steps"] if "path" in step.get("with", {})]
    assert handed == ["site/", "site/manifest.json"]
    assert shelfready("build", "--as-of", "2026-11-21", folder=folder).returncode == 0
    assert (folder / handed[0] / ".well-known/security.txt").is_file()
    assert (folder / handed[1]).is_file()


def test_each_job_has_only_the_rights_that_it_needs() -> None:
    assert WORKFLOW["permissions"] == {}
    assert {name: job["permissions"] for name, job in JOBS.items()} == {
        "publish": {"contents": "write"},
        "deploy": {"pages": "write", "id-token": "write"},
        "verify": {},
    }
    assert list(WORKFLOW["on"]) == ["workflow_dispatch"]
    assert WORKFLOW["concurrency"]["cancel-in-progress"] == "false"
    assert JOBS["publish"]["if"] == "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)"
    assert all(int(job["timeout-minutes"]) <= 30 for job in JOBS.values())
