"""Any life, written in any formats, in any order, overlapping and corrected: the truth.

The life is known here, so what the book holds at the end can be held against it.
"""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.book.models import Account, Batch, OtherFingerprint, Payment, TimeEntry
from tests.book.imports.test_identity import toggl
from tests.book.statements import FORMATS, Paid

ACCOUNTS = ("NL91ABNA0417164300", "417164300", "NL91 ABNA 0417 1643 00")
PAYERS = (
    ("Zorggroep Atlas", "NL14VEER0724584293"),
    ("Studio Kade", "NL18WILG0417164558"),
    ("Jansen", ""),
)
paid = st.builds(
    lambda day, cents, payer, number: Paid(
        day, f"{cents // 100}.{cents % 100:02}", *payer, f"Factuur {number}"
    ),
    st.integers(1, 28),
    st.integers(100, 400_00),
    st.sampled_from(PAYERS),
    st.integers(1, 9),
)
# A statement: its format, what it calls the account, its first and last day.
statement = st.tuples(
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from(ACCOUNTS),
    st.integers(1, 28),
    st.integers(0, 27),
).map(lambda one: (*one[:3], min(28, one[2] + one[3])))

LIVES = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.django_db
@LIVES
@given(st.lists(paid, max_size=12), st.lists(statement, min_size=1, max_size=4))
def test_payments_come_to_the_truth(bring, life, statements):
    Payment.objects.all().delete()
    OtherFingerprint.objects.all().delete()
    Account.objects.all().delete()
    Batch.objects.all().delete()
    covered: set[int] = set()
    for form, account, first, last in statements:
        lines = [one for one in life if first <= one.day <= last]
        if lines:
            # OFX names the bank beside the number, and these accounts are of another.
            bring(FORMATS[form](lines, ACCOUNTS[0] if form == "ofx" else account))
            covered.update(range(first, last + 1))

    truth = sorted(_minor(one) for one in life if one.day in covered)
    held = sorted(Payment.objects.values_list("amount_minor", flat=True))

    assert held == truth
    assert Account.objects.count() == (1 if truth else 0)


def _minor(one: Paid) -> int:
    return round(float(one.euros) * 100)


MONDAY = date(2026, 10, 5)
# An entry: its day, the hour it begins, how long, its project and text; then how
# the person corrected it, if at all.
entry = st.tuples(
    st.integers(0, 20),
    st.integers(7, 15),
    st.integers(1, 3),
    st.sampled_from(["Coaching", "Board"]),
    st.sampled_from(["talk", "papers", "call"]),
    st.sampled_from(["", "length", "project", "text"]),
)


@pytest.mark.django_db
@LIVES
@given(
    st.lists(entry, max_size=8, unique_by=lambda one: one[:2]),
    st.lists(st.integers(0, 20), min_size=1, max_size=3),
)
def test_hours_come_to_the_truth_as_it_was_last_exported(bring, life, until):
    """Exports of the first days, then of all once more with its corrections."""
    TimeEntry.objects.all().delete()
    OtherFingerprint.objects.all().delete()
    Batch.objects.all().delete()
    for last in until:
        bring(_exported([one for one in life if one[0] <= last], corrected=False))
    bring(_exported(life, corrected=True))

    held = TimeEntry.objects.values_list("on", "project", "description", "seconds")
    truth = [_as_held(one) for one in life]

    assert sorted(held) == sorted(truth)


def _as_held(one):
    day, _, hours, project, text, change = one
    hours += change == "length"
    project = "Training" if change == "project" else project
    text = f"{text} with K" if change == "text" else text
    return MONDAY + timedelta(days=day), project, text, hours * 3600


def _exported(life, *, corrected):
    rows = []
    for one in life:
        on, project, text, seconds = _as_held(one if corrected else (*one[:5], ""))
        end = one[1] + seconds // 3600
        rows.append((project, text, str(on), f"{one[1]:02}:00", f"{end:02}:00"))
    return toggl(*rows)
