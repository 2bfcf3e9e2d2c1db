"""Regulation 4 of the UK: the weeks that have passed, and an opt-out that ended."""

from datetime import date, timedelta

import pytest

from plait.analysis.working_time.from_table import worktime_of_rows
from plait.analysis.working_time.verdicts import Verdict
from plait.domain.roles import CountsAs
from plait.domain.tables.work_segments import WorkSegment
from plait.reference.working_time.packs import pack
from plait.wording.hours.working_time import notes_text
from plait.wording.words import words_for
from tests.analysis.working_time.stints import MONDAY, Stints
from tests.analysis.working_time.test_averages import LONDON, works_weeks


def days_of(life: Stints, hours: float, days: list[int]) -> Stints:
    for day in days:
        life.gives("A", MONDAY + timedelta(days=day), hours)
    return life


def test_fewer_than_17_weeks_are_those_that_passed_to_the_day():
    # 13 days of 9 hours in 17 days, to Wednesday: 117 x 7 / 17 = 48.18, not 117 / 3.
    life = days_of(Stints(LONDON), 9, [d for d in range(17) if d % 7 < 5])

    found = life.judged("uk", on="2026-01-21").of("UK-1")

    assert found.worst.figure == pytest.approx(117 * 7 / 17)
    assert found.worst.is_provisional
    assert found.verdict is Verdict.OVER


@pytest.mark.parametrize(
    ("minutes", "verdict"), [(-1, Verdict.NEAR), (0, Verdict.NEAR), (1, Verdict.OVER)]
)
def test_the_elapsed_weeks_to_the_minute(minutes, verdict):
    # 14 days of 48 hours a week: 96.
    life = days_of(Stints(LONDON), 9.6, [d for d in range(14) if d % 7 < 5])
    life.rows[0]["seconds"] += minutes * 60

    assert life.judged("uk", on="2026-01-18").of("UK-1").verdict is verdict


def test_the_period_begins_with_the_first_work_and_not_with_its_monday():
    # From Thursday 8 January: 5 + 7 + 3 days.
    life = days_of(Stints(LONDON), 10, [3, 4, 7, 8, 9, 10, 11, 14, 15, 16])

    found = life.judged("uk", on="2026-01-21").of("UK-1")

    assert found.worst.figure == pytest.approx(100 * 7 / 14)
    assert found.worst.period.start == date(2026, 1, 8)


def test_a_table_without_a_date_has_passed_up_to_its_last_row():
    rows = [
        WorkSegment(
            line=number,
            person="",
            organisation="A",
            counts_as=CountsAs.EMPLOYMENT,
            day=MONDAY + timedelta(days=day),
            seconds=10 * 3600,
            starts_at=None,
            ends_at=None,
            knows_break=False,
            is_leave=False,
            has_opted_out=False,
            entry="",
            born_on=None,
        )
        for number, day in enumerate(d for d in range(16) if d % 7 < 5)
    ]

    found = worktime_of_rows(rows, pack("uk"), LONDON)
    told = worktime_of_rows(rows, pack("uk"), LONDON, on=date(2026, 1, 25))

    # Twelve days of ten hours in 16 days; in 21 days, as somebody says who knows.
    assert found.of("UK-1").worst.figure == pytest.approx(120 * 7 / 16)
    assert told.of("UK-1").worst.figure == pytest.approx(40)


def test_days_off_under_an_opt_out_take_no_later_days_in_their_place():
    # 8 weeks of 55 under an opt-out, then 44 a week: A is 9 x 44 and B the next
    # 40 days worked, 8 x 44, so 44; by calendar days B would be 56 days.
    life = works_weeks(Stints(LONDON), [55] * 8, has_opted_out=True)
    works_weeks(life, [44] * 40, since=8)

    found = life.judged("uk").of("UK-1")

    assert found.worst.figure == pytest.approx(44)
    assert found.verdict is Verdict.NEAR


def test_an_opt_out_that_ended_does_not_hide_what_came_after_it():
    life = works_weeks(Stints(LONDON), [55] * 8, has_opted_out=True)
    works_weeks(life, [48 + 1 / 60] * 40, since=8)

    assert life.judged("uk").of("UK-1").verdict is Verdict.OVER


def test_seventeen_weeks_across_a_leap_day_are_119_days():
    life = Stints(LONDON).weeks("A", [48] * 17, since=date(2028, 1, 3))

    found = life.judged("uk").of("UK-1")

    assert (found.worst.period.start, found.worst.period.end) == (
        date(2028, 1, 3),
        date(2028, 5, 1),
    )
    assert found.worst.figure == pytest.approx(48)


def test_leave_noted_for_the_weekend_too_takes_five_later_days_and_not_seven():
    # From the second week on: 15 weeks of 40, one of leave and one of 45, then five
    # more days of 9: (600 + 45 + 45) / 17. Seven would be 63.
    life = works_weeks(Stints(LONDON), [40] * 8)
    works_weeks(life, [40] * 8 + [45] * 2, since=9)
    for day in range(7):
        life.is_away("A", MONDAY + timedelta(weeks=8, days=day))

    found = life.judged("uk").of("UK-1")

    assert found.worst.figure == pytest.approx((600 + 45 + 45) / 17)


def test_after_the_day_to_look_again_the_answer_says_that_the_law_may_have_changed():
    early = Stints(LONDON).gives("A", "2026-11-02", 8).judged("uk")
    late = Stints(LONDON).gives("A", "2027-12-01", 8).judged("uk", on="2027-12-01")

    words = words_for("en")
    assert not any("looked at again" in text for text in notes_text(words, early))
    assert (
        "These rules were to be looked at again on 1 December 2027. The law may have"
        " changed since."
    ) in notes_text(words, late)
