"""Where the article stands on a pasted page: the run of blocks with the highest sum of log-odds.

Pasternack & Roth (2009), "Extracting Article Text from the Web with Maximum Subsequence Segmentation": a linear model
says of every block how likely it is to be of the article, and the contiguous run with the highest sum is the article.
Menus, lists of other articles and comment threads hold sentences too; what gives them away is what stands around them.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

WORD = re.compile(r"\w+")
FUNCTION = frozenset(
    "a an and as at be but by for from had has have he her his in is it its not of on or that the their they this to was "
    "were which who will with au das de der des die du e el em en er est et für i il im in la las le les los na no não "
    "o os para per por que se sie un una und une von zu y и на не по с что из для но".split()
)
"""Frequent words of English and of a few neighbours: prose is full of them, menus are not."""
SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]」]*$")
MARKER = re.compile(
    r"\W*(?:(?:\d+|view|show|see|leave|post|add|all|read|your|a|an)\W+){0,3}(?:comments?|repl(?:y|ies)|responses?)\b|"
    r"\W*(?:related|recommended|recent|popular|trending|latest|most (?:popular|read|viewed)|more (?:from|on|in|stories|news)|"
    r"you (?:may|might)|previous (?:post|article)|next (?:post|article|up)|about the author|tags?\b|topics\b|filed under|"
    r"posted in|categor|share\b|sign up|subscribe|newsletter|follow\b|copyright|©|all rights|disclaimer|source:|"
    r"(?:first|originally) published|top stories|editor|like this|want more|sponsored|promoted|advert)",
    re.I,
)
"""How the lines behind an article begin."""
COMMENTS = re.compile(
    r"\W*(?:(?:\d+|view|leave|post|add|read|a|all)\W+){0,3}(?:comments?|repl(?:y|ies)|responses)\W*\d*\W*$", re.I
)
"""The heading of a comment thread."""
STAMP = re.compile(r"\b(?:ago|comments?|shares?|min read|[ap]\.?m\.?|said:|reply)\b", re.I)
ADDRESS = re.compile(r"https?:|www\.|\.com\b|@")
SERVICE = re.compile(
    r"\b(?:cookie|subscri|newsletter|sign up|log in|privacy|terms|copyright|rights reserved|advert|click|facebook|twitter|"
    r"follow|e-?mail)",
    re.I,
)
SHORT = 15
"""Words of a line at most that is one of a page's own."""
FULL = 40
"""Words from which on a block weighs no more."""
HEAD = 40
"""Words of prose that must stand above a heading "Comments" for it to close the article."""


def features(blocks: Sequence[str], prose: Sequence[bool]) -> list[dict[str, float]]:
    """What tells of every block whether it is of the article; ``prose``: which ones read as a sentence."""
    lengths = [len(WORD.findall(block)) for block in blocks]
    told = [min(n, FULL) / FULL if is_prose else 0.0 for n, is_prose in zip(lengths, prose, strict=True)]
    so_far = [0.0, *itertools.accumulate(told)]

    def around(start: int, end: int) -> float:
        return so_far[max(0, min(end, len(told)))] - so_far[max(0, min(start, len(told)))]

    found, commented = [], False
    for i, block in enumerate(blocks):
        words = WORD.findall(block)
        n = max(1, len(words))
        short = len(words) < SHORT
        commented = commented or (so_far[i] * FULL > HEAD and COMMENTS.match(block) is not None)
        found.append(
            {
                "bias": 1.0,
                "length": min(len(words), 60) / 20,
                "prose": float(prose[i]),
                "function words": sum(word.lower() in FUNCTION for word in words) / n,
                "capitals": sum(word[0].isupper() for word in words[1:]) / n if len(words) > 3 else 0.0,
                "ends a sentence": float(SENTENCE_END.search(block[-12:]) is not None),
                "comma": float("," in block and len(words) > 8),
                "a word or three": float(len(words) <= 3),
                "marker": float(short and MARKER.match(block) is not None),
                "stamp": float(short and STAMP.search(block) is not None),
                "address": float(ADDRESS.search(block) is not None),
                "service": float(SERVICE.search(block) is not None),
                "prose just before": around(i - 1, i),
                "prose before": around(i - 3, i),
                "prose just after": around(i + 1, i + 2),
                "prose after": around(i + 1, i + 4),
                "below comments": float(commented),
            }
        )
    return found


@functools.lru_cache(maxsize=1)
def learnt() -> dict[str, float]:
    """The weights, learnt by ``tools/page_weights.py``."""
    return tomllib.loads(files("briefing.readers").joinpath("page.toml").read_text("utf-8"))["weights"]


def article_run(blocks: Sequence[str], prose: Sequence[bool]) -> tuple[int, int]:
    """First block of the article and the one behind its last: the run with the highest sum of log-odds."""
    weights = learnt()
    odds = [sum(weights[name] * value for name, value in row.items()) for row in features(blocks, prose)]
    return best_run(odds)


def best_run(values: Sequence[float]) -> tuple[int, int]:
    """Start and end of the contiguous run with the highest sum; linear (Kadane's algorithm)."""
    best, run, total, start = 0.0, (0, 0), 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, run = total, (start, i + 1)
    return run
