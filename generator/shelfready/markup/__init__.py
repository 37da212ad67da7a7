"""Author Markdown: one Python-Markdown extension that every site engine loads, and the checker's renderer with it.

`mkdocs.yml` names this module as an extension; `EXTENSIONS` is the whole list, for the engines and for the checker.
"""

from __future__ import annotations

from shelfready.markup.extension import AuthorMarkdown, makeExtension

__all__ = ["ENGINE_BUILTINS", "EXTENSIONS", "AuthorMarkdown", "makeExtension"]

ENGINE_BUILTINS = ("toc", "tables", "fenced_code")
"""MkDocs and ProperDocs load these before anything that mkdocs.yml names; the checker does the same."""

EXTENSIONS = ("shelfready.markup",)
"""What `markdown_extensions` in mkdocs.yml must hold, no more and no less."""
