"""What every ranking method is given: sentences with their stems, prepared once, and their vectors."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.language.rarity import rarity
from briefing.language.vocabulary import Vocabulary
from briefing.language.words import stems, stop_words, tokens
from briefing.model import Sentence
from briefing.rankers.surface import surface
from briefing.runs import runs
from briefing.select import counted

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
NAME = 1.3
"""How much more a capitalised word inside a sentence weighs: names set a text apart."""


class Prepared(NamedTuple):
    """Sentences ready to be ranked."""

    sentences: tuple[Sentence, ...]
    stems: tuple[list[str], ...]
    """Content stems of each sentence, parallel to ``sentences``."""
    weights: dict[str, float]
    """How much each stem tells: the rarity in the language of the rarest word it stands for, names more."""
    surface: tuple[tuple[float, ...], ...]
    """What each sentence is by its looks: see ``surface``."""
    lengths: tuple[int, ...]
    """Words of each sentence as a person counts them: see ``word_count``."""
    language: str


def prepare(sentences: Sequence[Sentence], language: str) -> Prepared:
    """Stem and weigh the words of the sentences; stop words are left out."""
    grouped: list[list[str]] = []
    looks: list[tuple[float, ...]] = []
    lengths: list[int] = []
    weights: dict[str, float] = {}
    known = _vocabulary(language)
    for sentence in sentences:
        pieces = sentence.text.split()
        found = list(itertools.chain.from_iterable(map(known.__getitem__, pieces)))
        if found and found[0]:
            stem, plain, _ = found[0]
            found[0] = (stem, plain, plain)  # its capital tells nothing
        group: list[str] = []
        for stem, _, weight in filter(None, found):
            group.append(stem)
            if weight > weights.get(stem, 0.0):
                weights[stem] = weight
        grouped.append(group)
        looks.append(surface(sentence.text, pieces, language))
        lengths.append(counted(sentence.text, len(pieces)))
    return Prepared(tuple(sentences), tuple(grouped), weights, tuple(looks), tuple(lengths), language)


Known = tuple[str, float, float] | None
"""Stem, rarity, and weight inside a sentence of a word; ``None`` for a stop word."""


@functools.cache
def _vocabulary(language: str) -> Vocabulary[Known]:
    return Vocabulary(lambda piece: [_look_up(language, word) for word in tokens(piece)])


def _look_up(language: str, word: str) -> Known:
    lower = word.lower()
    stop = stop_words(language)
    if lower in stop or lower.replace("’", "'") in stop:
        return None
    plain = rarity(word, language)
    return stems([word], language)[0], plain, plain * NAME if word[0].isupper() else plain


class Terms(NamedTuple):
    """Sentence vectors of unit length, sparse: one entry per stem and sentence, sorted by stem, then sentence."""

    rows: IntArray
    """Sentence of each entry."""
    columns: IntArray
    """Stem of each entry."""
    values: FloatArray
    counts: IntArray
    """How often the sentence holds the stem, per entry."""
    sentences: int
    """Number of sentences."""
    stems: dict[str, int]
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
    keys = np.fromiter(flat, np.int64, len(flat)) * count + rows
    keys.sort()
    starts, counts = runs(keys)
    keys = keys[starts]
    columns, rows = np.divmod(keys, count) if count else (keys, keys)
    weights = np.fromiter(map(prepared.weights.__getitem__, index), np.float64, len(index))
    values = np.sqrt(counts * weights[columns]) if len(columns) else np.zeros(0)
    norms = np.sqrt(np.bincount(rows, values**2, minlength=count))
    return Terms(rows, columns, values / norms[rows], counts, count, index)
