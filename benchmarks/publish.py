"""Time `brief publish` and the MkDocs plugin on many articles.

    python benchmarks/publish.py [--articles 1000] [--keep FOLDER]

The articles are made of paragraphs of seeds/, about 800 words each. In every article each name and a third of the
longer words are others, the same all through, so that articles differ in their topics and people as real ones do.
Timed as commands, from a cold start: a first run, a run with nothing to do, a run with one changed article, MkDocs
with the plugin on the articles (its first build), and then in turn MkDocs on the published pages ("without") and
with the plugin and its cache ("again").
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import body_paragraphs

ROOT = Path(__file__).resolve().parent.parent
WORDS = 800
LONG = re.compile(r"\b[^\W\d_]{6,}\b|(?<=[a-z,] )[A-Z][a-z]+\b")
SYLLABLES = [
    "ba",
    "cor",
    "den",
    "fel",
    "gar",
    "hol",
    "jin",
    "kel",
    "lom",
    "mar",
    "nes",
    "por",
    "ril",
    "sten",
    "tov",
    "vin",
]
CONFIGURATION = """site_name: News
theme: {name: mkdocs, highlightjs: false}
plugins: [PLUGINS]
extra_css: [briefs/style.css]
markdown_extensions: [attr_list]
not_in_nav: /briefs/
nav: [index.md, briefs/by-date.md]
"""


def article(number: int, paragraphs: list[str]) -> str:
    """The article of that number: title, date, and paragraphs up to the length."""
    chance = random.Random(number)
    others: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word = match.group()
        if word not in others:
            new = "".join(chance.choices(SYLLABLES, k=max(2, len(word) // 3)))
            changed = word[0].isupper() or chance.random() < 0.33
            others[word] = (new.capitalize() if word[0].isupper() else new) if changed else word
        return others[word]

    chosen, count = [], 0
    while count < WORDS:
        chosen.append(LONG.sub(other, chance.choice(paragraphs)))
        count += len(chosen[-1].split())
    title = " ".join(chosen[0].split()[:9]).strip(".,“”")
    return f"{title}\n\n{1 + number % 28} May {1990 + number % 34}\n\n" + "\n\n".join(chosen) + "\n"


def timed(label: str, *arguments: str | Path) -> float:
    """Wall time of a Python module, in seconds; prints its processor time too, which other work disturbs less."""
    began, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    seconds = time.perf_counter() - began
    if done.returncode:
        sys.exit(done.stderr)
    after = os.times()
    busy = after.children_user + after.children_system - before.children_user - before.children_system
    print(
        f"  {label:40s} {seconds:7.2f} s, {busy:7.2f} s of processor time   {done.stdout.strip()}", flush=True
    )
    return seconds


environment = {**os.environ, "PYTHONPATH": str(ROOT)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.keep or Path(temporary)
        measure(folder, args.articles)


def measure(folder: Path, articles: int) -> None:
    """All the figures, for so many articles."""
    source, site, plugin = folder / "articles", folder / "site", folder / "plugin"
    paragraphs = body_paragraphs()
    for target in (source, plugin / "docs/articles"):
        target.mkdir(parents=True)
        for number in range(articles):
            (target / f"{number:05}.txt").write_text(article(number, paragraphs), encoding="utf-8")
    print(f"{articles:,} articles of {WORDS} words, {os.cpu_count()} processors")
    publish = ("briefing", "publish", source, "--site", site)
    timed("brief publish, first run", *publish)
    timed("brief publish, nothing to do", *publish)
    (source / "00007.txt").write_text(article(articles + 7, paragraphs), encoding="utf-8")
    timed("brief publish, one article changed", *publish)
    (source / "00007.txt").write_text(article(7, paragraphs), encoding="utf-8")
    timed("brief publish, changed back", *publish)
    (site / "mkdocs.yml").write_text(CONFIGURATION.replace("PLUGINS", "search"))
    declare(folder)
    (plugin / "mkdocs.yml").write_text(CONFIGURATION.replace("PLUGINS", "search, briefs"))
    first = timed("mkdocs build with the plugin, first", "mkdocs", "build", "-q", "-f", plugin / "mkdocs.yml")
    times: dict[str, list[float]] = {"without": [], "again": []}
    for _ in range(2):  # in turn, and the better of two: other work on the machine strikes both alike
        for label, built in (("without", site), ("again", plugin)):
            times[label].append(
                timed(f"mkdocs build, {label}", "mkdocs", "build", "-q", "-f", built / "mkdocs.yml")
            )
    without, again = min(times["without"]), min(times["again"])
    pages = [len(list(f.glob("site/**/index.html"))) for f in (site, plugin)]
    print(
        f"  {pages[0]} and {pages[1]} pages; the plugin takes {first / without:.2f} and {again / without:.2f} times as long"
    )


def declare(folder: Path) -> None:
    """Let MkDocs find the plugin also where this checkout was not installed."""
    declared = folder / "installed" / "declared-0.dist-info"
    declared.mkdir(parents=True)
    (declared / "METADATA").write_text("Metadata-Version: 2.1\nName: declared\nVersion: 0\n")
    (declared / "entry_points.txt").write_text(
        "[mkdocs.plugins]\nbriefs = briefing.publish.plugin:BriefsPlugin\n"
    )
    environment["PYTHONPATH"] += f"{os.pathsep}{declared.parent}"


if __name__ == "__main__":
    main()
