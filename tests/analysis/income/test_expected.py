"""What should have come against what did: missing, short, doubled, late."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.income.expected import By, Kind, Paid, expected
from plait.analysis.series.streams import income_of
from plait.domain.period import add_months
from plait.domain.records import RecordStatus
from plait.reference.rates import published_rates
from tests.cast import Life, terms

MONTHS = [add_months(date(2025, 1, 1), month) for month in range(24)]


def salaried(on="2026-11-20", *, pay="4000 EUR/salary", **told):
    return Life(on=on).role(
        "Practice", terms("24/week", pay=pay, **told), at="De Linde"
    )


def client(on="2026-11-20", **told):
    return Life(on=on).role("Atlas", at="Zorggroep Atlas", **told)


def paid(life, days, amount=2900.0, currency="EUR", by=None):
    role = life.roles[0].name
    for on in days:
        if on <= life.on:
            life.is_paid_on(role, f"{amount:.2f} {currency}", on, by=by)
    return life


def on_the(number, *, without=()):
    return [m.replace(day=number) for m in MONTHS if m.isoformat()[:7] not in without]


def found_in(life, *, known_until=None):
    # The account is in daily use: nothing is unknown up to the date.
    newest = known_until or life.on
    life.is_paid_on("", "-1 EUR", newest, status=RecordStatus.PRIVATE)
    portfolio = life.portfolio()
    rates = published_rates([*portfolio.payments.currencies, "EUR", "GBP"])
    return expected(portfolio, income_of(portfolio, rates), rates)


def told(life, **how):
    return found_in(life, **how).unexpected


def test_an_empty_book_expects_nothing():
    found = found_in(Life().role("Practice"))

    assert (found.lines, found.unexpected) == ((), ())


def test_a_salary_that_comes_as_it_did_is_no_news():
    found = found_in(paid(salaried(), on_the(24)))

    assert found.unexpected == ()
    [line] = found.lines
    assert (line.by, line.next_on) == (By.TERMS, date(2026, 11, 24))
    # 2,900 of 4,000 came in each month: the usual share is .725.
    assert line.expected[-1] == pytest.approx(2900)


def test_a_salary_is_missing_once_its_day_and_its_spread_have_passed():
    life = paid(salaried(on="2026-10-27"), on_the(24, without=("2026-10",)))
    assert told(life) == ()

    later = paid(salaried(on="2026-10-28"), on_the(24, without=("2026-10",)))
    [missing] = told(later)

    # It always came on the 24th: no spread, and three days of grace, to the 27th.
    assert (missing.kind, missing.due_on) == (Kind.MISSING, date(2026, 10, 24))
    assert (missing.agreed, missing.expected) == (4000, pytest.approx(2900))
    assert (missing.came, missing.days, missing.n_seen) == (0, 4, 12)
    assert missing.payments == ()


def test_a_stream_that_is_a_week_late_now_and_then_is_waited_for_longer():
    days = [m.replace(day=24 if n % 4 else 30) for n, m in enumerate(MONTHS[:22])]
    # Usually the 24th, up to six days later: 24 + 6 + 3 is 2 November.
    early = paid(client(on="2026-11-01"), days[:21])
    late = paid(client(on="2026-11-03"), days[:21])

    assert told(early) == ()
    assert [one.kind for one in told(late)] == [Kind.MISSING]


def test_what_the_statements_do_not_reach_is_not_missing():
    life = paid(salaried(on="2026-10-30"), on_the(24, without=("2026-10",)))

    assert told(life, known_until="2026-10-20") == ()


def test_a_missing_month_that_is_not_the_last_is_told_too():
    [missing] = told(paid(salaried(), on_the(24, without=("2026-08",))))

    assert (missing.kind, missing.due_on) == (Kind.MISSING, date(2026, 8, 24))


def test_a_month_that_went_without_a_year_ago_is_no_surprise():
    found = told(paid(salaried(), on_the(24, without=("2025-08", "2026-08"))))

    assert found == ()


def test_two_missing_months_in_a_row_are_told_once():
    without = ("2026-09", "2026-10")
    life = salaried(on="2026-10-30", pay="")
    [missing] = told(paid(life, on_the(24, without=without)))

    assert (missing.n, missing.since) == (2, date(2026, 9, 24))
    assert missing.expected == pytest.approx(5800)


def test_a_stream_that_dried_up_is_left_to_the_finding_that_says_so():
    without = ("2026-08", "2026-09", "2026-10")

    assert told(paid(salaried(), on_the(24, without=without))) == ()


def test_the_terms_say_what_is_short_where_they_rise():
    life = Life(on="2026-11-20")
    before = terms("24/week", pay="4000 EUR/salary", until="2026-09-01")
    after = terms("24/week", pay="4400 EUR/salary", since="2026-09-01")
    life.role("Practice", before, after)
    [short] = told(paid(life, on_the(24)))

    # The share of .725 of 4,400 is 3,190; 2,900 came, a tenth less. September's may
    # still have been for August, at the old terms.
    assert (short.kind, short.by) == (Kind.SHORT, By.TERMS)
    assert short.due_on == date(2026, 10, 24)
    assert (short.agreed, short.expected) == (4400, pytest.approx(3190))
    assert short.came == 2900
    assert short.payments == (Paid(date(2026, 10, 24), 2900.0),)


@pytest.mark.parametrize(("amount", "kinds"), [(2800, []), (2700, [Kind.SHORT])])
def test_less_by_more_than_a_twentieth_is_short(amount, kinds):
    life = paid(salaried(), on_the(24, without=("2026-10",)))
    life.is_paid_on("Practice", f"{amount} EUR", "2026-10-24")

    # 95 % of 2,900 is 2,755.
    assert [one.kind for one in told(life)] == kinds


def test_pay_in_two_parts_is_not_short():
    life = paid(salaried(), on_the(24, without=("2026-10",)))
    life.is_paid_on("Practice", "2000 EUR", "2026-10-24")
    life.is_paid_on("Practice", "900 EUR", "2026-10-29")

    assert told(life) == ()


def test_amounts_that_vary_are_not_judged_by_their_size():
    amounts = [1200, 900, 2100, 1500, 700, 1900]
    life = client()
    for place, on in enumerate(on_the(10)[:23]):
        life.is_paid_on("Atlas", f"{amounts[place % 6]} EUR", on)

    assert told(life) == ()


def test_an_amount_paid_twice_within_days_is_doubled():
    life = paid(salaried(), on_the(24)).is_paid_on("Practice", "2900 EUR", "2026-10-27")
    [doubled] = told(life)

    assert (doubled.kind, doubled.due_on) == (Kind.DOUBLED, date(2026, 10, 24))
    assert [p.on for p in doubled.payments] == [date(2026, 10, 24), date(2026, 10, 27)]
    assert (doubled.came, doubled.expected) == (5800, pytest.approx(2900))


def test_pay_that_came_early_is_not_doubled():
    days = [on for on in on_the(2) if on != date(2026, 10, 2)]
    life = paid(client(), [*days, date(2026, 9, 28)], 780)

    assert told(life) == ()


def test_holiday_pay_as_large_as_the_salary_is_not_doubled():
    life = paid(salaried(), on_the(24)).is_paid_on("Practice", "2900 EUR", "2026-05-24")

    assert told(life) == ()


def test_pay_that_came_with_the_next_is_not_missing():
    life = paid(salaried(), on_the(24, without=("2026-08", "2026-09")))
    life.is_paid_on("Practice", "5800 EUR", "2026-09-24")

    assert told(life) == ()


def test_three_payments_later_than_those_before_are_told_late():
    days = on_the(10)[:20] + [date(2026, month, 19) for month in (9, 10, 11)]
    [late] = told(paid(client(), days))

    assert (late.kind, late.days) == (Kind.LATE, 9)
    assert [p.on.day for p in late.payments] == [19, 19, 19]


def test_a_payer_with_a_new_name_is_not_missed():
    life = paid(salaried(), on_the(24)[:20], by="De Linde")
    paid(life, [date(2026, month, 24) for month in (9, 10)], by="De Linde Holding")

    assert told(life) == ()


def test_pay_every_two_weeks_is_missed_after_two_weeks():
    days = [date(2025, 1, 3) + timedelta(days=14 * n) for n in range(48)]
    # The 48th is that of 23 October 2026; 6 November passes without.
    [missing] = told(paid(salaried(on="2026-11-12"), days, 1300))

    assert (missing.due_on, missing.n) == (date(2026, 11, 6), 1)
    # 4,000 a month are 4,000 x 14 / 30.4375 = 1,839.84 in two weeks.
    assert missing.agreed == pytest.approx(1839.84, abs=0.01)
    assert missing.expected == pytest.approx(1300)


def test_money_abroad_is_judged_in_its_own_currency():
    life = Life(on="2026-11-20").role("Flat", terms("2/month", pay="780 GBP/month"))
    paid(life, on_the(2, without=("2026-11",)), 780, "GBP")
    [missing] = told(life)

    assert (missing.currency, missing.expected) == ("GBP", pytest.approx(780))


@pytest.mark.parametrize(
    "role", [{"is_paid": False}, {"kind": "opportunity"}, {"until": "2026-10-01"}]
)
def test_roles_that_bring_no_pay_any_more_are_not_judged(role):
    found = found_in(paid(client(**role), on_the(24, without=("2026-10",))))

    assert found.lines == ()


def test_what_comes_without_rhythm_is_not_awaited():
    days = [date(2026, 1, 6), date(2026, 1, 9), date(2026, 3, 1), date(2026, 6, 28)]
    found = found_in(paid(client(), days))

    assert (found.lines, found.unexpected) == ((), ())


def test_an_invoice_past_its_day_is_missing_for_sure():
    life = client().invoices_for("Atlas", "1200 EUR", "2026-09-01", "2026-10-01")
    life.invoices_for("Atlas", "900 EUR", "2026-09-01", "2026-10-01", paid="2026-10-02")
    [missing] = told(life)

    assert (missing.kind, missing.by) == (Kind.MISSING, By.INVOICE)
    # From 1 October to 20 November.
    assert (missing.agreed, missing.days) == (1200, 50)


def test_an_invoice_is_paid_by_a_payment_of_its_amount_once():
    life = client().is_paid_on("Atlas", "1200 EUR", "2026-08-20")
    for issued in ("2026-08-01", "2026-09-01"):
        life.invoices_for("Atlas", "1200 EUR", issued, "2026-10-01")

    assert len(told(life)) == 1


def test_of_two_that_one_payment_fits_none_is_called_missing():
    life = client().is_paid_on("Atlas", "1200 EUR", "2026-09-20")
    for issued in ("2026-08-01", "2026-09-01"):
        life.invoices_for("Atlas", "1200 EUR", issued, "2026-10-01")

    assert told(life) == ()


def test_of_an_invoice_paid_in_part_the_rest_is_missing():
    life = client().invoices_for(
        "Atlas", "1200 EUR", "2026-08-01", "2026-10-01", number="A-31"
    )
    life.is_paid_on("Atlas", "800 EUR", "2026-09-20", reference="inv A31")
    [missing] = told(life)

    assert (missing.expected, missing.came) == (1200, 800)


def test_an_invoice_not_yet_due_is_no_news():
    life = client().invoices_for("Atlas", "1200 EUR", "2026-11-01", "2026-12-01")

    assert told(life) == ()


ANY = st.lists(
    st.tuples(
        st.dates(date(2023, 1, 1), date(2026, 11, 19)),
        st.integers(1, 500_000),
        st.sampled_from(["A", "a.", "B"]),
        st.sampled_from(["EUR", "GBP"]),
    ),
    max_size=25,
)
PAY = st.sampled_from(
    ["", "4000 EUR/salary", "85 GBP/hour", "900 EUR/day", "0 EUR/month"]
)


@settings(max_examples=80, deadline=None)
@given(ANY, PAY, st.sampled_from([7, 14, 28, 30, 31, 61, 91, 182, 365]))
def test_whatever_came_is_told_with_payments_that_are_in_the_book(payments, pay, gap):
    life = Life().role("Atlas", terms("8/week", pay=pay))
    for on, cents, payer, currency in payments:
        life.is_paid_on("Atlas", f"{cents / 100} {currency}", on, by=payer)
    on = date(2023, 1, 10)
    while on < date(2026, 11, 1):
        life.is_paid_on("Atlas", "777 EUR", on, by="Regular").gives("Atlas", 8, on)
        on += timedelta(days=gap)
    days = {one.on for one in life.payments}

    for one in told(life):
        assert {paid.on for paid in one.payments} <= days
        assert one.expected > 0
        assert one.since <= one.due_on <= life.on
        assert one.n == 1 or one.since < one.due_on
        assert (one.kind is Kind.MISSING) == (not one.payments)


def test_a_cut_below_the_terms_never_becomes_usual():
    life = Life(on="2026-11-30").role(
        "Practice",
        terms("24/week", pay="4000 EUR/salary", since="2024-01-01", until="2025-12-01"),
        terms("24/week", pay="4200 EUR/salary", since="2025-12-01"),
    )
    paid(life, on_the(24))

    [short] = told(life)

    # December may still be by the terms before: eleven paydays, 5 % of 2,900 each.
    assert (short.kind, short.n) == (Kind.SHORT, 11)
    assert short.expected - short.came == pytest.approx(11 * 0.05 * 2900)


def test_what_follows_the_cut_is_judged_by_the_terms_as_well():
    life = paid(salaried(since="2024-01-01"), on_the(24)[:10])

    paid(life, on_the(24)[10:], 2600.0)

    [short] = told(life)
    assert (short.kind, short.n) == (Kind.SHORT, 12)


def test_terms_that_change_twice_in_a_month_are_both_heard():
    life = Life(on="2026-11-20").role(
        "Practice",
        terms("24/week", pay="4000 EUR/salary", since="2024-01-01", until="2026-06-01"),
        terms("8/week", pay="2000 EUR/salary", since="2026-06-01", until="2026-06-16"),
        terms("24/week", pay="4400 EUR/salary", since="2026-06-16"),
    )
    days = on_the(24)

    paid(life, days[:17])
    paid(life, days[17:18], 2320.0)  # half of June by each
    paid(life, days[18:], 3190.0)

    assert told(life) == ()


def test_amounts_that_vary_by_a_fifth_are_never_short():
    life = client()
    hours = [40, 46, 33, 41, 48, 40, 39, 37, 40, 41, 47, 40, 40, 33, 32]

    for day, worked in zip(on_the(10)[:15], hours, strict=True):
        paid(life, [day], worked * 50.0)

    assert told(life, known_until=date(2026, 3, 20)) == ()


def test_a_salary_twice_in_november_is_doubled_where_no_extra_came_last_year():
    life = paid(salaried(on="2026-11-30"), on_the(24))

    paid(life, [date(2026, 11, 26)])

    [twice] = told(life)
    assert twice.kind is Kind.DOUBLED


def test_a_thirteenth_month_that_came_last_year_is_not_doubled():
    life = paid(salaried(on="2026-11-30"), on_the(24))

    paid(life, [date(2025, 11, 24), date(2026, 11, 24)])

    assert told(life) == ()


def test_what_settles_an_invoice_in_parts_is_neither_short_nor_missing():
    life = paid(client(on="2026-11-30"), on_the(15)[:20], 1500.0)
    life.invoices_for("Atlas", "1000 EUR", "2026-09-10", "2026-10-10", number="7")
    for day, amount in (("2026-10-10", 600), ("2026-10-20", 400)):
        life.is_paid_on("Atlas", f"{amount} EUR", day, reference="Invoice 7")

    assert told(life) == ()


def test_a_small_invoice_beside_a_retainer_does_not_stand_for_it():
    life = paid(client(on="2026-11-30"), on_the(15)[:22], 1500.0)
    life.invoices_for("Atlas", "200 EUR", "2026-10-25", "2026-12-10", number="7")

    [missing] = told(life)

    assert (missing.kind, missing.due_on) == (Kind.MISSING, date(2026, 11, 15))


def test_pay_that_was_taken_back_is_missing():
    life = paid(client(on="2026-11-30"), on_the(15)[:23], 1500.0)

    life.is_paid_on("Atlas", "-1500 EUR", "2026-11-18")

    [missing] = told(life)
    assert (missing.kind, missing.due_on) == (Kind.MISSING, date(2026, 11, 15))


def test_an_employer_with_a_new_name_and_a_raise_is_not_missed():
    days = on_the(24)
    life = paid(salaried(), days[:18], by="De Linde")

    paid(life, days[18:], 3400.0, by="Linde Zorg Groep")

    assert told(life) == ()
