"""Learn the weights of briefing/readers/headings.py: logistic regression that stays near weights set by hand.

    python tools/heading_weights.py DATA.jsonl [PASTED.jsonl GOLD.jsonl] [--write]

DATA holds articles with ``units``, ``starts`` and ``titles`` (``titled_dev``), PASTED and GOLD pages as pasted text and
their ``headings``. First each half of the texts is learnt from and the other one scored, four times over, with priors of
different strength; then all of them are learnt from. With a prior of zero the halves agree far worse: the texts are few.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.readers import headings
from briefing.readers.headings import Page, features, wording
from briefing.readers.lines import first_guess
from briefing.readers.splitting import paragraph_spans

PRIOR = {
    "bias": -1.5,
    "above a paragraph": 1,
    "address": -4,
    "asks": 2,
    "begins small": -1.5,
    "begins with a digit": -1,
    "begins with a sign": -3,
    "between paragraphs": 2.5,
    "brackets": -0.7,
    "closes a list": 2,
    "colon": -5,
    "comma or semicolon": -3,
    "commas": -0.5,
    "ellipsis": -4,
    "exclamation": -1.5,
    "full stop": -5,
    "inner stop": -1.5,
    "like the line above": -0.5,
    "like the line below": -0.5,
    "longer below": 0.3,
    "numbered": 1.5,
    "one of a series": 1,
    "opens a list": 1.5,
    "over a figure": 0.5,
    "over 8 words": -0.3,
    "over a repeated line": 0.5,
    "question": -1.5,
    "half a quotation": -4,
    "quoted": 0.7,
    "quoted sentence": -3,
    "speaker": -3,
    "rubric": 0.5,
    "sentence in title case": 1,
    "title case": 0.7,
    "title case under a line without": 0.5,
    "title case over a line without": 1.5,
    "title with a colon": -1.5,
    "under a colon": -1,
    "under a paragraph": 0.7,
    "upper case": 0.7,
    "without title case under a line with": -0.5,
    "words come up below": 0.7,
}
"""What an editor expects, in log-odds."""
STRENGTH = 5.0
INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))
DOUBTFUL = {"address", "begins small", "begins with a sign", "brackets", "colon", "full stop"}
"""A line between two paragraphs without any of these may be a heading that a page does not mark as one: not learnt."""

Example = tuple[str, dict[str, float], bool]
Array = NDArray[np.float64]


def articles(path: Path) -> Iterator[tuple[list[str], list[bool]]]:
    """The lines of each article with its headings left in, and which of them are headings."""
    for row in map(json.loads, path.open(encoding="utf-8")):
        titles = dict(zip(row["starts"], row["titles"], strict=True))
        lines: list[tuple[str, bool]] = []
        for i, unit in enumerate(row["units"]):
            lines += [(titles[i], True)] if titles.get(i) else []
            lines.append((unit, False))
        yield [_plain(line) for line, _ in lines], [label for _, label in lines]


def pages(pasted: Path, gold: Path) -> Iterator[tuple[list[str], list[bool]]]:
    """The lines of each pasted page between the first and the last of its article's body."""
    texts = {row["id"]: row["text"] for row in map(json.loads, pasted.open(encoding="utf-8"))}
    for row in map(json.loads, gold.open(encoding="utf-8")):
        text = texts[row["id"]]
        lines = [_plain(span.of(text)) for span in paragraph_spans(text)]
        body, heads = _plain(row["body"]), Counter(map(_plain, row["headings"]))
        inside = [i for i, line in enumerate(lines) if len(line) > 60 and line in body]
        if len(inside) > 1:
            lines = lines[max(0, inside[0] - 1) : inside[-1] + 1]
            yield lines, [line in heads for line in lines]


def _plain(line: str) -> str:
    return " ".join(line.translate(INVISIBLE).split())


def examples(lines: list[str], labels: list[bool], sure: bool) -> list[Example]:
    """The candidates of one text."""
    kept = [i for i, line in enumerate(lines) if labels[i] or first_guess(line) == "paragraph"]
    lines, labels = [lines[i] for i in kept], [labels[i] for i in kept]
    page = Page.of(lines)
    found = [(lines[i], features(page, i), labels[i]) for i in page.candidates()]
    return [e for e in found if sure or e[2] or not e[1].get("between paragraphs") or DOUBTFUL & e[1].keys()]


def fit(texts: list[list[Example]], names: list[str], strength: float) -> Array:
    """Weights by name, the bias last: Newton's method, with a normal prior around ``PRIOR``."""
    rows = [(f, label, len(text) ** -0.5) for text in texts for _, f, label in text]
    x = np.array([[f.get(name, 0.0) for name in names] + [1.0] for f, _, _ in rows])
    y = np.array([float(label) for _, label, _ in rows])
    w = np.array([weight for _, _, weight in rows])
    w *= len(w) / w.sum() / 5
    prior = np.array([PRIOR.get(name, 0.0) for name in [*names, "bias"]])
    b = prior.copy()
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ b))
        gradient = x.T @ (w * (p - y)) + strength * (b - prior)
        b -= np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + strength * np.eye(len(b)), gradient)
    return b


def f1(texts: list[list[Example]], names: list[str], b: Array) -> float:
    """F1 of the headings found, in per cent; lines of one wording are judged by their mean."""
    right = found = gold = 0
    table = dict(zip(names, b, strict=False))
    for text in texts:
        scores: dict[str, list[float]] = {}
        for line, f, _ in text:
            scores.setdefault(wording(line), []).append(
                b[-1] + sum(table.get(n, 0) * v for n, v in f.items())
            )
        for line, _, label in text:
            guess = sum(scores[wording(line)]) > 0
            right, found, gold = right + (guess and label), found + guess, gold + label
    return 200 * right / max(1, found + gold)


def main() -> None:
    """Print the split-half check and the weights; write them where ``--write`` says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("pages", type=Path, nargs="*")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    texts = [examples(*text, sure=True) for text in articles(args.data)]
    own = len(texts)
    texts += [examples(*text, sure=False) for text in pages(*args.pages)] if args.pages else []
    names = sorted({name for text in texts for _, f, _ in text for name in f} | PRIOR.keys() - {"bias"})
    for strength in (0.1, 1, 2, STRENGTH, 10, 20, 1e6):
        scores = []
        for seed in range(4):
            order = np.random.default_rng(seed).permutation(len(texts)).tolist()
            for one, other in ((order[::2], order[1::2]), (order[1::2], order[::2])):
                b = fit([texts[i] for i in one], names, strength)
                scores.append(f1([texts[i] for i in other if i < own], names, b))
        print(f"prior {strength:g}: F1 on the half not learnt from {np.mean(scores):.1f}")
    b = fit(texts, names, STRENGTH)
    print(f"learnt from all: F1 on the same {f1(texts[:own], names, b):.1f}")
    table = [f'"{n}" = {v:.2f}\n' for n, v in zip([*names, "bias"], b, strict=True) if abs(v) >= 0.05]
    print("".join(table))
    if args.write:
        path = Path(headings.__file__).with_suffix(".toml")
        head = [line for line in path.read_text("utf-8").splitlines(True) if line.startswith("#")]
        path.write_text("".join(head + table), "utf-8")


if __name__ == "__main__":
    main()
