"""`brief make`."""

from __future__ import annotations

import sys
import time
from typing import Annotated

import typer

from briefing.cli.common import (
    ByTopic,
    Focus,
    Language,
    Method,
    Output,
    Sources,
    emit,
    source_of,
    topics_of,
)
from briefing.errors import UnknownName
from briefing.rankers import DEFAULT


def make(
    sources: Sources,
    output: Output = None,
    format: Annotated[str, typer.Option(help="md, html or json.")] = "md",
    words: Annotated[int | None, typer.Option(help="Length to aim at.")] = None,
    method: Method = DEFAULT,
    focus: Focus = None,
    language: Language = None,
    quotes: Annotated[int | None, typer.Option(help="At most so many key quotes.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the brief.")] = None,
    date: Annotated[str | None, typer.Option(help="Date of the brief, YYYY-MM-DD.")] = None,
    by_topic: ByTopic = None,
    template: Annotated[str, typer.Option(help="Template: a name or a file.")] = "policy",
) -> None:
    """Make a policy brief."""
    from briefing.pipeline import make_brief

    began = time.perf_counter()
    if format not in ("md", "html", "json"):
        raise UnknownName("format", format, ["md", "html", "json"])
    brief = make_brief(
        [source_of(s) for s in sources],
        words=words,
        method=method,
        focus=focus,
        language=language,
        quotes=quotes,
        title=title,
        date=date,
        by_topic=topics_of(by_topic),
    )
    text = (
        brief.json()
        if format == "json"
        else brief.html(template)
        if format == "html"
        else brief.markdown(template)
    )
    emit(text, output)
    if sys.stderr.isatty():
        shown = sum(part.quote is not None for part in brief.parts)
        typer.echo(
            f"{brief.words_in} words in, {brief.words_out} out, {len(brief.parts)} sections, {shown} quotes, "
            f"{time.perf_counter() - began:.2f} s",
            err=True,
        )
