"""Who's who and "Read with care": what the brief says of its own sources."""

from __future__ import annotations

import pytest

from briefing import make_brief, summarise

ARTICLE = """Harbour plan divides the council

Mayor Ada Brink claimed on Monday that the new harbour would cost nothing. “It pays for itself in nine years,” she said.

Her deputy, Per Lund, denied that the numbers were ready. “Nobody has shown them to me,” Lund said.

The so-called harbour fund holds two million crowns. “It is an alleged fund,” Brink said.

Engineer Olav Berg was not in the room. Transport Minister Tove Dahl will visit in June.
"""


def test_reserved_wording_is_named_with_its_paragraphs() -> None:
    line = next(c for c in make_brief(ARTICLE).caveats if "reserve" in c)
    assert "“claimed” ¶1" in line
    assert "“denied” ¶2" in line
    assert "“so-called” ¶3" in line
    assert "alleged" not in line, "a speaker's own word is not the source's"


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Prosecutors charged Per Lund with fraud in the harbour of the town.", None),
        ("The lawsuit charged that the harbour fund had been empty for years.", "charged"),
        ("“The fund has been empty for years,” Per Lund charged on Monday.", "charged"),
        ("The group claimed responsibility for the fire in the old harbour.", None),
        ("Per Lund claimed the fire in the old harbour was small.", "claimed"),
        ("I guess the harbour will be closed again for a year.", None),
        ("Police say the suspect was seen in the harbour at noon.", None),
        ("The harbour was supposed to open in the spring of last year.", None),
        ("The supposed opening of the harbour was in the spring.", "supposed"),
        ("The rowers claimed the Northern Harbour Cup and seven medals in June.", None),
        ("Per Lund claimed the Northern Harbour Cup was rigged by the judges.", "claimed"),
        ("Three towns have claims in the old harbour and its islands.", None),
        ("Per Lund repeated his claims in the council that the harbour was empty.", "claims"),
        ("Even Per Lund does not claim to know how deep the harbour is.", None),
        ("Per Lund does not deny that the harbour fund is empty.", None),
        ("Nor does Per Lund, who was not in the harbour, say so, nor does he deny that it is empty.", None),
        ("Per Lund strongly denied that the harbour fund is empty.", "denied"),
        ("Per Lund denies any wrongdoing in the harbour fund.", "denies"),
        ("The judge denied his request for a new harbour trial.", None),
        ("The port denied him entry to the old harbour on Monday.", None),
        ("The rowers were denied by a fine save in the harbour final.", None),
    ],
)
def test_reserve_is_what_the_source_does_not_vouch_for(sentence: str, word: str | None) -> None:
    text = f"The council met about the harbour on Monday.\n\n{sentence}\n\nThe harbour is old and leaks."
    line = next((c for c in make_brief(text).caveats if "reserve" in c), "")
    assert bool(line) == bool(word)
    assert not word or f"“{word}”" in line


def test_who_is_quoted_how_often_and_who_is_only_named() -> None:
    who = {voice.name: voice for voice in make_brief(ARTICLE).who}
    assert (who["Ada Brink"].role, who["Ada Brink"].whole) == ("Mayor", 2)
    assert who["Per Lund"].whole == 1
    assert (who["Tove Dahl"].role, who["Tove Dahl"].whole) == ("Transport Minister", 0)
    assert make_brief(ARTICLE).people == ("Ada Brink", "Per Lund")


def test_the_quotations_tell_whose_voice_most_of_it_is() -> None:
    quoted = "".join(f"“The harbour pays for item {n} on the list,” said Ada Brink.\n\n" for n in range(4))
    reported = "".join(f"Per Lund said that item {n} was not paid for at all.\n\n" for n in range(6))
    assert (
        "Most of what is quoted comes from one speaker, Ada Brink." in make_brief(quoted + reported).caveats
    )
    for other in (reported, ARTICLE):
        assert not any("one speaker" in line for line in make_brief(other).caveats)


def test_several_sources_give_their_number_with_the_paragraph() -> None:
    line = next(
        c for c in make_brief([ARTICLE, ARTICLE.replace("claimed", "alleged")]).caveats if "reserve" in c
    )
    assert "“claimed” 1 ¶1" in line
    assert "“alleged” 2 ¶1" in line


def test_that_speakers_are_looked_for_in_english_only_is_said() -> None:
    text = "Der Rat hat am Montag getagt. „Wir können das nicht bezahlen“, sagte die Ministerin nach der Sitzung im Hafen."
    caveats = make_brief(text).caveats
    assert any("English texts only" in line for line in caveats)
    assert not any("does not name" in line for line in caveats)


def test_to_reject_is_a_deed_and_no_reserve() -> None:
    text = "The council rejected the plan on Monday. Brink rejected that the harbour had ever been for sale to anyone."
    assert not any("reserve" in line for line in make_brief(text).caveats)


def test_whole_sentences_that_were_left_out_are_counted() -> None:
    boast = (
        "The Harbour Board of Ebba was founded in 1904, employs three hundred people and runs eleven cranes."
    )
    text = "Press release\n\n" + ARTICLE + "\nAbout the Harbour Board\n\n" + " ".join([boast] * 4)
    line = next(line for line in make_brief(text).caveats if "page furniture" in line)
    assert line == "Left out as page furniture: 3 blocks, with 68 words in whole sentences."
    assert "whole sentences" not in next(
        c for c in make_brief("Share\n\n" + ARTICLE).caveats if "furniture" in c
    )


def test_what_a_source_says_that_it_had_wrong_is_told_word_for_word() -> None:
    note = "Correction: An earlier version of this article gave another sum for the harbour fund."
    assert f"The source carries a correction: “{note}”" in make_brief(f"{ARTICLE}\n{note}\n").caveats
    several = make_brief([ARTICLE, f"{ARTICLE}\nThe harbour is old.\n\n{note}\n"])
    assert f"Source 2 carries a correction: “{note}”" in several.caveats
    assert note not in {item.text for item in several.items}


UNDATED = "No publication date was found in {}relative dates (“on Tuesday”) cannot be placed."
DATED = f"Harbour plan leaks\n\n24 March 2021\n\n{ARTICLE.partition('.')[2]}"


@pytest.mark.parametrize(
    ("sources", "date", "told"),
    [
        ([ARTICLE], None, "the text, so "),
        ([ARTICLE], "2021-03-25", None),
        ([DATED], None, None),
        ([ARTICLE, DATED], None, "source 1, so its "),
        ([DATED, ARTICLE], "2021-03-25", "source 2, so its "),
        ([ARTICLE, DATED, ARTICLE.replace("Lund", "Holm")], None, "sources 1 and 3, so their "),
    ],
)
def test_relative_dates_need_the_date_of_their_own_source(
    sources: list[str], date: str | None, told: str | None
) -> None:
    lines = [line for line in make_brief(sources, date=date).caveats if "relative dates" in line]
    assert lines == ([UNDATED.format(told)] if told else [])


def test_sources_in_different_languages_are_ranked_like_the_first() -> None:
    german = (
        "Der Hafen von Ebba ist alt und undicht.\n\nDer Rat hat am Montag über den neuen Hafen gesprochen, der nichts "
        "kosten soll. Die Stadt will ihn in neun Jahren bauen, aber das Geld ist noch nicht da.\n"
    )
    told = "The sources are in different languages ({}): all are ranked like the first."
    assert told.format("English, German") in make_brief([ARTICLE, german]).caveats
    assert told.format("German, English") in summarise([german, ARTICLE]).notes
    for sources in ([ARTICLE, DATED], [german]):
        assert not [line for line in make_brief(sources).caveats if "languages" in line]
    assert not [c for c in make_brief([ARTICLE, german], language="en").caveats if "languages" in c]


@pytest.mark.parametrize(
    ("word", "lost"),
    [("GuantÃ¡namo", True), ("100 Â£", True), ("SÃO TOMÉ", False), ("pâté", False), ("Ângela", False)],
)
def test_lost_letters_are_told(word: str, lost: bool) -> None:
    text = f"{ARTICLE}\nThe harbour of {word} is older than that of the town and deeper.\n"
    line = next((c for c in make_brief(text).caveats if "letters were lost" in c), "")
    assert (word.split()[-1] in line) == lost
