"""Quotations: where they are (``marks``, ``unmarked``), who said them (``attribution``) and who that is (``people``)."""

from __future__ import annotations

from briefing.model import Document, Quote, QuoteKind, Span, Speaker
from briefing.quotes.attribution import attribute
from briefing.quotes.candidates import Said
from briefing.quotes.kinds import kind_of
from briefing.quotes.names import names_in_full
from briefing.quotes.paragraphs import Paragraph, paragraphs_in
from briefing.quotes.people import people_in
from briefing.quotes.signatures import signed, signed_below
from briefing.quotes.unmarked import block_quotes, transcript


def quotes_in(document: Document, index: int = 0) -> list[Quote]:
    """Every quotation of the body, in reading order, with its speaker where the text names one."""
    text = document.text
    paragraphs = list(paragraphs_in(document))
    blocks, lines = block_quotes(text, document.body), transcript(text, document.body)
    unmarked = {
        i: found
        for i, found in {**blocks, **lines}.items()
        if _is_whole(paragraphs[i].quotes, found[0])
        or (i not in lines and paragraphs[i].quotes == [found[0]])
    }
    around = {
        i: turn
        for i, turn in lines.items()
        if paragraphs[i].quotes and turn[0].start < paragraphs[i].quotes[0].start
    }
    for i, (span, _) in unmarked.items():
        paragraphs[i] = Paragraph(text, paragraphs[i].span, [span])
    said = attribute(paragraphs)
    people = people_in(document)
    english = document.metadata.language == "en"
    if not english:  # of what the cues offer, only names are sure
        said = [
            [one if one and names_in_full(one.mention.of(text), text) else None for one in each]
            for each in said
        ]
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
            before = add(span, kind, None if kind == "not speech" else source, i + 1)
    return found


def _is_whole(quotes: list[Span], speech: Span) -> bool:
    """Whether what a paragraph is known to hold as speech is all that it quotes, with marks or without."""
    return not quotes or (len(quotes) == 1 and quotes[0].start < speech.start and speech.end <= quotes[0].end)
