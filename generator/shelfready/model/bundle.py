"""The rendered result before it is written: path -> content, and which file each page came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files for one folder; keys are POSIX paths relative to it."""

    files: Mapping[str, str | bytes]
    origins: Mapping[str, str] = field(default_factory=dict)
    """Bundle path -> the file in the project that a person would edit."""

    def merged(self, other: Bundle) -> Bundle:
        """Both bundles in one.

        Raises:
            ValueError: a path is in both: two pages for one address is a bug, never content's fault.
        """
        if twice := sorted(self.files.keys() & other.files.keys()):
            raise ValueError(f"two sources for {', '.join(twice)}")
        return Bundle({**self.files, **other.files}, {**self.origins, **other.origins})
