"""Arguments in, exit code out: 0 clean, 1 findings, 2 wrong use or unusable set-up.

Each command stands in a module of its own that is imported when it is called, so that `--help` stays quick.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from shelfready import __version__
from shelfready.errors import ShelfreadyError
from shelfready.report.escape import printable

_MACHINE = frozenset(
    [
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EISDIR,
        errno.ENOTDIR,
        errno.EEXIST,
        errno.EBUSY,
    ]
)
"""What a folder's rights or a full disk answer: nothing that the program or the content could mend."""

__all__ = ["COMMANDS", "main", "shelfready"]

COMMANDS = {
    "new": "Start a topic: a record and a draft that pass check.",
    "check": "Run all rules over content/ and docs/.",
    "status": "Show the shelf: what is live, what can go out today, what waits and on whom.",
    "submit": "Freeze the next edition of a topic, for people to sign.",
    "packet": "Write what reviewers of an edition read, and how they answer.",
    "sign": "Record that somebody approved an edition.",
    "unsign": "Take a sign-off back.",
    "diff": "Show what changed since the last approved words.",
    "publish": "Put the approved words of a topic out.",
    "withdraw": "Take a topic down; its address stays and says why.",
    "build": "Check, render and verify the site, then switch it in.",
    "serve": "Show a preview that follows every saved file.",
    "rule": "Explain a rule.",
    "schema": "Print the JSON Schema of records for editors.",
}
"""Every command with its one line of help; its module has the same name."""


class _Lazy(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"shelfready.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="shelfready %(version)s")
def shelfready() -> None:
    """Keep short, approved answers ready on the shelf.

    Content stands in content/ (records, drafts, desk.yml); 'shelfready COMMAND --help' explains each command.
    """


def main() -> None:
    """Run the command line; the one place where an error becomes an exit code."""
    gc.disable()  # a run is short and keeps almost all it makes: collecting would find nothing
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show is no reason to stop
    try:
        _end(_status())
    except ShelfreadyError as error:
        _unusable(str(error))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except BrokenPipeError:  # whoever read our output has gone, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(1)
    except OSError as error:
        if error.errno not in _MACHINE:
            raise
        place = os.fsdecode(error.filename) if error.filename else "A file"
        _unusable(f"{place} cannot be used: {error.strerror}. Change its rights, make room, or name another place.")


def _status() -> int:
    """Run the command that was asked for."""
    try:
        return shelfready(standalone_mode=False) or 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)


def _end(status: int) -> NoReturn:
    """End at once: taking a large shelf apart in memory takes time, and nobody needs the result."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _unusable(sentence: str) -> NoReturn:
    click.echo(f"Error: {printable(sentence)}", err=True)
    sys.exit(2)
