"""Time this package against sumy and lede, in one process and one run, and the command from a cold start.

    python benchmarks/speed.py [--quick]

Medians of several runs, garbage collection left on. The articles are those of seeds/; longer texts are made of
their sentences, each marked with a figure of its own so that no two are alike. A peer that is not installed,
or that would take minutes, is left out and named.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import itertools
import statistics
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import briefing

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
SUMY = ["lexrank", "textrank", "lsa", "luhn", "edmundson", "sumbasic", "kl", "reduction"]
PATIENCE = 20.0
"""Seconds that one run of a peer may take before longer texts are left out for it."""


def median(run: Callable[[], object], seconds: float = 1.0) -> float:
    """Median wall time of ``run`` in seconds: after one warm-up, as many runs as fit, at least three."""
    return medians([run], seconds)[0]


def medians(runs: Sequence[Callable[[], object]], seconds: float = 1.0) -> list[float]:
    """Median wall time of each of the ``runs``, which take turns: a machine that is slow for a while is so for all."""
    times: list[list[float]] = [[] for _ in runs]
    for run in runs:
        run()
    while len(times[0]) < 3 or (sum(map(sum, times)) < seconds * len(runs) and len(times[0]) < 200):
        for run, each in zip(runs, times, strict=True):
            began = time.perf_counter()
            run()
            each.append(time.perf_counter() - began)
        if times[0][0] > seconds:
            break
    return [statistics.median(each) for each in times]


def article(words: int) -> str:
    """Paragraphs of the seed articles up to about ``words`` words."""
    paragraphs, count = [], 0
    for paragraph in itertools.cycle(body_paragraphs()):
        paragraphs.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            return "\n\n".join(paragraphs)
    raise AssertionError


def body_paragraphs() -> list[str]:
    """The body paragraphs of every English seed."""
    found = []
    for path in sorted(SEEDS.glob("*.txt")):
        document = briefing.read(path)
        if document.metadata.language == "en":
            found += [block.span.of(document.text) for block in document.body]
    return found


def long_text(sentences: int) -> str:
    """A text of so many sentences, four to a paragraph, no two alike."""
    pool = [" ".join(s.text.split()) for s in briefing.split_sentences("\n\n".join(body_paragraphs()))]
    made = [
        f"Item {n} reads as follows: {s}"
        for n, s in zip(range(sentences), itertools.cycle(pool), strict=False)
    ]
    return "\n\n".join(" ".join(made[i : i + 4]) for i in range(0, sentences, 4))


def lede() -> Callable[[str], object] | None:
    """``lede.summarize`` where lede is installed."""
    if importlib.util.find_spec("lede") is None:
        return None
    import lede as package

    run: Callable[[str], object] = package.summarize
    return run


def report(label: str, seconds: float, base: float | None = None) -> None:
    ratio = f"   {seconds / base:8.2f} x ours" if base else ""
    print(f"  {label:34s} {1000 * seconds:10.2f} ms{ratio}", flush=True)


def compare(name: str, text: str, skipped: set[str], quick: bool) -> None:
    """Ours and the peers on one text; sumy runs through the same words and sentences as ours."""
    print(f"{name} ({len(text.split())} words)")
    peer = lede()
    turns: list[Callable[[], object]] = [lambda: briefing.summarise(text, words=60)]
    if peer:
        turns.append(lambda: peer(text))
    ours, *theirs = medians(turns)
    report("summarise()", ours)
    for seconds in theirs:
        report("lede.summarize", seconds, ours)
    runs = itertools.count(1)

    def unread() -> str:
        """A text of its own each time: what is found in the last documents is remembered."""
        return f"{text}\n\nThe harbour counted run {next(runs)} of the measurement."

    report("find_quotes()", median(lambda: briefing.find_quotes(unread())), ours)
    report("find_sections()", median(lambda: briefing.find_sections(unread())), ours)
    report("make_brief().markdown()", median(lambda: briefing.make_brief(unread()).markdown()), ours)
    for method in SUMY:
        if method in skipped or quick:
            continue
        seconds = sumy(method, text)
        report(f"sumy {method}", seconds, ours)
        if seconds > PATIENCE / 25:
            skipped.add(method)


def sumy(method: str, text: str) -> float:
    """Seconds that sumy's own method takes for three sentences, its parsing of our sentences included."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers import edmundson, kl, lex_rank, lsa, luhn, reduction, sum_basic, text_rank

    kinds = {
        "lexrank": lex_rank.LexRankSummarizer,
        "textrank": text_rank.TextRankSummarizer,
        "lsa": lsa.LsaSummarizer,
        "luhn": luhn.LuhnSummarizer,
        "edmundson": edmundson.EdmundsonSummarizer,
        "sumbasic": sum_basic.SumBasicSummarizer,
        "kl": kl.KLSummarizer,
        "reduction": reduction.ReductionSummarizer,
    }

    class Words:
        def to_words(self, sentence: str) -> tuple[str, ...]:
            return tuple(word for word in sentence.split() if word.isalpha())

    def run() -> object:
        sentences = [Sentence(s.text, Words()) for s in briefing.split_sentences(text)]
        summarizer = kinds[method](Stemmer("english"))
        if method == "edmundson":
            summarizer.bonus_words, summarizer.stigma_words, summarizer.null_words = (
                {"key"},
                {"hardly"},
                {"the"},
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return summarizer(ObjectDocumentModel([Paragraph(sentences)]), 3)

    began = time.perf_counter()
    run()
    once = time.perf_counter() - began
    return once if once > 1 else median(run, 0.5)


def cold(*arguments: str) -> float:
    """Median wall time of the command as a new process."""
    command = [sys.executable, "-m", "briefing", *arguments]
    return median(lambda: subprocess.run(command, check=True, capture_output=True), 3.0)


def memory(text: str) -> float:
    """Peak of Python's and numpy's memory while ``text`` is summarised, in MB."""
    tracemalloc.start()
    briefing.summarise(text, words=60)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="leave sumy out")
    args = parser.parse_args()
    if lede() is None:
        print("lede is not installed: left out (pip install lede)")
    short = article(800)
    skipped: set[str] = set()
    compare("an article", short, skipped, args.quick)
    for sentences in (200, 1000, 3000):
        compare(f"{sentences:,} sentences", long_text(sentences), skipped, args.quick)
    if skipped:
        print("left out where they take too long:", ", ".join(sorted(skipped)))
    print(
        f"memory: {memory(short):.1f} MB for the article, {memory(long_text(3000)):.1f} MB for 3,000 sentences"
    )
    path = Path("article-of-800-words.txt")
    path.write_text(short, encoding="utf-8")
    with contextlib.ExitStack() as stack:
        stack.callback(path.unlink)
        print("the command, cold")
        report("brief make", cold("make", str(path)))
        report("brief --help", cold("--help"))
        report(
            "python -c pass", median(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True), 2.0)
        )


if __name__ == "__main__":
    main()
