"""A portfolio judged: which hours, whose, by which terms, on which days."""

from datetime import date

import pytest

from plait.analysis.working_time.readings import Because
from plait.analysis.working_time.report import worktime
from plait.analysis.working_time.verdicts import Verdict, WorktimeReport
from plait.domain.records import RecordStatus
from plait.domain.roles import CountsAs
from plait.reference.working_time.packs import pack
from tests.cast import Life, terms

# The Monday of the last full week before Friday 20 November 2026.
LAST = date(2026, 11, 9)


def of(life: Life, code: str = "nl", **told) -> WorktimeReport:
    return worktime(life.portfolio(), pack(code), **told)


def employed(*names: str, **told) -> Life:
    life = Life(**told)
    for name in names:
        life.role(name, "24/week", kind="employment")
    return life


def test_the_hours_of_two_employers_are_added():
    life = employed("Practice", "School")
    life.gives_weekly("Practice", 30, weeks=20).gives_weekly("School", 20, weeks=20)

    found = of(life).of("NL-4")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 50
    assert found.worst.organisations == ("Practice House", "School House")


def test_what_terms_say_of_counting_goes_before_the_kind_of_role():
    life = Life().role(
        "Desk", terms("8/week", counts_as=CountsAs.WORKER), kind="contract"
    )
    life.role("Shop", kind="contract")  # without terms: work of one's own
    life.gives_weekly("Desk", 20, weeks=20).gives_weekly("Shop", 40, weeks=20)

    assert of(life).of("NL-4").worst.figure == 20


def test_how_hours_count_is_asked_of_the_terms_of_their_day():
    # Work of their own up to September, employment since Monday 7 September: the 16
    # weeks up to 15 November hold ten weeks of 40 hours that count.
    life = Life().role(
        "Atlas",
        terms("40/week", until="2026-09-07", counts_as=CountsAs.SELF_EMPLOYED),
        terms("40/week", since="2026-09-07"),
        kind="contract",
    )
    life.gives_weekly("Atlas", 40, weeks=30)

    found = of(life).of("NL-4")

    assert found.because is Because.TOO_SHORT
    assert found.worst.period.start == date(2026, 9, 7)


def test_an_opt_out_holds_while_its_terms_do():
    life = Life().role(
        "Atlas",
        terms("50/week", until="2026-01-05"),
        terms("50/week", since="2026-01-05", has_opted_out=True),
        kind="employment",
    )
    life.gives_weekly("Atlas", 50, weeks=80)

    # In the year up to 20 November 2026, 17 weeks end before the opt-out began.
    found = of(life, "uk").of("UK-1")

    assert found.verdict is Verdict.OVER
    assert found.worst.figure == 50
    assert found.worst.period.end <= date(2026, 1, 5)


def test_days_of_leave_count_by_what_was_agreed_for_them():
    # Three weeks of 60 hours, and one of leave with blocks of 3 x 8 hours: in the
    # Netherlands (180 + 24) / 4 = 51.
    blocks = "mon 09:00-17:00, tue 09:00-17:00, thu 09:00-17:00"
    life = Life().role("Desk", terms("24/week", blocks=blocks), kind="employment")
    life.gives_weekly("Desk", [60, 60, 60], until="2026-11-06")
    life.gives("Desk", 1, "2026-11-16")  # so that the week of leave is told
    life.is_away("2026-11-09", "2026-11-16")

    found = of(life).of("NL-3")

    assert found.worst.figure == 51
    assert found.worst.period.start == date(2026, 10, 19)


def test_without_blocks_leave_falls_on_the_days_usually_worked():
    # All is given on Fridays; a week of leave takes out one Friday of 24 hours.
    life = employed("Desk").gives_weekly("Desk", [60] * 10, until="2026-11-06")
    life.gives("Desk", 1, "2026-11-16").is_away("2026-11-09", "2026-11-16")

    found = of(life).of("NL-3")

    # The four weeks up to 15 November: 3 x 60 + 24 = 204; the three before and one
    # more of 60 are 240.
    assert found.latest.figure == 204 / 4


def test_other_absences_are_no_leave():
    life = employed("Desk").gives_weekly("Desk", [40] * 10, until="2026-11-06")
    life.gives("Desk", 1, "2026-11-16").is_away("2026-11-09", "2026-11-16", "other")

    assert of(life).of("NL-3").latest.figure == 30  # 3 x 40 / 4


def test_a_day_worked_in_spite_of_leave_is_worked():
    life = employed("Desk").gives_weekly("Desk", [40] * 10)
    life.is_away("2026-11-09", "2026-11-16")

    assert of(life).of("NL-3").latest.figure == 40


def test_rest_is_judged_by_the_clock_of_where_the_person_lives():
    # 21:00 to 7:00 UTC are ten hours anywhere, and in Amsterdam 22:00 to 8:00.
    life = employed("Desk", timezone="Europe/Amsterdam")
    life.gives("Desk", 8, "2026-11-16", at="13:00").gives(
        "Desk", 4, "2026-11-17", at="07:00"
    )

    found = of(life)

    assert found.of("NL-5").worst.figure == 10
    assert found.of("NL-2").verdict is Verdict.WITHIN


def test_hours_without_clock_times_leave_rest_uncovered():
    found = of(employed("Desk").gives_weekly("Desk", 30, weeks=20))

    assert found.of("NL-5").because is Because.NO_CLOCK
    assert found.of("NL-4").verdict is Verdict.WITHIN


def test_an_entry_whose_clock_stands_still_has_no_clock_times():
    found = of(employed("Desk").gives("Desk", 0, "2026-11-16", at="09:00"))

    assert found.of("NL-5").because is Because.NO_CLOCK


def test_two_contracts_with_one_employer_are_one_however_it_is_spelt():
    life = Life().role("Nurse", kind="employment", at="De Linde")
    life.role("Trainer", kind="employment", at="DE LINDE")
    life.gives("Nurse", 10, "2026-11-16", at="11:00")
    life.gives("Trainer", 4, "2026-11-17", at="07:00")

    found = of(life, "eu").of("EU-1a")

    assert found.verdict is Verdict.OVER
    assert found.worst.organisations == ("De Linde",)


def test_an_entry_for_two_roles_counts_once_for_the_person_and_for_each_employer():
    life = employed("Practice", "School")
    life.gives("Practice", 13, "2026-11-16", also=["School"], at="06:00")

    assert of(life).of("NL-1").worst.figure == 13
    assert of(life).of("NL-2").worst.figure == 13
    # In the UK no employer's day rests 24 - 13 = 11 hours too few, and not twice.
    assert of(life, "uk").of("UK-7a").times_over == 0


def test_private_hours_count_nowhere_and_open_ones_for_the_guardrail_alone():
    life = employed("Desk").gives_weekly("Desk", 40, weeks=8)
    life.gives("", 16, LAST).gives("", 30, LAST, status=RecordStatus.PRIVATE)

    found = of(life)

    assert found.open_hours == 16
    assert found.of("NL-2").worst.figure == 40
    assert found.guardrail.latest.figure == 44  # (4 x 40 + 16) / 4


def test_only_a_year_is_judged_unless_told_otherwise():
    life = employed("Desk").gives_weekly("Desk", [50] * 20, until="2024-06-30")
    life.gives_weekly("Desk", 20, weeks=60)

    assert of(life).of("NL-4").verdict is Verdict.WITHIN
    assert of(life, since=date(2024, 1, 1)).of("NL-4").verdict is Verdict.OVER


def test_what_ends_in_the_judged_year_reaches_back_before_it():
    # The judged year begins on 20 November 2025; sixteen weeks of 50 end on the
    # 23rd.
    life = employed("Desk").gives_weekly("Desk", [50] * 16, until="2025-11-23")
    life.gives_weekly("Desk", 10, weeks=50)

    found = of(life).of("NL-4")

    assert found.verdict is Verdict.OVER
    assert found.worst.period.start == date(2025, 8, 4)


def test_nothing_is_known_of_a_week_after_the_tracker_stopped():
    life = employed("Desk").gives_weekly("Desk", [40] * 20, until="2026-09-27")

    assert of(life).of("NL-4").latest.figure == 40


def test_the_running_week_counts_as_far_as_it_got():
    life = employed("Desk").gives("Desk", 61, "2026-11-16")

    assert of(life).of("NL-2").verdict is Verdict.OVER


def test_a_portfolio_without_hours_has_nothing_to_judge():
    found = of(employed("Desk"))

    assert {v.because for v in found.verdicts if not v.rule.is_info_only} == {
        Because.NO_HOURS
    }
    assert found.guardrail.verdict is Verdict.NOT_COVERED


def test_a_portfolio_of_absences_alone_has_nothing_to_judge():
    found = of(employed("Desk").is_away("2026-11-02", "2026-11-09"))

    assert found.of("NL-4").because is Because.NOT_COUNTED


def test_a_rule_that_is_not_yet_in_force_is_not_judged():
    life = employed("Desk", on="1997-06-06").gives_weekly("Desk", 60, weeks=20)

    found = of(life, "uk").of("UK-1")

    assert found.verdict is Verdict.NOT_COVERED
    assert found.because is Because.NOT_IN_FORCE


@pytest.mark.parametrize(
    ("hours", "verdict"),
    [
        (49, Verdict.WITHIN),
        (50, Verdict.NEAR),
        (54.9, Verdict.NEAR),
        (55, Verdict.NOTICE),
    ],
)
def test_the_guardrail_looks_at_the_last_four_weeks_of_everything(hours, verdict):
    life = Life().role("Shop", kind="venture").role("Food bank", kind="volunteering")
    life.gives_weekly("Shop", hours - 9, weeks=8).gives_weekly("Food bank", 9, weeks=8)

    found = of(life).guardrail

    assert found.verdict is verdict
    assert found.latest.figure == pytest.approx(hours)


def test_the_guardrail_lets_go_of_weeks_that_are_past():
    life = Life().role("Shop", kind="venture")
    life.gives_weekly("Shop", [60] * 8 + [40] * 4)

    found = of(life).guardrail

    assert found.verdict is Verdict.WITHIN
    assert found.worst.figure == 60


def test_a_report_finds_what_it_is_asked_for():
    life = employed("Desk").gives_weekly("Desk", 50, weeks=20)
    found = of(life)

    assert [v.rule.id for v in found.with_verdict(Verdict.OVER)] == ["NL-4"]
    with pytest.raises(KeyError):
        found.of("UK-1")
