"""Raw files in, a fault for each out that nothing reads, that cannot be copied, or that lacks its other half."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.paths import DESK, DOCS, DRAFTS, IMAGES, TOPICS, WRITTEN_BY_THE_TOOL, slug_of
from shelfready.parse.statics import STATIC_ENDINGS, static_path
from shelfready.read import MOST_BYTES

__all__ = ["strays"]


def strays(files: Mapping[str, RawFile], known: set[str]) -> Iterator[Fault]:
    """Faults of files that are no record, draft or page.

    Args:
        files: what `read.tree` found.
        known: slugs that have a record.
    """
    for path, raw in files.items():
        if static_path(path):
            yield from _static(raw)
        elif not _is_read(path):
            yield from _unread(raw)
        elif path.startswith(DRAFTS) and slug_of(path) not in known:
            fix = f"Write {TOPICS}{slug_of(path)}.yml, or remove the draft."
            yield Fault("LOD009", Place(path), "this draft has no record", fix)


def _static(raw: RawFile) -> Iterator[Fault]:
    if raw.trouble:
        yield Fault("LOD001", Place(raw.path), f"this path is {raw.trouble}", "Put a plain file in its place.")
    elif raw.size > MOST_BYTES:
        message = f"{raw.size:,} bytes; at most {MOST_BYTES:,} are copied to the site"
        yield Fault("LOD002", Place(raw.path), message, "Make it smaller, or link to where it stands.")


def _is_read(path: str) -> bool:
    if path == DESK or path.startswith(WRITTEN_BY_THE_TOOL):
        return True
    if path.startswith(TOPICS):
        return path.endswith(".yml") and "/" not in path.removeprefix(TOPICS)
    if path.startswith(DRAFTS):
        return path.endswith(".md") and "/" not in path.removeprefix(DRAFTS)
    return path.startswith(DOCS) and path.endswith(".md")


def _unread(raw: RawFile) -> Iterator[Fault]:
    path, place = raw.path, Place(raw.path)
    if raw.trouble:
        yield Fault("LOD001", place, f"this path is {raw.trouble}", "Remove it.")
    elif path.startswith(TOPICS) and path.lower().endswith((".yaml", ".yml")):
        yield Fault("LOD009", place, "records end in .yml and stand in content/topics/ itself", "Rename or move it.")
    elif path.startswith(DOCS):
        fix = f"Remove it; copied are files that end in {', '.join(STATIC_ENDINGS)}."
        yield Fault("LOD009", place, "files of this kind are not published", fix)
    else:
        fix = f"Move it out of content/; pictures belong to {IMAGES}."
        yield Fault("LOD009", place, "nothing reads this file", fix)
