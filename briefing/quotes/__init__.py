"""Quotations: where they are (``marks``, ``unmarked``), who said them (``attribution``) and who that is (``people``)."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Document, Quote, QuoteKind, Span, Speaker
from briefing.quotes.attribution import attribute
from briefing.quotes.candidates import Said
from briefing.quotes.kinds import kind_of
from briefing.quotes.names import names_in_full
from briefing.quotes.paragraphs import Paragraph, paragraphs_in
from briefing.quotes.people import people_in
from briefing.quotes.signatures import signed, signed_below
from briefing.quotes.unmarked import Unmarked, block_quotes, transcript


def quotes_in(document: Document, index: int = 0) -> list[Quote]:
    """Every quotation of the body, in reading order, with its speaker where the text names one."""
    text = document.text
    english = document.metadata.language == "en"
    paragraphs = list(paragraphs_in(document))
    lines = transcript(text, document.body)
    unmarked = _unmarked(paragraphs, block_quotes(text, document.body), lines)
    around = {
        i: turn
        for i, turn in lines.items()
        if paragraphs[i].quotes and turn[0].start < paragraphs[i].quotes[0].start
    }
    for i, (span, _) in unmarked.items():
        paragraphs[i] = Paragraph(text, paragraphs[i].span, [span])
    said = attribute(paragraphs)
    if not english:  # of what the cues offer, only names are sure
        said = [[one if _is_named(one, text) else None for one in each] for each in said]
    people = people_in(document)
    found: list[Quote] = []

    def add(span: Span, kind: QuoteKind, source: Said | None, paragraph: int) -> Quote:
        speaker = cue = None
        if source:
            name, role = people.resolve(source.mention)
            speaker, cue = Speaker(name, role if english else None, source.mention), source.cue
        found.append(Quote(span.of(text), span, kind, speaker, cue, paragraph, index))
        return found[-1]

    for i, paragraph in enumerate(paragraphs):
        if i in around:  # a turn of a transcript, with quotations in it
            add(around[i][0], "direct", around[i][1], i + 1)
        before: Quote | None = None
        for span, source in zip(paragraph.quotes, said[i], strict=True):
            if i in unmarked:
                source = unmarked[i][1] or (None if i in lines else source)
            source = signed(paragraph) or source or signed_below(paragraph)
            kind = "direct" if i in unmarked else kind_of(text, span, source, before, english=english)
            if source and source.denied:
                kind = "not speech"
            before = add(span, kind, None if kind == "not speech" else source, i + 1)
    return found


def _unmarked(paragraphs: Sequence[Paragraph], blocks: Unmarked, lines: Unmarked) -> Unmarked:
    """Of the block quotes and the ``lines`` of a transcript, by paragraph, those that are all that it quotes."""
    return {
        i: found
        for i, found in {**blocks, **lines}.items()
        if _is_whole(paragraphs[i].quotes, found[0])
        or (i not in lines and paragraphs[i].quotes == [found[0]])
    }


def _is_named(said: Said | None, text: str) -> bool:
    """Whether who speaks is named in full."""
    return said is not None and names_in_full(said.mention.of(text), text)


def _is_whole(quotes: list[Span], speech: Span) -> bool:
    """Whether what a paragraph is known to hold as speech is all that it quotes, with marks or without."""
    return not quotes or (len(quotes) == 1 and quotes[0].start < speech.start and speech.end <= quotes[0].end)
