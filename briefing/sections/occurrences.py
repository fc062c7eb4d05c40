"""The content words of a text as arrays: where each stands, and what is known of it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.sections.tags import Tagged

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The content words of a text: its occurrences in reading order, and its vocabulary in the order of the first."""

    unit: IntArray
    """Paragraph of each occurrence."""
    word: IntArray
    """Word of each occurrence, an index into the vocabulary."""
    written: list[str]
    """Each occurrence as it stands there."""
    stems: list[str]
    """The vocabulary."""
    rarity: FloatArray
    """Of each word of the vocabulary."""
    name: NDArray[np.bool_]
    """Whether each word of the vocabulary is ever a name."""
    count: int
    """Paragraphs."""


def occurrences(paragraphs: Sequence[Tagged]) -> Occurrences:
    """The content words of the paragraphs."""
    every = list(itertools.chain.from_iterable(p.stems for p in paragraphs))

    def told(column: list[Sequence[Any]]) -> list[Any]:
        return list(itertools.compress(itertools.chain.from_iterable(column), every))

    stems = list(filter(None, every))
    index = dict(zip(dict.fromkeys(stems), itertools.count(), strict=False))
    word = np.array(list(map(index.__getitem__, stems)), dtype=np.int64)
    rarity, name = np.zeros(len(index)), np.zeros(len(index), dtype=np.bool_)
    np.maximum.at(rarity, word, told([p.rarities for p in paragraphs]))
    letters = "".join(told([p.letters for p in paragraphs])).encode()
    name[word[np.frombuffer(letters, dtype=np.uint8) == ord("c")]] = True
    lengths = [len(p.stems) - p.stems.count("") for p in paragraphs]
    unit = np.repeat(np.arange(len(paragraphs)), lengths)
    return Occurrences(
        unit, word, told([p.words for p in paragraphs]), list(index), rarity, name, len(paragraphs)
    )
