"""The Netherlands: VAT quarters, the hours criterion, the small-business scheme."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from plait.analysis.obligations.hours_criterion import hours_criterion, meets
from plait.analysis.obligations.obligation import (
    LimitStatus,
    ObligationKind,
    WhyUnknown,
)
from plait.analysis.obligations.report import obligations
from plait.domain.records import RecordStatus
from plait.domain.roles import CountsAs
from plait.reference.obligations.packs import pack
from tests.cast import Life, terms

NL = pack("nl")
LEAST = Decimal(1225)


def trainer(on: str = "2026-11-20", since: str = "2020-01-01", **told) -> Life:
    return Life(on, country="NL", **told).role("Training", since=since)


def vat(on: str, until: str):
    answer = obligations(
        trainer(on, "2010-01-01").portfolio(), NL, until=date.fromisoformat(until)
    )
    kept = (ObligationKind.VAT_RETURN, ObligationKind.VAT_PAYMENT)
    return [one for one in answer.due if one.kind in kept]


def test_the_five_vat_quarters_from_the_end_of_2025():
    due = vat("2026-01-01", "2027-01-31")

    dates = {
        what: [one.due_on for one in due if one.kind is what]
        for what in (ObligationKind.VAT_RETURN, ObligationKind.VAT_PAYMENT)
    }
    assert dates[ObligationKind.VAT_RETURN] == [
        date(2026, 1, 31),
        date(2026, 4, 30),
        date(2026, 7, 31),
        date(2026, 10, 31),
        date(2027, 1, 31),
    ]
    assert dates[ObligationKind.VAT_PAYMENT] == [
        date(2026, 1, 30),  # the 31st is a Saturday
        date(2026, 4, 30),
        date(2026, 7, 31),  # a Friday, whatever one published calendar says
        date(2026, 10, 30),  # the 31st is a Saturday
        date(2027, 1, 29),  # the 31st is a Sunday
    ]


def test_a_public_holiday_moves_the_payment_too():
    # Queen's Day was on 30 April: Monday 30 April 2012, so Friday the 27th.
    due = vat("2012-04-01", "2012-04-30")

    assert [(one.kind, one.due_on.day) for one in due] == [
        (ObligationKind.VAT_PAYMENT, 27),
        (ObligationKind.VAT_RETURN, 30),
    ]


def test_how_much_vat_is_not_guessed():
    (payment, _) = vat("2026-10-01", "2026-10-31")

    assert payment.amount is None
    assert payment.why_unknown is WhyUnknown.VAT
    assert (payment.period.start, payment.period.end) == (
        date(2026, 7, 1),
        date(2026, 10, 1),
    )


def test_what_is_due_on_the_day_itself_and_on_the_last_day_is_told():
    assert [one.due_on.day for one in vat("2026-10-30", "2026-10-31")] == [30, 31]


def test_letting_property_asks_for_no_vat_return():
    life = Life("2026-10-01").role("Flat", sector="verhuur")

    answer = obligations(life.portfolio(), NL, until=date(2026, 12, 31))
    assert [one.kind for one in answer.due] == []


def test_the_income_tax_return_is_for_the_year_before():
    answer = obligations(trainer("2027-03-01").portfolio(), NL, until=date(2027, 6, 1))

    (found,) = [one for one in answer.due if one.kind is ObligationKind.RETURN]
    assert (found.due_on, found.period.start) == (date(2027, 5, 1), date(2026, 1, 1))


# -- the hours criterion --------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "other", "is_starter", "expected"),
    [
        ("1225", "1000", False, True),
        ("1300", "1400", False, False),  # an entrepreneur for more than five years
        ("1300", "1400", True, True),  # the same, who began three years ago
        ("1224.5", "0", False, False),
        ("1300", "1300", False, False),  # as much is not more
    ],
)
def test_the_oracles_of_the_hours_criterion(own, other, is_starter, expected):
    assert meets(Decimal(own), Decimal(other), LEAST, is_starter=is_starter) is expected


def year_of_hours(
    own: float, other: float = 0, *, since: str = "2015-01-01", on: str = "2027-01-01"
):
    """Return the criterion of 2026 with its hours on the year's first and last day."""
    life = trainer(on, since).role("School", kind="employment")
    for role, hours in (("Training", own), ("School", other)):
        for day in ("2026-01-01", "2026-12-31"):
            if hours:
                life.gives(role, hours / 2, day)
    return hours_criterion(life.portfolio(), NL, 2026)


@pytest.mark.parametrize(
    ("own", "other", "since", "stand"),
    [
        (1225, 1000, "2015-01-01", LimitStatus.MET),
        (1300, 1400, "2015-01-01", LimitStatus.NOT_MET),
        (1300, 1400, "2023-03-01", LimitStatus.MET),
        (1224.5, 0, "2015-01-01", LimitStatus.NOT_MET),
    ],
)
def test_the_oracles_come_out_of_a_book_too(own, other, since, stand):
    assert year_of_hours(own, other, since=since).status is stand


@pytest.mark.parametrize(
    ("since", "is_starter"),
    [
        ("2021-12-31", False),  # 2021 to 2025 all have a day as an entrepreneur
        ("2022-01-01", True),  # 2021 has none
    ],
)
def test_a_starter_was_no_entrepreneur_in_one_of_the_five_years_before(
    since, is_starter
):
    assert year_of_hours(1300, since=since).is_starter is is_starter


def test_a_gap_of_a_whole_year_makes_a_starter_again():
    life = Life("2026-12-31", country="NL")
    life.role("Shop", kind="venture", since="2015-01-01", until="2022-01-01")
    life.role("Training", since="2023-01-01").gives("Training", 8, "2026-06-01")

    assert hours_criterion(life.portfolio(), NL, 2026).is_starter


def test_a_second_too_few_is_too_few():
    found = year_of_hours(1225 - 2 / 3600)

    assert found.hours < LEAST
    assert found.status is LimitStatus.NOT_MET


def test_all_roles_on_ones_own_account_count_together():
    life = trainer("2026-12-31").role("Shop", kind="venture")
    life.gives("Training", 700, "2026-01-01").gives("Shop", 525, "2026-12-31")

    assert hours_criterion(life.portfolio(), NL, 2026).status is LimitStatus.MET


def test_terms_decide_over_the_kind():
    employed = terms("8/week", counts_as=CountsAs.EMPLOYMENT)
    life = trainer("2026-12-31").role("Payroll job", employed)
    life.gives("Payroll job", 100, "2026-06-01").gives("Training", 50, "2026-12-31")

    found = hours_criterion(life.portfolio(), NL, 2026)
    assert (found.hours, found.other) == (50, 100)


def test_volunteering_and_private_hours_count_on_neither_side():
    life = trainer("2026-12-31").role("Board", kind="board", is_paid=False)
    life.gives("Board", 300, "2026-06-01").gives("Training", 50, "2026-12-31")
    life.gives("", 400, "2026-06-01", status=RecordStatus.PRIVATE)

    found = hours_criterion(life.portfolio(), NL, 2026)
    assert (found.hours, found.other) == (50, 0)


def test_letting_property_brings_no_hours():
    life = trainer("2026-12-31").role("Flat", sector="Vastgoed")
    life.gives("Flat", 300, "2026-06-01").gives("Training", 50, "2026-12-31")

    assert hours_criterion(life.portfolio(), NL, 2026).hours == 50


def test_an_hour_that_serves_an_employer_too_counts_for_the_employer():
    life = trainer("2026-12-31").role("School", kind="employment")
    life.gives("Training", 10, "2026-06-01", also=["School"])
    life.gives("Training", 5, "2026-12-31")

    found = hours_criterion(life.portfolio(), NL, 2026)
    assert (found.hours, found.other) == (5, 10)


def test_employment_without_logged_hours_counts_as_agreed():
    life = trainer("2026-12-31").role(
        "School", terms("24/week"), kind="employment", since="2026-01-01"
    )
    life.gives("Training", 1300, "2026-12-31")

    found = hours_criterion(life.portfolio(), NL, 2026)
    # 365 days of 24 / 7 hours are 1,251.43; 24 x 52 = 1,248 and a day and a bit
    assert round(found.by_agreement, 2) == Decimal("1251.43")
    assert found.other == found.by_agreement


def test_agreed_hours_stop_where_the_hours_known_stop():
    life = trainer("2026-12-31").role("School", terms("7/week"), kind="employment")
    life.gives("Training", 10, "2026-01-10")

    # ten days of one hour each
    assert round(hours_criterion(life.portfolio(), NL, 2026).other, 6) == 10


def weekly(hours: float, *, on: str, since: str = "2015-01-01", job: float = 0):
    """Return the criterion after so many hours every Friday of 2026 up to the date."""
    life = trainer(on, since).role("School", kind="employment")
    day = date(2026, 1, 2)
    while day <= date.fromisoformat(on):
        life.gives("Training", hours, day)
        if job:
            life.gives("School", job, day)
        day += timedelta(days=7)
    return hours_criterion(life.portfolio(), NL, 2026)


def test_what_is_needed_a_week_is_what_is_missing_over_the_weeks_left():
    found = weekly(24, on="2026-10-30")

    # 44 Fridays of 24 hours are 1,056; 169 are missing; 62 days are left.
    assert found.hours == 1056
    assert found.days_left == 62
    assert found.a_week == Decimal(169) * 7 / 62


def test_the_pace_of_the_year_says_whether_it_will_do():
    # 303 days hold 1,056 hours; over 365 they are 1,272.
    found = weekly(24, on="2026-10-30")

    assert round(found.expected) == 1272
    assert found.status is LimitStatus.ON_THE_WAY


def test_a_pace_that_will_not_do_is_at_risk():
    assert weekly(20, on="2026-10-30").status is LimitStatus.AT_RISK


def test_more_hours_at_a_job_put_it_at_risk_although_the_hours_suffice():
    found = weekly(24, on="2026-10-30", job=30)

    assert found.expected > LEAST
    assert not found.passes_share
    assert found.status is LimitStatus.AT_RISK


def test_hours_reached_with_the_share_kept_are_met_before_the_year_ends():
    found = weekly(30, on="2026-10-30", job=10)

    assert found.hours > LEAST
    assert found.status is LimitStatus.MET
    assert found.a_week is None


def test_what_no_day_is_long_enough_for_is_not_met():
    assert weekly(10, on="2026-12-25").status is LimitStatus.NOT_MET


def test_who_starts_in_the_year_needs_all_hours_and_is_paced_from_the_start():
    life = trainer("2026-11-20", "2026-07-01")
    life.gives_weekly("Training", 30, weeks=20)

    found = hours_criterion(life.portfolio(), NL, 2026)
    # 600 hours from 1 July to Friday 13 November, 136 days; 48 more days at that pace
    assert found.hours == 600
    assert round(found.expected, 2) == round(Decimal(600) + Decimal(600) / 136 * 48, 2)
    assert found.status is LimitStatus.AT_RISK


def test_no_hours_at_all_are_not_judged():
    found = hours_criterion(trainer().portfolio(), NL, 2026)

    assert found.status is LimitStatus.UNKNOWN
    assert found.until is None


def test_nobody_without_an_enterprise_is_asked():
    life = Life("2026-11-20").role("School", kind="employment")

    assert hours_criterion(life.portfolio(), NL, 2026) is None


def test_other_countries_know_no_hours_criterion():
    assert hours_criterion(trainer().portfolio(), pack("uk"), 2026) is None


# -- the small-business scheme --------------------------------------------------------


def turnover(*paid: tuple[str, str], on: str = "2026-11-20"):
    life = trainer(on)
    for amount, day in paid:
        life.is_paid_on("Training", f"{amount} EUR", day)
    return obligations(life.portfolio(), NL).turnover


@pytest.mark.parametrize(
    ("amount", "stand"),
    [
        ("17999.99", LimitStatus.WITHIN),
        ("18000", LimitStatus.NEAR),
        ("20000", LimitStatus.NEAR),  # at most 20,000
        ("20000.01", LimitStatus.OVER),
    ],
)
def test_turnover_stands_to_the_limit_to_the_cent(amount, stand):
    assert turnover((amount, "2026-05-01")).status is stand


def test_the_payment_that_passes_the_limit_is_named():
    found = turnover(
        ("19000", "2026-03-01"), ("1000", "2026-05-01"), ("0.01", "2026-06-01")
    )

    assert found.passed_on == date(2026, 6, 1)


def test_each_calendar_year_begins_anew():
    found = turnover(
        ("500", "2025-01-01"), ("15000", "2025-12-31"), ("8000", "2026-01-01")
    )

    assert found.figure == 8000
    assert found.last_year == 15500


def test_a_year_before_that_is_known_in_part_is_not_told():
    assert turnover(("15000", "2025-06-30")).last_year is None


def test_without_payments_turnover_is_not_known():
    assert turnover().status is LimitStatus.UNKNOWN


def test_rent_counts_as_turnover_too():
    life = trainer().role("Flat", sector="Vastgoed")
    life.is_paid_on("Training", "15000 EUR", "2026-02-01")
    life.is_paid_on("Flat", "6000 EUR", "2026-02-02")

    assert obligations(life.portfolio(), NL).turnover.status is LimitStatus.OVER
