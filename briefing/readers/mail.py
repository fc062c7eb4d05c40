"""The header of a mail above its text: from whom, to whom, when, on what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

LINE = re.compile(
    r"(?:from|to|cc|bcc|reply-to|date|sent|subject|von|an|datum|gesendet|betreff|de|à|envoyé|objet|para|fecha|asunto|från|till|ämne)"
    r" ?: ?\S",
    re.I,
)
SUBJECT = re.compile(r"(?:subject|betreff|objet|asunto|ämne) ?: ?(?:(?:re|fwd?|aw|wg|tr) ?: ?)*(?=\S)", re.I)
TOP = 12
"""Lines of a text among which a header begins."""
LEAST = 3
"""Lines of a header, at least."""


class Header(NamedTuple):
    """Which lines a header has, the one with the subject, and what stands before the subject in it."""

    lines: range
    subject: int
    label: int
    """Characters before the subject."""


def mail_header(paragraphs: Sequence[str]) -> Header | None:
    """The header of a mail, where the text has one with a subject."""
    start = next((i for i, line in enumerate(paragraphs[:TOP]) if ":" in line and LINE.match(line)), None)
    if start is None:
        return None
    end = start
    while end < len(paragraphs) and LINE.match(paragraphs[end]):
        end += 1
    for i in range(start, end):
        label = SUBJECT.match(paragraphs[i])
        if label and end - start >= LEAST:
            return Header(range(start, end), i, label.end())
    return None
