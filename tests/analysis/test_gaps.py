"""What the picture lacks, each gap present and absent at its edge."""

from datetime import date

import pytest

from plait.analysis.gaps import Gap, Missing, gaps
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life, day, terms


def found(life: Life) -> list[Missing]:
    portfolio = life.portfolio()
    return list(gaps(portfolio, published_rates(portfolio.payments.currencies)))


def missing(life: Life, gap: Gap) -> Missing | None:
    return next((one for one in found(life) if one.gap is gap), None)


def names(life: Life, gap: Gap) -> list[str]:
    one = missing(life, gap)
    return [life.roles[role].name for role in one.roles] if one else []


def whole() -> Life:
    """Return a life that lacks nothing."""
    life = Life(on="2026-11-20", capacity=40).role("Practice", "24/week")
    life.gives_weekly("Practice", 24, weeks=10)
    return life.is_paid_monthly("Practice", "2950 EUR", months=12)


def test_a_whole_picture_lacks_nothing():
    assert found(whole()) == []


def test_an_empty_book_lacks_only_what_the_person_would_say_of_themselves():
    assert found(Life()) == [Missing(Gap.NO_CAPACITY)]
    assert found(Life(capacity=40)) == []


def test_nought_hours_to_give_are_told_hours():
    assert missing(Life(capacity=0), Gap.NO_CAPACITY) is None


def test_roles_without_terms_are_named_together():
    life = whole().role("Board", is_paid=False).role("Mentor", is_paid=False)

    assert names(life, Gap.NO_TERMS) == ["Board", "Mentor"]


def test_an_opportunity_needs_neither_terms_nor_hours_nor_income():
    life = whole().role("Perhaps", kind="opportunity")

    assert found(life) == []
    assert found(Life(capacity=40).role("Perhaps", kind="opportunity")) == []


@pytest.mark.parametrize(
    ("until", "has_ended"),
    [("2026-11-20", True), ("2026-11-21", False), (None, False)],
)
def test_terms_end_on_the_day_they_no_longer_hold(until, has_ended):
    life = whole().role("Board", terms("2/week", until=until), is_paid=False)

    assert names(life, Gap.TERMS_ENDED) == (["Board"] if has_ended else [])
    assert missing(life, Gap.NO_TERMS) is None


def test_terms_that_only_begin_later_have_not_ended():
    later = terms("2/week", since="2026-12-01")

    life = whole().role("Board", later, is_paid=False)

    assert names(life, Gap.NO_TERMS) == ["Board"]
    assert missing(life, Gap.TERMS_ENDED) is None


def test_terms_without_hours_are_told_apart_from_no_terms():
    life = whole().role("Trainer", terms(pay="960 EUR/day"), is_paid=False)

    assert names(life, Gap.NO_HOURS_AGREED) == ["Trainer"]
    assert missing(life, Gap.NO_TERMS) is None


def test_nought_hours_agreed_are_agreed_hours():
    life = whole().role("Advisor", "0/week", is_paid=False)

    assert missing(life, Gap.NO_HOURS_AGREED) is None


def test_a_role_that_ended_lacks_nothing():
    assert found(whole().role("Old", until="2026-11-20", is_sure=False)) == []


def test_a_kind_that_was_only_read_off_a_title_is_to_be_checked():
    life = whole().role("Lead", "2/week", is_paid=False, is_sure=False)

    assert names(life, Gap.KIND_UNSURE) == ["Lead"]


@pytest.mark.parametrize(
    ("since", "is_missed"),
    [
        ("2026-08-21", True),  # 91 days before 20 November
        ("2026-08-22", False),  # 90 days
    ],
)
def test_income_of_a_paid_role_is_missed_after_a_quarter(since, is_missed):
    life = whole().role("Training", "2/week", since=since)

    assert names(life, Gap.NO_INCOME) == (["Training"] if is_missed else [])


def test_one_income_ever_is_enough_and_a_cost_is_none():
    life = whole().role("Training", "2/week")

    life.is_paid_on("Training", "-30 EUR", "2026-10-01")
    assert names(life, Gap.NO_INCOME) == ["Training"]

    life.is_paid_on("Training", "1 EUR", "2021-01-01")
    assert names(life, Gap.NO_INCOME) == []


def test_income_of_an_unpaid_role_is_not_missed():
    assert (
        missing(whole().role("Board", "2/week", is_paid=False), Gap.NO_INCOME) is None
    )


def test_without_any_statement_no_role_is_singled_out():
    life = Life(capacity=40).role("Practice", "24/week").role("Flat", "1/week")

    assert missing(life, Gap.NO_INCOME) is None
    assert names(life, Gap.MONEY_STOPS) == ["Practice", "Flat"]
    assert missing(life, Gap.MONEY_STOPS).last_on is None


def test_without_statements_unpaid_roles_miss_none():
    life = Life(capacity=40).role("Board", "2/week", is_paid=False)

    assert missing(life, Gap.MONEY_STOPS) is None


def test_hours_are_missed_where_there_are_roles_and_none_were_logged():
    assert missing(Life().role("Practice"), Gap.HOURS_STOP) == Missing(Gap.HOURS_STOP)
    assert missing(Life(), Gap.HOURS_STOP) is None


@pytest.mark.parametrize(
    ("last", "is_stale"),
    [("2026-11-06", False), ("2026-11-05", True)],  # 14 and 15 days
)
def test_hours_stop_after_two_weeks_without_any(last, is_stale):
    life = Life().role("Practice").gives("Practice", 8, last)

    one = missing(life, Gap.HOURS_STOP)

    assert (one.last_on if one else None) == (day(last) if is_stale else None)


def paid(until: str, **told) -> Life:
    life = Life(on="2026-11-20", capacity=40).role("Practice", "24/week")
    for on in ("2026-09-01", "2026-09-20", until):
        life.is_paid_on("Practice", "10 EUR", on, **told)
    return life


@pytest.mark.parametrize(
    ("last", "is_stale"),
    [("2026-10-11", False), ("2026-10-10", True)],  # 40 and 41 days
)
def test_an_account_that_pays_a_role_stops_after_forty_days(last, is_stale):
    one = missing(paid(last, account="NL01"), Gap.MONEY_STOPS)

    expected = Missing(Gap.MONEY_STOPS, (0,), date.fromisoformat(last), "NL01")
    assert one == (expected if is_stale else None)


def test_any_line_shows_that_the_statements_of_an_account_go_on():
    life = paid("2026-10-10").is_paid_on(
        "", "-3 EUR", "2026-11-18", status=RecordStatus.PRIVATE
    )

    assert missing(life, Gap.MONEY_STOPS) is None


@pytest.mark.parametrize(
    ("first", "is_stale"),
    [
        # Lines every 92 days (1 July, 1 April, ...): twice that is 184 days.
        ("2026-05-21", False),  # 183 days before the date
        ("2026-05-19", True),  # 185
    ],
)
def test_an_account_with_few_lines_may_be_silent_for_twice_its_usual_time(
    first, is_stale
):
    life = Life(on="2026-11-20").role("Flat")
    for back in (184, 92, 0):
        on = date.fromordinal(day(first).toordinal() - back)
        life.is_paid_on("Flat", "780 EUR", on)

    assert (missing(life, Gap.MONEY_STOPS) is not None) is is_stale


def test_an_account_is_not_missed_once_the_income_moved_to_another():
    life = paid("2026-09-28", account="old")

    life.is_paid_on("Practice", "10 EUR", "2026-11-02", account="new")

    assert missing(life, Gap.MONEY_STOPS) is None


def test_an_account_is_not_missed_a_year_after_it_last_paid():
    # 365 days before 20 November 2026 is 20 November 2025.
    life = Life(on="2026-11-20").role("Practice")

    assert (
        missing(life.is_paid_on("Practice", "10 EUR", "2025-11-20"), Gap.MONEY_STOPS)
        is None
    )
    assert missing(
        life.is_paid_on("Practice", "10 EUR", "2025-11-21"), Gap.MONEY_STOPS
    ) == Missing(Gap.MONEY_STOPS, (0,), day("2025-11-21"), "main")


def test_the_account_of_a_role_that_ended_is_not_missed():
    life = Life(on="2026-11-20").role("Old", until="2026-09-01")

    assert (
        missing(life.is_paid_on("Old", "10 EUR", "2026-08-28"), Gap.MONEY_STOPS) is None
    )


def test_each_silent_account_is_told_once_with_all_its_roles():
    life = Life(on="2026-11-20").role("Practice").role("Board").role("Flat")
    life.is_paid_on("Practice", "10 EUR", "2026-09-01", account="NL01")
    life.is_paid_on("Flat", "10 EUR", "2026-08-01", account="GB02")
    life.is_paid_on("Board", "10 EUR", "2026-09-03", account="NL01")

    stopped = [one for one in found(life) if one.gap is Gap.MONEY_STOPS]

    assert [(one.account, one.roles, str(one.last_on)) for one in stopped] == [
        ("NL01", (0, 1), "2026-09-03"),
        ("GB02", (2,), "2026-08-01"),
    ]


def test_currencies_without_a_rate_are_named_where_a_role_was_paid_in_them():
    life = whole().is_paid_on("Practice", "9000 UAH", "2026-10-30")
    life.is_paid_on("Practice", "100 RUB", "2026-10-30")  # no rate since March 2022
    life.is_paid_on("", "-100 VND", "2026-10-30", status=RecordStatus.PRIVATE)

    assert missing(life, Gap.NO_RATE).currencies == ("RUB", "UAH")


def test_a_currency_with_a_rate_is_not_missed():
    life = whole().is_paid_on("Practice", "9000 GBP", "2026-10-30")

    assert missing(life, Gap.NO_RATE) is None
