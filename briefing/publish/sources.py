"""Which articles there are, and which of them have to be made."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.errors import SourceError
from briefing.publish import making
from briefing.publish.lists import page_path
from briefing.publish.making import Job, Options
from briefing.publish.store import Store
from briefing.readers import READERS

MADE = ("docs", "overrides", "site")
"""Folders of a site whose files were made from articles."""


def articles(sources: Iterable[Path], site: str) -> list[Path]:
    """The files themselves; of a folder, the files with the endings of articles, by name.

    Hidden files and folders are passed over, and so is the site (given by its real path) where it lies within, with
    what is made in it; what is given twice, or by a link as well, is there once.
    """
    found: dict[str, Path] = {}
    for source in sources:
        for path in map(Path, sorted(_within(source, site))) if source.is_dir() else [source]:
            found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _within(folder: Path, site: str) -> Iterator[str]:
    made = {site, *(os.path.join(site, name) for name in MADE)}
    for parent, folders, names in os.walk(folder):
        folders[:] = [
            f
            for f in folders
            if not f.startswith(".") and os.path.realpath(os.path.join(parent, f)) not in made
        ]
        for name in names:
            if os.path.splitext(name)[1].lower() in READERS and not name.startswith("."):
                yield os.path.join(parent, name)


def source_name(store: Store, path: Path) -> str:
    """How the record calls an article: by its path from the site's folder."""
    return os.path.relpath(os.path.realpath(path), store.real).replace(os.sep, "/")


def changed(paths: Sequence[Path], store: Store, options: Options, problems: list[str]) -> Iterator[Job]:
    """What has to be made: articles that are new, or not as they were when they were published.

    An article that cannot be read is added to ``problems``.
    """
    by_hash = {entry.sha256: entry for entry in store.manifest.entries.values()}
    for path in paths:
        source = source_name(store, path)
        try:
            data = making.load(path)
        except SourceError as error:
            problems.append(str(error))
            continue
        moved = by_hash.get(hashlib.sha256(data).hexdigest())
        if source not in store.manifest.entries and moved and not (store.site / moved.source).exists():
            store.manifest.forget_entry(moved.source)
            store.manifest.note_entry(dataclasses.replace(moved, source=source))
            del by_hash[moved.sha256]  # it has moved once, whatever copies there are
        entry = store.manifest.entries.get(source)
        known = entry and entry.fingerprint == making.fingerprint(path, data, options)
        if entry and known and store.check(page_path(entry.name)):
            continue
        yield path, source, options
