"""`brief site build` and `brief site serve`: MkDocs on a published site."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from briefing.errors import OutputError

site = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Folder = Annotated[Path, typer.Argument(help="Folder of the site.", metavar="DIR")]


@site.callback()
def group() -> None:
    """Build or preview a published site with MkDocs."""


@site.command()
def build(folder: Folder) -> None:
    """Build the site: HTML pages in DIR/site."""
    _mkdocs(folder, "build", "--clean")


@site.command()
def serve(
    folder: Folder,
    address: Annotated[str, typer.Option(help="Host and port.", metavar="HOST:PORT")] = "127.0.0.1:8000",
) -> None:
    """Preview the site; it is built again when a page changes."""
    host, _, port = address.rpartition(":")
    if port.isdigit():  # anything else MkDocs explains itself
        _check_free(host, int(port))
    _mkdocs(folder, "serve", "--dev-addr", address)


def _check_free(host: str, port: int) -> None:
    """Raises OutputError where something listens there already, or nothing can."""
    import socket  # no other command needs it

    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        raise OutputError(
            f"expected a free address, found {host}:{port}: {getattr(error, 'strerror', None) or error}; "
            "give another one with --address."
        ) from error


def _mkdocs(folder: Path, command: str, *options: str) -> None:
    """Run MkDocs on the site and end with its exit code. Raises OutputError where one of them is not there."""
    if importlib.util.find_spec("mkdocs") is None:
        raise OutputError("expected MkDocs, found none; pip install 'policybrief[site]'.")
    configuration = folder / "mkdocs.yml"
    if not configuration.is_file():
        raise OutputError(
            f"expected {configuration}, found none; make the site with: brief publish SOURCE --site {folder}"
        )
    arguments = [sys.executable, "-m", "mkdocs", command, "--config-file", str(configuration), *options]
    try:
        code = subprocess.run(arguments, check=False).returncode
    except KeyboardInterrupt:
        code = 0
    raise typer.Exit(code)
