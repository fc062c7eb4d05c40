"""Names of files and anchors: lower-case ASCII letters, digits and hyphens, whatever the title holds."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import re
import unicodedata
from collections.abc import Collection

LONGEST = 80
"""Characters of a slug."""

TOP = "top"
"""Anchor of every title: one made from a title such as "5 hurt" would stop scripts that look for it."""
RESERVED = re.compile(r"(?:index|readme|con|prn|aux|nul|com\d|lpt\d)\Z")
"""Names that site generators (the first two) or Windows keep for themselves."""

SPELLED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)
APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")
OTHER = re.compile(r"[^a-z0-9]+")


@functools.lru_cache(maxsize=100_000)
def slug(text: str) -> str:
    """``text`` as a name that is safe in any file system and address.

    Letters lose their accents. Text without a Latin letter or digit is named by a hash of itself, and so is
    never empty; a word that is reserved gets a hyphen.
    """
    plain = unicodedata.normalize("NFKD", APOSTROPHES.sub("", text.lower()).translate(SPELLED))
    words = OTHER.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")
    if not words:
        return "x" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rpartition("-")[0] or words[:LONGEST]
    return words + "-" if RESERVED.match(words) else words


def anchor(text: str) -> str:
    """``text`` as a name within a page; it begins with a letter, as scripts that look for it expect."""
    name = slug(text)
    return name if name[0].isalpha() else f"s-{name}"


def brief_name(title: str, date: dt.date | None, taken: Collection[str]) -> str:
    """Name of a new brief without its ending: ``2021-03-24-blinken-says``, with ``-2`` and so on where taken."""
    name = f"{date.isoformat() if date else 'undated'}-{slug(title)}"
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
