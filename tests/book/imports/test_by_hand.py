"""What was entered by hand and comes in with a statement later counts once."""

from datetime import date
from decimal import Decimal

import pytest

from plait.book.imports.undo_change import redo_change, undo_change
from plait.book.models import Change, Payment
from plait.book.operations.by_hand import add_payment
from plait.book.operations.doubles import merge_doubles
from plait.book.operations.recurring import RecurringEntry, add_recurring
from plait.book.queries import load_portfolio
from plait.book.queries.doubles import doubles
from plait.domain.errors import PlaitError
from plait.domain.money import Money
from plait.domain.recurring import Recurrence, Rhythm
from tests.book.conftest import NOW
from tests.book.statements import Paid, camt

EUROS = Money(Decimal(950), "EUR")


def counted(viewer) -> list[int]:
    found = load_portfolio(viewer=viewer, on=date(2026, 11, 30)).payments
    return found.minor.tolist()


@pytest.mark.parametrize("payer", ["", "Atlas"])
def test_a_payment_by_hand_is_the_statements(nora, role_of, bring, payer):
    on = date(2026, 3, 1)
    role = role_of(nora)
    add_payment(viewer=nora, role=role, on=on, amount=EUROS, payer=payer)

    report = bring(camt([Paid(3, "950.00")]))
    again = bring(camt([Paid(3, "950.00"), Paid(9, "20.00")]))

    assert (report.files[0].n_new, again.files[0].n_new) == (0, 1)
    assert Payment.objects.get(amount_minor=95000).role == role
    assert counted(nora) == [95000, 2000]


def test_two_lines_that_may_be_it_are_both_new(nora, role_of, bring):
    add_payment(viewer=nora, role=role_of(nora), on=date(2026, 3, 2), amount=EUROS)

    report = bring(camt([Paid(2, "950.00"), Paid(3, "950.00")]))

    assert report.files[0].n_new == 2


def test_a_recurring_day_that_the_bank_shows_counts_once(nora, role_of, bring):
    bring(camt([Paid(3, "950.00")]))
    when = Recurrence(date(2026, 2, 1), Rhythm.MONTHS, ends_on=date(2026, 5, 1))
    add_recurring(viewer=nora, entry=RecurringEntry(when, role_of(nora), EUROS))

    assert counted(nora) == [95000] * 3


class Both:
    """A payment by hand, H, and the statement that brings it, S; small letters undo."""

    def __init__(self, viewer, role, bring) -> None:
        self.viewer, self.role, self.bring = viewer, role, bring
        self.by_hand: Change | None = None

    def do(self, step: str) -> None:
        if step == "H" and self.by_hand:
            redo_change(viewer=self.viewer, change=self._fresh())
        elif step == "H":
            on = date(2026, 3, 1)
            add_payment(viewer=self.viewer, role=self.role, on=on, amount=EUROS)
            self.by_hand = Change.objects.filter(owner=self.viewer).latest("number")
        elif step == "h":
            undo_change(viewer=self.viewer, change=self._fresh(), now=NOW)
        elif step == "M":
            assert merge_doubles(viewer=self.viewer, found=doubles(viewer=self.viewer))
        elif step == "S":
            self.bring(camt([Paid(3, "950.00")]))
        else:
            brought = Change.objects.filter(owner=self.viewer, undone_at=None)
            last = brought.exclude(batch=None).latest("number")
            undo_change(viewer=self.viewer, change=last, now=NOW)

    def _fresh(self) -> Change:
        assert self.by_hand is not None
        return Change.objects.get(pk=self.by_hand.pk)


@pytest.mark.parametrize(
    "steps",
    ["HSsSsh", "HShsh", "HhSs", "HSSh", "SHMs", "SHsS", "SHhs", "HhSHM", "SHMhS"],
)
def test_it_counts_once_however_it_is_undone_and_redone(nora, role_of, bring, steps):
    both = Both(nora, role_of(nora), bring)
    standing = set()

    for step in steps:
        try:
            both.do(step)
        except PlaitError:
            continue  # refused: all stands as it stood
        if step != "M":
            (standing.discard if step.islower() else standing.add)(step.upper())
        # Entered after its statement it may be another one, and is asked about.
        n = 2 if step == "H" and "S" in standing else bool(standing)
        assert counted(nora) == [95000] * n, step
        assert len(doubles(viewer=nora)) == n // 2, step


def test_an_equal_payment_of_a_later_statement_is_another(nora, role_of, bring):
    add_payment(viewer=nora, role=role_of(nora), on=date(2026, 3, 2), amount=EUROS)
    bring(camt([Paid(3, "950.00"), Paid(4, "1.00")]))

    report = bring(camt([Paid(5, "950.00"), Paid(8, "2.00")]))

    assert report.files[0].n_new == 2
    assert sorted(counted(nora)) == [100, 200, 95000, 95000]
