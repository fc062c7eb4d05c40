"""Write what this package predicts, in the formats of the evaluation scorers, through the public API alone.

python benchmarks/predict.py TASK INPUT OUTPUT [--words N] [--method NAME]

TASK       INPUT                                        a line of OUTPUT
sentences  JSONL with id, sentences                     id, ends
ranking    JSONL with id, article or articles           id, summary
quotes     folder with text/NAME.txt                    doc, quotes, claims
sections   JSONL with id, units                         id, starts, titles
pages      folder of ID.html.gz                         id, body, headings
pasted     JSONL with id, text                          id, body, headings
"""

from __future__ import annotations

import argparse
import dataclasses
import gzip
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sections import predict as outline

import briefing
from briefing import Block, BriefingError, Document, Quote, Span

Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The lines of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def sentences(args: argparse.Namespace) -> Iterator[Row]:
    """Ends of the sentences of paragraphs."""
    for row in rows(args.input):
        text = " ".join(row["sentences"])
        document = Document(text, (Block("paragraph", Span(0, len(text))),))
        yield {"id": row["id"], "ends": [s.span.end for s in briefing.split_sentences(document)]}


def ranking(args: argparse.Namespace) -> Iterator[Row]:
    """Summaries of articles, or of clusters of articles."""
    options = {"method": args.method} if args.method else {}
    for row in rows(args.input):
        source = row.get("articles") or row["article"]
        summary = briefing.summarise(source, words=args.words, **options)
        yield {"id": row["id"], "summary": [" ".join(s.text.split()) for s in summary]}


def quotes(args: argparse.Namespace) -> Iterator[Row]:
    """Quotations with their speakers, in characters of the files."""
    for path in sorted((args.input / "text").glob("*.txt")):
        original = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        document = briefing.read(original)
        places = offsets(original, document.text)
        spoken = [q for q in briefing.find_quotes(document) if q.kind != "not speech"]
        claims = briefing.find_claims(unmarked(document, spoken))
        whole = [q for q in typewritten(spoken) if not any(meet(q.span, claim.span) for claim in claims)]
        yield {
            "doc": path.stem,
            "quotes": [said(q, places) for q in spoken],
            "claims": [said(c, places) for c in [*claims, *whole]],
        }


def unmarked(document: Document, spoken: list[Quote]) -> Document:
    """The document with spaces in place of the typewriter marks (''so'') around parts of sentences: the scorer does not
    know them as marks, so that a clause with such a part in it is a claim there."""
    text = document.text
    for q in spoken:
        if q.text.startswith("''") and q.kind == "partial":
            inner = text[q.span.start : q.span.end].replace("''", "  ")
            text = text[: q.span.start] + inner + text[q.span.end :]
    return dataclasses.replace(document, text=text)


def typewritten(spoken: list[Quote]) -> Iterator[Quote]:
    """The quotations in typewriter marks: the scorer takes what somebody says in them at one place, with the words
    between, for one claim."""
    for _, group in itertools.groupby(spoken, key=lambda q: (q.paragraph, q.speaker and q.speaker.mention)):
        said = [q for q in group if q.text.startswith("''") and q.speaker]
        if said:
            yield dataclasses.replace(said[0], span=Span(said[0].span.start, said[-1].span.end))


def meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def said(found: Any, places: list[int]) -> Row:
    """A quotation or claim as the scorer wants it."""

    def span(s: Span) -> list[int]:
        return [places[s.start], places[s.end - 1] + 1]

    start, end = span(found.span)
    return {"start": start, "end": end, "speaker": found.speaker and span(found.speaker.mention)}


def offsets(original: str, text: str) -> list[int]:
    """For each character of ``text`` its offset in ``original``; reading only drops or replaces characters."""
    found, at = [], 0
    for char in text:
        while original[at] != char and not (char.isspace() and original[at].isspace()):
            at += 1
        found.append(at)
        at += 1
    return found


def sections(args: argparse.Namespace) -> Iterator[Row]:
    """The units at which sections start, and the sections' topics."""
    for row in rows(args.input):
        yield outline(row, headed=False, method="cohesion")


def pages(args: argparse.Namespace) -> Iterator[Row]:
    """Article bodies of web pages."""
    for path in sorted(args.input.glob("*.html.gz")):
        yield page(path.name.split(".")[0], gzip.decompress(path.read_bytes()))


def pasted(args: argparse.Namespace) -> Iterator[Row]:
    """Article bodies of pages pasted as text."""
    for row in rows(args.input):
        yield page(row["id"], row["text"])


def page(key: str, source: bytes | str) -> Row:
    """What is kept of one page; of a page that is refused, nothing."""
    try:
        document = briefing.read(source)
    except BriefingError:
        return {"id": key, "body": "", "headings": []}
    blocks = [(b.kind, b.span.of(document.text)) for b in document.blocks]
    body = [words for kind, words in blocks if kind not in ("furniture", "caption", "title")]
    return {
        "id": key,
        "body": "\n".join(body),
        "headings": [words for kind, words in blocks if kind == "subheading"],
    }


TASKS = {task.__name__: task for task in (sentences, ranking, quotes, sections, pages, pasted)}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--method")
    args = parser.parse_args()
    with args.output.open("w", encoding="utf-8") as out:
        for row in TASKS[args.task](args):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
