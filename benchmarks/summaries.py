"""Compare summaries with the lead, with sumy, summa and lede at an equal word budget, in one run.

    python benchmarks/summaries.py FOLDER [--most N]

FOLDER holds cnn_dev.jsonl, writers_dev.jsonl and multi_news_dev.jsonl; a line of them has id, article or articles,
and references (lists of sentences). All methods choose among the same sentences, but for summa and lede, which split
the text themselves. Prints ROUGE-1 and ROUGE-2 F1 (stemmed, the best of several references) and, for ours against the
lead, the 95 % interval of the mean difference from 2,000 paired bootstrap samples. Needs `pip install rouge-score-rs
summa lede`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rouge_score_rs import rouge_scorer

import briefing
from briefing import BriefingError, Sentence

SETS = {"cnn_dev": 60, "writers_dev": 48, "multi_news_dev": 220}
"""Word budget of each set."""
LETTERS = 6.0
"""Characters to a word, with the space: lede takes its budget in characters."""
SCORER = rouge_scorer.RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
Method = Callable[[list[str], int], str]


def lead(articles: list[str], words: int) -> str:
    """The first sentences, of several articles in turn, until the next one would pass the budget."""
    split = [sentences(article) for article in articles]
    turns = [s for place in range(max(map(len, split))) for one in split for s in one[place : place + 1]]
    chosen: list[str] = []
    for sentence in turns:
        if chosen and len(" ".join([*chosen, sentence.text]).split()) > words:
            break
        chosen.append(sentence.text)
    return "\n".join(chosen)


def sentences(article: str) -> list[Sentence]:
    """The sentences of an article; none where it holds no text."""
    try:
        return briefing.split_sentences(article)
    except BriefingError:
        return []


def ours(method: str) -> Method:
    return lambda articles, words: str(briefing.summarise(articles, words=words, method=method))


def summa(articles: list[str], words: int) -> str:
    from summa.summarizer import summarize

    return str(summarize("\n".join(articles), words=words))


def lede(articles: list[str], words: int) -> str:
    from lede import summarize

    return str(summarize("\n\n".join(articles), int(LETTERS * words)).summary)


METHODS: dict[str, Method] = {
    "lead": lead,
    "salience (default)": ours("salience"),
    "centrality": ours("centrality"),
    **{
        f"sumy {n}": ours(f"sumy-{n}")
        for n in ("lexrank", "textrank", "lsa", "luhn", "sumbasic", "edmundson")
    },
    "summa": summa,
    "lede": lede,
}


def rouge(references: list[list[str]], summary: str) -> tuple[float, float]:
    """ROUGE-1 and ROUGE-2 against the reference that fits best."""
    scores = [SCORER.score("\n".join(reference), summary) for reference in references]
    return max(((100 * s["rouge1"].fmeasure, 100 * s["rouge2"].fmeasure) for s in scores), key=sum)


def interval(gaps: list[float]) -> tuple[float, float, float]:
    """Mean, and the 95 % interval of it."""
    dice = random.Random(0)
    means = sorted(sum(dice.choices(gaps, k=len(gaps))) / len(gaps) for _ in range(2000))
    return sum(gaps) / len(gaps), means[50], means[1949]


def compare(path: Path, words: int, most: int | None) -> None:
    """Print the table of one set."""
    rows: list[dict[str, Any]] = [json.loads(line) for line in path.open(encoding="utf-8")][:most]
    print(f"{path.stem}: {len(rows)} articles or clusters, {words} words")
    baseline: list[tuple[float, float]] = []
    for name, method in METHODS.items():
        found = []
        for row in rows:
            articles = row.get("articles") or [row["article"]]
            found.append(rouge(row["references"], method(articles, words)))
        means = [sum(f[k] for f in found) / len(found) for k in (0, 1)]
        line = f"  {name:20s} {means[0]:6.2f} {means[1]:6.2f}"
        if name == "lead":
            baseline = found
        elif name.startswith("salience"):
            for k in (0, 1):
                gap = interval([f[k] - b[k] for f, b in zip(found, baseline, strict=True)])
                line += f"   R{k + 1} {gap[0]:+.2f} [{gap[1]:+.2f}, {gap[2]:+.2f}]"
        print(line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, help="articles per set")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    for name, words in SETS.items():
        path = args.folder / f"{name}.jsonl"
        if not path.is_file():
            sys.exit(f"expected {path}, found nothing; name the folder with the articles.")
        compare(path, words, args.most)


if __name__ == "__main__":
    main()
