"""What the answer to a variant is made of: terms, weeks, income, law, clauses, clashes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from plait.analysis.decisions.take_on.answer import TakeOn
from plait.analysis.decisions.take_on.freed_hours import Way
from plait.analysis.decisions.take_on.law import LawChange
from plait.analysis.decisions.take_on.weeks import WeekAfter
from plait.analysis.working_time.verdicts import Verdict
from plait.answers.context import AnswerContext
from plait.domain.blocks import blocks_as_text
from plait.domain.roles import Agreement, Clause, CountsAs, PayBasis, Per
from plait.reference.working_time.kinds import Unit
from plait.wording.hours.working_time import title_text
from plait.wording.take_on import rules
from plait.wording.take_on.parts import income_text


@dataclass(frozen=True, slots=True)
class Terms:
    """What would be agreed, "until" the first day on which it no longer holds."""

    hours: Decimal | None
    per: Per
    pay: Decimal | None
    currency: str | None
    pay_basis: PayBasis
    days: str
    clause: Clause
    counts_as: CountsAs
    notice_days: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Week:
    """A week ahead in hours: what there is to give, the load without it and with it.

    The chances are of a week with more load than hours to give.
    """

    monday: date
    supply: float | None
    before: float
    after: float
    p_before: float | None
    p_after: float | None
    was_too_full: bool
    is_too_full: bool


@dataclass(frozen=True, slots=True)
class IncomeChange:
    """Income a month, before tax; None where the terms do not show it."""

    before: float | None
    after: float | None
    change: float | None
    an_hour: float | None
    currency: str
    sentence: str


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule on working time whose verdict gets worse, or that is passed further.

    The figures are in the rule's own unit. `depends_on_days`: it is so if hours
    without agreed days are given evenly from Monday to Friday.
    """

    rule: str
    title: str
    source: str
    was: Verdict
    verdict: Verdict
    verdict_text: str
    before: float | None
    after: float
    limit: float
    unit: Unit
    is_over: bool
    depends_on_days: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """A clause on other work, of a role held or of the new terms (no role).

    `worth` is what the law of the country makes of it, with its source; "" if unknown.
    """

    role: str | None
    clause: Clause
    organisation: str
    country: str
    sentence: str
    worth: str
    source: str


@dataclass(frozen=True, slots=True)
class ClashOfDays:
    """Agreed days against something else at the same time; the first of `count`."""

    role: str | None
    title: str
    starts_at: datetime
    minutes: float
    count: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class RoleHours:
    """Hours a week that a role could give back, and how."""

    role: str
    hours_a_week: float
    way: Way


def key_of(context: AnswerContext, role: int | None) -> str | None:
    """Return the key of a role, None for none."""
    return None if role is None else context.role(role).key


def terms_of(terms: Agreement) -> Terms:
    """Return what would be agreed."""
    return Terms(
        hours=terms.hours,
        per=terms.per,
        pay=terms.pay.number if terms.pay else None,
        currency=terms.pay.currency if terms.pay else None,
        pay_basis=terms.pay_basis,
        days=blocks_as_text(terms.blocks),
        clause=terms.clause,
        counts_as=terms.counts_as,
        notice_days=terms.notice_days,
        until=terms.period.end,
    )


def week_of(week: WeekAfter) -> Week:
    """Return one week ahead."""
    return Week(
        monday=week.monday,
        supply=week.supply,
        before=week.before,
        after=week.after,
        p_before=week.p_before,
        p_after=week.p_after,
        was_too_full=week.was_tight,
        is_too_full=week.is_tight,
    )


def income_of(context: AnswerContext, found: TakeOn) -> IncomeChange:
    """Return what it does to a month's income."""
    earning = found.earning
    return IncomeChange(
        before=earning.before,
        after=earning.after,
        change=earning.change,
        an_hour=earning.an_hour,
        currency=earning.currency,
        sentence=income_text(context.words, earning),
    )


def rule_of(context: AnswerContext, change: LawChange) -> RuleChange:
    """Return one rule that gets closer or is passed."""
    words = context.words
    return RuleChange(
        rule=change.rule.id,
        title=title_text(change.rule, words),
        source=change.rule.source,
        was=change.was,
        verdict=change.verdict,
        verdict_text=rules.verdict_text(words, change),
        before=change.before,
        after=change.after,
        limit=change.limit,
        unit=change.rule.how.unit,
        is_over=change.is_over,
        depends_on_days=change.is_spread,
        sentence=rules.rule_text(words, change),
    )


def clauses_of(context: AnswerContext, found: TakeOn) -> tuple[ClauseAnswer, ...]:
    """Return the clauses with what they are worth."""
    answers = []
    for met in found.clauses:
        worth, source = rules.clause_worth_text(context.words, met)
        answers.append(
            ClauseAnswer(
                role=key_of(context, met.role),
                clause=met.clause,
                organisation=met.organisation,
                country=met.country,
                sentence=rules.clause_text(context.words, context.portfolio, met),
                worth=worth,
                source=source,
            )
        )
    return tuple(answers)


def clashes_of(context: AnswerContext, found: TakeOn) -> tuple[ClashOfDays, ...]:
    """Return what the agreed days clash with."""
    return tuple(
        ClashOfDays(
            role=key_of(context, one.role),
            title=one.title,
            starts_at=one.starts_at,
            minutes=one.minutes,
            count=one.count,
            last_at=one.last_at,
        )
        for one in found.meetings
    )
