"""What stands in the middle or at the end of a text and is none of it: newsletter boxes, and what ends a press release."""

from __future__ import annotations

import re
from collections.abc import Sequence

OPENS = re.compile(r"(?:sign up|subscribe|get (?:our|the)\b.{0,60}\bnewsletter|newsletter)\b.{0,80}", re.I)
CLOSES = re.compile(
    r"enter your e-?mail\b.*|privacy notice:.*|(?:after|skip past) newsletter promotion|sign (?:me )?up|subscribe",
    re.I,
)
LONGEST = 6
"""Blocks of a newsletter box at most."""
LETTERS = re.compile(
    r".{2,60} is committed to publishing a diversity of letters\b.*|we[’']d like to hear what you think\b.*",
    re.I,
)
"""What stands below a guest essay."""
RELEASE = re.compile(r"(?:press|news|media) release\b.{0,60}|(?:for )?immediate release\b.{0,20}", re.I)
HEAD = 6
"""Blocks at the top among which a text says that it is a press release."""
BOILERPLATE = re.compile(
    r"about (?:the )?(?-i:[A-Z]|\d+[A-Z])[^.!?]{1,80}|(?:safe harbou?r|cautionary|forward[- ]looking) (?:statements?|note)\b.{0,60}|"
    r"(?:media|press|investor)(?: relations)? (?:contacts?|enquiries|inquiries)\b.{0,40}|contacts?:?|disclaimer:?",
    re.I,
)
"""Headings at the end of a press release under which the sender tells of himself."""


def inserted(blocks: Sequence[str]) -> set[int]:
    """Indices of the blocks that are no text of the article."""
    letters = {i for i, block in enumerate(blocks) if len(block) <= 400 and LETTERS.fullmatch(block)}
    return letters | _newsletters(blocks) | _boilerplate(blocks)


def _newsletters(blocks: Sequence[str]) -> set[int]:
    """The blocks from "Sign up to ..." to "Enter your email", where they are few."""
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if i not in found and len(block) <= 100 and OPENS.fullmatch(block):
            ends = [j for j in range(i + 1, min(i + LONGEST, len(blocks))) if CLOSES.fullmatch(blocks[j])]
            if ends:
                found.update(range(i, ends[-1] + 1))
    return found


def _boilerplate(blocks: Sequence[str]) -> set[int]:
    """All from the first heading on under which the sender of a press release tells of himself, in its second half."""
    if not any(RELEASE.fullmatch(block) for block in blocks[:HEAD]):
        return set()
    half = sum(map(len, blocks)) / 2
    told = 0
    for i, block in enumerate(blocks):
        if told > half and BOILERPLATE.fullmatch(block):
            return set(range(i, len(blocks)))
        told += len(block)
    return set()
