"""Quotations and indirect speech: cases in tests/cases/quotes, invariants with random text, time on hostile text."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import Block, Document, Span, Speaker, find_claims, find_quotes, make_brief

FOLDER = Path(__file__).parent / "cases" / "quotes"
MARKS = "\"'“”‘’„«»`「」 "


def cases(name: str) -> Iterator[tuple[str, str, list[str]]]:
    """Name, text and expected lines of each case of a file."""
    lines = FOLDER.joinpath(name).read_text(encoding="utf-8")
    for case in lines.split("\n## ")[1:]:
        title, _, rest = case.partition("\n")
        text = [line for line in rest.splitlines() if not line.startswith("=>")]
        yield title, "\n".join(text).strip(), [li[3:] for li in rest.splitlines() if li.startswith("=>")]


def parameters(*names: str) -> list[object]:
    """The cases of these files; what is wanted and not found yet may fail."""
    return [
        pytest.param(
            text,
            wanted,
            id=f"{name}: {title}",
            marks=[pytest.mark.xfail(reason="wanted")] if title.endswith("[wanted]") else [],
        )
        for name in names
        for title, text, wanted in cases(f"{name}.txt")
    ]


QUOTES = parameters("marks", "kinds", "unsaid", "attribution", "dialogue", "embedding", "people", "reported")
CLAIMS = parameters("claims")


def document_of(text: str) -> Document:
    """Paragraphs as blank lines part them; ``> `` begins a block quote."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        kind, skip = ("block quote", 2) if paragraph.startswith("> ") else ("paragraph", 0)
        blocks.append(Block(kind, Span(at + skip, at + len(paragraph))))  # type: ignore[arg-type]
        at += len(paragraph) + 2
    return Document(text, tuple(blocks))


def test_there_are_enough_cases() -> None:
    assert len(QUOTES) + len(CLAIMS) >= 120


def who(speaker: Speaker | None) -> list[str]:
    return [speaker.name, speaker.role or "-"] if speaker else ["-", "-"]


@pytest.mark.parametrize(("text", "wanted"), QUOTES)
def test_quotes(text: str, wanted: list[str]) -> None:
    found = [
        [q.kind, q.text.strip(MARKS), *who(q.speaker), q.cue.of(text) if q.cue else "-"]
        for q in find_quotes(document_of(text))
    ]
    assert found == [[cell.strip(MARKS) for cell in line.split(" | ")] for line in wanted]


@pytest.mark.parametrize(("text", "wanted"), CLAIMS)
def test_claims(text: str, wanted: list[str]) -> None:
    document = document_of(text)
    found = [" | ".join([c.text, *who(c.speaker), c.cue.of(text), c.force]) for c in find_claims(document)]
    assert found == wanted


WORDS = [
    "Lena Dahl",
    "Mr Holm",
    "she",
    "he",
    "said",
    "told",
    "that",
    "the dam",
    "a farmer",
    "who",
    "according to",
    "to",
]
SIGNS = [*"\"'“”‘’„«»「」.,:;!?—―-()[]\n ", "\n\n", "''", "``", '6"', "WALLACE:", "> "]
SPEECH = st.lists(st.sampled_from(WORDS + SIGNS), max_size=60).map(" ".join)


def assert_sound(text: str) -> None:
    """Every span is verbatim, and no two quotations overlap but by nesting."""
    document = document_of(text)
    quotes = find_quotes(document)
    for found in (*quotes, *find_claims(document)):
        assert found.span.of(text) == found.text
        assert found.text.strip()
        if found.speaker:
            assert found.speaker.mention.of(text).strip()
            assert found.speaker.name.strip()
        assert found.cue is None or found.cue.of(text).strip()
    for one, other in pairwise(quotes):
        assert one.span.start < other.span.start
        assert one.span.end <= other.span.start or other.span.end <= one.span.end


@given(SPEECH)
def test_random_speech_is_sound(text: str) -> None:
    assert_sound(text)


TURNS = st.lists(
    st.sampled_from(['"WALLACE: ', '"DAHL: ', "WALLACE: ", '"', "“", "”", "(", "A wall.", "\n\n"]),
    max_size=30,
)


@given(TURNS.map("".join))
def test_random_turns_are_sound(text: str) -> None:
    assert_sound(text)


@given(st.text(alphabet=st.sampled_from("aB. \"'“”‘’„«»「」[]()—,\n\u00a0é漢"), max_size=120))
def test_random_marks_are_sound(text: str) -> None:
    assert_sound(text)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "``",
        "[",
        "(",
        "said ",
        '"a" ',
        "“a,” he said. ",
        '" said ',
        "Lena Dahl ",
        "Lena Dahl, ",
        "Dahl, a ",
        "the minister, ",
        "the minister who ",
        "he said ",
        "Mr Dahl said. ",
        "WALLACE: a\n\n",
        "> a\n\n",
        "according to ",
        "- - ",
        "Dahl: “a”\n\n",
        "a (@ " + 100_000 * " ",
    ],
)
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    document = document_of(piece * (200_000 // len(piece)))
    began = time.perf_counter()
    find_quotes(document)
    assert time.perf_counter() - began < 20.0  # a quadratic rule needs hours


GERMAN = (
    "Der Rat von Port Ebba hat am Montag beschlossen, den alten Kran zu verkaufen. Bürgermeisterin Lena Dahl: „Wir haben "
    "lange genug gewartet.“ Die Fischer sehen das anders und fassen es in wenigen Worten zusammen: „Der Kran gehört uns.“\n\n"
    "Im Rat gab es darüber lange Streit, und nur eines war am Ende klar: Der Kran wird nicht verschenkt. Dahl: „Das haben wir "
    "immer gewollt.“ Ratsherr Anton Berg, so heißt es, nickte nur."
)


def test_in_other_languages_only_a_name_in_front_of_the_colon_is_a_speaker() -> None:
    quotes = find_quotes(GERMAN)
    assert [quote.speaker and quote.speaker.mention.of(GERMAN) for quote in quotes] == [
        "Bürgermeisterin Lena Dahl",
        None,
        "Dahl",
    ]
    assert [quote.speaker and quote.speaker.role for quote in quotes] == [None] * 3
    assert find_claims(GERMAN) == []
    assert [voice.name for voice in make_brief(GERMAN).who] == ["Bürgermeisterin Lena Dahl"]


@pytest.mark.parametrize("piece", ['"', "“", "“”", "«", "'", "(", "[", "said ", "said " * 200 + "\n\n"])
def test_a_megabyte_of_marks_brackets_or_cues_takes_a_second(piece: str) -> None:
    document = document_of(piece * (1_000_000 // len(piece)))
    began = time.process_time()
    assert find_quotes(document) == find_claims(document) == []
    assert time.process_time() - began < 4.0  # a second, and room for a slow machine


def test_time_is_linear_in_the_people_of_a_text() -> None:
    syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu"]
    names = ["".join(name).capitalize() for name in itertools.product(syllables, repeat=4)]
    people = [f"{first} {last}" for first, last in zip(names[::2], names[1::2], strict=True)]
    document = document_of("\n\n".join(f"“The wall is safe for now,” {one} said." for one in people))
    began = time.perf_counter()
    assert len(find_quotes(document)) == len(people) == 5_000
    assert time.perf_counter() - began < 20.0  # a rule that compares all of them needs minutes


@pytest.mark.parametrize(
    "piece", ["said ", "said that ", "Dahl said ", "he said the dam was safe and ", "X: "]
)
def test_claims_take_linear_time_in_one_endless_sentence(piece: str) -> None:
    document = document_of(piece * (100_000 // len(piece)))
    began = time.perf_counter()
    find_claims(document)
    assert time.perf_counter() - began < 20.0  # a quadratic rule needs minutes
