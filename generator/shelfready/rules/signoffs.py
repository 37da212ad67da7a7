"""SGN: each sign-off is for exactly these words, by somebody who may give it, and says where the answer is kept."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.rules.base import rule
from shelfready.signing import telling, why_void
from shelfready.standing import standing

__all__ = ["RULES"]


@rule("SGN001", "void-sign-off", fixed=True)
def void_sign_off(library: Library) -> Iterator[Finding]:
    """A sign-off or reply is for other words, or by somebody who may not give it.

    ## Why

    A sign-off counts for one edition of one topic, by its whole digest. Only people in desk.yml sign, each for their
    own organisation and in their own roles. A copy in another folder says nothing.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Somebody Else
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```
    """
    fix = "Take the file out, and let the right person sign the newest edition with 'shelfready sign'."
    for topic in library.topics:
        for edition in library.history(topic.slug).editions:
            for given in (*edition.signoffs, *edition.replies):
                if why := why_void(library, edition, given):
                    yield Finding(given.where(), f"this answer does not count: {why}", fix, topic.slug)


@rule("SGN002", "lone-signer", fixed=True)
def lone_signer(library: Library) -> Iterator[Finding]:
    """One person gave all of several sign-offs.

    ## Why

    Where a piece needs more than one sign-off, it needs a second pair of eyes. That one person has several roles does
    not give them four.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed-twice
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```

    ```yaml content/editions/piece/1/signoff-desk-editor.yml as signed
    person: Example Counsel
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed-twice
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```

    ```yaml content/editions/piece/1/signoff-desk-editor.yml as signed
    person: Example Editor
    ```
    """
    for topic in library.topics:
        for judged in standing(library, topic.slug).editions:
            if judged.one_person:
                name = judged.valid[0].record.person
                message = f"{name} gave all {len(judged.needed)} sign-offs of edition {judged.edition.number}"
                yield Finding(judged.edition.where(), message, "Let somebody else sign one of them.", topic.slug)


@rule("SGN003", "telling-evidence")
def telling_evidence(library: Library) -> Iterator[Finding]:
    """The evidence of a sign-off is more than a pointer: an address, or a mail itself.

    ## Why

    The evidence says where the answer is kept, such as "mail of 2026-11-20, held by the secretariat". Whoever opens the
    repository reads it, so it holds no address and nothing that somebody wrote in confidence.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    evidence: https://mail.example.org/inbox/4711
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    evidence: mail of 2026-11-20, held by the secretariat
    ```
    """
    fix = 'Say where it is kept, such as "mail of 2026-11-20, held by the secretariat".'
    for topic in library.topics:
        for edition in library.history(topic.slug).editions:
            for given in (*edition.signoffs, *edition.replies):
                if why := telling(given.record.evidence):
                    yield Finding(given.where("evidence"), f"the evidence {why}", fix, topic.slug)


@rule("SGN004", "open-reply", Severity.WARNING)
def open_reply(library: Library) -> Iterator[Finding]:
    """Somebody refused the newest edition, or approved it on a condition.

    ## Why

    That is an answer and no approval. The draft has to change, and a new edition goes round.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/reply-desk-counsel.yml as signed
    answer: refuse
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: signed
    ```

    ```yaml content/editions/piece/1/words.yml as edition
    title: How exposed are we?
    ```

    ```yaml content/editions/piece/1/reply-desk-counsel.yml as signed
    answer: refuse
    ```

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```
    """
    for topic in library.topics:
        newest = standing(library, topic.slug).newest
        for given in newest.open_replies if newest else ():
            message = f"{given.record.person} ({given.record.role}) {given.words} edition {given.record.edition}"
            fix = "Change the draft, and run 'shelfready submit' again."
            yield Finding(given.where(), message, fix, topic.slug)


RULES = (void_sign_off, lone_signer, telling_evidence, open_reply)
