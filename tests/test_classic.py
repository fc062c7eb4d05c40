"""The classic methods against sumy's: fed the same words, the same ratings, but for the defects that ours mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from briefing import split_sentences
from briefing.model import Sentence, Span
from briefing.rankers import classic
from briefing.rankers.prepare import FloatArray, Prepared, prepare

pytestmark = pytest.mark.filterwarnings("ignore")
STEMS = [
    ["treaty", "border", "river", "treaty"],
    ["border", "guard", "river"],
    ["minister", "treaty", "parliament"],
    ["parliament", "vote"],
    ["river", "flood", "border", "guard"],
    ["flood"],
    ["minister", "parliament", "vote", "treaty", "river"],
    ["harbour", "strike"],
]


def words_only(groups: list[list[str]]) -> Prepared:
    """Sentences that consist of these words; two to a paragraph."""
    sentences = tuple(Sentence(" ".join(group), Span(i, i + 1), 1 + i // 2) for i, group in enumerate(groups))
    return Prepared(sentences, tuple(groups), {w: 1.0 for g in groups for w in g}, "und")


def seed_article(seeds: Path) -> Prepared:
    """A real article, its stems as words."""
    prepared = prepare(split_sentences(seeds / "nato-visit.txt"), "en")
    return words_only([group for group in prepared.stems if group])


def ratings(kind: type[Any], prepared: Prepared, **settings: Any) -> FloatArray:
    """What sumy's summarizer rates the sentences with."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(text.split())

    items = [SumySentence(s.text, Words()) for s in prepared.sentences]
    paragraphs: dict[int, list[Any]] = {}
    for item, sentence in zip(items, prepared.sentences, strict=True):
        paragraphs.setdefault(sentence.paragraph, []).append(item)
    found: list[float] = []

    def keep(_: Any, count: int, rating: Any, *rest: Any) -> tuple[Any, ...]:
        found.extend(rating[item] if isinstance(rating, dict) else rating(item, *rest) for item in items)
        return ()

    summarizer = type("Rated", (kind,), {"_get_best_sentences": staticmethod(keep)})()
    for name, value in settings.items():
        setattr(summarizer, name, value)
    summarizer(ObjectDocumentModel([Paragraph(group) for group in paragraphs.values()]), len(items))
    return np.array(found, dtype=float)


def peers() -> dict[str, tuple[Callable[[Prepared], FloatArray], type[Any], dict[str, Any]]]:
    from sumy.summarizers.edmundson import EdmundsonSummarizer
    from sumy.summarizers.kl import KLSummarizer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.lsa import LsaSummarizer
    from sumy.summarizers.luhn import LuhnSummarizer
    from sumy.summarizers.reduction import ReductionSummarizer
    from sumy.summarizers.sum_basic import SumBasicSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    class MendedLsa(LsaSummarizer):  # type: ignore[misc]
        """Without weight for the words that a sentence does not hold."""

        def _compute_term_frequency(self, matrix: Any, smooth: float = 0.4) -> Any:
            weighted = super()._compute_term_frequency(matrix.copy(), smooth)
            return np.where(matrix > 0, weighted, 0.0)

    cue = {"bonus_words": classic.BONUS, "stigma_words": classic.STIGMA, "null_words": {"the"}}
    return {
        "lexrank": (classic.lexrank, LexRankSummarizer, {}),
        "textrank": (classic.textrank, TextRankSummarizer, {}),
        "reduction": (classic.reduction, ReductionSummarizer, {}),
        "lsa": (classic.lsa, MendedLsa, {}),
        "luhn": (classic.luhn, LuhnSummarizer, {}),
        "sumbasic": (classic.sumbasic, SumBasicSummarizer, {}),
        "kl": (classic.kl, KLSummarizer, {}),
        "edmundson": (classic.edmundson, EdmundsonSummarizer, cue),
    }


@pytest.mark.parametrize("name", sorted(peers()))
@pytest.mark.parametrize("text", ["short", "article"])
def test_the_same_words_get_the_same_ratings(name: str, text: str, seeds: Path) -> None:
    prepared = words_only(STEMS) if text == "short" else seed_article(seeds)
    ours, theirs, settings = peers()[name]
    assert ours(prepared) == pytest.approx(ratings(theirs, prepared, **settings), abs=1e-9)


def test_duplicates_keep_a_score_of_their_own() -> None:
    scores = classic.sumbasic(words_only([*STEMS, STEMS[0]]))
    assert scores[0] != scores[-1]


@pytest.mark.parametrize("name", sorted([*peers(), "lead", "random"]))
@pytest.mark.parametrize("groups", [[[]], [[], []], [["a"]], [["a"]] * 5, [["a", "b"]] * 4], ids=str)
def test_no_text_is_too_poor(name: str, groups: list[list[str]]) -> None:
    scores = getattr(classic, name)(words_only(groups))
    assert len(scores) == len(groups)
    assert np.isfinite(scores).all()
