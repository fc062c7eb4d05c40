"""Whether a passage tells anything: what it says, and not only where to look, who wrote it or that nobody answered."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

from briefing.language.endings import WHOLE
from briefing.lazy import seldom

CURT = 30
"""Bytes of words that tell nothing by themselves ("It moved."); in scripts that need few letters each has three."""
CREDITED = (
    "contributed",
    " reported ",
    " wrote ",
    "can be ",
    "/AFP",
    "/ AFP",
    "/AP ",
    "/EPA",
    "/Getty",
    "/ Getty",
)
"""One of which a line holds that names the article's writers or a photographer."""
COURTESY = r"(?:good (?:morning|afternoon|evening)|thank(?:s| you)|hello|welcome|ladies and gentlemen)\b"
"""How a greeting or thanks begin."""
GREETING = seldom(rf"(?:[^:.!?]{{2,40}}: )?{COURTESY}[^.!?]{{0,40}}[.!]*", re.I)
"""A turn that greets or thanks and says no more."""
GREETS, APPEALS, BRIEF = 120, 200, 110
"""Characters of a greeting, of an appeal and of a few words that somebody said, at most."""
CLOSES = ("”", '"', "’", "'")
"""Marks that close a quotation."""
OPENS = seldom(r"[“\"]|(?:^|[\s(\[—–-])[‘'`]+(?=\S)")
"""What opens one, single marks only before a word."""
REOPENED = seldom(r"(?:^|\s)\"[^\s\"][^\"]*\s\"\w")
"""Two marks of the typewriter that open, and none that closes between them, where a page has lost one."""
UNSAID = (":", "?", "？", "؟", "...", "…")
"""How a statement ends that only announces or asks, or is not told to its end."""
DASHES = ("―", "—", "–", "- ", "-- ")
"""How a line opens that says whose the words above it are."""
LISTED, SMALL = 4, 10
"""Words from which on a line that is not one in ``SMALL`` in lower case is a list of names, or a headline."""
STOPS = (".", "!", "?")
"""How nearly all sentences end, which is seen quicker."""
TAIL = 40
"""Characters of a statement in which its last words stand."""


def tells_nothing(text: str) -> bool:
    """Whether a passage is not worth a reader's time: a word or two, a question or an announcement, a list of names, half of what stands
    in brackets, the end of a quotation that was opened above it, who says what stands above ("— Lena Dahl"), or one of ``telling.toml``."""
    return (
        len(text.encode()) < CURT
        or text.endswith(UNSAID)
        or (text.startswith(DASHES) and not is_whole(text))
        or (text.endswith(CLOSES) and _is_clipped(text))
        or (text.count('"') % 2 == 1 and REOPENED.search(text) is not None)
        or (text[0] == "(" and ")" not in text)
        or (text.endswith((")", ").")) and "(" not in text)
        or _is_list(text)
        or (len(text) < GREETS and GREETING.fullmatch(text) is not None)
        or _is_listed(text)
    )


def is_whole(text: str) -> bool:
    """Whether it ends as a sentence does; an item of a list or a standfirst may not."""
    return text.endswith(STOPS) or WHOLE.search(text[-TAIL:]) is not None


def _is_listed(text: str) -> bool:
    """Whether it is one of ``telling.toml``; what it must hold is looked for first, which is quicker."""
    return (
        ("comment" in text and _pattern("silent").search(text) is not None)
        or (any(map(text.__contains__, CREDITED)) and _pattern("credits").search(text) is not None)
        or (("below" in text or "above" in text) and _pattern("pictures").search(text) is not None)
        or (
            ":" in text
            and (" of " in text or "Caption" in text or "Photos" in text)
            and _pattern("counted").search(text) is not None
        )
        or (len(text) < BRIEF and text[0] in '"“' and _pattern("exclaims").fullmatch(text) is not None)
        or (len(text) < APPEALS and _pattern("appeals").match(text) is not None)
    )


def _is_clipped(text: str) -> bool:
    """Whether the mark at its end closes a quotation that is not opened in it."""
    if text[-1] in '”"':
        return not any(mark in text[:-1] for mark in '“”„«"')
    return is_whole(text) and not OPENS.search(text, 0, len(text) - 1)


def _is_list(text: str) -> bool:
    words = text.split()
    small = sum(map(str.islower, words))
    return len(words) >= LISTED and small * SMALL < len(words) and text != text.swapcase()


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The pattern of one kind of ``telling.toml``; compiled when it is needed, for many articles need few."""
    return re.compile("|".join(_table()[kind]))


@functools.cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("telling.toml").read_text("utf-8"))
