"""Corrections that a page carries: what its editors say that the article, or an earlier version of it, had wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.lazy import seldom
from briefing.model import Block

ARTICLE = r"(?:article|story|report|post|piece|column|essay|interview|headline|version|page|review)"
LABEL = (
    r"[\[(*]{0,2}(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|retraction|korrektur|richtigstellung|rectificatif|"
    r"erratum|errata|corrección|rectificación|fe de err(?:ores|atas)|errata corrige|rettifica)"
)
LABELLED = seldom(
    rf"{LABEL}(?:,? (?:[^:]|:(?=\d)){{0,40}}?\d(?:[^:]|:(?=\d)){{0,20}}?)?\s?[:—–]\s*(?P<told>.*)",
    re.I | re.S,
)
"""A label, with a date or without, and what stands behind it."""
HEADING = seldom(rf"{LABEL}(?:[:,]? [^:]{{0,30}}\d[^:]{{0,20}})?[:.]?", re.I)
"""A label in a line of its own."""
TELLS = seldom(
    rf"[\[(*]{{0,2}}(?:(?:editor[’']?s[’']?|publisher[’']?s[’']?)? ?note:?\s+)?"
    rf"(?:this {ARTICLE} (?:has been|was|is) (?:\w+ ){{0,2}}(?:corrected|amended|revised|clarified|"
    rf"(?:updated|changed|edited) to (?:correct|clarify|fix|reflect that|reflect the following correction))\b|"
    rf"(?:an?|the) (?:earlier|previous|original|initial) (?:version|headline) (?:of|on|to) (?:this|the|our) {ARTICLE}\b)",
    re.I,
)
"""How a sentence begins that tells of one without a label."""
ERROR = seldom(
    r"\bmis(?:stat|identif|spel|character|quot|attribut|nam|report|represent|translat|label)\w+|\bincorrect|\binaccura|\berroneous|"
    r"\berror\b|\bcorrect|\bclarif|\b(?:earlier|previous|original) version|\bretract|\bomitted",
    re.I,
)
"""A word of what editors say of an error."""
OPENS = re.compile(
    rf"[\[(*]{{0,2}}(?:c(?:orrec|larif)|r(?:etrac|icht|ecti|etti)|korrektur|errat|fe de err|editor|publisher|note|"
    rf"an? (?:earlier|previous|original|initial) |the (?:earlier|previous|original|initial) |this {ARTICLE} )",
    re.I,
)
"""How any of these opens: few other blocks do, which is quicker to see."""
LONGEST = 800
"""Characters of a correction at most."""
WORDS = 5
"""Words behind a label at least."""
BELOW = 3
"""Blocks behind a heading in which the correction stands."""


def with_corrections(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, and those of them that are corrections as such."""
    headed = -BELOW
    for i, block in enumerate(blocks):
        below = i - headed < BELOW
        if not below and OPENS.match(text, block.span.start) is None:
            yield block
            continue
        words = block.span.of(text)
        if block.kind not in ("paragraph", "furniture") or len(words) > LONGEST:
            yield block
        elif HEADING.fullmatch(words):
            headed = i
            yield block
        elif is_correction(words) or (below and len(words.split()) >= WORDS and ERROR.search(words)):
            yield Block("correction", block.span)
        else:
            yield block


def is_correction(words: str) -> bool:
    """Whether a block tells, by its label or by its words, what the article had wrong."""
    label = LABELLED.match(words)
    if label is not None:
        return len(label["told"].split()) >= WORDS
    return TELLS.match(words) is not None and ERROR.search(words) is not None
