"""What a page says twice: its article once more for search engines or for a voice that reads it aloud, and teasers."""

from __future__ import annotations

import itertools
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
            if at < i and _from(blocks, at, len(block)).startswith(block.rstrip(CUT)):
                found.add(i)
    return found


def _from(blocks: Sequence[str], start: int, length: int) -> str:
    """The words from a block on, about as many characters as asked for."""
    said = blocks[start]
    for block in itertools.islice(blocks, start + 1, None):
        if len(said) >= length:
            break
        said = f"{said} {block}"
    return said
