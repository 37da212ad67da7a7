"""A case in, the one step that comes next out: what, on whom, since when, and the command that does it."""

from __future__ import annotations

from shelfready.model.shelf import Step
from shelfready.report.text import listed
from shelfready.shelf.case import Case, Urgency
from shelfready.standing import Judged, suspect

__all__ = ["of_approved", "of_light", "of_making", "of_waiting"]

_THE_LEAD = ("the lead", "lead")
_ADD_REVIEW = "add 'review_by:' to the record"


def of_approved(case: Case, judged: Judged, *, words: int, terms: bool) -> Step | None:
    """What is left to do for a piece with approved words; None where it can rest.

    Args:
        case: the topic.
        judged: its newest approved edition.
        words: by how many its draft is ahead.
        terms: whether its record has other terms.
    """
    newest = case.found.newest
    if case.errors.going_out:
        return case.mend()
    if newest and newest is not judged:
        return of_waiting(case, newest)
    if not case.record.review_by:
        return case.step(_ADD_REVIEW, "", Urgency.UNSUBMITTED)
    return _read_again(case) or _behind(case, judged, "draft" if words else "record" if terms else "")


def _read_again(case: Case) -> Step | None:
    if not case.review_passed:
        return None
    return case.step("read it again, and set a new 'review_by:'", "", Urgency.OVERDUE, case.record.review_by)


def _behind(case: Case, judged: Judged, changed: str) -> Step | None:
    """What has moved since the edition was approved."""
    slug, last = case.name, case.found.history.last
    if suspect(case.library, judged.edition):
        what = "read it beside the new notice and boilerplate, and submit it to be signed with them"
        return case.step(what, f"submit {slug}", Urgency.BEHIND)
    if case.record.status == "published" and last and last.edition != judged.edition.number:
        what = f"publish edition {judged.edition.number}, and say what changed"
        return case.step(what, f"publish {slug}", Urgency.BEHIND, judged.approved_on)
    if case.errors.every:  # in what is being written: nothing waits for it but the next edition
        return case.mend(Urgency.BEHIND)
    return case.step(f"submit the changed {changed}", f"submit {slug}", Urgency.BEHIND) if changed else None


def of_waiting(case: Case, judged: Judged) -> Step:
    """What an edition that is not approved waits for."""
    slug, number, submitted = case.name, judged.edition.number, judged.edition.record.submitted
    replies = case.replies(judged)
    if not judged.sound:
        return case.step(f"restore the files of edition {number}, or submit again", f"submit {slug}", Urgency.REFUSED)
    if replies:
        first = replies[0].record
        what = "change what was refused" if replies[0].words == "refused" else "meet the condition"
        return case.step(f"{what}, and submit it again", f"submit {slug}", Urgency.REFUSED, first.date)
    if judged.missing:
        return _sign(case, judged)
    if judged.one_person:
        what = f"have edition {number} signed by a second person"
        return case.step(what, f"packet {slug}", Urgency.UNSIGNED, submitted)
    return case.step("submit it again", f"submit {slug}", Urgency.UNSIGNED, submitted)


def _sign(case: Case, judged: Judged) -> Step:
    able = {role: tuple(case.signers(role, judged)) for role in judged.missing}
    nobody = listed(case.roles([role for role, names in able.items() if not names]))
    what = f"sign edition {judged.edition.number} as {listed(case.roles(judged.missing))}"
    return Step(
        f"{what}; desk.yml names nobody who could sign as {nobody}" if nobody else what,
        tuple(dict.fromkeys(name for names in able.values() for name in names)),
        judged.edition.record.submitted,
        command=f"shelfready packet {case.name}",
        urgency=Urgency.UNSIGNED,
    )


def of_light(case: Case) -> Step | None:
    """What is left to do for a public piece that nobody has to sign."""
    return case.mend() if case.errors.every else _read_again(case)


def of_making(case: Case) -> Step:
    """What comes next for a piece of which nothing was submitted."""
    record, status = case.record, case.record.status
    is_asked = status in ("review", "published")
    if case.errors.every and (is_asked or case.found.history.last):
        return case.mend()
    if not case.lead:
        return case.step("find a lead", "", Urgency.LEADLESS)
    if is_asked and case.found.needed:
        return case.step("submit it", f"submit {case.name}", Urgency.UNSUBMITTED)
    if is_asked:
        return case.step(_ADD_REVIEW, "", Urgency.UNSUBMITTED)
    if record.next:
        late = record.next.by is not None and record.next.by < case.library.as_of
        urgency = Urgency.OVERDUE if late else Urgency.MAKING
        who = case.lead if record.next.who.casefold() in _THE_LEAD else (record.next.who,)
        return Step(record.next.what, who, by=record.next.by, urgency=urgency)
    if status == "proposed":
        return case.step("begin the draft, and set the status to drafting", "", Urgency.MAKING)
    return case.step("finish the draft, and set the status to review", "", Urgency.MAKING)
