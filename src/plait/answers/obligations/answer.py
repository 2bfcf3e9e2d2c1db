"""What is due by the rules of a country, with its sentences."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from plait.analysis.obligations import report, set_aside
from plait.analysis.obligations.facts import NO_FACTS, TaxFacts
from plait.analysis.obligations.interest import LateInvoice
from plait.analysis.obligations.obligation import Obligation
from plait.analysis.obligations.report import Obligations
from plait.answers.context import AnswerContext
from plait.answers.obligations.values import (
    ObligationsAnswer,
    OverdueInvoice,
    SetAsideAmount,
    SetAsideOfStream,
    SetAsidePlan,
    TaxDate,
    TaxFact,
    TaxLimit,
    TaxPeriod,
    TaxRule,
)
from plait.domain.period import Period
from plait.reference.obligations.kinds import Amount
from plait.reference.obligations.packs import code_for, pack
from plait.reference.obligations.rules import Rule
from plait.wording.obligations import obligations
from plait.wording.obligations import status as obligation_status


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


def next_date_text(context: AnswerContext) -> str:
    """Return what is due next and when, or why nothing is known of it."""
    words, found = context.words, context.obligations
    if found is None:
        return obligations.no_rules_text(words, context.portfolio.person.country)
    if not found.own or not found.due:
        return obligations.nothing_due_text(found, words)
    first = min(found.due, key=lambda one: one.due_on)
    return obligations.next_text(words, first)


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
        amount=one.unpaid.number,
        currency=one.unpaid.currency,
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
        article=rule.article,
        source=rule.source,
        status=rule.status,
        status_text=obligations.known_text(rule, context.words),
    )


def _period(period: Period) -> TaxPeriod:
    return TaxPeriod(period.start, period.end)


def _keys(context: AnswerContext, roles: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(context.role(index).key for index in roles)
