"""The shelf in, its page for the preview out: what is live, what can go out today, what blocks the rest and on whom."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment

from shelfready.addresses import topic_page
from shelfready.days import spelt
from shelfready.model.bundle import Bundle
from shelfready.model.library import Library
from shelfready.model.shelf import Group, Piece
from shelfready.render.escape import MarkdownText
from shelfready.render.staged import staged

__all__ = ["shelf_page"]


def shelf_page(library: Library, pieces: Sequence[Piece], env: Environment) -> Bundle:
    """The page `/shelf/` of the preview.

    Args:
        library: for the day.
        pieces: how each topic stands.
        env: for the template.
    """
    groups = [
        {"heading": f"{group[0].upper()}{group[1:]}", "rows": [_row(piece) for piece in members]}
        for group in Group
        if (members := [piece for piece in pieces if piece.state.group is group])
    ]
    body = env.get_template("shelf.md.j2").render(groups=groups, day=spelt(library.as_of))
    page = staged("wide.html", "Shelf", {"description": "How each topic stands", "cards": True}, body, search=False)
    return Bundle({"shelf.md": page}, {"shelf.md": "content/topics"})


def _row(piece: Piece) -> dict[str, str | MarkdownText]:
    """Texts only; the template escapes them."""
    state, step = piece.state, piece.state.step
    return {
        "title": piece.title,
        "link": MarkdownText(topic_page(piece.slug)),
        "state": "; ".join((*state.clauses, *state.remarks)),
        "next": step.what if step else "can be published" if state.command else "",
        "on": step.who if step else "",
        "since": spelt(step.since) if step and step.since else "",
    }
