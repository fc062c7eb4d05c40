"""What can stand alone in a brief, language by language."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.alone import is_personal, points_back
from briefing.telling import is_whole, tells_nothing

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "cases" / "alone.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("language", "expected", "statement"), CASES)
def test_points_back(language: str, expected: str, statement: str) -> None:
    assert points_back(statement, language) == (expected == "yes")


def test_the_former_director_is_introduced_where_the_text_opens() -> None:
    lead = "The former director of the port of Ebba went on trial on Monday."
    assert points_back(lead, "en")
    assert not points_back(lead, "en", opens=True)
    assert points_back("The former was sold on Monday, the latter on Friday, said the mayor.", "en")


@pytest.mark.parametrize(
    "line",
    [
        "Ebba: Holt; Dahl, Berg, Lindqvist, Moe (Prins 55); Kaur, Adeyemi.",
        "It moved.",
        "NORLAND WINS THE CUP AGAIN TODAY",
        "KOFI AMANKWAH: Thank you very much for having me.",
        "Asked whether the warnings had come too late, the prime minister said:",
        "Sign up for the free harbour newsletter.",
        "Read our full guide to the crane here.",
        "Contact Ann Lee at www.harbour.example or P.O. Box 12, Port Ebba.",
        "Click here to watch the crane fall.",
        "You can also subscribe to the harbour letter.",
        "Copyright © 2026 The Ebba Post and its partners.",
        "Copyright 2026 The Ebba Post and its partners.",
        "The views expressed in this commentary are solely those of the writer.",
        "What would it take to move a crane of 300 tonnes?",
        "The mayor’s office did not respond to the Ebba Post’s request for comment.",
        "The port declined to comment on the crane.",
        "Ms Lund’s lawyer, Ann Lee, did not return two calls and a letter seeking comment.",
        "Mr Dahl could not be reached on Friday for comment.",
        "Attempts to reach the crane’s owner for comment were unsuccessful.",
        "Ann Lee reported from Port Ebba.",
        "Erik Lund wrote this story in Ebba.",
        "Harbour Press writer Erik Lund contributed from Port Ebba.",
        "Erik Lund / AFP / Getty Images The crane of Ebba stands on the old quay of the port.",
        "The Post’s Ann Lee contributed reporting to this article.",
        "READ MORE: Six questions about the crane",
        "For more information about the crane, call 555 0100.",
        "Anyone with information is asked to call the harbour police.",
        "Follow the harbour crew on Twitter to see more cranes.",
        "You can follow her on Facebook.",
        "Catch up on the vote with our weekly podcast, “Crane Talk.”",
        "Share your thoughts on the crane below.",
        "The interactive transcript could not be loaded.",
        "You can add location information to your crane posts from the web.",
        "Ann Lee can be reached at ann.lee@ebbapost.example",
        "(Subscribe to the Ebba Post.)",
        "“Oh yes, yes,” Lena Dahl said again.",
        "“No,” replied Lena Dahl, who has been the mayor of Ebba since May.",
        "If it is the crane that I know, it will fall in winter.”",
        "If it is the crane that I know, it will fall in winter.'",
        "Feel free to tweet your questions about the crane to us.",
        "Check back soon for more cranes of the north.",
        "On Twitter follow Erik Lund and the harbour crew.",
        "If you are worried about the crane, please call the harbour helpline on 555 0100.",
        "If you saw the crane fall, you can call the harbour police at 555-0100.",
        "For confidential support call the Samaritans of Ebba.",
        "The map of the harbour below shows where the cranes stand.",
        "See all six cranes in the gallery above.",
        "For the latest from the harbour click here.",
        "Reprinted courtesy of Quay Books of Ebba.",
        "— Lena Dahl, who has been the mayor of Ebba since the spring",
        "(The crane was sold to a museum in the north of Norland in May.",
        "Three things have come together, according to the report.",
        "Hide Caption 5 of 23 Photos: The crane of Ebba falls in 1985.",
        "Photos: The crane of Ebba Photos: The crane of Ebba The crane falls in May.",
        "Leave your suggestions for the crane in the comments box.",
        "We ask you to share your memories of the crane with us.",
        "Read a part of the talk about the crane below.",
        "We asked the engineers of the port to find out...",
        '"The port is raising the bar. "They do things well," adds Ann Lee, who runs the crane.',
        "Northern Quay Harbour Crane Prize.",
        "The museum in the north of Norland sold the crane again in May.)",
    ],
)
def test_a_list_of_names_a_greeting_an_announcement_a_question_and_an_appeal_tell_nothing(line: str) -> None:
    assert tells_nothing(line)


@pytest.mark.parametrize(
    "line",
    [
        "Norland won the cup against Ebba in May.",
        "Welcome news came from Ebba, where the crane was sold.",
        "Contact with the crane was lost on Tuesday.",
        "Read in court on Monday, the letter blamed the port.",
        "Call centres in Ebba will close in May.",
        "Towns of the north contributed from January on to the new crane.",
        "“The crane will fall into the harbour,” Lena Dahl said.",
        "“Port Ebba” singers from the north will open the harbour hall.",
        "The port said of the crane: 'It will fall in winter.'",
        "The port called it ''the best crane of the north.''",
        'The port called it "the best crane of the north.”',
        "If you sell the crane, the port will close in May.",
        "Dahl hung the picture above the door of the harbour office.",
        "Share prices here fell by a tenth on Monday.",
        "Asked who would pay, Dahl said: “Who else but the port?”",
        "You can see the crane from every house in Port Ebba.",
        "The port , which owns the crane , sold it in May .",
        "Follow-up work on the crane will take a year.",
        "Three things killed the plan: cost, time and rain.",
        "Several factors drove the price of the crane up when it fell.",
        "Leave to appeal was given to the owner of the crane.",
        "See levels fell below the wall of the port in May.",
        'The 6" pipe of the crane broke in the night.',
        "The crane can be reached at high tide by boat alone.",
        "Search teams here found the crew of the ferry alive.",
        "The port declined to comment on the crane, but said that it would stay.",
        "Ann Lee reported from Port Ebba that the crane had fallen.",
        "Marsh wrote in The Ebba Post on Monday about the crane.",
        "Two cases were reported from Port Ebba.",
        "Mr Dahl wrote from prison in Norport in May.",
        "Ann Lee wrote the report on the crane in 2019.",
        "The union contributed to this result.",
        "(The crane was sold) to a museum in the north in May.",
        "The crane was sold to the Museum of Norland (MoN).",
        "诺兰德宣布对稀土出口实行许可证制度。",
    ],
)
def test_a_sentence_tells_something(line: str) -> None:
    assert not tells_nothing(line)


def test_a_standfirst_without_a_full_stop_is_no_whole_sentence() -> None:
    assert not is_whole("Staff keep full pay; unions welcome the plan")
    assert is_whole("Staff keep “full pay.”")


@pytest.mark.parametrize("words", ["I left Ebba.", "So I’m here.", "What I, for one, know", "They told me."])
def test_a_first_person_is_personal(words: str) -> None:
    assert is_personal(words, "en")


@pytest.mark.parametrize(
    "words", ["Robert Quinn, D-R.I., left.", "It was built before World War I.", "Title I of the act is old."]
)
def test_a_numeral_and_an_initial_are_no_first_person(words: str) -> None:
    assert not is_personal(words, "en")
