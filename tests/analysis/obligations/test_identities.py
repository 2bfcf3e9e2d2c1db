"""What holds of duties whatever the figures are."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plait.analysis.obligations.days import (
    is_working_day,
    quarter_of,
    working_day_by,
    working_day_from,
    year_of,
)
from plait.analysis.obligations.facts import TaxFacts
from plait.analysis.obligations.interest import late_interest
from plait.analysis.obligations.safe_harbour import prepayment
from plait.reference.obligations.kinds import LateInterest
from plait.reference.obligations.packs import codes, pack

HOWS = [pack(code).of_kind(LateInterest)[0][1] for code in ("uk", "nl")]
DAYS = st.dates(date(2012, 1, 1), date(2035, 12, 31))
SUMS = st.decimals(min_value=0, max_value=10**7, places=2)


@given(st.sampled_from(HOWS), SUMS, DAYS, st.integers(1, 1500))
def test_a_day_more_never_lowers_the_interest(how, amount, due_on, days):
    earlier, later = (
        late_interest(how, amount, due_on, due_on + timedelta(days=n), currency="EUR")
        for n in (days, days + 1)
    )

    assert earlier.interest <= later.interest


@given(DAYS, st.sampled_from(codes()))
def test_a_working_day_is_found_within_a_week_on_its_side(day, code):
    rules = pack(code)
    before, after = working_day_by(day, rules), working_day_from(day, rules)

    assert day - timedelta(days=7) < before <= day <= after < day + timedelta(days=7)
    assert is_working_day(before, rules.country, rules.region)
    assert is_working_day(after, rules.country, rules.region)


@given(DAYS, st.sampled_from(codes()))
def test_every_day_is_in_its_tax_year_and_its_quarter_and_that_in_the_year(day, code):
    rules = pack(code)
    year, quarter = (
        year_of(day, rules.year_starts),
        quarter_of(day, rules.quarter_starts),
    )

    assert day in year
    assert day in quarter
    assert year.start <= quarter.start
    assert quarter.end <= year.end


@given(SUMS, SUMS, SUMS)
def test_four_instalments_come_to_what_is_left_to_pay_ahead(last, expected, taken):
    found = prepayment(pack("us"), TaxFacts(last, expected, taken))

    assert found.required <= max(found.prior, found.current) + Decimal("0.01")
    assert abs(4 * found.each - found.still) <= Decimal("0.02")
