"""Wrong arguments are errors of this package that say what was expected; text that UTF-8 cannot hold is mended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import briefing
from briefing import (
    BriefingError,
    Document,
    OptionError,
    SourceError,
    find_claims,
    find_quotes,
    find_sections,
    make_brief,
    read,
    split_sentences,
    summarise,
)
from briefing.characters import one_line, visible, well_formed
from briefing.publish.making import Options
from briefing.publish.site import publish

ARTICLE = (
    "The council of Port Ebba voted on Monday to sell the old crane. “It is rust,” said Mayor Lena Dahl, “and nothing "
    "else.” Nobody has made an offer."
)


@pytest.mark.parametrize(
    "function",
    [read, split_sentences, find_sections, find_quotes, find_claims, summarise, make_brief],
    ids=lambda function: function.__name__,
)
@pytest.mark.parametrize("source", [5, None, bytearray(b"x"), [5], [[Path("a.txt")]]], ids=repr)
def test_what_is_no_source(function: Callable[[Any], object], source: object) -> None:
    with pytest.raises(
        OptionError, match=r"expected a source of type Path, str, bytes or Document, found .+; give"
    ):
        function(source)


@pytest.mark.parametrize(
    "document", [Document("", ()), Document("The crane was sold.", ())], ids=["", "text"]
)
def test_a_document_without_an_article(document: Document) -> None:
    with pytest.raises(SourceError, match="without paragraphs"):
        make_brief(document)


@pytest.mark.parametrize("name", ["seeds/nato-visit.txt", "report.PDF", "/tmp/a.md"])
def test_the_name_of_a_file_is_no_text(name: str) -> None:
    with pytest.raises(SourceError, match=r"give Path\('.+'\) for a file"):
        make_brief(name)
    assert read(f"Read {name}").text == f"Read {name}"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"by_topic": [1]}, r"each of the topics of type str, found 1 \(int\)"),
        ({"by_topic": "Tarkana"}, r"a list of topics, found 'Tarkana' \(str\); give a list also of one"),
        ({"by_topic": 5}, "a list of topics, found 5"),
        ({"quotes": "3"}, "key quotes of at least 0, found '3'"),
        ({"quotes": 1.5}, "whole number"),
        ({"quotes": -1}, "at least 0"),
        ({"words": True}, "at least 1, found True"),
        ({"words": "60"}, "found '60'"),
        ({"focus": 5}, "a focus of type str, found 5"),
        ({"method": None}, "a method of type str, found None"),
        ({"language": []}, "a language of type str, found"),
        ({"title": 5}, "a title of type str, found 5"),
        ({"title": " "}, "a title with words, found ' '"),
        ({"date": 5}, "a date of type str or date, found 5"),
        ({"date": "20210324"}, "such as 2021-03-24, found '20210324'"),
        ({"date": "2021-W12-3"}, "such as 2021-03-24"),
        ({"date": "2021-02-29"}, "such as 2021-03-24"),
    ],
    ids=str,
)
def test_a_wrong_option_of_a_brief(options: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError, match=f"expected .*{message}"):
        make_brief(ARTICLE, **options)


@pytest.mark.parametrize(
    "call",
    [
        lambda: summarise(ARTICLE, share=[]),  # type: ignore[arg-type]
        lambda: summarise(ARTICLE, share=10**400),
        lambda: summarise(ARTICLE, order=np.array([1, 2])),  # type: ignore[arg-type]
        lambda: summarise(ARTICLE, focus=5),  # type: ignore[arg-type]
        lambda: summarise(ARTICLE, sentences=np.int64(0)),  # type: ignore[arg-type]
        lambda: find_sections(ARTICLE, method=None),  # type: ignore[arg-type]
        lambda: find_sections(ARTICLE, topics="crane"),
        lambda: make_brief(ARTICLE).markdown(5),  # type: ignore[arg-type]
        lambda: make_brief(ARTICLE).html(None),  # type: ignore[arg-type]
        lambda: read(Path("a\0b.txt")),
        lambda: publish("articles", Path("site")),  # type: ignore[arg-type]
        lambda: publish(["articles"], Path("site")),  # type: ignore[list-item]
        lambda: publish([], "site"),  # type: ignore[arg-type]
        lambda: publish([], Path("site"), {}),  # type: ignore[arg-type]
        lambda: Options(words="60"),  # type: ignore[arg-type]
        lambda: Options(method=None),  # type: ignore[arg-type]
    ],
)
def test_other_wrong_arguments(call: Callable[[], object]) -> None:
    with pytest.raises(BriefingError, match=r"expected .*found .*; "):
        call()


def test_numbers_of_numpy_and_times_of_a_day_are_what_they_say() -> None:
    assert summarise(ARTICLE, words=np.int64(20)) == summarise(ARTICLE, words=20)  # type: ignore[arg-type]
    assert Options(words=np.int64(120)) == Options(words=120)  # type: ignore[arg-type]
    assert make_brief(ARTICLE, words=10**400).items
    brief = make_brief(ARTICLE, date=dt.datetime(2021, 3, 4, 5, 6))
    assert 'date: "2021-03-04"' in brief.markdown()


HALF = "\ud800"


def test_half_a_pair_is_a_character_that_can_be_written() -> None:
    brief = make_brief(
        f"{ARTICLE} The{HALF} crane is old.",
        title=f"A{HALF}",
        focus=f"crane, {HALF}",
        by_topic=[f"crane {HALF}"],
    )
    for text in (brief.markdown(), brief.html(), brief.json()):
        assert "\ufffd" in text
        assert text.encode("utf-8")
    assert well_formed(f"a{HALF}b \ud83d\ude00") == "a\ufffdb 😀"


def test_what_a_terminal_would_obey_is_written_out() -> None:
    assert visible("a\x1b]0;b\x07\n\tc\x9b1m\u202ed\r") == "a\\x1b]0;b\\x07\n\tc\\x9b1m\\u202ed\\r"
    assert one_line("a\nb\tc\u2028d é “x” 中") == "a\\nb\\tc\\u2028d é “x” 中"


def test_every_public_name_is_listed() -> None:
    assert set(briefing.__all__) <= set(dir(briefing))


def test_a_summary_is_a_sequence() -> None:
    summary = summarise(ARTICLE, sentences=2)
    assert [summary[0], summary[-1]] == list(summary) == list(summary.sentences)
