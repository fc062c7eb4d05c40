"""What MkDocs makes of published briefs, and of articles with the plugin."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser, chromium, served
from crawler import Page, crawl

pytest.importorskip("mkdocs", reason="MkDocs is not installed: pip install 'policybrief[site]'")

ROOT = Path(__file__).parent.parent
GROUPS = ("mkdocs.plugins", "properdocs.plugins")
CONFIGURATION = """site_name: News
theme: {name: mkdocs, highlightjs: false}
plugins: [search, briefs]
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """With the plugin declared as pyproject.toml does, wherever the package was installed from."""
    folder = tmp_path_factory.mktemp("installed")
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    lines = [f"[{group}]\nbriefs = {declared[group]['briefs']}\n" for group in GROUPS]
    (folder / "declared-0.dist-info").mkdir()
    (folder / "declared-0.dist-info/METADATA").write_text(
        "Metadata-Version: 2.1\nName: declared\nVersion: 0\n"
    )
    (folder / "declared-0.dist-info/entry_points.txt").write_text("\n".join(lines))
    return {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"}


def run(
    environment: dict[str, str], *arguments: str | Path, code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run a Python module."""
    command = [sys.executable, "-m", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=120)
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """The seeds, published and built."""
    site = tmp_path_factory.mktemp("published") / "news"
    run(environment, "briefing", "publish", "seeds", "--site", site)
    built = run(environment, "briefing", "site", "build", site)
    assert "WARNING" not in built.stderr
    return site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A MkDocs project with the seeds in docs/articles/, built with the plugin."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(ROOT / "seeds", folder / "docs/articles")
    (folder / "docs/index.md").write_text("# Home\n\n[All](briefs/by-date.md)\n")
    (folder / "mkdocs.yml").write_text(CONFIGURATION)
    run(environment, "mkdocs", "build", "--strict", "-f", folder / "mkdocs.yml")
    return folder


def test_no_dead_link_and_no_outside_request(published: Path, project: Path) -> None:
    assert crawl(published / "site") == []
    assert crawl(project / "site") == []


def test_the_crawler_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<p id="here"><a href="#here">a</a><a href="#there">b</a><a href="gone/">c</a><a href="https://x.example">d</a>'
        '<script src="https://cdn.example/x.js"></script><link rel="stylesheet" href="//fonts.example/f.css">'
    )
    (tmp_path / "feed.xml").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><link href="gone/"/></feed>'
    )
    assert len(crawl(tmp_path)) == 5


def test_style_and_scripts_name_no_other_host(published: Path) -> None:
    for path in [*published.rglob("site/**/briefs/*.css"), *published.glob("overrides/*")]:
        assert not re.search(r"https?://|@import|url\(", path.read_text(encoding="utf-8")), path


def test_every_page_describes_itself_and_names_the_feed(published: Path) -> None:
    for path in [published / "site/index.html", *published.glob("site/briefs/2*/index.html")]:
        page = path.read_text(encoding="utf-8")
        assert len(re.findall(r'<meta name="description" content="[^"]{20,}', page)) == 1
        assert 'type="application/atom+xml"' in page


@pytest.mark.parametrize("word", ["Kharestan", "Hafentunnel"])
def test_the_search_finds_a_brief_by_a_word_in_it(published: Path, project: Path, word: str) -> None:
    for folder in (published, project):
        index = json.loads((folder / "site/search/search_index.json").read_text(encoding="utf-8"))
        hits = [d["location"] for d in index["docs"] if word in d["text"]]
        assert any(re.match(r"briefs/(?:undated|20\d\d)-", hit) for hit in hits)
        assert all((folder / "site" / hit.partition("#")[0] / "index.html").is_file() for hit in hits)


def test_briefs_stay_out_of_the_navigation(published: Path, project: Path) -> None:
    for folder in (published, project):
        page = (folder / "site/index.html").read_text(encoding="utf-8")
        navigation = page.partition('role="main"')[0]
        assert "by-date/" in navigation
        assert "-valley-that-drank-twice" not in navigation


HOSTILE = """5 hurt </title><script>alert(1)</script> [link](javascript:alert(1)) {: onclick="alert(1)" } ![x](https://spy.example/x.png)

3 May 2024

The council of Arle {: onclick="alert(1)" } voted to close the bridge. <img src="https://spy.example/y.png">

“We cannot wait {: #top .x onclick='alert(1)' }, <b onclick=alert(1)>now</b>” said Mayor Edda [Brandt](javascript:x).

{% include "secret" %} The bridge {{ config }} carries 4,000 vehicles a day. :::{.x} ![z](//spy.example/z.png)
"""


def test_the_name_of_an_article_gives_no_orders_to_a_terminal(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "docs/articles").mkdir(parents=True)
    (tmp_path / "docs/articles/a\x1b[1m\nb.txt").write_text("")
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION)
    built = run(environment, "mkdocs", "build", "-f", tmp_path / "mkdocs.yml")
    assert "found nothing in a\\x1b[1m\\nb.txt" in built.stderr


def test_an_article_cannot_become_markup(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/hostile.txt").write_text(HOSTILE, encoding="utf-8")
    run(environment, "briefing", "publish", tmp_path / "in", "--site", tmp_path / "site")
    run(environment, "briefing", "site", "build", tmp_path / "site")
    assert crawl(tmp_path / "site/site") == []
    for path in (tmp_path / "site/site").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        assert not [link for link in Page(text).links if re.match("#[^a-z]", link)], (
            "scripts stop at such an anchor"
        )
        main = text.partition('role="main"')[2].partition("<footer")[0]
        page = Page(main)
        assert not page.tags & {"script", "img", "b"}, path
        assert not page.attributes - {"href", "id", "class"}, path
        assert not [
            link for link in page.links if link.startswith("javascript:") or "spy" in link.split("/")[2:3]
        ]


STYLE = re.compile(r'<link href="([^"]*\bstyle\.css)"')


def test_the_plugin_styles_its_own_pages_alone(project: Path) -> None:
    site = project / "site"
    for page in site.rglob("index.html"):
        ours = "briefs" in page.relative_to(site).parts
        links = STYLE.findall(page.read_text(encoding="utf-8"))
        assert len(links) == ours, page
        assert all((page.parent / link).is_file() for link in links)


def test_the_user_may_have_that_style_everywhere(
    project: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    (folder / "mkdocs.yml").write_text(CONFIGURATION + "extra_css: [briefs/style.css]\n")
    run(environment, "mkdocs", "build", "--strict", "-f", folder / "mkdocs.yml")
    for page in (folder / "site").rglob("index.html"):
        assert len(STYLE.findall(page.read_text(encoding="utf-8"))) == 1, page


def test_the_plugin_publishes_no_article(project: Path) -> None:
    assert not (project / "site/articles").exists()
    assert len(list(project.glob("site/briefs/*/index.html"))) == 8 + 4


def test_the_plugin_makes_the_pages_that_the_command_makes(published: Path, project: Path) -> None:
    made = project / ".cache/briefs/docs/briefs"
    wanted = published / "docs/briefs"
    names = sorted(p.relative_to(wanted) for p in wanted.rglob("*.md"))
    assert names == sorted(p.relative_to(made) for p in made.rglob("*.md"))
    assert all((made / n).read_bytes() == (wanted / n).read_bytes() for n in names)


def test_the_plugin_follows_its_articles(project: Path, environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    cache = folder / ".cache/briefs/docs/briefs"
    before = {p: p.stat().st_mtime_ns for p in cache.glob("2*.md")}
    (folder / "docs/articles/ferry-strike.txt").unlink()
    (folder / "docs/articles/empty.txt").write_text("")
    built = run(environment, "mkdocs", "build", "-f", folder / "mkdocs.yml")
    after = {p: p.stat().st_mtime_ns for p in cache.glob("2*.md")}
    assert len(before) - len(after) == 1
    assert after.items() <= before.items()
    assert "empty.txt" in built.stderr
    assert crawl(folder / "site") == []


def test_a_page_of_the_user_wins_over_one_of_the_plugin(
    project: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    (folder / "docs/briefs").mkdir()
    (folder / "docs/briefs/by-date.md").write_text("# Mine\n")
    (folder / "mkdocs.yml").write_text(CONFIGURATION + "use_directory_urls: false\n")
    run(environment, "mkdocs", "build", "--strict", "-f", folder / "mkdocs.yml")
    assert "Mine" in (folder / "site/briefs/by-date.html").read_text(encoding="utf-8")
    assert crawl(folder / "site") == [], "the feed follows the addresses"


def test_mistakes_with_a_site_are_one_clear_line(environment: dict[str, str], tmp_path: Path) -> None:
    failed = run(environment, "briefing", "site", "build", tmp_path, code=1)
    assert "brief publish" in failed.stderr
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        failed = run(environment, "briefing", "site", "serve", tmp_path, "--address", address, code=1)
    assert failed.stderr.startswith(f"brief: expected a free address, found {address}")
    (tmp_path / "mkdocs.yml").write_text("site_name: News\n")
    hidden = "import sys; sys.modules['mkdocs'] = None; from briefing.__main__ import main; main()"
    command = [sys.executable, "-c", hidden, "site", "build", str(tmp_path)]
    failed = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60)
    assert failed.returncode == 1
    assert failed.stderr.startswith("brief: expected MkDocs")
    assert "policybrief[site]" in failed.stderr


def test_the_example_in_these_docs_is_whole(environment: dict[str, str], tmp_path: Path) -> None:
    pytest.importorskip(
        "mkdocstrings", reason="the API reference needs mkdocstrings: pip install -e '.[dev]'"
    )
    run(environment, "mkdocs", "build", "--strict", "-q", "-d", tmp_path / "site")
    assert crawl(tmp_path / "site") == []
    assert len(list(tmp_path.glob("site/briefs/2*/index.html"))) >= 4


def test_serving_sees_a_new_article(project: Path, environment: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(project, folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", address, "-f", str(folder / "mkdocs.yml")]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        assert wait_for(f"http://{address}/briefs/by-date/", "twice")
        article = (ROOT / "seeds/nato-visit.txt").read_text(encoding="utf-8")
        (folder / "docs/articles/new.txt").write_text(article.replace("Norland", "Sudland"), encoding="utf-8")
        assert wait_for(f"http://{address}/briefs/by-date/", "Sudland")
    finally:
        server.terminate()
        server.wait(10)


def wait_for(address: str, word: str, seconds: float = 30) -> bool:
    """Whether the page of that address comes to hold ``word``."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as page:
            if word in page.read().decode("utf-8"):
                return True
        time.sleep(0.1)
    return False


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for all tests of this file."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium here")
    with chromium() as started:
        yield started


KINDS = ["index.html", "404.html", "briefs/by-topic", "briefs/2*", "briefs/topics/*", "briefs/people/*"]


def test_a_browser_has_nothing_to_complain_about(published: Path, browser: Browser) -> None:
    site = published / "site"
    with served(site) as address:
        for kind in KINDS:
            page = min(site.glob(kind)).relative_to(site).as_posix()
            browser.scheme("light")
            assert browser.open(f"{address}/{page}{'' if page.endswith('html') else '/'}") == [], page
            assert browser.evaluate("document.documentElement.dataset.bsTheme") == "light"
            browser.scheme("dark")
            assert browser.wait_for("document.documentElement.dataset.bsTheme == 'dark'"), page
            assert browser.complaints(address) == [], page


FAINT = """(() => {
  const parts = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const over = (front, back) => {
    const [a, b] = [parts(front), parts(back)], alpha = a[3] ?? 1;
    return a.slice(0, 3).map((value, i) => alpha * value + (1 - alpha) * (b[i] ?? 255));
  };
  const light = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0.99) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const faint = [], words = document.createTreeWalker(document.querySelector(".col-md-9"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const element = words.currentNode.parentElement, back = ground(element);
    if (!words.currentNode.data.trim() || !element.checkVisibility()) continue;
    const [a, b] = [light(over(getComputedStyle(element).color, back)), light(over(back, back))];
    const contrast = Math.max(a, b) / Math.min(a, b);
    if (contrast < 4.5) faint.push(`${contrast.toFixed(1)}: ${words.currentNode.data.trim().slice(0, 30)}`);
  }
  return faint;
})()"""
"""Pieces of text whose contrast is below that of WCAG 2.2, level AA."""


def test_all_text_can_be_read_in_light_and_dark(published: Path, browser: Browser) -> None:
    site = published / "site"
    with served(site) as address:
        for kind in KINDS:
            page = min(site.glob(kind)).relative_to(site).as_posix()
            for scheme in ("light", "dark"):
                browser.scheme(scheme)
                browser.open(f"{address}/{page}{'' if page.endswith('html') else '/'}")
                assert browser.wait_for(f"document.documentElement.dataset.bsTheme == '{scheme}'")
                assert browser.evaluate(FAINT) == [], f"{page} in {scheme}"
        browser.scheme("light")
        assert browser.wait_for("document.documentElement.dataset.bsTheme == 'light'")
        browser.evaluate("document.querySelector('.col-md-9 p').style.color = '#999'")
        assert browser.evaluate(FAINT), "grey on white"


def test_a_brief_fits_a_phone_and_a_sheet_of_paper(published: Path, browser: Browser) -> None:
    site = published / "site"
    brief = min(site.glob("briefs/undated-*")).relative_to(site)
    with served(site) as address:
        browser.width(360)
        browser.open(f"{address}/{brief}/")
        assert browser.evaluate("document.documentElement.scrollWidth") <= 360
        label = "getComputedStyle(document.querySelector('.bs-sidebar button'), '::after').content"
        assert browser.evaluate(label) == '"Table of Contents"'
        browser.width(0)
        browser.scheme("dark", media="print")
        assert browser.wait_for("document.documentElement.dataset.bsTheme == 'dark'")
        assert browser.evaluate("getComputedStyle(document.querySelector('td')).color") == "rgb(0, 0, 0)"
        browser.scheme("light")


def test_a_reader_searches_and_switches_to_dark(published: Path, browser: Browser) -> None:
    browser.scheme("light")
    with served(published / "site") as address:
        assert browser.open(f"{address}/?q=Kharestan") == []
        found = "[...document.querySelectorAll('#mkdocs-search-results a')].map(a => a.href).join(' ')"
        assert browser.wait_for(f"{found}.includes('/briefs/undated-foreign-secretary')")
        browser.evaluate("document.querySelector('[data-bs-theme-value=dark]').click()")
        assert browser.evaluate("document.documentElement.dataset.bsTheme") == "dark"
        browser.evaluate("localStorage.clear()")


def test_the_browser_notices(tmp_path: Path, browser: Browser) -> None:
    page = "<script>console.error('no'); fetch('http://127.0.0.1:9/x').catch(() => 0); nothing.there</script>"
    (tmp_path / "index.html").write_text(page)
    with served(tmp_path) as address:
        wrong = " ".join(browser.open(f"{address}/"))
    assert "console" in wrong
    assert "exception" in wrong
    assert "another host" in wrong
