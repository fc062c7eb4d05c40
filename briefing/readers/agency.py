"""What a news agency puts before and behind the words of an article: the dateline, and who else worked on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.language.sentences import sentence_spans
from briefing.lazy import seldom
from briefing.model import BODY, Block, Span
from briefing.readers.headers import dateline

CREDIT = seldom(
    r".{3,300}\bcontributed (?:to this (?:report|story|article|piece)|(?:additional )?(?:reporting|research)(?: (?:to|"
    r"for|from|in) .{2,60})?)[ .)\]]*|"
    r"(?:(?:[A-ZÀ-Þ][\w.’'-]*,?|and) )+(?:reported|wrote|contributed) from "
    r"(?:(?:[A-ZÀ-Þ][\w.’'-]*|and|in|with|from|reported|wrote|contributed),? )*[A-ZÀ-Þ][\w.’'-]*[ .]*|"
    r"(?:[A-ZÀ-Þ][\w.’'-]* ){1,4}(?:can|may) be (?:reached|contacted|followed) (?:at|on|via|by|with)\b.*(?:@|https?:|www\.).{2,80}|"
    r"(?:You can )?[Ff]ollow (?:him|her|them|@?[A-ZÀ-Þ]\S*(?: [A-ZÀ-Þ]\S*){0,3}) (?:on|at) .{2,80}|"
    r"(?:Copyright\b|©|\([Cc]\) ?\d{4})[^!?]{2,80}|The (?:views|opinions) expressed (?:here|in this|are) .{5,200}|"
    r"All [Rr]ights [Rr]eserved\W*|[Ss]ee the (?:original|full) story at .{2,80}|"
    r"(?:READ MORE|Read more|RELATED|Related): .{2,140}|"
    r"(?:This|The) (?:interview|conversation|transcript) (?:has been|was) (?:\w+ ){0,2}(?:edited|condensed|shortened|"
    r"translated)\b.{0,80}|"
    r"[(\[]?(?:(?:Additional|Further) reporting|Reporting|Writing|Editing|Compiled) by "
    r"(?:(?:[A-ZÀ-Þ][\w.’'-]*|and|in|at|for|by|additional|further|reporting|writing|editing|graphics)[.,;)\]]* ?)+",
    re.S,
)
"""A sentence that names who else worked on the article, how it came about, whose it is, or where to write to its author or
read another; no other words may stand in it."""
OPENING = 5
"""Blocks of the body among which the first paragraph is: some articles put their points above it."""
SIGNS = [
    "contributed",
    "reported from ",
    "wrote from ",
    "ing by ",
    "piled by ",
    "be reached ",
    "be contacted ",
    "be followed ",
    "ollow ",
    "opyright",
    "©",
    "(C)",
    "(c)",
    "eserved",
    "RELATED: ",
    "Related: ",
    "READ MORE: ",
    "Read more: ",
    "s expressed ",
    "story at ",
    "interview ha",
    "interview wa",
    "conversation ha",
    "conversation wa",
    "transcript ha",
    "transcript wa",
]
"""What every such sentence holds one of: quicker to look for than by a pattern."""
LENGTH = 400
"""Characters of it at most."""


def without_agency_lines(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the dateline of the first paragraph ("PORT EBBA (NPA) -") and the credits behind the last
    sentence ("(Reporting by Ann Lee; editing by Jo Day)") as furniture."""
    return tuple(_without_credits(text, _without_dateline(text, list(blocks))))


def _without_dateline(text: str, blocks: list[Block]) -> list[Block]:
    opening = [i for i, block in enumerate(blocks) if block.kind in BODY][:OPENING]
    for at in opening:
        span = blocks[at].span
        line = dateline(text, span.start, span.end) if blocks[at].kind == "paragraph" else None
        if line is None:
            continue
        start = span.end - len(text[line.end() : span.end].lstrip())
        parts = [Block("furniture", Span(*line.span())), Block("paragraph", Span(start, span.end))]
        return [*blocks[:at], *parts, *blocks[at + 1 :]]
    return blocks


def _without_credits(text: str, blocks: list[Block]) -> list[Block]:
    body = [i for i, block in enumerate(blocks) if block.kind in BODY]
    for at in reversed(body):
        kind, span = blocks[at].kind, blocks[at].span
        tail = text[max(span.start, span.end - LENGTH) : span.end]
        if not any(map(tail.__contains__, SIGNS)):
            break
        sentences = sentence_spans(text, span)
        kept = len(sentences)
        while kept and _is_credit(text, sentences[kept - 1]):
            kept -= 1
        if kept == len(sentences) or (not kept and at == body[0]):
            break
        rest = [Block(kind, Span(span.start, sentences[kept - 1].end))] if kept else []
        credit = Block("furniture", Span(sentences[kept].start, span.end))
        blocks = [*blocks[:at], *rest, credit, *blocks[at + 1 :]]
        if kept:
            break
    return blocks


def _is_credit(text: str, sentence: Span) -> bool:
    return (
        sentence.end - sentence.start <= LENGTH
        and CREDIT.fullmatch(text, sentence.start, sentence.end) is not None
    )
