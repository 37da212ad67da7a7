"""Staged preview in, pages in the browser out: the engine's own server, told to look and to build without delay.

Runs as a child process (`python -m shelfready.engines.live ENGINE CONFIG SITE HOST PORT [WATCHED ...]`); it ends when
its standard input does, so it never outlives its parent.
The engine's `serve` command looks for changes every half second, which is half of what a saved draft may take.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

__all__ = ["main"]

_POLL = 0.05
"""Seconds between two looks at the staged files."""
_SETTLE = 0.03
"""Seconds to wait for further changes."""


def main(engine: str, config_file: str, site: str, host: str, port: int, watched: list[str]) -> None:
    """Serve until the parent goes; the site is drawn anew when the staged files or one of `watched` changes."""
    importlib.import_module(f"{engine}.__main__")  # ProperDocs takes MkDocs' place for plugins there
    load_config = importlib.import_module(f"{engine}.config").load_config
    build = importlib.import_module(f"{engine}.commands.build").build
    server_class = importlib.import_module(f"{engine}.livereload").LiveReloadServer
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s - %(message)s", stream=sys.stdout)
    address = f"http://{host}:{port}/"

    logging.getLogger(f"{engine}.livereload").setLevel(logging.ERROR)
    first = load_config(config_file, site_dir=site)
    templates = first.theme.get_env()  # kept: compiling the theme's templates takes a third of a build
    templates.auto_reload = True

    def builder() -> None:
        config = load_config(config_file, site_dir=site, site_url=address, strict=False)
        config.theme.get_env = lambda: templates
        config.plugins.on_startup(command="serve", dirty=False)
        build(config, serve_url=address)

    builder()
    server = server_class(builder, host, port, site, urlsplit(address).path, polling_interval=_POLL)
    server.build_delay = _SETTLE
    server.error_handler = lambda code: _page(Path(site) / f"{code}.html")
    for path in (str(first.docs_dir), config_file, *watched):
        server.watch(path)
    threading.Thread(target=_end_with_input, daemon=True).start()
    print(f"serving {address}", flush=True)  # noqa: T201 - read by the parent
    server.serve()


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]), sys.argv[6:])
