"""EDN: a frozen edition is what was submitted, and its files are all there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from shelfready.model.edition import Edition
from shelfready.model.finding import Finding
from shelfready.model.library import Library, Topic
from shelfready.model.place import Place
from shelfready.rules.base import as_findings, rule
from shelfready.standing import standing
from shelfready.verify_words import RECIPE, first_difference
from shelfready.wording import digest_of, picture_bytes, picture_digests, remade

__all__ = ["RULES"]

_RESTORE = "Restore the file from the repository's history; for other words run 'shelfready submit' again."


@rule("EDN001", "altered-edition", fixed=True)
def altered_edition(library: Library) -> Iterator[Finding]:
    """An edition does not hold what was submitted: its words, its terms or its place are others.

    ## Why

    People sign the words as they read them. An edition is written once by `shelfready submit` and never changed; its
    digest covers every word, link and picture, and the terms: kind, owners, roles and waivers.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How safe are we?
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
        for edition in library.history(topic.slug).editions:
            if message := _altered(library, edition):
                yield Finding(edition.where(), message, _RESTORE, topic.slug)


def _altered(library: Library, edition: Edition) -> str:
    record = edition.record
    if (record.topic, record.edition) != (edition.slug, edition.number):
        return f"this is edition {record.edition} of '{record.topic}', in the place of another one"
    if record.recipe != RECIPE:
        return f"the words were made by recipe {record.recipe}, and this version knows recipe {RECIPE}"
    if record.digest != digest_of(edition):
        return "words or terms are not those that were submitted: their digest is another one"
    made = remade(library, edition)
    return "" if made == record.words else f"its draft gives other words today; {first_difference(record.words, made)}"


@rule("EDN002", "edition-without-words", fixed=True)
def edition_without_words(library: Library) -> Iterator[Finding]:
    """A folder of an edition holds sign-offs or pictures, but no words.yml.

    ## Why

    Without its words nobody can tell what was signed.

    ## Flagged

    ```yaml content/editions/piece/1/signoff-desk-editor.yml
    topic: piece
    edition: 1
    digest: 0000000000000000000000000000000000000000000000000000000000000000
    role: editor
    person: Example Editor
    organisation: desk
    date: 2026-11-20
    evidence: minutes of 2026-11-20
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```
    """
    return as_findings(library.faults_of("EDN002"))


@rule("EDN003", "picture-in-two-states", fixed=True)
def picture_in_two_states(library: Library) -> Iterator[Finding]:
    r"""A piece shows another picture under a name that a public piece has for one of its own.

    ## Why

    Each edition keeps its pictures as they were signed, and the site has one folder for all pictures. Of two pictures
    with one name only one can stand there, so one of the two pieces would show what nobody signed.

    ## Flagged

    ```text content/drafts/images/door.png as escaped
    \x89PNG\x0d\x0a\x1a\x0aopen
    ```

    ```md content/drafts/piece.md
    Look from outside. ![An open door](images/door.png)
    ```

    ```yaml content/topics/piece.yml as addition
    kind: signed
    status: published
    lead: Example Author
    statement: Look from outside.
    review_by: 2027-05-20
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```text content/editions/piece/1/door.png as escaped
    \x89PNG\x0d\x0a\x1a\x0aopen
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, edition: 1, reason: Asked for.}
    ```

    ```yaml content/topics/other.yml
    title: How open are doors?
    kind: answer
    status: review
    lead: Example Author
    owners: [desk]
    audiences: [media]
    statement: It depends.
    ```

    ```md content/drafts/other.md
    See for yourself. ![A door](images/door.png)
    ```

    ```text content/drafts/images/door.png as escaped
    \x89PNG\x0d\x0a\x1a\x0ashut
    ```

    ## Accepted

    ```text content/drafts/images/door.png as escaped
    \x89PNG\x0d\x0a\x1a\x0aopen
    ```

    ```md content/drafts/piece.md
    Look from outside. ![An open door](images/door.png)
    ```

    ```yaml content/topics/piece.yml as addition
    kind: signed
    status: published
    lead: Example Author
    statement: Look from outside.
    review_by: 2027-05-20
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```text content/editions/piece/1/door.png as escaped
    \x89PNG\x0d\x0a\x1a\x0aopen
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, edition: 1, reason: Asked for.}
    ```

    ```yaml content/topics/other.yml
    title: How open are doors?
    kind: answer
    status: review
    lead: Example Author
    owners: [desk]
    audiences: [media]
    statement: It depends.
    ```

    ```md content/drafts/other.md
    See for yourself. ![A door](images/gate.png)
    ```

    ```text content/drafts/images/gate.png as escaped
    \x89PNG\x0d\x0a\x1a\x0ashut
    ```
    """
    live = (standing(library, topic.slug).approved for topic in library.topics if topic.record.status == "published")
    oldest_last = sorted((j.edition for j in live if j), key=lambda edition: edition.record.submitted, reverse=True)
    public = {name: (was.slug, digest) for was in oldest_last for name, digest in was.record.pictures.items()}
    for topic in library.topics if public else ():
        for where, pictures in _shown(library, topic):
            for name, digest in pictures.items():
                slug, first = public.get(name, (topic.slug, digest))
                if slug != topic.slug and first != digest:
                    message = f"{name} is another picture than the one that '{slug}' shows under this name"
                    yield Finding(where, message, "Give the new picture a name of its own.", topic.slug)


def _shown(library: Library, topic: Topic) -> Iterator[tuple[Place, Mapping[str, str]]]:
    """The pictures of an edition that is or may go out, and those of a draft that may be submitted."""
    found = standing(library, topic.slug)
    for judged in found.editions:
        if judged is found.approved or judged is found.newest:
            yield judged.edition.where("pictures"), judged.edition.record.pictures
    if topic.under_review and topic.draft and topic.draft.pictures:
        yield topic.draft.pictures[0].place, picture_digests(picture_bytes(library, topic))


RULES = (altered_edition, edition_without_words, picture_in_two_states)
