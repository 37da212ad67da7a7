"""Front matter and words in, one staged Markdown file out: YAML written by a dumper, never by a template.

MkDocs drops broken front matter without a word, and its theme prints the title unescaped (reference/dependencies.md
section 0), so values arrive there as YAML text and the title as HTML text.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from datetime import date

import yaml

__all__ = ["Value", "staged"]

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

_WITH_CONTENTS = ("topic.html", "page.html")
"""Templates of pages that are read from top to bottom and have a table of contents beside them."""

Value = str | int | bool | date | list["Value"] | dict[str, "Value"] | None


def staged(
    template: str,
    title: str,
    shelf: Mapping[str, Value],
    body: str,
    *,
    search: bool = True,
    found_by: Sequence[str] = (),
) -> str:
    """A page for the site engine.

    Args:
        template: file name of the theme template that draws the page.
        title: plain text.
        shelf: what the template reads as `page.meta.shelf`, plain values that the template escapes; its `description`
            becomes `page.meta.description`.
        body: Markdown.
        search: whether the page stands in the search index.
        found_by: words under which search finds the page, beside its own; no page shows them.
    """
    hidden: list[Value] = ["navigation"] if template in _WITH_CONTENTS else ["navigation", "toc"]
    meta: dict[str, Value] = {"template": template, "title": html.escape(title), "hide": hidden}
    if "description" in shelf:
        meta["description"] = html.escape(str(shelf["description"]))
    if not search:
        meta["search"] = {"exclude": True}
    if found_by:
        meta["tags"] = list(found_by)  # the one field of the theme's search index that is no text of the page
    meta["shelf"] = {name: value for name, value in shelf.items() if name != "description"}
    dumped = yaml.dump(meta, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{dumped}---\n\n{body.strip()}\n"
