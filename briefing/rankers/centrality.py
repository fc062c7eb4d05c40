"""How much each sentence has in common with those before it, those after it and those of other documents.

Sums of similarities need no matrix of sentences by sentences: the sum over j of <x_i, x_j> is <x_i, sum of x_j>,
and running sums per stem give it for all sentences in one pass over the words. Time and memory are linear.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from briefing.rankers.prepare import FloatArray, IntArray, Prepared, Terms, terms

FORWARD, BACKWARD = 1.0, -0.4
"""Lambda_2 and lambda_1 of the paper: weights of the edges to later and to earlier sentences."""


class Similarity(NamedTuple):
    """Per sentence, the sum of its cosine similarities to others."""

    earlier: FloatArray
    """To the sentences before it in its document."""
    later: FloatArray
    """To those after it in its document."""
    across: FloatArray
    """To all sentences of other documents."""
    next: FloatArray
    """To the following sentence of its document."""


def similarity(terms: Terms, documents: IntArray) -> Similarity:
    """The sums for each sentence. ``documents``: index of each sentence's document, not decreasing."""
    rows, columns, values = terms.rows, terms.columns, terms.values
    if not len(rows):
        nothing = np.zeros(terms.sentences)
        return Similarity(nothing, nothing, nothing, nothing)
    home = documents[rows]
    opens = np.empty(len(rows), dtype=bool)
    opens[0] = True
    opens[1:] = (columns[1:] != columns[:-1]) | (home[1:] != home[:-1])
    starts = opens.nonzero()[0]
    run = opens.cumsum() - 1
    before = values.cumsum() - values
    before -= before[starts][run]
    total = np.add.reduceat(values, starts)[run]
    everywhere = np.bincount(columns, values)[columns]
    after = np.zeros(len(rows))
    after[:-1] = values[1:] * ((rows[1:] == rows[:-1] + 1) & ~opens[1:])

    def per_sentence(other: FloatArray) -> FloatArray:
        sums: FloatArray = np.bincount(rows, values * other, minlength=terms.sentences).astype(np.float64)
        return sums

    return Similarity(
        per_sentence(before),
        per_sentence(total - before - values),
        per_sentence(everywhere - total),
        per_sentence(after),
    )


def documents_of(prepared: Prepared) -> IntArray:
    """Index of each sentence's document."""
    numbers = [sentence.document for sentence in prepared.sentences]
    return np.fromiter(numbers, np.int64, len(numbers))


def directed_centrality(prepared: Prepared) -> FloatArray:
    """A sentence counts for what follows it and against what came before it, per sentence of its document.

    Zheng & Lapata 2019, "Sentence Centrality Revisited for Unsupervised Summarization", section 3.2.
    """
    found = similarity(terms(prepared), documents_of(prepared))
    score: FloatArray = FORWARD * found.later + BACKWARD * found.earlier + found.across
    return score / max(1, len(score) - 1)
