"""Pasted pages as desk officers paste them: which line is the title, and boxes that stand in the middle of an article."""

from __future__ import annotations

import pytest

from briefing import Document, read

MENU = ["Harbour Post", "News", "Sport", "Weather", "Opinion", "Sign in"]
TITLE = "Council sells the crane of Port Ebba"
LEAD = [
    "The council of Port Ebba sold the last crane of the old harbour on Monday, after a debate of nine hours.",
    "It goes to a museum in Norport, which will pay for the transport, the town clerk told reporters.",
]
MIDDLE = [
    "“It stood there for ninety years,” said Ruth Calder, the mayor, who had voted against the sale of the crane.",
    "The museum of Norport will show it from May on, between a lighthouse and a submarine.",
]
END = [
    "The council said that the money from the crane would pay for a new roof of the town hall.",
    "Calder said that she would visit the museum in Norport once a year, on her birthday.",
]
FOOT = [
    "Tags: harbour, crane",
    "Most read",
    "Ferry crews vote on strike",
    "Privacy policy",
    "About us",
    "© 2026 Harbour Post",
]


def page(*parts: list[str]) -> Document:
    return read("\n\n".join(line for part in (MENU, *parts, FOOT) for line in part))


def told(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.body]


BOXES = {
    "counted": [
        *("Recommended Stories", "list of 2 items", "list 1 of 2", "Who pays for the cranes?", "list 2 of 2"),
        *("The lighthouse that nobody wanted", "end of list"),
    ],
    "titles": [
        "Trending",
        "Weather map shows when snow will hit",
        "34k viewing now",
        "Bride locked out of her own wedding",
    ],
    "German": [
        "Mehr zum Thema",
        "Streit um den Kran: Was bisher geschah",
        "Wem gehört eigentlich der alte Hafen",
    ],
    "picks": [
        "Editors’ Picks",
        "The Secret to a Better Loaf of Bread",
        "Is It OK to Leave a Party Without Saying Goodbye?",
    ],
    "unknown": [
        "From the archive",
        "Norport opens its museum",
        "Lighthouse for sale",
        "A submarine, slightly used",
    ],
    "sponsor": [
        "A message from Amber Lines",
        "Cross to Norport in forty minutes less, and save 20% on your first trip.",
    ],
    "newsletter": [
        "WHAT’S NEW",
        "Catch up on the headlines, free in your inbox daily.",
        "Enter your email",
        "Subscribed",
    ],
    "picture": [
        "Boats in the harbour of Skerra in April.",
        "Ann Lee for the Harbour Post",
        "hide caption",
        "toggle caption",
    ],
    "pictured": ["Getty Images A crane seen from below", "The crane was lit for one last night"],
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_the_article_goes_on_behind_a_box_of_the_page(box: list[str]) -> None:
    document = page([TITLE, "By Ann Lee", "3 March 2026"], LEAD, MIDDLE, box, END)
    assert told(document) == [*LEAD, *MIDDLE, *END]
    assert document.metadata.title == TITLE


def test_the_article_begins_above_a_box_of_the_page() -> None:
    document = page([TITLE, "By Ann Lee", "3 March 2026"], LEAD, BOXES["counted"], MIDDLE, END)
    assert told(document) == [*LEAD, *MIDDLE, *END]


def test_a_subheading_below_a_box_is_the_article_s() -> None:
    document = page([TITLE, "3 March 2026"], LEAD, MIDDLE, BOXES["titles"], ["A new roof"], END)
    kinds = {block.span.of(document.text): block.kind for block in document.blocks}
    assert kinds["A new roof"] == "subheading"


def test_what_stands_behind_the_end_of_the_article_is_none_of_it() -> None:
    below = [
        "Comments",
        "Old Salt",
        "The council of Port Ebba has never sold a crane for what it was worth.",
        "Reply",
    ]
    thanks = [
        "We thank all who comment on the council of Port Ebba here.",
        "The museum of Norport pays for this space.",
    ]
    document = page([TITLE, "3 March 2026"], LEAD, MIDDLE, END, below, thanks)
    assert told(document) == [*LEAD, *MIDDLE, *END]


ABOVE = {
    "key points": [TITLE, "By Ann Lee", "3 March 2026", "Summary", "Council sold crane to museum", "Museum of Norport pays for transport"],
    "a caption": [TITLE, "By Ann Lee", "3 March 2026", "The crane of the old harbour of Port Ebba"],
    "a standfirst": [
        TITLE,
        "The council of Port Ebba sold the last crane of the old harbour after a debate of nine hours",
        "By Ann Lee",
        "3 March 2026",
    ],
    "an outlet": ["The Council of Port Ebba", "Media centre", "Statements", TITLE, "3 March 2026"],
    "a list of other stories": [
        *(TITLE, "By Ann Lee", "3 March 2026", "More on:", "cranes", "Council sold crane of old harbour once before"),
        *("Museum of Norport buys a lighthouse and a crane", "Last debate of the council on the old harbour"),
    ],
    "a date that is not written out": [TITLE, "2 hours ago", "The last crane of the old harbour, sold by the council on Monday"],
}  # fmt: skip


@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_the_title_stands_above_the_byline(above: list[str]) -> None:
    slogan = ["All the news of our towns and villages"] if above[0] == TITLE else []
    assert page(slogan, above, LEAD, MIDDLE, END).metadata.title == TITLE


def test_the_time_of_an_entry_in_a_live_blog_is_no_byline() -> None:
    points = ["Crane of Port Ebba sold to museum", "Council debated sale of the crane for nine hours"]
    above = [TITLE, "Last updated 14:32", "Summary", *points, "14:32"]
    assert page(above, LEAD, MIDDLE, END).metadata.title == TITLE


def test_a_standfirst_that_the_article_repeats_is_read_once() -> None:
    document = page([TITLE, LEAD[0], "By Ann Lee", "3 March 2026"], LEAD, MIDDLE, END)
    assert told(document).count(LEAD[0]) == 1


@pytest.mark.parametrize(
    "about",
    [
        ["ANN LEE", "Lee covers the harbour for the Harbour Post. She lives in Ebba."],
        ["About the author", "She has written three books on cranes."],
    ],
)
def test_who_the_author_is_below_the_article_is_none_of_it(about: list[str]) -> None:
    document = read("\n\n".join([TITLE, "By Ann Lee and Jo Day", *LEAD, *MIDDLE, *END, *about]))
    assert told(document) == [*LEAD, *MIDDLE, *END]


def test_what_an_institute_says_of_its_views_and_its_notes_is_furniture() -> None:
    views = "The institute takes no side; the views represented herein are the author’s own."
    notes = [
        "Notes",
        "1. Ann Lee, “The Last Crane,” Harbour Papers 14 (2025).",
        "2. Council decision of 4 March 2019.",
    ]
    document = read("\n\n".join([TITLE, *LEAD, *MIDDLE, *END, *LEAD[::-1], views, *notes]))
    assert views not in told(document)
    assert notes[1] not in told(document)


def test_a_short_title_above_the_date_is_one_where_the_article_takes_up_all_of_it() -> None:
    above = ["Council Crane Sale", "3 March 2026", "Considered in the old town hall"]
    lead = ["The sale of the crane by the council was debated on Monday for nine hours.", *LEAD]
    assert page(above, lead, MIDDLE, END).metadata.title == "Council Crane Sale"


def test_the_only_line_above_the_byline_is_the_title_whatever_its_words() -> None:
    above = [
        "Let us keep what is old",
        "Ann Lee",
        "Columnist",
        "3 March 2026",
        "‘The crane of the old harbour is sold’",
    ]
    assert page(above, LEAD, MIDDLE, END).metadata.title == "Let us keep what is old"


def test_sentences_in_capitals_are_an_article_too() -> None:
    text = "\n\n".join(line.upper() for line in (*LEAD, *MIDDLE, *END))
    assert [block.kind for block in read(text).blocks] == 6 * ["paragraph"]


def test_last_words_are_the_article_s_and_a_name_below_it_is_not() -> None:
    assert told(read("\n\n".join([TITLE, *LEAD, *MIDDLE, "Nobody came."])))[-1] == "Nobody came."
    assert told(page([TITLE, "3 March 2026"], LEAD, MIDDLE, ["Ask them."]))[-1] == "Ask them."
    assert told(read("\n\n".join([TITLE, *LEAD, *MIDDLE, "Anna Berg."])))[-1] == MIDDLE[-1]


def test_items_that_end_with_a_semicolon_are_the_article_s() -> None:
    items = [
        "refrain from selling any other crane of the harbour;",
        "show the old one to all who wish to see it;",
    ]
    statement = page([TITLE, "3 March 2026"], LEAD[:1], ["We call on the council to:"], items, END[1:])
    assert [item for item in items if item in told(statement)] == items


def test_an_encyclopedia_s_article_goes_on_behind_its_buttons() -> None:
    lead = [
        "Port Ebba is the capital of Norland, and lies at the mouth of the river Ebba, in the west.[1]",
        "The city has a museum, a harbour and a council of nineteen members.[2]",
    ]
    parts = [["History", "[edit]"], LEAD, ["Geography", "[edit]"], MIDDLE, ["Economy", "[edit]"], END]
    document = page(["Port Ebba", "From Quaypedia, the free encyclopedia"], lead, *parts)
    assert document.metadata.title == "Port Ebba"
    assert [line for line in (*lead, *LEAD, *MIDDLE, *END) if line not in told(document)] == []


PRINTED = """Council sells the crane

The crane of the old harbour was sold on Monday for half of what it was
worth, the town clerk said. It goes to a museum in the crane-
like part of the country, where it will be shown to all from May, on week-
days, for a fee.

Harbour Papers
1

Council sells the crane

“It stood there for ninety years,” said Ruth Calder, the mayor of the har-
bour town. “We shall miss it.”

Harbour Papers
2"""


def test_what_is_printed_on_every_page_is_no_heading_and_parted_words_are_whole() -> None:
    document = read(PRINTED)
    assert {b.span.of(document.text) for b in document.blocks if b.kind == "furniture"} >= {
        "Harbour Papers",
        "1",
        "2",
    }
    assert all(block.kind != "subheading" for block in document.blocks)
    assert "mayor of the harbour\ntown" in document.text
    assert "crane-like\npart of the country" in document.text


def test_a_dash_at_the_end_of_a_short_line_and_a_list_stay() -> None:
    text = "The council -\nnot the mayor -\nsold it.\n\npre-\nwar cranes"
    assert read(f"{BODY}\n\n{text}").text.endswith(text)


BODY = "The council met on Monday and took four decisions about the harbour, after a long debate."

MAIL = """From: Harbour Bell <bell@harbour.example>
To: desk@office.example
Date: Tuesday, June 16, 2026 at 6:58 AM
Subject: Fwd: What the sale of the crane means

{body}"""


def test_the_subject_of_a_mail_is_its_title() -> None:
    document = read(MAIL.format(body="\n\n".join([*LEAD, *MIDDLE])))
    assert document.metadata.title == "What the sale of the crane means"
    assert str(document.metadata.published) == "2026-06-16"
    assert told(document) == [*LEAD, *MIDDLE]


def test_who_speaks_in_the_record_of_a_parliament_is_no_heading() -> None:
    speakers = [
        "Ms Anna Tolland (North Marsh) (Lab)",
        "Mr Giles Ferrar",
        "The Parliamentary Under-Secretary (Dr Paul Emmet)",
    ]
    lines = [line for pair in zip(speakers, [*MIDDLE, END[0]], strict=True) for line in pair]
    document = read("\n\n".join([TITLE, *LEAD, *lines, *END]))
    assert all(block.kind != "subheading" for block in document.blocks)


def test_a_heading_in_two_closing_marks_is_one() -> None:
    document = read("\n\n".join([TITLE, *LEAD, "”Ett historiskt misstag”", *MIDDLE, *END]))
    assert [b.span.of(document.text) for b in document.blocks if b.kind == "subheading"] == [
        "”Ett historiskt misstag”"
    ]
