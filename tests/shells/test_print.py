"""Real prints of pieces just within what LEN009 lets pass, and of pieces clearly beyond it.

What is printed is a page of the built site on A4, as a browser prints it. What follows the piece is taken off before: it
may go over to another sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from browsing import chromium, served
from drawing import BASE, PUBLISHED, added, found, written
from running import shelfready

pytestmark = pytest.mark.browser

DESK = added(
    BASE["content/desk.yml"],
    "kinds: {checklist: {label: Checklist, budget: 2000, pages: 1}}\n"
    "people: [{name: Example Editor, organisation: desk, roles: [editor]}]\n",
)
RECORD = added(BASE["content/topics/piece.yml"], "kind: checklist\n" + PUBLISHED)
LONG = (
    "Keep a list of all that stands open, with a name and a day beside it, so that whoever comes next can close it and"
)
SHAPES: dict[str, Callable[[int], str]] = {
    "short items": lambda n: "- Close the door.\n" * n,
    "items of two lines": lambda n: f"- {LONG} knows whom to ask about it first.\n" * n,
    "marked items": lambda n: "- Close the door. {joint}\n" * n,
    "items under headings": lambda n: "".join(
        f"\n## Door {at // 3 + 1}\n\n" * (at % 3 == 0) + "- Close it.\n" for at in range(n)
    ),
    "items that stand apart": lambda n: "- Close the door.\n\n" * n,
    "a list in a list": lambda n: "- Close the door.\n    - Look twice.\n" * n,
    "a table": lambda n: "| Door | Try |\n| --- | --- |\n" + "| Port 104 | Ask |\n" * n,
    "paragraphs": lambda n: f"{LONG} knows whom to ask.\n\n" * n,
    "quotations and notes": lambda n: '> Look twice.\n\n!!! note "Then"\n\n    Close it.\n\n' * n,
}
"""Pieces by how much is in them."""
REASONS = {
    "A word.": "short items, corrected",
    "Says protected in place of safe, since nobody can promise more. " * 4: "the same at length",
}
"""What was corrected, and what such a piece is called here."""
CASES = [*SHAPES, *REASONS.values()]


def logged(reason: str, slug: str = "piece") -> dict[str, str]:
    """The log of a piece that was corrected for this reason; nothing for none."""
    entry = "date: 2026-11-20, person: Example Editor"
    entries = (f"{entry}, action: publish, reason: Asked for.", f"{entry}, action: correct, reason: '{reason.strip()}'")
    lines = "".join(f"  - {{{line}}}\n" for line in entries)
    return {f"content/log/{slug}.yml": f"entries:\n{lines}"} if reason else {}


def is_over(draft: str, reason: str) -> bool:
    files = {"content/desk.yml": DESK, "content/topics/piece.yml": RECORD, "content/drafts/piece.md": draft}
    files |= logged(reason)
    return any(diagnostic.code == "LEN009" for diagnostic in found(files))


def most(shape: Callable[[int], str], reason: str) -> int:
    """The largest size that LEN009 lets pass."""
    low, high = 1, 128
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_over(shape(middle), reason) else (middle, high)
    return low


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], int]]:
    """How many sheets a piece takes."""
    project = tmp_path_factory.mktemp("print")
    written({**BASE, "content/desk.yml": DESK}, project)
    (project / "content/topics/piece.yml").unlink()
    (project / "content/drafts/piece.md").unlink()
    shapes = [(shape, "") for shape in SHAPES.values()] + [(SHAPES["short items"], why) for why in REASONS]
    for number, (shape, reason) in enumerate(shapes):
        size = most(shape, reason)
        for side, draft in (("within", shape(size)), ("beyond", shape(size + 1 + size // 10))):
            record = added(RECORD, f"title: The list {side}, number {number}\n")
            slug = f"{side}-{number}"
            written({f"content/topics/{slug}.yml": record, f"content/drafts/{slug}.md": draft}, project)
            written(logged(reason, slug), project)
    built = shelfready("build", "--as-of", "2026-11-21", folder=project)
    assert built.returncode == 0, built.stdout
    with served(project / "site") as address, chromium() as browser:
        page = browser.new_page()

        def sheets(name: str, side: str) -> int:
            page.goto(f"{address}answers/{side}-{CASES.index(name)}/")
            page.wait_for_load_state("networkidle")
            page.add_style_tag(content=".shelf-part { display: none; }")
            return len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(format="A4")))

        yield sheets


@pytest.mark.parametrize("name", CASES)
def test_what_passes_is_one_sheet_and_what_does_not_is_two(printed: Callable[[str, str], int], name: str) -> None:
    assert (printed(name, "within"), printed(name, "beyond")) == (1, 2)
