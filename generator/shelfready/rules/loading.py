"""LOD: files that cannot be read as what they should be; what is wrong inside a record stands in `notation`."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.rules.base import as_findings, rule

__all__ = ["RULES"]


@rule("LOD001", "unreadable-file", fixed=True)
def unreadable_file(library: Library) -> Iterator[Finding]:
    """A path is a link, a pipe, a folder or locked where a plain file belongs.

    ## Why

    A symbolic link can point outside the project and would publish what it points to; a pipe would wait forever.
    Shelfready opens plain files only. What it is not allowed to read it cannot check.

    ## Flagged

    ```md content/drafts/piece.md as link
    /etc/hostname
    ```

    ## Accepted

    ```md content/drafts/piece.md
    ## A plain file

    With plain text.
    ```
    """
    return as_findings(library.faults_of("LOD001"))


@rule("LOD002", "oversized-file", fixed=True)
def oversized_file(library: Library) -> Iterator[Finding]:
    r"""A file or a line is longer than any piece needs.

    ## Why

    A draft holds at most 64 kB, a record 256 kB, a line 2,000 characters. More than that is a paste that went wrong,
    or an attempt to keep the checker busy.

    ## Flagged

    ```md content/drafts/piece.md as escaped
    A line of two thousand and one characters: \x2a{2001}
    ```

    ## Accepted

    ```md content/drafts/piece.md
    A line that ends before anybody loses patience.
    ```
    """
    return as_findings(library.faults_of("LOD002"))


@rule("LOD003", "foreign-encoding", fixed=True)
def foreign_encoding(library: Library) -> Iterator[Finding]:
    r"""A file is not UTF-8 text.

    ## Why

    Text saved in an old Windows code page shows readers question marks instead of quotation marks; text that was read
    in the wrong one shows three signs where an apostrophe belongs. The message says which character was meant. A Word
    or PDF document stays one, whatever its file is called.

    ## Flagged

    ```md content/drafts/piece.md as escaped
    The hospital\x92s archive.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The hospital’s archive.
    ```
    """
    return as_findings(library.faults_of("LOD003"))


@rule("LOD004", "control-character", fixed=True)
def control_character(library: Library) -> Iterator[Finding]:
    r"""A text holds a character that no reader can see and no page can show.

    ## Why

    Control characters come from broken exports. Word and PDF refuse to open a file that holds one. Form feeds and the
    line separators of other programs count as lines for some readers and not for others.

    ## Flagged

    ```md content/drafts/piece.md as escaped
    A bell rings \x07 here.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    A quiet sentence.
    ```
    """
    return as_findings(library.faults_of("LOD004"))


@rule("LOD005", "invisible-character", fixed=True)
def invisible_character(library: Library) -> Iterator[Finding]:
    r"""A text holds a zero-width, direction-changing or unassigned character.

    ## Why

    Such characters let a sentence read otherwise than it is stored, split words where nobody sees it and break search.
    No-break spaces and soft hyphens are harmless: they are normalised without a word.

    ## Flagged

    ```md content/drafts/piece.md as escaped
    Zero\u200bwidth.
    ```

    ## Accepted

    ```md content/drafts/piece.md as escaped
    No\u00a0break and soft\u00adhyphen.
    ```
    """
    return as_findings(library.faults_of("LOD005"))


@rule("LOD009", "stray-file", Severity.WARNING)
def stray_file(library: Library) -> Iterator[Finding]:
    """A file in content/ or docs/ that nothing reads.

    ## Why

    A draft without a record looks finished to its author and reaches nobody. Files that operating systems and editors
    leave behind, such as Thumbs.db or piece.md.bak, are passed over.

    ## Flagged

    ```md content/drafts/forgotten.md
    A draft whose record was never written.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    A draft beside its record.
    ```
    """
    return as_findings(library.faults_of("LOD009"))


@rule("LOD012", "misnamed-file", fixed=True, stops=False)
def misnamed_file(library: Library) -> Iterator[Finding]:
    """A record or a draft stands in another folder, ends in another way, or is a document of another program.

    ## Why

    Records are content/topics/NAME.yml, drafts are content/drafts/NAME.md. A text that is called otherwise looks
    finished to its author and is not read at all.

    ## Flagged

    ```md content/drafts/piece.markdown
    Look from outside.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Look from outside.
    ```
    """
    return as_findings(library.faults_of("LOD012"))


@rule("LOD010", "missing-desk", fixed=True)
def missing_desk(library: Library) -> Iterator[Finding]:
    """There is no content/desk.yml.

    ## Why

    It names the site, the organisations, the kinds of pieces and their limits; no piece can be judged without it.

    ## Flagged

    ```yaml content/desk.yml as missing
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Any piece in a folder that has a desk.yml.
    ```
    """
    return as_findings(library.faults_of("LOD010"))


RULES = (
    unreadable_file,
    oversized_file,
    foreign_encoding,
    control_character,
    invisible_character,
    stray_file,
    missing_desk,
    misnamed_file,
)
