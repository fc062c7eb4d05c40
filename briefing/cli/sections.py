"""`brief sections`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from briefing.cli.common import One, emit, source_of
from briefing.select import word_count


def sections(
    source: One,
    method: Annotated[str, typer.Option(help="cohesion, or texttiling to compare.")] = "cohesion",
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Print the outline of an article."""
    from briefing.pipeline import find_sections

    found = find_sections(source_of(source), method=method)
    if format == "json":
        emit(json.dumps([dataclasses.asdict(s) for s in found], ensure_ascii=False, indent=2) + "\n", None)
        return
    width = max((len(section.topic or "-") for section in found), default=0)
    for section in found:
        words = sum(word_count(sentence.text) for sentence in section.sentences)
        first, last = section.sentences[0].paragraph, section.sentences[-1].paragraph
        heading = f"  “{section.heading}”" if section.heading else ""
        emit(
            f"{section.topic or '-':{width}}  ¶{first}-{last}  {len(section.sentences)} sentences, {words} words  "
            f"{section.why}{heading}\n",
            None,
        )
