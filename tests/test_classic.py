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
from briefing.rankers.surface import surface

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
    lengths = tuple(map(len, groups))
    looks = tuple(surface(s.text, group, "und") for s, group in zip(sentences, groups, strict=True))
    return Prepared(sentences, tuple(groups), {w: 1.0 for g in groups for w in g}, looks, lengths, "und")


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


# What ours mend: each test shows the defect of sumy 0.13, and that ours has it not.


def test_duplicates_keep_a_score_of_their_own() -> None:
    """Sumy keys scores by the text of the sentence."""
    from sumy.summarizers.sum_basic import SumBasicSummarizer

    prepared = words_only([*STEMS, STEMS[0]])
    theirs, ours = ratings(SumBasicSummarizer, prepared), classic.sumbasic(prepared)
    assert theirs[0] == theirs[-1]
    assert ours[0] != ours[-1]


def test_lexrank_knows_no_0_by_0() -> None:
    """Where no two sentences are alike, sumy divides 0 by 0."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    prepared = words_only([["treaty"], ["border"]])
    with np.errstate(all="ignore"):
        assert np.isnan(ratings(LexRankSummarizer, prepared)).any()
    assert np.isfinite(classic.lexrank(prepared)).all()


def test_lsa_gives_no_weight_to_absent_words() -> None:
    """Sumy smooths every entry of the matrix, so that each sentence holds 0.4 of every word of the text."""
    from sumy.summarizers.lsa import LsaSummarizer

    prepared = words_only([["treaty"], ["border", "river"], ["vote"], ["guard"]])
    theirs, ours = ratings(LsaSummarizer, prepared), classic.lsa(prepared)
    assert theirs[0] > 1.05
    assert ours == pytest.approx([1.0, 2**0.5, 1.0, 1.0])


def test_kl_filters_stop_words_in_any_case() -> None:
    """Sumy looks for "The" among lower-case stop words and keeps it."""
    from sumy.summarizers.kl import KLSummarizer

    words = KLSummarizer()
    words.stop_words = ["the"]
    assert words._filter_out_stop_words(["The", "treaty"]) == ["The", "treaty"]
    assert prepare(split_sentences("The THE the treaty holds."), "en").stems == (["treati", "hold"],)


def test_edmundson_has_cue_words_of_its_own() -> None:
    """Sumy's are empty until they are set; its command sets Czech ones whatever the language."""
    text = "They met here. Nothing else happened. A significant treaty. Perhaps a treaty. They left."
    _, plain, bonus, stigma, _ = classic.edmundson(prepare(split_sentences(text), "en"))
    assert bonus - plain == 1
    assert stigma - plain == -1


def test_words_with_figures_and_marks_are_words() -> None:
    """Sumy's tokenizer drops all that is not letters throughout."""
    from sumy.nlp.tokenizers import Tokenizer

    text = "The S-400 arrived in COVID-19 times, says Ukraine’s minister."
    assert {"s-400", "covid-19", "ukraine"} <= set(prepare(split_sentences(text), "und").stems[0])
    sumy = Tokenizer.__new__(Tokenizer)
    assert not any(sumy._is_word(word) for word in ("S-400", "COVID-19", "Ukraine’s"))


@pytest.mark.parametrize("name", sorted([*peers(), "lead", "random"]))
@pytest.mark.parametrize("groups", [[[]], [[], []], [["a"]], [["a"]] * 5, [["a", "b"]] * 4], ids=str)
def test_no_text_is_too_poor(name: str, groups: list[list[str]]) -> None:
    scores = getattr(classic, name)(words_only(groups))
    assert len(scores) == len(groups)
    assert np.isfinite(scores).all()
