"""A title in, the text of a new record and a new draft out."""

from __future__ import annotations

import json
import re
import unicodedata

__all__ = ["SAMPLES", "draft", "record", "slug_for"]

_LEFT_OUT = frozenset("a an and are can do does how i in is it my of on or the to we what when why your".split())  # noqa: SIM905
_MOST = 60

SAMPLES = (
    "Answer the question in two sentences here; readers may stop after them.",
    "Explain it in plain words.",
    "Begin each item with a verb.",
)
"""Sentences of a new draft, there to be written over."""


def slug_for(title: str) -> str:
    """File name and address for a title: its words in ASCII, without the smallest ones if others remain."""
    plain = unicodedata.normalize("NFKD", title.replace("'", "").replace("’", "")).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    telling = [word for word in words if word not in _LEFT_OUT] or words
    slug = ""
    for word in telling:
        longer = f"{slug}-{word}" if slug else word[: _MOST - 1]
        if len(longer) >= _MOST:
            break
        slug = longer
    return slug


_REPORT = (
    '#responds_to: {title: "Headline of the report", outlet: "Who published it", url: "https://...", date: 2026-11-20}'
)


def record(title: str, kind: str, lead: str | None, owner: str, audience: str) -> str:
    """The text of a record with status proposed.

    What is still to be said stands in remarks; deleting the '#' makes a line of each that stands where it belongs.
    """
    lines = [
        "# yaml-language-server: $schema=../../schema/topic.json",
        f"title: {_quoted(title)}",
        f"kind: {kind}",
        "status: proposed              # then drafting, review; 'shelfready publish' does the rest",
        f"lead: {_quoted(lead)}" if lead else "#lead:                        # who writes it; needed from drafting on",
        f"owners: [{owner}]",
        f"audiences: [{audience}]",
        "#brief:                       # content to be included",
        "#  - what the reader must learn",
        *([_REPORT] if kind == "response" else []),
        "#statement:                   # the answer in at most 50 words; needed from review on",
        "#sources:",
        '#  - {title: "Name of the document", url: "https://...", accessed: 2026-11-20}',
        "#review_by: 2027-05-20        # needed for published pieces",
    ]
    return "\n".join(lines) + "\n"


def draft() -> str:
    """The text of a draft to write over."""
    answer, meaning, step = SAMPLES
    return f"{answer}\n\n## What it means\n\n{meaning}\n\n## What you can do\n\n- {step}\n"


def _quoted(text: str) -> str:
    """A value in double quotes, which YAML and JSON read alike."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)
