"""The editor: what goes into the brief, within the budget, and nothing twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing._version import __version__
from briefing.model import Document, Quote, Section, Sentence, Span
from briefing.rankers.prepare import FloatArray, Prepared
from briefing.select import repeats, word_count

KEY_POINTS = 5
SECTIONS = 7
QUOTE_WORDS = range(5, 60)


@dataclass(frozen=True, slots=True)
class Item:
    """One statement or quotation of a brief."""

    text: str
    """Verbatim, white space folded."""
    span: Span
    refs: tuple[tuple[int, int], ...]
    """(document, paragraph), both from 1; several where sources repeat each other."""
    speaker: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a brief."""

    topic: str
    heading: str | None
    items: tuple[Item, ...]
    quote: Item | None


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything that a template may show, each item with its place in its source."""

    title: str
    date: dt.date | None
    topics: tuple[str, ...]
    people: tuple[str, ...]
    sources: tuple[dict[str, Any], ...]
    words_in: int
    words_out: int
    bottom_line: tuple[Item, ...]
    key_points: tuple[Item, ...]
    parts: tuple[Part, ...]
    caveats: tuple[str, ...]
    version: str = __version__

    def markdown(self, template: str = "policy") -> str:
        """The brief in Markdown, through the template of that name or file."""
        from briefing.rendering import markdown

        return markdown(self, template)

    def html(self, template: str = "policy") -> str:
        """The brief as one HTML page that asks for nothing from outside."""
        from briefing.rendering import html

        return html(self, template)

    def json(self) -> str:
        """The brief as JSON, with the span of every item."""
        from briefing.rendering import json_text

        return json_text(self)


def compose(
    documents: Sequence[Document],
    prepared: Prepared,
    scores: FloatArray,
    sections: Sequence[Section],
    quotes: Sequence[Quote],
    *,
    words: int | None,
    quotes_limit: int | None = None,
    title: str | None,
    date: dt.date | None,
    notes: tuple[str, ...],
) -> Brief:
    """Fill the parts of a brief within the budget: bottom line, key points, then each section."""
    sentences = prepared.sentences
    words_in = sum(word_count(s.text) for s in sentences)
    budget = words or min(700, max(120, words_in // 3))
    editor = _Editor(prepared, scores, quotes, budget)
    bottom = editor.take(
        sorted(range(len(sentences)), key=lambda i: -scores[i] if len(documents) > 1 else i), 1, "bottom line"
    )
    parts_of = [[i for i, s in enumerate(sentences) if s in set(section.sentences)] for section in sections]
    points: list[int] = []
    ranked = sorted(range(len(sentences)), key=lambda i: (-scores[i], i))
    for members in parts_of[:KEY_POINTS]:
        points += editor.take([i for i in ranked if i in set(members)], 1, "key point", share=0.6)
    points += editor.take(ranked, max(0, 3 - len(points)), "key point", share=0.6)
    shown: list[tuple[Section, Quote | None, list[int]]] = []
    for section, members in zip(sections[:SECTIONS], parts_of, strict=False):
        limit = quotes_limit if quotes_limit is not None else SECTIONS
        quote = editor.key_quote(members) if sum(q is not None for _, q, _ in shown) < limit else None
        shown.append((section, quote, []))
    for (_, _, chosen), members in zip(shown, parts_of, strict=False):
        chosen += editor.take([i for i in ranked if i in set(members)], 1, "section")
    parts = tuple(
        Part(
            s.topic or "Further",
            s.heading,
            tuple(editor.item(i) for i in sorted(chosen)),
            editor.quoted(q) if q else None,
        )
        for s, q, chosen in shown
        if chosen or q
    )
    named = [
        q.speaker.name for q in quotes if q.speaker and " " in q.speaker.name and q.speaker.name[0].isupper()
    ]
    date = date or next((d.metadata.published for d in documents if d.metadata.published), None)
    return Brief(
        title=title or next((d.metadata.title for d in documents if d.metadata.title), "Brief"),
        date=date,
        topics=tuple(dict.fromkeys(p.topic for p in parts)),
        people=tuple(dict.fromkeys(named)),
        sources=tuple(_source(n, d) for n, d in enumerate(documents, 1)),
        words_in=words_in,
        words_out=editor.used,
        bottom_line=tuple(editor.item(i) for i in bottom),
        key_points=tuple(editor.item(i) for i in sorted(points)),
        parts=parts,
        caveats=(*notes, *_caveats(documents, quotes, date)),
    )


class _Editor:
    """Keeps the budget and what has been said already."""

    def __init__(self, prepared: Prepared, scores: FloatArray, quotes: Sequence[Quote], budget: int) -> None:
        self.sentences = prepared.sentences
        self.stems = [frozenset(s) for s in prepared.stems]
        self.scores = scores
        self.quotes = quotes
        self.budget = budget
        self.used = 0
        self.taken: list[int] = []
        self.refs: dict[int, list[tuple[int, int]]] = {}

    def take(self, candidates: Sequence[int], count: int, use: str, share: float = 1.0) -> list[int]:
        """Take up to ``count`` of the candidates, in their order, within ``share`` of the budget."""
        chosen: list[int] = []
        for i in candidates:
            if len(chosen) >= count or (self.used >= self.budget * share and self.taken):
                break
            sentence = self.sentences[i]
            if i in self.taken or self._splits_quote(sentence):
                continue
            twin = next((j for j in self.taken if repeats(self.stems[i], self.stems[j])), None)
            if twin is not None:
                if sentence.document != self.sentences[twin].document:
                    self.refs.setdefault(twin, []).append((sentence.document + 1, sentence.paragraph))
                continue
            if self.taken and self.used + word_count(sentence.text) > self.budget:
                continue
            chosen.append(i)
            self.taken.append(i)
            self.used += word_count(sentence.text)
        return chosen

    def _splits_quote(self, sentence: Sentence) -> bool:
        """Whether a quotation begins or ends outside the sentence: then the extract would clip it."""
        inside = sentence.span
        for quote in self.quotes:
            if (
                quote.document == sentence.document
                and quote.span.start < inside.end
                and inside.start < quote.span.end
            ):
                if quote.span.start < inside.start or quote.span.end > inside.end:
                    return True
                if quote.kind == "direct":
                    return True  # quoted speech goes out as a block quote, with its speaker
        return False

    def key_quote(self, members: Sequence[int]) -> Quote | None:
        """The best whole quotation with a named speaker among the sentences ``members``."""
        best, best_score = None, -1e9
        for quote in self.quotes:
            over = [i for i in members if self._overlaps(quote, self.sentences[i])]
            length = word_count(quote.text)
            if quote.kind != "direct" or quote.speaker is None or not over or length not in QUOTE_WORDS:
                continue
            if any(i in self.taken for i in over) or (self.taken and self.used + length > self.budget):
                continue
            score = max(float(self.scores[i]) for i in over)
            if score > best_score:
                best, best_score = quote, score
        if best:
            self.used += word_count(best.text)
            self.taken += [i for i in members if self._overlaps(best, self.sentences[i])]
        return best

    def _overlaps(self, quote: Quote, sentence: Sentence) -> bool:
        return (
            quote.document == sentence.document
            and quote.span.start < sentence.span.end
            and sentence.span.start < quote.span.end
        )

    def item(self, i: int) -> Item:
        """The sentence as it stands in the brief."""
        s = self.sentences[i]
        return Item(" ".join(s.text.split()), s.span, ((s.document + 1, s.paragraph), *self.refs.get(i, [])))

    def quoted(self, quote: Quote) -> Item:
        """The quotation as it stands in the brief."""
        name, role = (quote.speaker.name, quote.speaker.role) if quote.speaker else (None, None)
        return Item(
            " ".join(quote.text.split()), quote.span, ((quote.document + 1, quote.paragraph),), name, role
        )


def _source(number: int, document: Document) -> dict[str, Any]:
    meta = document.metadata
    source: dict[str, Any] = {"id": number}
    for key, value in (
        ("title", meta.title),
        ("outlet", meta.outlet),
        ("url", meta.url),
        ("file", meta.path),
    ):
        if value:
            source[key] = value
    return {**source, "sha256": meta.sha256}


def _caveats(documents: Sequence[Document], quotes: Sequence[Quote], date: dt.date | None) -> list[str]:
    """What the tool knows that it does not know."""
    found = []
    if len(documents) == 1:
        found.append("One source, so nothing here is corroborated.")
    nameless = sum(q.kind == "direct" and q.speaker is None for q in quotes)
    if nameless:
        found.append(f"Quotations whose speaker the text does not name: {nameless}.")
    if date is None:
        found.append("No publication date in the text; relative dates cannot be placed.")
    left = sum(b.kind in ("furniture", "caption") for d in documents for b in d.blocks)
    if left:
        found.append(f"Left out as page furniture and captions: {left} blocks.")
    return found
