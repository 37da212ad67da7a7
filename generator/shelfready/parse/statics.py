"""Raw files in, those out that go to the site as they are: pictures of drafts and other files below docs/.

Only listed kinds are taken: a script or an HTML page in docs/ would be published with the site's authority.
"""

from __future__ import annotations

from collections.abc import Mapping

from shelfready.model.files import RawFile

__all__ = ["DRAWN", "PICTURES", "STATIC_ENDINGS", "STATIC_NAMES", "static_path", "statics"]

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
STATIC_ENDINGS = (*PICTURES, ".ico", ".pdf", ".docx", ".txt")
DRAWN = "answers/"
"""Where the site draws pieces and puts their pictures; a file of docs/ there could take the place of one."""
STATIC_NAMES = ("CNAME",)
"""Files that static hosts look for; not `_redirects` and `_headers`, by which a host shows other pages."""


def static_path(path: str) -> str | None:
    """Where a file goes in the staged folder, or None for files that are not copied."""
    if path.startswith("content/drafts/images/") and path.endswith(PICTURES):
        return "answers/" + path.removeprefix("content/drafts/")
    inside = path.removeprefix("docs/")
    if inside == path or inside.startswith(DRAWN):
        return None
    return inside if inside.endswith(STATIC_ENDINGS) or inside in STATIC_NAMES else None


def statics(files: Mapping[str, RawFile]) -> dict[str, bytes]:
    """Staged path -> bytes of every file that is copied as it is."""
    found = ((static_path(path), raw) for path, raw in files.items())
    whole = ((path, raw) for path, raw in found if path is not None and not raw.trouble and raw.size <= len(raw.data))
    return {path: raw.data for path, raw in whole}
