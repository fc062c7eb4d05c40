"""Key quotes: whole sentences of what somebody said, cut only at sentence ends and with marks."""

from __future__ import annotations

import pytest

from briefing import find_quotes, make_brief, read, split_sentences
from briefing.keyquotes import excerpts, joints

LONG = (
    "It is no secret that we have had differences with the island councils over tolls, over lorries and over the date on "
    "which the old bridge will at last be closed."
)
PROMISE = "I promise that every house on the far shore will keep its bus, its post van and its doctor."


def shown(text: str) -> str | None:
    """The best excerpt, all sentences being equally salient."""
    document = read(text)
    sentences = split_sentences(document)
    quotes = find_quotes(document)
    found = list(
        excerpts(document.text, quotes, sentences, [0.0] * len(sentences), joints(quotes), len(document.text))
    )
    for excerpt in found:
        assert all(span.of(document.text) for span in excerpt.spans)
    return max(found, key=lambda e: (e.merit, e.words)).text if found else None


SHOWN = {
    "whole, without the comma that led on": (
        f"“{PROMISE[:-1]},” Transport Minister Lena Dahl said on Monday.",
        f"“{PROMISE[:-1]}”",
    ),
    "its own full stop stays": (
        f"Transport Minister Lena Dahl said on Monday: “{PROMISE}”",
        f"“{PROMISE}”",
    ),
    "marks that open and close alike": (
        f"”{PROMISE[:-1]}”, Transport Minister Lena Dahl said on Monday.",
        f"”{PROMISE[:-1]}”",
    ),
    "a closing mark that is turned the wrong way": (
        f"“{PROMISE[:-1]},“ Transport Minister Lena Dahl said on Monday.",
        f"“{PROMISE[:-1]}”",
    ),
    "a question mark stays": (
        "“Who will drive the doctor to the far shore when the bridge is closed?” asked Transport Minister Lena Dahl.",
        "“Who will drive the doctor to the far shore when the bridge is closed?”",
    ),
    "a long one is cut at a sentence end": (
        f'"{LONG} {PROMISE[:-1]}," Transport Minister Lena Dahl said on Monday.',
        f'"... {PROMISE[:-1]}"',
    ),
    "words that trail off in the source need no second ellipsis": (
        f'"{LONG} ... {PROMISE[:-1]}," Transport Minister Lena Dahl said on Monday.',
        f'"... {PROMISE[:-1]}"',
    ),
    "what we leave out is told from words that trail off in the source": (
        "“We went over this bridge as children ... all of us,” Transport Minister Lena Dahl said, “and our children will go over it too.”",
        "“We went over this bridge as children ... all of us [...] and our children will go over it too.”",
    ),
    "and so is what comes before and after": (
        f"“We shall see,” Transport Minister Lena Dahl said. “{PROMISE[:-1]} … and its ferry,” she said. “It will.”",
        f"“[...] {PROMISE[:-1]} … and its ferry [...]”",
    ),
    "the halves of an interrupted sentence stand together": (
        "“We went over this bridge as children,” Transport Minister Lena Dahl said, “and our children will go over it too.”",
        "“We went over this bridge as children ... and our children will go over it too.”",
    ),
    "one that goes on in the next paragraph shows that it does": (
        f"Transport Minister Lena Dahl said on Monday: “{PROMISE}\n\n“It will.”",
        f"“{PROMISE} ...”",
    ),
    "one that goes on behind who says it shows that it does": (
        f"“{PROMISE[:-1]},” Transport Minister Lena Dahl said. “Or so I was told.”",
        f"“{PROMISE[:-1]} ...”",
    ),
    "what a connective joins to words that are cut off comes last": (
        "“We shall see what the winter brings,” Transport Minister Lena Dahl said. “But I promise that every house on the "
        "far shore will keep its bus, its post van and its doctor, and that each of the nine villages behind the dunes will "
        "keep its school, its shop and its priest.”\n\n“We all know it well, and every house will keep its bus and its post van,” "
        "Transport Minister Lena Dahl said.",
        "“We all know it well, and every house will keep its bus and its post van”",
    ),
    "and so does the second half": (
        f"“We shall see,” Transport Minister Lena Dahl said. “{PROMISE}”",
        f"“... {PROMISE}”",
    ),
    "a second one that tells of somebody in the first stands behind it": (
        "“My mother is 84 years old,” said Transport Minister Lena Dahl. “Let the council come and sit in her kitchen.”",
        "“My mother is 84 years old ... Let the council come and sit in her kitchen.”",
    ),
    "and so does one that tells of a thing in the first": (
        "“Today we have a house on paper,” said Transport Minister Lena Dahl. “We still have to build the house, and it will "
        "take years.”",
        "“Today we have a house on paper ... We still have to build the house, and it will take years.”",
    ),
    "one that opens with somebody who was named before comes last": (
        "“She has given us all permission to say so in this house,” Transport Minister Lena Dahl said.\n\n“The bridge is older "
        "than every house on the shore,” Dahl said.",
        "“The bridge is older than every house on the shore”",
    ),
    "a nested quotation is not cut": (
        "“The council told us: ‘We shall mend it before the winter. We shall not ask you to pay for any of it.’ "
        "I have believed that for eleven years and I have stopped believing it,” Transport Minister Lena Dahl said.",
        "“The council told us: ‘We shall mend it before the winter. We shall not ask you to pay for any of it.’ "
        "I have believed that for eleven years and I have stopped believing it”",
    ),
}


@pytest.mark.parametrize("case", SHOWN, ids=str)
def test_shown(case: str) -> None:
    text, quote = SHOWN[case]
    assert shown(text) == quote


NOT_SHOWN = {
    "a fragment": "Transport Minister Lena Dahl called the bridge “an old friend that has carried us all for long enough now”.",
    "one that names its speaker may be another's": "“I am sure that Senator Dahl has shown every town that we can mend the bridge,” Lena Dahl said.",
    "too short": "“We will mend it,” Transport Minister Lena Dahl said on Monday.",
    "nobody knows who": f"On a wall beside the bridge somebody had written in red paint. “{PROMISE}”",
    "known by a pronoun only": f"“{PROMISE}” she said.",
    "half a sentence": "“What this bridge needs before the winter comes,” Transport Minister Lena Dahl said, is “a great deal of steel”.",
}


@pytest.mark.parametrize("case", NOT_SHOWN, ids=str)
def test_not_shown(case: str) -> None:
    assert shown(NOT_SHOWN[case]) is None


def test_a_person_with_a_role_before_a_nameless_one() -> None:
    text = (
        "“The piers were built on sand and they have moved with the sand ever since,” an engineer said.\n\n"
        "“The piers will stand for another winter and then we shall build new ones,” Transport Minister Lena Dahl said."
    )
    assert shown(text) == "“The piers will stand for another winter and then we shall build new ones”"


def test_an_interrupted_quotation_counts_once() -> None:
    text = "“We keep our word,” Transport Minister Lena Dahl said. “We always have.” She called the bridge “a friend”."
    assert [(v.name, v.whole, v.partial) for v in make_brief(text).who] == [("Lena Dahl", 1, 1)]
