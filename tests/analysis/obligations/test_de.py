"""Germany: VAT, prepayments, returns, the small-business scheme, one client, interest."""

from datetime import date
from decimal import ROUND_CEILING, Decimal

import pytest

from plait.analysis.obligations.facts import TaxFacts, VatInterval
from plait.analysis.obligations.interest import late_interest
from plait.analysis.obligations.obligation import (
    LimitStatus,
    ObligationKind,
    WhyUnknown,
)
from plait.analysis.obligations.report import obligations
from plait.reference.obligations.packs import code_for, pack
from tests.cast import Life

DE = pack("de")


def editor(on: str = "2026-11-30", *, since: str = "2019-01-01", **told) -> Life:
    return Life(on, country="DE", **told).role("Editing", since=since)


def due(life: Life, kind: ObligationKind, until: str, **facts) -> list[date]:
    found = obligations(
        life.portfolio(), DE, until=date.fromisoformat(until), facts=TaxFacts(**facts)
    )
    return [one.due_on for one in found.due if one.kind is kind]


def days(*texts: str) -> list[date]:
    return [date.fromisoformat(f"2026-{text}") for text in texts]


def test_the_country_finds_its_pack():
    assert code_for("de") == "de"


# The calendars of 2026 below are published: dr-lohner-steuerberatung.de for VAT,
# stb-schieren.de and blog.orgamax.de for prepayments.


def test_vat_by_the_quarter_is_due_as_published_for_2026():
    life = editor("2026-01-01")

    assert due(life, ObligationKind.VAT_RETURN, "2026-12-31") == days(
        "01-12", "04-10", "07-10", "10-12"
    )


def test_vat_by_the_month_is_due_as_published_for_2026():
    life = editor("2026-01-01")

    assert due(
        life, ObligationKind.VAT_PAYMENT, "2026-12-31", vat=VatInterval.MONTH
    ) == days(
        *("01-12", "02-10", "03-10", "04-10", "05-11", "06-10"),
        *("07-10", "08-10", "09-10", "10-12", "11-10", "12-10"),
    )


def test_the_lasting_extension_gives_a_month_more():
    life = editor("2026-01-01")
    found = obligations(
        life.portfolio(),
        DE,
        until=date(2026, 6, 30),
        facts=TaxFacts(vat=VatInterval.QUARTER, vat_extended=True),
    )

    returns = [one for one in found.due if one.kind is ObligationKind.VAT_RETURN]
    # IV/2025 on Tuesday 10 February, I/2026 on Monday 11 May: the 10th is a Sunday
    assert [one.due_on for one in returns] == days("02-10", "05-11")
    assert returns[0].period.start == date(2025, 10, 1)


def test_who_files_no_vat_has_no_vat_dates():
    life = editor("2026-01-01")

    assert (
        due(life, ObligationKind.VAT_RETURN, "2026-12-31", vat=VatInterval.NEVER) == []
    )


def test_income_tax_in_advance_is_due_as_published_for_2026():
    life = editor("2026-01-01")

    assert due(life, ObligationKind.INCOME_AHEAD, "2026-12-31") == days(
        "03-10", "06-10", "09-10", "12-10"
    )


@pytest.mark.parametrize(
    ("bill", "each"), [("399.99", None), ("400", "100"), ("5000.10", "1250.03")]
)
def test_a_fourth_of_the_last_bill_is_paid_each_time(bill, each):
    facts = TaxFacts(last_bill=Decimal(bill))
    found = obligations(editor("2026-11-30").portfolio(), DE, facts=facts)

    amounts = {o.amount for o in found.due if o.kind is ObligationKind.INCOME_AHEAD}
    assert amounts == ({Decimal(each)} if each else set())


def test_without_a_bill_the_notice_says_how_much():
    found = obligations(editor("2026-11-30").portfolio(), DE)

    (first, *_) = [o for o in found.due if o.kind is ObligationKind.INCOME_AHEAD]
    assert (first.due_on, first.why_unknown) == (
        date(2026, 12, 10),
        WhyUnknown.NOTICE,
    )


def test_who_just_began_has_no_notice_yet():
    life = editor("2026-11-30", since="2026-05-01")

    assert due(life, ObligationKind.INCOME_AHEAD, "2026-12-31") == []


def shop(amount: str) -> Life:
    life = Life("2026-01-01", country="DE").role("Shop", kind="venture")
    return life.is_paid_on("Shop", f"{amount} EUR", "2025-06-01")


def test_trade_tax_of_a_venture_is_due_as_published_for_2026():
    # 15 November is a Sunday; it is a holiday nowhere on the Monday.
    assert due(shop("30000"), ObligationKind.TRADE_AHEAD, "2026-12-31") == days(
        "02-16", "05-15", "08-17", "11-16"
    )


def test_a_small_venture_and_a_freelancer_pay_no_trade_tax():
    freelancer = editor("2026-01-01")
    freelancer.is_paid_on("Editing", "90000 EUR", "2025-06-01")

    assert due(shop("24500"), ObligationKind.TRADE_AHEAD, "2026-12-31") == []
    assert due(freelancer, ObligationKind.TRADE_AHEAD, "2026-12-31") == []


@pytest.mark.parametrize(
    ("on", "day"), [("2026-01-01", "2026-07-31"), ("2027-01-01", "2027-08-02")]
)
def test_the_returns_of_a_year_are_due_at_the_end_of_july(on, day):
    # 31 July 2027 is a Saturday.
    life = editor(on)

    assert due(life, ObligationKind.RETURN, f"{day[:4]}-12-31") == [
        date.fromisoformat(day)
    ]


@pytest.mark.parametrize(("region", "day"), [("SL", 18), ("BE", 15)])
def test_the_holidays_of_ones_own_federal_state_move_a_date(region, day):
    # Friday 15 August 2025 is Assumption Day in the Saarland, and a working day in Berlin.
    life = Life("2025-08-01", country="DE", region=region).role("Shop", kind="venture")
    life.is_paid_on("Shop", "30000 EUR", "2024-06-01")

    assert due(life, ObligationKind.TRADE_AHEAD, "2025-08-31") == [date(2025, 8, day)]


# -- the small-business scheme --------------------------------------------------------


def scheme(*paid: tuple[str, str], since: str = "2019-01-01"):
    life = editor(since=since)
    for amount, day in paid:
        life.is_paid_on("Editing", f"{amount} EUR", day)
    return obligations(life.portfolio(), DE).turnover


def test_above_25000_the_scheme_ends_with_the_year():
    found = scheme(("9000", "2025-01-01"), ("26000", "2026-08-03"))

    assert found.status is LimitStatus.OVER
    assert (found.passed_on, found.ended_on) == (date(2026, 8, 3), None)
    assert found.may_be_used


def test_above_100000_it_ends_at_once():
    found = scheme(
        ("9000", "2025-01-01"), ("100000", "2026-08-03"), ("0.01", "2026-09-01")
    )

    assert found.ended_on == date(2026, 9, 1)


def test_in_the_first_year_25000_end_it_at_once():
    found = scheme(("26000", "2026-08-03"), since="2026-02-01")

    assert found.ended_on == date(2026, 8, 3)


def test_who_was_above_25000_last_year_is_not_in_it():
    assert not scheme(("25000.01", "2025-01-01")).may_be_used
    assert scheme(("25000", "2025-01-01")).may_be_used


def test_rent_is_exempt_and_no_part_of_it():
    life = editor().role("Flat", sector="real estate")
    life.is_paid_on("Flat", "30000 EUR", "2026-03-01")

    assert obligations(life.portfolio(), DE).turnover.figure == 0


# -- one client -----------------------------------------------------------------------


def clients(large: str, small: str):
    life = editor().is_paid_on("Editing", f"{large} EUR", "2026-03-01", by="Verlag")
    life.is_paid_on("Editing", f"{small} EUR", "2026-04-01", by="Agentur")
    return obligations(life.portfolio(), DE).main_client


@pytest.mark.parametrize(
    ("large", "small", "status"),
    [
        ("8000", "2000", LimitStatus.WITHIN),
        ("8400", "1600", LimitStatus.OVER),
        ("8400", "0.01", LimitStatus.OVER),
    ],
)
def test_more_than_five_sixths_of_one_client_is_a_warning(large, small, status):
    found = clients(large, small)

    assert (found.client, found.status) == ("Verlag", status)


def test_nobody_is_warned_who_was_not_paid():
    assert obligations(editor().portfolio(), DE).main_client is None


# -- figures of a year ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "wage"), [("D-8a", "12.82"), ("D-8b", "13.90"), ("D-8c", "14.60")]
)
def test_a_minijob_is_ten_hours_a_week_of_the_minimum_wage(rule, wage):
    # SGB IV § 8 (1a): the wage times 130, parted by three, rounded up to a euro.
    limit = (Decimal(wage) * 130 / 3).to_integral_value(ROUND_CEILING)

    assert DE.rule(rule).how.amount == limit


def test_allowances_rise_in_2026():
    held = [r for r in DE.rules if r.id.startswith("D-9")]
    in_force = {
        year: [r.how.amount for r in held if r.is_in_force_on(date(year, 7, 1))]
        for year in (2025, 2026)
    }

    assert in_force == {2025: [3000, 840], 2026: [3300, 960]}


# -- interest -------------------------------------------------------------------------


def interest(amount: str, due_on: date, on: date) -> Decimal:
    how = DE.rule("D-11").how
    return late_interest(how, Decimal(amount), due_on, on, currency="EUR").interest


def test_days_of_each_half_year_bear_their_own_rate_and_no_interest_on_it():
    # 2025: 181 days at 9 + 2.27 and 184 at 9 + 1.27, then 31 days of 2026 at 10.27:
    # 10,000 x (11.27 x 181 + 10.27 x 215) / 36,500 = 1,163.81
    assert interest("10000", date(2024, 12, 31), date(2026, 1, 31)) == Decimal(
        "1163.81"
    )


def test_the_formula_is_that_of_a_published_example():
    # anleiter.de: 1,000 at 5.12 % for 25 days are 3.51.
    assert round(Decimal(1000) * 25 * Decimal("5.12") / 36500, 2) == Decimal("3.51")
    # The same days and sum at the 12.62 of the first half of 2024: 8.64.
    assert interest("1000", date(2024, 2, 1), date(2024, 2, 26)) == Decimal("8.64")
