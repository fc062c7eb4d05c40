"""What stands around a pasted article: its title, date and author, where the text says so and never guessed."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan januar janvier enero",
            "february feb februar février febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août agosto",
            "september sep sept septembre septiembre",
            "october oct oktober octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember décembre diciembre",
        ],
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DATES = [
    (r"\b(?P<y>20\d\d|19\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", "number"),
    (rf"\b(?P<d>\d{{1,2}})\.? (?:de )?(?P<m>{MONTH})\.?,? (?:de )?(?P<y>(?:19|20)\d\d)\b", "name"),
    (rf"\b(?P<m>{MONTH})\.? (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)\b", "name"),
    (r"\b(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>(?:19|20)\d\d)\b", "number"),
]
"""How dates are written, and the month in them; compiled where needed, since few texts have one."""
DATE_LINE = re.compile(
    r"^(?:(?:first |last )?(?:published|updated|posted|stand|publié|date)\b|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d|"
    rf"(?:{MONTH})\b).{{0,60}}$",
    re.I,
)
DATELINE = re.compile(
    r"[^.!?a-z]{2}[^.!?]{0,68}?\((?:[A-Z][\w.]{1,12}|[A-Z]{2,6})\)\s*[-–—]|"
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40}(?:, [A-Z][\w. ]{1,24})?\s+(?:--|[-–—])\s+(?=[\"“‘«A-ZÀ-Þ0-9])|"
    r"(?!(?:The|An?) )(?:[A-ZÀ-Þ][\w.’'-]*(?:,? [A-ZÀ-Þ][\w.’'-]*){0,4},? )?"
    r"\((?:[A-Z]{2,6}|Reuters|Xinhua|Bloomberg)\)(?:\s+(?:--|[-–—])\s+)?(?=[\"“‘«A-ZÀ-Þ0-9])"
)
"""``PORT EBBA (NPA) -``, ``PORT EBBA, Norland --`` and ``Port Ebba (NPA)``, where a sentence follows."""
BYLINE = re.compile(
    r"^(?:by|von|par|por|live reporting by|words by)\s+(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: (?:and |und |et |y )?[A-ZÀ-Þ][\w.’'-]+){1,6})(?:,.{0,60})?$",
    re.I,
)
STAFF = re.compile(
    r"^[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3},? .{0,30}\b(?:correspondent|editor|reporter|staff writer|columnist|journalist)$|"
    r"^[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w.’'-]+, (?:at|in) (?:[A-ZÀ-Þ][\w.’'-]+ ?){1,3}$"
)
LABEL = re.compile(r"^(?:[A-Z]{4,}|KEY POINTS|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| [A-Z]{2,4})?)$")
WORD = re.compile(r"\w+")


def date_in(text: str) -> dt.date | None:
    """The first calendar date written out in ``text``; ``None`` where there is none or it is impossible."""
    for pattern, kind in DATES:
        match = re.search(pattern, text, re.I)
        if match:
            month = MONTHS[match.group("m").lower()] if kind == "name" else int(match.group("m"))
            try:
                return dt.date(int(match.group("y")), month, int(match.group("d")))
            except ValueError:
                return None
    return None


def published(lines: list[str], opening: str) -> dt.date | None:
    """The date of publication: in a date line above or below the article, else in its dateline."""
    for line in lines:
        if len(line) < 80 and DATE_LINE.match(line):
            found = date_in(line)
            if found:
                return found
    place = DATELINE.match(opening)
    return date_in(place.group()) if place else None


def author(lines: list[str]) -> str | None:
    """Who is named in a byline."""
    for line in lines:
        match = BYLINE.match(line)
        if match and line[:1].isupper():
            return match.group("name")
    return None


def is_header(line: str) -> bool:
    """Whether a short line is a byline, a date, a time or a label: no title and no subheading."""
    return bool(
        BYLINE.match(line)
        or STAFF.match(line)
        or LABEL.match(line)
        or (DATE_LINE.match(line) and date_in(line))
    )


def title_among(lines: list[str], opening: str) -> int | None:
    """Index of the title among the lines above the article, of which furniture has been taken out.

    The first line of four words or more that shares a content word with the opening of the article; else the
    first that long; else the longest.
    """
    if not lines:
        return None
    told = {word.lower()[:6] for word in WORD.findall(opening) if len(word) > 3}
    long = [i for i, line in enumerate(lines) if len(WORD.findall(line)) >= 4]
    sharing = [
        i for i in long if told & {word.lower()[:6] for word in WORD.findall(lines[i]) if len(word) > 3}
    ]
    for some in (sharing, long):
        if some:
            return some[0]
    return max(range(len(lines)), key=lambda i: len(lines[i]))
