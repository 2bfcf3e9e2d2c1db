"""What the review says of hours."""

import pytest

from plait.answers.findings.finding import Finding
from tests.answers.cases import figures, reviewed
from tests.cast import Life, day, terms

UNSURE = "Whether it is a season cannot be known before there is an earlier year."
FROM_THE_START = f"ever since these hours were agreed or first logged. {UNSURE}"


def findings(life: Life) -> dict[str, Finding]:
    return {finding.kind: finding for finding in reviewed(life).findings}


def atlas(hours: float, agreed: str = "8/week", *, pay: str = "", **told) -> Life:
    life = Life(**told).role("Atlas", terms(agreed, pay=pay))
    return life.gives_weekly("Atlas", hours, weeks=10)


def test_a_role_past_its_terms_says_by_how_much_and_what_that_is_worth():
    over = findings(atlas(13, pay="85 EUR/hour"))["role-over"]

    assert over.title == "Atlas has outgrown its agreement"
    # 5 x 85 x 52.1775 / 12 = 1847.95
    assert over.sentence == (
        "On average 13 hours a week against 8 agreed,"
        f" {FROM_THE_START}"
        " At the agreed pay the extra hours are worth €1,848 a month."
    )
    assert over.number("over") == 5
    assert round(over.number("worth_a_month"), 2) == 1847.95
    assert over.evidence.data == "10 full weeks of logged hours since these terms."
    assert over.series.values == (13.0,) * 10
    assert (over.series.level, over.series.label) == (8, "8 agreed")


def test_the_worth_is_told_in_the_currency_of_the_terms():
    # 5 x 80 x 4.348125 = 1739.25
    over = findings(atlas(13, pay="80 GBP/hour"))["role-over"]

    assert over.sentence.endswith("worth £1,739 a month.")


def test_hours_without_pay_have_no_worth():
    over = findings(atlas(13))["role-over"]

    assert over.sentence == (
        f"On average 13 hours a week against 8 agreed, {FROM_THE_START}"
    )
    assert over.number("worth_a_month") is None


def test_one_hour_is_one_hour():
    assert (
        findings(atlas(1, "0.4/week"))["role-over"].sentence
        == f"On average 1 hour a week against 0.4 agreed, {FROM_THE_START}"
    )


def test_a_role_that_gets_less_is_told_lighter_than_one_that_takes_more():
    life = atlas(13).role("Board", "4/week").gives_weekly("Board", 1, weeks=10)

    found = findings(life)

    assert found["role-under"].title == "Board gets less than was agreed"
    assert found["role-under"].sentence == "1 hour a week against 4 agreed."
    assert found["role-under"].weight < found["role-over"].weight


def test_a_week_is_too_full_against_what_there_is_to_give():
    full = findings(atlas(50, "40/week", capacity=44))["week-too-full"]

    assert full.title == "Your week is 6 hours too full"
    assert full.sentence == (
        "You work 50 hours a week and have room for 44. Your agreements come to 40."
    )
    assert figures(full) == {"over": 6, "actual": 50, "agreed": 40, "capacity": 44}


def test_a_full_week_without_any_agreement_names_none():
    life = Life(capacity=44).role("Atlas").gives_weekly("Atlas", 45, weeks=10)

    full = findings(life)["week-too-full"]

    assert full.title == "Your week is 1 hour too full"
    assert full.sentence == "You work 45 hours a week and have room for 44."


@pytest.mark.parametrize("weeks", [1, 3, 7])
def test_a_week_is_not_called_too_full_on_few_weeks(weeks):
    life = (
        Life(capacity=10).role("Atlas", "8/week").gives_weekly("Atlas", 60, weeks=weeks)
    )

    found = findings(life)

    assert "week-too-full" not in found
    assert "role-over" not in found
    assert figures(found["too-early"]) == {"weeks": weeks, "needed": 8}


def test_one_week_is_one_week():
    life = Life().role("Atlas", "8/week").gives_weekly("Atlas", 8, weeks=1)

    assert findings(life)["too-early"].sentence == (
        "There is 1 full week to go by; a verdict takes 8."
    )


def test_hours_of_this_week_alone_are_no_full_week():
    life = Life().role("Atlas", "8/week").gives("Atlas", 8, "2026-11-19")

    assert findings(life)["too-early"].sentence == (
        "There is no full week to go by yet; a verdict takes 8."
    )


def test_roles_it_is_too_early_for_are_named_with_the_slowest():
    # Both have six weeks; the one agreed by the year takes 52, that is 46 more.
    life = atlas(8).role("Study", "200/year").role("Board", "2/week")
    life.gives_weekly("Study", 4, weeks=6).gives_weekly("Board", 2, weeks=6)

    early = findings(life)["too-early"]

    assert early.title == "It is too early to judge the hours of Study and Board"
    assert early.sentence == "There are 6 full weeks to go by; a verdict takes 52."
    assert early.number("roles") == ("study", "board")


def test_it_says_how_sure_it_is_and_how_often_it_errs():
    sure = findings(atlas(13))["role-over"].evidence.certainty

    assert sure.startswith("Since then it has taken between")
    assert sure.endswith("is called drifting by mistake about once in 5 years.")


def test_a_role_that_left_on_the_way_says_when():
    life = Life().role("Atlas", "8/week")
    life.gives_weekly("Atlas", [8, 8.5, 7.5] * 8 + [13] * 8)

    over = findings(life)["role-over"]

    # The eighth of the 13 h is the week of 9 November, the first that of 21 September.
    assert (
        "On average 13 hours a week since about 21 September 2026, against 8 agreed."
        in over.sentence
    )
    assert over.number("since") == "2026-09-21"
    assert over.series.marked == 26 - 8


def test_the_real_pay_of_an_hour_is_told_where_it_is_by_the_month():
    # 2950 / (28 x 52.1775 / 12) = 24.23
    life = Life().role("Practice", terms("24/week", pay="2950 EUR/salary"))
    life.gives_weekly("Practice", 28, weeks=20)

    said = findings(life)["role-over"].sentence

    assert said.endswith("Over the hours you really work, an hour now pays €24.23.")


def test_weeks_ahead_that_do_not_fit_are_told_with_the_fullest():
    full = findings(atlas(50, "40/week", capacity=44))["weeks-overfull"]

    assert full.number("n") == full.number("of") == 12
    assert full.title == "12 of the next 12 weeks are likely to be too full"
    assert full.step.place == "hours"


def test_weeks_ahead_that_fit_are_not_told():
    assert "weeks-overfull" not in findings(atlas(8, capacity=44))


def test_what_clashes_soon_is_told_and_what_is_far_is_not():
    life = atlas(8).role("Board", "2/week")
    life.meets("Atlas", "2026-11-24T09:00", 2, title="Steering")
    life.meets("Board", "2026-11-24T10:00", 1, title="Budget")
    life.meets("Atlas", "2027-01-12T09:00", 2, title="Kick-off")
    life.meets("Board", "2027-01-12T10:00", 1, title="Vote")

    clash = findings(life)["clashes"]

    assert clash.title == "1 clash in the next three weeks"
    assert clash.sentence == (
        "The first is on 24 November 2026:"
        " Steering (Atlas) and Budget (Board) are at the same time."
    )


def test_a_single_week_under_new_terms_shows_no_spread():
    # Agreed in total since 9 November: one week, and no verdict on it.
    total = terms("60/total", since="2026-11-09", until="2027-03-01")
    life = Life().role("Atlas", total).gives_weekly("Atlas", 60, weeks=10)

    assert "role-over" not in findings(life)
    assert day("2026-11-09").weekday() == 0
