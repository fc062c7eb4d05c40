"""The default: key words, centrality, the place in the article, and whether a sentence can stand alone.

Two views of what a text is about are added up: how much of a sentence is words that summaries hold (``keywords.py``;
what another chosen sentence has told counts no more, as in Gillick & Favre 2009, "A Scalable Global Model for
Summarization"), and directed centrality (Zheng & Lapata 2019, section 3.2). A bias goes to the opening, because news
tells first what matters most; it is given only where the opening reads like one (``opening.py``). Sentences that cannot
stand alone pay for it. The weights are figures in ``weights.toml``.
"""

from __future__ import annotations

import functools
import itertools
import math
import tomllib
from pathlib import Path
from typing import NamedTuple

import numpy as np

from briefing.rankers import keywords
from briefing.rankers.centrality import Similarity, documents_of, similarity
from briefing.rankers.opening import places, trusted
from briefing.rankers.prepare import FloatArray, Prepared, Terms, terms
from briefing.select import Scores

TINY = 1e-12
"""A spread that is none."""
SHORT, LONG = 8, 35
"""Words: below the first a sentence tells too little, above the second it eats the budget."""


FREE = 20
"""Words that every sentence may have for nothing when its key words are counted against its length."""


@functools.cache
def learnt() -> dict[str, dict[str, float]]:
    """The weights of the parts ("sentence") and of the key words ("word"), by name."""
    return tomllib.loads(Path(__file__).with_name("weights.toml").read_text("utf-8"))


def salience(prepared: Prepared) -> Scores:
    """The score of each sentence with its parts."""
    view = look(prepared)
    return weighed(view, learnt())


class View(NamedTuple):
    """All that the score is made of, before any weight."""

    terms: Terms
    similarity: Similarity
    surface: FloatArray
    """Shape (sentences, 6): see ``surface``."""
    place: FloatArray
    """Number of each sentence within its document, from 0."""
    news: FloatArray
    """1 for the sentences of documents whose opening is trusted, else 0."""
    words: FloatArray
    """Shape (stems, 4): see ``keywords.features``."""


def look(prepared: Prepared) -> View:
    """What there is to see of the sentences."""
    documents = documents_of(prepared)
    found = terms(prepared)
    similar = similarity(found, documents)
    texts = [sentence.text for sentence in prepared.sentences]
    looks = itertools.chain.from_iterable(prepared.surface)  # half the time of ``np.array``
    surface = np.fromiter(looks, np.float64).reshape(len(texts), -1)
    news = trusted(documents, similar, surface[:, 1], surface[:, 3] * (1 - surface[:, 5]), texts)
    place = places(documents)
    return View(found, similar, surface, place, news, keywords.features(found, documents, place, news))


def weighed(view: View, weights: dict[str, dict[str, float]]) -> Scores:
    """The scores and their parts under ``weights``."""
    weight = weights["sentence"]
    words, dangling, question, personal, half, _ = view.surface.T
    similar, place = view.similarity, view.place
    bias = weight["position"] * np.exp(-place / weight["decay"]) + weight["first"] * (place == 0)
    central = similar.later + np.where(view.news > 0, weight["earlier"], 1.0) * similar.earlier
    likely = keywords.likelihood(view.words, weights["word"])
    told = np.bincount(view.terms.rows, likely[view.terms.columns], minlength=len(words)) / (words + FREE)
    telling, spread = _centred(told)
    rate = weight["words"] / spread if spread > TINY else 0.0
    parts = {
        "key words": rate * telling,
        "centrality": weight["centrality"] * _standard(central + weight["across"] * similar.across),
        "position": view.news * bias,
        "opening": -weight["dangling"] * dangling,
        "question": -weight["question"] * question,
        "first person": -weight["first_person"] * personal,
        "half": -weight["half"] * half,
        "length": -weight["short"] * (words < SHORT) - weight["long"] * np.maximum(0, words - LONG) / 10,
    }
    total: FloatArray = sum(parts.values(), start=np.zeros(len(words)))
    return Scores(
        total, parts, dict(zip(view.terms.stems, likely.tolist(), strict=True)), rate / (words + FREE)
    )


def _standard(values: FloatArray) -> FloatArray:
    """Values with mean 0 and standard deviation 1; zeros where all are alike."""
    centred, spread = _centred(values)
    return centred / spread if spread > TINY else np.zeros(len(values))


def _centred(values: FloatArray) -> tuple[FloatArray, float]:
    """The values less their mean, and their standard deviation; NumPy's own takes five times as long on few."""
    centred: FloatArray = values - values.sum() / len(values)
    return centred, math.sqrt((centred * centred).sum() / len(values))
