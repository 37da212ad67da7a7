"""A library and a topic in, the packet of its newest edition or of its draft out."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready import words
from shelfready.difference import changed_words
from shelfready.frozen import frozen
from shelfready.model.desk import Desk
from shelfready.model.edition import Edition
from shelfready.model.library import Library, Topic
from shelfready.packet.claims import claims_of, ticks
from shelfready.packet.difference import terms_changed, touched
from shelfready.packet.flags import flags, held, with_edition
from shelfready.packet.model import Difference, Packet
from shelfready.packet.piece import pictures, piece, spelt
from shelfready.packet.signers import answers, awaited, signers
from shelfready.parse.positions import Positions
from shelfready.rules.length import budget
from shelfready.standing import Judged, Standing, spelt_role, standing, suspect
from shelfready.wording import edition_prose, picture_bytes

__all__ = ["drafted", "packet"]


def drafted(library: Library, topic: Topic) -> Packet:
    """The packet of record and draft as they stand, for a look before they are submitted.

    Args:
        library: with a desk.
        topic: one of its topics, with a draft.
    """
    record = frozen(library, topic, library.as_of)
    shown = tuple((path.rpartition("/")[2], data) for path, data in sorted(picture_bytes(library, topic).items()))
    edition = Edition(topic.slug, record.edition, record, Positions(topic.draft_path), pictures=shown)
    return _packet(library, topic, Judged(edition, sound=True, needed=record.roles, missing=record.roles), draft=True)


def packet(library: Library, topic: Topic, judged: Judged) -> Packet:
    """The packet of a sound edition."""
    return _packet(library, topic, judged, draft=False)


def _packet(library: Library, topic: Topic, judged: Judged, *, draft: bool) -> Packet:
    desk, edition, record = library.desk, judged.edition, judged.edition.record
    assert desk is not None, "checked by the caller"
    blocks = piece(library, edition)
    shelf, shown = with_edition(library, topic, edition, blocks)
    approved = judged.approved and not draft
    signed = signers(library, desk, judged) if not draft else ()
    prose = edition_prose(library, edition)
    return Packet(
        slug=topic.slug,
        title=record.title,
        edition=edition.number,
        draft=draft,
        as_of=library.as_of,
        submitted=record.submitted,
        digest=record.digest,
        due=topic.record.next.by if topic.record.next and not approved else None,
        approved_on=judged.approved_on if approved else None,
        lone=judged.one_person,
        desk=desk.organisations[desk.site.publisher].name if desk.site.publisher in desk.organisations else "",
        public=_public(standing(library, topic.slug)),
        signers=signed or awaited(desk, record.roles, record.owners, library.as_of),
        answers=() if draft or approved else answers(desk, judged, library.as_of),
        blocks=blocks,
        difference=_difference(library, topic, edition),
        brief=ticks(topic.record.brief, blocks),
        claims=claims_of(blocks, library.house),
        flags=flags(shelf, shown, blocks),
        waived=held(shelf, shown, blocks),
        words=prose.words,
        budget=budget(shelf, shown) or 0,
        statement_words=words.count(record.statement or ""),
        terms=tuple(_terms(desk, edition)),
        notice=desk.notice or "",
        about=tuple((desk.organisations[k].name, desk.organisations[k].boilerplate) for k in _owners(desk, edition)),
        suspect=suspect(library, edition),
        language=record.language,
        pictures=pictures(edition),
    )


def _owners(desk: Desk, edition: Edition) -> Iterator[str]:
    return (key for key in edition.record.owners if key in desk.organisations)


def _public(found: Standing) -> str:
    """What readers can see of the topic now."""
    status, approved = found.topic.record.status, found.approved
    if status == "published" and found.light:
        return "The draft of this topic is public: nobody has to sign a piece of this kind."
    if status == "published" and approved:
        return f"Edition {approved.edition.number} is public now, and stays until a newer one is approved."
    if status == "withdrawn":
        return "The topic is withdrawn: readers find its address and the reason."
    return "Nothing of this topic is public now."


def _difference(library: Library, topic: Topic, edition: Edition) -> Difference | None:
    """What changed since the newest approved edition before this one."""
    earlier = (judged for judged in reversed(standing(library, topic.slug).editions) if judged.approved)
    base = next((judged for judged in earlier if judged.edition.number < edition.number), None)
    if base is None:
        return None
    was, record = base.edition.record, edition.record
    return Difference(
        base.edition.number,
        base.approved_on,
        changed_words(was.words, record.words),
        touched(piece(library, base.edition), piece(library, edition)),
        terms_changed(was, record),
    )


def _terms(desk: Desk, edition: Edition) -> Iterator[tuple[str, str]]:
    """What is signed beside the words, and when it was submitted."""
    record = edition.record
    kind = desk.kinds.get(record.kind)
    yield "Kind", kind.label if kind else record.kind
    yield "Owners", ", ".join(desk.organisations[key].name for key in _owners(desk, edition)) or "none"
    yield "To be signed by", ", ".join(spelt_role(desk, role) for role in record.roles) or "nobody"
    if record.minor:
        yield "Small change", f"of edition {record.minor}, so that one role may sign it"
    yield "Language", record.language
    yield "Waivers", str(len(record.waivers)) if record.waivers else "none"
    for source in dict.fromkeys(source.accessed for source in record.sources):
        titles = ", ".join(str(n) for n, entry in enumerate(record.sources, 1) if entry.accessed == source)
        yield f"Sources opened on {spelt(source)}", titles
    for name, digest in record.pictures.items():
        yield f"Picture {name}", f"SHA-256 {digest}"
