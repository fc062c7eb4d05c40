"""Learn the weights of attribution and claims from annotated articles, by maximum likelihood with a penalty on size.

    python tools/quote_weights.py attribution|claims FOLDER [--write]

FOLDER holds text/NAME.txt and attributions/NAME*.ann (brat: Source, Cue, Content), as PolNeAR does (Newell et al.
2018). A third of the articles is kept aside to tell how well the weights carry over at several thresholds; then all of
it is learnt from, and the figures are written to briefing/quotes/TASK.tsv. Needs `pip install scipy`.
"""

from __future__ import annotations

import argparse
import collections
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from briefing.model import Block, Document, Span
from briefing.quotes import attribution, candidates, claims, evidence, readings
from briefing.quotes.evidence import Clue, Feature, Kinds, Parts, Worth
from briefing.quotes.paragraphs import Paragraph, paragraphs_in

PACKAGE = Path(__file__).resolve().parent.parent / "briefing" / "quotes"
PENALTY = {"attribution": 2.0, "claims": 5.0}
CHOOSING = {"attribution": 2.0, "claims": 12.0}
"""The penalty while features are chosen: under a heavier one those that say the same as others lose their weight."""
FEWEST = {"attribution": 5, "claims": 3}
"""Places at which a feature has to occur."""
SMALLEST = {"attribution": 0.1, "claims": 0.1}
"""Features whose weights are nearer to zero are left out before the rest is learnt once more."""
LINES = re.compile(r"[^\n]*\S[^\n]*")
MARKED = re.compile(r"“([^”“]{2,}?)(?:”|$)|\"([^\"]{2,}?)(?:\"|$)|''(.{2,}?)''", re.S)

Pieces = list[tuple[int, int]]
Group = tuple[list[Parts], list[bool]]
"""Candidate readings of one place, and which of them are right; none of them may be."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its first annotation."""

    text: str
    paragraphs: list[Paragraph]
    contents: list[tuple[Pieces, Pieces]]
    """Content and source of each attribution."""


def articles(folder: Path) -> Iterator[Article]:
    """Every annotated article of the folder; lines of annotation that cannot be read are left out."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        for ann in sorted((folder / "attributions").glob(path.stem + "*.ann"))[:1]:
            blocks = tuple(Block("paragraph", Span(m.start(), m.end())) for m in LINES.finditer(text))
            paragraphs = paragraphs_in.__wrapped__(Document(text, blocks))
            yield Article(text, paragraphs, list(annotated(ann.read_text(encoding="utf-8"))))


def annotated(ann: str) -> Iterator[tuple[Pieces, Pieces]]:
    """Content and source of each attribution."""
    spans: dict[str, Pieces] = {}
    links = []
    for line in ann.splitlines():
        found = re.match(r"(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)\t", line)
        if found:
            spans[found[1]] = [(int(a), int(b)) for a, b in (x.split() for x in found[2].split(";"))]
        elif re.match(r"E\d+\t", line):
            links.append(re.findall(r"(Content|Source)\d*:(T\d+)", line))
    for link in links:
        content = [piece for role, ref in link if role == "Content" for piece in spans.get(ref, [])]
        if content:
            yield content, [piece for role, ref in link if role == "Source" for piece in spans.get(ref, [])]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touches(span: Span, pieces: Pieces) -> bool:
    return any(overlap((span.start, span.end), piece) for piece in pieces)


def covered(span: tuple[int, int], pieces: Pieces) -> bool:
    return sum(overlap(span, piece) for piece in pieces) >= 0.8 * (span[1] - span[0])


def learn(kinds: Kinds, groups: Iterable[Group], task: str, known: Worth | None = None) -> Worth:
    """Weights of features: a softmax over the candidates of a group and "none of them".

    Where weights are ``known``, only of features that have a great one: the few that are left are learnt once more.
    """
    blank = Worth(kinds, {})
    clues: dict[Clue, int] = {}
    candidates, parts = Rows(), Rows()
    labels: list[bool] = []
    starts: list[int] = []
    seen: collections.Counter[int] = collections.Counter()
    for offered, right in groups:
        starts.append(len(labels))
        labels += right
        numbers: dict[int, int] = {}
        for candidate in offered:
            for part in candidate:
                if id(part) not in numbers:
                    numbers[id(part)] = parts.add([clues.setdefault(clue, len(clues)) for clue in part])
            candidates.add([numbers[id(part)] for part in candidate])
        seen.update({clue for n in numbers.values() for clue in parts.row(n)})
    counts: collections.Counter[Feature] = collections.Counter()
    for clue, n in clues.items():
        for feature in blank.features_of(clue):
            counts[feature] += seen[n]
    if known is None:
        wanted = [f for f, c in counts.items() if c >= FEWEST[task]]
    else:
        wanted = [f for f, weight in known.weights.items() if abs(weight) >= 100 * SMALLEST[task]]
    index = {f: n for n, f in enumerate(sorted(wanted))}
    expanded = Rows()
    for clue in clues:
        expanded.add([index[f] for f in blank.features_of(clue) if f in index])
    chain = [candidates.matrix(len(parts)), parts.matrix(len(clues)), expanded.matrix(len(index))]
    values = fit(chain, np.array(labels), np.array(starts), (PENALTY if known else CHOOSING)[task])
    rounded = {f: round(100 * float(values[n])) for f, n in index.items()}
    return Worth(kinds, {f: weight for f, weight in rounded.items() if weight})


class Rows:
    """Rows of a matrix of zeros and ones, each by its columns."""

    def __init__(self) -> None:
        self.columns: list[int] = []
        self.ends = [0]

    def __len__(self) -> int:
        return len(self.ends) - 1

    def add(self, columns: list[int]) -> int:
        self.columns += columns
        self.ends.append(len(self.columns))
        return len(self) - 1

    def row(self, n: int) -> list[int]:
        return self.columns[self.ends[n] : self.ends[n + 1]]

    def matrix(self, width: int) -> Any:
        ones = np.ones(len(self.columns))
        return csr_matrix((ones, np.array(self.columns), np.array(self.ends)), shape=(len(self), width))


def fit(chain: list[Any], good: Any, at: Any, penalty: float) -> Any:
    """The likeliest weights under the penalty; ``chain``: from candidates to parts, to clues, to features."""
    turned = [matrix.T.tocsr() for matrix in chain]
    group = np.repeat(np.arange(len(at)), np.diff([*at, len(good)]))
    some = np.logical_or.reduceat(good, at)
    candidates, parts, expanded = chain

    def loss(w: Any) -> tuple[float, Any]:
        scores = candidates @ (parts @ (expanded @ w))
        top = np.maximum(0, np.maximum.reduceat(scores, at))
        value, none = np.exp(scores - top[group]), np.exp(-top)
        total = none + np.add.reduceat(value, at)
        hits = np.add.reduceat(value * good, at)
        wanted = np.where(some, hits, none)
        share = np.where(some[group], value * good / np.maximum(hits, 1e-300)[group], 0)
        gradient = turned[2] @ (turned[1] @ (turned[0] @ (share - value / total[group])))
        likelihood = np.sum(np.log(wanted + 1e-300) - np.log(total))
        return penalty / 2 * w @ w - likelihood, penalty * w - gradient

    start = np.zeros(chain[2].shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


Sources = dict[tuple[int, int], list[Pieces] | None]


def spoken(article: Article) -> Sources:
    """By paragraph and quotation: its annotated sources; ``None`` where it is spoken and the source is not given."""
    runs = [
        ((m.start(m.lastindex), m.end(m.lastindex)), source)
        for content, source in article.contents
        for m in MARKED.finditer(article.text)
        if m.lastindex and covered((m.start(m.lastindex), m.end(m.lastindex)), content)
    ]
    found: Sources = {}
    for number, paragraph in enumerate(article.paragraphs):
        for index, quote in enumerate(paragraph.quotes):
            hits = [s for run, s in runs if overlap(run, (quote.start, quote.end)) >= 0.8 * (run[1] - run[0])]
            sources = [s for s in hits if s]
            found[number, index] = None if hits and not sources else sources
    return found


def quotations(read: Sequence[tuple[Article, Sources]], worth: Worth | None) -> Iterator[Group]:
    """A group for each quotation; the one before is by whom the weights say, or, before there are any, the gold."""
    for article, gold in read:
        previous = None
        for (number, index), sources in gold.items():
            own = article.paragraphs[number]
            quoted = candidates.look(own, number, index)
            offered = [
                *candidates.in_sentence(own, quoted),
                *candidates.around(article.paragraphs, quoted, previous),
            ]
            right = [any(touches(c.said.mention, s) for s in sources or []) for c in offered]
            if worth is None:
                best = next((c for c, ok in zip(offered, right, strict=True) if ok), None)
            else:
                each = evidence.odds(worth, [c.clues for c in offered])
                best = attribution.weighed(offered, each)[0]
            previous = (quoted, best) if best else None
            if offered and sources is not None and _is_long(article, number, index):
                yield [c.clues for c in offered], right


def _is_long(article: Article, number: int, index: int) -> bool:
    """Whether a quotation has three words: what is shorter is rarely annotated."""
    return len(article.paragraphs[number].quotes[index].of(article.text).split()) >= 3


def learn_attribution(read: Sequence[tuple[Article, Sources]]) -> Worth:
    first = learn(candidates.CLUES, quotations(read, None), "attribution")
    return learn(candidates.CLUES, quotations(read, first), "attribution", first)


def report_attribution(read: Sequence[tuple[Article, Sources]], worth: Worth) -> None:
    """Recall and speaker precision at several thresholds."""
    for certain in (0.3, 0.4, 0.5, 0.6, 0.7):
        gold = named = right = 0
        for article, sources_of in read:
            previous = None
            for (number, index), sources in sources_of.items():
                quoted = candidates.look(article.paragraphs[number], number, index)
                best = attribution.choice(worth, certain, article.paragraphs, quoted, previous)
                previous = (quoted, best) if best else None
                if sources and _is_long(article, number, index):
                    gold += 1
                    named += best is not None
                    right += best is not None and any(touches(best.said.mention, s) for s in sources)
        print(
            f"  {certain}: recall {100 * right / gold:.1f}, speaker precision {100 * right / named:.1f} of {gold}"
        )


def asserted(article: Article) -> list[tuple[tuple[int, int], Pieces]]:
    """The contents without quotation marks that have a source."""
    wholes = [((min(a for a, _ in c), max(b for _, b in c)), s) for c, s in article.contents]
    return [(w, s) for w, s in wholes if s and not re.search(r"[“”\"]|''", article.text[slice(*w)])]


def is_right(reading: tuple[Span, Span], gold: Sequence[tuple[tuple[int, int], Pieces]]) -> bool:
    """Whether source and content are those of an annotated claim: half of both contents together, and a touch."""
    content = (reading[1].start, reading[1].end)
    return any(
        touches(reading[0], source)
        and 2 * overlap(content, whole)
        >= whole[1] - whole[0] + content[1] - content[0] - overlap(content, whole)
        for whole, source in gold
    )


def cued(read: Sequence[Article], worth: Worth | None) -> Iterator[Group]:
    """A group for each cue; claims before it are those of the weights, or, before there are any, the annotated ones."""
    for article in read:
        gold = asserted(article)
        for p in article.paragraphs:
            near = [g for g in gold if g[0][0] < p.span.end and p.span.start < g[0][1]]
            claimed = [] if worth is None else claims.reported(p, worth, claims.CERTAIN)
            for cue in claims.cues_of(p):
                offered = list(readings.readings(p, cue, [c for c in claimed if c.cue < cue]))
                right = [is_right((p.span_of(r.source), p.span_of(r.content)), near) for r in offered]
                if offered:
                    yield [r.clues for r in offered], right
                if worth is None and any(right):
                    one = offered[right.index(True)]
                    claimed.append(readings.Reported(cue, one.source, one.content, 1.0))


def learn_claims(read: Sequence[Article]) -> Worth:
    first = learn(readings.CLUES, cued(read, None), "claims")
    return learn(readings.CLUES, cued(read, first), "claims", first)


def report_claims(read: Sequence[Article], worth: Worth) -> None:
    """Precision, recall and F1 at several thresholds."""
    for certain in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
        total = found = right = 0
        for article in read:
            gold = asserted(article)
            mine = [
                (p.span_of(one.source), p.span_of(one.content))
                for p in article.paragraphs
                for one in claims.reported(p, worth, certain)
            ]
            total += len(gold)
            found += len(mine)
            right += sum(any(is_right(span, [one]) for span in mine) for one in gold)
        precision, recall = 100 * right / found, 100 * right / total
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {certain}: precision {precision:.1f}, recall {recall:.1f}, F1 {f1:.1f} of {total}")


def write(task: str, worth: Worth) -> None:
    head = f"# Weights of {task} (evidence.py), learnt from PolNeAR (Newell et al. 2018) by tools/quote_weights.py."
    by_weight: dict[int, list[Feature]] = {}
    for feature, weight in sorted(worth.weights.items()):
        by_weight.setdefault(weight, []).append(feature)
    lines = ["\t".join([str(weight), *features]) for weight, features in sorted(by_weight.items())]
    (PACKAGE / f"{task}.tsv").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=("attribution", "claims"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    read: list[Any] = list(articles(args.folder))
    task: Callable[[list[Any]], Worth] = learn_claims
    report: Callable[[list[Any], Worth], None] = report_claims
    if args.task == "attribution":
        read = [(article, spoken(article)) for article in read]
        task, report = learn_attribution, report_attribution
    kept, aside = [r for n, r in enumerate(read) if n % 3], read[::3]
    worth = task(kept)
    print(len(worth.weights), "weights; the articles learnt from:")
    report(kept, worth)
    print("the articles kept aside:")
    report(aside, worth)
    if args.write:
        write(args.task, task(read))


if __name__ == "__main__":
    main()
