"""Quotations: where they are (``marks``), who said them (``attribution``) and who that is (``people``)."""

from __future__ import annotations

from briefing.model import Document, Quote, Speaker
from briefing.quotes.attribution import attribute
from briefing.quotes.marks import quoted_spans
from briefing.quotes.people import People


def quotes_in(document: Document, index: int = 0) -> list[Quote]:
    """Every quotation of the body, in reading order, with its speaker where the text names one."""
    people = People(document)
    found: list[Quote] = []
    for number, block in enumerate(document.body, 1):
        for span in quoted_spans(document.text, block.span):
            words = span.of(document.text)
            said = attribute(document.text, block.span, span)
            speaker = None
            if said:
                name, role = people.resolve(said[0])
                speaker = Speaker(name, role, said[0])
            inner = words.strip("\"'“”‘’«»")
            sentence_like = len(inner.split()) >= 4 and (inner[:1].isupper() or inner[:1] in ".…")
            kind = "direct" if sentence_like else "partial" if said else "not speech"
            found.append(Quote(words, span, kind, speaker, said[1] if said else None, number, index))  # type: ignore[arg-type]
    return found
