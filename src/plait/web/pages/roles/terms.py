"""Roles and what was agreed for them, in the reader's words."""

from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plait.domain.money import Money
from plait.domain.period import Period
from plait.domain.roles import Agreement, Clause, PayBasis, Per, Role, RoleKind
from plait.domain.schemas.role import KIND_LABELS
from plait.wording.words import Words

KINDS = {kind: gettext_lazy(label) for kind, label in KIND_LABELS.items()}
_ASKED = {
    RoleKind.EMPLOYMENT: gettext_lazy("Is this employment?"),
    RoleKind.CONTRACT: gettext_lazy("Is this work for clients?"),
    RoleKind.VENTURE: gettext_lazy("Is this a business of your own?"),
    RoleKind.BOARD: gettext_lazy("Is this a seat on a board?"),
    RoleKind.MENTORING: gettext_lazy("Is this mentoring?"),
    RoleKind.VOLUNTEERING: gettext_lazy("Is this volunteering?"),
    RoleKind.STUDY: gettext_lazy("Is this a study?"),
    RoleKind.OPPORTUNITY: gettext_lazy("Is this no more than an opportunity yet?"),
}
_HOURS = {
    Per.WEEK: gettext_lazy("%(hours)s h a week"),
    Per.MONTH: gettext_lazy("%(hours)s h a month"),
    Per.QUARTER: gettext_lazy("%(hours)s h a quarter"),
    Per.YEAR: gettext_lazy("%(hours)s h a year"),
    Per.TOTAL: gettext_lazy("%(hours)s h in all"),
}
_PAY = {
    PayBasis.SALARY: gettext_lazy("%(pay)s salary a month"),
    PayBasis.MONTHLY: gettext_lazy("%(pay)s a month"),
    PayBasis.DAILY: gettext_lazy("%(pay)s a day"),
    PayBasis.HOURLY: gettext_lazy("%(pay)s an hour"),
    PayBasis.FIXED: gettext_lazy("%(pay)s for the whole"),
    PayBasis.COMMISSION: gettext_lazy("%(pay)s commission"),
    PayBasis.EQUITY: gettext_lazy("%(pay)s in shares"),
}
_BASIS_ALONE = {
    PayBasis.SALARY: gettext_lazy("A salary"),
    PayBasis.MONTHLY: gettext_lazy("By the month"),
    PayBasis.DAILY: gettext_lazy("By the day"),
    PayBasis.HOURLY: gettext_lazy("By the hour"),
    PayBasis.FIXED: gettext_lazy("A fixed fee"),
    PayBasis.COMMISSION: gettext_lazy("Commission"),
    PayBasis.EQUITY: gettext_lazy("Shares"),
    PayBasis.NONE: gettext_lazy("None"),
}
_CLAUSES = {
    Clause.NONE: "",
    Clause.CONSENT: gettext_lazy("Only after asking"),
    Clause.EXCLUSIVE: gettext_lazy("None allowed"),
}


def kind_told(role: Role) -> str:
    """Return what sort of role it is."""
    return str(KINDS[role.kind])


def kind_asked(role: Role) -> str:
    """Return the question whether the kind is right, "" where that is settled."""
    return "" if role.kind_is_confirmed else str(_ASKED[role.kind])


def has_ended(role: Role, on: date) -> bool:
    """Return whether the role is past on that day."""
    return role.period.end is not None and role.period.end <= on


def last_day(period: Period) -> date | None:
    """Return the last day that a period holds; people do not say half-open."""
    return period.end - timedelta(days=1) if period.end else None


def months_told(period: Period, on: date, words: Words) -> str:
    """Return a role's period in months: since March 2024, March 2019 to May 2023."""
    first, last = words.month(period.start), last_day(period)
    if last:
        return _("%(first)s to %(last)s") % {"first": first, "last": words.month(last)}
    if period.start > on:
        return _("from %(first)s") % {"first": words.day(period.start)}
    return _("since %(first)s") % {"first": first}


def days_told(period: Period, words: Words) -> str:
    """Return the period of terms in days."""
    first, last = words.day(period.start), last_day(period)
    if last:
        return _("%(first)s to %(last)s") % {"first": first, "last": words.day(last)}
    return _("From %(first)s") % {"first": first}


def hours_told(terms: Agreement, words: Words) -> str:
    """Return the agreed hours as they were agreed."""
    if terms.hours is None:
        return _("None agreed")
    return str(_HOURS[terms.per]) % {"hours": words.number(float(terms.hours), 2)}


def pay_told(terms: Agreement, words: Words) -> str:
    """Return the agreed pay as it was agreed."""
    if terms.pay is None or terms.pay_basis is PayBasis.NONE:
        return str(_BASIS_ALONE[terms.pay_basis])
    return str(_PAY[terms.pay_basis]) % {"pay": money_told(terms.pay, words)}


def money_told(money: Money, words: Words) -> str:
    """Return an amount, with cents where it has any."""
    whole = money.number == money.number.to_integral_value()
    return words.money(float(money.number), money.currency, 0 if whole else 2)


def notice_told(terms: Agreement) -> str:
    """Return the notice, "" where nothing was said of it."""
    days = terms.notice_days
    if days is None:
        return ""
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}


def clause_told(terms: Agreement) -> str:
    """Return what the terms say of other work, "" where nothing."""
    return str(_CLAUSES[terms.clause])
