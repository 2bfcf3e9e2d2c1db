"""A line whose day is not certain is asked back; never is it silently today's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plait.formats.quick_entry.one_line import Named, NotUnderstood, understand

TODAY = date(2026, 11, 21)  # a Saturday
FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)
ROLES = (Named("quay", "Quay", "Quay"), Named("week7", "Week 7 crew"))


def day_of(line):
    return understand(line, roles=ROLES, today=TODAY, is_day_first=True).on


def is_asked(line) -> bool:
    with pytest.raises(NotUnderstood) as refused:
        day_of(line)
    return bool(refused.value.fix)


# Their ends are the words "over", "by", "each", "about", "every", "naar", "tot".
ENDINGS = [
    "takeover",
    "pushover",
    "leftover",
    "cover",
    "ruby",
    "baby",
    "hobby",
    "preach",
    "breach",
    "roundabout",
    "verver",
    "eigenaar",
    "leraar",
    "handelaar",
    "spiegeltot",
    "revery",
    "passe-partout",
    "hand-over",
]
DAYS = {
    "yesterday": FRIDAY,
    "gisteren": FRIDAY,
    "gistermiddag": FRIDAY,
    "eergisteren": THURSDAY,
    "friday": FRIDAY,
    "vrijdag": FRIDAY,
    "on friday": FRIDAY,
    "op vrijdag": FRIDAY,
    "last thursday": THURSDAY,
    "afgelopen donderdag": THURSDAY,
    "2 days ago": THURSDAY,
    "twee dagen geleden": THURSDAY,
    "2026-11-20": FRIDAY,
    "20-11-2026": FRIDAY,
    "20/11": FRIDAY,
    "20 november": FRIDAY,
    "20 nov.": FRIDAY,
    "Nov 20th": FRIDAY,
    "vr 20 nov": FRIDAY,
    "on the 20th": FRIDAY,
    "de 20e": FRIDAY,
}


@given(st.sampled_from(ENDINGS), st.sampled_from(sorted(DAYS)), st.booleans())
def test_the_end_of_a_word_never_takes_the_day_away(word, day, is_first):
    line = f"{day}, 2h quay {word}" if is_first else f"2h quay {word} {day}"

    assert day_of(line) == DAYS[day]


letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14)


@given(letters, st.sampled_from(sorted(DAYS)))
def test_whatever_word_stands_before_a_day_it_is_that_day_or_asked(word, day):
    try:
        on = day_of(f"2h quay x{word} {day}")
    except NotUnderstood:
        return

    assert on == DAYS[day]


ASKED = [
    # A verb that ends in one of these words, or what the work was about.
    "2h quay hand over yesterday",
    "2h quay stand by 2026-11-20",
    "2h quay stand by friday",
    "2u quay notitie over gisteren",
    "2h quay open until 2026-11-19",
    "2h quay each 2026-11-20",
    # A day among the words.
    "2h quay meeting friday with Bo",
    "2u quay overleg vrijdag met Bo",
    "2h quay prepare 20/11 with Bo",
    "2h quay sunday-evening shift",
    # Ways to write a day that are not read.
    "2h quay call 20261120",
    "2h quay call 20nov",
    "2h quay call nov20",
    "2h quay call on 20th",
    "2u quay overleg 20ste",
    "2h quay 20.11",
    "2h quay 20/nov",
    "2h quay 2026-W47-5",
    "2h quay 24/7 desk",
    # More than a day.
    "2h quay last week",
    "2u quay vorige week",
    "2h quay report last month",
    "2u quay afgelopen weekend",
    "2h quay over the weekend",
    "2h quay week 46",
    "2h quay 3 months ago",
    "2u quay twee maanden geleden",
    "2h quay the other day",
    "2h quay in november",
    "2h quay first of november",
    # Nearly a day.
    "2h quay yesterdy",
    "2u quay gistreren call",
    "2h quay wensday",
    "2h quay yday",
    "2u quay maandags",
    # Thursday and Sunday in Dutch, or words.
    "2u quay overleg do",
    "do 2u quay overleg",
    "2u quay overleg zo",
    # Two days, or a day and times.
    "2u quay donderdag en vrijdag overleg",
    "2h quay 19 and 20 november",
    "2h quay 2026-11-19 to 2026-11-20",
    "2u quay 9-11",
]


@pytest.mark.parametrize("line", ASKED)
def test_what_may_be_a_day_is_asked(line):
    assert is_asked(line)


TODAYS = [
    "2h quay notes about yesterday",
    "2h quay minutes of last month",
    "2u quay notulen van vorige week",
    "2h quay every friday call",
    "2h quay deck by tomorrow",
    "2u quay planning volgende week",
    "2h quay slides for monday",
    "2h quay things to do",
    "2u quay overleg en zo",
    "2h quay today",
    "2h quay version 2.4",
    "2h quay friday's minutes",
    "2h week 7 crew rota",
]


@pytest.mark.parametrize("line", TODAYS)
def test_a_line_about_another_day_is_of_today(line):
    assert day_of(line) == TODAY


def test_the_question_shows_the_part_and_how_to_answer():
    with pytest.raises(NotUnderstood) as refused:
        day_of("2h quay stand by friday")

    assert str(refused.value) == (
        "This may be the day it was done, or what it was about: friday. Begin the line"
        " with the day: today, yesterday or a date such as 2026-11-20."
    )


@pytest.mark.parametrize(("day", "on"), [("today", TODAY), ("friday", FRIDAY)])
def test_the_day_at_the_beginning_answers_it(day, on):
    assert day_of(f"{day} 2h quay stand by friday") == on
