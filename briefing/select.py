"""From scores to a choice of sentences within a length budget."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing.arguments import whole
from briefing.errors import OptionError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAME = 0.75
"""Share of common stems from which on two sentences say the same."""
UNSPACED = 14
"""Letters to a piece between white space from which on a text may be in a script without spaces (Chinese, Thai)."""
BRIEF = 60
"""Words of a budget with which one sentence may be passed over as too long for what is left; the next one ends the choice,
since so short a summary is better shorter than filled up with what happens to fit. Long ones gain by being filled:
four may be passed over with twice as many words, nine with thrice as many."""
TELLING = 8
"""Words that a sentence has at least which fills what is left."""


class Scores(NamedTuple):
    """What a ranking method makes of the sentences."""

    total: NDArray[np.float64]
    """One score per sentence, higher is better, all finite."""
    parts: Mapping[str, NDArray[np.float64]] = MappingProxyType({})
    """The parts of the scores by name, which add up to ``total``; empty for methods without parts."""
    worth: Mapping[str, float] = MappingProxyType({})
    """What each stem tells: a sentence loses it, times its rate, once a chosen sentence has told it."""
    rates: NDArray[np.float64] | None = None
    """Per sentence, what a unit of worth is to its score; needed where there is ``worth``."""
    run: bool = False
    """Whether the choice is an unbroken run from the best sentence on, so that nothing is passed over."""


def word_count(text: str) -> int:
    """Words as a person counts them: pieces between white space; two letters where a script has none between words."""
    return counted(text, len(text.split()))


def counted(text: str, pieces: int) -> int:
    """The words of ``text``, which white space parts into so many ``pieces``."""
    if len(text) < UNSPACED * pieces:
        return pieces
    return max(pieces, sum("\u0e00" <= char < "\u0e80" or "\u3040" <= char < "\ud7b0" for char in text) // 2)


def target(
    words: Sequence[int], sentence_budget: int | None, word_budget: int | None, share: float | str | None
) -> tuple[int, int]:
    """The budget as (sentences, words) from the one of three ways a caller gave it; three sentences by default.

    ``words`` holds the length of each sentence. Raises OptionError on a budget that makes no sense.
    """
    given = [
        n
        for n, v in (("sentences", sentence_budget), ("words", word_budget), ("share", share))
        if v is not None
    ]
    if len(given) > 1:
        raise OptionError(
            f"expected one of sentences, words and share, found {' and '.join(given)}; give one."
        )
    if sentence_budget is not None:
        return whole("sentences", sentence_budget, 1), sum(words)
    if word_budget is not None:
        return len(words), whole("words", word_budget, 1)
    if share is not None:
        return len(words), max(1, round(parse_share(share) * sum(words)))
    return 3, sum(words)


def parse_share(share: float | str) -> float:
    """0.2, "20%" and "0.2" are a fifth. Raises OptionError on anything else than 0 < share <= 1."""
    try:
        value = (
            float(share.strip().removesuffix("%")) / (100 if share.strip().endswith("%") else 1)
            if isinstance(share, str)
            else float(share)
        )
    except (TypeError, ValueError, OverflowError):
        value = -1.0
    if not 0 < value <= 1:
        raise OptionError(
            f"expected a share such as 20% or 0.2, found {share!r}; give more than 0 and at most 100%."
        )
    return value


def choose(
    scores: Scores,
    words: Sequence[int],
    stems: Sequence[Sequence[str]],
    sentence_budget: int,
    word_budget: int,
) -> list[int]:
    """Indices of the chosen sentences, best first: each adds most to those before it, and repeats none of them.

    Greedy choice of a set under a budget (Lin & Bilmes 2011, "A Class of Submodular Functions for Document
    Summarization", section 4), evaluated lazily (Minoux 1978): a score only falls while others are chosen, so that
    what is best after its score is brought up to date is best of all. Sentences beyond the budget are passed over;
    where not one is within it, the best is taken all the same.
    """
    total = scores.total.tolist()
    heap = [(-score, i) for i, score in enumerate(total)]
    heapq.heapify(heap)
    chosen: list[int] = []
    used = passed = 0
    told, patience = _Told(), max(1, word_budget // BRIEF) ** 2
    while heap and len(chosen) < sentence_budget and used < word_budget and passed <= patience:
        i = heapq.heappop(heap)[1]
        now = (-_left(scores, i, stems[i], told.by_stem), i)
        if heap and now > heap[0]:
            heapq.heappush(heap, now)
        elif used + words[i] > word_budget or (passed and words[i] < TELLING):
            if scores.run:
                break
            passed += bool(chosen)
        elif scores.run or not told.repeated_by(frozenset(stems[i])):
            chosen.append(i)
            used += words[i]
            told.add(frozenset(stems[i]))
    return chosen or [max(range(len(total)), key=lambda i: (total[i], -i))]


def _left(scores: Scores, i: int, stems: Sequence[str], told: Mapping[str, object]) -> float:
    """What sentence ``i`` scores beside what has been ``told``."""
    if scores.rates is None or not told:
        return float(scores.total[i])
    lost = sum(scores.worth.get(stem, 0.0) for stem in dict.fromkeys(stems) if stem in told)
    return float(scores.total[i] - scores.rates[i] * lost)


class _Told:
    """The sentences that are told, by their stems, so that few of them need to be compared with another.

    A sentence that repeats another lacks at most a quarter of the stems of the smaller of the two; so of any quarter
    of the smaller one's stems and one more, the larger one holds at least one. The rarest ones find the fewest.
    """

    def __init__(self) -> None:
        self.by_stem: dict[str, list[frozenset[str]]] = {}
        self.by_rare_stem: dict[str, list[frozenset[str]]] = {}

    def add(self, mine: frozenset[str]) -> None:
        for stem in self._rarest(mine):
            self.by_rare_stem.setdefault(stem, []).append(mine)
        for stem in mine:
            self.by_stem.setdefault(stem, []).append(mine)

    def repeated_by(self, mine: frozenset[str]) -> bool:
        """Whether a sentence of these stems says what one of those told has said."""
        larger = (other for stem in self._rarest(mine) for other in self.by_stem.get(stem, ()))
        smaller = (other for stem in mine for other in self.by_rare_stem.get(stem, ()))
        return any(repeats(mine, other) for other in {*larger, *smaller})

    def _rarest(self, mine: frozenset[str]) -> list[str]:
        times = {stem: len(self.by_stem.get(stem, ())) for stem in sorted(mine)}
        return sorted(times, key=times.__getitem__)[: int((1 - SAME) * len(mine)) + 1]


def repeats(one: frozenset[str], other: frozenset[str], share: float = SAME) -> bool:
    """Whether two sentences say the same: ``share`` of the shorter one's stems stand in the other."""
    smaller = min(len(one), len(other))
    return one == other or (smaller >= 3 and len(one & other) >= share * smaller)
