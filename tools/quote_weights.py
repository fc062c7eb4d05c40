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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from briefing.model import Block, Document, Span
from briefing.quotes import attribution, claims
from briefing.quotes.evidence import Feature
from briefing.quotes.paragraphs import Paragraph, paragraphs_in

PACKAGE = Path(__file__).resolve().parent.parent / "briefing" / "quotes"
PENALTY = 2.0
FEWEST = {"attribution": 5, "claims": 12}
"""Places at which a feature has to occur."""
SMALLEST = 0.1
"""Weights nearer to zero are left out."""
LINES = re.compile(r"[^\n]*\S[^\n]*")
MARKED = re.compile(r"“([^”“]{2,}?)(?:”|$)|\"([^\"]{2,}?)(?:\"|$)|''(.{2,}?)''", re.S)

Pieces = list[tuple[int, int]]
Group = tuple[list[list[Feature]], list[bool]]
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


class Learnt:
    """Weights of features: a softmax over the candidates of a group and "none of them"."""

    def __init__(self, groups: Sequence[Group], fewest: int) -> None:
        counts = collections.Counter(f for rows, _ in groups for f in {f for row in rows for f in row})
        self.index = {f: n for n, f in enumerate(sorted(f for f, c in counts.items() if c >= fewest))}
        values = self._fit(groups)
        kept = {f: round(float(values[n]), 2) for f, n in self.index.items() if abs(values[n]) >= SMALLEST}
        self.weights: dict[Feature, float] = kept

    def _fit(self, groups: Sequence[Group]) -> Any:
        columns: list[int] = []
        ends, starts, right = [0], [0], []
        for rows, labels in groups:
            for row in rows:
                columns += [self.index[f] for f in row if f in self.index]
                ends.append(len(columns))
            right += labels
            starts.append(len(right))
        shape = (len(right), len(self.index))
        table = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=shape)
        turned, at, good = table.T.tocsr(), np.array(starts[:-1]), np.array(right)
        group = np.repeat(np.arange(len(at)), np.diff(starts))
        some = np.logical_or.reduceat(good, at)

        def loss(w: Any) -> tuple[float, Any]:
            scores = table @ w
            top = np.maximum(0, np.maximum.reduceat(scores, at))
            value, none = np.exp(scores - top[group]), np.exp(-top)
            total = none + np.add.reduceat(value, at)
            hits = np.add.reduceat(value * good, at)
            wanted = np.where(some, hits, none)
            share = np.where(some[group], value * good / np.maximum(hits, 1e-300)[group], 0)
            gradient = turned @ (share - value / total[group])
            likelihood = np.sum(np.log(wanted + 1e-300) - np.log(total))
            return PENALTY / 2 * w @ w - likelihood, PENALTY * w - gradient

        start = np.zeros(len(self.index))
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


def quotations(
    read: Sequence[tuple[Article, Sources]], weights: dict[Feature, float] | None
) -> Iterator[Group]:
    """A group for each quotation; the one before is by whom the weights say, or, before there are any, the gold."""
    for article, gold in read:
        previous = None
        for (number, index), sources in gold.items():
            quoted = attribution.look(article.paragraphs[number], number, index)
            offered = list(attribution.candidates(article.paragraphs, quoted, previous))
            right = [any(touches(c.said.mention, s) for s in sources or []) for c in offered]
            if weights is None:
                best = next((c for c, ok in zip(offered, right, strict=True) if ok), None)
            else:
                best = attribution.weighed(weights, offered)[0]
            previous = (quoted, best) if best else None
            if offered and sources is not None and _is_long(article, number, index):
                yield [c.features for c in offered], right


def _is_long(article: Article, number: int, index: int) -> bool:
    """Whether a quotation has three words: what is shorter is rarely annotated."""
    return len(article.paragraphs[number].quotes[index].of(article.text).split()) >= 3


def learn_attribution(read: Sequence[tuple[Article, Sources]]) -> dict[Feature, float]:
    first = Learnt(list(quotations(read, None)), FEWEST["attribution"]).weights
    return Learnt(list(quotations(read, first)), FEWEST["attribution"]).weights


def report_attribution(read: Sequence[tuple[Article, Sources]], weights: dict[Feature, float]) -> None:
    """Recall and speaker precision at several thresholds."""
    for certain in (0.3, 0.4, 0.5, 0.6, 0.7):
        gold = named = right = 0
        for article, sources_of in read:
            previous = None
            for (number, index), sources in sources_of.items():
                quoted = attribution.look(article.paragraphs[number], number, index)
                best = attribution.choice(weights, certain, article.paragraphs, quoted, previous)
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


def cued(read: Sequence[Article]) -> Iterator[tuple[Group, Any]]:
    """A group for each cue, and where its readings stand."""
    for article in read:
        gold = asserted(article)
        for p in article.paragraphs:
            near = [g for g in gold if g[0][0] < p.span.end and p.span.start < g[0][1]]
            for cue in claims.cues_of(p):
                shared, offered = claims.circumstances(p, cue), claims.readings(p, cue)
                spans = [(p.span_of(r.source), p.span_of(r.content)) for r in offered]
                right = [is_right(span, near) for span in spans]
                if offered:
                    yield ([shared + r.features[0] + r.features[1] for r in offered], right), (p, cue)


def learn_claims(read: Sequence[Article]) -> dict[Feature, float]:
    return Learnt([group for group, _ in cued(read)], FEWEST["claims"]).weights


def report_claims(read: Sequence[Article], weights: dict[Feature, float]) -> None:
    """Precision, recall and F1 at several thresholds."""
    for certain in (0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
        total = found = right = 0
        for article in read:
            gold = asserted(article)
            mine = [
                (p.span_of(reading.source), p.span_of(reading.content))
                for p in article.paragraphs
                for _, reading in claims.reported(p, weights, certain)
            ]
            total += len(gold)
            found += len(mine)
            right += sum(any(is_right(span, [one]) for span in mine) for one in gold)
        precision, recall = 100 * right / found, 100 * right / total
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {certain}: precision {precision:.1f}, recall {recall:.1f}, F1 {f1:.1f} of {total}")


def write(task: str, weights: dict[Feature, float]) -> None:
    lines = [f"{weight:.2f}\t" + "\t".join(feature) for feature, weight in sorted(weights.items())]
    head = f"# Weights of {task} (evidence.py), learnt from PolNeAR (Newell et al. 2018) by tools/quote_weights.py."
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
    learn, report = learn_claims, report_claims
    if args.task == "attribution":
        read = [(article, spoken(article)) for article in read]
        learn, report = learn_attribution, report_attribution
    kept, aside = [r for n, r in enumerate(read) if n % 3], read[::3]
    weights = learn(kept)
    print(len(weights), "weights; the articles learnt from:")
    report(kept, weights)
    print("the articles kept aside:")
    report(aside, weights)
    if args.write:
        write(args.task, learn(read))


if __name__ == "__main__":
    main()
