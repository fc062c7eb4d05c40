"""Sentence boundaries: cases in tests/cases/sentences, invariants with random text, time on hostile text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import Block, Document, Span, split_sentences
from briefing.language.endings import WHOLE
from briefing.language.sentences import boundaries
from briefing.readers.headings import STATEMENT
from briefing.readers.lines import ENDS_SENTENCE

CASES = [
    pytest.param(line, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "cases" / "sentences").glob("*.txt"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    if line and not line.startswith("#")
]


def split(text: str) -> list[str]:
    """The sentences of one paragraph."""
    document = Document(text, (Block("paragraph", Span(0, len(text))),))
    return [sentence.text for sentence in split_sentences(document)]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("line", CASES)
def test_case(line: str) -> None:
    wanted = [piece.strip() for piece in line.split("¦")]
    joined = line.replace(" ¦ ", " ").replace("¦", "")
    assert split(joined) == wanted


def test_the_bullets_of_a_list_that_lost_its_lines_are_no_words() -> None:
    assert split("• The crane is sold. • The quay is closed • for good.") == [
        "The crane is sold.",
        "The quay is closed • for good.",
    ]


@given(st.text(alphabet=st.sampled_from('aB. !?…"“”‘’()[]1,;:—\n\u00a0é漢。ש'), max_size=80))
def test_sentences_are_verbatim_ordered_and_cover_everything(text: str) -> None:
    document = Document(text, (Block("paragraph", Span(0, len(text))),))
    at = 0
    for sentence in split_sentences(document):
        assert sentence.span.of(text) == sentence.text == sentence.text.strip()
        assert not text[at : sentence.span.start].strip()
        at = sentence.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    "piece", [".", ". ", '"', "(", "a. ", "A.", "1. ", '!" ', "[1]", " ", "x", '. "', ". [1]", "U.S. "]
)
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    began = time.perf_counter()
    assert boundaries(text)
    assert time.perf_counter() - began < 5.0  # a quadratic rule needs minutes


@pytest.mark.parametrize(
    ("line", "whole", "prose", "statement"),
    [
        ("The quay is closed.", True, True, True),
        ("The quay is closed.”[a] [12]", True, True, True),
        ("Der Kai „ist zu.“", True, True, True),
        ("घाट बंद है।", True, True, True),
        ("港は閉まった。」", True, True, True),
        ("Is the quay closed?", True, True, False),
        ("هل الرصيف مغلق؟", True, True, False),
        ("The quay …", True, True, False),
        ("The mayor said:", False, True, False),
        ("The quay, closed", False, False, False),
        ("Quay 3 (the old one)", False, False, False),
    ],
)
def test_how_a_sentence_ends_is_one_matter(line: str, whole: bool, prose: bool, statement: bool) -> None:
    """A line may lead on with a colon, and a question may be a heading; the marks are the same for all."""
    found = [bool(pattern.search(line)) for pattern in (WHOLE, ENDS_SENTENCE, STATEMENT)]
    assert found == [whole, prose, statement]
