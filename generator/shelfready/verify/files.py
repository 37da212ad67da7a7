"""VER: every promised file is there as promised, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.place import Place
from shelfready.rules.base import rule
from shelfready.verify.artefact import ENGINE_FILES, Artefact

__all__ = ["RULES"]

_AGAIN = "Run 'shelfready build' again; if it happens again, report it with the name of the engine and its version."


@rule("VER001", "missing-file", fixed=True)
def missing_file(site: Artefact) -> Iterator[Finding]:
    """A page or file that the site must have is not in it.

    ## Why

    Engines leave files out without a word, `/.well-known/` first of all. A site without its security.txt or with a page
    short is not switched in.

    ## Flagged

    ```text promised/.well-known/security.txt
    Contact: https://desk.example/report
    ```

    ## Accepted

    ```text promised/.well-known/security.txt
    Contact: https://desk.example/report
    ```

    ```text .well-known/security.txt
    Contact: https://desk.example/report
    ```
    """
    for path in sorted((site.pages | site.statics.keys()) - site.files.keys()):
        yield Finding(Place(path), "this file was promised and is missing", _AGAIN)


@rule("VER002", "surplus-file", fixed=True)
def surplus_file(site: Artefact) -> Iterator[Finding]:
    """The site holds a file that nobody asked for.

    ## Why

    Whatever lies in the folder goes public: a forgotten draft, an editor's backup, a file that a plugin wrote.

    ## Flagged

    ```text notes.txt
    Not for publication.
    ```

    ## Accepted

    ```text promised/CNAME
    answers.example.org
    ```

    ```text CNAME
    answers.example.org
    ```
    """
    known = site.pages | site.statics.keys() | site.theme.keys() | ENGINE_FILES
    for path in sorted(site.files.keys() - known):
        yield Finding(Place(path), "nobody asked for this file", "Find out which setting of mkdocs.yml makes it.")


@rule("VER003", "altered-file", fixed=True)
def altered_file(site: Artefact) -> Iterator[Finding]:
    """A file that is copied, or a file of the theme, has other bytes than its source.

    ## Why

    security.txt, pictures and scripts must arrive as they were checked.

    ## Flagged

    ```text promised/CNAME
    answers.example.org
    ```

    ```text CNAME
    other.example.org
    ```

    ## Accepted

    ```text promised/CNAME
    answers.example.org
    ```

    ```text CNAME
    answers.example.org
    ```
    """
    for path, data in sorted({**site.theme, **site.statics}.items()):
        if path in site.files and site.files[path] != data:
            yield Finding(Place(path), "this file differs from its source", _AGAIN)


RULES = (missing_file, surplus_file, altered_file)
