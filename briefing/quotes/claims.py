"""Indirect speech: ``Biden said the matter was under review``; who says it, what, and with what force.

A reporting verb with a subject, and what it reports: the clause that follows it to the end of the sentence, or the
one before it (``The plan is dead, Biden said``); after ``according to`` likewise (Pareti 2015, chapter 2).
"""

from __future__ import annotations

import re

from briefing.language.sentences import sentence_spans
from briefing.model import Claim, Document, Span, Speaker
from briefing.quotes.attribution import Paragraph
from briefing.quotes.cues import ACCORDING, clause_forms, forces, stance_forms
from briefing.quotes.marks import quoted_spans
from briefing.quotes.mentions import leading_subject, subject_after
from briefing.quotes.people import people_in

THAT = re.compile(
    r"[ \n\u00a0]*(?:(?:reporters|CNN|NBC|[A-Z]\w+(?: [A-Z]\w+){0,3}|him|her|them|us|me|the \w+(?: \w+)?) )?(?:(?:on |in )[^,.;]{3,40}? )??(?:that\b)?"
)
ASIDE = re.compile(
    r"(?:in|on|at|during|after|before|to reporters|when|as|while|by|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"last|this|of|from|via|through|with|citing|referring)\b"
)
"""What follows a verb whose clause has gone before: when, where and to whom it was said."""
LATE_THAT = re.compile(r"[^,;:.]{0,80}?\bthat\b")
PHRASE = re.compile(r"[a-z][\w’'-]*(?: [\w’'-]+){0,9}")
"""A source that is neither a name nor opens with an article: "exit polls"."""
PLAIN = frozenset({"said", "says", "added", "wrote"})
FIRST_PERSONS = frozenset({"i", "we", "you"})
SHORTEST = 3
"""Words that a claim has at least."""


def claims_in(document: Document, index: int = 0) -> list[Claim]:
    """Every reported clause of the body without quotation marks, in reading order, at most one per verb."""
    people = people_in(document)
    found: list[Claim] = []
    for number, block in enumerate(document.body, 1):
        quotes = quoted_spans(document.text, block.span)
        paragraph = Paragraph(document.text, block.span, quotes)
        for sentence in sentence_spans(document.text, block.span):
            for mention, cue, content in _reported(paragraph, sentence):
                words = content.of(document.text)
                force = forces().get(cue.of(document.text), "neutral")
                speaker = Speaker(*people.resolve(mention), mention)
                found.append(Claim(words, content, speaker, cue, force, number, index))
    return found


def _reported(paragraph: Paragraph, sentence: Span) -> list[tuple[Span, Span, Span]]:
    """Mention, cue and content of what the sentence reports."""
    found: list[tuple[Span, Span, Span]] = []
    text = paragraph.text
    for cue in paragraph.cues:
        if not sentence.start <= cue.start < sentence.end or cue.of(text) not in clause_forms():
            continue
        mention = _subject(paragraph, sentence, cue)
        if mention and mention.of(text).lower() in FIRST_PERSONS:
            continue
        content = _content(paragraph, sentence, mention, cue) if mention else None
        if mention and content:
            found.append((mention, cue, content))
    source = ACCORDING.search(text, sentence.start, sentence.end)
    mention = subject_after(text, source.end(), sentence.end) if source else None
    if source and mention is None:
        named = PHRASE.match(text, source.end(), sentence.end)
        mention = Span(*named.span()) if named else None
    if source and mention:
        cue = Span(source.start(), source.end() - 1)
        comma = text.find(",", mention.end, sentence.end)
        before = _trimmed(text, sentence.start, source.start())
        after = _trimmed(text, comma + 1, sentence.end) if comma > 0 else None
        content = before if source.start() > sentence.start else after
        if content and _is_plain(paragraph, content):
            found.append((mention, cue, content))
    return found


def _subject(paragraph: Paragraph, sentence: Span, cue: Span) -> Span | None:
    """Who says it: before the verb, after an inverted one ("The plan is dead, said Biden"), or, where the verb is
    the second of two ("He left and said ..."), whom the sentence opens with."""
    text = paragraph.text
    before = text[sentence.start : cue.start].rstrip()
    if before.endswith(",") and cue.of(text) in PLAIN:
        after = subject_after(text, cue.end, sentence.end)
        if after and text[after.end : sentence.end].lstrip()[:1] in ",.;":
            return after
    found = paragraph.subject(sentence.start, cue)
    if found is None and before.endswith((" and", " but")):
        return leading_subject(text, sentence.start, cue.start)
    if found is None and before in ("It", "it") and cue.of(text) in PLAIN:
        return Span(sentence.start, sentence.start + 2)
    return found


def _content(paragraph: Paragraph, sentence: Span, mention: Span, cue: Span) -> Span | None:
    text = paragraph.text
    rest = text[cue.end : sentence.end].strip(" .,")
    if mention.start > cue.end:
        content = _trimmed(text, sentence.start, cue.start)
    elif text[sentence.start : mention.start].rstrip().endswith(",") and (
        len(rest.split()) <= 4 or ASIDE.match(rest)
    ):
        content = _trimmed(text, sentence.start, mention.start)
    else:
        that = THAT.match(text, cue.end, sentence.end)
        start = that.end() if that else cue.end
        if ASIDE.match(text[start : sentence.end].lstrip()):
            # "said on Monday that ...", but nothing is reported by "said in a statement".
            late = LATE_THAT.match(text, start, sentence.end)
            if late is None:
                return None
            start = late.end()
        end = sentence.end
        if cue.of(text) in stance_forms() and text[start - 5 : start].strip() != "that":
            # What somebody supports or attacks is a thing, not a clause: it ends at the comma.
            comma = text.find(", ", start, end)
            end = comma if comma > 0 else end
        content = _trimmed(text, start, end)
    return content if content and _is_plain(paragraph, content) else None


def _is_plain(paragraph: Paragraph, content: Span) -> bool:
    """Whether it is long enough to claim something, and holds no quotation."""
    quoted = any(q.start < content.end and content.start < q.end for q in paragraph.quotes)
    return not quoted and len(content.of(paragraph.text).split()) >= SHORTEST


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the white space, commas and full stop around it."""
    while start < end and text[start] in " \n\t\u00a0,;:":
        start += 1
    while end > start and text[end - 1] in " \n\t\u00a0,;:.":
        end -= 1
    return Span(start, end) if end > start else None
