"""The values that flow through the pipeline: frozen, slotted, without behaviour of their own.

Every span counts characters of ``Document.text``, half-open, and ``span.of(document.text)`` gives
the very words: this is what makes a brief verifiable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "title", "subheading", "paragraph", "list item", "block quote", "caption", "correction", "furniture"
]
BODY: frozenset[str] = frozenset({"paragraph", "list item", "block quote"})
"""The kinds of block whose sentences may appear in a brief."""


@dataclass(frozen=True, slots=True, init=False)
class Span:
    """A stretch of a text, in characters, half-open."""

    start: int
    """Index of its first character."""
    end: int
    """Index behind its last character."""

    def __init__(self, start: int, end: int) -> None:
        # Half the time of what dataclass writes: there are more spans than anything else.
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]


_set_start, _set_end = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like piece of the source."""

    kind: BlockKind
    """Body: "paragraph", "list item" or "block quote"; else "title", "subheading", "caption", "correction" or "furniture"."""
    span: Span
    """Where it stands in the text of its document."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about the source as a whole; ``None`` where the source does not say."""

    title: str | None = None
    """Headline of the article."""
    outlet: str | None = None
    """Who published it ("Harbour Post")."""
    author: str | None = None
    """Who wrote it, word for word as the source has it."""
    published: dt.date | None = None
    """Day of publication."""
    url: str | None = None
    """Address of the page."""
    language: str = "en"
    """ISO 639-1 code."""
    path: str | None = None
    """Name of the file read, without its folders."""
    sha256: str = ""
    """Of the bytes read (of the UTF-8 text, where a text was given)."""


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read: the text, its blocks in reading order, and what is known about it."""

    text: str
    """All of it as it was read, furniture too; every span counts its characters."""
    blocks: tuple[Block, ...]
    """Its paragraph-like pieces in reading order, those that are no part of the article too."""
    metadata: Metadata = field(default_factory=Metadata)
    """What is known about it."""

    def __hash__(self) -> int:
        """That of the text, which Python remembers: what is found in a document is kept by document."""
        return hash(self.text)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that carry the article; the n-th of them (from 1) is paragraph ¶n."""
        return tuple([block for block in self.blocks if block.kind in BODY])


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body; ``span.of(document.text) == text``."""

    text: str
    """Its words, as they stand in the source."""
    span: Span
    """Where it stands in the text of its document."""
    paragraph: int
    """Number of the body paragraph, from 1."""
    document: int = 0
    """Index of its document, from 0, where several are read together."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen sentences, in the order asked for; iterating gives them, ``len()`` counts them, ``str()`` has one a line."""

    sentences: tuple[Sentence, ...]
    """Those chosen."""
    scores: tuple[float, ...]
    """The score of each chosen sentence, parallel to ``sentences``; comparable within one summary."""
    why: tuple[dict[str, float], ...] = ()
    """The parts of each score by name, parallel to ``sentences``; empty for methods without parts."""
    notes: tuple[str, ...] = ()
    """What a reader should know, such as a focus that the text does not answer."""

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self.sentences)

    def __len__(self) -> int:
        return len(self.sentences)

    def __getitem__(self, index: int) -> Sentence:
        return self.sentences[index]

    def __str__(self) -> str:
        return "\n".join(" ".join(sentence.text.split()) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Section:
    """A run of sentences about one topic; the sections of a document cover its body once, in order."""

    topic: str | None
    """Words of the section that set it apart; ``None`` where nothing does."""
    heading: str | None
    """The verbatim subheading, where the source has one."""
    sentences: tuple[Sentence, ...]
    """All of them, in reading order."""
    why: str
    """Why the section begins where it does."""


OTHER = "Other"
"""The topic of what fits none of those that a reader has named."""

QuoteKind = Literal["direct", "partial", "not speech"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it, as far as the text tells."""

    name: str
    """Fullest name of the person or body that the text gives ("Antony Blinken"; "a spokesperson")."""
    role: str | None
    """Role as the text words it ("US Secretary of State")."""
    mention: Span
    """The words beside the quotation that name the speaker ("he", "Blinken")."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks; the span includes the marks where the source has them."""

    text: str
    """The words, with their marks where the source has them."""
    span: Span
    """Where they stand in the text of the document."""
    kind: QuoteKind
    """Whole sentences are "direct", a part of one is "partial"; titles, names and scare quotes are "not speech"."""
    speaker: Speaker | None
    """``None``: the text does not say. Never a guess."""
    cue: Span | None
    """The words that report the speech ("said", "according to")."""
    paragraph: int
    """Number of the body paragraph, from 1, in which the quotation begins."""
    document: int = 0
    """Index of its document, from 0, where several are read together."""


Force = Literal["neutral", "asserting", "doubtful", "negative"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Reported speech without quotation marks."""

    text: str
    """What is reported, word for word."""
    span: Span
    """Where it stands in the text of the document."""
    speaker: Speaker
    """Who says it."""
    cue: Span
    """The words that report it ("said", "according to")."""
    force: Force
    """How the cue presents the content: "neutral" (said), "asserting" (insisted), "doubtful" (claimed) or "negative" (denied)."""
    paragraph: int
    """Number of the body paragraph, from 1, in which it begins."""
    document: int = 0
    """Index of its document, from 0, where several are read together."""
