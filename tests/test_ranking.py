"""What the ranking promises: any length as people ask for it, reasons, focus, several sources, and no trust in an
opening that is none."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import BriefingError, Sentence, Span, read, split_sentences, summarise
from briefing.rankers import RANKERS, rank
from briefing.rankers.centrality import documents_of, similarity
from briefing.rankers.opening import introductions
from briefing.rankers.prepare import prepare, terms

SPEECH = (
    "I want to thank you for coming. We have worked for three years on the harbour, and I have learnt a lot. I believe "
    "that we can do better. My father built boats here, and I remember the slips full of hulls. We lost them one by "
    "one. I do not blame anyone. We looked away, and so did I. I ask you today to look again at the quay, at the "
    "crane, and at the young people who leave. We can give them work. I will vote for the plan, and I hope you will."
)

REPORT = (
    "This report was prepared by the audit office of the county of Arle. It follows the standards of the association "
    "of auditors. The work was done between March and June. Chapter 2 describes the method. Chapter 3 gives the "
    "findings, and chapter 4 the answer of the harbour board.\n\n"
    "The office looked at 212 contracts and spoke with 31 members of staff. Files were read on the premises. Where a "
    "file was missing, the head of the unit was asked for it in writing.\n\n"
    "The harbour board let 61 of the 212 contracts without a tender. The contracts let without a tender cost 18 percent "
    "more than those that went to tender. Seven contracts for dredging went to one firm, Tamsin Marine. The board's "
    "rules ask for a tender above 50,000 crowns, and the dredging contracts were split so that each stayed below it.\n\n"
    "The harbour board answered that dredging was urgent after the storms and that no other firm had a ship. The office "
    "found two firms with ships of that kind in the register. It recommends that the board publish every contract, put "
    "dredging out to tender for four years, and report on it to the county each spring."
)


@pytest.fixture
def article(seeds: Path) -> Path:
    return seeds / "nato-visit.txt"


class TestLength:
    def test_words_are_an_upper_bound(self, article: Path) -> None:
        for words in (20, 60, 120, 10_000):
            assert sum(len(s.text.split()) for s in summarise(article, words=words)) <= words

    def test_one_sentence_is_given_even_where_all_are_too_long(self, article: Path) -> None:
        summary = summarise(article, words=1)
        assert len(summary) == 1
        assert summary.notes == ("No sentence is within 1 words: the best is given.",)

    def test_a_shorter_sentence_that_fits_is_given_before_the_best_that_does_not(self) -> None:
        text = f"{'The harbour council closed the ferry terminal ' * 3}on Monday. The council closed the terminal."
        assert str(summarise(text, words=8)) == "The council closed the terminal."

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
            {"share": "0%"},
            {"share": "nan"},
            {"words": 2.5},
            {"words": True},
            {"sentences": 0},
            {"words": 9, "share": 0.1},
        ],
        ids=str,
    )
    def test_nonsense_is_refused(self, article: Path, options: dict[str, int]) -> None:
        with pytest.raises(BriefingError, match=r"expected .+ found"):
            summarise(article, **options)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "option",
        [
            "--words=0",
            "--words=-3",
            "--share=abc",
            "--sentences=0",
            "--method=lexrnk",
            "--focus=the",
            "--order=up",
        ],
    )
    def test_the_command_refuses_nonsense_in_one_line(self, article: Path, option: str) -> None:
        command = [sys.executable, "-m", "briefing", "summarise", str(article), option]
        failed = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert failed.returncode
        assert not failed.stdout
        assert len(failed.stderr.strip().splitlines()) == 1

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
        for summary in (summarise(article, sentences=4), summarise(article, sentences=4, focus="pipeline")):
            for score, why in zip(summary.scores, summary.why, strict=True):
                assert sum(why.values()) == pytest.approx(score)
            assert {"key words", "centrality", "position"} <= set(summary.why[0])

    def test_no_half_quotation_while_whole_sentences_are_left(self, seeds: Path) -> None:
        for path in sorted(seeds.glob("*.txt")):
            for sentence in summarise(path, words=100):
                assert sentence.text.count("“") == sentence.text.count("”") or "„" in sentence.text
                assert sentence.text.count('"') % 2 == 0


class TestLead:
    """The yardstick: the first sentences, whatever they are, as long as they fit."""

    def test_it_is_a_run_of_the_first_sentences(self, article: Path) -> None:
        every = split_sentences(article)
        for words in (30, 60, 100, 200):
            lead = summarise(article, words=words, method="lead").sentences
            assert list(lead) == every[: len(lead)]
            assert sum(len(s.text.split()) for s in every[: len(lead) + 1]) > words

    def test_repetition_does_not_stop_it(self) -> None:
        assert len(summarise("The same council voted again today. " * 4, sentences=3, method="lead")) == 3


class TestTrustInTheOpening:
    """Place counts where the text opens like news, and only there."""

    def test_in_news(self, seeds: Path) -> None:
        for name in ("nato-visit.txt", "ferry-strike.txt", "reservoir.txt"):
            assert _position(split_sentences(seeds / name)).max() > 1

    def test_not_in_a_speech(self) -> None:
        assert not _position(split_sentences(SPEECH)).any()

    def test_not_in_a_report(self) -> None:
        """It opens with how it was made; what it found stands in the middle."""
        assert not _position(split_sentences(REPORT)).any()
        assert "without a tender" in str(summarise(REPORT, words=60))
        assert "This report" not in str(summarise(REPORT, words=60))

    def test_then_the_order_of_the_sentences_counts_for_nothing(self) -> None:
        there, back = split_sentences(SPEECH), split_sentences(SPEECH)[::-1]
        again = split_sentences("\n\n".join(s.text for s in back))
        scored = [rank("salience", prepare(some, "en")).total.tolist() for some in (there, again)]
        assert scored[0] == pytest.approx(scored[1][::-1])

    def test_names_in_full_come_first_in_news(self) -> None:
        told = ["Helena Marsh spoke.", "Marsh left with Joris Haak.", "Haak stayed."]
        assert introductions(told) == 2
        assert introductions(told[::-1]) == -2

    def test_seldom_in_a_heap_of_sentences(self, seeds: Path) -> None:
        sentences = split_sentences(seeds / "reservoir.txt") + split_sentences(seeds / "nato-visit.txt")
        heaps = [random.Random(seed).sample(sentences, len(sentences)) for seed in range(10)]
        texts = ["\n\n".join(sentence.text for sentence in heap) for heap in heaps]
        assert sum(_position(split_sentences(text)).any() for text in texts) <= 4


def _position(sentences: list[object]) -> np.ndarray:  # type: ignore[type-arg]
    return rank("salience", prepare(sentences, "en")).parts["position"]  # type: ignore[arg-type]


class TestSeveralDocuments:
    def test_they_stand_in_order_of_date_then_of_place(self) -> None:
        old = "Port Ebba - 3 March 2024\n\nThe council of Port Ebba closed the old ferry terminal on Monday."
        new = "Port Ebba - 9 March 2024\n\nFishermen blocked the road to the new terminal for three hours."
        documents = [
            replace(read(text), metadata=replace(read(text).metadata, published=date(2024, 3, day)))
            for text, day in ((new, 9), (old, 3))
        ]
        texts = [s.text for s in summarise(documents, sentences=2)]
        assert [t.split()[0] for t in texts] == ["The", "Fishermen"]

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
