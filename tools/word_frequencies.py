"""Make briefing/language/frequencies_en.txt from the wordfreq package: python tools/word_frequencies.py

wordfreq (Speer 2022) is too heavy and slow to load to depend on; install it where you run this. Words of the same
rounded Zipf frequency (van Heuven et al. 2014: log10 of occurrences per thousand million words) share a line.
"""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import wordfreq

TABLE = Path(__file__).resolve().parent.parent / "briefing" / "language" / "frequencies_en.txt"
COUNT = 16_000


def main() -> None:
    words = [w for w in wordfreq.top_n_list("en", COUNT) if re.fullmatch(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", w)]
    rated = sorted((round(wordfreq.zipf_frequency(w, "en"), 1), w) for w in words)
    lines = [
        f"{zipf} {' '.join(w for _, w in group)}" for zipf, group in groupby(rated, key=lambda pair: pair[0])
    ]
    TABLE.write_text("\n".join(reversed(lines)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
