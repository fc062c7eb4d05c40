"""Where a source words a statement with reserve: as a mere claim, as a denial, or hedged by a word of its own."""

from __future__ import annotations

import functools
import itertools
import math
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from briefing.lazy import seldom
from briefing.model import Claim, Document, Quote, Span
from briefing.quotes.cues import forces

HEDGES = {
    "so-called": "",
    "alleged": "(?:ly)?",
    "reportedly": "",
    "purported": "(?:ly)?",
    "supposed": "(?:ly| (?!to\\b))",
    "rumoured": "",
    "rumored": "",
}
"""Words by which a source holds itself back from what it tells, and their endings (Hyland 1998, "Hedging in Scientific
Research Articles", chapter 5). Inside a quotation they are the speaker's and do not count."""
HEDGED = seldom(rf"\b(?:{'|'.join(map(''.join, HEDGES.items()))})\b", re.I)
UNCERTAIN = frozenset(
    [
        "guess",
        "guesses",
        "guessed",
        "guessing",
        "imagine",
        "imagines",
        "imagined",
        "imagining",
        "suspect",
        "suspects",
        "charging",
    ]
)
"""Cues of that force that hold nothing back ("I guess"), or are nouns as a rule ("the suspect")."""
ASSERTED = {
    **dict.fromkeys(["charge", "charges", "charged"], seldom(" that\\b")),
    **dict.fromkeys(
        ["claim", "claims", "claimed", "claiming"],
        seldom(
            r"(?! (?:(?!(?:that|to|he|she|it|they|was|were|is|are|had|has|have)\b)[\w’'.-]+ ){0,7}"
            r"(?:responsibility|credit|victory|victories|asylum|benefits|expenses|lives|points?|prize|title|crowns?|medals?|"
            r"wins?|seats?|land|league|cup|championships?|trophy|trophies|podium|place|per ?cent of|votes?)\b"
            r"(?! (?:was|were|is|are|had|has|have)\b))"
            r"(?! (?:in|on|over|against|for|as|concerning)\b(?![^.!?]{0,80}\bthat\b))",
            re.I,
        ),
    ),
    **dict.fromkeys(
        ["deny", "denies", "denied", "denying"],
        seldom(
            r"(?! (?:him|them|us|me|you)\b)(?! (?:(?!that\b)[\w’'-]+ ){0,4}(?:access|appeals?|applications?|asylum|bail|benefits|"
            r"chance|clemency|coverage|entry|motions?|opportunity|parole|permission|petitions?|promotions?|requests?|rights?|services?|"
            r"status|treatment|victims|victory|visas?)\b)"
        ),
    ),
}
"""Cues that report something only before these words: a lawsuit charged that ..., but a man was charged with fraud; a minister
claimed that ..., but a storm claimed lives; a ministry denied that ..., but a judge denied bail."""
NEGATED = seldom(
    r"(?:\b(?:not|no|never|without|cannot|nor(?: \w+){1,2})|n[’']t)(?: \w+(?: or)?)? $|\bneither \w+ nor $"
)
"""What stands before a cue and takes it back: "does not deny", "nor does he deny", "could not confirm or deny", "I don’t claim to
know"."""
GRANTED = seldom(r"\b(?:was|were|been|being|be|is|are) $")
"""Before a denial in the passive, which is as a rule something that somebody does not get."""
BEFORE = 30
"""Characters before a cue that are looked at."""
RESERVED = "doubtful"
"""The force of a cue by which a source holds itself back."""
DENIALS = frozenset({"deny", "denies", "denied", "denying", "disputes", "disputed"})
"""Of the negative cues those that deny what is told; to reject or to rule out is a deed, and told as such."""


@functools.cache
def reserved() -> frozenset[str]:
    """Forms of the cues by which a source words a statement as a mere claim or as a denial: the claims that are needed."""
    return DENIALS | {form for form, force in forces().items() if force == RESERVED} - UNCERTAIN


Place = tuple[int, int]
"""Index of a document, and number of a paragraph in it."""


def worded_with_reserve(
    documents: Sequence[Document], quotes: Sequence[Quote], claims: Sequence[Claim]
) -> dict[str, list[Place]]:
    """By the word of the source the places where it holds itself back."""
    found: dict[str, list[Place]] = {}
    reported: list[Quote | Claim] = [*quotes, *claims]
    for said in reported:
        if said.cue is None:
            continue
        text = documents[said.document].text
        word = said.cue.of(text).lower()
        aloud = isinstance(said, Quote) and said.kind == "direct"  # "The fund is empty," Dahl charged.
        if word in reserved() and holds_back(text, said.cue, word, aloud=aloud):
            found.setdefault(word, []).append((said.document, said.paragraph))
    for number, document in enumerate(documents):
        own = [quote for quote in quotes if quote.document == number and quote.kind != "not speech"]
        for word, paragraph in _hedges(document, own):
            found.setdefault(word, []).append((number, paragraph))
    return found


def _hedges(document: Document, spoken: Collection[Quote]) -> Iterator[tuple[str, int]]:
    """The hedges outside quotations, with the numbers of their paragraphs."""
    spans = sorted((quote.span.start, quote.span.end) for quote in spoken)
    ends = list(itertools.accumulate((end for _, end in spans), max))
    for paragraph, block in enumerate(document.body, 1):
        words = block.span.of(document.text).lower()
        if not any(map(words.__contains__, HEDGES)):
            continue  # quicker by far than to search for them
        for match in HEDGED.finditer(document.text, block.span.start, block.span.end):
            before = bisect_right(spans, (match.start(), math.inf))
            if not before or ends[before - 1] <= match.start():
                yield match.group().strip().lower(), paragraph


def holds_back(text: str, cue: Span, word: str, *, aloud: bool) -> bool:
    """Whether a cue means what it may: "claimed that ...", and neither "claimed lives" nor "does not claim"; ``aloud``: beside a
    whole quotation it does, whatever follows."""
    asserts = ASSERTED.get(word)
    start = max(0, cue.start - BEFORE)
    return (
        (aloud or not asserts or asserts.match(text, cue.end) is not None)
        and not NEGATED.search(text, start, cue.start)
        and not (word == "denied" and GRANTED.search(text, start, cue.start))
    )
