"""Where quotation marks open and close, paragraph by paragraph."""

from __future__ import annotations

from briefing.model import Span

PAIRS = {"“": "”", "«": "»", "„": "“"}


def quoted_spans(text: str, paragraph: Span) -> list[Span]:
    """Spans of the outermost quotations of one paragraph, marks included.

    An unclosed mark reaches to the paragraph's end: newspapers leave the mark of a quotation that runs on
    over paragraphs open.
    """
    spans: list[Span] = []
    start = -1
    closer = ""
    for at in range(paragraph.start, paragraph.end):
        char = text[at]
        if start < 0:
            if char in PAIRS or (char == '"' and not _is_inch(text, at)):
                start, closer = at, PAIRS.get(char, '"')
        elif char == closer:
            spans.append(Span(start, at + 1))
            start = -1
    if start >= 0:
        spans.append(Span(start, paragraph.end))
    return [span for span in spans if any(c.isalnum() for c in span.of(text))]


def _is_inch(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isdigit()
