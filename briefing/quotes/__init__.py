"""Quotations: where they are (``marks``), who said them (``attribution``) and who that is (``people``)."""

from __future__ import annotations

import re

from briefing.model import Document, Quote, QuoteKind, Span, Speaker
from briefing.quotes.attribution import Said, attribute
from briefing.quotes.marks import quoted_spans
from briefing.quotes.people import people_in

MARKS = "\"'“”‘’„«»"
WORD = re.compile(r"\w+")


def quotes_in(document: Document, index: int = 0) -> list[Quote]:
    """Every quotation of the body, in reading order, with its speaker where the text names one."""
    text = document.text
    paragraphs = [block.span for block in document.body]
    spans = [quoted_spans(text, paragraph) for paragraph in paragraphs]
    people = people_in(document)
    found: list[Quote] = []
    for number, (quoted, said) in enumerate(zip(spans, attribute(text, paragraphs, spans), strict=True), 1):
        for span, source in zip(quoted, said, strict=True):
            kind = _kind(text, span, source)
            if kind == "not speech":
                source = None
            speaker = Speaker(*people.resolve(source.mention), source.mention) if source else None
            found.append(
                Quote(span.of(text), span, kind, speaker, source.cue if source else None, number, index)
            )
    return found


def _kind(text: str, span: Span, said: Said | None) -> QuoteKind:
    """Speech or not, whole sentences or a part: titles and scare quotes are marked but nobody speaks in them."""
    inner = span.of(text).strip(MARKS + " ")
    words = WORD.findall(inner)
    opens = inner[:1].isupper() or inner[:1] in "¿¡….[" or not inner[:1].isalpha()
    ends = inner[-1:] in ".?!…,—–-" or text[span.end - 1] not in MARKS
    if opens and ends and len(words) >= 3 and (said or inner[-1:] in ".?!…,"):
        return "direct"
    long_words = [w for w in words if len(w) > 3]
    titled = len(long_words) > 0 and all(w[0].isupper() or w[0].isdigit() for w in long_words)
    if said is None and (len(words) < 3 or titled):
        return "not speech"
    if titled and len(words) >= 2 and inner[-1:] not in ".?!…,":
        return "not speech"
    return "partial"
