"""An engine's command line in, the same command run here, to its end or to that of its standard input.

Runs as `python -P -m shelfready.engines.child ENGINE ARGUMENT ...`. Standard input ends with the parent: a build that
is killed must not leave an engine that goes on writing.
"""

from __future__ import annotations

import os
import runpy
import sys
import threading

__all__ = ["end_with_input", "python"]

python = (sys.executable, "-P")
"""Python that does not take modules from the folder it runs in: that folder holds other people's files."""


def end_with_input() -> None:
    """End this process as soon as whoever holds the other end of its standard input has gone."""
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    while os.read(0, 4096):
        pass
    os._exit(1)


if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    end_with_input()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
