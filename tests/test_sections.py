"""Sections: cover, order, cuts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import BriefingError, SourceError, find_sections, read, split_sentences

WORDS = st.lists(
    st.sampled_from(
        [
            "The",
            "pipeline",
            "gas",
            "turbine",
            "river",
            "flood",
            "dam",
            "Ankara",
            "Kabul",
            "'quoted'",
            "He",
            "But",
            "cats",
            ".",
            "!",
            "?",
        ]
    ),
    min_size=1,
    max_size=25,
)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_sections_hold_every_sentence_once_in_order(paragraphs: list[list[str]]) -> None:
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    try:
        document = read(text)
    except SourceError:
        return
    found = find_sections(document)
    assert [s for section in found for s in section.sentences] == split_sentences(document)
    assert all(section.sentences and section.why for section in found)
    topics = [section.topic for section in found if section.topic]
    assert len(topics) == len(set(topics))


def test_texttiling_is_there_to_compare_and_downloads_nothing(seeds: Path) -> None:
    sentences = split_sentences(seeds / "nato-visit.txt")
    tiles = find_sections(seeds / "nato-visit.txt", method="texttiling")
    assert [s for tile in tiles for s in tile.sentences] == sentences
    assert find_sections("One short line stands here.", method="texttiling")


def test_an_unknown_section_method_offers_the_nearest() -> None:
    with pytest.raises(BriefingError, match="texttiling"):
        find_sections("One short line stands here.", method="texttilling")
