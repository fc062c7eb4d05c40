"""How likely each stem of a text is to stand in a summary of it: often said, in many sentences and sources, early.

Logistic regression on the words of articles and of the summaries that people wrote of them (Hong & Nenkova 2014,
"Improving the Estimation of Word Importance for News Multi-Document Summarization", section 4, with four features
instead of thousands). The figures are in ``weights.toml``.
"""

from __future__ import annotations

import numpy as np

from briefing.rankers.prepare import FloatArray, IntArray, Terms

FADES = 8.0
"""Sentences in which the weight of an early mention falls by e."""


def features(terms: Terms, documents: IntArray, place: FloatArray, news: FloatArray) -> FloatArray:
    """What is known of each stem, shape (stems, 4): logarithm of its count, share of the sentences that hold it,
    how early it comes, and share of the sources that hold it (0 where there is but one).

    ``documents``, ``place``: document of each sentence and its number therein; ``news``: 1 where the opening is
    trusted, else 0, and an early mention counts for nothing.
    """
    rows, columns = terms.rows, terms.columns
    size = len(terms.stems)
    if not size:
        return np.zeros((0, 4))
    early = (news * np.exp(-place / FADES))[rows]
    spread = np.bincount(columns)
    starts = spread.cumsum() - spread
    sources = int(documents[-1] - documents[0]) + 1 if len(documents) else 1
    held = np.zeros(size)
    if sources > 1:
        fresh = (np.diff(columns, prepend=-1) != 0) | (np.diff(documents[rows], prepend=-1) != 0)
        held = np.bincount(columns[fresh], minlength=size) / sources
    found = np.empty((size, 4))
    found[:, 0] = np.log(np.bincount(columns, terms.counts))
    found[:, 1] = spread / terms.sentences
    found[:, 2] = np.maximum.reduceat(early, starts)
    found[:, 3] = held
    return found


def likelihood(found: FloatArray, weights: dict[str, float]) -> FloatArray:
    """Probability of each stem to be in the summary. ``found``: see ``features``."""
    names = ("count", "spread", "early", "sources")
    odds = weights["bias"] + found @ np.array([weights[name] for name in names])
    likely: FloatArray = 1 / (1 + np.exp(-odds))
    return likely
