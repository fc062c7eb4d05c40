"""Predict sections for a data set of units, and time it.

Usage:  python benchmarks/sections.py DATA.jsonl PREDICTIONS.jsonl [--headed] [--method NAME]

A line of DATA holds ``id`` and ``units`` (paragraphs or sentences); the units are joined by blank lines and given
to ``find_sections`` as one text. ``--headed`` leaves the ``titles`` in, as lines of their own before their sections.
"""

from __future__ import annotations

import argparse
import bisect
import json
import time
from pathlib import Path
from typing import Any

from briefing import find_sections

INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))
"""What reading drops: without it, offsets count the same in both."""


def predict(row: dict[str, Any], headed: bool, method: str) -> dict[str, Any]:
    """The predicted starts, as indices of units, and titles of one row."""
    text, offsets = "", []
    titles = dict(zip(row["starts"], row.get("titles", []), strict=False)) if headed else {}
    for i, unit in enumerate(row["units"]):
        if titles.get(i):
            text += titles[i].translate(INVISIBLE) + "\n\n"
        offsets.append(len(text))
        text += unit.translate(INVISIBLE) + "\n\n"
    starts: list[int] = []
    names: list[str | None] = []
    for section in find_sections(text, method=method):
        at = bisect.bisect_right(offsets, section.sentences[0].span.start) - 1
        # A section begins with its subheading, where a unit is taken for one.
        at -= at > 0 and " ".join(row["units"][at - 1].translate(INVISIBLE).split()) == section.heading
        if not starts or at > starts[-1]:
            starts.append(at)
            names.append(section.topic or section.heading)
    return {"id": row["id"], "starts": [0, *starts[1:]], "titles": names}


def main() -> None:
    """Write one line of predictions per line of data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--headed", action="store_true")
    parser.add_argument("--method", default="cohesion", help="cohesion or texttiling")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.data.read_text("utf-8").splitlines() if line.strip()]
    began = time.perf_counter()
    found = [predict(row, args.headed, args.method) for row in rows]
    seconds = time.perf_counter() - began
    args.predictions.write_text("".join(json.dumps(f, ensure_ascii=False) + "\n" for f in found), "utf-8")
    words = sum(len(unit.split()) for row in rows for unit in row["units"])
    print(
        f"{len(rows)} texts, {1000 * seconds / len(rows):.1f} ms each, {1000 * seconds / words * 800:.1f} ms per 800 words"
    )


if __name__ == "__main__":
    main()
