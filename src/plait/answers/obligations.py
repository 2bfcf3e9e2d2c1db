"""What is due over all streams, and when? Tax dates, limits, and what to set aside."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plait.analysis.obligations import report, set_aside
from plait.analysis.obligations.facts import NO_FACTS, TaxFacts
from plait.analysis.obligations.interest import LateInvoice
from plait.analysis.obligations.obligation import (
    LimitStatus,
    Obligation,
    ObligationKind,
    WhyUnknown,
)
from plait.analysis.obligations.report import Obligations
from plait.answers.context import AnswerContext
from plait.domain.period import Period
from plait.reference.obligations.kinds import Amount
from plait.reference.obligations.packs import code_for, pack
from plait.reference.obligations.rules import Rule, Status
from plait.wording import obligation_status, obligations


@dataclass(frozen=True, slots=True)
class TaxRule:
    """The rule that something follows from, and what was assumed to apply it."""

    id: str
    title: str
    assumption: str
    source: str
    status: Status
    status_text: str


@dataclass(frozen=True, slots=True)
class TaxPeriod:
    """A stretch of days; `end` is the first day that is no longer in it."""

    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class TaxDate:
    """Something due on a day. Without an amount `why_unknown` says why, if any is due.

    `alternative` is the other way to cut the period, where one may choose; `roles`
    are keys, `streams` their names in a list.
    """

    due_on: date
    kind: ObligationKind
    title: str
    period: TaxPeriod
    alternative: TaxPeriod | None
    alternative_text: str
    roles: tuple[str, ...]
    streams: str
    amount: Decimal | None
    amount_text: str
    why_unknown: WhyUnknown | None
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class TaxLimit:
    """A limit or a goal: its `figure` against the `threshold`, in `unit`.

    `unit` is the currency, or "hours". `needs_attention` says that one may want to do
    something about it.
    """

    status: LimitStatus
    label: str
    sentence: str
    figure: Decimal | None
    threshold: Decimal | None
    unit: str
    needs_attention: bool
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class SetAsideAmount:
    """What came in over some time, and what to set aside of it."""

    received: Decimal
    set_aside: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class SetAsideOfStream:
    """What to set aside of one role (its key), "" for all of them together."""

    role: str
    name: str
    quarter: SetAsideAmount
    year: SetAsideAmount
    since_deadline: SetAsideAmount | None


@dataclass(frozen=True, slots=True)
class SetAsidePlan:
    """What to set aside at a share of one, `rate`; `deadline` was the last payment day."""

    rate: Decimal
    quarter: TaxPeriod
    year: TaxPeriod
    deadline: date | None
    streams: tuple[SetAsideOfStream, ...]
    together: SetAsideOfStream


@dataclass(frozen=True, slots=True)
class OverdueInvoice:
    """An unpaid invoice, and what may be charged beside it; `percent` is a year's."""

    role: str
    number: str
    due_on: date
    amount: Decimal
    currency: str
    days_late: int
    percent: Decimal
    interest: Decimal
    fixed_sum: Decimal | None
    is_rate_known: bool
    is_rate_confirmed: bool
    sentence: str
    rule: TaxRule


@dataclass(frozen=True, slots=True)
class TaxFact:
    """A rule with nothing to work out, and its amount where it has one."""

    rule: TaxRule
    amount: Decimal | None
    amount_text: str


@dataclass(frozen=True, slots=True)
class ObligationsAnswer:
    """What is due from `on` to `until`; sums are exact, in `currency`.

    `rules` is the code of the country's pack, of the day `as_of`. `own_account` are
    the roles (keys) that count as self-employed, `facts` what was given with the
    question, `left_out` currencies that no rate is known of.
    """

    on: date
    until: date
    language: str
    currency: str
    rules: str
    name: str
    as_of: date
    basis: str
    facts: TaxFacts
    own_account: tuple[str, ...]
    due: tuple[TaxDate, ...]
    nothing_due: str
    limits: tuple[TaxLimit, ...]
    set_aside: SetAsidePlan | None
    overdue: tuple[OverdueInvoice, ...]
    good_to_know: tuple[TaxFact, ...]
    left_out: tuple[str, ...]
    left_out_text: str
    not_covered: tuple[str, ...]
    no_advice: str


def obligations_answer(
    context: AnswerContext,
    *,
    rules: str | None = None,
    until: date | None = None,
    facts: TaxFacts = NO_FACTS,
    set_aside_share: Decimal | None = None,
) -> ObligationsAnswer:
    """Return what is due by the rules of a country, the person's own if none is named.

    `until` is a year ahead if left out, the share to set aside the person's own.
    Raises `NoPack` where the rules are not known.
    """
    portfolio = context.portfolio
    if set_aside_share is not None:
        person = replace(portfolio.person, set_aside=set_aside_share)
        portfolio = replace(portfolio, person=person)
    held = pack(rules or code_for(portfolio.person.country))
    found = report.obligations(portfolio, held, until=until, facts=facts)
    return _answer(context, found, facts)


def own_obligations(context: AnswerContext) -> ObligationsAnswer | None:
    """Return what is due by the rules of the person's country.

    None where those are not known, or no role counts as self-employed.
    """
    found = context.obligations
    return _answer(context, found, NO_FACTS) if found and found.own else None


def _answer(
    context: AnswerContext, found: Obligations, facts: TaxFacts
) -> ObligationsAnswer:
    words, held = context.words, found.pack
    return ObligationsAnswer(
        on=found.on,
        until=found.until,
        language=words.language,
        currency=held.currency,
        rules=held.code,
        name=obligations.country_text(held, words),
        as_of=held.as_of,
        basis=obligations.basis_text(held, words),
        facts=facts,
        own_account=_keys(context, found.own),
        due=tuple(_due(context, found, one) for one in found.due),
        nothing_due="" if found.due else obligations.nothing_due_text(found, words),
        limits=_limits(context, found),
        set_aside=_set_aside(context, found.set_aside) if found.set_aside else None,
        overdue=tuple(_overdue(context, one) for one in found.late),
        good_to_know=tuple(_fact(context, found, one) for one in found.informative),
        left_out=found.without_rate,
        left_out_text=obligations.left_out_text(found.without_rate, words),
        not_covered=obligations.not_covered_text(held, words),
        no_advice=obligations.no_advice_text(words),
    )


def _due(context: AnswerContext, found: Obligations, one: Obligation) -> TaxDate:
    words = context.words
    names = [context.role(index).name for index in one.roles]
    return TaxDate(
        due_on=one.due_on,
        kind=one.kind,
        title=obligations.what_text(one, words),
        period=_period(one.period),
        alternative=_period(one.also) if one.also else None,
        alternative_text=obligations.also_text(one, words),
        roles=_keys(context, one.roles),
        streams=words.listed(names),
        amount=one.amount,
        amount_text=obligations.amount_text(one, found.pack, words),
        why_unknown=one.why_unknown,
        rule=_rule(context, one.rule),
    )


def _limits(context: AnswerContext, found: Obligations) -> tuple[TaxLimit, ...]:
    words = context.words
    return tuple(
        TaxLimit(
            status=one.status,
            label=obligation_status.status_label(one.status, words),
            sentence=one.sentence,
            figure=one.figure,
            threshold=one.threshold,
            unit=one.unit,
            needs_attention=one.needs_attention,
            rule=_rule(context, one.rule),
        )
        for one in obligation_status.status_texts(found, words)
    )


def _set_aside(context: AnswerContext, found: set_aside.SetAside) -> SetAsidePlan:
    def of(one: set_aside.StreamSetAside) -> SetAsideOfStream:
        role = None if one.role is None else context.role(one.role)
        return SetAsideOfStream(
            role=role.key if role else "",
            name=role.name if role else context.words.gettext("Together"),
            quarter=amount(one.quarter),
            year=amount(one.year),
            since_deadline=amount(one.since) if one.since else None,
        )

    def amount(part: set_aside.SetAsidePart) -> SetAsideAmount:
        text = obligations.part_text(part, found.currency, context.words)
        return SetAsideAmount(part.received, part.set_aside, text)

    return SetAsidePlan(
        rate=found.rate,
        quarter=_period(found.quarter),
        year=_period(found.year),
        deadline=found.deadline,
        streams=tuple(of(one) for one in found.streams),
        together=of(found.together),
    )


def _overdue(context: AnswerContext, one: LateInvoice) -> OverdueInvoice:
    invoice = context.portfolio.invoices[one.invoice]
    return OverdueInvoice(
        role=context.role(invoice.role).key,
        number=invoice.number,
        due_on=invoice.due_on,
        amount=invoice.amount.number,
        currency=invoice.amount.currency,
        days_late=one.late.days,
        percent=one.late.percent,
        interest=one.late.interest,
        fixed_sum=one.late.fixed_sum,
        is_rate_known=one.late.is_rate_known,
        is_rate_confirmed=one.late.is_rate_confirmed,
        sentence=obligations.late_text(context.portfolio, one, context.words),
        rule=_rule(context, one.rule),
    )


def _fact(context: AnswerContext, found: Obligations, rule: Rule) -> TaxFact:
    amount = rule.how.amount if isinstance(rule.how, Amount) else None
    text = ""
    if amount is not None:
        text = obligations.sum_text(amount, found.pack.currency, context.words)
    return TaxFact(_rule(context, rule), amount, text)


def _rule(context: AnswerContext, rule: Rule) -> TaxRule:
    return TaxRule(
        id=rule.id,
        title=obligations.title_text(rule, context.words),
        assumption=obligations.assumed_text(rule, context.words),
        source=rule.source,
        status=rule.status,
        status_text=obligations.known_text(rule, context.words),
    )


def _period(period: Period) -> TaxPeriod:
    return TaxPeriod(period.start, period.end)


def _keys(context: AnswerContext, roles: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(context.role(index).key for index in roles)
