"""Sentence boundaries: candidates at terminal punctuation, judged by rules for news text.

A paragraph is read left to right. Each terminal mark (with the closing marks that cling to it) that
white space follows is a candidate; it is a boundary unless a rule says otherwise. The rules are those
of the field: abbreviations and initials (Kiss & Strunk 2006, section 4, by list instead of by count),
lower case after the mark, and no boundary inside brackets or between a quotation and what reports it.
"""

from __future__ import annotations

import functools
import re
from importlib.resources import files

from briefing.model import Document, Sentence, Span

CLOSERS = "\"'”’»)\\]"
CANDIDATE = re.compile(rf"(?:[.!?…]+[{CLOSERS}]*(?:\[\d{{1,3}}\])*(?=\s)|[。！？]+[」』”’）]*)")
OPENERS = "\"'“‘«([¿¡—–-"
INITIAL = re.compile(r"(?:^|[\s(\"“‘'.-])[A-Z]$")
DOTTED = re.compile(r"(?:^|[\s(\"“‘'-])(?:[A-Za-z]\.)+[A-Za-z]$")
LAST_WORD = re.compile(r"[^\s(\"“‘'\[—–/]+$")
NEXT_WORD = re.compile(r"\s+[\"'“‘«(\[]*([^\s,;:.!?\"'”’)]*)")
CLOCK = frozenset({"a.m", "p.m"})
DAYS = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "EST",
        "EDT",
        "GMT",
        "ET",
        "PT",
        "PST",
        "PDT",
        "UTC",
    ]
)
STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "This",
        "That",
        "These",
        "Those",
        "He",
        "She",
        "It",
        "They",
        "We",
        "I",
        "You",
        "In",
        "On",
        "At",
        "By",
        "For",
        "From",
        "With",
        "But",
        "And",
        "Or",
        "So",
        "If",
        "When",
        "While",
        "As",
        "After",
        "Before",
        "Since",
        "There",
        "Here",
        "His",
        "Her",
        "Its",
        "Their",
        "Our",
        "My",
        "Your",
        "What",
        "Who",
        "Why",
        "How",
        "Where",
        "Which",
        "However",
        "Meanwhile",
        "Although",
        "Though",
        "Despite",
        "According",
        "Last",
        "Next",
        "Some",
        "Many",
        "Most",
        "Both",
        "Asked",
        "Now",
        "Then",
        "Yet",
        "Under",
        "Over",
        "Among",
        "Between",
        "During",
        "Until",
        "Once",
        "All",
        "No",
        "Not",
        "One",
        "Two",
        "Earlier",
        "Later",
        "Also",
    ]
)


@functools.cache
def abbreviations() -> dict[str, frozenset[str]]:
    """Words that a full stop belongs to, by class: ``always`` (a name follows) or ``number`` (a figure)."""
    table: dict[str, set[str]] = {}
    lines = files("briefing.language").joinpath("abbreviations.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            kind, _, words = line.partition(":")
            table.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in table.items()}


def boundaries(text: str) -> list[int]:
    """Offsets at which a sentence of the paragraph ``text`` ends; the last one is the paragraph's end.

    The text is one paragraph. Runs in time linear in its length.
    """
    ends: list[int] = []
    for match in CANDIDATE.finditer(text):
        if is_boundary(text, match.start(), match.end()):
            ends.append(match.end())
    end = len(text.rstrip())
    if not ends or ends[-1] < end:
        ends.append(end)
    return ends


def is_boundary(text: str, start: int, end: int) -> bool:
    """Whether the terminal mark at ``text[start:end]`` (closing marks included) ends a sentence."""
    if text[start] in "。！？":
        return True
    following = NEXT_WORD.match(text, end)
    if following is None:
        return False
    begin = following.start(1)
    word = following.group(1)
    first = text[begin : begin + 1]
    if first.islower() and not (text[start] in "!?" and end - start == 1 and text[begin - 1] in OPENERS):
        # What goes on in lower case goes on: '"Why?" he asked', "vs. them".
        return False
    mark = text[start:end].rstrip("\"'”’»)]")
    if mark[:1] != "." or mark.startswith(".."):
        return True
    before = LAST_WORD.search(text, max(0, start - 40), start)
    token = before.group() if before else ""
    if end - start == 1 and token:
        return not _keeps_full_stop(text, start, token, word, first)
    return True


def _keeps_full_stop(text: str, start: int, token: str, word: str, first: str) -> bool:
    """Whether the full stop after ``token`` belongs to it rather than to the sentence."""
    table = abbreviations()
    if token in table["always"]:
        return True
    if token in table["number"]:
        return first.isdigit()
    if token in CLOCK:
        return word in DAYS or not first.isupper()
    if token in table["either"] or DOTTED.search(text, max(0, start - 12), start):
        return word not in STARTERS
    if INITIAL.search(text, max(0, start - 2), start):
        # "George W. Bush", but "Vitamin C. The"
        return word not in STARTERS and token != "I"
    return False


def sentence_spans(text: str, span: Span) -> list[Span]:
    """Spans of the sentences of the paragraph ``span`` of ``text``, without the white space around them."""
    paragraph = span.of(text)
    found: list[Span] = []
    at = 0
    for end in boundaries(paragraph):
        piece = paragraph[at:end]
        start = at + len(piece) - len(piece.lstrip())
        stop = at + len(piece.rstrip())
        if stop > start:
            found.append(Span(span.start + start, span.start + stop))
        at = end
    return found


def split_document(document: Document, index: int = 0) -> list[Sentence]:
    """The sentences of the body of ``document``, in reading order; ``index`` is kept as their document."""
    return [
        Sentence(span.of(document.text), span, number, index)
        for number, block in enumerate(document.body, 1)
        for span in sentence_spans(document.text, block.span)
    ]
