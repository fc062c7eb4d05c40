"""The whole path, step by step: read, split, rank, section, quote, compose."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from briefing.arguments import expect, several, text, whole
from briefing.brief import Brief
from briefing.characters import well_formed
from briefing.compose import compose
from briefing.errors import OptionError, SourceError
from briefing.focus import focused
from briefing.language.sentences import split_document
from briefing.language.words import LANGUAGES, STEMMED, stemmer
from briefing.model import Claim, Document, Quote, Section, Sentence, Summary
from briefing.pool import Findings
from briefing.quotes import quotes_in
from briefing.quotes.claims import claims_in
from briefing.quotes.people import introduced, opening_pronouns
from briefing.rankers import rank
from briefing.rankers.prepare import Prepared, prepare
from briefing.readers import read
from briefing.reserve import reserved
from briefing.sections import given, sections_in
from briefing.select import Scores, choose, target

Source = str | bytes | Path | Document
"""An article: a ``str`` is the text itself, ``bytes`` are encoded text, a ``Path`` is a file, whose suffix names its format."""


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
    if topics is None:
        return found
    return given.by_topic(found, named(topics), document.metadata.language)


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
    method: str = "salience",
    focus: str | None = None,
    order: str = "document",
    language: str | None = None,
) -> Summary:
    """Choose the sentences that tell most of an article, or of several.

    Give one of ``sentences`` (how many), ``words`` (at most so many) and ``share`` (0.2 or "20%"); three
    sentences by default. ``focus`` lifts what answers it: words, or phrases parted by commas. ``order`` is
    "document" (several by date, then as given) or "score". ``language`` is an ISO 639 code; detected where not given.

    Raises SourceError for a source that holds no article, OptionError for a value that makes no sense.
    """
    if text("an order", order) not in ("document", "score"):
        raise OptionError(f"expected order 'document' or 'score', found {order!r}.")
    documents, missed = read_all(source, language)
    split = [s for i, document in enumerate(documents) for s in split_document(document, i)]
    scores, prepared, notes = ranked(documents, split, method, focus)
    notes = (*missed, *notes)
    count, budget = target(prepared.lengths, sentences, words, share)
    chosen = choose(scores, prepared.lengths, prepared.stems, count, budget)
    if prepared.lengths[chosen[0]] > budget:
        notes = (*notes, f"No sentence is within {budget} words: the best is given.")
    if order == "score":
        chosen.sort(key=lambda i: (-scores.total[i], i))
    else:
        dates = reading_order(documents)
        chosen.sort(key=lambda i: (dates[split[i].document], i))
    why = [{name: float(part[i]) for name, part in scores.parts.items()} for i in chosen if scores.parts]
    return Summary(
        tuple(split[i] for i in chosen), tuple(float(scores.total[i]) for i in chosen), tuple(why), notes
    )


def ranked(
    documents: Sequence[Document], sentences: Sequence[Sentence], method: str, focus: str | None
) -> tuple[Scores, Prepared, tuple[str, ...]]:
    """The sentences with their scores, and what the reader should know of them."""
    language = documents[0].metadata.language
    prepared = prepare(sentences, language)
    scores, notes = rank(method, prepared), language_notes([d.metadata.language for d in documents])
    if focus is None:
        return scores, prepared, notes
    focus = text("a focus", focus)
    people = {name: role for document in documents for name, role in introduced(document).items()}
    scores, unanswered = focused(scores, sentences, prepared.stems, focus, language, people)
    return scores, prepared, (*notes, *unanswered)


def language_notes(languages: Sequence[str]) -> tuple[str, ...]:
    """What to say of texts in several languages, or in one that there are no word lists for; the first counts for all."""
    notes, language = [], languages[0]
    if language not in LANGUAGES:
        known = "not known" if language == "und" else f"{language!r}"
        stems = "" if stemmer(language) else " and stems"
        notes.append(f"The language of the text is {known}: ranked without stop words{stems}.")
    several = dict.fromkeys(languages)
    if len(several) > 1:
        names = [STEMMED.get(code, "unknown" if code == "und" else code).capitalize() for code in several]
        notes.append(
            f"The sources are in different languages ({', '.join(names)}): all are ranked like the first."
        )
    return tuple(notes)


def read_all(
    source: Source | Sequence[Source], language: str | None = None
) -> tuple[list[Document], tuple[str, ...]]:
    """The documents of one source or of a list of them, and what to say of those that hold no article.

    These are passed over as long as another one holds one. Raises OptionError on an empty list and on a ``language`` that is
    no code, SourceError where no source holds an article.
    """
    if isinstance(source, str | bytes | Path | Document) or not isinstance(source, Iterable):
        sources = [source]
    else:
        sources = list(source)
    if not sources:
        raise OptionError("expected at least one source, found an empty list.")
    documents, problems = [], []
    for one in sources:
        try:
            documents.append(in_language(read(one), language))
        except SourceError as error:
            problems.append(error)
    if not documents:
        raise problems[0]
    missed = tuple(well_formed(f"A source was passed over: {problem}") for problem in problems)
    # The same bytes given twice corroborate nothing.
    return list({d.metadata.sha256 or id(d): d for d in reversed(documents)}.values())[::-1], missed


def reading_order(documents: Sequence[Document]) -> list[dt.date]:
    """For each document the date that it is to be read at: its own where all are dated, otherwise one for all."""
    dates = [d.metadata.published for d in documents if d.metadata.published]
    return dates if len(dates) == len(documents) else [dt.date.min] * len(documents)


def in_language(document: Document, language: str | None) -> Document:
    """The document as one in ``language``; as it is where none is given. Raises OptionError."""
    if language is None:
        return document
    if text("a language", language) in LANGUAGES.values():
        code = next(code for code, name in LANGUAGES.items() if name == language)
        raise OptionError(f"expected the code of a language, found {language!r}; did you mean {code!r}?")
    if language not in STEMMED and language != "und":
        raise OptionError(
            f"expected the ISO 639 code of a language, found {language!r}; give one of {', '.join(sorted(STEMMED))}, "
            "or 'und' for any other."
        )
    return dataclasses.replace(document, metadata=dataclasses.replace(document.metadata, language=language))


def make_brief(
    source: Source | Sequence[Source],
    *,
    words: int | None = None,
    method: str = "salience",
    focus: str | None = None,
    quotes: int | None = None,
    title: str | None = None,
    date: dt.date | str | None = None,
    by_topic: Sequence[str] | None = None,
    language: str | None = None,
) -> Brief:
    """The policy brief of an article, or of several.

    ``words`` is the length aimed at: by default a third of the source, at least 120 and at most 700. ``quotes``
    bounds the key quotes. ``title`` and ``date`` (ISO, or a date) stand in for what the source says.
    ``by_topic`` names the sections, in this order; what fits none of them stands under "Other".
    ``language`` is an ISO 639 code; detected where not given.

    Raises SourceError where no source holds an article, OptionError for a value that makes no sense, and UnknownName.
    """
    day = parse_date(date) if date is not None else None
    if words is not None:
        words = whole("words", words, 1)
    if quotes is not None:
        quotes = whole("a number of key quotes", quotes, 0)
    if title is not None:
        title = text("a title", title)
        if not title.strip():
            raise OptionError(
                f"expected a title with words, found {title!r}; leave it out to keep the article's."
            )
    documents, missed = read_all(source, language)
    topics = None if by_topic is None else named(by_topic)
    findings = findings_in(documents, method, focus, topics, missed)
    return compose(findings, words=words, quotes=quotes, title=title, date=day)


def findings_in(
    documents: Sequence[Document],
    method: str,
    focus: str | None,
    by_topic: Sequence[str] | None,
    notes: tuple[str, ...],
) -> Findings:
    """All that the stages find in the documents, with the ``notes`` and what else a reader should know."""
    numbered = list(enumerate(documents))
    split = [split_document(document, i) for i, document in numbered]
    sentences = [sentence for part in split for sentence in part]
    scores, prepared, of_ranking = ranked(documents, sentences, method, focus)
    sections, of_topics = sectioned(documents, split, by_topic)
    return Findings(
        documents=documents,
        sentences=sentences,
        stems=prepared.stems,
        lengths=prepared.lengths,
        scores=scores.total.tolist(),
        sections=sections,
        quotes=[quote for i, document in numbered for quote in quotes_in(document, i)],
        claims=[claim for i, document in numbered for claim in claims_in(document, i, reserved())],
        introduced={name: role for document in documents for name, role in introduced(document).items()},
        meant={
            (i, start): name
            for i, document in numbered
            for start, name in opening_pronouns(document, (s.span for s in split[i])).items()
        },
        notes=(*notes, *of_ranking, *of_topics),
    )


def sectioned(
    documents: Sequence[Document], split: Sequence[list[Sentence]], by_topic: Sequence[str] | None
) -> tuple[list[Section], tuple[str, ...]]:
    """The sections of the documents, or those that ``by_topic`` names, and a note for each name that the text has nothing on."""
    sections = [
        s for document, part in zip(documents, split, strict=True) for s in sections_in(document, part)
    ]
    if by_topic is None:
        return sections, ()
    language = documents[0].metadata.language
    sections = given.by_topic(sections, by_topic, language)
    found = {section.topic for section in sections}
    wanted = given.wanted_stems(by_topic, language)
    return sections, tuple(f"The text has nothing on {topic!r}." for topic in wanted if topic not in found)


def parse_date(date: dt.date | str) -> dt.date:
    """A date, or the one form of an ISO date that everybody reads alike. Raises OptionError on anything else."""
    if isinstance(date, dt.date):
        return date.date() if isinstance(date, dt.datetime) else date
    expect("a date", date, str, dt.date)
    with contextlib.suppress(ValueError):
        day = dt.date.fromisoformat(date)
        if day.isoformat() == date:  # Python reads 20210324 and 2021-W12-3 too
            return day
    raise OptionError(f"expected a date such as 2021-03-24, found {date!r}; give year, month and day so.")


def named(topics: Sequence[str]) -> list[str]:
    """The topics that a reader names. Raises OptionError."""
    return [well_formed(topic) for topic in several("topics", topics, str)]
