"""`shelfready serve`: a preview in the browser that follows every saved file, with the findings on the page."""

from __future__ import annotations

import signal
from datetime import date
from pathlib import Path

import click

from shelfready.cli.common import as_of_option, engine_option, project_option, project_root
from shelfready.errors import SetupError
from shelfready.live import serve
from shelfready.settings import Settings

__all__ = ["command"]


@click.command("serve")
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT", help="Where to listen.")
@engine_option
@as_of_option
@project_option
def command(address: str, engine: str, as_of: date, folder: Path) -> None:
    """Show a preview that follows every saved file.

    Unpublished pieces, the communications matrix and the authors' guide are shown, too. A piece's findings stand on its
    page and here. Stop with Ctrl-C.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65_536:
        raise SetupError(f"'{address}' is no address.", "Write host and port, such as 127.0.0.1:8000.")
    settings = Settings(project_root(folder), as_of, engine, None, preview=True, serving=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        serve(settings, host, int(port), click.echo)
    except KeyboardInterrupt:
        click.echo("Stopped.")
