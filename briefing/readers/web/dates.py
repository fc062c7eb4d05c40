"""The date of a web page: the day on which its article was published, as the page says, and none where it does not."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import XPath, _Element
from lxml.html import HtmlElement

from briefing.readers.dates import dates_in
from briefing.readers.web.bylines import is_elsewhere
from briefing.readers.web.linked import articles, texts

META = (
    *(
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
    ),
    *(
        "publish_date",
        "publish-date",
        "publishdate",
        "pubdate",
        "og:pubdate",
        "publication_date",
        "firstpublishedtime",
    ),
    *("dc.date.issued", "dcterms.issued", "citation_publication_date", "dc.date", "date"),
)
"""Names of meta tags that hold the day of publication, the surest first."""
COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?=T|$)")
"""A day in a description without any marks: 20260504T1000."""
UTC = re.compile(r"T(?P<hour>\d\d):.*(?:Z|[+-]00:?00)$")
"""A time in a description that is not told in the time of the place."""
NOON = 12
"""Hours after which no place has the day before."""
LONGEST = 60
"""Characters of a description of a time at most."""
STATED = 200
"""Characters of an element that is looked at as a whole, at most."""
LOOKED_AT = 2000
"""Characters of a text with the year that are looked at."""
MOST = 300
"""Places of a page with the year that are looked at."""
CHANGED = re.compile(r"modif|revis|generat|expir|last|chang|valid|event|start|end", re.I)
"""The name of a meta tag that holds another day."""
KEYED = re.compile(
    r"\b(?:pub(?:lish(?:ed)?|lication)?_?(?:time|date|at)|newstime|ptime)\W{1,4}[:=]\s*\W?\"?'?(?P<day>(?:19|20)\d\d-\d\d-\d\d)",
    re.I,
)
"""What a script calls the day of publication."""
SCRIPTS = 200_000
"""Characters of scripts that are looked at."""
SAID = XPath(
    "//body//text()[contains(., $year)][not(parent::script or parent::style)] | //@datetime[contains(., $year)] | "
    "//*[not(self::a or self::img or self::link)]/@title[contains(., $year)] | //meta/@content[contains(., $year)]"
)
"""Where the page holds a year."""


def page_date(tree: HtmlElement, linked: list[dict[str, Any]], guess: str | None, url: str) -> dt.date | None:
    """The day of publication: what the metadata of the page say, its JSON-LD (``linked``) first, else the ``guess`` of
    trafilatura, where the page says it of its own article, or its address holds it.

    A time that is told in UTC can be that of the day before, where the page says so.
    """
    guessed = None
    with contextlib.suppress(ValueError):
        guessed = dt.date.fromisoformat(guess or "")
    stated = next(_stated(tree, linked), None)
    if stated is None:
        return guessed if guessed and (_is_address(url, guessed) or _is_said(tree, guessed)) else None
    day, words = stated
    utc = UTC.search(words)
    before = guessed == day - dt.timedelta(days=1) and utc is not None and int(utc["hour"]) < NOON
    return guessed if guessed and before and _is_said(tree, guessed) else day


def _stated(tree: HtmlElement, linked: list[dict[str, Any]]) -> Iterator[tuple[dt.date, str]]:
    """The days of publication in the metadata, each with the words that tell it."""
    told = [
        words for article in articles(linked, "datePublished") for words in texts(article["datePublished"])
    ]
    tags: dict[str, str] = {}
    for tag in itertools.islice(tree.iter("meta"), MOST):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        tags.setdefault(key, tag.get("content") or "")
    for words in (*told, *(tags[key] for key in META if key in tags)):
        if len(words) <= LONGEST and (day := next(_days(words), None)):
            yield day, words


def _days(words: str) -> Iterator[dt.date]:
    """The days that a description tells."""
    compact = COMPACT.search(words)
    if compact:
        with contextlib.suppress(ValueError):
            yield dt.date(int(compact["y"]), int(compact["m"]), int(compact["d"]))
    yield from dates_in(words)


def _is_address(url: str, day: dt.date) -> bool:
    """Whether the address of the page holds the day."""
    return re.search(rf"\b{day.year}[/-]?{day.month:02}[/-]?{day.day:02}(?!\d)", url) is not None


def _is_said(tree: HtmlElement, day: dt.date) -> bool:
    """Whether the page tells the day of its own article: the first of a kind of places, since lists of other articles and of
    comments tell many, and not where others are named; or its scripts do."""
    told: dict[_Element, list[dt.date]] = {}
    for words in itertools.islice(SAID(tree, year=str(day.year)), MOST):
        place = words.getparent().getparent() if words.is_tail else words.getparent()
        if place is not None and not CHANGED.search(_name(place)):
            told.setdefault(place, []).extend(dates_in(words[:LOOKED_AT]))
    kinds: dict[tuple[str, ...], list[list[dt.date]]] = {}
    for place, days in told.items():
        days = days or list(dates_in(place.text_content()[:STATED]))
        if days and not is_elsewhere(place):
            kinds.setdefault(_kind(place), []).append(days)
    if any(
        day in found[0] for kind, found in kinds.items() if len(found) == 1 or "li" not in kind[-1].split()
    ):
        return True
    scripts = "\n".join(script.text or "" for script in tree.iter("script"))[:SCRIPTS]
    return {match["day"] for match in KEYED.finditer(scripts)} == {day.isoformat()}


def _name(place: _Element) -> str:
    """What a meta tag is called."""
    return (
        (place.get("property") or place.get("name") or place.get("itemprop") or "")
        if place.tag == "meta"
        else ""
    )


def _kind(place: _Element) -> tuple[str, ...]:
    """What places of a kind share: the names and classes of the element and of the one around it."""
    around = [place] if (parent := place.getparent()) is None else [place, parent]
    return (_name(place), *(f"{one.tag} {one.get('class')}" for one in around))
