"""What a sentence is by its looks: how long, and whether it leans, asks, speaks for itself or is but half."""

from __future__ import annotations

LEANING = """
He She They It This That These Those His Her Their Its Him Them But And Or Nor So Yet Then Still There Also However
Moreover Furthermore Therefore Thus Nevertheless Nonetheless Instead Otherwise Meanwhile Afterwards Likewise Similarly
Another Such Others Both Neither
"""
DANGLING = frozenset(LEANING.split())
"""First words that lean on the sentence before."""
PERSONAL = frozenset(
    {
        mark + word
        for word in ("I", "We", "we", "my", "My", "our", "Our", "you", "You")
        for mark in ("", "“", '"', "‘")
    }
)
MARKS = "\"“”‘’'»«([,"


def surface(text: str, words: list[str], language: str) -> tuple[float, ...]:
    """Number of the ``words`` between white space; whether the sentence dangles, asks, speaks in the first person, is but
    half (of a quotation, or of what its colon promises), and holds a quotation."""
    english = language == "en" and bool(words)
    curly, straight = "“" in text or "”" in text, '"' in text
    return (
        len(words),
        english and words[0].strip(MARKS) in DANGLING,
        "?" in text and text.rstrip(MARKS).endswith("?"),
        english and not PERSONAL.isdisjoint(words),
        (curly and text.count("“") != text.count("”"))
        or (straight and text.count('"') % 2 == 1)
        or text.endswith(":"),
        curly or straight,
    )
