"""From scores to a choice of sentences within a length budget."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import OptionError

SAME = 0.75
"""Share of common stems from which on two sentences say the same."""
OVERLAP = 0.5
"""Share of common stems from which on a summary has better use for its words (learnt with the ranking weights)."""


def word_count(text: str) -> int:
    """Words as a person counts them: pieces between white space."""
    return len(text.split())


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
        return _positive("sentences", sentence_budget), sum(words)
    if word_budget is not None:
        return len(words), _positive("words", word_budget)
    if share is not None:
        return len(words), max(1, round(parse_share(share) * sum(words)))
    return 3, sum(words)


def _positive(name: str, value: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise OptionError(f"expected {name} of at least 1, found {value!r}; give a whole number.")
    return value


def parse_share(share: float | str) -> float:
    """0.2, "20%" and "0.2" are a fifth. Raises OptionError on anything else than 0 < share <= 1."""
    try:
        value = (
            float(share.strip().removesuffix("%")) / (100 if share.strip().endswith("%") else 1)
            if isinstance(share, str)
            else float(share)
        )
    except ValueError:
        value = -1.0
    if not 0 < value <= 1:
        raise OptionError(
            f"expected a share such as 20% or 0.2, found {share!r}; give more than 0 and at most 100%."
        )
    return value


def choose(
    scores: Sequence[float],
    words: Sequence[int],
    stems: Sequence[Sequence[str]],
    sentence_budget: int,
    word_budget: int,
) -> list[int]:
    """Indices of the chosen sentences, best first: greedy, passing over one that repeats a chosen one.

    The budget is kept to within a sentence: a sentence that would pass it is left out, but at least one is taken.
    """
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    chosen: list[int] = []
    used = 0
    said: list[frozenset[str]] = []
    for i in order:
        if len(chosen) >= sentence_budget or used >= word_budget:
            break
        if chosen and used + words[i] > word_budget:
            continue
        mine = frozenset(stems[i])
        if any(repeats(mine, other, OVERLAP) for other in said):
            continue
        chosen.append(i)
        said.append(mine)
        used += words[i]
    return chosen


def repeats(one: frozenset[str], other: frozenset[str], share: float = SAME) -> bool:
    """Whether two sentences say the same: ``share`` of the shorter one's stems stand in the other."""
    smaller = min(len(one), len(other))
    return one == other or (smaller >= 3 and len(one & other) >= share * smaller)
