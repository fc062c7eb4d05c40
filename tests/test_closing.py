"""What stands below or beside the article of a web page and was taken along, and what of the article was left out."""

from __future__ import annotations

from briefing import read

OUTSIDE = ("title", "furniture", "caption")
OPENING = "The council met on Monday and took four decisions about the harbour, after a long debate that lasted until ten."
MIDDLE = "The crane goes to a museum in Norport, which will pay for the transport, said Jo Berg, who has led it for years."
END = "The mayor was content with what the council had done in one evening, and went home on foot along the old quay."


def body(inner: str, title: str = "Council sells the crane") -> list[str]:
    page = f"<!doctype html><html><head><title>{title}</title></head><body><article>{inner}</article></body></html>"
    document = read(page)
    return [block.span.of(document.text) for block in document.blocks if block.kind not in OUTSIDE]


def paragraphs(*told: str) -> str:
    return "".join(f"<p>{words}</p>" for words in told)


def test_comments_end_an_article() -> None:
    told = paragraphs(OPENING, MIDDLE, END, OPENING.replace("Monday", "Friday"))
    for heading in ("Comentar", "3 Comments", "Kommentare (2)"):
        thread = f"<h2>{heading}</h2>{paragraphs('The crane was never any good, and I have said so for forty years.')}"
        assert not any(
            "never any good" in block for block in body(f"<h1>Council sells the crane</h1>{told}{thread}")
        )


def test_headings_at_the_end_that_head_nothing_are_none() -> None:
    for last in ("<h2>Further links</h2>", "<h2>See also</h2><p>More about the harbour:</p>"):
        assert body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}{last}") == [
            OPENING,
            MIDDLE,
            END,
        ]
    kept = body(
        f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE)}<h2>A quiet evening</h2>{paragraphs(END)}"
    )
    assert kept == [OPENING, MIDDLE, "A quiet evening", END]


def test_items_with_a_day_and_a_time_are_links_to_other_articles() -> None:
    links = "<ul><li>Quay opens after all 2026-03-02 08:58:39</li><li>Rain over Norport 02.03.2026 09:10</li></ul>"
    assert body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}{links}") == [
        OPENING,
        MIDDLE,
        END,
    ]


def test_a_heading_that_is_the_title_with_a_rubric_is_no_subheading() -> None:
    title = "Council sells the crane | Ebba Post"
    shared = f"<h1><small>Harbour: </small>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}"
    assert body(shared, title) == [OPENING, MIDDLE, END]


def test_sections_that_hold_marked_words_are_paragraphs() -> None:
    told = "".join(f"<section><span>{words}</span></section>" for words in (OPENING, MIDDLE, END))
    assert body(f"<h1>Council sells the crane</h1>{told}<div><p>Scan to follow</p></div>") == [
        OPENING,
        MIDDLE,
        END,
    ]


def test_loose_text_beside_paragraphs_is_read_behind_a_box() -> None:
    box = '<div class="related"><ul><li><a href="/q">Quay opens</a></li></ul></div>'
    assert body(f"<h1>Council sells the crane</h1><div>{box}{OPENING}{paragraphs(MIDDLE, END)}</div>") == [
        OPENING,
        MIDDLE,
        END,
    ]


def test_the_teasers_of_a_blog_that_are_cut_short_are_none_of_its_article() -> None:
    cut = [
        f"{words[:80]} […]"
        for words in (OPENING.replace("Monday", "Friday"), MIDDLE.replace("Norport", "Ebba"))
    ]
    assert body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END, *cut)}") == [
        OPENING,
        MIDDLE,
        END,
    ]


def test_links_with_a_number_before_them_are_links() -> None:
    links = "".join(
        f'<li><em>{i}</em> <span>1{i}203</span> <a href="/{i}">Quay opens again at {i} in Ebba</a></li>'
        for i in range(4)
    )
    assert body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}<ul>{links}</ul>") == [
        OPENING,
        MIDDLE,
        END,
    ]


def test_a_list_item_that_holds_the_article_is_no_item() -> None:
    told = [OPENING, MIDDLE, END] + [f"{i}. {words}" for i in range(5) for words in (OPENING, MIDDLE)]
    page = f'<ul><li class="main"><h3>Council sells the crane</h3>{paragraphs(*told)}</li><li>Quay opens</li></ul>'
    assert body(page) == told


def test_a_heading_that_differs_from_the_title_in_its_marks_is_the_title() -> None:
    heading = "<h1>Harbour&nbsp;: Council “sells” the crane</h1>"
    page = f"{heading}{paragraphs(OPENING, MIDDLE, END)}"
    assert body(page, 'Harbour: Council "sells" the crane') == [OPENING, MIDDLE, END]


def test_labels_in_a_list_below_the_last_paragraph_are_the_pages() -> None:
    labels = "<ul>" + "".join(f"<li>{label}</li>" for label in ("Great", "Sad", "Funny")) + "</ul>"
    assert body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}{labels}") == [
        OPENING,
        MIDDLE,
        END,
    ]
    colours = "<p>The quay will be painted in three colours, one for each of its berths, said the mayor:</p>"
    assert (
        body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE)}{colours}{labels}")[-1] == "Funny"
    )


def test_a_thread_of_comments_needs_no_heading() -> None:
    said = paragraphs(
        "The crane was never any good, and I have said so for forty years.",
        "He is right about the crane, and about the quay.",
    )
    for name in ("comentarios", "kommentare-liste", "commentaires"):
        thread = f'<div id="{name}"><ol><li>{said}</li></ol></div>'
        assert body(f"<h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}{thread}") == [
            OPENING,
            MIDDLE,
            END,
        ]
    column = (
        f'<div class="kommentare"><h1>Council sells the crane</h1>{paragraphs(OPENING, MIDDLE, END)}</div>'
    )
    assert body(column) == [OPENING, MIDDLE, END]
