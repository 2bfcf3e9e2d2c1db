"""Tax obligations in words: what is due, about which time, for whom, and how much."""

from decimal import Decimal

from plait.analysis.obligations.interest import LateInvoice
from plait.analysis.obligations.obligation import (
    Obligation,
    ObligationKind,
    WhyUnknown,
)
from plait.analysis.obligations.report import Obligations
from plait.analysis.obligations.set_aside import SetAsidePart
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.rules import Pack, Rule, Status
from plait.wording.periods import days_text, year_text
from plait.wording.words import Words


def title_text(rule: Rule, words: Words) -> str:
    """Return what the rule asks, in the reader's language."""
    return words.text_of(rule, "title")


def assumed_text(rule: Rule, words: Words) -> str:
    """Return what is taken for granted where the rule is applied; "" for nothing."""
    return words.text_of(rule, "assumes")


def known_text(rule: Rule, words: Words) -> str:
    """Return how well the rule is known."""
    _ = words.gettext
    return {
        Status.LOOKED_UP: _("looked up"),
        Status.OWN_KNOWLEDGE: _("general knowledge, to be confirmed"),
    }[rule.status]


def country_text(pack: Pack, words: Words) -> str:
    """Return whose rules they are."""
    return words.text_of(pack, "name")


def basis_text(pack: Pack, words: Words) -> str:
    """Return whose rules they are, and of which day."""
    values = {"country": country_text(pack, words), "day": words.day(pack.as_of)}
    return words.gettext("Rules: %(country)s, as known on %(day)s") % values


def not_covered_text(pack: Pack, words: Words) -> tuple[str, ...]:
    """Return what the pack leaves out."""
    return words.lines_of(pack, "not_covered")


def no_advice_text(words: Words) -> str:
    """Return what this is, and what it is not."""
    return words.gettext(
        "This is a reminder based on public sources, not tax advice. Check your own"
        " letters, or ask the tax office or an adviser."
    )


def sum_text(amount: Decimal, currency: str, words: Words) -> str:
    """Return a sum of money, with its cents where it has any."""
    digits = 0 if amount == amount.to_integral_value() else 2
    return words.money(float(amount), currency, digits)


def what_text(obligation: Obligation, words: Words) -> str:
    """Return what is due, with the time that it is about."""
    _ = words.gettext
    period = obligation.period
    values = {"year": year_text(period), "days": days_text(words, period)}
    return {
        ObligationKind.UPDATE: _("Quarterly update, %(days)s"),
        ObligationKind.DECLARATION: _("Final declaration for %(year)s"),
        ObligationKind.RETURN: _("Tax return for %(year)s"),
        ObligationKind.ON_ACCOUNT: _("Payment on account towards %(year)s"),
        ObligationKind.BALANCE: _("Rest of the tax bill for %(year)s"),
        ObligationKind.VAT_RETURN: _("VAT return, %(days)s"),
        ObligationKind.VAT_PAYMENT: _("VAT payment due, %(days)s"),
        ObligationKind.VAT_REGISTRATION: _("Tell the tax office: VAT registration"),
        ObligationKind.INCOME_AHEAD: _("Income tax in advance, %(days)s"),
        ObligationKind.TRADE_AHEAD: _("Trade tax in advance, %(days)s"),
        ObligationKind.ESTIMATED: _("Estimated tax, %(days)s"),
    }[obligation.kind] % values


def also_text(obligation: Obligation, words: Words) -> str:
    """Return the other way to cut the time, "" where there is none."""
    if obligation.also is None:
        return ""
    _ = words.gettext
    return _("Or %(days)s, if you chose calendar quarters.") % {
        "days": days_text(words, obligation.also)
    }


def amount_text(obligation: Obligation, pack: Pack, words: Words) -> str:
    """Return how much is due, or why that is not known; "" where nothing is to pay."""
    if obligation.amount is not None:
        return sum_text(obligation.amount, pack.currency, words)
    why = obligation.why_unknown
    return "" if why is None else why_unknown_text(why, words)


def why_unknown_text(why: WhyUnknown, words: Words) -> str:
    """Return why it is not known how much is due."""
    _ = words.gettext
    return {
        WhyUnknown.LAST_BILL: _("amount unknown without your last tax bill"),
        WhyUnknown.LATER_BILL: _("amount unknown until the next tax bill"),
        WhyUnknown.PAID_BEFORE: _("amount: that bill, less what you have paid"),
        WhyUnknown.VAT: _("amount unknown: bank statements do not show VAT"),
        WhyUnknown.NOTICE: _("amount: see the tax office’s notice"),
        WhyUnknown.TAX: _("amount unknown without last year’s tax or this year’s"),
    }[why]


def next_text(words: Words, obligation: Obligation) -> str:
    """Return what is due next, and when."""
    return words.gettext("Next, by %(day)s: %(what)s.") % {
        "day": words.day(obligation.due_on),
        "what": what_text(obligation, words),
    }


def no_rules_text(words: Words, country: str) -> str:
    """Return that no tax dates are known of a country, or which it is."""
    _ = words.gettext
    if not country:
        return _("Enter your country to see your tax dates.")
    return _("Tax dates of your country are not known here yet.")


def nothing_due_text(found: Obligations, words: Words) -> str:
    """Return why the list of what is due is empty."""
    if found.own:
        return words.gettext("Nothing is due in this period.")
    return words.gettext(
        "You are self-employed in none of your roles, so these rules ask nothing of you."
    )


def part_text(part: SetAsidePart, currency: str, words: Words) -> str:
    """Return what to set aside, of what came in."""
    return words.gettext("%(aside)s of %(received)s") % {
        "aside": sum_text(part.set_aside, currency, words),
        "received": sum_text(part.received, currency, words),
    }


def left_out_text(currencies: tuple[str, ...], words: Words) -> str:
    """Return which payments are in no sum, "" where all are."""
    if not currencies:
        return ""
    return words.gettext(
        "Payments in %(currencies)s are left out: no exchange rate is known."
    ) % {"currencies": words.listed([*currencies])}


def late_text(portfolio: Portfolio, one: LateInvoice, words: Words) -> str:
    """Return what may be charged beside an unpaid invoice."""
    _ = words.gettext
    invoice = portfolio.invoices[one.invoice]
    late, currency = one.late, invoice.amount.currency
    values = {
        "role": portfolio.roles[invoice.role].name,
        "sum": sum_text(one.unpaid.number, currency, words),
        "days": words.ngettext("%(n)d day", "%(n)d days", late.days) % {"n": late.days},
        "interest": sum_text(late.interest, currency, words),
        "rate": words.number(float(late.percent), 2),
    }
    parts = [
        _("%(role)s: %(sum)s, %(days)s late.") % values,
        _("You may charge %(interest)s interest, at %(rate)s%% a year.") % values,
    ]
    if late.fixed_sum is not None:
        fixed = sum_text(late.fixed_sum, currency, words)
        parts.append(_("Plus a fixed sum of %(sum)s.") % {"sum": fixed})
    if not late.is_rate_known:
        parts.append(
            _("The rate of that half-year is not known here; the nearest one is used.")
        )
    return " ".join(parts)
