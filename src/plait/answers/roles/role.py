"""One role: what is so, its figures, its weeks, its income and its terms."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plait.answers.context import AnswerContext
from plait.answers.findings import missing
from plait.answers.findings.decided import decided
from plait.answers.findings.finding import Finding
from plait.answers.income.invoices import InvoiceLine, invoices_answer
from plait.answers.income.role_income import RoleMonths, role_months
from plait.answers.periods.period import period_basis
from plait.answers.roles.role_besides import (
    RoleCheckIn,
    RoleLeave,
    role_check_ins,
    role_leave,
)
from plait.answers.roles.role_figures import RoleFigure, role_figures
from plait.answers.roles.role_weeks import RoleWeeksAnswer, role_weeks_answer
from plait.answers.roles.roles import RoleState, RoleSummary, hours_of, role_summary
from plait.domain.periods.choice import PeriodChoice
from plait.domain.roles import Agreement, Role, RoleKind
from plait.wording.hours.agreed_days import week_written
from plait.wording.records import records
from plait.wording.roles import roles as wording
from plait.wording.words import Words

# Files and settings are of the whole book: what asks for them is not a role's.
_ELSEWHERE = frozenset({"import", "settings", "inbox"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What was agreed from a day on, in words; "" where nothing was."""

    starts_on: date
    ends_on: date | None
    period: str
    hours: str
    week: str
    opt_out: str
    pay: str
    notice: str
    clause: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """All that is said of one role.

    `sentence` is its heaviest finding, or simply what is so. `terms` are newest
    first, and so are `check_ins`, the latest of them; `n_payments`, `n_entries` and
    `n_check_ins` count all its records. `leave` is what is not over, of the role or of
    all; `invoices` those that are not paid come first.
    """

    on: date
    language: str
    currency: str
    summary: RoleSummary
    work: str
    wants_hours: bool
    sentence: str
    findings: tuple[Finding, ...]
    figures: tuple[RoleFigure, ...]
    weeks: RoleWeeksAnswer
    months: RoleMonths
    terms: tuple[Terms, ...]
    n_payments: int
    n_entries: int
    check_ins: tuple[RoleCheckIn, ...]
    n_check_ins: int
    leave: tuple[RoleLeave, ...]
    invoices: tuple[InvoiceLine, ...]


def role_answer(
    context: AnswerContext,
    findings: Iterable[Finding],
    key: str,
    period: PeriodChoice | None = None,
) -> RoleAnswer:
    """Return what is said of the role of that key; `findings` are the review's.

    Its weeks and months are those of a period, where one is chosen.
    """
    portfolio, words = context.portfolio, context.words
    index = next(i for i, role in enumerate(portfolio.roles) if role.key == key)
    role, summary = context.role(index), role_summary(context, index)
    mine = _findings(context, findings, index)
    days = period.days(period_basis(portfolio, key)) if period else None
    return RoleAnswer(
        on=portfolio.on,
        language=words.language,
        currency=context.income.currency,
        summary=summary,
        work=wording.work_text(words, role),
        wants_hours=summary.state is RoleState.CURRENT,
        sentence=mine[0].title if mine else _sentence(context, index),
        findings=mine,
        figures=role_figures(context, index),
        weeks=role_weeks_answer(context, index, days),
        months=role_months(context, index, days),
        terms=tuple(
            terms_of(words, terms, portfolio.on) for terms in reversed(role.agreements)
        ),
        n_payments=int((portfolio.payments.role == index).sum()),
        n_entries=len(portfolio.hours.of_role(index)[0]),
        check_ins=role_check_ins(context, key),
        n_check_ins=sum(one.role == key for one in portfolio.check_ins),
        leave=tuple(role_leave(context, index)),
        invoices=_invoices(context, key),
    )


def _invoices(context: AnswerContext, key: str) -> tuple[InvoiceLine, ...]:
    if not any(one.role >= 0 for one in context.portfolio.invoices):
        return ()
    found = invoices_answer(context.portfolio, context.words)
    return tuple(one for one in (*found.unpaid, *found.paid) if one.role == key)


def terms_of(words: Words, terms: Agreement, on: date) -> Terms:
    """Return terms in words."""
    return Terms(
        starts_on=terms.period.start,
        ends_on=terms.period.end,
        period=wording.days_text(words, terms.period),
        hours=wording.terms_hours_text(words, terms),
        week=week_written(terms.blocks, words.locale),
        opt_out=wording.opt_out_text(words, terms),
        pay=wording.terms_pay_text(words, terms),
        notice=records.agreed_notice_text(words, terms),
        clause=wording.clause_text(words, terms),
        is_current=on in terms.period,
    )


def _findings(
    context: AnswerContext, findings: Iterable[Finding], index: int
) -> tuple[Finding, ...]:
    """Return what is found of this role alone, heaviest first.

    The review names what is missing for several roles in one finding; here each role
    has its own.
    """
    key = context.role(index).key
    mine = (
        replace(gap, roles=(index,)) for gap in context.missing if index in gap.roles
    )
    gaps = list(missing.findings_of(context, mine))
    kinds = {gap.kind for gap in gaps}
    others = [finding for finding in findings if finding.kind not in kinds]
    found = [
        finding
        for finding in [*others, *gaps]
        if finding.role == key and finding.step.place not in _ELSEWHERE
    ]
    found = list(decided(context, found).open)
    return tuple(sorted(found, key=lambda finding: -finding.weight))


def _sentence(context: AnswerContext, index: int) -> str:
    """Return what is so of a role without findings."""
    role, hours = context.role(index), hours_of(context, index)
    if role.kind is RoleKind.OPPORTUNITY or hours is None:
        return _not_held(context, role)
    return wording.hours_sentence(context.words, hours.actual, hours.agreed)


def _not_held(context: AnswerContext, role: Role) -> str:
    end = role.period.end
    if end is not None and end <= context.portfolio.on:
        last_on = end - timedelta(days=1)
        return wording.over_since_text(context.words, last_on)
    if role.kind is RoleKind.OPPORTUNITY:
        return wording.opportunity_text(context.words)
    return wording.to_begin_text(context.words)
