"""What holds neighbouring paragraphs together: the words they share, kept in a band around the diagonal.

Both measures are sums over pairs of occurrences of the same word, so that the cohesion of any segment is a
sum over a band of the pair matrix, and time and memory stay linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

NAME = 1.6
"""Weight of a name against another word."""
RARITY, SPREAD = 0.5, 0.75
"""Powers of a word's rarity in the language, and of its rarity among the paragraphs."""
CONCENTRATION = 0.35
"""Pseudo-counts per word of the vocabulary, alpha / V in Utiyama & Isahara's (2001) terms."""


@dataclass(frozen=True, slots=True)
class Token:
    """One content word of a paragraph."""

    stem: str
    weight: float
    """How much it tells: its rarity in the language; names count ``NAME`` times as much."""


@dataclass(frozen=True, slots=True)
class Cohesion:
    """How every two paragraphs at most ``width`` apart hold together; row v, column d is the pair (v - d, v)."""

    similarity: FloatArray
    """Cosine above the mean of all pairs, shape (paragraphs, width); column 0 is zero."""
    repetition: FloatArray
    """Log-likelihood gained where the two stand in one segment, shape (paragraphs, width); column 0 is zero."""
    lengths: IntArray
    """Content words of each paragraph, shape (paragraphs,)."""
    concentration: float
    """Pseudo-counts of the whole vocabulary (alpha)."""


def cohesion(paragraphs: list[list[Token]], width: int) -> Cohesion:
    """The cohesion of the paragraphs, given by their content words. Time O(words * width)."""
    count = len(paragraphs)
    index: dict[str, int] = {}
    word = np.array([index.setdefault(t.stem, len(index)) for p in paragraphs for t in p], dtype=np.int64)
    lengths = np.array([len(p) for p in paragraphs], dtype=np.int64)
    unit = np.repeat(np.arange(count), lengths)
    weight = np.zeros(len(index))
    np.maximum.at(weight, word, np.array([t.weight for p in paragraphs for t in p]))
    return Cohesion(
        similarity=_similarity(unit, word, weight, count, width),
        repetition=_repetition(unit, word, count, width),
        lengths=lengths,
        concentration=CONCENTRATION * max(1, len(index)),
    )


def _similarity(unit: IntArray, word: IntArray, weight: FloatArray, count: int, width: int) -> FloatArray:
    """Cosine of the square roots of counts, names and words of few paragraphs weighted up, less the mean."""
    key, times = np.unique(word * count + unit, return_counts=True)
    word, unit = key // count, key % count
    spread = np.bincount(word, minlength=len(weight))
    value = np.sqrt(times) * (weight**RARITY * np.log1p(count / np.maximum(1, spread)) ** SPREAD)[word]
    norms = np.sqrt(np.bincount(unit, value**2, minlength=count))
    value = value / norms[unit]
    band = _banded(unit, word, lambda i, lag: value[i] * value[i + lag], count, width)
    pairs = np.minimum(np.arange(count), width - 1).sum()
    mean = float(band.sum()) / max(1, int(pairs))
    above: FloatArray = band - EXCESS * mean * (np.arange(width) > 0)
    return above


EXCESS = 1.4
"""How many times the mean similarity two paragraphs must reach to speak for one segment."""


def _repetition(unit: IntArray, word: IntArray, count: int, width: int) -> FloatArray:
    """The pairwise parts of a Dirichlet-multinomial's log-likelihood with a uniform base measure.

    The (m + 1)-th occurrence of a word in a segment has the weight m + a, which is the product over its m
    earlier occurrences, at lags 1 to m, of (lag + a) / (lag - 1 + a).
    """
    order = np.argsort(word, kind="stable")
    a = CONCENTRATION

    def gained(i: IntArray, lag: int) -> FloatArray:
        return np.full(len(i), np.log((lag + a) / (lag - 1 + a)))

    return _banded(unit[order], word[order], gained, count, width)


REACH = 500
"""Occurrences of a word, from one to the next, between which pairs are counted: bounds a text of one word."""


def _banded(
    unit: IntArray, word: IntArray, value: Callable[[IntArray, int], FloatArray], count: int, width: int
) -> FloatArray:
    """Sum ``value`` over the pairs of entries of one word; the entries are sorted by word, then by unit."""
    cells: list[IntArray] = [np.zeros(0, dtype=np.int64)]
    values: list[FloatArray] = [np.zeros(0)]
    first = np.arange(len(word))
    lag = 0
    while len(first) and lag < REACH:
        lag += 1
        first = first[: np.searchsorted(first, len(word) - lag)]
        apart = unit[first + lag] - unit[first]
        kept = (word[first] == word[first + lag]) & (apart < width)
        first, apart = first[kept], apart[kept]
        cells.append(unit[first + lag] * width + apart)
        values.append(value(first, lag))
    sums = np.bincount(np.concatenate(cells), np.concatenate(values), minlength=count * width)
    band: FloatArray = sums.astype(np.float64)
    band[::width] = 0
    return band.reshape(count, width)
