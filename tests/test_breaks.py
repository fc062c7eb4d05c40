"""Web pages whose paragraphs, headings and answers are told by line breaks, bold type and lists."""

from __future__ import annotations

import time

import pytest

from briefing import read

FIRST = "The council met on Monday and took four decisions about the harbour, after a debate of five hours in the old hall."
SECOND = "The crane goes to a museum in Norport, which will pay for the transport, the clerk said."
THIRD = "The mayor was content with what the council had done in one evening, and went home on foot."
LONG = (  # in a shorter page trafilatura looks for sentences alone
    "The crane was built in 1931 and has not been moved for twenty years, because the harbour has had no use for it since "
    "the ships became too large. Its last driver, who is eighty now, still lives in the house beside it with two dogs. "
    "He told the council that he would have bought it himself if somebody had asked him before the vote was taken."
)
LAST = "The vote was nine to two, and the two who lost it will ask the county to look at the sale."


def told(inner: str) -> list[tuple[str, str]]:
    """Kind and words of each block behind the first paragraph."""
    page = f"<!doctype html><html><body><article><h1>Council sells the crane</h1><p>{LONG}</p>{inner}</article></body></html>"
    document = read(page)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks[2:]]


@pytest.mark.parametrize(
    "inner",
    [
        "<div>{0}<br><br>{1}<br> <br><b>What comes next</b><br><br>{2}<br><br><br>{3}</div>",
        "<p>{0}<br><br>{1}</p><p><b>What comes next</b></p><p>{2}<br><br>{3}</p>",
        "<p>{0}</p><p>{1}</p><p><strong>What comes next</strong><br>{2}</p><p>{3}</p>",
        "<div><font>{0}<br><br>{1}<br><br><b>What comes next</b><br>{2}<br><br>{3}</font></div>",
    ],
)
def test_line_breaks_part_paragraphs_and_headings(inner: str) -> None:
    assert told(inner.format(FIRST, SECOND, THIRD, LAST)) == [
        ("paragraph", FIRST),
        ("paragraph", SECOND),
        ("subheading", "What comes next"),
        ("paragraph", THIRD),
        ("paragraph", LAST),
    ]


def test_a_sentence_goes_on_behind_a_word_in_italics_between_empty_lines() -> None:
    inner = f"<div>{FIRST}<br><br>The crane of the <i>Ebba Queen</i> is older. {SECOND}<br><br>{LAST}</div>"
    assert ("paragraph", f"The crane of the Ebba Queen is older. {SECOND}") in told(inner)


def test_a_word_in_bold_opens_a_paragraph_that_goes_on_and_a_break_parts_words() -> None:
    inner = (
        f"<p>{FIRST}</p><p><b>The crane of Ebba</b> goes to Norport,<br>where it is shown.</p><p>{LAST}</p>"
    )
    assert ("paragraph", "The crane of Ebba goes to Norport, where it is shown.") in told(inner)


def test_questions_in_a_list_are_headings_where_sentences_answer_them() -> None:
    asked = "<dt>How did you hear of the sale?</dt><dd>My neighbour told me over the fence on Monday.</dd>"
    found = told(f"<p>{FIRST}</p><dl>{asked}</dl><p>{LAST}</p>")
    assert found[1:3] == [
        ("subheading", "How did you hear of the sale?"),
        ("paragraph", "My neighbour told me over the fence on Monday."),
    ]


def test_a_line_in_capitals_below_a_paragraph_is_a_heading_and_a_link_behind_an_arrow_is_none_of_the_article() -> (
    None
):
    above, below = "FOR READERS OF THE EBBA POST", "WHO WILL PAY FOR THE QUAY?"
    inner = f"<p>{above}</p><p>{FIRST}</p><p>{below}</p><p>{SECOND}</p><p>&gt;&gt; <a href='/a'>How the crane was built</a></p>"
    page = f"<!doctype html><html><body><article><h1>Council vote</h1>{inner}<p>{LONG}</p></article></body></html>"
    document = read(page)
    kinds = {block.span.of(document.text): block.kind for block in document.blocks}
    assert kinds[below] == "subheading"
    assert kinds[above] == kinds[">> How the crane was built"] == "furniture"


def test_what_a_network_puts_into_its_box_is_no_quotation() -> None:
    box = "<blockquote><a href='/a'>View this post on Instagram</a></blockquote>"
    assert ("furniture", "View this post on Instagram") in told(f"<p>{FIRST}</p>{box}<p>{LAST}</p>")


@pytest.mark.parametrize(
    "piece", ["<br><br>", "word <br><br> ", "<p><b>Head</b><br>", "<dl><dt>a</dt>", "<div>a<br><br>"]
)
def test_a_page_of_breaks_is_read_in_linear_time(piece: str) -> None:
    start = time.process_time()
    told(f"<p>{FIRST}</p><p>{SECOND}</p>{piece * 3000}<p>{LAST}</p>")
    assert time.process_time() - start < 5


def test_who_the_author_of_a_web_page_is_stands_below_the_article() -> None:
    head = "<head><meta name='author' content='Ann Lee'></head>"
    about = "Ann Lee is the harbour reporter of the Ebba Post."
    page = f"<!doctype html><html>{head}<body><article><h1>Council vote</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p><p>{about}</p></article></body></html>"
    document = read(page)
    assert [block.kind for block in document.blocks if block.span.of(document.text) == about] == ["furniture"]
