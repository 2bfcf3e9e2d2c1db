"""The payments that a person may choose from to say what paid an invoice."""

from collections.abc import Iterable
from heapq import nlargest

from plait.answers.income.invoices import InvoiceLine
from plait.domain.money import Money
from plait.domain.portfolio import Portfolio
from plait.domain.records import fingerprint_text
from plait.domain.settlements import InvoicePayment
from plait.wording.income import invoices as wording
from plait.wording.words import Words

_MOST = 40


def payment_choices(
    portfolio: Portfolio, line: InvoiceLine, words: Words
) -> list[tuple[str, str]]:
    """Return names and labels of the latest payments that may be for an invoice.

    Those that could be for it, and those for it now, come first.
    """
    first = {one.payment for one in line.could_be} | {one.payment for one in line.parts}
    came_in = [one for one in portfolio.invoice_payments if one.minor > 0]
    found = nlargest(_MOST, came_in, key=lambda one: (_is_in(first, one), one.on))
    return [(fingerprint_text(one.key), _label(one, words)) for one in found]


def _is_in(names: Iterable[str], payment: InvoicePayment) -> bool:
    return fingerprint_text(payment.key) in names


def _label(one: InvoicePayment, words: Words) -> str:
    amount = Money.from_minor(one.minor, one.currency).number
    money = wording.money_text(words, amount, one.currency)
    texts = (money, words.day(one.on), one.payer, one.reference[:60])
    return " · ".join(text for text in texts if text)
