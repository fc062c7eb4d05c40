"""Time summaries of longer and longer texts, for this package, sumy and lede, and draw it.

    python benchmarks/scaling.py OUTPUT.svg

Both axes are logarithmic. A method that took more than two seconds is not tried on longer texts.
"""

from __future__ import annotations

import math
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

from speed import article, lede, median

import briefing

WORDS = [800, 2_200, 6_700, 22_000, 67_000]
PATIENCE = 2.0
COLOURS = ["#c0392b", "#2d6cdf", "#7f8c8d", "#8e44ad", "#d68910", "#117a65"]


def methods() -> dict[str, Callable[[str], object]]:
    """What is timed, by name."""
    found: dict[str, Callable[[str], object]] = {"briefing": lambda text: briefing.summarise(text, words=100)}
    peer = lede()
    if peer:
        found["lede"] = peer
    for name in ("luhn", "lsa", "textrank", "lexrank"):
        found[f"sumy {name}"] = lambda text, n=name: briefing.summarise(text, words=100, method=f"sumy-{n}")  # type: ignore[misc]
    return found


def measure() -> dict[str, list[tuple[int, float]]]:
    """Sentences and seconds of each method."""
    lines: dict[str, list[tuple[int, float]]] = {}
    for words in WORDS:
        text = article(words)
        count = len(briefing.split_sentences(text))
        for name, run in methods().items():
            line = lines.setdefault(name, [])
            if not line or line[-1][1] < PATIENCE:
                line.append((count, median(lambda run=run, text=text: run(text), 0.3)))  # type: ignore[misc]
                print(f"{count:6d} sentences  {name:14s} {1000 * line[-1][1]:10.1f} ms", flush=True)
    return lines


def draw(lines: dict[str, list[tuple[int, float]]]) -> str:
    """The plot as SVG."""

    def x(count: float) -> float:
        return 70 + 130 * (math.log10(count) - 1.4)

    def y(seconds: float) -> float:
        return 300 - 55 * (math.log10(seconds) + 3.2)

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 340" font-family="sans-serif" font-size="12">'
    ]
    parts.append('<rect width="520" height="340" fill="#ffffff"/>')
    for power, label in ((-3, "1 ms"), (-2, "10 ms"), (-1, "0.1 s"), (0, "1 s"), (1, "10 s")):
        at = y(10.0**power)
        parts.append(
            f'<path d="M70 {at:.1f}H400" stroke="#dddddd"/><text x="62" y="{at + 4:.1f}" text-anchor="end">{label}</text>'
        )
    for count in (100, 1000):
        parts.append(f'<text x="{x(count):.1f}" y="322" text-anchor="middle">{count:,}</text>')
    parts.append('<text x="235" y="337" text-anchor="middle">sentences</text>')
    labels: list[float] = []
    for (name, line), colour in zip(lines.items(), COLOURS, strict=False):
        path = " ".join(f"{x(count):.1f},{y(seconds):.1f}" for count, seconds in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        end = line[-1]
        height = y(end[1]) + 4
        while any(abs(height - other) < 12 for other in labels):
            height += 1
        labels.append(height)
        parts.append(f'<text x="{x(end[0]) + 6:.1f}" y="{height:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    Path(sys.argv[1]).write_text(draw(measure()), encoding="utf-8")
