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
    sources_of,
    topics_of,
)
from briefing.errors import OptionError, UnknownName
from briefing.rankers import DEFAULT

FORMATS = {".md": "md", ".html": "html", ".htm": "html", ".json": "json"}
"""By the ending of the file that is written."""


def make(
    sources: Sources,
    output: Output = None,
    format: Annotated[
        str | None, typer.Option(help="md, html or json; by default what FILE ends with, otherwise md.")
    ] = None,
    words: Annotated[int | None, typer.Option(help="Length to aim at.")] = None,
    method: Method = DEFAULT,
    focus: Focus = None,
    language: Language = None,
    quotes: Annotated[int | None, typer.Option(help="At most so many key quotes.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the brief.")] = None,
    date: Annotated[str | None, typer.Option(help="Date of the brief, YYYY-MM-DD.")] = None,
    by_topic: ByTopic = None,
    template: Annotated[
        str | None, typer.Option(help="Template of md and html: a name or a file; by default policy.")
    ] = None,
) -> None:
    """Make a policy brief."""
    from briefing.pipeline import make_brief

    began = time.perf_counter()
    if format is None:
        format = FORMATS.get(output.suffix.lower() if output else "", "md")
    if format not in FORMATS.values():
        raise UnknownName("format", format, set(FORMATS.values()))
    if format == "json" and template is not None:
        raise OptionError(
            f"expected no template with JSON, found {template!r}; leave it out, or ask for md or html."
        )
    brief = make_brief(
        sources_of(sources),
        words=words,
        method=method,
        focus=focus,
        language=language,
        quotes=quotes,
        title=title,
        date=date,
        by_topic=topics_of(by_topic),
    )
    if format == "json":
        text = brief.json()
    else:
        text = (brief.html if format == "html" else brief.markdown)(
            "policy" if template is None else template
        )
    emit(text, output)
    if sys.stderr.isatty():
        shown = sum(part.quote is not None for part in brief.parts)
        typer.echo(
            f"{brief.words_in} words in, {brief.words_out} out, {len(brief.parts)} sections, {shown} quotes, "
            f"{time.perf_counter() - began:.2f} s",
            err=True,
        )
