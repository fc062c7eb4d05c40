"""Odd and broken input: a right result, or one clear line; never a traceback, never half a file."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing import (
    BriefingError,
    SourceError,
    UnknownName,
    find_quotes,
    make_brief,
    read,
    split_sentences,
    summarise,
)

ROOT = Path(__file__).parent.parent
ARTICLE = (
    "The harbour council of Port Ebba voted on Monday to close the old ferry terminal by the end of the year.\n\n"
    "“We had no choice,” said Mayor Ruth Calder. “The pier is older than any of us.”\n\n"
    "Fishermen protested against the plan outside the town hall for three hours in heavy rain."
)


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, timeout=120)


REFUSED = {
    "empty": b"",
    "white space": b" \n\t\n ",
    "only furniture": b"Home   /   World\n\nSHARE THIS ARTICLE\nwww.coastal-post.example\n",
    "binary": bytes(range(256)) * 40,
    "NUL bytes": b"The council voted.\x00\x00 It was late.",
    "image": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "broken UTF-16": b"\xff\xfeT\x00h",
    "page without an article": b"<!doctype html><html><body><nav>Home</nav></body></html>",
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_refused_in_one_clear_line_and_no_file_is_touched(data: bytes, tmp_path: Path) -> None:
    source, output = tmp_path / "article.txt", tmp_path / "brief.md"
    source.write_bytes(data)
    output.write_text("the old brief")
    failed = run("make", str(source), "-o", str(output))
    message = failed.stderr.decode()
    assert failed.returncode == 1
    assert "expected" in message
    assert "found" in message
    assert len(message.strip().splitlines()) == 1
    assert output.read_text() == "the old brief"


@pytest.mark.parametrize("name", ["report.pdf", "report.docx", "page.json", "photo.jpg"])
def test_other_formats_are_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(SourceError, match=r"\.html.*\.md.*\.txt"):
        read(path)


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="expected a readable file"):
        read(tmp_path / "nowhere" / "article.txt")
    with pytest.raises(SourceError, match="folder"):
        read(tmp_path)


ENCODINGS = {
    "UTF-8": ARTICLE.encode(),
    "byte-order mark": b"\xef\xbb\xbf" + ARTICLE.encode(),
    "UTF-16": ARTICLE.encode("utf-16"),
    "UTF-16 without a mark": ARTICLE.encode("utf-16-le"),
    "UTF-32": ARTICLE.encode("utf-32"),
    "Windows-1252": ARTICLE.encode("cp1252"),
    "CRLF": ARTICLE.replace("\n", "\r\n").encode(),
    "old Mac line ends": ARTICLE.replace("\n", "\r").encode(),
    "zero-width spaces": ARTICLE.replace(" ", " \u200b").encode(),
    "soft hyphens": ARTICLE.replace("terminal", "ter\u00admi\u00adnal").encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_the_same_article_in_every_encoding(data: bytes) -> None:
    assert [s.text for s in split_sentences(data)] == [s.text for s in split_sentences(ARTICLE)]
    assert [q.text for q in find_quotes(data)] == [q.text for q in find_quotes(ARTICLE)]


def test_non_breaking_spaces_stay_in_the_source_and_are_folded_in_the_brief() -> None:
    text = ARTICLE.replace(" ", "\u00a0")
    assert [s.span.of(text) for s in split_sentences(text)] == [s.text for s in split_sentences(text)]
    assert "\u00a0" not in make_brief(text).markdown()


def test_one_sentence() -> None:
    brief = make_brief("The council voted on Monday.")
    assert [item.text for item in brief.items] == ["The council voted on Monday."]
    assert len(summarise("The council voted on Monday.")) == 1


def test_an_unclosed_quotation_mark_costs_one_paragraph() -> None:
    text = ARTICLE.replace("“We had no choice,”", "“We had no choice,")
    found = find_quotes(text)
    assert [(q.text, q.paragraph) for q in found] == [("“The pier is older than any of us.”", 2)]
    assert [q.speaker and q.speaker.name for q in found] == ["Ruth Calder"]
    assert "Fishermen protested" in make_brief(text).markdown()


OTHER_SCRIPTS = {
    "Chinese": "港口委员会星期一投票决定在年底前关闭旧渡轮码头。市长说：“我们别无选择。”渔民在市政厅外抗议了三个小时。",
    "Arabic": "صوت مجلس الميناء يوم الاثنين على إغلاق محطة العبارات القديمة بحلول نهاية العام. احتج الصيادون أمام مبنى البلدية لمدة ثلاث ساعات.",
    "Hebrew": "מועצת הנמל הצביעה ביום שני לסגור את מסוף המעבורות הישן עד סוף השנה. הדייגים הפגינו מול בניין העירייה במשך שלוש שעות.",
    "Hindi": "बंदरगाह परिषद ने सोमवार को पुराने टर्मिनल को बंद करने के लिए मतदान किया। मछुआरों ने तीन घंटे तक विरोध किया।",
    "emoji": "The council voted 🎉 on Monday to close the terminal 🚢. Fishermen protested 😡 outside for three hours.",
}


@pytest.mark.parametrize("text", OTHER_SCRIPTS.values(), ids=OTHER_SCRIPTS)
def test_other_scripts(text: str) -> None:
    document = read(text)
    assert len(split_sentences(document)) >= 2
    assert all(s.span.of(document.text) == s.text for s in split_sentences(document))
    brief = make_brief(document)
    assert brief.bottom_line[0].text in text


def test_one_word_of_ten_megabytes() -> None:
    began = time.perf_counter()
    brief = make_brief("x" * 10_000_000)
    assert len(brief.items) == 1
    assert time.perf_counter() - began < 60


def test_comments_in_front_of_a_page_take_no_time() -> None:
    began = time.perf_counter()
    document = read("<!-- a --> " * 24 + "The council met on Monday and sold the crane.")
    assert (
        time.perf_counter() - began < 2
    )  # a pattern that tries every end of each comment needs twice as long
    assert document.body


def test_fifty_megabytes_are_refused_in_one_line(tmp_path: Path) -> None:
    data = (ARTICLE.encode() + b"\n\n") * (50_000_000 // len(ARTICLE.encode()))
    path = tmp_path / "huge.txt"
    path.write_bytes(data)
    for source in (path, data, data.decode()):
        with pytest.raises(SourceError, match=r"at most 32 MB, found 5\d MB"):
            read(source)


def test_a_source_without_an_article_is_passed_over_and_named(tmp_path: Path) -> None:
    good, menu = tmp_path / "good.txt", tmp_path / "menu.txt"
    good.write_text("The council of Port Ebba voted on Monday to sell the old crane.")
    menu.write_text("Home\nNews\nShare this article\nCookie policy\n")
    note = "A source was passed over: expected an article, found only page furniture in menu.txt; give a text with sentences."
    assert note in make_brief([good, menu]).caveats
    assert note in summarise([good, menu]).notes
    assert not any("passed over" in line for line in make_brief([good]).caveats)


@pytest.mark.parametrize(
    "error",
    [
        *(kind("expected a crane, found none.") for kind in BriefingError.__subclasses__()),
        UnknownName("method", "lexrnk", ["lead", "lexrank"]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_comes_out_of_another_process_as_it_was(error: BriefingError) -> None:
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(other), str(other)) == (type(error), str(error))
