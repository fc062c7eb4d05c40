"""The classic methods, each as its paper or sumy has it, over arrays instead of loops.

Given the same words they rank as sumy 0.13 does (``tests/test_classic.py``), but for what is mended here: duplicates
of a sentence keep a score of their own, LexRank knows no 0/0, LSA gives no weight to absent words, and KL filters stop
words in any case.
"""

from __future__ import annotations

import math

import numpy as np

from briefing.errors import OptionError
from briefing.language.words import stems, tokens
from briefing.rankers.prepare import FloatArray, IntArray, Prepared

MOST = 12_000
"""Sentences up to which every pair is compared, or every choice tried: beyond it memory or time would run out."""
BLOCK = 1 << 15
"""Pairs of entries that are multiplied at once: few enough to stay in the cache."""
BONUS = frozenset({"important", "significant", "crucial", "key", "major", "main", "conclusion", "result"})
STIGMA = frozenset({"hardly", "impossible", "perhaps", "maybe"})
GAP = 4
"""Luhn's: insignificant words that part two clusters."""


def lead(prepared: Prepared) -> FloatArray:
    """The first sentences first; of several documents, the first sentence of each, then the second of each."""
    places: dict[int, int] = {}
    score = np.zeros(len(prepared.sentences))
    for i, sentence in enumerate(prepared.sentences):
        places[sentence.document] = places.get(sentence.document, -1) + 1
        score[i] = -places[sentence.document]
    return score


def random(prepared: Prepared) -> FloatArray:
    """Any order, but the same one each time: the floor below every method."""
    return np.random.default_rng(0).permutation(len(prepared.sentences)).astype(np.float64)


def lexrank(prepared: Prepared) -> FloatArray:
    """Erkan & Radev 2004, "LexRank", section 3.2: random walk over pairs whose idf-modified cosine passes 0.1."""
    rows, columns, counts = _entries(prepared, "lexrank")
    size = len(prepared.sentences)
    present = np.bincount(columns)
    highest = np.ones(size)
    np.maximum.at(highest, rows, counts)
    values = counts / highest[rows] * np.log(size / (1 + present))[columns]
    norms = np.sqrt(np.bincount(rows, values**2, minlength=size))
    linked = _gram(rows, columns, values / np.where(norms > 0, norms, 1.0)[rows], size) > 0.1
    transition = linked / np.maximum(linked.sum(axis=1), 1)[:, None]
    score, change = np.full(size, 1.0 / size), 1.0
    while change > 0.1:
        step = score @ transition
        length = float(np.linalg.norm(step))
        if not length:
            break
        step /= length
        change = float(np.linalg.norm(step - score))
        score = step
    return score


def textrank(prepared: Prepared) -> FloatArray:
    """Mihalcea & Tarau 2004, "TextRank", section 4: random walk over word overlap, damped by 0.85."""
    size = len(prepared.sentences)
    edges = _overlap(prepared, "textrank", alone=1.0)
    edges /= edges.sum(axis=1, keepdims=True) + 1e-7
    score, change = np.full(size, 1.0 / size), 1.0
    while change > 1e-4:
        step = 0.15 / size * score.sum() + 0.85 * (score @ edges)
        change = float(np.linalg.norm(step - score))
        score = step
    return score


def reduction(prepared: Prepared) -> FloatArray:
    """Sum of the word overlap with all other sentences (Jagadeesh et al. 2005 trim the same graph)."""
    edges = _overlap(prepared, "reduction", alone=0.0)
    np.fill_diagonal(edges, 0.0)
    score: FloatArray = edges.sum(axis=1)
    return score


def lsa(prepared: Prepared) -> FloatArray:
    """Steinberger & Ježek 2004, "Using Latent Semantic Analysis in Text Summarization", section 3.

    Sumy keeps every topic, and then the length of a sentence in topic space is its length in word space: no
    decomposition is needed.
    """
    rows, _, counts = _entries(prepared)
    size = len(prepared.sentences)
    highest = np.ones(size)
    np.maximum.at(highest, rows, counts)
    smoothed = 0.4 + 0.6 * counts / highest[rows]
    score: FloatArray = np.sqrt(np.bincount(rows, smoothed**2, minlength=size))
    return score


def luhn(prepared: Prepared) -> FloatArray:
    """Luhn 1958, "The Automatic Creation of Literature Abstracts": the densest cluster of repeated words."""
    repeated: dict[str, int] = {}
    for group in prepared.stems:
        for stem in group:
            repeated[stem] = repeated.get(stem, 0) + 1
    return np.array([_densest(words, repeated) for words in _all_stems(prepared)])


def _densest(words: list[str], repeated: dict[str, int]) -> float:
    """Squared number of significant words over the length of the best cluster."""
    at = [i for i, word in enumerate(words) if repeated.get(word, 0) > 1]
    best, first = 0.0, 0
    for k in range(1, len(at) + 1):
        if k == len(at) or at[k] - at[k - 1] > GAP:
            held = k - first
            if held > 1:
                best = max(best, held**2 / (at[k - 1] - at[first] + 1))
            first = k
    return best


def edmundson(prepared: Prepared) -> FloatArray:
    """Edmundson 1969, "New Methods in Automatic Extracting": cue words, and first and last places."""
    bonus, stigma = (frozenset(stems(sorted(words), prepared.language)) for words in (BONUS, STIGMA))
    sentences = prepared.sentences
    places = [(s.document, s.paragraph) for s in sentences]
    score = np.zeros(len(sentences))
    for i, words in enumerate(_all_stems(prepared)):
        opens = i == 0 or places[i - 1] != places[i]
        closes = i + 1 == len(places) or places[i + 1] != places[i]
        score[i] = sum(word in bonus for word in words) - sum(word in stigma for word in words)
        score[i] += (places[i] in (places[0], places[-1])) + (opens or closes)
    return score


def sumbasic(prepared: Prepared) -> FloatArray:
    """Nenkova & Vanderwende 2005, "The Impact of Frequency on Summarization": words said once weigh less after."""
    rows, columns, _ = _entries(prepared, "sumbasic", merge=False)
    size = len(prepared.sentences)
    lengths = np.maximum(np.bincount(rows, minlength=size), 1)
    weight = np.bincount(columns) / max(1, len(columns))
    starts = np.searchsorted(rows, np.arange(size + 1))
    score, left = np.zeros(size), np.ones(size, dtype=bool)
    for turn in range(size):
        means = np.bincount(rows, weight[columns], minlength=size) / lengths
        best = int(np.argmax(np.where(left, means, -1.0)))
        score[best], left[best] = -turn, False
        for column in columns[starts[best] : starts[best + 1]]:
            weight[column] *= weight[column]
    return score


def kl(prepared: Prepared) -> FloatArray:
    """Haghighi & Vanderwende 2009, "Exploring Content Models", section 3.2, KLSum: greedy, divergence of the
    summary's words from the text's; as sumy has it, over the words of the summary."""
    rows, columns, counts = _entries(prepared, "kl")
    size = len(prepared.sentences)
    text = np.bincount(columns, counts) / max(1.0, counts.sum())
    p = text[columns]
    plogp = p * np.log(p)
    lengths = np.bincount(rows, counts, minlength=size)
    said, total = np.zeros(len(text)), 0.0
    starts = np.searchsorted(rows, np.arange(size + 1))
    score, left = np.zeros(size), np.ones(size, dtype=bool)
    for turn in range(size):
        before = said[columns]
        known = before > 0
        held = said > 0
        logs = p * (np.log(before + counts) - np.where(known, np.log(np.where(known, before, 1.0)), 0.0))
        new = ~known
        mass = text[held].sum() + np.bincount(rows, p * new, minlength=size)
        base = float((text[held] * (np.log(text[held]) - np.log(said[held]))).sum())
        divergence = base + np.bincount(rows, plogp * new - logs, minlength=size)
        divergence += mass * np.log(np.maximum(total + lengths, 1.0))
        best = int(np.argmin(np.where(left, divergence.round(12), math.inf)))  # of equals, the first
        score[best], left[best] = -turn, False
        mine = slice(starts[best], starts[best + 1])
        said[columns[mine]] += counts[mine]
        total += float(lengths[best])
    return score


def _entries(
    prepared: Prepared, pairwise: str | None = None, *, merge: bool = True
) -> tuple[IntArray, IntArray, FloatArray]:
    """Sentence, stem and count of every entry, by sentence; unmerged, every word by itself in order.

    Raises OptionError where ``pairwise`` names a method that cannot take so long a text.
    """
    size = len(prepared.sentences)
    if pairwise and size > MOST:
        raise OptionError(
            f"expected at most {MOST} sentences for {pairwise}, found {size}; take the default method."
        )
    index: dict[str, int] = {}
    flat = [index.setdefault(stem, len(index)) for group in prepared.stems for stem in group]
    columns = np.array(flat, dtype=np.int64)
    rows = np.repeat(np.arange(size), [len(group) for group in prepared.stems])
    if not merge:
        return rows, columns, np.ones(len(columns))
    keys, counts = np.unique(rows * max(1, len(index)) + columns, return_counts=True)
    rows, columns = np.divmod(keys, max(1, len(index)))
    return rows, columns, counts.astype(np.float64)


def _gram(rows: IntArray, columns: IntArray, values: FloatArray, size: int) -> FloatArray:
    """Products of all pairs of sentences, shape (sentences, sentences): only entries of one stem meet."""
    order = np.argsort(columns, kind="stable")
    rows, columns, values = rows[order], columns[order], values[order]
    counts = np.bincount(columns)
    ends = np.cumsum(counts)
    group = counts[columns]
    found = np.zeros(size * size)
    edges = np.cumsum(group)
    begin = 0
    while begin < len(rows):
        end = max(begin + 1, int(np.searchsorted(edges, edges[begin] - group[begin] + BLOCK)))
        repeat = group[begin:end]
        left = np.repeat(np.arange(begin, end), repeat)
        offset = np.arange(len(left)) - np.repeat(np.cumsum(repeat) - repeat, repeat)
        right = np.repeat((ends - counts)[columns[begin:end]], repeat) + offset
        np.add.at(found, rows[left] * size + rows[right], values[left] * values[right])
        begin = end
    return found.reshape(size, size)


def _overlap(prepared: Prepared, name: str, *, alone: float) -> FloatArray:
    """Common words of each pair over the sum of the logarithms of their lengths; ``alone``: of two single words."""
    rows, columns, counts = _entries(prepared, name)
    size = len(prepared.sentences)
    common = _gram(rows, columns, counts, size)
    lengths = np.log(np.maximum(np.bincount(rows, counts, minlength=size), 1.0))
    norms = lengths[:, None] + lengths[None, :]
    single = norms < 1e-8
    return np.where(single, alone * (common > 0), common / np.where(single, 1.0, norms))


def _all_stems(prepared: Prepared) -> list[list[str]]:
    """The stems of all words of each sentence, stop words too, in order."""
    return [stems(tokens(s.text), prepared.language) for s in prepared.sentences]
