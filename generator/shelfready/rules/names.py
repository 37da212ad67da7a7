"""NAM: what records call each other by: names from desk.yml, and file names that become addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from shelfready.model.desk import Audience, Kind, Organisation
from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.model.place import Place
from shelfready.model.values import MOST_SLUG
from shelfready.parse.misnamed import fit_slug
from shelfready.parse.nearness import near
from shelfready.rules.base import rule

__all__ = ["RESERVED", "RULES"]

Named = Organisation | Audience | Kind

RESERVED = frozenset("index 404 answers search assets sitemap manifest".split())  # noqa: SIM905
"""Names that the site itself uses."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")
"""File names that Windows keeps for devices."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)


@rule("NAM001", "unknown-name", fixed=True)
def unknown_name(library: Library) -> Iterator[Finding]:
    """A kind, owner, audience, organisation or publisher is named that desk.yml does not have.

    ## Why

    The limits of a piece and the contact on its page come from there.

    ## Flagged

    ```yaml content/topics/piece.yml as addition
    kind: answr
    ```

    ## Accepted

    ```yaml content/topics/piece.yml as addition
    kind: answer
    ```
    """
    desk, where = library.desk, library.desk_where
    if desk is None:
        return
    yield from _known("organisation", desk.site.publisher, desk.organisations, where("site", "publisher"))
    for number, person in enumerate(desk.people):
        place = where("people", number, "organisation")
        yield from _known("organisation", person.organisation, desk.organisations, place)
    for topic in library.topics:
        record, at = topic.record, topic.where
        yield from _known("kind", record.kind, desk.kinds, at("kind"), topic.slug)
        for number, owner in enumerate(record.owners):
            yield from _known("organisation", owner, desk.organisations, at("owners", number), topic.slug)
        for number, audience in enumerate(record.audiences):
            yield from _known("audience", audience, desk.audiences, at("audiences", number), topic.slug)


def _known(what: str, name: str, known: Mapping[str, Named], place: Place, topic: str = "") -> Iterator[Finding]:
    if name not in known:
        names = list(known)
        meant = near(name, names) or _labelled(name, known)
        fix = f"Write '{meant}'." if meant else f"Use one of {', '.join(names)}, or add it to content/desk.yml."
        yield Finding(place, f"desk.yml has no {what} '{name}'", fix, topic)


def _labelled(name: str, known: Mapping[str, Named]) -> str:
    """The name whose label somebody has written in its place, or ''."""
    labels = {
        fit_slug(entry.name if isinstance(entry, Organisation) else entry.label): key for key, entry in known.items()
    }
    return labels.get(name, "")


@rule("NAM002", "unfit-file-name", fixed=True)
def unfit_file_name(library: Library) -> Iterator[Finding]:
    """The name of a record cannot become the address of a page.

    ## Why

    The file name is the last part of the page's address: small letters, digits and single hyphens, at most 80
    characters, and none of the names that the site or Windows uses itself.

    ## Flagged

    ```yaml content/topics/Exposed_Servers.yml
    title: How exposed are we?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```

    ## Accepted

    ```yaml content/topics/exposed-servers.yml
    title: How exposed are we?
    kind: answer
    status: proposed
    owners: [desk]
    audiences: [media]
    ```
    """
    for topic in library.topics:
        slug, place = topic.slug, topic.where()
        if not _SLUG.match(slug):
            fit = fit_slug(slug)
            fix = f"Rename record and draft: {fit}." if fit else "Rename record and draft: small letters and hyphens."
            yield Finding(place, f"'{slug[:80]}' cannot be part of a web address", fix, slug)
        elif len(slug) > MOST_SLUG:
            message = f"a file name of {len(slug)} characters; at most {MOST_SLUG} are allowed"
            yield Finding(place, message, "Shorten the names of record and draft.", slug)
        elif slug in RESERVED or _DEVICE.match(slug):
            message = f"'{slug}' is a name that the site or an operating system uses itself"
            yield Finding(place, message, "Rename record and draft.", slug)


RULES = (unknown_name, unfit_file_name)
