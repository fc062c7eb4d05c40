"""Markdown: its marks say what is a heading, a list item and a block quote; its words are read as plain text."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.model import Block, BlockKind, Document, Metadata
from briefing.readers.headings import is_text
from briefing.readers.text import read_text

FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?::[ \t]*)?")
"""The mark of a footnote, in the text and before the note."""
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
CONTAINERS: dict[str, BlockKind] = {
    "blockquote": "block quote",
    "list_item": "list item",
    "heading": "subheading",
}
Piece = tuple[BlockKind | None, str]
"""A block's words, and its kind where the marks tell."""


def read_markdown(text: str) -> Document:
    """Markdown to a Document whose text is what a reader of the page sees, a blank line between blocks.

    HTML in it is text; tables and code are left out. What the front matter says of the source is taken over.
    """
    front = FRONT_MATTER.match(text)
    pieces = list(_pieces(_without_comments(text[front.end() :] if front else text)))
    document = read_text("\n\n".join(words for _, words in pieces))
    starts = itertools.accumulate((len(words) + 2 for _, words in pieces), initial=0)
    known = {start: kind for start, (kind, _) in zip(starts, pieces, strict=False) if kind}
    title = next((words for kind, words in pieces if kind == "title"), None)
    # Where a heading is the title, what plain text would have taken for it is none.
    told: dict[BlockKind, BlockKind] = {"title": "furniture"} if title else {}
    blocks = [
        Block(known.get(block.span.start, told.get(block.kind, block.kind)), block.span)
        for block in document.blocks
    ]
    metadata = _described(front.group(1)) if front else Metadata()
    read = document.metadata
    metadata = dataclasses.replace(
        metadata,
        title=title or metadata.title or read.title,
        author=metadata.author or read.author,
        published=metadata.published or read.published,
    )
    return Document(document.text, tuple(blocks), metadata)


def _pieces(text: str) -> Iterator[Piece]:
    """The blocks in reading order; the first heading of the first level is the title."""
    open_blocks: list[str] = []
    titled = False
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(text):
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.nesting == 1:
            open_blocks.append("title" if token.tag == "h1" and not titled else name)
        elif token.nesting == -1:
            open_blocks.pop()
        elif token.type == "inline" and "table" not in open_blocks:
            words = _words(token)
            kind = next((CONTAINERS[b] for b in reversed(open_blocks) if b in CONTAINERS), None)
            if "title" in open_blocks:
                kind, titled = "title", True
            elif kind is None and not words:
                kind, words = "caption", " ".join(t.content for t in _inside(token) if t.type == "image")
            elif kind is None and _is_bold(token) and not is_text(words):
                kind = "subheading"
            if words:
                yield kind, words


def _inside(token: Token) -> list[Token]:
    return token.children or []


def _words(token: Token) -> str:
    """What a reader sees of a paragraph: without its marks, its links' addresses and its images."""
    seen = (
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in _inside(token)
        if child.type != "image"
    )
    return " ".join(FOOTNOTE.sub("", "".join(seen)).split())


def _is_bold(token: Token) -> bool:
    """Whether the whole paragraph is bold."""
    children = [child for child in _inside(token) if child.content.strip() or child.nesting]
    return (
        len(children) > 2
        and children[0].type == "strong_open"
        and children[-1].type == "strong_close"
        and sum(child.type == "strong_open" for child in children) == 1
    )


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(
        other.partition("-->")[2] if "-->" in other else "<!--" + other for other in others
    )


def _described(front: str) -> Metadata:
    """What front matter says of the source; nothing where it is not YAML."""
    import yaml  # slow to import, and few files have front matter

    try:
        found = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError):
        return Metadata()
    fields: dict[str, Any] = found if isinstance(found, dict) else {}

    def text(*names: str) -> str | None:
        values = (fields.get(name) for name in names)
        return next((" ".join(v.split()) for v in values if isinstance(v, str) and v.strip()), None)

    return Metadata(
        title=text("title"),
        outlet=text("outlet", "source", "publisher", "site"),
        author=text("author", "byline"),
        published=_day(fields.get("date") or fields.get("published")),
        url=text("url", "link", "canonical_url"),
    )


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
