"""What stands around a pasted article: its title, date and author, where the text says so and never guessed."""

from __future__ import annotations

import datetime as dt
import itertools
import re

from briefing.language.given_names import given_names
from briefing.lazy import seldom
from briefing.readers.dates import date_in, is_date_line, says_published

MONTH = r"(?:Jan|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-z]{0,6}\.?"
DATELINE = (
    r"[^.!?a-z]{2}(?:[^.!?]|\.(?=,| [(\d])){0,68}?(?:\((?:[A-Z][\w./]{1,12}|[A-Z]{3,12}(?: [A-Z]{3,12}){1,2})\)|/[A-Z][\w.-]{2,30}/)\s*(?:--|[-–—―])|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40},? (?:"
    + MONTH
    + r" \d{1,2},? )?\([A-Z]\w{1,12}(?: [A-Z]\w{1,12}){1,3}\)\s*[-–—―]|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40}(?:, [A-Z][\w. ]{1,24})?(?: \("
    + MONTH
    + r" \d{1,2}(?:, \d{4})?\))?\s+(?:--|[-–—―])\s+(?=[\"“‘«A-ZÀ-Þ0-9])|"
    r"(?!(?:The|An?) )(?:[A-ZÀ-Þ][\w.’'-]*(?:,? [A-ZÀ-Þ][\w.’'-]*){0,4},?\s{1,2})?"
    r"(?:\((?:[A-Z]{2,6}|CNN (?:Business|Money)|CNNMoney|Reuters|Xinhua|Bloomberg)\)(?:\s+(?:--|[-–—―])\s+)?|"
    r"\((?:CNN|AP|AFP|UPI|Reuters|Xinhua|Bloomberg)\)\s+)(?=[\"“‘«A-ZÀ-Þ0-9])|"
    r"[A-ZÀ-Þ][\w.’'-]*(?:,? [A-ZÀ-Þ][\w.’'-]*){0,3}, (?:\d{1,2}\.? "
    + MONTH
    + "|"
    + MONTH
    + r" \d{1,2},?)(?: \d{4})?"
    r"\s*(?:--|[-–—―])\s+(?=[\"“‘«A-ZÀ-Þ0-9])"
)
"""``PORT EBBA, Aug. 13 (NPA) -``, ``PORT EBBA (Aug. 13) --``, ``PORT EBBA, Norland --``, ``Port Ebba (NPA)`` and ``Port Ebba, 5 June 2026 –``, where a sentence
follows."""
DATELINE_LENGTH = 100
"""Characters in which a dateline ends."""
BYLINE = re.compile(
    r"^(?i:by|von|par|por|di|av|door|live reporting by|(?:words|story|text|written|reported) by|(?:words|text):)\s+"
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: (?:and |und |et |y )?[A-ZÀ-Þ][\w.’'-]+){1,6})(?:,.{0,60}| (?:in|"
    r"at) [A-ZÀ-Þ].{0,40}|[ ]?[(].{0,80}|\s+[|•·]\s.{0,60}|"
    rf"\W+(?P<dated>(?i:{MONTH} \d{{1,2}},?|\d{{1,2}}\.? {MONTH}) \d{{4}})\b.{{0,40}})?$"
)
STAFF = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3},? .{0,30}\b(?:correspondent|editor|reporter|staff writer|"
    r"columnist|journalist)$|"
    r"^[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w.’'-]+, (?:at|in) (?:[A-ZÀ-Þ][\w.’'-]+ ?){1,3}$"
)
JOB = seldom(
    r"(?:[A-ZÀ-Þ][\w’'&-]* )?(?:[a-z’'&-]+ ){0,3}"
    r"(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Jj]ournalist)(?:, .{2,40})?|"
    r"Reporting (?:from|in) [A-ZÀ-Þ].{1,40}"
)
"""The work of a writer whose name stands in the line above."""
LONE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}")
"""A line that may be a name and no more."""
AGO = seldom(
    r"(?:by|(?:last )?(?:updated|published|posted):? ?\d{1,2}[:.]\d{2}|"
    r"(?:(?:last )?(?:updated|published|posted):? ?)?\d{1,2} (?:minutes?|mins?|hours?|hrs?|days?) ago)\W*",
    re.I,
)
"""When a page was changed, without a date, or "By" alone above its author."""
PLACED = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}) in (?:[A-ZÀ-Þ][\w.’'-]+ ?){1,3}")
"""A name and from where its bearer reports."""
LABEL = re.compile(r"^(?:[A-Z]{4,}|KEY POINTS|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| [A-Z]{2,4})?)$")
PRESENTED = 250
"""Characters of a paragraph about the author at most."""
DATE_LENGTH = 100
"""Characters of a line with a date at most."""


def published(above: list[str], opening: str, below: list[str]) -> dt.date | None:
    """The date of publication: in a line above the article, in its dateline, or in a line below that says so."""
    for line in above:
        signed = BYLINE.match(line)
        if signed and signed["dated"]:
            return date_in(signed["dated"])
        for piece in line.split(" | "):
            if len(line) < DATE_LENGTH and (is_date_line(piece) or says_published(piece)):
                return date_in(piece)
    place = dateline(opening, 0, len(opening))
    if place and date_in(place.group()):
        return date_in(place.group())
    return next((date_in(line) for line in below if len(line) < DATE_LENGTH and says_published(line)), None)


def dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline with which the paragraph from ``start`` to ``end`` opens; compiled where one has its marks."""
    head = text[start : min(end, start + DATELINE_LENGTH)]
    marked = any(mark in head for mark in "(-–—―")
    return re.compile(DATELINE).match(text, start, end) if marked else None


def author(lines: list[str], told: str) -> str | None:
    """Who is named in a byline, or in a line of its own over a job or a date: nobody whom the article tells of.

    ``told``: the words of the article, with its title.
    """
    for piece in (piece for line in lines for piece in line.split(" | ")):
        match = BYLINE.match(piece)
        if match and not piece.startswith(
            ("by ", "live ", "words ", "text ", "story ", "written ", "reported ")
        ):
            return match.group("name")
        if "," in piece and STAFF.match(piece):
            return piece.partition(",")[0]
    for line, below in itertools.pairwise(lines):
        signed = LONE.fullmatch(line) and (JOB.fullmatch(below) or (is_person(line) and is_date_line(below)))
        if signed and line not in told:
            return line
    for i, line in enumerate(lines):
        place = PLACED.fullmatch(line)
        if place and is_person(place["name"]) and any(map(is_signed, lines[i + 1 : i + 3])):
            return place["name"]
    return None


def is_person(line: str) -> bool:
    """Whether a line is the name of a person and no more, as far as the first name is known."""
    return LONE.fullmatch(line) is not None and line.split()[0].title() in given_names()


def presents(line: str, name: str) -> bool:
    """Whether a short paragraph tells who the author called ``name`` is."""
    last = re.escape(name.split()[-1])
    called = rf"(?:{re.escape(name)}|(?:Mr|Mrs|Ms|Dr|Prof)\.? {last})(?:,[^,]{{1,60}},)? (?:is|was|covers|writes|teaches|reports)"
    return (
        len(line) <= PRESENTED
        and re.match(rf"(?:{called}|{last} (?:covers|writes about|reports on|reports from))\b", line, re.I)
        is not None
    )


def is_header(line: str) -> bool:
    """Whether a short line is a byline, a date, a time or a label: no title and no subheading."""
    return bool(
        BYLINE.match(line)
        or STAFF.match(line)
        or LABEL.match(line)
        or is_date_line(line)
        or says_published(line)
    )


def is_signed(line: str) -> bool:
    """Whether a short line is a byline, a date or how long ago it was."""
    short = len(line) <= DATE_LENGTH
    return short and ((is_header(line) and LABEL.match(line) is None) or AGO.fullmatch(line) is not None)
