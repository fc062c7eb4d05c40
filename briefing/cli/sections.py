"""`brief sections`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from briefing.cli.common import One, emit, source_of


def sections(source: One, format: Annotated[str, typer.Option(help="text or json.")] = "text") -> None:
    """Print the outline of an article."""
    from briefing.pipeline import find_sections

    found = find_sections(source_of(source))
    if format == "json":
        emit(json.dumps([dataclasses.asdict(s) for s in found], ensure_ascii=False, indent=2) + "\n", None)
        return
    for section in found:
        heading = f"  ({section.heading})" if section.heading else ""
        emit(f"{section.topic or '-'}{heading}  {len(section.sentences)} sentences, {section.why}\n", None)
