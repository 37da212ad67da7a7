"""Raw files of content/editions/ and content/log/ in, each topic's history out; what is wrong becomes a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from shelfready.model.edition import Edition, EditionRecord, Given, History, Log, Reply, SignOff
from shelfready.model.files import RawFile
from shelfready.model.finding import Fault
from shelfready.model.place import Place, Where
from shelfready.parse.misnamed import is_litter
from shelfready.parse.paths import EDITIONS, LOG
from shelfready.parse.record import record
from shelfready.parse.statics import PICTURES

__all__ = ["histories"]

_IN_EDITION = re.compile(rf"{EDITIONS}(?P<slug>[a-z0-9-]+)/(?P<number>[1-9]\d{{0,3}})/(?P<name>[^/]+)\Z", re.ASCII)
_IN_LOG = re.compile(rf"{LOG}(?P<slug>[a-z0-9-]+)\.yml\Z", re.ASCII)
_GIVEN = re.compile(r"(signoff|reply)-[a-z0-9-]+\.yml\Z", re.ASCII)


def histories(files: Mapping[str, RawFile], slugs: set[str]) -> tuple[dict[str, History], tuple[Fault, ...]]:
    """Editions and log of every topic that has any.

    Args:
        files: what `read.tree` found.
        slugs: topics that have a record.
    """
    found: dict[str, _Found] = {}
    faults: list[Fault] = []
    for path, raw in files.items():
        if not path.startswith((EDITIONS, LOG)) or is_litter(path):
            continue
        match = _IN_EDITION.match(path) or _IN_LOG.match(path)
        if match is None:
            faults.append(Fault("LOD009", Place(path), "nothing reads this file", "Move it out of this folder."))
            continue
        entry = found.setdefault(match["slug"], _Found(match["slug"]))
        faults += entry.take(raw, match)
    for slug in sorted(found.keys() - slugs):
        message = f"editions or a log stand here for '{slug}', which has no record"
        faults.append(Fault("LOD009", Place(found[slug].paths[0]), message, f"Restore content/topics/{slug}.yml."))
    for entry in found.values():
        faults += entry.without_words()
    return {slug: found[slug].history() for slug in found if slug in slugs}, tuple(faults)


@dataclass(slots=True)
class _Found:
    """What the files of one topic hold, while they are being read."""

    slug: str
    paths: list[str] = field(default_factory=list)
    words: dict[int, tuple[EditionRecord, Where]] = field(default_factory=dict)
    given: dict[int, list[Given]] = field(default_factory=dict)
    pictures: dict[int, list[tuple[str, bytes]]] = field(default_factory=dict)
    folders: dict[int, str] = field(default_factory=dict)
    log: tuple[Log, Where] | None = None
    broken: bool = False

    def take(self, raw: RawFile, match: re.Match[str]) -> Iterator[Fault]:
        """Read one file; its faults."""
        self.paths.append(raw.path)
        if "number" not in match.groupdict():
            log, where, faults = record(raw, Log, self.slug, ours=True)
            self.log, self.broken = (log, where) if log else None, self.broken or log is None
            yield from faults
            return
        number, name = int(match["number"]), match["name"]
        self.folders.setdefault(number, raw.path.rpartition("/")[0])
        if name == "words.yml":
            found, where, faults = record(raw, EditionRecord, self.slug, ours=True)
            if found:
                self.words[number] = (found, where)
            self.broken = self.broken or found is None
            yield from faults
        elif _GIVEN.match(name):
            yield from self._given(raw, number, name)
        elif name.endswith(PICTURES) and not raw.trouble:
            self.pictures.setdefault(number, []).append((name, raw.data))
        else:
            yield Fault("LOD009", Place(raw.path), "nothing reads this file", "Move it out of this folder.", self.slug)

    def _given(self, raw: RawFile, number: int, name: str) -> Iterator[Fault]:
        model: type[SignOff] | type[Reply] = SignOff if name.startswith("signoff-") else Reply
        found, where, faults = record(raw, model, self.slug, ours=True)
        if found:
            self.given.setdefault(number, []).append(Given(found, where, name.removesuffix(".yml")))
        yield from faults

    def without_words(self) -> Iterator[Fault]:
        """A fault for each edition whose words.yml is not there."""
        for number in sorted(self.folders.keys() - self.words.keys()):
            place = Place(f"{self.folders[number]}/words.yml")
            if place.path not in self.paths:
                fix = "Restore it from the repository's history, or take the folder out."
                yield Fault("EDN002", place, f"edition {number} has no words.yml", fix, self.slug)

    def history(self) -> History:
        """Everything that could be read, in order."""
        editions = tuple(self._edition(number) for number in sorted(self.words))
        log, where = self.log or (None, None)
        lacking = sorted(self.folders.keys() - self.words.keys())
        return History(self.slug, editions, log, where, self.broken or bool(lacking))

    def _edition(self, number: int) -> Edition:
        found, where = self.words[number]
        given = self.given.get(number, [])
        return Edition(
            self.slug,
            number,
            found,
            where,
            tuple(entry for entry in given if isinstance(entry.record, SignOff)),
            tuple(entry for entry in given if isinstance(entry.record, Reply)),
            tuple(self.pictures.get(number, [])),
        )
