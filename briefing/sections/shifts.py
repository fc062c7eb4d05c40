"""Topic shifts: the optimal split of a run of paragraphs by dynamic programming.

The score of a segment adds two measures of cohesion: the likelihood of its words under one word distribution
(Utiyama & Isahara 2001; Eisenstein & Barzilay 2008, eq. 4), and the similarity of its paragraphs' pairs above
the mean of the text (Choi 2000; Malioutov & Barzilay 2006). Each cut costs ``CUT`` nats: no cut is better than
a doubtful one; a paragraph that begins like a continuation ("He", "But") costs more.
"""

from __future__ import annotations

import numpy as np

from briefing.sections.cohesion import Cohesion, FloatArray

CUT = 18.0
"""What a cut must gain, in nats."""
SIMILARITY = 90.0
"""Nats that a unit of similarity is worth."""


def best_starts(texture: Cohesion, costs: FloatArray, forced: frozenset[int] = frozenset()) -> list[int]:
    """Indices of the paragraphs that begin a segment of the best split; 0 always does.

    ``costs`` holds what a cut before each paragraph costs, in nats; a segment begins at each index of ``forced``.
    """
    count, width = texture.repetition.shape
    similar = texture.similarity.cumsum(axis=1)
    repeated = texture.repetition.cumsum(axis=1)
    total = np.concatenate([[0], texture.lengths.cumsum()])
    longest = int(max((total[min(count, i + width)] - total[i] for i in range(count)), default=0))
    # What the words of a segment cost at its length: log(Gamma(n + alpha) / Gamma(alpha)) - n log(alpha).
    price = np.concatenate([[0.0], np.log1p(np.arange(longest) / texture.concentration).cumsum()])
    best = np.zeros(count + 1)
    back = np.zeros(count + 1, dtype=np.int64)
    inside_similar = np.zeros(width)
    inside_repeated = np.zeros(width)
    floor = 0
    for end in range(1, count + 1):
        # Index d stands for the segment that begins at end - 1 - d.
        inside_similar[1:] = inside_similar[:-1] + similar[end - 1, 1:]
        inside_repeated[1:] = inside_repeated[:-1] + repeated[end - 1, 1:]
        if end - 1 in forced:
            floor = end - 1
        reach = min(width, end - floor)
        starts = np.arange(end - 1, end - 1 - reach, -1)
        score = best[starts] - costs[starts] * (starts > floor)
        score += inside_repeated[:reach] - price[total[end] - total[starts]]
        score += SIMILARITY * inside_similar[:reach]
        chosen = reach - 1 - int(score[::-1].argmax())
        best[end], back[end] = score[chosen], starts[chosen]
    found, at = [], count
    while at > 0:
        at = int(back[at])
        found.append(at)
    return found[::-1]
