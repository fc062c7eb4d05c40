"""How sentences are chosen from their scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.select import Scores, choose, repeats


def scores(total: Sequence[float], worth: dict[str, float] | None = None) -> Scores:
    return Scores(np.array(total, dtype=float), worth=worth or {}, rates=np.ones(len(total)))


def test_the_best_that_fit_best_first() -> None:
    assert choose(scores([1, 3, 2]), [10, 10, 10], [["a"], ["b"], ["c"]], 9, 20) == [1, 2]


def test_what_a_chosen_sentence_has_told_counts_no_more() -> None:
    stems = [["treaty", "border"], ["treaty", "vote"], ["harbour"]]
    worth = {"treaty": 2.0, "border": 1.0, "vote": 0.5, "harbour": 1.0}
    assert choose(scores([3.0, 2.5, 1.0], worth), [5, 5, 5], stems, 2, 99) == [0, 2]
    assert choose(scores([3.0, 2.5, 1.0]), [5, 5, 5], stems, 2, 99) == [0, 1]


def test_one_may_be_passed_over_as_too_long_and_then_the_choice_ends() -> None:
    stems = [["a"], ["b"], ["c"], ["d"]]
    assert choose(scores([9, 8, 7, 1]), [10, 30, 10, 10], stems, 9, 25) == [0, 2]
    assert choose(scores([9, 8, 7, 1]), [10, 30, 30, 10], stems, 9, 25) == [0]


def test_a_long_summary_is_filled_with_sentences_that_tell_something() -> None:
    stems = [["a"], ["b"], ["c"], ["d"], ["e"]]
    assert choose(scores([9, 8, 7, 6, 5]), [150, 80, 80, 7, 20], stems, 9, 180) == [0, 4]
    assert choose(scores([9, 8, 7, 6, 5]), [80, 40, 40, 7, 20], stems, 9, 119) == [0]


def test_before_the_first_any_number_may_be_passed_over() -> None:
    stems = [["a"], ["b"], ["c"], ["d"]]
    assert choose(scores([9, 8, 7, 1]), [30, 30, 30, 10], stems, 9, 20) == [3]
    assert choose(scores([9, 8, 7, 1]), [30, 30, 30, 30], stems, 9, 20) == [0]


def test_a_run_passes_over_nothing() -> None:
    stems = [["a", "b", "c"], ["a", "b", "c"], ["d"], ["e"]]
    run = Scores(np.array([0.0, -1.0, -2.0, -3.0]), run=True)
    assert choose(run, [10, 10, 30, 5], stems, 9, 40) == [0, 1]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=5), min_size=1, max_size=12),
    st.data(),
)
def test_it_is_the_greedy_choice(stems: list[list[str]], data: st.DataObject) -> None:
    """Scores are brought up to date only where it matters; bringing all of them up to date chooses the same."""
    worth = {stem: data.draw(st.floats(0, 3)) for stem in "abcdefgh"}
    alone = [data.draw(st.integers(-3, 3)) for _ in stems]
    total = [base + sum(worth[s] for s in set(group)) for base, group in zip(alone, stems, strict=True)]
    chosen = choose(scores(total, worth), [1] * len(stems), stems, len(stems), 99)
    naive: list[int] = []
    told: set[str] = set()
    left = set(range(len(stems)))
    while left:
        now = {i: total[i] - sum(worth[s] for s in dict.fromkeys(stems[i]) if s in told) for i in left}
        best = min(left, key=lambda i: (-now[i], i))
        left.remove(best)
        mine = frozenset(stems[best])
        if not any(mine and repeats(mine, frozenset(stems[i])) for i in naive):
            naive.append(best)
            told |= mine
    assert chosen == naive
