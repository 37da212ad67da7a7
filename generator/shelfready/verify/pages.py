"""VER: pages name published topics alone, carry exactly the words that were checked, and say whose they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shelfready import words
from shelfready.model.finding import Finding
from shelfready.model.place import Place
from shelfready.rules.base import rule
from shelfready.verify.artefact import Artefact
from shelfready.verify.paths import inside
from shelfready.verify_words import UnmarkedError, first_difference, page_words

__all__ = ["BEGIN", "END", "RULES"]

BEGIN, END = "<!--shelf:words-->", "<!--/shelf:words-->"
"""What the template puts around the words of a piece; no author can write either."""

_ANSWER = re.compile(r"answers/([^/]+)")
_ANSWER_ADDRESS = re.compile(r"/answers/([^/<>\s]+)/")


@rule("VER006", "hidden-topic-named", fixed=True)
def hidden_topic_named(site: Artefact) -> Iterator[Finding]:
    """A page, the search index or the sitemap names a topic that is not public.

    ## Why

    A link is enough to tell a reporter what is being prepared.

    ## Flagged

    ```html index.html
    <html><body><a href="answers/dark/">Soon</a></body></html>
    ```

    ## Accepted

    ```html index.html
    <html><body><a href="answers/piece/">How exposed are we?</a></body></html>
    ```
    """
    fix = "Look for the link in docs/ and templates/; if there is none, report it."
    for path, named in _named(site):
        for slug in sorted(named - site.public):
            yield Finding(Place(path), f"names the topic '{slug[:80]}', which is not public", fix)


def _named(site: Artefact) -> Iterator[tuple[str, set[str]]]:
    """Each file that leads somewhere, with the topics it leads to."""
    for path, fact in site.facts.items():
        yield path, {slug for target in set(fact.links) if (slug := _slug(site, path, target))}
    if "sitemap.xml" in site.files:
        yield "sitemap.xml", set(_ANSWER_ADDRESS.findall(site.text("sitemap.xml")))
    if "search/search_index.json" in site.files:
        docs = json.loads(site.text("search/search_index.json")).get("docs", [])
        places = {str(entry.get("location", "")) for entry in docs}
        yield "search/search_index.json", {slug for place in places if (slug := _slug(site, "index.html", place))}


def _slug(site: Artefact, path: str, target: str) -> str:
    """The topic that an address inside the site leads to, or ''."""
    local = inside(path, target, site.address)
    match = _ANSWER.match(local or "")
    return match[1] if match and match[1] not in ("index.html", "images") else ""


_WHERE = "Look for the change in templates/theme/topic.html and mkdocs.yml."


@rule("VER007", "altered-words", fixed=True)
def altered_words(site: Artefact) -> Iterator[Finding]:
    """The page of a piece carries other words than its draft, counts them otherwise, or lacks its title or statement.

    ## Why

    What was checked is what readers get. The words are read again from the built page and compared, so that neither an
    engine nor a template can add or drop any.

    ## Flagged

    ```text words/answers/piece/index.html
    Look from outside.
    ```

    ```html answers/piece/index.html
    <html><body><!--shelf:words--><p>Look from inside.</p><!--/shelf:words--></body></html>
    ```

    ## Accepted

    ```text words/answers/piece/index.html
    Look from outside.
    ```

    ```html answers/piece/index.html
    <html><body><!--shelf:words--><p>Look from outside.</p><!--/shelf:words--></body></html>
    ```
    """
    for path, (number, digest) in sorted(site.words.items()):
        if path not in site.files:
            continue
        before, _, rest = site.text(path).partition(BEGIN)
        region, end, _ = rest.partition(END)
        if not end or BEGIN in region or END in before:
            fix = f"Put {BEGIN} and {END} around the words in templates/theme/topic.html."
            yield Finding(Place(path), "the words of this piece are not marked, once, in its page", fix)
            continue
        text = words.text_of(region)
        if words.fingerprint(text) != digest or words.count(text) != number:
            message = f"{words.count(text)} words that differ from the {number} of the draft"
            yield Finding(Place(path), message, _WHERE)
    for path, fact in site.facts.items():
        for text in fact.unsaid:
            yield Finding(Place(path), f"'{text[:60]}' of the record is not on this page", _WHERE)


@rule("VER008", "missing-notice", fixed=True)
def missing_notice(site: Artefact) -> Iterator[Finding]:
    """A page lacks the notice that desk.yml puts on every page.

    ## Why

    The notice says whose words these are and whose they are not. Readers arrive on any page, from anywhere.

    ## Flagged

    ```text notice
    An independent example.
    ```

    ```html index.html
    <html><body><h1>Answers</h1></body></html>
    ```

    ## Accepted

    ```text notice
    An independent example.
    ```

    ```html index.html
    <html><body><p>An independent example.</p><h1>Answers</h1></body></html>
    ```
    """
    for path, fact in site.facts.items():
        if not fact.has_notice:
            yield Finding(Place(path), "the page lacks the notice of desk.yml", "Draw it in templates/theme/main.html.")


@rule("VER009", "dead-link", fixed=True)
def dead_link(site: Artefact) -> Iterator[Finding]:
    """A page links to an address inside the site where nothing is.

    ## Why

    Links in drafts are checked before; this finds those that a template, a navigation entry or a wrong base draws.

    ## Flagged

    ```html index.html
    <html><body><a href="media/">Press contact</a></body></html>
    ```

    ## Accepted

    ```html index.html
    <html><body><a href="media/">Press contact</a></body></html>
    ```

    ```html media/index.html
    <html><body><a href="..">Home</a></body></html>
    ```
    """
    for path, fact in site.facts.items() if site.complete else ():
        for target in dict.fromkeys(fact.links):
            local = inside(path, target, site.address)
            if local is not None and local not in site.files and f"{local}/index.html".lstrip("/") not in site.files:
                message = f"the link '{target[:80]}' leads nowhere"
                yield Finding(Place(path), message, "Correct it in docs/, templates/ or mkdocs.yml.")


@rule("VER010", "unapproved-words", fixed=True)
def unapproved_words(site: Artefact) -> Iterator[Finding]:
    """The page of a signed piece does not carry exactly the words that were signed.

    ## Why

    Title, statement, body and sources are read again from the built page, with every link, picture and level of a list,
    and compared with content/editions. Nothing that a page says of itself is believed; `verify_words.py` does the same
    on its own, over any copy of the site.

    ## Flagged

    ```text approved/answers/piece/index.html
    title
      h1
        | How exposed are we?
    ```

    ```html answers/piece/index.html
    <html><body><!--shelf:title--><h1>How safe are we?</h1><!--/shelf:title-->
    <!--shelf:statement--><!--/shelf:statement--><!--shelf:words--><!--/shelf:words-->
    <!--shelf:sources--><!--/shelf:sources--></body></html>
    ```

    ## Accepted

    ```text approved/answers/piece/index.html
    title
      h1
        | How exposed are we?
    statement
    words
    sources
    ```

    ```html answers/piece/index.html
    <html><body><!--shelf:title--><h1>How exposed are we?</h1><!--/shelf:title-->
    <!--shelf:statement--><!--/shelf:statement--><!--shelf:words--><!--/shelf:words-->
    <!--shelf:sources--><!--/shelf:sources--></body></html>
    ```
    """
    for path, (number, wanted) in sorted(site.approved.items()):
        if path not in site.files:
            continue
        try:
            shown = page_words(site.text(path), f"/{path.removesuffix('index.html')}", site.sha256)
        except UnmarkedError as why:
            fix = "Look into templates/theme/: each mark stands there once, and each element is closed by its own end."
            yield Finding(Place(path), str(why), fix)
            continue
        if shown != wanted:
            message = f"not the words of edition {number}; {first_difference(wanted, shown)}"
            yield Finding(Place(path), message, _WHERE)


RULES = (hidden_topic_named, altered_words, missing_notice, dead_link, unapproved_words)
