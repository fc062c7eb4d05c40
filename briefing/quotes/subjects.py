"""Whether somebody who is spoken of is the subject: a sentence opens with them, or they stand beside a verb of saying."""

from __future__ import annotations

import re

from briefing.quotes.cues import forces

NOUNS = frozenset(
    ["states", "claims", "reports", "notes", "calls", "demands", "offers", "comments", "answers", "promises"]
)
"""Forms of reporting verbs that are nouns as often: "the member states"."""
SENTENCE_START = re.compile(
    r"(?:^|[.!?:][\"”’)]*\s+|[\"”’]\s)(?:[^.!?\n]{0,80}(?:\.(?=,)[^.!?\n]{0,80})?, )?(?:(?!\w+ing )[\w’'.-]+ ){0,1}$"
)
BREAKS = tuple(',.!?:"”’)')
"""What ends the word before such a start, or the one before that."""
SAYS = (
    "said",
    "says",
    "added",
    "adds",
    "asked",
    "replied",
    "wrote",
    "explained",
    "insisted",
    "argued",
    "recalled",
    "noted",
)
WHEN = frozenset(["once", "also", "then", "later", "recently", "famously", "often"])
"""Words that may stand before the verb."""
EMBEDS = (" that ", " whether ", " if ")
"""What opens a clause that somebody says or thinks: who is told of is whoever says it."""
INVERTED = re.compile(rf"\b(?:{'|'.join(SAYS)}|[A-Z]\w+,? and)\s+$")
"""What stands before a subject: "said Dahl" ("told Dahl" names the one who was told), "Lund and Dahl said"."""
INVERTS = (*SAYS, "and")
"""How the word before it ends; looked at first, for most words end otherwise."""


def says(text: str, end: int) -> bool:
    """Whether a verb of saying stands at ``end``: "Dahl said."."""
    words = text[end : end + 30].split(maxsplit=2)
    behind = words[0].rstrip(".,:;") if words else ""
    if behind in WHEN and len(words) > 1:
        behind = words[1].rstrip(".,:;")
    return behind in forces() and behind not in NOUNS


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` are a subject."""
    if says(text, end):
        return not text.endswith(EMBEDS, max(0, start - 9), start)
    before = text[max(0, start - 100) : start]
    words = before.rsplit(maxsplit=2)[-2:]
    if words and words[-1].endswith(INVERTS) and INVERTED.search(before):
        return True
    opens = len(words) < 2 or words[0].endswith(BREAKS) or words[1].endswith(BREAKS)
    return opens and bool(SENTENCE_START.search(before))
