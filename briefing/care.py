"""What the tool knows that it does not know: the lines under "Read with care"."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.lazy import seldom
from briefing.model import Claim, Document, Quote, Speaker
from briefing.passages import MARKS
from briefing.quotes.cues import forces
from briefing.select import word_count
from briefing.telling import is_whole

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
HEDGED = re.compile(rf"\b(?:{'|'.join(map(''.join, HEDGES.items()))})\b", re.I)
DOMINANT = 0.6
"""One voice speaks in more than this share of the quotations."""
FEWEST = 4
"""Quotations from which on a dominant voice is worth a word."""
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
            r"chance|coverage|entry|motions?|opportunity|parole|permission|petitions?|promotions?|requests?|rights?|services?|"
            r"status|treatment|victims|victory|visas?)\b)"
        ),
    ),
}
"""Cues that report something only before these words: a lawsuit charged that ..., but a man was charged with fraud; a minister
claimed that ..., but a storm claimed lives; a ministry denied that ..., but a judge denied bail."""
NEGATED = seldom(r"(?:\b(?:not|no|never|without|cannot|nor(?: \w+){1,2})|n[’']t)(?: \w+)? $")
"""What stands before a cue and takes it back: "does not deny", "nor does he deny", "I don’t claim to know"."""
GRANTED = seldom(r"\b(?:was|were|been|being|be|is|are) $")
"""Before a denial in the passive, which is as a rule something that somebody does not get."""
BEFORE = 30
"""Characters before a cue that are looked at."""
PRONOUNS = frozenset(["i", "we", "you", "he", "she", "it", "they", "who"])
RESERVED = "doubtful"
"""The force of a cue by which a source holds itself back."""
DENIALS = frozenset({"deny", "denies", "denied", "denying", "disputes", "disputed"})
"""Of the negative cues those that deny what is told; to reject or to rule out is a deed, and told as such."""
LONG, TELLING = 120, 60
"""Characters of a block from which on it may be a paragraph, and words of such blocks that are worth telling."""
LEFT_OUT = (("furniture", "page furniture"), ("caption", "captions"))


@functools.cache
def reserved() -> frozenset[str]:
    """Forms of the cues by which a source words a statement as a mere claim or as a denial: the claims that are needed."""
    return DENIALS | {form for form, force in forces().items() if force == RESERVED} - UNCERTAIN


def caveats(
    documents: Sequence[Document], quotes: Sequence[Quote], claims: Sequence[Claim], date: dt.date | None
) -> Iterable[str]:
    """The lines, most general first; paragraphs are given as ``¶7``, or ``2 ¶7`` with several sources."""
    several = len(documents) > 1
    speech = [q for q in quotes if q.kind != "not speech"]
    if not several:
        yield "One source, so nothing here is corroborated."
    voice = _dominant([q.speaker for q in speech])
    if voice:
        yield f"Most of what is quoted comes from one speaker, {voice}."
    foreign = {i for i, document in enumerate(documents) if document.metadata.language != "en"}
    if any(q.document in foreign for q in speech):
        yield "Speakers and reported speech are looked for in English texts only."
    unnamed = [
        (q.document, q.paragraph)
        for q in speech
        if q.kind == "direct" and not q.speaker and q.document not in foreign and not _is_turn(documents, q)
    ]
    if unnamed:
        yield f"Quotations whose speaker the text does not name: {places(unnamed, several)}."
    yield from _corrections(documents)
    yield from _doubts(documents, quotes, claims)
    if date is None:
        yield "No publication date was found in the text, so relative dates (“on Tuesday”) cannot be placed."
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


def _doubts(documents: Sequence[Document], quotes: Sequence[Quote], claims: Sequence[Claim]) -> Iterable[str]:
    """Where the source words a statement as a mere claim, as a denial, or holds itself back."""
    several = len(documents) > 1
    found: dict[str, list[tuple[int, int]]] = {}
    reported: list[Quote | Claim] = [*quotes, *claims]
    for said in reported:
        if not said.cue:
            continue
        text = documents[said.document].text
        word = said.cue.of(text).lower()
        if word in reserved() and _holds_back(text, said, word):
            found.setdefault(word, []).append((said.document, said.paragraph))
    for number, document in enumerate(documents):
        lower = document.text.lower()
        if not any(word in lower for word in HEDGES):
            continue  # quicker by a hundred times than to search for them
        spoken = sorted(
            (q.span.start, q.span.end) for q in quotes if q.document == number and q.kind != "not speech"
        )
        ends = list(itertools.accumulate((end for _, end in spoken), max))
        for paragraph, block in enumerate(document.body, 1):
            for match in HEDGED.finditer(document.text, block.span.start, block.span.end):
                before = bisect_right(spoken, (match.start(), math.inf))
                if not before or ends[before - 1] <= match.start():
                    found.setdefault(match.group().strip().lower(), []).append((number, paragraph))
    if found:
        words = (f"“{word}” {places(where, several)}" for word, where in found.items())
        yield f"Worded with reserve by the source: {'; '.join(words)}."


def _holds_back(text: str, said: Quote | Claim, word: str) -> bool:
    """Whether the cue of what is said means what it may: "claimed that ...", and neither "claimed lives" nor "does not claim"."""
    if said.cue is None:
        return False
    asserts = ASSERTED.get(word)
    aloud = isinstance(said, Quote) and said.kind == "direct"  # "The fund is empty," Dahl charged.
    start = max(0, said.cue.start - BEFORE)
    return (
        (aloud or not asserts or asserts.match(text, said.cue.end) is not None)
        and not NEGATED.search(text, start, said.cue.start)
        and not (word == "denied" and GRANTED.search(text, start, said.cue.start))
    )


def places(found: Iterable[tuple[int, int]], several: bool) -> str:
    """Documents and paragraphs as they are referred to: ``¶2, ¶5``, or ``1 ¶2, 2 ¶5`` with several sources."""
    return ", ".join(
        f"{document + 1} ¶{paragraph}" if several else f"¶{paragraph}"
        for document, paragraph in sorted(dict.fromkeys(found))
    )
