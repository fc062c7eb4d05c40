"""Bytes become text: byte-order marks, UTF-8, then Windows-1252; anything else is refused."""

from __future__ import annotations

import codecs

from briefing.errors import SourceError

MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
FOREIGN = {b"%PDF-": "a PDF", b"{\\rtf": "an RTF document"}
"""How documents begin that may look like text."""


def decode(data: bytes, name: str = "the input") -> str:
    """The text of ``data``.

    Raises SourceError where it is no text: other control characters than white space, or no known encoding.
    """
    for start, kind in FOREIGN.items():
        if data.startswith(start):
            raise SourceError(f"expected text, found {kind} in {name}; save its text as .txt.")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    sample = data[:4096]
    if len(sample) > 3 and sample.count(0) > len(sample) // 4:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        if not min(even, odd):
            return _strict(data, "utf-16-le" if odd else "utf-16-be", name)
    if 0 in data or sum(byte < 9 or 13 < byte < 32 for byte in sample) > len(sample) // 100:
        raise SourceError(f"expected text, found binary data in {name}; save the article as UTF-8 text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"expected {encoding.upper()} text, found broken data in {name}; save it again as UTF-8."
        ) from error
