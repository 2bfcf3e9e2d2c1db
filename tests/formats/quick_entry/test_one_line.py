"""One line, in English or Dutch, as time given: what is understood and what refused."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.formats.quick_entry.one_line import (
    Named,
    NotUnderstood,
    TypedTime,
    understand,
)

TODAY = date(2026, 11, 21)  # a Saturday
FRIDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 16)

ROLES = (
    Named("atlas", "Project lead", "Zorggroep Atlas"),
    Named("board", "Supervisory board", "Stichting Buurtvonk"),
    Named("praktijk", "Praktijk Es", "Praktijk Es"),
    Named("training", "Trainer", "Leerhuis Noord"),
    Named("zeewolde", "Adviser", "Gemeente Zeewolde", ("zw", "water")),
    Named("ethics", "Ethics committee", "Zorggroep Oost"),
    Named("club", "Friday Club"),
)


def read(line, *, roles=ROLES, today=TODAY, is_day_first=None) -> TypedTime:
    return understand(line, roles=roles, today=today, is_day_first=is_day_first)


def refusal(line, **told) -> NotUnderstood:
    with pytest.raises(NotUnderstood) as refused:
        read(line, **told)
    return refused.value


# The lines of the issue, and one of each kind: role, day, hours, what is left.
LINES = [
    ("2h atlas budget review yesterday", "atlas", FRIDAY, 2, "budget review"),
    ("1u30 praktijk teamoverleg gisteren", "praktijk", FRIDAY, 1.5, "teamoverleg"),
    ("90 min training voorbereiden maandag", "training", MONDAY, 1.5, "voorbereiden"),
    ("0,5 uur atlas + board overleg 20/11", "atlas board", FRIDAY, 0.5, "overleg"),
    # How long.
    ("2h atlas", "atlas", TODAY, 2, ""),
    ("2 h atlas", "atlas", TODAY, 2, ""),
    ("2hrs atlas", "atlas", TODAY, 2, ""),
    ("2.5 hours atlas", "atlas", TODAY, 2.5, ""),
    ("2,5u atlas", "atlas", TODAY, 2.5, ""),
    ("1h30 atlas", "atlas", TODAY, 1.5, ""),
    ("1h 30m atlas", "atlas", TODAY, 1.5, ""),
    ("1:30 atlas", "atlas", TODAY, 1.5, ""),
    ("0:45 atlas", "atlas", TODAY, 0.75, ""),
    ("45' atlas", "atlas", TODAY, 0.75, ""),
    ("half an hour atlas", "atlas", TODAY, 0.5, ""),
    ("an hour and a half atlas", "atlas", TODAY, 1.5, ""),
    ("two and a half hours atlas", "atlas", TODAY, 2.5, ""),
    ("quarter of an hour atlas", "atlas", TODAY, 0.25, ""),
    ("three quarters of an hour atlas", "atlas", TODAY, 0.75, ""),
    ("an hour and 20 minutes atlas", "atlas", TODAY, 4 / 3, ""),
    ("anderhalf uur atlas", "atlas", TODAY, 1.5, ""),
    ("kwartier atlas", "atlas", TODAY, 0.25, ""),
    ("drie kwartier atlas", "atlas", TODAY, 0.75, ""),
    ("een half uur atlas", "atlas", TODAY, 0.5, ""),
    ("halfuurtje atlas", "atlas", TODAY, 0.5, ""),
    ("tweeënhalf uur atlas", "atlas", TODAY, 2.5, ""),
    ("één uur en een kwartier atlas", "atlas", TODAY, 1.25, ""),
    ("1½ uur atlas", "atlas", TODAY, 1.5, ""),
    ("3/4 hour atlas", "atlas", TODAY, 0.75, ""),
    ("24h atlas", "atlas", TODAY, 24, ""),
    ("2h atlas review of 90 min talk", "atlas", TODAY, 2, "review of 90 min talk"),
    ("Budget review (2h) for Atlas", "atlas", TODAY, 2, "Budget review"),
    # Which day.
    ("2h atlas today", "atlas", TODAY, 2, ""),
    ("2u atlas vandaag", "atlas", TODAY, 2, ""),
    ("2u atlas vanochtend", "atlas", TODAY, 2, ""),
    ("yesterday 2h atlas", "atlas", FRIDAY, 2, ""),
    ("2u atlas gisteravond", "atlas", FRIDAY, 2, ""),
    ("2h atlas day before yesterday", "atlas", date(2026, 11, 19), 2, ""),
    ("2u atlas eergisteren", "atlas", date(2026, 11, 19), 2, ""),
    ("2h atlas saturday", "atlas", TODAY, 2, ""),
    ("2h atlas last saturday", "atlas", date(2026, 11, 14), 2, ""),
    ("2h atlas last friday", "atlas", FRIDAY, 2, ""),
    ("2u atlas vorige vrijdag", "atlas", FRIDAY, 2, ""),
    ("2u atlas vorige week vrijdag", "atlas", date(2026, 11, 13), 2, ""),
    ("2h friday atlas call", "atlas", FRIDAY, 2, "call"),
    ("2h atlas on friday budget", "atlas", FRIDAY, 2, "budget"),
    ("2h atlas 2026-11-20", "atlas", FRIDAY, 2, ""),
    ("2h atlas 20-11-2026", "atlas", FRIDAY, 2, ""),
    ("2h atlas 20.11.2026", "atlas", FRIDAY, 2, ""),
    ("2h atlas 20-11", "atlas", FRIDAY, 2, ""),
    ("2h atlas 20 november", "atlas", FRIDAY, 2, ""),
    ("2h atlas on Friday 20 November", "atlas", FRIDAY, 2, ""),
    ("2u atlas vr 20 nov", "atlas", FRIDAY, 2, ""),
    ("2h atlas Nov 20th", "atlas", FRIDAY, 2, ""),
    ("2h atlas on the 20th", "atlas", FRIDAY, 2, ""),
    ("2u atlas de 30e", "atlas", date(2026, 10, 30), 2, ""),
    ("2h atlas 2 days ago", "atlas", date(2026, 11, 19), 2, ""),
    ("2u atlas een week geleden", "atlas", date(2026, 11, 14), 2, ""),
    ("2h atlas 29 feb", "atlas", date(2024, 2, 29), 2, ""),
    ("2h atlas 2026/11/20", "atlas", FRIDAY, 2, ""),
    ("2h atlas call,yesterday", "atlas", FRIDAY, 2, "call"),
    ("2u atlas overleg de 20ste", "atlas", FRIDAY, 2, "overleg"),
    # A day that something was about stays in what was done.
    ("today 2h atlas prepare friday talk", "atlas", TODAY, 2, "prepare friday talk"),
    ("2h atlas slides for monday", "atlas", TODAY, 2, "slides for monday"),
    ("2h atlas notes about yesterday", "atlas", TODAY, 2, "notes about yesterday"),
    ("2h atlas call for yesterday", "atlas", FRIDAY, 2, "call"),
    ("2h atlas plan next week", "atlas", TODAY, 2, "plan next week"),
    ("2h atlas deck for next monday", "atlas", TODAY, 2, "deck for next monday"),
    ("30m atlas 1-1 with Bo", "atlas", TODAY, 0.5, "1-1 with Bo"),
    # Which role.
    ("2h @atlas call", "atlas", TODAY, 2, "call"),
    ("2h #zw advies", "zeewolde", TODAY, 2, "advies"),
    ("2h budget for atlas", "atlas", TODAY, 2, "budget"),
    ("2u notulen voor de praktijk", "praktijk", TODAY, 2, "notulen"),
    ("2h budget Zorggroep Atlas", "atlas", TODAY, 2, "budget"),
    ("2h project lead: budget", "atlas", TODAY, 2, "budget"),
    ("2h Project lead at Zorggroep Atlas, budget", "atlas", TODAY, 2, "budget"),
    ("2h zorggroep oost notes", "ethics", TODAY, 2, "notes"),
    ("2h supervisory minutes", "board", TODAY, 2, "minutes"),
    ("2h zeew notes", "zeewolde", TODAY, 2, "notes"),
    ("2h zeewlde notes", "zeewolde", TODAY, 2, "notes"),
    ("2h Friday Club", "club", TODAY, 2, ""),
    ("worked 2h on atlas", "atlas", TODAY, 2, "worked"),
    ("2h @atlas budget for board", "atlas", TODAY, 2, "budget for board"),
    (
        "1h call with Atlas about money",
        "atlas",
        TODAY,
        1,
        "call with Atlas about money",
    ),
    ("2h praktijk fix #123 with @ana", "praktijk", TODAY, 2, "fix #123 with @ana"),
    # Two roles at once.
    ("2h atlas and board strategy", "atlas board", TODAY, 2, "strategy"),
    ("2u atlas en board strategie", "atlas board", TODAY, 2, "strategie"),
    ("2h @atlas @zw strategy", "atlas zeewolde", TODAY, 2, "strategy"),
    ("2h atlas/board/zw x", "atlas board zeewolde", TODAY, 2, "x"),
    ("2h atlas + atlas x", "atlas", TODAY, 2, "x"),
    ("2h atlas and review", "atlas", TODAY, 2, "and review"),
    ("2u atlas en nog wat", "atlas", TODAY, 2, "en nog wat"),
]


@pytest.mark.parametrize(("line", "roles", "on", "hours", "description"), LINES)
def test_a_line_says_role_day_length_and_what_was_done(
    line, roles, on, hours, description
):
    told = read(line)

    assert told == TypedTime(
        tuple(roles.split()), on, round(hours * 3600), None, None, description
    )


CLOCKED = [
    ("13:00-14:30 board, chair call", time(13), time(14, 30), 1.5, "chair call"),
    ("13.00–14.30 board", time(13), time(14, 30), 1.5, ""),
    ("9-12 board", time(9), time(12), 3, ""),
    ("9-5 board", time(9), time(17), 8, ""),
    ("12-1 board", time(12), time(13), 1, ""),
    ("9-11am board", time(9), time(11), 2, ""),
    ("11-1pm board", time(11), time(13), 2, ""),
    ("1pm to 3pm board", time(13), time(15), 2, ""),
    ("11pm-1am board", time(23), time(1), 2, ""),
    ("from 9 to half past eleven board", time(9), time(11, 30), 2.5, ""),
    ("van half tien tot kwart voor twaalf board", time(9, 30), time(11, 45), 2.25, ""),
    ("tussen 9 en 12 uur board", time(9), time(12), 3, ""),
    ("between 9 and 11:30 board", time(9), time(11, 30), 2.5, ""),
    ("13u30-15u board", time(13, 30), time(15), 1.5, ""),
    ("22:00-06:00 board", time(22), time(6), 8, ""),
    ("20:00-midnight board", time(20), time(0), 4, ""),
    ("23:00-24:00 board", time(23), time(0), 1, ""),
    ("05:00-06:00 board", time(5), time(6), 1, ""),
    ("6-14 board", time(6), time(14), 8, ""),
    ("2h board from 13:30 chair call", time(13, 30), time(15, 30), 2, "chair call"),
    ("om 9 uur 2u board", time(9), time(11), 2, ""),
    ("13:00 2h board", time(13), time(15), 2, ""),
    ("3h from 22:30 board", time(22, 30), time(1, 30), 3, ""),
    # With a pause of an hour left out.
    ("2h board 13:00-16:00 workshop", time(13), time(16), 2, "workshop"),
    ("13:00-14:30 board 20 min talk", time(13), time(14, 30), 1.5, "20 min talk"),
]


@pytest.mark.parametrize(("line", "starts", "ends", "hours", "description"), CLOCKED)
def test_times_of_the_day_are_kept(line, starts, ends, hours, description):
    told = read(line)

    assert told == TypedTime(
        ("board",), TODAY, round(hours * 3600), starts, ends, description
    )


REFUSED = [
    ("atlas budget review", "This line does not say how long it took"),
    ("", "This line does not say how long it took"),
    ("1-1 atlas", "This can be in the night or in the afternoon"),
    ("⅓ uur atlas", "This line does not say how long it took"),
    ("2h", "This line names none of your roles"),
    ("2h something else", "This line names none of your roles"),
    ("2h @foo bar", "None of your roles is called this"),
    ("2h zorggroep budget", "This can mean several of your roles"),
    ("2h board paper for atlas", "This can mean several of your roles"),
    ("2h atlas tomorrow", "This day is still to come"),
    ("2u atlas overmorgen", "This day is still to come"),
    ("2h atlas next friday", "This day is still to come"),
    ("2h atlas 22/11", "This day is still to come"),
    ("2h atlas 20/12", "This day is still to come"),
    ("2h atlas 2027-01-01", "This day is still to come"),
    ("2h atlas 31/11", "There is no such day"),
    ("2h atlas 2026-02-29", "There is no such day"),
    ("2h atlas on Thursday 20 November", "There is no such day"),
    ("2h atlas the 41st", "There is no such day"),
    ("2h atlas 3/4", "This date can be read two ways"),
    ("2h atlas 3/4/2026", "This date can be read two ways"),
    ("25h atlas", "Time on one day is more than nothing and at most 24 hours"),
    ("0h atlas", "Time on one day is more than nothing and at most 24 hours"),
    ("999 hours atlas", "Time on one day is more than nothing and at most 24 hours"),
    ("9:30 atlas", "This can be a time of the day or a length of time"),
    ("13:00 atlas", "This can be a time of the day or a length of time"),
    ("14:00-13:00 atlas", "This ends before it starts"),
    ("08:00-02:00 atlas", "This ends before it starts"),
    ("9:00-9:00 atlas", "This ends before it starts"),
    ("1-3 atlas", "This can be in the night or in the afternoon"),
    ("from two to four atlas", "This can be in the night or in the afternoon"),
    ("4h 13:00-15:00 atlas", "The length and the times of this line do not agree"),
    ("atlas 2h then 3h more", "There are several lengths of time in this line"),
    ("atlas 9:00-10:00, 11:00-12:00 x", "There are several times in this line"),
    (
        "2h atlas from yesterday to today then",
        "There are several days in this line",
    ),
    ("2h atlas " + "x" * 500, "This line is longer than one line can be"),
]


@pytest.mark.parametrize(("line", "what"), REFUSED)
def test_what_is_missing_or_can_be_read_two_ways_is_said(line, what):
    refused = refusal(line)

    assert refused.what == what
    assert refused.fix


def test_a_refusal_names_the_roles_that_were_meant():
    assert str(refusal("2h zorggroep budget")) == (
        "This can mean several of your roles: zorggroep: Project lead (@atlas),"
        " Ethics committee (@ethics)."
        " Write the key of the one you mean, with its @."
    )


def test_a_refusal_shows_the_part_and_the_day_that_it_came_to():
    assert refusal("2h atlas next friday").value == "next friday, 2026-11-27"


@pytest.mark.parametrize(
    ("is_day_first", "on"), [(True, date(2026, 4, 3)), (False, date(2026, 3, 4))]
)
def test_a_habit_settles_which_number_is_the_day(is_day_first, on):
    assert read("2h atlas 3/4", is_day_first=is_day_first).on == on


@pytest.mark.parametrize(
    ("line", "on"), [("2h atlas 13/4", (4, 13)), ("2h atlas 4/13", (4, 13))]
)
@pytest.mark.parametrize("is_day_first", [None, True, False])
def test_a_date_that_reads_one_way_only_needs_no_habit(line, on, is_day_first):
    assert read(line, is_day_first=is_day_first).on == date(2026, *on)


def test_in_january_a_day_of_december_was_last_year():
    told = read("2h atlas 20 december", today=date(2027, 1, 4))

    assert told.on == date(2026, 12, 20)


def test_two_places_that_agree_on_one_role_are_no_doubt():
    roles = [Named("lead", "Project lead", "Atlas"), Named("chair", "Chair", "Atlas")]

    assert read("2h project plan for atlas", roles=roles).roles == ("lead",)


def test_one_organisation_of_two_roles_is_told_by_the_word_behind_it():
    roles = [Named("lead", "Project lead", "Atlas"), Named("chair", "Chair", "Atlas")]

    told = read("2h atlas chair call", roles=roles)

    assert (told.roles, told.description) == (("chair",), "call")


def test_without_any_role_there_is_nothing_to_name():
    assert refusal("2h atlas", roles=[]).what == "This line names none of your roles"


def test_accents_and_capitals_make_no_difference():
    roles = [Named("cafe", "Café Noord")]

    assert read("2H CAFE NOORD Première", roles=roles) == TypedTime(
        ("cafe",), TODAY, 7200, None, None, "Première"
    )


WORDS = """
2h 90 min 1:30 9-12 13:00-14:30 half uur anderhalf an hour and a + & @ # atlas board
zorggroep praktijk yesterday gisteren monday maandag last vorige 20/11 3/4 2026-11-20
november on the 20th for voor bij ( ) , - ' ½ ⅓ İ ß é 0 99999 twee from to tot
"""
words = st.sampled_from(WORDS.split())
lines = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(words, st.text(max_size=4)), max_size=12).map(" ".join),
)
days = st.dates(date(1971, 1, 1), date(2199, 12, 31))


@settings(deadline=None, max_examples=500)
@given(lines, days, st.sampled_from([None, True, False]))
def test_whatever_is_typed_is_understood_or_refused(line, today, is_day_first):
    try:
        told = read(line, today=today, is_day_first=is_day_first)
    except NotUnderstood:
        return

    assert 0 < told.seconds <= 86_400
    assert told.on <= today
    assert told.roles
    assert (told.starts is None) == (told.ends is None)


@settings(deadline=None, max_examples=300)
@given(lines)
def test_what_was_done_holds_nothing_that_was_not_typed(line):
    try:
        told = read(line)
    except NotUnderstood:
        return

    left = iter(line)
    assert all(letter in left for letter in told.description if not letter.isspace())


LENGTHS = st.integers(1, 24 * 60).map(
    lambda minutes: (
        minutes * 60,
        [f"{minutes} min", f"{minutes // 60}h{minutes % 60:02}", f"{minutes}m"],
    )
)
NOTES = st.lists(
    st.sampled_from(
        ["budget", "Overleg", "bellen", "é", "R&D", "v2", "well-being", "(x)"]
    ),
    max_size=4,
).map(" ".join)


@settings(deadline=None)
@given(
    LENGTHS,
    st.integers(0, 2),
    st.sampled_from([role.key for role in ROLES]),
    st.integers(0, 3000),
    NOTES,
)
def test_a_line_that_was_put_together_comes_apart_the_same(
    length, form, key, back, note
):
    seconds, forms = length
    on = TODAY - timedelta(days=back)

    told = read(f"{forms[form]} @{key} {note} {on}")

    assert told == TypedTime((key,), on, seconds, None, None, note)


@settings(deadline=None)
@given(st.integers(7 * 60, 24 * 60 - 2), st.data())
def test_a_range_that_was_put_together_comes_apart_the_same(start, data):
    end = data.draw(st.integers(start + 1, 24 * 60 - 1))
    text = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"

    told = read(f"{text} board")

    assert told.seconds == (end - start) * 60
    assert told.starts == time(start // 60, start % 60)
    assert told.ends == time(end // 60, end % 60)
