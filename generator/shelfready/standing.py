"""Library in, how each topic stands out: which edition is approved, who still has to sign, and what holds it back.

Nothing here is typed by anybody: it follows from editions, sign-offs, desk.yml and the day (design section 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from shelfready.difference import changed_words, is_minor
from shelfready.model.desk import Desk, Person
from shelfready.model.edition import Edition, Given, History
from shelfready.model.library import Library, Topic
from shelfready.signing import why_void
from shelfready.verify_words import RECIPE
from shelfready.wording import digest_of, remade, surround, topic_words

__all__ = [
    "ANYBODY",
    "Judged",
    "Standing",
    "ahead",
    "changed_terms",
    "fulfils",
    "minor_base",
    "own_roles",
    "required",
    "sound",
    "spelt_role",
    "standing",
    "suspect",
    "who_may",
]


_TERMS = ("kind", "owners", "language", "responds_to", "also_asked", "waivers")
"""Keys of a record that a sign-off binds besides the words."""

ANYBODY = "anybody"
"""In place of a role: any role of an owner will do."""


def required(desk: Desk | None, kind: str, owners: tuple[str, ...]) -> tuple[str, ...]:
    """Who must sign: each role of the kind once, then each owner's own roles as 'owner role'."""
    if desk is None:
        return ()
    roles = desk.kinds[kind].sign_off if kind in desk.kinds else ()
    return (*roles, *own_roles(desk, owners))


def own_roles(desk: Desk | None, owners: tuple[str, ...]) -> tuple[str, ...]:
    """Each owner's own roles as 'owner role': no owner's name stands on words that it has not signed."""
    found = {owner: desk.organisations.get(owner) if desk else None for owner in owners}
    return tuple(f"{owner} {role}" for owner, known in found.items() for role in (known.sign_off if known else ()))


@dataclass(frozen=True, slots=True)
class Judged:
    """An edition, and what its sign-offs come to."""

    edition: Edition
    sound: bool
    """Whether its files hold what was submitted."""
    needed: tuple[str, ...]
    """Who must sign it."""
    missing: tuple[str, ...]
    """Who has not; somebody of an owner only where no other of these can come from that owner."""
    valid: tuple[Given, ...] = ()
    """Sign-offs that count."""
    one_person: bool = False
    """Whether a single person gave several that are needed."""

    @property
    def approved(self) -> bool:
        """Whether exactly these words may go out."""
        return self.sound and not self.missing and not self.one_person and bool(self.needed)

    @property
    def open_replies(self) -> tuple[Given, ...]:
        """Answers that were no approval, from people who have not approved since."""
        signed = {given.name.partition("-")[2] for given in self.valid}
        return tuple(given for given in self.edition.replies if given.name.partition("-")[2] not in signed)

    @property
    def approved_on(self) -> date:
        """The day of the last sign-off."""
        return max((given.record.date for given in self.valid), default=self.edition.record.submitted)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a topic stands."""

    topic: Topic
    history: History
    editions: tuple[Judged, ...]
    needed: tuple[str, ...]
    """Who must sign a piece of this kind and these owners."""
    light: bool
    """Whether nobody has to sign it, so that its draft goes out."""

    @property
    def approved(self) -> Judged | None:
        """The newest edition that everybody has signed."""
        return next((judged for judged in reversed(self.editions) if judged.approved), None)

    @property
    def newest(self) -> Judged | None:
        """The newest edition."""
        return self.editions[-1] if self.editions else None

    @property
    def waiting(self) -> Judged | None:
        """The newest edition, if it is not approved."""
        return self.newest if self.newest and not self.newest.approved else None


@lru_cache(maxsize=8192)
def standing(library: Library, slug: str) -> Standing:
    """How this topic stands; the topic must be one of the library's."""
    topic = _by_slug(library)[slug]
    history = library.history(slug)
    needed = required(library.desk, topic.record.kind, topic.record.owners)
    judged: list[Judged] = []
    for edition in history.editions:
        judged.append(_judge(library, edition, judged))
    light = not needed and not history.editions and not history.broken
    return Standing(topic, history, tuple(judged), needed, light)


@lru_cache(maxsize=4)
def _by_slug(library: Library) -> dict[str, Topic]:
    return {topic.slug: topic for topic in library.topics}


def ahead(library: Library, topic: Topic, judged: Judged) -> int:
    """By how many words record and draft differ from an edition."""
    return changed_words(judged.edition.record.words, topic_words(library, topic))


def changed_terms(library: Library, topic: Topic, judged: Judged) -> tuple[str, ...]:
    """Keys of the record that say something else than an edition: its page keeps what was signed."""
    desk, was, now = library.desk, judged.edition.record, topic.record
    assert desk is not None, "editions are judged with a desk"
    if now.language is None:
        now = now.model_copy(update={"language": desk.site.language})
    return tuple(key for key in _TERMS if getattr(now, key) != getattr(was, key))


def suspect(library: Library, edition: Edition) -> bool:
    """Whether notice or boilerplate changed since the edition was frozen."""
    return library.desk is not None and surround(library.desk, edition.record.owners) != edition.record.surround


def sound(library: Library, edition: Edition) -> bool:
    """Whether an edition is what was submitted: its place, its digest, and its words as the recipe makes them."""
    record = edition.record
    return (
        record.recipe == RECIPE
        and (record.topic, record.edition) == (edition.slug, edition.number)
        and record.digest == digest_of(edition)
        and record.words == remade(library, edition)
    )


def _judge(library: Library, edition: Edition, earlier: list[Judged]) -> Judged:
    is_sound = sound(library, edition)
    needed = _needed(library, edition, earlier)
    valid = tuple(given for given in edition.signoffs if not why_void(library, edition, given))
    unsigned = tuple(role for role in needed if not any(fulfils(given, role) for given in valid))
    missing = tuple(role for role in unsigned if not _comes_with_another(library, role, unsigned))
    signers = {given.record.person for given in valid if any(fulfils(given, role) for role in needed)}
    one_person = not missing and len(needed) > 1 and len(signers) == 1
    return Judged(edition, is_sound, needed, missing, valid, one_person)


def _needed(library: Library, edition: Edition, earlier: list[Judged]) -> tuple[str, ...]:
    """What the edition names and what desk.yml asks for today; a small change needs less."""
    record = edition.record
    today = required(library.desk, record.kind, record.owners)
    if record.minor is not None and minor_base(library, edition, earlier):
        today = ()
    asked = dict.fromkeys((*record.roles, *today))
    return (*asked, *_voices(record.owners, asked))


def _voices(owners: tuple[str, ...], asked: Iterable[str]) -> Iterator[str]:
    """Of a joint piece, each owner who has no role of its own: somebody of it signs, in whatever role."""
    own = {role.rpartition(" ")[0] for role in asked}
    if len(owners) > 1:
        yield from (f"{owner} {ANYBODY}" for owner in owners if owner not in own)


def _comes_with_another(library: Library, role: str, unsigned: tuple[str, ...]) -> bool:
    """Whether nobody has to be asked for an owner's voice yet: somebody of it can give a sign-off that is missing."""
    if role.rpartition(" ")[2] != ANYBODY or library.desk is None:
        return False
    able = {own for person in who_may(library.desk, role, (), library.as_of) for own in person.roles}
    return not able.isdisjoint(unsigned)


def minor_base(library: Library, edition: Edition, earlier: list[Judged]) -> Judged | None:
    """The edition of which this one is a small change that the first role it names may sign, with owners' own roles.

    It is compared with the last edition that all roles signed, so that many small changes do not add up to a large one.
    """
    limits = library.desk.minor_roles if library.desk else {}
    base = next((judged for judged in reversed(earlier) if judged.approved and not judged.edition.record.minor), None)
    record = edition.record
    if base is None or base.edition.number != record.minor:
        return None
    if record.roles[1:] != own_roles(library.desk, record.owners):
        return None
    most = limits.get(record.roles[0], 0)
    was = base.edition.record
    same = all(getattr(was, key) == getattr(record, key) for key in _TERMS)
    return base if same and most and is_minor(was.words, record.words, most) else None


def fulfils(given: Given, role: str) -> bool:
    """Whether a sign-off is the one that is asked for: a role of the kind, or an owner's own."""
    owner, _, name = role.rpartition(" ")
    return name in (given.record.role, ANYBODY) and owner in ("", given.record.organisation)


def spelt_role(desk: Desk | None, role: str) -> str:
    """A role for people: 'counsel', or 'counsel of Example desk' for an owner's own."""
    owner, _, name = role.rpartition(" ")
    organisation = desk.organisations.get(owner) if desk else None
    return f"{name} of {organisation.name if organisation else owner}" if owner else name


def who_may(desk: Desk, role: str, owners: Iterable[str], on: date) -> Iterator[Person]:
    """Who could sign in a role of an edition with these owners, by desk.yml and on this day.

    As `signing.may_sign` has it: for an owner or for the organisation that runs the site, and in a role of theirs.
    """
    owner, _, name = role.rpartition(" ")
    organisations = {owner} if owner else {*owners, desk.site.publisher}
    for person in desk.people:
        has_role = bool(person.roles) if name == ANYBODY else name in person.roles
        if has_role and person.organisation in organisations and (person.until is None or on <= person.until):
            yield person
