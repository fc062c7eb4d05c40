"""Where the paragraphs of a plain text begin and end, and which of them stand behind a bullet."""

from __future__ import annotations

import re

from briefing.lazy import seldom
from briefing.model import Span

PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
BULLETS = frozenset("-–•*‣◦·▪")
BULLET = seldom(rf"[{re.escape(''.join(sorted(BULLETS)))}]\s+(?=\S)")
LINE = 40
"""Characters of a line at least that a sentence goes on behind."""
BROKEN, OFTEN = 6, 0.3
"""Such lines, and the share of all of that length, from which on blank lines part the lines of a text and not its paragraphs."""
FULL, WHOLE = 0.75, 2.0
"""Shares of the usual length of a line: from the first on it is full, beyond the second it is a paragraph."""
ALIKE = 1.5
"""How much longer the longest of the middle half of the lines may be than the shortest."""
GOES_ON = frozenset(",;-–—")
"""What ends a line within a sentence, beyond letters and figures."""


def paragraph_spans(text: str) -> list[Span]:
    """Spans of the paragraphs: blank lines part them; so do line ends, unless the lines are hard-wrapped."""
    spans: list[Span] = []
    at = 0
    for match in [*PARAGRAPH_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        spans.extend(_lines(text, at, end))
        at = match.end() if match else end
    return _rejoined(text, spans)


def _rejoined(text: str, spans: list[Span]) -> list[Span]:
    """The paragraphs of a text whose every line stands between blank ones, as printed pages are pasted: up to the end of a
    sentence, or to a line that is not full."""
    small = [i for i, s in enumerate(spans) if i and text[s.start].islower() and not _is_address(text, s)]
    if len(small) < BROKEN:
        return spans
    lengths = [span.end - span.start for span in spans]
    broken = sorted(lengths[i - 1] for i in small if lengths[i - 1] >= LINE and _is_open(text, spans[i - 1]))
    many = len(broken)
    if many < max(BROKEN, OFTEN * sum(length >= LINE for length in lengths)):
        return spans
    usual = broken[many // 2]
    if broken[many * 3 // 4] > ALIKE * broken[many // 4]:
        return spans
    joined = spans[:1]
    for i, span in enumerate(spans[1:]):
        line = LINE <= lengths[i] <= WHOLE * usual >= lengths[i + 1] and _is_open(text, spans[i])
        if line and (lengths[i] >= FULL * usual or text[span.start].islower()):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_address(text: str, line: Span) -> bool:
    """Whether the line begins with the address of a page."""
    return text.startswith(("http", "www."), line.start)


def _is_open(text: str, line: Span) -> bool:
    """Whether no sentence ends with the line."""
    return text[line.end - 1].isalnum() or text[line.end - 1] in GOES_ON


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
