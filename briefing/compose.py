"""The parts of a brief, put together: what the editor chose, who speaks, and what a reader should know."""

from __future__ import annotations

import datetime as dt

from briefing.brief import Brief
from briefing.care import caveats
from briefing.editor import Editor
from briefing.items import REST, SECTIONS, parts, source
from briefing.model import OTHER
from briefing.pool import Findings, Pool
from briefing.sayings import sayings
from briefing.voices import named, voices


def default_words(source_words: int) -> int:
    """Length of a brief in words: a third of its source, at least 120 and at most 700."""
    return min(700, max(120, source_words // 3))


def compose(
    findings: Findings, *, words: int | None, quotes: int | None, title: str | None, date: dt.date | None
) -> Brief:
    """Fill the parts of a brief within ``words``: bottom line, key points, key quotes, then the sections.

    ``quotes`` bounds the key quotes; ``title`` and ``date`` stand in for what the sources say.
    """
    documents = findings.documents
    words_in = sum(findings.lengths)
    pool = Pool(findings)
    editor = Editor(pool, default_words(words_in) if words is None else words)
    bottom = tuple(editor.bottom_line())
    points = editor.key_points()
    quoted = editor.key_quotes(SECTIONS if quotes is None else quotes)
    statements = editor.fill()
    shown = tuple(parts(pool, statements, quoted))
    people = voices(findings.quotes, findings.introduced)
    date = date or max((d.metadata.published for d in documents if d.metadata.published), default=None)
    return Brief(
        title=title or next((d.metadata.title for d in documents if d.metadata.title), "Untitled"),
        date=date,
        topics=tuple(dict.fromkeys(part.topic for part in shown if part.topic not in (REST, OTHER))),
        people=tuple(named(people)),
        sources=tuple(source(number, document) for number, document in enumerate(documents, 1)),
        language=documents[0].metadata.language,
        words_in=words_in,
        words_out=editor.used,
        bottom_line=bottom,
        key_points=tuple(points),
        parts=shown,
        who=tuple(people),
        sayings=sayings(documents, pool.passages, findings.quotes),
        caveats=(
            *findings.notes,
            *editor.notes(),
            *caveats(documents, findings.quotes, findings.claims, date),
        ),
    )
