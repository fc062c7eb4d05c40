"""An accusation in a brief has its answer beside it, or under "Read with care"."""

from __future__ import annotations

import pytest

from briefing import Brief, make_brief

CHARGE = "The auditors of Port Ebba accused Lena Dahl on Monday of hiding the cost of the harbour wall from the council."
MORE = (
    "The wall was built in nine years by two hundred workers from the islands.",
    "It keeps the winter floods of the northern sea out of the old town.",
    "Fishermen have moored their boats behind it since the spring of last year.",
    "The council meets again in June to choose a new engineer for the works.",
    "A second wall is planned on the far side of the bay for the ferries.",
    "The ferries carry nine thousand people to the islands in a summer week.",
)


def brief_of(*sentences: str, words: int | None = None) -> Brief:
    return make_brief("\n\n".join(sentences), words=words)


def shown(brief: Brief) -> list[str]:
    return [item.text for item in brief.items]


def told(brief: Brief) -> list[str]:
    return [line for line in brief.caveats if line.startswith("The answer to")]


@pytest.mark.parametrize(
    "answer",
    [
        "But Dahl denied the charge.",
        "She denies the accusation.",
        "Dahl has rejected all of these allegations as an attempt to sink the works.",
        "In a letter to the council she called the claims “baseless” and asked for another audit.",
        "Her lawyer said that such claims were simply untrue.",
        "Dahl pleaded not guilty.",
    ],
)
def test_the_denial_behind_an_accusation_stands_behind_it(answer: str) -> None:
    assert shown(brief_of(CHARGE, answer, *MORE, words=60))[:2] == [CHARGE, answer]


@pytest.mark.parametrize(
    "text",
    [
        "But Dahl could not confirm or deny that the wall leaks.",
        "But Berg neither confirmed nor denied that the wall leaks.",
        "But Dahl does not deny that the wall leaks.",
        "But a judge denied her bail, and the board denied her clemency.",
        "But Dahl rejected a plan for a fence.",
        "But many were innocent villagers.",
        "But a fact is often seen as false in the old town, and called a lie.",
    ],
)
def test_other_words_answer_nothing(text: str) -> None:
    brief = brief_of(CHARGE, text, *MORE, words=60)
    assert text not in shown(brief)[:2]
    assert not told(brief)


def test_the_accused_may_answer_a_little_later() -> None:
    answer = "Dahl has rejected the allegations in a letter to all of the auditors."
    assert shown(brief_of(CHARGE, *MORE[:2], answer, *MORE[2:], words=60))[1] == answer
    other = "Berg has rejected the allegations in a letter to all of the auditors."
    assert shown(brief_of(CHARGE, *MORE[:2], other, *MORE[2:], words=60))[1] != other


@pytest.mark.parametrize(
    "answer",
    [
        "Dahl called the accounts of the auditors fake.",
        "Dahl said that was untrue and asked for another audit.",
        "Dahl rejected that, and asked for another audit.",
        "Her lawyer said that she had done nothing wrong.",
    ],
)
def test_there_are_other_ways_to_deny(answer: str) -> None:
    assert told(brief_of(CHARGE, answer, *MORE, words=22))


def test_an_accusation_goes_on_until_it_is_answered() -> None:
    more = "She is alleged to have paid for a garden of her own out of the fund for the wall of the harbour."
    answer = "Her lawyer called the accounts fake."
    assert told(brief_of(CHARGE, more, answer, *MORE, words=24)) == [
        f"The answer to ¶1 is not shown above: “{answer}” ¶3."
    ]
    assert not told(brief_of(CHARGE, MORE[0], answer, *MORE[1:], words=24))


def test_a_land_answers_for_its_people() -> None:
    charge = "The union blamed Norlandic firms on Monday for the cut in the cable that joins the islands to the coast."
    answer = "Norland’s foreign ministry denied any involvement on the same day."
    assert shown(brief_of(charge, MORE[0], answer, *MORE[1:], words=60))[1] == answer


def test_an_answer_without_room_is_told_word_for_word() -> None:
    answer = (
        "Dahl denied the charge in nine letters to auditors, ministers, bishops, teachers, shopkeepers, bankers, farmers, lawyers "
        "and pensioners, each of which she had copied by hand, sealed with green wax, carried to their doors herself in a basket "
        "and read aloud there twice, once in Latin."
    )
    brief = brief_of(CHARGE, answer, *MORE, words=60)
    assert answer not in shown(brief)
    assert told(brief) == [f"The answer to ¶1 is not shown above: “{answer}” ¶2."]
    assert not told(brief_of(answer, *MORE, words=60))


def test_who_did_not_respond_is_told_word_for_word() -> None:
    silent = "A spokesman for Dahl did not respond to a request for comment."
    brief = brief_of(CHARGE, MORE[0], silent, *MORE[1:], words=60)
    assert told(brief) == [f"The answer to ¶1 is not shown above: “{silent}” ¶3."]
    assert not told(brief_of(CHARGE, MORE[0], silent.replace("Dahl", "Berg"), *MORE[1:], words=60))


def test_the_answer_in_the_same_words_is_enough() -> None:
    charge = CHARGE.replace(" on Monday", ", who denies it,")
    assert not told(brief_of(charge, "Dahl did not respond to a request for comment.", *MORE, words=60))


def test_another_source_answers_nothing() -> None:
    denial = "But Dahl denied the charge."
    baker = "Bakers in Ebba sell nine kinds of bread."
    brief = make_brief([CHARGE, f"{denial}\n\n{baker}\n\n{MORE[0]}"], words=60)
    assert shown(brief)[0] == CHARGE
    assert denial not in shown(brief)[:2]
    assert not told(brief)


def test_a_section_shows_the_denial_below_the_accusation() -> None:
    charge, denial = (
        "The boat builders of Holm accused Lena Dahl of hiding oak from them.",
        "But Dahl denied the charge.",
    )
    race = (
        "Boats from nine islands meet in the bay of Ebba every summer to race for the silver cup of the port.",
        "The race of the boats is ninety years old and has never been stopped by a storm.",
        "Last summer a boat from the island of Holm won the race before ten thousand people.",
        "The boats of the race are built of oak by three families on the northern islands.",
    )
    parts = brief_of(*MORE, "The boat race", *race, charge, denial, words=150).parts
    assert [item.text for item in parts[-1].statements][-2:] == [charge, denial]
