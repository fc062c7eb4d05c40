"""Boxes of other stories that a page puts into an article: "Recommended stories" over the titles of some."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.lazy import seldom
from briefing.readers.lines import ENDS_SENTENCE, TAIL, is_prose

OPENS = seldom(
    r"(?:recommended|related|suggested|trending|latest)(?: (?:stories|articles?|reading|content|coverage|news|posts|topics|videos|now|for you))?|"
    r"(?:most|best)[ -](?:read|viewed|popular|watched)(?: .{2,30})?|editors?[’']?s?[’']? (?:picks?|choice)|more (?:stories|news|coverage)|"
    r"more (?:from|on|in) .{2,40}|(?:what to )?read next|you (?:may|might)(?: also)? (?:like|be interested in).{0,20}|"
    r"don[’']t miss|in case you missed it|up next|mehr zum thema|lesen sie (?:auch|mehr)|das könnte sie auch interessieren|"
    r"verwandte (?:artikel|themen)|más información|te puede interesar|también te puede interesar|lire aussi|à lire aussi|"
    r"sur le même sujet|leia (?:também|mais)|leggi anche|läs (?:också|mer)|lees ook|les også|читайте также|по теме|"
    r"материалы по теме|اقرأ (?:أيضا|أيضاً|المزيد)|مواضيع ذات صلة|相关阅读|相关新闻|延伸阅读|関連記事",
    re.I,
)
"""The heading of such a box."""
BEGINS = frozenset("rstlmbeywiduvмпاп相延関àت")
"""Letters that such a heading begins with: few other short lines need the pattern."""
COUNTED = re.compile(r"list of \d{1,2} items?", re.I)
"""What stands over a list that is counted for those who hear the page, and ends with "end of list"."""
HEADING = 60
"""Characters of the heading of a box at most."""
NEAR = 4
"""Blocks above a box among which prose stands."""
MOST, LENGTH = 8, 150
"""Titles in a box at most, and characters of each."""
SUBHEADING = 4
"""Words that the last line of a box may have and be the subheading of what follows."""


def story_boxes(blocks: Sequence[str]) -> list[range]:
    """The boxes with which the article goes on below them: what stands under each heading and ends like no sentence."""
    found: list[range] = []
    at = 0
    for i, block in enumerate(blocks):
        if i >= at and len(block) <= HEADING and (box := _box(blocks, i)) and _stands_below(blocks, i):
            found.append(box)
            at = box.stop
    return found


def _box(blocks: Sequence[str], i: int) -> range | None:
    """The box that begins with a block, if one does and prose stands below it."""
    if COUNTED.fullmatch(blocks[i]):
        return _counted(blocks, i)
    if blocks[i][0].lower() not in BEGINS or not OPENS.fullmatch(blocks[i].rstrip(":. ")):
        return None
    end = i + 1
    if end < len(blocks) and COUNTED.fullmatch(blocks[end]):
        return _counted(blocks, i)
    while end < len(blocks) and end - i <= MOST and _is_title(blocks[end]):
        end += 1
    if end == len(blocks) or not is_prose(blocks[end]):
        return None
    if end - i > 2 and len(blocks[end - 1].split()) <= SUBHEADING:
        end -= 1
    return range(i, end)


def _counted(blocks: Sequence[str], i: int) -> range | None:
    """The box to the end of its counted list."""
    ends = (j for j in range(i, min(i + 3 * MOST, len(blocks))) if blocks[j].lower() == "end of list")
    return next((range(i, end + 1) for end in ends), None)


def _stands_below(blocks: Sequence[str], i: int) -> bool:
    """Whether prose stands close above the box: above the article its last line would be the title."""
    return any(is_prose(block) for block in blocks[max(0, i - NEAR) : i])


def _is_title(block: str) -> bool:
    return len(block) <= LENGTH and ENDS_SENTENCE.search(block[-TAIL:].rstrip("?")) is None
