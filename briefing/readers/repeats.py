"""What a page says twice: its article once more for search engines or for a voice that reads it aloud, and teasers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

NUMBER = re.compile(r"(?:page |seite |p\. ?|[-–|] ?)?\d{1,4}(?: ?[-–|])?(?: (?:of|von|/) \d{1,4})?", re.I)
"""The number of a page."""
NUMBERED = 20
"""Characters of a line with it at most."""
HEAD = 100
"""Characters of the running head of a page at most."""
OPENING = 40
"""Characters at the beginning of two blocks that say the same; shorter ones may come again, and so may questions."""
CUT = " .…"
"""What stands behind a block that is cut short."""


def running_heads(blocks: Sequence[str]) -> set[int]:
    """Indices of the lines that stand beside the numbers of two pages or more: what every page says at its head or foot."""
    beside: list[int] = []
    for i, block in enumerate(blocks):
        if len(block) <= NUMBERED and NUMBER.fullmatch(block):
            beside += [j for j in (i - 1, i + 1) if 0 <= j < len(blocks) and _may_run(blocks[j])]
    times = Counter(blocks[j] for j in beside)
    return {j for j in beside if times[blocks[j]] > 1}


def _may_run(line: str) -> bool:
    return len(line) <= HEAD and line[-1] not in ".!?:;," and any(map(str.isalpha, line))


def repeated(blocks: Sequence[str]) -> set[int]:
    """Indices of the blocks that say again what stands above, from the beginning of another block on."""
    first: dict[str, int] = {}
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if len(block) >= OPENING and block[-1] != "?":
            at = first.setdefault(block[:OPENING], i)
            if at < i and _is_told(block.rstrip(CUT), blocks, at):
                found.add(i)
    return found


def _is_told(words: str, blocks: Sequence[str], at: int) -> bool:
    """Whether the blocks from ``at`` on begin with these words, a space being between two blocks."""
    start = 0
    while start < len(words) and at < len(blocks):
        if not words.startswith(f"{blocks[at]} "[: len(words) - start], start):
            return False
        start += len(blocks[at]) + 1
        at += 1
    return start >= len(words)
