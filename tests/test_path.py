"""The whole path, from the article to the brief."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import (
    OptionError,
    SourceError,
    find_quotes,
    find_sections,
    make_brief,
    read,
    split_sentences,
    summarise,
)


@given(st.text(alphabet=st.sampled_from("ab .!?\"“”'(\n\u00a0A1é漢"), min_size=1, max_size=200))
def test_every_span_is_verbatim(text: str) -> None:
    try:
        document = read(text)
    except SourceError:
        return
    for sentence in split_sentences(document):
        assert sentence.span.of(document.text) == sentence.text
    for quote in find_quotes(document):
        assert quote.span.of(document.text) == quote.text


def test_sections_cover_the_body_once(seeds: Path) -> None:
    source = seeds / "nato-visit.txt"
    assert [s for section in find_sections(source) for s in section.sentences] == split_sentences(source)


def test_summary_keeps_its_budget(seeds: Path) -> None:
    summary = summarise(seeds / "nato-visit.txt", words=60)
    assert 1 <= len(str(summary).split()) <= 60


def test_brief_of_the_seed(seeds: Path) -> None:
    text = make_brief(seeds / "nato-visit.txt").markdown()
    assert "**Bottom line.** Foreign Secretary Helena Marsh says" in text
    for furniture in ("SHARE THIS", "file photo", "coastal-post", "Home"):
        assert furniture not in text


def test_brief_of_the_nato_article(nato: Path) -> None:
    text = make_brief(nato).markdown()
    assert "**Bottom line.** US Secretary of State Antony Blinken says" in text
    assert "— **Antony Blinken**, US Secretary of State" in text
    for furniture in ("SHARE THIS", "By AFP", "presstv.ir", "Foreign Policy"):
        assert furniture not in text


def test_article_text_is_not_markup() -> None:
    text = "The minister spoke on Monday about <script>alert(1)</script> and {{ 7*7 }} and [x](javascript:y) at length."
    page = make_brief(text).html()
    assert "<script>" not in page
    assert 'href="javascript' not in page
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("source", ["", "   \n", b"\x00\x01\x02\x03" * 9])
def test_nothing_to_read_is_a_clear_error(source: str | bytes) -> None:
    with pytest.raises(SourceError, match=r"expected .*found"):
        read(source)


@pytest.mark.parametrize("options", [{"words": 0}, {"sentences": -1}, {"share": "abc"}, {"method": "lexrnk"}])
def test_bad_options_are_clear_errors(options: dict[str, object]) -> None:
    with pytest.raises(OptionError):
        summarise("One sentence stands here. Another one stands there.", **options)  # type: ignore[arg-type]
