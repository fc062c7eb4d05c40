"""The whole path, step by step: read, split, rank, section, quote, compose."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from briefing.brief import Brief
from briefing.compose import Findings, compose
from briefing.errors import OptionError, SourceError
from briefing.language.sentences import split_document
from briefing.language.words import content_stems
from briefing.model import Claim, Document, Quote, Section, Sentence, Summary
from briefing.quotes import quotes_in
from briefing.quotes.claims import claims_in
from briefing.quotes.people import introduced, opening_pronouns
from briefing.rankers import DEFAULT, rank
from briefing.rankers.prepare import prepare
from briefing.readers import read
from briefing.sections import given, sections_in
from briefing.select import Scores, choose, target, word_count

Source = str | bytes | Path | Document


def split_sentences(source: Source) -> list[Sentence]:
    """The sentences of the article's body, in reading order; ``span.of(document.text) == text`` for each."""
    return split_document(read(source))


def find_sections(
    source: Source, *, method: str = "cohesion", topics: Sequence[str] | None = None
) -> list[Section]:
    """The sections of the article: together they hold every body sentence once, in reading order.

    ``method``: "cohesion", or "texttiling" (Hearst 1997, through NLTK) to compare. ``topics`` names the sections
    instead, one each for what the text has on a topic, and "Other" for the rest. Raises UnknownName and OptionError.
    """
    document = read(source)
    found = sections_in(document, split_document(document), method)
    return found if topics is None else given.by_topic(found, topics, document.metadata.language)


def find_quotes(source: Source) -> list[Quote]:
    """Every quotation of the body, in reading order, with its speaker where the text names one."""
    return quotes_in(read(source))


def find_claims(source: Source) -> list[Claim]:
    """Indirect speech of the body, in reading order: who says what, and with what force."""
    return claims_in(read(source))


def summarise(
    source: Source | Sequence[Source],
    *,
    sentences: int | None = None,
    words: int | None = None,
    share: float | str | None = None,
    method: str = DEFAULT,
    focus: str | None = None,
    order: str = "document",
) -> Summary:
    """Choose the sentences that tell most of an article, or of several.

    Give one of ``sentences`` (how many), ``words`` (at most so many) and ``share`` (0.2 or "20%"); three
    sentences by default. ``focus`` lifts what answers it. ``order`` is "document" or "score".

    Raises SourceError for a source that holds no article, OptionError for a value that makes no sense.
    """
    if order not in ("document", "score"):
        raise OptionError(f"expected order 'document' or 'score', found {order!r}.")
    documents = read_all(source)
    split = [s for i, document in enumerate(documents) for s in split_document(document, i)]
    language = documents[0].metadata.language
    prepared = prepare(split, language)
    scores, notes = apply_focus(rank(method, prepared), prepared.stems, focus, language)
    lengths = [word_count(s.text) for s in split]
    chosen = choose(scores, lengths, prepared.stems, *target(lengths, sentences, words, share))
    chosen.sort(key=None if order == "document" else lambda i: (-scores.total[i], i))
    why = [{name: float(part[i]) for name, part in scores.parts.items()} for i in chosen if scores.parts]
    return Summary(
        tuple(split[i] for i in chosen), tuple(float(scores.total[i]) for i in chosen), tuple(why), notes
    )


def apply_focus(
    scores: Scores, stems: Sequence[Sequence[str]], focus: str | None, language: str
) -> tuple[Scores, tuple[str, ...]]:
    """Scores with the sentences that answer ``focus`` lifted above the others, and a note where none does."""
    if focus is None:
        return scores, ()
    wanted = set(content_stems(focus, language))
    if not wanted:
        raise OptionError(f"expected a focus with a word that tells something, found {focus!r}.")
    share = np.array([len(wanted.intersection(s)) / len(wanted) for s in stems])
    if not share.any():
        return scores, (f"The text has nothing on {focus!r}.",)
    low, high = float(scores.total.min()), float(scores.total.max())
    return dataclasses.replace(scores, total=scores.total + share * (high - low + 1e-9)), ()


def read_all(source: Source | Sequence[Source]) -> list[Document]:
    """The documents of one source or of a list of them. Raises OptionError on an empty list."""
    sources = [source] if isinstance(source, str | bytes | Path | Document) else list(source)
    if not sources:
        raise OptionError("expected at least one source, found an empty list.")
    if len(sources) == 1:
        return [read(sources[0])]
    documents, problems = [], []
    for one in sources:
        try:
            documents.append(read(one))
        except SourceError as error:
            problems.append(error)
    if not documents:
        raise problems[0]
    return documents


def make_brief(
    source: Source | Sequence[Source],
    *,
    words: int | None = None,
    method: str = DEFAULT,
    focus: str | None = None,
    quotes: int | None = None,
    title: str | None = None,
    date: dt.date | str | None = None,
    by_topic: Sequence[str] | None = None,
) -> Brief:
    """The policy brief of an article, or of several.

    ``words`` is the length aimed at: by default a third of the source, at least 120 and at most 700. ``quotes``
    bounds the key quotes. ``title`` and ``date`` (ISO, or a date) stand in for what the source says.
    ``by_topic`` names the sections, in this order; what fits none of them stands under "Other".
    """
    documents = read_all(source)
    split = [split_document(document, i) for i, document in enumerate(documents)]
    flat = [sentence for part in split for sentence in part]
    language = documents[0].metadata.language
    prepared = prepare(flat, language)
    scores, notes = apply_focus(rank(method, prepared), prepared.stems, focus, language)
    sections = [
        s for document, part in zip(documents, split, strict=True) for s in sections_in(document, part)
    ]
    if by_topic is not None:
        sections = given.by_topic(sections, by_topic, language)
        found = {section.topic for section in sections}
        notes += tuple(
            f"The text has nothing on {t!r}."
            for t in given.wanted_stems(by_topic, language)
            if t not in found
        )
    quoted = [q for i, document in enumerate(documents) for q in quotes_in(document, i)]
    claims = [c for i, document in enumerate(documents) for c in claims_in(document, i)]
    who = {name: role for document in documents for name, role in introduced(document).items()}
    meant = {
        (i, start): name
        for i, document in enumerate(documents)
        for start, name in opening_pronouns(document, (s.span.start for s in split[i])).items()
    }
    day = parse_date(date) if date is not None else None
    if words is not None:
        target([1], None, words, None)
    if quotes is not None and quotes < 0:
        raise OptionError(f"expected a number of key quotes of at least 0, found {quotes}.")
    findings = Findings(
        documents,
        flat,
        prepared.stems,
        scores.total.tolist(),
        sections,
        quoted,
        claims,
        who,
        meant,
        notes,
    )
    return compose(findings, words=words, quotes=quotes, title=title, date=day)


def parse_date(date: dt.date | str) -> dt.date:
    """An ISO date. Raises OptionError on anything else."""
    if isinstance(date, dt.date):
        return date
    try:
        return dt.date.fromisoformat(date)
    except ValueError as error:
        raise OptionError(f"expected a date such as 2021-03-24, found {date!r}.") from error
