"""Raw files in, a fault for each out that nothing reads, that cannot be copied, or that lacks its other half."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.place import Place
from shelfready.parse.misnamed import fit_slug, is_litter, misnamed
from shelfready.parse.nearness import near
from shelfready.parse.paths import CONTENT, DESK, DOCS, DRAFTS, IMAGES, TOPICS, WRITTEN_BY_THE_TOOL, slug_of
from shelfready.parse.statics import DRAWN, PICTURES, STATIC_ENDINGS, static_path
from shelfready.parse.trouble import trouble
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
        elif path.startswith(DRAFTS) and slug_of(path) not in known and TOPICS.rstrip("/") not in files:
            message, fix = _lonely(slug_of(path), files, known)
            yield Fault("LOD009", Place(path), message, fix)


def _lonely(slug: str, files: Mapping[str, RawFile], known: set[str]) -> tuple[str, str]:
    """What to do with a draft that has no record."""
    fit = fit_slug(slug)
    without = {name for name in known if f"{DRAFTS}{name}.md" not in files}
    if fit != slug and fit in known - without:
        return f"this looks like a copy of {DRAFTS}{fit}.md", "Remove it, or move its words there."
    if meant := fit if fit in without else near(slug, without):
        if slug == fit and fit_slug(meant) == fit:
            return "this draft has no record", f"Rename {TOPICS}{meant}.yml to {TOPICS}{fit}.yml."
        return "this draft has no record", f"Rename it to {DRAFTS}{meant}.md."
    if fit != slug:
        return "this draft has no record", f"Rename it to {DRAFTS}{fit or 'name'}.md, or remove it."
    return "this draft has no record", f"Write {TOPICS}{slug}.yml, or remove the draft."


def _static(raw: RawFile) -> Iterator[Fault]:
    if raw.trouble:
        yield trouble(raw, "Put a plain file in its place.")
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
    if is_litter(path) or path == CONTENT:
        return
    if raw.trouble:
        yield trouble(raw, "Remove it.")
    elif fault := misnamed(path):
        yield fault
    elif path.startswith(f"{DOCS}{DRAWN}"):
        message = "the site draws this folder itself, so nothing is copied into it"
        yield Fault("LOD009", place, message, f"Move pictures of drafts to {IMAGES}, other files to {DOCS}.")
    elif path.startswith(DOCS):
        fix = f"Remove it; copied are files that end in {', '.join(STATIC_ENDINGS)}."
        yield Fault("LOD009", place, "files of this kind are not published", fix)
    else:
        is_picture = path.lower().endswith(PICTURES)
        fix = f"Move it to {IMAGES}, with its ending in small letters." if is_picture else "Move it out of content/."
        yield Fault("LOD009", place, "nothing reads this file", fix)
