"""Passages: the shortest runs of sentences that can be shown alone without clipping a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Quote, Sentence, Span, Speaker

MARKS = "\"'“”‘’„«»`「」"
"""One of which opens a quotation, unless it is a turn of a transcript or a block quote."""


EXPLAINED = 80
"""Characters at the end of a turn in which its question stands."""


class Passage(NamedTuple):
    """One or more neighbouring sentences of a paragraph; no quotation crosses its ends."""

    sentences: tuple[int, ...]
    """Indices of its sentences."""
    span: Span
    document: int
    paragraph: int
    words: int
    quoted: bool
    """Whether most of it is direct speech."""
    orphan: bool
    """Whether somebody speaks in it and it does not say who, or only asks: not to be shown as a statement."""
    asks: bool
    """Whether it is an interviewer's turn."""


def passages(sentences: Sequence[Sentence], quotes: Sequence[Quote], lengths: Sequence[int]) -> list[Passage]:
    """The sentences grouped so that every quotation lies whole in one passage, in reading order.

    ``lengths``: words of each sentence.

    A quotation that its source leaves open at the end of a paragraph ends there. Linear in the text.
    """
    pending = sorted(quotes, key=lambda quote: (quote.document, quote.span.start, -quote.span.end))
    asking = askers(quotes)
    found: list[Passage] = []
    group: list[int] = []
    at = held = 0
    for i, sentence in enumerate(sentences):
        group.append(i)
        end = (sentence.document, sentence.span.end)
        while at < len(pending) and (pending[at].document, pending[at].span.start) < end:
            at += 1
        crossed = at > held and any((quote.document, quote.span.end) > end for quote in pending[held:at])
        following = sentences[i + 1] if i + 1 < len(sentences) else None
        same = following is not None and (following.document, following.paragraph) == (
            sentence.document,
            sentence.paragraph,
        )
        if not (crossed and same):
            found.append(_passage(sentences, group, lengths, pending[held:at], asking))
            group, held = [], at
    return found


def askers(quotes: Sequence[Quote]) -> frozenset[tuple[int, str]]:
    """Document and name of each who asks in a transcript: more than half of several turns end with a question, or with
    one and what was said to explain it."""
    turns: dict[tuple[int, str], list[bool]] = {}
    for quote in quotes:
        if quote.speaker and quote.kind == "direct" and quote.text[0] not in MARKS:
            turns.setdefault((quote.document, quote.speaker.name), []).append(_asks(quote.text))
    return frozenset(who for who, asked in turns.items() if len(asked) > 1 and sum(asked) * 2 > len(asked))


def _asks(turn: str) -> bool:
    """Whether a turn ends with a question; in some parliaments it is "To ask the Minister when ..."."""
    return turn.startswith("To ask ") or any(mark in turn[-EXPLAINED:] for mark in "?？؟")


def _passage(
    sentences: Sequence[Sentence],
    group: list[int],
    lengths: Sequence[int],
    quotes: Sequence[Quote],
    asking: frozenset[tuple[int, str]],
) -> Passage:
    first, last = sentences[group[0]], sentences[group[-1]]
    span = Span(first.span.start, last.span.end)
    direct = [quote for quote in quotes if quote.kind == "direct"]
    inside = sum(min(quote.span.end, span.end) - max(quote.span.start, span.start) for quote in direct)
    asks = any(quote.speaker and (quote.document, quote.speaker.name) in asking for quote in direct)
    return Passage(
        tuple(group),
        span,
        first.document,
        first.paragraph,
        sum([lengths[i] for i in group]),
        quoted=inside * 2 > span.end - span.start,
        orphan=asks or any(not _within(quote.speaker, span) for quote in direct),
        asks=asks,
    )


def _within(speaker: Speaker | None, span: Span) -> bool:
    return speaker is not None and span.start <= speaker.mention.start < span.end
