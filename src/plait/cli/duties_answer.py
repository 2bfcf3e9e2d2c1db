"""What `plait duties` answers, as plain values; sums are texts, exact to the cent."""

from decimal import Decimal
from typing import Any

from plait.analysis.obligations.interest import LateInvoice
from plait.analysis.obligations.obligation import Obligation
from plait.analysis.obligations.report import Obligations
from plait.analysis.obligations.set_aside import OfStream, PutBy, SetAside
from plait.domain.period import Period
from plait.domain.portfolio import Portfolio
from plait.reference.obligations.kinds import Amount
from plait.reference.obligations.rules import Rule
from plait.wording.obligation_status import StandText, stand_text, stands_text
from plait.wording.obligations import (
    also_text,
    amount_text,
    assumed_text,
    country_text,
    late_text,
    not_covered_text,
    title_text,
    what_text,
)
from plait.wording.words import Words

Answer = dict[str, Any]


def duties_told(portfolio: Portfolio, found: Obligations, words: Words) -> Answer:
    """Return the duties as plain values; a period's `to` is the first day outside."""
    return {
        "rules": found.pack.code,
        "name": country_text(found.pack, words),
        "as_of": found.pack.as_of.isoformat(),
        "currency": found.pack.currency,
        "language": words.language,
        "on": found.on.isoformat(),
        "until": found.until.isoformat(),
        "own_account": [portfolio.roles[index].key for index in found.own],
        "due": [_duty(portfolio, found, one, words) for one in found.due],
        "stands": [_stand(one, words) for one in stands_text(found, words)],
        "set_aside": found.set_aside and _set_aside(portfolio, found.set_aside),
        "late": [_late(portfolio, one, words) for one in found.late],
        "good_to_know": [_told(rule, words) for rule in found.told_only],
        "left_out": list(found.without_rate),
        "not_covered": list(not_covered_text(found.pack, words)),
        "no_tax_advice": words.gettext(
            "This reminds you, from public sources, and is no tax advice. Look at your"
            " own letters, or ask the tax office or an adviser."
        ),
    }


def _duty(
    portfolio: Portfolio, found: Obligations, one: Obligation, words: Words
) -> Answer:
    roles = [portfolio.roles[index] for index in one.roles]
    return {
        "due_on": one.due_on.isoformat(),
        "what": one.what.value,
        **_period(one.period),
        "or": one.also and _period(one.also),
        "roles": [role.key for role in roles],
        "amount": _exact(one.amount),
        "lacks": one.lacks and one.lacks.value,
        **_rests_on(one.rule, words),
        "said": what_text(one, words),
        "said_or": also_text(one, words),
        "said_for": words.listed([role.name for role in roles]),
        "said_amount": amount_text(one, found.pack, words),
    }


def _rests_on(rule: Rule, words: Words) -> Answer:
    return {
        "rule": rule.id,
        "why": title_text(rule, words),
        "assumption": assumed_text(rule, words),
        "source": rule.source,
        "status": rule.status.value,
    }


def _stand(one: StandText, words: Words) -> Answer:
    return {
        "stand": one.stand.value,
        "figure": _exact(one.figure),
        "threshold": _exact(one.threshold),
        "unit": one.unit,
        "asks_for_care": one.asks_for_care,
        **_rests_on(one.rule, words),
        "said": one.sentence,
        "said_stand": stand_text(one.stand, words),
    }


def _told(rule: Rule, words: Words) -> Answer:
    amount = rule.how.amount if isinstance(rule.how, Amount) else None
    return {**_rests_on(rule, words), "amount": _exact(amount)}


def _set_aside(portfolio: Portfolio, found: SetAside) -> Answer:
    return {
        "rate": _exact(found.rate),
        "year": _period(found.year),
        "quarter": _period(found.quarter),
        "deadline": found.deadline and found.deadline.isoformat(),
        "streams": [_of_stream(portfolio, one) for one in found.streams],
        "together": _of_stream(portfolio, found.together),
    }


def _of_stream(portfolio: Portfolio, one: OfStream) -> Answer:
    role = None if one.role is None else portfolio.roles[one.role]
    return {
        "role": role and role.key,
        "name": role and role.name,
        "year": _put_by(one.year),
        "quarter": _put_by(one.quarter),
        "since_deadline": one.since and _put_by(one.since),
    }


def _put_by(one: PutBy) -> Answer:
    return {"came": _exact(one.came), "aside": _exact(one.aside)}


def _late(portfolio: Portfolio, one: LateInvoice, words: Words) -> Answer:
    invoice = portfolio.invoices[one.invoice]
    return {
        "role": portfolio.roles[invoice.role].key,
        "number": invoice.number,
        "due_on": invoice.due_on.isoformat(),
        "amount": _exact(invoice.amount.number),
        "currency": invoice.amount.currency,
        "days_late": one.late.days,
        "percent": _exact(one.late.percent),
        "interest": _exact(one.late.interest),
        "fixed_sum": _exact(one.late.fixed_sum),
        "is_rate_known": one.late.is_rate_known,
        "is_rate_confirmed": one.late.is_rate_confirmed,
        **_rests_on(one.rule, words),
        "said": late_text(portfolio, one, words),
    }


def _period(period: Period) -> Answer:
    end = period.end
    return {"from": period.start.isoformat(), "to": end and end.isoformat()}


def _exact(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"
