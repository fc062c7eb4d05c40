"""Topic shifts in a run of paragraphs: an optimal split by dynamic programming over lexical cohesion.

The score of a segment is the summed similarity of its paragraphs' pairs above the run's mean
(Utiyama & Isahara 2001 give the dynamic programme; cohesion as in Choi 2000), each cut costs ``PRIOR``.
"""

from __future__ import annotations

import itertools

import numpy as np

from briefing.language.words import content_stems
from briefing.model import Sentence

PRIOR = 0.35
"""What a cut must gain: no cut is better than a doubtful one."""


def split_run(run: list[Sentence], language: str) -> list[list[Sentence]]:
    """The parts of ``run``, cut between paragraphs only, each of at least two."""
    paragraphs: list[list[Sentence]] = []
    for sentence in run:
        if paragraphs and paragraphs[-1][0].paragraph == sentence.paragraph:
            paragraphs[-1].append(sentence)
        else:
            paragraphs.append([sentence])
    if not 4 <= len(paragraphs) <= 400:
        return [run]
    starts = _cuts([content_stems(" ".join(s.text for s in p), language) for p in paragraphs])
    bounds = [*starts, len(paragraphs)]
    return [[s for p in paragraphs[a:b] for s in p] for a, b in itertools.pairwise(bounds)]


def _cuts(words: list[list[str]]) -> list[int]:
    """Indices of the paragraphs that begin a part; 0 always does."""
    count = len(words)
    index: dict[str, int] = {}
    for stems in words:
        for stem in stems:
            index.setdefault(stem, len(index))
    x = np.zeros((count, max(1, len(index))))
    for row, stems in enumerate(words):
        for stem in stems:
            x[row, index[stem]] += 1
    x = np.sqrt(x) * np.log(1 + count / np.maximum(1, (x > 0).sum(axis=0)))
    norms = np.linalg.norm(x, axis=1, keepdims=True)
    x /= np.where(norms > 0, norms, 1)
    similarity = x @ x.T
    np.fill_diagonal(similarity, 0)
    mean = similarity.sum() / max(1, count * (count - 1))
    above = similarity - mean
    np.fill_diagonal(above, 0)
    total = above.cumsum(axis=0).cumsum(axis=1)
    table = np.zeros((count + 1, count + 1))
    table[1:, 1:] = total
    best = [0.0] + [-np.inf] * count
    back = [0] * (count + 1)
    for end in range(2, count + 1):
        for start in [0, *range(2, end - 1)]:
            inside = table[end, end] - table[start, end] - table[end, start] + table[start, start]
            gain = best[start] + inside / 2 / (end - start) ** 0.5 - (PRIOR if start else 0.0)
            if gain > best[end]:
                best[end], back[end] = gain, start
    starts, at = [], count
    while at > 0:
        at = back[at]
        starts.append(at)
    return starts[::-1]
