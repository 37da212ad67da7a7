"""`shelfready diff`: what changed since the words that were signed, on lines that people read."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from drawing import written
from freezing import signed, submitted
from shelfready.cli import shelfready
from shelving import APPROVED, COUNSEL, DRAFT, EDITOR, RECORD, REVIEW, SUBMITTED

LEGEND = "Taken out: [-...-]; added: {+...+}; each paragraph begins with ¶."


def told(files: dict[str, str], folder: Path) -> str:
    done = CliRunner().invoke(shelfready, ["diff", "piece", "--as-of", "2026-11-21", "-C", str(written(files, folder))])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize(
    ("files", "draft", "expected"),
    [
        pytest.param(REVIEW, "", "Nothing was submitted yet, so there is nothing to compare with.\n", id="no edition"),
        pytest.param(APPROVED, "", "Record and draft hold exactly the words of edition 1.\n", id="nothing changed"),
        pytest.param(
            SUBMITTED,
            "",
            "Record and draft hold exactly the words of edition 1, which is not approved.\n",
            id="nothing changed, and nobody has signed",
        ),
        pytest.param(
            APPROVED,
            "- Look from outside.\n",
            "No word differs from edition 1; only the form of paragraphs, lists or headings does.\n",
            id="a paragraph became an item",
        ),
        pytest.param(
            APPROVED,
            "Look from inside.\n",
            f"1 word differs from edition 1. {LEGEND}\n  ... Look from outside. ¶ Look from [-outside.-] {{+inside.+}}\n",
            id="one word",
        ),
    ],
)
def test_what_changed(tmp_path: Path, files: dict[str, str], draft: str, expected: str) -> None:
    assert told({**files, DRAFT: draft} if draft else files, tmp_path) == expected


def test_terms_that_changed_are_named_because_a_sign_off_binds_them(tmp_path: Path) -> None:
    files = {**APPROVED, RECORD: APPROVED[RECORD] + "also_asked: [Who can look?]\nwaivers: []\n"}
    assert told(files, tmp_path) == (
        "The record has changed in 'also_asked:' since edition 1. It is signed with the words: submit it anew.\n"
        "Record and draft hold exactly the words of edition 1.\n"
    )


LONG = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen."


@pytest.mark.parametrize(
    ("draft", "lines"),
    [
        pytest.param(
            LONG.replace("One", "Un"),
            ["  ... we? ¶ Look from outside. ¶ [-One-] {+Un+} two three four five six seven ..."],
            id="at the beginning",
        ),
        pytest.param(
            LONG.replace("seventeen", "more"),
            ["  ... eleven twelve thirteen fourteen fifteen sixteen [-seventeen.-] {+more.+}"],
            id="at the end",
        ),
        pytest.param(
            LONG.replace("three", "drei").replace("sixteen", "sechzehn"),
            [
                "  ... Look from outside. ¶ One two [-three-] {+drei+} four five six seven eight nine ten eleven twelve "
                "thirteen fourteen fifteen [-sixteen-] {+sechzehn+} seventeen."
            ],
            id="two that stand close",
        ),
        pytest.param(
            LONG.replace("two", "zwei").replace("sixteen", "sechzehn"),
            [
                "  ... ¶ Look from outside. ¶ One [-two-] {+zwei+} three four five six seven eight ...",
                "  ... ten eleven twelve thirteen fourteen fifteen [-sixteen-] {+sechzehn+} seventeen.",
            ],
            id="two that stand apart",
        ),
        pytest.param(
            LONG + "\n\nAnd more.",
            ["  ... twelve thirteen fourteen fifteen sixteen seventeen. {+¶ And more.+}"],
            id="a paragraph more",
        ),
    ],
)
def test_changes_stand_on_lines_with_words_around_them(tmp_path: Path, draft: str, lines: list[str]) -> None:
    files = {**REVIEW, DRAFT: f"{LONG}\n"}
    files |= submitted(files, "piece")
    files |= signed(files, COUNSEL)
    files |= signed(files, EDITOR)
    assert told({**files, DRAFT: f"{draft}\n"}, tmp_path).splitlines()[1:] == lines
