"""ACC: the words of links and pictures tell whoever listens to a page where a link leads and what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.model.prose import Picture
from shelfready.rules.base import rule
from shelfready.rules.hosts import agrees, host_of, shown_in

__all__ = ["RULES"]

_VAGUE = frozenset(
    """
    here|click|click here|click this|click on this|press here|tap here|right here|see here|read here|look here|go here
    |over here|from here|this|that|this one|it|this page|that page|the page|page|this link|the link|link|links|a link
    |this site|the site|site|this website|the website|website|web site|this web site|web page|webpage|this article
    |this document|this file|file|this post|more|read more|see more|show more|view more|find out more|learn more
    |know more|even more|and more|more here|read more here|learn more here|more info|more information|info|information
    |further information|for more information|details|more details|full details|read on|continue|continue reading|go on
    |download|download here|download it|download this|download now|open|view|visit|follow this link|url|web address
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Words that name no place (WCAG failure F84)."""
_SIGNS = " .,;:!?…\"'“”‘’«»‹›<>()[]→⇒►▶▸*_-–—|"
_LONG_ADDRESS = 60


@rule("ACC001", "vague-link", Severity.WARNING)
def vague_link(library: Library) -> Iterator[Finding]:
    """The words of a link do not say where it leads: "here", "read more", or a long web address.

    ## Why

    Whoever listens to a page often goes from link to link and hears their words alone (WCAG 2.2, 2.4.4 and 2.4.9); a
    long address is read out sign by sign. A short address, such as www.example.org, is fine.

    ## Flagged

    ```md content/drafts/piece.md
    The security page of the standard is [here](https://www.dicomstandard.org/using/security/).
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [the security page of the standard](https://www.dicomstandard.org/using/security/).
    ```
    """
    for text in library.texts:
        for link in text.prose.links:
            words = link.text
            if words and (words.lower().strip(_SIGNS) in _VAGUE or not any(map(str.isalnum, words))):
                message = f"the words of this link, '{words[:60]}', do not say where it leads"
                fix = "Name the page or document that readers will find there."
            elif len(words) > _LONG_ADDRESS and " " not in words and "://" in words:
                message = f"the words of this link are a web address of {len(words)} characters"
                fix = "Write '[name of the page or document](address)'."
            else:
                continue
            yield Finding(link.place, message, fix, text.slug)


@rule("ACC002", "lying-link")
def lying_link(library: Library) -> Iterator[Finding]:
    """The words of a link show one web or mail address, and the link leads to another.

    ## Why

    Readers of a security desk are taught to look where a link leads; this one would teach them the opposite (WCAG 2.2,
    2.4.4). The host must agree, `www.` left aside; of a mail address all of it. Pages of the same host may differ.

    ## Flagged

    ```md content/drafts/piece.md
    Read [www.dicomstandard.org](https://dicomstandard.example.com/security).
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [dicomstandard.org](https://www.dicomstandard.org/using/security/) and [PS3.15](https://dicom.nema.org/).
    ```
    """
    site = host_of(library.desk.site.address.split("/")[2]) if library.desk else ""
    for text in library.texts:
        for link in text.prose.links:
            shown = shown_in(link.text) if "." in link.text and link.target else ()
            if shown and not any(agrees(entry, link.target, site) for entry in shown):
                message = f"the words of this link say '{shown[0].text[:60]}', and it leads to '{link.target[:60]}'"
                yield Finding(link.place, message, "Make the words and the address agree.", text.slug)


_OPENING = re.compile(
    r"(?:an?|the|this)? ?(?:image|picture|graphic|screen ?shot)s? (?:of|showing|shows|that shows)\b", re.IGNORECASE
)
_FILE = re.compile(
    r"[\w .()%+-]+\.(?:png|jpe?g|gif|webp|svg|heic|bmp|tiff?|pdf)"
    r"|(?:img|dscn?|pxl|image|picture|photo|screen ?shot|graphic|figure|fig|untitled)"
    r"[\s_.:-]*(?:\d[\d\s_.:-]*(?:at[\d\s.:-]+)?)?",
    re.IGNORECASE,
)
_LONGEST = 250


@rule("ACC005", "unhelpful-picture-text", Severity.WARNING)
def unhelpful_picture_text(library: Library) -> Iterator[Finding]:
    r"""The words of a picture begin with "image of", are the name of a file, or are longer than 250 characters.

    ## Why

    These words are read out in the picture's place, after the word "image" (WCAG 2.2, 1.1.1, failure F30). Nobody can
    stop or go back inside them, so what takes longer belongs into the text.

    ## Flagged

    ```md content/drafts/piece.md
    ![Screenshot of the path that a scan takes](images/path.png)
    ```

    ```text content/drafts/images/path.png as escaped
    \x89PNG\x0d\x0a\x1a\x0a
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ![Picture archive, scanner and the line between them](images/path.png)
    ```

    ```text content/drafts/images/path.png as escaped
    \x89PNG\x0d\x0a\x1a\x0a
    ```
    """
    for text in library.texts:
        for picture in text.prose.pictures:
            if told := _unhelpful(picture):
                yield Finding(picture.place, *told, text.slug)


def _unhelpful(picture: Picture) -> tuple[str, str] | None:
    """Message and fix, if the words of a picture do not help."""
    words = " ".join(picture.alt.split())
    if match := _OPENING.match(words):
        return f"the words of this picture begin with '{match.group()}'", "Begin with what it shows."
    stem = picture.target.rpartition("/")[2].rpartition(".")[0]
    if _FILE.fullmatch(words) or (words == stem and ("-" in words or "_" in words)):
        return f"the words of this picture, '{words[:60]}', do not say what it shows", "Say in words what it shows."
    if len(words) > _LONGEST:
        message = f"the words of this picture have {len(words)} characters; more than {_LONGEST} are hard to listen to"
        return message, "Say the main point here, and the rest in the text."
    return None


RULES = (vague_link, lying_link, unhelpful_picture_text)
