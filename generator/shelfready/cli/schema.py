"""`shelfready schema`: prints the JSON Schema by which editors complete and check records."""

from __future__ import annotations

import click

from shelfready.parse.schema import SCHEMAS, schema

__all__ = ["command"]


@click.command("schema")
@click.argument("name", type=click.Choice(sorted(SCHEMAS)), default="topic")
def command(name: str) -> None:
    """Print the JSON Schema of a record for editors: 'topic' (default) or 'desk'."""
    click.echo(schema(name), nl=False)
