"""`brief publish`."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefing.cli.common import Focus, Method, emit, tell
from briefing.rankers import DEFAULT

if TYPE_CHECKING:
    from briefing.publish.site import Report

SITE = Annotated[Path, typer.Option("--site", help="Folder of the site.")]


def publish(
    sources: Annotated[
        list[Path], typer.Argument(help="Articles, or folders of articles.", metavar="SOURCE...")
    ],
    site: SITE,
    words: Annotated[int | None, typer.Option(help="Length to aim at.")] = None,
    method: Method = DEFAULT,
    focus: Focus = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing; say what would happen.")] = False,
) -> None:
    """Make or update a site of briefs."""
    from rich.console import Console
    from rich.progress import Progress

    from briefing.publish.making import Options
    from briefing.publish.site import publish as run

    console = Console(stderr=True)
    with Progress(console=console, disable=not sys.stderr.isatty(), transient=True) as bar:
        task = bar.add_task("Making briefs")
        report = run(
            sources,
            site,
            Options(words, method, focus),
            dry_run=dry_run,
            processes=os.cpu_count() or 1,
            progress=lambda done, of: bar.update(task, completed=done, total=of),
        )
    emit(told(report, dry_run))
    for line in [*report.kept, *report.problems]:
        tell(f"brief: {line}")
    if report.problems:
        raise typer.Exit(1)


def told(report: Report, dry_run: bool) -> str:
    """What a run did, in one line; before it what a dry run would do, file by file."""
    counts = Counter(report.steps.values())
    files = ", ".join(
        f"{counts[what]:,} {what}"
        for what in ("new", "changed", "same", "left alone", "removed")
        if counts[what]
    )
    many = f"{report.articles:,} article" + ("" if report.articles == 1 else "s")
    failed = f"; {len(report.problems):,} failed" if report.problems else ""
    lines = (
        [f"{done:10}  {path}\n" for path, done in report.steps.items() if done != "same"] if dry_run else []
    )
    return "".join(lines) + f"{many}; files {'that would be ' if dry_run else ''}{files}{failed}\n"
