"""`brief quotes`."""

from __future__ import annotations

import dataclasses
import io
import json
import shutil
import textwrap
from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from briefing.cli.common import One, emit, source_of, tell
from briefing.errors import UnknownName
from briefing.model import Document, Quote

HEADINGS = ("¶", "Speaker, role", "Cue", "Quotation")
COLUMNS = (4, 22, 11)
"""Widths of the columns before the quotation."""
WIDTHS = range(60, 121)
"""Characters of a line: as wide as the terminal within these bounds."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
UNSAID = "-"


def quotes(
    source: One,
    by: Annotated[str, typer.Option(help="Order of the rows: paragraph or speaker.")] = "paragraph",
    format: Annotated[str, typer.Option(help="text, json or csv.")] = "text",
) -> None:
    """Print who says what in an article, with role, cue and paragraph.

    What has quotation marks and is not speech (titles, names) is left out of the table; JSON and CSV say its kind.
    A CSV cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    from briefing.pipeline import find_quotes
    from briefing.readers import read

    for what, name, known in (
        ("format", format, ["text", "json", "csv"]),
        ("order", by, ["paragraph", "speaker"]),
    ):
        if name not in known:
            raise UnknownName(what, name, known)
    document = read(source_of(source))
    found = find_quotes(document)
    if by == "speaker":
        first = {who: i for i, who in enumerate(dict.fromkeys(map(_name, found)))}
        found.sort(key=lambda quote: (quote.speaker is None, first[_name(quote)]))
    if format == "json":
        emit(json.dumps([dataclasses.asdict(q) for q in found], ensure_ascii=False, indent=2) + "\n")
    elif format == "csv":
        emit(_csv(document, found))
    else:
        spoken = [quote for quote in found if quote.kind != "not speech"]
        emit(_by_speaker(document, spoken) if by == "speaker" else _table(document, spoken))
        if not spoken:
            tell("No quotation was found.")


def _name(quote: Quote) -> str:
    return quote.speaker.name if quote.speaker else UNSAID


def _role(quote: Quote) -> str:
    return (quote.speaker.role if quote.speaker else None) or ""


def _cue(document: Document, quote: Quote) -> str:
    return " ".join(quote.cue.of(document.text).split()) if quote.cue else ""


def _words(quote: Quote) -> str:
    return " ".join(quote.text.split())


def _width() -> int:
    return min(max(shutil.get_terminal_size().columns, WIDTHS.start), WIDTHS.stop - 1)


def _table(document: Document, quotes: Iterable[Quote]) -> str:
    """Aligned columns; long cells go on in the next lines, the role below the name."""
    rows = [
        (f"¶{quote.paragraph}", f"{_name(quote)}\n{_role(quote)}", _cue(document, quote), _words(quote))
        for quote in quotes
    ]
    return "".join(_row(cells) for cells in [HEADINGS, *rows]) if rows else ""


def _row(cells: Sequence[str]) -> str:
    widths = [*COLUMNS, _width() - sum(COLUMNS) - 2 * len(COLUMNS)]
    columns = [
        [line for part in cell.split("\n") for line in textwrap.wrap(part, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    lines = []
    for i in range(max(map(len, columns))):
        shown = [column[i] if i < len(column) else "" for column in columns]
        lines.append("  ".join(f"{text:{width}}" for text, width in zip(shown, widths, strict=True)).rstrip())
    return "\n".join(lines) + "\n"


def _by_speaker(document: Document, quotes: Iterable[Quote]) -> str:
    """A heading for each speaker, and below it the quotations with paragraph and cue."""
    lines: list[str] = []
    said: str | None = None
    for quote in quotes:
        if _name(quote) != said:
            said = _name(quote)
            role = f", {_role(quote)}" if _role(quote) else ""
            lines += [*([""] if lines else []), f"{'not said' if quote.speaker is None else said}{role}"]
        lead = f"  {f'¶{quote.paragraph}':4}  {_cue(document, quote):11}  "
        lines += textwrap.wrap(
            _words(quote), _width(), initial_indent=lead, subsequent_indent=" " * len(lead)
        )
    return "".join(f"{line}\n" for line in lines)


def _csv(document: Document, quotes: Iterable[Quote]) -> str:
    import csv  # no other command waits for it

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["speaker", "role", "cue", "quote", "paragraph", "kind", "start", "end"])
    for quote in quotes:
        speaker = quote.speaker.name if quote.speaker else ""
        cells = [speaker, _role(quote), _cue(document, quote), quote.text]
        cells = [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells]
        writer.writerow([*cells, quote.paragraph, quote.kind, quote.span.start, quote.span.end])
    return out.getvalue()
