"""Why a section begins where it does, in words of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.sections.cohesion import Token

WORDS = 3
"""Words on each side of a cut that are shown."""


def shift(sections: Sequence[Sequence[Token]], at: int) -> str:
    """The reason of the cut before section ``at``: the weightiest words that begin there, or end with the last one."""
    begin = _new(sections[at], sections[:at])
    end = _new(sections[at - 1], sections[at:])
    told = [f"{', '.join(words)} {verb}" for words, verb in ((begin, "begin"), (end, "end")) if words]
    return "topic shift" + (f": {'; '.join(told)}" if told else "")


def _new(section: Sequence[Token], others: Sequence[Sequence[Token]]) -> list[str]:
    """The weightiest words of ``section`` that ``others`` lack, as first written."""
    elsewhere = {t.stem for other in others for t in other}
    own = [t for t in section if t.stem not in elsewhere and not t.word[0].isdigit()]
    counts = Counter(t.stem for t in own)
    first = {t.stem: t for t in reversed(own)}
    weighed = sorted(counts, key=lambda stem: -(counts[stem] - 0.5) * first[stem].rarity)
    return [f"“{first[stem].word}”" for stem in weighed[:WORDS]]
