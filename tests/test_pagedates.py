"""The date of a web page: that of its own article, as the page says, or none."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest

from briefing import read

BODY = (
    "<p>The council met on Monday and took four decisions about the harbour, after a long debate.</p>"
    "<p>The crane goes to a museum in Norport, which will pay for the transport, said Jo Berg.</p>"
)


def published(head: str = "", above: str = "", below: str = "") -> str | None:
    article = f"<article><h1>Council sells the crane</h1>{above}{BODY}</article>{below}"
    day = read(
        f"<!doctype html><html><head><title>Council sells the crane</title>{head}</head><body>{article}</body></html>"
    ).metadata.published
    return day and day.isoformat()


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def linked(day: str) -> str:
    told = {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": day}
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        (linked("2026-05-04T10:00:00+02:00"), "", "2026-05-04"),
        (linked("20260504T100000+0200"), "", "2026-05-04"),
        (linked("4 May 2026 10:00 CET"), "", "2026-05-04"),
        (linked("0001-01-01T00:00:00Z"), '<p class="date">4 May 2026</p>', "2026-05-04"),
        (
            meta("article:published_time", "2026-05-04T10:00:00Z")
            + meta("article:modified_time", "2026-05-09"),
            "",
            "2026-05-04",
        ),
        (meta("revision_date", "2026-05-09T10:00:00Z") + linked("2026-05-04T12:00:00Z"), "", "2026-05-04"),
        ('<link rel="canonical" href="https://ebba.no/2026/05/04/crane">', "", "2026-05-04"),
        (meta("og:url", "https://ebba.no/crane"), "", None),
    ],
)
def test_the_day_that_the_page_tells_of_its_article(head: str, above: str, day: str | None) -> None:
    assert published(head, above) == day


def test_a_time_in_utc_can_be_that_of_the_day_before() -> None:
    line = '<p class="date">Published 3 May 2026 at 8:59 pm</p>'
    address = '<link rel="canonical" href="https://ebbapost.example/2026/05/03/crane">'
    assert published(linked("2026-05-04T02:59:46Z") + address, line) == "2026-05-03"
    assert published(linked("2026-05-04T14:59:46Z") + address, line) == "2026-05-04"


@pytest.mark.parametrize(
    "below",
    [
        '<div class="comments"><p class="comment-date">4 May 2026</p><p>Well said.</p></div>',
        '<ul class="latest"><li><span class="date">9 May 2026</span> Quay opens</li><li><span class="date">4 May 2026</span> Rain</li></ul>',
        '<div class="related"><span class="date">04.05.2026</span> Wine from the north</div>',
        '<img src="/files/2026-05-04-crane.jpg">',
        '<a href="/search?from=04.05.2026">Today</a>',
    ],
)
def test_the_day_of_something_else_is_not_its_date(below: str) -> None:
    assert published(below=below) is None


def test_many_dates_take_little_time() -> None:
    start = time.perf_counter()
    published(below="".join(f"<div class=c{i}>2026 and 2026" for i in range(3_000)) + "</div>" * 3_000)
    published(below=f"<p>{'2026 May 2026-05 ' * 20_000}</p><script>{'publish_time : ' * 20_000}</script>")
    assert time.perf_counter() - start < 10


def test_the_first_of_january_is_not_made_of_a_year() -> None:
    assert published(below="<footer>Copyright 2026 Ebba Post</footer>") != dt.date(2026, 1, 1).isoformat()
