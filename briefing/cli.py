"""The ``brief`` command: parse, call, print."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing._version import __version__
from briefing.errors import OutputError, UnknownName

app = typer.Typer(
    add_completion=True, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None
)

Sources = Annotated[
    list[str], typer.Argument(help="Files with articles; - reads standard input.", metavar="SOURCE...")
]
One = Annotated[str, typer.Argument(help="A file with an article; - reads standard input.", metavar="SOURCE")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write here, whole or not at all.")]
Method = Annotated[str, typer.Option(help="Ranking method; see `brief methods`.")]
Focus = Annotated[str | None, typer.Option(help="Lift what answers these words.")]


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


def _source(name: str) -> Any:
    return sys.stdin.buffer.read() if name == "-" else Path(name)


def _emit(text: str, output: Path | None) -> None:
    """Print, or write the file whole or not at all. Raises OutputError."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        return
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(text.encode("utf-8"))
            os.chmod(name, 0o666 & ~_umask())
            os.replace(name, output)
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


@app.command()
def make(
    sources: Sources,
    output: Output = None,
    format: Annotated[str, typer.Option(help="md, html or json.")] = "md",
    words: Annotated[int | None, typer.Option(help="Length to aim at.")] = None,
    method: Method = "centrality",
    focus: Focus = None,
    quotes: Annotated[int | None, typer.Option(help="At most so many key quotes.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the brief.")] = None,
    date: Annotated[str | None, typer.Option(help="Date of the brief, YYYY-MM-DD.")] = None,
    template: Annotated[str, typer.Option(help="Template: a name or a file.")] = "policy",
) -> None:
    """Make a policy brief."""
    from briefing.pipeline import make_brief

    began = time.perf_counter()
    if format not in ("md", "html", "json"):
        raise UnknownName("format", format, ["md", "html", "json"])
    brief = make_brief(
        [_source(s) for s in sources],
        words=words,
        method=method,
        focus=focus,
        quotes=quotes,
        title=title,
        date=date,
    )
    text = (
        brief.json()
        if format == "json"
        else brief.html(template)
        if format == "html"
        else brief.markdown(template)
    )
    _emit(text, output)
    if sys.stderr.isatty():
        shown = sum(part.quote is not None for part in brief.parts)
        typer.echo(
            f"{brief.words_in} words in, {brief.words_out} out, {len(brief.parts)} sections, {shown} quotes, "
            f"{time.perf_counter() - began:.2f} s",
            err=True,
        )


@app.command()
def summarise(
    source: One,
    sentences: Annotated[int | None, typer.Option(help="How many sentences.")] = None,
    words: Annotated[int | None, typer.Option(help="At most so many words.")] = None,
    share: Annotated[str | None, typer.Option(help="Share of the text, such as 20%.")] = None,
    method: Method = "centrality",
    focus: Focus = None,
    scores: Annotated[bool, typer.Option("--scores", help="Show the score of each sentence.")] = False,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Print the sentences that tell most."""
    from briefing.pipeline import summarise as run

    summary = run(_source(source), sentences=sentences, words=words, share=share, method=method, focus=focus)
    if format == "json":
        rows = [{**dataclasses.asdict(s), "score": v} for s, v in zip(summary, summary.scores, strict=True)]
        _emit(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", None)
        return
    lines = [" ".join(s.text.split()) for s in summary]
    if scores:
        lines = [f"{v:7.3f}  {line}" for v, line in zip(summary.scores, lines, strict=True)]
    _emit("\n".join(lines) + "\n", None)
    for note in summary.notes:
        typer.echo(note, err=True)


app.command("summarize", hidden=True)(summarise)


@app.command()
def sections(source: One, format: Annotated[str, typer.Option(help="text or json.")] = "text") -> None:
    """Print the outline of an article."""
    from briefing.pipeline import find_sections

    found = find_sections(_source(source))
    if format == "json":
        _emit(json.dumps([dataclasses.asdict(s) for s in found], ensure_ascii=False, indent=2) + "\n", None)
        return
    for section in found:
        heading = f"  ({section.heading})" if section.heading else ""
        _emit(f"{section.topic or '-'}{heading}  {len(section.sentences)} sentences, {section.why}\n", None)


@app.command()
def quotes(source: One, format: Annotated[str, typer.Option(help="text or json.")] = "text") -> None:
    """Print the quotations of an article and who said them."""
    from briefing.pipeline import find_quotes

    found = find_quotes(_source(source))
    if format == "json":
        _emit(json.dumps([dataclasses.asdict(q) for q in found], ensure_ascii=False, indent=2) + "\n", None)
        return
    for quote in found:
        who = (
            quote.speaker.name + (f", {quote.speaker.role}" if quote.speaker.role else "")
            if quote.speaker
            else "-"
        )
        _emit(f"¶{quote.paragraph}  {who}  {' '.join(quote.text.split())}\n", None)


@app.command()
def methods() -> None:
    """List the ranking methods."""
    from briefing.rankers import RANKERS

    _emit("\n".join(RANKERS) + "\n", None)
