"""Focus lifts what answers it: words, phrases, and the names that belong to a country."""

from __future__ import annotations

import pytest

from briefing import OptionError, make_brief, summarise

TALKS = (
    "The European Union agreed on Monday to extend the customs deal by a year. Ministers met in Brussels for eleven "
    "hours.\n\nTurkish President Recep Tayyip Erdogan welcomed the decision. The talks had stalled in spring over steel "
    "quotas.\n\nAnkara wants the quotas lifted by June. Germany and France asked for a review of the rules on "
    "subsidies.\n\nErdogan will travel to Paris next week. Officials said the text would be published on Friday."
)


def chosen(focus: str, sentences: int) -> str:
    return str(summarise(TALKS, sentences=sentences, focus=focus))


def test_the_names_of_a_country_and_who_has_a_role_there_belong_to_it() -> None:
    assert [line.split()[0] for line in chosen("Turkey", 3).splitlines()] == ["Turkish", "Ankara", "Erdogan"]


def test_inflected_forms_answer() -> None:
    assert "quotas" in chosen("quota", 1)
    assert "subsidies" in chosen("subsidy", 1)


def test_a_phrase_counts_more_where_it_stands_together() -> None:
    assert "steel quotas" in chosen("steel quotas", 1)
    assert all("quotas" in line for line in chosen("steel quotas", 2).splitlines())


def test_commas_part_phrases_and_each_is_answered() -> None:
    lines = chosen("Germany, Turkey", 4)
    assert "Germany" in lines
    assert "Ankara" in lines


def test_what_the_text_has_nothing_on_is_named() -> None:
    summary = summarise(TALKS, focus="volcano, steel quotas", sentences=2)
    assert summary.notes == ("The text has nothing on 'volcano'.",)
    assert "steel quotas" in str(summary)
    assert any("nothing on 'volcano'" in caveat for caveat in make_brief(TALKS, focus="volcano").caveats)


@pytest.mark.parametrize("focus", ["", "   ", "the", ",;", "!?"])
def test_a_focus_without_a_word_is_refused(focus: str) -> None:
    with pytest.raises(OptionError, match=r"expected a focus .+ found"):
        summarise(TALKS, focus=focus)
