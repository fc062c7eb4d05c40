"""Long lists of an article that no menu is: every line is made like the others, as the dates of a tour or the results of
a day are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.model import BlockKind
from briefing.readers.lines import ENDS_SENTENCE, TAIL, WORD

FORMS = (
    re.compile(r"\S\s+(?:--|[–—-])\s+\S"),
    re.compile(r"\S: \S"),
    re.compile(r"^\d{1,3}[.)]\s?\S"),
    re.compile(r"^[\d½⅓⅔¼¾]+(?:[-–/.,]\d+)? ?[^\W\d]"),
)
"""What parts the lines of such a list in two, or stands before them: a dash, a colon, a number, a quantity."""
MARKS = (": ", "- ", "– ", "— ", ") ", ". ")
"""One of them stands in each line of such a list, if no number does."""
LEAST = 5
"""Lines of such a list, at least."""
LENGTH, WORDS = 130, 3
"""Characters of a line at most, and words at least."""
BETWEEN = 1
"""Lines of another kind, as an address, between two of the list at most."""


def alike(blocks: Sequence[str], kinds: Sequence[BlockKind]) -> list[list[int]]:
    """Indices of the blocks of each list whose lines are made alike, in reading order."""
    short = [
        i
        for i, block in enumerate(blocks)
        if len(block) <= LENGTH and kinds[i] == "paragraph" and _may_be_line(block)
    ]
    found: list[list[int]] = []
    if len(short) < LEAST:
        return found
    taken: set[int] = set()
    for form in FORMS:
        for run in _runs([i for i in short if form.search(blocks[i])], kinds):
            if len(run) >= LEAST and taken.isdisjoint(range(run[0], run[-1] + 1)):
                found.append(run)
                taken.update(range(run[0], run[-1] + 1))
    return sorted(found)


def _may_be_line(block: str) -> bool:
    if not block[0].isnumeric() and not any(map(block.__contains__, MARKS)):
        return False  # as most lines of a menu
    return len(WORD.findall(block)) >= WORDS and not ENDS_SENTENCE.search(block[-TAIL:])


def _runs(lines: Sequence[int], kinds: Sequence[BlockKind]) -> Iterator[list[int]]:
    """The lines in groups that nothing parts but furniture."""
    run: list[int] = []
    for i in lines:
        near = run and i - run[-1] - 1 <= BETWEEN
        if not near or any(kinds[j] != "furniture" for j in range(run[-1] + 1, i)):
            yield run
            run = []
        run.append(i)
    yield run
