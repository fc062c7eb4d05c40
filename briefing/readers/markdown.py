"""Markdown: headings are known for what they are; the rest is read as plain text."""

from __future__ import annotations

import dataclasses
import re

from briefing.model import Block, Document, Span
from briefing.readers.text import read_text

HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$", re.M)
ITEM = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s+")
QUOTE = re.compile(r"^>\s?")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.S)


def read_markdown(text: str) -> Document:
    """Markdown to a Document: ``#`` lines are title and subheadings, ``-`` list items, ``>`` block quotes."""
    front = FRONT_MATTER.match(text)
    if front:
        text = text[front.end() :]
    spaced = HEADING.sub(lambda m: m.group(), text)
    document = read_text(spaced)
    blocks: list[Block] = []
    title = None
    for block in document.blocks:
        words = block.span.of(spaced)
        heading = HEADING.match(words)
        if heading:
            start = block.span.start + heading.start(2)
            span = Span(start, start + len(heading.group(2)))
            kind = "title" if title is None and len(heading.group(1)) == 1 else "subheading"
            title = span.of(spaced) if kind == "title" else title
            blocks.append(Block("title" if kind == "title" else "subheading", span))
        elif marker := ITEM.match(words):
            blocks.append(Block("list item", Span(block.span.start + marker.end(), block.span.end)))
        elif marker := QUOTE.match(words):
            blocks.append(Block("block quote", Span(block.span.start + marker.end(), block.span.end)))
        elif block.kind == "title" and HEADING.search(spaced):
            blocks.append(Block("paragraph", block.span))
        else:
            blocks.append(block)
    if title is not None:
        document = dataclasses.replace(document, metadata=dataclasses.replace(document.metadata, title=title))
    return dataclasses.replace(document, blocks=tuple(blocks))
