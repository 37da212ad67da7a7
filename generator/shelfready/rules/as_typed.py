"""MKD and DIA: what the page would drop, change or show as raw signs; the renderer found it, with message and fix."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding
from shelfready.model.library import Library
from shelfready.rules.base import rule

__all__ = ["RULES"]


def _told(library: Library, code: str) -> Iterator[Finding]:
    """One finding for each refusal of this code."""
    for text in library.texts:
        for refusal in text.prose.refusals:
            if refusal.code == code:
                yield Finding(refusal.place, refusal.detail, refusal.fix, text.slug)


@rule("MKD011", "lost-cell", fixed=True)
def lost_cell(library: Library) -> Iterator[Finding]:
    """A row of a table has more cells than the table has headings.

    ## Why

    Pages draw as many cells as there are headings; the words in the others would be neither shown nor counted. A row
    with fewer cells ends in empty ones.

    ## Flagged

    ```md content/drafts/piece.md
    | Port | Use |
    | --- | --- |
    | 104 | DICOM | and more |
    ```

    ## Accepted

    ```md content/drafts/piece.md
    | Port | Use |
    | --- | --- |
    | 104 | DICOM or `a|b` |
    | 2762 |
    ```
    """
    return _told(library, "MKD011")


@rule("MKD012", "indented-code", fixed=True)
def indented_code(library: Library) -> Iterator[Finding]:
    """A paragraph is indented by 4 blanks or more and belongs to no list item or note.

    ## Why

    Markdown takes it for code: it is drawn as typed and its words would not be counted. Code stands in a fence.

    ## Flagged

    ```md content/drafts/piece.md
    Look from outside:

        use a line that is not yours
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Look from outside:

    ~~~
    nmap -p 104 example.org
    ~~~

    - Use a line that is not yours.

        Ask before you look.
    ```
    """
    return _told(library, "MKD012")


@rule("MKD013", "changed-list", fixed=True)
def changed_list(library: Library) -> Iterator[Finding]:
    """A list would get other numbers or another depth than those that were typed.

    ## Why

    Whoever refers to step 3 must find step 3. Items and paragraphs inside an item are indented by 4 blanks; the numbers
    of a list go up by one, or are all the same.

    ## Flagged

    ```md content/drafts/piece.md
    - Close the ports:
      - port 104
    ```

    ## Accepted

    ```md content/drafts/piece.md
    3. Close the ports:
        - port 104

        Ask before you look.

    4. Look again.
    ```
    """
    return _told(library, "MKD013")


@rule("DIA005", "raw-sign", fixed=True)
def raw_sign(library: Library) -> Iterator[Finding]:
    r"""A link, a footnote or an emphasis is typed in a way that readers would see as signs.

    ## Why

    A bracket too few or a blank too many turns a link into brackets and an address. A backslash before a sign says
    that it is meant: `\*\*`.

    ## Flagged

    ```md content/drafts/piece.md
    Read [the answers] (/answers/index.md).
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Read [the answers](/answers/index.md) [sic] (see below), 2*3, snake_case and `**code`.
    ```
    """
    return _told(library, "DIA005")


@rule("DIA006", "unread-block", fixed=True)
def unread_block(library: Library) -> Iterator[Finding]:
    """A list, a table or a note is typed in a way that runs into the text around it.

    ## Why

    Lists and tables need a blank line before them, a table its row of dashes, a note its text indented. Otherwise
    readers get one paragraph full of signs.

    ## Flagged

    ```md content/drafts/piece.md
    Look from outside:
    - at the ports
    - at the pages
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Look from outside:

    - at the ports
    - at the pages
    ```
    """
    return _told(library, "DIA006")


RULES = (lost_cell, indented_code, changed_list, raw_sign, unread_block)
