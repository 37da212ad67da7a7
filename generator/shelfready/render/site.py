"""Library in, everything that goes into the staged docs folder out; the one place that says what a site consists of."""

from __future__ import annotations

from pathlib import Path

from shelfready.engines.warnings import RULES as ENGINE_RULES
from shelfready.model.bundle import Bundle
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.publication import published
from shelfready.render.environment import environment
from shelfready.render.indexes import index_pages
from shelfready.render.keys import key_pages
from shelfready.render.matrix import matrix_page
from shelfready.render.pages import hand_written
from shelfready.render.rulebook import rule_pages
from shelfready.render.shelf import shelf_page
from shelfready.render.topics import lost_pages, topic_pages
from shelfready.render.withdrawals import withdrawn_pages
from shelfready.rules import ALL_RULES
from shelfready.securitytxt import PATH, security_txt
from shelfready.shelf import shelf
from shelfready.verify import ALL_VERIFICATIONS

__all__ = ["preview", "site"]


def site(library: Library, folders: tuple[Path, ...]) -> Bundle:
    """The public site: a function of `published(library)`, the desk and the public pages.

    Args:
        library: everything that was read.
        folders: template folders, the ones that win first.
    """
    env, topics = environment(folders), published(library)
    return (
        topic_pages(library, topics, env)
        .merged(withdrawn_pages(library))
        .merged(index_pages(library, topics, env))
        .merged(hand_written(library, guide=False))
        .merged(_statics(library, topics))
    )


def preview(library: Library, folders: tuple[Path, ...], diagnostics: tuple[Diagnostic, ...]) -> Bundle:
    """The site as colleagues see it: every topic, with its findings, matrix, shelf and the authors' guide."""
    env, topics, pieces = environment(folders), library.topics, shelf(library, diagnostics)
    return (
        topic_pages(library, topics, env, diagnostics)
        .merged(lost_pages(library, diagnostics))
        .merged(index_pages(library, topics, env))
        .merged(hand_written(library, guide=True))
        .merged(_statics(library, topics))
        .merged(matrix_page(library, pieces, env))
        .merged(shelf_page(library, pieces, env))
        .merged(rule_pages([*ALL_RULES, *ENGINE_RULES, *ALL_VERIFICATIONS], env))
        .merged(key_pages())
    )


def _statics(library: Library, topics: tuple[Topic, ...]) -> Bundle:
    """Files that are copied: all of docs/ but the guide's, and those pictures that a shown draft names."""
    named = {f"answers/{picture.target.removeprefix('./')}" for t in topics if t.draft for picture in t.draft.pictures}
    files: dict[str, str | bytes] = {
        path: data
        for path, data in library.statics.items()
        if (path in named if path.startswith("answers/images/") else not path.startswith("guide/"))
    }
    for topic in topics:  # pictures as they were signed, also where the draft has others by now
        if topic.edition:
            files |= {f"answers/images/{name}": data for name, data in topic.edition.pictures}
    if (contact := security_txt(library)) is not None:
        files[PATH] = contact
    return Bundle(files)
