"""A line that tells what is being done: rewritten in place on a terminal, one line a step elsewhere."""

from __future__ import annotations

import sys

__all__ = ["Progress"]


class Progress:
    """Writes to standard error, so that results can be piped."""

    def __init__(self) -> None:
        self.shown = ""
        self.lively = sys.stderr.isatty()

    def __call__(self, text: str) -> None:
        """Say what is being done now."""
        if text == self.shown:
            return
        if self.lively:
            sys.stderr.write(f"\r{text.ljust(len(self.shown))}")
            sys.stderr.flush()
        elif not text[:1].isdigit() and " of " not in text:
            sys.stderr.write(f"{text}\n")
        self.shown = text

    def __enter__(self) -> Progress:
        """The same object; `with` clears the line at the end, whatever ends it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        if self.lively and self.shown:
            sys.stderr.write(f"\r{' ' * len(self.shown)}\r")
            sys.stderr.flush()
        self.shown = ""
