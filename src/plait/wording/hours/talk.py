"""A draft note to the other side of a role that has outgrown its agreement.

Short and friendly: what was agreed, what it has become and since when, what that is
worth, two ways on, one question. Nobody is blamed, and the person sends it themselves
or does not.
"""

from datetime import date

from plait.analysis.hours.drift.drift import Drift
from plait.analysis.series.hourly_pay import ExtraPay
from plait.domain.roles import Agreement, Per, Role
from plait.wording.words import Words


def talk_text(
    words: Words, drift: Drift, role: Role, terms: Agreement | None, pay: ExtraPay
) -> str:
    """Return the draft as plain text, without the name below it."""
    _ = words.gettext
    is_paid = role.is_paid and terms is not None and terms.pay is not None
    greeting = _("Dear all at %(organisation)s,") % {
        "organisation": role.organisation.name
    }
    parts = (
        greeting,
        _facts(words, drift, role.name, is_by_week=not terms or terms.per is Per.WEEK),
        _worth(words, pay) if is_paid else "",
        _options(words, drift, is_paid=is_paid),
        _("Which of the two would suit you? I am glad to talk it through."),
        _("Kind regards,"),
    )
    return "\n\n".join(part for part in parts if part)


def _facts(words: Words, drift: Drift, role: str, *, is_by_week: bool) -> str:
    _ = words.gettext
    agreed = (
        _("For %(role)s we agreed on %(agreed)s a week.")
        if is_by_week
        else _("For %(role)s our agreement comes to %(agreed)s a week.")
    )
    offer = _(
        "The work has grown, and I would like to look at it with you while that is easy."
    )
    text = f"{agreed} {_given(words, drift)} {offer}"
    return text % {
        "role": role,
        "agreed": words.hours(drift.agreed or 0.0),
        "given": words.number(drift.given or 0.0),
        "lately": words.number(drift.given_by_now),
        "usual": words.number(drift.expected_then or 0.0),
        "since": words.day(drift.since or date.min),
    }


def _given(words: Words, drift: Drift) -> str:
    """Return what it has taken since when, its values still open."""
    _ = words.gettext
    if drift.is_in_season:
        return _(
            "Since the week of %(since)s it has taken %(given)s on average, where"
            " %(usual)s are usual at this time of year."
        )
    if drift.is_growing:
        return _(
            "Since the week of %(since)s it has taken %(given)s on average, and lately"
            " %(lately)s."
        )
    return _("Since the week of %(since)s it has taken %(given)s on average.")


def _worth(words: Words, pay: ExtraPay) -> str:
    """Return what the extra hours are worth, "" where the pay has no price per hour."""
    _ = words.gettext
    if pay.worth_a_month is None or pay.agreed is None or pay.currency is None:
        return ""
    worth = _("At the agreed pay the extra hours would come to %(worth)s a month.") % {
        "worth": words.money(pay.worth_a_month, pay.currency)
    }
    if pay.given is None:
        return worth
    return f"{worth} " + _(
        "Over the hours I give, an hour is now paid at %(now)s instead of %(rate)s."
    ) % {
        "now": words.money(pay.given, pay.currency, 2),
        "rate": words.money(pay.agreed, pay.currency, 2),
    }


def _options(words: Words, drift: Drift, *, is_paid: bool) -> str:
    _ = words.gettext
    grow = (
        _("we put %(given)s a week into the agreement, and the pay follows;")
        if is_paid
        else _("we find somebody to take over a part of it;")
    ) % {"given": words.hours(drift.needed)}
    shrink = _("we choose together what can go, so that it is %(agreed)s again.") % {
        "agreed": words.hours(drift.agreed or 0.0)
    }
    return "\n".join([_("I see two ways on:"), f"- {grow}", f"- {shrink}"])
