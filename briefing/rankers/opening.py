"""Whether a text opens like news, with what matters most: only then does the place of a sentence count.

News is written from the top down, and its first sentences are a summary that is hard to beat (Nenkova 2005,
"Automatic Text Summarization of Newswire"). A speech, a report or a heap of sentences is not. The rule looks at five
signs of the order itself and is linear in them; its figures were learnt from news articles and the same articles
shuffled (``tools/salience_weights.py``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import numpy as np

from briefing.rankers.centrality import Similarity
from briefing.rankers.prepare import FloatArray, IntArray

FEWEST, MANY = 8, 50
"""Sentences: in a text shorter than the first the signs say nothing, and its opening is trusted; from the second on
they are steady, and less is forgiven."""
BENEFIT = {FEWEST: 2.0, MANY: 0.5}
"""What the sum of the signs may fall short by from so many sentences on: 98 % of shorter news articles pass, and 93 %
of longer ones."""
SIGNS = {"start": -4.7, "first": 2.0, "slope": -1.4, "cohesion": 2.8, "dangling": -3.6, "names": 0.6}
"""Weights of the signs: rank of the first sentence in centrality (0 to 1), correlation of place and centrality,
similarity of neighbours over that of any two sentences, whether the first sentence leans on one before it, and names
that are given in full before their last word stands alone, less those that come the other way round."""
NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
"""One or more capitalised words: the first is a name in full where there is another."""
PERSONAL = 0.5
"""Share of sentences outside quotations in the first person from which on a text is a speech or a letter."""


def bounds(documents: IntArray) -> list[tuple[int, int]]:
    """First sentence and end of each document."""
    starts = [0, *(np.flatnonzero(documents[1:] != documents[:-1]) + 1).tolist(), len(documents)]
    return list(itertools.pairwise(starts))


def places(documents: IntArray) -> FloatArray:
    """Number of each sentence within its document, from 0."""
    result = np.arange(len(documents), dtype=np.float64)
    for start, end in bounds(documents):
        result[start:end] -= start
    return result


def trusted(
    documents: IntArray, found: Similarity, dangling: FloatArray, personal: FloatArray, texts: Sequence[str]
) -> FloatArray:
    """1 for each sentence of a document whose opening is trusted, 0 for the others.

    ``dangling``, ``personal``: 1 for each sentence that leans on another, that speaks in the first person.
    """
    result = np.ones(len(documents))
    for start, end in bounds(documents):
        if end - start < FEWEST:
            continue
        central = (found.earlier + found.later)[start:end]
        signs = sign(central, found.next[start:end], bool(dangling[start]), introductions(texts[start:end]))
        benefit = BENEFIT[MANY if end - start >= MANY else FEWEST]
        result[start:end] = signs > -benefit and personal[start:end].sum() < PERSONAL * (end - start)
    return result


def introductions(texts: Sequence[str]) -> int:
    """Names that are first given in full and then by their last word, less those the other way round.

    News introduces people once and by their full name (Siddharthan et al. 2011, "Information Status Distinctions and
    Referring Expressions"); sentences in another order do not.
    """
    first: dict[str, int] = {}
    for i, text in enumerate(texts):
        for name in NAME.findall(text):
            first.setdefault(name, i)
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    for name, i in first.items():
        before, _, last = name.rpartition(" ")
        (full if before else short).setdefault(last.removesuffix("’s").removesuffix("'s"), i)
    return sum(1 if full[last] <= short[last] else -1 for last in full.keys() & short.keys())


def sign(central: FloatArray, following: FloatArray, dangling: bool, introduced: int) -> float:
    """The sum of the signs for one document: the higher, the more it opens like news.

    ``central``: similarity of each sentence to all others; ``following``: to the next one; ``introduced``: see
    ``introductions``.
    """
    count = len(central)
    place = np.arange(count) - (count - 1) / 2
    ranks = central.argsort(kind="stable").argsort(kind="stable")
    slope = float(place @ ranks) / float(place @ place)
    expected = central.sum() / (count * (count - 1))
    cohesion = min(2.5, following.sum() / (count - 1) / expected) if expected > 0 else 0.0
    return float(
        SIGNS["start"]
        + SIGNS["first"] * ranks[0] / (count - 1)
        + SIGNS["slope"] * slope
        + SIGNS["cohesion"] * cohesion
        + SIGNS["dangling"] * dangling
        + SIGNS["names"] * introduced
    )
