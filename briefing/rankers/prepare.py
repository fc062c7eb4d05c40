"""What every ranking method is given: sentences with their stems, prepared once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.language.words import content_stems
from briefing.model import Sentence

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Sentences ready to be ranked."""

    sentences: tuple[Sentence, ...]
    stems: tuple[list[str], ...]
    """Content stems of each sentence, parallel to ``sentences``."""
    language: str


def prepare(sentences: list[Sentence], language: str) -> Prepared:
    """Stem the sentences."""
    return Prepared(tuple(sentences), tuple(content_stems(s.text, language) for s in sentences), language)


def vectors(prepared: Prepared) -> FloatArray:
    """Tf-idf vectors of the sentences, one row each, of unit length (zero where a sentence has no content).

    Shape (sentences, distinct stems).
    """
    index: dict[str, int] = {}
    rows, columns = [], []
    for row, words in enumerate(prepared.stems):
        for word in words:
            rows.append(row)
            columns.append(index.setdefault(word, len(index)))
    counts = np.zeros((len(prepared.stems), max(1, len(index))))
    np.add.at(counts, (rows, columns), 1.0)
    present = (counts > 0).sum(axis=0)
    weighted = counts * np.log(1 + len(counts) / np.maximum(present, 1))
    norms = np.linalg.norm(weighted, axis=1, keepdims=True)
    result: FloatArray = weighted / np.where(norms > 0, norms, 1.0)
    return result
