"""Plain text, also as pasted from a browser: lines become blocks, and furniture is told from the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import BODY, Block, BlockKind, Document, Metadata, Span
from briefing.readers.classify import ITEM, classify
from briefing.readers.headers import author, published
from briefing.readers.hyphens import with_whole_words
from briefing.readers.mail import Header, mail_header
from briefing.readers.signed import author_box, presenting, signature
from briefing.readers.splitting import has_bullet, paragraph_spans

WORD = re.compile(r"\w+")


def read_text(text: str) -> Document:
    """Plain text to a Document: blocks by blank lines, or by lines where there are none."""
    text = with_whole_words(text)
    spans = paragraph_spans(text)
    paragraphs = [span.of(text) for span in spans]
    mail = mail_header(paragraphs)
    if mail:
        spans[mail.subject] = Span(spans[mail.subject].start + mail.label, spans[mail.subject].end)
        paragraphs[mail.subject] = spans[mail.subject].of(text)
    listed = [has_bullet(text, span) for span in spans]
    kinds = [
        _item(paragraph, kind) if bullet else kind
        for paragraph, kind, bullet in zip(paragraphs, classify(paragraphs, listed), listed, strict=True)
    ]
    if mail:
        kinds = _below_header(kinds, mail)
    title = " ".join(paragraphs[kinds.index("title")].split()) if "title" in kinds else None
    told = "\n".join([title or "", *(p for p, kind in zip(paragraphs, kinds, strict=True) if kind in BODY)])
    signed = signature(paragraphs, kinds, told)
    if signed is not None:
        kinds[signed] = "furniture"
    for i in author_box(paragraphs, kinds):
        kinds[i] = "furniture"
    name = paragraphs[signed] if signed is not None else None
    metadata = _metadata(paragraphs, kinds, title, told, name)
    for i in presenting(paragraphs, kinds, metadata.author):
        kinds[i] = "furniture"
    return Document(text, tuple(map(Block, kinds, spans)), metadata)


def _below_header(kinds: list[BlockKind], mail: Header) -> list[BlockKind]:
    """The kinds with the lines of a mail's header as furniture, and its subject as the title."""
    told: list[BlockKind] = ["furniture" if kind == "title" else kind for kind in kinds[mail.lines.stop :]]
    above: list[BlockKind] = ["furniture"] * mail.lines.stop
    above[mail.subject] = "title"
    return above + told


def _metadata(
    paragraphs: Sequence[str], kinds: Sequence[BlockKind], title: str | None, told: str, name: str | None
) -> Metadata:
    """Who wrote the article, and when, by the lines around it; ``told``: what it says, its title first; ``name``: who signs it."""
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    opening = paragraphs[body[0]] if body else ""
    middle = body[len(body) // 2] if body else 0  # a standfirst may stand above the date
    lines = {i: " ".join(paragraphs[i].split()) for i, kind in enumerate(kinds) if kind == "furniture"}
    above = [line for i, line in lines.items() if i < middle]
    below = [line for i, line in lines.items() if i >= middle]
    writer = author([*above, *below], told) or name
    return Metadata(title=title, author=writer, published=published(above, opening, below))


def _item(paragraph: str, kind: BlockKind) -> BlockKind:
    """A list item, of some length, in place of what would be a paragraph or a subheading without its bullet."""
    long = kind in ("paragraph", "subheading") and len(WORD.findall(paragraph)) >= ITEM
    return "list item" if long else kind
