"""Staged preview in, pages in the browser out: the engine's own server, told to look and to build without delay.

Runs as a child process (`python -P -m shelfready.engines.live ENGINE CONFIG SITE HOST PORT [WATCHED ...]`); it ends
when its standard input does, so it never outlives its parent.
The engine's `serve` command looks for changes every half second, which is half of what a saved draft may take.
"""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from shelfready.engines.child import end_with_input

__all__ = ["main"]

_POLL = 0.05
"""Seconds between two looks at the staged files."""
_SETTLE = 0.03
"""Seconds to wait for further changes."""


_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def main(engine: str, config_file: str, site: str, host: str, port: int, watched: list[str]) -> None:
    """Serve until the parent goes; the site is drawn anew when the staged files or one of `watched` changes."""
    end_with_input()
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
    server.set_app(_guarded(server.serve_request, host, port))
    server.error_handler = lambda code: _page(Path(site) / f"{code}.html")
    for path in (str(first.docs_dir), config_file, *watched):
        server.watch(path)
    print(f"serving {address}", flush=True)  # noqa: T201 - read by the parent
    server.serve()


def _guarded(app: WSGIApplication, host: str, port: int) -> WSGIApplication:
    """The same server for this machine alone: a name that somebody points at it from elsewhere is refused.

    Otherwise a page that leads a reader's browser to its own name, now bound to 127.0.0.1, could read drafts (DNS
    rebinding). Who listens on another address wants other machines to ask, under names that only they know.
    """
    if host not in _LOOPBACK:
        return app

    def guarded(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("HTTP_HOST", "") in {f"{name}:{port}" for name in _LOOPBACK}:
            return app(environ, start_response)
        start_response("403 Forbidden", [("Content-Type", "text/plain")])
        return [f"This preview answers to {host}:{port} alone.\n".encode()]

    return guarded


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]), sys.argv[6:])
