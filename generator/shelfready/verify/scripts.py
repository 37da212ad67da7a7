"""VER: nothing runs in a page but the theme's own scripts, and no page asks another host for anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.place import Place
from shelfready.rules.base import rule
from shelfready.verify.artefact import Artefact
from shelfready.verify.facts import Script
from shelfready.verify.paths import inside

__all__ = ["RULES"]

_BASE = re.compile(r'new URL\("[^"]*",location\)')
_DATA = ("application/ld+json", "application/json")


@rule("VER004", "foreign-script", fixed=True)
def foreign_script(site: Artefact) -> Iterator[Finding]:
    """A page runs something that is not the theme's own.

    ## Why

    Scripts, event attributes, frames and `javascript:` addresses can change what readers see. The theme's inline
    scripts are known from the error page, which holds no content; its script files from the theme itself.

    ## Flagged

    ```html 404.html
    <html><body><h1>No such page</h1></body></html>
    ```

    ```html answers/piece/index.html
    <html><body><h1 onclick="alert(1)">How exposed are we?</h1><script>alert(1)</script></body></html>
    ```

    ## Accepted

    ```html 404.html
    <html><body><h1>No such page</h1><script>theme()</script></body></html>
    ```

    ```html answers/piece/index.html
    <html><body><h1>How exposed are we?</h1><script>theme()</script></body></html>
    ```
    """
    error_page = site.facts.get("404.html")
    known = {_inline(script) for script in error_page.scripts if not script.source} if error_page else set[str]()
    fix = "Look for it in templates/ and mkdocs.yml; content cannot bring it in."
    for path, fact in site.facts.items():
        unknown = (_unknown(site, path, script, known) for script in fact.scripts)
        for what in (*filter(None, unknown), *fact.running):
            yield Finding(Place(path), f"the page runs {what}", fix)


def _inline(script: Script) -> str:
    """An inline script without the address of the page's base, which differs from page to page."""
    return _BASE.sub("new URL(base,location)", script.text)


def _unknown(site: Artefact, path: str, script: Script, known: set[str]) -> str:
    """What a script is, unless it is the theme's own or data; '' if it is."""
    if script.source:
        return "" if inside(path, script.source, site.address) in site.theme else f"the script {script.source[:60]}"
    if script.kind in _DATA:
        try:
            json.loads(script.text)
        except ValueError:
            return "data that is no JSON"
        return ""
    return "" if _inline(script) in known else f"an inline script ({script.text[:30]!r})"


@rule("VER005", "foreign-request", fixed=True)
def foreign_request(site: Artefact) -> Iterator[Finding]:
    """A page loads something from another host, or something that the site does not have.

    ## Why

    Every request to another host tells it who reads the page, and lets it change the page. A missing file means that
    the page looks otherwise than it was checked.

    ## Flagged

    ```html index.html
    <html><head><link rel="stylesheet" href="https://fonts.example/css"></head><body></body></html>
    ```

    ## Accepted

    ```html index.html
    <html><head><link rel="canonical" href="https://desk.example/"></head><body>
    <a href="https://www.rfc-editor.org/rfc/rfc9116">RFC 9116</a></body></html>
    ```
    """
    for path, fact in site.facts.items():
        for target in fact.loads:
            local = inside(path, target, site.address)
            is_missing = local is None or (site.complete and local not in site.files)
            if is_missing and not target.startswith("data:"):
                message = f"the page loads {target[:80]}, which is not in this site"
                yield Finding(Place(path), message, "Look for it in templates/ and mkdocs.yml.")


RULES = (foreign_script, foreign_request)
