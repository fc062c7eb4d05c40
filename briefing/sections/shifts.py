"""Topic shifts: the optimal split of a run of paragraphs by dynamic programming.

The score of a segment adds the likelihood of its words under one word distribution (Utiyama & Isahara 2001;
Eisenstein & Barzilay 2008, eq. 4) and how far the pairs of its paragraphs are more alike than any two of the text
(Choi 2000; Malioutov & Barzilay 2006). Each cut must gain something, and the split as a whole must gain enough over
none: no cut is better than a doubtful one.
"""

from __future__ import annotations

import itertools
import math
import operator

import numpy as np

from briefing.sections.cohesion import Cohesion
from briefing.sections.occurrences import FloatArray, IntArray
from briefing.sections.weights import Weights

LEAST = 10
"""Content words (about twice as many words) below which a segment goes with a neighbour."""
ENOUGH = 300
"""Content words from which on a text is long enough for several topics."""


def topic_starts(
    texture: Cohesion, costs: FloatArray, doubts: FloatArray, forced: frozenset[int], weights: Weights
) -> list[int]:
    """Indices of the paragraphs that begin a segment; 0 and those in ``forced`` always do.

    ``costs`` holds what a cut before each paragraph costs, in nats, ``doubts`` what it must gain besides. Where nothing
    is forced and the cuts together do not gain that, the text has one topic and there are none.
    """
    sums = _sums(texture)
    found = _merged(sums, _best(sums, costs, forced), costs, forced)
    if forced:
        return found
    gain = _worth(sums, found) - _worth(sums, [0]) - costs[found[1:]].sum()
    brevity = max(0.0, 1 - texture.lengths.sum() / ENOUGH)
    needed = doubts[found[1:]] + weights["doubt_short"] * brevity
    return found if gain >= needed.sum() else [0]


def _worth(sums: Sums, starts: list[int]) -> float:
    """The score of the segments that begin at ``starts``, in nats."""
    return sum(_score(sums, start, end) for start, end in itertools.pairwise([*starts, len(sums[0])]))


def _score(sums: Sums, start: int, end: int) -> float:
    """The score of one segment, in nats."""
    held, price, total = sums
    rows = np.arange(start, end)
    inside = held[rows, np.minimum(rows - start, held.shape[1] - 1)].sum()
    return float(inside - price[total[end] - total[start]])


def _merged(sums: Sums, starts: list[int], costs: FloatArray, forced: frozenset[int]) -> list[int]:
    """The starts without those of very short segments, each of which goes with the neighbour that it fits better.

    A segment between two forced starts stays as it is.
    """
    total, ends = sums[2], [*starts, len(sums[0])]
    at = 0
    while at < len(ends) - 1:
        short = total[ends[at + 1]] - total[ends[at]] < LEAST
        cuts = [c for c in (at, at + 1) if short and 0 < c < len(ends) - 1 and ends[c] not in forced]
        if cuts:
            cut = min(cuts, key=lambda c: _gain(sums, costs, *ends[c - 1 : c + 2]))
            del ends[cut]
            at = cut - 1
        else:
            at += 1
    return ends[:-1]


def _gain(sums: Sums, costs: FloatArray, start: int, cut: int, end: int) -> float:
    """What a cut between two others gains, in nats."""
    return _score(sums, start, cut) + _score(sums, cut, end) - _score(sums, start, end) - float(costs[cut])


def _best(sums: Sums, costs: FloatArray, forced: frozenset[int]) -> list[int]:
    """Indices of the paragraphs that begin a segment of the best split.

    In lists: an article has too few paragraphs for arrays to pay.
    """
    held, price, total = (array.tolist() for array in sums)
    cost = costs.tolist()
    count, width = sums[0].shape
    best, opened, back = [0.0], list[float](), [0]
    inside = [0.0] * width
    floor = 0
    for end in range(1, count + 1):
        # Index d stands for the segment that begins at end - 1 - d.
        inside = [0.0, *map(operator.add, inside, held[end - 1][1:])]
        opened.append(best[end - 1] - cost[end - 1])
        if end - 1 in forced:
            floor = end - 1
        opened[floor] = best[floor]
        top, chosen = -math.inf, floor
        for start, within in zip(range(end - 1, max(floor, end - width) - 1, -1), inside, strict=False):
            score = opened[start] + (within - price[total[end] - total[start]])
            if score >= top:
                top, chosen = score, start
        best.append(top)
        back.append(chosen)
    found, at = [], count
    while at > 0:
        at = back[at]
        found.append(at)
    return found[::-1]


Sums = tuple[FloatArray, FloatArray, IntArray]


def _sums(texture: Cohesion) -> Sums:
    """Pairs summed along each row, what so many words of a segment cost, and content words before each paragraph.

    The words of a segment cost log(Gamma(n + alpha) / Gamma(alpha)) - n log(alpha).
    """
    total = np.append(0, texture.lengths.cumsum())
    price = np.append(0.0, np.log1p(np.arange(total[-1]) / texture.concentration).cumsum())
    return texture.pairs.cumsum(axis=1), price, total
