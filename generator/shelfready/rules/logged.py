"""STA: what is public is what the log says, and the log says it of people, editions and topics that are there."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.edition import LogEntry
from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library, Topic
from shelfready.parse.paths import LOG
from shelfready.rules.base import rule
from shelfready.signing import person_named
from shelfready.standing import standing

__all__ = ["RULES"]


@rule("STA002", "status-without-log", fixed=True)
def status_without_log(library: Library) -> Iterator[Finding]:
    """The last entry of a topic's log does not carry its status.

    ## Why

    `shelfready publish` and `shelfready withdraw` switch the status and write down who did it, when and why. A status
    typed by hand leaves no trace; setting a live topic back to drafting would take its page down without a word. While
    a draft is being argued over, the status stays published and so do the last approved words. A piece that nobody has
    to sign and that has no log is free of this.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    status: drafting
    lead: Example Author
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, reason: Asked for.}
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    status: withdrawn
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, reason: Asked for.}
      - {date: 2026-11-21, person: Example Editor, action: withdraw, reason: A source was wrong.}
    ```
    """
    for topic in library.topics:
        if found := _not_carried(library, topic):
            yield Finding(topic.where("status"), *found, topic.slug)


def _not_carried(library: Library, topic: Topic) -> tuple[str, str] | None:
    status, last = topic.record.status, library.history(topic.slug).last
    if any(fault.place.path == f"{LOG}{topic.slug}.yml" for fault in library.faults):
        return None  # what it says, nobody can tell
    if last is None:
        found = standing(library, topic.slug)
        unsigned = status == "published" and not found.approved  # STA001 says so
        if found.light or unsigned or status not in ("published", "withdrawn"):
            return None
        command = "publish" if status == "published" else "withdraw"
        return f"status is {status}, and the log says nothing of it", (
            f"Set it back, and run 'shelfready {command} {topic.slug}'."
        )
    is_out = last.action != "withdraw"
    if is_out and status != "published":
        message = f"status is {status}, but the piece is public: the log says so since {last.date}"
        keep = "Set it back to published, which keeps the approved words out while the draft changes"
        return message, f"{keep}, or run 'shelfready withdraw {topic.slug}'."
    if not is_out and status == "published":
        message = f"status is published, but the log says withdrawn since {last.date}"
        return message, f"Set it back to withdrawn, and run 'shelfready publish {topic.slug}'."
    return None


@rule("STA005", "unlogged-edition", Severity.WARNING)
def unlogged_edition(library: Library) -> Iterator[Finding]:
    """A newer edition goes out than the log says.

    ## Why

    The newest edition that everybody signed goes out by itself. Readers learn what changed, and when, from the log.

    ## Flagged

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

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, reason: Asked for.}
    ```

    ## Accepted

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

    ```yaml content/editions/piece/1/signoff-desk-counsel.yml as signed
    person: Example Counsel
    ```

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: publish, edition: 1, reason: Asked for.}
    ```
    """
    for topic in library.topics:
        found, last = standing(library, topic.slug), library.history(topic.slug).last
        if topic.record.status != "published" or not found.approved or last is None or last.action == "withdraw":
            continue
        number = found.approved.edition.number
        if last.edition != number:
            said = f"edition {last.edition}" if last.edition else "no edition"
            fix = f"Run 'shelfready publish {topic.slug} --by ... --reason ...' with what changed."
            yield Finding(
                topic.where("status"), f"edition {number} goes out, and the log names {said}", fix, topic.slug
            )


@rule("STA006", "unfit-log-entry", fixed=True)
def unfit_log_entry(library: Library) -> Iterator[Finding]:
    """An entry of a log names a person, an edition, an owner or a topic that is not there, or is out of order.

    ## Why

    The log is what readers are told about corrections and withdrawals, and what a committee looks at afterwards.

    ## Flagged

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Somebody Else, action: withdraw, reason: Asked for.}
    ```

    ```yaml content/topics/piece.yml as addition
    status: withdrawn
    ```

    ## Accepted

    ```yaml content/log/piece.yml
    entries:
      - {date: 2026-11-20, person: Example Editor, action: withdraw, reason: Asked for.}
    ```

    ```yaml content/topics/piece.yml as addition
    status: withdrawn
    ```
    """
    for topic in library.topics:
        history = library.history(topic.slug)
        before: LogEntry | None = None
        for number, entry in enumerate(history.log.entries if history.log else ()):
            for key, message in _unfit(library, topic, entry, before):
                assert history.log_where is not None, "it stands beside the log"
                place = history.log_where("entries", number, key)
                yield Finding(place, message, "Correct the entry, or restore the file from its history.", topic.slug)
            before = entry


def _unfit(library: Library, topic: Topic, entry: LogEntry, before: LogEntry | None) -> Iterator[tuple[str, str]]:
    person = person_named(library.desk, entry.person) if library.desk else None
    if library.desk and person is None:
        yield "person", f"desk.yml names nobody '{entry.person}'"
    owner = entry.undoes(before)
    if person and owner and person.organisation != owner:
        yield "person", f"{owner} had these words withdrawn, and {person.name} does not speak for it"
    is_out = before is not None and before.action != "withdraw"
    if entry.action == "withdraw" and not is_out and not standing(library, topic.slug).light:
        yield "action", "nothing was public that could be withdrawn"
    if entry.edition is not None and library.history(topic.slug).edition(entry.edition) is None:
        yield "edition", f"there is no edition {entry.edition}"
    if library.desk and entry.on_behalf_of and entry.on_behalf_of not in library.desk.organisations:
        yield "on_behalf_of", f"desk.yml has no organisation '{entry.on_behalf_of}'"
    if entry.replaced_by and entry.replaced_by not in {other.slug for other in library.topics}:
        yield "replaced_by", f"there is no topic '{entry.replaced_by}'"
    if entry.date > library.as_of:
        yield "date", f"it is dated {entry.date}, after {library.as_of}"
    if before and entry.date < before.date:
        yield "date", f"it is dated {entry.date}, before the entry above it"


RULES = (status_without_log, unlogged_edition, unfit_log_entry)
