"""The ``brief`` command: parse, call, print. One file per command, one line each below."""

from __future__ import annotations

from typing import Annotated, cast

import typer

from briefing._version import __version__
from briefing.cli.make import make
from briefing.cli.publish import publish
from briefing.cli.quotes import quotes
from briefing.cli.sections import sections
from briefing.cli.site import site
from briefing.cli.summarise import methods, summarise

app = typer.Typer(
    add_completion=True, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)
UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[1])
"""What Click raises where a command is called wrongly; some versions of Typer have a Click of their own."""


def _version(show: bool) -> None:
    if show:
        typer.echo(f"brief {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Turn news articles into policy briefs: extractive, verbatim, offline."""


app.command()(make)
app.command()(summarise)
app.command("summarize", hidden=True)(summarise)
app.command()(sections)
app.command()(quotes)
app.command()(publish)
app.command()(methods)
app.add_typer(site, name="site")
