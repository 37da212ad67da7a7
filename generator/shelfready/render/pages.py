"""Hand-written pages in, staged pages out; the authors' guide among them only for the preview."""

from __future__ import annotations

from shelfready.model.bundle import Bundle
from shelfready.model.library import Library
from shelfready.render.staged import staged

__all__ = ["hand_written"]


def hand_written(library: Library, *, guide: bool) -> Bundle:
    """The pages below docs/, but for the introduction, which the home page takes in.

    Args:
        library: holds the pages.
        guide: whether the authors' guide is among them.
    """
    files, origins = {}, {}
    for page in library.pages:
        if page.path == "index.md" or not (page.public or guide):
            continue
        title = next((heading.text for heading in page.prose.headings), page.path)
        shelf = {"description": title}
        files[page.path] = staged("page.html", title, shelf, page.prose.text, search=page.public)
        origins[page.path] = f"docs/{page.path}"
    return Bundle(files, origins)
