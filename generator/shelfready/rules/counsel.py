"""CNS: what a competition lawyer wants to see before it goes out; every hit is a warning, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator

from shelfready.model.finding import Finding, Severity
from shelfready.model.library import Library
from shelfready.rules.base import rule
from shelfready.rules.listed import listed

__all__ = ["RULES"]

_FIX = "Leave it out, or have counsel read it."


@rule("CNS001", "price-or-market", Severity.WARNING, waivable=True)
def price_or_market(library: Library) -> Iterator[Finding]:
    """A text speaks of prices, terms of sale or shares of a market.

    ## Why

    Companies that compete write these answers together. Nothing that they publish may touch what they charge or sell.

    ## Flagged

    ```md content/drafts/piece.md
    Encryption raises the price of a scanner.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Encryption takes some work to set up.
    ```
    """
    yield from listed(library, "CNS001", "is about prices or markets", _FIX)


@rule("CNS002", "joint-conduct", Severity.WARNING, waivable=True)
def joint_conduct(library: Library) -> Iterator[Finding]:
    """A text speaks of an agreement among companies, a boycott, an allocation or an exclusion.

    ## Why

    A standards body writes down how things can be done. Whether and when a company does it is that company's own
    decision; a sentence that sounds like a joint one is evidence.

    ## Flagged

    ```md content/drafts/piece.md
    There is an agreement to adopt the profile.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Each maker decides on its own whether to offer the profile.
    ```
    """
    yield from listed(library, "CNS002", "sounds like joint conduct", _FIX)


@rule("CNS003", "promise-for-members", Severity.WARNING, waivable=True)
def promise_for_members(library: Library) -> Iterator[Finding]:
    """A text promises what members, vendors or the industry will do.

    ## Why

    Nobody here can promise what a company does, and a promise for all of them reads like an agreement.

    ## Flagged

    ```md content/drafts/piece.md
    Vendors will ship encryption with each scanner.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    Ask your vendor which profiles the product supports.
    ```
    """
    yield from listed(library, "CNS003", "promises what companies do", _FIX)


@rule("CNS004", "licence-terms", Severity.WARNING, waivable=True)
def licence_terms(library: Library) -> Iterator[Finding]:
    """A text speaks of patents, royalties or terms of a licence.

    ## Why

    Standards bodies have their own rules on these, and each word binds somebody. Licences of software ('an MIT
    licence') and a driving licence are fine.

    ## Flagged

    ```md content/drafts/piece.md
    The method is free of royalties.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    The test program has an open-source licence.
    ```
    """
    yield from listed(library, "CNS004", "is about patents or licence terms", _FIX)


@rule("CNS005", "vendor-name", Severity.WARNING, waivable=True)
def vendor_name(library: Library) -> Iterator[Finding]:
    """A text names a company or a product of the desk's list, 'terms: vendors:' in desk.yml.

    ## Why

    Naming one of several competitors, for good or ill, is counsel's decision. Names of sources in footnotes and under
    Sources are not looked at. Capital letters count.

    ## Flagged

    ```yaml content/desk.yml as addition
    terms: {vendors: [Acme Imaging]}
    ```

    ```md content/drafts/piece.md
    Acme Imaging closed the port.
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    terms: {vendors: [Acme Imaging]}
    ```

    ```md content/drafts/piece.md
    The maker closed the port.[^news]

    [^news]: Acme Imaging, notice of 1 October 2026.
    ```
    """
    yield from listed(library, "CNS005", "names a vendor", _FIX)


@rule("CNS006", "comparative-claim", Severity.WARNING, waivable=True)
def comparative_claim(library: Library) -> Iterator[Finding]:
    """A text compares products, standards or companies, or ranks one of them first.

    ## Why

    A comparison needs proof for each side, and the other side reads it, too.

    ## Flagged

    ```md content/drafts/piece.md
    DICOM is more secure than other formats.
    ```

    ## Accepted

    ```md content/drafts/piece.md
    DICOM describes encrypted links.
    ```
    """
    yield from listed(library, "CNS006", "compares or ranks", _FIX)


@rule("CNS007", "phrase-for-counsel", Severity.WARNING, waivable=True)
def phrase_for_counsel(library: Library) -> Iterator[Finding]:
    """A text uses a phrase that this desk's counsel has put on a list, 'terms: counsel:' in desk.yml.

    ## Why

    What counsel has struck once will be struck again. The list saves the round.

    ## Flagged

    ```yaml content/desk.yml as addition
    terms: {counsel: [conformance claim]}
    ```

    ```md content/drafts/piece.md
    Read the conformance claim.
    ```

    ## Accepted

    ```yaml content/desk.yml as addition
    terms: {counsel: [conformance claim]}
    ```

    ```md content/drafts/piece.md
    Read the statement of the maker.
    ```
    """
    yield from listed(library, "CNS007", "is on counsel's list", _FIX)


RULES = (
    price_or_market,
    joint_conduct,
    promise_for_members,
    licence_terms,
    vendor_name,
    comparative_claim,
    phrase_for_counsel,
)
