"""Roles in words: their period, hours, pay, terms and the figures of one role."""

from datetime import date, timedelta

from plait.domain.period import Period
from plait.domain.quiet import Kind, hidden
from plait.domain.roles import Agreement, Clause, PayBasis, Role, RoleKind
from plait.domain.schemas.role import KIND_LABELS
from plait.reference.occupations.lookup import title_of
from plait.wording.records import records
from plait.wording.words import Words


def kind_text(words: Words, role: Role) -> str:
    """Return what sort of role it is."""
    return words.gettext(KIND_LABELS[role.kind])


def kind_question(words: Words, role: Role) -> str:
    """Return the question whether the kind is right, "" where that is settled."""
    _ = words.gettext
    if role.kind_is_confirmed:
        return ""
    return {
        RoleKind.EMPLOYMENT: _("Is this employment?"),
        RoleKind.CONTRACT: _("Is this work for clients?"),
        RoleKind.VENTURE: _("Is this a business of your own?"),
        RoleKind.BOARD: _("Is this a seat on a board?"),
        RoleKind.MENTORING: _("Is this mentoring?"),
        RoleKind.VOLUNTEERING: _("Is this volunteering?"),
        RoleKind.STUDY: _("Is this a study?"),
        RoleKind.OPPORTUNITY: _("Is this only an opportunity so far?"),
    }[role.kind]


def months_text(words: Words, period: Period, on: date) -> str:
    """Return a role's period in months: since March 2024, March 2019 to May 2023."""
    _ = words.gettext
    first = words.month(period.start)
    if period.end:
        last = words.month(period.end - timedelta(days=1))
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    if period.start > on:
        return _("from %(first)s") % {"first": words.day(period.start)}
    return _("since %(first)s") % {"first": first}


def days_text(words: Words, period: Period) -> str:
    """Return the period of terms in days, as the start of a line."""
    _ = words.gettext
    first = words.day(period.start)
    if period.end is None:
        return _("From %(first)s") % {"first": first}
    last = words.day(period.end - timedelta(days=1))
    return _("%(first)s to %(last)s") % {"first": first, "last": last}


def work_text(words: Words, role: Role) -> str:
    """Return occupation, sector, place and skills, as far as they are known."""
    parts = (
        hidden(Kind.TEXT, title_of(role.occupation, words.language)),
        hidden(Kind.SECTOR, role.organisation.sector),
        role.place,
        ", ".join(hidden(Kind.SKILL, one) for one in role.skills),
    )
    return " · ".join(part for part in parts if part)


def terms_hours_text(words: Words, terms: Agreement) -> str:
    """Return the agreed hours, or that there are none."""
    return records.agreed_hours_text(words, terms) or words.gettext("None agreed")


def terms_pay_text(words: Words, terms: Agreement) -> str:
    """Return the agreed pay; where no amount was agreed, what it goes by."""
    _ = words.gettext
    if terms.pay is not None and terms.pay_basis is not PayBasis.NONE:
        return records.agreed_pay_text(words, terms)
    return {
        PayBasis.SALARY: _("A salary"),
        PayBasis.MONTHLY: _("By the month"),
        PayBasis.DAILY: _("By the day"),
        PayBasis.HOURLY: _("By the hour"),
        PayBasis.FIXED: _("A fixed fee"),
        PayBasis.COMMISSION: _("Commission"),
        PayBasis.EQUITY: _("Shares"),
        PayBasis.NONE: _("None"),
    }[terms.pay_basis]


def agreed_text(words: Words, terms: Agreement) -> str:
    """Return hours and pay within a sentence, "" where neither was agreed."""
    is_paid = terms.pay_basis is not PayBasis.NONE
    parts = (
        records.agreed_hours_text(words, terms),
        records.agreed_pay_text(words, terms) if is_paid else "",
    )
    return ", ".join(part for part in parts if part)


def clause_text(words: Words, terms: Agreement) -> str:
    """Return what the terms say of other work, "" where nothing."""
    _ = words.gettext
    return {
        Clause.NONE: "",
        Clause.CONSENT: _("Only with permission"),
        Clause.EXCLUSIVE: _("Not allowed"),
    }[terms.clause]


def opt_out_text(words: Words, terms: Agreement) -> str:
    """Return that a longer week was agreed in writing, "" where it was not."""
    if not terms.has_opted_out:
        return ""
    return words.gettext("More than 48 h a week agreed in writing")


def opportunity_text(words: Words) -> str:
    """Return what an opportunity is."""
    return words.gettext("An opportunity: nothing is agreed yet.")


def over_since_text(words: Words, last_on: date) -> str:
    """Return that a role has ended."""
    return words.gettext("Over since %(month)s.") % {"month": words.month(last_on)}


def to_begin_text(words: Words) -> str:
    """Return that a role has not begun."""
    return words.gettext("This role has not begun yet.")


def hours_sentence(words: Words, given: float | None, agreed: float | None) -> str:
    """Return a role's hours against those agreed, in a sentence."""
    _ = words.gettext
    values = {
        "given": words.number(given or 0.0),
        "agreed": words.number(agreed or 0.0),
    }
    if given is None and agreed is None:
        return _("Nothing is known of its hours yet.")
    if given is None:
        return _("%(agreed)s hours a week agreed, none known yet.") % values
    if agreed is None:
        return _("%(given)s hours a week, none agreed.") % values
    return _("%(given)s hours a week, %(agreed)s agreed.") % values


def hours_texts(
    words: Words, given: float | None, agreed: float | None, *, is_drifting: bool
) -> tuple[str, str]:
    """Return the hours of a week, and what stands beside them."""
    _ = words.gettext
    over = (given or 0.0) - (agreed or 0.0)
    values = {
        "given": words.number(given or 0.0),
        "agreed": words.number(agreed or 0.0),
        "over": words.number(over),
    }
    if given is None and agreed is None:
        return "", _("No hours agreed or known")
    if given is None:
        return _("%(agreed)s h a week") % values, _("agreed; none known yet")
    hours = _("%(given)s h a week") % values
    if agreed is None:
        return hours, _("none agreed")
    if is_drifting and words.number(over) != "0" and over > 0:
        return hours, _("%(over)s over %(agreed)s agreed") % values
    return hours, _("%(agreed)s agreed") % values


def if_it_comes_text(words: Words) -> str:
    """Return that hours of an opportunity are not agreed."""
    return words.gettext("if it comes")


def running_text(words: Words, n: int, agreed: float) -> str:
    """Return how many roles run and what was agreed for them."""
    _ = words.gettext
    if not n:
        return _("No role is running today.")
    roles = words.ngettext("%(many)s role", "%(many)s roles", n)
    values = {"roles": roles % {"many": _many(words, n)}}
    if not agreed:
        return _("%(roles)s, no hours agreed yet.") % values
    hours = words.ngettext(
        "%(hours)s hour a week", "%(hours)s hours a week", _plural(agreed)
    )
    values["hours"] = hours % {"hours": words.number(agreed)}
    return _("%(roles)s, %(hours)s agreed.") % values


def _plural(amount: float) -> int:
    """Return the number whose grammar an amount takes: 1 hour, but 1.5 hours."""
    return 1 if round(amount, 1) == 1 else 2


def _many(words: Words, n: int) -> str:
    """Return a small number as the word that begins a sentence."""
    pgettext = words.pgettext
    numbers = (
        pgettext("number of roles", "One"),
        pgettext("number of roles", "Two"),
        pgettext("number of roles", "Three"),
        pgettext("number of roles", "Four"),
        pgettext("number of roles", "Five"),
        pgettext("number of roles", "Six"),
        pgettext("number of roles", "Seven"),
        pgettext("number of roles", "Eight"),
        pgettext("number of roles", "Nine"),
        pgettext("number of roles", "Ten"),
        pgettext("number of roles", "Eleven"),
        pgettext("number of roles", "Twelve"),
    )
    return numbers[n - 1] if n <= len(numbers) else str(n)


def share_text(words: Words, share: float | None) -> str:
    """Return a role's share of the income, "" where it rounds to none."""
    if share is None or round(share, 2) == 0:
        return ""
    return words.gettext("%(share)s of your income, after costs") % {
        "share": words.percent(share)
    }
