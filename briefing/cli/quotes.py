"""`brief quotes`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from briefing.cli.common import One, emit, source_of


def quotes(source: One, format: Annotated[str, typer.Option(help="text or json.")] = "text") -> None:
    """Print the quotations of an article and who said them."""
    from briefing.pipeline import find_quotes

    found = find_quotes(source_of(source))
    if format == "json":
        emit(json.dumps([dataclasses.asdict(q) for q in found], ensure_ascii=False, indent=2) + "\n", None)
        return
    for quote in found:
        who = (
            quote.speaker.name + (f", {quote.speaker.role}" if quote.speaker.role else "")
            if quote.speaker
            else "-"
        )
        emit(f"¶{quote.paragraph}  {who}  {' '.join(quote.text.split())}\n", None)
