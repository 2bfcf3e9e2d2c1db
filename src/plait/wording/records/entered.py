"""What was entered by hand in words, so that a mistake is seen at once."""

from dataclasses import dataclass
from datetime import date

from plait.domain.money import Money
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class EnteredMoney:
    """Money as it was said: below zero where it went out; `role` "" for private."""

    amount: Money
    on: date
    role: str
    payer: str = ""
    what: str = ""


def entered_text(words: Words, entered: EnteredMoney, today: date) -> str:
    """Return money in words: Money in: €950.00 · De Linde · Training · 30 November."""
    _ = words.gettext
    amount = float(abs(entered.amount.number))
    parts = (
        words.money(amount, entered.amount.currency, 2),
        entered.payer,
        entered.role or _("private"),
        words.weekday(entered.on, with_year=entered.on.year != today.year),
        entered.what,
    )
    text = (
        _("Money in: %(what)s")
        if entered.amount.number > 0
        else _("Money out: %(what)s")
    )
    return text % {"what": " · ".join(filter(None, parts))}
