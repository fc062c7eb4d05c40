"""Topics: which phrases may be one, and which of them is."""

from __future__ import annotations

import time

import pytest

from briefing import find_sections
from briefing.language.word_classes import word_class
from briefing.sections.phrases import persons, phrases, written
from briefing.sections.tags import tagged
from briefing.sections.titles import topics


def candidates(sentence: str) -> set[str]:
    """The phrases of a sentence."""
    texts = tagged([sentence], "en")
    return {written(phrase, texts, "en") for phrase in phrases(texts, "en", frozenset())}


@pytest.mark.parametrize(
    ("sentence", "held", "not_held"),
    [
        (
            "The safety rules of the deep port were broken.",
            {"safety rules", "deep port", "rules"},
            {"deep", "safety"},
        ),
        ("Inspectors measured how far the infection spreads.", {"infection"}, {"infection spreads"}),
        ("Filters reduce pollution in the harbour.", {"pollution", "harbour"}, {"reduce pollution"}),
        ("Work on the Amber Line gas pipeline goes on.", {"Amber Line", "gas pipeline"}, {"Amber"}),
        ("Ships carried 40 tonnes of salt and eleven bags.", {"salt"}, {"tonnes", "eleven bags", "bags"}),
        (
            "A visit by Transport Minister Ana Berg ended.",
            {"Ana Berg"},
            {"Transport", "Transport Minister Ana Berg"},
        ),
        ("He taught at the University of Norport until May.", {"University of Norport"}, {"May"}),
        (
            "The hall cheered former secretary of State Anna Berglund.",
            {"Anna Berglund"},
            {"State Anna Berglund", "State"},
        ),
        ("The U.S. envoy A. B. Quist met Mr. Dahl.", {"A. B. Quist", "Dahl"}, {"U.S"}),
        ("Charles B. Quist was born in Norport.", {"Charles B. Quist"}, {"B. Quist"}),
        ("The plague came by ship, and rats plague us still.", {"plague"}, {"rats plague"}),
        ("The union teaches sailing.", {"union"}, {"union teaches"}),
        ("Quist Quist", set(), {"Quist Quist"}),
        ("They met Omar bin Sahl there.", {"Omar bin Sahl"}, {"Omar bin", "Sahl"}),
        (
            "A letter from Secretary of State Ana Berg came.",
            {"letter", "Ana Berg"},
            {"State Ana Berg", "State"},
        ),
        (
            "Undredging began. Senators Ana Berg and Luc Dahl left.",
            {"Ana Berg"},
            {"Undredging", "Senators Ana Berg"},
        ),
        (
            "New rules for the New Norport delegation.",
            {"New Norport delegation"},
            {"New", "Norport delegation"},
        ),
        ("Varnholt Asked Where The Bathtub Was Going Again", set(), {"Varnholt Asked", "The Bathtub Was"}),
        ("The smugglers could face house arrest.", {"house arrest"}, {"face house arrest", "face"}),
    ],
)
def test_noun_phrases_without_a_tagger(sentence: str, held: set[str], not_held: set[str]) -> None:
    found = candidates(sentence)
    assert held <= found
    assert not not_held & found


def test_a_people_is_written_as_its_country_where_the_text_has_it() -> None:
    assert "Turkey" in candidates(
        "Turkish farmers sold figs, and the Turkish lira fell, though Turkey is rich."
    )
    assert "Turkish" in candidates("On Sunday Turkish farmers sold figs.")


def test_who_speaks_is_a_person_and_who_is_written_about_is_not() -> None:
    spoken = tagged(
        ["Ana Berg said so. Prime Minister Luc Dahl left. Jonas Quist was born in a village."], "en"
    )
    assert {"Berg", "Luc", "Dahl"} <= persons(spoken)
    assert not {"Jonas", "Quist"} & persons(spoken)


def test_a_life_is_named_for_whose_it_is() -> None:
    life = (
        "Ilse Varnholt (born 4 March 1871) was a Danish botanist, known for her books about mosses.\n\n"
        "She wrote eleven of them, and drew every moss herself under a brass microscope that her aunt had left her.\n\n"
        "Varnholt died in 1940 on the island on which she had found most of her mosses."
    )
    assert [section.topic for section in find_sections(life)] == ["Ilse Varnholt"]


@pytest.mark.parametrize(
    ("language", "text", "topic"),
    [
        ("en", "The man had a good conversation with a woman about the barrier.", "barrier"),
        ("en", "It left PST 11/19/2019 for the quay.", "quay"),
        ("en", "Call the Harbour Line 40212 or come to the quay.", "quay"),
        ("en", "“Brian,” said the man on Monday, “this year the ferry is yours.”", "ferry"),
        ("en", "A Ministry of Roads spokesperson came to the Ministry of Roads today.", "Ministry of Roads"),
        ("en", "We read an important letter.", "letter"),
        ("en", "The old high court met, and the high court met again.", "high court"),
        ("en", "The British, the Danish and the British again, and a lighthouse.", "lighthouse"),
        ("en", "Dahl (D-Ostmark) saw a lighthouse.", "Dahl"),
        ("en", "Ã is no word of the harbour.", "harbour"),
        ("en", "Everything there was Ostmark-based, and ex-Ostmark, but the harbour.", "harbour"),
        ("en", "In June the harbour mayor mended fishing boats.", "fishing boats"),
        ("en", "Republicans fear the old lighthouse, and the lighthouse is old.", "lighthouse"),
        ("en", "Harbour owner Ann Varnholt came.", "Ann Varnholt"),
        ("en", "Norport Democratic leader Ann Varnholt came.", "Ann Varnholt"),
        ("en", "Norport fear the storm, and Norport closes the lighthouse.", "Norport"),
        ("en", "Every year the port authority mirrors the harbour light.", "harbour light"),
        ("en", "Reuters/Ann Dahl took the picture of the lighthouse.", "lighthouse"),
        ("en", "On 5 Jul the lighthouse closes, and on 7 Jul the lighthouse opens.", "lighthouse"),
        ("en", "HARMFUL, old and late, and the lighthouse.", "lighthouse"),
        ("en", "She came on Varnholt’s behalf.", "Varnholt"),
        ("en", "The list is at https://port.example and the list is at https://quay.example too.", "list"),
        ("en", "See harbour.example/old-boats-of-the-war for the boats of the old lighthouse.", "lighthouse"),
        ("en", "Six-year-old Lu Varnholt came from Norport, and later Lu Varnholt sang.", "Lu Varnholt"),
        ("pt", "Porque o porto fecha hoje, a vila quer o porto. Porque o porto é velho.", "porto"),
        ("en", "The minister told people that it was a long day.", None),
        (
            "de",
            "Wie viel kostet das? Die Brücke kostet 60 Millionen Euro. Die Brücke kostet zu viel.",
            "Brücke",
        ),
        ("fr", "Partage. L’écluse fermera lundi, et la ville voulait garder l’écluse ouverte.", "écluse"),
        ("fr", "On ferme lundi. Cela coûte trop cher, et personne ne paye.", None),
        ("ar", "ارتفع سعر الغاز الطبيعي اليوم. وقال الوزير إن البلد يستورد الغاز الطبيعي.", "الغاز الطبيعي"),
        ("ar", "وصلت العبارات صباحا. وغادرت السفن والعبارات مساء.", "العبارات"),
        ("ar", "قال الوزير اليوم إن الوزير قال اليوم.", None),
        ("und", "That zor kama. That lir Vostok tane, ola Vostok zor.", "Vostok"),
    ],
)
def test_what_is_too_general_is_no_topic(language: str, text: str, topic: str | None) -> None:
    assert topics([tagged([text], language)], [None], language) == [topic]


def test_the_first_section_is_named_for_what_the_text_is_about() -> None:
    life = [
        "She won the Norport Harbour Regatta of 1911, and the Norport Harbour Regatta of 1912. Varnholt was a sailor.",
        "Her father built boats. The boats of Varnholt are in a museum.",
        "In the war Varnholt carried mail. The mail was late.",
    ]
    parts = [[text] for text in tagged(life, "en")]
    assert topics(parts, [None] * 3, "en")[0] == "Varnholt"
    assert (
        topics(parts, [None] * 3, "en", "A regatta in the harbour of Norport")[0] == "Norport Harbour Regatta"
    )


def test_a_part_of_the_topic_of_another_section_is_none() -> None:
    first = "Karl Lund built the Eastern Harbour-wall. Karl Lund came from the north."
    second = "Lund said that Lund would mend Lund’s lighthouse beside the Harbour Wall."
    parts = [[text] for text in tagged([first, second], "en")]
    one, other = topics(parts, [None, None], "en")
    assert one == "Karl Lund"
    assert other not in ("Lund", "Karl Lund", None)


@pytest.mark.parametrize("heading", ["The lighthouse", "How was the lighthouse built?"])
def test_a_subheading_about_the_topic_of_another_section_stands_for_itself(heading: str) -> None:
    parts = [
        [text]
        for text in tagged(["The lighthouse is old.", "Masons laid stones of red granite there."], "en")
    ]
    assert topics(parts, ["The lighthouse", heading], "en") == ["lighthouse", None]
    assert topics(parts, ["The lighthouse", "How was it built?"], "en")[1] is not None


def test_a_noun_that_stands_there_once_gives_way_to_a_phrase() -> None:
    texts = tagged(["Snow fell.", "Nobody knew of an avalanche.", "The mountain road was closed."], "en")
    assert topics([texts[:1], texts[1:]], [None, None], "en") == ["Snow", "mountain road"]


def test_a_number_ends_a_topic_that_comes_again() -> None:
    texts = tagged(["The rest of the fleet sails under Article 9 today, and Article 9 is old."], "en")
    assert topics([texts], [None], "en") == ["Article 9"]


def test_who_speaks_in_a_transcript_is_no_topic() -> None:
    texts = tagged(
        ["Post: Who mends the dyke?", "Dahl: Dahl does.", "Post: And Dahl?", "Dahl: The dyke is mine."], "en"
    )
    assert topics([texts], [None], "en") == ["dyke"]


@pytest.mark.parametrize(
    "word", ["heavy", "pipeline", "NORPORT", "of", "“", "the heavy pipeline", "Norport of", "3"]
)
def test_time_is_linear_in_one_long_sentence(word: str) -> None:
    text = f"Hello there. {' '.join([word] * 40_000)} end here."
    began = time.perf_counter()
    assert find_sections(text)
    assert time.perf_counter() - began < 20


def test_classes_of_words() -> None:
    words = {
        "approve": "verb",
        "heavy": "adjective",
        "seldom": "adverb",
        "pipeline": "noun",
        "approves": "verb",
    }
    assert {word: word_class(word, "en") for word in words} == words
    assert word_class("zzqing", "en") == "verb"
    assert word_class("haus", "de") == "noun"
