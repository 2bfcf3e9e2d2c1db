"""What has paid an invoice, in words."""

from datetime import date
from decimal import Decimal

from plait.analysis.series.settling.status import InvoiceState, Known
from plait.domain.quiet import Kind, hidden
from plait.domain.settlements import SettlementKind
from plait.wording.periods import with_change
from plait.wording.words import Words


def money_text(words: Words, amount: Decimal, currency: str) -> str:
    """Return an amount to the cent."""
    return words.money(float(amount), currency, digits=2)


def name_text(words: Words, number: str) -> str:
    """Return what an invoice is called."""
    return hidden(Kind.INVOICE, number) or words.gettext("Without a number")


def state_label(words: Words, state: InvoiceState) -> str:
    """Return whether an invoice is paid, in a word or two."""
    _ = words.gettext
    return {
        InvoiceState.PAID: _("Paid"),
        InvoiceState.PART: _("Paid in part"),
        InvoiceState.UNSURE: _("Unclear"),
        InvoiceState.OPEN: _("Open"),
    }[state]


def days_text(words: Words, due_on: date, paid_on: date | None) -> str:
    """Return when an invoice is due, or when it was paid."""
    if paid_on is not None:
        return words.gettext("paid on %(day)s") % {"day": words.day(paid_on)}
    return words.gettext("due on %(day)s") % {"day": words.day(due_on)}


def late_text(words: Words, n_days: int) -> str:
    """Return how late an invoice is, "" for one that is not."""
    text = words.ngettext("%(n)d day late", "%(n)d days late", n_days)
    return text % {"n": n_days} if n_days else ""


def rest_text(words: Words, settled: str, remaining: str) -> str:
    """Return what was paid of an invoice and what is still to come."""
    return words.gettext("%(settled)s came in, %(remaining)s is still to come.") % {
        "settled": settled,
        "remaining": remaining,
    }


def unsure_text(words: Words, n_sets: int) -> str:
    """Return that nothing says which payment an invoice was paid by."""
    return words.ngettext(
        "A payment could be for this invoice, and for another one as well.",
        "%(n)d different payments or sets of payments could be for this invoice.",
        n_sets,
    ) % {"n": n_sets}


def overpaid_text(words: Words, amount: str) -> str:
    """Return how much more came in than the invoice asked for."""
    return words.gettext("%(amount)s more came in than it asks for.") % {
        "amount": amount
    }


def part_text(words: Words, kind: SettlementKind, amount: str, on: date | None) -> str:
    """Return what settled a part of an invoice."""
    _ = words.gettext
    texts = {
        SettlementKind.PAYMENT: _("%(amount)s paid"),
        SettlementKind.FEE: _("%(amount)s held back as a fee"),
        SettlementKind.CREDIT: _("%(amount)s credited"),
        SettlementKind.WRITE_OFF: _("%(amount)s written off"),
        SettlementKind.REFUSED: _("not for this invoice"),
    }
    text = texts[kind] % {"amount": amount}
    if on is None:
        return text
    return _("%(what)s on %(day)s") % {"what": text, "day": words.day(on)}


def known_text(words: Words, known: Known) -> str:
    """Return by what it is known that an amount is for an invoice."""
    _ = words.gettext
    return {
        Known.STATED: _("entered by you or by a file"),
        Known.NUMBER: _("the payment names its number"),
        Known.AMOUNT: _("the payment is exactly this amount"),
        Known.PARTS: _("only these payments together are this amount"),
        Known.SEVERAL: _("only these invoices together are the payment"),
        Known.FEE: _("at most a twentieth less than the invoice"),
    }[known]


def sum_text(words: Words, open_sums: list[str], n_open: int, n_late: int) -> str:
    """Return how many invoices are open, what they come to, and how many are late."""
    _, values = words.gettext, {"n": n_open, "sums": words.listed(open_sums)}
    if not n_open:
        return _("No invoice is open.")
    text = words.ngettext(
        "%(n)d invoice is open, %(sums)s in all.",
        "%(n)d invoices are open, %(sums)s in all.",
        n_open,
    )
    late = words.ngettext("%(n)d is late.", "%(n)d are late.", n_late)
    return f"{text % values} {late % {'n': n_late}}" if n_late else text % values


def billed_text(
    words: Words,
    during: str,
    n: int,
    sums: list[str],
    change: str,
    *,
    is_running: bool,
) -> str:
    """Return what was billed over a period, and how that is beside the one before.

    `during` begins the sentence; `change` ends it, "" for nothing to compare with.
    """
    values = {"during": during, "n": n, "sums": words.listed(sums)}
    if not n:
        text = (
            words.gettext("%(during)s you have issued no invoice so far")
            if is_running
            else words.gettext("%(during)s you issued no invoice")
        )
    elif is_running:
        text = words.ngettext(
            "%(during)s you have issued %(n)d invoice so far, of %(sums)s",
            "%(during)s you have issued %(n)d invoices so far, %(sums)s in all",
            n,
        )
    else:
        text = words.ngettext(
            "%(during)s you issued %(n)d invoice, of %(sums)s",
            "%(during)s you issued %(n)d invoices, %(sums)s in all",
            n,
        )
    return with_change(text % values, change)


def unclear_text(words: Words, n_unsure: int) -> str:
    """Return how many invoices wait for the person's word, "" for none."""
    text = words.ngettext(
        "%(n)d may be paid already: say which payment was for it.",
        "%(n)d may be paid already: say which payments were for them.",
        n_unsure,
    )
    return text % {"n": n_unsure} if n_unsure else ""


def named_text(words: Words, role: str, number: str) -> str:
    """Return an invoice by its role and its number."""
    return words.gettext("%(role)s %(number)s") % {
        "role": role,
        "number": hidden(Kind.INVOICE, number) or words.gettext("without a number"),
    }


def unclear_title(words: Words, n_unclear: int) -> str:
    """Return that invoices may be paid already."""
    text = words.ngettext(
        "%(n)d invoice may be paid already",
        "%(n)d invoices may be paid already",
        n_unclear,
    )
    return text % {"n": n_unclear}


def unclear_sentence(words: Words, names: list[str]) -> str:
    """Return which invoices payments fit, among others."""
    return words.gettext("Payments fit more than one way: %(names)s.") % {
        "names": words.listed(names)
    }
