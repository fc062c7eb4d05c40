"""Signatures behind a quotation: ``“It was never safe.” —Lena Dahl, engineer``."""

from __future__ import annotations

import re

from briefing.lazy import seldom
from briefing.model import Span
from briefing.quotes.candidates import Said
from briefing.quotes.paragraphs import Paragraph

SIGNATURE = re.compile(
    r"\s*(?P<dash>[―—–-])[―—–-]?\s*(?P<name>[^\W\d_][^,(\n]{2,60}?)\.?(?: ?[,(][^\n]{0,120})?$"
)
BELOW = re.compile(r"[^\S\n]*+\n\s*+(?P<line>[―—–-][^\n]{3,200}?)[^\S\n]*+(?:$|\n\s*+(?![―—–-]))")
"""The line below, and what stands behind it."""
POSTED = seldom(
    r"(?<!\s)\s*+(?P<dash>[―—–])\s*+(?P<name>[^\W\d_][^\n@()―—–]{1,60}?) ?\(@\w{1,30}\)(?:\W{0,3}(?:\w{3,9}\.? )?\d[\w ,./:-]{3,20})?$"
)
"""Who posted something, at its end, with the account: "— Lena Dahl (@lenadahl) May 5, 2016"."""
NAME = 70
"""Characters before an account in which the name stands with its dash."""
LONG = 9
"""Spaces in words that are no title, whatever they end with."""
SMALL = frozenset(
    ["of", "the", "for", "and", "de", "del", "della", "da", "van", "von", "der", "den", "bin", "al", "la"]
)
"""Words of a name or an office that have no capital."""


def signature(text: str, span: Span) -> Said | None:
    """Who signs, where the whole stretch is a signature."""
    match = SIGNATURE.match(text, span.start, span.end)
    return Said(Span(*match.span("name")), Span(*match.span("dash"))) if match else None


def posted(text: str, span: Span) -> tuple[Span, Said] | None:
    """What somebody posted on a network and who, where a block of a page ends with that."""
    at = text.find("(@", span.start, span.end)
    match = POSTED.search(text, max(span.start, at - NAME), span.end) if at >= 0 else None
    if not match or not text[span.start : match.start()].strip():
        return None
    return Span(span.start, match.start()), Said(Span(*match.span("name")), Span(*match.span("dash")))


def signed(paragraph: Paragraph) -> Said | None:
    """Who signs a paragraph that is one quotation and a name."""
    if not _is_one_quotation(paragraph):
        return None
    return _of_a_name(paragraph.text, Span(paragraph.quotes[0].end, paragraph.span.end))


def signed_below(paragraph: Paragraph) -> Said | None:
    """The same where the name has a line of its own, whatever the page takes that for; lines with more such dashes are a
    list."""
    text, end = paragraph.text, paragraph.span.end
    below = BELOW.match(text, end)
    if not below or not _is_one_quotation(paragraph) or paragraph.quotes[0].end != end:
        return None
    return _of_a_name(text, Span(*below.span("line")))


def _is_one_quotation(paragraph: Paragraph) -> bool:
    """Whether the paragraph opens with its only quotation, and that is a sentence or too long for a title."""
    text, quotes = paragraph.text, paragraph.quotes
    if len(quotes) != 1 or quotes[0].start != paragraph.span.start:
        return False
    return text[quotes[0].end - 2] in ".!?…" or quotes[0].of(text).count(" ") >= LONG


def _of_a_name(text: str, span: Span) -> Said | None:
    found = signature(text, span)
    if found and all(word in SMALL or word[0].isupper() for word in found.mention.of(text).split()):
        return found
    return None
