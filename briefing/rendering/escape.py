"""Article text is not markup: whatever could format, link or run is escaped.

A backslash serves where every Markdown dialect knows it (CommonMark 0.31, section 2.4, and Python-Markdown's
shorter list); a character reference where Python-Markdown would show the backslash.
"""

from __future__ import annotations

import re

BACKSLASHED = re.compile(r"[\\`*_{}\[\]]")
REFERENCED = re.compile(r"<|&(?=#?\w+;)|~~|\||(?<=:)//")
OPENING = re.compile(r"[#+>-]|!!!|\d+(?=[.)])|[:=?]")
REFERENCES = {"<": "&lt;", "&": "&amp;", "~~": "&#126;&#126;", "|": "&#124;", "//": "&#47;&#47;"}


def escape_markdown(text: str) -> str:
    """``text`` on one line, so that Markdown shows it letter by letter wherever it stands."""
    line = " ".join(text.split())
    line = REFERENCED.sub(lambda m: REFERENCES[m.group()], line)
    line = BACKSLASHED.sub(lambda m: "\\" + m.group(), line)
    opening = OPENING.match(line)
    if not opening:
        return line
    mark, rest = opening.group(), line[opening.end() :]
    if mark.isdigit():
        return f"{mark}\\{rest}"
    return f"&#{ord(mark)};{rest}" if mark in ":=?" else f"\\{mark}{rest}"
