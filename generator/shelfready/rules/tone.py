"""TON: an answer states facts and says what the reader can do; it neither defends, blames, boasts nor guesses."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.rules.base import rule
from shelfready.rules.listed import listed

__all__ = ["RULES"]


@rule("TON001", "defensive-phrase", Severity.WARNING, waivable=True)
def defensive_phrase(library: Library) -> Iterator[Finding]:
    """A text defends somebody, plays a report down or reassures.

    ## Why

    Readers come with a worry. A sentence about who is not at fault answers another question, and it is the one that
    gets quoted. Say what is known and what the reader can do.

    ## Flagged

    ```md content/drafts/piece.md
    We take security very seriously.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The Standard describes five tools, and hospitals choose which of them to switch on.
    ```
    """
    yield from listed(library, "TON001", "sounds defensive", "Say what is known and what the reader can do.")


@rule("TON002", "blame-of-users", Severity.WARNING, waivable=True)
def blame_of_users(library: Library) -> Iterator[Finding]:
    """A text blames users, hospitals or their staff.

    ## Why

    People who are blamed stop reading and stop reporting. Say what happened and which step helps, not whose fault it
    was.

    ## Flagged

    ```md content/drafts/piece.md
    The leak was caused by careless administrators.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The archive answered to anyone on the internet. A firewall rule closes it.
    ```
    """
    yield from listed(library, "TON002", "blames people", "Say what happened and which step helps.")


@rule("TON003", "absolute-claim", Severity.WARNING, waivable=True)
def absolute_claim(library: Library) -> Iterator[Finding]:
    """A text promises more than anybody can keep: secure, guaranteed, unbreakable, all devices.

    ## Why

    One counter-example makes the sentence false, and the next headline quotes both. Advice ('keep all devices up to
    date'), questions, denials ('no lock is unbreakable') and 'secure by default' are fine.

    ## Flagged

    ```md content/drafts/piece.md
    With this profile the archive is secure.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    With this profile nobody on the way reads the images. The archive is not vulnerable to that attack, and it is secure
    by default.
    ```
    """
    fix = "Say what holds, for which systems, and how you know."
    yield from listed(library, "TON003", "promises more than can be kept", fix)


@rule("TON004", "guessed-fact", Severity.WARNING, waivable=True)
def guessed_fact(library: Library) -> Iterator[Finding]:
    """A text guesses.

    ## Why

    A guess of ours becomes a fact in a report. Leave it out, or say who found it and where that stands.

    ## Flagged

    ```md content/drafts/piece.md
    The attackers probably came from outside.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Who the attackers were is not known.
    ```
    """
    yield from listed(library, "TON004", "is a guess", "State what is known and its source, or leave it out.")


@rule("TON005", "unwanted-phrase", Severity.WARNING, waivable=True)
def unwanted_phrase(library: Library) -> Iterator[Finding]:
    """A text uses a phrase that this desk has put on its own list, 'terms: tone:' in desk.yml.

    ## Why

    Each house has phrases that it no longer wants to read. The list keeps them out without anybody having to remember.

    ## Flagged

    ```yaml content/desk.yml as addition
    terms: {tone: [trust us]}
    ```

    ```md content/drafts/piece.md
    Trust us with this.
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    terms: {tone: [trust us]}
    ```

    ```md content/drafts/piece.md
    The source is public.
    ```
    """
    yield from listed(library, "TON005", "is on the desk's own list", "Say it in other words.")


RULES = (defensive_phrase, blame_of_users, absolute_claim, guessed_fact, unwanted_phrase)
