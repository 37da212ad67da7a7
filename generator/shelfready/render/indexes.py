"""Topics in, the pages that lead to them out: home, answers, audiences, media."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jinja2 import Environment

from shelfready.addresses import audience_page, topic_page, url_path
from shelfready.days import spelt
from shelfready.model.bundle import Bundle
from shelfready.model.library import Library, Topic
from shelfready.render.days import changed, newest
from shelfready.render.escape import MarkdownText
from shelfready.render.provenance import provenance
from shelfready.render.staged import Value, staged

__all__ = ["index_pages"]

_MOST_ON_HOME = 12


def index_pages(library: Library, topics: tuple[Topic, ...], env: Environment) -> Bundle:
    """Every page that lists topics.

    Args:
        library: for the desk and the introduction in docs/index.md.
        topics: the topics to list; `published(library)` for the public site.
        env: for the templates.
    """
    desk = library.desk
    assert desk is not None, "nothing is rendered without a desk"
    pieces = tuple(sorted((t for t in topics if t.record.kind != "policy"), key=lambda t: t.record.title.lower()))
    groups = [
        (key, audience.label, members)
        for key, audience in desk.audiences.items()
        if (members := [topic for topic in pieces if key in topic.record.audiences])
    ]
    readers: Value = [{"label": label, "url": url_path(audience_page(key))} for key, label, _ in groups]
    files = {
        "index.md": _home(library, pieces, readers),
        "answers/index.md": _listing(library, env, "answers.md.j2", "Answers", pieces, readers),
        "media.md": _media(library, pieces),
    }
    for key, label, members in groups:
        title = f"For {_lower(label)}"
        files[audience_page(key)] = _listing(library, env, "audience.md.j2", title, members, readers, label=label)
    return Bundle(files, dict.fromkeys(files, "content/desk.yml"))


def _listing(
    library: Library,
    env: Environment,
    template: str,
    title: str,
    topics: Sequence[Topic],
    readers: Value,
    **values: object,
) -> str:
    body = env.get_template(template).render(title=title, topics=topics, page_of=_from_below, **values)
    shelf: dict[str, Value] = {
        "description": title,
        "changed": newest(changed(library, topics), topics),
        "audiences": readers,
    }
    return staged("listing.html", title, shelf, body, search=False)


def _home(library: Library, pieces: tuple[Topic, ...], readers: Value) -> str:
    desk = library.desk
    assert desk is not None, "checked by the caller"
    latest = _responses(pieces)[:1]
    others = [topic for topic in pieces if topic not in latest]
    written = next((page.prose.text for page in library.pages if page.path == "index.md"), "")
    shelf: dict[str, Value] = {
        "description": desk.site.description,
        "changed": newest(changed(library, pieces), pieces),
        "responses": [_card(library, topic) for topic in latest],
        "answers": [_card(library, topic) for topic in others[:_MOST_ON_HOME]],
        "more": len(others) > _MOST_ON_HOME,
        "total": len(pieces),
        "audiences": readers,
    }
    return staged("home.html", desk.site.name, shelf, written, search=False)


_MEDIA = "For reporters and editors: press contacts, boilerplate to copy, and statements that can be quoted."
"""What search finds of the media page; the rest of it repeats other pages."""


def _media(library: Library, pieces: tuple[Topic, ...]) -> str:
    desk = library.desk
    assert desk is not None, "checked by the caller"
    publisher = desk.organisations[desk.site.publisher].name
    shelf: dict[str, Value] = {
        "description": f"Press contact, responses and quotable answers of {publisher}.",
        "changed": newest(changed(library, pieces), pieces),
        "responses": [_card(library, topic) for topic in _responses(pieces)],
        "answers": [
            _card(library, topic) for topic in pieces if topic.record.statement and topic.record.kind != "response"
        ],
    }
    return staged("media.html", "Media", shelf, _MEDIA)


def _responses(pieces: tuple[Topic, ...]) -> list[Topic]:
    """Responses, newest first by what they respond to."""
    found = [topic for topic in pieces if topic.record.kind == "response"]
    return sorted(found, key=lambda t: t.record.responds_to.date if t.record.responds_to else date.min, reverse=True)


def _card(library: Library, topic: Topic) -> Value:
    """A piece as a list shows it."""
    desk, record, to = library.desk, topic.record, topic.record.responds_to
    assert desk is not None, "checked by the caller"
    card: dict[str, Value] = {
        "title": record.title,
        "url": url_path(topic_page(topic.slug)),
        "statement": record.statement or "",
        "kind": record.kind,
        "kind_label": desk.kinds[record.kind].label if record.kind in desk.kinds else record.kind,
        "owners": [desk.organisations[key].name for key in record.owners if key in desk.organisations],
    }
    if record.sources:
        card["accessed"] = spelt(max(source.accessed for source in record.sources))
    if to:
        card["to"] = {"title": to.title, "outlet": to.outlet, "url": to.url, "date": spelt(to.date)}
    told = provenance(library, topic)
    return card | {name: told[name] for name in ("edition", "approved", "approved_on") if name in told}


def _from_below(topic: Topic) -> MarkdownText:
    """A link to a topic from a page one folder deep."""
    return MarkdownText(f"../{topic_page(topic.slug)}")


def _lower(label: str) -> str:
    """A label inside a sentence: 'Reporters and editors' becomes 'reporters and editors'; 'PACS ...' stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
