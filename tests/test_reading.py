"""Pasted text: what is body, heading, list, caption and furniture, and where the article stands on its page."""

from __future__ import annotations

import datetime as dt
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import read
from briefing.readers.lines import furniture, is_furniture
from briefing.readers.page import best_run

BODY = "The council met on Monday and took four decisions about the harbour, after a long debate."
LAST = "Nobody was there. The crane stood still."
END = "The mayor said that she was content with what the council had done in one evening."


def kinds(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


PRINTED = """
THE HARBOUR BOARD

Port Ebba, 3 March 2031

On January 29 the board was asked by the council of Port Ebba to say how

safe the sea wall is, and what it would cost to raise it by two metres. The

answer of the engineers, which they gave within a week, was short: the wall

is sound in the north, and has to be rebuilt in the south, where the ferries

land. The cost is put at forty million crowns.

Purpose

This memorandum gives the members of the board what the engineers found, and

lists the three ways of paying for the work that the treasurer has looked at

since. It does not say which of them the board should choose, nor when the

work could begin.
"""
"""A printed page as it is pasted: every line stands between blank ones."""


def test_lines_between_blank_ones_are_joined_to_paragraphs() -> None:
    found = [(kind, " ".join(words.split())) for kind, words in kinds(PRINTED)]
    assert [kind for kind, _ in found] == ["title", "furniture", "paragraph", "subheading", "paragraph"]
    assert found[2][1].startswith("On January 29")
    assert found[2][1].endswith("forty million crowns.")
    assert found[3] == ("subheading", "Purpose")


def test_a_few_lines_in_small_letters_are_not_joined_nor_are_addresses() -> None:
    few = [f"{BODY}", "and of this the rest of the council took no notice at all on that day", END]
    assert [words for _, words in kinds("\n\n".join(few))] == few
    shop = [
        line
        for n in range(8)
        for line in (
            f"{n}) A model of the old crane, in oak, with a stand of brass {n}",
            f"https://shop.example/{n}",
        )
    ]
    assert [words for _, words in kinds("\n\n".join([BODY, *shop, END]))][1:-1] == shop


def test_list_items_lose_their_bullets_only() -> None:
    found = kinds(f"{BODY}\n\n- the crane is to be sold by May\n- the quay is closed to lorries\n\n{END}")
    assert found[1:3] == [
        ("list item", "the crane is to be sold by May"),
        ("list item", "the quay is closed to lorries"),
    ]


def test_a_summary_in_bullets_above_the_article_is_the_articles() -> None:
    bullets = ["The crane goes to a museum in Norport", "Lorries may not use the quay until May"]
    menu = "- News\n- Sport"
    text = (
        f"{menu}\n\nCouncil sells the crane\n\nSummary\n\n- {bullets[0]}\n- {bullets[1]}\n\n{BODY}\n\n{END}"
    )
    assert [words for kind, words in kinds(text) if kind == "list item"] == bullets
    assert ("furniture", "Sport") in kinds(text)


def test_a_short_item_between_long_ones_is_an_item() -> None:
    items = [
        "the crane is to be sold to Norport by May",
        "nobody in Ebba knew",
        "the quay is closed to lorries and vans",
    ]
    text = f"{BODY}\n\n" + "\n".join(f"- {item}" for item in items) + f"\n\n{END}"
    assert [block for block in kinds(text) if block[0] == "list item"] == [
        ("list item", item) for item in items
    ]


PAGE = ["Harbour Post", "Home", "News", "Sport", "Weather", "Sign in", "Subscribe", "Latest headlines"]
"""Lines above an article by which a page is known."""


def test_headlines_glued_to_the_teasers_of_other_articles_are_furniture() -> None:
    teasers = [
        "Ferry Runs Aground In NorthA ferry with forty on board ran aground off the north quay.",
        "Market Opens Its GatesThe market hall opened on Sunday, a year late.",
        "Is The Crane Too Tall?Engineers have measured the crane and found it four metres too tall.",
        "Ten Walks For SpringLooking for a walk by the sea? Here are ten of them.",
        "Fishermen Ask For A MeetingFishermen in the south want to see the minister this week.",
    ]
    article = [BODY, "The vote was nine to six, with two members of the board away.", END]
    page = [*PAGE, *teasers, "Council sells the old crane", *article]
    assert [words for kind, words in kinds("\n\n".join(page)) if kind == "paragraph"] == article
    fewer = kinds("\n\n".join([*article, teasers[0], LAST]))
    assert ("paragraph", teasers[0]) in fewer


def test_a_headline_in_capitals_within_an_article_is_another_one_s() -> None:
    link = "LENA DAHL 'PROUD' OF THE MEN WHO BUILT HARBOUR WALL"
    page = "\n\n".join([*PAGE, "Council sells the old crane", BODY, link, END, "THE PRICE", LAST])
    assert ("furniture", link) in kinds(page)
    assert ("subheading", "THE PRICE") in kinds(page)
    orders = ["THE COUNCIL IS TO SELL THE CRANE BEFORE MAY", "NO LORRY MAY USE THE QUAY UNTIL THEN"]
    ordered = "\n\n".join([*PAGE, "Council sells the old crane", BODY, orders[0], END, orders[1], LAST])
    assert [kind for kind, words in kinds(ordered) if words in orders] != ["furniture", "furniture"]


def test_what_a_gallery_says_under_each_view_of_a_picture_is_its_caption() -> None:
    under = "Mayor Lena Dahl speaks at the opening of the new quay in Port Ebba, Sunday, March 3, 2031."
    gallery = [under, "Photo: Karl Berg, AP", "Image 1 of 13", under, "Photo: Karl Berg, AP"]
    found = kinds("\n\n".join(["Council sells the old crane", *gallery, BODY, END]))
    assert [words for kind, words in found if kind == "paragraph"] == [BODY, END]
    once = kinds("\n\n".join(["Council sells the old crane", *gallery[:2], BODY, END]))
    assert ("paragraph", under) in once


def test_what_a_page_puts_into_an_article_does_not_end_it() -> None:
    above = "Sign up for our newsletter\n\nCouncil sells the crane\n\nListen to this article\n\n4 min"
    inserted = "Photograph by Ann Lee for The Herald\n\nRead more: How the crane was built"
    below = "READ MORE\n\nWhy cranes matter\n\nThe last cranes\n\nWas this article helpful? Yes No\n\nTopics: Ebba"
    found = kinds("\n\n".join([above, BODY, inserted, LAST, below]))
    assert [words for kind, words in found if kind == "paragraph"] == [BODY, LAST]


def test_a_short_question_on_its_own_is_a_heading() -> None:
    assert kinds(f"{BODY}\n\nWho pays for the crane?\n\n{END}")[1] == (
        "subheading",
        "Who pays for the crane?",
    )


def test_a_quoted_question_is_not() -> None:
    assert kinds(f"{BODY}\n\n“Who pays for the crane?”\n\n{END}")[1][0] == "paragraph"


def test_a_last_paragraph_without_a_full_stop_is_the_articles() -> None:
    last = "The vote will be held on Sunday in Ebba. <script>alert(1)</script>"
    assert kinds(f"{BODY}\n\n{END}\n\n{last}")[-1] == ("paragraph", last)


@pytest.mark.parametrize(
    "line", ["UPDATE:", "PORT EBBA, East Norland |", "(From the evening news of Monday)"]
)
def test_an_aside_is_no_title(line: str) -> None:
    assert read(f"{line}\n\n{BODY}\n\n{END}").metadata.title is None


def test_a_run_of_links_is_furniture() -> None:
    found = kinds(f"{BODY}\n\nShare on Facebook\n\nShare on X\n\nSend to a friend\n\n{END}")
    assert [kind for kind, _ in found[1:3]] == ["furniture", "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright Ebba Post Image caption The crane was sold in spring",
        "Media playback is unsupported on your device Media caption The crane is moved",
        "Hide Caption 3 of 13 Photos: Cranes of the year The crane of Port Ebba is moved in spring.",
        "2of7A crane is moved along the quay of Port Ebba on Monday.",
        "The crane of Port Ebba last week.Credit...Ann Lee/The Ebba Post",
        "The crane of Port Ebba in spring.Jo Day / Reuters file",
        "The crane of Port Ebba stands still in spring. (Ann B Lee / Staff Photographer)",
        "FILE - In this March 3, 2019, file photo, workers move the crane in Port Ebba. The crane was sold on Tuesday.",
        "In this undated photo, workers move the crane in Port Ebba.",
        "This image provided by the port shows the crane.",
        "The crane with its crew on Monday (YouTube/Ebba Port)",
        "The crane is moved along the quay on Monday, March 3, 2019. The port of Ebba... (Associated Press)",
        "The mayor leaves the quay of Port Ebba, March 3, 2019. REUTERS/Ann Lee",
        "The crane of Port Ebba in the harbour museum [File: Ann Lee]",
        "CLOSE The crane is moved along the quay. Jo Day has the details. Harbour TV",
        "1 of 22 Full Screen Autoplay Close The crane of Port Ebba in spring.",
        "1 of 9 Full Screen " + " ".join(60 * ["The crane of Port Ebba."]),
        "1 of 6. The crane of Port Ebba is seen before the storm.",
        "Some of the cranes on the quay Photograph: Jo Day",
        "Anna Boyd/The Ebba Post",
        "Handout/Reuters.",
        "The crane of Port Ebba on its last day. Jan Oster/Harbour Post",
        "The crane of Port Ebba, March 3, 2026. ANN LEE/AFP",
        "The mayor at the foot of the crane in Brussels. | Ann Lee/EPA",
        "A crane of the old kind. Ann Lee, CC BY-SA",
        "Der Kran von Ebba im Mai. Foto: Ann Lee/Hafenkurier",
        "图为埃巴港附近的起重机。北方新闻网记者 李明 摄",
    ],
)
def test_how_agencies_and_broadcasters_word_a_caption(line: str) -> None:
    assert kinds(f"{line}\n\n{BODY}\n\n{line}\n\n{END}")[0] == ("caption", line)
    assert kinds(f"{line}\n\n{BODY}\n\n{line}\n\n{END}")[2] == ("caption", line)


def test_a_credit_at_the_end_makes_a_caption() -> None:
    found = kinds(f"{BODY}\n\nThe crane on Monday. Photograph: Lena Boyd/The Courier\n\n{END}")
    assert found[1][0] == "caption"


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("PORT EBBA (NPA) - The council met on Monday.", "PORT EBBA (NPA) -"),
        ("PORT EBBA (NPA) -- The council met on Monday.", "PORT EBBA (NPA) --"),
        ("PORT EBBA, Aug. 20 (Nordpress) -- The council met on Monday.", "PORT EBBA, Aug. 20 (Nordpress) --"),
        ("PORT EBBA, Nor. (NPA/EBT) – The council met on Monday.", "PORT EBBA, Nor. (NPA/EBT) –"),
        ("Port Ebba (CNN Business)The council met on Monday.", "Port Ebba (CNN Business)"),
        (
            "PORT EBBA, Norland, March 3, 2026 /HNNewswire/ -- The council met.",
            "PORT EBBA, Norland, March 3, 2026 /HNNewswire/ --",
        ),
        (
            "PORT EBBA, March 3, 2026 (HARBOUR NEWSWIRE) -- The council met.",
            "PORT EBBA, March 3, 2026 (HARBOUR NEWSWIRE) --",
        ),
        ("Port Ebba, Norland (NPA)The council met on Monday.", "Port Ebba, Norland (NPA)"),
        ("Port Ebba  (NPA)The council met on Monday.", "Port Ebba  (NPA)"),
        ("PORT EBBA ― The council met on Monday.", "PORT EBBA ―"),
        ("Port Ebba (AFP) The council met on Monday.", "Port Ebba (AFP)"),
        ("(NPA)“We shall meet again,” the mayor said on Monday.", "(NPA)"),
        ("(NPA) -- The council met on Monday.", "(NPA) --"),
        (
            "PORT EBBA, Feb 9 (Norland News Desk) — The council met on Monday.",
            "PORT EBBA, Feb 9 (Norland News Desk) —",
        ),
        ("PORT EBBA (Aug. 13) -- The council met on Monday.", "PORT EBBA (Aug. 13) --"),
        ("US envoy Ann Lee (Green Party) — the only one — met the council on Monday.", None),
        ("Port Ebba, 5 June 2026 – The council met on Monday.", "Port Ebba, 5 June 2026 –"),
        ("In Norland, 3 people – Two of them sisters – met on Monday.", None),
        ("The Norland Harbour Council (NHC) — The old one — met on Monday.", None),
        ("Port Ebba (NHC)-led talks ended on Monday.", None),
        ("The Norland Harbour Council (NHC) met on Monday.", None),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line: str, dateline: str | None) -> None:
    document = read(f"{line}\n\nNobody from the harbour was there to hear what it decided.")
    furniture = [b.span.of(document.text).strip() for b in document.blocks if b.kind == "furniture"]
    assert furniture == ([dateline] if dateline else [])


@pytest.mark.parametrize(
    "line",
    [
        "Email us at live@herald.example",
        "Get in touch by emailing haveyoursay@herald.example or on WhatsApp.",
        "Welcome to our live coverage of the storm.",
        "You’ve read 6 articles in the last year",
        "This interview has been edited for length and clarity.",
        "Note: This article was updated to add the mayor's reply.",
        "(Adds governor's comments, analyst's reaction)",
        "The views expressed are the author’s own.",
        "Temps de lecture 3 min.",
        "Lesen Sie auch: Was der Hafen wirklich kostet",
        "Related: What's in the harbour bill",
        "Write to Ann Lee at ann.lee@ebbapost.example",
        "doi: https://doi.org/10.0000/x-1",
        "Write to us: letters@ebbapost.example",
        "Media contact: Ann Lee, 555-0142, ann.lee@harbour.example",
        "Enter search terms here.",
        "A version of this article appears in print on March 4, 2025, Section B, Page 11 of the Ebba edition.",
        "For more information, call 555 0199 or email crane@harbour.example.",
        "Reading time: 3 minutes",
        "Listen to Harbour Hour live at 12:45 and 17:45 weekdays - or listen back here.",
        "Get daily updates directly to your inbox + Subscribe Thank you for subscribing! Could not subscribe",
        "Join our free harbour quiz",
        "Play Facebook Twitter Embed",
        "Embed The crane falls 1:04 Copy this code to your website or blog",
        "The author is a columnist of the Ebba Post. The opinions expressed are her own.",
        "Start your day with the Harbour Bell, our letter on cranes.",
        "Advertisement Advertisement",
        "Story continues below the picture",
        "There was an error processing your subscription.",
        "Originally published in the Ebba Post.",
        "Article Excerpt",
        "BBC News, Port Ebba",
        '<embed id="42"><embed/>.',
        "Get breaking news alerts and special reports.",
        "The stories that matter in the harbour, delivered weekday mornings.",
        "This post may contain affiliate links.",
        "If you buy a crane through one of our links, we may earn a commission.",
        "This document is subject to copyright. No part may be reproduced.",
        "Provided by Ebba Port Authority",
        "More information: A. Lee et al. Cranes and quays, Harbour Studies (2018).",
        "[Related: Who is to pay for the quay?]",
        "WhatsApp Telegram Facebook",
        "Read in Spanish",
        "Story Continued Below",
        "Text Size",
        "Reprinted with permission of Quay Books.",
        "Ann Lee can be reached at https://ebbapost.example/lee",
        "(Subscribe to the Ebba Post’s harbour letter.)",
        "阅读简体中文版",
        "Advertisement Continue reading the main story",
        "Advertisement - story continues below",
        "Breaking News Emails Get breaking news alerts and the reports that matter.",
        "JUST WATCHED The crane falls Replay More Videos ... MUST WATCH The crane falls 01:20",
        "You can add location information to your Tweets, such as your city or precise location. Learn more",
        "Interested in cranes? Add cranes as an interest to stay up to date on the latest news of them.",
        "Editor’s note: Lena Dahl is the author of “Cranes of the North”. She has lived in Ebba for ten years.",
        "[How the crane was built, and who is to pay for it]",
        "(WATCH: The crane falls)",
        "Council sells the crane of Port Ebba to Norport Read more",
        "More: Crane sale: Who knew what, and when",
        "RELATED VIDEO: The crane falls",
        "Also read: Lorries leave the quay",
        "For more harbour news, sign up for our weekly letter.",
        "Follow the Harbour Post reporter and founder of the Crane School of Journalism Ann Lee of Port Ebba on Twitter at @annlee.",
        "Ann Lee can be reached at ann@harbour.example.",
        "To reach Ann Lee, call 555 0142 or send email to ann@harbour.example.",
        "Like the Harbour Post on Facebook and follow us.",
        "Watch the full interview with the mayor below:",
        "Scroll down for video.",
        "We are sorry, this video is not available where you are.",
        "This slideshow requires JavaScript.",
        "This post has been updated with comments from the mayor’s office.",
        "Click to share the article (Opens in new window)",
        "👉 Read also: The cranes of the year",
        "♦ Receive daily updates directly in your inbox - Subscribe here to a topic.",
        "Was this email forwarded to you? Sign up here.",
        "You have 48.3% of this article left to read. The rest is for subscribers only.",
        "The Harbour Bell is a reader-supported publication. To receive new posts, consider becoming a subscriber.",
        "Ann Lee traveled to Ebba and spoke with twenty crane drivers for this article.",
        "This is an edited extract from The Last Crane by Ann Lee, published by Quay Books.",
        "To view this video please enable JavaScript, and consider upgrading to a web browser that supports it",
        "Related article Who pays for the cranes of Ebba",
        "VIDEO: How the crane was moved",
        "Lyssna på artikeln 3 min",
        "5 min read",
        "Annons:",
        "Реклама",
        "المصدر: وكالات",
        "Continue reading below",
        "Ad Feedback",
        "Ann Lee’s book ‘Slow Cranes’ is published by Quay Press at £18.99. To order a copy visit books.example",
        "Contains harbour information licensed under the Open Harbour Licence v3.0.",
        "Follow our live coverage of the storm in the harbour",
        "By subscribing, I agree to the Harbour Post’s terms of use.",
        "Ann Lee receives funding from the Harbour Research Council.",
        "Download the Harbour Post app for your iOS or Android devices.",
        "III.",
    ],
)
def test_a_line_of_the_page_is_furniture(line: str) -> None:
    assert ("furniture", line) in kinds(f"{BODY}\n\n{line}\n\n{END}")


@pytest.mark.parametrize(
    "line",
    [
        "Terms of the deal were not disclosed by the harbour.",
        "Copyright holders sued the harbour on Monday.",
        "News of the sale was welcomed, and the crane was delivered the day after.",
        "Provided by the state, the money is to last until May.",
        "The bank asks for a small commission on each crane.",
        "Published in 2019, the report found nothing new.",
        "Download speeds in the harbour rose by a fifth.",
        "Cookies sold best at the fair in the harbour.",
        "Contacts between the mayor and the harbour broke off.",
        "An error occurred in the count of the votes, the council said.",
        "Reading time fell by a third in the schools of the harbour.",
        "Listen to the people who live here, the mayor said.",
        "Thank you, the mayor said, and left.",
        "Sources: two of them, both from the harbour, said no.",
        "Write to the mayor, said the crane’s owner, and nothing comes of it.",
        "Breaking news on the crane came late in the evening.",
        "More than 40 lorries waited at the quay until Monday.",
        "Watch the harbour at night, the mayor said, and the cranes are all that moves.",
        "Related plans for the quay were dropped in the spring.",
        "The harbour office can be reached at 555 0142.",
        "Corrections to the count were made on Tuesday.",
        "[The mayor later withdrew the remark.]",
        "Why children in Ebba should read more books was not said.",
        "Follow the harbour wall and turn left, the sign says.",
        "The vote was nine to two. For the minutes of the meeting, click here.",
        "Like the old crane, the new one will be painted red.",
        "A fifth of them trust the mayor, according to a Reuters/Ipsos poll.",
        "Related article four of the treaty was struck out on Monday.",
        "Video: none was made, the mayor said, and nobody asked for one.",
        "The prices do not necessarily reflect what a crane is worth.",
    ],
)
def test_a_sentence_that_begins_like_a_line_of_the_page_is_the_articles(line: str) -> None:
    assert ("paragraph", line) in kinds(f"{BODY}\n\n{line}\n\n{END}")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tue 21 Oct 2025 15.31 BST | Last modified on Wed 22 Oct 2025 08.02 BST", "2025-10-21"),
        ("Port Ebba - 05 JUN 2026 - 09:30 CEST", "2026-06-05"),
        ("Port Ebba, 10 May 2026", "2026-05-10"),
        ("Monday, March 3, 2026", "2026-03-03"),
        ("Publié le 17 avril 2026 à 11h20, mis à jour à 15h02", "2026-04-17"),
        ("Published: 4 May 2026 by the press office", "2026-05-04"),
        ("Stand: 03.05.2026", "2026-05-03"),
        ("3 maggio 2026 (modifica il 4 maggio 2026 | 08:41)", "2026-05-03"),
        ("Ebba - 03 AGO 2026 - 13:47 CEST", "2026-08-03"),
        ("By ANN LEE    MAY 3, 2026", "2026-05-03"),
        ("Staff writers | Updated: May 3, 2026, 11:58 PM GMT+3", "2026-05-03"),
        ("By Ann Lee, who was born on 3 May 1950", None),
        ("2026年2月12日", "2026-02-12"),
        ("Publicerad 2026-03-02 06.45", "2026-03-02"),
        ("March 3, 2026 6:02 PM GMT+2 Updated 3 hours ago", "2026-03-03"),
        ("Harbour Post | 3 min | 18-06-2026 | Comments: 2", "2026-06-18"),
        ("05-06-2026", None),
        ("10/06/2026", None),
        ("31 February 2026", None),
        ("1 The strike of 4 May 2021 explained", None),
    ],
)
def test_a_line_with_a_date_above_the_article_dates_it(line: str, day: str | None) -> None:
    found = read(f"Council sells the old crane\n\n{line}\n\n{BODY}\n\n{END}").metadata.published
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("BY ANN LEE AND JO DAY", "ANN LEE AND JO DAY"),
        ("By Ann Lee and Jo Day, political staff", "Ann Lee and Jo Day"),
        ("By Ann Lee in Port Ebba", "Ann Lee"),
        ("By ANN LEE    MAY 3, 2026", "ANN LEE"),
        ("By Ann Lee | Staff writer", "Ann Lee"),
        ("di Chiara Benedetti", "Chiara Benedetti"),
        ("by Royal Appointment", None),
        ("Ann Lee, Trade correspondent", "Ann Lee"),
        ("Stand: 03.05.2026 | Von Anna Berg", "Anna Berg"),
        ("Anna Berg\n\nCourts correspondent", "Anna Berg"),
        ("Anna Berg\n\nReporting from Port Ebba", "Anna Berg"),
        ("Anna Berg in Port Ebba\n\n3 May 2026", "Anna Berg"),
        ("Storm Agda in Port Ebba\n\n3 May 2026", None),
        ("Anna Berg\n\nPublicerad 2026-03-02", "Anna Berg"),
        ("By Anna Berg (Port Ebba (Norland), special correspondent of this paper)", "Anna Berg"),
        ("ANNA BERG\n\n3 May 2026", "ANNA BERG"),
        ("Port Ebba\n\n3 May 2026", None),
        ("Par Claire Dubreuil (Ebba, correspondance)", "Claire Dubreuil"),
        ("By and large nobody came", None),
    ],
)
def test_a_byline_names_who_wrote(line: str, name: str | None) -> None:
    author = read(f"Council sells the old crane\n\n{line}\n\n{BODY}\n\n{END}").metadata.author
    assert author == name


def test_by_the_numbers_is_a_heading_and_no_byline() -> None:
    assert ("subheading", "By the numbers") in kinds(f"{BODY}\n\nBy the numbers\n\n{END}\n\n{BODY}")


def test_a_name_between_standfirst_and_article_is_the_authors() -> None:
    document = read(f"Council sells the old crane\n\n{LAST}\n\nAnna Berg\n\n{BODY}\n\n{END}\n\n{BODY}")
    assert document.metadata.author == "Anna Berg"
    assert all(block.kind != "subheading" for block in document.blocks)


def test_a_name_that_the_article_tells_of_is_a_heading_and_no_author() -> None:
    document = read(f"Council sells the old crane\n\n{LAST}\n\nAnna Berg\n\n{BODY}\n\nAnna Berg left. {END}")
    assert document.metadata.author is None


def test_the_works_at_the_end_of_a_report_are_none_of_it() -> None:
    report = f"Cranes can hear\n\n{BODY}\n\n{END}\n\n{BODY}\n\n{{}}\n\n1. Lee, A. J. Cranes 3, 9–13 (2016)."
    assert kinds(report.format("References"))[-2:] == [
        ("furniture", "References"),
        ("furniture", "1. Lee, A. J. Cranes 3, 9–13 (2016)."),
    ]
    assert ("subheading", "The numbers") in kinds(report.format("The numbers"))


def test_a_date_below_the_article_is_its_own_only_where_it_says_so() -> None:
    page = f"Council sells the old crane\n\n{BODY}\n\n{END}\n\nMost viewed\n\n{{}}"
    assert read(page.format("4 May 2021")).metadata.published is None
    assert read(page.format("Last updated 4 May 2021")).metadata.published == dt.date(2021, 5, 4)


@pytest.mark.parametrize(
    ("end", "credits"),
    [
        ("(Reporting by Ann Lee in Ebba; Additional reporting by Jo Day; Editing by Mary Poe)", 1),
        ("Reporting by Ann Lee and Jo Day.", 1),
        ("The mayor went home early. The Herald's Ann Lee and Jo Day contributed to this report.", 1),
        (
            "The mayor went home early. The Herald's Ann Lee reported from Ebba and Jo Day wrote from Norport.",
            1,
        ),
        ("The mayor went home early. The Herald's Ann Lee contributed to this report .", 1),
        ("Ann Lee of Ebba reported from Norport that the crane had been sold there in spring.", 0),
        ("The Herald's Ann Lee contributed to this report.\n\nReporting by Jo Day; editing by Mary Poe", 2),
        ("Ann Lee contributed research.", 1),
        (
            "The mayor went home. Ann Lee contributed to this report. Ann Lee can be reached at www.ann.example",
            1,
        ),
        ("The mayor went home early. You can follow Ann Lee on Instagram.", 1),
        (
            "The mayor went home. Copyright 2015 The Herald. The views expressed here are solely those of Ann Lee.",
            1,
        ),
        ("The mayor went home early. Read more: Ann Lee’s crane . ©2025 Ann Lee. All rights reserved.", 1),
        ("You can follow the crane of Ann Lee from the quay to the museum.", 0),
        ("Ann Lee and Jo Day contributed reporting from Ebba.", 1),
        ("Reporting by Ann Lee showed that the crane had been sold twice.", 0),
        ("The mayor said that Ann Lee and the whole harbour had contributed to this.", 0),
        ("Ann Lee’s crane had contributed research money to the town for many years before that.", 0),
    ],
)
def test_who_else_worked_on_the_article_is_no_part_of_it(end: str, credits: int) -> None:
    document = read(f"{BODY}\n\n{END}\n\n{end}")
    assert sum(block.kind == "furniture" for block in document.blocks) == credits
    assert ("Ann Lee" in " ".join(block.span.of(document.text) for block in document.body)) == (not credits)


def test_credits_alone_are_an_article_too() -> None:
    assert len(read("The Herald's Ann Lee and Jo Day of Port Ebba contributed to this report.").body) == 1


def test_a_cookie_line_is_no_title() -> None:
    document = read(
        f"Accept cookies\nWe and our 134 partners store data on a device.\n\nHarbour crane is sold\n\n{BODY}\n\n{END}"
    )
    assert document.metadata.title == "Harbour crane is sold"


@pytest.mark.parametrize(
    "above",
    [
        "Lorries may be banned from the quay\n\nMore news from the harbour towns",  # other stories
        "Help the council of the harbour. A crane for every quay, and for the mayor\n\nAll the news of Ebba",  # an appeal
        "HomeNewsCouncil sells crane after debate",  # a breadcrumb that has grown together with the title
        "Set your harbour and your weather\n\nHarbour Courier Weekend Edition",
    ],
)
def test_the_title_is_the_line_that_the_article_takes_up(above: str) -> None:
    title, standfirst = (
        "Council sells crane after debate",
        "The mayor is content with the four decisions of the council.",
    )
    document = read(f"{above}\n\n{title}\n\n{standfirst}\n\n{BODY}\n\n{END}\n\nShare\n\nSign up")
    assert document.metadata.title == title


def test_short_lines_above_the_article_are_not_one_paragraph() -> None:
    found = kinds(
        f"Arden Valley Chronicle\nNews   Sport   Weather   Travel   Opinion\nLIVE\n\nHarbour crane is sold\n\n{BODY}\n\n{END}"
    )
    assert ("title", "Harbour crane is sold") in found


PAGE = """Harbour Courier
Home
News
Sport
Weather
Opinion
Jobs
Sign in
Search the site. Results come from the archive as well.
Most read
1
Baker finds a Roman coin in his flour, and keeps it.

Council sells the old harbour crane

By Lena Boyd
3 March 2026

The council met on Monday and took four decisions about the harbour, after a long debate.

The crane goes to a museum in Norport, which will pay for the transport, the town clerk said.

“It stood there for ninety years,” said Ruth Calder, the mayor. “We shall miss it.”

Share this
Facebook
E-mail
Tags:
harbour, crane
2 comments
Old Salt, 2 hours ago
This is the worst thing that this council has ever done, and I have seen them all since 1961.
Reply
Anna P., 1 hour ago
I never liked that crane. It dripped oil on my boat for years and nobody paid for the damage.
Reply
You may also like
Ferry crews vote on strike
The crews of both lines vote on Thursday on a strike that could last for days.
Bridge toll goes up again
Drivers will pay ten crowns from May on, and lorries twice that.
About us
Contact us
"""


def test_of_a_pasted_page_only_the_article_is_read() -> None:
    document = read(PAGE)
    body = [block.span.of(document.text) for block in document.body]
    assert [words.split()[0] for words in body] == ["The", "The", "“It"]
    assert document.metadata.title == "Council sells the old harbour crane"
    assert document.metadata.author == "Lena Boyd"
    assert document.metadata.published == dt.date(2026, 3, 3)


def test_an_article_without_a_page_around_it_is_read_to_its_last_line() -> None:
    text = "\n\n".join(
        [
            BODY,
            *(f"Step {n}" for n in range(9)),
            "It was late when they left.",
            END,
            "Nobody asked the mayor why.",
        ]
    )
    assert kinds(text)[-1] == ("paragraph", "Nobody asked the mayor why.")


@given(st.lists(st.floats(-5, 5), max_size=30))
def test_the_best_run_has_the_highest_sum_of_all(values: list[float]) -> None:
    start, end = best_run(values)
    runs = [sum(values[i:j]) for i in range(len(values)) for j in range(i + 1, len(values) + 1)]
    assert sum(values[start:end]) == pytest.approx(max([0.0, *runs]))


def test_a_page_of_twenty_thousand_lines_is_read_in_linear_time() -> None:
    began = time.perf_counter()
    read(
        "\n".join(
            ["Menu entry", "The council met on Monday and took four decisions about the harbour."] * 10_000
        )
    )
    assert time.perf_counter() - began < 20


def test_short_sentences_of_a_script_without_spaces_are_an_article() -> None:
    found = kinds(
        "政府将在本周审议这项提案\n\n外交部长周二表示，政府将在本周审议这项提案。\n\n他说：“我们不会放弃。”"
    )
    assert [kind for kind, _ in found] == ["title", "paragraph", "paragraph"]


WEB_PAGE = """<!doctype html><html><head><title>Council sells the old crane</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><h1>Council sells the old crane</h1><p>{BODY}</p>
<figure><img src="crane.png"><figcaption>The crane in spring</figcaption></figure><p>{END}</p>
<table><tr><td>2024</td><td>4,000 crowns</td></tr></table><p>Nobody from the harbour was there to hear what it decided.</p>
</article></body></html>"""


def web_page(head: str = "") -> bytes:
    return WEB_PAGE.format(head=head, BODY=BODY, END=END).encode()


def test_what_a_web_page_says_around_its_article_is_kept_as_furniture() -> None:
    document = read(web_page())
    left_out = {
        b.span.of(document.text): b.kind for b in document.blocks if b.kind in ("furniture", "caption")
    }
    assert left_out["The crane in spring"] == "caption"
    assert {"Home", "News", "4,000 crowns"} <= left_out.keys()
    assert BODY not in left_out


def test_a_web_page_is_dated_only_by_a_date_that_it_holds() -> None:
    assert read(web_page()).metadata.published is None, "2024 in a table is no first of January"
    dated = web_page('<meta property="article:published_time" content="2024-05-04T10:00:00Z">')
    assert read(dated).metadata.published == dt.date(2024, 5, 4)


def test_sentences_in_a_script_without_spaces_are_no_heading() -> None:
    text = (
        "港湾局は水曜日、古い橋を来年三月に閉鎖すると発表した。新しい橋の工事は二年かかる。\n\n"
        "局長は記者団に、費用は町が負担すると話した。住民の多くは反対している。\n\n"
        "議会は来月、予算案を採決する。市長は支持を求めた。"
    )
    assert [block.kind for block in read(text).blocks] == ["paragraph"] * 3


def test_the_questions_of_an_interview_are_no_headings() -> None:
    turns = [
        "Post: Who pays?",
        "Dahl: The county pays for the wall, and the town pays for the path on top of it.",
        "Post: How much?",
        "Dahl: Four million a year, of which the county has so far paid only a little more than half.",
        "Post: Until when?",
        "Dahl: Until the wall is mended or the sea has taken it, whichever of the two comes first.",
    ]
    opening = "Lena Dahl has led the water board of the county since the flood of 2019. She met the Post on the wall."
    kinds = [block.kind for block in read("\n\n".join([opening, *turns])).blocks]
    assert kinds == ["paragraph"] * 7


def test_a_page_s_word_in_capitals_is_no_subheading() -> None:
    found = kinds(f"{BODY}\n\nADVERTISEMENT\n\n{END}\n\nHARBOUR\n\n{BODY}")
    assert [kind for kind, _ in found] == ["paragraph", "furniture", "paragraph", "subheading", "paragraph"]


def test_a_newsletter_box_in_the_article_is_furniture() -> None:
    box = "Sign up to Tide Lines\n\nThe best of the harbour, every Friday. It is free.\n\nEnter your email address\n\nPrivacy Notice: Newsletters may contain advertising.\n\nafter newsletter promotion"
    found = kinds(f"{BODY}\n\n{box}\n\n{END}")
    assert [kind for kind, _ in found] == ["paragraph", *["furniture"] * 5, "paragraph"]


def test_what_a_page_asks_of_those_who_were_there_is_furniture() -> None:
    asks = "Have you been affected by the closing of the crane? Contact us by emailing ebba@post.example. Please include a number if you are willing to speak to a reporter. You can also get in touch in other ways:"
    assert kinds(f"{BODY}\n\n{END}\n\n{asks}\n\n{BODY}")[2] == ("furniture", asks)


def test_a_salutation_is_no_title() -> None:
    speech = (
        f"Keynote by Commissioner Ann Lee in Ebba\n\nMembers of the council, dear friends,\n\n{BODY}\n\n{END}"
    )
    assert read(speech).metadata.title == "Keynote by Commissioner Ann Lee in Ebba"


RELEASE = "Press release\n\nHarbour sells the crane\n\n{body}\n\n{body}\n\nAbout Ebba Port\n\nEbba Port was founded in 1904 and employs 300 people.\n\nForward-looking statements\n\nWords such as “expects” and “plans” identify such statements."


def test_what_the_sender_of_a_press_release_tells_of_himself_is_left_out() -> None:
    body = f"{BODY} {END}"
    assert [words for kind, words in kinds(RELEASE.format(body=body)) if kind == "paragraph"] == [body, body]
    told = RELEASE.format(body=body).replace("About Ebba Port", "About half of the cranes")
    assert any("founded in 1904" in words for kind, words in kinds(told) if kind == "paragraph")
    article = RELEASE.format(body=body).replace("Press release", "The Herald")
    assert any("founded in 1904" in words for kind, words in kinds(article) if kind == "paragraph")


def test_a_title_in_capitals_may_end_like_a_sentence_and_the_author_is_presented_beside_the_text() -> None:
    title = "I Sold the Crane. Here Is Why I Was Wrong."
    bio = "Ms. Aker was mayor of Ebba from 2014 to 2022."
    text = f"{title}\n\nBy Rosalind Aker\n\n{bio}\n\n{BODY}\n\n{END}\n\n{BODY} {END}\n\nRosalind Aker is the author of “The Crane.”"
    document = read(text)
    assert document.metadata.title == title
    assert [b.span.of(document.text) for b in document.body] == [BODY, END, f"{BODY} {END}"]


def test_the_title_of_a_live_blog_stands_above_its_list_of_events() -> None:
    title = "Storm over Ebba: council closes the harbour – as it happened"
    events = "\n\n".join(f"{i}h ago\n\nEvent number {i}" for i in range(2, 9))
    assert read(f"Live\n\n{title}\n\nKey events\n\n{events}\n\n{BODY}\n\n{END}").metadata.title == title


@pytest.mark.parametrize(
    "line",
    [
        "Читайте также: Как живут порты",
        "اقرأ أيضا: كيف تعيش مدن الميناء",
        "Leggi anche: Il porto chiude",
        "Dieses Thema im Programm: Das Erste sendete am 12. März um 20 Uhr.",
        "（责任编辑：李华）",
        "Explore more on these topics",
    ],
)
def test_lines_of_a_page_in_other_languages_are_furniture(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{END}")[1] == ("furniture", line)


def test_titles_and_dates_of_chinese_and_russian_pages() -> None:
    chinese = read(
        "诺兰德宣布对稀土出口实行许可证制度\n\n2026年2月18日 09:32 来源：埃巴日报\n\n诺兰德政府18日宣布，自4月1日起对七种稀土元素的出口实行许可证制度。\n\n违反规定的企业将被处以罚款，贸易部长在记者会上表示。"
    )
    assert chinese.metadata.title == "诺兰德宣布对稀土出口实行许可证制度"
    assert chinese.metadata.published == dt.date(2026, 2, 18)
    russian = read(
        "Порт Эббы закроют до конца года\n\n15 января 2026, 14:20\n\nМэрия Эббы решила закрыть старый порт до конца этого года.\n\nВ порту работают около трёх тысяч человек, сообщила мэрия."
    )
    assert russian.metadata.published == dt.date(2026, 1, 15)


def test_a_pull_quote_is_not_read_twice() -> None:
    told = "The union’s chairman said: “We came for a bicycle and were given a car.” The council will vote on it in May."
    page = f"<!doctype html><html><body><article><h1>Council vote</h1><p>{BODY} {END}</p><p>{told}</p><blockquote><p>We came for a bicycle and were given a car</p></blockquote><p>{END} {BODY}</p></article></body></html>"
    assert [kind for kind, words in kinds(page) if words.startswith("We came")] == ["furniture"]


def test_the_note_on_how_an_interview_was_made_is_none_of_it() -> None:
    note = "The interview has been shortened for clarity."
    found = kinds(f"{BODY}\n\n{END} {note}")
    assert found[-1] == ("furniture", note)
    assert found[-2] == ("paragraph", END)


LINES = [
    "https://www.harbourpost.example/news/crane-sold-1234",
    "This copy is for your personal, non-commercial use only. To order copies for your colleagues visit our shop.",
    "Follow the Harbour Post on Facebook, Twitter and Instagram.",
    "An error has occurred, please try again later.",
    "SOURCE: Harbour Post and agencies",
    "(Read more: How the crane was built)",
    "5:45 AM PST 11/19/2026 by Lena Dahl",
    "Get the Harbour Post delivered through your letterbox every week. Click here for more.",
]


@pytest.mark.parametrize("line", LINES)
def test_lines_of_the_page_within_a_web_article_are_furniture(line: str) -> None:
    page = f"<!doctype html><html><body><article><h1>Council vote</h1><p>{BODY} {END}</p><p>{line}</p><p>{END} {BODY}</p></article></body></html>"
    assert [kind for kind, words in kinds(page) if words == line] == ["furniture"]


@pytest.mark.parametrize(
    ("outlet", "title"),
    [
        ("Ebba Post", "Council sells the crane | Ebba Post"),
        ("Ebba Post Online", "Council sells the crane - Ebba Post"),
        ("Ebba Post - news of the port", "Council sells the crane — Ebba Post - news of the port"),
        ("Ebba Post", "Ebba Post: Council sells the crane"),
        ("Ebba Post", "Council sells the crane"),
    ],
)
def test_the_title_of_a_web_page_goes_without_its_outlet(outlet: str, title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{title}">'
    page = f"<!doctype html><html><head>{head}</head><body><article><p>{BODY} {END}</p><p>{END} {BODY}</p></article></body></html>"
    assert read(page).metadata.title == "Council sells the crane"


def test_what_stands_above_the_title_of_a_web_page_is_another_story() -> None:
    other = "A night market opens at the old fish hall tonight, with twelve stalls."
    page = f"<!doctype html><html><head><title>Council vote</title></head><body><article><p>{other}</p><h1>Council vote</h1><p>{BODY} {END}</p><p>{END} {BODY}</p></article></body></html>"
    assert ("furniture", other) in kinds(page)
    assert kinds(page)[0] == ("title", "Council vote")


def test_a_sentence_of_a_web_page_goes_on_behind_a_word_in_italics() -> None:
    page = (
        f"<!doctype html><html><body><article><h1>Council vote</h1><p>{BODY} {END}</p>"
        f"The price was not named, and the report comes from <em>The Lantern</em>, which is often wrong.<br><br>{END} {BODY}<br><br><p>{BODY}</p></article></body></html>"
    )
    assert any("comes from The Lantern, which" in words for _, words in kinds(page))


def test_a_heading_over_a_list_of_quantities_is_one() -> None:
    items = [
        "8 ripe pears, cored",
        "1 lemon, or its juice",
        "6 spoons of pectin",
        "1 spoon of ginger",
        "2 jars of honey",
    ]
    steps = "Fill the pot with water and set it to simmer. Add the empty jars to it."
    text = "\n\n".join([BODY, END, "Ingredients", *items, "Instructions", steps, BODY, END])
    assert [words for kind, words in kinds(text) if kind == "subheading"] == ["Ingredients", "Instructions"]
    assert [words for kind, words in kinds(text) if kind == "list item"] == items


LOOSE = [
    "The council of Port Ebba voted on Monday to sell the old crane at the north quay.",
    "In a speech in the fish hall, Lena Dahl spoke of the costs, and The Lantern printed all of it.",
    "The days of lifting coal are over. A museum in Merton has asked for the crane, the mayor said.",
]


def test_loose_text_of_a_web_page_is_read_as_its_line_breaks_part_it() -> None:
    linked = (
        LOOSE[1].replace("speech", '<a href="/s">speech</a>').replace("The Lantern", "<em>The Lantern</em>")
    )
    last = LOOSE[2].replace("Merton", '<b><a href="/m">Merton</a></b>')
    menu = '<div><a href="/a">News</a> | <a href="/b">Harbour</a> | <a href="/c">Weather</a></div>'
    page = f"<html><body>{menu}<div>{LOOSE[0]}<br><br>\n{linked}<br/>\n<br/>{last}</div>{menu}</body></html>"
    assert [words for kind, words in kinds(page) if kind == "paragraph"] == LOOSE


def test_each_loose_paragraph_of_a_web_page_may_have_a_box_of_its_own() -> None:
    boxes = "".join(
        f'<div class="text">{words.replace("The council", "The <a>council</a>")}</div>' for words in LOOSE
    )
    caption = '<div class="caption">The old crane at the north quay of Port Ebba in May.</div>'
    page = f"<html><body><article>{boxes}{caption}</article></body></html>"
    assert [words for kind, words in kinds(page) if kind == "paragraph"] == LOOSE


def test_spans_of_whole_sentences_without_a_space_between_are_paragraphs() -> None:
    page = f"<html><body><div>{''.join(f'<span>{words}</span>' for words in LOOSE)}</div></body></html>"
    assert [words for kind, words in kinds(page) if kind == "paragraph"] == LOOSE


def test_loose_text_between_the_paragraphs_of_a_web_page_stands_once() -> None:
    inner = (
        f"<p>{LOOSE[0]}</p>As everyone was <a>looking</a> at the crane, the price went up.<p>{LOOSE[1]}</p>"
    )
    page = f"<html><body><div>{inner}<p>{LOOSE[2]}</p></div></body></html>"
    told = [words for kind, words in kinds(page) if kind == "paragraph"]
    assert told == [
        LOOSE[0],
        "As everyone was looking at the crane, the price went up.",
        *LOOSE[1:],
    ]


def test_spaces_beside_marked_words_of_a_web_page_stay() -> None:
    turn = (
        "<strong>Will the crane be sold?<br></strong><strong>Lena Dahl:</strong> It will be sold in May, and"
    )
    page = f"<html><body><article><p>{LOOSE[0]}</p><p>{turn} nobody is glad.</p><p>{LOOSE[2]}</p></article></body></html>"
    assert any("Lena Dahl: It will be sold" in words for _, words in kinds(page))


@pytest.mark.parametrize("piece", ["a <b>b</b> c ", "<br>a ", "<div>a <b>b</b> c", "<span>a "])
def test_loose_text_of_a_web_page_takes_linear_time(piece: str) -> None:
    page = f"<html><body><div>{LOOSE[0]}<br>{piece * (200_000 // len(piece))}</div></body></html>"
    began = time.process_time()
    kinds(page)
    assert time.process_time() - began < 20  # a quadratic rule needs hours


def test_a_footnote_mark_ends_no_sentence_and_hides_none() -> None:
    last = "By the end of the year the crane had moved twice. [15]"
    assert kinds(f"{BODY}\n\n{END}\n\n{last}")[-1] == ("paragraph", last)


def test_short_lines_in_a_row_are_a_list_unless_other_lines_are_a_page_s() -> None:
    lines = ["A coffee filter or a clean shirt", "A large funnel to hold it", "Two bottles with a wide neck"]
    text = "\n\n".join([BODY, *lines, END])
    assert [kind for kind, words in kinds(text) if words in lines] == ["list item"] * 3
    page = "\n\n".join(["Share this article", BODY, *lines, END])
    assert [kind for kind, words in kinds(page) if words in lines] == ["furniture"] * 3


def test_a_pattern_of_a_page_begins_with_one_letter() -> None:
    patterns = [line for some in furniture().patterns.values() for line in some]
    bare = [re.sub(r"\\.|\[\^?\]?[^\]]*\]", "", line) for line in patterns]
    while any("(" in line for line in bare):
        bare = [re.sub(r"\([^()]*\)", "", line) for line in bare]
    assert len(patterns) > 200
    assert not [line for line in bare if "|" in line]
    assert is_furniture("Follow us")
    assert is_furniture("FOLLOW US")
    assert is_furniture("“Follow Lena Dahl on Twitter")
    assert not is_furniture("us")


def test_links_to_other_articles_in_french_are_furniture() -> None:
    text = "Le port d’Ebba a vendu sa grue au paysan de Norport.\n\nA lire aussi : La grue du Nord\n\nLa grue avait cent ans et pesait trois cents tonnes."
    assert ("furniture", "A lire aussi : La grue du Nord") in kinds(text)


CORRECTED = """The council opens the lock

{above}

The council opened the new lock of Ebba on Monday, ten years after it was planned.

“Ships can pass again,” Mayor Lena Dahl said. The lock is ninety metres long.

{below}
"""


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("", "Correction: An earlier version of this article gave the wrong length of the lock.", -1),
        ("", "CORRECTION, June 3, 2021, 4:15 p.m. — The lock is ninety metres long, not nineteen.", -1),
        (
            "",
            "Correction, Nov. 15, 2025: This article gave the weight of the crane in pounds. It is in tons.",
            -1,
        ),
        ("", "Editor’s note: This article was updated to correct the length of the lock.", -1),
        ("", "This story has been amended to reflect that the mayor was misquoted about the ships.", -1),
        ("(An earlier version of this story misspelled the name of the mayor.)", "", 1),
        ("", "CORRECTION:\n\nAn article on Monday about the lock misstated its length.", -1),
        ("", "Rectificatif : la première version donnait une autre longueur à l’écluse.", -1),
        ("", "A previous version of this article said that the lock was closed in 2022. It was 2023.", -1),
        ("Correction Appended", "Because of an editing error the lock was too short for ships.", None),
        ("", "This story has been updated with comments from the mayor.", None),
        ("", "(This story has been updated with comments from the mayor of Ebba.)", None),
        ("", "Corrections officers watched the lock. They said: it is long enough for ships.", None),
        ("", "The story of the lock is one of errors, and nobody corrected them.", None),
        ("", "The original report on the lock was incorrect, the mayor said on Tuesday.", None),
        ("", "The earlier version of the plan was wrong and the council corrected it.", None),
        ("", "The report was amended after an error was found in its length of the lock.", None),
    ],
)
def test_what_the_editors_had_wrong_is_a_correction(above: str, below: str, told: int | None) -> None:
    document = read(CORRECTED.format(above=above, below=below))
    found = [i for i, block in enumerate(document.blocks) if block.kind == "correction"]
    assert found == ([] if told is None else [told % len(document.blocks)])


def test_an_editors_note_is_furniture_whatever_space_stands_in_it() -> None:
    document = read(CORRECTED.format(above="", below="Editor’s note:\u00a0The mayor has locks of her own."))
    assert document.blocks[-1].kind == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee is a lecturer in law at the University of Ebba and a contributing writer of the Post.",
        "Ann B. Lee is senior editor of the Ebba Post. Her book, The Crane, is out in May.",
        "Ann Lee, who lives in Ebba, is the author of The Crane and a fellow of the Harbour Institute.",
    ],
)
def test_who_the_author_is_at_the_end_is_furniture_unless_the_article_tells_of_her(line: str) -> None:
    assert kinds(f"{BODY}\n\n{END}\n\n{line}")[-1] == ("furniture", line)
    told = "The crane was sold to Lee, who had asked for it in the council of Ebba for nine years."
    assert kinds(f"{BODY}\n\n{told}\n\n{line}")[-1] == ("paragraph", line)


SHORT = (
    "The council opened the new lock of Ebba on Monday.",
    "Ships of ninety metres can pass again, the mayor said.",
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lock.html", "\n\n".join(SHORT)),
        ("lock.html", f"<p>{SHORT[0]}</p><p>{SHORT[1]}</p>"),
        ("lock.txt", f"<!-- saved --><div><p>{SHORT[0]}</p><p>{SHORT[1]}</p></div>"),
        ("lock", f"<ARTICLE><p>{SHORT[0]}</p><p>{SHORT[1]}</p></ARTICLE>"),
        ("lock.md", f"<!doctype html><html><body><p>{SHORT[0]}</p><p>{SHORT[1]}</p></body></html>"),
    ],
)
def test_what_a_file_holds_tells_whether_it_is_a_page(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    document = read(tmp_path / name)
    assert [block.span.of(document.text) for block in document.body] == list(SHORT)


def test_a_tag_that_nothing_closes_is_text() -> None:
    document = read(f"<p>\n\n{SHORT[0]}\n\n{SHORT[1]}\n")
    assert [block.span.of(document.text) for block in document.body] == list(SHORT)


def test_a_tag_before_markdown_is_text(tmp_path: Path) -> None:
    (tmp_path / "lock.md").write_text(f"<p>\n\n# The lock\n\n{SHORT[0]}\n\n{SHORT[1]}\n", encoding="utf-8")
    document = read(tmp_path / "lock.md")
    assert document.metadata.title == "The lock"
