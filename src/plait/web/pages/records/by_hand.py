"""Money entered by hand, as the pages say it."""

from datetime import date

from plait.accounts.models import Person
from plait.book.models import Payment
from plait.domain.money import Money
from plait.wording.records.entered import EnteredMoney, entered_text
from plait.wording.words import words_for


def money_text(viewer: Person, payment: Payment, today: date) -> str:
    """Return what was kept, in the person's language."""
    entered = EnteredMoney(
        Money.from_minor(payment.amount_minor, payment.currency),
        payment.booked_on,
        payment.role.name if payment.role else "",
        payment.payer,
        payment.reference,
    )
    return entered_text(words_for(viewer.language), entered, today)
