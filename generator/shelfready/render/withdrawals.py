"""Withdrawn topics in, the pages that stay at their addresses out: when, why, and what replaces them."""

from __future__ import annotations

from shelfready.addresses import topic_page, url_path
from shelfready.days import spelt
from shelfready.model.bundle import Bundle
from shelfready.model.edition import LogEntry
from shelfready.model.library import Library, Topic
from shelfready.publication import published, withdrawn
from shelfready.render.staged import Value, staged

__all__ = ["withdrawn_pages"]


def withdrawn_pages(library: Library) -> Bundle:
    """One page for each topic that was public and was taken down."""
    files, origins = {}, {}
    for topic in withdrawn(library):
        last = library.history(topic.slug).last
        assert last is not None, "the door asks for it"
        path = topic_page(topic.slug)
        files[path] = staged("withdrawn.html", topic.record.title, _shelf(library, topic, last), "", search=False)
        origins[path] = f"content/log/{topic.slug}.yml"
    return Bundle(files, origins)


def _shelf(library: Library, topic: Topic, last: LogEntry) -> dict[str, Value]:
    desk = library.desk
    assert desk is not None, "nothing is rendered without a desk"
    owner = desk.organisations.get(last.on_behalf_of or "")
    shelf: dict[str, Value] = {
        "question": topic.record.title,
        "description": f"The text of this page was withdrawn on {spelt(last.date)}.",
        "withdrawn": spelt(last.date),
        "changed": last.date.isoformat(),
        "reason": last.reason,
        "on_behalf_of": owner.name if owner else "",
        "owner_keys": list(topic.record.owners),
    }
    replacement = next((other for other in published(library) if other.slug == last.replaced_by), None)
    if replacement:
        shelf["replacement"] = {"title": replacement.record.title, "url": url_path(topic_page(replacement.slug))}
    return shelf
