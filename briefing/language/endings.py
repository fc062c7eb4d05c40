"""The marks that end a sentence, and whether a line or a paragraph ends with one.

Where the sentences of a running text begin and end is told by ``sentences.py``, which looks at what stands around a mark.
"""

from __future__ import annotations

import re

SPACED = ".!?…؟۔।॥։።"
"""Marks behind which a space stands."""
UNSPACED = "。！？"
"""Those of Chinese and Japanese."""
MARKS = SPACED + UNSPACED
HANGING = "?؟？…"
"""Those of a question, or of what is not told to its end."""
CLOSING = r"\"'”’»›“)\]」』"
"""Quotation marks and brackets behind them."""


def ending(marks: str) -> re.Pattern[str]:
    """Finds one of ``marks`` at the end of a text, also before closing marks and the numbers or letters of footnotes."""
    return re.compile(rf"[{marks}][{CLOSING}]*(?:\s?\[\w{{1,12}}\])*$")


WHOLE = ending(MARKS)
"""How a sentence ends."""
