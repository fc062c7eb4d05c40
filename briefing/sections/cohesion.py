"""What holds neighbouring paragraphs together, in nats, kept in a band around the diagonal.

Three measures are added. All are sums over pairs of paragraphs, so that the cohesion of any segment is a sum over
a band of the pair matrix, and time and memory stay linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from briefing.language.vectors import vectors
from briefing.runs import runs
from briefing.sections.occurrences import FloatArray, IntArray, Occurrences
from briefing.sections.weights import Weights


class Cohesion(NamedTuple):
    """How the paragraphs of a text hold together."""

    pairs: FloatArray
    """Nats by which paragraphs v and v - d hold together at row v, column d; shape (paragraphs, width); column 0 is zero."""
    lengths: IntArray
    """Content words of each paragraph, shape (paragraphs,)."""
    concentration: float
    """Pseudo-counts of the vocabulary that a segment is set against (alpha)."""


_Counts = tuple[IntArray, IntArray, IntArray]


def cohesion(words: Occurrences, width: int, language: str, weights: Weights) -> Cohesion:
    """The cohesion of the paragraphs, by their content words. Time O(words * width)."""
    prior = weights["prior"] * np.exp(-weights["prior_decay"] * (words.rarity - TYPICAL))
    near = np.exp(-np.arange(width) / weights["reach"])
    counts = _counts(words)
    alike = weights["similarity"] * _similarity(words, counts, width, weights)
    alike += weights["relatedness"] * _relatedness(
        words, counts, width, vectors(words.stems, language), weights
    )
    pairs = alike * near + _repetition(words, prior, width)
    pairs[:, 0] = 0
    return Cohesion(
        pairs=pairs,
        lengths=np.bincount(words.unit, minlength=words.count),
        # That of ``width`` paragraphs: the longer the whole text, the more words it has that no segment could hold.
        concentration=float(prior.sum()) * width / max(1, words.count) or 1.0,
    )


TYPICAL = 3.5
"""Rarity of a content word that is neither rare nor common."""


def _similarity(words: Occurrences, counts: _Counts, width: int, weights: Weights) -> FloatArray:
    """Cosine of the square roots of counts, above what any two paragraphs of the text share (Choi 2000).

    Names, and words rare in the language and in the text, count more; so do pairs of paragraphs that say much.
    """
    unit, word, times = counts
    spread = np.bincount(word, minlength=len(words.stems))
    weight = (words.rarity * np.where(words.name, weights["name"], 1)) ** weights["rarity"]
    weight *= np.log1p(words.count / np.maximum(1, spread)) ** weights["spread"]
    value = np.sqrt(times) * weight[word]
    norms = np.sqrt(np.bincount(unit, value**2, minlength=words.count))
    value = value / np.where(norms > 0, norms, 1)[unit]
    band = _banded(unit, word, lambda i, lag: value[i] * value[i + lag], words.count, width)
    above = band - weights["excess"] * _mean(band)
    heft = (norms / (norms.mean() or 1)) ** weights["heft"]
    result: FloatArray = above * heft[:, None] * heft[_earlier(words.count, width)]
    return result


def _relatedness(
    words: Occurrences, counts: _Counts, width: int, basis: NDArray[Any], weights: Weights
) -> FloatArray:
    """Cosine of the sums of the word vectors, less most of what all paragraphs have in common."""
    if not basis.any():
        return np.zeros((words.count, width))
    unit, word, times = counts
    order = unit.argsort(kind="stable")
    first, _ = runs(unit[order])
    told = unit[order[first]]
    vectors_of = basis[word[order]]
    vectors_of *= (np.sqrt(times) * words.rarity[word])[order, None]
    sums = np.zeros((words.count, basis.shape[1]))
    sums[told] = np.add.reduceat(vectors_of, first)
    sums = _unit_length(sums)
    sums = _unit_length(sums - weights["common"] * sums.mean(axis=0))
    before = np.concatenate([np.zeros((width - 1, sums.shape[1])), sums])
    band: FloatArray = np.einsum("ij,ijd->id", sums, sliding_window_view(before, width, axis=0)[:, :, ::-1])
    band[:, 0] = 0
    return band - weights["related_excess"] * _mean(band) - weights["related_least"]


def _repetition(words: Occurrences, prior: FloatArray, width: int) -> FloatArray:
    """The pairwise parts of a Dirichlet-multinomial's log-likelihood (Eisenstein & Barzilay 2008, eq. 4).

    The (m + 1)-th occurrence of a word in a segment has the weight m + a, which is the product over its m
    earlier occurrences, at lags 1 to m, of (lag + a) / (lag - 1 + a). Its prior weight a is the smaller the rarer
    the word is in the language: a rare word seen twice tells more.
    """
    order = np.argsort(words.word, kind="stable")
    unit, word = words.unit[order], words.word[order]

    def gained(i: IntArray, lag: IntArray) -> FloatArray:
        a: FloatArray = np.log1p(1 / (lag - 1 + prior[word[i]]))
        return a

    return _banded(unit, word, gained, words.count, width)


def _counts(words: Occurrences) -> _Counts:
    """Paragraph, word and count of each word of each paragraph, sorted by word, then by paragraph."""
    key = words.word * words.count + words.unit
    key.sort()
    starts, times = runs(key)
    key = key[starts]
    return key % words.count, key // words.count, times


def _mean(band: FloatArray) -> float:
    """The mean over the pairs of the band."""
    count, width = band.shape
    return float(band.sum()) / max(1, int(np.minimum(np.arange(count), width - 1).sum()))


def _earlier(count: int, width: int) -> IntArray:
    """Index of the earlier paragraph of each pair of the band; 0 where there is none."""
    earlier: IntArray = np.maximum(0, np.arange(count)[:, None] - np.arange(width))
    return earlier


def _unit_length(rows: NDArray[Any]) -> NDArray[Any]:
    norms = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    return rows / np.where(norms > 1e-6, norms, 1)[:, None]


REACH = 500
"""Occurrences of a word, from one to the next, between which pairs are counted: bounds a text of one word."""
AT_ONCE = 4096
"""Entries whose pairs are made at once: bounds the memory that such a text takes."""


def _banded(
    unit: IntArray, word: IntArray, value: Callable[[IntArray, IntArray], FloatArray], count: int, width: int
) -> FloatArray:
    """Sum ``value`` over the pairs of entries of one word; the entries are sorted by word, then by unit."""
    place = word * (count + width) + unit
    after = np.searchsorted(place, place + width - 1, side="right") - np.arange(1, len(word) + 1)
    partners = np.minimum(after, REACH)
    sums = np.zeros(count * width)
    for begin in range(0, len(word), AT_ONCE):
        times = partners[begin : begin + AT_ONCE]
        first = np.repeat(np.arange(begin, begin + len(times)), times)
        lag = np.arange(1, len(first) + 1) - np.repeat(times.cumsum() - times, times)
        cell = unit[first + lag] * width + unit[first + lag] - unit[first]
        sums += np.bincount(cell, value(first, lag), minlength=count * width)
    band: FloatArray = sums.reshape(count, width)
    band[:, 0] = 0
    return band
