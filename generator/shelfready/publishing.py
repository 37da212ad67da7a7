"""All five verbs for a site: a project folder in, a verified site in its public place out.

Read, check, stage, engine, verify, switch: until the last step the former site stands untouched.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateError

from shelfready import __version__, switch, write
from shelfready.addresses import topic_page, url_path
from shelfready.engines.config import mkdocs_yml, run_config
from shelfready.engines.run import run
from shelfready.engines.theme import engine_theme
from shelfready.engines.warnings import EngineOutput, engine_warning
from shelfready.errors import SetupError
from shelfready.lock import held
from shelfready.model.bundle import Bundle
from shelfready.model.finding import Diagnostic
from shelfready.model.library import Library, Topic
from shelfready.parse.paths import DESK
from shelfready.pipeline import examine
from shelfready.processes import each
from shelfready.publication import newest_date, published, stopping, withdrawn
from shelfready.render.environment import check_templates, template_folders
from shelfready.render.site import preview, site
from shelfready.settings import Settings
from shelfready.verify import verify
from shelfready.verify.artefact import Artefact, page_jobs
from shelfready.verify.facts import facts

__all__ = ["Outcome", "build", "config_text", "stage"]

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to."""

    library: Library
    """What was read."""
    diagnostics: tuple[Diagnostic, ...]
    """What the rules say about it."""
    stopping: tuple[Diagnostic, ...] = ()
    """Why there is no new site; empty when there is one."""
    files: int = 0
    """Files in the new site."""


def build(settings: Settings, progress: Progress) -> Outcome:
    """Read, check, build, verify and switch in the site that these settings ask for.

    All of it under one lock: a run that waited for another reads what is there when its turn comes.

    Args:
        settings: folders, engine, preview or public.
        progress: told what is being done.

    Raises:
        SetupError: a folder, mkdocs.yml or the engine cannot be used.
    """
    target = settings.target
    write.check_own(settings.root, settings.docs_dir, settings.theme_dir)
    switch.check_place(target, settings.root, preview=settings.preview)
    with held({settings.root / "build", target.parent}, lambda: progress("waiting for another build to end")):
        progress("checking content")
        library, diagnostics = examine(settings.root, settings.as_of)
        if stops := _stops(settings, library, diagnostics):
            return Outcome(library, diagnostics, stops)
        switch.check_content(target, preview=settings.preview)
        return _made(settings, library, diagnostics, progress)


def _made(settings: Settings, library: Library, diagnostics: tuple[Diagnostic, ...], progress: Progress) -> Outcome:
    """Stage, engine, verify, switch."""
    bundle = stage(settings, library, diagnostics)
    new = switch.begin(settings.target)
    if found := _engine(settings, library, bundle, new, progress):
        return Outcome(library, diagnostics, found)
    artefact = _artefact(settings, library, bundle, new)
    progress(f"verifying {len(artefact.files)} files")
    if found := verify(artefact):
        return Outcome(library, diagnostics, found)
    progress("switching the new site in")
    _finish(artefact.files, new, preview=settings.preview)
    switch.finish(new, settings.target)
    return Outcome(library, diagnostics, files=len(artefact.files) + 1)


def _stops(settings: Settings, library: Library, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """The errors that let nothing be built."""
    stops = stopping(library, diagnostics)
    if library.desk is None or any(d.place.path == DESK for d in stops):
        return tuple(d for d in stops if d.place.path == DESK)
    return () if settings.preview else stops


def stage(settings: Settings, library: Library, diagnostics: tuple[Diagnostic, ...]) -> Bundle:
    """Render everything and write it where the engine will look for it."""
    folders = template_folders(settings.root)
    check_templates(folders)
    try:
        bundle = preview(library, folders, diagnostics) if settings.preview else site(library, folders)
    except TemplateError as error:
        raise SetupError(f"A template in templates/site/ cannot be drawn: {error}.", "Mend it.") from error
    write.folder(bundle.files, settings.docs_dir)
    write.theme(folders, settings.theme_dir)
    return bundle


def config_text(settings: Settings, library: Library, bundle: Bundle, target: Path) -> str:
    """The engine's configuration for this run."""
    return run_config(
        mkdocs_yml(settings.root),
        library,
        bundle.files.keys(),
        docs=settings.docs_dir,
        theme=settings.theme_dir,
        site=target,
        preview=settings.preview,
    )


def _engine(
    settings: Settings, library: Library, bundle: Bundle, new: Path, progress: Progress
) -> tuple[Diagnostic, ...]:
    pages = sum(path.endswith(".md") for path in bundle.files)
    config = settings.config_file
    write.anew(config, config_text(settings, library, bundle, new))
    try:
        progress(f"{settings.engine}: drawing {pages} pages")
        content, lines = run(
            settings.engine, config, new, newest_date(library), lambda done: progress(_drawn(settings, done, pages))
        )
    finally:
        config.unlink(missing_ok=True)
    sources = {text.prose.path: text.prose.text for text in library.texts}
    if content and settings.preview:  # drafts in the making may link to what is not there yet
        return ()
    return tuple(engine_warning.diagnostics(EngineOutput(lines, bundle.origins, sources)))


def _drawn(settings: Settings, done: int, pages: int) -> str:
    return f"{settings.engine}: {min(done, pages)} of {pages} pages drawn"


def _artefact(settings: Settings, library: Library, bundle: Bundle, new: Path) -> Artefact:
    desk = library.desk
    assert desk is not None, "checked before staging"
    files = {path: (new / path).read_bytes() for path in write.tree_of(new) if path != switch.MARK}
    notice = " ".join((desk.notice or "").split())
    shown = library.topics if settings.preview else published(library)
    said = {f"{url_path(topic_page(topic.slug))}index.html": tuple(_said(topic)) for topic in shown}
    return Artefact(
        files,
        pages=frozenset(f"{url_path(path)}index.html" for path in bundle.files if path.endswith(".md")),
        statics={
            path: content.encode() if isinstance(content, str) else content
            for path, content in bundle.files.items()
            if not path.endswith(".md")
        },
        theme=engine_theme(settings.theme_dir),
        words={
            f"{url_path(topic_page(topic.slug))}index.html": (topic.draft.words, topic.draft.fingerprint)
            for topic in shown
            if topic.draft and topic.draft.fingerprint
        },
        approved={
            f"{url_path(topic_page(topic.slug))}index.html": (topic.edition.number, topic.edition.record.words)
            for topic in shown
            if topic.edition
        },
        said=said,
        public=frozenset(
            [*(t.slug for t in (*shown, *withdrawn(library))), *(e.slug for e in library.lost if settings.preview)]
        ),
        address=desk.site.address,
        notice=notice,
        complete=not settings.preview,
        looked_at=each(facts, page_jobs(files, notice, said)),
    )


def _named(settings: Settings, library: Library, shown: Iterable[Topic]) -> Iterator[str]:
    """Topics that the site may name."""
    yield from (topic.slug for topic in (*shown, *withdrawn(library)))
    if settings.preview:
        yield from (entry.slug for entry in library.lost)


def _said(topic: Topic) -> Iterator[str]:
    """What the page of a piece must carry beside its draft."""
    record = topic.record
    for text in (record.title, record.statement, *(source.title for source in record.sources)):
        if text:
            yield " ".join(text.split())


def _finish(files: Mapping[str, bytes], new: Path, *, preview: bool) -> None:
    """Write the manifest and set modes: any web server may read the files, whatever the umask was."""
    listed = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(files.items())}
    manifest = {"made_by": f"Shelfready {__version__}", "preview": preview, "files": listed}
    (new / switch.MANIFEST).write_bytes(f"{json.dumps(manifest, indent=1, ensure_ascii=False)}\n".encode())
    for base, _, names in os.walk(new):
        os.chmod(base, 0o755)  # noqa: S103 - a web server reads it under another name
        for name in names:
            os.chmod(os.path.join(base, name), 0o644)
