"""Reads a built site as a browser would: its links, its anchors, and what it asks other hosts for."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """Links, assets and anchors of one page, and the names of its tags and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.assets: list[str] = []
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {key for key, _ in attributes}
        values = {key: value or "" for key, value in attributes}
        self.anchors |= {values[key] for key in ("id", "name") if key in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        elif tag == "link" and values.get("rel") != "canonical" and "href" in values:
            self.assets.append(values["href"])
        elif "src" in values:
            self.assets.append(values["src"])


def crawl(root: Path) -> list[str]:
    """What is wrong with the site in that folder: dead links and anchors, and requests to other hosts."""
    return [*_dead_in_feeds(root), *_wrong_in_pages(root)]


def _dead_in_feeds(root: Path) -> Iterator[str]:
    for path in sorted(root.rglob("feed.xml")):
        for link in ET.parse(path).getroot().iter("{http://www.w3.org/2005/Atom}link"):
            target = link.get("href", "")
            if not urlsplit(target).netloc and _file(root, path, target) is None:
                yield f"{path.relative_to(root).as_posix()} links to {target}, which is not there"


def _wrong_in_pages(root: Path) -> list[str]:
    pages = {p: Page(p.read_text(encoding="utf-8")) for p in sorted(root.rglob("*.html"))}
    wrong = []
    for path, page in pages.items():
        where = path.relative_to(root).as_posix()
        for target in page.assets:
            if urlsplit(target).netloc:
                wrong.append(f"{where} asks another host for {target}")
        for target in [*page.links, *page.assets]:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            found = _file(root, path, unquote(parts.path))
            if found is None:
                wrong.append(f"{where} links to {target}, which is not there")
            elif parts.fragment and found in pages and unquote(parts.fragment) not in pages[found].anchors:
                wrong.append(f"{where} links to {target}, an anchor that is not there")
    return wrong


def _file(root: Path, page: Path, target: str) -> Path | None:
    """The file that a link leads to."""
    if not target:
        return page
    path = root / target.lstrip("/") if target.startswith("/") else page.parent / target
    path = Path(path.resolve())
    if path.is_dir():
        path = path / "index.html"
    return path if path.is_file() and path.is_relative_to(root.resolve()) else None
