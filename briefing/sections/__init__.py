"""Sections: subheadings first, then topic shifts, each with a topic that sets it apart."""

from __future__ import annotations

from briefing.model import BODY, Document, Section, Sentence
from briefing.sections.shifts import split_run
from briefing.sections.titles import topics


def sections_in(document: Document, sentences: list[Sentence]) -> list[Section]:
    """The sections of ``document``: every sentence belongs to exactly one, in reading order."""
    runs: list[tuple[str | None, list[Sentence]]] = [(None, [])]
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    number = 0
    for block in document.blocks:
        if block.kind == "subheading":
            runs.append((" ".join(block.span.of(document.text).split()), []))
        elif block.kind in BODY:
            number += 1
            runs[-1][1].extend(by_paragraph.get(number, []))
    pieces: list[tuple[str | None, list[Sentence], str]] = []
    for heading, run in runs:
        if not run:
            continue
        for i, part in enumerate(split_run(run, document.metadata.language)):
            why = "topic shift" if i else "subheading" if heading else "start of the text"
            pieces.append((heading if i == 0 else None, part, why))
    names = topics([part for _, part, _ in pieces], [heading for heading, _, _ in pieces], document)
    return [
        Section(name, heading, tuple(part), why)
        for name, (heading, part, why) in zip(names, pieces, strict=True)
    ]
