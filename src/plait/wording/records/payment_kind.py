"""What a payment is, in words, and how Plait knows."""

from plait.domain.payment_kinds.kinds import KnownBy, PaymentKind
from plait.wording.words import Words


def kind_text(words: Words, kind: PaymentKind) -> str:
    """Return what a payment is."""
    _ = words.gettext
    return {
        PaymentKind.INCOME: _("income"),
        PaymentKind.COST: _("a cost"),
        PaymentKind.REFUND: _("a cost that came back"),
        PaymentKind.REIMBURSEMENT: _("costs you made, paid back"),
        PaymentKind.CREDIT: _("income that went back"),
        PaymentKind.LOAN: _("a loan, or its repayment"),
        PaymentKind.TRANSFER: _("your own money, moved"),
        PaymentKind.TAX: _("a tax refund"),
        PaymentKind.OTHER: _("neither income nor a cost"),
    }[kind]


def known_text(words: Words, kind: PaymentKind, known: KnownBy) -> str:
    """Return how it is known."""
    _ = words.gettext
    if known is KnownBy.PAIR and kind is PaymentKind.TRANSFER:
        return _("the same amount left or reached another account of yours")
    return {
        KnownBy.PERSON: _("as you said"),
        KnownBy.PAIR: _("the same amount went the other way"),
        KnownBy.WORDS: _("going by its text or name"),
        KnownBy.PAYER: _("until then only you paid them"),
        KnownBy.SIGN: _("nothing says otherwise"),
    }[known]


def taken_text(words: Words, amount: str, payer: str, day: str, kind: str) -> str:
    """Return what a payment was taken for."""
    return words.gettext("%(amount)s, %(payer)s, %(day)s: %(kind)s") % {
        "amount": amount,
        "payer": payer or "–",
        "day": day,
        "kind": kind,
    }


def more_text(words: Words, n: int) -> str:
    """Return how many more there are of the same payer and kind; "" for none."""
    if not n:
        return ""
    more = words.ngettext("and one more", "and %(n)s more", n)
    return f", {more % {'n': words.number(n)}}"


def count_text(words: Words, n: int) -> str:
    """Return how many payments are not counted as they came."""
    return words.ngettext(
        "One payment of the last year does not count as income or costs.",
        "%(n)s payments of the last year do not count as income or costs.",
        n,
    ) % {"n": words.number(n)}
