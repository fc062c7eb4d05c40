"""Characters that must not go where text goes: halves of pairs, which no UTF-8 can hold, and those that a terminal obeys."""

from __future__ import annotations

import re

OBEYED = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"
"""Control characters, ends of lines, and what turns the direction of what follows."""


def well_formed(text: str) -> str:
    """``text`` with a replacement character for each half of a surrogate pair, as JSON and names of files can have them."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def visible(text: str, keep: str = "\n\t") -> str:
    """``text`` as a terminal may have it: what it would obey is written out ("\\\\x1b"), but for what to ``keep``."""
    return re.sub(
        OBEYED, lambda m: m[0] if m[0] in keep else m[0].encode("unicode_escape").decode("ascii"), text
    )


def one_line(text: str) -> str:
    """``text`` as one line of a message."""
    return visible(text, keep="")
