"""Small pieces of Markdown that briefs and lists share."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

from briefing.publish.names import slug
from briefing.rendering.escape import escape_markdown

ARTICLES = frozenset(["a", "an", "the", "ein", "eine", "einer", "un", "une"])
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
UNPRINTABLE = re.compile("[\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]")
"""What PyYAML cannot read as it is."""


def is_name(person: str) -> bool:
    """Whether a speaker has a name: "a spokesman for the ministry" gets no page of quotations."""
    first = person.split()[0] if person.split() else ""
    return first[:1].isupper() and first.lower() not in ARTICLES


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


def yaml_value(value: Any) -> str:
    """A value on one line of YAML; a date as a date, everything else as JSON, which is YAML."""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    text = json.dumps(value, ensure_ascii=False, default=str)
    return UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", text)
