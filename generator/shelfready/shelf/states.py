"""A topic in, how it stands out: its state in words, whether it may go out, and the step that comes next.

What counts as approved is `standing`'s to say; this module puts it into words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shelfready.days import spelt
from shelfready.model.library import Library, Topic
from shelfready.model.shelf import Group, State, Step
from shelfready.report.text import counted, keys_of, listed
from shelfready.shelf import steps
from shelfready.shelf.case import Case, Errors, Urgency
from shelfready.standing import Judged, standing, suspect

__all__ = ["NO_DESK", "state_of"]

NO_DESK = "cannot be told: desk.yml cannot be read"


def state_of(library: Library, topic: Topic, errors: Errors) -> State:
    """How a topic stands.

    Args:
        library: everything that was read, and the day.
        topic: one of its topics, as people write it.
        errors: what `check` counts in it.
    """
    case = Case(library, topic, standing(library, topic.slug), errors)
    if library.desk is None:
        step = Step("mend desk.yml", command="shelfready check content/desk.yml", urgency=Urgency.STOPS)
        return State(Group.MAKING, (NO_DESK,), step=step)
    if topic.record.status == "withdrawn":
        return _withdrawn(case)
    if case.found.approved:
        return _approved(case, case.found.approved)
    if case.found.newest:
        return _waiting(case, case.found.newest)
    return _light(case) if case.found.light and _may_go_out(case) else _in_the_making(case)


def _withdrawn(case: Case) -> State:
    last = case.found.history.last
    words = "withdrawn"
    if last and last.action == "withdraw":
        words += f" on {spelt(last.date)}: {last.reason}"
    more = [f"replaced by {last.replaced_by}"] if last and last.replaced_by else []
    words = words.removesuffix(".") if more else words
    step = case.mend() if case.errors.every else None
    return State(Group.WITHDRAWN, (words, *more, *_errors(case)), step=step)


def _approved(case: Case, judged: Judged) -> State:
    live, number = case.record.status == "published", judged.edition.number
    newest, more = case.found.newest or judged, case.ahead(judged)
    is_open = newest is not judged
    *first, words = _out(case, judged)
    answered, remarks = _answers(case, newest)
    words = f"{words}, {_draft_ahead(more)}" if more else words
    terms = case.terms(judged)
    clauses = (*first, words, *_terms(judged, terms), *_dated(case), *_suspect(case, judged), *answered)
    stopped = not live and (bool(case.errors.going_out) or not case.record.review_by)
    return State(
        group=Group.LIVE if live else Group.WAITING if stopped else Group.READY,
        clauses=(*clauses, *(_why_waiting(case, newest) if is_open else ()), *_errors(case)),
        remarks=remarks,
        step=steps.of_approved(case, judged, words=more, terms=bool(terms)),
        can_go_out=not stopped,
        command="" if live or stopped else f"shelfready publish {case.name}",
        missing=case.roles(newest.missing) if is_open else (),
        edition=number,
        approved_on=judged.approved_on,
        ahead=more,
    )


def _out(case: Case, judged: Judged) -> Iterator[str]:
    """Which edition readers have, and which one they get: only a build puts a newer one out."""
    number, approved = judged.edition.number, f"approved {spelt(judged.approved_on)}"
    last = case.found.history.last
    if case.record.status != "published":
        yield f"on the shelf (edition {number}, {approved})"
    elif last and last.edition and last.action != "withdraw" and last.edition != number:
        yield f"live (edition {last.edition})"
        yield f"edition {number}, {approved}, goes out with the next build if none has drawn it yet"
    else:
        yield f"live (edition {number})"


def _waiting(case: Case, judged: Judged) -> State:
    answered, remarks = _answers(case, judged)
    more = case.ahead(judged) if judged.sound else 0
    clauses = [*answered, *_why_waiting(case, judged)]
    clauses += [_draft_ahead(more)] if more else []
    clauses += _terms(judged, case.terms(judged))
    clauses += ["published, but no edition is approved"] if case.record.status == "published" else []
    return State(
        group=Group.WAITING,
        clauses=(*clauses, *_suspect(case, judged), *_errors(case)),
        remarks=remarks,
        step=steps.of_waiting(case, judged),
        missing=case.roles(judged.missing),
        ahead=more,
    )


def _light(case: Case) -> State:
    live = case.record.status == "published"
    return State(
        group=Group.LIVE if live else Group.READY,
        clauses=("live" if live else "ready: nobody has to sign", *_dated(case), *_errors(case)),
        step=steps.of_light(case) if live else None,
        can_go_out=True,
        command="" if live else f"shelfready publish {case.name}",
    )


def _may_go_out(case: Case) -> bool:
    """Whether nothing but a decision is missing, for a piece that nobody has to sign."""
    record, draft = case.record, case.topic.draft
    if record.status == "published":
        return draft is not None
    return record.status == "review" and bool(draft and record.review_by) and not case.errors.every


def _in_the_making(case: Case) -> State:
    needed, status = case.roles(case.found.needed), case.record.status
    leadless = () if case.lead else ("needs a lead",)
    clauses = leadless if leadless and status == "proposed" else (*leadless, _doing(case, needed))
    return State(
        group=Group.WAITING if status == "published" else Group.MAKING,
        clauses=(*clauses, *_errors(case)),
        step=steps.of_making(case),
        missing=needed if status in ("review", "published") else (),
    )


def _doing(case: Case, needed: tuple[str, ...]) -> str:
    status = case.record.status
    if case.found.history.broken:
        return f"{status}: an edition of it cannot be read"
    if status == "published":
        signed = f"nothing was submitted, to be signed by {listed(needed)}"
        return f"published, but {signed if needed else 'there is no draft'}"
    if status == "review":
        return f"in review: not submitted, to be signed by {listed(needed)}" if needed else "in review"
    return status


def _draft_ahead(words: int) -> str:
    return f"draft ahead by {counted(words, 'word')}"


def _terms(judged: Judged, terms: Sequence[str]) -> Iterator[str]:
    if terms:
        yield f"{keys_of(terms)} of the record changed since edition {judged.edition.number}"


def _errors(case: Case) -> list[str]:
    return [counted(case.errors.every, "error")] if case.errors.every else []


def _dated(case: Case) -> Iterator[str]:
    if case.review_passed and case.record.review_by:
        live = case.record.status == "published"
        yield f"{'lapsed since' if live else 'its review was due on'} {spelt(case.record.review_by)}"


def _suspect(case: Case, judged: Judged) -> Iterator[str]:
    if suspect(case.library, judged.edition):
        kept = ", and the signed words stay" if judged.approved else ""
        yield f"notice or boilerplate changed since edition {judged.edition.number} was submitted{kept}"


def _answers(case: Case, judged: Judged) -> tuple[list[str], tuple[str, ...]]:
    """Who did not simply approve, and what they wrote."""
    replies = case.replies(judged)
    told = [
        f"{'refused' if given.words == 'refused' else 'approved on condition'} by {given.record.person} "
        f"({given.record.role}) on {spelt(given.record.date)}"
        for given in replies
    ]
    return told, tuple(f"{given.record.person}: {given.remark}" for given in replies if given.remark)


def _why_waiting(case: Case, judged: Judged) -> Iterator[str]:
    number = judged.edition.number
    this = f"edition {number} " if case.found.approved else ""
    if not judged.sound:
        yield f"edition {number} does not count: its files are not what was submitted"
    elif judged.missing:
        yield f"{this}waiting for {listed(case.roles(judged.missing))}, since {spelt(judged.edition.record.submitted)}"
        if judged.valid:
            yield f"signed by {listed([f'{given.record.person} ({given.record.role})' for given in judged.valid])}"
    elif judged.one_person:
        yield f"edition {number} does not count: one person signed in every role"
    else:
        yield f"edition {number} does not count: nobody has to sign it"
