"""After the day that money by hand is known to, no finding judges it."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plait.answers.findings.kinds import Kind
from tests.answers.cases import reviewed
from tests.cast import Life, terms

# What calls money missing, late, short, shrinking or gone.
JUDGES = {
    *(Kind.STREAM_DRY, Kind.STREAM_SHRINKS, Kind.PAYMENT_MISSING),
    *(Kind.PAYMENT_SHORT, Kind.PAYMENT_LATE),
}
FIRST = date(2025, 1, 1)
ROLES = ("Board", "Studio")
histories = st.fixed_dictionaries(
    {
        "day": st.integers(1, 28),
        "every": st.sampled_from([1, 1, 3]),
        "months": st.integers(3, 20),
        "skipped": st.sets(st.integers(0, 19), max_size=3),
        "euros": st.integers(100, 3_000),
        "last": st.floats(0.1, 1.5),
        "agreed": st.booleans(),
    }
)


def days_paid(history) -> list[date]:
    return [
        date(2025 + n // 12, n % 12 + 1, history["day"])
        for n in range(0, history["months"], history["every"])
        if n not in history["skipped"] or n == 0
    ]


def judged(histories, on: date, known: date) -> set[tuple[str, str]]:
    life = Life(on.isoformat(), capacity=40)
    last = {}
    for name, history in zip(ROLES, histories, strict=False):
        pay = f"{history['euros']} EUR/month" if history["agreed"] else ""
        life.role(name, terms("8/week", pay=pay), since="2024-12-01")
        days = days_paid(history)
        for day in days:
            share = history["last"] if day == days[-1] else 1
            euros = f"{history['euros'] * share:.2f} EUR"
            life.is_paid_on(name, euros, day, account="")
        last[name] = days[-1].isoformat()
    life.is_covered("", known.isoformat(), is_by_hand=True, last=last)
    found = reviewed(life).findings
    return {(one.kind, one.role) for one in found if one.kind in JUDGES}


@settings(max_examples=10, deadline=None)
@given(st.lists(histories, min_size=1, max_size=2), st.integers(1, 100))
def test_days_that_nobody_entered_bring_no_judgement_of_money(histories, later):
    known = max(day for one in histories for day in days_paid(one))

    at_once = judged(histories, known, known)

    assert judged(histories, known + timedelta(days=later), known) <= at_once


def test_an_invoice_is_late_though_nobody_entered_that_nothing_came():
    life = Life("2026-11-30", capacity=40).role("Studio", terms("8/week"))
    life.is_paid_on("Studio", "500 EUR", date(2026, 8, 28), account="")
    life.invoices_for("Studio", "777 EUR", "2026-09-15", "2026-10-15")
    last = {"Studio": "2026-08-28"}
    life.is_covered("", "2026-08-28", is_by_hand=True, last=last)

    kinds = {one.kind for one in reviewed(life).findings}

    assert Kind.PAYMENT_MISSING in kinds
