"""Rendered HTML in, what an HTML sanitiser would change out: the second net under the extension's own list.

nh3 parses as browsers do. If its result is not the tree that went in, something reached the HTML that the list did not
mean, and the author is told; nothing is ever changed silently (reference/dependencies.md section 7).
"""

from __future__ import annotations

import re

import nh3

from shelfready.markup.guard import ATTRIBUTES, SCHEMES

__all__ = ["changed_by_sanitiser"]

_TAGS = set(ATTRIBUTES)
_ATTRIBUTES = {tag: set(names) for tag, names in ATTRIBUTES.items() if names}
_ATTRIBUTES["code"] = {"class"}
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None)


_TEXT = re.compile(r">[^<>&]{8,}")
"""Words between two tags: without '<', '>' and '&' they cannot become markup, so the sanitiser need not see them."""


def changed_by_sanitiser(html: str) -> bool:
    """Whether the sanitiser would drop or change anything in this HTML."""
    html = _TEXT.sub(">x", html)
    clean = _CLEANER.clean(html)
    return clean != html and _canonical(clean) != _canonical(html)


def _canonical(html: str) -> bytes:
    # Imported here: rarely needed, and check starts quicker without.
    import lxml.html  # noqa: PLC0415
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(lxml.html.fragment_fromstring(html, create_parent="div"), method="c14n")
