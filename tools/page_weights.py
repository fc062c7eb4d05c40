"""Learn which blocks of a pasted page are of the article: briefing/readers/page.toml.

python tools/page_weights.py PASTED.jsonl GOLD.jsonl    # needs scipy; prints what five-fold cross-validation gives

A line of PASTED holds ``id`` and ``text``, one of GOLD ``id`` and ``body``. Logistic regression, each page counting the
same and each block by its length; ``OFFSET`` is added to the bias, since a lost sentence is worse than a line too many.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from briefing.readers.lines import is_prose
from briefing.readers.page import best_run, comments, features
from briefing.readers.splitting import paragraph_spans

OUT = Path(__file__).resolve().parent.parent / "briefing" / "readers" / "page.toml"
OFFSET, RIDGE, FOLDS = 1.0, 10.0, 5
Page = tuple[list[str], Any, Any, collections.Counter[tuple[str, ...]]]


def shingles(text: str) -> collections.Counter[tuple[str, ...]]:
    """Runs of four words, as the scorer counts them."""
    words = re.findall(r"\w+", text)
    return collections.Counter(zip(*(words[i:] for i in range(4)), strict=False)) or collections.Counter(
        [tuple(words)]
    )


def page(text: str, body: str) -> Page:
    """Blocks, their features, whether each is of the article, and the article's shingles."""
    blocks = [span.of(text) for span in paragraph_spans(text)]
    prose = [is_prose(block) for block in blocks]
    blocks = blocks[: comments(blocks, prose)]
    rows = [list(row.values()) for row in features(blocks, prose)]
    gold, flat = shingles(body), " " + " ".join(re.findall(r"\w+", body)) + " "
    labels = []
    for block in blocks:
        mine = shingles(block)
        short = len(next(iter(mine))) < 4
        inside = (
            f" {' '.join(next(iter(mine)))} " in flat if short else sum(s in gold for s in mine) / len(mine)
        )
        labels.append(inside > 0.5)
    return blocks, np.array(rows), np.array(labels, float), gold


def fit(pages: list[Page]) -> Any:
    """The weights by ridge logistic regression."""
    x, y = np.concatenate([p[1] for p in pages]), np.concatenate([p[2] for p in pages])
    lengths = [np.array([min(len(block.split()), 60) + 3 for block in p[0]]) for p in pages]
    weight = np.concatenate([20 * n / n.sum() for n in lengths])

    def loss(b: Any) -> tuple[float, Any]:
        p = 1 / (1 + np.exp(-(x @ b)))
        value = -(weight * (y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))).sum()
        slope = x.T @ (weight * (p - y)) + RIDGE * np.r_[0, b[1:]]
        return value + RIDGE * (b[1:] ** 2).sum() / 2, slope

    found = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B").x
    found[0] += OFFSET
    return found


def scored(one: Page, b: Any) -> tuple[float, float]:
    """Precision and recall of the article's shingles."""
    blocks, x, _, gold = one
    start, end = best_run((x @ b).tolist())
    found = shingles("\n".join(blocks[start:end]))
    both = sum((found & gold).values())
    return both / sum(found.values()), both / sum(gold.values())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pasted", type=Path)
    parser.add_argument("gold", type=Path)
    args = parser.parse_args()
    gold = {
        row["id"]: row["body"] for row in map(json.loads, args.gold.read_text("utf-8").strip().split("\n"))
    }
    rows = [json.loads(line) for line in args.pasted.read_text("utf-8").strip().split("\n")]
    pages = [page(row["text"], gold[row["id"]]) for row in rows]
    folds = np.random.RandomState(0).permutation(len(pages)) % FOLDS
    results = []
    for fold in range(FOLDS):
        b = fit([p for p, f in zip(pages, folds, strict=True) if f != fold])
        results += [scored(p, b) for p, f in zip(pages, folds, strict=True) if f == fold]
    precision, recall = np.mean(results, axis=0)
    print(
        f"cross-validated: F1 {200 * precision * recall / (precision + recall):.1f}  "
        f"precision {100 * precision:.1f}  recall {100 * recall:.1f}"
    )
    names = list(features(["x"], [False])[0])
    lines = [f'"{name}" = {value:.2f}' for name, value in zip(names, fit(pages), strict=True)]
    OUT.write_text(
        "# Log-odds that a block of a pasted page is of the article, by feature (briefing/readers/page.py).\n"
        "# Learnt by tools/page_weights.py.\n[weights]\n" + "\n".join(lines) + "\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
