"""What a plan asks to do: each role that changes, in hours and money, and whom to ask."""

from datetime import date, timedelta

from plait.analysis.decisions.plan.inputs import terms_of
from plait.analysis.decisions.plan.offer.changes import Change, ChangeKind
from plait.answers.plan.question import PlanTask
from plait.answers.plan.values import PlanChange
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Agreement, Role
from plait.wording.plan.changes import Asked, ask_text, step_text

_WITH_NOTICE = {ChangeKind.STOP, ChangeKind.FEWER}


def step_of(task: PlanTask, change: Change) -> PlanChange:
    """Return a role that changes with its sentence and whom to ask."""
    asked = _asked(task, change)
    return PlanChange(
        option=task.question.options[change.role].name,
        kind=change.kind,
        before=change.before,
        after=change.after,
        took=change.took,
        takes=change.takes,
        income=change.income,
        is_back=change.is_back,
        organisation=asked.organisation,
        notice_days=asked.notice_days,
        from_on=asked.from_on,
        consent_of=asked.consent_of,
        sentence=step_text(task.words, change),
        ask=ask_text(task.words, change, asked),
    )


def _asked(task: PlanTask, change: Change) -> Asked:
    """Return whom to ask; of a model file only that somebody has to agree."""
    option = task.question.options[change.role]
    consent = tuple(task.consent_of[change.role])
    is_new = change.kind is ChangeKind.NEW
    if task.context is None or task.book is None:
        return Asked(needs_consent=option.needs_consent and is_new)
    portfolio = task.context.portfolio
    role = portfolio.roles[task.book.of[change.role].role]
    terms = terms_of(portfolio, role)
    notice = terms.notice_days if terms and change.kind in _WITH_NOTICE else None
    return Asked(
        organisation=role.organisation.name,
        kind=role.kind,
        notice_days=notice,
        from_on=_from(portfolio, role, terms, notice, is_new=is_new),
        consent_of=consent if is_new else (),
        needs_consent=option.needs_consent and is_new,
    )


def _from(
    portfolio: Portfolio,
    role: Role,
    terms: Agreement | None,
    notice: int | None,
    *,
    is_new: bool,
) -> date | None:
    """Return the first day that a change can be in force, None where any will do."""
    if is_new:
        starts = terms.period.start if terms else role.period.start
        return starts if starts > portfolio.on else None
    return portfolio.on + timedelta(days=notice) if notice else None
