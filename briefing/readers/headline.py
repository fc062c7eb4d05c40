"""Which of the lines above a pasted article is its title."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

WORD = re.compile(r"\w+")
TITLE_LINES = 12
"""Lines above the article among which its title stands."""
WORDS = 4
"""Words of a title, where there is a line that long."""
BESIDE, NEAR = 3, 5
"""Lines between a byline and a date at most, and between the title and both."""
STANDFIRST = 12
"""Words from which on a line below another is its standfirst."""
UNSPACED = 8
"""Characters of a title in a script without spaces, at least."""
HEADED = 2
"""Lines above an article at most that may be its title and its standfirst, with no page around them."""
CLOSING = '"”’)'
"""What may stand behind the last mark of a sentence."""
WITHIN = re.compile(r"[a-z]{2}\. [A-Z]")
"""Where another sentence begins within a line."""
SENTENCE = 0.2
"""What a line with a sentence counts among the titles: it is a standfirst, a caption or a notice."""


def headline(paragraphs: Sequence[str], lines: list[int], signed: Sequence[int], opening: str) -> int | None:
    """Which of the ``lines`` above an article is its title, if one is; ``signed``: the bylines and dates above it, ``opening``:
    the words that it begins with."""
    if not lines:
        return None
    told = _content(opening)
    long = [i for i in lines if is_long(paragraphs[i])]
    titles = _without_rubrics(paragraphs, long)
    for top in _bylines(signed, titles):
        title = _above(paragraphs, lines, titles, top, told)
        if title is not None:
            return title
    named = [i for i in lines if opening.startswith(f"{paragraphs[i]} ")]
    return _likest(paragraphs, long[-TITLE_LINES:] or named[-1:] or lines[-TITLE_LINES:], told)


def is_long(line: str) -> bool:
    """Whether a line has as many words as most titles."""
    return len(line.split()) >= WORDS


def _bylines(signed: Sequence[int], titles: Sequence[int]) -> Iterator[int]:
    """Where bylines with their dates begin, the last first: a title parts two of them."""
    for below, i in itertools.pairwise([*reversed(signed), -BESIDE - 1]):
        if below - i > BESIDE or any(i < title < below for title in titles):
            yield below


def _above(
    paragraphs: Sequence[str], lines: list[int], titles: list[int], top: int, told: set[str]
) -> int | None:
    """The line close above the ``top`` of a byline that shares most with the opening, if one shares any: what stands below is a
    list or a caption. Of a title and its standfirst it is the first; what stands above two lines of a word or three is a menu's."""
    near = [i for i in titles if top - NEAR <= i < top]
    short = [i for i in lines if top - NEAR <= i < top and not is_long(paragraphs[i])]
    menu = max((i for i in short if i - 1 in short), default=-1)
    shared = [i for i in near if i > menu and told & _content(paragraphs[i])] or [
        i for i in near if told & _content(paragraphs[i])
    ]
    if not shared:
        short = [i for i in range(max(0, top - 1), top) if i in lines and _is_all_told(paragraphs[i], told)]
        alone = near if len(near) == 1 and len(paragraphs[near[0]].split()) > WORDS else []
        return next(iter(short or alone), None)
    title = max(reversed(shared), key=lambda i: _shared(paragraphs[i], told))
    words, ends = len(WORD.findall(paragraphs[title])), _ends(paragraphs[title])
    if words <= STANDFIRST and not ends:
        return title
    close = range(title - (BESIDE if ends else 1), title)
    above = [i for i in titles if i in close and len(WORD.findall(paragraphs[i])) < words]
    return above[-1] if above else title


def _is_all_told(line: str, told: set[str]) -> bool:
    """Whether a short line has two content words at least, and the opening has them all."""
    words = _content(line)
    return len(words) > 1 and words <= told


def _without_rubrics(paragraphs: Sequence[str], lines: list[int]) -> list[int]:
    """The lines that do not end with another."""
    others = [paragraphs[i] for i in lines[-4 * TITLE_LINES :]]
    return [i for i in lines if not _ends_with_another(paragraphs[i], others)]


def _likest(paragraphs: Sequence[str], lines: list[int], told: set[str]) -> int | None:
    """The line that shares most with the opening, by how many of its content words and what share of them, among those of four
    words or more; of two, a title and its standfirst, the first that shares any. Where none does, the first that long; else the
    longest."""
    if not lines:
        return None
    titles = _without_rubrics(
        paragraphs,
        [i for i in lines if len(WORD.findall(paragraphs[i])) >= WORDS or _is_unspaced_title(paragraphs[i])],
    )
    if not titles:
        return max(lines, key=lambda i: len(paragraphs[i]))
    if len(titles) <= HEADED:
        return next((i for i in titles if told & _content(paragraphs[i])), titles[0])
    return max(titles, key=lambda i: _shared(paragraphs[i], told))


def _shared(line: str, told: set[str]) -> float:
    """How much of the content words of a line is told, at a discount where a sentence ends in it."""
    words = _content(line)
    shared = len(words & told)
    return shared * shared / max(1, len(words)) * (SENTENCE if _ends(line) else 1)


def _ends(line: str) -> bool:
    """Whether a sentence ends in a line."""
    return line.rstrip(CLOSING)[-1:] in (".", "!") or (". " in line and WITHIN.search(line) is not None)


def _content(text: str) -> set[str]:
    """The beginnings of its content words."""
    return {word.lower()[:6] for word in WORD.findall(text) if len(word) > 3}


def _ends_with_another(line: str, others: list[str]) -> bool:
    """Whether the page has put more before a line that stands there by itself too: "HomeNewsMine closed for a year"."""
    return any(line != other and line.endswith(other) for other in others)


def _is_unspaced_title(line: str) -> bool:
    """Whether a line in a script without spaces between words is as long as four words."""
    return line[:1] >= "\u2e80" and len(line) >= UNSPACED
