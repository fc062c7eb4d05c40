"""What every ranking method is given: sentences with their stems, prepared once, and their vectors."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.language.rarity import rarity
from briefing.language.words import WORD, stems, stop_words
from briefing.model import Sentence

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
NAME = 1.3
"""How much more a capitalised word inside a sentence weighs: names set a text apart."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Sentences ready to be ranked."""

    sentences: tuple[Sentence, ...]
    stems: tuple[list[str], ...]
    """Content stems of each sentence, parallel to ``sentences``."""
    weights: dict[str, float]
    """How much each stem tells: the rarity in the language of the rarest word it stands for, names more."""
    language: str


def prepare(sentences: Sequence[Sentence], language: str) -> Prepared:
    """Stem and weigh the words of the sentences; stop words are left out."""
    grouped: list[list[str]] = []
    weights: dict[str, float] = {}
    known = _vocabulary(language)
    for sentence in sentences:
        found = [known[word] for word in WORD.findall(sentence.text)]
        if found and found[0]:
            stem, plain, _ = found[0]
            found[0] = (stem, plain, plain)  # its capital tells nothing
        telling = [one for one in found if one]
        grouped.append([stem for stem, _, _ in telling])
        for stem, _, weight in telling:
            if weight > weights.get(stem, 0.0):
                weights[stem] = weight
    return Prepared(tuple(sentences), tuple(grouped), weights, language)


Known = tuple[str, float, float] | None
"""Stem, rarity, and weight inside a sentence of a word; ``None`` for a stop word."""


class _Vocabulary(dict[str, Known]):
    """The words of a language, looked up once."""

    MOST = 1 << 17

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> Known:
        if len(self) >= self.MOST:
            self.clear()
        self[word] = known = self._look_up(word)
        return known

    def _look_up(self, word: str) -> Known:
        lower = word.lower()
        stop = stop_words(self.language)
        if lower in stop or lower.replace("’", "'") in stop:
            return None
        plain = rarity(word, self.language)
        return stems([word], self.language)[0], plain, plain * NAME if word[0].isupper() else plain


@functools.cache
def _vocabulary(language: str) -> _Vocabulary:
    return _Vocabulary(language)


@dataclass(frozen=True, slots=True)
class Terms:
    """Sentence vectors of unit length, sparse: one entry per stem and sentence, sorted by stem, then sentence."""

    rows: IntArray
    """Sentence of each entry."""
    columns: IntArray
    """Stem of each entry."""
    values: FloatArray
    counts: IntArray
    """How often the sentence holds the stem, per entry."""
    count: int
    """Number of sentences."""
    index: dict[str, int]
    """Column of each stem, in order."""


def terms(prepared: Prepared) -> Terms:
    """The sentences as vectors over their stems: square roots of count times weight, then unit length.

    The square root keeps one word said three times from drowning the rest (Hellinger distance; Jebara et al. 2004,
    "Probability Product Kernels").
    """
    index: dict[str, int] = {}
    flat = [index.setdefault(stem, len(index)) for group in prepared.stems for stem in group]
    count = len(prepared.stems)
    rows = np.repeat(np.arange(count), [len(group) for group in prepared.stems])
    keys, counts = np.unique(np.array(flat, dtype=np.int64) * count + rows, return_counts=True)
    columns, rows = np.divmod(keys, count) if count else (keys, keys)
    weights = np.array([prepared.weights[stem] for stem in index])
    values = np.sqrt(counts * weights[columns]) if len(columns) else np.zeros(0)
    norms = np.sqrt(np.bincount(rows, values**2, minlength=count))
    return Terms(rows, columns, values / norms[rows], counts, count, index)
