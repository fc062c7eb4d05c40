"""Block quotes of web pages: who said them reaches the text, in whatever element it stands."""

from __future__ import annotations

import time

import pytest

from briefing import find_quotes, make_brief, read

OPENING = "The council met on Monday and took four decisions about the harbour, after a long debate."
MIDDLE = "The crane goes to a museum in Norport, which will pay for the transport, said Jo Berg."
END = "The mayor was content with what the council had done in one evening, and went home on foot."
WORDS = "“We sold the crane because nobody used it any more.”"
BARE = "We sold the crane because nobody used it any more. It is a pity."


def page(*inner: str) -> str:
    middle = f"<p>{MIDDLE}</p>".join(inner)
    return (
        f"<!doctype html><html><body><article><h1>Council sells the crane</h1><p>{OPENING}</p><p>{MIDDLE}</p>{middle}"
        f"<p>{END}</p></article><footer>Ebba Post <cite>Ebba</cite><p>All of our rights</p></footer></body></html>"
    )


@pytest.mark.parametrize("words", [WORDS, BARE])
@pytest.mark.parametrize(
    "quoted",
    [
        "<blockquote><p>{}</p><footer>— Lena Dahl, mayor of Ebba</footer></blockquote>",
        "<blockquote><p>{}</p><footer><b>Lena Dahl</b><br>mayor of Ebba</footer></blockquote>",
        "<blockquote><p>{}</p><footer><cite>Lena Dahl</cite>, mayor of Ebba</footer></blockquote>",
        "<blockquote><p>{}</p><cite><span>Lena Dahl</span> <span>mayor of Ebba</span></cite></blockquote>",
        "<blockquote>{}<br>— <cite>Lena Dahl, mayor of Ebba</cite></blockquote>",
        "<figure><blockquote>{}</blockquote><figcaption>— Lena Dahl, mayor of Ebba</figcaption></figure>",
        "<blockquote><p>{}</p></blockquote><p>— Lena Dahl, mayor of Ebba</p>",
    ],
)
def test_who_said_a_block_quote(quoted: str, words: str) -> None:
    document = read(page(quoted.format(words)))
    (quote,) = [quote for quote in find_quotes(document) if quote.text == words]
    assert quote.kind == "direct"
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Lena Dahl", "mayor of Ebba")


def test_the_work_behind_a_name_is_nobody() -> None:
    document = read(
        page(f"<blockquote>{BARE}<footer>Lena Dahl in <cite>Ebba Post</cite></footer></blockquote>")
    )
    assert [quote.speaker and quote.speaker.name for quote in find_quotes(document)] == ["Lena Dahl"]


def test_a_work_within_a_sentence_a_picture_and_the_foot_of_the_page_sign_nothing() -> None:
    work = "<blockquote>We sold the crane, as was told in the <cite>Ebba Post</cite></blockquote>"
    picture = (
        f"<figure><img src='a.jpg'><blockquote>{BARE}</blockquote><figcaption>Jo Day</figcaption></figure>"
    )
    document = read(page(work, picture))
    text = " ".join(block.span.of(document.text) for block in document.body)
    assert "as was told in the Ebba Post" in text
    assert all(quote.speaker is None for quote in find_quotes(document))
    assert "rights" not in text


def test_a_pull_quote_takes_its_signature_along() -> None:
    pulled = f"<p>{WORDS} said Lena Dahl.</p><blockquote><p>{WORDS}</p><cite>Lena Dahl</cite></blockquote>"
    document = read(page(pulled))
    assert [block.kind for block in document.body] == ["paragraph"] * 4


def test_a_signature_is_no_statement() -> None:
    signed = "<blockquote><p>{}</p><footer>— Lena Dahl, the mayor of Ebba, who sold it</footer></blockquote>"
    brief = make_brief(page(*[signed.format(words) for words in (WORDS, BARE)]))
    assert not [item for item in brief.items if item.text.startswith("—")]


def test_a_page_of_block_quotes_is_read_in_linear_time() -> None:
    start = time.process_time()
    read(page(*["<blockquote>We sold it.<cite>Lena Dahl</cite></blockquote>"] * 2000))
    assert time.process_time() - start < 5
