"""Sumy's own methods, fed with our sentences and words, so that none of its downloads are needed.

Sumy and NLTK are slow to import, so this module is imported only when one of its methods is asked for.
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from briefing.language.words import stemmer, stop_words, tokens
from briefing.rankers.prepare import FloatArray, Prepared

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.edmundson import EdmundsonSummarizer
    from sumy.summarizers.kl import KLSummarizer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.reduction import ReductionSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer


class _Words:
    """The tokenizer that sumy expects, over our own words."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(tokens(text))


def _scores(summarizer: Any, prepared: Prepared) -> FloatArray:
    """What sumy rates the sentences with; it tells an order only, so that its last step is taken over here."""
    items = [Sentence(s.text, _Words()) for s in prepared.sentences]
    paragraphs: dict[int, list[Any]] = {}
    for item, sentence in zip(items, prepared.sentences, strict=True):
        paragraphs.setdefault(sentence.paragraph, []).append(item)
    found: list[float] = []

    def keep(_: Any, count: int, rating: Any, *rest: Any) -> tuple[()]:
        found.extend(rating[item] if isinstance(rating, dict) else rating(item, *rest) for item in items)
        return ()

    summarizer._get_best_sentences = keep
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        summarizer(ObjectDocumentModel([Paragraph(group) for group in paragraphs.values()]), len(items))
    return np.nan_to_num(np.array(found or [0.0] * len(items), dtype=np.float64))


def _make(kind: Any, prepared: Prepared) -> Any:
    engine = stemmer(prepared.language)
    summarizer = kind(engine.stemWord) if engine else kind()
    if hasattr(kind, "stop_words"):
        summarizer.stop_words = stop_words(prepared.language)
    return summarizer


def edmundson(prepared: Prepared) -> FloatArray:
    """Edmundson 1969, with the stop words as null words and no cue words."""
    summarizer = _make(EdmundsonSummarizer, prepared)
    summarizer.null_words = stop_words(prepared.language) or {"the"}
    summarizer.bonus_words = {"important", "significant"}
    summarizer.stigma_words = {"hardly", "impossible"}
    return _scores(summarizer, prepared)


def kl(prepared: Prepared) -> FloatArray:
    """Haghighi & Vanderwende 2009, KLSum."""
    return _scores(_make(KLSummarizer, prepared), prepared)


def lexrank(prepared: Prepared) -> FloatArray:
    """Erkan & Radev 2004."""
    return _scores(_make(LexRankSummarizer, prepared), prepared)


def lsa(prepared: Prepared) -> FloatArray:
    """Steinberger & Jezek 2004."""
    return _scores(_make(LsaSummarizer, prepared), prepared)


def luhn(prepared: Prepared) -> FloatArray:
    """Luhn 1958."""
    return _scores(_make(LuhnSummarizer, prepared), prepared)


def reduction(prepared: Prepared) -> FloatArray:
    """Sumy's graph reduction."""
    return _scores(_make(ReductionSummarizer, prepared), prepared)


def sumbasic(prepared: Prepared) -> FloatArray:
    """Nenkova & Vanderwende 2005."""
    return _scores(_make(SumBasicSummarizer, prepared), prepared)


def textrank(prepared: Prepared) -> FloatArray:
    """Mihalcea & Tarau 2004."""
    return _scores(_make(TextRankSummarizer, prepared), prepared)
