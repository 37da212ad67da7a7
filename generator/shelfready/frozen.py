"""A topic as it stands in, the edition that freezes it out; and the text of every file that the tool writes.

The files are YAML of the simplest form: JSON on one line, a list of such lines, or an indented text. `verify_words`
reads exactly that, without a parser of YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date

from shelfready.model.edition import Edition, EditionRecord, LogEntry, Reply, SignOff
from shelfready.model.library import Library, Topic
from shelfready.model.record import Shape
from shelfready.parse.positions import Positions
from shelfready.standing import minor_base, own_roles, required, standing
from shelfready.verify_words import RECIPE, digest
from shelfready.wording import picture_bytes, picture_digests, surround, topic_words

__all__ = ["folder_of", "frozen", "given_path", "given_text", "log_text", "words_text"]

_HEADER = "# Written by 'shelfready {}'; never change it by hand: sign-offs are bound to what stands here.\n"
_LOG_HEADER = "# Written by 'shelfready publish' and 'shelfready withdraw', oldest first.\nentries:\n"


def folder_of(slug: str, number: int) -> str:
    """The folder of an edition."""
    return f"content/editions/{slug}/{number}/"


def frozen(library: Library, topic: Topic, as_of: date) -> EditionRecord:
    """The next edition of a topic: record and draft as they stand, with their terms.

    Args:
        library: with a desk.
        topic: one of its topics, with a draft.
        as_of: the day of submission.
    """
    desk, record = library.desk, topic.record
    assert desk is not None, "checked by the caller"
    number = max((edition.number for edition in library.history(topic.slug).editions), default=0) + 1
    full = _made(library, topic, as_of, number, required(desk, record.kind, record.owners), None)
    return _as_minor(library, full) or full


def _as_minor(library: Library, full: EditionRecord) -> EditionRecord | None:
    """The same edition as a small change that one role may sign, if it is one and desk.yml has such a role."""
    earlier = list(standing(library, full.topic).editions)
    base = next((judged for judged in reversed(earlier) if judged.approved and not judged.edition.record.minor), None)
    for role in library.desk.minor_roles if library.desk and base else ():
        assert base is not None, "looked at above"
        roles = (role, *own_roles(library.desk, full.owners))
        small = _with_digest(full.model_copy(update={"roles": roles, "minor": base.edition.number}))
        if minor_base(library, Edition(full.topic, full.edition, small, Positions("")), earlier):
            return small
    return None


def _made(
    library: Library, topic: Topic, as_of: date, number: int, roles: tuple[str, ...], minor: int | None
) -> EditionRecord:
    desk, record = library.desk, topic.record
    assert desk is not None, "checked by the caller"
    assert topic.draft is not None, "checked by the caller"
    made = EditionRecord(
        recipe=RECIPE,
        topic=topic.slug,
        edition=number,
        submitted=as_of,
        digest="0" * 64,
        surround=surround(desk, record.owners),
        kind=record.kind,
        owners=record.owners,
        roles=roles,
        minor=minor,
        language=record.language or desk.site.language,
        responds_to=record.responds_to,
        also_asked=record.also_asked,
        waivers=record.waivers,
        title=record.title,
        statement=record.statement,
        sources=record.sources,
        pictures=picture_digests(picture_bytes(library, topic)),
        draft=topic.draft.text.strip("\n") + "\n",
        words=topic_words(library, topic),
    )
    return _with_digest(made)


def _with_digest(record: EditionRecord) -> EditionRecord:
    made = digest(record.words, record.model_dump(mode="json", exclude_none=True))
    return record.model_copy(update={"digest": made})


def words_text(record: EditionRecord) -> str:
    """The text of `words.yml`."""
    return _HEADER.format("submit") + "".join(_lines(record))


def given_text(record: SignOff | Reply) -> str:
    """The text of a sign-off or a reply."""
    return _HEADER.format("sign") + "".join(_lines(record))


def given_path(record: SignOff | Reply) -> str:
    """Where a sign-off or a reply stands: a file of its own, so that two people can sign on two branches."""
    name = "signoff" if isinstance(record, SignOff) else "reply"
    return f"{folder_of(record.topic, record.edition)}{name}-{record.organisation}-{record.role}.yml"


def log_text(before: str, entry: LogEntry) -> str:
    """The text of a log with one more entry; what stood there stays as it is."""
    lines = "".join(_lines(entry)).splitlines()
    added = "".join(f"  {'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines))
    return f"{before or _LOG_HEADER}{'' if not before or before.endswith(chr(10)) else chr(10)}{added}"


def _lines(record: Shape) -> Iterator[str]:
    for name, value in record.model_dump(mode="json", exclude_none=True).items():
        if name in ("draft", "words"):
            body = "".join(f"  {line}\n" if line else "\n" for line in value.strip("\n").split("\n"))
            yield f"{name}: |2\n{body}"
        elif isinstance(value, list) and any(isinstance(item, Mapping) or len(str(item)) > 60 for item in value):
            yield f"{name}:\n" + "".join(f"  - {_json(item)}\n" for item in value)
        elif value or not isinstance(value, list | dict):
            plain = isinstance(value, int) or isinstance(getattr(record, name), date)
            yield f"{name}: {value if plain else _json(value)}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
