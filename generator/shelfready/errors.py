"""Errors for wrong use or an unusable set-up; bad content is never an exception but a diagnostic.

ShelfreadyError
├── SetupError      the folder, the settings or the machine cannot be used as they are    (exit 2)
└── EngineError     the site engine broke down without naming a page                      (exit 2)
"""

from __future__ import annotations

__all__ = ["EngineError", "SetupError", "ShelfreadyError"]


class ShelfreadyError(Exception):
    """One sentence that says what is wrong and one that says what to do."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".strip()


class SetupError(ShelfreadyError):
    """The project folder, a setting or this machine cannot be used as it is."""


class EngineError(ShelfreadyError):
    """The site engine ended without a site and without a warning that names a page."""
