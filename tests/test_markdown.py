"""Markdown is read as its reader sees it: marks are gone, and what they say is kept."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest

from briefing import make_brief, read
from briefing.readers.markdown import read_markdown

ARTICLE = """---
title: "In front: the crane"
author: Lena Boyd
outlet: Harbour Courier
date: 2026-03-03
url: https://courier.example/crane
---

<!-- draft 3 -->
# Council sells the *old* crane

![The crane on Monday](crane.jpg)

**PORT EBBA** -- The council met on Monday and took [four decisions](https://x.example/a) about the
harbour, after a *long* debate.

**What it costs**

- the crane goes to `Norport` for 4,000 crowns
- the quay is closed to lorries

> The crane shall be moved by May, the contract says.

| Year | Crowns |
| --- | --- |
| 2024 | 4,000 |

**The mayor** said that she was content with what the council had done.
"""


def test_marks_become_kinds_and_leave_the_words(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_text(ARTICLE, encoding="utf-8")
    document = read(path)
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("title", "Council sells the old crane"),
        ("caption", "The crane on Monday"),
        ("furniture", "PORT EBBA -- "),
        (
            "paragraph",
            "The council met on Monday and took four decisions about the harbour, after a long debate.",
        ),
        ("subheading", "What it costs"),
        ("list item", "the crane goes to Norport for 4,000 crowns"),
        ("list item", "the quay is closed to lorries"),
        ("block quote", "The crane shall be moved by May, the contract says."),
        ("paragraph", "The mayor said that she was content with what the council had done."),
    ]


def test_front_matter_tells_of_the_source() -> None:
    metadata = read_markdown(ARTICLE).metadata
    assert (metadata.title, metadata.author, metadata.outlet, metadata.published, metadata.url) == (
        "Council sells the old crane",
        "Lena Boyd",
        "Harbour Courier",
        dt.date(2026, 3, 3),
        "https://courier.example/crane",
    )


@pytest.mark.parametrize("front", ["title: [broken", "- a list", "title: 7\ndate: soon", "date: 2026-99-99"])
def test_front_matter_that_says_nothing_useful_costs_nothing(front: str) -> None:
    document = read_markdown(f"---\n{front}\n---\n\nThe council met on Monday and took four decisions.\n")
    assert document.metadata.published is None
    assert len(document.body) == 1


def test_html_in_markdown_is_text_and_runs_nothing() -> None:
    document = read_markdown(
        "The council met on Monday. <script>alert(1)</script> It took {{ 7*7 }} decisions.\n"
    )
    page = make_brief(document).html()
    assert "<script>alert" not in page
    assert "49" not in page


@pytest.mark.parametrize("mark", ["[", "*a ", "`a``", ">", "- ", "<!--", "![["])
def test_hostile_marks_take_linear_time(mark: str) -> None:
    began = time.perf_counter()
    read_markdown(mark * 20_000)
    assert time.perf_counter() - began < 20


def test_a_brief_of_markdown_has_no_marks_in_it(seeds: Path) -> None:
    brief = make_brief(read(seeds / "grain-corridor.md"))
    assert not any(mark in item.text for item in brief.items for mark in ("**", "](", "`"))
    assert brief.date == dt.date(2024, 7, 19)


def test_the_marks_of_footnotes_are_no_text_and_the_notes_are() -> None:
    text = "# Council sells the crane\n\nThe council met on Monday.[^1] It took four decisions about the harbour.\n\n[^1]: The minutes run to eleven pages."
    document = read_markdown(text)
    assert [block.span.of(document.text) for block in document.body] == [
        "The council met on Monday. It took four decisions about the harbour.",
        "The minutes run to eleven pages.",
    ]
