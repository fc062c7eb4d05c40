"""Pasted text: what is body, heading, list, caption and furniture."""

from __future__ import annotations

from briefing import read

BODY = "The council met on Monday and took four decisions about the harbour, after a long debate."
END = "The mayor said that she was content with what the council had done in one evening."


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_list_items_lose_their_bullets_only() -> None:
    found = kinds(f"{BODY}\n\n- the crane is to be sold by May\n- the quay is closed to lorries\n\n{END}")
    assert found[1:3] == [
        ("list item", "the crane is to be sold by May"),
        ("list item", "the quay is closed to lorries"),
    ]


def test_a_short_question_on_its_own_is_a_heading() -> None:
    assert kinds(f"{BODY}\n\nWho pays for the crane?\n\n{END}")[1] == (
        "subheading",
        "Who pays for the crane?",
    )


def test_a_quoted_question_is_not() -> None:
    assert kinds(f"{BODY}\n\n“Who pays for the crane?”\n\n{END}")[1][0] == "paragraph"


def test_a_run_of_links_is_furniture() -> None:
    found = kinds(f"{BODY}\n\nShare on Facebook\n\nShare on X\n\nSend to a friend\n\n{END}")
    assert [kind for kind, _ in found[1:3]] == ["furniture", "furniture"]


def test_a_credit_at_the_end_makes_a_caption() -> None:
    found = kinds(f"{BODY}\n\nThe crane on Monday. Photograph: Lena Boyd/The Courier\n\n{END}")
    assert found[1][0] == "caption"


def test_a_cookie_line_is_no_title() -> None:
    document = read(
        f"Accept cookies\nWe and our 134 partners store data on a device.\n\nHarbour crane is sold\n\n{BODY}\n\n{END}"
    )
    assert document.metadata.title == "Harbour crane is sold"


def test_short_lines_above_the_article_are_not_one_paragraph() -> None:
    found = kinds(
        f"Arden Valley Chronicle\nNews   Sport   Weather   Travel   Opinion\nLIVE\n\nHarbour crane is sold\n\n{BODY}\n\n{END}"
    )
    assert ("title", "Harbour crane is sold") in found
