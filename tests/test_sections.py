"""Sections: cover, order, cuts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import (
    BriefingError,
    OptionError,
    Section,
    SourceError,
    find_sections,
    make_brief,
    read,
    split_sentences,
)

CASES = Path(__file__).parent / "cases" / "sections"
ARTICLE = Path(__file__).parents[2] / "shared" / "seeds" / "blinken-nato.txt"
needs_article = pytest.mark.skipif(
    not ARTICLE.exists(), reason="the article is third-party text in ../shared"
)


def passages() -> Iterator[object]:
    """The passages of the case files: see tests/cases/sections/README.md."""
    for path in sorted(CASES.iterdir()):
        if path.name != "README.md":
            for passage in path.read_text("utf-8").split("===== ")[1:]:
                name, _, text = passage.partition("\n")
                yield pytest.param(path.suffix, text, id=f"{path.stem}-{name}")


PASSAGES = list(passages())

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


def test_there_are_enough_cases() -> None:
    assert len(PASSAGES) >= 30


@pytest.mark.parametrize(("suffix", "passage"), PASSAGES)
def test_case(suffix: str, passage: str, tmp_path: Path) -> None:
    lines = passage.split("\n")
    path = tmp_path / f"case{suffix}"
    path.write_text("\n".join(line for line in lines if not line.startswith("§")), "utf-8")
    marked = [line[1:].partition("|") for line in lines if line.startswith("§")]
    found = find_sections(path)
    assert [section.heading for section in found] == [head.strip() or None for head, _, _ in marked]
    for section, (_, _, topic) in zip(found, marked, strict=True):
        assert topic.strip() in ("", section.topic)
    below = passage.split("§")[1:]
    for section, part in zip(found, below, strict=True):
        opening, closing = section.sentences[0].text, section.sentences[-1].text
        assert opening[:30] in part
        assert closing[-30:] in part


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_topics_are_words_of_their_section(paragraphs: list[list[str]]) -> None:
    try:
        found = find_sections("\n\n".join(" ".join(words) for words in paragraphs))
    except SourceError:
        return
    for section in found:
        held = " ".join([section.heading or "", *(s.text for s in section.sentences)])
        assert section.topic is None or section.topic in held


class TestNamedTopics:
    def test_each_paragraph_goes_where_it_fits_and_the_rest_is_other(self, seeds: Path) -> None:
        found = find_sections(seeds / "nato-visit.txt", topics=["Tarkana", "pipeline"])
        assert {s.topic: _paragraphs(s) for s in found} == {
            "Tarkana": {12, 13, 14, 15, 16},
            "pipeline": {7, 8, 9, 10, 11},
            "Other": {1, 2, 3, 4, 5, 6, 17, 18, 19, 20, 21, 22},
        }

    def test_a_capital_and_a_people_count_for_their_country(self) -> None:
        text = "Talks in Ankara went on for a third day.\n\nThe Taliban stayed away from the talks in Doha."
        found = find_sections(text, topics=["Turkey", "Taliban"])
        assert [(s.topic, _paragraphs(s)) for s in found] == [("Turkey", {1}), ("Taliban", {2})]

    def test_a_paragraph_without_the_word_stays_with_its_neighbour(self) -> None:
        text = (
            "The pipeline is to carry gas from the east to the coast.\n\nIt would cost nine billion crowns.\n\n"
            "Opponents of the pipeline say that nobody needs the gas."
        )
        assert [s.topic for s in find_sections(text, topics=["pipeline"])] == ["pipeline"]

    @settings(deadline=None)
    @given(st.lists(WORDS, min_size=1, max_size=12))
    def test_they_hold_every_sentence_once(self, paragraphs: list[list[str]]) -> None:
        try:
            document = read("\n\n".join(" ".join(words) for words in paragraphs))
        except SourceError:
            return
        found = find_sections(document, topics=["pipeline", "Turkey", "dam"])
        held = [s for section in found for s in section.sentences]
        assert sorted(held, key=lambda s: s.span.start) == split_sentences(document)
        assert len(held) == len(set(held))

    def test_a_brief_has_them_in_the_order_named_and_says_what_is_missing(self, seeds: Path) -> None:
        brief = make_brief(seeds / "nato-visit.txt", by_topic=["Tarkana", "volcano", "pipeline"])
        assert [part.topic for part in brief.parts] == ["Tarkana", "Pipeline", "Other"]
        assert "The text has nothing on 'volcano'." in brief.caveats

    @pytest.mark.parametrize(
        ("topics", "message"),
        [([], "found none"), (["the"], "tells something"), (["Tarkana", "tarkana"], "name each one once")],
    )
    def test_topics_that_tell_nothing_are_refused(self, topics: list[str], message: str, seeds: Path) -> None:
        with pytest.raises(OptionError, match=message):
            make_brief(seeds / "nato-visit.txt", by_topic=topics)


def _paragraphs(section: Section) -> set[int]:
    return {sentence.paragraph for sentence in section.sentences}


HOUSES = {
    "Harbour": "The harbour loses its last crane in May, which a museum has bought for one crown and a promise.",
    "Market": "Traders pay a quarter less for their stalls until the roof of the market has been mended.",
    "Theatre": "Actors rehearse in a gymnasium, because the stage of the theatre was found to be rotten.",
    "Railway": "Trains stop at the southern platform only, and commuters walk for ten minutes on railway sleepers.",
    "Library": "Readers borrowed 90,000 novels last year, more than the library had ever lent before.",
    "Hospital": "Nurses asked for a second night shift, and the hospital found the money in its canteen.",
    "Stadium": "Supporters painted every seat of the stadium green in one weekend without being asked.",
    "Airport": "Pilots complain about geese, which have nested beside the runway of the airport since spring.",
    "Zoo": "Keepers have taught two old bears of the zoo to open their mouths for the dentist.",
}


def test_subheadings_give_their_topics_without_numbers_and_articles() -> None:
    parts = [f"{number}. The {house}\n\n{text}" for number, (house, text) in enumerate(HOUSES.items(), 1)]
    text = "The city published its yearly report on Monday, with a page for each.\n\n" + "\n\n".join(parts)
    assert [s.topic for s in find_sections(text)][1:] == list(HOUSES)


SECOND = [
    "Cranes of that kind were built in Norport until 1931, and only two are left anywhere.",
    "Cheese and flowers sold best on Saturdays, when farmers come down from the hills.",
    "Carpenters will replace forty planks before the premiere in October, the director hopes.",
    "Engineers expect gravel for the northern track to arrive by barge in late autumn.",
    "Children under ten took home more books about whales than about dragons and knights.",
    "Patients wait nine minutes on average for a doctor, four fewer than two winters ago.",
    "Rugby matches will be played on grass again once the drains have been cleared.",
    "Passengers to the islands may bring one bicycle each without paying for it.",
    "Visitors fed the seals 3,000 herrings, although signs ask them not to do so.",
]


def test_a_brief_shows_seven_topics_and_the_rest_under_also() -> None:
    sections = zip(HOUSES.items(), SECOND, strict=True)
    parts = [f"The {house}\n\n{first}\n\n{second}" for (house, first), second in sections]
    text = "The city published its yearly report on Monday, with a page for each.\n\n" + "\n\n".join(parts)
    shown = [part.topic for part in make_brief(text, words=700).parts]
    assert len(shown) == 8
    assert shown[-1] == "Also"
    assert len(set(shown)) == len(shown)


@needs_article
def test_the_article_that_the_project_began_with() -> None:
    found = find_sections(ARTICLE)
    assert [section.topic for section in found] == ["NATO", "Nord Stream 2 pipeline", "Turkey", "Afghanistan"]


def test_texttiling_is_there_to_compare_and_downloads_nothing(seeds: Path) -> None:
    sentences = split_sentences(seeds / "nato-visit.txt")
    tiles = find_sections(seeds / "nato-visit.txt", method="texttiling")
    assert [s for tile in tiles for s in tile.sentences] == sentences
    assert find_sections("One short line stands here.", method="texttiling")


def test_an_unknown_section_method_offers_the_nearest() -> None:
    with pytest.raises(BriefingError, match="texttiling"):
        find_sections("One short line stands here.", method="texttilling")
