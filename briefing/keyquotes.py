"""Key quotes: whole sentences that somebody said, fit to stand by themselves.

What is said counts most, then who says it, and whether it can be understood alone. What is left out is marked by an
ellipsis, and nothing is put in.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.language.given_names import given_names
from briefing.model import Quote, Sentence, Span, Speaker
from briefing.select import word_count
from briefing.telling import COURTESY
from briefing.voices import is_name, is_somebody

LENGTHS = range(8, 46)
"""Words of a key quote: fewer say little by themselves, more are a speech."""
CLOSING = dict(zip("“”„«»‘「\"'", "””“»«’」\"'", strict=True)) | {"''": "''", "``": "''"}
ELLIPSIS = "..."
TRAILS = (ELLIPSIS, "…")
"""How words trail off in the source, which needs no second ellipsis."""
ROLE, NAME = 2.0, 1.0
"""What a speaker with a name and a role, or with a name alone, is worth, in standard deviations of the scores."""
DANGLES, LEANS = -1.0, -0.5
"""What an opening costs that points to something unseen, such as a connective behind a cut; and a connective that
opens what is said, or a pronoun soon after its beginning."""
CUT_BEFORE, CUT_AFTER, JOINED = -0.25, -1.0, -0.8
"""What an ellipsis costs: what comes after may take back what was said before; and one where two quotations are joined."""
EASY, SHORT = 15, -0.1
"""Words from which on a quotation says enough by itself, and what each word short of them costs."""
DANGLING = re.compile(
    r"(?:that|this|these|those|he|she|they|them|his|her|their|him|which|who|neither|either|both|such)\b", re.I
)
GREETING = re.compile(
    rf"[“\"]?{COURTESY}[^.!?]{{0,30}}[.!?]|"
    r"[“\"]?i (?:thank|am (?:very |most )?grateful)\b(?:[^.!?]|\bhon\.){0,80}[.!?]",
    re.I,
)
"""A sentence of hardly more than a greeting, with which no key quote opens."""
CONNECTIVE = re.compile(
    r"(?:and|but|so|or|nor|because|then|also|however|instead|therefore|otherwise|besides|still|yet|yes|no|well)\b|"
    r"(?:second|third|fourth|fifth|secondly|thirdly|finally|lastly|next),",
    re.I,
)
BEHIND = re.compile(r"\b(?:he|she|him|her|his|hers|(?:this|these|those) (?:is|are|was|were))\b")
"""What somebody or something is called behind a cut who is named before it."""
DEFINITE = re.compile(r"\bthe (\w{3,})")
THING = re.compile(
    r"(?:it|it[’']s) (?!(?:is |was )?(?:(?:about|high|the|only a matter of) )?(?:time|no|not)\b)", re.I
)
"""What tells of a thing that is named before it, where it says more than "It is time" and "It is no secret"."""
LEANING = re.compile(r"(?:[\w’']+ ){1,5}(?:it|they|them|he|she|him)\b", re.I)
WORD = re.compile(r"\w[\w’'-]*")
NESTED_OPENING = re.compile(r"[‘“'](?<!\w.)(?=\w)")
NESTED_CLOSING = re.compile(r"[’”'](?!\w)")


GAP = 120
"""Characters between two quotations of one speaker at most for the second to go on from the first."""


class Excerpt(NamedTuple):
    """A quotation, or whole sentences of it, as a brief may show it."""

    text: str
    """Verbatim between its marks, but for white space and marked ellipses."""
    spans: tuple[Span, ...]
    """Where the words stand."""
    quote: Quote
    """The quotation in which it begins."""
    words: int
    sentences: int
    tells: float
    """The score of its best sentence, in standard deviations, less what its opening costs."""
    merit: float
    """The same, with who speaks, how long it is and what is cut off."""


class _Turn(NamedTuple):
    """A quotation of whole sentences, with the rest of its sentence where "he said" interrupts one."""

    quote: Quote
    inner: tuple[Span, ...]
    """What stands between the marks: one stretch, and one more after each interruption, of a sentence or between two."""
    marks: tuple[str, str]
    begun: bool
    """Whether it goes on from what the same speaker has said just before."""
    closed: bool
    """Whether it is over with its last mark: the source closes it, and the speaker does not go on."""
    end: int
    """Where its last quotation ends."""


class _Piece(NamedTuple):
    """One sentence of a turn."""

    spans: tuple[Span, ...]
    """Several where it is interrupted."""
    score: float


class _Cut(NamedTuple):
    """What pieces in a row hold."""

    spans: list[Span]
    words: list[str]
    """Of each span."""
    length: int
    """How many words."""


def excerpts(
    text: str,
    quotes: Sequence[Quote],
    sentences: Sequence[Sentence],
    scores: Sequence[float],
    joined: frozenset[int],
    end: int,
) -> Iterator[Excerpt]:
    """Every excerpt of the right length that begins before ``end``, from quotations whose speaker is known.

    ``sentences`` are those that they stand in and ``scores`` theirs, in standard deviations; ``joined``: see ``joints``.
    """
    for turn in _turns(text, quotes, joined):
        speaker = turn.quote.speaker
        if turn.quote.span.start >= end or speaker is None or not is_somebody(speaker.name):
            continue
        pieces = _pieces(text, turn, sentences, scores)
        nested = any(NESTED_OPENING.search(text, inner.start, inner.end) for inner in turn.inner)
        begins = [first for first, piece in enumerate(pieces) if piece.spans[0].start < end]
        for first in begins:
            for last in range(first, len(pieces)):
                some = pieces[first : last + 1]
                cut = _cut(text, some)
                if cut.length >= LENGTHS.stop:
                    break
                if cut.length in LENGTHS and not (nested and _cuts_nested(text, turn, cut.spans)):
                    excerpt = _excerpt(text, turn, speaker, some, cut)
                    if (
                        _is_clean(excerpt)
                        and not GREETING.match(excerpt.text)
                        and not _names(excerpt, speaker)
                    ):
                        yield excerpt


def joints(quotes: Sequence[Quote]) -> frozenset[int]:
    """Starts and ends of the quotations of a document between which the same speaker goes on: “A,” he said. “B.”"""
    found: set[int] = set()
    direct = [quote for quote in quotes if quote.kind == "direct"]
    for one, other in itertools.pairwise(direct):
        gap = other.span.start - one.span.end
        if (
            one.paragraph == other.paragraph
            and 0 < gap < GAP
            and _name(one) is not None
            and _name(one) == _name(other)
        ):
            found |= {one.span.end, other.span.start}
    return frozenset(found)


def _name(quote: Quote) -> str | None:
    return quote.speaker.name if quote.speaker else None


def _turns(text: str, quotes: Sequence[Quote], joined: frozenset[int]) -> list[_Turn]:
    turns: list[_Turn] = []
    whole = False
    for quote in quotes:
        inner, marks, closed = _inside(text, quote)
        begun, closed = quote.span.start in joined, closed and quote.span.end not in joined
        if not text[inner.start].islower():
            whole = quote.kind == "direct"
            if whole and begun and turns and turns[-1].end in joined:  # "A," he said. "B."
                last = turns.pop()
                turns.append(
                    _Turn(last.quote, (*last.inner, inner), last.marks, last.begun, closed, quote.span.end)
                )
            elif whole:
                turns.append(_Turn(quote, (inner,), marks, begun, closed, quote.span.end))
        elif whole and _same_speech(turns[-1].quote, quote):
            last = turns.pop()
            tail = text[last.inner[-1].end : quote.span.start].rpartition(",")[2].strip()
            if not tail:  # "A," he said, "and b."
                turns.append(
                    _Turn(last.quote, (*last.inner, inner), last.marks, last.begun, closed, quote.span.end)
                )
            elif " " in tail:  # "A," he said, calling it "b"
                turns.append(last)
            whole = not tail
    return turns


def _same_speech(one: Quote, other: Quote) -> bool:
    return bool(one.speaker and other.speaker and one.speaker.mention == other.speaker.mention)


def _inside(text: str, quote: Quote) -> tuple[Span, tuple[str, str], bool]:
    """What stands between the marks of a quotation, the marks, and whether the source closes it."""
    start, end = quote.span.start, quote.span.end
    wide = 2 if text[start : start + 2] in ("''", "``") else 1
    opening = text[start : start + wide]
    if opening not in CLOSING:
        return quote.span, ("“", "”"), True  # a block quote needs no marks in its source
    forms = (CLOSING[opening], "”", '"', opening)
    closing = next((m for m in forms if text.endswith(m, start + wide, end)), "")
    shown = CLOSING[opening] if closing in ("", "“") else closing  # “It is time,“ is closed by mistake so
    return Span(start + wide, end - len(closing)), (opening, shown), bool(closing)


def _pieces(text: str, turn: _Turn, sentences: Sequence[Sentence], scores: Sequence[float]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for inner in turn.inner:
        for sentence, score in zip(sentences, scores, strict=True):
            span = Span(max(sentence.span.start, inner.start), min(sentence.span.end, inner.end))
            if span.start >= span.end:
                continue
            if (
                span.start == inner.start and pieces and text[span.start].islower()
            ):  # the second half of an interrupted sentence
                pieces[-1] = _Piece((*pieces[-1].spans, span), max(pieces[-1].score, score))
            else:
                pieces.append(_Piece((span,), score))
    return pieces


def _cut(text: str, pieces: Sequence[_Piece]) -> _Cut:
    """The spans of the pieces, those with nothing between them as one, and their words.

    The comma that led on to "he said" is the newspaper's and goes; no full stop is put in its place.
    """
    spans: list[Span] = []
    for span in itertools.chain.from_iterable([piece.spans for piece in pieces]):
        if spans and not text[spans[-1].end : span.start].strip():
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    words = [" ".join(span.of(text).split()).removesuffix(",") for span in spans]
    return _Cut(spans, words, sum(map(word_count, words)))


def _excerpt(text: str, turn: _Turn, speaker: Speaker, pieces: Sequence[_Piece], cut: _Cut) -> Excerpt:
    """The pieces as a brief shows them."""
    spans, words, length = cut
    cut_before = spans[0].start > turn.inner[0].start
    last = next(inner for inner in turn.inner if spans[-1].end <= inner.end)
    cut_after = bool(text[spans[-1].end : last.end].strip())
    before = cut_before or turn.begun
    after = cut_after or last is not turn.inner[-1] or not turn.closed
    told = " ".join(words)
    trails = TRAILS[0] in told or TRAILS[1] in told
    ellipsis = f"[{ELLIPSIS}]" if trails else ELLIPSIS  # to tell ours from those of the source
    shown = f" {ellipsis} ".join(words)
    shown = f"{ellipsis} {shown}" if before and not shown.startswith(TRAILS) else shown
    shown = f"{shown} {ellipsis}" if after and not shown.endswith(TRAILS) else shown
    tells = max([piece.score for piece in pieces])
    tells += _opening(words[0], before)
    if before and _leans_within(told, text[max(0, spans[0].start - GAP) : spans[0].start]):
        tells += DANGLES
    merit = tells + ((ROLE if speaker.role else NAME) if is_name(speaker.name) else 0.0)
    merit += SHORT * max(0, EASY - length)
    merit += CUT_BEFORE * cut_before + CUT_AFTER * cut_after
    if len(spans) > 1:
        merit += JOINED * any(not text[span.start].islower() for span in spans[1:])
    return Excerpt(
        turn.marks[0] + shown + turn.marks[1], tuple(spans), turn.quote, length, len(pieces), tells, merit
    )


def _opening(words: str, cut: bool) -> float:
    """What the opening of an excerpt costs; ``cut``: whether the same speaker has said something just before."""
    connects = CONNECTIVE.match(words) is not None
    thing = THING.match(words) is not None
    if DANGLING.match(words) or (cut and (connects or thing)):
        return DANGLES
    return LEANS * (connects or thing or LEANING.match(words) is not None)


def _leans_within(words: str, above: str) -> bool:
    """Whether what is said behind a cut speaks of somebody or something that is named before it: "in her kitchen", "the house"
    behind "Today we have a house on paper"."""
    return BEHIND.search(words) is not None or any(f" a {noun}" in above for noun in DEFINITE.findall(words))


def _is_clean(excerpt: Excerpt) -> bool:
    """Whether no double mark is left inside, as where a page has lost its paragraphs."""
    inside = excerpt.text[1:-1].strip("'`")
    return '"' not in inside and "„" not in inside and excerpt.text.count("“") <= 1


def _names(excerpt: Excerpt, speaker: Speaker) -> bool:
    """Whether it names its speaker, as others do who speak of somebody: then the words may well be theirs."""
    parts = speaker.name.split()
    if len(parts) < 2 or parts[0] not in given_names():
        return False  # a body often names itself
    if parts[0] not in excerpt.text and parts[-1] not in excerpt.text:
        return False
    words = {word.removesuffix("’s").removesuffix("'s") for word in WORD.findall(excerpt.text)}
    return parts[0] in words or parts[-1] in words


def _cuts_nested(text: str, turn: _Turn, spans: Sequence[Span]) -> bool:
    """Whether an end of a stretch of the excerpt lies in a quotation within the quotation."""
    for at in itertools.chain.from_iterable([(span.start, span.end) for span in spans]):
        start = max([inner.start for inner in turn.inner if inner.start <= at])
        opened = [m.start() for m in NESTED_OPENING.finditer(text, start, at)]
        if opened and not NESTED_CLOSING.search(text, opened[-1] + 1, at):
            return True
    return False
