"""A site of briefs: names, pages, what is written and what is left alone."""

from __future__ import annotations

import datetime as dt
import errno
import io
import json
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing import find_quotes, make_brief
from briefing.errors import OutputError
from briefing.publish.entries import Entry, Saying
from briefing.publish.lists import pages
from briefing.publish.making import Options
from briefing.publish.names import anchor, brief_name, slug
from briefing.publish.site import Report, publish
from briefing.publish.store import Store
from briefing.rendering.escape import escape_markdown
from briefing.voices import is_name

ROOT = Path(__file__).parent.parent
BODY = (
    "The council of {place} voted on Tuesday to close the old harbour bridge to lorries. Engineers had warned in "
    "March that two of its piers were moving.\n\n“We cannot wait for an accident,” said Mayor Edda Brandt.\n\n"
    "The bridge carries 4,000 vehicles a day. A new one is to be built by 2031 at a cost of 90 million crowns.\n"
)


def article(
    folder: Path, name: str, title: str, date: str | None = "3 May 2024", place: str = "Arle"
) -> Path:
    """A short article in a file of that name."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(filter(None, [title, date, BODY.format(place=place)])), encoding="utf-8")
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` by its path."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def briefs(site: Path) -> list[str]:
    """Names of the briefs."""
    return sorted(p.name for p in (site / "docs/briefs").glob("*.md") if not p.name.startswith("by-"))


def brief(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=60)


@given(st.text())
def test_a_slug_is_safe_whatever_the_title(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,80}", slug(text))
    assert slug(text) not in {"index", "readme", "con"}
    assert re.fullmatch(r"[a-z][a-z0-9-]{0,82}", anchor(text))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Blinken says US wants to ‘revitalize’ NATO", "blinken-says-us-wants-to-revitalize-nato"),
        ("Straße: Zürich’s œuvre", "strasse-zurichs-oeuvre"),
        ("../../etc/passwd", "etc-passwd"),
        ("Index", "index-"),
        ("a" * 200, "a" * 80),
    ],
)
def test_slugs(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert brief_name("Vote", None, {"undated-vote", "undated-vote-2"}) == "undated-vote-3"


@pytest.fixture(scope="module")
def seed_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    site = tmp_path_factory.mktemp("seeds") / "site"
    return site, publish([ROOT / "seeds"], site)


def test_front_matter_is_what_generators_read(seed_site: tuple[Path, Report]) -> None:
    site, report = seed_site
    assert report.problems == []
    assert report.kept == []
    for path in (site / "docs").rglob("*.md"):
        front, _, body = path.read_text(encoding="utf-8")[4:].partition("\n---\n")
        values = yaml.safe_load(front)
        assert values["title"]
        assert body.lstrip().startswith("# ")
        if path.name in briefs(site) and path.parent.name == "briefs":
            assert values["description"]
            assert values["tags"] == values["topics"]
            assert values["sources"][0]["sha256"]
            dated = not path.name.startswith("undated-")
            assert dated == ("date" in values)
            assert not dated or path.name.startswith(values["date"].isoformat())


def test_a_published_brief_says_what_brief_make_says(seed_site: tuple[Path, Report]) -> None:
    site, _ = seed_site
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        made = make_brief(seed)
        page = next(
            p for p in site.glob("docs/briefs/*.md") if made.sources[0]["sha256"] in p.read_text("utf-8")
        )
        body = re.sub(r" \{#[a-z0-9-]+\}$", "", page.read_text("utf-8").partition("\n---\n")[2], flags=re.M)
        wanted = made.markdown().partition("\n---\n")[2].split("\n\n")
        assert [part for part in body.split("\n\n") if part not in wanted] == [body.split("\n\n")[1]]


def test_a_person_page_has_everything_that_the_article_quotes(seed_site: tuple[Path, Report]) -> None:
    site, _ = seed_site
    for seed in sorted((ROOT / "seeds").iterdir()):
        for quote in find_quotes(seed):
            if quote.kind == "not speech" or quote.speaker is None or not is_name(quote.speaker.name):
                continue
            page = (site / f"docs/briefs/people/{slug(quote.speaker.name)}.md").read_text(encoding="utf-8")
            said = [line for line in page.splitlines() if line.endswith(f"[¶{quote.paragraph}]")]
            assert any(escape_markdown(quote.text) in line for line in said), (seed.name, quote.text)


STRAIGHT = """Council "ignored" <b>warnings</b>

3 May 2024

The council of Arle "ignored" (and "hid") a report on <the> bridge, <b>engineers</b> told a hearing on Tuesday in the town.
"""


def test_front_matter_holds_nothing_that_ends_an_attribute_or_begins_a_tag(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STRAIGHT, encoding="utf-8")
    publish([tmp_path / "a.txt"], tmp_path / "site")
    (page,) = (tmp_path / "site/docs/briefs").glob("2024*.md")
    values = yaml.safe_load(page.read_text(encoding="utf-8")[4:].partition("\n---\n")[0])
    assert values["description"].startswith(
        "The council of Arle “ignored” (and “hid”) a report on ‹the> bridge,"
    )
    assert values["title"] == 'Council "ignored" ‹b>warnings‹/b>'
    assert values["sources"][0]["title"] == 'Council "ignored" <b>warnings</b>'
    page.write_text(page.read_text(encoding="utf-8") + "A note.\n", encoding="utf-8")
    publish([tmp_path / "a.txt"], tmp_path / "site")
    assert '"ignored" &lt;b>warnings&lt;/b>](' in (tmp_path / "site/docs/briefs/by-date.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "title", ['Council "ignored" A & B: 3 < 4 > 2', "'Sold' # {{ a }} --- \\", "Arle ‘wins’: &lt;"]
)
def test_front_matter_holds_the_title_letter_by_letter(title: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: {json.dumps(title)}\n---\n\n{STRAIGHT}", encoding="utf-8")
    publish([tmp_path / "a.md"], tmp_path / "site")
    (page,) = [p for p in (tmp_path / "site/docs/briefs").glob("*.md") if not p.name.startswith("by-")]
    values = yaml.safe_load(page.read_text(encoding="utf-8")[4:].partition("\n---\n")[0])
    assert values["title"] == values["sources"][0]["title"] == title


LINK = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")


def test_every_link_of_the_pages_leads_somewhere(seed_site: tuple[Path, Report]) -> None:
    site, _ = seed_site
    for path in (site / "docs").rglob("*.md"):
        for target in LINK.findall(path.read_text(encoding="utf-8")):
            file, _, anchor = target.partition("#")
            other = path.parent / file
            assert other.is_file(), f"{path.name}: {target}"
            assert not anchor or f"{{#{anchor}}}" in other.read_text(encoding="utf-8"), (
                f"{path.name}: {target}"
            )


def test_the_feed_is_atom(seed_site: tuple[Path, Report]) -> None:
    site, _ = seed_site
    root = ET.parse(site / "docs/briefs/feed.xml").getroot()
    atom = "{http://www.w3.org/2005/Atom}"
    dates = [e.findtext(f"{atom}updated") for e in root.findall(f"{atom}entry")]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == sum(not name.startswith("undated-") for name in briefs(site))
    for child in ("id", "title", "updated", "author"):
        assert root.find(atom + child) is not None


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([tmp_path / "in"], tmp_path / "site")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "site/docs").rglob("*")}
    report = publish([tmp_path / "in"], tmp_path / "site")
    assert set(report.steps.values()) == {"same"}
    assert before == {p: p.stat().st_mtime_ns for p in (tmp_path / "site/docs").rglob("*")}


def test_a_changed_article_keeps_its_name_and_its_neighbours(tmp_path: Path) -> None:
    article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    article(tmp_path / "in", "b.txt", "Harbour fees rise again", place="Tarn")
    publish([tmp_path / "in"], tmp_path / "site")
    article(tmp_path / "in", "a.txt", "Bridge closes to all traffic")
    report = publish([tmp_path / "in"], tmp_path / "site")
    changed = [p for p, done in report.steps.items() if done == "changed" and "2024" in p]
    assert changed == ["docs/briefs/2024-05-03-bridge-closes-to-lorries.md"]
    assert "# Bridge closes to all traffic" in (tmp_path / "site" / changed[0]).read_text()


def test_same_titles_do_not_overwrite_each_other_and_names_stay(tmp_path: Path) -> None:
    for name in ("b.txt", "c.txt"):
        article(tmp_path / "in", name, "Bridge closes to lorries", place=name)
    publish([tmp_path / "in"], tmp_path / "site")
    names = briefs(tmp_path / "site")
    assert names == ["2024-05-03-bridge-closes-to-lorries-2.md", "2024-05-03-bridge-closes-to-lorries.md"]
    before = tree(tmp_path / "site/docs/briefs")
    article(tmp_path / "in", "a.txt", "Bridge closes to lorries", place="a")
    publish([tmp_path / "in"], tmp_path / "site")
    assert [*names[:1], "2024-05-03-bridge-closes-to-lorries-3.md", *names[1:]] == briefs(tmp_path / "site")
    assert all((tmp_path / "site/docs/briefs" / n).read_bytes() == before[n] for n in names)


def test_an_article_without_a_title_is_named_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "Council vote.txt").write_text(BODY.format(place="Arle"))
    publish([tmp_path / "Council vote.txt"], tmp_path / "site")
    assert briefs(tmp_path / "site") == ["undated-council-vote.md"]
    assert "[Council vote]" in (tmp_path / "site/docs/briefs/by-date.md").read_text()


def test_a_moved_article_keeps_its_brief(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "site")
    (tmp_path / "in" / "2024").mkdir()
    path.rename(tmp_path / "in" / "2024" / "a.txt")
    publish([tmp_path / "in"], tmp_path / "site")
    assert briefs(tmp_path / "site") == ["2024-05-03-bridge-closes-to-lorries.md"]


def test_an_article_that_was_moved_and_copied_is_moved_once(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "site")
    for name in ("b.txt", "c.txt"):
        (tmp_path / "in" / name).write_bytes(path.read_bytes())
    path.unlink()
    publish([tmp_path / "in"], tmp_path / "site")
    assert briefs(tmp_path / "site") == [
        "2024-05-03-bridge-closes-to-lorries-2.md",
        "2024-05-03-bridge-closes-to-lorries.md",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_an_article_that_is_given_twice_is_published_once(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "b.txt", "Bridge closes to lorries")
    (tmp_path / "in/a.txt").symlink_to("b.txt")
    (tmp_path / "in/loop").symlink_to(".", target_is_directory=True)
    for _ in range(2):
        report = publish([tmp_path / "in", path, tmp_path / "in/../in/b.txt"], tmp_path / "site")
        assert report.articles == 1
        assert "changed" not in report.steps.values()
    assert briefs(tmp_path / "site") == ["2024-05-03-bridge-closes-to-lorries.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_among_the_articles_is_not_waited_for(tmp_path: Path) -> None:
    article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    os.mkfifo(tmp_path / "in/pipe.txt")
    (tmp_path / "in/gone.txt").symlink_to("nowhere")
    report = publish([tmp_path / "in"], tmp_path / "site")
    assert [line.partition("found ")[2].split(":")[0] for line in report.problems] == [
        str(tmp_path / "in/gone.txt"),
        str(tmp_path / "in/pipe.txt"),
    ]
    assert len(briefs(tmp_path / "site")) == 1


@pytest.mark.parametrize("options", [("--method", "nope"), ("--words", "0"), ("--focus", "the")])
def test_a_wrong_option_is_told_once_and_nothing_is_done(tmp_path: Path, options: tuple[str, str]) -> None:
    for number in range(3):
        article(tmp_path / "in", f"{number}.txt", f"Bridge number {number} closes", place=str(number))
    ran = brief("publish", str(tmp_path / "in"), "--site", str(tmp_path / "site"), *options)
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1
    assert not (tmp_path / "site").exists()


def test_a_focus_that_tells_nothing_in_the_language_of_an_article_is_its_problem(tmp_path: Path) -> None:
    article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    german = "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke für Lastwagen zu sperren. Die Pfeiler bewegen sich."
    (tmp_path / "in/b.txt").write_text(german, encoding="utf-8")
    report = publish([tmp_path / "in"], tmp_path / "site", Options(focus="die"))
    assert [line.partition(": ")[0] for line in report.problems] == [str(tmp_path / "in/b.txt")]
    assert len(briefs(tmp_path / "site")) == 1


def test_edits_by_hand_are_kept_and_reported(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "site")
    page = tmp_path / "site/docs/briefs/2024-05-03-bridge-closes-to-lorries.md"
    mine = page.read_text().replace('title: "Bridge closes to lorries"', "title: Our own headline")
    page.write_text(mine)
    article(tmp_path / "in", "a.txt", "Bridge closes to everybody")
    for _ in range(2):
        report = publish([path], tmp_path / "site")
        assert report.kept == [f"left alone, edited by hand: docs/briefs/{page.name}"]
        assert page.read_text() == mine
        assert "[Our own headline]" in (tmp_path / "site/docs/index.md").read_text()


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "---\ntitle: [unclosed\n---\n",
        "---\n- a list\n---\n",
        "---\ntitle: 3\n---\n",
        f"---\n{'[' * 5000}\n---\n",
    ],
)
def test_broken_front_matter_is_reported_and_the_others_are_published(tmp_path: Path, broken: str) -> None:
    article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([tmp_path / "in"], tmp_path / "site")
    page = tmp_path / "site/docs/briefs/2024-05-03-bridge-closes-to-lorries.md"
    page.write_text(broken + "# Mine\n")
    article(tmp_path / "in", "b.txt", "Harbour fees rise again", place="Tarn")
    report = publish([tmp_path / "in"], tmp_path / "site")
    assert len(report.kept) == 1
    assert "front matter is broken" in report.kept[0]
    assert "\n" not in report.kept[0]
    assert page.read_text() == broken + "# Mine\n"
    assert "2024-05-03-harbour-fees-rise-again.md" in briefs(tmp_path / "site")


def test_an_edit_on_windows_is_no_broken_front_matter(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "site")
    page = tmp_path / "site/docs/briefs/2024-05-03-bridge-closes-to-lorries.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n").replace(b"2024-05-03", b"2024-05-04"))
    report = publish([path], tmp_path / "site")
    assert report.kept == [f"left alone, edited by hand: docs/briefs/{page.name}"]
    assert "4 May 2024" in (tmp_path / "site/docs/index.md").read_text()


def test_a_page_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    home = tmp_path / "site/docs/index.md"
    home.parent.mkdir(parents=True)
    home.write_text("# My own site\n")
    (tmp_path / "site/mkdocs.yml").write_text("site_name: Mine\n")
    report = publish([path], tmp_path / "site")
    assert home.read_text() == "# My own site\n"
    assert (tmp_path / "site/mkdocs.yml").read_text() == "site_name: Mine\n"
    assert report.kept == ["left alone, edited by hand: docs/index.md"]


ODD = [
    "../../escape",
    "/etc/passwd",
    "“Quoted” \\ ‘title’",
    "🚢🚢🚢",
    "..",
    "标题是中文的文章",
    "con",
    "CON\x00".strip("\x00"),
]


def test_odd_names_stay_within_the_site(tmp_path: Path) -> None:
    for number, title in enumerate(ODD):
        article(tmp_path / "in", f"{number} odd … “name” 🚢.txt", f"{title} bridge closes", place=str(number))
    report = publish([tmp_path / "in"], tmp_path / "a" / "site")
    assert report.problems == []
    assert len(briefs(tmp_path / "a" / "site")) == len(ODD)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "in"]
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in (b"caf\xe9.txt", b"line\nend.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/" + name)).write_text(BODY.format(place=str(name)))
    publish([tmp_path / "in"], tmp_path / "site")
    ran = brief("publish", str(tmp_path / "in"), "--site", str(tmp_path / "site"))
    assert ran.returncode == 0, ran.stderr
    assert re.fullmatch(r"2 articles; files \d+ same\n", ran.stdout)
    assert len(briefs(tmp_path / "site")) == 2


def test_an_unreadable_article_is_one_line_and_the_others_are_published(tmp_path: Path) -> None:
    article(tmp_path / "in", "good.txt", "Bridge closes to lorries", date=None)
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "binary.txt").write_bytes(b"\x00\x01" * 50)
    ran = brief(
        "publish", str(tmp_path / "in"), str(tmp_path / "missing.txt"), "--site", str(tmp_path / "site")
    )
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 3
    assert ran.stdout.startswith("4 articles; files ")
    assert ran.stdout.endswith(" new; 3 failed\n")
    assert "Traceback" not in ran.stderr
    assert briefs(tmp_path / "site") == ["undated-bridge-closes-to-lorries.md"]


def test_a_dry_run_says_what_would_happen_and_writes_nothing(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    site = tmp_path / "site"
    dry = brief("publish", str(path), "--site", str(site), "--dry-run")
    assert not site.exists()
    real = publish([path], site)
    promised = {line.split()[1] for line in dry.stdout.splitlines() if line.startswith("new ")}
    assert promised == {p for p, done in real.steps.items() if done == "new"}
    before = tree(site)
    article(tmp_path / "in", "a.txt", "Bridge closes to everybody")
    assert "changed" in publish([path], site, dry_run=True).steps.values()
    assert tree(site) == before


def test_a_list_that_nothing_is_left_for_is_removed_and_nothing_else(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "site")
    people = tmp_path / "site/docs/briefs/people"
    assert [p.name for p in people.iterdir()] == ["edda-brandt.md"]
    (people / "mine.md").write_text("# Mine\n")
    path.write_text(path.read_text().replace("Edda Brandt", "Olaf Lind"))
    report = publish([path], tmp_path / "site")
    assert report.steps["docs/briefs/people/edda-brandt.md"] == "removed"
    assert sorted(p.name for p in people.iterdir()) == ["mine.md", "olaf-lind.md"]


def test_two_processes_make_the_same_bytes(tmp_path: Path) -> None:
    for number in range(20):
        article(tmp_path / "in", f"{number}.txt", f"Bridge number {number} closes", place=str(number))
    publish([tmp_path / "in"], tmp_path / "one")
    publish([tmp_path / "in"], tmp_path / "two", processes=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_killed_run_is_continued_to_the_same_bytes(tmp_path: Path) -> None:
    for number in range(48):
        article(tmp_path / "in", f"{number:03}.txt", f"Bridge {number // 2} closes", place=str(number))
    publish([tmp_path / "in"], tmp_path / "whole")
    site = tmp_path / "killed"
    command = [sys.executable, "-m", "briefing", "publish", str(tmp_path / "in"), "--site", str(site)]
    for wanted in (5, 30):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and len(list(site.glob("docs/briefs/2024*.md"))) < wanted:
            time.sleep(0.002)
        process.kill()
        process.wait()
        for path in site.glob("docs/**/*.md"):
            assert path.read_bytes() == (tmp_path / "whole" / path.relative_to(site)).read_bytes()
    assert len(briefs(site)) < 48
    report = publish([tmp_path / "in"], site)
    assert report.problems == report.kept == []
    assert tree(site) == tree(tmp_path / "whole")


@pytest.mark.parametrize("tail", [b'{"path": "docs/br', b'\x00\x00\x00\n{"path": "a", "sha256": "b"}\n'])
def test_a_journal_that_did_not_get_to_the_disk_whole(tmp_path: Path, tail: bytes) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "whole")
    (tmp_path / "site/.briefing").mkdir(parents=True)
    (tmp_path / "site/.briefing/journal.jsonl").write_bytes(
        b'{"path": "docs/index.md", "sha256": "0"}\n' + tail
    )
    publish([path], tmp_path / "site")
    assert tree(tmp_path / "site") == tree(tmp_path / "whole")


def test_a_full_disk_is_one_line_and_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        article(tmp_path / "in", f"{number}.txt", f"Bridge {number} closes", place=str(number))
    publish([tmp_path / "in"], tmp_path / "whole")
    site, done, replace = tmp_path / "site", [], os.replace

    def full(source: Path, target: Path) -> None:
        if len(done) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        done.append(target)
        replace(source, target)

    with monkeypatch.context() as patched:
        patched.setattr("briefing.publish.store.os.replace", full)
        with pytest.raises(OutputError, match="No space left on device"):
            publish([tmp_path / "in"], site)
    assert len(briefs(site)) == 2
    publish([tmp_path / "in"], site)
    assert tree(site) == tree(tmp_path / "whole")


def test_one_file_that_cannot_be_written_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        article(tmp_path / "in", f"{number}.txt", f"Bridge {number} closes", place=str(number))
    (tmp_path / "site/docs/briefs/2024-05-03-bridge-1-closes.md").mkdir(parents=True)
    report = publish([tmp_path / "in"], tmp_path / "site")
    assert [p for p in report.problems if "bridge-1" not in p] == []
    assert len(report.problems) >= 1
    assert {"2024-05-03-bridge-0-closes.md", "2024-05-03-bridge-2-closes.md"} <= set(
        briefs(tmp_path / "site")
    )


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    (tmp_path / "site").write_text("a file, no folder")
    ran = brief("publish", str(path), "--site", str(tmp_path / "site"))
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "check the folder" in ran.stderr

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputError, match="Permission denied"):
        publish([path], tmp_path / "other")


def test_a_link_that_leads_out_of_the_site_is_refused(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    (tmp_path / "outside").mkdir()
    (tmp_path / "site/docs").mkdir(parents=True)
    (tmp_path / "site/docs/briefs").symlink_to(tmp_path / "outside", target_is_directory=True)
    report = publish([path], tmp_path / "site")
    assert any("remove the link" in line for line in report.problems)
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_link_that_leads_nowhere_is_somebodys(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    link = tmp_path / "site/docs/briefs/2024-05-03-bridge-closes-to-lorries.md"
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "nowhere.md")
    report = publish([path], tmp_path / "site")
    assert link.is_symlink()
    assert not (tmp_path / "nowhere.md").exists()
    assert any(link.name in line for line in report.kept)


def test_a_record_that_lies_outside_the_site_is_refused(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    for name in ("outside", "site"):
        (tmp_path / name).mkdir()
    (tmp_path / "site/.briefing").symlink_to(tmp_path / "outside", target_is_directory=True)
    with pytest.raises(OutputError, match="remove the link"):
        publish([path], tmp_path / "site")
    assert list((tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize("make", [Path.symlink_to, Path.hardlink_to], ids=["symbolic", "hard"])
@pytest.mark.parametrize("name", ["lock", "new", "journal.jsonl", "manifest.json"])
def test_nothing_is_written_through_a_link_in_the_record(
    tmp_path: Path, name: str, make: Callable[[Path, Path], None]
) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    victim, link = tmp_path / "victim", tmp_path / "site/.briefing" / name
    victim.write_text("" if name == "journal.jsonl" else "{}")
    before = victim.read_bytes(), victim.stat().st_mtime_ns
    link.parent.mkdir(parents=True)
    make(link, victim)
    ran = brief("publish", str(path), "--site", str(tmp_path / "site"))
    assert (victim.read_bytes(), victim.stat().st_mtime_ns) == before
    assert ran.returncode in (0, 1)
    assert len(ran.stderr.splitlines()) == ran.returncode


def test_a_lock_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    (tmp_path / "site/.briefing").mkdir(parents=True)
    os.mkfifo(tmp_path / "site/.briefing/lock")
    with pytest.raises(OutputError, match="check the folder"):
        publish([path], tmp_path / "site")


def test_no_file_is_made_where_a_link_in_the_record_leads(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    (tmp_path / "site/.briefing").mkdir(parents=True)
    for name in ("lock", "new", "journal.jsonl"):
        (tmp_path / "site/.briefing" / name).symlink_to(tmp_path / "outside")
        ran = brief("publish", str(path), "--site", str(tmp_path / "site"))
        assert len(ran.stderr.splitlines()) == ran.returncode
        assert not (tmp_path / "outside").exists()
        (tmp_path / "site/.briefing" / name).unlink(missing_ok=True)


def test_a_record_of_another_version_is_gone_on_with(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    gone = article(tmp_path / "in", "b.txt", "Harbour fees rise again", place="Tarn")
    publish([path, gone], tmp_path / "site")
    record = tmp_path / "site/.briefing/manifest.json"
    values = json.loads(record.read_text())
    for brief in values["entries"]:
        brief["fingerprint"], brief["unknown"] = "of other code", brief.pop("sayings")
    record.write_text(json.dumps(values))
    article(tmp_path / "in", "a.txt", "Bridge closes to everybody")
    report = publish([path], tmp_path / "site")
    assert report.problems == report.kept == []
    assert report.steps["docs/briefs/2024-05-03-bridge-closes-to-lorries.md"] == "changed"
    assert "Harbour fees" in (tmp_path / "site/docs/index.md").read_text()


def test_a_broken_record_is_one_line(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    publish([path], tmp_path / "site")
    (tmp_path / "site/.briefing/manifest.json").write_text("{")
    with pytest.raises(OutputError, match="record of earlier runs"):
        publish([path], tmp_path / "site", Options(words=120))


def test_what_worker_processes_cannot_do_is_done_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        article(tmp_path / "in", f"{number}.txt", f"Bridge number {number} closes", place=str(number))

    class Broken:
        def __init__(self, *_: object, **__: object) -> None: ...

        def map(self, make: Callable[[Any], Any], jobs: Sequence[Any], **_: object) -> Iterator[Any]:
            yield from map(make, jobs[:7])
            raise BrokenProcessPool

        def shutdown(self, **_: object) -> None: ...

    monkeypatch.setattr("briefing.publish.workers.ProcessPoolExecutor", Broken)
    report = publish([tmp_path / "in"], tmp_path / "site", processes=2)
    assert report.problems == []
    assert len(briefs(tmp_path / "site")) == 20


def test_a_site_among_its_articles_is_not_published_again(tmp_path: Path) -> None:
    article(tmp_path, "a.txt", "Bridge closes to lorries")
    article(tmp_path, ".hidden/b.txt", "Harbour fees rise again")
    for _ in range(2):
        publish([tmp_path], tmp_path / "site")
    assert briefs(tmp_path / "site") == ["2024-05-03-bridge-closes-to-lorries.md"]


def test_a_site_that_is_the_folder_of_its_articles_is_not_published_again(tmp_path: Path) -> None:
    article(tmp_path, "a.txt", "Bridge closes to lorries")
    for _ in range(2):
        publish([tmp_path], tmp_path)
    assert briefs(tmp_path) == ["2024-05-03-bridge-closes-to-lorries.md"]


def test_a_full_disk_while_the_record_is_written_is_one_line(tmp_path: Path) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    store = Store(tmp_path / "site")
    with store:
        assert store.manifest.journal
        store.manifest.journal.close()
        store.manifest.journal = Full()
        with pytest.raises(OutputError, match="No space left on device"):
            store.put("docs/briefs/a.md", "# A\n")
    assert not (tmp_path / "site/docs").exists()


def test_topics_with_most_briefs_come_first_and_every_topic_is_listed_once_more() -> None:
    often = [("Zebra",), ("Zebra", "café")]
    entries = [entry(n, topics=(*often[n % 2], f"topic {n}")) for n in range(4)]
    page = pages(entries)["docs/briefs/by-topic.md"]
    headings = re.findall(r"^## (.*) \{#", page, re.M)
    assert headings == ["Most briefs", "C", "T", "Z"]
    assert re.findall(r"^- \[(.*?)\].*?( \(\d\))?$", page, re.M)[:2] == [("Zebra", " (4)"), ("café", " (2)")]
    assert all(page.count(f"(topics/topic-{n}.md)") == 1 for n in range(4))


def test_names_are_listed_by_letter_in_every_script() -> None:
    topics = ("Élan", "elm", "вторник", "李明", "“alpha”", "2 %", "øre")
    page = pages([entry(1, topics=topics)])["docs/briefs/by-topic.md"]
    assert re.findall(r"^## (.*) \{#", page, re.M) == ["0–9", "A", "E", "O", "В", "李"]


def test_robots_learn_of_the_site_map_when_the_site_has_an_address(tmp_path: Path) -> None:
    path = article(tmp_path / "in", "a.txt", "Bridge closes to lorries")
    site = tmp_path / "site"
    publish([path], site)
    assert (site / "docs/robots.txt").read_text() == "User-agent: *\nAllow: /\n"
    with (site / "mkdocs.yml").open("a") as settings:
        settings.write("site_url: https://news.example/\n")
    publish([path], site)
    assert "Sitemap: https://news.example/sitemap.xml\n" in (site / "docs/robots.txt").read_text()
    feed = ET.parse(site / "docs/briefs/feed.xml").getroot()
    links = [link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert links == [
        "https://news.example/briefs/feed.xml",
        "https://news.example/briefs/2024-05-03-bridge-closes-to-lorries/",
    ]


def test_a_topic_page_is_in_time_order_with_bottom_lines() -> None:
    page = pages([entry(n, topics=("Zebra",)) for n in (2, 0, 3, 1)])["docs/briefs/topics/zebra.md"]
    assert re.findall(r"Bottom line (\d)", page) == ["3", "2", "1", "0"]


def test_a_person_page_says_what_was_said_and_where() -> None:
    page = pages([entry(7, people=("Edda Brandt",))])["docs/briefs/people/edda-brandt.md"]
    assert "## [Brief 7](../2024-05-08-brief-7.md)" in page
    assert "8 May 2024 · Mayor\n" in page
    assert "- “We cannot wait,” she said. [¶2]\n" in page
    assert "Olaf" not in page


def entry(number: int, topics: tuple[str, ...] = (), people: tuple[str, ...] = ()) -> Entry:
    """What the record says of a brief."""
    return Entry(
        source=f"{number}.txt",
        sha256="",
        fingerprint="",
        name=f"2024-05-{number + 1:02}-brief-{number}",
        title=f"Brief {number}",
        date=dt.date(2024, 5, number + 1),
        topics=topics,
        people=people,
        outlets=(),
        bottom_line=f"Bottom line {number}",
        sayings=(
            Saying("Edda Brandt", "Mayor", "“We cannot wait,” she said.", 2),
            Saying("Olaf Lind", None, "“Why not?” asked Olaf Lind.", 3),
        ),
    )


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="there is no /proc to look for processes in")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    code = (
        "import time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from multiprocessing import get_context\n"
        "import os\n"
        "from briefing.publish.workers import end_with_parent\n"
        "if __name__ == '__main__':\n"
        "    pool = ProcessPoolExecutor(1, mp_context=get_context('spawn'), initializer=end_with_parent)\n"
        "    print(pool.submit(os.getpid).result(), flush=True)\n"
        "    time.sleep(60)\n"
    )
    (tmp_path / "script.py").write_text(code)
    command = [sys.executable, str(tmp_path / "script.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as parent:
        assert parent.stdout
        worker = Path("/proc") / parent.stdout.readline().decode().strip()
        assert worker.is_dir()
        parent.kill()
    until = time.monotonic() + 10
    while alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(worker)


def alive(process: Path) -> bool:
    """Whether a process runs; one that has ended may wait to be noticed by the system."""
    try:
        return process.joinpath("stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
