"""STA: the status that a record carries is one that editions and sign-offs bear out."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.edition import EditionRecord
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Topic
from shelfready.rules.base import rule
from shelfready.standing import Judged, Standing, minor_base, required, spelt_role, standing, suspect

__all__ = ["RULES"]


@rule("STA001", "unsigned-publication", fixed=True)
def unsigned_publication(library: Library) -> Iterator[Finding]:
    """A topic says published, and no edition of it is signed by everybody who must.

    ## Why

    What goes out is the newest edition that all roles have signed: those of its kind, once each, and each owner's own.
    Roles stand in desk.yml. Until there is such an edition the site stays as it was.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    status: published
    lead: Example Author
    statement: Look from outside.
    review_by: 2027-05-20
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, reason: Asked for.}
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    status: review
    lead: Example Author
    statement: Look from outside.
    ```
    """
    for topic in library.topics:
        found = standing(library, topic.slug)
        if topic.record.status == "published" and not found.light and not found.approved:
            yield Finding(topic.where("status"), *_why_unsigned(library, topic), topic.slug)


def _why_unsigned(library: Library, topic: Topic) -> tuple[str, str]:
    found = standing(library, topic.slug)
    newest = found.newest
    if newest is None:
        roles = ", ".join(spelt_role(library.desk, role) for role in found.needed)
        message = (
            f"status is published, but no edition is signed by {roles}" if roles else "its editions cannot be read"
        )
        return message, f"Set the status to review, and run 'shelfready submit {topic.slug}'."
    number = newest.edition.number
    if newest.missing:
        roles = ", ".join(spelt_role(library.desk, role) for role in newest.missing)
        fix = f"Have it signed: 'shelfready packet {topic.slug}' writes what they read."
        return f"status is published, but edition {number} is not signed by {roles}", fix
    fix = "Mend what is said about the edition, or submit a new one."
    return f"status is published, but edition {number} does not count", fix


@rule("STA003", "fewer-signers", fixed=True)
def fewer_signers(library: Library) -> Iterator[Finding]:
    """A topic with an edition, or a newer edition of it, is of a kind or of owners that ask for fewer sign-offs.

    ## Why

    Whoever had to read the first edition has to read the next one. Another kind is no way round counsel, and so are
    fewer owners. An owner with sign-offs of its own leaves when a new piece of the others is out and takes the place of
    this one; until then this one stays as it is.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/topics/piece.yml as addition
    kind: answer
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```
    """
    for topic in library.topics:
        found = standing(library, topic.slug)
        full = next((j.edition.record for j in reversed(found.editions) if j.edition.record.minor is None), None)
        gone = [role for role in full.roles if role not in found.needed] if full else []
        if full and gone and topic.record.status != "withdrawn":
            roles = ", ".join(spelt_role(library.desk, role) for role in gone)
            message = f"edition {full.edition} had to be signed by {roles}, and kind and owners now ask for less"
            fix = f"Set them back to kind {full.kind}, owners {', '.join(full.owners)}."
            yield Finding(topic.where("kind"), message, f"{fix}{_leaving(topic, full)}", topic.slug)
        for judged in (one for one in found.editions if one is found.approved or one is found.newest):
            if roles := ", ".join(spelt_role(library.desk, role) for role in _left_out(library, found, judged)):
                message = f"edition {judged.edition.number} was not for {roles} to sign, who had to sign one before it"
                fix = f"Set kind and owners back, and run 'shelfready submit {topic.slug}'."
                yield Finding(judged.edition.where("roles"), message, fix, topic.slug)


def _leaving(topic: Topic, full: EditionRecord) -> str:
    """How an owner leaves whose own roles had to sign; '' where none does."""
    gone = [owner for owner in full.owners if owner not in topic.record.owners]
    own = [owner for owner in gone if any(role.startswith(f"{owner} ") for role in full.roles)]
    if not own or topic.record.kind != full.kind:
        return ""
    take_down = f"'shelfready withdraw {topic.slug} --for {own[0]} --replaced-by NEW'"
    return f" For {own[0]} to leave, publish a new piece of the other owners, NEW, and then run {take_down}."


def _left_out(library: Library, found: Standing, judged: Judged) -> list[str]:
    """Roles that desk.yml asks of an earlier edition to this day, or of the topic, and that need not sign this one."""
    earlier = [other for other in found.editions if other.edition.number < judged.edition.number]
    if minor_base(library, judged.edition, earlier):
        return []
    before = [other.edition.record for other in earlier if other.edition.record.minor is None]
    asked = [role for was in before for role in required(library.desk, was.kind, was.owners) if role in was.roles]
    if library.desk and judged.edition.record.kind not in library.desk.kinds:
        asked += found.needed
    return [role for role in dict.fromkeys(asked) if role not in judged.needed]


@rule("STA004", "suspect-piece", Severity.WARNING)
def suspect_piece(library: Library) -> Iterator[Finding]:
    """The notice, or an owner's name or boilerplate, changed after an edition was frozen.

    ## Why

    People signed the words as they stood beside that notice and that paragraph. The piece stays public; somebody should
    read it again in its new surroundings and submit it, so that it is signed with them.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/desk.yml as addition
    notice: Another notice.
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```
    """
    for topic in library.topics:
        found = standing(library, topic.slug)
        judged = found.approved or found.newest
        if judged and suspect(library, judged.edition) and topic.record.status != "withdrawn":
            message = f"notice or boilerplate changed since edition {judged.edition.number} was frozen"
            fix = f"Read it beside them, and run 'shelfready submit {topic.slug}'."
            yield Finding(judged.edition.where("surround"), message, fix, topic.slug)


RULES = (
    unsigned_publication,
    fewer_signers,
    suspect_piece,
)
