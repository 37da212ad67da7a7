"""A topic with an edition in, what its page says of where the words come from out: edition, days, corrections."""

from __future__ import annotations

from shelfready.days import spelt
from shelfready.model.library import Library, Topic
from shelfready.render.staged import Value
from shelfready.report.text import listed
from shelfready.standing import Judged, fulfils, standing
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
        values["approved_by"] = _signers(library, judged)
    log = library.history(topic.slug).log
    entries = [entry for entry in (log.entries if log else ()) if entry.date <= library.as_of]
    if corrections := [entry for entry in reversed(entries) if entry.action == "correct"]:
        values["corrections"] = [{"date": spelt(entry.date), "reason": entry.reason} for entry in corrections]
    if published := [entry.date for entry in entries if entry.action == "publish"]:
        values["published_on"] = published[0].isoformat()
        values["updated_on"] = entries[-1].date.isoformat()
        values["updated"] = spelt(entries[-1].date)
    return values


def _signers(library: Library, judged: Judged) -> list[Value]:
    """The roles that signed, by organisation, as readers get them: 'editor and counsel of The Desk'; no person."""
    organisations = library.desk.organisations if library.desk else {}
    roles: dict[str, dict[str, None]] = {}
    for role in judged.needed:
        given = next(given.record for given in judged.valid if fulfils(given, role))
        roles.setdefault(given.organisation, {})[given.role] = None
    return [
        f"{listed(list(signed))} of {organisations[key].name if key in organisations else key}"
        for key, signed in roles.items()
    ]
