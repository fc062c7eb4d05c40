"""From articles to the folder of a site, step by step: make what changed, list everything, write the feed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from briefing.arguments import expect, several, whole
from briefing.errors import OutputError
from briefing.publish.edits import edited
from briefing.publish.entries import Entry
from briefing.publish.feed import feed
from briefing.publish.lists import FOLDER, newest_first, page_path, pages, robots
from briefing.publish.making import Made, Options
from briefing.publish.manifest import Hopeless
from briefing.publish.names import brief_name
from briefing.publish.settings import Settings, file, put_files, settings
from briefing.publish.sources import articles, changed, source_name
from briefing.publish.store import Outcome, Store
from briefing.publish.workers import made

Progress = Callable[[int, int], None]
"""Is told how many articles are done, and of how many."""


@dataclass(slots=True)
class Report:
    """What a run did."""

    articles: int = 0
    """How many it was given."""
    steps: dict[str, Outcome] = field(default_factory=dict)
    """Path from the site's folder to what was done there: "new", "changed", "same", "left alone" or "removed"."""
    problems: list[str] = field(default_factory=list)
    """One line for each article that made no brief and each file that could not be written."""
    kept: list[str] = field(default_factory=list)
    """One line for each file that somebody changed, and that was left alone."""

    def attempt(self, step: Callable[[], object]) -> None:
        """Run ``step``; a failure is one problem. Raises Hopeless where no other step can do better."""
        try:
            step()
        except Hopeless:
            raise
        except OutputError as error:
            self.problems.append(str(error))


def publish(
    sources: Iterable[Path],
    site: Path,
    options: Options | None = None,
    *,
    dry_run: bool = False,
    processes: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Make or update the site in the folder ``site`` from articles, or folders of articles.

    Articles that have not changed since they were published are not made again; files that somebody changed are
    left alone; nothing is removed but lists that we wrote and that have become empty. A run that was cut off is
    continued by the next. ``dry_run`` writes nothing and reports what would be done. ``processes`` make briefs at the
    same time; ``progress`` is called with how many articles are done, and of how many.

    Raises OutputError where nothing can be written: no such place, no rights, a full disk.
    """
    sources = several("sources", sources, Path)
    expect("a site", site, Path)
    options = Options() if options is None else options
    expect("options", options, Options)
    processes = whole("processes", processes, 1)
    known = settings(site)
    with Store(site, dry_run=dry_run) as store:
        report = update(store, sources, options, known, processes=processes, progress=progress)
        report.attempt(partial(put_files, store))
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
    paths = articles(sources, store.real)
    report = Report(len(paths), store.steps)
    if prune:
        here = {source_name(store, path) for path in paths}
        for source in [s for s in store.manifest.entries if s not in here]:
            store.manifest.forget_entry(source)
    jobs = list(changed(paths, store, options, report.problems))
    names = {entry.name for entry in store.manifest.entries.values()}
    with closing(made(jobs, processes)) as results:
        for number, result in enumerate(results, 1):
            if isinstance(result, str):
                report.problems.append(result)
            else:
                report.attempt(partial(_put_brief, store, result, names))
            if progress:
                progress(number, len(jobs))
    _put_lists(store, _listed(store, report), settings, report)
    return report


def _put_brief(store: Store, brief: Made, names: set[str]) -> None:
    """Write a brief, under the name that it has had or a new one, and record it."""
    before = store.manifest.entries.get(brief.entry.source)
    name = before.name if before else brief_name(brief.entry.title, brief.entry.date, names)
    if store.put(page_path(name), brief.page) != "left alone" or not before:
        store.manifest.note_entry(dataclasses.replace(brief.entry, name=name))
        names.add(name)


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
            except ValueError as error:
                note = f"; its front matter is broken ({error}), so lists show it as before"
            report.kept.append(f"left alone, edited by hand: {path}{note}")
        if done:
            found.append(entry)
    return newest_first(found)


def _put_lists(store: Store, entries: Sequence[Entry], settings: Settings, report: Report) -> None:
    """Write lists and feed, and remove the lists that nothing is left for."""
    wanted = pages(entries)
    atom = feed(entries, settings)
    if atom:
        wanted[f"{FOLDER}/feed.xml"] = atom
    wanted[f"{FOLDER}/style.css"] = file("style.css")
    wanted["docs/robots.txt"] = robots(settings.address)
    for path, text in wanted.items():
        report.attempt(partial(store.put, path, text))
    briefs = {page_path(entry.name) for entry in store.manifest.entries.values()}
    keep = wanted.keys() | briefs
    for path in [p for p in store.manifest.files if p.startswith(FOLDER) and p not in keep]:
        report.attempt(partial(store.remove, path))
    lists = [p for p, done in store.steps.items() if done == "left alone" and p not in briefs]
    report.kept += [f"left alone, edited by hand: {path}" for path in lists]
