"""Terms that change what a proposal says and keep the rest."""

from datetime import date
from decimal import Decimal

import pytest

from plait.domain.blocks import blocks_from
from plait.domain.proposals.other_terms import other_terms
from plait.domain.proposals.proposal import Move, Proposal
from plait.domain.roles import Clause, PayBasis, Per
from tests.cast import amt, terms

START = date(2027, 1, 4)
HELD = terms(
    "24/week",
    pay="2950 EUR/salary",
    blocks="mon 09:00-17:00",
    clause=Clause.CONSENT,
    notice_days=30,
)


def with_terms(**values) -> Proposal:
    return Proposal(Move.CHANGE, role="practice", **values)


def test_what_is_not_said_stays_as_it_was():
    new = other_terms(HELD, with_terms(clause=Clause.NONE, hours=None), START)

    assert (new.hours, new.pay, new.blocks) == (HELD.hours, HELD.pay, HELD.blocks)
    assert (new.clause, new.notice_days) == (Clause.NONE, 30)
    assert (new.period.start, new.period.end) == (START, None)


@pytest.mark.parametrize(
    ("hours", "pay"), [("16", "1966.67 EUR"), ("12", "1475.00 EUR")]
)
def test_a_months_pay_follows_the_hours(hours, pay):
    # 2,950 x 16 / 24 = 1,966.67, and half of the hours for half of it.
    new = other_terms(HELD, with_terms(hours=Decimal(hours)), START)

    assert new.pay == amt(pay)


def test_pay_that_was_said_goes_before():
    said = with_terms(hours=Decimal(16), pay=amt("2100 EUR"), pay_basis=PayBasis.SALARY)

    assert other_terms(HELD, said, START).pay == amt("2100 EUR")


def test_pay_for_an_hour_does_not_follow_the_hours():
    held = terms("24/week", pay="85 EUR/hour")

    assert other_terms(held, with_terms(hours=Decimal(16)), START).pay == amt("85 EUR")


def test_agreed_days_fall_away_with_other_hours_unless_they_are_said():
    blocks = blocks_from("tue 09:00-13:00")

    assert other_terms(HELD, with_terms(hours=Decimal(16)), START).blocks == ()
    said = with_terms(hours=Decimal(16), blocks=blocks)
    assert other_terms(HELD, said, START).blocks == blocks


def test_the_same_hours_counted_over_another_stretch_are_the_same():
    # 36 hours a month are 36 x 12 / 52.1775 a week either way.
    held = terms("36/month", pay="500 EUR/month", blocks="mon 09:00-17:00")
    said = with_terms(hours=Decimal(432), per=Per.YEAR)

    new = other_terms(held, said, START)

    assert (new.pay, new.blocks) == (held.pay, held.blocks)


def test_a_role_without_terms_gets_its_first():
    new = other_terms(None, with_terms(hours=Decimal(8), per=Per.WEEK), START)

    assert (new.hours, new.pay) == (8, None)
