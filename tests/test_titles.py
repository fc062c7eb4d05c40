"""The title of a web page: the headline that stands on it, without the name of the site."""

from __future__ import annotations

import json

import pytest

from briefing import read

BODY = (
    "<p>The council met on Monday and took four decisions about the harbour, after a long debate.</p>"
    "<p>The crane goes to a museum in Norport, which will pay for the transport, said Jo Berg.</p>"
)


def title(
    whole: str, shared: str = "", *headings: str, outlet: str = "ebbapost.no", head: str = ""
) -> str | None:
    told = "".join(
        f'<meta property="og:{key}" content="{value}">'
        for key, value in (("title", shared), ("site_name", outlet))
        if value
    )
    above = "".join(f"<h1>{heading}</h1>" for heading in headings)
    page = f"<!doctype html><html><head><title>{whole}</title>{told}{head}</head><body><article>{above}{BODY}</article></body></html>"
    return read(page).metadata.title


@pytest.mark.parametrize(
    ("whole", "shared", "headings", "outlet", "expected"),
    [
        (
            "Crane goes | DN | 19.01.2026",
            "Crane goes | DN | 19.01.2026",
            ["Crane goes"],
            "DN.COM",
            "Crane goes",
        ),
        (
            "The old crane goes - Harbour News",
            "",
            ["The old crane goes"],
            "ebbapost.no",
            "The old crane goes",
        ),
        (
            "The ‘old’ crane goes",
            "The 'old' crane goes - Ebba",
            ["The ‘old’ crane goes"],
            "",
            "The ‘old’ crane goes",
        ),
        (
            'Crane goes "for good" | Ebba Post',
            "Crane goes",
            ['Crane goes "for good"'],
            "Ebba Post",
            'Crane goes "for good"',
        ),
        (
            "Opinion | The old crane goes",
            "Opinion | The old crane goes",
            ["The old crane goes"],
            "",
            "The old crane goes",
        ),
        (
            "The crane goes: Dahl | Ebba Post",
            "Crane goes | Ebba Post",
            ["Nobody wants it"],
            "Ebba Post",
            "Crane goes",
        ),
        ("Crane goes | Ebbapost", "Crane goes | Ebbapost", [], "ebbapost.no", "Crane goes"),
        ("Crane goes | DN Politics", "Crane goes | DN Politics", [], "DN", "Crane goes"),
        ("Crane goes • harbour-life.no", "", [], "", "Crane goes"),
        ("Crane goes | Chamber Ebbapost", "Crane goes | Chamber Ebbapost", [], "ebbapost.no", "Crane goes"),
        (
            "Ebba Post - The crane goes",
            "The crane goes",
            ["Ebba Post", "The crane goes"],
            "Ebba Post",
            "The crane goes",
        ),
        ("Crane goes - a farewell", "Crane goes - a farewell", [], "Ebba Post", "Crane goes - a farewell"),
        ("Norport: the crane goes", "Norport: the crane goes", ["Norport"], "", "Norport: the crane goes"),
        ("吊车去了博物馆-港口网", "", ["吊车去了博物馆"], "", "吊车去了博物馆"),
    ],
)
def test_the_headline_is_the_title(
    whole: str, shared: str, headings: list[str], outlet: str, expected: str
) -> None:
    assert title(whole, shared.replace('"', "&quot;"), *headings, outlet=outlet) == expected


def test_the_heading_with_which_the_title_of_the_page_begins_is_no_subheading() -> None:
    page = f"<html><head><title>The old crane goes | DN | 1.2.2026</title></head><body><h1>The old crane goes</h1>{BODY}</body></html>"
    document = read(page)
    assert [block.span.of(document.text) for block in document.blocks].count("The old crane goes") == 1


def test_a_description_whose_headline_is_no_text_is_passed_over() -> None:
    told = json.dumps(
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": {"en": "Crane goes"}}
    )
    assert (
        title("The old crane goes", head=f'<script type="application/ld+json">{told}</script>')
        == "The old crane goes"
    )


def test_a_title_of_many_parts_takes_little_time() -> None:
    assert title("Crane goes" + " | ebba.no" * 20_000)


def test_a_heading_of_the_second_rank_can_be_the_headline() -> None:
    heading = "<h2>The old crane goes to Norport</h2>"
    for whole in ("The old crane goes to Norport", "The old crane goes to Norport | Harbour News"):
        page = f"<html><head><title>{whole}</title></head><body>{heading}{BODY}</body></html>"
        assert read(page).metadata.title == "The old crane goes to Norport"
