"""Speech without quotation marks: block quotes with their signature, and transcripts ("WALLACE: But, Governor ...")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.model import Block, Span
from briefing.quotes.candidates import Said
from briefing.quotes.signatures import signature
from briefing.quotes.titles import titles

LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3}|Q|A)(?P<colon>:)\s+(?=\S)")


def block_quotes(text: str, blocks: Sequence[Block]) -> dict[int, tuple[Span, Said | None]]:
    """By index of its block, each block quote, and its speaker where a signature ("— Lena Dahl") follows."""
    found: dict[int, tuple[Span, Said | None]] = {}
    for i in reversed(range(len(blocks))):
        span = blocks[i].span
        if blocks[i].kind != "block quote" or not span.of(text).strip():
            continue
        if not signature(text, span):
            signer = _signer(text, blocks, i + 1)
            behind = found[i + 1][1] if i + 1 in found else None
            found[i] = span, signer or behind
    return found


def _signer(text: str, blocks: Sequence[Block], i: int) -> Said | None:
    """Who signs in the block behind, if it is a signature; an empty line may stand between."""
    while i < len(blocks) and not blocks[i].span.of(text).strip():
        i += 1
    return signature(text, blocks[i].span) if i < len(blocks) and blocks[i].kind == "block quote" else None


def transcript(text: str, blocks: Sequence[Block]) -> dict[int, tuple[Span, Said | None]]:
    """By index of its block, what each speaker of a transcript says; nothing where it is no transcript.

    One label may be anything; a transcript has two speakers at least. "Q" and "A" are nobody in particular.
    """
    labels = {
        i: match
        for i, block in enumerate(blocks)
        if (match := LABEL.match(text, block.span.start, block.span.end))
        and match.group("name").split()[0] not in titles("label")
    }
    names = Counter(match.group("name") for match in labels.values())
    if len(names) < 2 or len(names.keys() & {"Q", "A"}) == 1:
        return {}
    return {
        i: (Span(match.end(), blocks[i].span.end), _said(match) if len(match.group("name")) > 1 else None)
        for i, match in labels.items()
    }


def _said(label: re.Match[str]) -> Said:
    return Said(Span(*label.span("name")), Span(*label.span("colon")))
