"""What of a page is its article, where whole blocks of it are another thing: teasers, threads, repeats, long lists."""

from __future__ import annotations

import pytest

from briefing import read

OPENING = "The council met on Monday and took four decisions about the harbour, after a long debate."
MIDDLE = "The crane goes to a museum in Norport, which will pay for the transport, the town clerk said."
END = "The mayor said that she was content with what the council had done in one evening."


def kinds(text: str) -> dict[str, str]:
    """The kind of each block by its words."""
    document = read(text)
    return {block.span.of(document.text): block.kind for block in document.blocks}


def web(inner: str) -> str:
    return (
        f"<!doctype html><html><body><article><h1>Council vote</h1><p>{OPENING} {MIDDLE}</p>{inner}"
        f"<p>{END} {OPENING}</p></article></body></html>"
    )


def test_a_line_break_of_a_web_page_parts_words() -> None:
    found = kinds(web("<p>Open days of the museum:<br>3 May, Norport<br>9 May, Ebba</p>"))
    assert any("museum: 3 May, Norport 9 May, Ebba" in words for words in found)


def test_an_item_that_only_leads_to_another_story_is_furniture() -> None:
    teasers = (
        "<ul><li><a href='/ferry'>Ferry crews vote on strike</a></li>"
        "<li><a href='/bridge'>Bridge toll goes up</a><h4>Drivers will pay ten crowns from May on.</h4></li>"
        "<li><a href='/crane'>The old crane</a> is ninety years old and weighs forty tonnes.</li></ul>"
    )
    found = kinds(web(teasers))
    assert found["Ferry crews vote on strike"] == "furniture"
    assert found["Bridge toll goes up Drivers will pay ten crowns from May on."] == "furniture"
    assert found["The old crane is ninety years old and weighs forty tonnes."] == "list item"


@pytest.mark.parametrize(
    "heading",
    [
        "Comments",
        "34 responses to “Council sells the crane”",
        "One thought on “Council sells the crane”",
        "12 Kommentare",
        "Lascia un commento",
        "Deixe uma resposta",
        "Комментарии (3)",
    ],
)
def test_comments_may_be_longer_than_the_article_above_them(heading: str) -> None:
    menu = "Home\n\nSport\n\nWeather\n\nSign in\n\nCouncil sells the crane"
    article = "\n\n".join([OPENING, MIDDLE, END, f"{MIDDLE} {OPENING}", END])
    comment = (
        "I never liked that crane, which dripped oil on my boat for years while nobody paid for the damage."
    )
    found = kinds(f"{menu}\n\n{article}\n\n{heading}\n\n" + "\n\n".join([comment] * 20))
    assert found[END] == "paragraph"
    assert found[comment] == "furniture"


def test_a_japanese_page_is_read_by_its_characters_and_not_by_its_spaces() -> None:
    menu = "ホーム\n\nニュース\n\nスポーツ\n\nお問い合わせ\n\nログイン\n\nWeb版\n\n港のクレーンを売却"
    sentences = [
        "Norportの博物館が港の古いクレーンを買い取ることになり、市議会は月曜日の夜に売却を決めました。",
        "Ebba港で九十年使われてきたクレーンです。",
        "市長は、売却の時期についてはまだ何も決まっていないと話しています。",
        "次の会議は五月に開かれる予定です。",
    ]
    found = kinds(f"{menu}\n\n" + "\n\n".join(sentences) + "\n\n関連記事\n\n橋の通行料\n\nサイトマップ")
    assert [found[sentence] for sentence in sentences] == ["paragraph"] * 4


MENU = "Home\n\nSport\n\nWeather\n\nSign in\n\nJobs\n\nOpinion\n\nCouncil sells the crane"
BELOW = "Share this\n\nMost read\n\nFerry crews vote on strike\n\nBridge toll goes up again\n\nJobs\n\nContact us\n\nImprint"
DATES = [f"{day} May – The museum ship at quay {day + 2}, Norport" for day in range(3, 15)]


def test_a_long_list_whose_lines_are_alike_is_the_articles_be_it_its_end() -> None:
    page = "\n\n".join([MENU, OPENING, MIDDLE, f"{END} {MIDDLE}", "Where to see the ship", *DATES, BELOW])
    found = kinds(page)
    assert {found[line] for line in DATES} == {"list item"}
    assert found["Where to see the ship"] == "subheading"
    assert found["Ferry crews vote on strike"] == "furniture"


def test_a_long_list_does_not_end_an_article() -> None:
    found = kinds("\n\n".join([MENU, OPENING, MIDDLE, *DATES, END, BELOW]))
    assert {found[line] for line in DATES} == {"list item"}
    assert found[END] == "paragraph"


def test_a_long_list_of_other_stories_stays_furniture() -> None:
    stories = [f"Harbour Post: What the tide leaves behind, part {part}" for part in range(3, 12)]
    found = kinds("\n\n".join([MENU, OPENING, MIDDLE, END, "Most read", *stories, BELOW]))
    assert {found[line] for line in stories} == {"furniture"}


def test_an_article_that_its_page_says_twice_is_read_once() -> None:
    more = "Nobody asked what the transport costs, and the clerk did not say who had made the offer."
    found = kinds(web(f"<p>{more}</p><p>{OPENING} {MIDDLE} {more}</p><p>{OPENING[:50]}...</p>"))
    assert [words for words, kind in found.items() if kind == "paragraph"] == [
        f"{OPENING} {MIDDLE}",
        more,
        f"{END} {OPENING}",
    ]


def test_a_question_may_be_put_twice() -> None:
    question = "What did you think of the council when it sold the crane to a museum in another town?"
    document = read(web(f"<p>{question}</p><p>{MIDDLE}</p><p>{question}</p><p>{END}</p>"))
    assert sum(block.span.of(document.text) == question for block in document.body) == 2


def test_what_unfolds_in_a_gallery_is_a_caption() -> None:
    told = "Ruth Calder, left, and the crew of the Anna look at the old crane, which stood at quay four"
    captions = [f"{told} until March. less", f"{told}... more", f"{told}. Credit: Harbour Post"]
    found = kinds("\n\n".join([MENU, *captions, OPENING, MIDDLE, END, BELOW]))
    assert {found[caption] for caption in captions} == {"caption"}
    assert found[OPENING] == "paragraph"


def test_the_title_said_again_is_no_paragraph() -> None:
    title = "Council sells the crane"
    found = read("\n\n".join([MENU, OPENING, title, MIDDLE, END, BELOW]))
    assert [b.kind for b in found.blocks if b.span.of(found.text) == title] == ["title", "furniture"]


def test_a_menu_that_has_lost_its_line_ends_is_no_paragraph() -> None:
    menu = " ".join(["Harbour News", "Ferry Times", "Tides And Weather", "Jobs At Sea", "Boats For Sale"] * 4)
    found = kinds("\n\n".join([menu, MENU, OPENING, MIDDLE, END, BELOW]))
    assert found[menu] == "furniture"


def test_a_dateline_under_a_date_opens_the_article() -> None:
    other = "Ferry crews vote on Thursday on a strike that could last for days, the union said on its page."
    first = f"PORT EBBA (AP) — {OPENING}"
    head = "Council sells the crane\n\nMarch 3, 2026 at 9:45 am"
    found = kinds("\n\n".join([MENU, *[f"{other} {n}" for n in range(6)], head, first, MIDDLE, END, BELOW]))
    assert found[f"{other} 5"] == "furniture"
    assert (found["PORT EBBA (AP) —"], found[OPENING]) == ("furniture", "paragraph")


def test_the_ingredients_of_a_recipe_do_not_end_it() -> None:
    dry = [
        "2 cups plain flour",
        "1/2 tsp sea salt",
        "1 packet dry yeast",
        "½ cup warm milk",
        "3-4 spoons dark honey",
    ]
    last = "Knead the dough for ten minutes and leave it in a warm place until it has risen."
    steps = ["Mix the flour with the salt and the yeast in a bowl, and pour the milk into a hollow.", last]
    found = kinds(
        "\n\n".join([MENU, OPENING, MIDDLE, END, "Ingredients", *dry, "Instructions", *steps, BELOW])
    )
    assert {found[line] for line in dry} == {"list item"}
    assert found[last] == "paragraph"


def test_a_list_that_begins_small_is_no_menu() -> None:
    goods = [
        "grain and flour",
        "coal",
        "sawn timber",
        "salt in sacks",
        "cattle",
        "bricks",
        "wool",
        "tar",
        "hemp",
    ]
    around = " ".join([OPENING, MIDDLE, END])
    found = kinds("\n\n".join([MENU, *[around] * 4, "The old crane lifted:", *goods, *[around] * 4, BELOW]))
    assert {found[line] for line in goods} == {"list item"}


@pytest.mark.parametrize("heading", ["Lena Boyd", "About Lena Boyd", "Sobre Lena Boyd", "Über Lena Boyd"])
def test_who_the_author_is_stands_below_the_article(heading: str) -> None:
    box = "Lena has been with the Harbour Post since 2017. She has a boat and no time for it."
    found = kinds("\n\n".join([MENU, OPENING, MIDDLE, END, heading, box, BELOW]))
    assert (found[END], found[heading], found[box]) == ("paragraph", "furniture", "furniture")


def test_a_last_heading_that_is_the_name_of_somebody_told_of_is_the_articles() -> None:
    told = "Nobody knows the crane as well as Lena Boyd, who has oiled it for thirty years."
    last = "Lena Boyd came to the harbour at sixteen and has not left it since."
    found = kinds("\n\n".join([MENU, OPENING, told, END, "Lena Boyd", last, BELOW]))
    assert (found["Lena Boyd"], found[last]) == ("subheading", "paragraph")


def test_a_list_of_other_stories_above_the_article_is_none_of_its_own() -> None:
    stories = [f"{n}. Town hall story number {n}" for n in range(1, 8)]
    above = ["Top stories", *stories, "Log in", "Home", "News", "Harbour wall fails in the night"]
    article = [
        "The harbour wall failed on Monday after a night of rain and wind, the mayor of the town said.",
        "She told the council that four hundred homes had no power and that nobody had been hurt.",
        "The council meets on Thursday to talk about what a new wall will cost the county.",
    ]
    below = ["Share", "Tweet", "Print", "About us", "Contact us", "Privacy policy", "Terms of use"]
    document = read("\n\n".join([*above, *article, *below]))
    assert [block.span.of(document.text) for block in document.body] == article


def test_two_stories_of_an_agency_on_a_page_are_both_kept() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Log in", "Subscribe", "Share"]
    first = (
        "PORT EBBA (AP) — The harbour wall failed on Monday after a night of rain and wind, the mayor said."
    )
    more = "She told the council that four hundred homes had no power and that nobody had been hurt."
    second = "NORPORT (AP) — The old crane of the port was sold on Monday for half of what it had cost."
    last = "Its new owner told the council that he would bring it to the north on a barge in May."
    document = read("\n\n".join([*menu, "By Ann Lee", first, more, "By Jo Day", second, last, *menu]))
    told = " ".join(block.span.of(document.text) for block in document.body)
    assert all(words[-40:] in told for words in (first, more, second, last))


FLASH = """<!doctype html><html><head><title>{title} | Harbour Post</title></head><body><nav><ul><li><a href="/">Home</a></li>
<li><a href="/n">News</a></li></ul></nav><main><article><header><h1>{title}</h1></header><div><a href="/s">Share</a></div>
{body}</article></main><footer><a href="/c">Contact</a></footer></body></html>"""


def test_a_flash_of_news_is_read_in_its_paragraphs() -> None:
    lines = [
        "诺兰议会星期一投票批准重新启用已经关闭四年的琥珀天然气管道。",
        "首相在表决后对记者说：“这是常识的胜利。”",
        "第一批天然气有望在10月输送。",
    ]
    page = FLASH.format(
        title="诺兰议会批准重启琥珀天然气管道", body="".join(f"<p>{line}</p>" for line in lines)
    )
    document = read(page)
    assert [block.span.of(document.text) for block in document.body] == lines


def test_an_article_on_a_web_page_goes_on_behind_a_box_of_other_stories() -> None:
    told = [
        "The council of Port Ebba sold the last crane of the old harbour on Monday, after a debate of nine hours in the hall.",
        "It goes to a museum in Norport, which will pay for the transport, the town clerk told reporters on the quay.",
        "The council said that the money from the crane would pay for a new roof of the town hall before the winter.",
        "The mayor said that she would visit the museum in Norport once a year, on her birthday, and take a cake along.",
    ]
    box = [
        "Recommended Stories",
        "Who pays for the cranes of the harbour",
        "The lighthouse that nobody wanted",
    ]
    lines = [*told[:2], *box, *told[2:]]
    document = read(
        FLASH.format(title="Council sells crane", body="".join(f"<p>{line}</p>" for line in lines))
    )
    assert [block.span.of(document.text) for block in document.body] == told
