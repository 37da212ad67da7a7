"""Drafts in, what other linters need for them out: each tool's command, its settings and the goal it sets us."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.runs import ROOT, NotMeasuredError, Run, timed

__all__ = ["LINTERS", "Linter", "install_linters"]

_BENCH = ROOT / "bench"
_MODULES = _BENCH / "node_modules"
_DRAFTS = "content/drafts/*.md"
_NPM_OPTIONS = ("--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund")
_RULE = "textlint-rule-"


@dataclass(frozen=True, slots=True)
class Linter:
    """A tool that our check is compared with."""

    title: str
    name: str
    """Of its package and of its command."""
    goal: float | None
    """The most of its wall time that our check may take."""
    rounds: int = 5
    rules: tuple[str, ...] = ()
    """Rules of textlint that are switched on, each a package of its own; none where the tool's own settings hold."""

    @property
    def packages(self) -> list[str]:
        """What npm installs for it."""
        return [self.name, *(f"{_RULE}{rule}" for rule in self.rules)]

    def prepared(self, project: Path) -> list[str]:
        """Its command line over all drafts of a project, in one process; writes its settings there.

        Raises:
            NotMeasuredError: it is not on this machine.
        """
        local = _MODULES / ".bin" / self.name
        found = str(local) if local.is_file() else shutil.which(self.name)
        if found is None:
            how = "--install fetches it" if shutil.which("npm") else "install Node.js with npm"
            raise NotMeasuredError(f"{self.name} ({how}, or: npm install --prefix bench {' '.join(self.packages)})")
        if not self.rules:
            return [found, _DRAFTS]
        settings = json.dumps({"rules": dict.fromkeys(self.rules, True)})
        (project / ".textlintrc.json").write_text(settings, encoding="utf-8")
        return [found, "--format", "compact", _DRAFTS]

    def note(self, run: Run) -> str:
        """What it was and what it did, from one of its runs.

        Raises:
            NotMeasuredError: its rules have found nothing in all drafts, so they were not at work.
        """
        if not self.rules:
            return f"against {run.output.partition(chr(10))[0]}"
        counts = {rule: len(re.findall(rf" \({rule}\)$", run.output, re.MULTILINE)) for rule in self.rules}
        if not any(counts.values()):
            raise NotMeasuredError(f"{self.name} with rules that find something; it found nothing")
        found = ", ".join(f"{rule} {_version(_RULE + rule)} ({count:,} findings)" for rule, count in counts.items())
        return f"against {self.name} {_version(self.name)} with {found}"


def _version(package: str) -> str:
    """As installed here; '' for a tool of PATH."""
    path = _MODULES / package / "package.json"
    return str(json.loads(path.read_text(encoding="utf-8"))["version"]) if path.is_file() else ""


LINTERS = (
    Linter("markdownlint-cli2", "markdownlint-cli2", 0.25),
    Linter("textlint", "textlint", 0.08, rules=("write-good",)),
    Linter("textlint, 3 rules", "textlint", None, 1, ("write-good", "sentence-length", "max-comma")),
)
"""One row of the table each."""


def install_linters() -> None:
    """Fetch what is missing into bench/node_modules/ with npm; all at once, as npm takes away what it is not told of.

    Raises:
        NotMeasuredError: npm is missing or failed.
    """
    packages = sorted({package for linter in LINTERS for package in linter.packages})
    if all((_MODULES / package).is_dir() for package in packages):
        return
    npm = shutil.which("npm")
    if npm is None:
        raise NotMeasuredError("npm (install Node.js)")
    timed([npm, "install", "--prefix", str(_BENCH), *_NPM_OPTIONS, *packages], _BENCH).needs(0)
