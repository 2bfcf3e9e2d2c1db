"""Whatever comes in: nothing is given away twice, and no order matters."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plait.analysis.series.settling.settle import settled
from plait.domain.settlements import InvoicePayment, SettlementKind
from tests.cast import Life

NUMBERS = ["7", "8", "1001", "1002", "2026-014", ""]
TEXTS = ["", "dank", "factuur 7", "7 en 8", "1001 1002", "inv 2026014", "retour 1001"]
AMOUNTS = [10000, 20000, 25000, 30000, 45000, 60000, 58500, 97100, 100000]
DAYS = st.integers(0, 120).map(lambda n: date(2026, 7, 1) + timedelta(days=n))
INVOICES = st.lists(
    st.tuples(st.sampled_from(NUMBERS), st.sampled_from(AMOUNTS), DAYS), max_size=6
)
PAYMENTS = st.lists(
    st.tuples(
        st.sampled_from([*AMOUNTS, -10000, -60000]),
        DAYS,
        st.sampled_from(TEXTS),
        st.sampled_from(["Brons", "PSP"]),
    ),
    max_size=9,
)
PAIRS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(1, 9),
        st.sampled_from([100, 20000, 60000]),
        st.sampled_from(list(SettlementKind)),
    ),
    max_size=3,
)


def portfolio(invoices, payments, pairs=()):
    life = Life(on="2026-11-20").role("Design", at="Brons")
    for number, minor, on in invoices:
        due = on + timedelta(days=30)
        life.invoices_for(
            *("Design", f"{minor / 100:.2f} EUR", str(on), str(due)), number=number
        )
    for minor, on, text, by in payments:
        life.is_paid_on("Design", f"{minor / 100:.2f} EUR", on, by=by, reference=text)
    whole = life.portfolio()
    from plait.domain.settlements import Settlement

    noted = [
        Settlement(invoice, 0 if kind == "refused" else minor, kind, payment)
        for invoice, payment, minor, kind in pairs
        if invoice < len(invoices)
    ]
    return replace(whole, settlements=tuple(noted))


@settings(max_examples=100, deadline=None)
@given(INVOICES, PAYMENTS, PAIRS)
def test_a_payment_never_pays_more_than_it_brought(invoices, payments, pairs):
    found = settled(portfolio(invoices, payments, pairs))

    given_away: Counter[int] = Counter()
    for one in found:
        for part in one.parts:
            if part.kind is SettlementKind.PAYMENT and part.minor > 0:
                given_away[part.payment] += part.minor
    for key, minor in given_away.items():
        assert minor <= payments[key - 1][0]


@settings(max_examples=100, deadline=None)
@given(INVOICES, PAYMENTS, PAIRS)
def test_an_invoice_is_never_paid_beyond_what_is_told(invoices, payments, pairs):
    for one in settled(portfolio(invoices, payments, pairs)):
        amount = invoices[one.invoice][1]
        paid = sum(part.minor for part in one.parts)

        assert one.settled + one.remaining == amount
        assert paid - amount <= one.overpaid
        assert one.settled == min(amount, paid)


@settings(max_examples=100, deadline=None)
@given(INVOICES, PAYMENTS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_in_which_payments_come_in_is_no_matter(
    invoices, payments, pairs, chance
):
    whole = portfolio(invoices, payments, pairs)
    mixed = list(whole.invoice_payments)
    chance.shuffle(mixed)

    assert settled(replace(whole, invoice_payments=tuple(mixed))) == settled(whole)


@settings(max_examples=100, deadline=None)
@given(INVOICES, PAYMENTS, st.sampled_from(AMOUNTS), DAYS)
def test_a_payment_for_another_role_changes_nothing(invoices, payments, minor, on):
    whole = portfolio(invoices, payments)
    other = InvoicePayment(99, on, minor, "EUR", 1, "Koor Noord", "contributie")
    more = replace(whole, invoice_payments=(*whole.invoice_payments, other))

    assert settled(more) == settled(whole)


@settings(max_examples=100, deadline=None)
@given(INVOICES, PAYMENTS)
def test_a_refused_pair_is_never_matched(invoices, payments):
    whole = portfolio(invoices, payments)
    pairs = [
        (one.invoice, part.payment, 0, SettlementKind.REFUSED)
        for one in settled(whole)
        for part in one.parts
        if part.payment
    ]
    again = settled(portfolio(invoices, payments, pairs))

    matched = {
        (one.invoice, part.payment)
        for one in again
        for part in one.parts
        if part.kind is not SettlementKind.CREDIT
    }
    assert matched.isdisjoint({(invoice, payment) for invoice, payment, _, _ in pairs})
