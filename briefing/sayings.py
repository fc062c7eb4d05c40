"""What each person is quoted as saying: the sentences that hold the quotations, as the article has them.

For pages about people. The whole passage is shown, so that an interrupted quotation stays together, one in part keeps
the sentence around it, and a reader sees how the article itself says who speaks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from briefing.brief import Item, Reference
from briefing.model import Document, Quote
from briefing.passages import Passage
from briefing.voices import is_name


def sayings(
    documents: Sequence[Document], passages: Sequence[Passage], quotes: Iterable[Quote]
) -> tuple[Item, ...]:
    """Every passage in which somebody is quoted by name, in reading order; one that quotes two people is there twice.

    Of a passage that does not say itself who speaks, such as the second paragraph of a long quotation, only the
    quotation. ``passages`` are in reading order, and every quotation lies within one.
    """
    starts = [(p.document, p.span.start) for p in passages]
    found: dict[tuple[int, int, str], Item] = {}
    for quote in quotes:
        if quote.speaker is None or quote.kind == "not speech" or not is_name(quote.speaker.name):
            continue
        passage = passages[bisect_right(starts, (quote.document, quote.span.start)) - 1]
        span = quote.span if passage.orphan else passage.span
        words = " ".join(span.of(documents[quote.document].text).split())
        place = (Reference(quote.document + 1, quote.paragraph),)
        item = Item(words, (span,), place, quote.speaker.name, quote.speaker.role)
        found.setdefault((quote.document, span.start, quote.speaker.name), item)
    return tuple(found[key] for key in sorted(found))
