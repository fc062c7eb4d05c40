"""Who said it: reporting verbs around a quotation, in its sentence, its paragraph and the paragraph before.

The order of trust is that of news style: what follows the quotation in its sentence, what leads up to it, then the
speaker of the quotation before it where nobody else has been brought in (Pareti et al. 2013; O'Keefe et al. 2012,
section 3, rules 1 to 5). Where none of them tells, there is no speaker: never a guess.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from briefing.language.sentences import boundaries
from briefing.model import Span
from briefing.quotes.cues import ACCORDING, base_forms, find_cues, stance_forms, weak_forms
from briefing.quotes.mentions import leading_subject, subject_after, subject_before, subject_of_infinitive

PLURAL = re.compile(
    r"(?:\b(?:they|we|I|who|to|will|would|can|could|may|might|must|should|did|do|not|also|people|police)|s)[\s,)]*$"
)
VERBS_ONLY = frozenset(
    [
        "say",
        "think",
        "believe",
        "argue",
        "insist",
        "warn",
        "suggest",
        "acknowledge",
        "admit",
        "agree",
        "deny",
        "allege",
        "write",
        "explain",
        "expect",
        "predict",
        "contend",
        "maintain",
        "recall",
        "declare",
        "describe",
        "propose",
        "know",
        "add",
        "announce",
        "tell",
        "oppose",
        "accuse",
    ]
)
"""Base forms that are no nouns, so that any subject may stand before them: "women say"."""
ARTICLE = re.compile(r"\b(?:the|an?|his|her|their|its|no|to)\s+$", re.I)
NOMINAL = re.compile(
    r"((?:[A-Z][\w.-]+ ){0,3}[A-Z][\w.-]+|\b(?:his|her|their))(?:[’']s?)? (?:\w+ ){0,2}?"
    r"(?:claim|claims|statement|remark|remarks|comment|comments|words|letter|tweet|tweets|message|call|calls|promise|"
    r"pledge|slogan|description|assertion|warning|argument|quote)\b"
)
DASH_NAME = re.compile(r"\s*[—–-]{1,2}\s*((?:[A-Z][\w.’'-]+)(?: [A-Z][\w.’'-]+){0,3})(?=[\s,.]*(?:$|\n|,))")
LABEL = re.compile(r"(?:^|[—–.!?-]\s+|\n)((?:[A-Z][\w.’'-]+ ){0,4}[A-Z][\w.’'-]+)\s*:\s*$")
PROGRESSIVE = re.compile(
    r"(?:\b(?:is|are|was|were|been|be|keeps|kept|began|started)|[’'](?:s|re|m))(?: not| also| now| still)?\s*$"
)
POSSESSIVE = re.compile(r"(?:[’']s|s[’'])\s+$")
PASSIVE = re.compile(r"(?:\b(?:is|are|was|were|be|been|being)|[’'](?:s|re|m))(?: \w+ly| also| not)?\s+$")
INFINITIVE = re.compile(r"\bto\s+$")
SEPARATORS = " \n\t\u00a0,;—–"
SPEAKS_ON = ",?!—–-…"
ASKS = "?!…—–-"
ENDS = ".?!…"


@dataclass(frozen=True, slots=True)
class Said:
    """Where the text names the speaker, and the words that report the speech."""

    mention: Span
    cue: Span


class Paragraph:
    """A paragraph with its quotations and the sentences around them."""

    def __init__(self, text: str, span: Span, quotes: list[Span]) -> None:
        self.text = text
        self.span = span
        self.quotes = quotes
        inside = span.of(text)
        ends = [span.start + end for end in boundaries(inside)]
        self.ends = [end for end in ends if not _inside(end, quotes)]
        self.cues = [cue for cue in find_cues(text, span.start, span.end) if not _inside(cue.start, quotes)]
        self.spoken = [cue for cue in self.cues if cue.of(text) not in stance_forms()]

    def sentence(self, quote: Span) -> tuple[int, int]:
        """Start and end of the sentence around ``quote``, whose own inner boundaries do not count."""
        before = bisect.bisect_right(self.ends, quote.start)
        after = bisect.bisect_left(self.ends, quote.end)
        start = self.ends[before - 1] if before else self.span.start
        return start, self.ends[after] if after < len(self.ends) else self.span.end

    def own(self, i: int) -> Said | None:
        """Who the sentence of the i-th quotation says is speaking."""
        quote = self.quotes[i]
        start, end = self.sentence(quote)
        following = min(end, self.quotes[i + 1].start if i + 1 < len(self.quotes) else end)
        words = quote.of(self.text).rstrip("\"“”«»’'")
        runs_on = words[-1:] in SPEAKS_ON or self.text[quote.end : quote.end + 1] in ",—–"
        found = self._after(quote.end, following) if runs_on else None
        if found is None and words[-1:] in ASKS and quote.end == end:
            found = self._tag(quote.end)
        return (
            found
            or self._before(start, quote.start)
            or (None if runs_on else self._afterwards(quote, following, end))
        )

    def _tag(self, start: int) -> Said | None:
        """``?" Biden asked``: what follows a question or exclamation at once, though its mark could end a sentence."""
        cue = next((c for c in self.spoken if c.start >= start), None)
        between = self.text[start : cue.start] if cue else ""
        if cue is None or len(between) > 60 or any(mark in between for mark in ".,;:\n"):
            return None
        mention = self.subject(start, cue)
        return Said(mention, cue) if mention and not self.text[start : mention.start].strip() else None

    def _after(self, start: int, end: int) -> Said | None:
        """``," Biden said`` and ``," said Biden``; ``," according to Biden``; ``" — Biden``."""
        source = ACCORDING.search(self.text, start, end)
        cue = next((c for c in self.spoken if start <= c.start < end), None)
        if source and (cue is None or source.start() < cue.start):
            mention = subject_after(self.text, source.end(), end)
            return Said(mention, Span(source.start(), source.end() - 1)) if mention else None
        if cue is None:
            dash = DASH_NAME.match(self.text, start, end)
            return Said(Span(*dash.span(1)), Span(start, dash.start(1))) if dash else None
        mention = None
        if self.text[start : cue.start].strip(SEPARATORS + "-"):
            mention = self.subject(start, cue)
        mention = mention or subject_after(self.text, cue.end, end)
        return Said(mention, cue) if mention else None

    def _before(self, start: int, end: int) -> Said | None:
        """``Biden said: "``, ``Biden called it "``, ``according to Biden, "``: the nearest verb with a subject."""
        label = LABEL.search(self.text, max(start, end - 80), end)
        if label:
            return Said(Span(*label.span(1)), Span(label.end(1), label.end(1) + 1))
        leading = [c for c in reversed(self.spoken) if start <= c.start < end]
        # "Trump said that he thinks it "...": the words were said; thinking is what they tell of.
        for cue in sorted(leading, key=lambda c: c.of(self.text) in weak_forms()):
            mention = self.subject(start, cue)
            if mention:
                return Said(mention, cue)
        source = ACCORDING.search(self.text, start, end)
        if source:
            mention = subject_after(self.text, source.end(), end)
            if mention:
                return Said(mention, Span(source.start(), source.end() - 1))
        nouns = list(NOMINAL.finditer(self.text, start, end))
        if nouns:
            return Said(Span(*nouns[-1].span(1)), Span(nouns[-1].end(1), nouns[-1].end()))
        if self.text[start:end].rstrip()[-1:] == ":":
            mention = leading_subject(self.text, start, end)
            return Said(mention, Span(end - 1, end)) if mention else None
        return None

    def _afterwards(self, quote: Span, following: int, end: int) -> Said | None:
        """A partial quotation whose sentence reports it later: ``The "..." plan was dead, Biden said.``"""
        if quote.of(self.text).rstrip("\"”»’'")[-1:] in ENDS:
            return (
                self._after(quote.end, min(following, quote.end + 60))
                if DASH_NAME.match(self.text, quote.end, end)
                else None
            )
        for cue in (c for c in self.spoken if quote.end <= c.start < end):
            mention = self.subject(quote.end, cue)
            if mention and self.text[mention.start - 2 : mention.start] == ", ":
                return Said(mention, cue)
        source = ACCORDING.search(self.text, quote.end, end)
        mention = subject_after(self.text, source.end(), end) if source else None
        return Said(mention, Span(source.start(), source.end() - 1)) if source and mention else None

    def subject(self, start: int, cue: Span) -> Span | None:
        """The subject of the verb ``cue``, unless the word is a noun there ("the claim")."""
        word = cue.of(self.text)
        before = max(start, cue.start - 24)
        if word in VERBS_ONLY:
            if ARTICLE.search(self.text, before, cue.start):
                return None
        elif word in base_forms() and not PLURAL.search(self.text, before, cue.start):
            return None
        if PASSIVE.search(self.text, max(start, cue.start - 24), cue.start) and not word.endswith(
            ("s", "ing")
        ):
            return None
        if POSSESSIVE.search(self.text, max(start, cue.start - 4), cue.start):
            return None
        infinitive = INFINITIVE.search(self.text, max(start, cue.start - 8), cue.start)
        if infinitive:
            return subject_of_infinitive(self.text, start, infinitive.start())
        if word.endswith("ing") and not PROGRESSIVE.search(self.text, max(start, cue.start - 24), cue.start):
            return leading_subject(self.text, start, cue.start)
        return subject_before(self.text, start, cue.start)


def _inside(at: int, quotes: list[Span]) -> bool:
    """Whether ``at`` lies within one of the quotations, which are in order."""
    i = bisect.bisect_left(quotes, at, key=lambda quote: quote.start) - 1
    return i >= 0 and at < quotes[i].end


def attribute(text: str, paragraphs: list[Span], quotes: list[list[Span]]) -> list[list[Said | None]]:
    """Who said each quotation of each paragraph; ``None`` where the text does not tell."""
    found: list[list[Said | None]] = []
    previous: Paragraph | None = None
    last: Said | None = None
    for span, spans in zip(paragraphs, quotes, strict=True):
        paragraph = Paragraph(text, span, spans)
        said = [paragraph.own(i) for i in range(len(spans))]
        _within(paragraph, said)
        if spans and said[0] is None and previous is not None:
            said = _across(paragraph, said, previous, last)
        found.append(said)
        previous = paragraph
        last = said[-1] if said else None
    return found


def _within(paragraph: Paragraph, said: list[Said | None]) -> None:
    """``"A," she said. "B."``: the second is hers too; ``"A." "B," she said``: so is the first."""
    for i in range(1, len(said)):
        if said[i] is None and said[i - 1] is not None and _speaks(paragraph, i):
            said[i] = said[i - 1]
    for i in range(len(said) - 2, -1, -1):
        between = paragraph.text[paragraph.quotes[i].end : paragraph.quotes[i + 1].start]
        if said[i] is None and said[i + 1] is not None and not between.strip(SEPARATORS):
            said[i] = said[i + 1]


def _speaks(paragraph: Paragraph, i: int) -> bool:
    """Whether the i-th quotation is a sentence of its own, or joined to the one before by a few words."""
    quote, before = paragraph.quotes[i], paragraph.quotes[i - 1]
    start, _ = paragraph.sentence(quote)
    lead = paragraph.text[max(start, before.end) : quote.start].strip(SEPARATORS)
    return not lead or (start < before.start and len(lead) < 80)


def _across(
    paragraph: Paragraph, said: list[Said | None], previous: Paragraph, last: Said | None
) -> list[Said | None]:
    """A paragraph that is a quotation and names nobody goes on from the paragraph before."""
    text, quote = paragraph.text, paragraph.quotes[0]
    if text[paragraph.span.start : quote.start].strip():
        return said
    source = None
    if previous.quotes:
        tail = text[previous.quotes[-1].end : previous.span.end]
        introduces = len(boundaries(tail)) > 1 if tail.strip() else False
        source = last if not introduces else None
    if source is None:
        source = _introduced(previous)
    if source is None:
        return said
    filled = [source if s is None and (i == 0 or _speaks(paragraph, i)) else s for i, s in enumerate(said)]
    return filled


def _introduced(previous: Paragraph) -> Said | None:
    """The speaker whom the last sentence of the paragraph before brings in: ``He put it so:``, ``Biden agreed.``"""
    ends = previous.ends
    start = ends[-2] if len(ends) > 1 else previous.span.start
    cues = [c for c in previous.spoken if c.start >= start]
    for cue in cues[:1]:
        mention = previous.subject(start, cue)
        if mention:
            return Said(mention, cue)
    if previous.text[start : previous.span.end].rstrip()[-1:] == ":":
        mention = leading_subject(previous.text, start, previous.span.end)
        return Said(mention, Span(previous.span.end - 1, previous.span.end)) if mention else None
    return None
