"""Learn the weights of the default ranking method from articles with reference summaries, and test them.

    python tools/salience_weights.py FOLDER [--seconds N]

FOLDER is that of benchmarks/summaries.py. The weights of the words come from a logistic regression (does a reference
hold the word?), those of the sentences from a random coordinate search on ROUGE-1 and ROUGE-2, which begins at those
in briefing/rankers/weights.toml. Printed are, on articles that were not learnt from, the gains over the plain lead
with 95 % intervals: with the word weights alone learnt (five folds), and with all of them (two halves). At the end
both are learnt from everything and printed as they stand in weights.toml; without --seconds there is no search.
Needs `pip install rouge-score-rs`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))
from summaries import SETS, interval, lead, rouge, sentences

from briefing.language.words import content_stems
from briefing.rankers.prepare import prepare
from briefing.rankers.salience import View, learnt, look, weighed
from briefing.select import choose

CHOICES = {
    "earlier": [0, -0.2, -0.4, -0.6, -0.8, -1.0],
    "across": [0.5, 1, 1.5, 2],
    "words": [0.5, 0.7, 1, 1.3, 1.6],
    "centrality": [0, 0.2, 0.5, 0.8, 1],
    "position": [0, 0.3, 0.5, 1, 1.5],
    "decay": [1.5, 2, 3, 5, 8],
    "first": [0, 0.3, 0.6, 1, 1.5],
    "dangling": [0.1, 0.2, 0.4, 0.7],
    "question": [0.3, 0.6],
    "first_person": [0.1, 0.2, 0.4],
    "short": [0.3, 0.6, 1],
    "long": [0, 0.1, 0.2, 0.4],
}
"""``half`` is not learnt: what is but half is never worth showing."""
SHARE = {"cnn_dev": 1.0, "writers_dev": 0.12, "multi_news_dev": 0.3}
"""What a point of ROUGE counts for: about the number of articles."""
WORDS = ("bias", "count", "spread", "early", "sources")
FOLDS = 5
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Case:
    """An article, or a cluster, with everything that does not depend on the weights."""

    name: str
    references: list[list[str]]
    texts: list[str]
    stems: Sequence[Sequence[str]]
    words: tuple[int, ...]
    view: View
    held: Any
    """Per stem, whether a reference holds it."""
    lead: tuple[float, float]
    known: dict[tuple[int, ...], tuple[float, float]]
    """ROUGE of the choices that were scored before."""


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
    view = look(prepared)
    texts = [s.text for s in split]
    told = {stem for reference in references for stem in content_stems("\n".join(reference), "en")}
    held = np.array([stem in told for stem in view.terms.stems], dtype=float)
    return Case(
        name, references, texts, prepared.stems, prepared.lengths, view, held, rouge(references, first), {}
    )


def gains(cases: Sequence[Case], weights: Callable[[int], Weights]) -> dict[str, Any]:
    """Gain of each case over the lead in ROUGE-1 and ROUGE-2, per set; ``weights`` by the number of the case."""
    rows: dict[str, list[Any]] = {}
    for k, case in enumerate(cases):
        scores = weighed(case.view, weights(k))
        chosen = tuple(sorted(choose(scores, case.words, case.stems, len(case.words), SETS[case.name])))
        if chosen not in case.known:
            case.known[chosen] = rouge(case.references, "\n".join(case.texts[i] for i in chosen))
        rows.setdefault(case.name, []).append(np.subtract(case.known[chosen], case.lead))
    return {name: np.array(found) for name, found in rows.items()}


def report(label: str, found: dict[str, Any]) -> None:
    """Print mean gains with their intervals."""
    for name, rows in found.items():
        texts = (
            "R{} {:+.2f} [{:+.2f}, {:+.2f}]".format(k + 1, *interval(rows[:, k].tolist())) for k in (0, 1)
        )
        print(f"{label:28s} {name:16s} {len(rows):4d}  ", "   ".join(texts), flush=True)


def learn_words(cases: Sequence[Case]) -> dict[str, float]:
    """Logistic regression by Newton's method, a little ridge keeping it stable."""
    x = np.vstack([np.column_stack([np.ones(len(c.held)), c.view.words]) for c in cases])
    y = np.concatenate([c.held for c in cases])
    beta = np.zeros(x.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-x @ beta))
        slope = x.T @ (y - p) - beta
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(beta))
        beta += np.linalg.solve(curve, slope)
    return dict(zip(WORDS, beta.round(2).tolist(), strict=True))


def learn_sentences(cases: Sequence[Case], start: Weights, seconds: float) -> Weights:
    """The best weights of the sentence parts found in so many seconds."""
    dice, best = random.Random(0), start
    worth = value(gains(cases, lambda _: start))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        some = dice.sample(sorted(CHOICES), dice.choice([1, 1, 2, 3]))
        tried = {**best, "sentence": {**best["sentence"], **{k: dice.choice(CHOICES[k]) for k in some}}}
        now = value(gains(cases, lambda _, tried=tried: tried))  # type: ignore[misc]
        if now > worth:
            best, worth = tried, now
    return best


def value(found: dict[str, Any]) -> float:
    return float(sum(SHARE[name] * rows.mean(axis=0).sum() for name, rows in found.items()))


def others(cases: Sequence[Case], folds: int, fold: int) -> list[Case]:
    return [c for k, c in enumerate(cases) if k % folds != fold]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=0)
    args = parser.parse_args()
    cases = load(args.folder)
    now = learnt()
    report("as shipped", gains(cases, lambda _: now))
    folds = [{**now, "word": learn_words(others(cases, FOLDS, f))} for f in range(FOLDS)]
    report("words from other articles", gains(cases, lambda k: folds[k % FOLDS]))
    final = {**now, "word": learn_words(cases)}
    if args.seconds:
        halves = [
            learn_sentences(mine, {**now, "word": learn_words(mine)}, args.seconds / 4)
            for mine in (others(cases, 2, 0), others(cases, 2, 1))
        ]
        report("all from the other half", gains(cases, lambda k: halves[k % 2]))
        final = learn_sentences(cases, final, args.seconds / 2)
    for table, figures in final.items():
        print(f"[{table}]")
        for key, figure in figures.items():
            print(f"{key} = {figure}")


if __name__ == "__main__":
    main()
