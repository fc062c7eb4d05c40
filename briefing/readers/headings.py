"""Which short lines of a text are subheadings: a linear model over what a reader sees at a glance.

A line is judged by its form (length, last mark, letter case, digits, words that only sentences hold) and by where it
stands (what follows, what precedes, how far the next paragraph is). The weights are in ``headings.toml``, learnt by
``tools/heading_weights.py`` (logistic regression).
"""

from __future__ import annotations

import functools
import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.language.endings import HANGING, MARKS, ending
from briefing.lazy import seldom

WORD = re.compile(r"\w[\w’'.-]*")
WORDS, CHARACTERS = 18, 130
"""No subheading is longer."""
NUMBERED = seldom(
    r"(?:\d{1,2}|[ivx]{1,4})\s?[.:)]\s+\S|\#\d{1,2}\b|[^\W\d_]{3,12}\s\d{1,2}(?:\s(?:of|von|"
    r"de)\s\d{1,2})?(?:\s?[.:)–-]|$|\s[A-ZÀ-Þ])",
    re.I,
)
"""Also "Step 2: ...", "Method 1 of 3: ...", "Day 4"."""
DIGITS = re.compile(r"\d+")
STATEMENT = ending("".join(mark for mark in MARKS if mark not in HANGING))
"""How a line ends that is no heading, as a question may be."""
ASKS = seldom(
    r"Q[.:] |(?:how|what|who|whom|whose|why|when|where|which|is|are|was|were|do|does|did|can|could|will|would|should|"
    r"has|have|wer|wie|was|warum|wo|wann|wozu|welche\w*|quién|qué|cómo|cuándo|dónde|por qué)\b",
    re.I,
)
ADDRESS = re.compile(r"https?:|www\.|\.com\b|@\w|\B#\w|pic\.twitter")
SMALL = re.compile(
    r"(?:an?|and|as|at|but|by|for|from|in|into|nor|of|off|on|or|out|over|so|the|to|up|via|vs|with|yet)", re.I
)
"""Words that title case leaves small."""
UNSPACED = 8
"""Characters of a sentence in a script without spaces, at least."""
QUESTION = 10
"""Words that a question in a heading has at most, for what stands around it."""
TIMED = seldom(
    r"(?:19|20)\d\d(?:[-–/]\d{2,4})?|(?:kl\.? )?\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?| ?Uhr| ?h| [A-Z]{2,4})?|\d{1,2} ?[ap]\.?m\.?"
)
"""A year, or the time of an entry in a live blog."""
OPEN, CLOSED, SENTENCE_MARKS = "\"'“‘„«”»", "\"'”’»«“", (".", "!", "?", ":", ",")
CLOSING = (".", ":", "”", '"')
"""Last marks of a line of text that is no heading, whatever stands around it."""
SPEAKER = re.compile(r"[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]+)?: ")
"""Who speaks in a transcript."""
SPEAKS = re.compile(
    r"(?:(?:The )?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Senator|Deputy|Rt Hon|Hon)\.? [A-ZÀ-Þ]|"
    r"The (?:[A-Z][\w-]* ){0,3}(?:Speaker|Chair\w*|President|(?:[A-Z][a-z]+-)?(?:Minister|Secretary)|Convener)\b)[^.!?:;]{0,100}"
)
"""Who speaks, in a line of its own above what is said, as records of parliaments have it."""
LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?\n]{0,80}?)\s?:\s+\S")
"""What stands before a colon at the beginning of a line."""
LABELLED = 90
"""Characters of a line in which it stands."""
ASIDE = seldom(r"[\[(].*[\])]|(?!Q:|A:)[A-ZÀ-Þ][\w’'-]*(?: [\w’'-]+){0,2}: [^\W\d_].*[^.!?:…]")
"""A credit in brackets or a link to another article ("Read more: ..."), which parts a heading from its paragraph."""
SERIES = 3
"""Numbered lines that make a series, and lines of one wording that are a button."""
LONG_TITLE, MOST = 5, 0.8
"""Words from which on a line in title case is more than a name, and the share of them that has its capital."""
TITLE = 4
"""Words that the heading of a list has at most."""
ALIKE = 0.5
"""Difference of the shares of capitals up to which lines may be parallel."""
NEAR, OPENING = 3, 600
"""Blocks below a line in which its words come up again, and how many characters of each are looked at."""


class Page(NamedTuple):
    """The lines of an article, and what is known of them all."""

    lines: Sequence[str]
    texts: Sequence[bool]
    """Whether each is text (``is_text``, or a turn)."""
    turns: Sequence[bool]
    """Whether each is a turn of an interview, which is never a heading."""
    series: bool
    """Whether the text numbers its lines."""
    times: Mapping[str, int]
    """How often each line stands there."""
    rubrics: Mapping[str, int]
    """How many different lines in title case end with each word ("Morning Session", "Evening Session")."""

    @classmethod
    def of(cls, lines: Sequence[str]) -> Page:
        numbered = sum(NUMBERED.match(line) is not None for line in lines)
        turns = [a or b for a, b in zip(_turns(lines), _questions(lines), strict=True)]
        texts = [turn or is_text(line) for line, turn in zip(lines, turns, strict=True)]
        rubrics = Counter(ending for ending in map(_ending, set(lines)) if ending)
        return cls(lines, texts, turns, numbered >= SERIES, Counter(lines), rubrics)

    def candidates(self) -> list[int]:
        """Indices of the lines that may be headings: never the first and the last."""
        return [
            i
            for i in range(1, len(self.lines) - 1)
            if not self.turns[i] and _may_head(self.lines[i]) and not self._closes(i)
        ]

    def _closes(self, i: int) -> bool:
        """Whether a line ends as text does: it needs no closer look."""
        line = self.lines[i]
        if _unspaced_text(line):
            return True
        if line[-1] == ":" and (self.times[line] > 1 or not self.texts[i + 1]):
            return True
        return self.texts[i] and line[-1] in CLOSING

    def repeats(self, i: int) -> bool:
        """Whether a line stands there again and again, as a button does."""
        return self.times[self.lines[i]] >= SERIES and is_candidate(self.lines[i])


@functools.cache
def weights() -> dict[str, float]:
    """The weights of ``headings.toml`` by the name of their feature."""
    return tomllib.loads(Path(__file__).with_name("headings.toml").read_text("utf-8"))


def headings(lines: Sequence[str]) -> list[bool]:
    """Which of ``lines``, an article's in reading order, are subheadings; the first and the last never are.

    Lines that repeat one another ("Ingredients") are judged together, by their mean.
    """
    if not any(map(_may_head, lines[1:-1])):
        return [False] * len(lines)  # as of most articles in plain text
    page = Page.of(lines)
    texts = page.texts
    scores: dict[str, list[float]] = {}
    for i in page.candidates():
        scores.setdefault(wording(lines[i]), []).append(score(features(page, i)))
    chosen = {line for line, values in scores.items() if sum(values) > 0}
    if not chosen:
        return [False] * len(lines)
    found: list[bool] = []
    for i, line in enumerate(lines):
        inner = 0 < i < len(lines) - 1
        stacked = inner and found[-1] and texts[i + 1] and is_candidate(lines[i + 1])  # a table's head
        found.append(inner and wording(line) in chosen and not stacked)
    return found


def is_mark(line: str) -> bool:
    """Whether a line is only a year, a time or a word in capitals: a heading where it stands between paragraphs."""
    return TIMED.fullmatch(line) is not None or (line.isalpha() and line.isupper() and len(line) > 3)


def _turns(lines: Sequence[str]) -> list[bool]:
    """Which lines open with who speaks: two labels at least come again, as in an interview in mixed case.

    "Q:" is left to the model: in a list of questions it opens a heading.
    """
    colons = (":" in line[:LABELLED] for line in lines)  # to be quick
    labels = [
        match["label"] if colon and (match := LABEL.match(line)) else ""
        for colon, line in zip(colons, lines, strict=True)
    ]
    often = {label for label, times in Counter(labels).items() if label not in ("", "Q", "A") and times > 1}
    speakers = [SPEAKS.fullmatch(line) is not None for line in lines]
    record = sum(speakers) >= SERIES
    return [
        (len(often) > 1 and label in often) or (record and s)
        for label, s in zip(labels, speakers, strict=True)
    ]


def _questions(lines: Sequence[str]) -> list[bool]:
    """Which lines are the questions of an interview, where most of them are longer than a heading is.

    "Q:" is left to the model here too.
    """
    asked = [line.endswith("?") and line[:2] != "Q:" and ASKS.match(line) is not None for line in lines]
    long = sum(ask and len(WORD.findall(line)) > QUESTION for ask, line in zip(asked, lines, strict=True))
    return asked if long >= SERIES and 2 * long >= sum(asked) else [False] * len(lines)


def is_title(line: str) -> bool:
    """Whether a line with a colon behind it is a heading by its letters: "KEY POINTS:", "The Bottom Line:"."""
    words = _said(line)
    return line.isupper() or (len(words) > 1 and title_case(line) == 1 and line[0].isupper())


def score(found: dict[str, float]) -> float:
    """Log-odds of a heading."""
    table = weights()
    return table["bias"] + sum(table.get(name, 0.0) * value for name, value in found.items())


def wording(line: str) -> str:
    """What a line shares with those that it is judged with: "Method 1 of 3: Oven" is one of the methods."""
    numbered = NUMBERED.match(line) if line[0].isalpha() else None
    return DIGITS.sub("#", numbered[0]) if numbered else line


def is_candidate(line: str) -> bool:
    """Whether a line is short enough for a heading."""
    return len(line) <= CHARACTERS and 1 <= len(_said(line)) <= WORDS


def _may_head(line: str) -> bool:
    """Whether a line is a candidate without a full stop at its end."""
    return len(line) <= CHARACTERS and (line[-1] != "." or line[-2:] == "..") and is_candidate(line)


def is_text(line: str) -> bool:
    """Whether a line is no heading at first sight: too long, or a sentence of four words or more."""
    if (
        not is_candidate(line)
        or _unspaced_text(line)
        or (line.endswith(":") and not is_title(line))
        or line.startswith("A: ")
        or SPEAKER.match(line)
    ):
        return True
    words = len(_said(line))
    return words >= 4 and (
        STATEMENT.search(line) is not None or (line.endswith(("?", "…", "...")) and words > QUESTION)
    )


def _unspaced_text(line: str) -> bool:
    """Whether a line in a script without spaces between words holds a full stop: it is a sentence or more."""
    return "。" in line and len(line) >= UNSPACED


def features(page: Page, i: int) -> dict[str, float]:
    """What tells of line ``i`` whether it is a heading, by name; what it has not got is left out.

    It is neither the first nor the last line.
    """
    found = _form(page.lines[i]) | _place(page.lines, i, page.texts)
    found["one of a series"] = found["numbered"] * page.series
    found["rubric"] = float(page.rubrics.get(_ending(page.lines[i]), 0) >= SERIES)
    found["over a repeated line"] = float(page.repeats(i + 1) and not page.repeats(i))
    found["under a repeated line"] = float(page.repeats(i - 1) and not page.repeats(i))
    return {name: value for name, value in found.items() if value}


@functools.lru_cache(maxsize=1024)
def title_case(line: str) -> float:
    """Share of the words after the first that are capitalised, small words aside; 0 for a line of one word."""
    cased = [w for w in _said(line)[1:] if w[0].isalpha() and not SMALL.fullmatch(w)]
    return sum(w[0].isupper() for w in cased) / len(cased) if cased else 0.0


def _form(line: str) -> dict[str, float]:
    words = _said(line)
    last = line.rstrip("\"'”’»)]")[-1:]
    letters = [c for c in line if c.isalpha()]
    quoted = line[0] in OPEN and line[-1] in CLOSED
    numbered = NUMBERED.match(line) is not None
    asked = line.rpartition(". ")[2]  # "I own a second home. Should I worry?"
    return {
        "length": math.log(len(words)),
        "over 8 words": max(0, len(words) - 8) * (1 - title_case(line)),
        "full stop": float(last == "."),
        "question": float(last == "?"),
        "asks": float(last == "?" and len(words) <= QUESTION and ASKS.match(asked) is not None),
        "exclamation": float(last == "!"),
        "colon": float(last == ":" and not is_title(line)),
        "title with a colon": float(last == ":" and is_title(line)),
        "sentence in title case": float(len(words) > LONG_TITLE and title_case(line) > MOST),
        "comma or semicolon": float(last in (",", ";")),
        "ellipsis": float(last == "…" or line.endswith("...")),
        "inner stop": float(". " in line.lstrip("0123456789. ")),
        "commas": float(min(3, line.count(","))),
        "brackets": float("(" in line or "[" in line),
        "begins small": float(line[:1].islower()),
        "begins with a digit": float(line[:1].isnumeric() and not numbered),
        "numbered": float(numbered),
        "begins with a sign": float(not line[0].isalnum() and line[0] not in OPEN + "¿¡"),
        "quoted": float(quoted and last not in SENTENCE_MARKS),
        "quoted sentence": float(quoted and last in SENTENCE_MARKS),
        "half a quotation": float(not quoted and line[0] in OPEN),
        "speaker": float(SPEAKER.match(line) is not None),
        "title case": title_case(line),
        "upper case": float(len(letters) > 3 and all(c.isupper() for c in letters)),
        "address": float(ADDRESS.search(line) is not None),
    }


def _place(lines: Sequence[str], i: int, paragraph: Sequence[bool]) -> dict[str, float]:
    line, below = lines[i : i + 2]
    over = i - 2 if i > 1 and not paragraph[i - 1] and ASIDE.fullmatch(lines[i - 1]) else i - 1
    above, over_text, under_text = lines[over], paragraph[i + 1], paragraph[over]
    own = _stems(line)
    told = frozenset[str]().union(*(_stems(other[:OPENING]) for other in lines[i + 1 : i + 1 + NEAR]))
    case, case_above, case_below = (
        title_case(other) if is_candidate(other) else 0.0 for other in (line, above, below)
    )
    short = len(_said(line)) <= TITLE
    return {
        "between paragraphs": float(over_text and under_text),
        "above a paragraph": float(over_text),
        "under a paragraph": float(under_text),
        "under a short line": float(not under_text),
        "opens a list": float(under_text and not over_text and short and len(below) > 1.5 * len(line)),
        "closes a list": float(over_text and not under_text and short and not above[0].isupper()),
        "over a figure": float(below[0].isnumeric()),
        "longer below": float(len(below) > 2 * len(line)),
        "under a colon": float(above[-1] == ":"),
        "words come up below": len(own & told) / len(own) if own else 0.0,
        "like the line below": float(abs(case - case_below) < ALIKE and _shape(line) == _shape(below)),
        "like the line above": float(abs(case - case_above) < ALIKE and _shape(line) == _shape(above)),
        "title case over a line without": max(0.0, case - case_below) * (not (over_text and under_text)),
        "title case under a line without": max(0.0, case - case_above) * (not under_text and not over_text),
        "without title case under a line with": max(0.0, case_above - case) * (not under_text),
    }


@functools.lru_cache(maxsize=1024)
def _said(line: str) -> tuple[str, ...]:
    """The words of a short line, which is looked at from all sides."""
    return tuple(WORD.findall(line))


@functools.lru_cache(maxsize=256)
def _stems(text: str) -> frozenset[str]:
    return frozenset(w.lower()[:6] for w in WORD.findall(text) if len(w) > 3)


def _ending(line: str) -> str:
    """The last word of a short line in title case, "" of any other."""
    words = _said(line) if len(line) < LABELLED else ()
    return words[-1] if 1 < len(words) <= TITLE and line[0].isupper() and title_case(line) == 1 else ""


def _shape(line: str) -> tuple[str, str, int]:
    """What parallel lines have in common: how they begin, how they end, about how long they are."""
    first, last = line[0], line[-1]
    kind = "0" if first.isnumeric() else "A" if first.isupper() else "a" if first.isalpha() else first
    return kind, "" if last.isalnum() else last, round(math.log2(len(line) + 1))
