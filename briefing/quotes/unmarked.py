"""Speech without quotation marks: block quotes with their signature, and transcripts ("WALLACE: But, Governor ...", "Dahl: The county ...")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from briefing.model import Block, Span
from briefing.quotes.candidates import Said
from briefing.quotes.signatures import posted, signature
from briefing.quotes.titles import titles

LABEL = re.compile(r"(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z.’'-]+){0,3}|Q|A)(?P<colon>:)\s+(?=\S)")
MIXED = re.compile(
    r"(?P<name>[^\W\d_][\w.’'-]{0,30}(?: [^\W\d_][\w.’'-]{0,30}){0,6})(?: \([^()\n]{1,60}\))?\s?(?P<colon>:)\s+(?=\S)"
)
"""A name, with an office or without, and perhaps in brackets for whom somebody asks."""
JOINING = re.compile(r"of|for|the|and|de[rsl]?|du|d[ai]|l[ae]|van|von|zu|al|bin|el")
"""Words in small letters that a name with an office may hold."""
REACH = 300
"""Characters in which the colon of a label stands."""
TURNS = 3
"""Paragraphs with a label that make a transcript in mixed case, at least."""
PERSONAL = re.compile(
    r"\b(?:[Ww]e|I|[Oo]ur|[Mm]y|[Ww]ir|[Uu]ns(?:er)?|[Ii]ch|[Nn]ous|[Nn]otre|[Jj]e|[Nn]osotros|[Yy]o)\b"
)
"""Words with which the one who speaks means themselves."""
OPENING = ('"', "“")
QUESTION_MARKS = ("?", "？", "؟")
Unmarked = dict[int, tuple[Span, Said | None]]
"""By the number of a block, what is speech in it, and who is said to speak."""


def block_quotes(text: str, blocks: Sequence[Block]) -> Unmarked:
    """By index of its block, each block quote, and its speaker where a signature ("— Lena Dahl") follows; and what
    somebody posted on a network, with who did."""
    found: dict[int, tuple[Span, Said | None]] = {}
    for i in reversed(range(len(blocks))):
        span = blocks[i].span
        post = posted(text, span)
        if post:
            found[i] = post
        if post or blocks[i].kind != "block quote" or not span.of(text).strip():
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


def transcript(text: str, blocks: Sequence[Block]) -> Unmarked:
    """By index of its block, what each speaker of a transcript says; nothing where it is no transcript.

    One label may be anything; a transcript has two speakers at least. "Q" and "Moderator" are nobody in particular.
    Each paragraph may open with a quotation mark.
    """
    opens = {
        i: _within_marks(text, block.span)
        for i, block in enumerate(blocks)
        if text.find(":", block.span.start, min(block.span.end, block.span.start + REACH)) >= 0
    }
    labels = _labels(text, opens)
    bare = {i: span for i, span in opens.items() if span == blocks[i].span}
    if not (bare.keys() >= labels.keys() or _come_again(labels)):
        labels = _labels(text, bare)
    turns: dict[int, tuple[Span, Said | None]] = {
        i: (Span(match.end(), opens[i].end), None if _is_part(match["name"]) else _said(match))
        for i, match in labels.items()
    }
    going_on = {i: (blocks[i].span, None) for i in _going_on(text, blocks, labels)}
    return going_on | _left_open(text, blocks, turns) | turns


def _labels(text: str, opens: Mapping[int, Span]) -> dict[int, re.Match[str]]:
    return _in_capitals(text, opens) or _in_mixed_case(text, opens)


def _within_marks(text: str, span: Span) -> Span:
    """The paragraph without the quotation mark that it opens with, and the one that closes it at its end."""
    if not text.startswith(OPENING, span.start, span.end):
        return span
    inner = text[span.start + 1 : span.end]
    last = inner[-1:]
    closed = last == '"' or (last == "”" and inner.count("“") < inner.count("”"))
    return Span(span.start + 1, span.end - closed)


def _come_again(labels: Mapping[int, re.Match[str]]) -> bool:
    """Whether several paragraphs have a label, and one of them twice: "BREAKING: ..." may be quoted anywhere."""
    return len(labels) >= TURNS and len({match["name"] for match in labels.values()}) < len(labels)


def _left_open(text: str, blocks: Sequence[Block], turns: Mapping[int, tuple[Span, Said | None]]) -> Unmarked:
    """The paragraphs that open with a mark, as the turn before them did, which nothing closed."""
    found: dict[int, tuple[Span, Said | None]] = {}
    for i, (turn, said) in turns.items():
        span = blocks[i].span
        while text.startswith(OPENING, span.start) and turn.end == span.end and i + 1 < len(blocks):
            i += 1
            span = blocks[i].span
            turn = _within_marks(text, span)
            if i in turns or turn == span or LABEL.match(text, turn.start, turn.end):
                break
            if turn.of(text).strip() and text[turn.start] not in "([":
                found[i] = turn, said
    return found


def _going_on(text: str, blocks: Sequence[Block], labels: Collection[int]) -> list[int]:
    """The paragraphs between labelled ones in which somebody goes on, by whom the text does not say.

    They are not told as the article's own words: all of them where most paragraphs have labels, otherwise those that
    say "I" or "we".
    """
    if not labels:
        return []
    between = range(min(labels), max(labels))
    most = len(labels) * 3 >= len(between) * 2
    return [
        i
        for i in between
        if i not in labels
        and blocks[i].kind == "paragraph"
        and blocks[i].span.of(text).lstrip()[:1] not in ("", "(", "[", *OPENING)
        and (most or PERSONAL.search(text, blocks[i].span.start, blocks[i].span.end))
    ]


def _in_capitals(text: str, opens: Mapping[int, Span]) -> dict[int, re.Match[str]]:
    """The labels of a transcript in capitals, by the index of their block; ``opens``: the blocks that may have one."""
    labels = {
        i: match
        for i, span in opens.items()
        if (match := LABEL.match(text, span.start, span.end)) and _is_label(match["name"])
    }
    names = {match["name"] for match in labels.values()}
    return {} if len(names) < 2 or len(names & {"Q", "A"}) == 1 else labels


def _in_mixed_case(text: str, opens: Mapping[int, Span]) -> dict[int, re.Match[str]]:
    """The same of one in mixed case: its labels come again, and somebody asks.

    "Background: ..." may stand anywhere; a label of one word that stands there once is none.
    """
    found = {
        i: match
        for i, span in opens.items()
        if (match := MIXED.match(text, span.start, span.end)) and _is_label(match["name"])
    }
    times = Counter(match["name"] for match in found.values())
    labels = {
        i: m for i, m in found.items() if times[m["name"]] > 1 or " " in m["name"] or _is_part(m["name"])
    }
    names = {match["name"] for match in labels.values()}
    asks = any(_is_part(name) for name in names) or any(
        opens[i].of(text).rstrip().endswith(QUESTION_MARKS) for i in labels
    )
    return labels if len(labels) >= TURNS and 1 < len(names) < len(labels) and asks else {}


def _is_label(name: str) -> bool:
    """Whether the words before a colon may name who speaks: each has a capital, but for those that join them."""
    words = name.split()
    return titles("label").keys().isdisjoint((words[0].upper(), words[-1].upper())) and all(
        word[0].isupper() or JOINING.fullmatch(word) for word in words
    )


def _is_part(name: str) -> bool:
    """Whether a label names a part in the talk and nobody in particular: "Q", "Moderator"."""
    return name.lower() in titles("part")


def _said(label: re.Match[str]) -> Said:
    return Said(Span(*label.span("name")), Span(*label.span("colon")))
