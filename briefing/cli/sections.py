"""`brief sections`."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from briefing.cli.common import ByTopic, One, emit, source_of, topics_of
from briefing.errors import UnknownName
from briefing.model import Section
from briefing.select import word_count


def sections(
    source: One,
    method: Annotated[str, typer.Option(help="cohesion, or texttiling to compare.")] = "cohesion",
    by_topic: ByTopic = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Print the outline of an article: topics, sizes and reasons."""
    from briefing.pipeline import find_sections

    if format not in ("text", "json"):
        raise UnknownName("format", format, ["json", "text"])
    found = find_sections(source_of(source), method=method, topics=topics_of(by_topic))
    if format == "json":
        emit(json.dumps([dataclasses.asdict(s) for s in found], ensure_ascii=False, indent=2) + "\n")
        return
    width = max((len(section.topic or "-") for section in found), default=0)
    emit("".join(_line(section, width) for section in found))


def _line(section: Section, width: int) -> str:
    words = sum(word_count(sentence.text) for sentence in section.sentences)
    heading = f"  “{section.heading}”" if section.heading else ""
    return (
        f"{section.topic or '-':{width}}  ¶{_places(section)}  {_count(len(section.sentences), 'sentence')}, "
        f"{_count(words, 'word')}  {section.why}{heading}\n"
    )


def _places(section: Section) -> str:
    """The paragraphs of a section: "1-3, 7"."""
    runs: list[list[int]] = []
    for sentence in section.sentences:
        if runs and sentence.paragraph <= runs[-1][1] + 1:
            runs[-1][1] = sentence.paragraph
        else:
            runs.append([sentence.paragraph] * 2)
    return ", ".join(f"{a}-{b}" if a != b else f"{a}" for a, b in runs)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
