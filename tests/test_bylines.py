"""Who signs a web page: named as it stands there, or nobody."""

from __future__ import annotations

import json
import time

import pytest

from briefing import read

BODY = (
    "<p>The council met on Monday and took four decisions about the harbour, after a long debate.</p>"
    "<p>The crane goes to a museum in Norport, which will pay for the transport, said Jo Berg.</p>"
)


def author(head: str = "", above: str = "", below: str = "") -> str | None:
    head = f'<title>Council sells the crane</title><meta property="og:site_name" content="Ebba Post">{head}'
    article = f"<article><h1>Council sells the crane</h1>{above}{BODY}</article>{below}"
    return read(f"<!doctype html><html><head>{head}</head><body>{article}</body></html>").metadata.author


def linked(*told: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(one)}</script>' for one in told)


def article(**told: object) -> dict[str, object]:
    return {"@context": "https://schema.org", "@type": "NewsArticle", **told}


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ('<p class="byline">By Anna B. Holm</p>', "Anna B. Holm"),
        ('<p class="byline">By Anna B. Holm, Ebba Post</p>', "Anna B. Holm, Ebba Post"),
        (
            '<p class="byline">By <a href="/a">Anna Holm</a> and <a href="/l">Lena Dahl</a> | 4 May 2026</p>',
            "Anna Holm and Lena Dahl",
        ),
        ('<div class="post-author vcard">Posted by <span class="fn">Anna Holm</span></div>', "Anna Holm"),
        (
            '<div class="author"><a href="/a">Anna Holm</a><div>Senior Harbour Correspondent</div></div>',
            "Anna Holm",
        ),
        (
            '<span class="author">Anna Holm</span> <span class="author">Lena Dahl</span>',
            "Anna Holm; Lena Dahl",
        ),
        ('<a rel="author" href="/a">Anna “Kai” Holm</a>', "Anna “Kai” Holm"),
        ('<div class="author">Von Anna von Holm @aholm</div>', "Anna von Holm"),
        ('<div class="author">Justus von Holm</div>', "Justus von Holm"),
        ('<div class="author">Autor/in: Caspar Holm</div>', "Caspar Holm"),
        ('<p class="author">The Harbour Foundation</p>', "The Harbour Foundation"),
        ('<p class="byline">Mo 4 May 2026</p>', None),
        ('<p class="byline">9:39AM BST 05 Oct 2011</p>', None),
        ('<div class="author_box">Account You’re logged in</div>', None),
        ('<div class="author">View all posts</div>', None),
        ('<div class="author_share author">so Artikel empfehlen:</div>', None),
        ('<span class="author">责任编辑：张三</span>', None),
        ('<span class="author">作者：张三</span>', "张三"),
        ('<span class="author">admin</span>', None),
        ('<span class="photo-author">Karl Lund</span>', None),
    ],
)
def test_a_byline_on_the_page(above: str, name: str | None) -> None:
    assert author(above=above) == name


@pytest.mark.parametrize(
    "below",
    [
        '<div class="comment"><span class="author">Karl Lund</span><p>Well said.</p></div>',
        '<aside><a rel="author" href="/k">Karl Lund</a></aside>',
        '<div class="related-stories"><p>Quay opens</p><span class="byline">By Karl Lund</span></div>',
        '<div class="claim"><span class="statement-author">The Norland ministries</span></div>',
    ],
)
def test_whoever_comments_or_wrote_another_article_is_no_author(below: str) -> None:
    assert author(below=below) is None


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Dr. Anna Holm", "Dr. Anna Holm"),
        ("Anna Holm and Lena Dahl, NPA", "Anna Holm and Lena Dahl, NPA"),
        ("By Anna Holm", "Anna Holm"),
        ("Lena O&#039;Dahl", "Lena O'Dahl"),
        ("Ministry of the Harbour", "Ministry of the Harbour"),
        ("Al Root", "Al Root"),
        ("Ebba Post, Port Ebba, Norland", None),
        ("ebbapost.no", None),
        ("name, email@ebba.no", None),
        ("https://www.ebba.no/anna", None),
        ("Super User", None),
        ("104363", None),
    ],
)
def test_an_author_in_a_meta_tag(content: str, name: str | None) -> None:
    assert author(f'<meta name="author" content="{content}">') == name


def test_the_author_of_the_article_goes_before_that_of_the_page() -> None:
    person = {"@type": "Person", "name": "Anna Holm"}
    meta = '<meta name="author" content="Karl Lund">'
    assert (
        author(linked(article(author=[person, {"@type": "Person", "name": "Lena Dahl"}])) + meta)
        == "Anna Holm; Lena Dahl"
    )
    graph = [article(author={"@id": "#a"}), {"@type": "Person", "@id": "#a", "name": "Anna Holm"}]
    assert author(linked({"@context": "https://schema.org", "@graph": graph})) == "Anna Holm"
    assert author(linked({"@type": "ClaimReview", "author": "Karl Lund"})) is None
    assert author(linked(article(author={"@type": "Organization", "name": "Ebba Post"}))) is None
    assert (
        author(linked(article(author={"@type": "Organization", "name": "Harbour Press"}))) == "Harbour Press"
    )


def test_the_name_of_an_account_stands_only_where_there_is_no_other() -> None:
    account = '<meta name="author" content="kai_h">'
    assert author(account) == "kai_h"
    assert author(account, '<p class="byline">By Anna Holm</p>') == "Anna Holm"


@pytest.mark.parametrize(
    "told",
    [
        "[" * 100_000,
        '"x"',
        "5",
        '[1, null, "x"]',
        '{"@type": 5, "author": [null, 1, {"name": [1, {"a": 2}]}]}',
        "{",
        '{"@graph": {"author": 1}}',
    ],
)
def test_broken_descriptions_are_passed_over(told: str) -> None:
    assert author(f'<script type="application/ld+json">{told}</script>') is None


@pytest.mark.parametrize(
    "inner", ['<span class="author"> </span>', '<a rel="author"> by </a>', "<i>by,</i> "]
)
def test_a_page_full_of_bylines_takes_little_time(inner: str) -> None:
    start = time.perf_counter()
    author(
        above=f'<div class="author">{inner * 5_000}</div>',
        head=f'<meta name="author" content="{"by , " * 20_000}">',
    )
    assert time.perf_counter() - start < 5


def test_a_page_that_begins_with_a_comment_is_a_page() -> None:
    page = f"<!-- saved -->\n<!-- twice --><html><body><article><h1>Council sells the crane</h1>{BODY}</article></body></html>"
    assert read(page).metadata.title == "Council sells the crane"
