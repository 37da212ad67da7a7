"""What one run was told, as one frozen value: no flag, variable or clock is looked at anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["ENGINES", "Settings"]

ENGINES = ("mkdocs", "properdocs")
"""Site engines that can take the last step."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One run of one command."""

    root: Path
    """The project folder: holds content/ and perhaps docs/, templates/ and mkdocs.yml."""
    as_of: date
    """The day on which everything is judged."""
    engine: str = "mkdocs"
    site_dir: Path | None = None
    """Where the result goes; None for the usual place."""
    preview: bool = False
    """Whether unpublished pieces and the authors' guide are shown, for colleagues."""
    serving: bool = False
    """Whether the preview is a live one; it has folders of its own, so that a build beside it takes nothing away."""

    @property
    def docs_dir(self) -> Path:
        """The staged docs folder (design section 2)."""
        return self._work_dir / "docs"

    @property
    def theme_dir(self) -> Path:
        """The assembled theme folder."""
        return self._work_dir / "theme"

    @property
    def config_file(self) -> Path:
        """The engine's configuration of one run; in the project folder, where engines want it."""
        return self.root / f"mkdocs.shelfready-{self._use}.yml"

    @property
    def target(self) -> Path:
        """The folder that the finished site is switched into."""
        if self.site_dir is not None:
            return self.site_dir
        return self._work_dir / "site" if self.preview else self.root / "site"

    @property
    def _use(self) -> str:
        return "serve" if self.serving else "preview" if self.preview else "public"

    @property
    def _work_dir(self) -> Path:
        return self.root / "build" / self._use if self.preview else self.root / "build"
