"""The editor: what goes into the brief, within the budget, and nothing twice."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from briefing.alone import points_back, tells_nothing
from briefing.brief import Brief, Item, Part, Reference
from briefing.care import caveats
from briefing.keyquotes import Excerpt, excerpts, joints
from briefing.model import OTHER, Claim, Document, Quote, Section, Sentence
from briefing.passages import passages
from briefing.sayings import sayings
from briefing.select import repeats, word_count
from briefing.voices import named, voices

KEY_POINTS = range(3, 6)
SECTIONS = 7
"""Shown under their own topic; the rest stands under ``REST``."""
REST = "Also"
PRONOUN = re.compile(r"^(?:He|She)\b")
KEY_SHARE = 0.5
"""How much of the budget the key points may use."""
OPENING, FADES = 1.0, 2.0
"""What the opening of a section earns, in standard deviations of the scores, and the passages in which it fades by e:
a section, like the article, tells first what it is about."""
GENEROSITY = 1.25
"""How far a section's first quotation or statement may pass the section's even share of what is left."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages found: sentences, stems and scores are parallel."""

    documents: Sequence[Document]
    sentences: Sequence[Sentence]
    stems: Sequence[Sequence[str]]
    scores: Sequence[float]
    sections: Sequence[Section]
    quotes: Sequence[Quote]
    claims: Sequence[Claim]
    introduced: Mapping[str, str]
    """Full names of the people whom the sources introduce, with their roles."""
    meant: Mapping[tuple[int, int], str]
    """By document and place, the name for the "He" or "She" that opens a sentence, where it is certain."""
    notes: tuple[str, ...] = ()
    """What a stage wants the reader to know."""


def default_words(source_words: int) -> int:
    """Length of a brief in words: a third of its source, at least 120 and at most 700."""
    return min(700, max(120, source_words // 3))


def compose(
    findings: Findings, *, words: int | None, quotes: int | None, title: str | None, date: dt.date | None
) -> Brief:
    """Fill the parts of a brief within ``words``: bottom line, key points, key quotes, then the sections.

    ``quotes`` bounds the key quotes; ``title`` and ``date`` stand in for what the sources say.
    """
    documents = findings.documents
    words_in = sum(word_count(s.text) for s in findings.sentences)
    editor = _Editor(findings, default_words(words_in) if words is None else words)
    bottom = editor.bottom_line()
    points = editor.key_points()
    quoted = editor.key_quotes(SECTIONS if quotes is None else quotes)
    statements = editor.fill()
    parts = tuple(editor.parts(statements, quoted))
    people = voices(findings.quotes, findings.introduced)
    date = date or max((d.metadata.published for d in documents if d.metadata.published), default=None)
    return Brief(
        title=title or next((d.metadata.title for d in documents if d.metadata.title), "Untitled"),
        date=date,
        topics=tuple(dict.fromkeys(part.topic for part in parts if part.topic not in (REST, OTHER))),
        people=tuple(named(people)),
        sources=tuple(_source(number, document) for number, document in enumerate(documents, 1)),
        language=documents[0].metadata.language,
        words_in=words_in,
        words_out=editor.used,
        bottom_line=tuple(editor.statement(p) for p in bottom),
        key_points=tuple(editor.statement(p) for p in points),
        parts=parts,
        who=tuple(people),
        sayings=sayings(documents, editor.passages, findings.quotes),
        caveats=(*findings.notes, *caveats(documents, findings.quotes, findings.claims, date)),
    )


class _Editor:
    """Keeps the budget and what has been said already."""

    def __init__(self, findings: Findings, budget: int) -> None:
        self.findings = findings
        self.budget = budget
        self.used = 0
        self.passages = passages(findings.sentences, findings.quotes)
        scores = findings.scores
        self.score = [max(scores[i] for i in p.sentences) for p in self.passages]
        self.stems = [frozenset(w for i in p.sentences for w in findings.stems[i]) for p in self.passages]
        home = {
            (s.document, s.span.start): n
            for n, section in enumerate(findings.sections)
            for s in section.sentences
        }
        self.home = [home[p.document, findings.sentences[p.sentences[0]].span.start] for p in self.passages]
        opens = {n: i for i, n in reversed(list(enumerate(self.home)))}
        places = [i - opens[n] for i, n in enumerate(self.home)]
        self.spread = float(np.std(scores)) or 1.0
        for i, place in enumerate(places):
            self.score[i] += OPENING * self.spread * math.exp(-place / FADES)
        self.curt = [tells_nothing(self._text(i)) for i in range(len(self.passages))]
        self.leaning = [self._points_back(i) for i in range(len(self.passages))]
        self.ranked = sorted(range(len(self.passages)), key=lambda i: (-self.score[i], i))
        self.taken: list[int] = []
        self.statements: list[int] = []

    def bottom_line(self) -> list[int]:
        """The best passage; the lead, where the ranking holds it nearly as good; the shortest, where none fits."""
        fitting = [i for i in self.ranked if self.passages[i].words <= self.budget]
        fitting = fitting or [min(self.ranked, key=lambda i: self.passages[i].words)]
        plain = [i for i in fitting if self._stands_alone(i)]
        plain = plain or [i for i in fitting if not self.passages[i].orphan] or fitting
        first = 0 if 0 in plain[:3] else plain[0]
        self._take(first)
        return [first]

    def key_points(self) -> list[int]:
        """The best passages of different sections first, then the best of all, in reading order."""
        chosen: list[int] = []
        homes: set[int] = set()
        limit = min(self.budget, self.used + round(KEY_SHARE * self.budget))
        longest = GENEROSITY * KEY_SHARE * self.budget / KEY_POINTS[0]
        plain = [i for i in self.ranked if self._stands_alone(i)]
        short = [i for i in plain if self.passages[i].words <= longest]
        best = {self.home[i]: self.score[i] for i in reversed(short)}
        for i in short:
            if self.score[i] < best[self.home[i]] - self.spread:
                continue  # far below what its section has to say: rather no point at all
            if self.home[i] not in homes and len(chosen) < KEY_POINTS[-1] and self._fits(i, limit):
                self._take(i)
                chosen.append(i)
                homes.add(self.home[i])
        for i in (*short, *(i for i in plain if self.passages[i].words > longest)):
            if len(chosen) < KEY_POINTS[0] and self._fits(i, limit):
                self._take(i)
                chosen.append(i)
        return sorted(chosen)

    def key_quotes(self, limit: int) -> dict[int, Excerpt]:
        """At most one quotation per section, the best one.

        Each section in turn may use its share of what is left, so that the last ones are not crowded out; one
        that has no quotation of that length gets its best statement instead.
        """
        found: dict[int, Excerpt] = {}
        candidates: dict[int, list[tuple[int, Excerpt]]] = {}
        for i, excerpt in self._candidates():
            candidates.setdefault(self.home[i], []).append((i, excerpt))
        homes = list(dict.fromkeys(self.home))[:SECTIONS]
        for left, section in zip(range(len(homes), 0, -1), homes, strict=True):
            allowed = GENEROSITY * (self.budget - self.used) / left
            fitting = [c for c in candidates.get(section, ()) if c[1].words <= allowed and self._is_new(c[0])]
            if fitting and len(found) < limit:
                i, excerpt = max(fitting, key=lambda c: (c[1].merit, c[1].words, -c[0]))
                found[section] = excerpt
                self.taken.append(i)
                self.used += word_count(excerpt.text)
            else:
                mine = (
                    i for i in self.ranked if self.home[i] == section and self.passages[i].words <= allowed
                )
                best = next((i for i in mine if self._is_plain(i) and self._fits(i)), None)
                if best is not None:
                    self._take(best)
                    self.statements.append(best)
        return found

    def _is_plain(self, i: int) -> bool:
        """Whether passage ``i`` tells in the article's own words, or at least says who speaks."""
        return not (self.passages[i].quoted or self.passages[i].orphan or self.curt[i])

    def _text(self, i: int) -> str:
        return self.passages[i].span.of(self.findings.documents[self.passages[i].document].text)

    def _points_back(self, i: int) -> bool:
        """Whether passage ``i`` points back to what is not named in it, and cannot be named."""
        passage = self.passages[i]
        named = (passage.document, passage.span.start) in self.findings.meant
        return not named and points_back(
            self._text(i), self.findings.documents[passage.document].metadata.language
        )

    def _stands_alone(self, i: int) -> bool:
        return self._is_plain(i) and not self.leaning[i]

    def _has_its_context(self, i: int) -> bool:
        """Whether passage ``i`` stands alone, or is shown below the passage that it leans on."""
        return not self.leaning[i] or (i - 1 in self.statements and self.home[i - 1] == self.home[i])

    def _is_new(self, i: int) -> bool:
        return i not in self.taken and self._twin(i) is None

    def _candidates(self) -> Iterable[tuple[int, Excerpt]]:
        """Passage and excerpt of every quotation that may be shown by itself."""
        held: dict[int, list[Quote]] = {}
        at = 0
        for quote in self.findings.quotes:
            while (self.passages[at].document, self.passages[at].span.end) <= (
                quote.document,
                quote.span.start,
            ):
                at += 1
            held.setdefault(at, []).append(quote)
        joined = [
            joints([q for q in self.findings.quotes if q.document == n])
            for n in range(len(self.findings.documents))
        ]
        for i, quotes in held.items():
            passage = self.passages[i]
            if passage.asks:
                continue
            sentences = [self.findings.sentences[n] for n in passage.sentences]
            scores = [self.findings.scores[n] / self.spread for n in passage.sentences]
            text = self.findings.documents[passage.document].text
            yield from (
                (i, excerpt)
                for excerpt in excerpts(text, quotes, sentences, scores, joined[passage.document])
            )

    def fill(self) -> list[int]:
        """Passages for the sections, best first: one for each section, then whatever fits."""
        homes: set[int] = set()
        for once in (True, False):
            for i in self.ranked:
                if (
                    self.passages[i].orphan
                    or self.curt[i]
                    or not self._has_its_context(i)
                    or (once and (self.home[i] in homes or not self._is_plain(i)))
                ):
                    continue
                if self._fits(i):
                    self._take(i)
                    self.statements.append(i)
                    homes.add(self.home[i])
        return sorted(self.statements)

    def _fits(self, i: int, limit: int | None = None) -> bool:
        """Whether passage ``i`` is new and within ``limit`` words."""
        within = self.used + self.passages[i].words <= (limit or self.budget)
        return within and i not in self.taken and self._twin(i) is None

    def _twin(self, i: int) -> int | None:
        return next((j for j in self.taken if j != i and repeats(self.stems[i], self.stems[j])), None)

    def _take(self, i: int) -> None:
        self.taken.append(i)
        self.used += self.passages[i].words

    def parts(self, statements: Sequence[int], quoted: dict[int, Excerpt]) -> Iterable[Part]:
        """The sections that have something to show, sections of one topic together, the surplus under ``REST``."""
        merged: dict[str, tuple[str | None, list[int], list[Excerpt]]] = {}
        for number, section in enumerate(self.findings.sections):
            mine = [i for i in statements if self.home[i] == number]
            if not mine and number not in quoted:
                continue
            topic = _label(section.topic or section.heading or REST)
            if topic not in merged and len(merged) >= SECTIONS:
                topic = REST
            _, held, quotes = merged.setdefault(topic, (section.heading, [], []))
            held += mine
            quotes += [quoted[number]] if number in quoted else []
        for topic, (heading, held, quotes) in merged.items():
            items = tuple(self.statement(i) for i in held)
            yield Part(
                topic, heading if heading != topic else None, items, _quotation(quotes[0]) if quotes else None
            )

    def statement(self, i: int) -> Item:
        """Passage ``i`` as it stands in the brief."""
        passage = self.passages[i]
        words = self._text(i)
        meant = self.findings.meant.get((passage.document, passage.span.start))
        if meant:
            words = PRONOUN.sub(f"[{meant}]", words, count=1)
        own = Reference(passage.document + 1, passage.paragraph)
        return Item(" ".join(words.split()), (passage.span,), (own, *self._repeats(i)))

    def _repeats(self, i: int) -> Iterable[Reference]:
        """Where other sources say the same."""
        if len(self.findings.documents) == 1:
            return ()
        mine = self.passages[i].document
        others = (
            p
            for p, stems in zip(self.passages, self.stems, strict=True)
            if p.document != mine and repeats(self.stems[i], stems)
        )
        return dict.fromkeys(Reference(p.document + 1, p.paragraph) for p in others)


def _label(topic: str) -> str:
    """A topic as a heading: with a capital at its front, unless the word has its own ("iPhone")."""
    first = topic.split(maxsplit=1)[0]
    return topic[0].upper() + topic[1:] if first.islower() else topic


def _quotation(excerpt: Excerpt) -> Item:
    quote = excerpt.quote
    return Item(
        excerpt.text,
        excerpt.spans,
        (Reference(quote.document + 1, quote.paragraph),),
        quote.speaker.name if quote.speaker else None,
        quote.speaker.role if quote.speaker else None,
    )


def _source(number: int, document: Document) -> dict[str, Any]:
    meta = document.metadata
    known = {
        "title": meta.title,
        "outlet": meta.outlet,
        "author": meta.author,
        "date": meta.published and meta.published.isoformat(),
        "url": meta.url,
        "file": meta.path,
    }
    return {"id": number, **{key: value for key, value in known.items() if value}, "sha256": meta.sha256}
