"""The action, the hook and the workflows to copy: their scripts run here as a code host runs them, in a repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from drawing import BASE, PUBLISHED, added, written
from running import ROOT, shelfready

Make = Callable[[str], Path]

READING = ("check-content", "forecast-dates", "test-software")
WORKFLOWS = (*READING, "publish")
BAD = "Press <b>here</b>.\n"
JARGON = "Attackers leverage open ports.\n"


def loaded(name: str) -> Any:
    return yaml.load((ROOT / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def workflow(name: str) -> Any:
    return loaded(f"examples/workflows/{name}.yml")


ACTION = loaded("action.yml")
INSTALL, CHECK = ACTION["runs"]["steps"]
GITLAB = workflow("gitlab-check")


def steps() -> Iterator[Any]:
    """Every step of the action and of GitHub's workflows."""
    yield from ACTION["runs"]["steps"]
    for name in WORKFLOWS:
        for job in workflow(name)["jobs"].values():
            yield from job["steps"]


def bash(script: str, folder: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A script as GitHub's runner starts it."""
    return ran(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], folder, env)


def ran(command: list[str], folder: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **env}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=600, check=False)


@pytest.fixture
def runner(tmp_path: Path) -> dict[str, str]:
    """What a runner sets, and the command where the action puts it."""
    place = tmp_path / "runner temp" / "shelfready" / "bin"
    place.mkdir(parents=True)
    command = place / "shelfready"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m shelfready "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (place.parent / "verify_words.py").write_bytes((ROOT / "generator/shelfready/verify_words.py").read_bytes())
    return {
        "RUNNER_TEMP": str(place.parents[1]),
        "GITHUB_PATH": str(tmp_path / "path"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "PATH": f"{place}:{os.environ['PATH']}",
    }


def inputs(**given: str) -> dict[str, str]:
    """The variables of the action's second step, for what a workflow gives."""
    names = {f"${{{{ inputs.{name} }}}}": value["default"] for name, value in ACTION["inputs"].items()}
    names |= {f"${{{{ inputs.{name.replace('_', '-')} }}}}": value for name, value in given.items()}
    return {name: names[value] for name, value in CHECK["env"].items()}


def in_days(days: int) -> str:
    return str(datetime.now(UTC).date() + timedelta(days=days))


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def repository(project: Make) -> Path:
    """A project with an error in a draft, committed on main; a clone of it with the branch that a pull request has."""
    folder = project(f"| content/drafts/piece.md\n{BAD}")
    security = f'security: {{contact: ["https://answers.desk.example/media/"], expires: {in_days(200)}}}\n'
    written({"content/desk.yml": added(BASE["content/desk.yml"], security)}, folder)
    for command in ("init --quiet --initial-branch main", "add --all", "commit --quiet --message x"):
        git(folder, *command.split())
    git(folder, "clone", "--quiet", ".", "../clone")
    return folder.parent / "clone"


@pytest.mark.git
@pytest.mark.parametrize(
    ("files", "given", "code", "said"),
    [
        pytest.param({}, {}, 1, "::error file=content/drafts/piece.md,line=1", id="an error"),
        pytest.param(
            {}, {"changed_since": "origin/main"}, 0, "::notice file=content/drafts/piece.md", id="it stood there before"
        ),
        pytest.param(
            {"content/drafts/piece.md": BAD * 2},
            {"changed_since": "origin/main"},
            1,
            "::error file=content/drafts/piece.md",
            id="the pull request changes it",
        ),
        pytest.param({"content/drafts/piece.md": JARGON}, {}, 0, "::warning file=", id="a warning"),
        pytest.param({"content/drafts/piece.md": JARGON}, {"strict": "true"}, 1, "::warning file=", id="a strict desk"),
        pytest.param({}, {"folder": "no where"}, 2, "", id="a folder with a blank in its name that is not there"),
        pytest.param({}, {"changed_since": "x; touch stolen"}, 2, "", id="a branch that is named like a command"),
        pytest.param(
            {"content/drafts/piece.md": "Look.\n"}, {"forecast": "60"}, 0, "Dates looked at until ", id="a forecast"
        ),
    ],
)
def test_the_action_checks(
    repository: Path, runner: dict[str, str], files: dict[str, str], given: dict[str, str], code: int, said: str
) -> None:
    written(files, repository)
    done = bash(CHECK["run"], repository, {**runner, **inputs(**given)})
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout
    assert Path(runner["GITHUB_STEP_SUMMARY"]).exists() is (code < 2)
    assert not (repository / "stolen").exists()


@pytest.mark.venv
def test_the_action_installs_a_command_that_later_steps_find(project: Make, runner: dict[str, str]) -> None:
    folder = project("| venv.py\nraise SystemExit('this must not run')\n")
    env = {**runner, "HERE": str(ROOT), "RUNNER_TEMP": f"{runner['RUNNER_TEMP']}/new", "PATH": os.environ["PATH"]}
    done = bash(INSTALL["run"], folder, env)
    assert done.returncode == 0, done.stdout + done.stderr
    place = Path(runner["GITHUB_PATH"]).read_text(encoding="utf-8").strip()
    assert [path.name for path in Path(place).iterdir()] == ["shelfready"]
    alone = ran([sys.executable, "-I", str(Path(place).parent / "verify_words.py")], folder, {})
    assert alone.stderr.startswith("Use: ")
    found = ran(["sh", "-c", "shelfready check"], folder, {"PATH": f"{place}:{env['PATH']}", "PYTHONPATH": ""})
    assert "1 topic and 0 pages checked" in found.stdout, found.stderr


DATES = [
    pytest.param(45, "Look from outside.\n", 1, id="a review within the days of the forecast"),
    pytest.param(-1, "Look from outside.\n", 1, id="a review that lapsed"),
    pytest.param(90, "Look from outside.\n", 0, id="a review after them"),
    pytest.param(90, JARGON, 0, id="a warning that is about no date"),
]


def with_review(folder: Path, days: int, draft: str) -> None:
    record = added(BASE["content/topics/piece.yml"], PUBLISHED + f"review_by: {in_days(days)}\n")
    written({"content/topics/piece.yml": record, "content/drafts/piece.md": draft}, folder)


@pytest.mark.git
@pytest.mark.parametrize(("days", "draft", "code"), DATES)
def test_a_forecast_fails_for_dates_alone(
    repository: Path, runner: dict[str, str], days: int, draft: str, code: int
) -> None:
    with_review(repository, days, draft)
    step = workflow("forecast-dates")["jobs"]["forecast"]["steps"][-1]
    done = bash(step["run"], repository, runner)
    assert done.returncode == code, done.stdout + done.stderr
    assert ("review_by" in done.stdout) is bool(code), "the findings about dates stand in the log, and no others"


@pytest.mark.git
@pytest.mark.parametrize(("days", "draft", "code"), DATES)
def test_gitlabs_forecast_does_the_same(
    repository: Path, runner: dict[str, str], days: int, draft: str, code: int
) -> None:
    with_review(repository, days, draft)
    folder_of_its_own = GITLAB[".shelfready"]["before_script"][0]
    script = "\n".join([folder_of_its_own, *GITLAB["shelfready-forecast"]["script"]])
    assert ran(["sh", "-euc", script], repository, runner).returncode == code


@pytest.mark.git
@pytest.mark.parametrize(
    ("variables", "code"),
    [
        pytest.param([], 1, id="on the main branch everything counts"),
        pytest.param(["CI_MERGE_REQUEST_DIFF_BASE_SHA"], 0, id="in a merge request what it changes"),
        pytest.param(
            ["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"], 0, id="in one that is tried out on top of the main branch, too"
        ),
    ],
)
def test_gitlabs_check(repository: Path, runner: dict[str, str], variables: list[str], code: int) -> None:
    head = ran(["git", "rev-parse", "HEAD"], repository, {}).stdout.strip()
    script = "\n".join(GITLAB["shelfready-check"]["script"])
    done = ran(["sh", "-ec", script], repository, {**runner, **dict.fromkeys(variables, head)})
    assert done.returncode == code, done.stdout + done.stderr
    named = GITLAB["shelfready-check"]["artifacts"]["reports"]["codequality"]
    assert (repository / named).read_text(encoding="utf-8").startswith('[\n{"description": "MKD001 ')


@pytest.mark.parametrize("step", list(steps()), ids=lambda step: step.get("name") or step["uses"].partition("@")[0])
def test_a_step_runs_no_text_of_strangers_and_no_moving_target(step: Any) -> None:
    assert "${{" not in step.get("run", ""), "a title or a branch would become a part of the script"
    assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}|OWNER/shelfready@REVISION|", step.get("uses", ""))
    if step.get("uses", "").startswith("actions/checkout@"):
        assert step["with"]["persist-credentials"] == "false"
    if step.get("uses", "").startswith("OWNER/"):
        assert set(step["with"]) <= set(ACTION["inputs"])


@pytest.mark.parametrize("name", READING)
def test_a_workflow_only_reads_and_comes_to_an_end(name: str) -> None:
    settings = workflow(name)
    assert settings["permissions"] == {"contents": "read"}
    assert set(settings["on"]) <= {"pull_request", "schedule", "workflow_dispatch"}
    for job in settings["jobs"].values():
        assert int(job["timeout-minutes"]) <= 30
        assert "permissions" not in job


def test_what_changed_is_compared_with_all_history() -> None:
    checkout, check = workflow("check-content")["jobs"]["check"]["steps"][:2]
    assert (checkout["with"]["fetch-depth"], check["with"]["changed-since"]) == ("0", "origin/${{ github.base_ref }}")
    assert GITLAB[".shelfready"]["variables"]["GIT_DEPTH"] == "0"


def test_the_attached_preview_is_where_the_build_puts_it(project: Make) -> None:
    *_, attach = workflow("check-content")["jobs"]["check"]["steps"]
    folder = project("")
    done = shelfready("build", "--preview", folder=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / attach["with"]["path"] / "index.html").is_file()
    assert GITLAB["shelfready-preview"]["artifacts"]["paths"] == [attach["with"]["path"]]


def test_the_hook_calls_a_command_of_ours() -> None:
    (hook,) = loaded(".pre-commit-hooks.yaml")
    assert hook["entry"] == "shelfready check"
    assert (hook["pass_filenames"], hook["always_run"]) == ("false", "true")
