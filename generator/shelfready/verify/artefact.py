"""A built site as a value: its files, and what the bundle and the library promise about them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from shelfready.verify.facts import Facts, PageJob, facts

__all__ = ["ENGINE_FILES", "Artefact", "page_jobs"]

ENGINE_FILES = frozenset(["404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json"])
"""What the engine adds to pages and theme files, and nothing else."""


@dataclass(frozen=True, eq=False)
class Artefact:
    """Files of a built site, with everything they are held against."""

    files: Mapping[str, bytes]
    """Path below the site -> bytes; without the manifest."""
    pages: frozenset[str]
    """Paths of the pages that the bundle promises, such as answers/one-page-checklist/index.html."""
    statics: Mapping[str, bytes] = field(default_factory=dict)
    """Files that must arrive unchanged."""
    theme: Mapping[str, bytes] = field(default_factory=dict)
    """Files of the theme, which may be there, unchanged."""
    words: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Page of a piece -> number and fingerprint of its words, as `check` has them."""
    approved: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Page of a signed piece -> number of the edition and the reader's words that were signed."""
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Page of a piece -> its title, statement and sources, white space folded."""
    public: frozenset[str] = frozenset()
    """Slugs that the site may name."""
    address: str = ""
    """The site's own address, with a final slash."""
    notice: str = ""
    """The sentence that every page carries, white space folded."""
    complete: bool = True
    """Whether every address inside must lead somewhere; in a preview drafts may name what is not there yet."""
    looked_at: Iterable[Facts] | None = None
    """Facts of all HTML files, where other processes have collected them."""

    @cached_property
    def facts(self) -> Mapping[str, Facts]:
        """What each HTML file does."""
        found = (
            self.looked_at if self.looked_at is not None else map(facts, page_jobs(self.files, self.notice, self.said))
        )
        return {fact.path: fact for fact in found}

    def sha256(self, path: str) -> str:
        """SHA-256 of the file at a path from the top of the site; 'missing' where there is none."""
        data = self.files.get(path.lstrip("/"))
        return "missing" if data is None else hashlib.sha256(data).hexdigest()

    def text(self, path: str) -> str:
        """A file's text."""
        return self.files[path].decode("utf-8", errors="replace")


def page_jobs(files: Mapping[str, bytes], notice: str, said: Mapping[str, tuple[str, ...]]) -> list[PageJob]:
    """Every HTML file of a site, to be looked at."""
    pages = [(path, data) for path, data in files.items() if path.endswith((".html", ".htm"))]
    return [PageJob(path, data, notice, said.get(path, ())) for path, data in pages]
