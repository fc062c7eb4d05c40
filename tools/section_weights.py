"""Learn the weights of the search for topic shifts: random coordinate search on texts with known sections.

    python tools/section_weights.py FOLDER ARTICLES [--seconds N]

FOLDER holds news_dev.jsonl, choi_dev.jsonl and titled_dev.jsonl (benchmarks/sections.py tells their format). The articles
that news_dev is made of, taken one by one, are texts of one topic: a cut in them is an invented one. ARTICLES holds other
articles, a file each with a line for each paragraph; of these, texts like those of news_dev are put together. First each half of
the texts is learnt from and the other one scored, which tells how far the weights carry; then all of them are learnt from,
and the weights are printed as they stand in briefing/sections/weights.toml.
"""

from __future__ import annotations

import argparse
import bisect
import itertools
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from briefing import read, split_sentences
from briefing.sections import WIDTH
from briefing.sections.cohesion import cohesion
from briefing.sections.cues import opening_costs
from briefing.sections.occurrences import Occurrences, occurrences
from briefing.sections.shifts import topic_starts
from briefing.sections.tags import Tagged, tagged
from briefing.sections.weights import Weights, learnt

FACTORS = (0.6, 0.75, 0.9, 1.1, 1.33, 1.67)
PIECES = 75
"""Texts put together of other articles."""
LINE = 6
"""Words of a line from which on it is a paragraph."""
ALONE = 5
"""Paragraphs of an article from which on it is worth asking whether it is cut."""
AIMS = {
    "news Pk": (2.5, 1.0),
    "news F1": (4.0, 2.0),
    "choi Pk": (6.0, 1.0),
    "choi F1": (12.0, 6.0),
    "titled Pk": (37.0, 1.5),
    "titled F1": (62.0, 3.0),
    "cut Pk": (12.0, 20.0),
    "pieces Pk": (4.0, 1.0),
    "pieces F1": (6.0, 2.0),
}
"""What each error is to reach, in percent (an F1: what it lacks of 100), and a step of it; beyond its aim an error counts
far less."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, with everything that does not depend on the weights."""

    kind: str
    language: str
    texts: list[Tagged]
    words: Occurrences
    sentences: list[int]
    units: list[int]
    """The unit that each paragraph stands in."""
    labels: np.ndarray
    """The section of each unit."""


def load(folder: Path) -> Iterator[Case]:
    """The texts of the three sets, and the longer articles of the news."""
    for kind in ("news", "choi", "titled"):
        for row in map(json.loads, (folder / f"{kind}_dev.jsonl").open(encoding="utf-8")):
            yield _case(kind, row["units"], row["starts"])
            bounds = itertools.pairwise([*row["starts"], len(row["units"])])
            yield from (
                _case("cut", row["units"][a:b], [0]) for a, b in bounds if kind == "news" and b - a >= ALONE
            )


def pieces(folder: Path) -> Iterator[Case]:
    """Openings of three to seven articles in a row, in the shape of those of news_dev: a sentence or two, and then
    paragraphs of about seventy words, which are two of these."""
    articles = []
    for path in sorted(folder.glob("*.txt")):
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if len(line.split()) >= LINE]
        if len(lines) > 3:
            articles.append([lines[1], *(" ".join(lines[i : i + 2]) for i in range(2, len(lines), 2))])
    dice = random.Random(1)
    for _ in range(PIECES):
        units: list[str] = []
        starts: list[int] = []
        for article in dice.sample(articles, dice.randint(3, 7)):
            starts.append(len(units))
            units += article[: dice.choice([2, 2, 3, 3, 4, 4, 5, 6, 7])]
        yield _case("pieces", units, starts)


def _case(kind: str, units: list[str], starts: list[int]) -> Case:
    units = [" ".join(unit.split()) for unit in units]
    offsets = list(itertools.accumulate((len(u) + 2 for u in units), initial=0))[:-1]
    document = read("\n\n".join(units))
    paragraphs = [list(g) for _, g in itertools.groupby(split_sentences(document), key=lambda s: s.paragraph)]
    plain = [" ".join(document.text[p[0].span.start : p[-1].span.end].split()) for p in paragraphs]
    texts = tagged(plain, document.metadata.language)
    language = document.metadata.language
    return Case(
        kind,
        language,
        texts,
        occurrences(texts),
        [len(p) for p in paragraphs],
        [bisect.bisect_right(offsets, p[0].span.start) - 1 for p in paragraphs],
        _labels(starts, len(units)),
    )


def _labels(starts: Sequence[int], count: int) -> np.ndarray:
    begins = np.zeros(count, dtype=np.int64)
    begins[[s for s in starts if s > 0]] = 1
    return begins.cumsum()


def errors(cases: Sequence[Case], weights: Weights) -> dict[str, float]:
    """Mean Pk and what F1 lacks, in percent, per set; for one-topic articles Pk is the share that is cut."""
    found: dict[str, list[tuple[float, int, int]]] = {}
    for case in cases:
        texture = cohesion(case.words, min(WIDTH, len(case.texts)), case.language, weights)
        costs = opening_costs(case.texts, case.sentences, weights)
        doubts = np.full(len(case.texts), weights["doubt"])
        starts = topic_starts(texture, costs, doubts, frozenset(), weights)
        mine = _labels([case.units[s] for s in starts], len(case.labels))
        both = np.diff(case.labels) * np.diff(mine)
        counts = (_pk(case.labels, mine), int(both.sum()), int(mine[-1] + case.labels[-1]))
        found.setdefault(case.kind, []).append(counts)
    result = {}
    for kind, values in found.items():
        pk, hit, total = np.sum(values, axis=0)
        result[f"{kind} Pk"] = 100 * float(pk) / len(values)
        result[f"{kind} F1"] = 100 - 200 * float(hit) / max(1.0, float(total))
    return result


def _pk(gold: np.ndarray, mine: np.ndarray) -> float:
    """Pk (Beeferman, Berger & Lafferty 1999); for a text of one topic, whether it is cut."""
    if not gold[-1]:
        return float(mine[-1] > 0)
    apart = max(1, round(len(gold) / (gold[-1] + 1) / 2))
    return float(np.mean((gold[apart:] == gold[:-apart]) != (mine[apart:] == mine[:-apart])))


def loss(found: dict[str, float]) -> float:
    return sum(max(0.0, found[k] - aim) / step + 0.15 * found[k] / step for k, (aim, step) in AIMS.items())


def learn(cases: Sequence[Case], seconds: float) -> dict[str, float]:
    """The best weights found in so many seconds."""
    dice, best = random.Random(0), dict(learnt())
    least = loss(errors(cases, best))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tried = dict(best)
        for key in dice.sample(sorted(best), dice.choice([1, 1, 2])):
            tried[key] = float(f"{best[key] * dice.choice(FACTORS):.2g}")
        now = loss(errors(cases, tried))
        if now < least:
            best, least = tried, now
    return best


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seconds", type=float, default=900)
    args = parser.parse_args()
    cases = [*load(args.folder), *pieces(args.articles)]
    print("now", _shown(cases, learnt()))
    for half in (0, 1):
        mine, other = cases[half::2], cases[1 - half :: 2]
        weights = learn(mine, args.seconds / 4)
        print("half", half, _shown(mine, weights), "the other", _shown(other, weights), flush=True)
    for key, figure in learn(cases, args.seconds / 2).items():
        print(f"{key} = {figure}")


def _shown(cases: Sequence[Case], weights: Weights) -> str:
    found = errors(cases, weights)
    return ", ".join(f"{name} {100 - found[name] if 'F1' in name else found[name]:.1f}" for name in AIMS)


if __name__ == "__main__":
    main()
