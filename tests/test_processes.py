"""Work shared between processes: the results in the order of the jobs, and a failure in any of them is one here."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from drawing import BASE
from shelfready.pipeline import examine
from shelfready.processes import each

Make = Callable[[str], Path]

MANY = 150
"""From here on the work is shared."""

shared = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux alone")


@pytest.fixture(params=[2, 3, 7], ids=["two processors", "three processors", "seven processors"])
def processors(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """A machine of so many processors, whatever this one has."""
    number = int(request.param)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(number)))
    return number


@shared
@pytest.mark.parametrize("total", [MANY, MANY + 1, 3 * 7 * 11])
def test_results_come_in_the_order_of_the_jobs(processors: int, total: int) -> None:
    assert list(each(lambda job: job * 2, list(range(total)))) == [job * 2 for job in range(total)]


@shared
def test_many_jobs_are_shared_between_all_processors(processors: int) -> None:
    workers = list(each(lambda job: os.getpid(), list(range(MANY))))
    assert len(set(workers)) == processors
    assert os.getpid() not in workers


@shared
def test_fewer_jobs_are_done_here(processors: int) -> None:
    assert set(each(lambda job: os.getpid(), list(range(MANY - 1)))) == {os.getpid()}


@shared
def test_on_one_processor_all_jobs_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {0})
    assert set(each(lambda job: os.getpid(), list(range(MANY)))) == {os.getpid()}


def fails(job: int) -> int:
    if job % 7 == 6:
        raise ValueError("this job cannot be done")
    return job


def stops(job: int) -> int:
    if job % 7 == 6:
        os._exit(3)
    return job


@shared
@pytest.mark.parametrize(
    ("function", "told"),
    [
        pytest.param(fails, "ValueError: this job cannot be done", id="a function that raises an exception"),
        pytest.param(stops, "", id="a function that ends its process"),
    ],
)
def test_a_failure_in_a_worker_is_an_error_here_and_its_traceback_is_shown(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], function: Callable[[int], int], told: str
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(7)))
    with pytest.raises(RuntimeError, match="process ended with status"):
        list(each(function, list(range(MANY))))
    assert told in capfd.readouterr().err


def test_a_shelf_of_two_hundred_texts_keeps_each_draft_with_its_record(project: Make) -> None:
    folder = project("")
    for number in range(1, 201):
        (folder / f"content/topics/t-{number:03}.yml").write_text(BASE["content/topics/piece.yml"], encoding="utf-8")
        (folder / f"content/drafts/t-{number:03}.md").write_text("word " * number + "\n", encoding="utf-8")
    library, diagnostics = examine(folder, date(2026, 11, 21))
    assert {topic.slug: topic.draft.words for topic in library.topics if topic.draft} == {
        "piece": 3,
        **{f"t-{number:03}": number for number in range(1, 201)},
    }
    assert {d.code for d in diagnostics} == {"SHF002", "SHF004", "LEN007"}, "one title, one word: what they deserve"
