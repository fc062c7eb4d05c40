"""Passages: the shortest runs of sentences that can be shown alone without clipping a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Quote, Sentence, Span
from briefing.select import word_count


@dataclass(frozen=True, slots=True)
class Passage:
    """One or more neighbouring sentences of a paragraph; no quotation crosses its ends."""

    sentences: tuple[int, ...]
    """Indices of its sentences."""
    span: Span
    document: int
    paragraph: int
    words: int
    quoted: bool
    """Whether nothing but whole quoted sentences stands in it, with or without who said them."""


def passages(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[Passage]:
    """The sentences grouped so that every quotation lies whole in one passage, in reading order.

    A quotation that its source leaves open at the end of a paragraph ends there. Linear in the text.
    """
    groups: list[list[int]] = []
    pending = sorted(quotes, key=lambda q: (q.document, q.span.start))
    at = 0
    for i, sentence in enumerate(sentences):
        place = (sentence.document, sentence.span.start)
        while at < len(pending) and (pending[at].document, pending[at].span.end) <= place:
            at += 1
        crossing = (
            at < len(pending)
            and pending[at].document == sentence.document
            and pending[at].span.start < place[1]
        )
        same = (
            groups and sentences[groups[-1][-1]].paragraph == sentence.paragraph and groups[-1][-1] == i - 1
        )
        if crossing and same and sentences[i - 1].document == sentence.document:
            groups[-1].append(i)
        else:
            groups.append([i])
    covered = _quoted_sentences(sentences, pending)
    return [_passage(sentences, group, all(i in covered for i in group)) for group in groups]


def _quoted_sentences(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> set[int]:
    """Indices of the sentences that are for the most part direct speech."""
    found: set[int] = set()
    at = 0
    for i, sentence in enumerate(sentences):
        while at < len(quotes) and (quotes[at].document, quotes[at].span.end) <= (
            sentence.document,
            sentence.span.start,
        ):
            at += 1
        inside = 0
        for quote in quotes[at:]:
            if (quote.document, quote.span.start) >= (sentence.document, sentence.span.end):
                break
            if quote.kind == "direct":
                inside += min(quote.span.end, sentence.span.end) - max(quote.span.start, sentence.span.start)
        if inside * 2 > sentence.span.end - sentence.span.start:
            found.add(i)
    return found


def _passage(sentences: Sequence[Sentence], group: list[int], quoted: bool) -> Passage:
    first, last = sentences[group[0]], sentences[group[-1]]
    words = sum(word_count(sentences[i].text) for i in group)
    return Passage(
        tuple(group), Span(first.span.start, last.span.end), first.document, first.paragraph, words, quoted
    )
