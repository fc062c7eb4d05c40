"""What a page says twice: its article once more for search engines or for a voice that reads it aloud, and teasers."""

from __future__ import annotations

from collections.abc import Sequence

OPENING = 40
"""Characters at the beginning of two blocks that say the same; shorter ones may come again, and so may questions."""
CUT = " .…"
"""What stands behind a block that is cut short."""


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
