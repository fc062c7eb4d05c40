"""A paragraph as attribution reads it: its quotations, its words with their classes, cues and noun phrases.

Each is read when it is first asked for, so that a paragraph without quotations costs those of others nothing.
"""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator
from typing import NamedTuple

from briefing.language.given_names import given_names
from briefing.language.sentences import boundaries
from briefing.language.word_classes import word_class
from briefing.lazy import lazy
from briefing.model import Document, Span
from briefing.quotes.cues import Words, cues_in, forms_of
from briefing.quotes.evidence import Clue
from briefing.quotes.marks import quoted_spans
from briefing.quotes.words import FUNCTION_CLASSES, QUOTATION, finite_forms, is_participle, vocabulary

STANDING = frozenset(FUNCTION_CLASSES + '.,;:"()—–-?!')
"""Classes whose words are told apart one by one."""


@functools.cache
def nouns_and_verbs() -> frozenset[str]:
    """Forms of reporting verbs that are nouns in the plural as well: "attacks", "claims"."""
    return frozenset(
        form for form in finite_forms() if form.endswith("s") and word_class(form, "en") in ("noun", "either")
    )


@functools.cache
def bare_verbs() -> frozenset[str]:
    """The base forms of reporting verbs: "note", "doubt"."""
    return forms_of("speech", "direct", "inner", "stance") - finite_forms()


FIRST = (["minister"], ["lady"], ["secretary"], ["deputy"], ["vice"])
"""What follows "First" in an office: "First Minister Lena Dahl"."""
SAYS = (["said"], ["says"], ["told"])
"""What follows a name, and no participle."""
VERBS = (["E"], ["A"], ["V"])
"""What follows a noun that looks like a verb."""
STANDALONE = frozenset(["some", "several", "many", "another", "one", "two", "three"])
"""Determiners that name somebody by themselves: "one said", "what some called"."""
OFFICE_OF = frozenset({"for", "at", "from", "with", "in", "on"})
PEOPLE = """
man men person people er ers or ors ist ists ian ians ent ents ant ants ee ees chief head official officials fellow ally allies
diplomat diplomats source sources aide aides
"""
ROLES = tuple(PEOPLE.split())
"""Endings of nouns for people: "a spokesman for the ministry" is one phrase."""
THINGS = ("ment", "ments")
"""Of which these are none."""
KNOWING = {"familiar": "with", "close": "to", "briefed": "on", "involved": "in", "knowledgeable": "about"}
"""Words behind such a noun, and what goes on from them: "people familiar with the matter"."""


class Source(NamedTuple):
    """Words that may name who speaks."""

    words: Words
    where: str
    """How they stand to the cue."""
    clues: list[Clue]


class _Columns(NamedTuple):
    """The words of a paragraph as they stand and in lower case, the class of each by itself, and where it begins and
    ends; and which of the words are quotations."""

    words: list[str]
    lows: list[str]
    kinds: list[str]
    starts: list[int]
    stops: list[int]
    places: list[int]


class Paragraph:
    """The words of a paragraph, each quotation being one of them, and what is known of each word."""

    def __init__(self, text: str, span: Span, quotes: list[Span]) -> None:
        self.text = text
        self.span = span
        self.quotes = quotes
        self.sources: dict[Words, list[Source]] = {}
        """The sources of each cue that was asked for (``sources``)."""

    @lazy
    def _read(self) -> _Columns:
        read = words, lows, kinds, starts, stops, places = _Columns([], [], [], [], [], [])
        spaced, last = vocabulary(" "), vocabulary("")
        at = self.span.start
        for quote in [*self.quotes, Span(self.span.end, self.span.end)]:
            pieces = self.text[at : quote.start].split(" ")
            known = [*map(spaced.__getitem__, pieces[:-1]), last[pieces[-1]]]
            for piece, tokens in zip(pieces, known, strict=True):
                for word, low, kind, start, stop in tokens:
                    words.append(word)
                    lows.append(low)
                    kinds.append(kind)
                    starts.append(at + start)
                    stops.append(at + stop)
                at += len(piece) + 1
            if quote.end > quote.start:
                places.append(len(words))
                words.append(QUOTATION)
                lows.append(QUOTATION)
                kinds.append(QUOTATION)
                starts.append(quote.start)
                stops.append(quote.end)
            at = quote.end
        return read

    @lazy
    def words(self) -> list[str]:
        """The words and marks as they stand."""
        return self._read.words

    @lazy
    def lows(self) -> list[str]:
        """The words in lower case."""
        return self._read.lows

    @lazy
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._read.starts

    @lazy
    def stops(self) -> list[int]:
        """Where each word ends."""
        return self._read.stops

    @lazy
    def places(self) -> list[int]:
        """Index of the word that each quotation is."""
        return self._read.places

    @lazy
    def bounds(self) -> list[int]:
        """Index of the first word of each sentence, and at last of the word that there is no more.

        Sentence boundaries inside a quotation do not count: its sentence is the one that it stands in.
        """
        bounds = [0]
        for end in boundaries(self.span.of(self.text)):
            index = bisect.bisect_left(self.starts, self.span.start + end)
            if index > bounds[-1] and self.stops[index - 1] <= self.span.start + end:
                bounds.append(index)
        return bounds if bounds[-1] == len(self.words) else [*bounds, len(self.words)]

    @lazy
    def classes(self) -> str:
        """A letter for each word, its class in context: a bare verb (B) follows an auxiliary or "to"; a sentence can
        open with -ing."""
        classes = self._read.kinds.copy()
        begins = frozenset(self.bounds)
        lows, before, nouns = self.lows, ".", nouns_and_verbs()
        for index, kind in enumerate(classes):
            if kind == "L" and index:
                if before in "AE" or (lows[index - 1] == "to" and not lows[index].endswith("s")):
                    classes[index] = kind = "B"
            elif (
                kind == "V" and self.words[index] in given_names() and classes[index + 1 : index + 2] == ["N"]
            ):
                classes[index] = kind = "N"  # Rose Dahl
            elif kind == "X" and self.words[index] == "First" and lows[index + 1 : index + 2] in FIRST:
                classes[index] = kind = "N"
            elif (
                before == "N" and kind in "AEIXCV" and self.words[index][0].isupper() and index not in begins
            ):
                classes[index] = kind = "N"  # Theresa May
            elif (
                kind == "V"
                and before in "DLN#"
                and lows[index] in nouns
                and classes[index + 1 : index + 2] in VERBS
            ):
                classes[index] = kind = "L"  # "the recent attacks changed"
            before = kind
        for first, end in self.cues:
            if (
                self.lows[first] == "according"
            ):  # who stands behind it is a noun: "according to press reports"
                while end < len(classes) and classes[end] in "BVL":
                    classes[end] = "L"
                    end += 1
        for index in self.bounds[:-1]:
            if index < len(classes) and classes[index] == "N" and is_participle(self.words[index]):
                behind = "".join(classes[index + 1 : index + 3])
                if not (behind[:1] in ("E", "A") or behind == ",R" or lows[index + 1 : index + 2] in SAYS):
                    classes[index] = "G"  # but "Nordbing said"
        return "".join(classes)

    @lazy
    def shapes(self) -> list[str]:
        """A function word or mark itself, of other words the class."""
        return [low if kind in STANDING else kind for low, kind in zip(self.lows, self.classes, strict=True)]

    @lazy
    def phrases(self) -> list[Words]:
        """The noun phrases, as first word and the word after the last, in order and disjoint."""
        return list(_phrases(self.lows, self.classes, frozenset(self.bounds)))

    @lazy
    def phrase_starts(self) -> list[int]:
        """First word of each phrase."""
        return [first for first, _ in self.phrases]

    @lazy
    def cues(self) -> list[Words]:
        """The cues, in order and disjoint."""
        return cues_in(self.words, self.lows)

    @lazy
    def cue_starts(self) -> list[int]:
        """First word of each cue."""
        return [first for first, _ in self.cues]

    def sentence(self, index: int) -> Words:
        """First word of the sentence of the word ``index``, and the word after its last."""
        at = bisect.bisect_right(self.bounds, index)
        return self.bounds[at - 1], self.bounds[at]

    def form(self, words: Words) -> str:
        """The words in lower case."""
        first, end = words
        return self.lows[first] if end == first + 1 else " ".join(self.lows[first:end])

    def span_of(self, words: Words) -> Span:
        """Where the words stand."""
        return Span(self.starts[words[0]], self.stops[words[1] - 1])

    def shape(self, index: int, within: Words) -> str:
        """The shape of the word; ``^`` and ``$`` beyond the sentence."""
        if index < within[0]:
            return "^"
        return self.shapes[index] if index < within[1] else "$"

    def between(self, first: int, end: int) -> str:
        """The classes of the words between two places, of more than five without the middle."""
        if end - first > 5:
            return f"{self.classes[first : first + 2]}~{self.classes[end - 3 : end]}"
        return self.classes[first:end]

    def quotes_within(self, first: int, end: int) -> bool:
        """Whether a quotation is among these words."""
        at = bisect.bisect_left(self.places, first)
        return at < len(self.places) and self.places[at] < end


def _phrases(lows: list[str], classes: str, bounds: frozenset[int]) -> Iterator[Words]:
    """Noun phrases: pronouns, and runs of determiners, names, numbers and nouns."""
    start = -1
    for index, kind in enumerate(classes):
        if start >= 0 and (index in bounds or (kind not in "N#L" and not _goes_on(lows, classes, index))):
            yield from _closed(lows, classes, start, index)
            start = -1
        if start < 0 and (kind == "P" or (kind == "R" and lows[index] in ("who", "which", "that"))):
            yield index, index + 1
        elif start < 0 and kind in "DN#L":
            start = index
    if start >= 0:
        yield from _closed(lows, classes, start, len(classes))


def _goes_on(lows: list[str], classes: str, index: int) -> bool:
    """Whether a phrase that holds the word before ``index`` holds this one too, which is no noun."""
    kind, before = classes[index], classes[index - 1]
    following = classes[index + 1] if index + 1 < len(classes) else "."
    if kind == "D":
        return before == "D" or lows[index - 1] == "of" or (before == "I" and index > 1)
    if (lows[index] == "of" and lows[index - 1] != "words") or (
        lows[index] in OFFICE_OF and _is_person(lows[index - 1])
    ):
        return following in "DN#L"
    if KNOWING.get(lows[index - 1]) == lows[index]:
        return following in "DN#L"
    if lows[index] in ("and", "&"):
        return before == following == "N"
    if kind == "V" and lows[index - 1] in STANDALONE and following not in "LN":
        return lows[index] in nouns_and_verbs()
    if kind == "G" and before == "N":
        return lows[index] == "winning" and following in "NL"  # "Nobel Prize winning writer Lena Dahl"
    if lows[index] in KNOWING:
        return lows[index + 1 : index + 2] == [KNOWING[lows[index]]] and _is_person(lows[index - 1])
    return kind in "VGX" and before == "D"


def _is_person(low: str) -> bool:
    """Whether it is a noun for people."""
    return low.endswith(ROLES) and not low.endswith(THINGS)


def _closed(lows: list[str], classes: str, start: int, end: int) -> Iterator[Words]:
    """The phrase without what cannot end it; after a bare name, nouns belong to it only where a verb follows them."""
    if classes[start] == "N" and classes[end - 1] == "L" and "of" not in lows[start:end]:
        following = classes[end] if end < len(classes) else "."
        named = lows[max(0, start - 2) : start] == ["according", "to"] or lows[start - 1 : start] == ["by"]
        if following in "VAEXR" or named:
            pass
        elif end - start > 2 and lows[end - 1] in bare_verbs() and lows[end - 2].endswith("s"):
            end -= 1  # "Health officials note the ..."
        else:
            while classes[end - 1] == "L":
                end -= 1
    while end - 1 > start and classes[end - 1] in "ID":
        end -= 1
    if classes[end - 1] != "I":
        yield start, end


@functools.lru_cache(maxsize=8)
def paragraphs_in(document: Document) -> list[Paragraph]:
    """The paragraphs of the body, read once for quotations and claims."""
    text = document.text
    return [Paragraph(text, block.span, quoted_spans(text, block.span)) for block in document.body]
