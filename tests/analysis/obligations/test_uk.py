"""The United Kingdom: gross income, quarterly updates, payments on account."""

from datetime import date
from decimal import Decimal

import pytest

from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.obligation import (
    LimitStatus,
    ObligationKind,
    WhyUnknown,
)
from plait.analysis.obligations.report import obligations
from plait.reference.obligations.packs import pack
from tests.cast import Life

UK = pack("uk")


def consultant(on: str = "2026-11-20", **told) -> Life:
    return Life(on, currency="GBP", country="GB", **told).role("Consulting")


def two_sources(rent: str, trade: str, *, on: str = "2026-03-01") -> Life:
    """Return a life with rent and trade in 2024-25."""
    life = consultant(on).role("Flat", sector="Property")
    life.is_paid_on("Consulting", trade, "2024-04-06")
    return life.is_paid_on("Flat", rent, "2025-04-05")


def found(life: Life, **told):
    return obligations(life.portfolio(), UK, **told)


def of_kind(answer, what: ObligationKind):
    return [one for one in answer.due if one.kind is what]


def test_rent_and_trade_together_bring_making_tax_digital():
    # The tax office's own example: 25,000 + 27,000 = 52,000 > 50,000.
    answer = found(two_sources("25000 GBP", "27000 GBP"))

    step = answer.entry_steps[0]
    assert step.figure == Decimal(52000)
    assert step.status is LimitStatus.OVER
    assert answer.enters_on == date(2026, 4, 6)


@pytest.mark.parametrize(
    ("trade", "stand"),
    [
        ("25000 GBP", LimitStatus.NEAR),  # 50,000 is not more than 50,000
        ("25000.01 GBP", LimitStatus.OVER),
        ("19999.99 GBP", LimitStatus.WITHIN),  # below nine tenths
    ],
)
def test_only_strictly_more_than_the_threshold_is_in(trade, stand):
    assert found(two_sources("25000 GBP", trade)).entry_steps[0].status is stand


def test_costs_change_nothing_because_gross_counts():
    life = two_sources("25000 GBP", "27000 GBP")
    life.is_paid_on("Consulting", "-30000 GBP", "2024-06-01")

    assert found(life).entry_steps[0].figure == Decimal(52000)


def test_wages_do_not_count():
    life = two_sources("10000 GBP", "20000 GBP").role("School", kind="employment")
    life.is_paid_on("School", "40000 GBP", "2024-06-01")

    assert found(life).entry_steps[0].figure == Decimal(30000)


def test_a_tax_year_begins_on_6_april():
    life = consultant().is_paid_on("Consulting", "60000 GBP", "2025-04-05")
    life.is_paid_on("Consulting", "25000 GBP", "2025-04-06")

    figures = [step.figure for step in found(life).entry_steps]
    assert figures == [Decimal(60000), Decimal(25000), Decimal(0)]


def test_the_later_steps_begin_a_year_later_each():
    life = consultant().is_paid_on("Consulting", "29000 GBP", "2025-01-05")
    life.is_paid_on("Consulting", "30000.01 GBP", "2026-01-05")

    answer = found(life)
    assert [step.status for step in answer.entry_steps][:2] == [
        LimitStatus.WITHIN,
        LimitStatus.OVER,
    ]
    assert answer.enters_on == date(2027, 4, 6)


def test_a_year_that_runs_says_so_and_a_passed_threshold_stands():
    life = consultant().is_paid_on("Consulting", "20000.01 GBP", "2026-05-05")

    step = found(life).entry_steps[-1]
    assert not step.is_over
    assert step.status is LimitStatus.OVER


def test_a_year_before_the_first_payment_known_is_not_judged():
    life = consultant().is_paid_on("Consulting", "100 GBP", "2026-05-05")

    assert [s.status for s in found(life).entry_steps] == [
        LimitStatus.UNKNOWN,
        LimitStatus.UNKNOWN,
        LimitStatus.WITHIN,
    ]


def test_a_year_known_in_part_says_so():
    life = consultant().is_paid_on("Consulting", "100 GBP", "2025-10-05")

    assert not found(life).entry_steps[1].is_whole
    assert found(life).entry_steps[2].is_whole


def test_updates_are_due_for_each_source_after_each_quarter():
    life = two_sources("25000 GBP", "27000 GBP", on="2026-04-06")

    updates = of_kind(found(life, until=date(2027, 6, 1)), ObligationKind.UPDATE)
    assert [one.due_on for one in updates] == [
        day
        for day in (
            date(2026, 8, 7),
            date(2026, 11, 7),
            date(2027, 2, 7),
            date(2027, 5, 7),
        )
        for _ in range(2)
    ]
    assert [one.roles for one in updates[:2]] == [(0,), (1,)]


def test_an_update_tells_both_ways_to_cut_its_quarter():
    life = two_sources("25000 GBP", "27000 GBP", on="2026-04-06")

    updates = of_kind(found(life, until=date(2027, 6, 1)), ObligationKind.UPDATE)[::2]
    told = [(u.period.start, u.period.end, u.also.start, u.also.end) for u in updates]
    # Ends are the first day outside: 5 July is in, 6 July not.
    assert told == [
        (date(2026, 4, 6), date(2026, 7, 6), date(2026, 4, 1), date(2026, 7, 1)),
        (date(2026, 7, 6), date(2026, 10, 6), date(2026, 7, 1), date(2026, 10, 1)),
        (date(2026, 10, 6), date(2027, 1, 6), date(2026, 10, 1), date(2027, 1, 1)),
        (date(2027, 1, 6), date(2027, 4, 6), date(2027, 1, 1), date(2027, 4, 1)),
    ]


def test_contracts_are_one_source_and_each_venture_is_its_own():
    life = two_sources("25000 GBP", "27000 GBP", on="2026-04-06")
    life.role("Editing").role("Shop", kind="venture").role("House", sector="Lettings")

    updates = of_kind(found(life, until=date(2026, 8, 7)), ObligationKind.UPDATE)
    assert [one.roles for one in updates] == [(0, 2), (1, 4), (3,)]


def test_a_role_that_ended_before_the_year_has_no_update():
    life = two_sources("25000 GBP", "27000 GBP", on="2026-04-06")
    life.role("Old stall", kind="venture", until="2026-04-06")

    updates = of_kind(found(life, until=date(2026, 8, 7)), ObligationKind.UPDATE)
    assert [one.roles for one in updates] == [(0,), (1,)]


def test_nobody_below_the_thresholds_has_updates():
    answer = found(two_sources("1000 GBP", "2000 GBP", on="2026-04-06"))

    assert of_kind(answer, ObligationKind.UPDATE) == []


def test_the_final_declaration_takes_the_place_of_the_return():
    life = two_sources("25000 GBP", "27000 GBP", on="2026-12-01")
    answer = found(life, until=date(2028, 2, 1))

    returns, declared = (
        of_kind(answer, ObligationKind.RETURN),
        of_kind(answer, ObligationKind.DECLARATION),
    )
    assert [(r.due_on, r.period.start) for r in returns] == [
        (date(2027, 1, 31), date(2025, 4, 6))
    ]
    assert [(d.due_on, d.period.start) for d in declared] == [
        (date(2028, 1, 31), date(2026, 4, 6))
    ]


def payments(bill: str | None, *, at_source: str = "0", on: str = "2026-11-20"):
    told = TaxFacts(
        last_bill=Decimal(bill) if bill else None, at_source=Decimal(at_source)
    )
    answer = found(consultant(on), facts=told)
    return answer, of_kind(answer, ObligationKind.ON_ACCOUNT)


def test_half_the_last_bill_is_due_in_january_and_in_july():
    _, due = payments("4000")

    assert [(one.due_on, one.amount) for one in due] == [
        (date(2027, 1, 31), Decimal("2000.00")),
        (date(2027, 7, 31), Decimal("2000.00")),
    ]


def test_half_of_an_odd_cent_is_rounded_up():
    _, due = payments("4000.01")

    assert due[0].amount == Decimal("2000.01")  # 2,000.005, halves up


@pytest.mark.parametrize(
    ("bill", "at_source", "n_due"),
    [
        ("999.99", "0", 0),
        ("1000", "0", 2),  # "less than 1,000" asks none
        ("2000", "8000", 2),  # 8,000 of 10,000 are 80 %, not more
        ("2000", "8000.01", 0),
    ],
)
def test_a_small_bill_or_tax_taken_at_source_asks_for_none(bill, at_source, n_due):
    answer, due = payments(bill, at_source=at_source)

    assert len(due) == n_due
    assert answer.on_account.status is (
        LimitStatus.DUE if n_due else LimitStatus.NOT_DUE
    )


def test_without_the_last_bill_the_payments_are_told_and_their_sum_is_not():
    _, due = payments(None)

    assert [one.amount for one in due] == [None, None]
    assert {one.why_unknown for one in due} == {WhyUnknown.LAST_BILL}


def test_in_spring_the_july_payment_follows_from_the_last_bill_and_january_does_not():
    _, due = payments("4000", on="2026-03-01")

    assert [(one.due_on, one.amount, one.why_unknown) for one in due] == [
        (date(2026, 7, 31), Decimal("2000.00"), None),
        (date(2027, 1, 31), None, WhyUnknown.LATER_BILL),
    ]


def test_payments_are_towards_the_year_that_runs_in_january():
    _, due = payments("4000")

    assert {one.period.start for one in due} == {date(2026, 4, 6)}


def test_what_the_bill_leaves_is_due_in_january():
    answer, _ = payments("4000")

    (balance,) = of_kind(answer, ObligationKind.BALANCE)
    assert balance.due_on == date(2027, 1, 31)
    assert balance.period.start == date(2025, 4, 6)
    assert balance.why_unknown is WhyUnknown.PAID_BEFORE


def test_who_began_this_year_has_no_bill_to_pay_half_of():
    life = Life("2026-11-20", currency="GBP").role("Consulting", since="2026-06-01")
    answer = obligations(life.portfolio(), UK)

    assert of_kind(answer, ObligationKind.BALANCE) == []
    assert [one.due_on for one in of_kind(answer, ObligationKind.ON_ACCOUNT)] == []


def test_who_is_only_employed_has_nothing_due():
    life = Life("2026-11-20", currency="GBP").role("School", kind="employment")
    life.is_paid_monthly("School", "3000 GBP", months=30)
    answer = obligations(life.portfolio(), UK)

    assert answer.own == ()
    assert answer.due == ()
    assert answer.entry_steps == ()


def test_an_empty_book_has_nothing_due():
    assert obligations(Life("2026-11-20").portfolio(), UK).due == ()


@pytest.mark.parametrize(
    ("bill", "paid", "rest"),
    [
        ("6000", "4200", ["1800"]),  # the bill less both payments on account
        ("6000", "0", ["6000"]),
        ("6000", "6000", []),
        ("6000", "6500", []),  # what was too much comes back
    ],
)
def test_what_was_paid_on_account_comes_off_the_bill(bill, paid, rest):
    facts = TaxFacts(last_bill=Decimal(bill), paid_ahead=Decimal(paid))

    answer = found(consultant(), facts=facts)
    balances = of_kind(answer, ObligationKind.BALANCE)
    assert [f"{one.amount}" for one in balances] == rest
