"""Topic shifts: where they are found, where none is invented, and what is said of them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from briefing import find_sections, split_sentences
from briefing.language.vectors import vectors
from briefing.sections.cues import opening_costs
from briefing.sections.tags import tagged
from briefing.sections.units import units_of
from briefing.sections.weights import learnt

HARBOUR = """\
The harbour board has approved a new breakwater for the port of Lindhavn after four winters of storm damage.

The wall of rock and concrete will run 640 metres from the old lighthouse to the mouth of the harbour. Engineers say that it will take the force out of waves of up to seven metres.

Boats have broken from their moorings in each of the last four winters. In January a trawler sank at the quay, and the fish hall was flooded twice.

Construction is to begin in May, when the herring season is over. Barges will bring the rock from a quarry across the fjord, and the port will stay open to fishing boats.

The board expects the breakwater to cost 48 million crowns. Half of it comes from harbour dues, which will rise by a tenth for ferries and by a fifth for trawlers.

Skippers had asked for the wall since the storm of 2019. They say that boats from other ports have kept away from Lindhavn in winter because its quays are not safe."""

SCHOOL = """\
Pupils in the county of Ostmark will have their lessons start an hour later from next term, the education committee decided.

Schools there will open at nine in the morning. Teachers reported that teenagers slept through their first lessons, and doctors at the university had measured how little they rest.

A trial at three schools raised marks in mathematics and halved the number of pupils who came late. Parents were asked twice, and most were in favour.

School buses will be fewer, because they no longer share the road with commuters. The committee will look at marks and attendance again after two years."""


def test_one_topic_is_one_section() -> None:
    for article in (HARBOUR, SCHOOL):
        (only,) = find_sections(article)
        assert only.why == "start of the text"


def test_two_articles_in_a_row_are_cut_between_and_the_reason_names_words() -> None:
    first, second = find_sections(f"{HARBOUR}\n\n{SCHOOL}")
    assert second.sentences[0].text.startswith("Pupils in the county")
    begin, end = second.why.removeprefix("topic shift: ").split("; ")
    for word in re.findall("“(.+?)”", begin):
        assert word in SCHOOL
        assert word not in re.findall(r"\w+", HARBOUR)
    for word in re.findall("“(.+?)”", end):
        assert word in HARBOUR
        assert word not in re.findall(r"\w+", SCHOOL)
    assert first.why == "start of the text"


def test_a_lone_subheading_does_not_hold_a_long_text_together() -> None:
    rest = "\n\n".join(SCHOOL.split("\n\n")[1:])
    text = f"{HARBOUR}\n\nA Second Storm\n\n{SCHOOL}\n\n{rest}"
    assert len(find_sections(text)) == 2
    long = f"{text}\n\n" + "\n\n".join([HARBOUR, SCHOOL] * 8)
    assert len(find_sections(long)) > 6


def test_a_very_short_part_goes_with_a_neighbour() -> None:
    note = "Zebras graze in Mbali again.\n\nIn Mbali the zebras graze on the airfield."
    assert len(find_sections(f"{HARBOUR}\n\n{note}\n\n{SCHOOL}")) == 2


def test_a_very_short_part_under_a_subheading_stays() -> None:
    note = "Airport\n\nZebras graze on the airfield of Mbali again, and pilots have to wait."
    found = find_sections(f"{HARBOUR}\n\n{note}\n\nSchools\n\n{SCHOOL}")
    assert [section.heading for section in found] == [None, "Airport", "Schools"]
    assert found[1].why == "subheading"


def test_no_section_begins_inside_a_quotation() -> None:
    text = f"{HARBOUR} {SCHOOL} {HARBOUR}".replace("\n\n", " ")
    assert len(units_of(split_sentences(text))) == len(split_sentences(text)) > 25
    for quoted in (f"“{text}”", f'"{text}"'):
        assert len(units_of(split_sentences(quoted))) == 1
        assert len(find_sections(f"{quoted} So the letter ends.")) == 1


def test_a_paragraph_of_usual_length_is_never_cut() -> None:
    assert len(find_sections(f"{HARBOUR} {SCHOOL}".replace("\n\n", " "))) == 1


def test_a_topic_shift_in_a_long_lead_is_found(nato: Path) -> None:
    found = find_sections(nato)
    assert [s.sentences[0].paragraph for s in found] == [1, 7, 14, 19]
    assert "“pipeline”" in found[1].why


def test_related_words_are_near_and_unknown_ones_nowhere() -> None:
    church, pastor, bank, unknown = vectors(["church", "pastor", "bank", "zzzz"], "en")
    assert church @ pastor > 0.3 > church @ bank
    assert not unknown.any()
    assert not vectors(["kirche"], "de").any()


@pytest.mark.parametrize("size", [1, 100])
def test_time_is_linear_in_sentences(size: int) -> None:
    lines = [f"The council of district {i % 97} met on street {i % 31} about its water." for i in range(3000)]
    text = "\n\n".join(" ".join(lines[i : i + size]) for i in range(0, len(lines), size))
    began = time.perf_counter()
    assert find_sections(text)
    assert time.perf_counter() - began < 30


def test_a_cut_before_a_continuation_must_gain_more() -> None:
    openings = [
        "The dam holds.",
        "He agreed.",
        "But it rained.",
        "“It holds.”",
        "It needs:",
        "Sand and rock.",
    ]
    costs = opening_costs(tagged(openings, "en"), [1] * len(openings), learnt())
    assert costs[0] < min(costs[1:4])
    assert costs[4] == costs[1]
    assert costs[5] == costs[1], "what a colon announces goes on"
