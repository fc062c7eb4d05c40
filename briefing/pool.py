"""The pool of what a brief may show: the passages of its sources, with what the stages know of each."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from briefing.alone import is_personal, points_back
from briefing.keyquotes import DANGLES, Excerpt, excerpts, joints
from briefing.lazy import lazy
from briefing.model import Claim, Document, Quote, Section, Sentence
from briefing.passages import MARKS, passages
from briefing.telling import is_whole, tells_nothing

OPENING, FADES = 1.0, 2.0
"""What the opening of a section earns, in standard deviations of the scores, and the passages in which it fades by e:
a section, like the article, tells first what it is about."""
FIGURE = re.compile(r"[^.!?:]{2,40}: [^\w\s]?\d|[^\w\s]?\d[\d.,]*\S{0,3}: ")
"""How an item of a list opens that is a figure and its label ("Brent crude: $78.45"), which makes no point."""
APART = (" .", ":.")
"""How a line ends that is no sentence of the article."""
SELDOM = 5
"""One passage in so many may lack the mark that ends a sentence, where that tells that it is none."""
ANSWER = 10
"""Words below which the first passage under a question is only its answer."""


class Findings(NamedTuple):
    """What the stages found: sentences, stems, lengths and scores are parallel."""

    documents: Sequence[Document]
    sentences: Sequence[Sentence]
    stems: Sequence[Sequence[str]]
    lengths: Sequence[int]
    """Words of each."""
    scores: Sequence[float]
    sections: Sequence[Section]
    quotes: Sequence[Quote]
    claims: Sequence[Claim]
    """Those that "Read with care" needs (``reserve.reserved``)."""
    introduced: Mapping[str, str]
    """Full names of the people whom the sources introduce, with their roles."""
    meant: Mapping[tuple[int, int], str]
    """By document and place, the name for the "He" or "She" that opens a sentence, where it is certain."""
    notes: tuple[str, ...] = ()
    """What a stage wants the reader to know."""


class Pool:
    """The passages in reading order; every list is parallel to them."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.passages = passages(findings.sentences, findings.quotes, findings.lengths)
        self.stems = [frozenset().union(*[findings.stems[i] for i in p.sentences]) for p in self.passages]
        home = {
            (s.document, s.span.start): n
            for n, section in enumerate(findings.sections)
            for s in section.sentences
        }
        self.home = [home[p.document, findings.sentences[p.sentences[0]].span.start] for p in self.passages]
        """Which section each stands in."""
        self.opens = {n: i for i, n in reversed(list(enumerate(self.home)))}
        """The first passage of each section."""
        self.listed = {
            (n, paragraph)
            for n, document in enumerate(findings.documents)
            for paragraph, block in enumerate(document.body, 1)
            if block.kind == "list item"
        }
        """Document and paragraph of every item of a list."""
        self.spread = float(np.std(findings.scores)) or 1.0
        self.score = self._scores()
        self.quotes = self._quotes()
        self.curt = self._curt()
        self.announced = self._announced()
        self._leaning: dict[int, bool] = {}
        self.ranked = sorted(range(len(self.passages)), key=lambda i: (-self.score[i], i))

    def _curt(self) -> list[bool]:
        """Whether each tells nothing. So does what the article does not begin and end as a sentence where nearly all others are so: a
        heading that looks like a paragraph, a caption, or the headline of another article, which a page that has lost its
        links leaves with a full stop that stands apart (" .")."""
        texts = [self.text(i) for i in range(len(self.passages))]
        apart = [text.endswith(APART) for text in texts]
        ends = [
            (is_whole(text) and not text[:2].islower())
            or p.quoted
            or (p.document, p.paragraph) in self.listed
            for text, p in zip(texts, self.passages, strict=True)
        ]
        stray, open_ended = 2 * sum(apart) < len(apart), SELDOM * (len(ends) - sum(ends)) < len(ends)
        return [
            (stray and link) or (open_ended and not end) or tells_nothing(text)
            for link, end, text in zip(apart, ends, texts, strict=True)
        ]

    def _scores(self) -> list[float]:
        """The score of its best sentence, and something for the opening of a section."""
        return [
            max([self.findings.scores[n] for n in p.sentences])
            + OPENING * self.spread * math.exp(-(i - self.opens[self.home[i]]) / FADES)
            for i, p in enumerate(self.passages)
        ]

    def _quotes(self) -> dict[int, list[Quote]]:
        """The quotations by the passage that they begin in."""
        held: dict[int, list[Quote]] = {}
        at = 0
        for quote in self.findings.quotes:
            begins = (quote.document, quote.span.start)
            while (self.passages[at].document, self.passages[at].span.end) <= begins:
                at += 1
            held.setdefault(at, []).append(quote)
        return held

    def text(self, i: int) -> str:
        """The words of passage ``i``."""
        return self.passages[i].span.of(self.findings.documents[self.passages[i].document].text)

    def meant(self, i: int) -> str | None:
        """The name for the "He" or "She" that opens passage ``i``, where it is certain."""
        return self.findings.meant.get((self.passages[i].document, self.passages[i].span.start))

    def is_plain(self, i: int) -> bool:
        """Whether passage ``i`` tells in the article's own words, or at least says who speaks."""
        return not (self.passages[i].quoted or self.passages[i].orphan or self.curt[i])

    def stands_alone(self, i: int) -> bool:
        """Whether passage ``i`` is plain, and a reader knows what it is about."""
        return self.is_plain(i) and not self.leans(i)

    def leans(self, i: int) -> bool:
        """Whether passage ``i`` goes on from what stands before it; seen when first asked, for of many nobody asks."""
        if i not in self._leaning:
            place = self.passages[i].document, self.passages[i].paragraph
            self._leaning[i] = self._is_curt_answer(i) or place in self.announced or self._points_back(i)
        return self._leaning[i]

    @lazy
    def telling(self) -> list[int]:
        """The passages, best first, that stand alone and are a whole sentence, or an item of a list, in the third
        person."""
        return [i for i in self.ranked if self.stands_alone(i) and self._is_told(i)]

    def _is_told(self, i: int) -> bool:
        item = (self.passages[i].document, self.passages[i].paragraph) in self.listed
        text = self.text(i)
        return (is_whole(text) or (item and not FIGURE.match(text))) and not self.is_personal(i)

    def names_its_speaker(self, i: int) -> bool:
        """Whether passage ``i`` is direct speech within a sentence that says who speaks, and can be understood."""
        marked = all(quote.text[0] in MARKS for quote in self.quotes.get(i, ()))
        return marked and not (self.passages[i].orphan or self.curt[i] or self.leans(i))

    def is_personal(self, i: int) -> bool:
        """Whether passage ``i`` is in the first person outside quotations: an author's words, or somebody's answer."""
        passage = self.passages[i]
        document = self.findings.documents[passage.document]
        own, at = "", passage.span.start
        for quote in self.quotes.get(i, ()):
            own += document.text[at : max(at, quote.span.start)] + " "
            at = max(at, quote.span.end)
        return is_personal(own + document.text[at : passage.span.end], document.metadata.language)

    def is_somebodys(self, i: int) -> bool:
        """Whether passage ``i`` may be the words of somebody who is not named in it: it is in the first person, or an
        answer in an interview whose questions are headings."""
        return self.is_personal(i) or (self._is_asked(i) and self.passages[i].document in self.interviews)

    @lazy
    def interviews(self) -> frozenset[int]:
        """The documents where somebody answers the questions in the headings in the first person."""
        asked = (i for i in range(len(self.passages)) if self._is_asked(i))
        return frozenset(self.passages[i].document for i in asked if self.is_personal(i))

    def _is_asked(self, i: int) -> bool:
        return (self.findings.sections[self.home[i]].heading or "").endswith("?")

    def _points_back(self, i: int) -> bool:
        """Whether passage ``i`` points back to what is not named in it, and cannot be named."""
        language = self.findings.documents[self.passages[i].document].metadata.language
        opens = i == 0 or self.passages[i - 1].document != self.passages[i].document
        return self.meant(i) is None and points_back(self.text(i), language, opens=opens)

    def _announced(self) -> set[tuple[int, int]]:
        """The paragraphs that a colon announces above them ("Asked about the delay, she said:"), but for lists."""
        return {
            (below.document, below.paragraph)
            for above, below in itertools.pairwise(self.passages)
            if self.findings.documents[above.document].text[above.span.end - 1] == ":"
            and above.paragraph != below.paragraph
        } - self.listed

    def answers(self, i: int) -> bool:
        """Whether passage ``i`` follows a question."""
        return i > 0 and self.text(i - 1).endswith("?")

    def _is_curt_answer(self, i: int) -> bool:
        """Whether passage ``i`` is the short answer to the question in the heading above it, or one in brackets to the
        question before it."""
        if self.text(i).startswith("(") and self.answers(i):
            return True
        return self._is_asked(i) and self.opens[self.home[i]] == i and self.passages[i].words < ANSWER

    @lazy
    def quotations(self) -> list[tuple[int, Excerpt]]:
        """Passage and excerpt of every quotation that may be shown by itself, best first."""
        return sorted(self._quotations(), key=lambda c: (-c[1].merit, -c[1].words, c[0]))

    def heard(self, i: int, excerpt: Excerpt) -> list[int]:
        """The passages from which an excerpt is that begins in passage ``i``."""
        end = excerpt.spans[-1].end
        further = itertools.takewhile(
            lambda j: self._goes_on(i, j) and self.passages[j].span.start < end,
            range(i + 1, len(self.passages)),
        )
        return [i, *further]

    def _goes_on(self, i: int, j: int) -> bool:
        """Whether passages ``i`` and ``j`` stand in one paragraph."""
        one, other = self.passages[i], self.passages[j]
        return (one.document, one.paragraph) == (other.document, other.paragraph)

    def _quotations(self) -> Iterable[tuple[int, Excerpt]]:
        joined = [
            joints([q for q in self.findings.quotes if q.document == n])
            for n in range(len(self.findings.documents))
        ]
        for i, quotes in self.quotes.items():
            passage = self.passages[i]
            if passage.asks:
                continue
            joints_here = joined[passage.document]
            held, told = list(quotes), list(passage.sentences)
            j = i + 1
            while held[-1].span.end in joints_here and j in self.quotes and self._goes_on(i, j):
                held += self.quotes[j]
                told += self.passages[j].sentences
                j += 1
            sentences = [self.findings.sentences[n] for n in told]
            scores = [self.findings.scores[n] / self.spread for n in told]
            text = self.findings.documents[passage.document].text
            for excerpt in excerpts(text, held, sentences, scores, joints_here, passage.span.end):
                if excerpt.spans[0].start == excerpt.quote.span.start and self.answers(i):
                    excerpt = excerpt._replace(merit=excerpt.merit + DANGLES)
                yield i, excerpt
