"""Why a section begins where it does, in words of the text."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.sections.tags import Tagged, rarities

WORDS = 3
"""Words on each side of a cut that are shown."""


def shifts_between(sections: Sequence[Sequence[Tagged]]) -> list[str]:
    """The reason of the cut before each section but the first, given the paragraphs of all."""
    counts = [Counter(itertools.chain.from_iterable(p.stems for p in section)) for section in sections]
    last: dict[str, int] = {}
    first: dict[str, int] = {}
    for i in range(len(counts)):
        last.update(dict.fromkeys(counts[i], i))
    for i in reversed(range(len(counts))):
        first.update(dict.fromkeys(counts[i], i))
    rare = rarities([paragraph for section in sections for paragraph in section])
    found = []
    for i, (before, here) in enumerate(itertools.pairwise(counts), 1):
        new = {stem: times for stem, times in here.items() if first[stem] == i}
        old = {stem: times for stem, times in before.items() if last[stem] == i - 1}
        found.append(_reason(_weightiest(new, rare, sections[i]), _weightiest(old, rare, sections[i - 1])))
    return found


def _reason(new: list[str], old: list[str]) -> str:
    parts = [f"{', '.join(words)} {verb}" for words, verb in ((new, "begin"), (old, "end")) if words]
    return "topic shift" + (f": {'; '.join(parts)}" if parts else "")


def _weightiest(counts: Mapping[str, int], rare: Mapping[str, float], section: Sequence[Tagged]) -> list[str]:
    """The words that tell most, as first written: often there, and rare in the language."""
    worth = {s: (times - 0.5) * rare[s] for s, times in counts.items() if s and not s[0].isdigit()}
    return [
        f"“{_first_written(s, section)}”" for s in sorted(worth, key=worth.__getitem__, reverse=True)[:WORDS]
    ]


def _first_written(stem: str, section: Sequence[Tagged]) -> str:
    text = next(text for text in section if stem in text.stems)
    return text.words[text.stems.index(stem)]
