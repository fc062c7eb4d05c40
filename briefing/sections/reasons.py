"""Why a section begins where it does, in words of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.sections.cohesion import Token

WORDS = 3
"""Words on each side of a cut that are shown."""


def shifts_between(sections: Sequence[Sequence[Token]]) -> list[str]:
    """The reason of the cut before each section but the first, given the content words of all."""
    told = [(i, token) for i, section in enumerate(sections) for token in section]
    first = {token.stem: i for i, token in reversed(told)}
    last = {token.stem: i for i, token in told}
    begin = [_weightiest(t for t in section if first[t.stem] == i) for i, section in enumerate(sections)]
    end = [_weightiest(t for t in section if last[t.stem] == i) for i, section in enumerate(sections)]
    return [_reason(new, old) for new, old in zip(begin[1:], end[:-1], strict=True)]


def _reason(new: list[str], old: list[str]) -> str:
    parts = [f"{', '.join(words)} {verb}" for words, verb in ((new, "begin"), (old, "end")) if words]
    return "topic shift" + (f": {'; '.join(parts)}" if parts else "")


def _weightiest(tokens: Iterable[Token]) -> list[str]:
    """The words that tell most, as first written: often there, and rare in the language."""
    known = [t for t in tokens if not t.word[0].isdigit()]
    counts = Counter(t.stem for t in known)
    written = {t.stem: t for t in reversed(known)}
    weighed = sorted(counts, key=lambda stem: (0.5 - counts[stem]) * written[stem].rarity)
    return [f"“{written[stem].word}”" for stem in weighed[:WORDS]]
