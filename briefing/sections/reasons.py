"""Why a section begins where it does, in words of the text."""

from __future__ import annotations

import heapq
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.sections.cohesion import Token

WORDS = 3
"""Words on each side of a cut that are shown."""


def shifts_between(sections: Sequence[Sequence[Token]]) -> list[str]:
    """The reason of the cut before each section but the first, given the content words of all."""
    told = [(i, token.stem) for i, section in enumerate(sections) for token in section]
    last = {stem: i for i, stem in told}
    first = {stem: i for i, stem in reversed(told)}
    cuts = enumerate(itertools.pairwise(sections), 1)
    return [
        _reason(
            _weightiest(t for t in section if first[t.stem] == i),
            _weightiest(t for t in before if last[t.stem] == i - 1),
        )
        for i, (before, section) in cuts
    ]


def _reason(new: list[str], old: list[str]) -> str:
    parts = [f"{', '.join(words)} {verb}" for words, verb in ((new, "begin"), (old, "end")) if words]
    return "topic shift" + (f": {'; '.join(parts)}" if parts else "")


def _weightiest(tokens: Iterable[Token]) -> list[str]:
    """The words that tell most, as first written: often there, and rare in the language."""
    written: dict[str, Token] = {}
    counts: Counter[str] = Counter()
    for token in tokens:
        if not token.word[0].isdigit():
            written.setdefault(token.stem, token)
            counts[token.stem] += 1
    weighed = heapq.nsmallest(WORDS, counts, key=lambda stem: (0.5 - counts[stem]) * written[stem].rarity)
    return [f"“{written[stem].word}”" for stem in weighed]
