"""Directed centrality: a sentence counts for what follows it and against what came before it.

Zheng & Lapata 2019, "Sentence Centrality Revisited for Unsupervised Summarization", section 3.2.
"""

from __future__ import annotations

import numpy as np

from briefing.rankers.prepare import FloatArray, Prepared, vectors

FORWARD, BACKWARD = 1.0, -0.4
"""Lambda_2 and lambda_1 of the paper: weights of the edges to later and to earlier sentences."""


def directed_centrality(prepared: Prepared) -> FloatArray:
    """Sum of similarities to later sentences, less part of those to earlier ones, per sentence."""
    x = vectors(prepared)
    suffix = np.cumsum(x[::-1], axis=0)[::-1] - x
    prefix = np.cumsum(x, axis=0) - x
    later = np.einsum("ij,ij->i", x, suffix)
    earlier = np.einsum("ij,ij->i", x, prefix)
    score: FloatArray = (FORWARD * later + BACKWARD * earlier) / max(1, len(x) - 1)
    return score
