"""What the commands share: their arguments, where text comes from and where it goes."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from briefing.characters import one_line, visible
from briefing.errors import OptionError, OutputError, SourceError

STANDARD = "-"
"""What stands for standard input, and for standard output."""

Sources = Annotated[
    list[str], typer.Argument(help="Files with articles; - reads standard input.", metavar="SOURCE...")
]
One = Annotated[str, typer.Argument(help="A file with an article; - reads standard input.", metavar="SOURCE")]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="Write here, whole or not at all; - is standard output.")
]
Method = Annotated[str, typer.Option(help="Ranking method; see `brief methods`.")]
Focus = Annotated[str | None, typer.Option(help="Lift what answers these words; commas part phrases.")]
Language = Annotated[
    str | None, typer.Option(help="ISO 639 code of the text's language; detected by default.")
]


ByTopic = Annotated[
    str | None, typer.Option("--by-topic", help='Topics that name the sections: "Turkey,pipeline".')
]


def topics_of(named: str | None) -> list[str] | None:
    """The topics between the commas."""
    return None if named is None else [topic for topic in named.split(",") if topic.strip()]


def source_of(name: str) -> bytes | Path:
    """The file of that name, or what standard input holds. Raises SourceError."""
    if name != STANDARD:
        return Path(name)
    from briefing.readers import LIMIT  # --help does not wait for it

    try:
        if sys.stdin is None:
            raise OSError("it is closed")
        return sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise SourceError(
            f"expected an article on standard input, found: {error.strerror or error}; give a file or a pipe."
        ) from error


def sources_of(names: list[str]) -> list[bytes | Path]:
    """The source of each name. Raises OptionError where standard input is to be read again, and SourceError."""
    if names.count(STANDARD) > 1:
        raise OptionError("expected - once, found it again; standard input can be read once.")
    return [source_of(name) for name in names]


def tell(message: str) -> None:
    """One line on standard error, whatever the names of files in it hold."""
    print(one_line(message), file=sys.stderr)


def emit(text: str, output: Path | None = None) -> None:
    """Print, or write the file whole or not at all; a device or a pipe is written to as it is. Raises OutputError."""
    if output is None or str(output) == STANDARD:
        if sys.stdout is None:
            raise OutputError("expected standard output to write to, found it closed; name a file with -o.")
        _put(text, sys.stdout.buffer)
        return
    try:
        path = output.resolve()  # what a link points to, not the link
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                _put(text, device)
            return
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".brief-")
        try:
            with os.fdopen(handle, "wb") as file:
                _put(text, file)
            os.chmod(name, mode)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except (OSError, RuntimeError) as error:  # links in a circle are a RuntimeError before Python 3.13
        found = error.strerror if isinstance(error, OSError) else error
        raise OutputError(
            f"expected a place to write to, found {output}: {found}; check the folder."
        ) from error


def _put(text: str, file: BinaryIO) -> None:
    """Write the text as it is; to a terminal, what it would obey is written out."""
    file.write((visible(text) if file.isatty() else text).encode("utf-8"))
    file.flush()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
