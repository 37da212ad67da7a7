"""What a finding tells authors to do, and that doing it literally leads to no other finding."""

from __future__ import annotations

import pytest

from drawing import BASE, found

DRAFT = "content/drafts/piece.md"


def told(draft: str) -> list[tuple[str, str]]:
    """Code and remedy of each finding in a draft."""
    return [(d.code, d.fix) for d in found({**BASE, DRAFT: draft}) if d.place.path == DRAFT]


@pytest.mark.parametrize(
    ("draft", "code", "fix", "mended"),
    [
        (
            "| Link | Old | New |\n| Seal | one | two |\n",
            "DIA006",
            "Put '| --- | --- | --- |' below the headings.",
            "| Link | Old | New |\n| --- | --- | --- |\n| Seal | one | two |\n",
        ),
        (
            "Link\tOld\tNew\nSeal\tone\ttwo\n",
            "DIA006",
            "Put '|' before, between and behind the cells of each row, and '| --- | --- | --- |' below the first.",
            "| Link | Old | New |\n| --- | --- | --- |\n| Seal | one | two |\n",
        ),
        ("Bring keys, cards, etc. with you.\n", "PLN003", "Write it out, or leave it out.", "Bring keys and cards.\n"),
        ("Look for synergies.\n", "PLN003", "Say what both gain.", "Both save time.\n"),
        ("Use a lock, e.g. a chain.\n", "PLN003", "Write: for example.", "Use a lock, for example a chain.\n"),
        (
            f"See <https://www.example.org/{'long' * 12}>.\n",
            "ACC001",
            "Write '[name of the page or document](address)'.",
            f"See [the long page](https://www.example.org/{'long' * 12}).\n",
        ),
    ],
)
def test_a_remedy_can_be_followed(draft: str, code: str, fix: str, mended: str) -> None:
    assert told(draft) == [(code, fix)]
    assert told(mended) == []
