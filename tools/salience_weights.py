"""Learn the weights of the default ranking method: random coordinate search on articles with reference summaries.

    python tools/salience_weights.py FOLDER [--seconds N]

FOLDER is that of benchmarks/summaries.py. First each half of the articles is learnt from and the other one scored,
which tells how far the gain over the lead carries; then all of it is learnt from, and the weights are printed as they
stand in briefing/rankers/weights.toml. Needs `pip install rouge-score-rs`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
from summaries import SETS, lead, rouge, sentences

from briefing.rankers.centrality import Similarity, documents_of, similarity
from briefing.rankers.opening import trusted
from briefing.rankers.prepare import prepare, terms
from briefing.rankers.salience import learnt, surface_of, weighed
from briefing.select import choose, word_count

CHOICES = {
    "earlier": [0, -0.2, -0.4, -0.6, -0.8, -1.0],
    "across": [0.5, 1, 1.5, 2],
    "centrality": [0.5, 0.8, 1, 1.3],
    "position": [0.6, 1, 1.5, 2, 3],
    "decay": [1.5, 2, 3, 5, 8],
    "first": [0, 0.3, 0.6, 1, 1.5],
    "dangling": [0.1, 0.2, 0.4, 0.7],
    "question": [0.3, 0.6],
    "first_person": [0.1, 0.2, 0.4],
    "short": [0.3, 0.6, 1],
    "long": [0, 0.1, 0.2, 0.4],
}
"""``half_quotation`` is not learnt: half a quotation is never worth showing."""
SHARE = {"cnn_dev": 1.0, "writers_dev": 0.12, "multi_news_dev": 0.3}
"""What a point of ROUGE counts for: about the number of articles."""


@dataclass(frozen=True, slots=True)
class Case:
    """An article, or a cluster, with everything that does not depend on the weights."""

    name: str
    references: list[list[str]]
    texts: list[str]
    stems: Sequence[Sequence[str]]
    words: list[int]
    found: Similarity
    surface: Any
    documents: Any
    news: Any
    lead: tuple[float, float]


def load(folder: Path) -> list[Case]:
    """Every article and cluster that holds sentences."""
    cases = []
    for name, budget in SETS.items():
        for row in map(json.loads, (folder / f"{name}.jsonl").open(encoding="utf-8")):
            articles = row.get("articles") or [row["article"]]
            split = [
                type(s)(s.text, s.span, s.paragraph, i)
                for i, article in enumerate(articles)
                for s in sentences(article)
            ]
            if split:
                cases.append(_case(name, row["references"], split, lead(articles, budget)))
    return cases


def _case(name: str, references: list[list[str]], split: list[Any], first: str) -> Case:
    prepared = prepare(split, "en")
    documents = documents_of(prepared)
    found, surface = similarity(terms(prepared), documents), surface_of(prepared)
    news = trusted(documents, found, surface[:, 1], surface[:, 3] * (1 - surface[:, 5]))
    texts = [s.text for s in split]
    words = [word_count(t) for t in texts]
    baseline = rouge(references, first)
    return Case(name, references, texts, prepared.stems, words, found, surface, documents, news, baseline)


def gains(cases: Sequence[Case], weights: dict[str, float]) -> dict[str, Any]:
    """Mean gain over the lead in ROUGE-1 and ROUGE-2, per set."""
    rows: dict[str, list[Any]] = {}
    for case in cases:
        parts = weighed(weights, case.found, case.surface, case.documents, case.news)
        scores = np.sum(list(parts.values()), axis=0).tolist()
        chosen = choose(scores, case.words, case.stems, len(scores), SETS[case.name])
        got = rouge(case.references, "\n".join(case.texts[i] for i in sorted(chosen)))
        rows.setdefault(case.name, []).append(np.subtract(got, case.lead))
    return {name: np.mean(found, axis=0).round(2) for name, found in rows.items()}


def learn(cases: Sequence[Case], seconds: float) -> dict[str, float]:
    """The best weights found in so many seconds."""
    dice, best = random.Random(0), learnt()
    worth = value(gains(cases, best))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tried = {
            **best,
            **{k: dice.choice(CHOICES[k]) for k in dice.sample(sorted(CHOICES), dice.choice([1, 1, 2, 3]))},
        }
        now = value(gains(cases, tried))
        if now > worth:
            best, worth = tried, now
    return best


def value(found: dict[str, Any]) -> float:
    return float(sum(SHARE[name] * gain.sum() for name, gain in found.items()))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=300)
    args = parser.parse_args()
    cases = load(args.folder)
    print("now", gains(cases, learnt()))
    for half in (0, 1):
        weights = learn(cases[half::2], args.seconds / 4)
        print("half", half, gains(cases[half::2], weights), "the other", gains(cases[1 - half :: 2], weights))
    for key, figure in learn(cases, args.seconds / 2).items():
        print(f"{key} = {figure}")


if __name__ == "__main__":
    main()
