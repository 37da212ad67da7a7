"""`python -m shelfready`: arguments in, exit code out."""

from __future__ import annotations

from shelfready.cli import main

if __name__ == "__main__":
    main()
