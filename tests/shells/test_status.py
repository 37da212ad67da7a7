"""`shelfready status` as people call it: formats, exit codes, wrong use, and a shelf that check finds fault with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from drawing import found, written
from freezing import SIGNING as BASE
from running import shelfready
from shelfready.model.finding import Severity
from shelving import AHEAD, LIVE, other, record

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A live piece whose draft is ahead, and a proposed one without a lead."""
    return written(other(AHEAD, "second", "brief: [Say how]\nnote: Quince.\n"), tmp_path / "project")


def test_the_shelf_in_lines(folder: Path) -> None:
    done = shelfready("status", *DAY, folder=folder, env={"COLUMNS": "80"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Live (1)\n"
        "\n"
        "  How exposed are we? (piece)\n"
        "    live (edition 1), draft ahead by 6 words\n"
        "    Next: submit the changed draft (Example Author)\n"
        "          shelfready submit piece\n"
        "\n"
        "In the making (1)\n"
        "\n"
        "  What about second? (second)\n"
        "    needs a lead\n"
        "    Next: find a lead\n"
        "\n"
        "2 topics on 21 November 2026: 1 live, 1 in the making.\n"
        "Most urgent: piece: submit the changed draft (Example Author).\n"
        "    shelfready submit piece\n"
    )


@pytest.mark.parametrize("name", ["second", "content/topics/second.yml", "content/drafts/second.md"])
def test_topics_can_be_named(folder: Path, name: str) -> None:
    done = shelfready("status", name, *DAY, folder=folder)
    assert "What about second?" in done.stdout
    assert "How exposed are we?" not in done.stdout


def test_json_and_csv_alone_are_on_standard_output(folder: Path) -> None:
    rows = json.loads(shelfready("status", "--format", "json", *DAY, folder=folder).stdout)
    assert [(row["slug"], row["ahead"]) for row in rows] == [("piece", 6), ("second", 0)]
    text = shelfready("status", "--format", "csv", *DAY, folder=folder).stdout
    assert [row["slug"] for row in csv.DictReader(io.StringIO(text))] == ["piece", "second"]


def test_minutes_go_into_a_page_for_word_or_into_lines(folder: Path, tmp_path: Path) -> None:
    for name, begin in (("minutes.html", "<!DOCTYPE html>"), ("minutes.txt", "Topic/Title\tContent to be included\t")):
        place = tmp_path / name
        done = shelfready("status", "--format", "minutes", "--output-file", str(place), *DAY, folder=folder)
        assert done.returncode == 0
        assert done.stdout.startswith("Live (1)\n")
        assert done.stdout.endswith(f"wrote {place}\n")
        assert place.read_text(encoding="utf-8").startswith(begin)


@pytest.mark.parametrize("form", ["table", "json", "csv", "minutes"])
def test_a_note_is_in_no_format(folder: Path, form: str) -> None:
    done = shelfready("status", "--format", form, *DAY, folder=folder)
    assert "What about second?" in done.stdout
    assert "Quince" not in done.stdout


def test_a_forecast_in_place_of_the_shelf(folder: Path) -> None:
    done = shelfready("status", "--forecast", "180", *DAY, folder=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("20 May 2027, in 180 days\n  review: read it again (Example Author)\n    piece: How")
    rows = json.loads(shelfready("status", "--forecast", "179", "--format", "json", *DAY, folder=folder).stdout)
    assert rows == []


def test_a_drill_shows_what_may_go_out(folder: Path) -> None:
    done = shelfready("status", "--drill", "exposed", *DAY, folder=folder)
    assert done.returncode == 0
    assert done.stdout == (
        "1. How exposed are we? (piece)\n"
        "   Public already: live (edition 1), draft ahead by 6 words\n"
        "   Approved, edition 1: Look from outside.\n"
        "   https://answers.desk.example/answers/piece/\n"
        "\n"
        "1 piece may fit, the likeliest first.\n"
    )


def test_a_drill_without_a_hit_exits_1_as_grep_does(folder: Path) -> None:
    done = shelfready("status", "--drill", "purple cows", *DAY, folder=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        'No piece on the shelf fits these words. To begin one:\n    shelfready new "purple cows" --kind response\n'
    )
    done = shelfready("status", "--drill", "purple cows", "--format", "json", *DAY, folder=folder)
    assert (done.returncode, done.stdout) == (1, "[]\n")


def test_the_line_that_begins_a_response_begins_one(folder: Path) -> None:
    done = shelfready("new", "purple cows", "--kind", "response", folder=folder)
    assert done.returncode == 0
    assert shelfready("status", "--drill", "purple cows", folder=folder).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["pice"], "There is no topic 'pice'. Did you mean piece?", id="a misspelt topic"),
        pytest.param(["zzz"], "'shelfready status' lists all of them.", id="no topic"),
        pytest.param(["--format", "xml"], "'xml' is not one of", id="an unknown format"),
        pytest.param(["--drill", "why is it"], "There is no telling word", id="a question without a telling word"),
        pytest.param(["--drill", "a", "--forecast", "3"], "do not go together", id="two questions at once"),
        pytest.param(["--drill", "moon", "--format", "csv"], "--drill knows no format csv.", id="a drill as csv"),
        pytest.param(
            ["--forecast", "3", "--format", "minutes"], "--forecast knows no format minutes.", id="dates as minutes"
        ),
        pytest.param(["--forecast", "0"], "is not in the range", id="no days"),
        pytest.param(["--forecast", "3650", "--as-of", "9999-01-01"], "beyond the year 9999", id="too many days"),
        pytest.param(["--output-file", "content/x.txt"], "is a place of sources", id="a file among the content"),
        pytest.param(["--output-file", "no/x"], "no/x cannot be written: ", id="a file in no folder"),
    ],
)
def test_wrong_use_exits_2_with_a_sentence(folder: Path, arguments: list[str], words: str) -> None:
    done = shelfready("status", *arguments, folder=folder)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("files", "told"),
    [
        pytest.param({"content/desk.yml": "x\n"}, "cannot be told: desk.yml cannot be read", id="desk.yml"),
        pytest.param({"content/topics/piece.yml": "titel: x\n"}, "record cannot be read; 5 errors", id="a record"),
        pytest.param(
            {"content/editions/piece/1/words.yml": "topic: [\n"}, "an edition of it cannot be", id="an edition"
        ),
        pytest.param({"content/log/piece.yml": "entries: x\n"}, "live (edition 1); 1 error", id="a log"),
        pytest.param({"content/drafts/piece.md": "<b>TBD\n"}, "live (edition 1), draft ahead by", id="a draft"),
        pytest.param({"docs/about.md": "# A\n\n[x](no.md)\n"}, "before 1 error is mended", id="a page"),
    ],
)
def test_it_works_while_check_has_errors(tmp_path: Path, files: dict[str, str], told: str) -> None:
    broken = {**LIVE, **files}
    assert any(diagnostic.severity is Severity.ERROR for diagnostic in found(broken))
    done = shelfready("status", *DAY, folder=written(broken, tmp_path / "project"), env={"COLUMNS": "120"})
    assert (done.returncode, done.stderr) == (0, "")
    assert told in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["--forecast", "60"], "Nothing is overdue", id="dates"),
        pytest.param(["--drill", "exposed"], "Public already: live", id="a drill"),
        pytest.param(["--format", "minutes"], "needs a lead\trecord cannot be read", id="minutes"),
        pytest.param(["--format", "json"], "record cannot be read", id="json"),
    ],
)
def test_every_form_of_it_does(tmp_path: Path, arguments: list[str], told: str) -> None:
    place = written({**LIVE, "content/topics/lost.yml": "titel: x\n"}, tmp_path / "project")
    done = shelfready("status", *arguments, *DAY, folder=place)
    assert (done.returncode, done.stderr) == (0, "")
    assert told in done.stdout


def test_an_empty_shelf_is_no_error(tmp_path: Path) -> None:
    place = written({"content/desk.yml": BASE["content/desk.yml"]}, tmp_path / "project")
    done = shelfready("status", *DAY, folder=place)
    assert (done.returncode, done.stdout) == (0, "0 topics on 21 November 2026.\n")


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_a_state_stands_on_one_line(folder: Path, columns: str) -> None:
    done = shelfready("status", *DAY, folder=folder, env={"COLUMNS": columns})
    assert "    live (edition 1), draft ahead by 6 words\n" in done.stdout


def test_a_hostile_title_is_only_shown(tmp_path: Path) -> None:
    title = "title: '=HYPERLINK(\"x\") ::error:: [a](https://evil.example) | `b` ##[x]'\n"
    place = written(record(BASE, title), tmp_path / "project")
    text = shelfready("status", "--format", "csv", *DAY, folder=place).stdout
    shown = next(csv.DictReader(io.StringIO(text)))["title"]
    assert shown == '\'=HYPERLINK("x") ::error:: [a](https://evil.example) | `b` ##\\x5bx]'
    assert "##[" not in shelfready("status", *DAY, folder=place).stdout
