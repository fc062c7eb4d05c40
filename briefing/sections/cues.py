"""How a paragraph opens: words that tell a continuation from a new topic, and the shape of a lead."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from briefing.sections.occurrences import FloatArray
from briefing.sections.tags import Tagged
from briefing.sections.weights import Weights

NEAR = 12
"""Words at the beginning of the paragraph that are looked at."""
SHORT = 0.6
"""Share of the text's median length below which a paragraph may be a lead."""
LEAST = 10
"""Words that a lead has at least."""
STEEPEST = 1.5
"""Logarithm of how much longer the next paragraph is, from which on a lead counts no more."""


@functools.cache
def cue_words() -> dict[str, frozenset[str]]:
    """The words of ``cues.txt`` by class."""
    lines = Path(__file__).with_name("cues.txt").read_text("utf-8").splitlines()
    table = (line.partition(":") for line in lines if not line.startswith("#"))
    return {name: frozenset(words.split()) for name, _, words in table}


def opening_costs(texts: Sequence[Tagged], sentences: Sequence[int], weights: Weights) -> FloatArray:
    """Nats that a cut before each paragraph must gain, given the paragraphs and how many sentences each has."""
    before = [None, *texts[:-1]]
    costs = np.array([weights["cut"] + _opening(*pair, weights) for pair in zip(before, texts, strict=True)])
    costs -= weights["lead"] * leads([text.text for text in texts], sentences)
    return costs


def _opening(before: Tagged | None, text: Tagged, weights: Weights) -> float:
    """Nats that a cut costs more for how the paragraph begins, and the one ``before`` it ends."""
    if text.text[:1] in "\"“‘«'`" or (before and before.text.endswith(":")):
        return weights["continues"]
    words = [word.lower() for word in text.words[: 2 * NEAR] if word[0].isalnum()][:NEAR]
    if words and words[0] in _continuing():
        return weights["continues"]
    return 0.0 if cue_words()["within"].isdisjoint(words[1:]) else weights["leans"]


@functools.cache
def _continuing() -> frozenset[str]:
    """Cue words with which a continuation begins."""
    return frozenset().union(*(cue_words()[kind] for kind in ("pronoun", "conjunction", "title")))


def leads(texts: Sequence[str], sentences: Sequence[int]) -> FloatArray:
    """How much each paragraph looks like the lead of a news article: one short sentence before a longer paragraph.

    Single spaces part the words. In a text whose paragraphs mostly are single sentences nothing does.
    """
    if _median(np.array(sentences)) < 2:
        return np.zeros(len(texts))
    words = np.array([text.count(" ") + 1 for text in texts], dtype=np.float64)
    rise = np.log(np.append(words[1:], words[-1:]) / words)
    alone = (np.array(sentences) == 1) & (np.array([*sentences[1:], 0]) > 1)
    leading = alone & (words >= LEAST) & (words < SHORT * _median(words))
    found: FloatArray = np.clip(rise, 0, STEEPEST) * leading
    return found


def _median(values: FloatArray) -> float:
    """The lower median. NumPy's own loads its masked arrays for a check, a tenth of the time of `brief make`."""
    return float(np.sort(values)[(len(values) - 1) // 2])
