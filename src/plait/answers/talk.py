"""A draft note to the other side of a role that has outgrown its agreement.

Short and friendly: what was agreed, what it has become and since when, what that is
worth, two ways on, one question. Nobody is blamed, and the person sends it themselves
or does not.
"""

from datetime import date

from plait.analysis.hours.drift.drift import Drift
from plait.analysis.series.hourly_pay import hourly_pay, hourly_pay_given, monthly_worth
from plait.answers.context import AnswerContext
from plait.domain.roles import Agreement, Per


def talk(context: AnswerContext, drift: Drift) -> str:
    """Return the draft as plain text, "" for a role that is not over now."""
    if not drift.is_over_now:
        return ""
    _, role = context.words.gettext, context.role(drift.role)
    terms = role.agreement_on(context.portfolio.on)
    is_paid = role.is_paid and terms is not None and terms.pay is not None
    about = _("Dear all at %(organisation)s,") % {
        "organisation": role.organisation.name
    }
    parts = [
        about,
        _facts(context, drift, terms),
        _worth(context, drift, terms) if is_paid and terms else "",
        _ways(context, drift, is_paid=is_paid),
        _("Which of the two would suit you? I am glad to talk it through."),
        _("Kind regards,") + f"\n{context.portfolio.person.name}",
    ]
    return "\n\n".join(part for part in parts if part)


def _facts(context: AnswerContext, drift: Drift, terms: Agreement | None) -> str:
    words, _ = context.words, context.words.gettext
    by_week = _("For %(role)s we agreed on %(agreed)s a week.")
    by_other = _("For %(role)s our agreement comes to %(agreed)s a week.")
    level = _("Since the week of %(since)s it has taken %(given)s on average.")
    growing = _(
        "Since the week of %(since)s it has taken %(given)s on average, and lately"
        " %(lately)s."
    )
    is_by_week = terms is None or terms.per is Per.WEEK
    told = [
        by_week if is_by_week else by_other,
        growing if drift.is_growing else level,
        _(
            "The work has grown, and I would like to look at it with you while that is"
            " easy."
        ),
    ]
    return " ".join(told) % {
        "role": context.role(drift.role).name,
        "agreed": words.hours(drift.agreed or 0.0),
        "given": words.number(drift.given or 0.0),
        "lately": words.number(_by_now(drift)),
        "since": words.day(drift.since or date.min),
    }


def _by_now(drift: Drift) -> float:
    """Return the hours a week that the role takes by now."""
    return (drift.agreed or 0.0) + (drift.over_by_now or 0.0)


def _worth(context: AnswerContext, drift: Drift, terms: Agreement) -> str:
    """Return what the extra hours are worth, "" where the pay has no price per hour."""
    words, _ = context.words, context.words.gettext
    worth = monthly_worth(terms, drift.over_by_now or 0.0)
    rate = hourly_pay(terms)
    if worth is None or rate is None or terms.pay is None:
        return ""
    currency = terms.pay.currency
    said = _("At the agreed pay the extra hours would come to %(worth)s a month.") % {
        "worth": words.money(worth, currency)
    }
    now = hourly_pay_given(terms, _by_now(drift))
    if now is None:
        return said
    return f"{said} " + _(
        "Over the hours I give, an hour is now paid at %(now)s instead of %(rate)s."
    ) % {
        "now": words.money(now, currency, 2),
        "rate": words.money(rate, currency, 2),
    }


def _ways(context: AnswerContext, drift: Drift, *, is_paid: bool) -> str:
    words, _ = context.words, context.words.gettext
    agreed = {"agreed": words.hours(drift.agreed or 0.0)}
    given = {"given": words.hours(_by_now(drift))}
    grow = (
        _("we put %(given)s a week into the agreement, and the pay follows;")
        if is_paid
        else _("we find somebody to take over a part of it;")
    )
    back = _("we choose together what can go, so that it is %(agreed)s again.")
    return "\n".join(
        [_("I see two ways on:"), f"- {grow % given}", f"- {back % agreed}"]
    )
