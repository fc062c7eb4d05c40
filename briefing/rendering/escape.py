"""Article text is not markup: whatever could format, link or run is escaped.

A backslash serves where every Markdown dialect knows it (CommonMark 0.31, section 2.4, and Python-Markdown's
shorter list); a character reference where Python-Markdown would show the backslash.
"""

from __future__ import annotations

import functools
import json
import re
from typing import Any

BACKSLASHED = re.compile(r"[\\`*_{}\[\]]")
REFERENCED = re.compile(r"<|&(?=#|\w+;)|~~|\||(?<=:)//|(?<=\{)%|(?<=\bwww)\.|\$\$|(?<=\w)@(?=\w)", re.I)
"""Tags, references, struck text, cells, what links by itself, and the ``{%`` that Jekyll runs even behind a backslash."""
OPENING = re.compile(r"[#+>-]|!!!|\d+(?=[.)])|[:=?]")
ADDRESS = re.compile(
    r"(?!.*(?:&#|&\w+;|~~|\$\$))https?://[\w.-]+(?::\d+)?(?:[/?#][\w./?=&%~:!$+,;#-]*)?", re.ASCII
)
"""An address in which Markdown sees nothing but a link: no references, and nothing that an extension would format."""
TAG = re.compile(r"<(?=[A-Za-z/!?])")
"""Where a browser sees a tag begin."""
ENCODER = json.JSONEncoder(ensure_ascii=False, default=str)
UNPRINTABLE = re.compile("[\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029]")
"""What PyYAML cannot read as it is."""


@functools.lru_cache(maxsize=10_000)  # the lists of a site show the same titles many times
def escape_markdown(text: str) -> str:
    """``text`` on one line, so that Markdown shows it letter by letter wherever it stands."""
    line = " ".join(text.split())
    line = REFERENCED.sub(_reference, line)
    line = BACKSLASHED.sub(lambda m: "\\" + m.group(), line)
    opening = OPENING.match(line)
    if not opening:
        return line
    mark, rest = opening.group(), line[opening.end() :]
    if mark.isdigit():
        return f"{mark}\\{rest}"
    return f"&#{ord(mark)};{rest}" if mark in ":=?" else f"\\{mark}{rest}"


def _reference(match: re.Match[str]) -> str:
    named = {"<": "&lt;", "&": "&amp;"}
    return named.get(match.group()) or "".join(f"&#{ord(c)};" for c in match.group())


def link(address: str) -> str:
    """A link to a web page, as CommonMark (section 6.5) has it in angle brackets; what is no plain address comes as text."""
    return f"<{address}>" if ADDRESS.fullmatch(address) else escape_markdown(address)


def harmless(text: str) -> str:
    """``text`` for front matter that themes print into their pages: letter by letter, but with ‹ for a < that begins a tag.

    MkDocs prints a title as it is. Material and Zensical do so too, and undo the escaping of a heading where there is no title;
    Hugo, Jekyll and Docusaurus escape it, and would show a character reference. So it is neither markup nor escaped.
    """
    return TAG.sub("‹", text)


def escape_yaml(value: Any) -> str:
    """A value on one line of front matter: JSON, which is YAML; whoever reads it has the very characters."""
    return UNPRINTABLE.sub(lambda m: f"\\u{ord(m.group()):04x}", ENCODER.encode(value))
