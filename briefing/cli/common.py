"""What the commands share: their arguments, where text comes from and where it goes."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from briefing.errors import OutputError

Sources = Annotated[
    list[str], typer.Argument(help="Files with articles; - reads standard input.", metavar="SOURCE...")
]
One = Annotated[str, typer.Argument(help="A file with an article; - reads standard input.", metavar="SOURCE")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write here, whole or not at all.")]
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
    """The file of that name, or what standard input holds."""
    return sys.stdin.buffer.read() if name == "-" else Path(name)


def emit(text: str, output: Path | None) -> None:
    """Print, or write the file whole or not at all; a device or a pipe is written to as it is. Raises OutputError."""
    data = text.encode("utf-8")
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        path = output.resolve()  # what a link points to, not the link
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, mode)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as error:
        raise OutputError(
            f"expected a place to write to, found {output}: {error.strerror}; check the folder."
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
