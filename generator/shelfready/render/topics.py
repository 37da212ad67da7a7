"""Topics in, one staged page each out: statement, draft, sources and other wordings, with part markers between."""

from __future__ import annotations

from jinja2 import Environment

from shelfready.addresses import audience_page, topic_page, url_path
from shelfready.days import spelt
from shelfready.markup.blocks import PART_MARKER
from shelfready.model.bundle import Bundle
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.model.prose import Prose
from shelfready.publication import published
from shelfready.render.days import changed
from shelfready.render.escape import MarkdownText
from shelfready.render.provenance import provenance
from shelfready.render.related import related
from shelfready.render.search import is_question, search_words
from shelfready.render.staged import Value, staged
from shelfready.rules.length import budget

__all__ = ["lost_pages", "topic_pages"]

_UNREAD = '!!! warning "This draft is not shown"\n\n    It is beyond a limit; the finding says which.\n'


def topic_pages(
    library: Library, topics: tuple[Topic, ...], env: Environment, diagnostics: tuple[Diagnostic, ...] = ()
) -> Bundle:
    """One page for each of these topics.

    Args:
        library: for owners, audiences and the day.
        topics: whose pages.
        env: for `topic.md.j2`.
        diagnostics: findings to show on the page; of the preview alone.
    """
    assert library.desk is not None, "nothing is rendered without a desk"
    template = env.get_template("topic.md.j2")
    others, found_by, days = related(topics), search_words(library.desk), changed(library, topics)
    public = {topic.slug for topic in published(library)}
    found: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        found.setdefault(diagnostic.topic, []).append(diagnostic)
    files, origins = {}, {}
    for topic in topics:
        path = topic_page(topic.slug)
        body = template.render(
            record=topic.record,
            draft=MarkdownText(_shown(topic.draft)),
            part=MarkdownText(PART_MARKER),
            also_asked=list(filter(is_question, topic.record.also_asked)),
            spelt=spelt,
        )
        shelf = _shelf(library, topic, live=topic.slug in public)
        if diagnostics:
            shelf["findings"] = [_finding(d) for d in found.get(topic.slug, [])]
        shelf["changed"] = days[topic.slug]
        shelf["related"] = [_named(other) for other in others.get(topic.slug, ())]
        files[path] = staged("topic.html", topic.record.title, shelf, body, found_by=found_by(topic.record))
        origins[path] = topic.draft_path if topic.draft else topic.record_path
    return Bundle(files, origins)


def lost_pages(library: Library, diagnostics: tuple[Diagnostic, ...]) -> Bundle:
    """For the preview: a page for each topic whose record cannot be read, with its findings and its draft."""
    files, origins = {}, {}
    for entry in library.lost:
        shelf: dict[str, Value] = {
            "question": entry.slug,
            "statement": "",
            "kind": "",
            "kind_label": "A topic whose record cannot be read",
            "words": entry.draft.words if entry.draft else 0,
            "budget": 0,
            "live": False,
            "status": "the record cannot be read",
            "owners": [],
            "owner_keys": [],
            "audiences": [],
            "language": "",
            "citations": [],
            "findings": [_finding(d) for d in diagnostics if d.topic == entry.slug],
        }
        body = f"\n\n{PART_MARKER}\n\n".join(["", _shown(entry.draft), "", ""])
        path = topic_page(entry.slug)
        files[path] = staged("topic.html", entry.slug, shelf, body)
        origins[path] = entry.path
    return Bundle(files, origins)


def _shown(draft: Prose | None) -> str:
    """The draft as the engine gets it; what was refused unread is not put before another reader of Markdown."""
    if draft is None:
        return ""
    return _UNREAD if any(refusal.code == "MKD009" for refusal in draft.refusals) else draft.text


def _shelf(library: Library, topic: Topic, *, live: bool) -> dict[str, Value]:
    """What the page's furniture is drawn from; no lead, note, brief or next step is in it."""
    record, desk = topic.record, library.desk
    assert desk is not None, "nothing is rendered without a desk"
    kind = library.kind(topic)
    shelf: dict[str, Value] = {
        "question": record.title,
        "statement": record.statement or "",
        "description": record.statement or record.title,
        "kind": record.kind,
        "kind_label": kind.label if kind else record.kind,
        "live": live,
        "words": topic.draft.words if topic.draft else 0,
        "budget": budget(library, topic) or 0,
        "owners": [desk.organisations[key].name for key in record.owners if key in desk.organisations],
        "owner_keys": list(record.owners),
        "audiences": [
            {"label": desk.audiences[key].label, "url": "" if record.kind == "policy" else url_path(audience_page(key))}
            for key in record.audiences
            if key in desk.audiences
        ],
        "language": record.language or desk.site.language,
        "citations": [source.url for source in record.sources],
    }
    if record.review_by:
        shelf["review_by"] = spelt(record.review_by)
        shelf["lapsed"] = record.review_by < library.as_of
    if record.sources:
        shelf["accessed"] = spelt(max(source.accessed for source in record.sources))
    if record.responds_to:
        to = record.responds_to
        answered: dict[str, Value] = {"title": to.title, "outlet": to.outlet, "url": to.url}
        shelf["responds_to"] = answered | {"date": spelt(to.date), "day": to.date.isoformat()}
    if not live:
        shelf["status"] = record.status
    return shelf | provenance(library, topic)


def _named(topic: Topic) -> Value:
    return {"title": topic.record.title, "url": url_path(topic_page(topic.slug))}


def _finding(diagnostic: Diagnostic) -> Value:
    return {
        "place": str(diagnostic.place),
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "fix": diagnostic.fix,
    }
