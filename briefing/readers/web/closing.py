"""What stands below the article of a web page and was taken along: comments, dated links to other articles, headings over nothing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from briefing.model import BlockKind
from briefing.readers.lines import count_words, is_prose
from briefing.readers.page import comments

STAMPED = re.compile(
    r"(?:(?:19|20)\d\d[-/.年]\d\d?[-/.月]\d\d?日?|\d\d?[./-]\d\d?[./-](?:19|20)\d\d)[ ,]+\d\d?:\d\d(?::\d\d)?\W*$"
)
"""The day and the time at the end of a link to another article."""
STAMP_LENGTH = 24
"""Characters of a day and a time at most."""
THREADS = re.compile(
    r"(?:lista?[-_])?(?:comentarios|comentários|commentaires|kommentare|kommentarer|commenti|reacties|komentarze)(?:[-_]\w+)*",
    re.I,
)
"""A class or an id of a comment thread."""
LABEL = 2
"""Words of a label at most."""
CUT = re.compile(r"\[(?:…|\.\.\.)\]$")
"""The end of a paragraph of which a page shows the beginning."""
LONGEST = 80
"""Characters of a line that only announces, at most."""
ANNOUNCES = re.compile(r"\w[:：]$")
"""The end of a line that announces something."""
PROSE = frozenset(("paragraph", "list item", "block quote"))
"""Kinds of blocks that tell something."""


def mark_threads(tree: HtmlElement) -> None:
    """Call the comment threads of a page what trafilatura knows them by, where another language calls them otherwise."""
    for box in tree.iter("div", "section", "ol", "ul"):
        keys = f"{box.get('class') or ''} {box.get('id') or ''}".split()
        if any(THREADS.fullmatch(key) for key in keys) and box.find(".//h1") is None:
            box.set("id", "comments")


def without_end(pieces: Sequence[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """The pieces with the comments, items that end with a day and a time, and headings at the end that head nothing as furniture."""
    told = [words for _, words in pieces]
    thread = comments(told, [kind in PROSE and is_prose(words) for kind, words in pieces])
    end = len(pieces) if thread is None else thread
    outside = {
        *range(end, len(pieces)),
        *(i for i, words in enumerate(told) if STAMPED.search(words[-STAMP_LENGTH:])),
    }
    outside.update(_teasers(pieces, end), _labels(pieces, end))
    last = next((i for i in reversed(range(end)) if i not in outside and _tells(*pieces[i])), end)
    outside.update(i for i in range(last, end) if pieces[i][0] != "title" and not _tells(*pieces[i]))
    return [
        (kind if i not in outside or kind == "title" else "furniture", words)
        for i, (kind, words) in enumerate(pieces)
    ]


def _teasers(pieces: Sequence[tuple[BlockKind, str]], end: int) -> set[int]:
    """Two or more paragraphs at the end that are cut short: other articles of a blog."""
    run = range(end - 1, -1, -1)
    cut = list(
        itertools.takewhile(lambda i: pieces[i][0] != "paragraph" or CUT.search(pieces[i][1][-5:]), run)
    )
    teasers = {i for i in cut if pieces[i][0] == "paragraph"}
    return teasers if len(teasers) > 1 else set()


def _labels(pieces: Sequence[tuple[BlockKind, str]], end: int) -> set[int]:
    """The items of a list at the end that are words of a page, not of a heading or a line that announces them."""
    start = end
    while start and pieces[start - 1][0] in ("list item", "furniture"):
        start -= 1
    items = [i for i in range(start, end) if pieces[i][0] == "list item"]
    kind, words = pieces[start - 1] if start else ("paragraph", "")
    short = all(count_words(pieces[i][1]) <= LABEL and pieces[i][1].isalpha() for i in items)
    return set(items) if short and kind != "subheading" and not ANNOUNCES.search(words[-2:]) else set()


def _tells(kind: BlockKind, words: str) -> bool:
    """Whether it is no heading, and no line that announces what has been left out."""
    return kind in PROSE and (not ANNOUNCES.search(words[-2:]) or len(words) > LONGEST)
