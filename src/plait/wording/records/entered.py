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


def leave_text(words: Words, what: str, days: str, role: str, note: str) -> str:
    """Return days away in words: Days away: Leave · 24 Dec – 2 Jan · all roles."""
    parts = (what, days, role or words.gettext("all roles"), note)
    return words.gettext("Days away: %(what)s") % {
        "what": " · ".join(filter(None, parts))
    }


def granted_texts(
    words: Words, *, has_day: bool, currency: str = ""
) -> tuple[str, ...]:
    """Return what a line did not say: its day, and the `currency` if it is named here."""
    _ = words.gettext
    day = "" if has_day else _("today, as no day was named")
    money = _("in %(currency)s, as no currency was named") % {"currency": currency}
    return tuple(filter(None, (day, money if currency else "")))


def no_role_text(words: Words) -> str:
    """Return what stands for a role that a line does not name."""
    return words.gettext("which role?")


def which_role_text(words: Words) -> str:
    """Return what is to be said of money for no role that was named."""
    return words.gettext("Say which role it is for, or that it is private.")
