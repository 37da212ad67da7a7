"""The configuration of one run: the order of the guide's pages in the menu of a preview."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from drawing import BASE, parsed
from running import ROOT
from shelfready.engines.config import run_config

GUIDE = {
    "docs/guide/a.md": "# A\n",
    "docs/guide/b.md": "# B\n",
    "docs/guide/why/1.md": "# One\n",
    "docs/guide/why/index.md": "# Why\n",
}


@pytest.mark.parametrize(
    ("first", "order"),
    [
        pytest.param(
            "# Guide\n\n[b](b.md), [why](why/index.md#x), [a](a.md), [b](b.md).\n",
            ["guide/index.md", "guide/b.md", "guide/why/index.md", "guide/why/1.md", "guide/a.md", "guide/keys.md"],
            id="as the first page links to them, a folder's pages behind its own first page",
        ),
        pytest.param(
            "# Guide\n\n[keys](keys.md), [b](b.md).\n",
            ["guide/index.md", "guide/keys.md", "guide/b.md", "guide/a.md", "guide/why/index.md", "guide/why/1.md"],
            id="what it does not name comes last, by name",
        ),
        pytest.param(
            "# Guide\n",
            ["guide/index.md", "guide/a.md", "guide/b.md", "guide/keys.md", "guide/why/index.md", "guide/why/1.md"],
            id="no links",
        ),
    ],
)
def test_pages_of_the_guide(first: str, order: list[str]) -> None:
    library = parsed({**BASE, **GUIDE, "docs/guide/index.md": first})
    pages = [page.path for page in library.pages] + ["guide/keys.md", "guide/rules/index.md", "guide/rules/len001.md"]
    for preview, expected in ((True, [{"Guide": [*order, {"Rules": "guide/rules/index.md"}]}]), (False, [])):
        text = run_config(
            ROOT / "mkdocs.yml", library, pages, docs=Path("d"), theme=Path("t"), site=Path("s"), preview=preview
        )
        assert [entry for entry in yaml.safe_load(text)["nav"] if "Guide" in entry] == expected
