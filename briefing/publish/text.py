"""Small pieces of Markdown that briefs and lists share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from briefing.publish.names import slug
from briefing.rendering.escape import escape_markdown, harmless

DESCRIPTION = 160
"""Characters of a description, about what a search engine shows."""
MONTHS = [
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
]


def day(date: dt.date | None) -> str:
    """A date in words."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else "Undated"


def link(text: str, target: str) -> str:
    """A Markdown link with any text."""
    return f"[{escape_markdown(text)}]({target})"


def about(
    date: dt.date | None, outlets: Iterable[str], topics: Iterable[str], people: Iterable[str], up: str
) -> str:
    """The lines under a title: when, where, what about and who, with links to their pages."""
    first = [day(date), *(link(o, f"{up}outlets/{slug(o)}.md") for o in outlets)]
    lines = [" · ".join(first)]
    for label, folder, names in (("Topics", "topics", topics), ("People", "people", people)):
        links = [link(n, f"{up}{folder}/{slug(n)}.md") for n in names]
        if links:
            lines.append(f"{label}: {', '.join(links)}")
    return "  \n".join(lines) + "\n"


def description(text: str) -> str:
    """``text`` cut at a word, for search engines.

    Without the beginning of a tag, and with typographic quotation marks only: a straight one would end the attribute into
    which the themes Material and Zensical print it.
    """
    curly = re.sub(r'(?<![^\s(\[])"', "“", harmless(text)).replace('"', "”")
    if len(curly) <= DESCRIPTION:
        return curly
    return curly[:DESCRIPTION].rpartition(" ")[0].rstrip(",;:–— ") + " …"
