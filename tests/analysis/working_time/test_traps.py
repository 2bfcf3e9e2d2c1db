"""Who is counted, and with whom, differs by rule and not by country."""

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.verdicts import Verdict
from tests.analysis.working_time.stints import Stints

MEANS = [
    ("uk", "UK-1", 17),
    ("nl", "NL-4", 16),
    ("de", "DE-2b", 24),
    ("fr", "FR-1c", 12),
]


def test_in_one_country_the_mean_is_the_persons_and_the_rest_each_employers():
    # 25 + 25 = 50 hours a week; from 22:00 to 8:00 are 10 hours.
    busy = Stints("Europe/London").weeks("A", [25] * 17).weeks("B", [25] * 17)
    late = Stints("Europe/London").works("A", "2026-05-04 08:00", "14:00")
    late.works("B", "2026-05-04 16:00", "22:00").works("A", "2026-05-05 08:00", "14:00")

    assert busy.judged("uk").of("UK-1").verdict is Verdict.OVER
    assert late.judged("uk").of("UK-7a").verdict is Verdict.ADVISORY


@pytest.mark.parametrize(("code", "rule", "n_weeks"), MEANS)
@pytest.mark.parametrize("counts_as", ["self-employed", "voluntary"])
def test_work_of_ones_own_and_unpaid_work_count_for_no_law(
    code, rule, n_weeks, counts_as
):
    life = Stints().weeks("A", [30] * n_weeks)
    life.weeks("Own", [40] * n_weeks, counts_as=counts_as)

    found = life.judged(code).of(rule)

    assert found.verdict is Verdict.WITHIN
    assert found.worst.figure == 30
    assert found.worst.organisations == ("A",)


@pytest.mark.parametrize(("code", "rule", "n_weeks"), MEANS)
def test_employment_and_worker_count_together(code, rule, n_weeks):
    life = Stints().weeks("A", [30] * n_weeks)
    life.weeks("B", [20] * n_weeks, counts_as="worker")

    found = life.judged(code).of(rule)

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 50


def test_a_person_with_work_of_their_own_alone_is_not_covered():
    found = Stints().weeks("Own", [70] * 30, counts_as="self-employed").judged("nl")

    assert {v.verdict for v in found.verdicts} == {
        Verdict.NOT_COVERED,
        Verdict.INFORMATION,
    }
    assert found.of("NL-4").because is Because.NOT_COUNTED
    assert found.guardrail.verdict is Verdict.NOTICE


def test_two_jobs_of_one_day_are_one_shift_of_13_hours():
    # 8-15 for A and 16-22 for B: 7 + 6 = 13 > 12, each by itself far below.
    life = Stints().works("A", "2026-11-02 08:00", "15:00")
    life.works("B", "2026-11-02 16:00", "22:00")

    found = life.judged("nl").of("NL-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 13


def test_a_shift_goes_on_over_midnight():
    # 20:00 to 9:00 are 13 hours in one shift, 4 on one day and 9 on the next.
    life = Stints("Europe/Berlin").works("A", "2026-11-02 20:00", "09:00")

    found = life.judged("de").of("DE-2a")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 13


def test_the_german_working_day_begins_with_the_first_work_and_not_at_midnight():
    # 14:00-22:00 on Monday, 9:00-19:00 on Tuesday: 8 and 10 hours. A day counted
    # from midnight would say the same; one from Monday 14:00 for 24 hours would put
    # 5 hours of Tuesday with Monday. The rest of 11 hours between ends the day.
    life = Stints("Europe/Berlin").works("A", "2026-11-02 14:00", "22:00")
    life.works("A", "2026-11-03 09:00", "19:00")

    found = life.judged("de")

    assert found.of("DE-2a").worst.figure == 10
    assert found.of("DE-2a").times_over == 0
    assert found.of("DE-4c").worst.figure == 11


def test_in_france_the_day_is_the_calendars():
    # 20:00 to 9:00: 4 hours on Monday and 9 on Tuesday, both below 10.
    life = Stints("Europe/Paris").works("A", "2026-11-02 20:00", "09:00")

    found = life.judged("fr").of("FR-1a")

    assert found.worst.figure == 9
