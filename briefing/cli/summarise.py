"""`brief summarise` and `brief methods`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from briefing.cli.common import Focus, Language, Method, Sources, emit, sources_of, tell
from briefing.errors import UnknownName
from briefing.rankers import DEFAULT


def summarise(
    sources: Sources,
    sentences: Annotated[int | None, typer.Option(help="How many sentences.")] = None,
    words: Annotated[int | None, typer.Option(help="At most so many words.")] = None,
    share: Annotated[str | None, typer.Option(help="Share of the text, such as 20%.")] = None,
    method: Method = DEFAULT,
    focus: Focus = None,
    language: Language = None,
    order: Annotated[str, typer.Option(help="document or score.")] = "document",
    scores: Annotated[bool, typer.Option("--scores", help="Show the score of each sentence.")] = False,
    format: Annotated[str, typer.Option(help="text, or json with the parts of each score.")] = "text",
) -> None:
    """Print the sentences that tell most."""
    from briefing.pipeline import summarise as run

    if format not in ("text", "json"):
        raise UnknownName("format", format, ["text", "json"])
    summary = run(
        sources_of(sources),
        sentences=sentences,
        words=words,
        share=share,
        method=method,
        focus=focus,
        language=language,
        order=order,
    )
    for note in summary.notes:
        tell(note)
    if format == "json":
        why = summary.why or ({},) * len(summary)
        rows = [
            {**dataclasses.asdict(s), "score": score, "why": parts}
            for s, score, parts in zip(summary, summary.scores, why, strict=True)
        ]
        emit(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    lines = [" ".join(s.text.split()) for s in summary]
    if scores:
        lines = [f"{v:7.3f}  {line}" for v, line in zip(summary.scores, lines, strict=True)]
    emit("\n".join(lines) + "\n")


def methods() -> None:
    """List the ranking methods."""
    from briefing.rankers import RANKERS

    width = max(map(len, RANKERS))
    emit("".join(f"{name:{width}}  {method.about}\n" for name, method in RANKERS.items()))
