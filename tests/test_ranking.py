"""What the ranking promises: any length as people ask for it, reasons, focus, several sources, and no trust in an
opening that is none."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import BriefingError, Sentence, Span, split_sentences, summarise
from briefing.rankers import RANKERS, rank
from briefing.rankers.centrality import documents_of, similarity
from briefing.rankers.prepare import prepare, terms

SPEECH = (
    "I want to thank you for coming. We have worked for three years on the harbour, and I have learnt a lot. I believe "
    "that we can do better. My father built boats here, and I remember the slips full of hulls. We lost them one by "
    "one. I do not blame anyone. We looked away, and so did I. I ask you today to look again at the quay, at the "
    "crane, and at the young people who leave. We can give them work. I will vote for the plan, and I hope you will."
)


@pytest.fixture
def article(seeds: Path) -> Path:
    return seeds / "nato-visit.txt"


class TestLength:
    def test_words_are_an_upper_bound(self, article: Path) -> None:
        for words in (20, 60, 120, 10_000):
            assert sum(len(s.text.split()) for s in summarise(article, words=words)) <= words

    def test_one_sentence_is_given_even_where_it_is_too_long(self, article: Path) -> None:
        assert len(summarise(article, words=1)) == 1

    def test_a_share_is_a_share_of_the_words(self, article: Path) -> None:
        whole = sum(len(s.text.split()) for s in split_sentences(article))
        fifth = sum(len(s.text.split()) for s in summarise(article, share="20%"))
        assert 0.1 * whole < fifth <= 0.2 * whole + 1

    @pytest.mark.parametrize(
        "options",
        [
            {"words": 0},
            {"words": -3},
            {"share": "abc"},
            {"share": 1.5},
            {"sentences": 0},
            {"words": 9, "share": 0.1},
        ],
        ids=str,
    )
    def test_nonsense_is_refused(self, article: Path, options: dict[str, int]) -> None:
        with pytest.raises(BriefingError, match=r"expected .+ found"):
            summarise(article, **options)  # type: ignore[arg-type]

    def test_an_unknown_method_offers_the_nearest(self, article: Path) -> None:
        with pytest.raises(BriefingError, match="lexrank"):
            summarise(article, method="lexrnk")


class TestOrderAndReasons:
    def test_document_order_by_default_and_score_on_request(self, article: Path) -> None:
        plain = summarise(article, sentences=5)
        ranked = summarise(article, sentences=5, order="score")
        assert [s.span.start for s in plain] == sorted(s.span.start for s in plain)
        assert list(ranked.scores) == sorted(ranked.scores, reverse=True)
        assert set(plain.sentences) == set(ranked.sentences)

    def test_the_reasons_add_up_to_the_score(self, article: Path) -> None:
        summary = summarise(article, sentences=4)
        for score, why in zip(summary.scores, summary.why, strict=True):
            assert sum(why.values()) == pytest.approx(score)
        assert {"centrality", "position"} <= set(summary.why[0])

    def test_no_half_quotation_while_whole_sentences_are_left(self, seeds: Path) -> None:
        for path in sorted(seeds.glob("*.txt")):
            for sentence in summarise(path, words=100):
                assert sentence.text.count("“") == sentence.text.count("”") or "„" in sentence.text
                assert sentence.text.count('"') % 2 == 0


class TestFocus:
    def test_it_lifts_what_answers_it(self, article: Path) -> None:
        assert all("pipeline" in s.text.lower() for s in summarise(article, sentences=3, focus="pipeline"))

    def test_it_says_so_where_the_text_has_nothing_on_it(self, article: Path) -> None:
        assert "nothing on 'volcano'" in summarise(article, focus="volcano").notes[0]


class TestTrustInTheOpening:
    """Place counts where the text opens like news, and only there."""

    def test_in_news(self, seeds: Path) -> None:
        for name in ("nato-visit.txt", "ferry-strike.txt", "reservoir.txt"):
            assert _position(split_sentences(seeds / name)).max() > 1

    def test_not_in_a_speech(self) -> None:
        assert not _position(split_sentences(SPEECH)).any()

    def test_seldom_in_a_heap_of_sentences(self, seeds: Path) -> None:
        sentences = split_sentences(seeds / "reservoir.txt") + split_sentences(seeds / "nato-visit.txt")
        heaps = [random.Random(seed).sample(sentences, len(sentences)) for seed in range(10)]
        texts = ["\n\n".join(sentence.text for sentence in heap) for heap in heaps]
        assert sum(_position(split_sentences(text)).any() for text in texts) <= 4


def _position(sentences: list[object]) -> np.ndarray:  # type: ignore[type-arg]
    return rank("salience", prepare(sentences, "en")).parts["position"]  # type: ignore[arg-type]


class TestSeveralDocuments:
    def test_one_unreadable_source_does_not_spoil_the_others(self, seeds: Path) -> None:
        both = [seeds / "nato-visit.txt", "Home | News | Sport"]
        assert summarise(both, sentences=2).sentences

    def test_no_readable_source_is_an_error(self) -> None:
        with pytest.raises(BriefingError, match="expected an article"):
            summarise(["", "Home | News | Sport"])

    def test_what_two_articles_say_is_said_once(self, seeds: Path) -> None:
        twice = summarise([seeds / "nato-visit.txt"] * 2, words=150)
        assert len({s.text for s in twice}) == len(twice)


@pytest.mark.parametrize("method", sorted(RANKERS))
@pytest.mark.parametrize(
    "text",
    [
        "Same here now. " * 6,
        "The and of the. It was. He is. They were.",
        "A. B. C. D.",
        "One sentence stands alone here.",
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_every_method_takes_every_text(method: str, text: str) -> None:
    summary = summarise(text, sentences=2, method=method)
    assert 1 <= len(summary) <= 2
    assert np.isfinite(summary.scores).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcdefg"), max_size=6), min_size=1, max_size=12), st.data())
def test_running_sums_are_the_sums_over_all_pairs(groups: list[list[str]], data: st.DataObject) -> None:
    """``similarity`` never forms the matrix of all pairs; here it is formed, and agrees."""
    made = [
        Sentence(" ".join(f"word{w}" for w in group), Span(i, i + 1), i + 1) for i, group in enumerate(groups)
    ]
    prepared = prepare(made, "en")
    count = len(prepared.sentences)
    home = np.sort([data.draw(st.integers(0, 2)) for _ in range(count)])
    found, sparse = similarity(terms(prepared), home), terms(prepared)
    dense = np.zeros((count, 1 + max(sparse.columns, default=0)))
    dense[sparse.rows, sparse.columns] = sparse.values
    pairs = dense @ dense.T * (1 - np.eye(count))
    same, before = home[:, None] == home, np.tri(count, k=-1, dtype=bool)
    assert found.earlier == pytest.approx((pairs * (same & before)).sum(1))
    assert found.later == pytest.approx((pairs * (same & before.T)).sum(1))
    assert found.across == pytest.approx((pairs * ~same).sum(1))
    assert found.next[:-1] == pytest.approx(np.diag(pairs, 1) * np.diag(same, 1))
    assert len(documents_of(prepared)) == count
