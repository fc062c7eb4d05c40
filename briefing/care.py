"""What the tool knows that it does not know: the lines under "Read with care"."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.lazy import seldom
from briefing.model import Claim, Document, Quote, Speaker
from briefing.passages import MARKS
from briefing.reserve import worded_with_reserve
from briefing.select import word_count
from briefing.telling import is_whole

DOMINANT = 0.6
"""One voice speaks in more than this share of the quotations."""
FEWEST = 4
"""Quotations from which on a dominant voice is worth a word."""
PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "who"])
GARBLED = seldom(r"Ã[\u0080-\u00bf]|â(?:€|\u0080)[^\s\w]|Â[\u00a2-\u00bf]")
"""What UTF-8 leaves that was read as Windows-1252: "GuantÃ¡namo"."""
WORD = seldom(r"\S+")
REACH = 40
"""Characters on either side in which the word of such letters stands."""
LONG, TELLING = 120, 60
"""Characters of a block from which on it may be a paragraph, and words of such blocks that are worth telling."""
LEFT_OUT = (("furniture", "page furniture"), ("caption", "captions"))


def caveats(
    documents: Sequence[Document], quotes: Sequence[Quote], claims: Sequence[Claim], date: dt.date | None
) -> Iterable[str]:
    """The lines, most general first; paragraphs are given as ``¶7``, or ``2 ¶7`` with several sources."""
    several = len(documents) > 1
    if not several:
        yield "One source, so nothing here is corroborated."
    yield from _speech(documents, [quote for quote in quotes if quote.kind != "not speech"])
    yield from _corrections(documents)
    yield from _garbled(documents)
    found = worded_with_reserve(documents, quotes, claims)
    if found:
        words = (f"“{word}” {places(where, several)}" for word, where in found.items())
        yield f"Worded with reserve by the source: {'; '.join(words)}."
    yield from _undated(documents, date)
    yield from _left_out(documents)


def _speech(documents: Sequence[Document], speech: Sequence[Quote]) -> Iterable[str]:
    """Who is quoted too much, or without a name."""
    voice = _dominant([quote.speaker for quote in speech])
    if voice:
        yield f"Most of what is quoted comes from one speaker, {voice}."
    foreign = {i for i, document in enumerate(documents) if document.metadata.language != "en"}
    if any(quote.document in foreign for quote in speech):
        yield "Speakers and reported speech are looked for in English texts only."
    unnamed = [
        (quote.document, quote.paragraph)
        for quote in speech
        if quote.kind == "direct" and not quote.speaker and quote.document not in foreign
        if not _is_turn(documents, quote)
    ]
    if unnamed:
        yield f"Quotations whose speaker the text does not name: {places(unnamed, len(documents) > 1)}."


def _garbled(documents: Sequence[Document]) -> Iterable[str]:
    """A word whose letters were taken for others before the text was saved, so that nobody copies a wrong name."""
    for text in (document.text for document in documents):
        match = GARBLED.search(text) if any(map(text.__contains__, "ÃÂâ")) else None
        if match:
            words = WORD.finditer(text, max(0, match.start() - REACH), match.end() + REACH)
            word = next(word[0] for word in words if word.end() >= match.end()).strip('.,;:!?()"“”')
            yield f"Some letters were lost before the source was saved, as in “{word}”: check such words in the original."
            return


def _undated(documents: Sequence[Document], date: dt.date | None) -> Iterable[str]:
    """Where "on Tuesday" is no day that anybody could name; the ``date`` of a brief is not that of each of its sources."""
    undated = [str(n) for n, document in enumerate(documents, 1) if not document.metadata.published]
    if not undated or (date and len(documents) == 1):
        return
    where, whose = "the text", ""
    if len(documents) > 1:
        *most, last = undated
        where = f"sources {', '.join(most)} and {last}" if most else f"source {last}"
        whose = "their " if most else "its "
    yield f"No publication date was found in {where}, so {whose}relative dates (“on Tuesday”) cannot be placed."


def _left_out(documents: Sequence[Document]) -> Iterable[str]:
    """How much of the sources is no text of the article."""
    for kind, what in LEFT_OUT:
        count = sum(block.kind == kind for document in documents for block in document.blocks)
        if count:
            told = _sentences_left_out(documents, kind)
            more = f", with {told} words in whole sentences" if told >= TELLING else ""
            yield f"Left out as {what}: {count} {'block' if count == 1 else 'blocks'}{more}."


def _corrections(documents: Sequence[Document]) -> Iterable[str]:
    """What the sources themselves say that they had wrong, word for word."""
    for number, document in enumerate(documents, 1):
        which = f"Source {number}" if len(documents) > 1 else "The source"
        for block in document.blocks:
            if block.kind == "correction":
                yield f"{which} carries a correction: “{' '.join(block.span.of(document.text).split())}”"


def _sentences_left_out(documents: Sequence[Document], kind: str) -> int:
    """Words of the blocks of ``kind`` that read like text: a reader may want to look at them."""
    left_out = (b.span.of(d.text) for d in documents for b in d.blocks if b.kind == kind)
    return sum(word_count(words) for words in left_out if len(words) >= LONG and is_whole(words))


def _is_turn(documents: Sequence[Document], quote: Quote) -> bool:
    """Whether a label stands before it ("Question: ..."), which says who speaks as far as anybody knows."""
    text = documents[quote.document].text
    return quote.text[0] not in MARKS and text[max(0, quote.span.start - 2) : quote.span.start].endswith(
        (": ", ":\n")
    )


def _dominant(speakers: Sequence[Speaker | None]) -> str | None:
    """The one named voice behind most of what is said, if there is one."""
    counts = Counter(speaker.name for speaker in speakers if speaker)
    if len(speakers) < FEWEST or not counts:
        return None
    name, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    named = name[0].isupper() and name.lower() not in PRONOUNS
    return name if named and count > DOMINANT * len(speakers) else None


def places(found: Iterable[tuple[int, int]], several: bool) -> str:
    """Documents and paragraphs as they are referred to: ``¶2, ¶5``, or ``1 ¶2, 2 ¶5`` with several sources."""
    return ", ".join(
        f"{document + 1} ¶{paragraph}" if several else f"¶{paragraph}"
        for document, paragraph in sorted(dict.fromkeys(found))
    )
