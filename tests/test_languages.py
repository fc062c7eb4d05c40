"""The 18 languages that there are word lists for, and those that there are none for."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import OptionError, make_brief, read, split_sentences, summarise
from briefing.language.words import LANGUAGES, stemmer, stems, stop_words

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases" / "languages.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
WITHOUT_STEMMER = {"he", "ja", "ko", "sk", "th", "uk", "zh"}
"""Snowball has none for them."""


@pytest.mark.parametrize(("code", "text"), ROWS, ids=[f"{row[0]}-{row[1][:12]}" for row in ROWS])
def test_a_language_is_detected_split_and_summarised(code: str, text: str) -> None:
    assert read(text).metadata.language == code
    sentences = split_sentences(text)
    assert len(sentences) >= (1 if code == "th" else 2)
    summary = summarise(text, sentences=1)
    assert summary.sentences[0] in sentences
    assert bool(summary.notes) == (code == "und")


def test_every_language_is_among_the_cases() -> None:
    assert set(LANGUAGES) | {"und"} == {row[0] for row in ROWS}


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_stop_words_and_stems(code: str) -> None:
    assert stop_words(code)
    assert (stemmer(code) is None) == (code in WITHOUT_STEMMER)


def test_elided_words_are_their_own() -> None:
    assert stems(["l’accord"], "fr") == stems(["accords"], "fr")
    assert stems(["dell’anno"], "it") == stems(["anno"], "it")


def test_an_unknown_language_says_so() -> None:
    kiswahili = next(text for code, text in ROWS if code == "und" and "Baraza" in text)
    note = "The language of the text is not known: ranked without stop words and stems."
    assert summarise(kiswahili).notes == (note,)
    assert note in make_brief(kiswahili).caveats


def test_a_language_that_is_given_counts() -> None:
    dutch = next(text for code, text in ROWS if "gemeenteraad" in text)
    assert summarise(dutch, language="nl").notes == (
        "The language of the text is 'nl': ranked without stop words.",
    )
    assert make_brief(dutch, language="nl").language == "nl"


@pytest.mark.parametrize("language", ["german", "DE", "", "e", "deutsch!"])
def test_what_is_no_code_is_refused(language: str) -> None:
    with pytest.raises(OptionError, match=r"expected the .*code of a language, found"):
        summarise("The council voted on Monday.", language=language)
