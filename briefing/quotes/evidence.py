"""Weighing what speaks for a reading: figures learnt from annotated articles, added up (a log-linear model).

Each candidate reading comes with clues: a kind, and what was found. A clue stands for several features, which its kind
lists: some of the values, together. The share of a candidate is exp(sum of weights) over that of all candidates and of
"none of them", which is 1. Whoever reads nothing into a sentence below a share holds back where others would guess.
The figures are learnt by tools/quote_weights.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

Clue = tuple[str, ...]
"""A kind, and its values."""
Feature = str
"""A kind with the names of some of its values, and these values: ``mark size=,=12``."""
Parts = tuple[list[Clue], ...]
"""The clues of a candidate; those of one cue or one source share their lists."""
Kinds = Mapping[str, tuple[str, ...]]
"""By kind the names of its values, and then those that are features together: ``("mark size", "mark", "mark size")``."""
MOST = 1 << 17
"""Clues whose worth is remembered."""
HUNDREDTHS = 0.01


class Worth(dict[Clue, int]):
    """What each clue is worth, in hundredths, worked out when it is first met."""

    def __init__(self, kinds: Kinds, weights: Mapping[Feature, int]) -> None:
        super().__init__()
        self.weights = weights
        self.features = {kind: list(_combined(kind, *names)) for kind, names in kinds.items()}

    def __missing__(self, clue: Clue) -> int:
        if len(self) > MOST:
            self.clear()
        get = self.weights.get
        found = self[clue] = sum([get(feature, 0) for feature in self.features_of(clue)])
        return found

    def total(self, clues: Iterable[Clue]) -> int:
        """What the clues are worth together."""
        return sum(map(self.__getitem__, clues))

    def features_of(self, clue: Clue) -> list[Feature]:
        """The features that a clue stands for."""
        return [pattern % values(clue) for pattern, values in self.features[clue[0]]]


def _combined(kind: str, names: str, *together: str) -> Iterable[tuple[str, Callable[[Clue], object]]]:
    """Each feature of a kind as a pattern, and what takes its values from the clue."""
    at = {name: i for i, name in enumerate(names.split(), 1)}
    for some in together:
        places = [at[name] for name in some.split()]
        values = itemgetter(*places) if places else itemgetter(slice(0))
        yield f"{kind} {some}".strip() + "=%s" * len(places), values


def weights(task: str) -> dict[Feature, int]:
    """The figures of ``attribution`` or ``claims`` in hundredths: on each line a weight, and the features that have it."""
    lines = Path(__file__).with_name(f"{task}.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[Feature, int] = {}
    for weight, *features in (line.split("\t") for line in lines[1:]):
        found.update(dict.fromkeys(features, int(weight)))
    return found


def odds(worth: Worth, offered: Sequence[Parts]) -> list[float]:
    """How many times likelier than "none" each candidate is; those of one cue stand together and share their first part."""
    found = []
    shared: list[Clue] | None = None
    total = 0
    value = worth.__getitem__
    for parts in offered:
        if parts[0] is not shared:
            shared = parts[0]
            total = sum(map(value, shared))
        own = total
        for part in parts[1:]:
            own += sum(map(value, part))
        found.append(math.exp(min(50.0, HUNDREDTHS * own)))
    return found
