"""Topics in, the communications matrix out: which audience gets which topic, who leads it, and where there is a gap."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment

from shelfready.addresses import topic_page
from shelfready.model.bundle import Bundle
from shelfready.model.library import Library
from shelfready.model.shelf import Piece
from shelfready.render.escape import MarkdownText
from shelfready.render.staged import staged

__all__ = ["matrix_page"]


def matrix_page(library: Library, pieces: Sequence[Piece], env: Environment) -> Bundle:
    """The page `/matrix/` of the preview.

    Args:
        library: for audiences and kinds.
        pieces: how each topic stands.
        env: for the template.
    """
    desk = library.desk
    assert desk is not None, "nothing is rendered without a desk"
    states = {piece.slug: piece.state.clauses[0] for piece in pieces}
    live = {piece.slug for piece in pieces if piece.live}
    rows = [
        {
            "title": topic.record.title,
            "link": MarkdownText(topic_page(topic.slug)),
            "lead": topic.record.lead or "needs a lead",
            "owners": ", ".join(topic.record.owners),
            "cells": [states[topic.slug] if key in topic.record.audiences else "–" for key in desk.audiences],
        }
        for topic in library.topics
    ]
    body = env.get_template("matrix.md.j2").render(
        rows=rows, audiences=[audience.label for audience in desk.audiences.values()], gaps=_gaps(library, live)
    )
    page = staged("wide.html", "Communications matrix", {"description": "Audiences and topics"}, body, search=False)
    return Bundle({"matrix.md": page}, {"matrix.md": "content/topics"})


def _gaps(library: Library, live: set[str]) -> list[str]:
    desk = library.desk
    assert desk is not None, "checked by the caller"
    public = [topic for topic in library.topics if topic.slug in live]
    gaps = [
        f"{audience.label}: no live piece"
        for key, audience in desk.audiences.items()
        if not any(key in topic.record.audiences for topic in public)
    ]
    gaps += [
        f"{kind.label}: no piece of this kind"
        for key, kind in desk.kinds.items()
        if not any(topic.record.kind == key for topic in library.topics)
    ]
    kept = [topic.record for topic in library.topics if topic.record.status != "withdrawn"]
    return gaps + [f"{record.title}: needs a lead" for record in kept if not record.lead]
