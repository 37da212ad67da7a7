"""Where files stand in a project folder (design section 2)."""

from __future__ import annotations

__all__ = [
    "CONTENT",
    "DESK",
    "DOCS",
    "DRAFTS",
    "EDITIONS",
    "GUIDE",
    "IMAGES",
    "LOG",
    "TOPICS",
    "WRITTEN_BY_THE_TOOL",
    "slug_of",
]

CONTENT = "content"
DESK = "content/desk.yml"
TOPICS = "content/topics/"
DRAFTS = "content/drafts/"
IMAGES = "content/drafts/images/"
DOCS = "docs/"
GUIDE = "docs/guide/"
EDITIONS = "content/editions/"
LOG = "content/log/"
WRITTEN_BY_THE_TOOL = (EDITIONS, LOG)


def slug_of(path: str) -> str:
    """The file's name without folder and ending: the name of the topic."""
    return path.rpartition("/")[2].rpartition(".")[0]
