"""What a role pays, in a few words."""

from decimal import Decimal

from plait.domain.roles import PayBasis
from plait.wording.words import Words


def pay_in_short(
    words: Words, basis: str, amount: Decimal | None, currency: str
) -> str:
    """Return what is paid: unpaid, paid by the day, paid, €3,256 a month."""
    if amount is None:
        return _alone(words).get(basis) or words.gettext("unpaid")
    sentence = _with_amount(words).get(basis) or words.gettext("paid, %(amount)s")
    return sentence % {"amount": words.money(float(amount), currency)}


def _alone(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        PayBasis.SALARY: _("paid by the month"),
        PayBasis.MONTHLY: _("paid by the month"),
        PayBasis.HOURLY: _("paid by the hour"),
        PayBasis.DAILY: _("paid by the day"),
        PayBasis.FIXED: _("paid by the piece"),
        PayBasis.COMMISSION: _("paid by what you sell"),
        PayBasis.EQUITY: _("paid in shares"),
    }


def _with_amount(words: Words) -> dict[str, str]:
    _ = words.gettext
    return {
        PayBasis.SALARY: _("paid, %(amount)s a month"),
        PayBasis.MONTHLY: _("paid, %(amount)s a month"),
        PayBasis.HOURLY: _("paid, %(amount)s an hour"),
        PayBasis.DAILY: _("paid, %(amount)s a day"),
        PayBasis.FIXED: _("paid, %(amount)s in total"),
    }
