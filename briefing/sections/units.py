"""Units: what a section may begin with. A paragraph, or a sentence of one so long that it may hold several topics."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from briefing.model import Sentence

LONG = 300
"""Words from which on a paragraph is no longer taken to be about one thing: articles arrive as one paragraph where a
copy has lost their line breaks. Paragraphs of print are seldom half as long."""
OPEN, CLOSED = "“„«", "”»"


def units_of(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """The sentences by paragraph; those of a long paragraph one by one, a quotation that holds several in one piece."""
    found = []
    for _, group in itertools.groupby(sentences, key=lambda s: s.paragraph):
        paragraph = list(group)
        found += _pieces(paragraph) if _is_long(paragraph) else [paragraph]
    return found


def inner(units: Sequence[Sequence[Sentence]]) -> list[int]:
    """Indices of the units that do not begin a paragraph."""
    return [i for i, (a, b) in enumerate(itertools.pairwise(units), 1) if a[0].paragraph == b[0].paragraph]


def _is_long(paragraph: Sequence[Sentence]) -> bool:
    """Whether a paragraph has many words, which are counted only where it has the characters for them."""
    if paragraph[-1].span.end - paragraph[0].span.start < 2 * LONG:
        return False
    return sum(len(s.text.split()) for s in paragraph) > LONG


def _pieces(paragraph: Sequence[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    quoted = False
    for sentence in paragraph:
        if quoted:
            found[-1].append(sentence)
        else:
            found.append([sentence])
        quoted = _ends_quoted(sentence.text, quoted)
    return found


def _ends_quoted(text: str, quoted: bool) -> bool:
    """Whether a quotation is open at the end of ``text``, given whether one was at its beginning."""
    for mark in text:
        if mark in OPEN:
            quoted = True
        elif mark in CLOSED:
            quoted = False
        elif mark == '"':
            quoted = not quoted
    return quoted
