"""The Python-Markdown extension that lets only the constructs of design section 3 through.

It works on whatever the engine has loaded before it: raw HTML, rules, attribute lists and class names of an author's
own choosing are switched off at their source, and a last pass over the tree (`guard`) drops what is left.
"""

from __future__ import annotations

from xml.etree import ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension

from shelfready.markup.blocks import Admonitions, Fences, Part
from shelfready.markup.guard import Guard, Seen
from shelfready.markup.mail import AUTOMAIL_RE, Mail
from shelfready.markup.marks import Marks
from shelfready.markup.notes import Numbering
from shelfready.markup.outline import Outline
from shelfready.markup.shortcuts import shorten
from shelfready.markup.strict import register

__all__ = ["AuthorMarkdown", "makeExtension"]

# Python-Markdown runs processors by falling priority; the numbers place ours around its own (see its documentation).
# Engines resolve links at priority 0.
_NOWHERE = "\x04"
"""Where Python-Markdown would put the footnotes if a text held it; no text can, and all notes stand at the end."""
_BEFORE_ALL_BLOCKS = 200
_AFTER_INLINE = 19.5
_AFTER_TOC = 5.5
_LAST_BEFORE_LINKS_ARE_RESOLVED = 1


class AuthorMarkdown(Extension):
    """Registers the processors.

    Args:
        marks: key of each owner mark -> the label that readers see.
        staged: whether the text is a staged page, which may hold markers between its parts; a draft may not.
    """

    def __init__(self, marks: dict[str, str] | None = None, *, staged: bool = False) -> None:
        super().__init__()
        self.marks = dict(marks or {})
        self.staged = staged
        self.guard: Guard
        self.outline: Outline

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Called by Python-Markdown with the instance to change."""
        md.registerExtension(self)
        footnotes = FootnoteExtension(
            PLACE_MARKER=_NOWHERE, USE_DEFINITION_ORDER=False, BACKLINK_TITLE="Back to the text, note {}"
        )
        md.registerExtensions([footnotes], {})
        _switch_off(md)
        self.guard, self.outline = Guard(md), Outline(md)
        register(md, self.guard)
        md.preprocessors.register(Fences(md, {"lang_prefix": "language-"}), "fenced_code_block", 25)
        if self.staged:
            md.parser.blockprocessors.register(Part(md.parser), "shelfready-part", _BEFORE_ALL_BLOCKS)
        md.parser.blockprocessors.register(Admonitions(md.parser, self._keep_note), "admonition", 105)
        md.treeprocessors.register(Numbering(md, footnotes), "shelfready-notes", _AFTER_INLINE)
        md.treeprocessors.register(self.outline, "shelfready-outline", _AFTER_TOC)
        md.treeprocessors.register(self.guard, "shelfready-guard", _LAST_BEFORE_LINKS_ARE_RESOLVED)
        md.inlinePatterns.register(Mail(AUTOMAIL_RE, md), "automail", 110)
        if self.marks:
            md.inlinePatterns.register(Marks(self.marks), "shelfready-marks", 65)
        shorten(md)

    def _keep_note(self, div: etree.Element, line: str) -> None:
        self.guard.seen.notes[div] = line

    def reset(self) -> None:
        """Called by Python-Markdown before each text."""
        self.guard.seen = Seen()


def _switch_off(md: Markdown) -> None:
    """Take out what no author may use; what is not registered cannot be reached by clever text."""
    md.preprocessors.deregister("html_block", strict=False)
    md.inlinePatterns.deregister("html", strict=False)
    md.inlinePatterns.deregister("entity", strict=False)
    md.inlinePatterns.deregister("image_reference", strict=False)
    md.inlinePatterns.deregister("short_image_ref", strict=False)
    md.parser.blockprocessors.deregister("hr", strict=False)
    md.treeprocessors.deregister("toc", strict=False)


def makeExtension(  # noqa: N802 - Python-Markdown's name
    marks: dict[str, str] | None = None, *, staged: bool = False
) -> AuthorMarkdown:
    """Called by Python-Markdown for the extension name `shelfready.markup`."""
    return AuthorMarkdown(marks, staged=staged)
