"""The default: centrality, the place in the article, and whether a sentence can stand alone.

Directed centrality (Zheng & Lapata 2019, section 3.2) with a bias to the opening, because news tells first what
matters most; the bias is given only where the opening reads like one (``opening.py``). Sentences that cannot stand
alone pay for it. The weights are figures in ``weights.toml``.
"""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files

import numpy as np

from briefing.model import Sentence
from briefing.rankers.centrality import Similarity, documents_of, similarity
from briefing.rankers.opening import places, trusted
from briefing.rankers.prepare import FloatArray, IntArray, Prepared, terms

DANGLING = frozenset(
    [
        "He",
        "She",
        "They",
        "It",
        "This",
        "That",
        "These",
        "Those",
        "His",
        "Her",
        "Their",
        "Its",
        "But",
        "And",
        "However",
        "Also",
        "Meanwhile",
        "Then",
        "So",
        "Yet",
        "Still",
        "Instead",
        "Another",
        "Such",
        "Him",
        "There",
    ]
)
"""First words that lean on the sentence before."""
PERSONAL = frozenset(
    {
        mark + word
        for word in ("I", "We", "we", "my", "My", "our", "Our", "you", "You")
        for mark in ("", "“", '"', "‘")
    }
)
MARKS = "\"“”‘’'»«([,"
SHORT, LONG = 8, 35
"""Words: below the first a sentence tells too little, above the second it eats the budget."""


@functools.cache
def learnt() -> dict[str, float]:
    """The weights, by name."""
    return tomllib.loads(files("briefing.rankers").joinpath("weights.toml").read_text("utf-8"))


def salience(prepared: Prepared) -> dict[str, FloatArray]:
    """The parts of each sentence's score, which add up to it."""
    documents = documents_of(prepared)
    found = similarity(terms(prepared), documents)
    surface = surface_of(prepared)
    news = trusted(documents, found, surface[:, 1], surface[:, 3] * (1 - surface[:, 5]))
    return weighed(learnt(), found, surface, documents, news)


def surface_of(prepared: Prepared) -> FloatArray:
    """What each sentence looks like, shape (sentences, 6): see ``_surface``."""
    return np.array([_surface(s, prepared.language) for s in prepared.sentences], dtype=np.float64)


def weighed(
    weights: dict[str, float], found: Similarity, surface: FloatArray, documents: IntArray, news: FloatArray
) -> dict[str, FloatArray]:
    """The parts of the score under ``weights``. ``surface``: shape (sentences, 6), see ``_surface``; ``news``:
    1 for the sentences of documents whose opening is trusted, else 0."""
    words, dangling, question, personal, half, _ = surface.T
    place = places(documents)
    bias = weights["position"] * np.exp(-place / weights["decay"]) + weights["first"] * (place == 0)
    central = found.later + (np.where(news > 0, weights["earlier"], 1.0)) * found.earlier
    return {
        "centrality": weights["centrality"] * _standard(central + weights["across"] * found.across),
        "position": news * bias,
        "opening": -weights["dangling"] * dangling,
        "question": -weights["question"] * question,
        "first person": -weights["first_person"] * personal,
        "half a quotation": -weights["half_quotation"] * half,
        "length": -weights["short"] * (words < SHORT) - weights["long"] * np.maximum(0, words - LONG) / 10,
    }


def _standard(values: FloatArray) -> FloatArray:
    """Values with mean 0 and standard deviation 1; zeros where all are alike."""
    spread = values.std()
    result: FloatArray = (values - values.mean()) / spread if spread > 1e-12 else np.zeros(len(values))
    return result


def _surface(sentence: Sentence, language: str) -> tuple[float, ...]:
    """Words; whether it dangles, asks, speaks in the first person, and holds half a
    quotation, and any."""
    text = sentence.text
    words = text.split()
    english = language == "en"
    return (
        len(words),
        english and words[0].strip(MARKS) in DANGLING,
        text.rstrip(MARKS)[-1:] == "?",
        english and not PERSONAL.isdisjoint(words),
        text.count("“") != text.count("”") or text.count('"') % 2 == 1,
        "“" in text or '"' in text,
    )
