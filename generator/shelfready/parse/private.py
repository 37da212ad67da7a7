"""Raw files in, what of them belongs to few people out: records, desk.yml and other plain text, whole and as typed.

Remarks, notes and keys that nothing reads count, too: whoever can open the file can read them. A file that cannot be
read as a record is looked at all the same, so that no report quotes from it what it should not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shelfready.markup.mask import place_at
from shelfready.model.files import RawFile
from shelfready.model.house import House
from shelfready.model.library import Private
from shelfready.parse.paths import DOCS, DRAFTS, EDITIONS, LOG, TOPICS, slug_of
from shelfready.parse.text import MOST_RECORD_BYTES
from shelfready.reading.detector import with_more
from shelfready.reading.disclosure import secrets

__all__ = ["private"]

_TEXTS = (".yml", ".yaml", ".txt", ".csv", ".json", ".svg", ".xml", ".html", ".css", ".js")


def private(files: Mapping[str, RawFile], house: House) -> Iterator[Private]:
    """Everything private in the files that are rendered nowhere.

    Args:
        files: all files of the project.
        house: whether the desk asks for detect-secrets.
    """
    for path, raw in files.items():
        if _is_left(path, files) and not raw.trouble and raw.size <= MOST_RECORD_BYTES:
            text = raw.data.decode("utf-8", errors="replace").replace("\r\n", "\n")
            slug = _topic_of(path)
            found = secrets(text)
            for secret in with_more(text, found) if house.detector else found:
                yield Private(place_at(path, text, secret.offset), secret, slug)


def _is_left(path: str, files: Mapping[str, RawFile]) -> bool:
    """Whether it is plain text that belongs to no topic and no page: of those, `Reading` says what is private."""
    if not path.endswith(".md"):
        return path.endswith(_TEXTS)
    return not path.startswith((DOCS, DRAFTS)) or (
        path.startswith(DRAFTS) and f"{TOPICS}{slug_of(path)}.yml" not in files
    )


def _topic_of(path: str) -> str:
    """The topic that a record, an edition, a sign-off or a log belongs to; '' for other files."""
    if path.startswith(EDITIONS):
        return path.removeprefix(EDITIONS).partition("/")[0]
    return slug_of(path) if path.startswith((TOPICS, LOG)) else ""
