"""Sentence boundaries: candidates at terminal punctuation, judged by rules for news text.

A paragraph is read left to right. Each terminal mark (with the closing marks that cling to it) that
white space follows is a candidate; it is a boundary unless a rule says otherwise. The rules are those
of the field: abbreviations and initials (Kiss & Strunk 2006, section 4, by list instead of by count),
lower case after the mark, and no boundary inside brackets or between a quotation and what reports it.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from briefing.language.endings import SPACED, UNSPACED
from briefing.lazy import seldom
from briefing.model import Document, Sentence, Span

TAIL = 5
"""Letters at the end of a word that are looked at first."""
OPENERS = ('"', "“", "‘", "'", "''", "«", "„", "(", "[")
CLOSERS = "\"'”’»)\\]›"
DASHES = ("-", "–", "—", "―")
"""How a sentence seldom begins, behind an abbreviation: "PORT EBBA, N.H. -- The council"."""
BULLETS = "•▪◦‣"
"""Marks of a list that has lost its line ends: no part of the sentence that they stand before."""
TAG = seldom(
    r" (?!(?:He|She|They|We|You|It) )(?:[A-ZÀ-Þ][\w.’'-]* ){1,3}(?:\w+ly |later |then |also )?"
    r"(?:(?:asked|asks|shouted|cried|replied|wondered|exclaimed|yelled|chanted|wrote|tweeted)\b|(?:screamed|demanded|"
    r"inquired|responded|quipped|continued|recalled|thought|joked)(?=[.,;])|"
    r"told (?:[A-ZÀ-Þ]|the |a |her\b|him\b|them\b|reporters\b)|"
    r"(?:said|says|added)(?=[.,;]| (?:on|in|at|to|as|with|after|before|during|when|while|of|about|from|[A-ZÀ-Þ])))"
)
"""Who asks or exclaims, behind the quotation: ``"Why now?" Lena Dahl asked.`` "He said ..." opens a sentence."""
CANDIDATE = re.compile(
    # One class of characters first, so that the scan is quick; then possessive, and begun once per run of marks, so
    # that time stays linear on a megabyte of full stops.
    rf"[{SPACED};{UNSPACED}](?:"
    rf"(?:(?<=[{SPACED}])(?<![{SPACED}]{{2}})[{SPACED}]*+|(?<=[\u0370-\u03ff\u1f00-\u1fff];))"
    # Closing marks cling to it, also one that a space parts from it: '... brains. " — Peres'.
    rf"[{CLOSERS}]*+(?:\s[\"”](?=\s[―—–-]|\s?$))?(?:\[\d{{1,3}}\])*+(?=\s)|(?<=[{UNSPACED}])[{UNSPACED}]*+[」』”’）]*+)"
)
INITIAL = seldom(r"(?:^|[\s(\[\"“‘'.-])[A-ZÀ-ÞА-Я]$")
DOTTED = re.compile(r"(?:^|[\s(\[\"“‘'-])(?:[^\W\d_]\.)+[^\W\d_]$")
LIST_NUMBER = re.compile(r"(?:^|[.:;!?]\s+)(?:\d{1,2}|[ivx]{1,4}|[a-z])$")
ORDINAL = re.compile(r"(?:^|\s)(?:am|der|dem|den|die|das|des|vom|zum|beim|im|bis|seit|ab|und) \d{1,2}$", re.I)
ASIDE = 400
"""Characters in which what stands in brackets behind a question ends."""
LAST_WORD = re.compile(r"[^\s(\"“‘'\[—–/]+$")
NEXT_WORD = re.compile(r"\s+([\"'“‘«„(\[¿¡―—–-]*)\s*([^\s,;:.!?\"'”’)\]]*)")
CLOCK = frozenset({"a.m", "p.m"})
CALENDAR = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
September October November December EST EDT GMT ET PT PST PDT UTC
"""
DAYS = frozenset(CALENDAR.split())
COUNTED = """
Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert Januari
Klasse Mal Jahrestag Geburtstag
"""
MONTHS = frozenset(COUNTED.split())
"""What follows an ordinal number in German ("am 3. Mai")."""
OPENING = """
The A An This That These Those He She It They We I You In On At By For From With But And Or So If When While As
After Before Since There Here His Her Its Their Our My Your What Who Why How Where Which However Meanwhile
Although Though Despite According Last Next Some Many Most Both Asked Now Then Yet Under Over Among Between
During Until Once All No Not One Two Earlier Later Also
"""
STARTERS = frozenset(OPENING.split())


@functools.cache
def abbreviations() -> dict[str, frozenset[str]]:
    """Words that a full stop belongs to, by class: ``always`` (a name follows), ``number`` (a figure), ``month`` or
    ``either``."""
    table: dict[str, set[str]] = {}
    lines = Path(__file__).with_name("abbreviations.txt").read_text(encoding="utf-8").splitlines()
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
    begin = 0
    for match in CANDIDATE.finditer(text):
        start, end = match.span()
        if _is_plain(text, start, end) or (is_boundary(text, start, end) and not _opens(text, begin, start)):
            ends.append(end)
            begin = end
    end = len(text.rstrip())
    if not ends or ends[-1] < end:
        ends.append(end)
    return ends


def _opens(text: str, begin: int, end: int) -> bool:
    """Whether the sentence that began at ``begin`` has nothing but an opening mark: "“... It is over,” she said."."""
    return end - begin <= TAIL and text[begin:end].strip() in OPENERS


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether a full stop, and no more, parts a word of five small letters, no abbreviation, from a capital: most
    sentences end so, and no rule has to be asked."""
    tail = text[max(0, start - TAIL) : start]
    return (
        end == start + 1
        and text[start] == "."
        and text[end + 1 : end + 2].isupper()
        and text[end] == " "
        and len(tail) == TAIL
        and tail.isalpha()
        and tail.islower()
        and tail not in _tails()
    )


@functools.cache
def _tails() -> frozenset[str]:
    """How long abbreviations end."""
    return frozenset(
        word[-TAIL:] for words in abbreviations().values() for word in words if len(word) >= TAIL
    )


def is_boundary(text: str, start: int, end: int) -> bool:
    """Whether the terminal mark at ``text[start:end]`` (closing marks included) ends a sentence."""
    if text[start] in UNSPACED:
        return True
    following = NEXT_WORD.match(text, end)
    if following is None:
        return False
    opener, word = following.groups()
    mark = text[start:end].rstrip("\"'”’»)]› 0123456789[")
    if word[:1].islower() and not _starts_in_lower_case(text, end, mark, opener):
        # What goes on in lower case goes on: '"Why?" he asked', "vs. them".
        return False
    if mark in ("!", "?") and opener[:1] == "(":
        return _is_aside(text, following.start(1))
    if mark == "." and not word and not opener and _is_spaced(text, start, following.end()):
        return False
    if mark != ".":
        return not (text[end - 1] in '"”’»' and TAG.match(text, end))
    clinging = text[start + 1 : end]
    if clinging and clinging.strip(")]"):
        return True
    before = _word_before(text, start)
    return not before or not _keeps_full_stop(text, start, before, "" if opener[:1] in DASHES else word)


def _is_spaced(text: str, start: int, next_mark: int) -> bool:
    """Whether the full stop at ``start`` is one, but not the last, of an ellipsis with spaces: "the wall . . . and the quay"."""
    dots = text[next_mark : next_mark + 3]
    return dots == ". ." or (dots[:2] in (". ", ".") and text[max(0, start - 2) : start] == ". ")


def _is_aside(text: str, start: int) -> bool:
    """Whether the bracket that opens at ``start`` holds a sentence, and no year or translation as in "Viva Maria! (1965)"."""
    close = text.find(")", start, start + ASIDE)
    return close > 0 and text[close - 1] in SPACED


def _word_before(text: str, end: int) -> str:
    """The word that ends at ``end``; empty where none does."""
    pieces = text[max(0, end - 40) : end].split()
    if not pieces or text[end - 1].isspace():
        return ""
    if pieces[-1].isalnum():
        return pieces[-1]
    found = LAST_WORD.search(pieces[-1])
    return found.group() if found else ""


def _starts_in_lower_case(text: str, end: int, mark: str, opener: str) -> bool:
    """Whether what follows in lower case is a sentence all the same: a name such as "eBay" or "wikiHow"."""
    word = NEXT_WORD.match(text, end)
    name = word.group(2) if word else ""
    return mark == "." and not opener and name.isalpha() and not name.islower()


def _keeps_full_stop(text: str, start: int, token: str, word: str) -> bool:
    """Whether the full stop after ``token`` belongs to it rather than to the sentence."""
    table = abbreviations()
    first = word[:1]
    if token in table["always"]:
        return True
    if "-" in token:  # "then-Sen. Lena Dahl", "from June 30-Aug. 2"
        last = token.rpartition("-")[2]
        return last in table["always"] or (last in table["month"] and first.isdigit())
    if token in table["number"]:
        return first.isdigit()
    if token in CLOCK:
        return word in DAYS or not first.isupper()
    if token.isdigit() or len(token) < 5:
        context = max(0, start - 12)
        number = LIST_NUMBER.search(text, context, start)
        if number and not _is_counted(text, number.start()):
            return True
        if token.isdigit():
            return word in MONTHS or (bool(ORDINAL.search(text, context, start)) and word not in STARTERS)
    alone = start < 2 or not text[start - 2].isalnum()  # a letter by itself stands before the full stop
    if (
        token in table["either"]
        or token in table["month"]
        or (alone and DOTTED.search(text, max(0, start - 12), start))
    ):
        return word not in STARTERS
    if alone and INITIAL.search(text, max(0, start - 2), start):
        # "George W. Bush", but "Vitamin C. The"
        return word not in STARTERS and token != "I"
    return False


def _is_counted(text: str, end: int) -> bool:
    """Whether a number is a day or a count, after "Aug." or "No.", and none of a list."""
    table = abbreviations()
    before = _word_before(text, end)
    return text[end : end + 1] == "." and (before in table["month"] or before in table["number"])


def sentence_spans(text: str, span: Span) -> list[Span]:
    """Spans of the sentences of the paragraph ``span`` of ``text``, without the white space and bullets around them."""
    paragraph = span.of(text)
    found: list[Span] = []
    at = 0
    for end in boundaries(paragraph):
        while at < end and (paragraph[at].isspace() or paragraph[at] in BULLETS):
            at += 1
        if at < end:
            found.append(Span(span.start + at, span.start + end))
        at = end
    return found


def split_document(document: Document, index: int = 0) -> list[Sentence]:
    """The sentences of the body of ``document``, in reading order; ``index`` is kept as their document."""
    return [
        Sentence(span.of(document.text), span, number, index)
        for number, block in enumerate(document.body, 1)
        for span in sentence_spans(document.text, block.span)
    ]
