"""A link that leads nowhere in, what to write instead out."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

from shelfready.mentions import Mention
from shelfready.parse.nearness import likely
from shelfready.site_paths import SitePage

__all__ = ["what_to_write"]

_HOST = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)*|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|eu|gov|edu|int|io))(?:/|\Z)", re.ASCII
)
_ENDINGS = re.compile(r"\.(?:md|html?|yml|yaml|docx?)\Z")
_MOST_EDITS = 2


def what_to_write(mention: Mention, known: Mapping[str, SitePage]) -> str:
    """One imperative: the address that is probably meant, else what a link may lead to."""
    target, _, fragment = mention.target.partition("#")
    if _HOST.match(target):
        return f"Write 'https://{mention.target}'."
    name = _ENDINGS.sub("", target.rstrip("/").rpartition("/")[2]).lower()
    public = [path for path, page in known.items() if page.public and path != mention.base]
    names = {_name(path): path for path in sorted(public, key=len, reverse=True)}  # of one name the shortest path wins
    found = name if name in names else _near(name, list(names))
    if not found:
        return "Link to a piece by the name of its draft, such as 'other-topic.md', or to a page such as '/media.md'."
    path = names[found]
    short = mention.in_draft and path.startswith("answers/") and path != "answers/index.md"
    shown = path.removeprefix("answers/") if short else f"/{path}"
    return f"Write '{shown}#{fragment}'." if fragment else f"Write '{shown}'."


def _name(path: str) -> str:
    stem = path.removesuffix(".md").removesuffix("/index")
    return stem.rpartition("/")[2]


def _near(name: str, names: list[str]) -> str:
    """The name that is at most two typing slips away."""
    close = difflib.get_close_matches(name, likely(name, names), n=3, cutoff=0.75)
    return next((other for other in close if _edits(name, other) <= min(_MOST_EDITS, len(other) // 3)), "")


def _edits(one: str, other: str) -> int:
    """How many letters are put in, left out, changed or swapped with the next one."""
    before, row = [0] * (len(other) + 1), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
