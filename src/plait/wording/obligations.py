"""Duties in words: what is due, about which time, for which streams, and how much."""

from datetime import date, timedelta
from decimal import Decimal

from plait.analysis.obligations.interest import LateInvoice
from plait.analysis.obligations.obligation import Lacks, Obligation, What
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.rules import Pack, Rule
from plait.wording.words import Words


def title_text(rule: Rule, words: Words) -> str:
    """Return what the rule asks, in the reader's language."""
    return words.text_of(rule, "title")


def assumed_text(rule: Rule, words: Words) -> str:
    """Return what is taken for granted where the rule is applied; "" for nothing."""
    return words.text_of(rule, "assumes")


def country_text(pack: Pack, words: Words) -> str:
    """Return whose rules they are."""
    return words.text_of(pack, "name")


def not_covered_text(pack: Pack, words: Words) -> tuple[str, ...]:
    """Return what the pack leaves out."""
    lines: tuple[str, ...] = getattr(pack, f"not_covered_{words.language}", ())
    return lines or pack.not_covered


def year_text(year: Period) -> str:
    """Return a tax year as people call it: 2026, or 2026-27 where it spans two."""
    last = (year.end or year.start) - timedelta(days=1)
    if last.year == year.start.year:
        return f"{last.year}"
    return f"{year.start.year}-{last.year % 100:02}"


def sum_text(amount: Decimal, currency: str, words: Words) -> str:
    """Return a sum of money, with its cents where it has any."""
    digits = 0 if amount == amount.to_integral_value() else 2
    return words.money(float(amount), currency, digits)


def days_text(period: Period, words: Words) -> str:
    """Return a stretch of days: April to June 2026, 6 April to 5 July 2026."""
    first, end = period.start, period.end or period.start
    last = end - timedelta(days=1)
    if first.day == end.day == 1 and first.year == last.year:
        told = {"first": _part(first, "MMMM", words), "last": words.month(last)}
    elif first.year == last.year:
        told = {"first": _part(first, "d MMMM", words), "last": words.day(last)}
    else:
        told = {"first": words.day(first), "last": words.day(last)}
    return words.gettext("%(first)s to %(last)s") % told


def _part(day: date, pattern: str, words: Words) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=words.locale)


def what_text(duty: Obligation, words: Words) -> str:
    """Return what is due, with the time that it is about."""
    _ = words.gettext
    told = {"year": year_text(duty.period), "days": days_text(duty.period, words)}
    return {
        What.UPDATE: _("Quarterly update, %(days)s"),
        What.DECLARATION: _("Final declaration for %(year)s"),
        What.RETURN: _("Tax return for %(year)s"),
        What.ON_ACCOUNT: _("Payment on account towards %(year)s"),
        What.BALANCE: _("What is left to pay for %(year)s"),
        What.VAT_RETURN: _("VAT return, %(days)s"),
        What.VAT_PAYMENT: _("VAT to be received, %(days)s"),
        What.ESTIMATED: _("Estimated tax, %(days)s"),
    }[duty.what] % told


def also_text(duty: Obligation, words: Words) -> str:
    """Return the other way to cut the time, "" where there is none."""
    if duty.also is None:
        return ""
    _ = words.gettext
    return _("Or %(days)s, if you chose calendar quarters.") % {
        "days": days_text(duty.also, words)
    }


def amount_text(duty: Obligation, pack: Pack, words: Words) -> str:
    """Return how much is due, or why that is not known; "" where nothing is to pay."""
    if duty.amount is not None:
        return sum_text(duty.amount, pack.currency, words)
    return "" if duty.lacks is None else lack_text(duty.lacks, words)


def lack_text(lacks: Lacks, words: Words) -> str:
    """Return why it is not known how much is due."""
    _ = words.gettext
    return {
        Lacks.LAST_BILL: _("unknown: your last bill is not told"),
        Lacks.LATER_BILL: _("unknown: it follows from a bill that is still to come"),
        Lacks.PAID_BEFORE: _("unknown: what the bill is, less what you paid before"),
        Lacks.VAT: _("unknown: statements do not tell VAT apart"),
        Lacks.TAX: _("unknown: neither last year’s tax nor this year’s is told"),
    }[lacks]


def streams_text(portfolio: Portfolio, roles: tuple[int, ...], words: Words) -> str:
    """Return the names of the roles that something is due for."""
    return words.listed([portfolio.roles[index].name for index in roles])


def late_text(portfolio: Portfolio, one: LateInvoice, words: Words) -> str:
    """Return what an unpaid invoice may be asked beside."""
    _ = words.gettext
    invoice = portfolio.invoices[one.invoice]
    late, currency = one.late, invoice.amount.currency
    told = {
        "role": portfolio.roles[invoice.role].name,
        "sum": sum_text(invoice.amount.number, currency, words),
        "days": words.ngettext("%(n)d day", "%(n)d days", late.days) % {"n": late.days},
        "interest": sum_text(late.interest, currency, words),
        "rate": words.number(float(late.percent), 2),
    }
    said = [
        _("%(role)s: %(sum)s, %(days)s late.") % told,
        _("You may ask %(interest)s of interest, at %(rate)s a hundred a year.") % told,
    ]
    if late.fixed_sum is not None:
        besides = sum_text(late.fixed_sum, currency, words)
        said.append(_("And %(sum)s besides.") % {"sum": besides})
    if not late.is_rate_known:
        said.append(_("The rate of that half-year is not known here; the nearest is."))
    return " ".join(said)
