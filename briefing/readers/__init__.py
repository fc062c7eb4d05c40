"""Sources of every format become a Document. A new format is one file here and one line in ``READERS``."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

from briefing.arguments import expect
from briefing.characters import well_formed
from briefing.errors import SourceError
from briefing.language.detect import detect
from briefing.lazy import seldom
from briefing.model import BODY, Document
from briefing.readers.agency import without_agency_lines
from briefing.readers.corrections import with_corrections
from briefing.readers.decoding import decode
from briefing.readers.text import read_text

LIMIT = 32_000_000
"""Bytes; a larger source is no article, nor a series of reports: 100,000 sentences have 12 million."""
HEAD = 1000
"""Characters at the beginning of a text that tell whether it is a web page, or a piece of one; no name of a file has so many."""
OPENING = 12
"""Paragraphs that tell the language."""


def read_html(text: str) -> Document:
    """Loads trafilatura only when a page is really read: it takes longer to import than to run."""
    from briefing.readers.html import read_html

    return read_html(text)


def read_markdown(text: str) -> Document:
    """Loads the Markdown reader when needed."""
    from briefing.readers.markdown import read_markdown

    return read_markdown(text)


READERS: dict[str, Callable[[str], Document]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
}


def read(source: str | bytes | Path | Document) -> Document:
    """Read one source.

    A ``Path`` is a file, whose suffix names its format; a ``str`` is the text itself; ``bytes`` are encoded
    text; a ``Document`` comes back as it is. Text that begins like a web page, or a piece of one, is HTML.

    Raises SourceError where there is nothing to read, and names what was found; OptionError where it is none of these.
    """
    expect("a source", source, Path, str, bytes, Document)
    if isinstance(source, Document):
        if not source.body:
            raise SourceError(
                "expected an article, found a Document without paragraphs; read its text again."
            )
        return source
    if isinstance(source, Path):
        return _read_file(source)
    if isinstance(source, str):
        _check_no_name(source)
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    _check_size(len(data), "the input")
    text = source if isinstance(source, str) else decode(source)
    text = _clean(text)
    return _finish(_reader(text, "")(text), data, None)


def _check_no_name(text: str) -> None:
    """Raises SourceError where ``text`` is no text but the name of a file, which is to be given as a Path."""
    ending = os.path.splitext(text[-HEAD:])[1].lower()
    if (ending in READERS or ending in FOREIGN) and len(text) < HEAD and len(text.split()) == 1:
        raise SourceError(f"expected the text of an article, found {text!r}; give Path({text!r}) for a file.")


PAGE = re.compile(
    r"\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+<(?:(?P<whole>!doctype html|html|\?xml)|(?P<part>head|body|main|article|section|div|p))\b",
    re.I | re.S,
)
"""How a web page begins, or a piece of one, comments aside."""
TAG = seldom(r"</?[a-z][^<>]*>", re.I)


def _reader(text: str, suffix: str) -> Callable[[str], Document]:
    """What reads ``text``, by how it begins, or by the ``suffix`` of its file; what has no tag is no web page whatever its name."""
    reader = READERS.get(suffix, read_text)
    begins = PAGE.match(text, 0, HEAD)
    if begins and (
        begins["whole"] or (reader is not read_markdown and f"</{begins['part']}".lower() in text.lower())
    ):
        return read_html  # Markdown may begin with a tag, and a text with one that nothing closes
    return read_text if reader is read_html and not TAG.search(text) else reader


def _read_file(path: Path) -> Document:
    if path.is_dir():
        raise SourceError(
            f"expected a file, found the folder {path}; name the articles in it, e.g. {path}/article.txt."
        )
    try:
        _check_size(path.stat().st_size, path.name)
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)  # a device may have no end
        _check_size(len(data), path.name)
    except (OSError, ValueError) as error:  # a name with NUL in it
        found = error.strerror if isinstance(error, OSError) else error
        raise SourceError(
            f"expected a readable file, found {path}: {found}; check the name and the rights."
        ) from error
    suffix = path.suffix.lower()
    if suffix and suffix not in READERS and suffix in FOREIGN:
        raise SourceError(
            f"expected {', '.join(sorted(READERS))}, found {path.name}, a {suffix} file; save its text as .txt."
        )
    text = _clean(decode(data, path.name))
    return _finish(_reader(text, suffix)(text), data, well_formed(path.name))


def _check_size(size: int, name: str) -> None:
    if size > LIMIT:
        found = "more" if size == LIMIT + 1 else f"{size // 10**6} MB"
        raise SourceError(
            f"expected an article of at most {LIMIT // 10**6} MB, found {found} in {name}; split it."
        )


FOREIGN = frozenset(
    [
        ".pdf",
        ".docx",
        ".doc",
        ".odt",
        ".rtf",
        ".epub",
        ".xlsx",
        ".xls",
        ".pptx",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".zip",
        ".gz",
        ".json",
        ".jsonl",
        ".csv",
        ".xml",
        ".eml",
    ]
)


def _clean(text: str) -> str:
    """Line ends as "\\n", without byte-order marks and zero-width spaces, which no reader can see, and without halves of pairs."""
    if "\x00" in text:
        raise SourceError("expected text, found NUL characters; save the article as UTF-8 text.")
    for old, new in REPLACED:
        if old in text:  # thrice as quick to see as to replace nothing
            text = text.replace(old, new)
    return well_formed(text)


REPLACED = [
    *(("\r\n", "\n"), ("\r", "\n"), ("\x0b", "\n"), ("\x0c", "\n"), ("\u2028", "\n"), ("\u2029", "\n\n")),
    *((invisible, "") for invisible in "\ufeff\u200b\u2060\u00ad"),
]


def _finish(document: Document, data: bytes, name: str | None) -> Document:
    if not document.body:
        found = "only page furniture" if document.text.strip() else "nothing"
        raise SourceError(
            f"expected an article, found {found}{f' in {name}' if name else ''}; give a text with sentences."
        )
    blocks = tuple(with_corrections(document.text, without_agency_lines(document.text, document.blocks)))
    body = [block.span.of(document.text) for block in blocks if block.kind in BODY]
    metadata = dataclasses.replace(
        document.metadata,
        path=name,
        sha256=hashlib.sha256(data).hexdigest(),
        language=detect(" ".join(body[:OPENING])),
    )
    return Document(document.text, blocks, metadata)
