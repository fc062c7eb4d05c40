"""What a new site needs beside its pages, and what an old one says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from briefing.publish.store import Store

KEYS = ("site_name:", "site_url:", "use_directory_urls:")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the feed and robots.txt say of the site."""

    name: str
    address: str | None
    ending: str = "/"
    """What follows the name of a page in its address: "/", or ".html" where MkDocs is told so."""


def settings(site: Path) -> Settings:
    """What the site says of itself, as far as its mkdocs.yml says them on one line each."""
    try:
        text = (site / "mkdocs.yml").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.startswith(KEYS)]
        found = yaml.safe_load("\n".join(lines)) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        found = {}
    return Settings(
        str(found.get("site_name") or "Briefs"),
        str(found.get("site_url") or "") or None,
        "/" if found.get("use_directory_urls", True) else ".html",
    )


def file(name: str) -> str:
    """A file that comes with this package."""
    return (Path(__file__).parent / "files" / name).read_text(encoding="utf-8")


def put_files(store: Store) -> None:
    """Give a new site a configuration; an old one keeps its own. Raises OutputError."""
    if store.put_once("mkdocs.yml", file("mkdocs.yml")):
        for name in ("overrides/main.html", "overrides/404.html"):
            store.put_once(name, file(name))
