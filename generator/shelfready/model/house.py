"""The desk's own words, as reading takes them: what desk.yml adds to the packaged lists."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["House"]


@dataclass(frozen=True, slots=True)
class House:
    """Read ahead of everything else in desk.yml, because every text is read with it; texts as typed."""

    plain: tuple[tuple[str, str], ...] = ()
    """Jargon, and the plain word."""
    tone: tuple[str, ...] = ()
    """Phrases that this desk does not use."""
    counsel: tuple[str, ...] = ()
    """Phrases that counsel wants to see."""
    vendors: tuple[str, ...] = ()
    """Names of companies and products; capital letters count."""
    detector: bool = False
    """Whether detect-secrets looks at every text, too."""
