"""Words that a printed page parts at the end of a line ("har-", "bours") are whole again."""

from __future__ import annotations

import re

from briefing.language.rarity import zipf_table
from briefing.lazy import seldom

PARTED = seldom(r"(?<=[^\W\d_])-\n[^\S\n]*(?=[a-zß-ÿ])")
"""The hyphen at the end of a line, where a letter stands before it and a small one behind."""
WORD = re.compile(r"[^\W\d_]+")
BEFORE = seldom(r"[^\W\d_]+$")
LINE = 40
"""Characters of a line at least that is full."""
LONGEST = 40
"""Letters of half a word at most."""


def with_whole_words(text: str) -> str:
    """The text without the hyphens that part words at the ends of full lines; the line ends behind the word instead.

    A hyphen between two words that make none together stays: "north-eastern".
    """
    if "-\n" not in text:
        return text
    parts, at = list[str](), 0
    for match in PARTED.finditer(text):
        start = match.start()
        first = BEFORE.search(text, max(0, start - LONGEST), start)
        second = WORD.match(text, match.end())
        if first is None or second is None or start - text.rfind("\n", 0, start) <= LINE or match.end() < at:
            continue
        behind = _word_end(text, second.end())
        hyphen = "-" if _are_two(first[0].lower(), second[0].lower()) else ""
        parts += [text[at:start], hyphen, text[match.end() : behind], "\n" if behind < len(text) else ""]
        at = min(behind + 1, len(text))
    return "".join([*parts, text[at:]])


def _word_end(text: str, at: int) -> int:
    """Where the white space behind a word begins."""
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _are_two(first: str, second: str) -> bool:
    """Whether both halves are words, and what they make together is none."""
    known = zipf_table("en")
    return first in known and second in known and first + second not in known
