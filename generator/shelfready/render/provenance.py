"""A topic with an edition in, what its page says of where the words come from out: edition, days, corrections."""

from __future__ import annotations

from shelfready.days import spelt
from shelfready.model.library import Library, Topic
from shelfready.render.staged import Value
from shelfready.standing import standing
from shelfready.wording import digest_of

__all__ = ["provenance"]


def provenance(library: Library, topic: Topic) -> dict[str, Value]:
    """Values of the page's furniture; nothing for a piece that nobody has to sign, but for its log."""
    values: dict[str, Value] = {}
    judged = standing(library, topic.slug).approved
    if topic.edition and judged and judged.edition is topic.edition:
        values["edition"] = topic.edition.number
        values["approved"] = spelt(judged.approved_on)
        values["approved_on"] = judged.approved_on.isoformat()
        values["digest"] = digest_of(topic.edition)[:12]
        values["approved_by"] = [_role(library, role) for role in topic.edition.record.roles]
    log = library.history(topic.slug).log
    entries = [entry for entry in (log.entries if log else ()) if entry.date <= library.as_of]
    if corrections := [entry for entry in reversed(entries) if entry.action == "correct"]:
        values["corrections"] = [{"date": spelt(entry.date), "reason": entry.reason} for entry in corrections]
    if published := [entry.date for entry in entries if entry.action == "publish"]:
        values["published_on"] = published[0].isoformat()
        values["updated_on"] = entries[-1].date.isoformat()
        values["updated"] = spelt(entries[-1].date)
    return values


def _role(library: Library, role: str) -> str:
    """A role that signed, as readers get it: 'counsel', or an owner's own as 'counsel of The Desk'."""
    owner, _, own = role.partition(" ")
    organisation = library.desk.organisations.get(owner) if library.desk else None
    return f"{own} of {organisation.name}" if own and organisation else role
