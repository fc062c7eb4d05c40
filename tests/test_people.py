"""Who a speaker is: the fullest name, and the role as the text words it."""

from __future__ import annotations

import pytest

from briefing import find_quotes, read
from briefing.quotes.people import introduced
from briefing.voices import is_somebody

SAID = {
    "title before": ("“It will rain,” said Transport Minister Lena Dahl.", "Lena Dahl", "Transport Minister"),
    "later surname": (
        "Transport Minister Lena Dahl met the crews. “It will take time,” Dahl said.",
        "Lena Dahl",
        "Transport Minister",
    ),
    "two-word office": (
        "“We have an offer,” said Chief Executive Anders Holt.",
        "Anders Holt",
        "Chief Executive",
    ),
    "lower-case profession": (
        "“The peak is near,” duty forecaster Leila Haddad said.",
        "Leila Haddad",
        "duty forecaster",
    ),
    "apposition": (
        "“They read like diaries,” said David Okoro, a hydrologist at the institute.",
        "David Okoro",
        "hydrologist at the institute",
    ),
    "role first": (
        "The archive’s director, Beatrix Thorne, wept. “I read them again,” Thorne said.",
        "Beatrix Thorne",
        "archive’s director",
    ),
    "role first, at the quotation": (
        "The relief society came. “They climb five floors,” its director, Petra Oyelaran, said.",
        "Petra Oyelaran",
        "director",
    ),
    "who clause": (
        "“We were offered nothing,” said Marit Solberg, who leads the Seafarers’ Union.",
        "Marit Solberg",
        "who leads the Seafarers’ Union",
    ),
    "the minister at the end of a clause": (
        "The company can appeal to the minister, Caroline Dent. “I shall decide in May,” Dent said.",
        "Caroline Dent",
        "minister",
    ),
    "nobody named": ("“I saw nothing,” a spokesperson said.", "a spokesperson", None),
}


@pytest.mark.parametrize("case", SAID, ids=str)
def test_the_speaker_is_the_fullest_name_with_its_role(case: str) -> None:
    text, name, role = SAID[case]
    quote = find_quotes(text)[0]
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == (name, role)


def test_two_people_of_one_surname_are_not_merged() -> None:
    text = "Minister Lena Dahl met Mayor Per Dahl. “We agree,” Dahl said."
    quote = find_quotes(text)[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "Dahl"


OPENING = "Transport Minister Karl Lund opened the dam."


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("", "Karl Lund"),
        ("“It was built in 1961 by the crews of the valley.”", "Karl Lund"),
        ("The wall is forty years old and has been repaired twice.", "He"),
    ],
    ids=["nothing", "a quotation", "something else"],
)
def test_a_pronoun_looks_back_to_what_the_text_still_speaks_of(between: str, name: str) -> None:
    paragraphs = [OPENING, between, "He said: “It will hold.”"]
    speaker = find_quotes("\n\n".join(filter(None, paragraphs)))[-1].speaker
    assert speaker is not None
    assert speaker.name == name


def test_a_long_chain_of_pronouns_is_followed_to_its_end() -> None:
    chain = "\n\n".join(f"He said: “The gate number {n} was shut.”" for n in range(3000))
    speaker = find_quotes(f"{OPENING}\n\n{chain}")[-1].speaker
    assert speaker is not None
    assert speaker.name == "Karl Lund"


@pytest.mark.parametrize(
    "name",
    [
        "An average of 10 percent",
        "A type of roof tile",
        "Fifty percent",
        "two weeks ago",
        "Dahl’s recent",
        "The former",
        "the ones known",
        "the statement",
        "One tweet",
        "a second letter",
        "the ad",
        "A stone inscription",
        "The results",
        "Dahl’s actions of last year",
        "Simply",
        "Contrary",
        "Minutes",
        "each person",
        "the shooting",
        "A lot of the reaction",
    ],
)
def test_a_measure_or_half_a_phrase_is_nobody(name: str) -> None:
    assert not is_somebody(name)


@pytest.mark.parametrize(
    "name",
    [
        "a law firm",
        "the police major",
        "a source",
        "a police statement",
        "the committee report",
        "Lena Dahl",
        "Moon Jae-in",
        "the candidate for the election",
        "one Dahl ad",
    ],
)
def test_a_phrase_that_ends_with_its_noun_is_somebody(name: str) -> None:
    assert is_somebody(name)


def test_who_wrote_the_article_is_none_of_its_people() -> None:
    text = (
        "Mayor Lena Dahl sold the crane.\n\nJournalist Karl Lund reported from Port Ebba, and reporter Anna Berg "
        "contributed to this report. Reporter Karin Holm wrote in the Post that the crane had been sold."
    )
    assert introduced(read(text)) == {"Lena Dahl": "Mayor", "Karin Holm": "Reporter"}
