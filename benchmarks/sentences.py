"""Compare sentence splitters in one run: boundary F1 on a gold file, own cases right, and speed.

    python benchmarks/sentences.py [GOLD.jsonl]

A line of GOLD: {"id", "sentences": [...]}. Peers that are not installed are left out: nltk comes with this
package, `pip install nupunkt sentencex pysbd` brings the others.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefing.language.sentences import abbreviations, boundaries

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "sentences"
Splitter = Callable[[str], list[str]]


def ours(text: str) -> list[str]:
    ends = boundaries(text)
    return [text[a:b].strip() for a, b in zip([0, *ends], ends, strict=False)]


def punkt() -> Splitter:
    """NLTK's Punkt with our abbreviations and nothing trained or downloaded."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = {word.lower() for words in abbreviations().values() for word in words}
    found: Splitter = PunktSentenceTokenizer(parameters).tokenize
    return found


def nupunkt() -> Splitter:
    import nupunkt as package

    return lambda text: list(package.sent_tokenize(text))


def sentencex() -> Splitter:
    import sentencex as package

    return lambda text: list(package.segment("en", text))


def pysbd() -> Splitter:
    import pysbd as package

    segmenter = package.Segmenter(language="en", clean=False)
    return lambda text: list(segmenter.segment(text))


def ends(text: str, pieces: list[str]) -> set[int]:
    """Offsets at which the pieces end in ``text``, the last one left out."""
    found, at = set(), 0
    for piece in pieces:
        piece = piece.strip()
        start = text.find(piece, at)
        if start >= 0:
            at = start + len(piece)
            found.add(at)
    return found - {len(text.rstrip())}


def paragraphs(path: Path) -> list[list[str]]:
    """The sentences of each paragraph of a gold file."""
    return [
        json.loads(line)["sentences"]
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def f1(splitter: Splitter, gold: list[list[str]]) -> float:
    """Boundary F1, in per cent."""
    hit = made = wanted = 0
    for sentences in gold:
        text = " ".join(sentences)
        true, guess = ends(text, sentences), ends(text, splitter(text))
        hit, made, wanted = hit + len(true & guess), made + len(guess), wanted + len(true)
    return 200 * hit / max(1, made + wanted)


def own_cases() -> list[list[str]]:
    """The cases of the tests whose sentences a space parts."""
    lines = [
        line for path in sorted(CASES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    return [
        line.split(" ¦ ") for line in lines if line and line[0] != "#" and "¦" not in line.replace(" ¦ ", "")
    ]


def main() -> None:
    makers: dict[str, Callable[[], Splitter]] = {
        "ours": lambda: ours,
        "punkt": punkt,
        "nupunkt": nupunkt,
        "sentencex": sentencex,
        "pysbd": pysbd,
    }
    gold = paragraphs(Path(sys.argv[1])) if len(sys.argv) > 1 else []
    cases = own_cases()
    text = " ".join(" ".join(sentences) for sentences in (gold or cases)) + " "
    text *= max(1, 2_000_000 // len(text))
    for name, make in makers.items():
        if name not in ("ours", "punkt") and importlib.util.find_spec(name) is None:
            print(f"{name:10s} not installed")
            continue
        splitter = make()
        sample = text[:100_000] if name == "pysbd" else text
        began = time.perf_counter()
        splitter(sample)
        speed = len(sample) / 1e6 / (time.perf_counter() - began)
        right = sum(
            ends(" ".join(case), splitter(" ".join(case))) == ends(" ".join(case), case) for case in cases
        )
        print(
            f"{name:10s} F1 {f1(splitter, gold):5.1f}   cases {right} of {len(cases)}   {speed:6.1f} MB/s",
            flush=True,
        )


if __name__ == "__main__":
    main()
