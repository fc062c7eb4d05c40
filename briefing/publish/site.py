"""From articles to the folder of a site, step by step: make what changed, list everything, write the feed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from importlib import resources
from multiprocessing import get_context
from pathlib import Path

import yaml

from briefing.errors import OutputError, SourceError
from briefing.publish import making
from briefing.publish.entries import Entry
from briefing.publish.feed import feed
from briefing.publish.lists import FOLDER, newest_first, pages
from briefing.publish.making import Made, Options
from briefing.publish.names import brief_name
from briefing.publish.store import Hopeless, Outcome, Store
from briefing.readers import READERS

FILES = resources.files("briefing.publish").joinpath("files")
FEW = 16
"""Articles that one process makes sooner than others can be started."""
Job = tuple[Path, str, Options]
"""An article, its path from the site's folder, and how to make its brief."""
Progress = Callable[[int, int], None]
"""Is told how many articles are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the feed says of the site."""

    name: str
    address: str | None


@dataclass(slots=True)
class Report:
    """What a run did."""

    steps: dict[str, Outcome] = field(default_factory=dict)
    """Path from the site's folder to what was done there."""
    problems: list[str] = field(default_factory=list)
    """One line for each article that made no brief and each file that could not be written."""
    kept: list[str] = field(default_factory=list)
    """One line for each file that somebody changed, and that was left alone."""


def articles(sources: Iterable[Path]) -> list[Path]:
    """The files themselves; of a folder, the files with the endings of articles, by name."""
    found: list[Path] = []
    for source in sources:
        if source.is_dir():
            inside = sorted(p for p in source.rglob("*") if p.suffix.lower() in READERS and p.is_file())
            found += [
                p for p in inside if not any(part.startswith(".") for part in p.relative_to(source).parts)
            ]
        else:
            found.append(source)
    return list(dict.fromkeys(found))


def publish(
    sources: Iterable[Path],
    site: Path,
    options: Options = Options(),  # noqa: B008 - frozen
    *,
    dry_run: bool = False,
    processes: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Make or update the site in the folder ``site`` from articles, or folders of articles.

    Articles that have not changed since they were published are not made again; files that somebody changed are
    left alone; nothing is removed but lists that we wrote and that have become empty. A run that was cut off is
    continued by the next. ``dry_run`` writes nothing and reports what would be done.

    Raises OutputError where nothing can be written: no such place, no rights, a full disk.
    """
    with Store(site, dry_run=dry_run) as store:
        report = update(store, sources, options, settings(site), processes=processes, progress=progress)
        _attempt(report, partial(_put_files, store, robots(settings(site).address)))
    return report


def update(
    store: Store,
    sources: Iterable[Path],
    options: Options,
    settings: Settings,
    *,
    processes: int = 1,
    progress: Progress | None = None,
    prune: bool = False,
) -> Report:
    """The steps of ``publish`` within an open store; with ``prune``, briefs of other articles are taken out."""
    report = Report(store.steps)
    paths = articles(sources)
    if prune:
        here = {_source(store, path) for path in paths}
        for source in [s for s in store.manifest.entries if s not in here]:
            store.manifest.forget_entry(source)
    jobs = list(_changed(paths, store, options, report))
    with closing(_made(jobs, processes)) as results:
        for number, made in enumerate(results, 1):
            if isinstance(made, str):
                report.problems.append(made)
            else:
                _attempt(report, partial(_put_brief, store, made))
            if progress:
                progress(number, len(jobs))
    _put_lists(store, _listed(store, report), settings, report)
    return report


def _attempt(report: Report, step: Callable[[], object]) -> None:
    """Run ``step``; a failure is one line of the report, unless no other step can do better."""
    try:
        step()
    except Hopeless:
        raise
    except OutputError as error:
        report.problems.append(str(error))


def _changed(paths: Sequence[Path], store: Store, options: Options, report: Report) -> Iterator[Job]:
    """What has to be made: articles that are new, or not as they were when they were published."""
    by_hash = {entry.sha256: entry for entry in store.manifest.entries.values()}
    for path in paths:
        try:
            data = making.load(path)
        except SourceError as error:
            report.problems.append(str(error))
            continue
        source = _source(store, path)
        moved = by_hash.get(hashlib.sha256(data).hexdigest())
        if source not in store.manifest.entries and moved and not (store.site / moved.source).exists():
            store.manifest.forget_entry(moved.source)
            store.manifest.note_entry(dataclasses.replace(moved, source=source))
        entry = store.manifest.entries.get(source)
        known = entry and entry.fingerprint == making.fingerprint(path, data, options)
        if entry and known and store.check(page_path(entry.name)):
            continue
        yield path, source, options


def _source(store: Store, path: Path) -> str:
    """How the record calls an article: by its path from the site's folder."""
    return os.path.relpath(os.path.realpath(path), store.real).replace(os.sep, "/")


def _made(jobs: Sequence[Job], processes: int) -> Generator[Made | str, None, None]:
    """The results in the order of ``jobs``; what worker processes cannot do, this one does."""
    done = 0
    if processes > 1 and len(jobs) > FEW:
        pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
        try:
            for made in pool.map(making.make, jobs, chunksize=8):
                yield made
                done += 1
        except BrokenProcessPool:  # killed for its memory, or a script without a guard around its main part
            pass
        finally:
            pool.shutdown(cancel_futures=True)
    yield from map(making.make, jobs[done:])


def page_path(name: str) -> str:
    """Where the brief of that name lies."""
    return f"{FOLDER}/{name}.md"


def _put_brief(store: Store, made: Made) -> None:
    """Write a brief, under the name that it has had or a new one, and record it."""
    entries = store.manifest.entries
    before = entries.get(made.entry.source)
    if before:
        name = before.name
    else:
        name = brief_name(made.entry.title, made.entry.date, {e.name for e in entries.values()})
    if store.put(page_path(name), made.page) != "left alone" or not before:
        store.manifest.note_entry(dataclasses.replace(made.entry, name=name))


def _listed(store: Store, report: Report) -> list[Entry]:
    """The briefs that are there, as their pages say where somebody changed them."""
    found = []
    for entry in store.manifest.entries.values():
        path = page_path(entry.name)
        done = store.steps.get(path) or store.check(path)
        if done == "left alone":
            note = ""
            try:
                entry = edited(entry, (store.read(path) or b"").decode("utf-8"))
            except OutputError as error:
                note = f"; {error}"
            except (ValueError, yaml.YAMLError) as error:
                note = f"; its front matter is broken ({' '.join(str(error).split())}), so lists show it as before"
            report.kept.append(f"left alone, edited by hand: {path}{note}")
        if done:
            found.append(entry)
    return newest_first(found)


def edited(entry: Entry, page: str) -> Entry:
    """The entry with title and date as the page has them. Raises ValueError or YAMLError on broken front matter."""
    if not page.startswith("---\n") or "\n---\n" not in page:
        raise ValueError("expected it between two lines of ---")
    front = yaml.safe_load(page[4:].partition("\n---\n")[0])
    if not isinstance(front, dict):
        raise ValueError("expected keys and values")
    title, date = front.get("title", entry.title), front.get("date", entry.date)
    if not isinstance(title, str) or not (date is None or type(date) is dt.date):
        raise ValueError("expected a title of words and a date such as 2021-03-24")
    return dataclasses.replace(entry, title=title, date=date)


def _put_lists(store: Store, entries: Sequence[Entry], settings: Settings, report: Report) -> None:
    """Write lists and feed, and remove the lists that nothing is left for."""
    wanted = pages(entries)
    atom = feed(entries, settings.name, settings.address)
    if atom:
        wanted[f"{FOLDER}/feed.xml"] = atom
    wanted[f"{FOLDER}/style.css"] = FILES.joinpath("style.css").read_text(encoding="utf-8")
    for path, text in wanted.items():
        _attempt(report, partial(store.put, path, text))
    briefs = {page_path(entry.name) for entry in store.manifest.entries.values()}
    keep = wanted.keys() | briefs
    for path in [p for p in store.manifest.files if p.startswith(FOLDER) and p not in keep]:
        _attempt(report, partial(store.remove, path))
    lists = [p for p, done in store.steps.items() if done == "left alone" and p not in briefs]
    report.kept += [f"left alone, edited by hand: {path}" for path in lists]


def robots(address: str | None) -> str:
    """Search engines are welcome."""
    sitemap = f"Sitemap: {address.rstrip('/')}/sitemap.xml\n" if address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def settings(site: Path) -> Settings:
    """Name and address of the site, as far as its mkdocs.yml says them on one line each."""
    try:
        text = (site / "mkdocs.yml").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.startswith(("site_name:", "site_url:"))]
        found = yaml.safe_load("\n".join(lines)) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        found = {}
    return Settings(str(found.get("site_name") or "Briefs"), str(found.get("site_url") or "") or None)


def _put_files(store: Store, robots: str) -> None:
    """What a new site needs beside its pages; an old one keeps its own."""
    store.put_once("docs/robots.txt", robots)
    if store.put_once("mkdocs.yml", FILES.joinpath("mkdocs.yml").read_text(encoding="utf-8")):
        for name in ("overrides/main.html", "overrides/404.html"):
            store.put_once(name, FILES.joinpath(name).read_text(encoding="utf-8"))
