"""Where the paragraphs of a plain text begin and end, and which of them stand behind a bullet."""

from __future__ import annotations

import re

from briefing.lazy import seldom
from briefing.model import Span

PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
BULLETS = frozenset("-–•*‣◦·▪")
BULLET = seldom(rf"[{re.escape(''.join(sorted(BULLETS)))}]\s+(?=\S)")


def paragraph_spans(text: str) -> list[Span]:
    """Spans of the paragraphs: blank lines part them; so do line ends, unless the lines are hard-wrapped."""
    spans: list[Span] = []
    at = 0
    for match in [*PARAGRAPH_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        spans.extend(_lines(text, at, end))
        at = match.end() if match else end
    return spans


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at, listed = start, False
    for line in text[start:end].split("\n"):
        inner = line.strip()
        if inner:
            begin = at + len(line) - len(line.lstrip())
            bullet = BULLET.match(inner) if inner[0] in BULLETS else None
            listed = listed or bullet is not None
            lines.append(Span(begin + (bullet.end() if bullet else 0), begin + len(inner)))
        at += len(line) + 1
    wrapped = len(lines) > 1 and not listed and _is_wrapped(lines)
    return [Span(lines[0].start, lines[-1].end)] if wrapped else lines


def _is_wrapped(lines: list[Span]) -> bool:
    """Whether several lines are one paragraph broken at a fixed width: all but the last about as long."""
    lengths = [line.end - line.start for line in lines]
    full = lengths[:-1]
    return 55 <= max(full) <= 110 and max(full) - min(full) <= 20 and lengths[-1] <= max(full)


def has_bullet(text: str, span: Span) -> bool:
    """Whether a bullet stands before the paragraph."""
    return text[text.rfind("\n", 0, span.start) + 1 : span.start].strip() in BULLETS
