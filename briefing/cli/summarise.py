"""`brief summarise` and `brief methods`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from briefing.cli.common import Focus, Method, One, emit, source_of
from briefing.rankers import DEFAULT


def summarise(
    source: One,
    sentences: Annotated[int | None, typer.Option(help="How many sentences.")] = None,
    words: Annotated[int | None, typer.Option(help="At most so many words.")] = None,
    share: Annotated[str | None, typer.Option(help="Share of the text, such as 20%.")] = None,
    method: Method = DEFAULT,
    focus: Focus = None,
    scores: Annotated[bool, typer.Option("--scores", help="Show the score of each sentence.")] = False,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Print the sentences that tell most."""
    from briefing.pipeline import summarise as run

    summary = run(
        source_of(source), sentences=sentences, words=words, share=share, method=method, focus=focus
    )
    if format == "json":
        rows = [{**dataclasses.asdict(s), "score": v} for s, v in zip(summary, summary.scores, strict=True)]
        emit(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", None)
        return
    lines = [" ".join(s.text.split()) for s in summary]
    if scores:
        lines = [f"{v:7.3f}  {line}" for v, line in zip(summary.scores, lines, strict=True)]
    emit("\n".join(lines) + "\n", None)
    for note in summary.notes:
        typer.echo(note, err=True)


def methods() -> None:
    """List the ranking methods."""
    from briefing.rankers import RANKERS

    width = max(map(len, RANKERS))
    emit("".join(f"{name:{width}}  {method.about}\n" for name, method in RANKERS.items()), None)
