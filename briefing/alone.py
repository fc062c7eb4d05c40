"""Whether words can stand alone in a brief: they tell something, and they do not point back to what is not shown."""

from __future__ import annotations

import re

from briefing.rankers.salience import DANGLING

CURT = 30
"""Bytes of words that tell nothing by themselves ("It moved."); in scripts that need few letters each has three."""
NO_COMMENT = re.compile(
    r"\b(?:(?:respond|reply)(?:ed)? to (?:\w+ )?requests? for comment|(?:contacted|approached|reached) for comment)\b"
)
"""What a statement holds that says only that somebody said nothing."""
OPENING_WORD = re.compile(r"[\"“‘'(\[]*(\w+)")


def tells_nothing(text: str) -> bool:
    """Whether it is a word or two, or says only that somebody said nothing."""
    return len(text.encode()) < CURT or NO_COMMENT.search(text) is not None


def points_back(text: str, language: str) -> bool:
    """Whether it opens with a word that points back to what is not named: "That, however, ..." English is known."""
    first = OPENING_WORD.match(text) if language == "en" else None
    return first is not None and first.group(1) in DANGLING
